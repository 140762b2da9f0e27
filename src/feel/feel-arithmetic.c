/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-calendar.h"
#include "feel/feel-node.h"

#include <string.h>

/* + - * / ** on numbers, strings, dates, times and durations. */

#define SECOND G_GINT64_CONSTANT (1000000000)
__extension__ typedef __int128 Wide;

static FeelValue
none (const char *reason)
{
  return feel_value_null_because (reason);
}

static FeelValue
numbers (FeelNodeKind kind, FeelNumber a, FeelNumber b)
{
  FeelNumber result;
  gboolean done = FALSE;

  switch ((int)kind)
    {
    case FEEL_NODE_ADD:
      done = feel_number_add (a, b, &result);
      break;
    case FEEL_NODE_SUBTRACT:
      done = feel_number_subtract (a, b, &result);
      break;
    case FEEL_NODE_MULTIPLY:
      done = feel_number_multiply (a, b, &result);
      break;
    case FEEL_NODE_DIVIDE:
      if (feel_number_sign (b) == 0)
        return none ("division by zero");
      done = feel_number_divide (a, b, &result);
      break;
    default:
      done = feel_number_power (a, b, &result);
      break;
    }
  return done ? feel_value_number (result) : none ("the result is no number that can be written");
}

static Wide
nanoseconds_of (FeelValue duration)
{
  return (Wide)duration.seconds * SECOND + duration.extra;
}

static FeelValue
days_duration (Wide nanoseconds)
{
  FeelValue value = { .kind = FEEL_DAYS_DURATION };

  if (nanoseconds / SECOND > G_MAXINT64 || nanoseconds / SECOND < -G_MAXINT64)
    return none ("the duration is too long");
  value.seconds = (gint64)(nanoseconds / SECOND);
  value.extra = (gint32)(nanoseconds % SECOND);
  return value;
}

static FeelValue
years_duration (Wide months)
{
  if (months > G_MAXINT64 || months < -G_MAXINT64)
    return none ("the duration is too long");
  return (FeelValue){ .kind = FEEL_YEARS_DURATION, .months = (gint64)months };
}

static FeelValue
shift_days (FeelValue moment, Wide nanoseconds)
{
  Wide line
      = (Wide)moment.moment.days * FEEL_DAY_NANOSECONDS + moment.moment.nanoseconds + nanoseconds;
  Wide days = line / FEEL_DAY_NANOSECONDS - (line % FEEL_DAY_NANOSECONDS < 0);
  FeelDay most = { FEEL_MOST_YEAR, 12, 31 }, least = { -FEEL_MOST_YEAR, 1, 1 };

  if (days > feel_day_to_days (most) || days < feel_day_to_days (least))
    return none ("the date lies outside the years there are");
  moment.moment.days = (gint64)days;
  if (moment.kind == FEEL_DATE_TIME)
    moment.moment.nanoseconds = (gint64)(line - days * FEEL_DAY_NANOSECONDS);
  return moment;
}

static FeelValue
shift_months (FeelValue moment, gint64 months)
{
  FeelDay day;

  if (!feel_day_add_months (feel_day_from_days (moment.moment.days), months, &day))
    return none ("the date lies outside the years there are");
  moment.moment.days = feel_day_to_days (day);
  return moment;
}

static FeelValue
shift_time (FeelValue time, Wide nanoseconds)
{
  Wide line = (time.moment.nanoseconds + nanoseconds) % FEEL_DAY_NANOSECONDS;

  time.moment.nanoseconds = (gint64)(line < 0 ? line + FEEL_DAY_NANOSECONDS : line);
  return time;
}

/* Date, time or both, plus (sign 1) or minus (-1) a duration. */
static FeelValue
shift (FeelValue moment, FeelValue duration, int sign)
{
  if (duration.kind == FEEL_DAYS_DURATION)
    return moment.kind == FEEL_TIME ? shift_time (moment, nanoseconds_of (duration) * sign)
                                    : shift_days (moment, nanoseconds_of (duration) * sign);
  if (moment.kind == FEEL_TIME)
    return none ("a time plus years and months");
  return shift_months (moment, duration.months * sign);
}

static gboolean
is_moment (FeelValue value)
{
  return value.kind == FEEL_DATE || value.kind == FEEL_TIME || value.kind == FEEL_DATE_TIME;
}

static gboolean
is_duration (FeelValue value)
{
  return value.kind == FEEL_DAYS_DURATION || value.kind == FEEL_YEARS_DURATION;
}

static FeelValue
moments_apart (FeelValue a, FeelValue b)
{
  gint64 days_a, days_b, rest_a, rest_b;

  if ((a.kind == FEEL_TIME) != (b.kind == FEEL_TIME))
    return none ("a time and a date have no distance");
  if (a.kind == FEEL_DATE)
    a.extra = b.kind == FEEL_DATE_TIME && b.extra != FEEL_NO_OFFSET ? 0 : FEEL_NO_OFFSET;
  if (b.kind == FEEL_DATE)
    b.extra = a.extra != FEEL_NO_OFFSET ? 0 : FEEL_NO_OFFSET;
  if ((a.extra == FEEL_NO_OFFSET) != (b.extra == FEEL_NO_OFFSET))
    return none ("one has an offset from UTC, the other none");
  feel_moment_line (a, &days_a, &rest_a);
  feel_moment_line (b, &days_b, &rest_b);
  return days_duration ((Wide)(days_a - days_b) * FEEL_DAY_NANOSECONDS + rest_a - rest_b);
}

