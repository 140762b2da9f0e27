/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn-test-model.h"
#include "dmn/dmn-evaluation.h"

/* Loading: what a model tells of itself, and what is refused, with its place. */

static const char head[] = "<definitions xmlns=\"" TEST_DMN_13 "\" name=\"m\" namespace=\"urn:m\">";

static const char band[]
    = "<inputData id=\"i\" name=\"overall\" label=\"Overall score\"><description>0 to "
      "100</description>"
      "<variable name=\"overall\" typeRef=\"number\"/></inputData>"
      "<decision id=\"d\" name=\"band\" label=\"Band\"><description>From the "
      "framework</description>"
      "<question>Which band?</question><variable name=\"band\" typeRef=\"string\"/>"
      "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
      "<decisionTable id=\"t\" hitPolicy=\"%s\" label=\"Bands\">"
      "<input id=\"c\" label=\"the overall score\"><description>stated</description>"
      "<inputExpression typeRef=\"number\"><text>overall</text></inputExpression></input>"
      "<output id=\"o\" name=\"band\" typeRef=\"string\"/>"
      "<annotation name=\"reason\"/><annotation name=\"source\"/>\n"
      "<rule id=\"r1\"><description>low</description><inputEntry id=\"e1\">"
      "<description>page 3</description><text>%s</text></inputEntry>"
      "<outputEntry><text>%s</text></outputEntry><annotationEntry><text>a reason</text>"
      "</annotationEntry><annotationEntry><text>a source</text></annotationEntry></rule>\n"
      "<rule id=\"r2\"><inputEntry><text>-</text></inputEntry>"
      "<outputEntry><text>\"more\"</text></outputEntry></rule>"
      "</decisionTable></decision>";

static char *
band_model (const char *policy, const char *cell, const char *output)
{
  g_autofree char *cell_text = g_markup_escape_text (cell, -1);
  g_autoptr (GString) text = g_string_new (head);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, band, policy, cell_text, output);
#pragma GCC diagnostic pop
  g_string_append (text, "</definitions>");
  return g_steal_pointer (&text->str);
}

