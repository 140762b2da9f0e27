/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-check.h"
#include "dmn/dmn-evaluation.h"
#include "feel/feel-expression.h"
#include "dmn-test-model.h"

/* Checking tables: by hand, against trying every case, and our own rules. */

static DmnModel *
table_model (const char *attributes, const char *const *rules, guint n_rules)
{
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *loaded;

  test_model_input (&model, "a", "number");
  test_model_input (&model, "b", "string");
  test_model_decision (&model, "d", (const char *[]){ "a", "b", NULL });
  test_model_begin_table (&model, attributes);
  test_model_column (&model, "a", "number");
  test_model_column (&model, "b", "string");
  test_model_add (&model, "<output><outputValues><text>\"x\",\"y\",\"z\"</text></outputValues>"
                          "</output>\n");
  for (guint i = 0; i < n_rules; i++)
    test_model_rule (&model,
                     (const char *[]){ rules[3 * i], rules[3 * i + 1], rules[3 * i + 2], NULL }, 1);
  test_model_end_table (&model);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

/* "gap 1: < 0, > 10 | -; shadowed 2/1" */
static char *
say (const DmnCheck *check)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dmn_check_n (check); i++)
    {
      const DmnFinding *finding = dmn_check_finding (check, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                              dmn_finding_kind_name (finding->kind));
      if (finding->rule >= 0)
        g_string_append_printf (text, " %d", finding->rule + 1);
      if (finding->other >= 0)
        g_string_append_printf (text, "/%d", finding->other + 1);
      if (finding->kind == DMN_FINDING_UNREACHABLE)
        g_string_append_printf (text, " %s", feel_value_get_string (finding->value));
      if (finding->region != NULL)
        g_string_append_printf (text, ": %s | %s", finding->region[0], finding->region[1]);
    }
  return g_string_free (text, FALSE);
}

static void
test_findings (void)
{
  static const struct
  {
    const char *attributes;
    const char *rules[12];
    const char *found;
  } cases[] = {
    { "hitPolicy=\"UNIQUE\"",
      { "<= 5", "-", "\"x\"", "> 5", "\"p\"", "\"y\"", "> 5", "not(\"p\")", "\"z\"" },
      "" },
    { "hitPolicy=\"UNIQUE\"",
      { "[0..5]", "-", "\"x\"", "(5..10]", "\"p\"", "\"y\"", "(5..10]", "not(\"p\")", "\"z\"" },
      "gap: < 0, > 10 | -" },
    { "hitPolicy=\"UNIQUE\"",
      { "<= 5", "-", "\"x\"", ">= 5", "\"p\"", "\"y\"", "> 5", "not(\"p\")", "\"z\"" },
      "overlap 1/2: 5 | \"p\"" },
    { "hitPolicy=\"ANY\"",
      { "<= 5", "-", "\"x\"", ">= 3", "-", "\"x\"", "> 7", "\"p\"", "\"y\"" },
      "conflict 2/3: > 7 | \"p\"; unreachable z" },
    { "hitPolicy=\"FIRST\"",
      { "<= 5", "-", "\"x\"", "< 3", "\"p\"", "\"y\"", "-", "-", "\"z\"" },
      "shadowed 2/1; unreachable y" },
    { "hitPolicy=\"PRIORITY\"",
      { "<= 5", "-", "\"x\"", "< 3", "\"p\"", "\"y\"", "-", "-", "\"z\"" },
      "shadowed 2/1; unreachable y" },
    { "hitPolicy=\"COLLECT\"", { "<= 5", "-", "\"x\"", "< 3", "\"p\"", "\"y\"" }, "unreachable z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DmnModel) model = table_model (cases[i].attributes, cases[i].rules,
                                                g_strv_length ((char **)cases[i].rules) / 3);
      g_autoptr (DmnCheck) check = dmn_check_new (model);
      g_autofree char *found = say (check);

      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpint (dmn_check_passed (check), ==, *cases[i].found == '\0');
    }
}

