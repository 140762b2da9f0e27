/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-rules.h"
#include "bench-time.h"

#include "dmn/dmn-evaluator.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-outcomes.h"

#include <math.h>
#include <sqlite3.h>
#include <string.h>

/* Evaluations of a decision table of 12 rules a second, from values already parsed, beside SQLite,
 * CLIPS and json-logic-engine in the same run and published figures of others. The inputs are a
 * fixed pseudo-random sequence; the check sums show that everyone computes the same. Run by
 * tools/bench; not a test. Arguments: the folder with eligibility-first.dmn and
 * eligibility-collect.dmn; bench-json-logic.mjs and the folder that it finds its package in, where
 * there is one. */

static guint32 state = 12345;

static double
draw (void)
{
  state = state * 1103515245u + 12345u;
  return floor (state / 256.0) / 16777216.0;
}

static void
make_contexts (BenchContext *contexts)
{
  static const char *const sizes[] = { "micro", "small", "medium", "large" };
  static const char *const regions[] = { "north", "centre", "south", "islands" };
  static const char *const sectors[]
      = { "manufacturing", "agrifood", "energy", "health", "public" };
  static const gint64 low[] = { 1, 10, 50, 250 }, span[] = { 9, 40, 200, 5000 };

  for (guint i = 0; i < BENCH_N_CONTEXTS; i++)
    {
      BenchContext *context = &contexts[i];
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
make_inputs (const DmnModel *model, const BenchContext *contexts)
{
  guint n = dmn_model_n_inputs (model);
  FeelValue *inputs = g_new0 (FeelValue, n * BENCH_N_CONTEXTS);

  for (guint i = 0; i < BENCH_N_CONTEXTS; i++)
    {
      const BenchContext *context = &contexts[i];
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

/* --- Measuring
 * ----------------------------------------------------------------------------------------------------
 */

double
bench_rules_measure (const char *what, BenchRunFunc run, gpointer data, guint64 wanted, double aim)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < BENCH_ROUNDS; round++)
    {
      double start = bench_cpu_ms () / 1e3;
      guint64 sum = 0;

      for (guint i = 0; i < BENCH_N_EVALUATIONS; i++)
        sum += run (data, i % BENCH_N_CONTEXTS);
      best = MIN (best, bench_cpu_ms () / 1e3 - start);
      if (sum != wanted)
        g_error ("%s: check sum %" G_GUINT64_FORMAT ", expected %" G_GUINT64_FORMAT, what, sum,
                 wanted);
    }
  g_print ("%-44s %8.2f M/s", what, BENCH_N_EVALUATIONS / best / 1e6);
  if (aim > 0)
    g_print ("  aim %.0f M/s: %.2f of it", aim, BENCH_N_EVALUATIONS / best / 1e6 / aim);
  g_print ("\n");
  return BENCH_N_EVALUATIONS / best / 1e6;
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
  for (guint round = 0; round < 4 * BENCH_ROUNDS; round++)
    {
      double start = bench_cpu_ms () / 1e3;

      for (guint i = 0; i < paths->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (DmnModel) model = dmn_model_load (g_ptr_array_index (paths, i), &error);

          if (model == NULL)
            g_error ("%s", error->message);
        }
      best = MIN (best, bench_cpu_ms () / 1e3 - start);
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
  start = bench_cpu_ms () / 1e3;
  model = dmn_model_parse (text->str, (gssize)text->len, "size.dmn", &error);
  if (model == NULL)
    g_error ("%s", error->message);
  took = bench_cpu_ms () / 1e3 - start;
  evaluator = dmn_evaluator_new (model, 0);
  start = bench_cpu_ms () / 1e3;
  for (guint i = 0; i < BENCH_N_EVALUATIONS; i++)
    {
      FeelValue inputs[]
          = { feel_value_number_from_int64 ((gint64)(i * 7919u % n)), feel_value_string ("x") };
      FeelValue result;

      dmn_evaluator_run (evaluator, inputs, &result, NULL);
      g_assert (feel_number_to_int64 (result.number, &value) && value == i * 7919u % n);
      sum += value;
    }
  g_print ("%5u rules: %8.1f ns an evaluation, loaded in %.1f ms\n", n,
           (bench_cpu_ms () / 1e3 - start) / BENCH_N_EVALUATIONS * 1e9, took * 1e3);
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
             const BenchContext *contexts,
             sqlite3 *database,
             const BenchJsonLogic *engine,
             gboolean first,
             double *best)
{
  g_autoptr (DmnModel) model
      = load (folder, first ? "eligibility-first.dmn" : "eligibility-collect.dmn");
  g_autoptr (DmnEvaluator) evaluator = dmn_evaluator_new (model, 0);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree FeelValue *inputs = make_inputs (model, contexts);
  Ours ours = { model, evaluator, arena, inputs, dmn_model_n_inputs (model) };
  guint64 wanted = first ? BENCH_SUM_FIRST : BENCH_SUM_COLLECT;

  g_print ("%s\n", first ? "FIRST" : "\nCOLLECT");
  *best = bench_rules_measure ("prepared", run_prepared, &ours, wanted, 10);
  bench_rules_measure ("each call by itself", run_plain, &ours, wanted, 0);
  bench_rules_measure ("with the explanation of every cell", run_explained, &ours, wanted, 1);
  print_ratio (*best, "SQLite", bench_rules_measure_sqlite (database, contexts, first));
  print_ratio (*best, "CLIPS", bench_rules_measure_clips (contexts, first));
  print_ratio (*best, "json-logic-engine, compiled,",
               bench_rules_measure_json_logic (engine, first));
}

int
main (int argc, char **argv)
{
  g_autofree BenchContext *contexts = g_new0 (BenchContext, BENCH_N_CONTEXTS);
  g_autofree char *kit = NULL;
  BenchJsonLogic engine = { 0 };
  sqlite3 *database = NULL;
  double first, collect;

  if ((argc != 2 && argc != 4) || !g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    {
      g_print ("rules: not measured, the tables are not here (WAYMARK_SHARED_DIR/bench)\n");
      return 0;
    }
  if (argc == 4)
    engine = (BenchJsonLogic){ .script = argv[2], .packages = argv[3] };
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
