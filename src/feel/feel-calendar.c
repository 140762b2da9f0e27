/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-calendar.h"

#include <string.h>

/* Days are counted in eras of 400 years that start on 1 March, so that the leap day is the last of
 * its year. */
#define ERA_DAYS 146097
#define DAYS_TO_1970 719468

static gint64
divide_down (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

gint64
feel_day_to_days (FeelDay day)
{
  gint64 year = day.year - (day.month <= 2);
  gint64 era = divide_down (year, 400);
  gint64 year_of_era = year - era * 400;
  gint64 month = (day.month + 9) % 12;
  gint64 day_of_year = (153 * month + 2) / 5 + day.day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * ERA_DAYS + day_of_era - DAYS_TO_1970;
}

FeelDay
feel_day_from_days (gint64 days)
{
  gint64 shifted = days + DAYS_TO_1970;
  gint64 era = divide_down (shifted, ERA_DAYS);
  gint64 day_of_era = shifted - era * ERA_DAYS;
  gint64 year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month = (int)((5 * day_of_year + 2) / 153);
  FeelDay day = { .day = (int)(day_of_year - (153 * month + 2) / 5 + 1) };

  day.month = month < 10 ? month + 3 : month - 9;
  day.year = year_of_era + era * 400 + (day.month <= 2);
  return day;
}

int
feel_month_length (gint64 year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return lengths[month - 1];
}

gboolean
feel_day_is_valid (FeelDay day)
{
  return day.year >= -FEEL_MOST_YEAR && day.year <= FEEL_MOST_YEAR && day.month >= 1
         && day.month <= 12 && day.day >= 1 && day.day <= feel_month_length (day.year, day.month);
}

gboolean
feel_day_add_months (FeelDay day, gint64 months, FeelDay *result)
{
  gint64 total;

  if (__builtin_add_overflow (day.year * 12 + day.month - 1, months, &total))
    return FALSE;
  result->year = divide_down (total, 12);
  result->month = (int)(total - result->year * 12) + 1;
  result->day = MIN (day.day, feel_month_length (result->year, result->month));
  return feel_day_is_valid (*result);
}

/* A reader of fixed forms: each step fails for good when the text does not fit. */
typedef struct
{
  const char *at;
  const char *end;
  gboolean failed;
} Reader;

static gboolean
take (Reader *reader, char character)
{
  if (reader->at < reader->end && *reader->at == character)
    {
      reader->at++;
      return TRUE;
    }
  return FALSE;
}

static void
need (Reader *reader, char character)
{
  if (!take (reader, character))
    reader->failed = TRUE;
}

/* Between @least and @most digits. */
static gint64
digits (Reader *reader, int least, int most, int *count)
{
  gint64 value = 0;
  int n = 0;

  while (n < most && reader->at < reader->end && g_ascii_isdigit (*reader->at))
    {
      value = value * 10 + (*reader->at++ - '0');
      n++;
    }
  if (n < least)
    reader->failed = TRUE;
  if (count != NULL)
    *count = n;
  return value;
}

static FeelDay
read_day (Reader *reader)
{
  gboolean negative = take (reader, '-');
  const char *start = reader->at;
  FeelDay day;
  int n;

  day.year = digits (reader, 4, 9, &n);
  if (n > 4 && *start == '0')
    reader->failed = TRUE;
  if (negative)
    day.year = -day.year;
  need (reader, '-');
  day.month = (int)digits (reader, 2, 2, NULL);
  need (reader, '-');
  day.day = (int)digits (reader, 2, 2, NULL);
  if (reader->failed || !feel_day_is_valid (day))
    {
      reader->failed = TRUE;
      return (FeelDay){ 1970, 1, 1 };
    }
  return day;
}

/* The part after the point, as nanoseconds; more than nine digits are cut. */
static gint64
read_fraction (Reader *reader)
{
  gint64 value;
  int n;

  if (!take (reader, '.'))
    return 0;
  value = digits (reader, 1, 9, &n);
  while (n++ < 9)
    value *= 10;
  while (reader->at < reader->end && g_ascii_isdigit (*reader->at))
    reader->at++;
  return value;
}

static gint32
read_offset (Reader *reader)
{
  gboolean negative;
  gint64 hours, minutes, seconds = 0;

  if (take (reader, 'Z') || take (reader, 'z'))
    return 0;
  if (reader->at == reader->end)
    return FEEL_NO_OFFSET;
  negative = *reader->at == '-';
  if (!take (reader, '+') && !take (reader, '-'))
    reader->failed = TRUE;
  hours = digits (reader, 2, 2, NULL);
  need (reader, ':');
  minutes = digits (reader, 2, 2, NULL);
  if (take (reader, ':'))
    seconds = digits (reader, 2, 2, NULL);
  if (hours > 18 || minutes > 59 || seconds > 59 || (hours == 18 && minutes + seconds > 0))
    reader->failed = TRUE;
  return (gint32)((hours * 3600 + minutes * 60 + seconds) * (negative ? -1 : 1));
}

static gint64
read_clock (Reader *reader, gint32 *offset)
{
  gint64 hours = digits (reader, 2, 2, NULL), minutes, seconds, fraction;

  need (reader, ':');
  minutes = digits (reader, 2, 2, NULL);
  need (reader, ':');
  seconds = digits (reader, 2, 2, NULL);
  fraction = read_fraction (reader);
  *offset = reader->failed ? FEEL_NO_OFFSET : read_offset (reader);
  if (hours > 23 || minutes > 59 || seconds > 59)
    reader->failed = TRUE;
  return (hours * 3600 + minutes * 60 + seconds) * 1000000000 + fraction;
}

static gboolean
finished (const Reader *reader)
{
  return !reader->failed && reader->at == reader->end;
}

gboolean
feel_calendar_parse_date (const char *text, gsize length, FeelValue *date)
{
  Reader reader = { text, text + length, FALSE };

  *date = (FeelValue){ .kind = FEEL_DATE, .extra = FEEL_NO_OFFSET };
  date->moment.days = feel_day_to_days (read_day (&reader));
  return finished (&reader);
}

gboolean
feel_calendar_parse_time (const char *text, gsize length, FeelValue *time)
{
  Reader reader = { text, text + length, FALSE };

  *time = (FeelValue){ .kind = FEEL_TIME };
  time->moment.nanoseconds = read_clock (&reader, &time->extra);
  return finished (&reader);
}

gboolean
feel_calendar_parse_date_time (const char *text, gsize length, FeelValue *moment)
{
  Reader reader = { text, text + length, FALSE };

  *moment = (FeelValue){ .kind = FEEL_DATE_TIME, .extra = FEEL_NO_OFFSET };
  moment->moment.days = feel_day_to_days (read_day (&reader));
  if (finished (&reader))
    return TRUE;
  need (&reader, 'T');
  moment->moment.nanoseconds = read_clock (&reader, &moment->extra);
  return finished (&reader);
}

/* `@` after a clock, or the zone in brackets as other languages write it. */
gboolean
feel_calendar_names_zone (const char *text)
{
  const char *clock = strchr (text, ':');

  return clock != NULL && strpbrk (clock, "@[") != NULL;
}

/* One "12M": 0 when the next unit is another; leaves the reader at the number then. */
static gint64
read_unit (Reader *reader, char unit, guint *n_units)
{
  const char *start = reader->at;
  gint64 value;
  int n;

  value = digits (reader, 0, 15, &n);
  if (n > 0 && take (reader, unit))
    {
      (*n_units)++;
      return value;
    }
  reader->at = start;
  return 0;
}

static gboolean
read_seconds (Reader *reader, gint64 *seconds, gint64 *nanoseconds, guint *n_units)
{
  const char *start = reader->at;
  int n;

  *seconds = digits (reader, 0, 15, &n);
  *nanoseconds = n > 0 ? read_fraction (reader) : 0;
  if (n > 0 && take (reader, 'S'))
    {
      (*n_units)++;
      return TRUE;
    }
  reader->at = start;
  *seconds = *nanoseconds = 0;
  return start == reader->end;
}

static gboolean
parse_years_duration (Reader reader, gboolean negative, FeelValue *duration)
{
  guint n_units = 0;
  gint64 years = read_unit (&reader, 'Y', &n_units);
  gint64 months = read_unit (&reader, 'M', &n_units);

  *duration = (FeelValue){ .kind = FEEL_YEARS_DURATION };
  duration->months = (years * 12 + months) * (negative ? -1 : 1);
  return n_units > 0 && finished (&reader);
}

static gboolean
parse_days_duration (Reader reader, gboolean negative, FeelValue *duration)
{
  guint n_units = 0;
  gint64 days = read_unit (&reader, 'D', &n_units);
  gint64 hours = 0, minutes = 0, seconds = 0, nanoseconds = 0;

  if (take (&reader, 'T'))
    {
      guint before = n_units;

      hours = read_unit (&reader, 'H', &n_units);
      minutes = read_unit (&reader, 'M', &n_units);
      if (!read_seconds (&reader, &seconds, &nanoseconds, &n_units) || n_units == before)
        return FALSE;
    }
  if (days > G_GINT64_CONSTANT (100000000000000))
    return FALSE;
  if (__builtin_add_overflow (seconds, hours * 3600, &seconds)
      || __builtin_add_overflow (seconds, minutes * 60, &seconds)
      || __builtin_add_overflow (seconds, days * 86400, &seconds))
    return FALSE;
  *duration = (FeelValue){ .kind = FEEL_DAYS_DURATION };
  duration->seconds = negative ? -seconds : seconds;
  duration->extra = (gint32)(negative ? -nanoseconds : nanoseconds);
  return n_units > 0 && finished (&reader);
}

gboolean
feel_calendar_parse_duration (const char *text, gsize length, FeelValue *duration)
{
  Reader reader = { text, text + length, FALSE };
  gboolean negative = take (&reader, '-');

  return take (&reader, 'P')
         && (parse_years_duration (reader, negative, duration)
             || parse_days_duration (reader, negative, duration));
}

static void
append_day (GString *text, gint64 days)
{
  FeelDay day = feel_day_from_days (days);

  g_string_append_printf (text, "%s%04" G_GINT64_FORMAT "-%02d-%02d", day.year < 0 ? "-" : "",
                          ABS (day.year), day.month, day.day);
}

static void
append_fraction (GString *text, gint64 nanoseconds)
{
  if (nanoseconds == 0)
    return;
  g_string_append_printf (text, ".%09" G_GINT64_FORMAT, nanoseconds);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
}

static void
append_clock (GString *text, FeelValue value)
{
  gint64 seconds = value.moment.nanoseconds / 1000000000;
  gint32 offset = value.extra == FEEL_NO_OFFSET ? 0 : ABS (value.extra);

  g_string_append_printf (text, "%02d:%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60),
                          (int)(seconds % 60));
  append_fraction (text, value.moment.nanoseconds % 1000000000);
  if (value.extra == FEEL_NO_OFFSET)
    return;
  if (value.extra == 0)
    {
      g_string_append_c (text, 'Z');
      return;
    }
  g_string_append_printf (text, "%c%02d:%02d", value.extra < 0 ? '-' : '+', offset / 3600,
                          offset / 60 % 60);
  if (offset % 60 != 0)
    g_string_append_printf (text, ":%02d", offset % 60);
}

static void
append_days_duration (GString *text, FeelValue value)
{
  guint64 seconds = value.seconds < 0 ? -(guint64)value.seconds : (guint64)value.seconds;
  gint64 nanoseconds = ABS (value.extra);
  guint64 days = seconds / 86400, hours = seconds / 3600 % 24, minutes = seconds / 60 % 60;

  g_string_append (text, value.seconds < 0 || value.extra < 0 ? "-P" : "P");
  seconds %= 60;
  if (days > 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "D", days);
  if (hours > 0 || minutes > 0 || seconds > 0 || nanoseconds > 0)
    g_string_append_c (text, 'T');
  if (hours > 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "H", hours);
  if (minutes > 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "M", minutes);
  if (seconds > 0 || nanoseconds > 0)
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, seconds);
      append_fraction (text, nanoseconds);
      g_string_append_c (text, 'S');
    }
  if (text->str[text->len - 1] == 'P')
    g_string_append (text, "T0S");
}

