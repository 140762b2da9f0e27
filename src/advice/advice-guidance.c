/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-guidance.h"

#include "advice/advice-step-private.h"

#include <string.h>

/* A row concerns a firm when every list that it has (technologies, sectors, goals) meets the firm's
 * own, or when the firm's weakest area is one that it helps. Guidance, not legal advice. */

static void
guidance_free (gpointer data)
{
  AdviceGuidance *guidance = data;

  base_text_unref (guidance->reason);
  g_free (guidance);
}

static gboolean
is_empty (const char *const *list)
{
  return list == NULL || list[0] == NULL;
}

static const char *
first_shared (const char *const *row, const char *const *own)
{
  for (guint i = 0; !is_empty (row) && !is_empty (own) && row[i] != NULL; i++)
    if (g_strv_contains (own, row[i]))
      return row[i];
  return NULL;
}

/* "develop", "product", "abroad" …: the words of the project that a row's goals speak of. */
static const char **
goals_of (const AssessmentDocument *document)
{
  static const char *const paths[] = { "project.goal", "project.subject" };
  GPtrArray *goals = g_ptr_array_new ();
  gboolean physical;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char *goal = assessment_document_get_string (document, paths[i]);

      if (goal != NULL)
        g_ptr_array_add (goals, (gpointer)goal);
    }
  if (!is_empty (assessment_document_get_strings (document, "project.markets")))
    g_ptr_array_add (goals, (gpointer) "abroad");
  if (assessment_document_get_boolean (document, "project.cyber_physical", &physical) && physical)
    g_ptr_array_add (goals, (gpointer) "cyber-physical");
  g_ptr_array_add (goals, NULL);
  return (const char **)g_ptr_array_free (goals, FALSE);
}

/* A size gate keeps a row away only when the firm is surely below it. */
static gboolean
passes_size (const CatalogueGuidance *row, const AdviceSize *size)
{
  if (row->min_size == NULL || size == NULL || is_empty (size->possible))
    return TRUE;
  for (guint i = 0; size->possible[i] != NULL; i++)
    if (advice_size_order (size->possible[i]) >= advice_size_order (row->min_size))
      return TRUE;
  return FALSE;
}

static const char *
label_of (const Catalogue *catalogue, CatalogueTermKind kind, const char *id)
{
  const CatalogueTerm *term = catalogue_find_term (catalogue, kind, id);

  return term != NULL ? term->label : id;
}

static BaseText *
reason_for (const CatalogueGuidance *row,
            const Catalogue *catalogue,
            const AssessmentDocument *document,
            const char *const *goals,
            const SurveyDimension *weakest,
            gboolean *by_weakness)
{
  const char *technology = first_shared (
      row->technologies, assessment_document_get_strings (document, "project.technologies"));
  const char *sector
      = first_shared (row->sectors, assessment_document_get_strings (document, "company.sectors"));
  const char *goal = first_shared (row->goals, goals);
  gboolean any
      = !is_empty (row->technologies) || !is_empty (row->sectors) || !is_empty (row->goals);

  *by_weakness = FALSE;
  if (any && (technology != NULL || is_empty (row->technologies))
      && (sector != NULL || is_empty (row->sectors)) && (goal != NULL || is_empty (row->goals)))
    {
      if (technology != NULL)
        return base_text_with_text (
            base_text_new (N_ ("Your project uses this technology: {technology}")), "technology",
            base_text_new (label_of (catalogue, CATALOGUE_TERM_TECHNOLOGY, technology)));
      if (sector != NULL)
        return base_text_with_text (
            base_text_new (N_ ("Your trade: {sector}")), "sector",
            base_text_new (label_of (catalogue, CATALOGUE_TERM_SECTOR, sector)));
      return base_text_new (N_ ("It follows from what your project wants to do"));
    }
  *by_weakness = TRUE;
  if (weakest != NULL && !is_empty (row->dimensions)
      && g_strv_contains (row->dimensions, weakest->id))
    return base_text_with_text (base_text_new (N_ ("Helps with your weakest area: {area}")), "area",
                                base_text_new (weakest->plain));
  return NULL;
}

GPtrArray *
advice_guidance_list_new (const Catalogue *catalogue,
                          const AssessmentDocument *document,
                          const SurveyScore *score,
                          const AdviceSize *size)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (guidance_free);
  g_autofree const char **goals = goals_of (document);
  int weakest = advice_weakest_dimension (score);

  for (guint i = 0; i < catalogue_n_guidance (catalogue); i++)
    {
      const CatalogueGuidance *row = catalogue_guidance (catalogue, i);
      g_autoptr (BaseText) reason = NULL;
      AdviceGuidance *guidance;
      gboolean by_weakness;

      if (!passes_size (row, size))
        continue;
      reason = reason_for (row, catalogue, document, goals,
                           weakest >= 0 ? survey_score_dimension (score, weakest)->dimension : NULL,
                           &by_weakness);
      if (reason == NULL)
        continue;
      guidance = g_new0 (AdviceGuidance, 1);
      guidance->guidance = row;
      guidance->by_weakness = by_weakness;
      guidance->reason = g_steal_pointer (&reason);
      g_ptr_array_add (list, guidance);
    }
  return list;
}
