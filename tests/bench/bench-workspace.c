/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include "consultation/consultation-demand.h"
#include "consultation/consultation-portfolio.h"
#include "consultation/consultation-summary.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-evidence.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

/* bench-workspace FILE: opening, searching, choosing and the portfolio of a large workspace, in
 * CPU time, files on the disk in wall time, each beside what plain sqlite3 takes for the same rows.
 * Run by tools/bench; not a test. */

#define ROUNDS 15

static double
wall_ms (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

/* --- plain sqlite3 ---------------------------------------------------------------------------- */

static void
plain (const char *path, const char *what, const char *sql)
{
  double values[5];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double before = bench_cpu_ms ();
      sqlite3 *db = NULL;
      sqlite3_stmt *query = NULL;

      sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
      sqlite3_prepare_v2 (db, sql, -1, &query, NULL);
      while (sqlite3_step (query) == SQLITE_ROW)
        for (int k = 0; k < sqlite3_column_count (query); k++)
          sqlite3_column_text (query, k);
      sqlite3_finalize (query);
      sqlite3_close (db);
      values[i] = bench_cpu_ms () - before;
    }
  bench_print (what, values, G_N_ELEMENTS (values), 0);
}

/* --- ours ------------------------------------------------------------------------------------- */

static guint
list (Workspace *workspace, WorkspaceQuery query)
{
  g_autoptr (GPtrArray) found = workspace_list_companies (workspace, &query, NULL, NULL);

  return found->len;
}

static void
ask (Workspace *workspace, const char *what, WorkspaceQuery query, double aim)
{
  double values[ROUNDS];
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double before = bench_cpu_ms ();

      n = list (workspace, query);
      values[i] = bench_cpu_ms () - before;
    }
  label = g_strdup_printf ("%s: %u", what, n);
  bench_print (label, values, ROUNDS, aim);
}

static void
bench_open (const char *path)
{
  double opened[5], listed[5], read[5];

  for (guint i = 0; i < G_N_ELEMENTS (opened); i++)
    {
      double before = bench_cpu_ms ();
      Workspace *workspace = workspace_open (path, NULL);

      opened[i] = bench_cpu_ms () - before;
      list (workspace, (WorkspaceQuery){ .limit = 100 });
      listed[i] = bench_cpu_ms () - before;
      before = bench_cpu_ms ();
      list (workspace, (WorkspaceQuery){ 0 });
      read[i] = bench_cpu_ms () - before;
      workspace_close (workspace, NULL);
    }
  bench_print ("open", opened, G_N_ELEMENTS (opened), 100);
  bench_print ("open and the first page of the list", listed, G_N_ELEMENTS (listed), 100);
  bench_print ("all of them read, while the page is shown", read, G_N_ELEMENTS (read), 0);
}

/* The store's answer and what the portfolio counts of it: spread by area, change, groups. */
static void
bench_portfolio_of (
    Workspace *workspace, SurveyPack *pack, const char *what, WorkspaceQuery query, double aim)
{
  double values[ROUNDS];
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double before = bench_cpu_ms ();
      g_autoptr (GPtrArray) found = workspace_list_companies (workspace, &query, NULL, NULL);
      g_autoptr (ConsultationPortfolio) portfolio = consultation_portfolio_new (found, pack, NULL);

      n = consultation_portfolio_n_companies (portfolio);
      values[i] = bench_cpu_ms () - before;
    }
  label = g_strdup_printf ("portfolio, %s: %u", what, n);
  bench_print (label, values, ROUNDS, aim);
}

static void
bench_portfolio (Workspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack = survey_pack_load_bundled ("dma-sme", &error);

  if (pack == NULL)
    {
      g_printerr ("%s\n", error->message);
      return;
    }
  bench_portfolio_of (workspace, pack, "all",
                      (WorkspaceQuery){ .archived = WORKSPACE_ARCHIVED_TOO }, 200);
  bench_portfolio_of (workspace, pack, "a filter that leaves nearly all", (WorkspaceQuery){ 0 },
                      16);
  bench_portfolio_of (workspace, pack, "one region", (WorkspaceQuery){ .region = "PT" }, 16);
}

