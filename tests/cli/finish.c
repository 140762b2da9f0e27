/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-date.h"
#include "consultation/consultation-finish.h"
#include "workspace/workspace-error.h"

/* finish FOLDER: finishes the newest assessment of the workspace in FOLDER as the window does, for
 * tests of what is sent then. */

static void
finish (Workspace *workspace, const char *own)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = base_date_today ();
  g_autoptr (GPtrArray) list = workspace_list (workspace, FALSE, NULL);
  const WorkspaceEntry *entry = list->pdata[0];
  g_autoptr (AssessmentDocument) document = workspace_load (workspace, entry->id, NULL);
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (document), NULL);
  g_autoptr (AdviceRules) rules = advice_rules_load_bundled (NULL);
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (NULL);
  g_autoptr (Advice) advice = advice_new (document, pack, rules, catalogue, today);

  consultation_finish (workspace, advice, own, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (argv[1], "workspace.db", NULL);
  g_autofree char *own = g_build_filename (argv[1], "own", NULL);
  g_autoptr (GError) error = NULL;
  Workspace *workspace = workspace_open (path, &error);

  g_assert_no_error (error);
  finish (workspace, own);
  g_assert_true (workspace_close (workspace, NULL));
  return 0;
}
