/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-files.h"
#include "workspace/workspace-freeze.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* Finished stages stay as they are, whoever writes; evidence files come back as they were. */

typedef struct
{
  char *folder;
  char *path;
  Workspace *workspace;
  AssessmentDocument *document;
} Fixture;

static const WorkspaceSummary summary = { .overall = 2656,
                                          .band = (char *)"average",
                                          .completeness = 10000,
                                          .versions = (char *)"p r c",
                                          .n_dimensions = 2,
                                          .dimensions = { 1000, 2000 } };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "all-fields.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = assessment_document_load (sample, &error);

  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture->document = workspace_create_assessment (fixture->workspace, document, "company", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (workspace_close (fixture->workspace, NULL));
  base_data_remove (fixture->folder);
  assessment_document_unref (fixture->document);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const char *
id_of (const Fixture *fixture)
{
  return assessment_document_id (fixture->document);
}

static void
freeze (Fixture *fixture)
{
  g_autoptr (GBytes) pack = g_bytes_new_static ("pack", 4);
  g_autoptr (GBytes) hubs = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  const WorkspacePart parts[] = { { "pack", pack }, { "catalogue/hubs.json", hubs } };

  g_assert_true (workspace_freeze_assessment (fixture->workspace, id_of (fixture),
                                              fixture->document, &summary, "{\"a\":1}", parts,
                                              G_N_ELEMENTS (parts), &error));
  g_assert_no_error (error);
}

static void
test_reads_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WorkspaceFrozen) before
      = workspace_load_frozen (fixture->workspace, id_of (fixture), NULL);
  g_autoptr (WorkspaceFrozen) frozen = NULL;
  g_autoptr (WorkspaceCompany) company = NULL;
  g_autoptr (GError) error = NULL;
  WorkspaceFrozenPart *part;

  g_assert_null (before);
  freeze (fixture);
  g_assert_true (workspace_close (fixture->workspace, NULL));
  fixture->workspace = workspace_open (fixture->path, NULL);
  frozen = workspace_load_frozen (fixture->workspace, id_of (fixture), &error);
  g_assert_no_error (error);
  g_assert_true (assessment_document_equal (frozen->document, fixture->document));
  g_assert_cmpstr (frozen->result, ==, "{\"a\":1}");
  g_assert_cmpstr (frozen->versions, ==, "p r c");
  g_assert_cmpuint (frozen->parts->len, ==, 2);
  part = frozen->parts->pdata[1];
  g_assert_cmpstr (part->part, ==, "pack");
  g_assert_cmpmem (g_bytes_get_data (part->content, NULL), g_bytes_get_size (part->content), "pack",
                   4);
  company = workspace_get_company (fixture->workspace, "company", NULL);
  g_assert_true (workspace_company_latest (company)->frozen);
  g_assert_cmpint (workspace_company_latest (company)->overall, ==, 2656);
}

typedef struct
{
  int code; /* -1: stored */
  gboolean heard;
} Heard;

static void
saved_cb (Workspace *workspace, const WorkspaceSaved *saved, gpointer data)
{
  Heard *heard = data;

  heard->heard = TRUE;
  heard->code = saved->error == NULL ? -1 : saved->error->code;
}

static int
save (Workspace *workspace, const AssessmentDocument *old, const AssessmentDocument *new)
{
  Heard heard = { 0 };

  workspace_save (workspace, assessment_document_id (old), old, new, saved_cb, &heard);
  g_assert_true (workspace_flush (workspace, NULL));
  g_assert_true (heard.heard);
  return heard.code;
}

/* By this instance, by another one that was open before, and by SQL of a program that knows
 * nothing. What happens afterwards may still be noted. */
