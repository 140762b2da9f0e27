/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn-test-model.h"
#include "dmn/dmn-evaluation.h"

/* All hit policies, aggregations, defaults, several outputs, traces, and the cells that the public
 * kit does not touch. */

typedef struct
{
  const char *attributes; /* of the table */
  const char *outputs;    /* XML of the output clauses */
  gint64 value;           /* of n */
  const char *result;     /* as FEEL writes it */
  const char *reason;     /* part of the reason of a null */
} Policy;

#define ONE "<output name=\"o\"/>"
#define ORDERED "<output name=\"o\"><outputValues><text>30, 20, 10</text></outputValues></output>"
#define DEFAULTED                                                                                  \
  "<output name=\"o\"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>"

/* rules: n > 10 gives 10, n > 20 gives 20, n > 15 gives 20, n > 30 gives 30 */
static const Policy policies[] = {
  { "", ONE, 12, "10", NULL },
  { "hitPolicy=\"UNIQUE\"", ONE, 25, "null", "rules 1 and 2 match" },
  { "", ONE, 5, "null", "no rule of table" },
  { "", DEFAULTED, 5, "0", NULL },
  { "hitPolicy=\"ANY\"", ONE, 12, "10", NULL },
  { "hitPolicy=\"ANY\"", ONE, 25, "null", "disagree" },
  { "hitPolicy=\"FIRST\"", ONE, 40, "10", NULL },
  { "hitPolicy=\"PRIORITY\"", ORDERED, 40, "30", NULL },
  { "hitPolicy=\"PRIORITY\"", ORDERED, 18, "20", NULL },
  { "hitPolicy=\"RULE ORDER\"", ONE, 40, "[10, 20, 20, 30]", NULL },
  { "hitPolicy=\"OUTPUT ORDER\"", ORDERED, 40, "[30, 20, 20, 10]", NULL },
  { "hitPolicy=\"COLLECT\"", ONE, 25, "[10, 20, 20]", NULL },
  { "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", ONE, 40, "80", NULL },
  { "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", ONE, 40, "4", NULL },
  { "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", ONE, 4, "0", NULL },
  { "hitPolicy=\"COLLECT\" aggregation=\"MIN\"", ONE, 40, "10", NULL },
  { "hitPolicy=\"COLLECT\" aggregation=\"MAX\"", ONE, 40, "30", NULL },
  { "hitPolicy=\"COLLECT\" aggregation=\"MAX\"", ONE, 18, "20", NULL },
};

static DmnModel *
policy_model (const Policy *policy)
{
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *loaded;

  test_model_input (&model, "n", "number");
  test_model_decision (&model, "d", (const char *[]){ "n", NULL });
  test_model_begin_table (&model, policy->attributes);
  test_model_column (&model, "n", "number");
  test_model_add (&model, "%s", policy->outputs);
  test_model_rule (&model, (const char *[]){ "> 10", "10", NULL }, 1);
  test_model_rule (&model, (const char *[]){ "> 20", "20", NULL }, 1);
  test_model_rule (&model, (const char *[]){ "> 15", "20", NULL }, 1);
  test_model_rule (&model, (const char *[]){ "> 30", "30", NULL }, 1);
  test_model_end_table (&model);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

static void
assert_result (FeelValue value, const char *expected, const char *reason)
{
  g_autofree char *text = feel_value_to_feel (value);

  g_assert_cmpstr (text, ==, expected);
  if (reason != NULL)
    {
      g_assert_nonnull (feel_value_reason (value));
      g_assert_nonnull (strstr (feel_value_reason (value), reason));
    }
}

static void
test_policies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autoptr (DmnModel) model = policy_model (&policies[i]);
      g_autoptr (FeelArena) arena = feel_arena_new ();
      FeelValue input = feel_value_number_from_int64 (policies[i].value), result;

      g_assert_true (dmn_model_evaluate (model, 0, &input, arena, &result, NULL, NULL));
      assert_result (result, policies[i].result, policies[i].reason);
    }
}

/* Cells of all kinds, each alone in a table of one column: is it true for the value? */
typedef struct
{
  const char *type;
  const char *cell;
  const char
      *value; /* FEEL of a constant; a date as date, else number, boolean or string by type */
  gboolean matches;
} CellCase;

