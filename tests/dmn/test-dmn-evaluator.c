/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-evaluator.h"
#include "feel/feel-expression.h"
#include "dmn-test-model.h"

/* The prepared evaluation gives what the plain one gives, and both what each cell by itself says.
 */

static const char *const number_cells[]
    = { "-", "< 3",  "<= 3",   "> 1",         ">= 4", "[1..4]",    "(1..4)", "]2..5]",
        "2", "1, 4", "not(2)", "not(< 2, 4)", "null", "not(null)", "2.5",    "< 1, > 4" };
static const char *const text_cells[]
    = { "-", "\"p\"", "\"p\",\"q\"", "not(\"p\")", "not(\"q\",\"r\")", "null", "< \"q\"" };
static const char *const outputs[] = { "\"x\"", "\"y\"", "\"z\"", "\"x\" + \"y\"" };
static const char *const policies[]
    = { "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"", "hitPolicy=\"ANY\"",
        "hitPolicy=\"RULE ORDER\"" };

#define PICK(random, list) (list)[g_rand_int_range ((random), 0, (int)G_N_ELEMENTS (list))]

typedef struct
{
  const char *cells[80][3];
  guint n;
} Rules;

static DmnModel *
random_model (GRand *random, Rules *rules, const char *policy)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *model;

  rules->n = (guint)g_rand_int_range (random, 1, 80);
  test_model_input (&text, "a", "number");
  test_model_input (&text, "b", "string");
  test_model_decision (&text, "d", (const char *[]){ "a", "b", NULL });
  test_model_begin_table (&text, policy);
  test_model_column (&text, "a", "number");
  test_model_column (&text, "b", "string");
  test_model_add (&text, "<output/>");
  for (guint i = 0; i < rules->n; i++)
    {
      rules->cells[i][0] = PICK (random, number_cells);
      rules->cells[i][1] = PICK (random, text_cells);
      rules->cells[i][2] = PICK (random, outputs);
      test_model_rule (
          &text,
          (const char *[]){ rules->cells[i][0], rules->cells[i][1], rules->cells[i][2], NULL }, 1);
    }
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  return model;
}

static gboolean
meets (const char *cell, FeelValue value)
{
  g_autoptr (FeelScope) scope = feel_scope_new ();
  g_autoptr (FeelArena) arena = feel_arena_new ();
  const FeelExpression *tests = feel_tests_parse (cell, scope, arena, NULL);
  FeelFrame frame = { .arena = arena };

  return feel_tests_evaluate (tests, value, &frame) == 1;
}

static void
check_case (DmnModel *model, DmnEvaluator *evaluator, const Rules *rules, const FeelValue *inputs)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (DmnTrace) trace = NULL;
  FeelValue plain, prepared;

  g_assert_true (dmn_model_evaluate (model, 0, inputs, arena, &plain, &trace, NULL));
  g_assert_true (dmn_evaluator_run (evaluator, inputs, &prepared, NULL));
  g_assert_true (feel_value_identical (plain, prepared));
  for (guint rule = 0; rule < rules->n; rule++)
    for (guint column = 0; column < 2; column++)
      g_assert_cmpint (dmn_trace_cell (trace, 0, rule, column), ==,
                       meets (rules->cells[rule][column], inputs[column]));
}

static void
test_same (void)
{
  static const char *const letters[] = { "p", "q", "r", "other", "" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261120);

  for (guint round = 0; round < 60; round++)
    {
      Rules rules;
      g_autoptr (DmnModel) model
          = random_model (random, &rules, policies[round % G_N_ELEMENTS (policies)]);
      g_autoptr (DmnEvaluator) evaluator = dmn_evaluator_new (model, 0);

      for (gint64 a = -1; a <= 12; a++)
        for (guint b = 0; b <= G_N_ELEMENTS (letters); b++)
          {
            const FeelValue inputs[] = {
              a < 0 ? feel_value_null () : feel_value_number_from_scaled (a * 5, 1),
              b == G_N_ELEMENTS (letters) ? feel_value_null () : feel_value_string (letters[b]),
            };

            check_case (model, evaluator, &rules, inputs);
          }
    }
}

static void
test_wrong_type (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Rules rules;
  g_autoptr (DmnModel) model = random_model (random, &rules, policies[0]);
  g_autoptr (DmnEvaluator) evaluator = dmn_evaluator_new (model, 0);
  g_autoptr (GError) error = NULL;
  FeelValue result;

  g_assert_false (dmn_evaluator_run (
      evaluator, (FeelValue[]){ feel_value_string ("x"), feel_value_null () }, &result, &error));
  g_assert_error (error, DMN_ERROR, DMN_ERROR_INPUT);
}

