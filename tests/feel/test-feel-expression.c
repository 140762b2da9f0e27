/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel-test-cases.h"

/* Expressions and unary tests of FEEL: tables of text and result, as FEEL writes it. */

typedef struct
{
  FeelScope *scope;
  FeelArena *arena;
  FeelValue slots[64];
} Setting;

/* Names with blanks, operators and keywords in them, a structure, a list. */
static void
set_up (Setting *setting, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
  } variables[] = {
    { "Full Name", "\"Ana Sousa\"" },
    { "a", "7" },
    { "b", "2" },
    { "a-b", "100" },
    { "Approved/Declined", "\"Declined\"" },
    { "Profit and loss", "-12.5" },
    { "loan", "{principal: 600000, rate: 0.0375, termMonths: 360}" },
    { "forecast", "3" },
    { "in time", "true" },
    { "list", "[1, 2, 3, 4]" },
    { "people", "[{name: \"Ana\", age: 30}, {name: \"Rui\", age: 17}]" },
    { "nothing", "null" },
    { "first day", "date(\"2026-01-31\")" },
  };

  setting->scope = feel_scope_new ();
  setting->arena = feel_arena_new ();
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autoptr (FeelScope) empty = feel_scope_new ();
      g_autoptr (GError) error = NULL;
      FeelValue locals[8] = { 0 };
      FeelFrame frame = { .arena = setting->arena, .slots = locals };
      FeelExpression *expression
          = feel_expression_parse (variables[i].text, empty, setting->arena, &error);

      g_assert_no_error (error);
      setting->slots[feel_scope_add (setting->scope, variables[i].name)]
          = feel_expression_evaluate (expression, &frame);
    }
}

static void
tear_down (Setting *setting, gconstpointer data)
{
  feel_scope_free (setting->scope);
  feel_arena_free (setting->arena);
}

static void
test_cases (Setting *setting, gconstpointer data)
{
  for (const TestCase *one = data; one->text != NULL; one++)
    test_case_check (one, setting->scope, setting->slots, G_N_ELEMENTS (setting->slots));
}

static const TestCase arithmetic[] = {
  { "0.1 + 0.2", "0.3" },
  { "1 - 2 - 3", "-4" },
  { "2 + 3 * 4", "14" },
  { "-2 ** 2", "4" }, /* unary minus binds tighter */
  { "2 ** 3 ** 2", "64" },
  { "1.2 * 10 ** 3", "1200" },
  { "10 ** -5", "0.00001" },
  { "1 / 3", "0.3333333333333333333333333333333333" },
  { "(10 + 20) / 0", NULL },
  { "10 + null", NULL },
  { "-10--5", "-5" },
  { ".872", "0.872" },
  { "1e3", "1000" },
  { "99999999999 * 99999999999", "9999999999800000000001" },
  { "9223372036854775807 + 1", "9223372036854775808" },
  { "0.000000000000000001 * 0.1", "0.0000000000000000001" },
  { "1 + \"a\"", NULL },
  { "\"foo\" + \"bar\"", "\"foobar\"" },
  { NULL },
};

static const TestCase names[] = {
  { "Full Name", "\"Ana Sousa\"" },
  { "\"Hello \" + Full   Name", "\"Hello Ana Sousa\"" },
  { "a-b", "100" },
  { "a - b", "5" },
  { "a -b", "5" },
  { "b-a", "-5" },
  { "Approved/Declined", "\"Declined\"" },
  { "Profit and loss", "-12.5" },
  { "Profit and loss < 0 and true", "true" },
  { "loan.rate * 100", "3.75" },
  { "loan . principal", "600000" },
  { "loan.nothing", NULL },
  { "forecast", "3" },
  { "if in time then 1 else 2", "1" },
  { "{x y: 1, z: x y + 1}.z", "2" },
  { "{x y: 1}.x y", "1" },
  { NULL },
};

static const TestCase logic[] = {
  { "true and false", "false" },
  { "false and null", "false" },
  { "true and null", NULL },
  { "true or null", "true" },
  { "null or false", NULL },
  { "not(true)", "false" },
  { "not(null)", NULL },
  { "1 and true", NULL },
  { "nothing = null", "true" },
  { "1 = \"1\"", NULL },
  { "1 != 2", "true" },
  { "1.0 = 1.00", "true" },
  { "\"a\" < \"b\"", "true" },
  { "null < 1", NULL },
  { "[1, 2] = [1, 2]", "true" },
  { "{a: 1, b: 2} = {b: 2, a: 1}", "true" },
  { "if null then 1 else 2", "2" },
  { NULL },
};