static const CellCase cells[] = {
  { "number", "[18..65]", "65", TRUE },
  { "number", "[18..65)", "65", FALSE },
  { "number", "]18..65]", "18", FALSE },
  { "number", "(18..65]", "18.01", TRUE },
  { "number", "not([18..65])", "66", TRUE },
  { "number", "not(18, 20)", "19", TRUE },
  { "number", "not(18, 20)", "20", FALSE },
  { "number", "not(< 5)", NULL, FALSE },
  { "number", "null", NULL, TRUE },
  { "number", "not(null)", NULL, FALSE },
  { "number", "-", NULL, TRUE },
  { "number", "< 5, > 10, 7", "7", TRUE },
  { "number", "< 5, > 10, 7", "8", FALSE },
  { "number", "? * 2 = 8", "4", TRUE },
  { "string", "\"a\", \"b\"", "b", TRUE },
  { "string", "not(\"a\")", "z", TRUE },
  { "string", "not(\"a\")", "a", FALSE },
  { "string", "[\"b\"..\"d\"]", "c", TRUE },
  { "string", "[\"b\"..\"d\"]", "a", FALSE },
  { "string", "starts with(?, \"PT\")", "PT11", TRUE },
  { "boolean", "true", "true", TRUE },
  { "boolean", "not(true)", "true", FALSE },
  { "date", "< date(\"2027-01-01\")", "2026-12-31", TRUE },
  { "date", "< date(\"2027-01-01\")", "2027-01-01", FALSE },
  { "date", "[date(\"2024-01-01\")..date(\"2026-12-31\")]", "2024-01-01", TRUE },
  { "date", "not([date(\"2024-01-01\")..date(\"2026-12-31\")])", "2023-12-31", TRUE },
  { "date", "date(\"2026-11-20\") + duration(\"P1D\")", "2026-11-21", TRUE },
  { "yearMonthDuration", ">= duration(\"P1Y\")", "P12M", TRUE },
  { "dayTimeDuration", "< duration(\"P1D\")", "PT24H", FALSE },
  { "time", "[time(\"08:00:00\")..time(\"17:00:00\")]", "17:00:00", TRUE },
};

static FeelValue
input_of (const CellCase *one)
{
  FeelNumber number;

  if (one->value == NULL)
    return feel_value_null ();
  if (g_str_equal (one->type, "number") && feel_number_parse (one->value, -1, &number))
    return feel_value_number (number);
  if (g_str_equal (one->type, "boolean"))
    return feel_value_boolean (g_str_equal (one->value, "true"));
  if (g_str_equal (one->type, "date"))
    return feel_value_date (one->value);
  if (g_str_equal (one->type, "time"))
    return feel_value_time (one->value);
  if (g_str_has_suffix (one->type, "Duration"))
    return feel_value_duration (one->value);
  return feel_value_string (one->value);
}

static void
test_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      TestModel text = test_model_begin (TEST_DMN_13);
      g_autoptr (FeelArena) arena = feel_arena_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnTrace) trace = NULL;
      g_autoptr (DmnModel) model = NULL;
      FeelValue input = input_of (&cells[i]), result;

      test_model_input (&text, "v", cells[i].type);
      test_model_decision (&text, "d", (const char *[]){ "v", NULL });
      test_model_begin_table (&text, "hitPolicy=\"FIRST\"");
      test_model_column (&text, "v", cells[i].type);
      test_model_add (&text, ONE);
      test_model_rule (&text, (const char *[]){ cells[i].cell, "\"yes\"", NULL }, 1);
      test_model_rule (&text, (const char *[]){ "-", "\"no\"", NULL }, 1);
      test_model_end_table (&text);
      test_model_end_decision (&text);
      model = test_model_finish (&text, &error);
      g_assert_no_error (error);
      g_assert_true (dmn_model_evaluate (model, 0, &input, arena, &result, &trace, &error));
      if (feel_value_is_string (result, "yes") != cells[i].matches)
        g_error ("%s for %s: wrong", cells[i].cell, cells[i].value);
      g_assert_cmpint (dmn_trace_cell (trace, 0, 0, 0), ==, cells[i].matches);
    }
}

