/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace.h"

#include "base/base-data.h"

#include <string.h>

/* The store in daily use, on real files in a folder of its own. */

typedef struct
{
  char *folder;
  char *path;
  Workspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("waymark-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sub", "workspace.db", NULL);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (fixture->workspace != NULL)
    g_assert_true (workspace_close (fixture->workspace, &error));
  g_assert_no_error (error);
  base_data_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (workspace_close (fixture->workspace, &error));
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

static AssessmentDocument *
sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  AssessmentDocument *document = assessment_document_load (path, &error);

  g_assert_no_error (error);
  return document;
}

static AssessmentDocument *
create (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = sample (name);
  AssessmentDocument *created
      = workspace_create_assessment (fixture->workspace, document, NULL, &error);

  g_assert_no_error (error);
  return created;
}

static AssessmentDocument *
load (Workspace *workspace, const AssessmentDocument *document)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *loaded
      = workspace_load (workspace, assessment_document_id (document), &error);

  g_assert_no_error (error);
  return loaded;
}

static AssessmentDocument *
tick (const AssessmentDocument *document, const char *question, guint8 option)
{
  return assessment_document_with_ticks (document, question, NULL, &option, 1);
}

static void
flush (Workspace *workspace)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (workspace_flush (workspace, &error));
  g_assert_no_error (error);
}

static void
save (Workspace *workspace, const AssessmentDocument *old, const AssessmentDocument *new)
{
  g_assert_cmpuint (workspace_save (workspace, assessment_document_id (old), old, new, NULL, NULL),
                    >, 0);
}

/* --- documents -------------------------------------------------------------------------------- */

static void
test_all_samples_come_back (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "sample-metalworks.json", "incomplete.json",
                                       "micro-first.json", "scan.json", "all-fields.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AssessmentDocument) created = create (fixture, names[i]);
      g_autoptr (AssessmentDocument) loaded = NULL;

      reopen (fixture);
      loaded = load (fixture->workspace, created);
      g_assert_true (assessment_document_equal (created, loaded));
      g_assert_cmpstr (assessment_document_sha256 (created), ==,
                       assessment_document_sha256 (loaded));
    }
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) first = create (fixture, "sample-metalworks.json");
  g_autoptr (AssessmentDocument) second = create (fixture, "all-fields.json");
  g_autoptr (GPtrArray) entries = workspace_list (fixture->workspace, FALSE, NULL);
  const WorkspaceEntry *t0, *t1;

  g_assert_cmpuint (entries->len, ==, 2);
  t1 = entries->pdata[0];
  t0 = entries->pdata[1];
  g_assert_cmpstr (t0->id, ==, assessment_document_id (first));
  g_assert_cmpstr (t1->company_name, ==, "Every Field Instruments");
  /* T1 names T0 as its previous: one company, called as it is called now. */
  g_assert_cmpstr (t0->company_id, ==, t1->company_id);
  g_assert_cmpstr (t0->company_name, ==, "Every Field Instruments");
  g_assert_cmpstr (t1->city, ==, "Θεσσαλονίκη");
  g_assert_cmpstr (t1->country, ==, "GR");
  g_assert_cmpstr (t1->region, ==, "EL522");
  g_assert_cmpstr (t1->stage, ==, "T1");
  g_assert_cmpstr (t0->date, ==, "2026-11-20");
  g_assert_cmpstr (t0->pack_id, ==, "dma-sme");
  g_assert_cmpuint (t0->revision, ==, 1);
  g_assert_cmpint (t0->changed_at, <=, g_get_real_time ());
  g_assert_false (t0->has_summary);
  g_assert_cmpint (t0->summary.overall, ==, -1);
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) anonymous = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) one
      = workspace_create_assessment (fixture->workspace, anonymous, NULL, NULL);
  g_autoptr (AssessmentDocument) two
      = workspace_create_assessment (fixture->workspace, anonymous, NULL, NULL);
  g_autoptr (AssessmentDocument) again
      = workspace_create_assessment (fixture->workspace, one, NULL, &error);

  g_assert_cmpstr (assessment_document_id (one), !=, assessment_document_id (two));
  g_assert_null (again);
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (workspace_load (fixture->workspace, "nobody", &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
}

static void
test_hostile_values (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (10000, 'x');
  const char *const names[] = { "Robert'); DROP TABLE companies;--", "<b>&amp;</b> %s ?1 :id \"",
                                "\xd7\xa9\xd7\x9c\xe2\x80\xae abc", longest };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
      g_autoptr (AssessmentDocument) named
          = assessment_document_with_string (empty, "company.name", names[i], NULL);
      g_autoptr (AssessmentDocument) created
          = workspace_create_assessment (fixture->workspace, named, NULL, NULL);
      g_autoptr (AssessmentDocument) loaded = load (fixture->workspace, created);
      g_autoptr (GPtrArray) entries = workspace_list (fixture->workspace, FALSE, NULL);

      g_assert_cmpstr (assessment_document_get_string (loaded, "company.name"), ==, names[i]);
      g_assert_cmpstr (((WorkspaceEntry *)entries->pdata[0])->company_name, ==, names[i]);
    }
}

