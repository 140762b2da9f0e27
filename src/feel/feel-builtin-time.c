/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"
#include "feel/feel-calendar.h"

#include <string.h>

/* Functions that make and look into dates, times and durations. */

static FeelValue
none (const char *reason)
{
  return feel_value_null_because (reason);
}

static gboolean
whole (FeelValue value, gint64 *number)
{
  return value.kind == FEEL_NUMBER && feel_number_to_int64 (value.number, number);
}

static FeelValue
date_from_parts (const FeelValue *a)
{
  gint64 year, month, day;
  FeelDay date;

  if (!whole (a[0], &year) || !whole (a[1], &month) || !whole (a[2], &day) || ABS (month) > 12
      || ABS (day) > 31)
    return none ("date(year, month, day) takes whole numbers that make a date");
  date = (FeelDay){ year, (int)month, (int)day };
  if (!feel_day_is_valid (date))
    return none ("there is no such date");
  return feel_value_date_from_days (feel_day_to_days (date));
}

static FeelValue
call_date (const FeelValue *a, guint n, FeelArena *arena)
{
  if (n == 3)
    return date_from_parts (a);
  if (n != 1)
    return none ("date() takes one or three arguments");
  if (a[0].kind == FEEL_DATE)
    return a[0];
  if (a[0].kind == FEEL_DATE_TIME)
    return feel_value_date_from_days (a[0].moment.days);
  if (a[0].kind == FEEL_STRING)
    return feel_value_date (a[0].string.text);
  return none ("date() of something that is no text and no date");
}

static FeelValue
time_from_parts (const FeelValue *a, guint n)
{
  FeelValue time = { .kind = FEEL_TIME, .extra = FEEL_NO_OFFSET };
  gint64 hours, minutes, nanoseconds;
  FeelNumber seconds;

  if (!whole (a[0], &hours) || !whole (a[1], &minutes) || a[2].kind != FEEL_NUMBER
      || !feel_number_multiply (a[2].number, feel_number_from_int64 (1000000000), &seconds)
      || !feel_number_round (seconds, 0, FEEL_ROUND_DOWN, &seconds)
      || !feel_number_to_int64 (seconds, &nanoseconds))
    return none ("time(hour, minute, second) takes numbers");
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || nanoseconds < 0
      || nanoseconds >= G_GINT64_CONSTANT (60000000000))
    return none ("there is no such time");
  if (n == 4 && a[3].kind == FEEL_DAYS_DURATION && ABS (a[3].seconds) <= 18 * 3600)
    time.extra = (gint32)a[3].seconds;
  else if (n == 4 && a[3].kind != FEEL_NULL)
    return none ("the offset of a time is a duration of at most 18 hours");
  time.moment.nanoseconds = (hours * 3600 + minutes * 60) * 1000000000 + nanoseconds;
  return time;
}

static FeelValue
call_time (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue time = a[0];

  if (n >= 3)
    return time_from_parts (a, n);
  if (n != 1)
    return none ("time() takes one, three or four arguments");
  if (a[0].kind == FEEL_STRING)
    return feel_value_time (a[0].string.text);
  if (a[0].kind == FEEL_DATE)
    time.extra = 0; /* midnight, UTC, as the standard says */
  else if (a[0].kind != FEEL_TIME && a[0].kind != FEEL_DATE_TIME)
    return none ("time() of something that is no text and no time");
  time.kind = FEEL_TIME;
  time.moment.days = 0;
  return time;
}

static FeelValue
call_date_and_time (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue moment = a[0];

  if (n == 1 && a[0].kind == FEEL_DATE_TIME)
    return a[0];
  if (n == 1 && a[0].kind == FEEL_STRING)
    return feel_value_date_time (a[0].string.text);
  if (n == 2 && (a[0].kind == FEEL_DATE || a[0].kind == FEEL_DATE_TIME) && a[1].kind == FEEL_TIME)
    {
      moment.kind = FEEL_DATE_TIME;
      moment.extra = a[1].extra;
      moment.moment.nanoseconds = a[1].moment.nanoseconds;
      return moment;
    }
  if (n == 1 && a[0].kind == FEEL_DATE)
    {
      moment.kind = FEEL_DATE_TIME;
      return moment;
    }
  return none ("date and time() takes a text, or a date and a time");
}

static FeelValue
call_duration (const FeelValue *a, guint n, FeelArena *arena)
{
  if (a[0].kind == FEEL_STRING)
    return feel_value_duration (a[0].string.text);
  if (a[0].kind == FEEL_DAYS_DURATION || a[0].kind == FEEL_YEARS_DURATION)
    return a[0];
  return none ("duration() of something that is no text");
}

/* Whole months between two days, towards zero. */
static FeelValue
call_years_and_months (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelDay from, to;
  gint64 months;

  if ((a[0].kind != FEEL_DATE && a[0].kind != FEEL_DATE_TIME)
      || (a[1].kind != FEEL_DATE && a[1].kind != FEEL_DATE_TIME))
    return none ("years and months duration() takes two dates");
  from = feel_day_from_days (a[0].moment.days);
  to = feel_day_from_days (a[1].moment.days);
  months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day)
    months--;
  else if (months < 0 && to.day > from.day)
    months++;
  return (FeelValue){ .kind = FEEL_YEARS_DURATION, .months = months };
}

static gboolean
is_day (FeelValue value)
{
  return value.kind == FEEL_DATE || value.kind == FEEL_DATE_TIME;
}

static gint64
weekday (gint64 days)
{
  return ((days + 3) % 7 + 7) % 7 + 1;
}

static FeelValue
call_day_of_year (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelDay first;

  if (!is_day (a[0]))
    return none ("day of year() takes a date");
  first = (FeelDay){ feel_day_from_days (a[0].moment.days).year, 1, 1 };
  return feel_value_number_from_int64 (a[0].moment.days - feel_day_to_days (first) + 1);
}

static FeelValue
call_day_of_week (const FeelValue *a, guint n, FeelArena *arena)
{
  static const char *const names[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

  if (!is_day (a[0]))
    return none ("day of week() takes a date");
  return feel_value_string (names[weekday (a[0].moment.days) - 1]);
}

static FeelValue
call_month_of_year (const FeelValue *a, guint n, FeelArena *arena)
{
  static const char *const names[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };

  if (!is_day (a[0]))
    return none ("month of year() takes a date");
  return feel_value_string (names[feel_day_from_days (a[0].moment.days).month - 1]);
}

/* ISO 8601: the week belongs to the year of its Thursday. */
static FeelValue
call_week_of_year (const FeelValue *a, guint n, FeelArena *arena)
{
  gint64 thursday;
  FeelDay first;

  if (!is_day (a[0]))
    return none ("week of year() takes a date");
  thursday = a[0].moment.days + 4 - weekday (a[0].moment.days);
  first = (FeelDay){ feel_day_from_days (thursday).year, 1, 1 };
  return feel_value_number_from_int64 ((thursday - feel_day_to_days (first)) / 7 + 1);
}

const FeelBuiltin feel_time_builtins[] = {
  { "date", "from|year,month,day", 1, 3, call_date },
  { "time", "from|hour,minute,second,offset", 1, 4, call_time },
  { "date and time", "from|date,time", 1, 2, call_date_and_time },
  { "duration", "from", 1, 1, call_duration },
  { "years and months duration", "from,to", 2, 2, call_years_and_months },
  { "day of year", "date", 1, 1, call_day_of_year },
  { "day of week", "date", 1, 1, call_day_of_week },
  { "month of year", "date", 1, 1, call_month_of_year },
  { "week of year", "date", 1, 1, call_week_of_year },
  { NULL },
};
