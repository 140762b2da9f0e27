/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-own-call.h"

/* Records lie in the user's folder, shared by all assessments; the ticks belong to one assessment.
 */

/* The conditions that are met once @condition is @met, in the order in which they were typed. */
static GPtrArray *
met_conditions (const CatalogueInstrument *instrument,
                const char *const *ticked,
                const char *condition,
                gboolean met)
{
  GPtrArray *conditions = g_ptr_array_new ();

  for (guint i = 0; instrument->conditions[i] != NULL; i++)
    {
      const char *one = instrument->conditions[i];

      if (g_str_equal (one, condition) ? met : ticked != NULL && g_strv_contains (ticked, one))
        g_ptr_array_add (conditions, (gpointer)one);
    }
  g_ptr_array_add (conditions, NULL);
  return conditions;
}

/* Takes @document; a value that the document refuses is left out. */
static AssessmentDocument *
with_string (AssessmentDocument *document, const char *path, const char *value)
{
  AssessmentDocument *next = assessment_document_with_string (document, path, value, NULL);

  if (next == NULL)
    return document;
  assessment_document_unref (document);
  return next;
}

void
app_own_call_tick (AppPage *page,
                   const CatalogueInstrument *instrument,
                   const char *condition,
                   gboolean met)
{
  AssessmentDocument *document = app_page_get_document (page);
  const char *call = assessment_document_get_string (document, "project.call.id");
  const gboolean same = g_strcmp0 (call, instrument->id) == 0;
  g_autoptr (GPtrArray) conditions = met_conditions (
      instrument,
      same ? assessment_document_get_strings (document, "project.call.conditions") : NULL,
      condition, met);
  g_autoptr (AssessmentDocument) based
      = same ? assessment_document_ref (document)
             : assessment_document_without (document, "project.call");
  AssessmentDocument *next;

  based = with_string (g_steal_pointer (&based), "project.call.id", instrument->id);
  based = with_string (g_steal_pointer (&based), "project.call.title", instrument->title);
  based = with_string (g_steal_pointer (&based), "project.call.deadline", instrument->deadline);
  next = assessment_document_with_strings (based, "project.call.conditions",
                                           (const char *const *)conditions->pdata, NULL);
  if (next != NULL)
    app_page_edit (page, next, NULL);
}

gboolean
app_own_call_save (AppLibrary *library,
                   const char *id,
                   const CatalogueOwnInstrument *record,
                   char **new_id,
                   GError **error)
{
  const char *folder = app_library_get_own_folder (library);
  gboolean saved;

  if (!app_library_begin_change (library, error))
    return FALSE;
  saved = id != NULL ? catalogue_own_change_instrument (folder, id, record, error)
                     : catalogue_own_add_instrument (folder, app_library_get_catalogue (library),
                                                     record, new_id, error);
  return app_library_end_change (library, saved, error);
}

gboolean
app_own_call_remove (AppLibrary *library, const char *id, GError **error)
{
  return app_library_begin_change (library, error)
         && app_library_end_change (
             library,
             catalogue_own_remove_instrument (app_library_get_own_folder (library), id, error),
             error);
}