static void
test_nobody_changes_it (Fixture *fixture, gconstpointer data)
{
  static const char *const sql[] = {
    "UPDATE answers SET value = '[1]'",
    "DELETE FROM answers",
    "INSERT INTO answers (assessment_id, question, value, revision, changed_at)"
    " SELECT id, 'q99', '[1]', 1, 1 FROM assessments",
    "UPDATE assessments SET body = replace (body, 'Every', 'Any')",
    "UPDATE assessments SET frozen_at = NULL",
    "UPDATE assessments SET stage = 'T2'",
    "DELETE FROM assessments",
    "UPDATE results SET result = '{}'",
    "DELETE FROM results",
    "UPDATE summaries SET overall = 9999",
    "UPDATE blobs SET content = x'00'",
    "DELETE FROM blobs",
    "DELETE FROM result_parts",
    "INSERT INTO result_parts (assessment_id, part, sha256)"
    " SELECT assessment_id, 'more', sha256 FROM result_parts LIMIT 1",
  };
  Workspace *other = workspace_open (fixture->path, NULL);
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (fixture->document, "company.name", "Other", NULL);
  g_autoptr (AssessmentDocument) ticked
      = assessment_document_with_ticks (fixture->document, "q2", NULL, NULL, 0);
  g_autoptr (AssessmentDocument) entered
      = assessment_document_with_string (fixture->document, "portal.id", "DMA-1", NULL);
  g_autoptr (AssessmentDocument) loaded = NULL;
  g_autoptr (WorkspaceFrozen) frozen = NULL;
  sqlite3 *db = NULL;

  g_assert_nonnull (workspace_path (other));
  freeze (fixture);
  g_assert_cmpint (save (fixture->workspace, fixture->document, named), ==, WORKSPACE_ERROR_FROZEN);
  g_assert_cmpint (save (other, fixture->document, ticked), ==, WORKSPACE_ERROR_FROZEN);
  g_assert_cmpint (save (other, fixture->document, entered), ==, -1);

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    if (sqlite3_exec (db, sql[i], NULL, NULL, NULL) != SQLITE_CONSTRAINT)
      g_error ("%s: was done (%s)", sql[i], sqlite3_errmsg (db));
  sqlite3_close (db);

  loaded = workspace_load (fixture->workspace, id_of (fixture), NULL);
  g_assert_true (assessment_document_equal (loaded, entered));
  frozen = workspace_load_frozen (fixture->workspace, id_of (fixture), NULL);
  g_assert_true (assessment_document_equal (frozen->document, fixture->document));
  g_assert_true (workspace_close (other, NULL));
}

static void
test_not_of_another_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) stale
      = assessment_document_with_string (fixture->document, "company.name", "Stale", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (workspace_freeze_assessment (fixture->workspace, id_of (fixture), stale, &summary,
                                               "{}", NULL, 0, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_CHANGED);
  g_clear_error (&error);
  freeze (fixture);
  g_assert_false (workspace_freeze_assessment (fixture->workspace, id_of (fixture),
                                               fixture->document, &summary, "{}", NULL, 0, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FROZEN);
}

static void
test_amend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) too_early
      = workspace_amend_assessment (fixture->workspace, id_of (fixture), &error);
  g_autoptr (AssessmentDocument) amended = NULL;
  g_autoptr (AssessmentDocument) changed = NULL;
  g_autoptr (WorkspaceCompany) company = NULL;

  g_assert_null (too_early);
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  freeze (fixture);
  amended = workspace_amend_assessment (fixture->workspace, id_of (fixture), &error);
  g_assert_no_error (error);
  changed = assessment_document_with_ticks (amended, "q2", NULL, NULL, 0);
  g_assert_cmpint (save (fixture->workspace, amended, changed), ==, -1);
  company = workspace_get_company (fixture->workspace, "company", NULL);
  g_assert_cmpuint (company->n_stages, ==, 2);
  g_assert_cmpstr (workspace_company_latest (company)->id, ==, assessment_document_id (amended));
  g_assert_cmpstr (workspace_company_latest (company)->amends, ==, id_of (fixture));
  g_assert_cmpstr (workspace_company_stage (company, "T1")->id, ==,
                   assessment_document_id (amended));
}

/* --- evidence --------------------------------------------------------------------------------- */

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = g_strnfill (700000, 'e');
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (bytes, 700000, NULL);
  g_autoptr (GInputStream) again = g_memory_input_stream_new_from_data (bytes, 700000, NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  guint64 size;
  g_autofree char *sha256
      = workspace_files_add (fixture->path, in, G_MAXUINT64, &size, NULL, &error);
  g_autofree char *expected
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, 700000);
  g_autofree char *place = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (sha256, ==, expected);
  g_assert_cmpuint (size, ==, 700000);
  g_assert_true (workspace_files_read (fixture->path, sha256, out, NULL, &error));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (out)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (out)), bytes,
                   700000);

  /* Too large: nothing stays. */
  g_assert_null (workspace_files_add (fixture->path, again, 699999, NULL, NULL, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_SIZE);
  g_clear_error (&error);

  /* Changed on the disk, gone, no hash at all. */
  place = workspace_files_path (fixture->path, sha256);
  g_assert_true (g_file_set_contents (place, "other", 5, NULL));
  g_assert_false (workspace_files_read (fixture->path, sha256, NULL, NULL, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (place), ==, 0);
  g_assert_false (workspace_files_read (fixture->path, sha256, NULL, NULL, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  g_assert_null (workspace_files_path (fixture->path, "../../etc/passwd"));
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/workspace/freeze/reads-back", test_reads_back);
  add_test ("/workspace/freeze/nobody-changes-it", test_nobody_changes_it);
  add_test ("/workspace/freeze/other-document", test_not_of_another_document);
  add_test ("/workspace/freeze/amend", test_amend);
  add_test ("/workspace/files/add-and-read", test_files);
  return g_test_run ();
}
