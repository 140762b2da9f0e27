/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-number.h"

#include <math.h>
#include <string.h>

/* The calling variant of the library that Debian names libbidgcc000: by value, no globals.
 * bid_conf.h comes first. */
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wundef"
#pragma GCC diagnostic ignored "-Wredundant-decls"
#pragma GCC diagnostic ignored "-Wstrict-prototypes"
#include <bid_conf.h>
#include <bid_functions.h>
#pragma GCC diagnostic pop

/* Small form: `low` is the integer, `high` the NaN pattern with the places (0 to 18) in its last
 * bits. */
#define SMALL_MARK G_GUINT64_CONSTANT (0x7c00000000000000)
#define SMALL_MASK G_GUINT64_CONSTANT (0xffffffffffffff00)
#define MOST_PLACES 18

#define NEAREST_EVEN 0
#define DOWNWARD 1
#define UPWARD 2
#define TO_ZERO 3
#define NEAREST_AWAY 4

__extension__ typedef __int128 Wide;

static const gint64 powers[MOST_PLACES + 1] = {
  1,
  10,
  100,
  1000,
  10000,
  100000,
  1000000,
  10000000,
  100000000,
  1000000000,
  10000000000,
  100000000000,
  1000000000000,
  10000000000000,
  100000000000000,
  1000000000000000,
  10000000000000000,
  100000000000000000,
  1000000000000000000,
};

static inline gboolean
is_small (FeelNumber number)
{
  return (number.high & SMALL_MASK) == SMALL_MARK;
}

static inline guint
places_of (FeelNumber number)
{
  return number.high & 0xff;
}

static inline FeelNumber
small (gint64 value, guint places)
{
  return (FeelNumber){ (guint64)value, SMALL_MARK | places };
}

static FeelNumber
small_without_zeros (gint64 value, guint places)
{
  while (places > 0 && value % 10 == 0)
    {
      value /= 10;
      places--;
    }
  return small (value, places);
}

static BID_UINT128
to_decimal (FeelNumber number)
{
  BID_UINT128 decimal;

  if (is_small (number))
    return bid128_scalbn (bid128_from_int64 ((gint64)number.low), -(int)places_of (number),
                          NEAREST_EVEN, &(unsigned int){ 0 });
  decimal.w[0] = number.low;
  decimal.w[1] = number.high;
  return decimal;
}

/* Digits and exponent of a finite decimal: ±DIGITS × 10^exponent. @digits: room for 40 characters.
 */
static int
decimal_parts (BID_UINT128 decimal, char *digits, gboolean *negative)
{
  char text[64];
  char *exponent;
  unsigned int flags = 0;

  bid128_to_string (text, decimal, &flags);
  exponent = strchr (text, 'E');
  g_assert (exponent != NULL);
  *exponent = '\0';
  *negative = text[0] == '-';
  g_strlcpy (digits, text + 1, 40);
  return (int)g_ascii_strtoll (exponent + 1, NULL, 10);
}

/* Back to the small form when the value fits it exactly: FALSE for NaN and infinity. */
static gboolean
from_decimal (BID_UINT128 decimal, FeelNumber *number)
{
  char digits[40];
  gboolean negative;
  int exponent;
  gsize length;

  if (bid128_isNaN (decimal) || bid128_isInf (decimal))
    return FALSE;
  number->low = decimal.w[0];
  number->high = decimal.w[1];
  exponent = decimal_parts (decimal, digits, &negative);
  length = strlen (digits);
  while (length > 1 && digits[length - 1] == '0')
    {
      digits[--length] = '\0';
      exponent++;
    }
  if (length == 1 && digits[0] == '0')
    *number = small (0, 0);
  else if (exponent <= 0 && exponent >= -MOST_PLACES && length <= 18)
    *number = small ((negative ? -1 : 1) * g_ascii_strtoll (digits, NULL, 10), (guint)-exponent);
  else if (exponent > 0 && length + (gsize)exponent <= 18)
    *number
        = small ((negative ? -1 : 1) * g_ascii_strtoll (digits, NULL, 10) * powers[exponent], 0);
  return TRUE;
}

FeelNumber
feel_number_from_int64 (gint64 value)
{
  return small (value, 0);
}

FeelNumber
feel_number_from_scaled (gint64 value, guint places)
{
  g_return_val_if_fail (places <= MOST_PLACES, small (0, 0));
  return small_without_zeros (value, places);
}

gboolean
feel_number_from_double (double value, FeelNumber *number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return FALSE;
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, value);
      if (!(g_ascii_strtod (text, NULL) < value) && !(g_ascii_strtod (text, NULL) > value))
        break;
    }
  return feel_number_parse (text, -1, number);
}

