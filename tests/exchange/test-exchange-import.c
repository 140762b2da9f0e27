/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "exchange/exchange-collect.h"
#include "exchange/exchange-import.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-files.h"
#include "workspace/workspace-freeze.h"

#include <string.h>

/* Imports: what is shown is what happens, all or nothing, and can be taken back. */

typedef struct
{
  char *folder;
  Workspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = exchange_help_folder ();
  path = g_build_filename (fixture->folder, "workspace.db", NULL);
  fixture->workspace = workspace_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_true (workspace_close (fixture->workspace, NULL));
  exchange_help_remove (fixture->folder);
}

static ExchangeImport *
import_one (Fixture *fixture, AssessmentDocument *document)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  ExchangeImport *import;

  g_ptr_array_add (documents, document);
  import = exchange_import_new (fixture->workspace, documents, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static void
apply (Fixture *fixture, ExchangeImport *import)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (exchange_import_apply (import, fixture->workspace, &error));
  g_assert_no_error (error);
}

static void
take_in (Fixture *fixture, AssessmentDocument *document)
{
  g_autoptr (ExchangeImport) import = import_one (fixture, document);

  apply (fixture, import);
}

static AssessmentDocument *
stored (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document = workspace_load (fixture->workspace, id, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_new_and_again (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= 25; seed++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", seed);
      g_autoptr (AssessmentDocument) document = exchange_help_document (seed, id);
      g_autoptr (AssessmentDocument) is = NULL;
      g_autoptr (ExchangeImport) again = NULL;

      take_in (fixture, document);
      is = stored (fixture, id);
      g_assert_true (assessment_document_equal (is, document));
      again = import_one (fixture, document);
      g_assert_cmpint (exchange_import_item (again, 0)->state, ==, EXCHANGE_IMPORT_SAME);
      g_assert_false (exchange_import_has_changes (again));
    }
}

#define HEAD                                                                                       \
  "{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"x\","                                 \
  "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},"

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) ours
      = exchange_help_parse (HEAD "\"answers\":{\"q2\":[1],\"q3\":[1]}}");
  g_autoptr (AssessmentDocument) theirs
      = exchange_help_parse (HEAD "\"answers\":{\"q2\":[2],\"q3\":[3],\"q5\":[5]}}");
  g_autoptr (AssessmentDocument) wanted
      = exchange_help_parse (HEAD "\"answers\":{\"q2\":[1],\"q3\":[3]}}");
  g_autoptr (AssessmentDocument) is = NULL;
  g_autoptr (ExchangeImport) import = NULL;
  const ExchangeImportItem *item;

  take_in (fixture, ours);
  import = import_one (fixture, theirs);
  item = exchange_import_item (import, 0);
  g_assert_cmpint (item->state, ==, EXCHANGE_IMPORT_CHANGED);
  g_assert_cmpuint (item->n_conflicts, ==, 2);
  g_assert_cmpuint (item->differences->len, ==, 3);
  g_assert_cmpstr (((AssessmentDifference *)item->differences->pdata[0])->ours, ==, "[1]");
  g_assert_cmpstr (((AssessmentDifference *)item->differences->pdata[0])->theirs, ==, "[2]");
  exchange_import_take_difference (import, 0, 1, TRUE);
  exchange_import_take_difference (import, 0, 2, FALSE);
  apply (fixture, import);
  is = stored (fixture, "x");
  g_assert_true (assessment_document_equal (is, wanted));
}