static void
append_years_duration (GString *text, gint64 months)
{
  gint64 total = ABS (months);

  g_string_append (text, months < 0 ? "-P" : "P");
  if (total >= 12)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "Y", total / 12);
  if (total % 12 != 0 || total == 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "M", total % 12);
}

char *
feel_calendar_format (FeelValue value)
{
  GString *text = g_string_new (NULL);

  if (value.kind == FEEL_DATE || value.kind == FEEL_DATE_TIME)
    append_day (text, value.moment.days);
  if (value.kind == FEEL_DATE_TIME)
    g_string_append_c (text, 'T');
  if (value.kind == FEEL_TIME || value.kind == FEEL_DATE_TIME)
    append_clock (text, value);
  if (value.kind == FEEL_DAYS_DURATION)
    append_days_duration (text, value);
  if (value.kind == FEEL_YEARS_DURATION)
    append_years_duration (text, value.months);
  return g_string_free (text, FALSE);
}

void
feel_moment_line (FeelValue moment, gint64 *days, gint64 *nanoseconds)
{
  gint64 shift = moment.extra == FEEL_NO_OFFSET || moment.kind == FEEL_DATE ? 0 : moment.extra;
  gint64 line = moment.moment.nanoseconds - shift * 1000000000;
  gint64 carry = divide_down (line, FEEL_DAY_NANOSECONDS);

  *days = moment.moment.days + carry;
  *nanoseconds = line - carry * FEEL_DAY_NANOSECONDS;
}
