/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-outcomes.h"
#include "dmn-test-model.h"

/* What is still possible when inputs are unknown: cases written by hand, and random models against
 * trying everything. */

/* --- By hand: a band from a score, and an instrument from band, size and date
 * ----------------------------------- */

static DmnModel *
instrument_model (void)
{
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *loaded;

  test_model_add (&model, "<itemDefinition name=\"tSize\"><typeRef>string</typeRef><allowedValues>"
                          "<text>\"micro\",\"small\",\"medium\",\"large\"</text></allowedValues>"
                          "</itemDefinition>");
  test_model_input (&model, "overall", "number");
  test_model_input (&model, "size", "tSize");
  test_model_input (&model, "on", "date");
  test_model_input (&model, "partner", "boolean");
  test_model_decision (&model, "band", (const char *[]){ "overall", NULL });
  test_model_begin_table (&model, "hitPolicy=\"UNIQUE\"");
  test_model_column (&model, "overall", "number");
  test_model_add (&model, "<output name=\"band\" typeRef=\"string\"/>");
  test_model_rule (&model, (const char *[]){ "[0..25]", "\"basic\"", NULL }, 1);
  test_model_rule (&model, (const char *[]){ "(25..50]", "\"average\"", NULL }, 1);
  test_model_rule (&model, (const char *[]){ "(50..100]", "\"advanced\"", NULL }, 1);
  test_model_end_table (&model);
  test_model_end_decision (&model);
  test_model_decision (&model, "twin",
                       (const char *[]){ "=band", "overall", "size", "on", "partner", NULL });
  test_model_begin_table (&model, "hitPolicy=\"FIRST\"");
  test_model_column (&model, "band", "string");
  test_model_column (&model, "overall", "number");
  test_model_column (&model, "size", "tSize");
  test_model_column (&model, "on", "date");
  test_model_column (&model, "partner", "boolean");
  test_model_add (&model,
                  "<output name=\"outcome\" typeRef=\"string\"/><annotation name=\"reason\"/>");
  test_model_rule (
      &model, (const char *[]){ "-", "-", "\"large\"", "-", "-", "\"not-eligible\"", NULL }, 1);
  test_model_rule (&model,
                   (const char *[]){ "\"basic\"", "-", "-",
                                     "[date(\"2024-01-01\")..date(\"2026-12-31\")]", "true",
                                     "\"eligible\"", NULL },
                   1);
  test_model_rule (&model,
                   (const char *[]){ "not(\"basic\")", "<= 30", "\"micro\",\"small\"",
                                     "[date(\"2024-01-01\")..date(\"2026-12-31\")]", "true",
                                     "\"eligible\"", NULL },
                   1);
  test_model_rule (&model, (const char *[]){ "-", "-", "-", "-", "-", "\"not-eligible\"", NULL },
                   1);
  test_model_end_table (&model);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

typedef struct
{
  DmnModel *model;
  FeelArena *arena;
  DmnFact facts[4]; /* overall, size, on, partner */
} Instrument;

static void
instrument_set_up (Instrument *instrument, gconstpointer data)
{
  instrument->model = instrument_model ();
  instrument->arena = feel_arena_new ();
  instrument->facts[0] = dmn_fact_value (feel_value_number_from_scaled (2656, 2));
  instrument->facts[1] = dmn_fact_value (feel_value_string ("small"));
  instrument->facts[2] = dmn_fact_value (feel_value_date ("2026-11-20"));
  instrument->facts[3] = dmn_fact_value (feel_value_boolean (TRUE));
}

static void
instrument_tear_down (Instrument *instrument, gconstpointer data)
{
  dmn_model_unref (instrument->model);
  feel_arena_free (instrument->arena);
}

static DmnOutcomes *
ask (Instrument *instrument, const char *decision)
{
  g_autoptr (GError) error = NULL;
  DmnOutcomes *outcomes = dmn_model_outcomes (
      instrument->model, (guint)dmn_model_find_decision (instrument->model, decision),
      instrument->facts, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcomes);
  return outcomes;
}

static void
test_settled (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = ask (instrument, "twin");

  g_assert_true (dmn_outcomes_is_settled (outcomes));
  g_assert_true (dmn_outcomes_is_exact (outcomes));
  g_assert_true (feel_value_is_string (dmn_outcomes_value (outcomes, 0), "eligible"));
  g_assert_cmpint (dmn_outcomes_deciding_rule (outcomes), ==, 2);
  g_assert_cmpint (dmn_outcomes_cell (outcomes, 1, 0), ==, DMN_CELL_NOT_MET);
  g_assert_cmpint (dmn_outcomes_cell (outcomes, 1, 3), ==, DMN_CELL_MET);
  g_assert_cmpint (dmn_outcomes_n_not_met (outcomes, 1), ==, 1);
  g_assert_cmpint (dmn_outcomes_rule (outcomes, 2), ==, DMN_CELL_MET);
  g_assert_cmpint (dmn_outcomes_nearest_rule (outcomes, NULL, feel_value_string ("eligible")), ==,
                   2);
}

static void
test_interval_settles_band (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = NULL;
  FeelValue value;

  instrument->facts[0]
      = dmn_fact_interval (feel_value_range (instrument->arena, feel_value_number_from_int64 (19),
                                             TRUE, feel_value_number_from_int64 (24), TRUE));
  outcomes = ask (instrument, "band");
  g_assert_true (dmn_outcomes_is_settled (outcomes));
  g_assert_true (feel_value_is_string (dmn_outcomes_value (outcomes, 0), "basic"));
  g_assert_false (dmn_outcomes_column (outcomes, 0, &value));
  g_assert_cmpint (value.kind, ==, FEEL_RANGE);
}

static void
test_interval_across_bands (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = NULL;

  instrument->facts[0]
      = dmn_fact_interval (feel_value_range (instrument->arena, feel_value_number_from_int64 (24),
                                             TRUE, feel_value_number_from_int64 (31), FALSE));
  outcomes = ask (instrument, "band");
  g_assert_cmpuint (dmn_outcomes_n (outcomes), ==, 2);
  g_assert_cmpint (dmn_outcomes_cell (outcomes, 0, 0), ==, DMN_CELL_UNKNOWN);
  g_assert_cmpint (dmn_outcomes_cell (outcomes, 2, 0), ==, DMN_CELL_NOT_MET);
  g_clear_pointer (&outcomes, dmn_outcomes_free);
  /* band and overall are two columns of one score: "not basic" and "<= 30" must agree */
  outcomes = ask (instrument, "twin");
  g_assert_true (dmn_outcomes_is_exact (outcomes));
  g_assert_cmpuint (dmn_outcomes_n (outcomes), ==, 2);
  g_assert_true (dmn_outcomes_input_matters (outcomes, 0));
  g_assert_true (dmn_outcomes_input_settles (outcomes, 0));
}

static void
test_unknown_that_does_not_matter (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = NULL;

  instrument->facts[0] = dmn_fact_unknown ();
  instrument->facts[1] = dmn_fact_value (feel_value_string ("large"));
  outcomes = ask (instrument, "twin");
  g_assert_true (dmn_outcomes_is_settled (outcomes));
  g_assert_true (feel_value_is_string (dmn_outcomes_value (outcomes, 0), "not-eligible"));
  g_assert_cmpint (dmn_outcomes_deciding_rule (outcomes), ==, 0);
  g_assert_false (dmn_outcomes_input_matters (outcomes, 0));
}

static void
test_allowed_values (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = NULL;
  FeelValue sizes[] = { feel_value_string ("micro"), feel_value_string ("medium") };

  instrument->facts[0] = dmn_fact_value (feel_value_number_from_int64 (10));
  instrument->facts[1] = dmn_fact_unknown ();
  outcomes = ask (instrument, "twin");
  g_assert_cmpuint (dmn_outcomes_n (outcomes), ==, 2);
  g_clear_pointer (&outcomes, dmn_outcomes_free);
  instrument->facts[1] = dmn_fact_one_of (feel_value_list (instrument->arena, sizes, 2));
  outcomes = ask (instrument, "twin");
  g_assert_cmpuint (dmn_outcomes_n (outcomes), ==, 1);
}

static void
test_distance (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = ask (instrument, "band");
  DmnDistance distance = dmn_outcomes_distance (outcomes, 0, 0);
  g_autofree char *gap = NULL;

  g_assert_true (distance.known && distance.included && distance.below);
  g_assert_true (feel_value_identical (distance.bound, feel_value_number_from_int64 (25)));
  gap = feel_number_format (distance.gap);
  g_assert_cmpstr (gap, ==, "1.56");
  distance = dmn_outcomes_distance (outcomes, 2, 0);
  g_assert_true (distance.known && !distance.included && !distance.below);
  g_assert_true (feel_value_identical (distance.bound, feel_value_number_from_int64 (50)));
  g_assert_false (dmn_outcomes_distance (outcomes, 1, 0).known);
}

static void
test_distance_in_days (Instrument *instrument, gconstpointer data)
{
  g_autoptr (DmnOutcomes) outcomes = NULL;
  DmnDistance distance;
  gint64 days;

  instrument->facts[2] = dmn_fact_value (feel_value_date ("2027-01-10"));
  outcomes = ask (instrument, "twin");
  distance = dmn_outcomes_distance (outcomes, 2, 3);
  g_assert_true (distance.known && distance.included && distance.below);
  g_assert_true (feel_value_identical (distance.bound, feel_value_date ("2026-12-31")));
  g_assert_true (feel_number_to_int64 (distance.gap, &days));
  g_assert_cmpint (days, ==, 10);
}

static void
test_wrong_facts (Instrument *instrument, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  instrument->facts[0] = dmn_fact_value (feel_value_string ("many"));
  g_assert_null (dmn_model_outcomes (instrument->model, 0, instrument->facts, &error));
  g_assert_error (error, DMN_ERROR, DMN_ERROR_INPUT);
  g_clear_error (&error);
  instrument->facts[0]
      = dmn_fact_interval (feel_value_range (instrument->arena, feel_value_number_from_int64 (3),
                                             FALSE, feel_value_number_from_int64 (3), TRUE));
  g_assert_null (dmn_model_outcomes (instrument->model, 0, instrument->facts, &error));
  g_assert_error (error, DMN_ERROR, DMN_ERROR_INPUT);
}

/* --- Random models against trying everything
 * -------------------------------------------------------------------- */

#define N_INPUTS 4
static const char *const names[N_INPUTS] = { "number", "text", "flag", "day" };
static const char *const types[N_INPUTS] = { "number", "string", "boolean", "date" };

static char *
random_number_cell (GRand *random)
{
  int a = g_rand_int_range (random, 0, 5), b = a + g_rand_int_range (random, 1, 3);

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return g_strdup_printf ("< %d", a);
    case 1:
      return g_strdup_printf (">= %d", a);
    case 2:
      return g_strdup_printf ("[%d..%d)", a, b);
    case 3:
      return g_strdup_printf ("]%d..%d]", a, b);
    case 4:
      return g_strdup_printf ("%d, > %d", a, b);
    case 5:
      return g_strdup_printf ("not(%d, %d)", a, b);
    case 6:
      return g_strdup_printf ("not([%d..%d])", a, b);
    default:
      return g_strdup ("-");
    }
}