static void
test_leave (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) document = exchange_help_document (5, "x");
  g_autoptr (ExchangeImport) import = import_one (fixture, document);
  g_autoptr (GPtrArray) list = NULL;

  exchange_import_take (import, 0, FALSE);
  g_assert_false (exchange_import_has_changes (import));
  apply (fixture, import);
  list = workspace_list (fixture->workspace, TRUE, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

/* Stages of one company stay together. */
static void
test_company (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) first = exchange_help_document (1, "t0");
  g_autoptr (AssessmentDocument) second = exchange_help_document (2, "t1");
  g_autoptr (AssessmentDocument) third = exchange_help_document (3, "t2");
  g_autoptr (AssessmentDocument) linked
      = assessment_document_with_string (third, "previous", "t1", NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (ExchangeImport) import = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_ptr_array_add (documents, first);
  g_ptr_array_add (documents, second);
  import = exchange_import_new (fixture->workspace, documents, NULL, NULL);
  apply (fixture, import);
  take_in (fixture, linked);
  list = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpstr (((WorkspaceEntry *)list->pdata[i])->company_id, ==,
                     ((WorkspaceEntry *)list->pdata[0])->company_id);
}

static void
save (Fixture *fixture, const AssessmentDocument *old, const AssessmentDocument *new)
{
  workspace_save (fixture->workspace, "x", old, new, NULL, NULL);
  g_assert_true (workspace_flush (fixture->workspace, NULL));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  const guint8 five[] = { 5 };
  g_autoptr (AssessmentDocument) ours = exchange_help_parse (HEAD "\"answers\":{\"q2\":[1]}}");
  g_autoptr (AssessmentDocument) theirs
      = exchange_help_parse (HEAD "\"answers\":{\"q2\":[2],\"q3\":[3]}}");
  g_autoptr (AssessmentDocument) after = NULL;
  g_autoptr (AssessmentDocument) later = NULL;
  g_autoptr (AssessmentDocument) is = NULL;
  g_autoptr (AssessmentDocument) wanted = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (exchange_import_can_undo (fixture->workspace));
  take_in (fixture, ours);
  take_in (fixture, theirs);
  /* The user goes on working, then takes the import back: the work stays. */
  after = stored (fixture, "x");
  later = assessment_document_with_ticks (after, "q5", NULL, five, 1);
  save (fixture, after, later);
  g_assert_true (exchange_import_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  is = stored (fixture, "x");
  wanted = assessment_document_with_ticks (ours, "q5", NULL, five, 1);
  g_assert_true (assessment_document_equal (is, wanted));
  g_assert_false (exchange_import_can_undo (fixture->workspace));
  g_assert_false (exchange_import_undo (fixture->workspace, &error));
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND);
  list = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

/* A new one is hidden by undoing, and comes back by importing again. */
static void
test_undo_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) document = exchange_help_document (9, "x");
  g_autoptr (AssessmentDocument) is = NULL;
  g_autoptr (GPtrArray) hidden = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (ExchangeImport) again = NULL;

  take_in (fixture, document);
  g_assert_true (exchange_import_undo (fixture->workspace, NULL));
  hidden = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (hidden->len, ==, 0);
  again = import_one (fixture, document);
  g_assert_true (exchange_import_item (again, 0)->hidden);
  apply (fixture, again);
  list = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  is = stored (fixture, "x");
  g_assert_true (assessment_document_equal (is, document));
  g_assert_true (exchange_import_undo (fixture->workspace, NULL));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

/* One of two cannot be stored: neither is. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AssessmentDocument) one = exchange_help_document (1, "one");
  g_autoptr (AssessmentDocument) two = exchange_help_document (2, "two");
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (ExchangeImport) import = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (AssessmentDocument) created = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, one);
  g_ptr_array_add (documents, two);
  import = exchange_import_new (fixture->workspace, documents, NULL, NULL);
  /* Meanwhile somebody else made the second one. */
  created = workspace_create_assessment (fixture->workspace, two, NULL, NULL);
  g_assert_false (exchange_import_apply (import, fixture->workspace, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_EXISTS);
  list = workspace_list (fixture->workspace, TRUE, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_false (exchange_import_can_undo (fixture->workspace));
}

/* --- whole companies -------------------------------------------------------------------------- */

#define PASSPHRASE "one two three"

typedef struct
{
  Fixture here, there;
  char *package;
} Pair;

static void
pair_set_up (Pair *pair, gconstpointer data)
{
  set_up (&pair->here, data);
  set_up (&pair->there, data);
  pair->package = g_build_filename (pair->here.folder, "company.waymark", NULL);
}

static void
pair_tear_down (Pair *pair, gconstpointer data)
{
  tear_down (&pair->here, data);
  tear_down (&pair->there, data);
  g_free (pair->package);
}

static char *
company_of (Fixture *fixture, const char *id)
{
  g_autoptr (GPtrArray) list = workspace_list (fixture->workspace, FALSE, NULL);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((WorkspaceEntry *)list->pdata[i])->id, id))
      return g_strdup (((WorkspaceEntry *)list->pdata[i])->company_id);
  g_assert_not_reached ();
}