static void
test_accepted (void)
{
  static const char *const reasons[] = { "nothing holds below zero", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "<definitions xmlns=\"" TEST_DMN_13 "\" name=\"m\" namespace=\"urn:m\">"
          "<inputData id=\"i\" name=\"n\"><description>not read yet\nAccepted unused: %s"
          "</description><variable name=\"n\" typeRef=\"number\"/></inputData>"
          "<inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"number\"/></inputData>"
          "<decision id=\"d\" name=\"d\"><variable name=\"d\"/><informationRequirement>"
          "<requiredInput href=\"#a\"/></informationRequirement>"
          "<decisionTable><description>About a.\n  Accepted gap: %s</description>"
          "<input><inputExpression typeRef=\"number\"><text>a</text></inputExpression></input>"
          "<output/><rule><inputEntry><text>&gt;= 0</text></inputEntry>"
          "<outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>"
          "</definitions>",
          reasons[i] != NULL ? reasons[i] : "", reasons[i] != NULL ? reasons[i] : "");
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "m.dmn", &error);
      g_autoptr (DmnCheck) check = NULL;

      g_assert_no_error (error);
      check = dmn_check_new (model);
      g_assert_cmpuint (dmn_check_n (check), ==, 2);
      g_assert_cmpint (dmn_check_finding (check, 0)->input, ==, 0);
      g_assert_cmpstr (dmn_check_finding (check, 0)->accepted, ==, reasons[i]);
      g_assert_cmpstr (dmn_check_finding (check, 1)->accepted, ==, reasons[i]);
      g_assert_cmpint (dmn_check_passed (check), ==, reasons[i] != NULL);
    }
}

static void
test_types_and_unused (void)
{
  static const char text[]
      = "<definitions xmlns=\"" TEST_DMN_13 "\" name=\"m\" namespace=\"urn:m\">"
        "<inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"number\"/></inputData>"
        "<inputData id=\"b\" name=\"b\"><variable name=\"b\" typeRef=\"number\"/></inputData>"
        "<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"string\"/>"
        "<informationRequirement><requiredInput href=\"#a\"/></informationRequirement>"
        "<informationRequirement><requiredInput href=\"#b\"/></informationRequirement>"
        "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"COUNT\">"
        "<input><inputExpression><text>a</text></inputExpression></input>"
        "<input><inputExpression><text>b</text></inputExpression></input>"
        "<output/><rule><inputEntry><text>\"1\"</text></inputEntry><inputEntry><text>-</text>"
        "</inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>"
        "</definitions>";
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_parse (text, -1, "m.dmn", &error);
  g_autoptr (DmnCheck) check = NULL;

  g_assert_no_error (error);
  check = dmn_check_new (model);
  g_assert_cmpuint (dmn_check_n (check), ==, 3);
  g_assert_cmpint (dmn_check_finding (check, 0)->kind, ==, DMN_FINDING_TYPE);
  g_assert_cmpint (dmn_check_finding (check, 0)->column, ==, 0);
  g_assert_cmpint (dmn_check_finding (check, 1)->kind, ==, DMN_FINDING_UNUSED);
  g_assert_cmpint (dmn_check_finding (check, 1)->column, ==, 1);
  g_assert_cmpint (dmn_check_finding (check, 2)->kind, ==, DMN_FINDING_DEAD);
}

/* --- Every kind by its name, from a small model each (data/check)
 * ---------------------------------------------------------------- */

static void
tell_place (const DmnModel *model, const DmnFinding *finding, GString *text)
{
  const DmnTable *table
      = finding->decision >= 0 ? dmn_model_decision (model, (guint)finding->decision)->table : NULL;

  if (finding->input >= 0)
    g_string_append_printf (text, " input %s",
                            dmn_model_input (model, (guint)finding->input)->name);
  if (finding->column >= 0)
    g_string_append_printf (text, " column %s",
                            dmn_table_column (table, (guint)finding->column)->label);
  if (finding->rule >= 0)
    g_string_append_printf (text, " rule %d", finding->rule + 1);
  if (finding->other >= 0)
    g_string_append_printf (text, " and %d", finding->other + 1);
  if (finding->output >= 0)
    g_string_append_printf (text, " output %d", finding->output + 1);
  for (guint i = 0; finding->region != NULL && i < dmn_table_n_columns (table); i++)
    {
      g_autofree char *example = feel_value_to_feel (finding->example[i]);

      g_string_append_printf (text, "%s %s for example %s", i > 0 ? ";" : ":", finding->region[i],
                              example);
    }
}

