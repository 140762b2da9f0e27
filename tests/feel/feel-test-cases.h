/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-expression.h"

/* Tables of expressions and their results, as FEEL writes them, for tests. */
typedef struct
{
  const char *text;
  const char *result; /* NULL: null, with a reason */
} TestCase;

/* @scope, @slots: what the texts may name. */
static inline void
test_case_check (const TestCase *one, FeelScope *scope, FeelValue *slots, guint n_slots)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  FeelFrame frame = { .arena = arena, .slots = slots };
  FeelExpression *expression = feel_expression_parse (one->text, scope, arena, &error);
  FeelValue value;
  g_autofree char *text = NULL;

  if (error != NULL)
    g_error ("%s: %s", one->text, error->message);
  g_assert_cmpuint (feel_scope_most_slots (scope), <=, n_slots);
  value = feel_expression_evaluate (expression, &frame);
  text = feel_value_to_feel (value);
  if (one->result == NULL)
    {
      if (value.kind != FEEL_NULL)
        g_error ("%s: found %s, expected null", one->text, text);
      g_assert_nonnull (feel_value_reason (value));
    }
  else if (g_strcmp0 (text, one->result) != 0)
    g_error ("%s: found %s (%s), expected %s", one->text, text, feel_value_reason (value),
             one->result);
}
