/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel-test-cases.h"

/* FEEL group by group, beyond what the public kit touches at level 2: every kind of interval on
 * every ordered type, the tables of three-valued logic, dates, times and both durations with their
 * arithmetic and comparison, types, built-in functions with each way to call them. */

static void
test_cases (gconstpointer data)
{
  g_autoptr (FeelScope) scope = feel_scope_new ();
  FeelValue slots[32] = { 0 };

  for (const TestCase *one = data; one->text != NULL; one++)
    test_case_check (one, scope, slots, G_N_ELEMENTS (slots));
}

/* --- Intervals: each bracket at each end, on each ordered type
 * ------------------------------------------------------------------ */

typedef struct
{
  const char *low, *below, *inside, *high, *above;
} Line;

static const Line lines[] = {
  { "1", "0.999999999999999999", "1.5", "2", "2.000000000000000001" },
  { "-2", "-2.1", "0", "0.5", "1e20" },
  { "\"b\"", "\"a\"", "\"c\"", "\"d\"", "\"da\"" },
  { "@\"2024-02-28\"", "@\"2024-02-27\"", "@\"2024-02-29\"", "@\"2024-03-01\"", "@\"2024-03-02\"" },
  { "@\"-0044-03-15\"", "@\"-0044-03-14\"", "@\"0001-01-01\"", "@\"9999-12-31\"",
    "@\"10000-01-01\"" },
  { "@\"09:00:00\"", "@\"08:59:59.999999999\"", "@\"12:00:00\"", "@\"17:00:00\"", "@\"17:00:01\"" },
  { "@\"10:00:00+02:00\"", "@\"07:59:59Z\"", "@\"08:30:00Z\"", "@\"09:00:00Z\"",
    "@\"12:00:00+01:00\"" },
  { "@\"2026-01-01T00:00:00\"", "@\"2025-12-31T23:59:59\"", "@\"2026-06-01T12:00:00\"",
    "@\"2026-12-31T23:59:59\"", "@\"2027-01-01T00:00:00\"" },
  { "@\"P1D\"", "@\"PT23H59M59S\"", "@\"P1DT1H\"", "@\"P2D\"", "@\"P2DT0.000000001S\"" },
  { "@\"P1Y\"", "@\"P11M\"", "@\"P18M\"", "@\"P2Y\"", "@\"P25M\"" },
};

static const struct
{
  const char *open, *close;
  gboolean low_closed, high_closed;
} brackets[] = {
  { "[", "]", TRUE, TRUE },   { "[", ")", TRUE, FALSE },  { "[", "[", TRUE, FALSE },
  { "(", "]", FALSE, TRUE },  { "]", "]", FALSE, TRUE },  { "(", ")", FALSE, FALSE },
  { "]", "[", FALSE, FALSE }, { "(", "[", FALSE, FALSE }, { "]", ")", FALSE, FALSE },
};

static FeelValue
value_of (const char *text, FeelArena *arena)
{
  g_autoptr (FeelScope) scope = feel_scope_new ();
  g_autoptr (GError) error = NULL;
  FeelExpression *expression = feel_expression_parse (text, scope, arena, &error);
  FeelFrame frame = { .arena = arena };

  if (error != NULL)
    g_error ("%s: %s", text, error->message);
  return feel_expression_evaluate (expression, &frame);
}

/* As a cell, after `in`, and as not(…). */
static void
check_interval (const char *interval, const char *value, gboolean inside, FeelArena *arena)
{
  g_autoptr (FeelScope) scope = feel_scope_new ();
  g_autofree char *in = g_strdup_printf ("%s in %s", value, interval);
  g_autofree char *negated = g_strdup_printf ("not(%s)", interval);
  FeelFrame frame = { .arena = arena };
  FeelExpression *cell = feel_tests_parse (interval, scope, arena, NULL);
  FeelExpression *outside = feel_tests_parse (negated, scope, arena, NULL);

  g_assert_true (cell != NULL && outside != NULL);
  g_assert_cmpint (feel_tests_evaluate (cell, value_of (value, arena), &frame), ==, inside);
  g_assert_cmpint (feel_tests_evaluate (outside, value_of (value, arena), &frame), ==, !inside);
  g_assert_cmpint (feel_tests_evaluate (cell, FEEL_NULL_VALUE, &frame), ==, -1);
  g_assert_cmpint (feel_tests_evaluate (cell, feel_value_boolean (TRUE), &frame), ==, -1);
  g_assert_cmpint (feel_value_is_true (value_of (in, arena)), ==, inside);
}