static char *
random_cell (GRand *random, guint input)
{
  static const char *const texts[] = { "\"a\"", "\"b\",\"c\"", "not(\"a\")", "-", "\"c\"" };
  static const char *const flags[] = { "true", "false", "-", "not(true)" };

  if (input == 0)
    return random_number_cell (random);
  if (input == 1)
    return g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
  if (input == 2)
    return g_strdup (flags[g_rand_int_range (random, 0, G_N_ELEMENTS (flags))]);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_strdup_printf (">= date(\"2026-01-0%d\")", g_rand_int_range (random, 1, 5));
    case 1:
      return g_strdup_printf ("< date(\"2026-01-0%d\")", g_rand_int_range (random, 1, 5));
    case 2:
      return g_strdup ("[date(\"2026-01-02\")..date(\"2026-01-04\"))");
    default:
      return g_strdup ("-");
    }
}

static const char *const policies[]
    = { "hitPolicy=\"FIRST\"",    "hitPolicy=\"UNIQUE\"",
        "hitPolicy=\"ANY\"",      "hitPolicy=\"COLLECT\"",
        "hitPolicy=\"PRIORITY\"", "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"" };

static void
random_table (
    TestModel *model, GRand *random, const guint *columns, guint n_columns, gboolean chained)
{
  guint n_rules = (guint)g_rand_int_range (random, 1, 6);

  test_model_begin_table (
      model, policies[g_rand_int_range (random, 0, chained ? G_N_ELEMENTS (policies) : 3)]);
  if (chained)
    test_model_column (model, "first", "Any");
  for (guint i = 0; i < n_columns; i++)
    test_model_column (model, names[columns[i]], types[columns[i]]);
  test_model_add (model,
                  "<output name=\"o\"><outputValues><text>\"x\",\"y\",\"z\"</text></outputValues>"
                  "</output>");
  for (guint rule = 0; rule < n_rules; rule++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      static const char *const outputs[] = { "\"x\"", "\"y\"", "\"z\"" };
      static const char *const firsts[] = { "\"x\"", "not(\"x\")", "\"y\",\"z\"", "-", "null" };

      if (chained)
        g_ptr_array_add (cells,
                         g_strdup (firsts[g_rand_int_range (random, 0, G_N_ELEMENTS (firsts))]));
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (cells, random_cell (random, columns[i]));
      g_ptr_array_add (cells, g_strdup (outputs[g_rand_int_range (random, 0, 3)]));
      g_ptr_array_add (cells, NULL);
      test_model_rule (model, (const char *const *)cells->pdata, 1);
    }
  test_model_end_table (model);
}

/* Two tables: "first" over number, text, flag; "second" over first, number (again) and day, and an
 * expression. */
static DmnModel *
random_model (GRand *random)
{
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *loaded;
  static const char *const expressions[] = { "if number &lt; 3 then \"x\" else \"y\"",
                                             "if first = \"x\" and flag then \"x\" else \"z\"" };

  for (guint i = 0; i < N_INPUTS; i++)
    test_model_input (&model, names[i], types[i]);
  test_model_decision (&model, "first", (const char *[]){ "number", "text", "flag", NULL });
  random_table (&model, random, (guint[]){ 0, 1, 2, 0 }, 3, FALSE);
  test_model_end_decision (&model);
  test_model_decision (&model, "middle", (const char *[]){ "=first", "number", "flag", NULL });
  test_model_add (&model, "<literalExpression><text>%s</text></literalExpression>",
                  expressions[g_rand_int_range (random, 0, 2)]);
  test_model_end_decision (&model);
  test_model_decision (&model, "second",
                       (const char *[]){ "=first", "=middle", "number", "day", NULL });
  random_table (&model, random, (guint[]){ 0, 3 }, 2, TRUE);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

/* Every value that can make a difference: halves between whole numbers, the days around those
 * named. */
static guint
all_values (guint input, FeelValue *values)
{
  static const char *const texts[] = { "a", "b", "c", "another" };
  guint n = 0;

  for (int i = -2; input == 0 && i <= 16; i++)
    values[n++] = feel_value_number_from_scaled (i * 5, 1);
  for (guint i = 0; input == 1 && i < G_N_ELEMENTS (texts); i++)
    values[n++] = feel_value_string (texts[i]);
  for (int i = 0; input == 2 && i < 2; i++)
    values[n++] = feel_value_boolean (i);
  for (int i = -1; input == 3 && i < 6; i++)
    values[n++] = feel_value_date_from_days (20454 + i); /* 2026-01-01 */
  return n;
}

typedef struct
{
  GArray *results;
  guint64 possible;
  guint64 certain;
  guint64 any[8];
  guint64 all[8];
} Truth;

static void
note (Truth *truth, FeelValue result, DmnTrace *trace, const DmnTable *table, FeelArena *arena)
{
  guint step = dmn_trace_n_decisions (trace) - 1;
  gboolean known = FALSE;

  for (guint i = 0; i < truth->results->len && !known; i++)
    known = feel_value_identical (g_array_index (truth->results, FeelValue, i), result);
  result = feel_value_copy (arena, result);
  if (!known)
    g_array_append_val (truth->results, result);
  for (guint rule = 0; rule < dmn_table_n_rules (table); rule++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << rule;

      if (dmn_trace_rule_matched (trace, step, rule))
        truth->possible |= bit;
      else
        truth->certain &= ~bit;
      for (guint column = 0; column < dmn_table_n_columns (table); column++)
        if (dmn_trace_cell (trace, step, rule, column))
          truth->any[column] |= bit;
        else
          truth->all[column] &= ~bit;
    }
}

static void
try_everything (
    const DmnModel *model, const DmnFact *facts, guint decision, Truth *truth, FeelArena *arena)
{
  FeelValue values[N_INPUTS][32], inputs[N_INPUTS];
  guint n[N_INPUTS], turn[N_INPUTS] = { 0 }, at;

  for (guint i = 0; i < N_INPUTS; i++)
    {
      n[i] = all_values (i, values[i]);
      if (facts[i].kind == DMN_FACT_VALUE)
        {
          values[i][0] = facts[i].value;
          n[i] = 1;
        }
      else if (facts[i].kind == DMN_FACT_INTERVAL)
        {
          guint kept = 0;

          for (guint j = 0; j < n[i]; j++)
            if (feel_range_contains (facts[i].value.range, values[i][j]) == 1)
              values[i][kept++] = values[i][j];
          n[i] = kept;
        }
    }
  do
    {
      g_autoptr (FeelArena) scratch = feel_arena_new ();
      g_autoptr (DmnTrace) trace = NULL;
      FeelValue result;

      for (guint i = 0; i < N_INPUTS; i++)
        inputs[i] = values[i][turn[i]];
      g_assert_true (dmn_model_evaluate (model, decision, inputs, scratch, &result, &trace, NULL));
      note (truth, result, trace, dmn_model_decision (model, decision)->table, arena);
      for (at = 0; at < N_INPUTS && ++turn[at] == n[at]; at++)
        turn[at] = 0;
    }
  while (at < N_INPUTS);
}

static DmnFact
random_fact (GRand *random, guint input, FeelArena *arena)
{
  FeelValue values[32];
  guint n = all_values (input, values);
  FeelValue one = values[g_rand_int_range (random, 0, (int)n)];
  int low = g_rand_int_range (random, 0, (int)n - 1);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return dmn_fact_value (one);
    case 1:
      if (input == 0 || input == 3)
        return dmn_fact_interval (feel_value_range (
            arena, values[low], TRUE, values[g_rand_int_range (random, low, (int)n)], TRUE));
      return dmn_fact_value (one);
    default:
      return dmn_fact_unknown ();
    }
}

static void
compare_with_truth (const DmnOutcomes *outcomes, const Truth *truth)
{
  const DmnTable *table = dmn_outcomes_table (outcomes);

  g_assert_true (dmn_outcomes_is_exact (outcomes));
  g_assert_cmpuint (dmn_outcomes_n (outcomes), ==, truth->results->len);
  for (guint i = 0; i < truth->results->len; i++)
    g_assert_true (
        dmn_outcomes_can_be (outcomes, NULL, g_array_index (truth->results, FeelValue, i)));
  for (guint rule = 0; rule < dmn_table_n_rules (table); rule++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << rule;

      g_assert_cmpint (dmn_outcomes_rule (outcomes, rule), ==,
                       truth->certain & bit    ? DMN_CELL_MET
                       : truth->possible & bit ? DMN_CELL_UNKNOWN
                                               : DMN_CELL_NOT_MET);
      for (guint column = 0; column < dmn_table_n_columns (table); column++)
        g_assert_cmpint (dmn_outcomes_cell (outcomes, rule, column), ==,
                         truth->all[column] & bit   ? DMN_CELL_MET
                         : truth->any[column] & bit ? DMN_CELL_UNKNOWN
                                                    : DMN_CELL_NOT_MET);
    }
}

static void
check_random_model (GRand *random)
{
  g_autoptr (DmnModel) model = random_model (random);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  guint decision = (guint)dmn_model_find_decision (model, "second");
  DmnFact facts[N_INPUTS];

  for (guint round = 0; round < 4; round++)
    {
      Truth truth = { g_array_new (FALSE, FALSE, sizeof (FeelValue)), 0, ~G_GUINT64_CONSTANT (0) };
      g_autoptr (DmnOutcomes) outcomes = NULL;
      g_autoptr (GError) error = NULL;

      memset (truth.all, 0xff, sizeof truth.all);
      for (guint i = 0; i < N_INPUTS; i++)
        facts[i] = random_fact (random, i, arena);
      try_everything (model, facts, decision, &truth, arena);
      outcomes = dmn_model_outcomes (model, decision, facts, &error);
      g_assert_no_error (error);
      compare_with_truth (outcomes, &truth);
      g_array_unref (truth.results);
    }
}

static void
test_random_models (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 60; i++)
    check_random_model (random);
}