static void
test_texts (void)
{
  g_autofree char *text = band_model ("FIRST", "<= 25", "\"basic\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "band.dmn", &error);
  const DmnTable *table;

  g_assert_no_error (error);
  g_assert_cmpstr (dmn_model_name (model), ==, "m");
  g_assert_cmpuint (strlen (dmn_model_sha256 (model)), ==, 64);
  g_assert_cmpuint (dmn_model_n_inputs (model), ==, 1);
  g_assert_cmpstr (dmn_model_input (model, 0)->label, ==, "Overall score");
  g_assert_cmpstr (dmn_model_input (model, 0)->description, ==, "0 to 100");
  g_assert_cmpstr (dmn_model_input (model, 0)->type, ==, "number");
  g_assert_cmpint (dmn_model_input (model, 0)->kind, ==, FEEL_NUMBER);
  g_assert_cmpint (dmn_model_find_input (model, "overall"), ==, 0);
  g_assert_cmpint (dmn_model_find_decision (model, "none"), ==, -1);
  g_assert_cmpstr (dmn_model_decision (model, 0)->question, ==, "Which band?");
  g_assert_cmpstr (dmn_model_decision (model, 0)->description, ==, "From the framework");
  g_assert_true (dmn_model_requires_input (model, 0, 0));
  table = dmn_model_decision (model, 0)->table;
  g_assert_cmpint (dmn_table_hit_policy (table), ==, DMN_HIT_FIRST);
  g_assert_cmpstr (dmn_table_label (table), ==, "Bands");
  g_assert_cmpstr (dmn_table_column (table, 0)->label, ==, "the overall score");
  g_assert_cmpstr (dmn_table_column (table, 0)->description, ==, "stated");
  g_assert_cmpint (dmn_table_column (table, 0)->input, ==, 0);
  g_assert_cmpuint (dmn_table_n_rules (table), ==, 2);
  g_assert_cmpstr (dmn_table_rule_id (table, 0), ==, "r1");
  g_assert_cmpint (dmn_table_find_rule (table, "r2"), ==, 1);
  g_assert_cmpuint (dmn_table_rule_line (table, 0), ==, 2);
  g_assert_cmpstr (dmn_table_rule_description (table, 0), ==, "low");
  g_assert_cmpstr (dmn_table_rule_annotation (table, 0, 1), ==, "a source");
  g_assert_cmpstr (dmn_table_rule_annotation_named (table, 0, "reason"), ==, "a reason");
  g_assert_cmpstr (dmn_table_rule_annotation_named (table, 1, "reason"), ==, "");
  g_assert_cmpstr (dmn_table_cell_text (table, 0, 0), ==, "<= 25");
  g_assert_cmpstr (dmn_table_cell_description (table, 0, 0), ==, "page 3");
  g_assert_true (dmn_table_cell_is_any (table, 1, 0));
  g_assert_true (feel_value_is_string (dmn_table_output_value (table, 0, 0), "basic"));
}

/* Every version's namespace, and a table of 1.1 whose typeRef is a qualified name. */
static void
test_versions (void)
{
  static const char *const namespaces[] = { "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                                            "http://www.omg.org/spec/DMN/20180521/MODEL/",
                                            "https://www.omg.org/spec/DMN/20191111/MODEL/",
                                            "https://www.omg.org/spec/DMN/20211108/MODEL/",
                                            "https://www.omg.org/spec/DMN/20230324/MODEL/" };

  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      TestModel text = test_model_begin (namespaces[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = NULL;

      test_model_input (&text, "a", "feel:number");
      test_model_decision (&text, "d", (const char *[]){ "a", NULL });
      test_model_add (&text, "<literalExpression><text>a + 1</text></literalExpression>");
      test_model_end_decision (&text);
      model = test_model_finish (&text, &error);
      g_assert_no_error (error);
      g_assert_cmpint (dmn_model_input (model, 0)->kind, ==, FEEL_NUMBER);
    }
}

/* --- Refused
 * ----------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *body; /* after the head */
  DmnError code;
  const char *part;
} Refused;

#define DECISION(inner) "<decision id=\"d\" name=\"d\">" inner "</decision>"
#define INPUT(type)                                                                                \
  "<inputData id=\"i\" name=\"a\"><variable name=\"a\" typeRef=\"" type "\"/></inputData>"
#define NEEDS "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
#define LITERAL(text) "<literalExpression><text>" text "</text></literalExpression>"
#define TABLE(attributes, cell, output)                                                            \
  "<decisionTable " attributes "><input label=\"age\"><inputExpression typeRef=\"number\"><text>a" \
  "</text></inputExpression></input><output name=\"o\" typeRef=\"string\"/><rule><inputEntry>"     \
  "<text>" cell "</text></inputEntry><outputEntry><text>" output                                   \
  "</text></outputEntry></rule></decisionTable>"

static const Refused refused[] = {
  { DECISION (LITERAL ("a + 1")), DMN_ERROR_MODEL, "“a” is not known" },
  { INPUT ("number") DECISION (LITERAL ("a + 1")), DMN_ERROR_MODEL, "“a” is not known" },
  { INPUT ("money"), DMN_ERROR_MODEL, "“money” is not defined" },
  { INPUT ("number") INPUT ("number"), DMN_ERROR_MODEL, "stands twice" },
  { DECISION ("<informationRequirement><requiredInput href=\"#none\"/></informationRequirement>"),
    DMN_ERROR_MODEL, "“#none”" },
  { DECISION ("<informationRequirement><requiredDecision href=\"#d\"/></informationRequirement>"),
    DMN_ERROR_MODEL, "in a circle" },
  { INPUT ("number") DECISION (NEEDS LITERAL ("a +")), DMN_ERROR_MODEL, "test.dmn:" },
  { INPUT ("number") DECISION (NEEDS LITERAL ("matches(a, \"x\")")), DMN_ERROR_UNSUPPORTED,
    "regular expressions" },
  { INPUT ("number") DECISION (NEEDS TABLE ("", "\"18\"", "\"x\"")), DMN_ERROR_MODEL,
    "rule 1, column “age”: the cell tests a string" },
  { INPUT ("number") DECISION (NEEDS TABLE ("", "[5..3]", "\"x\"")), DMN_ERROR_MODEL,
    "the range is empty" },
  { INPUT ("number") DECISION (NEEDS TABLE ("", "(3..3]", "\"x\"")), DMN_ERROR_MODEL,
    "the range is empty" },
  { INPUT ("number") DECISION (NEEDS TABLE ("", "5", "1")), DMN_ERROR_MODEL,
    "the output 1 is a number, expected a string" },
  { INPUT ("number") DECISION (NEEDS TABLE ("hitPolicy=\"LAST\"", "5", "\"x\"")), DMN_ERROR_MODEL,
    "“LAST”" },
  { INPUT ("number") DECISION (NEEDS TABLE ("hitPolicy=\"PRIORITY\"", "5", "\"x\"")),
    DMN_ERROR_MODEL, "order of the output values" },
  { INPUT ("number") DECISION (NEEDS TABLE ("aggregation=\"SUM\"", "5", "\"x\"")), DMN_ERROR_MODEL,
    "without COLLECT" },
  { DECISION ("<decisionTable><output/><rule><inputEntry><text>-</text></inputEntry><outputEntry>"
              "<text>1</text></outputEntry></rule></decisionTable>"),
    DMN_ERROR_MODEL, "rule 1: found 1 cells and 1 outputs, expected 0 and 1" },
  { DECISION ("<functionDefinition/>"), DMN_ERROR_UNSUPPORTED, "boxed function" },
  { DECISION ("<list><decisionTable/></list>"), DMN_ERROR_UNSUPPORTED, "boxed “decisionTable”" },
  { "<import namespace=\"urn:x\" name=\"x\" importType=\"y\"/>", DMN_ERROR_UNSUPPORTED, "imports" },
  { "<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>", DMN_ERROR_MODEL,
    "by itself" },
  { "<itemDefinition name=\"t\"><typeRef>number</typeRef><allowedValues><text>\"a\"</text>"
    "</allowedValues></itemDefinition>",
    DMN_ERROR_MODEL, "an allowed value is a string" },
  { "<itemDefinition name=\"t\"><typeRef>string</typeRef><allowedValues><text>\"a\",\"b\"</text>"
    "</allowedValues></itemDefinition>" INPUT (
        "t") "<decision id=\"d\" name=\"d\">" NEEDS
             "<decisionTable><input><inputExpression typeRef=\"t\"><text>a"
             "</text></inputExpression></input><output/><rule><inputEntry><text>\"c\"</text></"
             "inputEntry>"
             "<outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>",
    DMN_ERROR_MODEL, "not among the column's allowed values" },
  { "<itemDefinition name=\"t\"><typeRef>number</typeRef><allowedValues><text>some x in [1] "
    "satisfies x = ?"
    "</text></allowedValues></itemDefinition>",
    DMN_ERROR_UNSUPPORTED, "constants and ranges" },
  { "<businessKnowledgeModel id=\"b\" name=\"b\"><knowledgeRequirement><requiredKnowledge "
    "href=\"#b\"/>"
    "</knowledgeRequirement></businessKnowledgeModel>",
    DMN_ERROR_MODEL, "in a circle" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = g_strconcat (head, refused[i].body, "</definitions>", NULL);
      g_autoptr (GError) error = NULL;

      if (dmn_model_parse (text, -1, "test.dmn", &error) != NULL)
        g_error ("%s: was taken", refused[i].body);
      if (!g_error_matches (error, DMN_ERROR, (int)refused[i].code)
          || strstr (error->message, refused[i].part) == NULL
          || !g_str_has_prefix (error->message, "test.dmn:"))
        g_error ("%s: %s", refused[i].body, error->message);
    }
}

static void
test_no_dmn (void)
{
  static const char *const texts[]
      = { "",
          "no xml",
          "<a/>",
          "<definitions xmlns=\"urn:x\"/>",
          "<definitions>",
          "<!DOCTYPE a [<!ENTITY b \"c\">]><definitions xmlns=\"" TEST_DMN_13 "\"/>",
          "<definitions xmlns=\"" TEST_DMN_13 "\">\xff</definitions>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dmn_model_parse (texts[i], -1, "test.dmn", &error));
      g_assert_error (error, DMN_ERROR, DMN_ERROR_FILE);
      g_assert_true (g_str_has_prefix (error->message, "test.dmn"));
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (dmn_model_load ("/nowhere/model.dmn", &error));
    g_assert_error (error, DMN_ERROR, DMN_ERROR_FILE);
  }
}

static void
test_inputs_are_checked (void)
{
  g_autofree char *text = band_model ("FIRST", "<= 25", "\"basic\"");
  g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "band.dmn", NULL);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (GError) error = NULL;
  FeelValue input = feel_value_string ("26"), result;

  g_assert_false (dmn_model_evaluate (model, 0, &input, arena, &result, NULL, &error));
  g_assert_error (error, DMN_ERROR, DMN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "“overall” is \"26\", expected number"));
}

