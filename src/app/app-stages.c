/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-stages.h"

#include "app/app-store.h"
#include "base/base-date.h"
#include "consultation/consultation-finish.h"
#include "consultation/consultation-stage.h"

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

WorkspaceCompany *
app_stages_company (AppSession *session)
{
  Workspace *workspace = workspace_of (session, NULL);
  AssessmentDocument *document = app_session_get_document (session);
  const char *id = document != NULL ? assessment_document_id (document) : NULL;
  g_autofree char *company_id
      = workspace != NULL && id != NULL ? workspace_find_company_of (workspace, id) : NULL;

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
  pack = app_library_find_pack (app_session_get_library (session), before, error);
  if (pack == NULL)
    return NULL;
  begun = consultation_stage_start (before, pack, today, error);
  return begun != NULL ? app_store_create (app_session_get_store (session), begun, error) : NULL;
}

gboolean
app_stages_finish (AppSession *session, GError **error)
{
  Workspace *workspace = workspace_of (session, error);
  const char *own = app_library_get_own_folder (app_session_get_library (session));

  g_return_val_if_fail (app_session_get_document (session) != NULL, FALSE);

  if (workspace == NULL || !app_store_flush (app_session_get_store (session), error)
      || !consultation_finish (workspace, app_session_get_advice (session), own, error))
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

Advice *
app_stages_advise (AppSession *session, const char *id, GError **error)
{
  Workspace *workspace = workspace_of (session, error);
  g_autoptr (AssessmentDocument) document = NULL;
  g_autoptr (ConsultationFrozen) frozen = NULL;
  GError *failure = NULL;

  if (workspace == NULL || (document = workspace_load (workspace, id, error)) == NULL)
    return NULL;
  frozen = consultation_frozen_load (
      workspace, id, app_library_get_own_folder (app_session_get_library (session)), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return frozen != NULL ? consultation_frozen_advise (frozen, document)
                        : app_library_advise (app_session_get_library (session), document, error);
}