/* --- Where it cannot be exact
 * ----------------------------------------------------------------------------------- */

static void
test_arithmetic_is_not_exact (void)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnOutcomes) outcomes = NULL;
  DmnFact facts[] = { dmn_fact_unknown () };

  test_model_input (&text, "staff", "number");
  test_model_decision (&text, "size", (const char *[]){ "staff", NULL });
  test_model_begin_table (&text, "hitPolicy=\"FIRST\"");
  test_model_column (&text, "staff * 2", "number");
  test_model_add (&text, "<output name=\"o\"/>");
  test_model_rule (&text, (const char *[]){ "< 100", "\"small\"", NULL }, 1);
  test_model_rule (&text, (const char *[]){ ">= 100", "\"large\"", NULL }, 1);
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  outcomes = dmn_model_outcomes (model, 0, facts, &error);
  g_assert_no_error (error);
  g_assert_false (dmn_outcomes_is_exact (outcomes));
  g_assert_true (dmn_outcomes_can_be (outcomes, NULL, feel_value_string ("small")));
  g_assert_true (dmn_outcomes_can_be (outcomes, NULL, feel_value_string ("large")));
  g_clear_pointer (&outcomes, dmn_outcomes_free);
  facts[0] = dmn_fact_value (feel_value_number_from_int64 (49));
  outcomes = dmn_model_outcomes (model, 0, facts, &error);
  g_assert_true (dmn_outcomes_is_exact (outcomes) && dmn_outcomes_is_settled (outcomes));
}

#define INSTRUMENT(path, function)                                                                 \
  g_test_add (path, Instrument, NULL, instrument_set_up, function, instrument_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  INSTRUMENT ("/dmn/outcomes/settled", test_settled);
  INSTRUMENT ("/dmn/outcomes/interval-settles", test_interval_settles_band);
  INSTRUMENT ("/dmn/outcomes/interval-across", test_interval_across_bands);
  INSTRUMENT ("/dmn/outcomes/does-not-matter", test_unknown_that_does_not_matter);
  INSTRUMENT ("/dmn/outcomes/allowed-values", test_allowed_values);
  INSTRUMENT ("/dmn/outcomes/distance", test_distance);
  INSTRUMENT ("/dmn/outcomes/distance-in-days", test_distance_in_days);
  INSTRUMENT ("/dmn/outcomes/wrong-facts", test_wrong_facts);
  g_test_add_func ("/dmn/outcomes/random", test_random_models);
  g_test_add_func ("/dmn/outcomes/not-exact", test_arithmetic_is_not_exact);
  return g_test_run ();
}
