/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-rules.h"
#include "bench-time.h"

#ifdef HAVE_CLIPS
#include "bench-clips.h"
#endif

/* The same table as others have it. */

/* --- SQLite
 * ------------------------------------------------------------------------------------------------------
 */

#define MATCHES(n, text) [n - 1] = text
static const char *const conditions[] = {
  MATCHES (1,
           "?1 IN ('micro','small') AND ?2 < 50 AND ?3 <= 10 AND ?4 IN ('north','centre') "
           "AND ?5 = 'manufacturing' AND ?6 < 40"),
  MATCHES (2,
           "?1 IN ('micro','small') AND ?2 < 50 AND ?3 <= 10 AND ?5 IN ('agrifood','energy') "
           "AND ?6 < 40"),
  MATCHES (3,
           "?1 = 'medium' AND ?2 >= 50 AND ?2 < 250 AND ?3 > 10 AND ?3 <= 50 AND ?4 = 'north' "
           "AND ?6 >= 20 AND ?6 < 60"),
  MATCHES (4,
           "?1 = 'medium' AND ?2 >= 50 AND ?2 < 250 AND ?3 > 10 AND ?3 <= 50 "
           "AND ?4 IN ('centre','south') AND ?5 IN ('manufacturing','health') "
           "AND ?6 >= 20 AND ?6 < 60"),
  MATCHES (5, "?1 IN ('micro','small','medium') AND ?2 < 250 AND ?3 <= 50 AND ?4 = 'islands'"),
  MATCHES (6, "?2 < 250 AND ?3 <= 50 AND ?5 = 'public' AND ?6 >= 30"),
  MATCHES (7, "?1 = 'large' AND ?2 >= 250 AND ?3 > 50 AND ?5 = 'manufacturing' AND ?6 >= 70"),
  MATCHES (8,
           "?1 = 'large' AND ?2 >= 250 AND ?4 IN ('south','islands') "
           "AND ?5 IN ('energy','health') AND ?6 >= 40 AND ?6 <= 80"),
  MATCHES (9,
           "?1 IN ('small','medium') AND ?2 >= 10 AND ?2 < 250 AND ?3 >= 2 AND ?3 <= 50 "
           "AND ?4 = 'south' AND ?5 = 'agrifood' AND ?6 >= 0 AND ?6 <= 50"),
  MATCHES (10, "?4 IN ('north','south') AND ?5 = 'health' AND ?6 > 80"),
  MATCHES (11, "?1 = 'micro' AND ?2 < 10 AND ?3 < 2 AND ?6 < 25"),
  MATCHES (12, "1"),
};

static char *
make_sql (gboolean first)
{
  GString *sql = g_string_new (first ? "SELECT CASE" : "SELECT 0");

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    g_string_append_printf (sql, first ? " WHEN %s THEN %u" : " + (%s) * %u", conditions[i], i + 1);
  if (first)
    g_string_append (sql, " END");
  return g_string_free (sql, FALSE);
}

typedef struct
{
  sqlite3_stmt *statement;
  const BenchContext *contexts;
} Peer;

