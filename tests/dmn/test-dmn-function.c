/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-function.h"
#include "dmn-test-model.h"

/* Knowledge models and decision services as a program calls them; their results as the standard
 * has them are cases of data/kit/functions. */

static DmnModel *
load_functions (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "dmn", "data", "kit", "functions",
                                                 "functions.dmn", NULL);
  g_autoptr (GError) error = NULL;
  DmnModel *model = dmn_model_load (path, &error);

  g_assert_no_error (error);
  return model;
}

static char *
call (const DmnModel *model, const char *name, const FeelValue *arguments, char **reason)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  int index = dmn_model_find_function (model, name);
  FeelValue result;

  g_assert_cmpint (index, >=, 0);
  result = dmn_model_call (model, (guint)index, arguments, arena);
  if (reason != NULL)
    *reason = g_strdup (feel_value_reason (result));
  return feel_value_to_feel (result);
}

/* A service takes its input data first, then its input decisions, whatever their order in the
 * file. */
static void
test_look (void)
{
  g_autoptr (DmnModel) model = load_functions ();
  const DmnFunction *offer, *difference;

  g_assert_cmpuint (dmn_model_n_functions (model), ==, 6);
  g_assert_cmpint (dmn_model_find_function (model, "postage"), ==, -1);
  offer = dmn_model_function (model, (guint)dmn_model_find_function (model, "offer"));
  g_assert_true (offer->is_service);
  g_assert_cmpuint (offer->n_parameters, ==, 3);
  g_assert_cmpstr (offer->parameters[0], ==, "weight");
  g_assert_cmpstr (offer->parameters[1], ==, "express");
  g_assert_cmpstr (offer->parameters[2], ==, "zone");
  g_assert_cmpuint (offer->n_outputs, ==, 2);
  g_assert_cmpstr (offer->outputs[1], ==, "days");
  difference = dmn_model_function (model, (guint)dmn_model_find_function (model, "difference"));
  g_assert_false (difference->is_service);
  g_assert_cmpuint (difference->n_parameters, ==, 2);
  g_assert_cmpuint (difference->n_outputs, ==, 0);
}

static void
test_call (void)
{
  g_autoptr (DmnModel) model = load_functions ();
  FeelValue arguments[] = { feel_value_number_from_int64 (3), feel_value_boolean (TRUE),
                            feel_value_number_from_int64 (4) };
  g_autofree char *result = call (model, "offer", arguments, NULL);

  g_assert_cmpstr (result, ==, "{postage: 12, days: 4}");
}

/* No silent null: what a service cannot know, it names. */
static void
test_reasons (void)
{
  g_autoptr (DmnModel) model = load_functions ();
  FeelValue three = feel_value_number_from_int64 (3);
  g_autofree char *reason = NULL, *why = NULL;
  g_autofree char *result = call (model, "empty", NULL, &reason);
  g_autofree char *forgetful = call (model, "forgetful", &three, NULL);

  g_assert_cmpstr (result, ==, "null");
  g_assert_cmpstr (reason, ==, "decision service “empty” has no output decision");
  g_assert_cmpstr (forgetful, ==, "6");
  g_free (call (model, "quote", (FeelValue[2]){ feel_value_string ("x"), three }, &why));
  g_assert_nonnull (why);
}

/* --- Models that cannot be right
 * -----------------------------------------------------------------------------------------------
 */

#define DECISION(name, needs, text)                                                                \
  "<decision id=\"" name "\" name=\"" name "\"><variable name=\"" name "\"/>" needs                \
  "<literalExpression><text>" text "</text></literalExpression></decision>"
#define KNOWS(id)                                                                                  \
  "<knowledgeRequirement><requiredKnowledge href=\"#" id "\"/></knowledgeRequirement>"
#define NEEDS(id)                                                                                  \
  "<informationRequirement><requiredDecision href=\"#" id "\"/></informationRequirement>"
#define SERVICE(name, parts)                                                                       \
  "<decisionService id=\"" name "\" name=\"" name "\">" parts "</decisionService>"
#define GIVES(id) "<outputDecision href=\"#" id "\"/>"

static DmnModel *
parse (const char *parts, GError **error)
{
  g_autofree char *text
      = g_strdup_printf ("<definitions xmlns=\"" TEST_DMN_13 "\" name=\"m\" namespace=\"urn:m\">%s"
                         "</definitions>",
                         parts);

  return dmn_model_parse (text, -1, "m.dmn", error);
}