/* A company with two stages, one of them finished, evidence, a contact, a meeting and tags. */
static char *
fill (Fixture *fixture)
{
  const char *const tags[] = { "pilot", NULL };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("invoice", 7, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = workspace_files_add (workspace_path (fixture->workspace), stream,
                                                 WORKSPACE_FILE_MAX, NULL, NULL, &error);
  g_autofree char *json = g_strdup_printf (
      HEAD "\"stage\":\"T0\",\"company\":{\"name\":\"Firm\"},\"answers\":{\"q2\":[1]},"
           "\"evidence\":[{\"id\":\"e1\",\"title\":\"Invoice\",\"sha256\":\"%s\"}]}",
      sha256);
  g_autoptr (AssessmentDocument) first = exchange_help_parse (json);
  g_autoptr (AssessmentDocument) second = exchange_help_document (4, "later");
  g_autoptr (AssessmentDocument) linked
      = assessment_document_with_string (second, "previous", "x", NULL);
  WorkspaceSummary summary = { .overall = 2656, .completeness = 10000 };
  WorkspacePart part = { "pack", g_bytes_new_static ("PACK", 4) };
  WorkspaceContact contact = { .name = (char *)"Rui", .email = (char *)"r@example.org" };
  WorkspaceMeeting meeting = { .held_on = (char *)"2026-11-20", .about = (char *)"T0" };
  g_autofree char *contact_id = NULL;
  g_autofree char *meeting_id = NULL;
  char *company;

  g_assert_no_error (error);
  take_in (fixture, first);
  take_in (fixture, linked);
  company = company_of (fixture, "x");
  g_assert_true (workspace_freeze_assessment (fixture->workspace, "x", first, &summary,
                                              "{\"overall\":26.56}", &part, 1, &error));
  g_assert_no_error (error);
  contact_id = workspace_put_contact (fixture->workspace, company, &contact, &error);
  meeting_id = workspace_put_meeting (fixture->workspace, company, &meeting, &error);
  g_assert_no_error (error);
  g_assert_true (workspace_set_tags (fixture->workspace, company, tags, &error));
  g_bytes_unref (part.content);
  return company;
}

static void
send (Pair *pair, Fixture *from, const char *company)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ExchangeContent) content
      = exchange_collect_company (from->workspace, company, NULL, EXCHANGE_ALL, missing, &error);
  ExchangeWriteOptions options = { .passphrase = PASSPHRASE,
                                   .cost = &exchange_help_cost,
                                   .open = exchange_collect_open,
                                   .open_data = (gpointer)workspace_path (from->workspace) };

  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 0);
  g_assert_true (exchange_content_write (content, pair->package, &options, &error));
  g_assert_no_error (error);
}

static ExchangeImport *
receive (Pair *pair, Fixture *to, ExchangeShelf **shelf, ExchangePackage **package)
{
  g_autoptr (GError) error = NULL;
  ExchangeImport *import;

  *shelf = exchange_shelf_new (NULL);
  *package
      = exchange_package_read (pair->package, PASSPHRASE, exchange_shelf_put, *shelf, NULL, &error);
  g_assert_no_error (error);
  import = exchange_import_new_package (to->workspace, *package, NULL, &error);
  g_assert_no_error (error);
  return import;
}

static void
check_hidden (Fixture *fixture, const char *id, gboolean hidden)
{
  g_autoptr (WorkspaceCompany) company = workspace_get_company (fixture->workspace, id, NULL);

  g_assert_nonnull (company);
  g_assert_cmpint (company->deleted, ==, hidden);
  if (!hidden)
    g_assert_cmpuint (company->n_stages, ==, 2);
}

static void
test_company_travels (Pair *pair, gconstpointer data)
{
  g_autofree char *company = fill (&pair->here);
  g_autoptr (ExchangeShelf) shelf = NULL;
  g_autoptr (ExchangePackage) package = NULL;
  g_autoptr (ExchangeImport) import = NULL;
  g_autoptr (ExchangeImport) again = NULL;
  g_autoptr (ExchangeCompany) sent = NULL;
  g_autoptr (ExchangeCompany) arrived = NULL;
  g_autoptr (GPtrArray) hashes = NULL;
  g_autofree char *sent_text = NULL;
  g_autofree char *arrived_text = NULL;

  send (pair, &pair->here, company);
  import = receive (pair, &pair->there, &shelf, &package);
  g_assert_cmpuint (exchange_package_manifest (package)->counts.results, ==, 1);
  g_assert_cmpuint (exchange_import_company (import, NULL)->contacts->len, ==, 1);
  g_assert_true (exchange_import_keep_evidence (import, pair->there.workspace, shelf, NULL, NULL));
  apply (&pair->there, import);

  hashes = exchange_shelf_list (shelf);
  g_assert_cmpuint (hashes->len, ==, 1);
  g_assert_true (
      workspace_files_has (workspace_path (pair->there.workspace), hashes->pdata[0], NULL));
  sent = exchange_company_load (pair->here.workspace, company, NULL);
  arrived = exchange_company_load (pair->there.workspace, company, NULL);
  sent_text = exchange_company_write (sent);
  arrived_text = exchange_company_write (arrived);
  g_assert_cmpstr (arrived_text, ==, sent_text);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AssessmentDocument) one = stored (&pair->here, i == 0 ? "x" : "later");
      g_autoptr (AssessmentDocument) other = stored (&pair->there, i == 0 ? "x" : "later");

      g_assert_true (assessment_document_equal (one, other));
    }

  again = exchange_import_new_package (pair->there.workspace, package, NULL, NULL);
  g_assert_false (exchange_import_has_changes (again));
  g_assert_true (exchange_import_undo (pair->there.workspace, NULL));
  check_hidden (&pair->there, company, TRUE);

  /* It comes back with all it has, and goes again. */
  g_clear_pointer (&again, exchange_import_free);
  again = exchange_import_new_package (pair->there.workspace, package, NULL, NULL);
  g_assert_true (exchange_import_has_changes (again));
  apply (&pair->there, again);
  check_hidden (&pair->there, company, FALSE);
  g_assert_true (exchange_import_undo (pair->there.workspace, NULL));
  check_hidden (&pair->there, company, TRUE);
}

