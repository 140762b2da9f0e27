/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-respondent.h"

#include "base/base-date.h"

#include <glib/gi18n-lib.h>

/* One person's way through a blind round: a sheet of its own out of the document, and its answers
 * back into it. */

static char *
path_of (guint index, const char *member)
{
  return g_strdup_printf ("respondents[%u].%s", index, member);
}

static const char *
get (const AssessmentDocument *document, guint index, const char *member)
{
  g_autofree char *path = path_of (index, member);

  return assessment_document_get_string (document, path);
}

/* Takes the reference of @old; NULL stays NULL. */
static AssessmentDocument *
put (AssessmentDocument *old, const char *path, const char *value, GError **error)
{
  AssessmentDocument *edited;

  if (old == NULL)
    return NULL;
  edited = assessment_document_with_string (old, path, value, error);
  assessment_document_unref (old);
  return edited;
}

/* --- names ------------------------------------------------------------------------------------ */

static gboolean
may_see_name (const AssessmentDocument *document, guint index, ConsultationViewer viewer)
{
  g_autofree char *path = path_of (index, "name_shown");
  gboolean agreed = FALSE;

  switch (viewer)
    {
    case CONSULTATION_VIEWER_ADVISER:
      return TRUE;
    case CONSULTATION_VIEWER_EMPLOYER:
      return assessment_document_get_boolean (document, path, &agreed) && agreed;
    case CONSULTATION_VIEWER_NO_NAMES:
    default:
      return FALSE;
    }
}

BaseText *
consultation_respondent_label (const AssessmentDocument *document,
                               guint index,
                               ConsultationViewer viewer)
{
  const char *name, *role;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (index < assessment_document_count (document, "respondents"), NULL);

  name = may_see_name (document, index, viewer) ? get (document, index, "name") : NULL;
  role = get (document, index, "role");
  if (name != NULL && role != NULL)
    return base_text_with_string (
        base_text_with_string (base_text_new (N_ ("{name}, {role}")), "name", name), "role", role);
  if (name != NULL || role != NULL)
    return base_text_new_verbatim (name != NULL ? name : role);
  return base_text_with_integer (base_text_new (N_ ("Person {number}")), "number", index + 1);
}

BaseText *
consultation_respondent_notice (void)
{
  return base_text_new (
      N_ ("You answer alone first. Nobody sees your answers until you hand them in. Then they are "
          "shown beside those of the others, under your role; under your name only if you allow it "
          "here. In a small firm people may recognise you by your role all the same."));
}

/* --- persons ---------------------------------------------------------------------------------- */

int
consultation_respondent_find (const AssessmentDocument *document, const char *id)
{
  guint n;

  g_return_val_if_fail (document != NULL && id != NULL, -1);

  n = assessment_document_count (document, "respondents");
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (get (document, i, "id"), id) == 0)
      return (int)i;
  return -1;
}

static char *
new_id (const AssessmentDocument *document)
{
  for (guint number = assessment_document_count (document, "respondents") + 1;; number++)
    {
      char *id = g_strdup_printf ("p%u", number);

      if (consultation_respondent_find (document, id) < 0)
        return id;
      g_free (id);
    }
}

AssessmentDocument *
consultation_respondent_add (const AssessmentDocument *document,
                             const char *role,
                             const char *name,
                             gboolean name_shown,
                             GError **error)
{
  guint index;
  g_autofree char *id = NULL;
  g_autofree char *id_path = NULL;
  g_autofree char *role_path = NULL;
  g_autofree char *name_path = NULL;
  g_autofree char *shown_path = NULL;
  g_autoptr (AssessmentDocument) edited = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  index = assessment_document_count (document, "respondents");
  if (index >= 999)
    {
      g_set_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT,
                   _ ("respondents: found %u, expected fewer than 999"), index);
      return NULL;
    }
  id = new_id (document);
  id_path = path_of (index, "id");
  role_path = path_of (index, "role");
  name_path = path_of (index, "name");
  shown_path = path_of (index, "name_shown");
  edited = assessment_document_with_item (document, "respondents");
  edited = put (g_steal_pointer (&edited), id_path, id, error);
  edited = put (g_steal_pointer (&edited), role_path, role, error);
  edited = put (g_steal_pointer (&edited), name_path, name, error);
  return edited == NULL ? NULL
                        : assessment_document_with_boolean (edited, shown_path, name_shown, error);
}

gboolean
consultation_respondent_has_handed_in (const AssessmentDocument *document, guint index)
{
  g_return_val_if_fail (document != NULL, FALSE);

  return get (document, index, "submitted_on") != NULL;
}