/* "gap: [60..65) for example 60; not("sunday") for example "sunday!"" */
static char *
tell (const DmnModel *model, const DmnCheck *check)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dmn_check_n (check); i++)
    {
      const DmnFinding *finding = dmn_check_finding (check, i);
      g_autofree char *value = feel_value_to_feel (finding->value);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "",
                              dmn_finding_kind_name (finding->kind));
      if (!feel_value_is_null (finding->value))
        g_string_append_printf (text, " %s", value);
      tell_place (model, finding, text);
      if (!finding->certain)
        g_string_append (text, " (uncertain)");
      g_assert_null (finding->accepted);
    }
  return g_string_free (text, FALSE);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *model;
    DmnFindingKind kind;
    const char *told;
  } cases[] = {
    { "gap", DMN_FINDING_GAP,
      "gap: [60..65) for example 60; not(\"sunday\") for example \"sunday!\"" },
    { "uncertain", DMN_FINDING_GAP, "gap: not(modulo(?, 2) = 0) for example null (uncertain)" },
    { "overlap", DMN_FINDING_OVERLAP, "overlap rule 1 and 2: 18 for example 18" },
    { "conflict-any", DMN_FINDING_CONFLICT,
      "conflict rule 1 and 2: < 18 for example 17; \"sunday\" for example \"sunday\"" },
    { "conflict-priority", DMN_FINDING_CONFLICT, "conflict rule 1 and 2: [10..12] for example 10" },
    { "dead", DMN_FINDING_DEAD, "dead rule 1" },
    { "shadowed", DMN_FINDING_SHADOWED, "shadowed rule 2 and 1" },
    { "unreachable", DMN_FINDING_UNREACHABLE, "unreachable \"free\" output 1" },
    { "unused-input", DMN_FINDING_UNUSED, "unused input spare" },
    { "unused-column", DMN_FINDING_UNUSED, "unused column day" },
    { "type-column", DMN_FINDING_TYPE, "type column age | dead rule 1" },
    { "type-result", DMN_FINDING_TYPE, "type rule 1 output 1 | type rule 2 output 1" },
    { "unchecked", DMN_FINDING_UNCHECKED, "unchecked column age" },
  };
  gboolean seen[DMN_FINDING_UNCHECKED + 1] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strconcat (cases[i].model, ".dmn", NULL);
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "dmn", "data", "check", file, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = dmn_model_load (path, &error);
      g_autoptr (DmnCheck) check = NULL;
      g_autofree char *told = NULL;

      g_assert_no_error (error);
      check = dmn_check_new (model);
      told = tell (model, check);
      g_assert_cmpstr (told, ==, cases[i].told);
      g_assert_cmpint (dmn_check_finding (check, 0)->kind, ==, cases[i].kind);
      g_assert_false (dmn_check_passed (check));
      seen[cases[i].kind] = TRUE;
    }
  for (guint kind = 0; kind < G_N_ELEMENTS (seen); kind++)
    g_assert_true (seen[kind]);
}