static const TestCase ranges[] = {
  { "5 in [1..5]", "true" },
  { "5 in [1..5)", "false" },
  { "5 in [1..5[", "false" },
  { "1 in ]1..5]", "false" },
  { "1 in (1..5]", "false" },
  { "5 in (<= 5)", "true" },
  { "5 in (< 3, > 4)", "true" },
  { "5 in (1, 3, 5)", "true" },
  { "5 in >= 6", "false" },
  { "5 in [1, 5]", "true" },
  { "5 between 5 and 6", "true" },
  { "5 between 5.1 and 6 and true", "false" },
  { "null between 1 and 2", NULL },
  { "null in [1..5]", NULL },
  { "\"b\" in [\"a\"..\"c\"]", "true" },
  { "date(\"2026-05-01\") in [date(\"2026-01-01\")..date(\"2026-12-31\")]", "true" },
  { "1.5 in [1..2]", "true" },
  { "[1..5].start", "1" },
  { "(1..5).start included", "false" },
  { "[a..b]", "[7..2]" },
  { "(< 10)", "< 10" },
  { "before([1..5], [6..8])", "true" },
  { "before([1..6], [6..8])", "false" },
  { "before([1..6), [6..8])", "true" },
  { "includes([1..6], 6)", "true" },
  { "overlaps([1..5], [5..8])", "true" },
  { "overlaps([1..5), [5..8])", "false" },
  { "meets([1..5], [5..8])", "true" },
  { NULL },
};

static const TestCase times[] = {
  { "date(\"2026-02-28\") + duration(\"P1D\")", "date(\"2026-03-01\")" },
  { "date(\"2024-02-28\") + duration(\"P1D\")", "date(\"2024-02-29\")" },
  { "first day + duration(\"P1M\")", "date(\"2026-02-28\")" },
  { "@\"2026-03-01\" - @\"2026-02-01\"", "duration(\"P28D\")" },
  { "date(\"2026-02-30\")", NULL },
  { "date(2026, 11, 20).weekday", "5" },
  { "day of week(date(\"2026-11-20\"))", "\"Friday\"" },
  { "week of year(date(\"2026-01-01\"))", "1" },
  { "day of year(date(\"2024-12-31\"))", "366" },
  { "duration(\"P1Y2M\").months", "2" },
  { "duration(\"P1Y2M\") = duration(\"P14M\")", "true" },
  { "duration(\"PT36H\")", "duration(\"P1DT12H\")" },
  { "duration(\"P1D\") > duration(\"PT23H\")", "true" },
  { "duration(\"P1D\") > duration(\"P1M\")", NULL },
  { "duration(\"P1D\") * 1.5", "duration(\"P1DT12H\")" },
  { "duration(\"P1D\") / duration(\"PT6H\")", "4" },
  { "-duration(\"P1M\")", "duration(\"-P1M\")" },
  { "years and months duration(date(\"2025-01-31\"), date(\"2026-03-01\"))",
    "duration(\"P1Y1M\")" },
  { "time(\"10:30:00\") + duration(\"PT14H\")", "time(\"00:30:00\")" },
  { "time(\"10:30:00Z\") = time(\"11:30:00+01:00\")", "true" },
  { "time(\"10:30:00Z\") < time(\"10:30:00\")", NULL },
  { "date and time(\"2026-11-20T23:30:00\") + duration(\"PT1H\")",
    "date and time(\"2026-11-21T00:30:00\")" },
  { "date and time(\"2026-11-20T23:30:00.25\").second", "0" },
  { "date(date and time(\"2026-11-20T23:30:00\"))", "date(\"2026-11-20\")" },
  { "date(\"-999999999-01-01\").year", "-999999999" },
  { "date(\"999999999-12-31\") + duration(\"P1D\")", NULL },
  { "duration(\"P\")", NULL },
  { "@\"P1DT2H\".hours", "2" },
  { NULL },
};

