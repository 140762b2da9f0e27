/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/app-session.h"
#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/app-way-step.h"
#include "base/base-data.h"

/* Editing, undo and redo, keeping, and the way, with the bundled data. */

typedef struct
{
  AppLibrary *library;
  AppStore *store;
  AppSession *session;
  guint changed, opened;
} Fixture;

static void
count (guint *counter)
{
  (*counter)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-session-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "workspace.db", NULL);

  fixture->library = app_library_new ();
  fixture->store = app_store_new (path);
  app_store_open (fixture->store);
  g_assert_cmpstr (app_store_get_failure (fixture->store), ==, NULL);
  fixture->session = app_session_new (fixture->library, fixture->store);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (count), &fixture->changed);
  g_signal_connect_swapped (fixture->session, "opened", G_CALLBACK (count), &fixture->opened);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->library);
}

static AssessmentDocument *
load_sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *member = g_strconcat ("samples/", name, NULL);
  g_autofree char *path = base_data_path (member, &error);
  AssessmentDocument *document;

  g_assert_no_error (error);
  document = assessment_document_load (path, &error);
  g_assert_no_error (error);
  return document;
}

static void
open_sample (Fixture *fixture, const char *name)
{
  g_autoptr (AssessmentDocument) document = load_sample (name);
  g_autoptr (GError) error = NULL;

  g_assert_true (app_session_open (fixture->session, document, FALSE, &error));
  g_assert_no_error (error);
}

static void
rename_company (Fixture *fixture, const char *name, const char *step)
{
  AssessmentDocument *document = app_session_get_document (fixture->session);

  app_session_edit (fixture->session,
                    assessment_document_with_string (document, "company.name", name, NULL), step);
}

static void
assert_name (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (
      assessment_document_get_string (app_session_get_document (fixture->session), "company.name"),
      ==, name);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture, "sample-metalworks.json");
  g_assert_cmpuint (fixture->opened, ==, 1);
  g_assert_false (app_session_can_undo (fixture->session));

  rename_company (fixture, "A", NULL);
  rename_company (fixture, "B", NULL);
  assert_name (fixture, "B");
  app_session_undo (fixture->session);
  assert_name (fixture, "A");
  app_session_undo (fixture->session);
  assert_name (fixture, "Sample Metalworks");
  g_assert_false (app_session_can_undo (fixture->session));
  app_session_undo (fixture->session);
  assert_name (fixture, "Sample Metalworks");
  app_session_redo (fixture->session);
  app_session_redo (fixture->session);
  assert_name (fixture, "B");
  g_assert_false (app_session_can_redo (fixture->session));

  app_session_undo (fixture->session);
  rename_company (fixture, "C", NULL);
  g_assert_false (app_session_can_redo (fixture->session));
  g_assert_true (advice_document (app_session_get_advice (fixture->session))
                 == app_session_get_document (fixture->session));
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  open_sample (fixture, "sample-metalworks.json");
  rename_company (fixture, "M", "company.name");
  rename_company (fixture, "Me", "company.name");
  rename_company (fixture, "Met", "company.name");
  app_session_undo (fixture->session);
  assert_name (fixture, "Sample Metalworks");
  app_session_redo (fixture->session);
  assert_name (fixture, "Met");
}

static void
test_equal (Fixture *fixture, gconstpointer data)
{
  guint changed;

  open_sample (fixture, "sample-metalworks.json");
  changed = fixture->changed;
  rename_company (fixture, "Sample Metalworks", NULL);
  g_assert_cmpuint (fixture->changed, ==, changed);
  g_assert_false (app_session_can_undo (fixture->session));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) foreign = assessment_document_new ("another", "1.0");
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  const guint8 ticks[] = { 60 };
  g_autoptr (AssessmentDocument) wrong
      = assessment_document_with_ticks (empty, "q8", NULL, ticks, 1);
  g_autoptr (GError) error = NULL;

  open_sample (fixture, "sample-metalworks.json");
  g_assert_false (app_session_open (fixture->session, foreign, FALSE, &error));
  g_assert_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK);
  g_clear_error (&error);
  g_assert_false (app_session_open (fixture->session, wrong, FALSE, &error));
  g_assert_nonnull (error);
  assert_name (fixture, "Sample Metalworks");
}