static FeelValue
add (FeelValue a, FeelValue b, FeelArena *arena)
{
  if (a.kind == FEEL_STRING && b.kind == FEEL_STRING)
    {
      if ((gint64)a.extra + b.extra > 1024 * 1024)
        return none ("the string is too long");
      return feel_value_string (feel_arena_printf (arena, "%s%s", a.string.text, b.string.text));
    }
  if (is_moment (a) && is_duration (b))
    return shift (a, b, 1);
  if (is_duration (a) && is_moment (b))
    return shift (b, a, 1);
  if (a.kind == FEEL_DAYS_DURATION && b.kind == FEEL_DAYS_DURATION)
    return days_duration (nanoseconds_of (a) + nanoseconds_of (b));
  if (a.kind == FEEL_YEARS_DURATION && b.kind == FEEL_YEARS_DURATION)
    return years_duration ((Wide)a.months + b.months);
  return none ("these two cannot be added");
}

static FeelValue
subtract (FeelValue a, FeelValue b)
{
  if (is_moment (a) && is_moment (b))
    return moments_apart (a, b);
  if (is_moment (a) && is_duration (b))
    return shift (a, b, -1);
  if (a.kind == FEEL_DAYS_DURATION && b.kind == FEEL_DAYS_DURATION)
    return days_duration (nanoseconds_of (a) - nanoseconds_of (b));
  if (a.kind == FEEL_YEARS_DURATION && b.kind == FEEL_YEARS_DURATION)
    return years_duration ((Wide)a.months - b.months);
  return none ("these two cannot be subtracted");
}

/* A duration times or by a number, cut to whole months or nanoseconds. */
static FeelValue
scale (FeelNodeKind kind, FeelValue duration, FeelNumber factor)
{
  gboolean months = duration.kind == FEEL_YEARS_DURATION;
  FeelNumber amount, nano = feel_number_from_int64 (SECOND), part;
  gint64 whole, rest = 0;

  amount = feel_number_from_int64 (months ? duration.months : duration.seconds);
  if (!months
      && (!feel_number_divide (feel_number_from_int64 (duration.extra), nano, &part)
          || !feel_number_add (amount, part, &amount)))
    return none ("the duration is too long");
  if (!(kind == FEEL_NODE_MULTIPLY ? feel_number_multiply (amount, factor, &amount)
                                   : feel_number_divide (amount, factor, &amount)))
    return none ("division by zero");
  if (!feel_number_round (amount, 0, FEEL_ROUND_DOWN, &part)
      || !feel_number_to_int64 (part, &whole))
    return none ("the duration is too long");
  if (months)
    return years_duration (whole);
  if (!feel_number_subtract (amount, part, &part) || !feel_number_multiply (part, nano, &part)
      || !feel_number_round (part, 0, FEEL_ROUND_DOWN, &part)
      || !feel_number_to_int64 (part, &rest))
    rest = 0;
  return days_duration ((Wide)whole * SECOND + rest);
}

static FeelValue
divide_durations (FeelValue a, FeelValue b)
{
  FeelNumber left, right, nano = feel_number_from_int64 (SECOND);

  if (a.kind == FEEL_YEARS_DURATION)
    return numbers (FEEL_NODE_DIVIDE, feel_number_from_int64 (a.months),
                    feel_number_from_int64 (b.months));
  if (!feel_number_multiply (feel_number_from_int64 (a.seconds), nano, &left)
      || !feel_number_add (left, feel_number_from_int64 (a.extra), &left)
      || !feel_number_multiply (feel_number_from_int64 (b.seconds), nano, &right)
      || !feel_number_add (right, feel_number_from_int64 (b.extra), &right))
    return none ("the duration is too long");
  return numbers (FEEL_NODE_DIVIDE, left, right);
}

static FeelValue
multiply (FeelNodeKind kind, FeelValue a, FeelValue b)
{
  if (is_duration (a) && b.kind == FEEL_NUMBER)
    return scale (kind, a, b.number);
  if (kind == FEEL_NODE_MULTIPLY && a.kind == FEEL_NUMBER && is_duration (b))
    return scale (kind, b, a.number);
  if (kind == FEEL_NODE_DIVIDE && is_duration (a) && a.kind == b.kind)
    return divide_durations (a, b);
  return none (kind == FEEL_NODE_DIVIDE ? "these two cannot be divided"
                                        : "these two cannot be multiplied");
}

static FeelValue
negate (FeelValue a)
{
  if (a.kind == FEEL_NUMBER)
    return feel_value_number (feel_number_negate (a.number));
  if (a.kind == FEEL_DAYS_DURATION)
    return days_duration (-nanoseconds_of (a));
  if (a.kind == FEEL_YEARS_DURATION)
    return years_duration (-(Wide)a.months);
  return none ("minus of something that is no number and no duration");
}

FeelValue
feel_evaluate_arithmetic (FeelNodeKind kind, FeelValue a, FeelValue b, FeelArena *arena)
{
  if (kind == FEEL_NODE_NEGATE)
    return negate (a);
  if (a.kind == FEEL_NUMBER && b.kind == FEEL_NUMBER)
    return numbers (kind, a.number, b.number);
  if (a.kind == FEEL_NULL || b.kind == FEEL_NULL)
    return none ("arithmetic with null");
  switch ((int)kind)
    {
    case FEEL_NODE_ADD:
      return add (a, b, arena);
    case FEEL_NODE_SUBTRACT:
      return subtract (a, b);
    case FEEL_NODE_MULTIPLY:
    case FEEL_NODE_DIVIDE:
      return multiply (kind, a, b);
    default:
      return none ("a power of something that is no number");
    }
}