/* What lists show of an assessment that came without it. */
static void
bench_summaries (Workspace *workspace,
                 const GPtrArray *companies,
                 SurveyPack *pack,
                 AdviceRules *rules,
                 Catalogue *catalogue)
{
  const guint n = MIN (companies->len, 1000);
  double before = bench_cpu_ms (), value;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssessmentDocument) document
          = workspace_load (workspace, workspace_company_latest (companies->pdata[i])->id, NULL);

      workspace_summary_free (
          consultation_summarize_document (document, pack, rules, catalogue, "2026-11-20"));
    }
  value = bench_cpu_ms () - before;
  bench_print ("1,000 assessments summarized after an import", &value, 1, 0);
}

/* What all companies need, read and decided one by one: once, as the window does it in steps. */
static void
bench_demand (Workspace *workspace)
{
  const WorkspaceQuery all = { .archived = WORKSPACE_ARCHIVED_TOO };
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack = survey_pack_load_bundled ("dma-sme", &error);
  g_autoptr (AdviceRules) rules = pack != NULL ? advice_rules_load_bundled (&error) : NULL;
  g_autoptr (Catalogue) catalogue = rules != NULL ? catalogue_new_bundled (&error) : NULL;
  g_autoptr (GPtrArray) found = workspace_list_companies (workspace, &all, NULL, NULL);
  g_autoptr (ConsultationPortfolio) portfolio = NULL;
  g_autoptr (ConsultationDemand) demand = consultation_demand_new ();
  g_autofree char *label = NULL;
  double before, value;

  if (catalogue == NULL)
    {
      g_printerr ("%s\n", error->message);
      return;
    }
  bench_summaries (workspace, found, pack, rules, catalogue);
  portfolio = consultation_portfolio_new (found, pack, NULL);
  before = bench_cpu_ms ();
  for (guint i = 0; i < found->len; i++)
    {
      const WorkspaceStage *stage = consultation_portfolio_stage (portfolio, found->pdata[i]);
      g_autoptr (AssessmentDocument) document
          = stage != NULL ? workspace_load (workspace, stage->id, NULL) : NULL;
      g_autoptr (AdviceBrief) brief
          = document != NULL ? advice_brief_new (document, pack, rules, catalogue, "2026-11-20")
                             : NULL;

      if (brief != NULL)
        consultation_demand_add (demand, brief);
    }
  value = bench_cpu_ms () - before;
  label = g_strdup_printf ("demand, all: %u", consultation_demand_n_companies (demand));
  bench_print (label, &value, 1, 2000);
}

/* One tick in one company, then the list again: what happens while somebody types. */
static void
bench_tick (Workspace *workspace)
{
  g_autoptr (GPtrArray) entries = workspace_list_companies (
      workspace, &(WorkspaceQuery){ .limit = 1, .sort = WORKSPACE_SORT_CHANGED }, NULL, NULL);
  const WorkspaceStage *stage = workspace_company_latest (entries->pdata[0]);
  double values[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (AssessmentDocument) document = workspace_load (workspace, stage->id, NULL);
      guint8 option = (guint8)(i % 5 + 1);
      g_autoptr (AssessmentDocument) next
          = assessment_document_with_ticks (document, "q2", NULL, &option, 1);
      double before;

      workspace_save (workspace, stage->id, document, next, NULL, NULL);
      workspace_flush (workspace, NULL);
      before = bench_cpu_ms ();
      list (workspace, (WorkspaceQuery){ .limit = 100 });
      values[i] = bench_cpu_ms () - before;
    }
  bench_print ("the list after a change", values, ROUNDS, 16);
}

/* --- evidence --------------------------------------------------------------------------------- */

static double
run (const char *command)
{
  double before = wall_ms ();

  if (system (command) != 0)
    g_printerr ("%s failed\n", command);
  return wall_ms () - before;
}

