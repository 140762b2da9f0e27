/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-finish.h"

#include "consultation/consultation-frozen.h"
#include "consultation/consultation-outcome.h"
#include "consultation/consultation-summary.h"

#include <glib/gi18n-lib.h>

/* What is kept must make the same result again, or it were no proof of it. */

/* The files on the disk may be newer than what the program read at its start. */
static gboolean
check_parts (const WorkspacePart *parts, guint n_parts, const Advice *advice, GError **error)
{
  g_autoptr (ConsultationFrozen) read
      = consultation_frozen_read (parts, n_parts, advice_date (advice), error);

  if (read == NULL)
    return FALSE;
  if (consultation_frozen_made (read, advice))
    return TRUE;
  g_set_error_literal (error, WORKSPACE_ERROR, WORKSPACE_ERROR_CHANGED,
                       _ ("Rules, questionnaire or catalogue were replaced while Waymark was open. "
                          "Close it, open it again, look at the result and finish then."));
  return FALSE;
}

gboolean
consultation_finish (Workspace *workspace,
                     const Advice *advice,
                     const char *own_folder,
                     GError **error)
{
  const AssessmentDocument *document = advice_document (advice);
  g_autoptr (GArray) parts
      = consultation_frozen_collect (assessment_document_pack_id (document), own_folder, error);
  const WorkspacePart *flat;
  g_autoptr (WorkspaceSummary) summary = NULL;
  g_autofree char *result = NULL;

  if (parts == NULL)
    return FALSE;
  flat = (const WorkspacePart *)(void *)parts->data;
  if (!check_parts (flat, parts->len, advice, error))
    return FALSE;
  summary = consultation_summarize (advice);
  result = consultation_outcome_write (advice);
  return workspace_freeze_assessment (workspace, assessment_document_id (document), document,
                                      summary, result, flat, parts->len, error);
}