static const TestCase lists[] = {
  { "list[2]", "2" },
  { "list[-1]", "4" },
  { "list[9]", NULL },
  { "list[item > 2]", "[3, 4]" },
  { "people[age >= 18].name", "[\"Ana\"]" },
  { "people[name = \"Rui\"][1].age", "17" },
  { "people.age", "[30, 17]" },
  { "for x in list return x * x", "[1, 4, 9, 16]" },
  { "for x in 1..3, y in [10, 20] return x * y", "[10, 20, 20, 40, 30, 60]" },
  { "for i in 3..1 return i", "[3, 2, 1]" },
  { "for i in 1..4 return if i = 1 then 1 else partial[-1] * i", "[1, 2, 6, 24]" },
  { "some x in list satisfies x > 3", "true" },
  { "every x in list satisfies x > 3", "false" },
  { "count(list)", "4" },
  { "sum(1, 2, 3)", "6" },
  { "sum([])", NULL },
  { "min([3, 1, 2])", "1" },
  { "max(\"a\", \"c\", \"b\")", "\"c\"" },
  { "mean([1, 2, 3, 4])", "2.5" },
  { "median(8, 2, 5, 3, 4)", "4" },
  { "mode(6, 1, 9, 6, 1)", "[1, 6]" },
  { "stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931" },
  { "product(2, 3, 4)", "24" },
  { "all([true, null, false])", "false" },
  { "any([false, null])", NULL },
  { "list contains([1, null], null)", "true" },
  { "sublist(list, -2)", "[3, 4]" },
  { "append(list, 5)", "[1, 2, 3, 4, 5]" },
  { "concatenate([1], [2], 3)", "[1, 2, 3]" },
  { "insert before([1, 3], 2, 2)", "[1, 2, 3]" },
  { "remove([1, 2, 3], 2)", "[1, 3]" },
  { "reverse([1, 2])", "[2, 1]" },
  { "index of([1, 2, 1], 1)", "[1, 3]" },
  { "distinct values([1, 2, 1])", "[1, 2]" },
  { "union([1, 2], [2, 3])", "[1, 2, 3]" },
  { "flatten([[1, [2]], 3])", "[1, 2, 3]" },
  { "get value({a: 1}, \"a\")", "1" },
  { "get entries({a: 1})[1].key", "\"a\"" },
  { NULL },
};

static const TestCase functions[] = {
  { "decimal(1.115, 2)", "1.12" },
  { "decimal(1.125, 2)", "1.12" }, /* half to even */
  { "round half up(5.5, 0)", "6" },
  { "round half up(-5.5, 0)", "-6" },
  { "round half down(5.5, 0)", "5" },
  { "round up(5.01, 0)", "6" },
  { "round up(-5.01, 0)", "-6" },
  { "round down(-5.99, 0)", "-5" },
  { "floor(-1.5)", "-2" },
  { "ceiling(1.01)", "2" },
  { "abs(-3)", "3" },
  { "abs(duration(\"-P1D\"))", "duration(\"P1D\")" },
  { "modulo(-12, 5)", "3" },
  { "modulo(12, -5)", "-3" },
  { "modulo(10.1, 4.5)", "1.1" },
  { "sqrt(16)", "4" },
  { "sqrt(-1)", NULL },
  { "exp(0)", "1" },
  { "log(1)", "0" },
  { "odd(5)", "true" },
  { "even(5)", "false" },
  { "number(\"1 000,5\", \" \", \",\")", "1000.5" },
  { "number(\"x\")", NULL },
  { "substring(\"f\\u00f3obar\", 3)", "\"obar\"" },
  { "substring(\"foobar\", -2, 1)", "\"a\"" },
  { "substring(string: \"foobar\", start position: 4)", "\"bar\"" },
  { "string length(\"\\uD83D\\uDC0Eab\")", "3" },
  { "string length(\"\\U01F40Eab\")", "3" },
  { "upper case(\"a\u00e7\u00e3o\")", "\"A\u00c7\u00c3O\"" },
  { "substring before(\"foobar\", \"bar\")", "\"foo\"" },
  { "substring after(\"foobar\", \"ob\")", "\"ar\"" },
  { "contains(\"foobar\", \"oba\")", "true" },
  { "starts with(\"foobar\", \"fo\")", "true" },
  { "ends with(\"foobar\", \"r\")", "true" },
  { "string(1.10)", "\"1.1\"" },
  { "string(date(\"2026-11-20\"))", "\"2026-11-20\"" },
  { "string([1, \"a\"])", "\"[1, \\\"a\\\"]\"" },
  { "string join([\"a\", null, \"b\"], \"-\")", "\"a-b\"" },
  { "1 instance of number", "true" },
  { "null instance of number", "false" },
  { "duration(\"P1D\") instance of days and time duration", "true" },
  { "is(1, 1.0)", "true" },
  { "/* why */ 1 // one", "1" },
  { NULL },
};