/* A chain: two outputs, a structure, a knowledge model, a name with blanks. */
static void
test_chain_and_trace (void)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnTrace) trace = NULL;
  g_autoptr (DmnModel) model = NULL;
  FeelValue inputs[2], result;
  FeelContext *firm = feel_context_new (arena, 2);
  int step;

  test_model_add (
      &text, "<itemDefinition name=\"tFirm\"><itemComponent name=\"staff count\"><typeRef>number"
             "</typeRef></itemComponent><itemComponent name=\"country\"><typeRef>string</typeRef>"
             "</itemComponent></itemDefinition>");
  test_model_input (&text, "firm", "tFirm");
  test_model_input (&text, "unused", "number");
  test_model_add (&text,
                  "<businessKnowledgeModel id=\"k\" name=\"limit of\"><variable name=\"limit of\"/>"
                  "<encapsulatedLogic><formalParameter name=\"country\" typeRef=\"string\"/>"
                  "<literalExpression><text>if country = \"PT\" then 250 else 100</text>"
                  "</literalExpression></encapsulatedLogic></businessKnowledgeModel>");
  test_model_decision (&text, "final", (const char *[]){ "=size", "firm", NULL });
  test_model_add (&text,
                  "<literalExpression><text>size.word + \" \" + string(firm.staff count)</text>"
                  "</literalExpression>");
  test_model_end_decision (&text);
  test_model_decision (&text, "size", (const char *[]){ "firm", NULL });
  test_model_add (&text,
                  "<knowledgeRequirement><requiredKnowledge href=\"#k\"/></knowledgeRequirement>");
  test_model_begin_table (&text, "hitPolicy=\"FIRST\"");
  test_model_column (&text, "firm.staff count", "number");
  test_model_add (&text, "<output name=\"word\"/><output name=\"rank\"/>");
  test_model_rule (&text, (const char *[]){ "< limit of(firm.country)", "\"sme\"", "1", NULL }, 2);
  test_model_rule (&text, (const char *[]){ "-", "\"large\"", "2", NULL }, 2);
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  firm->entries[0] = (FeelEntry){ "staff count", feel_value_number_from_int64 (120) };
  firm->entries[1] = (FeelEntry){ "country", feel_value_string ("PT") };
  inputs[0] = feel_value_context (firm);
  inputs[1] = feel_value_null ();
  g_assert_true (dmn_model_evaluate (model, (guint)dmn_model_find_decision (model, "final"), inputs,
                                     arena, &result, &trace, &error));
  assert_result (result, "\"sme 120\"", NULL);
  g_assert_cmpuint (dmn_trace_n_decisions (trace), ==, 2);
  step = dmn_trace_find (trace, (guint)dmn_model_find_decision (model, "size"));
  g_assert_cmpint (step, ==, 0);
  assert_result (dmn_trace_result (trace, 0), "{word: \"sme\", rank: 1}", NULL);
  assert_result (dmn_trace_column_value (trace, 0, 0), "120", NULL);
  g_assert_cmpuint (dmn_trace_n_matched (trace, 0), ==, 2);
  g_assert_cmpuint (dmn_trace_matched (trace, 0, 1), ==, 1);
  firm->entries[1].value = feel_value_string ("DE");
  g_assert_true (dmn_model_evaluate (model, (guint)dmn_model_find_decision (model, "size"), inputs,
                                     arena, &result, NULL, &error));
  assert_result (result, "{word: \"large\", rank: 2}", NULL);
}

/* Many rules, so that sets of rules span several words, against looking at each rule. */
static void
test_many_rules (void)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;

  test_model_input (&text, "n", "number");
  test_model_input (&text, "s", "string");
  test_model_decision (&text, "d", (const char *[]){ "n", "s", NULL });
  test_model_begin_table (&text, "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"");
  test_model_column (&text, "n", "number");
  test_model_column (&text, "s", "string");
  test_model_add (&text, ONE);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *cell = g_strdup_printf (">= %d", i);

      test_model_rule (&text,
                       (const char *[]){ cell, i % 3 == 0 ? "\"a\"" : "not(\"a\")", "1", NULL }, 1);
    }
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  for (int n = -1; n < 205; n += 3)
    for (guint s = 0; s < 2; s++)
      {
        FeelValue inputs[]
            = { feel_value_number_from_int64 (n), feel_value_string (s ? "a" : "b") };
        FeelValue result;
        int expected = 0;

        for (int i = 0; i < 200; i++)
          expected += n >= i && (i % 3 == 0) == (s == 1);
        g_assert_true (dmn_model_evaluate (model, 0, inputs, arena, &result, NULL, &error));
        g_assert_true (feel_value_identical (result, feel_value_number_from_int64 (expected)));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/evaluation/policies", test_policies);
  g_test_add_func ("/dmn/evaluation/cells", test_cells);
  g_test_add_func ("/dmn/evaluation/chain", test_chain_and_trace);
  g_test_add_func ("/dmn/evaluation/many-rules", test_many_rules);
  return g_test_run ();
}
