/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-companies.h"
#include "workspace/workspace-record.h"

#include <glib/gstdio.h>
#include <string.h>

/* Companies: searching, choosing, ordering, what an adviser keeps of them, and two instances. */

#define TODAY "2026-11-20"

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

  fixture->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "workspace.db", NULL);
  fixture->workspace = workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  g_assert_true (workspace_close (fixture->workspace, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A company "NAME" with one assessment; @fields are path and text in turn. Its id is NAME's. */
static void
add (Fixture *fixture, const char *company_id, const char *id, const char *const *fields)
{
  AssessmentDocument *document = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) created = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; fields[i] != NULL; i += 2)
    {
      AssessmentDocument *next;

      if (g_str_has_suffix (fields[i], "sectors"))
        next = assessment_document_with_strings (
            document, fields[i], (const char *const[]){ fields[i + 1], NULL }, &error);
      else
        next = assessment_document_with_string (document, fields[i], fields[i + 1], &error);
      g_assert_no_error (error);
      assessment_document_unref (document);
      document = next;
    }
  if (id != NULL)
    {
      AssessmentDocument *next = assessment_document_with_string (document, "id", id, NULL);

      assessment_document_unref (document);
      document = next;
    }
  created = workspace_create_assessment (fixture->workspace, document, company_id, &error);
  g_assert_no_error (error);
  assessment_document_unref (document);
}

static void
add_four (Fixture *fixture)
{
  add (fixture, "serra", "serra-0",
       (const char *[]){ "company.name", "Serra Têxtil", "company.country", "PT", "company.region",
                         "PT11", "company.sectors", "textiles", "stage", "T0", "date", "2025-10-31",
                         NULL });
  add (fixture, "lodz", "lodz-0",
       (const char *[]){ "company.name", "Łódzkie Młyny", "company.country", "PL",
                         "company.sectors", "food", "stage", "T0", "date", "2026-02-01", NULL });
  add (fixture, "athens", "athens-0",
       (const char *[]){ "company.name", "Ήλιος Ενέργεια", "company.city", "Αθήνα", NULL });
  add (fixture, "percent", "percent-0",
       (const char *[]){ "company.name", "100% _Under_ Straße", "stage", "T2", NULL });
}

/* Ids of the companies found, parted by spaces. */
static char *
find (Workspace *workspace, WorkspaceQuery query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GString *ids = g_string_new (NULL);
  guint n;

  query.today = TODAY;
  found = workspace_list_companies (workspace, &query, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, <=, n);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((WorkspaceCompany *)found->pdata[i])->id);
  return g_string_free (ids, FALSE);
}

#define ASSERT_FOUND(fixture, expected, ...)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *_ids = find ((fixture)->workspace, (WorkspaceQuery){ __VA_ARGS__ });          \
    g_assert_cmpstr (_ids, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } rows[] = {
    { "textil", "serra" },        { "TÊX", "serra" },
    { "tex ser", "serra" },       { "extil", "" },
    { "lodz", "lodz" },           { "mlyny łó", "lodz" },
    { "ηλιος", "athens" },        { "ΑΘΗ", "athens" },
    { "ενεργεια", "athens" },     { "100%", "percent" },
    { "_under", "percent" },      { "strasse", "percent" },
    { "textiles pt11", "serra" }, { "' OR 1=1 --", "" },
    { "food", "lodz" },
  };

  add_four (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ASSERT_FOUND (fixture, rows[i].found, .text = rows[i].text);
  ASSERT_FOUND (fixture, "percent lodz serra athens", .text = " \t");
  /* What a label means, which only the caller knows. */
  ASSERT_FOUND (fixture, "serra", .text = "norte",
                .text_regions = (const char *const[]){ "PT1", NULL });
  ASSERT_FOUND (fixture, "lodz", .text = "voeding",
                .text_sectors = (const char *const[]){ "food", NULL });
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  add_four (fixture);
  g_assert_true (workspace_set_archived (fixture->workspace, "athens", TRUE, NULL));
  g_assert_true (workspace_set_tags (
      fixture->workspace, "lodz", (const char *const[]){ " export ", "", "export", NULL }, NULL));
  ASSERT_FOUND (fixture, "percent lodz serra", .text = NULL);
  ASSERT_FOUND (fixture, "athens", .archived = WORKSPACE_ARCHIVED_ONLY);
  ASSERT_FOUND (fixture, "percent lodz serra athens", .archived = WORKSPACE_ARCHIVED_TOO);
  ASSERT_FOUND (fixture, "lodz", .tag = "export");
  ASSERT_FOUND (fixture, "lodz", .text = "expo");
  ASSERT_FOUND (fixture, "serra", .region = "PT1");
  ASSERT_FOUND (fixture, "", .region = "PT2");
  ASSERT_FOUND (fixture, "lodz serra", .stage = "T0");
  ASSERT_FOUND (fixture, "lodz", .country = "PL");
  ASSERT_FOUND (fixture, "serra", .sector = "textiles");
  ASSERT_FOUND (fixture, "serra", .company = "serra");
  ASSERT_FOUND (fixture, "lodz", .offset = 1, .limit = 1);
  ASSERT_FOUND (fixture, "", .offset = 9, .limit = 9);
  ASSERT_FOUND (fixture, "serra lodz percent", .descending = TRUE);
}