static void
test_intervals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint j = 0; j < G_N_ELEMENTS (brackets); j++)
      {
        const Line *line = &lines[i];
        g_autoptr (FeelArena) arena = feel_arena_new ();
        g_autofree char *interval = g_strdup_printf ("%s%s..%s%s", brackets[j].open, line->low,
                                                     line->high, brackets[j].close);

        check_interval (interval, line->below, FALSE, arena);
        check_interval (interval, line->low, brackets[j].low_closed, arena);
        check_interval (interval, line->inside, TRUE, arena);
        check_interval (interval, line->high, brackets[j].high_closed, arena);
        check_interval (interval, line->above, FALSE, arena);
      }
}

/* <, <=, >, >= as cells, as ranges in parentheses, and as comparisons say the same. */
static void
test_comparisons (void)
{
  static const char *const operators[] = { "<", "<=", ">", ">=", "=", "!=" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (guint k = 0; k < G_N_ELEMENTS (operators); k++)
      {
        const char *values[] = { lines[i].low, lines[i].inside, lines[i].high };

        for (int j = 0; j < 3; j++)
          {
            const gboolean wanted[] = { j<1, j <= 1, j> 1, j >= 1, j == 1, j != 1 };
            g_autoptr (FeelArena) arena = feel_arena_new ();
            g_autoptr (FeelScope) scope = feel_scope_new ();
            FeelFrame frame = { .arena = arena };
            g_autofree char *cell = g_strdup_printf ("%s %s", operators[k], lines[i].inside);
            g_autofree char *pair
                = g_strdup_printf ("%s %s %s", values[j], operators[k], lines[i].inside);
            FeelExpression *tests = feel_tests_parse (cell, scope, arena, NULL);

            g_assert_cmpint (feel_tests_evaluate (tests, value_of (values[j], arena), &frame), ==,
                             wanted[k]);
            g_assert_cmpint (feel_value_is_true (value_of (pair, arena)), ==, wanted[k]);
          }
      }
}

/* --- Three-valued logic
 * ---------------------------------------------------------------------------------------------------
 */

static void
test_logic (void)
{
  static const char *const names[] = { "false", "null", "true" };

  for (int a = 0; a < 3; a++)
    for (int b = 0; b < 3; b++)
      {
        g_autofree char *and_text = g_strdup_printf ("%s and %s", names[a], names[b]);
        g_autofree char *or_text = g_strdup_printf ("%s or %s", names[a], names[b]);
        g_autofree char *all_text = g_strdup_printf ("all([%s, %s])", names[a], names[b]);
        g_autofree char *any_text = g_strdup_printf ("any([%s, %s])", names[a], names[b]);
        g_autofree char *every_text
            = g_strdup_printf ("every x in [%s, %s] satisfies x", names[a], names[b]);
        g_autofree char *some_text
            = g_strdup_printf ("some x in [%s, %s] satisfies x", names[a], names[b]);
        const char *least = MIN (a, b) == 1 ? NULL : names[MIN (a, b)];
        const char *most = MAX (a, b) == 1 ? NULL : names[MAX (a, b)];
        const TestCase cases[] = { { and_text, least },
                                   { or_text, most },
                                   { all_text, least },
                                   { any_text, most },
                                   { every_text, least },
                                   { some_text, most },
                                   { NULL } };

        test_cases (cases);
      }
}

static const TestCase equality[] = {
  { "null = null", "true" },
  { "null != null", "false" },
  { "1 = null", "false" },
  { "null != 1", "true" },
  { "1 = \"1\"", NULL },
  { "true = 1", NULL },
  { "@\"2026-01-01\" = @\"2026-01-01T00:00:00\"", NULL },
  { "@\"P1D\" = @\"P1M\"", NULL },
  { "[] = []", "true" },
  { "[1, [2]] = [1, [2]]", "true" },
  { "[1, 2] != [2, 1]", "true" },
  { "{} = {}", "true" },
  { "{a: null} = {b: null}", "false" },
  { "[1..2] = [1..2]", "true" },
  { "[1..2] = [1..2)", "false" },
  { "not(null)", NULL },
  { "not(false)", "true" },
  { "true < false", NULL },
  { "[1] < [2]", NULL },
  { "1 < \"2\"", NULL },
  { "if 1 = \"1\" then \"same\" else \"other\"", "\"other\"" },
  { "null in (null, 1)", "true" },
  { "2 in (null, 1)", "false" },
  { NULL },
};

/* --- Dates, times, durations
 * ---------------------------------------------------------------------------------------------- */

static const TestCase dates[] = {
  { "date(\"2024-02-29\").year", "2024" },
  { "date(\"2023-02-29\")", NULL },
  { "date(\"2026-1-1\")", NULL },
  { "date(\"02026-01-01\")", NULL },
  { "date(2024, 2, 29)", "date(\"2024-02-29\")" },
  { "date(year: 2024, month: 2, day: 30)", NULL },
  { "date(@\"2026-11-20T23:59:59\")", "date(\"2026-11-20\")" },
  { "@\"2026-11-20\".month", "11" },
  { "@\"2026-11-20\".hour", NULL },
  { "@\"2024-01-31\" + @\"P1M\"", "date(\"2024-02-29\")" },
  { "@\"2024-02-29\" + @\"P1Y\"", "date(\"2025-02-28\")" },
  { "@\"2024-02-29\" - @\"P1Y\"", "date(\"2023-02-28\")" },
  { "@\"P1M\" + @\"2024-01-31\"", "date(\"2024-02-29\")" },
  { "@\"2026-03-01\" - @\"P1D\"", "date(\"2026-02-28\")" },
  { "@\"2026-03-01\" - @\"2024-03-01\"", "duration(\"P730D\")" },
  { "@\"2026-03-01\" + @\"2024-03-01\"", NULL },
  { "@\"2026-03-01\" + 1", NULL },
  { "@\"2026-03-01\" * 2", NULL },
  { "day of year(@\"2026-03-01\")", "60" },
  { "week of year(@\"2024-12-30\")", "1" },
  { "week of year(@\"2021-01-03\")", "53" },
  { "month of year(@\"2026-03-01\")", "\"March\"" },
  { "day of week(@\"0001-01-01\")", "\"Monday\"" },
  { "for d in @\"2026-02-27\"..@\"2026-03-01\" return d.day", "[27, 28, 1]" },
  { NULL },
};

static const TestCase clocks[] = {
  { "time(\"24:00:00\")", NULL },
  { "time(\"23:59:60\")", NULL },
  { "time(\"10:30:15.125\").second", "15" },
  { "string(time(\"10:30:15.1250\"))", "\"10:30:15.125\"" },
  { "time(hour: 10, minute: 5, second: 1.5)", "time(\"10:05:01.5\")" },
  { "time(10, 5, 0, @\"-PT3H30M\")", "time(\"10:05:00-03:30\")" },
  { "time(10, 5, 0, @\"PT19H\")", NULL },
  { "time(@\"2026-11-20T10:30:00+01:00\")", "time(\"10:30:00+01:00\")" },
  { "@\"10:30:00+01:00\".time offset", "duration(\"PT1H\")" },
  { "@\"10:30:00\".time offset", NULL },
  { "@\"00:30:00\" - @\"PT1H\"", "time(\"23:30:00\")" },
  { "@\"10:30:00Z\" - @\"10:30:00+01:00\"", "duration(\"PT1H\")" },
  { "@\"10:30:00\" - @\"10:00:00Z\"", NULL },
  { "@\"10:30:00\" + @\"P1M\"", NULL },
  { "date and time(@\"2026-11-20\", @\"10:30:00\")", "date and time(\"2026-11-20T10:30:00\")" },
  { "date and time(date: @\"2026-11-20\", time: @\"10:30:00Z\").time offset",
    "duration(\"PT0S\")" },
  { "date and time(\"2026-11-20\")", "date and time(\"2026-11-20T00:00:00\")" },
  { "@\"2026-11-20T23:30:00-05:00\" = @\"2026-11-21T04:30:00Z\"", "true" },
  { "@\"2026-11-20T23:30:00\" < @\"2026-11-20T23:30:00Z\"", NULL },
  { "@\"2024-03-10T12:00:00\" - @\"2024-02-10T11:00:00\"", "duration(\"P29DT1H\")" },
  { "@\"2024-02-29T10:00:00\" + @\"P1Y\"", "date and time(\"2025-02-28T10:00:00\")" },
  { NULL },
};

static const TestCase durations[] = {
  { "@\"P1Y13M\"", "duration(\"P2Y1M\")" },
  { "@\"PT90061.5S\"", "duration(\"P1DT1H1M1.5S\")" },
  { "@\"-P1Y2M\".years", "-1" },
  { "@\"-P1Y2M\".months", "-2" },
  { "@\"P1DT2H3M4S\".minutes", "3" },
  { "@\"P1DT2H3M4S\".years", NULL },
  { "duration(\"P1Y1D\")", NULL },
  { "duration(\"P1H\")", NULL },
  { "duration(\"PT\")", NULL },
  { "@\"P1Y\" + @\"P2M\"", "duration(\"P1Y2M\")" },
  { "@\"P1Y\" - @\"P2M\"", "duration(\"P10M\")" },
  { "@\"P1Y\" + @\"P1D\"", NULL },
  { "@\"P1D\" - @\"PT1S\"", "duration(\"PT23H59M59S\")" },
  { "@\"P1Y\" * 0.5", "duration(\"P6M\")" },
  { "2 * @\"P1Y1M\"", "duration(\"P2Y2M\")" },
  { "@\"P1Y\" / 5", "duration(\"P2M\")" },
  { "@\"P2Y\" / @\"P3M\"", "8" },
  { "@\"P1D\" / @\"PT0S\"", NULL },
  { "@\"P1D\" / 0", NULL },
  { "1 / @\"P1D\"", NULL },
  { "@\"P1D\" * @\"P1D\"", NULL },
  { "-@\"-PT1H\"", "duration(\"PT1H\")" },
  { "abs(@\"-P1Y\")", "duration(\"P1Y\")" },
  { "@\"P1Y\" = @\"P12M\"", "true" },
  { "@\"P1D\" = @\"PT24H\"", "true" },
  { "@\"P1Y\" > @\"P11M\"", "true" },
  { "@\"P1Y\" > @\"P364D\"", NULL },
  { "years and months duration(@\"2026-03-01\", @\"2025-01-31\")", "duration(\"-P1Y1M\")" },
  { "years and months duration(from: @\"2025-01-31\", to: @\"2025-02-28\")", "duration(\"P0M\")" },
  { "sum([@\"P1D\", @\"P2D\"])", NULL },
  { "max(@\"P1D\", @\"PT25H\")", "duration(\"P1DT1H\")" },
  { NULL },
};

/* --- Numbers: 34 digits, half to even
 * ------------------------------------------------------------------------------------- */

static const TestCase numbers[] = {
  { "1.10 + 2.20", "3.3" },
  { "0.1 * 3 = 0.3", "true" },
  { "1234567890123456789012345678901234 + 1", "1234567890123456789012345678901235" },
  { "9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000" },
  { "10000000000000000000000000000000000 + 1 = 10000000000000000000000000000000000", "true" },
  { "1 / 7", "0.1428571428571428571428571428571429" },
  { "2 / 3", "0.6666666666666666666666666666666667" },
  { "1 / 3 * 3", "0.9999999999999999999999999999999999" },
  { "(0.1 + 0.2) * 10 - 3", "0" },
  { "1e-30 + 1e-30", "0.000000000000000000000000000002" },
  { "1e6000 * 1e6000", NULL },
  { "1.005 * 100", "100.5" },
  { "19.99 * 3", "59.97" },
  { "decimal(1/3, 2)", "0.33" },
  { "decimal(2.5, 0)", "2" },
  { "decimal(3.5, 0)", "4" },
  { "decimal(1234.5, -2)", "1200" },
  { "round half up(2.345, 2)", "2.35" },
  { "round half down(2.345, 2)", "2.34" },
  { "round up(n: 1.001, scale: 2)", "1.01" },
  { "floor(-1.55, 1)", "-1.6" },
  { "ceiling(-1.55, 1)", "-1.5" },
  { "modulo(5.5, -2)", "-0.5" },
  { "modulo(1, 0)", NULL },
  { "2 ** 0.5 ** 2", "2" },
  { "2 ** -1", "0.5" },
  { "0 ** 0", "1" },
  { "sqrt(2)", "1.414213562373095048801688724209698" },
  { "log(0)", NULL },
  { "odd(1.5)", NULL },
  { "even(0)", "true" },
  { "number(\"1.000,5\", \".\", \",\")", "1000.5" },
  { "number(\"1,000.5\", \",\", \".\")", "1000.5" },
  { "number(\"1,000\", \",\", \",\")", NULL },
  { "string(0.10)", "\"0.1\"" },
  { "string(1e21)", "\"1000000000000000000000\"" },
  { NULL },
};

/* --- Types
 * --------------------------------------------------------------------------------------------------------------
 */

static const TestCase types[] = {
  { "\"a\" instance of string", "true" },
  { "true instance of boolean", "true" },
  { "@\"2026-01-01\" instance of date", "true" },
  { "@\"2026-01-01\" instance of date and time", "false" },
  { "@\"10:00:00\" instance of time", "true" },
  { "@\"2026-01-01T10:00:00\" instance of date and time", "true" },
  { "@\"P1Y\" instance of years and months duration", "true" },
  { "@\"P1D\" instance of years and months duration", "false" },
  { "[1, 2] instance of list", "true" },
  { "[1, 2] instance of list<number>", "true" },
  { "[1, \"a\"] instance of list<number>", "false" },
  { "[1, \"a\"] instance of list<Any>", "true" },
  { "[[1]] instance of list<list<number>>", "true" },
  { "[] instance of list<string>", "true" },
  { "1 instance of list<number>", "false" },
  { "[1..5] instance of range<number>", "true" },
  { "[@\"2026-01-01\"..@\"2026-02-01\"] instance of range<number>", "false" },
  { "(< 5) instance of range<number>", "true" },
  { "{a: 1} instance of context", "true" },
  { "{a: 1, b: \"x\"} instance of context<a: number>", "true" },
  { "{a: \"x\"} instance of context<a: number>", "false" },
  { "{b: 1} instance of context<a: number>", "false" },
  { "{first name: \"x\"} instance of context<first name: string>", "true" },
  { "null instance of Any", "false" },
  { "null instance of Null", "true" },
  { "1 instance of Any", "true" },
  { NULL },
};

/* --- Strings, lists, contexts, ranges
 * ------------------------------------------------------------------------------------- */

static const TestCase strings[] = {
  { "substring(\"foobar\", 3, 3)", "\"oba\"" },
  { "substring(\"foobar\", -3)", "\"bar\"" },
  { "substring(\"foobar\", 0)", NULL },
  { "substring(\"foobar\", 9)", "\"\"" },
  { "substring(\"a\u00f3b\", 2, 1)", "\"\u00f3\"" },
  { "substring before(\"foobar\", \"xyz\")", "\"\"" },
  { "substring after(\"\", \"a\")", "\"\"" },
  { "substring after(string: \"foobar\", match: \"o\")", "\"obar\"" },
  { "lower case(\"\u00c1B\")", "\"\u00e1b\"" },
  { "contains(\"foobar\", 1)", NULL },
  { "string length(null)", NULL },
  { "string(null)", NULL },
  { "string(true)", "\"true\"" },
  { "string({a: \"x\"})", "\"{a: \\\"x\\\"}\"" },
  { "string join([\"a\", \"b\"])", "\"ab\"" },
  { "string join([\"a\", 1], \",\")", NULL },
  { "\"a\" + 1", NULL },
  { "\"\\t\\n\\\"\\\\\"", "\"\\t\\n\\\"\\\\\"" },
  { NULL },
};

static const TestCase lists[] = {
  { "[1, 2, 3][item >= 2]", "[2, 3]" },
  { "[{x: 1, y: 2}, {x: 2, y: 3}][x = 2].y", "[3]" },
  { "[{x: 1}, {x: null}][x = null]", "[{x: null}]" },
  { "[1, 2, 3][0]", NULL },
  { "5[1]", "5" },
  { "5[item > 3]", "[5]" },
  { "null[1]", "[]" },
  { "[1, 2][1.5]", NULL },
  { "every x in [], y in [1] satisfies false", "true" },
  { "some x in [] satisfies true", "false" },
  { "for x in [1, 2], y in [x, x * 10] return y", "[1, 10, 2, 20]" },
  { "for i in (1..5) return i", "[2, 3, 4]" },
  { "for i in [1..3) return i", "[1, 2]" },
  { "count(for i in 1..5000 return i)", "5000" },
  { "list contains([1, 2], 3)", "false" },
  { "count([null])", "1" },
  { "count(null)", NULL },
  { "min([])", NULL },
  { "min(1, \"a\")", NULL },
  { "max([@\"2026-01-01\", @\"2025-01-01\"])", "date(\"2026-01-01\")" },
  { "sum([1, null])", NULL },
  { "mean([])", NULL },
  { "median([1, 4, 2, 3])", "2.5" },
  { "mode([])", "[]" },
  { "stddev([1])", NULL },
  { "product([])", NULL },
  { "sublist([1, 2, 3], 1, 2)", "[1, 2]" },
  { "sublist([1, 2, 3], 4)", NULL },
  { "insert before([1, 2], -1, 9)", "[1, 9, 2]" },
  { "list replace([1, 2, 3], 2, 9)", "[1, 9, 3]" },
  { "list replace(list: [1, 2, 3], position: -1, newItem: 9)", "[1, 2, 9]" },
  { "list replace([1, 2], 3, 9)", NULL },
  { "remove([1], 2)", NULL },
  { "reverse([])", "[]" },
  { "index of([1, null], null)", "[2]" },
  { "union([1], 2, [1])", "[1, 2]" },
  { "distinct values([1.0, 1, \"1\"])", "[1, \"1\"]" },
  { "flatten([])", "[]" },
  { "append([], [1])", "[[1]]" },
  { "concatenate([], [[1]])", "[[1]]" },
  { NULL },
};

static const TestCase contexts[] = {
  { "{a: 1, b: a + 1}.b", "2" },
  { "{\"a b\": 1}.a b", "1" },
  { "{a: {b: [1, 2]}}.a.b[2]", "2" },
  { "get value({a: 1}, \"b\")", NULL },
  { "get value({a: {b: 2}}, [\"a\", \"b\"])", "2" },
  { "get entries({a: 1, b: 2}).value", "[1, 2]" },
  { "context([{key: \"a\", value: 1}, {key: \"b\", value: [2]}])", "{a: 1, b: [2]}" },
  { "context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", NULL },
  { "context([{value: 1}])", NULL },
  { "context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}" },
  { "context put({a: 1}, \"a\", 2)", "{a: 2}" },
  { "context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}" },
  { "context put(context: {a: 1}, key: \"b\", value: null)", "{a: 1, b: null}" },
  { "context put({a: 1}, [\"a\", \"b\"], 2)", NULL },
  { "context merge([{a: 1, b: 1}, {b: 2, c: 3}])", "{a: 1, b: 2, c: 3}" },
  { "context merge([1])", NULL },
  { NULL },
};

static const TestCase range_functions[] = {
  { "before(1, 10)", "true" },
  { "before(10, [1..10])", "false" },
  { "before(1, (1..10])", "true" },
  { "before([1..10), 10)", "true" },
  { "before(point: 1, range: [2..3])", "true" },
  { "before(null, 5)", NULL },
  { "after(range: [1..5], point: 0)", "true" },
  { "after(10, [1..10))", "true" },
  { "meets([1..5], (5..8])", "false" },
  { "met by([5..8], [1..5])", "true" },
  { "overlaps([1..5], [3..8])", "true" },
  { "overlaps([1..5], (5..8])", "false" },
  { "overlaps before([1..5], [3..8])", "true" },
  { "overlaps before([3..8], [1..5])", "false" },
  { "overlaps before([1..5), [5..8])", "false" },
  { "overlaps after([3..8], [1..5])", "true" },
  { "overlaps after((5..8], [1..5])", "false" },
  { "finishes(5, [1..5])", "true" },
  { "finishes(5, [1..5))", "false" },
  { "finished by([1..5], (3..5])", "true" },
  { "includes([1..5], [2..3])", "true" },
  { "includes([1..5), 5)", "false" },
  { "during(2, [1..5])", "true" },
  { "starts(1, [1..5])", "true" },
  { "starts((1..3], [1..5])", "false" },
  { "started by([1..5], 1)", "true" },
  { "coincides([1..5], [1..5])", "true" },
  { "coincides([1..5], [1..5))", "false" },
  { "coincides(3, 3)", "true" },
  { "range(\"[1..5)\")", "[1..5)" },
  { "range(\"(@\\\"2026-01-01\\\"..@\\\"2026-02-01\\\"]\").end included", "true" },
  { "range(\"5\")", NULL },
  { "range(\"[a..b]\")", NULL },
  { "is(@\"10:00:00\", @\"10:00:00Z\")", "false" },
  { NULL },
};

#define CASES(path, cases) g_test_add_data_func (path, cases, test_cases)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feel/standard/intervals", test_intervals);
  g_test_add_func ("/feel/standard/comparisons", test_comparisons);
  g_test_add_func ("/feel/standard/logic", test_logic);
  CASES ("/feel/standard/equality", equality);
  CASES ("/feel/standard/dates", dates);
  CASES ("/feel/standard/clocks", clocks);
  CASES ("/feel/standard/durations", durations);
  CASES ("/feel/standard/numbers", numbers);
  CASES ("/feel/standard/types", types);
  CASES ("/feel/standard/strings", strings);
  CASES ("/feel/standard/lists", lists);
  CASES ("/feel/standard/contexts", contexts);
  CASES ("/feel/standard/ranges", range_functions);
  return g_test_run ();
}