/* --- Unary tests
 * ------------------------------------------------------------------------------------------------
 */

typedef struct
{
  const char *tests;
  const char *value;
  int truth;
} Unary;

static const Unary unary[] = {
  { "-", "1", 1 },
  { "", "null", 1 },
  { "18", "18", 1 },
  { "18", "18.0", 1 },
  { "< 18", "18", 0 },
  { "<= 18", "18", 1 },
  { "< 18", "null", -1 },
  { "null", "null", 1 },
  { "null", "1", 0 },
  { "not(null)", "1", 1 },
  { "not(null)", "null", 0 },
  { "\"a\",\"b\"", "\"b\"", 1 },
  { "not(\"a\",\"b\")", "\"b\"", 0 },
  { "not(\"a\",\"b\")", "\"c\"", 1 },
  { "not(< 5)", "null", -1 },
  { "not([1..5], 9)", "9", 0 },
  { "not([1..5], 9)", "6", 1 },
  { "[1..5]", "5", 1 },
  { "[1..5)", "5", 0 },
  { "]1..5[", "1", 0 },
  { "(1..5)", "1.0000001", 1 },
  { "[date(\"2024-01-01\")..date(\"2026-12-31\")]", "date(\"2026-12-31\")", 1 },
  { "[date(\"2024-01-01\")..date(\"2026-12-31\")]", "date(\"2027-01-01\")", 0 },
  { "> duration(\"P6M\")", "duration(\"P1Y\")", 1 },
  { "true", "false", 0 },
  { "true", "true", 1 },
  { "-5", "-5", 1 },
  { "-5..-1", NULL, 0 }, /* no FEEL */
  { "[-5..-1]", "-3", 1 },
  { "? > 5 and ? < 8", "6", 1 },
  { "? > 5 and ? < 8", "9", 0 },
  { "starts with(?, \"a\")", "\"abc\"", 1 },
  { "not(?)", "false", 1 },
  { "not(? > 5)", "4", 1 },
  { "[\"a\",\"b\"]", "\"a\"", 1 },
  { "> a", "8", 1 },
  { "a", "7", 1 },
  { "\"18\"", "18", -1 },
  { "= 5", "5", 1 },
  { "!= 5", "5", 0 },
  { "list", "3", 1 },
  { "[1, [2, 5]]", "5", 0 },
  { "[1, [2, 5]]", "1", 1 },
};

static FeelValue
value_of (Setting *setting, const char *text)
{
  FeelFrame frame = { .arena = setting->arena, .slots = setting->slots };
  FeelExpression *expression = feel_expression_parse (text, setting->scope, setting->arena, NULL);

  g_assert_nonnull (expression);
  return feel_expression_evaluate (expression, &frame);
}

static void
test_unary (Setting *setting, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (unary); i++)
    {
      g_autoptr (GError) error = NULL;
      FeelFrame frame = { .arena = setting->arena, .slots = setting->slots };
      FeelExpression *tests
          = feel_tests_parse (unary[i].tests, setting->scope, setting->arena, &error);
      int truth;

      if (unary[i].value == NULL)
        {
          g_assert_null (tests);
          continue;
        }
      if (error != NULL)
        g_error ("%s: %s", unary[i].tests, error->message);
      truth = feel_tests_evaluate (tests, value_of (setting, unary[i].value), &frame);
      if (truth != unary[i].truth)
        g_error ("%s of %s: found %d, expected %d", unary[i].tests, unary[i].value, truth,
                 unary[i].truth);
    }
}

/* --- What is refused
 * -------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *text;
  FeelError code;
  const char *part; /* of the message */
} Refused;

