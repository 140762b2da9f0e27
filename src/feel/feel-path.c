/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-calendar.h"
#include "feel/feel-node.h"

/* `value.name`: entries of contexts, parts of dates, times, durations and ranges, and for a list
 * the part of each item. */

static FeelValue
whole (gint64 number)
{
  return feel_value_number_from_int64 (number);
}

static FeelValue
no_part (void)
{
  return feel_value_null_because ("the value has no such part");
}

static FeelValue
day_part (FeelValue value, const char *name)
{
  FeelDay day = feel_day_from_days (value.moment.days);

  if (g_str_equal (name, "year"))
    return whole (day.year);
  if (g_str_equal (name, "month"))
    return whole (day.month);
  if (g_str_equal (name, "day"))
    return whole (day.day);
  if (g_str_equal (name, "weekday")) /* Monday is 1; 1970-01-01 was a Thursday */
    return whole (((value.moment.days + 3) % 7 + 7) % 7 + 1);
  return no_part ();
}

static FeelValue
clock_part (FeelValue value, const char *name)
{
  gint64 seconds = value.moment.nanoseconds / 1000000000;

  if (g_str_equal (name, "hour"))
    return whole (seconds / 3600);
  if (g_str_equal (name, "minute"))
    return whole (seconds / 60 % 60);
  if (g_str_equal (name, "second"))
    return whole (seconds % 60);
  if (g_str_equal (name, "timezone"))
    return feel_value_null_because ("named time zones are not supported");
  if (g_str_equal (name, "time offset") && value.extra != FEEL_NO_OFFSET)
    return (FeelValue){ .kind = FEEL_DAYS_DURATION, .seconds = value.extra };
  if (g_str_equal (name, "time offset"))
    return feel_value_null_because ("the time has no offset");
  return no_part ();
}

static FeelValue
days_duration_part (FeelValue value, const char *name)
{
  if (g_str_equal (name, "days"))
    return whole (value.seconds / 86400);
  if (g_str_equal (name, "hours"))
    return whole (value.seconds / 3600 % 24);
  if (g_str_equal (name, "minutes"))
    return whole (value.seconds / 60 % 60);
  if (g_str_equal (name, "seconds"))
    return whole (value.seconds % 60);
  return no_part ();
}

static FeelValue
years_duration_part (FeelValue value, const char *name)
{
  if (g_str_equal (name, "years"))
    return whole (value.months / 12);
  if (g_str_equal (name, "months"))
    return whole (value.months % 12);
  return no_part ();
}

static FeelValue
range_part (const FeelRange *range, const char *name)
{
  if (g_str_equal (name, "start"))
    return range->low;
  if (g_str_equal (name, "end"))
    return range->high;
  if (g_str_equal (name, "start included"))
    return feel_value_boolean (range->low_closed);
  if (g_str_equal (name, "end included"))
    return feel_value_boolean (range->high_closed);
  return no_part ();
}

static FeelValue
list_parts (const FeelList *list, const char *name, FeelArena *arena)
{
  FeelValue parts = feel_value_list (arena, list->items, list->n_items);
  FeelList *items = (FeelList *)parts.list;

  for (guint i = 0; i < list->n_items; i++)
    {
      if (list->items[i].kind == FEEL_LIST)
        return no_part ();
      items->items[i] = feel_evaluate_path (list->items[i], name, arena);
    }
  return parts;
}

FeelValue
feel_evaluate_path (FeelValue value, const char *name, FeelArena *arena)
{
  FeelValue part;

  switch (value.kind)
    {
    case FEEL_CONTEXT:
      return feel_value_member (value, name);
    case FEEL_LIST:
      return list_parts (value.list, name, arena);
    case FEEL_RANGE:
      return range_part (value.range, name);
    case FEEL_DATE:
      return day_part (value, name);
    case FEEL_TIME:
      return clock_part (value, name);
    case FEEL_DATE_TIME:
      part = day_part (value, name);
      return part.kind == FEEL_NULL ? clock_part (value, name) : part;
    case FEEL_DAYS_DURATION:
      return days_duration_part (value, name);
    case FEEL_YEARS_DURATION:
      return years_duration_part (value, name);
    case FEEL_NULL:
      return feel_value_null_because ("a part of null");
    case FEEL_BOOLEAN:
    case FEEL_NUMBER:
    case FEEL_STRING:
    default:
      return no_part ();
    }
}