/* --- saving ----------------------------------------------------------------------------------- */

static void
test_save_every_kind_of_change (Fixture *fixture, gconstpointer data)
{
  AssessmentDocument *document = create (fixture, "sample-metalworks.json");
  AssessmentDocument *steps[5];
  g_autoptr (GPtrArray) entries = NULL;

  steps[0] = tick (document, "q2", 9);                            /* answer changed */
  steps[1] = assessment_document_without_answer (steps[0], "q6"); /* taken back */
  steps[2] = assessment_document_with_string (steps[1], "company.name", "New", NULL); /* body */
  steps[3] = assessment_document_with_ticks (steps[2], "q6", NULL, NULL, 0); /* answered again */
  steps[4] = assessment_document_without (steps[3], "answers");              /* all gone */
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (AssessmentDocument) loaded = NULL;

      save (fixture->workspace, document, steps[i]);
      if (i % 2 == 0)
        reopen (fixture); /* closing waits for the queue */
      loaded = load (fixture->workspace, document);
      g_assert_true (assessment_document_equal (loaded, steps[i]));
      assessment_document_unref (document);
      document = steps[i];
    }
  entries = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpstr (((WorkspaceEntry *)entries->pdata[0])->company_name, ==, "New");
  g_assert_cmpuint (((WorkspaceEntry *)entries->pdata[0])->revision, ==, 6);
  assessment_document_unref (document);
}

typedef struct
{
  guint saved;
  guint failed;
  guint durable;
  guint changed;
  guint64 last_change;
  guint64 up_to;
  guint64 waiting;
  gint64 saved_at;
  GString *conflicts;
  GError *error;
  AssessmentDocument *stored;
} Heard;

static void
saved_cb (Workspace *workspace, const WorkspaceSaved *saved, gpointer data)
{
  Heard *heard = data;

  heard->last_change = saved->change;
  if (saved->error != NULL)
    {
      heard->failed++;
      g_clear_error (&heard->error);
      heard->error = g_error_copy (saved->error);
      g_assert_null (saved->stored);
      return;
    }
  heard->saved++;
  g_clear_pointer (&heard->stored, assessment_document_unref);
  heard->stored = assessment_document_ref ((AssessmentDocument *)saved->stored);
  for (guint i = 0; saved->conflicts[i] != NULL && heard->conflicts != NULL; i++)
    g_string_append_printf (heard->conflicts, "%s: %s over %s; ", saved->conflicts[i]->path,
                            saved->conflicts[i]->ours, saved->conflicts[i]->theirs);
}

static void
durable_cb (Workspace *workspace, const WorkspaceDurable *durable, gpointer data)
{
  Heard *heard = data;

  heard->durable++;
  heard->up_to = durable->up_to;
  heard->waiting = durable->waiting;
  heard->saved_at = durable->saved_at;
}

static void
changed_cb (Workspace *workspace, gpointer data)
{
  ((Heard *)data)->changed++;
}

static void
clear_heard (Heard *heard)
{
  g_clear_error (&heard->error);
  g_clear_pointer (&heard->stored, assessment_document_unref);
  if (heard->conflicts != NULL)
    g_string_free (heard->conflicts, TRUE);
}

static void
test_durable_ticks (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (AssessmentDocument) document = create (fixture, "sample-metalworks.json");
  gint64 before = g_get_real_time ();
  AssessmentDocument *current = assessment_document_ref (document);

  workspace_set_durable_func (fixture->workspace, durable_cb, &heard);
  for (guint i = 0; i < 200; i++)
    {
      AssessmentDocument *next = tick (current, "q2", (guint8)(i % 10 + 1));

      g_assert_cmpuint (workspace_save (fixture->workspace, assessment_document_id (document),
                                        current, next, saved_cb, &heard),
                        ==, i + 1);
      assessment_document_unref (current);
      current = next;
    }
  /* By the main loop, without waiting anywhere else. */
  while (heard.saved < 200 || heard.up_to < 200)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heard.last_change, ==, 200);
  g_assert_cmpuint (heard.waiting, ==, 0);
  g_assert_cmpuint (heard.durable, <=, 200);
  g_assert_cmpint (heard.saved_at, >=, before);
  assessment_document_unref (current);
  clear_heard (&heard);
}