static const Refused refused[] = {
  { "1 +", FEEL_ERROR_SYNTAX, "the end of the text" },
  { "(1", FEEL_ERROR_SYNTAX, "character 3" },
  { "[1, 2", FEEL_ERROR_SYNTAX, "]" },
  { "1 2", FEEL_ERROR_SYNTAX, "expected the end of the text" },
  { "unknown name", FEEL_ERROR_NAME, "“unknown”" },
  { "matches(\"a\", \"b\")", FEEL_ERROR_UNSUPPORTED, "regular expressions" },
  { "today()", FEEL_ERROR_UNSUPPORTED, "clock" },
  { "function(x) x", FEEL_ERROR_UNSUPPORTED, "function values" },
  { "function(x) external {java: {class: \"a\"}}", FEEL_ERROR_UNSUPPORTED, "external functions" },
  { "1 instance of function<number> -> number", FEEL_ERROR_UNSUPPORTED, "function values" },
  { "sort([2, 1], function(a, b) a < b)", FEEL_ERROR_UNSUPPORTED, "sort(): function values" },
  { "replace(\"a\", \"b\", \"c\")", FEEL_ERROR_UNSUPPORTED, "regular expressions" },
  { "split(\"a b\", \" \")", FEEL_ERROR_UNSUPPORTED, "regular expressions" },
  { "now()", FEEL_ERROR_UNSUPPORTED, "clock" },
  { "@\"2026-11-20T10:00:00@Europe/Lisbon\"", FEEL_ERROR_UNSUPPORTED, "named time zones" },
  { "date and time(\"2026-11-20T10:00:00@Europe/Lisbon\")", FEEL_ERROR_UNSUPPORTED,
    "named time zones" },
  { "time(\"10:00:00@Etc/UTC\")", FEEL_ERROR_UNSUPPORTED, "named time zones" },
  { "before(point1: 1, range: [2..3])", FEEL_ERROR_NAME, "beside the others" },
  { "date(year: 2026, from: 1)", FEEL_ERROR_NAME, "beside the others" },
  { "substring(string: \"a\", string: \"b\")", FEEL_ERROR_SYNTAX, "twice" },
  { "1 instance of money", FEEL_ERROR_SYNTAX, "name of a type" },
  { "5 == 5", FEEL_ERROR_SYNTAX, "expected" },
  { "[1..2", FEEL_ERROR_SYNTAX, "end of the range" },
  { "(!= 5)", FEEL_ERROR_SYNTAX, "no range" },
  { "for x in [1] x", FEEL_ERROR_SYNTAX, "“return”" },
  { "some x in [1] return x", FEEL_ERROR_SYNTAX, "“satisfies”" },
  { "\"open", FEEL_ERROR_SYNTAX, "not closed" },
  { "{a: 1, a: 2}", FEEL_ERROR_SYNTAX, "twice" },
  { "abs(1, 2)", FEEL_ERROR_SYNTAX, "abs() was given 2" },
  { "substring(text: \"a\", start position: 1)", FEEL_ERROR_NAME, "“text”" },
  { "@\"2026-13-01\"", FEEL_ERROR_SYNTAX, "2026-13-01" },
  { "if true then 1", FEEL_ERROR_SYNTAX, "else" },
  { "\"\\uD800\"", FEEL_ERROR_SYNTAX, "no character" },
  { "1 /* open", FEEL_ERROR_SYNTAX, "*/" },
  { "1e99999", FEEL_ERROR_SYNTAX, "too large" },
};

static void
test_refused (Setting *setting, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      if (feel_expression_parse (refused[i].text, setting->scope, setting->arena, &error) != NULL)
        g_error ("%s: was taken", refused[i].text);
      if (!g_error_matches (error, FEEL_ERROR, (int)refused[i].code)
          || strstr (error->message, refused[i].part) == NULL)
        g_error ("%s: %s", refused[i].text, error->message);
    }
}

