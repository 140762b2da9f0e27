/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluator.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-outcomes.h"

#ifdef HAVE_CLIPS
#include "bench-clips.h"
#endif

#include <math.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

/* Evaluations of a decision table of 12 rules a second, from values already parsed, beside SQLite,
 * CLIPS and json-logic-engine in the same run and published figures of others. The inputs are a
 * fixed pseudo-random sequence; the check sums show that everyone computes the same. Run by
 * tools/bench; not a test. Arguments: the folder with eligibility-first.dmn and
 * eligibility-collect.dmn; bench-json-logic.mjs and the folder that it finds its package in, where
 * there is one. */

#define N_CONTEXTS 4096
#define N_EVALUATIONS 204800
#define ROUNDS 5
#define SUM_FIRST 1875850
#define SUM_COLLECT 3015250

typedef struct
{
  const char *size, *region, *sector;
  gint64 employees, turnover_cents, maturity_tenths;
} Context;

static guint32 state = 12345;

static double
draw (void)
{
  state = state * 1103515245u + 12345u;
  return floor (state / 256.0) / 16777216.0;
}

static void
make_contexts (Context *contexts)
{
  static const char *const sizes[] = { "micro", "small", "medium", "large" };
  static const char *const regions[] = { "north", "centre", "south", "islands" };
  static const char *const sectors[]
      = { "manufacturing", "agrifood", "energy", "health", "public" };
  static const gint64 low[] = { 1, 10, 50, 250 }, span[] = { 9, 40, 200, 5000 };

  for (guint i = 0; i < N_CONTEXTS; i++)
    {
      Context *context = &contexts[i];
      guint size = (guint)(4 * draw ());

      context->size = sizes[size];
      context->employees = low[size] + (gint64)floor (draw () * (double)span[size]);
      context->turnover_cents
          = (gint64)floor ((double)context->employees * (0.05 + 0.4 * draw ()) * 100 + 0.5);
      context->region = regions[(guint)(4 * draw ())];
      context->sector = sectors[(guint)(5 * draw ())];
      context->maturity_tenths = (gint64)floor (1000 * draw ());
    }
}

static double
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- Ours
 * ---------------------------------------------------------------------------------------------------------
 */

static DmnModel *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  DmnModel *model = dmn_model_load (path, &error);

  if (model == NULL)
    g_error ("%s", error->message);
  return model;
}

static FeelValue *
make_inputs (const DmnModel *model, const Context *contexts)
{
  guint n = dmn_model_n_inputs (model);
  FeelValue *inputs = g_new0 (FeelValue, n * N_CONTEXTS);

  for (guint i = 0; i < N_CONTEXTS; i++)
    {
      const Context *context = &contexts[i];
      FeelValue *row = &inputs[i * n];

      row[dmn_model_find_input (model, "size")] = feel_value_string (context->size);
      row[dmn_model_find_input (model, "region")] = feel_value_string (context->region);
      row[dmn_model_find_input (model, "sector")] = feel_value_string (context->sector);
      row[dmn_model_find_input (model, "employees")]
          = feel_value_number_from_int64 (context->employees);
      row[dmn_model_find_input (model, "turnover")]
          = feel_value_number_from_scaled (context->turnover_cents, 2);
      row[dmn_model_find_input (model, "maturity")]
          = feel_value_number_from_scaled (context->maturity_tenths, 1);
    }
  return inputs;
}

/* "A1" is rule 1 … "Z" is rule 12. */
static guint8 rule_of[256][256];