/* A lone table without input data, as some editors draw it: its columns are its inputs. */
static void
test_columns_as_inputs (void)
{
  static const char body[] = DECISION (TABLE ("", "&gt; 5", "\"x\""));
  g_autofree char *text = g_strconcat (head, body, "</definitions>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "lone.dmn", &error);
  g_autoptr (FeelArena) arena = feel_arena_new ();
  FeelValue input = feel_value_number_from_int64 (6), result;

  g_assert_no_error (error);
  g_assert_cmpuint (dmn_model_n_inputs (model), ==, 1);
  g_assert_cmpstr (dmn_model_input (model, 0)->name, ==, "a");
  g_assert_cmpint (dmn_model_input (model, 0)->kind, ==, FEEL_NUMBER);
  g_assert_true (dmn_model_evaluate (model, 0, &input, arena, &result, NULL, &error));
  g_assert_true (feel_value_is_string (result, "x"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/model/texts", test_texts);
  g_test_add_func ("/dmn/model/versions", test_versions);
  g_test_add_func ("/dmn/model/refused", test_refused);
  g_test_add_func ("/dmn/model/no-dmn", test_no_dmn);
  g_test_add_func ("/dmn/model/columns-as-inputs", test_columns_as_inputs);
  g_test_add_func ("/dmn/model/inputs", test_inputs_are_checked);
  return g_test_run ();
}
