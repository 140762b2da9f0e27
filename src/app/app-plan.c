/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-plan.h"

/* Reading and writing the plan's part of the document. */

char *
app_plan_step_id (const Advice *advice, const AdviceStep *step)
{
  const char *question = survey_score_question (advice_score (advice), step->question)->id;

  return g_strdup_printf ("%s.%u", question, step->option->number);
}

/* Index of the action, -1 when there is none. */
static int
find (const AssessmentDocument *document, const char *id)
{
  const guint n = assessment_document_count (document, "plan.actions");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("plan.actions[%u].id", i);

      if (g_strcmp0 (assessment_document_get_string (document, path), id) == 0)
        return (int)i;
    }
  return -1;
}

static char *
status_path (int index)
{
  return g_strdup_printf ("plan.actions[%d].status", index);
}

gboolean
app_plan_has (const AssessmentDocument *document, const char *id)
{
  const int index = find (document, id);
  g_autofree char *path = NULL;

  if (index < 0)
    return FALSE;
  path = status_path (index);
  return g_strcmp0 (assessment_document_get_string (document, path), "dropped") != 0;
}

static AssessmentDocument *
with_action (AssessmentDocument *document, const char *id)
{
  const guint index = assessment_document_count (document, "plan.actions");
  g_autofree char *id_path = g_strdup_printf ("plan.actions[%u].id", index);
  g_autoptr (AssessmentDocument) longer = assessment_document_with_item (document, "plan.actions");

  return assessment_document_with_string (longer, id_path, id, NULL);
}

AssessmentDocument *
app_plan_with (AssessmentDocument *document, const char *id, gboolean planned)
{
  int index = find (document, id);
  g_autoptr (AssessmentDocument) current = assessment_document_ref (document);
  g_autofree char *path = NULL;

  if (!planned)
    {
      if (index < 0)
        return g_steal_pointer (&current);
      path = g_strdup_printf ("plan.actions[%d]", index);
      return assessment_document_without (current, path);
    }
  if (index < 0)
    {
      assessment_document_unref (current);
      current = with_action (document, id);
      g_return_val_if_fail (current != NULL, NULL);
      index = (int)assessment_document_count (current, "plan.actions") - 1;
    }
  path = status_path (index);
  return assessment_document_with_string (current, path, "planned", NULL);
}

Advice *
app_plan_project (const Advice *advice, guint *n)
{
  const AssessmentDocument *document = advice_document (advice);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      g_autofree char *id = app_plan_step_id (advice, advice_step (advice, i));

      if (app_plan_has (document, id))
        g_array_append_val (chosen, i);
    }
  *n = chosen->len;
  return advice_project (advice, (const guint *)(gpointer)chosen->data, chosen->len);
}

AssessmentDocument *
app_plan_with_pain (AssessmentDocument *document, const char *id, gboolean hurts)
{
  const char *const *old = assessment_document_get_strings (document, "project.pains");
  g_autoptr (GPtrArray) pains = g_ptr_array_new ();

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (!g_str_equal (old[i], id))
      g_ptr_array_add (pains, (gpointer)old[i]);
  if (hurts)
    g_ptr_array_add (pains, (gpointer)id);
  if (pains->len == 0)
    return assessment_document_without (document, "project.pains");
  g_ptr_array_add (pains, NULL);
  return assessment_document_with_strings (document, "project.pains",
                                           (const char *const *)pains->pdata, NULL);
}