static void
make_codes (void)
{
  static const char *const codes[]
      = { "A1", "A2", "B1", "B2", "C1", "D1", "E1", "E2", "F1", "G1", "H1", "Z" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    rule_of[(guint8)codes[i][0]][(guint8)codes[i][1]] = (guint8)(i + 1);
}

static inline guint
code (FeelValue value)
{
  return rule_of[(guint8)value.string.text[0]][(guint8)value.string.text[1]];
}

static guint64
sum_of (FeelValue result)
{
  guint64 sum = 0;

  if (result.kind == FEEL_STRING)
    return code (result);
  for (guint i = 0; result.kind == FEEL_LIST && i < result.list->n_items; i++)
    sum += code (result.list->items[i]);
  return sum;
}

typedef guint64 (*RunFunc) (gpointer data, guint context);

typedef struct
{
  DmnModel *model;
  DmnEvaluator *evaluator;
  FeelArena *arena;
  const FeelValue *inputs;
  guint n_inputs;
} Ours;

static guint64
run_prepared (gpointer data, guint context)
{
  Ours *ours = data;
  FeelValue result;

  dmn_evaluator_run (ours->evaluator, ours->inputs + context * ours->n_inputs, &result, NULL);
  return sum_of (result);
}

static guint64
run_plain (gpointer data, guint context)
{
  Ours *ours = data;
  FeelValue result;

  feel_arena_reset (ours->arena);
  dmn_model_evaluate (ours->model, 0, ours->inputs + context * ours->n_inputs, ours->arena, &result,
                      NULL, NULL);
  return sum_of (result);
}

static guint64
run_explained (gpointer data, guint context)
{
  Ours *ours = data;
  DmnTrace *trace = NULL;
  FeelValue result;
  guint64 sum;

  feel_arena_reset (ours->arena);
  dmn_model_evaluate (ours->model, 0, ours->inputs + context * ours->n_inputs, ours->arena, &result,
                      &trace, NULL);
  sum = sum_of (result);
  dmn_trace_free (trace);
  return sum;
}

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
  const Context *contexts;
} Peer;

static guint64
run_sqlite (gpointer data, guint index)
{
  Peer *peer = data;
  const Context *context = &peer->contexts[index];
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

/* --- Measuring
 * ----------------------------------------------------------------------------------------------------
 */

/* The best of some rounds, in millions of evaluations a second. */
static double
measure (const char *what, RunFunc run, gpointer data, guint64 wanted, double aim)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = seconds ();
      guint64 sum = 0;

      for (guint i = 0; i < N_EVALUATIONS; i++)
        sum += run (data, i % N_CONTEXTS);
      best = MIN (best, seconds () - start);
      if (sum != wanted)
        g_error ("%s: check sum %" G_GUINT64_FORMAT ", expected %" G_GUINT64_FORMAT, what, sum,
                 wanted);
    }
  g_print ("%-44s %8.2f M/s", what, N_EVALUATIONS / best / 1e6);
  if (aim > 0)
    g_print ("  aim %.0f M/s: %.2f of it", aim, N_EVALUATIONS / best / 1e6 / aim);
  g_print ("\n");
  return N_EVALUATIONS / best / 1e6;
}