/* A new company that got more than the import brought stays, without what the import brought. */
static void
test_undo_keeps_more (Pair *pair, gconstpointer data)
{
  g_autofree char *company = fill (&pair->here);
  g_autoptr (ExchangeShelf) shelf = NULL;
  g_autoptr (ExchangePackage) package = NULL;
  g_autoptr (ExchangeImport) import = NULL;
  g_autoptr (AssessmentDocument) own = exchange_help_document (9, "own");
  g_autoptr (AssessmentDocument) kept = NULL;
  g_autoptr (WorkspaceCompany) left = NULL;

  send (pair, &pair->here, company);
  import = receive (pair, &pair->there, &shelf, &package);
  apply (&pair->there, import);
  kept = workspace_create_assessment (pair->there.workspace, own, company, NULL);
  g_assert_nonnull (kept);
  g_assert_true (exchange_import_undo (pair->there.workspace, NULL));
  left = workspace_get_company (pair->there.workspace, company, NULL);
  g_assert_false (left->deleted);
  g_assert_cmpuint (left->n_stages, ==, 1);
  g_assert_cmpstr (left->stages[0].id, ==, "own");
}

/* What is finished here stays, whoever writes otherwise; only what came after may be added. */
static void
test_frozen (Pair *pair, gconstpointer data)
{
  g_autofree char *company = fill (&pair->here);
  g_autoptr (AssessmentDocument) before = stored (&pair->here, "x");
  g_autoptr (AssessmentDocument) changed
      = exchange_help_parse (HEAD "\"stage\":\"T0\",\"company\":{\"name\":\"Other\"},"
                                  "\"answers\":{\"q2\":[2],\"q3\":[1]},"
                                  "\"portal\":{\"id\":\"P7\"}}");
  g_autoptr (AssessmentDocument) after = NULL;
  g_autoptr (AssessmentDocument) wanted = NULL;
  g_autoptr (ExchangeImport) import = import_one (&pair->here, changed);
  const ExchangeImportItem *item = exchange_import_item (import, 0);

  g_assert_true (item->frozen);
  for (guint i = 0; i < item->differences->len; i++)
    exchange_import_take_difference (import, 0, i, TRUE);
  apply (&pair->here, import);
  after = stored (&pair->here, "x");
  wanted = assessment_document_with_string (before, "portal.id", "P7", NULL);
  g_assert_true (assessment_document_equal (after, wanted));
}

#define ADD(path, function)                                                                        \
  g_test_add ("/exchange/import/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-and-again", test_new_and_again);
  ADD ("choice", test_choice);
  ADD ("leave", test_leave);
  ADD ("company", test_company);
  ADD ("undo", test_undo);
  ADD ("undo-new", test_undo_new);
  ADD ("all-or-nothing", test_all_or_nothing);
  g_test_add ("/exchange/import/company-travels", Pair, NULL, pair_set_up, test_company_travels,
              pair_tear_down);
  g_test_add ("/exchange/import/undo-keeps-more", Pair, NULL, pair_set_up, test_undo_keeps_more,
              pair_tear_down);
  g_test_add ("/exchange/import/frozen", Pair, NULL, pair_set_up, test_frozen, pair_tear_down);
  return g_test_run ();
}
