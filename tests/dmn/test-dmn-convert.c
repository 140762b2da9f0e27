/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-convert.h"
#include "dmn/dmn-evaluation.h"

#include <string.h>

/* Converting between versions: what must change, what must stay, what cannot be written. */

#define NS_15 "https://www.omg.org/spec/DMN/20230324/"
#define NS_13 "https://www.omg.org/spec/DMN/20191111/"

/* As two editors write them: vendor attributes and elements, a diagram, comments, CDATA. */
static const char model_15[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- before -->\n"
      "<dmn:definitions xmlns:dmn=\"" NS_15 "MODEL/\" xmlns:dmndi=\"" NS_15 "DMNDI/\" "
      "xmlns:feel=\"" NS_15 "FEEL/\" xmlns:kie=\"https://kie.org/dmn/extensions/1.0\" "
      "xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" "
      "xmlns:dc=\"http://www.omg.org/spec/DMN/20180521/DC/\" "
      "xmlns:di=\"http://www.omg.org/spec/DMN/20180521/DI/\" name=\"m\" namespace=\"urn:m\" "
      "expressionLanguage=\"" NS_15 "FEEL/\" typeLanguage=\"http://www.w3.org/2001/XMLSchema\">\n"
      "  <dmn:extensionElements><kie:attachment url=\"a&amp;b\" for=\"x\"/>"
      "</dmn:extensionElements>\n"
      "  <dmn:inputData id=\"i\" name=\"a\" camunda:inputVariable=\"v\">"
      "<dmn:variable name=\"a\" typeRef=\"number\"/></dmn:inputData>\n"
      "  <dmn:decision id=\"d\" name=\"d\"><dmn:variable name=\"d\"/>"
      "<dmn:informationRequirement><dmn:requiredInput href=\"#i\"/></dmn:informationRequirement>"
      "<dmn:literalExpression expressionLanguage=\"" NS_15 "FEEL/\"><!-- in --><dmn:text>"
      "<![CDATA[if a < 5 then \"ä\" else \"b\"]]></dmn:text></dmn:literalExpression>"
      "</dmn:decision>\n"
      "  <dmndi:DMNDI><dmndi:DMNDiagram><di:extension><kie:ComponentsWidthsExtension/>"
      "</di:extension><dmndi:DMNShape id=\"s\" dmnElementRef=\"d\">"
      "<dc:Bounds height=\"80\" width=\"180\" x=\"160\" y=\"80\"/></dmndi:DMNShape>"
      "</dmndi:DMNDiagram></dmndi:DMNDI>\n"
      "</dmn:definitions>\n"
      "<?after it?>\n";

static char *
convert (const char *text, DmnVersion to)
{
  g_autoptr (GError) error = NULL;
  char *result = dmn_convert (text, -1, "m.dmn", to, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  return g_strjoinv (new, parts);
}

static void
test_stays (void)
{
  g_autofree char *wanted = replace (model_15, NS_15, NS_13);
  g_autofree char *as_13 = convert (model_15, DMN_VERSION_1_3);
  g_autofree char *back = convert (as_13, DMN_VERSION_1_5);
  g_autofree char *same = convert (model_15, DMN_VERSION_1_5);

  g_assert_cmpstr (as_13, ==, wanted);
  g_assert_cmpstr (back, ==, model_15);
  g_assert_cmpstr (same, ==, model_15);
}

/* Every version to every later or earlier one and back, and the model means the same. */
static void
test_all_versions (void)
{
  for (DmnVersion from = DMN_VERSION_1_2; from <= DMN_VERSION_1_5; from++)
    for (DmnVersion to = DMN_VERSION_1_2; to <= DMN_VERSION_1_5; to++)
      {
        g_autofree char *first = convert (model_15, from);
        g_autofree char *second = convert (first, to);
        g_autofree char *third = convert (second, from);
        g_autoptr (GError) error = NULL;
        g_autoptr (DmnModel) model = dmn_model_parse (second, -1, "m.dmn", &error);
        DmnVersion found;

        g_assert_no_error (error);
        g_assert_cmpstr (first, ==, third);
        g_assert_true (dmn_convert_version (second, -1, "m.dmn", &found, &error));
        g_assert_cmpint (found, ==, to);
        g_assert_cmpstr (dmn_model_decision (model, 0)->expression, ==,
                         "if a < 5 then \"ä\" else \"b\"");
      }
}

static void
test_from_11 (void)
{
  static const char text[]
      = "<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\" "
        "xmlns:feel=\"http://www.omg.org/spec/FEEL/20140401\" xmlns:tns=\"urn:m\" "
        "xmlns:other=\"urn:other\" name=\"m\" namespace=\"urn:m\">"
        "<itemDefinition name=\"tBand\"><typeRef>feel:string</typeRef></itemDefinition>"
        "<inputData id=\"i\" name=\"a\"><variable name=\"a\" typeRef=\"tns:tBand\"/></inputData>"
        "<inputData id=\"j\" name=\"b\"><variable name=\"b\" typeRef=\"other:x\"/></inputData>"
        "</definitions>\n";
  g_autofree char *as_13 = convert (text, DMN_VERSION_1_3);

  g_assert_nonnull (strstr (as_13, "<typeRef>string</typeRef>"));
  g_assert_nonnull (strstr (as_13, "typeRef=\"tBand\""));
  g_assert_nonnull (strstr (as_13, "typeRef=\"other:x\""));
  g_assert_nonnull (strstr (as_13, "xmlns:feel=\"" NS_13 "FEEL/\""));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    DmnVersion to;
    const char *message;
  } cases[] = {
    { "<definitions xmlns=\"" NS_15 "MODEL/\" name=\"m\" namespace=\"urn:m\">\n"
      "<itemDefinition name=\"t\" isCollection=\"true\"><typeRef>number</typeRef>\n"
      "<typeConstraint><text>count(?) > 1</text></typeConstraint></itemDefinition></definitions>",
      DMN_VERSION_1_3, "m.dmn:3: found “typeConstraint”, which DMN has since 1.5" },
    { "<definitions xmlns=\"" NS_15 "MODEL/\" name=\"m\" namespace=\"urn:m\">\n"
      "<decision name=\"d\"><conditional/></decision></definitions>",
      DMN_VERSION_1_3, "m.dmn:2: found “conditional”, which DMN has since 1.4" },
    { "<definitions xmlns=\"" NS_15 "MODEL/\" name=\"m\" namespace=\"urn:m\"/>", DMN_VERSION_1_1,
      "DMN 1.1 is read, not written" },
    { "<definitions xmlns=\"urn:x\"/>", DMN_VERSION_1_3, "not a DMN file" },
    { "<a", DMN_VERSION_1_3, "not XML" },
    { "<!DOCTYPE a [<!ENTITY b \"c\">]><definitions/>", DMN_VERSION_1_3, "DTD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *result = dmn_convert (cases[i].text, -1, "m.dmn", cases[i].to, NULL, &error);

      g_assert_null (result);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* Elements of other namespaces may be called as they like. */
static void
test_vendor_names (void)
{
  g_autofree char *text
      = replace (model_15, "<kie:ComponentsWidthsExtension/>", "<kie:for/><kie:group/>");
  g_autofree char *as_12 = convert (text, DMN_VERSION_1_2);

  g_assert_nonnull (strstr (as_12, "<kie:for/><kie:group/>"));
}

/* --- Files as editors write them (data/vendor)
 * ------------------------------------------------------------------------------------ */

static char *
read_vendor (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".dmn", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "dmn", "data", "vendor", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* What must change: the standard's own names, nothing else. The rest is compared byte by byte, but
 * for the blank that some editors write before “/>”, which is no content. */
static char *
expect (const char *text, const char *const *changes)
{
  char *wanted = replace (text, " />", "/>");

  for (guint i = 0; changes[i] != NULL; i += 2)
    {
      g_autofree char *old = wanted;

      g_assert_nonnull (strstr (old, changes[i]));
      wanted = replace (old, changes[i], changes[i + 1]);
    }
  return wanted;
}

/* An empty element and one without text are the same to XML, not to an eye on bytes. */
static char *
close_empty (const char *text)
{
  g_autofree char *once = replace (text, "<text></text>", "<text/>");

  return replace (once, "<description></description>", "<description/>");
}

static void
set_input (const DmnModel *model, FeelValue *inputs, const char *name, FeelValue value)
{
  int index = dmn_model_find_input (model, name);

  if (index >= 0)
    inputs[index] = value;
}

/* "letter 1", for a weight in tenths. */
static char *
ship (const DmnModel *model, FeelArena *arena, int weight, const char *country)
{
  g_autofree FeelValue *inputs = g_new0 (FeelValue, dmn_model_n_inputs (model) + 1);
  FeelContext *parcel = feel_context_new (arena, 2);
  FeelValue kilograms = feel_value_number_from_scaled (weight, 1), service, days;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;

  parcel->entries[0] = (FeelEntry){ "Gross Weight", kilograms };
  parcel->entries[1] = (FeelEntry){ "country", feel_value_string (country) };
  set_input (model, inputs, "parcel", feel_value_context (parcel));
  set_input (model, inputs, "weight", kilograms);
  set_input (model, inputs, "country", feel_value_string (country));
  g_assert_true (dmn_model_evaluate (model, (guint)dmn_model_find_decision (model, "service"),
                                     inputs, arena, &service, NULL, &error));
  g_assert_true (dmn_model_evaluate (model, (guint)dmn_model_find_decision (model, "days"), inputs,
                                     arena, &days, NULL, &error));
  number = feel_value_to_feel (days);
  return g_strdup_printf ("%s %s", feel_value_get_string (service), number);
}

static void
check_ships (const char *text)
{
  static const struct
  {
    int weight;
    const char *country;
    const char *sent;
  } cases[] = {
    { 5, "here", "letter 1" },      { 5, "next door", "letter 1" }, { 5, "far", "parcel 4" },
    { 6, "here", "parcel 4" },      { 315, "far", "parcel 4" },     { 316, "here", "freight 4" },
    { 0, "next door", "letter 1" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "vendor.dmn", &error);
  g_autoptr (FeelArena) arena = feel_arena_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sent = ship (model, arena, cases[i].weight, cases[i].country);

      g_assert_cmpstr (sent, ==, cases[i].sent);
    }
}

#define NS_12 "http://www.omg.org/spec/DMN/20180521/"

static void
test_vendor_files (void)
{
  static const struct
  {
    const char *name;
    DmnVersion version;
    const char *changes[16];
  } cases[] = {
    { "camunda-modeler", DMN_VERSION_1_3, { NULL } },
    { "kie-1.1",
      DMN_VERSION_1_1,
      { "http://www.omg.org/spec/DMN/20151101/dmn.xsd", NS_13 "MODEL/",
        "http://www.omg.org/spec/FEEL/20140401", NS_13 "FEEL/", "<typeRef>feel:", "<typeRef>",
        "typeRef=\"feel:", "typeRef=\"", "typeRef=\"tns:", "typeRef=\"" } },
    { "kie-1.2",
      DMN_VERSION_1_2,
      { NS_12 "MODEL/", NS_13 "MODEL/", NS_12 "FEEL/", NS_13 "FEEL/", NS_12 "DMNDI/",
        NS_13 "DMNDI/" } },
    { "kie-1.5",
      DMN_VERSION_1_5,
      { NS_15 "MODEL/", NS_13 "MODEL/", NS_15 "FEEL/", NS_13 "FEEL/", NS_15 "DMNDI/",
        NS_13 "DMNDI/", "https://www.omg.org/spec/DMN/20211108/FEEL/", NS_13 "FEEL/" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_vendor (cases[i].name);
      g_autofree char *as_13 = convert (text, DMN_VERSION_1_3);
      g_autofree char *wanted = expect (text, cases[i].changes);
      g_autoptr (GError) error = NULL;
      DmnVersion version;

      g_assert_true (dmn_convert_version (text, -1, cases[i].name, &version, &error));
      g_assert_cmpint (version, ==, cases[i].version);
      check_ships (text);
      check_ships (as_13);
      if (version == DMN_VERSION_1_3)
        g_assert_cmpstr (as_13, ==, text);
      else
        {
          g_autofree char *closed = close_empty (wanted);

          g_assert_cmpstr (as_13, ==, closed);
        }
    }
}

/* There and back: nothing of Camunda's file is lost on the way through KIE's version, nor the other
 * way round. */
static void
test_vendor_back (void)
{
  static const struct
  {
    const char *name;
    DmnVersion home, abroad;
  } cases[] = {
    { "camunda-modeler", DMN_VERSION_1_3, DMN_VERSION_1_5 },
    { "kie-1.2", DMN_VERSION_1_2, DMN_VERSION_1_3 },
    { "kie-1.5", DMN_VERSION_1_5, DMN_VERSION_1_3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_vendor (cases[i].name);
      g_autofree char *there = convert (text, cases[i].abroad);
      g_autofree char *back = convert (there, cases[i].home);
      g_autofree char *blanks = replace (text, " />", "/>");
      g_autofree char *closed = close_empty (blanks);
      g_autofree char *wanted
          = replace (closed, "https://www.omg.org/spec/DMN/20211108/FEEL/", NS_15 "FEEL/");

      g_assert_cmpstr (back, ==, wanted);
      check_ships (back);
    }
}

/* Real files: our own rules, and the models of the kit when they are here. */
static void
check_folder (const char *folder, DmnVersion to, guint *n)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *once = NULL;
      g_autofree char *home = NULL;
      g_autofree char *twice = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = NULL;
      DmnVersion version;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_folder (path, to, n);
      if (!g_str_has_suffix (name, ".dmn"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (dmn_convert_version (text, -1, path, &version, &error));
      once = convert (text, to);
      home = convert (once, version);
      twice = convert (home, to);
      g_assert_cmpstr (once, ==, twice);
      model = dmn_model_parse (once, -1, path, &error);
      g_assert_no_error (error);
      *n += 1;
    }
}

static void
test_files (void)
{
  g_autofree char *rules = g_build_filename (g_getenv ("WAYMARK_DATA_DIR"), "rules", NULL);
  const char *shared = g_getenv ("WAYMARK_SHARED_DIR");
  guint n = 0;

  check_folder (rules, DMN_VERSION_1_5, &n);
  g_assert_cmpuint (n, >, 20);
  if (shared != NULL)
    {
      g_autofree char *kit = g_build_filename (shared, "tck", "compliance-level-2", NULL);

      check_folder (kit, DMN_VERSION_1_3, &n);
    }
  g_test_message ("%u files", n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/convert/stays", test_stays);
  g_test_add_func ("/dmn/convert/all-versions", test_all_versions);
  g_test_add_func ("/dmn/convert/from-1.1", test_from_11);
  g_test_add_func ("/dmn/convert/refused", test_refused);
  g_test_add_func ("/dmn/convert/vendor-names", test_vendor_names);
  g_test_add_func ("/dmn/convert/vendor-files", test_vendor_files);
  g_test_add_func ("/dmn/convert/vendor-back", test_vendor_back);
  g_test_add_func ("/dmn/convert/files", test_files);
  return g_test_run ();
}