static guint64
run_sqlite (gpointer data, guint index)
{
  Peer *peer = data;
  const BenchContext *context = &peer->contexts[index];
  guint64 sum;

  sqlite3_bind_text (peer->statement, 1, context->size, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (peer->statement, 2, context->employees);
  sqlite3_bind_double (peer->statement, 3, (double)context->turnover_cents / 100);
  sqlite3_bind_text (peer->statement, 4, context->region, -1, SQLITE_STATIC);
  sqlite3_bind_text (peer->statement, 5, context->sector, -1, SQLITE_STATIC);
  sqlite3_bind_double (peer->statement, 6, (double)context->maturity_tenths / 10);
  sqlite3_step (peer->statement);
  sum = (guint64)sqlite3_column_int64 (peer->statement, 0);
  sqlite3_reset (peer->statement);
  return sum;
}

double
bench_rules_measure_sqlite (sqlite3 *database, const BenchContext *contexts, gboolean first)
{
  g_autofree char *sql = make_sql (first);
  Peer peer = { .contexts = contexts };
  double speed;

  if (sqlite3_prepare_v2 (database, sql, -1, &peer.statement, NULL) != SQLITE_OK)
    g_error ("SQLite: %s", sqlite3_errmsg (database));
  speed = bench_rules_measure (first ? "SQLite " SQLITE_VERSION ", CASE, FIRST"
                                     : "SQLite " SQLITE_VERSION ", sum of conditions, COLLECT",
                               run_sqlite, &peer, first ? BENCH_SUM_FIRST : BENCH_SUM_COLLECT, 0);
  sqlite3_finalize (peer.statement);
  return speed;
}

/* --- CLIPS
 * -------------------------------------------------------------------------------------------------------
 */

#ifdef HAVE_CLIPS
static const char *const clips_conditions[] = {
  "(or (eq ?s micro) (eq ?s small)) (< ?e 50) (<= ?t 10) (or (eq ?r north) (eq ?r centre)) "
  "(eq ?x manufacturing) (< ?m 40)",
  "(or (eq ?s micro) (eq ?s small)) (< ?e 50) (<= ?t 10) (or (eq ?x agrifood) (eq ?x energy)) "
  "(< ?m 40)",
  "(eq ?s medium) (>= ?e 50) (< ?e 250) (> ?t 10) (<= ?t 50) (eq ?r north) (>= ?m 20) (< ?m 60)",
  "(eq ?s medium) (>= ?e 50) (< ?e 250) (> ?t 10) (<= ?t 50) (or (eq ?r centre) (eq ?r south)) "
  "(or (eq ?x manufacturing) (eq ?x health)) (>= ?m 20) (< ?m 60)",
  "(or (eq ?s micro) (eq ?s small) (eq ?s medium)) (< ?e 250) (<= ?t 50) (eq ?r islands)",
  "(< ?e 250) (<= ?t 50) (eq ?x public) (>= ?m 30)",
  "(eq ?s large) (>= ?e 250) (> ?t 50) (eq ?x manufacturing) (>= ?m 70)",
  "(eq ?s large) (>= ?e 250) (or (eq ?r south) (eq ?r islands)) (or (eq ?x energy) (eq ?x health)) "
  "(>= ?m 40) (<= ?m 80)",
  "(or (eq ?s small) (eq ?s medium)) (>= ?e 10) (< ?e 250) (>= ?t 2) (<= ?t 50) (eq ?r south) "
  "(eq ?x agrifood) (>= ?m 0) (<= ?m 50)",
  "(or (eq ?r north) (eq ?r south)) (eq ?x health) (> ?m 80)",
  "(eq ?s micro) (< ?e 10) (< ?t 2) (< ?m 25)",
};

/* decide: FIRST gives the rule's number, COLLECT the sum of the numbers of all that match. */
static char *
clips_decide (gboolean first)
{
  GString *code = g_string_new ("(deffunction decide (?s ?e ?t ?r ?x ?m) (bind ?sum 0)");

  for (guint i = 0; i < G_N_ELEMENTS (clips_conditions); i++)
    g_string_append_printf (code,
                            first ? " (if (and %s) then (return %u))"
                                  : " (if (and %s) then (bind ?sum (+ ?sum %u)))",
                            clips_conditions[i], i + 1);
  g_string_append (code, " (+ ?sum 12))");
  return g_string_free (code, FALSE);
}

/* All contexts as calls that CLIPS has parsed already: nothing but the table is left to do. */
static char *
clips_all (const BenchContext *contexts)
{
  GString *code = g_string_new ("(deffunction all () (+ 0");
  char turnover[G_ASCII_DTOSTR_BUF_SIZE], maturity[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < BENCH_N_CONTEXTS; i++)
    g_string_append_printf (code, " (decide %s %" G_GINT64_FORMAT " %s %s %s %s)", contexts[i].size,
                            contexts[i].employees,
                            g_ascii_formatd (turnover, sizeof turnover, "%.2f",
                                             (double)contexts[i].turnover_cents / 100),
                            contexts[i].region, contexts[i].sector,
                            g_ascii_formatd (maturity, sizeof maturity, "%.1f",
                                             (double)contexts[i].maturity_tenths / 10));
  g_string_append (code, "))");
  return g_string_free (code, FALSE);
}

double
bench_rules_measure_clips (const BenchContext *contexts, gboolean first)
{
  BenchClips *clips = bench_clips_new ();
  g_autofree char *decide = clips_decide (first);
  g_autofree char *all = clips_all (contexts);
  double best = G_MAXDOUBLE;

  if (!bench_clips_build (clips, decide) || !bench_clips_build (clips, all))
    g_error ("CLIPS refuses the table");
  for (guint round = 0; round < BENCH_ROUNDS; round++)
    {
      double start = bench_cpu_ms () / 1e3;
      long long sum = 0, part = 0;

      for (guint i = 0; i < BENCH_N_EVALUATIONS / BENCH_N_CONTEXTS; i++, sum += part)
        if (!bench_clips_eval (clips, "(all)", &part))
          g_error ("CLIPS gives no number");
      best = MIN (best, bench_cpu_ms () / 1e3 - start);
      if (sum != (first ? BENCH_SUM_FIRST : BENCH_SUM_COLLECT))
        g_error ("CLIPS: check sum %lld", sum);
    }
  bench_clips_free (clips);
  g_print ("%-44s %8.2f M/s\n", first ? "CLIPS, function, FIRST" : "CLIPS, function, COLLECT",
           BENCH_N_EVALUATIONS / best / 1e6);
  return BENCH_N_EVALUATIONS / best / 1e6;
}
#else
double
bench_rules_measure_clips (const BenchContext *contexts, gboolean first)
{
  (void)contexts;
  (void)first;
  g_print ("CLIPS: not compared, libclips-dev is not installed\n");
  return 0;
}
#endif

/* --- json-logic-engine
 * ---------------------------------------------------------------------------------------------
 */

double
bench_rules_measure_json_logic (const BenchJsonLogic *engine, gboolean first)
{
  const char *argv[]
      = { "node", engine->script, engine->packages, first ? "FIRST" : "COLLECT", NULL };
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  double compiled = 0;
  int status;

  if (engine->script == NULL)
    return 0;
  if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                     &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("json-logic-engine: %s", error->message);
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *speed = strchr (lines[i], ' ');
      g_autofree char *what = g_strdup_printf ("json-logic-engine, %.*s, %s",
                                               (int)(speed - lines[i]), lines[i], argv[3]);

      if (g_str_has_prefix (lines[i], "compiled"))
        compiled = g_ascii_strtod (speed, NULL);
      g_print ("%-44s %8.2f M/s\n", what, g_ascii_strtod (speed, NULL));
    }
  return compiled;
}