static double
measure_sqlite (sqlite3 *database, const Context *contexts, gboolean first)
{
  g_autofree char *sql = make_sql (first);
  Peer peer = { .contexts = contexts };
  double speed;

  if (sqlite3_prepare_v2 (database, sql, -1, &peer.statement, NULL) != SQLITE_OK)
    g_error ("SQLite: %s", sqlite3_errmsg (database));
  speed = measure (first ? "SQLite " SQLITE_VERSION ", CASE, FIRST"
                         : "SQLite " SQLITE_VERSION ", sum of conditions, COLLECT",
                   run_sqlite, &peer, first ? SUM_FIRST : SUM_COLLECT, 0);
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
clips_all (const Context *contexts)
{
  GString *code = g_string_new ("(deffunction all () (+ 0");
  char turnover[G_ASCII_DTOSTR_BUF_SIZE], maturity[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < N_CONTEXTS; i++)
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

static double
measure_clips (const Context *contexts, gboolean first)
{
  BenchClips *clips = bench_clips_new ();
  g_autofree char *decide = clips_decide (first);
  g_autofree char *all = clips_all (contexts);
  double best = G_MAXDOUBLE;

  if (!bench_clips_build (clips, decide) || !bench_clips_build (clips, all))
    g_error ("CLIPS refuses the table");
  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = seconds ();
      long long sum = 0, part = 0;

      for (guint i = 0; i < N_EVALUATIONS / N_CONTEXTS; i++, sum += part)
        if (!bench_clips_eval (clips, "(all)", &part))
          g_error ("CLIPS gives no number");
      best = MIN (best, seconds () - start);
      if (sum != (first ? SUM_FIRST : SUM_COLLECT))
        g_error ("CLIPS: check sum %lld", sum);
    }
  bench_clips_free (clips);
  g_print ("%-44s %8.2f M/s\n", first ? "CLIPS, function, FIRST" : "CLIPS, function, COLLECT",
           N_EVALUATIONS / best / 1e6);
  return N_EVALUATIONS / best / 1e6;
}
#else
static double
measure_clips (const Context *contexts, gboolean first)
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

typedef struct
{
  const char *script;
  const char *packages;
} JsonLogic;

/* The speed of its compiled rules; 0 when it is not compared, which tools/bench has said. */
static double
measure_json_logic (const JsonLogic *engine, gboolean first)
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

/* --- The models of the public kit
 * ------------------------------------------------------------------------------- */

static GPtrArray *
find_models (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_strconcat (name, ".dmn", NULL);
      g_autofree char *path = g_build_filename (folder, name, file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return paths;
}

/* @folder: compliance-level-2 of the kit, beside the tables. */
static void
bench_load (const char *folder)
{
  g_autoptr (GPtrArray) paths = find_models (folder);
  double best = G_MAXDOUBLE;

  if (paths->len == 0)
    {
      g_print ("\nLoading the kit's models: not measured, %s has none\n", folder);
      return;
    }
  for (guint round = 0; round < 4 * ROUNDS; round++)
    {
      double start = seconds ();

      for (guint i = 0; i < paths->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (DmnModel) model = dmn_model_load (g_ptr_array_index (paths, i), &error);

          if (model == NULL)
            g_error ("%s", error->message);
        }
      best = MIN (best, seconds () - start);
    }
  g_print ("\nLoading the %u models of the kit, level 2: %.2f ms  aim 5 ms: %.2f of it\n",
           paths->len, best * 1e3, best * 1e3 / 5);
}

typedef struct
{
  const char *name;
  double first, collect; /* M/s, lower and upper end averaged; 0: not measured */
} Published;

/* Measured on another machine (two shared AMD EPYC cores, Debian 12); rules-standard.md section 9.
 */
static const Published published[] = {
  { "SWI-Prolog 9.0.4", 3.35, 1.01 },
  { "json-logic-engine 5.0.7", 2.8, 1.9 },
  { "CLIPS 6.30", 0.58, 0.53 },
  { "json-logic-js 2.0.5", 0.2, 0.145 },
  { "zen-engine 0.54.0", 0.064, 0.077 },
  { "Orion 1.1.0", 0.041, 0.0345 },
  { "@bpmn-io/feelin 6.1.1", 0.0051, 0.00415 },
};

static void
print_ratios (double first, double collect)
{
  g_print ("\nBeside figures published for another machine (ours / theirs, FIRST and COLLECT):\n");
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    g_print ("  %-28s %8.1f %8.1f\n", published[i].name, first / published[i].first,
             collect / published[i].collect);
  g_print ("\nTo be fair: ours, SQLite, CLIPS, Prolog and JavaScript start from parsed values; "
           "json-logic-engine's rules are\ncompiled to JavaScript once, outside the time, and its "
           "numbers are doubles; Orion parses JSON on every\ncall and zen crosses a language "
           "border; feelin has no "
           "compile call, so its ratio mostly measures parsing;\nCLIPS here calls functions "
           "with constant arguments, not its fact base, which is slower;\n12 rules is small; "
           "several use "
           "doubles where ours are decimals; Drools, jDMN and dsntk were not run;\nratios to "
           "another machine say only the order of magnitude.\n");
}

/* @n rules of which each takes one number: the cost of an evaluation must grow slower than they. */
static void
bench_size (guint n)
{
  g_autoptr (GString) text = g_string_new (
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" "
      "namespace=\"urn:m\"><decision id=\"d\" name=\"d\"><decisionTable hitPolicy=\"FIRST\">"
      "<input><inputExpression typeRef=\"number\"><text>a</text></inputExpression></input>"
      "<input><inputExpression typeRef=\"string\"><text>b</text></inputExpression></input>"
      "<output/>");
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnEvaluator) evaluator = NULL;
  g_autoptr (GError) error = NULL;
  double start, took;
  gint64 sum = 0, value;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "<rule><inputEntry><text>[%u..%u)</text></inputEntry><inputEntry>"
                            "<text>\"x\"</text></inputEntry><outputEntry><text>%u</text>"
                            "</outputEntry></rule>",
                            i, i + 1, i);
  g_string_append (text, "</decisionTable></decision></definitions>");
  start = seconds ();
  model = dmn_model_parse (text->str, (gssize)text->len, "size.dmn", &error);
  if (model == NULL)
    g_error ("%s", error->message);
  took = seconds () - start;
  evaluator = dmn_evaluator_new (model, 0);
  start = seconds ();
  for (guint i = 0; i < N_EVALUATIONS; i++)
    {
      FeelValue inputs[]
          = { feel_value_number_from_int64 ((gint64)(i * 7919u % n)), feel_value_string ("x") };
      FeelValue result;

      dmn_evaluator_run (evaluator, inputs, &result, NULL);
      g_assert (feel_number_to_int64 (result.number, &value) && value == i * 7919u % n);
      sum += value;
    }
  g_print ("%5u rules: %8.1f ns an evaluation, loaded in %.1f ms\n", n,
           (seconds () - start) / N_EVALUATIONS * 1e9, took * 1e3);
  g_assert (sum > 0);
}