/* Through required decisions, and more rules than one word of a set holds. */
static void
test_many_rules (void)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnEvaluator) evaluator = NULL;
  FeelValue result;

  test_model_input (&text, "a", "number");
  test_model_decision (&text, "twice", (const char *[]){ "a", NULL });
  test_model_add (&text, "<literalExpression><text>a * 2</text></literalExpression>");
  test_model_end_decision (&text);
  test_model_decision (&text, "d", (const char *[]){ "=twice", NULL });
  test_model_begin_table (&text, "hitPolicy=\"UNIQUE\"");
  test_model_column (&text, "twice", "number");
  test_model_add (&text, "<output/>");
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *cell = g_strdup_printf ("[%u..%u)", i, i + 1);
      g_autofree char *output = g_strdup_printf ("%u", i);

      test_model_rule (&text, (const char *[]){ cell, output, NULL }, 1);
    }
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  evaluator = dmn_evaluator_new (model, (guint)dmn_model_find_decision (model, "d"));
  for (gint64 a = 0; a < 5000; a += 97)
    {
      FeelValue input = feel_value_number_from_scaled (a * 10 + 3, 1);

      g_assert_true (dmn_evaluator_run (evaluator, &input, &result, NULL));
      g_assert_true (feel_value_identical (result, feel_value_number_from_int64 (2 * a)));
    }
  g_assert_true (dmn_evaluator_run (evaluator, (FeelValue[]){ feel_value_number_from_int64 (-1) },
                                    &result, NULL));
  g_assert_true (feel_value_is_null (result));
}

/* Lists of constants go a way of their own where the decision's type takes them, and are looked at
 * where it does not: the results are those of plain evaluation. */
static void
test_typed_lists (void)
{
  static const struct
  {
    const char *type; /* of the decision */
    const char *policy;
    const char *results[4]; /* for a = 0 … 3 */
  } cases[] = {
    { "tAll", "COLLECT", { "null", "[\"x\"]", "[\"x\", \"y\"]", "[\"x\", \"y\", \"z\"]" } },
    { "tAll", "RULE ORDER", { "null", "[\"x\"]", "[\"x\", \"y\"]", "[\"x\", \"y\", \"z\"]" } },
    { "tAll", "FIRST", { "null", "[\"x\"]", "[\"x\"]", "[\"x\"]" } },
    { "tSome", "COLLECT", { "null", "[\"x\"]", "[\"x\", \"y\"]", "null" } },
    { "string", "COLLECT", { "null", "\"x\"", "null", "null" } },
    { "Any", "COLLECT", { "null", "[\"x\"]", "[\"x\", \"y\"]", "[\"x\", \"y\", \"z\"]" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "<definitions xmlns=\"" TEST_DMN_13 "\" name=\"m\" namespace=\"urn:m\">"
          "<itemDefinition name=\"tAll\" isCollection=\"true\"><typeRef>string</typeRef>"
          "</itemDefinition><itemDefinition name=\"tSome\" isCollection=\"true\">"
          "<typeRef>string</typeRef><allowedValues><text>\"x\",\"y\"</text></allowedValues>"
          "</itemDefinition><inputData id=\"a\" name=\"a\"><variable name=\"a\" "
          "typeRef=\"number\"/>"
          "</inputData><decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"%s\"/>"
          "<informationRequirement><requiredInput href=\"#a\"/></informationRequirement>"
          "<decisionTable hitPolicy=\"%s\"><input><inputExpression "
          "typeRef=\"number\"><text>a</text>"
          "</inputExpression></input><output typeRef=\"string\"/>"
          "<rule><inputEntry><text>&gt;= 1</text></inputEntry><outputEntry><text>\"x\"</text>"
          "</outputEntry></rule><rule><inputEntry><text>&gt;= 2</text></inputEntry><outputEntry>"
          "<text>\"y\"</text></outputEntry></rule><rule><inputEntry><text>&gt;= "
          "3</text></inputEntry>"
          "<outputEntry><text>\"z\"</text></outputEntry></rule></decisionTable></decision>"
          "</definitions>",
          cases[i].type, cases[i].policy);
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "m.dmn", &error);
      g_autoptr (DmnEvaluator) evaluator = NULL;

      g_assert_no_error (error);
      evaluator = dmn_evaluator_new (model, 0);
      for (guint a = 0; a < 4; a++)
        {
          g_autoptr (FeelArena) arena = feel_arena_new ();
          FeelValue input = feel_value_number_from_int64 (a), plain, prepared;
          g_autofree char *found = NULL;

          g_assert_true (dmn_model_evaluate (model, 0, &input, arena, &plain, NULL, NULL));
          g_assert_true (dmn_evaluator_run (evaluator, &input, &prepared, NULL));
          found = feel_value_to_feel (prepared);
          g_assert_cmpstr (found, ==, cases[i].results[a]);
          g_assert_true (feel_value_identical (plain, prepared));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/evaluator/same", test_same);
  g_test_add_func ("/dmn/evaluator/wrong-type", test_wrong_type);
  g_test_add_func ("/dmn/evaluator/many-rules", test_many_rules);
  g_test_add_func ("/dmn/evaluator/typed-lists", test_typed_lists);
  return g_test_run ();
}