static const struct
{
  const char *parts;
  const char *message;
} wrong[] = {
  { DECISION ("d", KNOWS ("s"), "s()") SERVICE ("s", GIVES ("d")), "“s” requires itself" },
  { DECISION ("a", KNOWS ("t"), "t()") DECISION ("b", KNOWS ("s"), "s()") SERVICE ("s", GIVES ("a"))
        SERVICE ("t", GIVES ("b")),
    "“s” requires itself" },
  /* by a decision that another one requires */
  { DECISION ("low", KNOWS ("s"), "s()") DECISION ("high", NEEDS ("low"), "low")
        SERVICE ("s", GIVES ("high")),
    "“s” requires itself" },
  /* by a knowledge model */
  { DECISION ("d", KNOWS ("k"), "k()")
        SERVICE ("s", GIVES ("d")) "<businessKnowledgeModel id=\"k\" name=\"k\"><encapsulatedLogic>"
                                   "<literalExpression><text>s()</text></literalExpression>"
                                   "</encapsulatedLogic>" KNOWS ("s") "</businessKnowledgeModel>",
    "“k” requires itself" },
  { SERVICE ("s", GIVES ("nowhere")), "outputDecision refers to “#nowhere”" },
  { SERVICE ("s", "<inputData href=\"#nowhere\"/>"), "inputData refers to “#nowhere”" },
  { DECISION ("d", KNOWS ("nowhere"), "1"), "requiredKnowledge refers to “#nowhere”" },
  { DECISION ("d", "", "1") SERVICE ("s", GIVES ("d")) SERVICE ("s", GIVES ("d")),
    "the name “s” stands twice" },
  { DECISION ("d", "", "1") SERVICE ("s", GIVES ("d")) DECISION ("e", KNOWS ("s"), "s(1)"),
    "given 1 arguments; it takes 0" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = parse (wrong[i].parts, &error);

      g_assert_null (model);
      g_assert_error (error, DMN_ERROR, DMN_ERROR_MODEL);
      g_assert_nonnull (strstr (error->message, wrong[i].message));
    }
}

/* A service that takes a decision from its caller does not run it: no circle. And a decision may
 * bear the service's name, as editors write it. */
static void
test_no_circle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = parse (
      DECISION ("low", KNOWS ("s"), "s(20)") DECISION ("high", NEEDS ("low"), "low + 1") SERVICE (
          "s",
          GIVES (
              "high") "<inputDecision href=\"#low\"/>") "<decisionService id=\"t\" "
                                                        "name=\"high\">" GIVES ("high") "<inputDeci"
                                                                                        "sion "
                                                                                        "href=\"#"
                                                                                        "low\"/></"
                                                                                        "decisionSe"
                                                                                        "rvice>",
      &error);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree char *found = NULL;
  FeelValue result;

  g_assert_no_error (error);
  g_assert_true (dmn_model_evaluate (model, (guint)dmn_model_find_decision (model, "high"), NULL,
                                     arena, &result, NULL, &error));
  found = feel_value_to_feel (result);
  g_assert_cmpstr (found, ==, "22");
}

/* Each service calls the one before it ten times: a billion calls, of which a million steps are
 * made. */
static void
test_bounded (void)
{
  GString *text = g_string_new (DECISION ("d0", "", "1") SERVICE ("s0", GIVES ("d0")));
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autofree char *reason = NULL;

  for (guint i = 1; i < 10; i++)
    g_string_append_printf (text,
                            DECISION ("d%u", KNOWS ("s%u"), "sum(for i in 1..10 return s%u())")
                                SERVICE ("s%u", GIVES ("d%u")),
                            i, i, i, i - 1, i - 1, i, i, i);
  model = parse (text->str, &error);
  g_string_free (text, TRUE);
  g_assert_no_error (error);
  g_free (call (model, "s9", NULL, &reason));
  g_assert_nonnull (reason);
  g_assert_nonnull (strstr (reason, "stopped"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/function/look", test_look);
  g_test_add_func ("/dmn/function/call", test_call);
  g_test_add_func ("/dmn/function/reasons", test_reasons);
  g_test_add_func ("/dmn/function/wrong", test_wrong);
  g_test_add_func ("/dmn/function/no-circle", test_no_circle);
  g_test_add_func ("/dmn/function/bounded", test_bounded);
  return g_test_run ();
}