/* Each rule asks for another column: more sets of rules than can be followed. */
static void
test_too_many_combinations (void)
{
  TestModel writing = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnCheck) check = NULL;
  g_autofree char *told = NULL;
  const char *needs[] = { "a", NULL };
  const char *cells[20] = { NULL };

  test_model_input (&writing, "a", "number");
  test_model_decision (&writing, "d", needs);
  test_model_begin_table (&writing, "hitPolicy=\"UNIQUE\"");
  for (guint i = 0; i < 18; i++)
    {
      g_autofree char *question = g_strdup_printf ("a + %u", i);

      test_model_column (&writing, question, "number");
    }
  test_model_add (&writing, "<output/>");
  cells[18] = "1";
  for (guint rule = 0; rule < 18; rule++)
    {
      for (guint i = 0; i < 18; i++)
        cells[i] = i == rule ? "1" : "-";
      test_model_rule (&writing, cells, 1);
    }
  test_model_end_table (&writing);
  test_model_end_decision (&writing);
  model = test_model_finish (&writing, &error);
  g_assert_no_error (error);
  check = dmn_check_new (model);
  told = tell (model, check);
  g_assert_cmpstr (told, ==, "unchecked");
}

/* --- Against every case
 * -------------------------------------------------------------------------------------------- */

/* Numbers on and between all break points that the random rules use, texts that they do and do not
 * name. */
#define N_NUMBERS 15
static const char *const letters[] = { "p", "q", "r", "other" };

static FeelValue
number (guint index)
{
  return feel_value_number_from_scaled ((gint64)index * 5 - 5, 1);
}

static void
random_rules (GRand *random, GPtrArray *cells, guint n_rules)
{
  static const char *const texts[]
      = { "-", "-", "\"p\"", "\"p\",\"q\"", "not(\"p\")", "not(\"q\",\"r\")", "\"r\"" };
  static const char *const outputs[] = { "\"x\"", "\"y\"", "\"z\"" };

  for (guint i = 0; i < n_rules; i++)
    {
      int low = g_rand_int_range (random, 0, 5), high = low + g_rand_int_range (random, 1, 3);
      char *cell = NULL;

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          cell = g_strdup ("-");
          break;
        case 1:
          cell = g_strdup_printf ("< %d", high);
          break;
        case 2:
          cell = g_strdup_printf (">= %d", low);
          break;
        case 3:
          cell = g_strdup_printf ("not(%d)", low);
          break;
        default:
          cell = g_strdup_printf ("%c%d..%d%c", g_rand_boolean (random) ? '[' : '(', low, high,
                                  g_rand_boolean (random) ? ']' : ')');
        }
      g_ptr_array_add (cells, cell);
      g_ptr_array_add (cells, g_strdup (texts[g_rand_int_range (random, 0, 7)]));
      g_ptr_array_add (cells, g_strdup (outputs[g_rand_int_range (random, 0, 3)]));
    }
}

/* What trying every case finds. */
typedef struct
{
  gboolean gap;
  gboolean together[8][8];
  gboolean live[8];
  gboolean decides[8];
} Truth;

static void
try_case (const DmnModel *model, FeelValue a, FeelValue b, gboolean first, Truth *truth)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (DmnTrace) trace = NULL;
  const FeelValue inputs[] = { a, b };
  FeelValue result;
  guint n;

  g_assert_true (dmn_model_evaluate (model, 0, inputs, arena, &result, &trace, NULL));
  n = dmn_trace_n_matched (trace, 0);
  truth->gap |= n == 0;
  for (guint i = 0; i < n; i++)
    {
      truth->live[dmn_trace_matched (trace, 0, i)] = TRUE;
      truth->decides[dmn_trace_matched (trace, 0, i)] |= i == 0 || !first;
      for (guint j = i + 1; j < n; j++)
        truth->together[dmn_trace_matched (trace, 0, i)][dmn_trace_matched (trace, 0, j)] = TRUE;
    }
}

static gboolean
meets (const char *test, FeelValue value)
{
  g_autoptr (FeelScope) scope = feel_scope_new ();
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autoptr (GError) error = NULL;
  const FeelExpression *tests = feel_tests_parse (test, scope, arena, &error);
  FeelFrame frame = { .arena = arena };

  g_assert_no_error (error);
  return feel_tests_evaluate (tests, value, &frame) == 1;
}