/* sign? (digits ('.' digits?)? | '.' digits) ([eE] sign? digits)? */
static gboolean
is_number (const char *text, gsize length)
{
  const char *end = text + length;
  gsize digits = 0;

  if (text < end && (*text == '+' || *text == '-'))
    text++;
  for (; text < end && g_ascii_isdigit (*text); text++)
    digits++;
  if (text < end && *text == '.')
    for (text++; text < end && g_ascii_isdigit (*text); text++)
      digits++;
  if (digits == 0)
    return FALSE;
  if (text < end && (*text == 'e' || *text == 'E'))
    {
      text++;
      if (text < end && (*text == '+' || *text == '-'))
        text++;
      if (text == end)
        return FALSE;
      while (text < end && g_ascii_isdigit (*text))
        text++;
    }
  return text == end;
}

static gboolean
parse_small (const char *text, gsize length, FeelNumber *number)
{
  gint64 value = 0;
  guint places = 0;
  gboolean fraction = FALSE, negative = *text == '-';

  for (gsize i = *text == '-' || *text == '+'; i < length; i++)
    {
      if (text[i] == '.')
        {
          fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]) || value > (powers[17] - 1))
        return FALSE;
      value = value * 10 + (text[i] - '0');
      places += fraction;
    }
  if (places > MOST_PLACES)
    return FALSE;
  *number = small_without_zeros (negative ? -value : value, places);
  return TRUE;
}

gboolean
feel_number_parse (const char *text, gssize length, FeelNumber *number)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  g_autofree char *copy = NULL;
  unsigned int flags = 0;

  if (!is_number (text, size))
    return FALSE;
  if (parse_small (text, size, number))
    return TRUE;
  copy = g_strndup (text, size);
  return from_decimal (bid128_from_string (copy, NEAREST_EVEN, &flags), number);
}

/* Puts the point into a run of digits. */
static char *
place_point (const char *digits, int exponent, gboolean negative)
{
  GString *text = g_string_new (negative ? "-" : "");
  int length = (int)strlen (digits);

  if (exponent >= 0)
    {
      g_string_append (text, digits);
      for (int i = 0; i < exponent; i++)
        g_string_append_c (text, '0');
    }
  else if (-exponent < length)
    {
      g_string_append_len (text, digits, length + exponent);
      g_string_append_printf (text, ".%s", digits + length + exponent);
    }
  else
    {
      g_string_append (text, "0.");
      for (int i = 0; i < -exponent - length; i++)
        g_string_append_c (text, '0');
      g_string_append (text, digits);
    }
  return g_string_free (text, FALSE);
}

char *
feel_number_format (FeelNumber number)
{
  char digits[40];
  gboolean negative;
  int exponent;
  gsize length;

  if (is_small (number))
    {
      gint64 value = (gint64)number.low;

      negative = value < 0;
      exponent = -(int)places_of (number);
      g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT,
                  negative ? -(guint64)value : (guint64)value);
    }
  else
    exponent = decimal_parts (to_decimal (number), digits, &negative);
  length = strlen (digits);
  while (exponent < 0 && length > 1 && digits[length - 1] == '0')
    {
      digits[--length] = '\0';
      exponent++;
    }
  if (g_str_equal (digits, "0"))
    return g_strdup ("0");
  return place_point (digits, exponent, negative);
}

gboolean
feel_number_to_scaled (FeelNumber number, guint places, gint64 *value)
{
  FeelNumber rounded;

  g_return_val_if_fail (places <= MOST_PLACES, FALSE);
  if (!feel_number_round (number, (int)places, FEEL_ROUND_HALF_UP, &rounded) || !is_small (rounded))
    return FALSE;
  return !__builtin_mul_overflow ((gint64)rounded.low, powers[places - places_of (rounded)], value);
}

gboolean
feel_number_exactly_scaled (FeelNumber number, guint places, gint64 *value)
{
  g_return_val_if_fail (places <= MOST_PLACES, FALSE);
  return is_small (number) && places_of (number) <= places
         && !__builtin_mul_overflow ((gint64)number.low, powers[places - places_of (number)],
                                     value);
}

gboolean
feel_number_to_int64 (FeelNumber number, gint64 *value)
{
  return feel_number_is_integer (number) && feel_number_to_scaled (number, 0, value);
}

int
feel_number_compare (FeelNumber a, FeelNumber b)
{
  unsigned int flags = 0;
  BID_UINT128 x, y;

  if (G_LIKELY (is_small (a) && is_small (b)))
    {
      guint pa = places_of (a), pb = places_of (b);
      Wide left = (gint64)a.low, right = (gint64)b.low;

      if (pa < pb)
        left *= powers[pb - pa];
      else if (pb < pa)
        right *= powers[pa - pb];
      return (left > right) - (left < right);
    }
  x = to_decimal (a);
  y = to_decimal (b);
  return bid128_quiet_equal (x, y, &flags) ? 0 : bid128_quiet_less (x, y, &flags) ? -1 : 1;
}