static void
test_too_much (Setting *setting, gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *longer = g_strnfill (FEEL_TEXT_CAP + 1, '1');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (deep, '(');
  g_assert_null (feel_expression_parse (deep->str, setting->scope, setting->arena, &error));
  g_assert_error (error, FEEL_ERROR, FEEL_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_null (feel_expression_parse (longer, setting->scope, setting->arena, &error));
  g_assert_error (error, FEEL_ERROR, FEEL_ERROR_SIZE);
  g_clear_error (&error);
  g_assert_null (feel_expression_parse ("\"\xff\"", setting->scope, setting->arena, &error));
  g_assert_error (error, FEEL_ERROR, FEEL_ERROR_SYNTAX);
}

/* Loops that a file can drive on and on end in null. */
static void
test_runaway (Setting *setting, gconstpointer data)
{
  FeelValue value = value_of (
      setting, "count(for x in 1..100000, y in 1..100000, z in 1..100000 return x + y + z)");

  g_assert_cmpint (value.kind, ==, FEEL_NULL);
}

/* Values share their parts: a short text may name one that no one could write down. */
static void
test_too_many_parts (Setting *setting, gconstpointer data)
{
  FeelValue value = value_of (setting, "for x in 0..35, y in [3, 2] return partial");

  g_assert_cmpstr (feel_value_reason (value), ==, "stopped: the value has too many parts");
  value = value_of (setting, "for x in 1..20000 return x");
  g_assert_cmpuint (feel_value_n_items (value), ==, 20000);
  value = value_of (setting, "for x in 1..400 return [partial[-1]]");
  g_assert_nonnull (feel_value_reason (value));
}

/* A null says why: the first cause, with the name of what was null. */
static void
test_reasons (Setting *setting, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "a + nothing", "arithmetic with null: “nothing” is null" },
    { "-(a + nothing)", "arithmetic with null: “nothing” is null" },
    { "a / 0 + 1", "division by zero" },
    { "floor(a / 0) < 3", "division by zero" },
    { "(a / 0) in [1..2]", "division by zero" },
    { "a between 1 and (1 / 0)", "division by zero" },
    { "true and (1 / 0)", "division by zero" },
    { "nothing < 5", "the two cannot be compared: “nothing” is null" },
    { "nothing.year", "a part of null: “nothing” is null" },
    { "upper case(nothing)", "the argument is no string: “nothing” is null" },
    { "loan.wrong * 2", "the context has no such entry" },
    { "list[9] + 1", "beyond the end of the list" },
    { "for x in nothing return x", "a loop over null" },
    { "for x in 1.5..2 return x", "a loop over a range that is not of whole numbers or days" },
    { "date(\"2026-02-30\") + duration(\"P1D\")", "not a date (YYYY-MM-DD)" },
    { "number(\"x\")", "the string is no number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (feel_value_reason (value_of (setting, cases[i][0])), ==, cases[i][1]);
}

static void
test_break_points (Setting *setting, gconstpointer data)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  FeelExpression *expression = feel_expression_parse (
      "if a < 3 or a in [5..6] then \"x\" else \"y\"", setting->scope, setting->arena, NULL);

  g_assert_true (feel_expression_break_points (expression, 1, points));
  g_assert_cmpuint (points->len, ==, 3);
  expression = feel_expression_parse ("a * 2 < 3", setting->scope, setting->arena, NULL);
  g_assert_false (feel_expression_break_points (expression, 1, points));
  expression = feel_expression_parse ("a < b", setting->scope, setting->arena, NULL);
  g_assert_false (feel_expression_break_points (expression, 1, points));
}

#define CASES(path, cases) g_test_add (path, Setting, cases, set_up, test_cases, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASES ("/feel/expression/arithmetic", arithmetic);
  CASES ("/feel/expression/names", names);
  CASES ("/feel/expression/logic", logic);
  CASES ("/feel/expression/ranges", ranges);
  CASES ("/feel/expression/times", times);
  CASES ("/feel/expression/lists", lists);
  CASES ("/feel/expression/functions", functions);
  g_test_add ("/feel/expression/unary", Setting, NULL, set_up, test_unary, tear_down);
  g_test_add ("/feel/expression/refused", Setting, NULL, set_up, test_refused, tear_down);
  g_test_add ("/feel/expression/too-much", Setting, NULL, set_up, test_too_much, tear_down);
  g_test_add ("/feel/expression/runaway", Setting, NULL, set_up, test_runaway, tear_down);
  g_test_add ("/feel/expression/too-many-parts", Setting, NULL, set_up, test_too_many_parts,
              tear_down);
  g_test_add ("/feel/expression/reasons", Setting, NULL, set_up, test_reasons, tear_down);
  g_test_add ("/feel/expression/break-points", Setting, NULL, set_up, test_break_points, tear_down);
  return g_test_run ();
}