/* Whoever only looks leaves nothing behind; the first edit keeps it, and it comes back as it was.
 */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  GListModel *entries = app_store_get_entries (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) stored = NULL;
  const char *id;

  open_sample (fixture, "sample-metalworks.json");
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 0);
  rename_company (fixture, "Kept", NULL);
  rename_company (fixture, "Kept & saved", NULL);
  g_assert_true (app_store_flush (fixture->store, &error));
  g_assert_no_error (error);
  while (app_store_is_busy (fixture->store))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (app_session_get_saved_text (fixture->session), "Saved"));

  id = assessment_document_id (app_session_get_document (fixture->session));
  stored = app_store_load (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_true (assessment_document_equal (stored, app_session_get_document (fixture->session)));

  app_session_undo (fixture->session);
  app_session_undo (fixture->session);
  g_assert_cmpstr (assessment_document_id (app_session_get_document (fixture->session)), ==,
                   assessment_document_id (stored));
  app_session_close (fixture->session);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  GListModel *entries = app_store_get_entries (fixture->store);
  g_autofree char *id = NULL;

  open_sample (fixture, "incomplete.json");
  rename_company (fixture, "Gone", NULL);
  id = g_strdup (assessment_document_id (app_session_get_document (fixture->session)));
  app_session_close (fixture->session);
  g_assert_true (app_store_remove (fixture->store, id, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 0);
  g_assert_true (app_store_restore (fixture->store, id, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, 1);
}

static const AppWayStep *
step_at (GPtrArray *steps, guint index)
{
  return g_ptr_array_index (steps, index);
}

static void
test_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = NULL;
  guint here = 0;

  open_sample (fixture, "sample-metalworks.json");
  steps = app_way_steps_new (fixture->session, "questions", "data");
  g_assert_cmpuint (steps->len, ==, 12);
  g_assert_cmpint (step_at (steps, 0)->state, ==, APP_WAY_DONE);
  g_assert_cmpstr (step_at (steps, 1)->detail, ==, "11 of 11");
  g_assert_cmpstr (step_at (steps, 5)->accessible, ==,
                   "Data and security, 2 of 2 answered, current step");
  g_assert_cmpint (step_at (steps, 5)->state, ==, APP_WAY_HERE);
  g_assert_cmpstr (step_at (steps, 5)->target, ==, "questions:q7");
  g_assert_cmpstr (step_at (steps, 8)->accessible, ==, "Results, score 27");
  g_assert_cmpint (step_at (steps, 11)->state, ==, APP_WAY_GOAL);
  for (guint i = 0; i < steps->len; i++)
    here += step_at (steps, i)->state == APP_WAY_HERE;
  g_assert_cmpuint (here, ==, 1);
}

static void
test_way_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (GPtrArray) steps = NULL;

  g_assert_true (app_session_open (fixture->session, empty, FALSE, NULL));
  steps = app_way_steps_new (fixture->session, "company", NULL);
  g_assert_cmpint (step_at (steps, 0)->state, ==, APP_WAY_HERE);
  g_assert_cmpstr (step_at (steps, 0)->accessible, ==, "Company, open, current step");
  g_assert_cmpint (step_at (steps, 1)->state, ==, APP_WAY_OPEN);
  g_assert_cmpstr (step_at (steps, 1)->detail, ==, "0 of 11");
  for (guint i = 0; i < steps->len; i++)
    g_assert_false (step_at (steps, i)->walked);
}

/* An assessment that came without what lists show of it has it once it is opened; whoever reads the
 * company writes nothing. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) sample = load_sample ("sample-metalworks.json");
  g_autoptr (AssessmentDocument) kept = app_store_create (fixture->store, sample, NULL);
  g_autofree char *company_id = workspace_find_company_of (app_store_get_workspace (fixture->store),
                                                           assessment_document_id (kept));
  g_autoptr (WorkspaceCompany) before
      = workspace_get_company (app_store_get_workspace (fixture->store), company_id, NULL);
  g_autoptr (WorkspaceCompany) opened = NULL, again = NULL;

  g_assert_false (workspace_company_latest (before)->summary_is_current);
  g_assert_true (app_session_open (fixture->session, kept, TRUE, NULL));
  opened = app_stages_company (fixture->session);
  g_assert_cmpstr (opened->id, ==, company_id);
  g_assert_true (workspace_company_latest (opened)->summary_is_current);
  g_assert_cmpint (workspace_company_latest (opened)->overall, ==, 2656);
  g_assert_cmpstr (workspace_company_latest (opened)->size, ==, "small");
  /* The same row: neither reading nor opening it again changed anything. */
  g_assert_true (app_session_open (fixture->session, kept, TRUE, NULL));
  again = app_stages_company (fixture->session);
  g_assert_true (again == opened);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test) g_test_add ("/app/session/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("history", test_history);
  ADD ("steps", test_steps);
  ADD ("equal", test_equal);
  ADD ("refused", test_refused);
  ADD ("kept", test_kept);
  ADD ("removed", test_removed);
  ADD ("way", test_way);
  ADD ("way-of-nothing", test_way_of_nothing);
  ADD ("summary", test_summary);
#undef ADD
  return g_test_run ();
}