guint
feel_number_hash (FeelNumber number)
{
  g_autofree char *text = NULL;
  guint64 mix;

  if (is_small (number))
    {
      number = small_without_zeros ((gint64)number.low, places_of (number));
      mix = (number.low * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) ^ places_of (number);
      return (guint)(mix >> 32) ^ (guint)mix;
    }
  text = feel_number_format (number);
  return g_str_hash (text);
}

int
feel_number_sign (FeelNumber number)
{
  return feel_number_compare (number, small (0, 0));
}

gboolean
feel_number_is_integer (FeelNumber number)
{
  FeelNumber rounded;

  return feel_number_round (number, 0, FEEL_ROUND_DOWN, &rounded)
         && feel_number_compare (number, rounded) == 0;
}

gboolean
feel_number_add (FeelNumber a, FeelNumber b, FeelNumber *result)
{
  unsigned int flags = 0;

  if (G_LIKELY (is_small (a) && is_small (b)))
    {
      guint pa = places_of (a), pb = places_of (b), places = MAX (pa, pb);
      gint64 left, right, sum;

      if (!__builtin_mul_overflow ((gint64)a.low, powers[places - pa], &left)
          && !__builtin_mul_overflow ((gint64)b.low, powers[places - pb], &right)
          && !__builtin_add_overflow (left, right, &sum))
        {
          *result = small (sum, places);
          return TRUE;
        }
    }
  return from_decimal (bid128_add (to_decimal (a), to_decimal (b), NEAREST_EVEN, &flags), result);
}

gboolean
feel_number_subtract (FeelNumber a, FeelNumber b, FeelNumber *result)
{
  return feel_number_add (a, feel_number_negate (b), result);
}

gboolean
feel_number_multiply (FeelNumber a, FeelNumber b, FeelNumber *result)
{
  unsigned int flags = 0;

  if (G_LIKELY (is_small (a) && is_small (b)))
    {
      guint places = places_of (a) + places_of (b);
      gint64 product;

      if (places <= MOST_PLACES && !__builtin_mul_overflow ((gint64)a.low, (gint64)b.low, &product))
        {
          *result = small_without_zeros (product, places);
          return TRUE;
        }
    }
  return from_decimal (bid128_mul (to_decimal (a), to_decimal (b), NEAREST_EVEN, &flags), result);
}

gboolean
feel_number_divide (FeelNumber a, FeelNumber b, FeelNumber *result)
{
  unsigned int flags = 0;

  if (feel_number_sign (b) == 0)
    return FALSE;
  return from_decimal (bid128_div (to_decimal (a), to_decimal (b), NEAREST_EVEN, &flags), result);
}

/* By repeated squaring, so that 1.2 ** 3 is exactly 1.728. */
static gboolean
power_of_integer (FeelNumber base, gint64 exponent, FeelNumber *result)
{
  FeelNumber power = small (1, 0);
  guint64 left = exponent < 0 ? -(guint64)exponent : (guint64)exponent;

  while (left > 0)
    {
      if ((left & 1) && !feel_number_multiply (power, base, &power))
        return FALSE;
      left >>= 1;
      if (left > 0 && !feel_number_multiply (base, base, &base))
        return FALSE;
    }
  *result = power;
  return exponent >= 0 || feel_number_divide (small (1, 0), power, result);
}

gboolean
feel_number_power (FeelNumber a, FeelNumber b, FeelNumber *result)
{
  unsigned int flags = 0;
  gint64 exponent;

  if (feel_number_to_int64 (b, &exponent) && ABS (exponent) <= 1000)
    return power_of_integer (a, exponent, result);
  return from_decimal (bid128_pow (to_decimal (a), to_decimal (b), NEAREST_EVEN, &flags), result);
}

gboolean
feel_number_sqrt (FeelNumber a, FeelNumber *result)
{
  unsigned int flags = 0;

  return from_decimal (bid128_sqrt (to_decimal (a), NEAREST_EVEN, &flags), result);
}

gboolean
feel_number_exp (FeelNumber a, FeelNumber *result)
{
  unsigned int flags = 0;

  return from_decimal (bid128_exp (to_decimal (a), NEAREST_EVEN, &flags), result);
}

gboolean
feel_number_log (FeelNumber a, FeelNumber *result)
{
  unsigned int flags = 0;

  if (feel_number_sign (a) <= 0)
    return FALSE;
  return from_decimal (bid128_log (to_decimal (a), NEAREST_EVEN, &flags), result);
}