/* Index of a person whose answers are still open, or -1 with an error. */
static int
find_open (const AssessmentDocument *document, const char *id, GError **error)
{
  int index = consultation_respondent_find (document, id);
  const char *handed_in = index < 0 ? NULL : get (document, (guint)index, "submitted_on");

  if (index < 0)
    g_set_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT,
                 _ ("respondents: found no person “%.60s”"), id);
  else if (handed_in != NULL)
    {
      g_set_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT,
                   _ ("respondents[%d]: the answers were handed in on %s and stay as they are"),
                   index, handed_in);
      return -1;
    }
  return index;
}

/* --- sheets ----------------------------------------------------------------------------------- */

/* Copies the JSON of @from at @from_path to @to_path; takes @to. */
static AssessmentDocument *
copy (AssessmentDocument *to,
      const char *to_path,
      const AssessmentDocument *from,
      const char *from_path)
{
  g_autofree char *json = assessment_document_value_to_json (from, from_path);
  AssessmentDocument *edited;

  if (json == NULL)
    return to;
  edited = assessment_document_with_value_json (to, to_path, json, NULL);
  assessment_document_unref (to);
  g_assert (edited != NULL);
  return edited;
}

AssessmentDocument *
consultation_respondent_sheet (const AssessmentDocument *document, const char *id, GError **error)
{
  static const char *const head[] = { "pack", "stage", "date", "company.name" };
  static const char *const own[] = { "id", "role", "name", "name_shown" };
  int index;
  AssessmentDocument *sheet;
  g_autofree char *answers = NULL;

  g_return_val_if_fail (document != NULL && id != NULL, NULL);

  index = find_open (document, id, error);
  if (index < 0)
    return NULL;
  sheet = assessment_document_new (assessment_document_pack_id (document), "0.0");
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    sheet = copy (sheet, head[i], document, head[i]);
  {
    AssessmentDocument *bare = sheet;

    sheet = assessment_document_with_item (bare, "respondents");
    assessment_document_unref (bare);
  }
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *from = path_of ((guint)index, own[i]);
      g_autofree char *to = path_of (0, own[i]);

      sheet = copy (sheet, to, document, from);
    }
  answers = path_of ((guint)index, "answers");
  return copy (sheet, "answers", document, answers);
}

AssessmentDocument *
consultation_respondent_file (const AssessmentDocument *document, const char *id, GError **error)
{
  g_autoptr (AssessmentDocument) sheet = consultation_respondent_sheet (document, id, error);
  g_autoptr (AssessmentDocument) blank = NULL;

  if (sheet == NULL)
    return NULL;
  blank = assessment_document_without (sheet, "answers");
  return copy (g_steal_pointer (&blank), "id", document, "id");
}

gboolean
consultation_respondent_is_file (const AssessmentDocument *document)
{
  g_return_val_if_fail (document != NULL, FALSE);

  return assessment_document_count (document, "respondents") == 1
         && !consultation_respondent_has_handed_in (document, 0)
         && !assessment_document_has (document, "answers");
}

AssessmentDocument *
consultation_respondent_keep (const AssessmentDocument *document,
                              const SurveyPack *pack,
                              const AssessmentDocument *sheet,
                              GError **error)
{
  const char *id;
  guint n;
  int index;
  g_autofree char *path = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (document != NULL && pack != NULL && sheet != NULL, NULL);

  n = assessment_document_count (sheet, "respondents");
  if (n != 1)
    {
      g_set_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT,
                   _ ("respondents: found %u, expected one: this is no sheet of one person"), n);
      return NULL;
    }
  if (!survey_pack_check (pack, sheet, error))
    return NULL;
  id = get (sheet, 0, "id");
  index = find_open (document, id != NULL ? id : "", error);
  if (index < 0)
    return NULL;
  path = path_of ((guint)index, "answers");
  json = assessment_document_value_to_json (sheet, "answers");
  if (json == NULL)
    return assessment_document_without (document, path);
  return assessment_document_with_value_json (document, path, json, error);
}

AssessmentDocument *
consultation_respondent_hand_in (const AssessmentDocument *document,
                                 const char *id,
                                 const char *date,
                                 GError **error)
{
  int index;
  g_autofree char *path = NULL;

  g_return_val_if_fail (document != NULL && id != NULL, NULL);
  g_return_val_if_fail (date != NULL && base_date_is_valid (date), NULL);

  index = find_open (document, id, error);
  if (index < 0)
    return NULL;
  path = path_of ((guint)index, "submitted_on");
  return assessment_document_with_string (document, path, date, error);
}