static WorkspaceSummary
summary_of (int overall, const char *band)
{
  return (WorkspaceSummary){ .overall = overall,
                             .band = (char *)band,
                             .completeness = overall < 0 ? 4000 : 10000,
                             .next_step = overall < 0 ? (char *)"finish" : NULL,
                             .size = (char *)"small",
                             .n_dimensions = 6,
                             .dimensions = { overall, 1, 2, 3, 4, -1 } };
}

static void
summarize (Fixture *fixture, const char *id, int overall, const char *band)
{
  const WorkspaceSummary summary = summary_of (overall, band);
  g_autoptr (AssessmentDocument) document = workspace_load (fixture->workspace, id, NULL);

  workspace_store_summary (fixture->workspace, id, document, &summary);
}

static void
test_scores (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WorkspaceCompany) company = NULL;

  add_four (fixture);
  ASSERT_FOUND (fixture, "percent lodz serra athens", .sort = WORKSPACE_SORT_SCORE);
  summarize (fixture, "serra-0", 5000, "average");
  summarize (fixture, "lodz-0", 1200, "basic");
  summarize (fixture, "athens-0", -1, NULL);
  ASSERT_FOUND (fixture, "lodz serra percent athens", .sort = WORKSPACE_SORT_SCORE);
  ASSERT_FOUND (fixture, "serra lodz percent athens", .sort = WORKSPACE_SORT_SCORE,
                .descending = TRUE);
  ASSERT_FOUND (fixture, "athens lodz serra percent", .sort = WORKSPACE_SORT_COMPLETENESS);
  ASSERT_FOUND (fixture, "lodz", .band = "basic");
  ASSERT_FOUND (fixture, "lodz serra athens", .size = "small");
  ASSERT_FOUND (fixture, "athens", .has_next_step = TRUE);
  company = workspace_get_company (fixture->workspace, "serra", NULL);
  g_assert_cmpint (workspace_company_latest (company)->dimensions[0], ==, 5000);
  g_assert_cmpint (workspace_company_latest (company)->dimensions[3], ==, 3);
  g_assert_cmpint (workspace_company_latest (company)->dimensions[5], ==, -1);
  g_assert_true (workspace_company_latest (company)->summary_is_current);
}

/* The same summary again writes nothing: the row is the one that was there. */
static void
test_summary_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WorkspaceCompany) first = NULL, second = NULL, third = NULL;

  add_four (fixture);
  summarize (fixture, "serra-0", 5000, "average");
  first = workspace_get_company (fixture->workspace, "serra", NULL);
  summarize (fixture, "serra-0", 5000, "average");
  second = workspace_get_company (fixture->workspace, "serra", NULL);
  g_assert_true (first == second);
  summarize (fixture, "serra-0", 5001, "average");
  third = workspace_get_company (fixture->workspace, "serra", NULL);
  g_assert_cmpint (workspace_company_latest (third)->overall, ==, 5001);
}

