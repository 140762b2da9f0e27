/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-stages.h"

#include "app/app-outcome.h"
#include "app/app-store.h"
#include "base/base-date.h"
#include "consultation/consultation-stage.h"
#include "consultation/consultation-summary.h"

#include <glib/gi18n.h>

/* Between the workspace, which keeps stages, and consultation/, which knows their order. */

static Workspace *
workspace_of (AppSession *session, GError **error)
{
  AppStore *store = app_session_get_store (session);
  Workspace *workspace = store != NULL ? app_store_get_workspace (store) : NULL;

  if (workspace == NULL)
    g_set_error_literal (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED,
                         _ ("Nothing can be kept on this computer now"));
  return workspace;
}

/* The store's list knows whose an assessment is. */
static char *
company_of (Workspace *workspace, const char *id)
{
  g_autoptr (GPtrArray) entries = workspace_list (workspace, FALSE, NULL);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const WorkspaceEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return g_strdup (entry->company_id);
    }
  return NULL;
}

WorkspaceCompany *
app_stages_company (AppSession *session)
{
  Workspace *workspace = workspace_of (session, NULL);
  AssessmentDocument *document = app_session_get_document (session);
  const char *id = document != NULL ? assessment_document_id (document) : NULL;
  g_autofree char *company_id = NULL;

  if (workspace == NULL || id == NULL)
    return NULL;
  company_id = company_of (workspace, id);
  return company_id != NULL ? workspace_get_company (workspace, company_id, NULL) : NULL;
}

AssessmentDocument *
app_stages_start (AppSession *session, const char *id, GError **error)
{
  Workspace *workspace = workspace_of (session, error);
  g_autofree char *today = base_date_today ();
  g_autoptr (AssessmentDocument) before = NULL, begun = NULL;
  SurveyPack *pack;

  if (workspace == NULL || !app_library_ensure (app_session_get_library (session), error)
      || (before = workspace_load (workspace, id, error)) == NULL)
    return NULL;
  pack = app_library_get_pack (app_session_get_library (session),
                               assessment_document_pack_id (before));
  if (pack == NULL)
    {
      g_set_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK,
                   _ ("This assessment uses the questionnaire “%s”, which is not installed"),
                   assessment_document_pack_id (before));
      return NULL;
    }
  begun = consultation_stage_start (before, pack, today, error);
  return begun != NULL ? app_store_create (app_session_get_store (session), begun, error) : NULL;
}

/* The files on the disk may be newer than what this window read at its start. */
static gboolean
check_parts (GPtrArray *parts, const WorkspacePart *flat, const Advice *advice, GError **error)
{
  g_autoptr (AppFrozen) read = app_frozen_read (flat, parts->len, g_get_real_time (), error);

  if (read == NULL)
    return FALSE;
  if (app_frozen_made (read, advice))
    return TRUE;
  g_set_error_literal (error, WORKSPACE_ERROR, WORKSPACE_ERROR_CHANGED,
                       _ ("Rules, questionnaire or catalogue were replaced while Waymark was open. "
                          "Close it, open it again, look at the result and finish then."));
  return FALSE;
}

static gboolean
freeze (AppSession *session, Workspace *workspace, GPtrArray *parts, GError **error)
{
  Advice *advice = app_session_get_advice (session);
  AssessmentDocument *document = advice_document (advice);
  g_autofree WorkspacePart *flat = g_new0 (WorkspacePart, parts->len);
  g_autoptr (WorkspaceSummary) summary = consultation_summarize (advice);
  g_autofree char *result = app_outcome_write (advice);

  for (guint i = 0; i < parts->len; i++)
    flat[i] = *(const WorkspacePart *)g_ptr_array_index (parts, i);
  return check_parts (parts, flat, advice, error)
         && workspace_freeze_assessment (workspace, assessment_document_id (document), document,
                                         summary, result, flat, parts->len, error);
}

gboolean
app_stages_finish (AppSession *session, GError **error)
{
  Workspace *workspace = workspace_of (session, error);
  AssessmentDocument *document = app_session_get_document (session);
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (document != NULL, FALSE);

  if (workspace == NULL || !app_store_flush (app_session_get_store (session), error))
    return FALSE;
  parts
      = app_frozen_collect (assessment_document_pack_id (document),
                            app_library_get_own_folder (app_session_get_library (session)), error);
  if (parts == NULL || !freeze (session, workspace, parts, error))
    return FALSE;
  app_store_refresh (app_session_get_store (session));
  app_session_reopen (session);
  return TRUE;
}

AssessmentDocument *
app_stages_correct (AppSession *session, GError **error)
{
  Workspace *workspace = workspace_of (session, error);
  AssessmentDocument *corrected;

  if (workspace == NULL)
    return NULL;
  corrected = workspace_amend_assessment (
      workspace, assessment_document_id (app_session_get_document (session)), error);
  if (corrected != NULL)
    app_store_refresh (app_session_get_store (session));
  return corrected;
}

static Advice *
advise_today (AppSession *session, AssessmentDocument *document, GError **error)
{
  AppLibrary *library = app_session_get_library (session);
  SurveyPack *pack = app_library_get_pack (library, assessment_document_pack_id (document));
  g_autofree char *today = base_date_today ();

  if (pack == NULL)
    {
      g_set_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK,
                   _ ("This assessment uses the questionnaire “%s”, which is not installed"),
                   assessment_document_pack_id (document));
      return NULL;
    }
  return advice_new (document, pack, app_library_get_rules (library),
                     app_library_get_catalogue (library), today);
}

Advice *
app_stages_advise (AppSession *session, const char *id, GError **error)
{
  Workspace *workspace = workspace_of (session, error);
  g_autoptr (AssessmentDocument) document = NULL;
  g_autoptr (AppFrozen) frozen = NULL;
  GError *failure = NULL;

  if (workspace == NULL || (document = workspace_load (workspace, id, error)) == NULL)
    return NULL;
  frozen = app_frozen_load (workspace, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return frozen != NULL ? app_frozen_advise (frozen, document)
                        : advise_today (session, document, error);
}