static void
test_callbacks_come_before_close_returns (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (AssessmentDocument) document = create (fixture, "sample-metalworks.json");
  g_autoptr (AssessmentDocument) next = tick (document, "q2", 1);

  workspace_save (fixture->workspace, assessment_document_id (document), document, next, saved_cb,
                  &heard);
  g_assert_cmpuint (heard.saved, ==, 0);
  reopen (fixture);
  g_assert_cmpuint (heard.saved, ==, 1);
  clear_heard (&heard);
}

static void
test_save_of_a_deleted_one (Fixture *fixture, gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (AssessmentDocument) document = create (fixture, "sample-metalworks.json");
  g_autoptr (AssessmentDocument) other = create (fixture, "incomplete.json");
  g_autoptr (AssessmentDocument) next = tick (document, "q2", 1);
  g_autoptr (AssessmentDocument) other_next = tick (other, "q2", 1);
  g_autoptr (AssessmentDocument) loaded = NULL;

  g_assert_true (
      workspace_delete_assessment (fixture->workspace, assessment_document_id (document), NULL));
  workspace_save (fixture->workspace, assessment_document_id (document), document, next, saved_cb,
                  &heard);
  workspace_save (fixture->workspace, assessment_document_id (other), other, other_next, saved_cb,
                  &heard);
  flush (fixture->workspace);
  g_assert_cmpuint (heard.failed, ==, 1);
  g_assert_cmpuint (heard.saved, ==, 1);
  g_assert_error (heard.error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  loaded = load (fixture->workspace, other);
  g_assert_true (assessment_document_equal (loaded, other_next));
  clear_heard (&heard);
}

/* --- two instances ---------------------------------------------------------------------------- */

static void
test_two_instances_merge (Fixture *fixture, gconstpointer data)
{
  Heard heard = { .conflicts = g_string_new (NULL) };
  g_autoptr (AssessmentDocument) base = create (fixture, "sample-metalworks.json");
  Workspace *other = workspace_open (fixture->path, NULL);
  g_autoptr (AssessmentDocument) ours = tick (base, "q2", 9);
  g_autoptr (AssessmentDocument) theirs_q3 = tick (base, "q3", 10);
  g_autoptr (AssessmentDocument) theirs
      = assessment_document_with_string (theirs_q3, "company.city", "Braga", NULL);
  g_autoptr (AssessmentDocument) loaded = NULL;

  workspace_set_changed_func (fixture->workspace, changed_cb, &heard);
  workspace_poll (fixture->workspace);
  flush (fixture->workspace);
  g_assert_cmpuint (heard.changed, ==, 0);

  save (other, base, theirs);
  flush (other);
  workspace_poll (fixture->workspace);
  workspace_poll (fixture->workspace);
  workspace_save (fixture->workspace, assessment_document_id (base), base, ours, saved_cb, &heard);
  flush (fixture->workspace);
  g_assert_cmpuint (heard.changed, ==, 1);
  g_assert_cmpuint (heard.saved, ==, 1);
  g_assert_cmpstr (heard.conflicts->str, ==, "");

  loaded = load (other, base);
  g_assert_true (assessment_document_equal (loaded, heard.stored));
  g_assert_cmpuint (assessment_document_get_ticks (loaded, "q2", NULL, NULL)[0], ==, 9);
  g_assert_cmpuint (assessment_document_get_ticks (loaded, "q3", NULL, NULL)[0], ==, 10);
  g_assert_cmpstr (assessment_document_get_string (loaded, "company.city"), ==, "Braga");
  g_assert_true (workspace_close (other, NULL));
  clear_heard (&heard);
}

static void
test_two_instances_conflict (Fixture *fixture, gconstpointer data)
{
  Heard heard = { .conflicts = g_string_new (NULL) };
  g_autoptr (AssessmentDocument) base = create (fixture, "sample-metalworks.json");
  Workspace *other = workspace_open (fixture->path, NULL);
  g_autoptr (AssessmentDocument) ours = tick (base, "q2", 9);
  g_autoptr (AssessmentDocument) theirs = tick (base, "q2", 10);
  g_autoptr (AssessmentDocument) loaded = NULL;

  save (other, base, theirs);
  flush (other);
  workspace_save (fixture->workspace, assessment_document_id (base), base, ours, saved_cb, &heard);
  flush (fixture->workspace);
  g_assert_cmpstr (heard.conflicts->str, ==, "answers.q2: [9] over [10]; ");
  loaded = load (other, base);
  g_assert_true (assessment_document_equal (loaded, ours));
  g_assert_true (workspace_close (other, NULL));
  clear_heard (&heard);
}

/* --- deleting --------------------------------------------------------------------------------- */

static guint
count (Workspace *workspace, gboolean with_deleted)
{
  g_autoptr (GPtrArray) entries = workspace_list (workspace, with_deleted, NULL);

  return entries->len;
}

static void
test_delete_and_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = create (fixture, "sample-metalworks.json");
  g_autoptr (AssessmentDocument) loaded = NULL;
  const char *id = assessment_document_id (document);

  g_assert_true (workspace_delete_assessment (fixture->workspace, id, NULL));
  g_assert_cmpuint (count (fixture->workspace, FALSE), ==, 0);
  g_assert_cmpuint (count (fixture->workspace, TRUE), ==, 1);
  g_assert_false (workspace_delete_assessment (fixture->workspace, id, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  reopen (fixture); /* 30 days are not over */
  g_assert_true (workspace_restore_assessment (fixture->workspace, id, NULL));
  g_assert_false (workspace_restore_assessment (fixture->workspace, id, NULL));
  loaded = load (fixture->workspace, document);
  g_assert_true (assessment_document_equal (document, loaded));
}

static void
test_purge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = create (fixture, "all-fields.json");
  const char *id = assessment_document_id (document);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (workspace_delete_assessment (fixture->workspace, id, NULL));
  g_assert_true (workspace_purge (fixture->workspace, NULL));
  g_assert_cmpuint (count (fixture->workspace, TRUE), ==, 0);
  g_assert_false (workspace_restore_assessment (fixture->workspace, id, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  /* Deleted is deleted: no name is left in the file. */
  reopen (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "Every Field", strlen ("Every Field")));
  g_assert_null (memmem (bytes, length, id, strlen (id)));
}

/* --- caches ----------------------------------------------------------------------------------- */

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) document = create (fixture, "sample-metalworks.json");
  g_autoptr (AssessmentDocument) next = tick (document, "q2", 1);
  WorkspaceSummary summary = { .overall = 2656,
                               .band = (char *)"average",
                               .completeness = 10000,
                               .next_step = (char *)"q8-3",
                               .versions = (char *)"{\"pack\":\"1.0\"}" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const WorkspaceEntry *entry;

  workspace_store_summary (fixture->workspace, assessment_document_id (document), document,
                           &summary);
  entries = workspace_list (fixture->workspace, FALSE, NULL);
  entry = entries->pdata[0];
  g_assert_true (entry->has_summary && entry->summary_is_current);
  g_assert_cmpint (entry->summary.overall, ==, 2656);
  g_assert_cmpstr (entry->summary.band, ==, "average");
  g_assert_cmpstr (entry->summary.next_step, ==, "q8-3");
  g_assert_cmpstr (entry->summary.versions, ==, "{\"pack\":\"1.0\"}");

  save (fixture->workspace, document, next);
  summary.overall = -1;
  summary.band = NULL;
  workspace_store_summary (fixture->workspace, assessment_document_id (document), document,
                           &summary);
  later = workspace_list (fixture->workspace, FALSE, NULL);
  entry = later->pdata[0];
  g_assert_true (entry->has_summary && !entry->summary_is_current);
  g_assert_cmpint (entry->summary.overall, ==, -1);
  g_assert_null (entry->summary.band);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *value = NULL;

  g_assert_null (workspace_get_setting (fixture->workspace, "view"));
  g_assert_true (workspace_set_setting (fixture->workspace, "view", "owner", NULL));
  g_assert_true (workspace_set_setting (fixture->workspace, "view", "adviser", NULL));
  reopen (fixture);
  value = workspace_get_setting (fixture->workspace, "view");
  g_assert_cmpstr (value, ==, "adviser");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/workspace/documents/samples", test_all_samples_come_back);
  add ("/workspace/documents/list", test_list);
  add ("/workspace/documents/ids", test_ids);
  add ("/workspace/documents/hostile", test_hostile_values);
  add ("/workspace/save/changes", test_save_every_kind_of_change);
  add ("/workspace/save/durable-ticks", test_durable_ticks);
  add ("/workspace/save/close-delivers", test_callbacks_come_before_close_returns);
  add ("/workspace/save/deleted", test_save_of_a_deleted_one);
  add ("/workspace/instances/merge", test_two_instances_merge);
  add ("/workspace/instances/conflict", test_two_instances_conflict);
  add ("/workspace/delete/restore", test_delete_and_restore);
  add ("/workspace/delete/purge", test_purge);
  add ("/workspace/cache/summary", test_summary);
  add ("/workspace/cache/settings", test_settings);
  return g_test_run ();
}