gboolean
feel_number_modulo (FeelNumber a, FeelNumber b, FeelNumber *result)
{
  unsigned int flags = 0;

  if (feel_number_sign (b) == 0)
    return FALSE;
  /* fmod is exact for any sizes; its sign is the dividend's, FEEL's the divisor's. */
  if (!from_decimal (bid128_fmod (to_decimal (a), to_decimal (b), &flags), result))
    return FALSE;
  if (feel_number_sign (*result) * feel_number_sign (b) < 0)
    return feel_number_add (*result, b, result);
  return TRUE;
}

FeelNumber
feel_number_negate (FeelNumber a)
{
  if (is_small (a) && (gint64)a.low != G_MININT64)
    return small (-(gint64)a.low, places_of (a));
  if (is_small (a))
    {
      BID_UINT128 decimal = bid128_negate (to_decimal (a));

      return (FeelNumber){ decimal.w[0], decimal.w[1] };
    }
  a.high ^= G_GUINT64_CONSTANT (0x8000000000000000);
  return a;
}

FeelNumber
feel_number_abs (FeelNumber a)
{
  return feel_number_sign (a) < 0 ? feel_number_negate (a) : a;
}

/* Adjusts the truncated @quotient by what the rounding says of the @rest against @unit, both with
 * the number's sign. */
static gint64
round_quotient (gint64 quotient, gint64 rest, gint64 unit, FeelRounding rounding)
{
  int away = rest > 0 ? 1 : rest < 0 ? -1 : 0;
  Wide twice = (Wide)(rest < 0 ? -(Wide)rest : rest) * 2;

  if (away == 0)
    return quotient;
  switch (rounding)
    {
    case FEEL_ROUND_HALF_EVEN:
      return quotient + (twice > unit || (twice == unit && quotient % 2 != 0) ? away : 0);
    case FEEL_ROUND_HALF_UP:
      return quotient + (twice >= unit ? away : 0);
    case FEEL_ROUND_HALF_DOWN:
      return quotient + (twice > unit ? away : 0);
    case FEEL_ROUND_UP:
      return quotient + away;
    case FEEL_ROUND_FLOOR:
      return quotient - (away < 0);
    case FEEL_ROUND_CEILING:
      return quotient + (away > 0);
    case FEEL_ROUND_DOWN:
    default:
      return quotient;
    }
}

/* The library's quantize knows all roundings but two, which depend on the sign or on the half. */
static gboolean
round_decimal (FeelNumber a, int places, FeelRounding rounding, FeelNumber *result)
{
  static const unsigned int modes[] = {
    [FEEL_ROUND_HALF_EVEN] = NEAREST_EVEN, [FEEL_ROUND_HALF_UP] = NEAREST_AWAY,
    [FEEL_ROUND_HALF_DOWN] = NEAREST_AWAY, [FEEL_ROUND_UP] = UPWARD,
    [FEEL_ROUND_DOWN] = TO_ZERO,           [FEEL_ROUND_FLOOR] = DOWNWARD,
    [FEEL_ROUND_CEILING] = UPWARD,
  };
  unsigned int mode = modes[rounding], flags = 0;
  BID_UINT128 decimal = to_decimal (a);
  BID_UINT128 unit = bid128_scalbn (bid128_from_int64 (1), -places, NEAREST_EVEN, &flags);
  BID_UINT128 rounded;

  if (rounding == FEEL_ROUND_UP && feel_number_sign (a) < 0)
    mode = DOWNWARD;
  if (rounding == FEEL_ROUND_HALF_DOWN)
    {
      BID_UINT128 down = bid128_quantize (decimal, unit, TO_ZERO, &flags);
      BID_UINT128 rest = bid128_abs (bid128_sub (decimal, down, NEAREST_EVEN, &flags));
      BID_UINT128 twice = bid128_add (rest, rest, NEAREST_EVEN, &flags);

      if (bid128_quiet_equal (twice, unit, &flags))
        mode = TO_ZERO;
    }
  flags = 0;
  rounded = bid128_quantize (decimal, unit, mode, &flags);
  if (bid128_isNaN (rounded))
    {
      /* More than 34 digits would be needed: the number has no such places, it is its own rounding.
       */
      *result = a;
      return !bid128_isNaN (decimal);
    }
  return from_decimal (rounded, result);
}

gboolean
feel_number_round (FeelNumber a, int places, FeelRounding rounding, FeelNumber *result)
{
  if (places > 6144 || places < -6144)
    return FALSE;
  if (is_small (a))
    {
      int drop = (int)places_of (a) - places;

      if (drop <= 0)
        {
          *result = a;
          return TRUE;
        }
      if (drop <= MOST_PLACES && places >= 0)
        {
          gint64 unit = powers[drop], value = (gint64)a.low;

          *result
              = small (round_quotient (value / unit, value % unit, unit, rounding), (guint)places);
          return TRUE;
        }
    }
  return round_decimal (a, places, rounding, result);
}
