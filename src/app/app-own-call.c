/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-own-call.h"

#include "app/app-item.h"
#include "base/base-date.h"

/* Records lie in the user's folder, shared by all assessments; the ticks belong to one assessment.
 */

int
app_own_call_find_statement (const AssessmentDocument *document, const char *condition)
{
  return assessment_document_find_item (document, APP_OWN_CALL_STATEMENTS, "condition", condition);
}

AssessmentDocument *
app_own_call_with_state (AssessmentDocument *document, const char *condition, const char *state)
{
  const int index = app_own_call_find_statement (document, condition);
  g_autofree char *item = g_strdup_printf (
      APP_OWN_CALL_STATEMENTS "[%u]",
      index >= 0 ? (guint)index : assessment_document_count (document, APP_OWN_CALL_STATEMENTS));
  g_autofree char *today = base_date_today ();
  AssessmentDocument *with;

  if (state == NULL)
    return index >= 0 ? assessment_document_without (document, item)
                      : assessment_document_ref (document);
  with = index >= 0 ? assessment_document_ref (document)
                    : assessment_document_with_item (document, APP_OWN_CALL_STATEMENTS);
  with = app_item_set (with, item, "condition", condition);
  with = app_item_set (with, item, "state", state);
  return index >= 0 ? with : app_item_set (with, item, "on", today);
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

/* By the title: its number is typed later, and is the authority's. Where our own id stands as the
 * number an older form of the document listed only the conditions that were met. */
static gboolean
is_call (const AssessmentDocument *document, const CatalogueInstrument *instrument)
{
  return g_strcmp0 (assessment_document_get_string (document, "project.call.title"),
                    instrument->title)
             == 0
         && g_strcmp0 (assessment_document_get_string (document, "project.call.id"), instrument->id)
                != 0;
}

/* What the applicant has typed about the same call stays. */
static AssessmentDocument *
with_call (AssessmentDocument *document, const CatalogueInstrument *instrument)
{
  g_autoptr (AssessmentDocument) based
      = is_call (document, instrument) ? assessment_document_ref (document)
                                       : assessment_document_without (document, "project.call");
  AssessmentDocument *next;

  if (is_call (document, instrument))
    return g_steal_pointer (&based);
  based = with_string (g_steal_pointer (&based), "project.call.title", instrument->title);
  based = with_string (g_steal_pointer (&based), "project.call.authority", instrument->programme);
  based = with_string (g_steal_pointer (&based), "project.call.deadline", instrument->deadline);
  if (instrument->conditions == NULL || instrument->conditions[0] == NULL)
    return g_steal_pointer (&based);
  next = assessment_document_with_strings (based, "project.call.conditions", instrument->conditions,
                                           NULL);
  return next != NULL ? next : g_steal_pointer (&based);
}

void
app_own_call_choose (AppPage *page, const CatalogueInstrument *instrument)
{
  app_page_edit (page, with_call (app_page_get_document (page), instrument), NULL);
}

void
app_own_call_tick (AppPage *page,
                   const CatalogueInstrument *instrument,
                   const char *condition,
                   gboolean met)
{
  g_autoptr (AssessmentDocument) chosen = with_call (app_page_get_document (page), instrument);

  app_page_edit (page, app_own_call_with_state (chosen, condition, met ? "met" : NULL), NULL);
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
