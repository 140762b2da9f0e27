/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

#include <string.h>

/* Functions on numbers and booleans. */

static FeelValue
none (const char *reason)
{
  return feel_value_null_because (reason);
}

static FeelValue
number_or_none (gboolean done, FeelNumber number)
{
  return done ? feel_value_number (number) : none ("the result is no number that can be written");
}

static FeelValue
call_not (const FeelValue *a, guint n, FeelArena *arena)
{
  return a[0].kind == FEEL_BOOLEAN ? feel_value_boolean (!a[0].boolean)
                                   : none ("not() of something that is no boolean");
}

static FeelValue
rounded (const FeelValue *a, guint n, FeelRounding rounding)
{
  FeelNumber result;
  gint64 places = 0;

  if (a[0].kind != FEEL_NUMBER)
    return none ("rounding something that is no number");
  if (n > 1 && (a[1].kind != FEEL_NUMBER || !feel_number_to_int64 (a[1].number, &places)))
    return none ("the number of places is no whole number");
  if (ABS (places) > 6144)
    return none ("too many places");
  return number_or_none (feel_number_round (a[0].number, (int)places, rounding, &result), result);
}

static FeelValue
call_decimal (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_HALF_EVEN);
}

static FeelValue
call_floor (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_FLOOR);
}

static FeelValue
call_ceiling (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_CEILING);
}

static FeelValue
call_round_up (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_UP);
}

static FeelValue
call_round_down (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_DOWN);
}

static FeelValue
call_round_half_up (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_HALF_UP);
}

static FeelValue
call_round_half_down (const FeelValue *a, guint n, FeelArena *arena)
{
  return rounded (a, n, FEEL_ROUND_HALF_DOWN);
}

static FeelValue
call_abs (const FeelValue *a, guint n, FeelArena *arena)
{
  gboolean negative;

  if (a[0].kind == FEEL_NUMBER)
    return feel_value_number (feel_number_abs (a[0].number));
  negative = a[0].kind == FEEL_DAYS_DURATION    ? a[0].seconds < 0 || a[0].extra < 0
             : a[0].kind == FEEL_YEARS_DURATION ? a[0].months < 0
                                                : FALSE;
  if (a[0].kind != FEEL_DAYS_DURATION && a[0].kind != FEEL_YEARS_DURATION)
    return none ("abs() of something that is no number and no duration");
  return negative ? feel_evaluate_arithmetic (FEEL_NODE_NEGATE, a[0], FEEL_NULL_VALUE, arena)
                  : a[0];
}

static FeelValue
call_modulo (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelNumber result;

  if (a[0].kind != FEEL_NUMBER || a[1].kind != FEEL_NUMBER)
    return none ("modulo() of something that is no number");
  if (!feel_number_modulo (a[0].number, a[1].number, &result))
    return none ("division by zero");
  return feel_value_number (result);
}

static FeelValue
applied (FeelValue a, gboolean (*function) (FeelNumber a, FeelNumber *result))
{
  FeelNumber result;

  if (a.kind != FEEL_NUMBER)
    return none ("the argument is no number");
  return number_or_none (function (a.number, &result), result);
}

static FeelValue
call_sqrt (const FeelValue *a, guint n, FeelArena *arena)
{
  return applied (a[0], feel_number_sqrt);
}

static FeelValue
call_log (const FeelValue *a, guint n, FeelArena *arena)
{
  return applied (a[0], feel_number_log);
}

static FeelValue
call_exp (const FeelValue *a, guint n, FeelArena *arena)
{
  return applied (a[0], feel_number_exp);
}

static FeelValue
parity (FeelValue a, gboolean odd)
{
  FeelNumber rest;

  if (a.kind != FEEL_NUMBER || !feel_number_is_integer (a.number)
      || !feel_number_modulo (a.number, feel_number_from_int64 (2), &rest))
    return none ("the argument is no whole number");
  return feel_value_boolean ((feel_number_sign (rest) != 0) == odd);
}

static FeelValue
call_odd (const FeelValue *a, guint n, FeelArena *arena)
{
  return parity (a[0], TRUE);
}

static FeelValue
call_even (const FeelValue *a, guint n, FeelArena *arena)
{
  return parity (a[0], FALSE);
}

/* number("1 000,5", " ", ","): the separators are taken out before reading. */
static FeelValue
call_number (const FeelValue *a, guint n, FeelArena *arena)
{
  const char *grouping = n > 1 ? feel_value_get_string (a[1]) : NULL;
  const char *point = n > 2 ? feel_value_get_string (a[2]) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  FeelNumber number;

  if (n == 1 && a[0].kind == FEEL_NUMBER)
    return a[0];
  if (a[0].kind != FEEL_STRING || (grouping != NULL && strlen (grouping) != 1)
      || (point != NULL && strlen (point) != 1)
      || (grouping != NULL && g_strcmp0 (grouping, point) == 0))
    return none ("number() takes a string and one-character separators");
  for (const char *at = a[0].string.text; *at != '\0'; at++)
    {
      if (grouping != NULL && *at == *grouping)
        continue;
      g_string_append_c (text, point != NULL && *at == *point ? '.' : *at);
    }
  if (!feel_number_parse (text->str, (gssize)text->len, &number))
    return none ("the string is no number");
  return feel_value_number (number);
}

const FeelBuiltin feel_number_builtins[] = {
  { "not", "negand", 1, 1, call_not },
  { "decimal", "n,scale", 2, 2, call_decimal },
  { "floor", "n,scale", 1, 2, call_floor },
  { "ceiling", "n,scale", 1, 2, call_ceiling },
  { "round up", "n,scale", 2, 2, call_round_up },
  { "round down", "n,scale", 2, 2, call_round_down },
  { "round half up", "n,scale", 2, 2, call_round_half_up },
  { "round half down", "n,scale", 2, 2, call_round_half_down },
  { "abs", "n", 1, 1, call_abs },
  { "modulo", "dividend,divisor", 2, 2, call_modulo },
  { "sqrt", "number", 1, 1, call_sqrt },
  { "log", "number", 1, 1, call_log },
  { "exp", "number", 1, 1, call_exp },
  { "odd", "number", 1, 1, call_odd },
  { "even", "number", 1, 1, call_even },
  { "number", "from,grouping separator,decimal separator", 1, 3, call_number },
  { NULL },
};
