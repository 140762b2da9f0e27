/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-expression.h"

#include <stdint.h>

/* A text of strangers as the cell of a table: put to a value of each kind; and what is said of it
 * without evaluating (a plain set of constants) must say the same as evaluating. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* As a table's index reads the cell. */
static gboolean
simple_holds (const FeelTest *tests, guint n_tests, gboolean negated, FeelValue value)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_tests; i++)
    any |= tests[i].is_range ? feel_range_contains (&tests[i].range, value) == 1
                             : feel_value_identical (tests[i].value, value);
  return negated ? !any : any;
}

static void
put (const FeelExpression *tests, FeelValue value, FeelArena *arena, guint n_slots)
{
  g_autofree FeelValue *slots = g_new0 (FeelValue, n_slots + 1);
  FeelFrame frame = { .arena = arena, .slots = slots, .steps = FEEL_STEPS_CAP - 20000 };
  const FeelTest *items;
  guint n;
  gboolean negated;
  int truth;

  slots[0] = feel_value_number_from_int64 (7);
  slots[1] = feel_value_string ("text");
  truth = feel_tests_evaluate (tests, value, &frame);
  g_assert_true (truth >= -1 && truth <= 1);
  if (truth >= 0 && feel_tests_simple (tests, &items, &n, &negated))
    g_assert_cmpint (truth, ==, simple_holds (items, n, negated, value));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (FeelScope) scope = feel_scope_new ();
  g_autoptr (FeelArena) arena = feel_arena_new ();
  FeelExpression *tests;

  feel_scope_add (scope, "a");
  feel_scope_add (scope, "Full Name");
  tests = feel_tests_parse (text, scope, arena, NULL);
  if (tests == NULL)
    return 0;

  const FeelValue values[] = { feel_value_number_from_int64 (5),
                               feel_value_number_from_scaled (-15, 1),
                               feel_value_string ("b"),
                               feel_value_boolean (TRUE),
                               feel_value_date ("2026-11-20"),
                               feel_value_time ("10:30:00Z"),
                               feel_value_date_time ("2026-11-20T10:30:00"),
                               feel_value_duration ("P1DT2H"),
                               feel_value_duration ("P14M"),
                               feel_value_null () };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    put (tests, values[i], arena, feel_scope_most_slots (scope));
  return 0;
}
