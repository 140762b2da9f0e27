/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-expression.h"

#include <stdint.h>

/* A text of strangers as an expression, in a small scope: read, evaluated, copied, written. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
evaluate (const char *text, FeelScope *scope, FeelArena *arena)
{
  FeelExpression *expression = feel_expression_parse (text, scope, arena, NULL);
  g_autofree FeelValue *slots = g_new0 (FeelValue, feel_scope_most_slots (scope) + 1);
  FeelFrame frame = { .arena = arena, .slots = slots, .steps = FEEL_STEPS_CAP - 20000 };
  g_autofree char *written = NULL;
  FeelValue value;

  if (expression == NULL)
    return;
  slots[0] = feel_value_number_from_int64 (7);
  slots[1] = feel_value_string ("text");
  value = feel_value_copy (arena, feel_expression_evaluate (expression, &frame));
  written = feel_value_to_feel (value);
  g_assert_true (feel_value_identical (value, value) || feel_value_hash (value) != 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (FeelScope) scope = feel_scope_new ();
  g_autoptr (FeelArena) arena = feel_arena_new ();

  feel_scope_add (scope, "a");
  feel_scope_add (scope, "Full Name");
  feel_scope_add_member (scope, "first part");
  evaluate (text, scope, arena);
  return 0;
}