/* A year after a finished T0 by default; another interval is the hub's to say. */
static void
test_due (Fixture *fixture, gconstpointer data)
{
  WorkspaceHub hub = workspace_get_hub (fixture->workspace);
  g_autoptr (WorkspaceCompany) company = NULL;

  add_four (fixture);
  summarize (fixture, "serra-0", 5000, "average");
  summarize (fixture, "lodz-0", 1200, "basic");
  summarize (fixture, "percent-0", 1200, "basic");
  ASSERT_FOUND (fixture, "serra", .due_stage = "T1", .due_by = TODAY);
  ASSERT_FOUND (fixture, "serra lodz percent athens", .sort = WORKSPACE_SORT_DUE);
  ASSERT_FOUND (fixture, "athens", .due_stage = "T0");
  hub.interval_months[0] = 4;
  hub.planned[1] = 40;
  hub.retention_months = 1;
  g_assert_true (workspace_set_hub (fixture->workspace, &hub, NULL));
  g_assert_cmpuint (workspace_get_hub (fixture->workspace).planned[1], ==, 40);
  company = workspace_get_company (fixture->workspace, "serra", NULL);
  g_assert_cmpstr (company->due_on, ==, "2026-02-28"); /* no 31 February */
  ASSERT_FOUND (fixture, "lodz serra", .due_stage = "T1", .due_by = TODAY);
  /* By the setting, or by the company's own day. */
  ASSERT_FOUND (fixture, "lodz serra", .retention_due = TRUE);
  g_assert_true (workspace_set_retention (fixture->workspace, "lodz", "2030-01-01", NULL));
  ASSERT_FOUND (fixture, "serra", .retention_due = TRUE);
  /* On its last day it may still be kept. */
  g_assert_true (workspace_set_retention (fixture->workspace, "lodz", TODAY, NULL));
  ASSERT_FOUND (fixture, "serra", .retention_due = TRUE);
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  const WorkspaceContact contact = { .name = (char *)"Inês Prova", .email = (char *)"i@x.example" };
  WorkspaceMeeting meeting = { .held_on = (char *)TODAY, .about = (char *)"Plan" };
  const WorkspaceNote note = { .text = (char *)"Wants robots", .in_report = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autofree char *contact_id = NULL;
  g_autofree char *note_id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  add_four (fixture);
  contact_id = workspace_put_contact (fixture->workspace, "serra", &contact, &error);
  g_assert_no_error (error);
  note_id = workspace_put_note (fixture->workspace, "serra", &note, &error);
  g_assert_no_error (error);
  first = workspace_put_meeting (fixture->workspace, "serra", &meeting, &error);
  meeting.held_on = (char *)"2026-12-01";
  second = workspace_put_meeting (fixture->workspace, "serra", &meeting, &error);
  g_assert_no_error (error);
  ASSERT_FOUND (fixture, "serra", .text = "ines robots");
  ASSERT_FOUND (fixture, "serra percent lodz athens", .sort = WORKSPACE_SORT_MEETING);
  contacts = workspace_list_contacts (fixture->workspace, "serra", NULL);
  notes = workspace_list_notes (fixture->workspace, "serra", NULL);
  meetings = workspace_list_meetings (fixture->workspace, "serra", NULL);
  g_assert_cmpstr (((WorkspaceContact *)contacts->pdata[0])->name, ==, "Inês Prova");
  g_assert_null (((WorkspaceContact *)contacts->pdata[0])->phone);
  g_assert_true (((WorkspaceNote *)notes->pdata[0])->in_report);
  g_assert_cmpuint (meetings->len, ==, 2);

  /* Another company's entry, no day, a company that is not there. */
  g_assert_false (workspace_remove_note (fixture->workspace, "lodz", note_id, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  g_clear_error (&error);
  meeting.held_on = (char *)"2026-02-30";
  g_assert_null (workspace_put_meeting (fixture->workspace, "serra", &meeting, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_null (workspace_put_note (fixture->workspace, "nobody", &note, &error));
  g_assert_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING);
  g_assert_true (workspace_remove_note (fixture->workspace, "serra", note_id, NULL));
  ASSERT_FOUND (fixture, "", .text = "robots");
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;

  add_four (fixture);
  ASSERT_FOUND (fixture, "percent lodz serra athens", .text = NULL);
  g_assert_true (workspace_delete_company (fixture->workspace, "lodz", NULL));
  g_assert_true (workspace_delete_assessment (fixture->workspace, "athens-0", NULL));
  ASSERT_FOUND (fixture, "percent serra", .text = NULL);
  ASSERT_FOUND (fixture, "lodz", .deleted = TRUE);
  entries = workspace_list (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (workspace_restore_company (fixture->workspace, "lodz", NULL));
  g_assert_true (workspace_restore_assessment (fixture->workspace, "athens-0", NULL));
  ASSERT_FOUND (fixture, "percent lodz serra athens", .text = NULL);
}

/* What another instance writes is seen, and what this one changes is read again alone. */
static void
test_changes_are_seen (Fixture *fixture, gconstpointer data)
{
  Workspace *other = workspace_open (fixture->path, NULL);
  g_autoptr (AssessmentDocument) document = NULL;
  g_autoptr (AssessmentDocument) renamed = NULL;
  g_autofree char *seen = NULL;

  add_four (fixture);
  ASSERT_FOUND (fixture, "percent lodz serra athens", .text = NULL);
  seen = find (other, (WorkspaceQuery){ .text = "serra" });
  g_assert_cmpstr (seen, ==, "serra");
  document = workspace_load (other, "serra-0", NULL);
  renamed = assessment_document_with_string (document, "company.name", "Aaa", NULL);
  workspace_save (other, "serra-0", document, renamed, NULL, NULL);
  g_assert_true (workspace_flush (other, NULL));
  ASSERT_FOUND (fixture, "percent serra lodz athens", .text = NULL);
  g_clear_pointer (&seen, g_free);
  seen = find (other, (WorkspaceQuery){ .text = "aaa" });
  g_assert_cmpstr (seen, ==, "serra");
  g_assert_true (workspace_move_assessment (other, "lodz-0", "serra", NULL));
  ASSERT_FOUND (fixture, "serra", .company = "serra");
  g_assert_true (workspace_close (other, NULL));
}

/* A page is the beginning of the whole, whatever is asked for. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint n_asked = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%02u", i);
      g_autofree char *assessment = g_strdup_printf ("a%02u", i);
      g_autofree char *name = g_strdup_printf ("Company %u", (i * 7) % 20);

      add (fixture, id, assessment,
           (const char *[]){ "company.name", name, "company.country", i % 3 == 0 ? "PT" : "PL",
                             "date", "2026-02-01", NULL });
      summarize (fixture, assessment, i % 5 == 0 ? -1 : (int)((i * 37) % 11), "basic");
    }
  for (WorkspaceSort by = WORKSPACE_SORT_NAME; by <= WORKSPACE_SORT_DUE; by++)
    for (guint limit = 1; limit < 64; limit += 3)
      for (guint descending = 0; descending < 2; descending++, n_asked++)
        {
          const WorkspaceQuery all = { .sort = by, .descending = descending != 0 };
          WorkspaceQuery page = all;
          g_autofree char *whole = find (fixture->workspace, all);
          g_autofree char *first = NULL;

          page.limit = limit;
          first = find (fixture->workspace, page);
          g_assert_true (g_str_has_prefix (whole, first));
          g_assert_cmpuint (strlen (first), ==, MIN (limit, 60) * 4 - 1);
        }
  g_assert_cmpuint (n_asked, ==, 6 * 21 * 2);
}

static void
prefetched_cb (Workspace *workspace, gpointer data)
{
  ++*(guint *)data;
}

/* The first page of a file that was just opened is read alone, and is the same. */
static void
test_first_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *whole = NULL;
  guint n_prefetched = 0;

  add_four (fixture);
  add (fixture, "hidden", "hidden-0", (const char *[]){ "company.name", "Aaa", NULL });
  add (fixture, "half", "half-0", (const char *[]){ "company.name", "Bbb", NULL });
  add (fixture, "half", "half-1", (const char *[]){ "company.name", "Bbb", "stage", "T1", NULL });
  add (fixture, "old", "old-0", (const char *[]){ "company.name", "Old", NULL });
  add (fixture, "gone", "gone-0", (const char *[]){ "company.name", "Gone", NULL });
  g_assert_true (workspace_delete_assessment (fixture->workspace, "hidden-0", NULL));
  g_assert_true (workspace_delete_assessment (fixture->workspace, "half-0", NULL));
  g_assert_true (workspace_set_archived (fixture->workspace, "old", TRUE, NULL));
  g_assert_true (workspace_delete_company (fixture->workspace, "gone", NULL));
  g_assert_true (workspace_close (fixture->workspace, NULL));
  fixture->workspace = workspace_open (fixture->path, NULL);
  g_assert_nonnull (fixture->workspace);

  g_assert_cmpuint (workspace_count_companies (fixture->workspace, 3), ==, 3);
  g_assert_cmpuint (workspace_count_companies (fixture->workspace, 99), ==, 7);
  ASSERT_FOUND (fixture, "percent half", .limit = 2);
  first = find (fixture->workspace, (WorkspaceQuery){ .limit = 9 });
  {
    guint n = 0;
    const WorkspaceQuery page = { .limit = 1, .today = TODAY };
    g_autoptr (GPtrArray) found = workspace_list_companies (fixture->workspace, &page, &n, NULL);

    g_assert_cmpuint (n, ==, 5);
    g_assert_cmpuint (((WorkspaceCompany *)found->pdata[0])->n_stages, ==, 1);
  }
  workspace_set_prefetched_func (fixture->workspace, prefetched_cb, &n_prefetched);
  workspace_prefetch_companies (fixture->workspace);
  while (n_prefetched == 0)
    g_main_context_iteration (NULL, TRUE);
  whole = find (fixture->workspace, (WorkspaceQuery){ 0 });
  g_assert_cmpstr (first, ==, whole);
  g_assert_cmpstr (whole, ==, "percent half lodz serra athens");
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
  add_test ("/workspace/companies/search", test_search);
  add_test ("/workspace/companies/filter", test_filter);
  add_test ("/workspace/companies/pages", test_pages);
  add_test ("/workspace/companies/first-page", test_first_page);
  add_test ("/workspace/companies/scores", test_scores);
  add_test ("/workspace/companies/summary-again", test_summary_again);
  add_test ("/workspace/companies/due", test_due);
  add_test ("/workspace/companies/records", test_records);
  add_test ("/workspace/companies/hidden", test_hidden);
  add_test ("/workspace/companies/changes", test_changes_are_seen);
  return g_test_run ();
}