static void
bench_evidence (const char *path)
{
  g_autofree char *source = g_strconcat (path, ".100MB", NULL);
  g_autofree char *make = g_strdup_printf ("head -c 100000000 /dev/urandom > '%s'", source);
  g_autofree char *peer
      = g_strdup_printf ("sha256sum '%s' > /dev/null && cp '%s' '%s.copy' && sync '%s.copy'",
                         source, source, source, source);
  g_autofree char *clean
      = g_strdup_printf ("rm -rf '%s' '%s.copy' '%s.files'", source, source, path);
  g_autoptr (GFile) file = g_file_new_for_path (source);
  g_autofree char *sha256 = NULL;
  double before;

  run (make);
  g_print ("%-44s %8.0f ms\n", "100 MB: sha256sum, cp, sync", run (peer));
  before = wall_ms ();
  {
    g_autoptr (GFileInputStream) in = g_file_read (file, NULL, NULL);

    sha256 = workspace_files_add (path, G_INPUT_STREAM (in), G_MAXUINT64, NULL, NULL, NULL);
  }
  g_print ("%-44s %8.0f ms\n", "100 MB of evidence added, on the disk", wall_ms () - before);
  before = wall_ms ();
  workspace_files_read (path, sha256, NULL, NULL, NULL);
  g_print ("%-44s %8.0f ms\n", "and compared with its hash", wall_ms () - before);
  run (clean);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Workspace *workspace;
  struct rusage usage;

  bench_open (argv[1]);
  workspace = workspace_open (argv[1], &error);
  if (workspace == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  list (workspace, (WorkspaceQuery){ 0 });
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-44s %8.1f MB\n", "memory, all of it (peak)", (double)usage.ru_maxrss / 1024);
  ask (workspace, "all, by name", (WorkspaceQuery){ 0 }, 16);
  ask (workspace, "search “s”", (WorkspaceQuery){ .text = "s" }, 16);
  ask (workspace, "search “text ser”", (WorkspaceQuery){ .text = "text ser" }, 16);
  ask (workspace, "filter by region and sector",
       (WorkspaceQuery){ .region = "PT", .sector = "food" }, 16);
  ask (workspace, "all, by score", (WorkspaceQuery){ .sort = WORKSPACE_SORT_SCORE }, 16);
  ask (workspace, "all, by next meeting", (WorkspaceQuery){ .sort = WORKSPACE_SORT_MEETING }, 16);
  ask (workspace, "T2 due, by day",
       (WorkspaceQuery){ .due_stage = "T2", .sort = WORKSPACE_SORT_DUE }, 16);
  bench_tick (workspace);
  bench_portfolio (workspace);
  bench_demand (workspace);
  workspace_close (workspace, NULL);

  plain (argv[1], "sqlite3: names LIKE '%ser%'",
         "SELECT id, name, city, region, country FROM companies WHERE name LIKE '%ser%'"
         " ORDER BY name");
  plain (argv[1], "sqlite3: all, with their assessments",
         "SELECT c.id, c.name, c.city, c.region, c.country, a.stage, a.date, s.overall, s.band"
         "  FROM companies AS c JOIN assessments AS a ON a.company_id = c.id"
         "  LEFT JOIN summaries AS s ON s.assessment_id = a.id");
  plain (argv[1], "sqlite3: the documents alone, with their answers",
         "SELECT a.id, a.body, w.question, w.value FROM assessments AS a"
         "  JOIN answers AS w ON w.assessment_id = a.id"
         "  WHERE a.rowid IN (SELECT max (rowid) FROM assessments GROUP BY company_id)");
  plain (argv[1], "sqlite3: mean scores by sector, size, region, stage",
         "SELECT c.sectors, s.size, c.region, a.stage, avg (d1), avg (d2), avg (d3), avg (d4),"
         "       avg (d5), avg (d6)"
         "  FROM companies AS c JOIN assessments AS a ON a.company_id = c.id"
         "  JOIN summaries AS s ON s.assessment_id = a.id GROUP BY 1, 2, 3, 4");
  bench_evidence (argv[1]);
  return 0;
}
