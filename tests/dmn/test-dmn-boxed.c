/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluation.h"
#include "dmn-test-model.h"

/* Boxed expressions: what each gives. */

#define LITERAL(text) "<literalExpression><text>" text "</text></literalExpression>"
#define ENTRY(name, text)                                                                          \
  "<contextEntry><variable name=\"" name "\"/>" LITERAL (text) "</contextEntry>"

static const struct
{
  const char *xml;
  const char *result; /* as FEEL writes it, a = 5 */
} cases[] = {
  { "<context>" ENTRY ("x", "a + 1") ENTRY ("total price", "x * 2") "</context>",
    "{x: 6, total price: 12}" },
  { "<context>" ENTRY ("x", "a + 1") "<contextEntry>" LITERAL (
        "x * 10 // twelve") "</contextEntry></context>",
    "60" },
  { "<context/>", "{}" },
  { "<list>" LITERAL ("a") LITERAL ("a - 1") "<list>" LITERAL ("\"b\"") "</list></list>",
    "[5, 4, [\"b\"]]" },
  { "<relation><column name=\"n\"/><column name=\"full name\"/><row>" LITERAL ("1")
        LITERAL ("\"x\"") "</row><row>" LITERAL ("a") LITERAL ("\"y\"") "</row></relation>",
    "[{n: 1, full name: \"x\"}, {n: 5, full name: \"y\"}]" },
  { "<conditional><if>" LITERAL ("a &gt; 3") "</if><then>" LITERAL (
        "\"big\"") "</then><else>" LITERAL ("\"small\"") "</else></conditional>",
    "\"big\"" },
  { "<filter><in>" LITERAL ("[1, 5, 9]") "</in><match>" LITERAL (
        "item &gt;= a") "</match></filter>",
    "[5, 9]" },
  { "<for iteratorVariable=\"i\"><in>" LITERAL ("[1, 2, a]") "</in><return>" LITERAL (
        "i * i") "</return></for>",
    "[1, 4, 25]" },
  { "<some iteratorVariable=\"i\"><in>" LITERAL ("[1, 2]") "</in><satisfies>" LITERAL (
        "i = a") "</satisfies></some>",
    "false" },
  { "<every iteratorVariable=\"i\"><in>" LITERAL ("[1, 2]") "</in><satisfies>" LITERAL (
        "i &lt; a") "</satisfies></every>",
    "true" },
  { "<invocation>" LITERAL ("add") "<binding><parameter name=\"y\"/>" LITERAL (
        "a") "</binding><binding><parameter name=\"x\"/>" LITERAL ("100") "</binding></invocation>",
    "95" },
};

static void
test_results (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "<definitions xmlns=\"" TEST_DMN_13 "\" name=\"m\" namespace=\"urn:m\">"
          "<inputData id=\"i\" name=\"a\"><variable name=\"a\" typeRef=\"number\"/></inputData>"
          "<businessKnowledgeModel id=\"k\" name=\"add\"><variable name=\"add\"/>"
          "<encapsulatedLogic><formalParameter name=\"x\"/><formalParameter name=\"y\"/>"
          "%s</encapsulatedLogic></businessKnowledgeModel>"
          "<decision id=\"d\" name=\"d\"><variable name=\"d\"/>"
          "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
          "<knowledgeRequirement><requiredKnowledge href=\"#k\"/></knowledgeRequirement>"
          "%s</decision></definitions>",
          LITERAL ("x - y"), cases[i].xml);
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "m.dmn", &error);
      g_autoptr (FeelArena) arena = feel_arena_new ();
      g_autofree char *found = NULL;
      FeelValue input = feel_value_number_from_int64 (5), result;

      g_assert_no_error (error);
      g_assert_true (dmn_model_evaluate (model, 0, &input, arena, &result, NULL, &error));
      found = feel_value_to_feel (result);
      g_assert_cmpstr (found, ==, cases[i].result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/boxed/results", test_results);
  return g_test_run ();
}