/* Every case inside the region must be as the finding says, and the example among them. */
static void
check_region (const DmnModel *model, const DmnFinding *finding)
{
  g_assert_true (finding->certain);
  g_assert_true (finding->example[0].kind == FEEL_NULL
                 || meets (finding->region[0], finding->example[0]));
  g_assert_true (finding->example[1].kind == FEEL_NULL
                 || meets (finding->region[1], finding->example[1]));
  for (guint i = 0; i < N_NUMBERS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
      {
        Truth truth = { 0 };

        if (!meets (finding->region[0], number (i))
            || !meets (finding->region[1], feel_value_string (letters[j])))
          continue;
        try_case (model, number (i), feel_value_string (letters[j]), FALSE, &truth);
        if (finding->kind == DMN_FINDING_GAP)
          g_assert_true (truth.gap);
        else
          g_assert_true (truth.together[finding->rule][finding->other]);
      }
}

static void
compare (const DmnModel *model, const DmnCheck *check, const Truth *truth, guint n, gboolean first)
{
  gboolean gap = FALSE, overlap[8][8] = { 0 }, silent[8] = { 0 };

  for (guint i = 0; i < dmn_check_n (check); i++)
    {
      const DmnFinding *finding = dmn_check_finding (check, i);

      gap |= finding->kind == DMN_FINDING_GAP;
      if (finding->kind == DMN_FINDING_OVERLAP)
        overlap[finding->rule][finding->other] = TRUE;
      if (finding->kind == DMN_FINDING_DEAD)
        g_assert_false (truth->live[finding->rule]);
      if (finding->kind == DMN_FINDING_DEAD || finding->kind == DMN_FINDING_SHADOWED)
        silent[finding->rule] = TRUE;
      if (finding->region != NULL)
        check_region (model, finding);
    }
  g_assert_cmpint (gap, ==, truth->gap);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (silent[i], ==, !truth->decides[i]);
      for (guint j = 0; j < n && !first; j++)
        g_assert_cmpint (overlap[i][j], ==, truth->together[i][j]);
    }
}

static void
test_every_case (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261120);

  for (guint round = 0; round < 400; round++)
    {
      gboolean first = round % 2 == 1;
      guint n = (guint)g_rand_int_range (random, 1, 8);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (DmnModel) model = NULL;
      g_autoptr (DmnCheck) check = NULL;
      Truth truth = { 0 };

      random_rules (random, cells, n);
      model = table_model (first ? "hitPolicy=\"FIRST\"" : "hitPolicy=\"UNIQUE\"",
                           (const char *const *)cells->pdata, n);
      for (guint i = 0; i < N_NUMBERS; i++)
        for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
          try_case (model, number (i), feel_value_string (letters[j]), first, &truth);
      check = dmn_check_new (model);
      compare (model, check, &truth, n, first);
    }
}

/* --- Our own rules
 * -------------------------------------------------------------------------------------------------
 */

static void
test_own_rules (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("WAYMARK_DATA_DIR"), "rules", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (directory);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = NULL;
      g_autoptr (DmnCheck) check = NULL;

      if (!g_str_has_suffix (name, ".dmn"))
        continue;
      model = dmn_model_load (path, &error);
      g_assert_no_error (error);
      check = dmn_check_new (model);
      if (!dmn_check_passed (check))
        {
          g_autofree char *found = say (check);

          g_test_message ("%s: %s", name, found);
          g_test_fail ();
        }
      n++;
    }
  g_assert_cmpuint (n, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/check/findings", test_findings);
  g_test_add_func ("/dmn/check/accepted", test_accepted);
  g_test_add_func ("/dmn/check/types-and-unused", test_types_and_unused);
  g_test_add_func ("/dmn/check/kinds", test_kinds);
  g_test_add_func ("/dmn/check/too-many-combinations", test_too_many_combinations);
  g_test_add_func ("/dmn/check/every-case", test_every_case);
  g_test_add_func ("/dmn/check/own-rules", test_own_rules);
  return g_test_run ();
}
