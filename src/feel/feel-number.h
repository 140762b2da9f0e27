/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FEEL's number: an exact decimal with 34 significant digits (IEEE 754-2008 decimal128, rounded
 * half to even), so that 0.1 + 0.2 = 0.3.
 *
 * Most numbers of decision tables are small: an integer × 10^-places that fits 64 bits is kept as
 * such and computed with integers (exact). Everything else is a decimal128 of Intel's library. Both
 * forms share 16 bytes: a small number stands in the room that decimal128 leaves for NaN. There is
 * no NaN and no infinity: operations that have no result return FALSE. */
typedef struct
{
  /*< private >*/
  guint64 low;
  guint64 high;
} FeelNumber;

FeelNumber feel_number_from_int64 (gint64 value);
/* @value × 10^-@places: (2656, 2) is 26.56. @places up to 18. */
FeelNumber feel_number_from_scaled (gint64 value, guint places);
/* Shortest decimal that reads back as the same double (26.56, not 26.559999999999999); FALSE for
 * NaN and infinity. */
gboolean feel_number_from_double (double value, FeelNumber *number);
/* FEEL's and XML Schema's notation: sign, digits, decimal point, optional exponent; no blanks.
 * @length -1: up to NUL. */
gboolean feel_number_parse (const char *text, gssize length, FeelNumber *number);

/* Plain digits without exponent and without trailing zeros ("0.1", "-12", "100000000000000000000").
 * g_free(). */
char *feel_number_format (FeelNumber number) G_GNUC_WARN_UNUSED_RESULT;
/* @number × 10^@places as an integer, rounded half up (away from zero); FALSE when it does not fit.
 */
gboolean feel_number_to_scaled (FeelNumber number, guint places, gint64 *value);
/* The same without rounding: FALSE when digits would be lost. For tables, which compare whole
 * columns at one scale. */
gboolean feel_number_exactly_scaled (FeelNumber number, guint places, gint64 *value);
/* Exact integers only; FALSE otherwise. */
gboolean feel_number_to_int64 (FeelNumber number, gint64 *value);

/* Less, equal, greater: -1, 0, 1. 1.0 and 1.00 are equal and have the same hash. */
int feel_number_compare (FeelNumber a, FeelNumber b);
guint feel_number_hash (FeelNumber number);
int feel_number_sign (FeelNumber number);
gboolean feel_number_is_integer (FeelNumber number);

/* Arithmetic: TRUE and the result, or FALSE when there is none (overflow, division by zero, root of
 * a negative …). */
gboolean feel_number_add (FeelNumber a, FeelNumber b, FeelNumber *result);
gboolean feel_number_subtract (FeelNumber a, FeelNumber b, FeelNumber *result);
gboolean feel_number_multiply (FeelNumber a, FeelNumber b, FeelNumber *result);
gboolean feel_number_divide (FeelNumber a, FeelNumber b, FeelNumber *result);
gboolean feel_number_power (FeelNumber a, FeelNumber b, FeelNumber *result);
gboolean feel_number_sqrt (FeelNumber a, FeelNumber *result);
gboolean feel_number_exp (FeelNumber a, FeelNumber *result);
gboolean feel_number_log (FeelNumber a, FeelNumber *result);
/* FEEL's modulo: a - b * floor (a / b), so the sign is the divisor's. */
gboolean feel_number_modulo (FeelNumber a, FeelNumber b, FeelNumber *result);
FeelNumber feel_number_negate (FeelNumber a);
FeelNumber feel_number_abs (FeelNumber a);

typedef enum
{
  FEEL_ROUND_HALF_EVEN,
  FEEL_ROUND_HALF_UP, /* away from zero */
  FEEL_ROUND_HALF_DOWN,
  FEEL_ROUND_UP, /* away from zero */
  FEEL_ROUND_DOWN,
  FEEL_ROUND_FLOOR,
  FEEL_ROUND_CEILING,
} FeelRounding;

/* To @places after the point (negative: tens, hundreds …), at most 6144 either way. */
gboolean feel_number_round (FeelNumber a, int places, FeelRounding rounding, FeelNumber *result);

G_END_DECLS