static void
print_ratio (double ours, const char *peer, double theirs)
{
  if (theirs > 0)
    g_print ("prepared / %s in this run: %.1f\n", peer, ours / theirs);
}

static void
bench_table (const char *folder,
             const Context *contexts,
             sqlite3 *database,
             const JsonLogic *engine,
             gboolean first,
             double *best)
{
  g_autoptr (DmnModel) model
      = load (folder, first ? "eligibility-first.dmn" : "eligibility-collect.dmn");
  g_autoptr (DmnEvaluator) evaluator = dmn_evaluator_new (model, 0);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree FeelValue *inputs = make_inputs (model, contexts);
  Ours ours = { model, evaluator, arena, inputs, dmn_model_n_inputs (model) };
  guint64 wanted = first ? SUM_FIRST : SUM_COLLECT;

  g_print ("%s\n", first ? "FIRST" : "\nCOLLECT");
  *best = measure ("prepared", run_prepared, &ours, wanted, 10);
  measure ("each call by itself", run_plain, &ours, wanted, 0);
  measure ("with the explanation of every cell", run_explained, &ours, wanted, 1);
  print_ratio (*best, "SQLite", measure_sqlite (database, contexts, first));
  print_ratio (*best, "CLIPS", measure_clips (contexts, first));
  print_ratio (*best, "json-logic-engine, compiled,", measure_json_logic (engine, first));
}

int
main (int argc, char **argv)
{
  g_autofree Context *contexts = g_new0 (Context, N_CONTEXTS);
  g_autofree char *kit = NULL;
  JsonLogic engine = { 0 };
  sqlite3 *database = NULL;
  double first, collect;

  if ((argc != 2 && argc != 4) || !g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    {
      g_print ("rules: not measured, the tables are not here (WAYMARK_SHARED_DIR/bench)\n");
      return 0;
    }
  if (argc == 4)
    engine = (JsonLogic){ .script = argv[2], .packages = argv[3] };
  make_codes ();
  make_contexts (contexts);
  sqlite3_open (":memory:", &database);
  bench_table (argv[1], contexts, database, &engine, TRUE, &first);
  bench_table (argv[1], contexts, database, &engine, FALSE, &collect);
  sqlite3_close (database);
  g_print ("\nSize of a table (FIRST, two columns)\n");
  bench_size (10);
  bench_size (100);
  bench_size (1000);
  bench_size (10000);
  kit = g_build_filename (argv[1], "..", "tck", "compliance-level-2", NULL);
  bench_load (kit);
  print_ratios (first, collect);
  return 0;
}
