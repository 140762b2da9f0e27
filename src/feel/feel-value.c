/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-value.h"

#include "feel/feel-calendar.h"

#include <string.h>

/* Making values of FEEL and looking into them. Comparing is in feel-compare.c, texts in
 * feel-format.c. */

/* FNV-1a: strings of tables are short. */
static guint64
text_hash (const char *text, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

FeelValue
feel_value_null (void)
{
  return FEEL_NULL_VALUE;
}

FeelValue
feel_value_null_because (const char *reason)
{
  return (FeelValue){ .kind = FEEL_NULL, .reason = reason };
}

FeelValue
feel_value_boolean (gboolean boolean)
{
  return (FeelValue){ .kind = FEEL_BOOLEAN, .boolean = !!boolean };
}

FeelValue
feel_value_number (FeelNumber number)
{
  return (FeelValue){ .kind = FEEL_NUMBER, .number = number };
}

FeelValue
feel_value_number_from_int64 (gint64 value)
{
  return feel_value_number (feel_number_from_int64 (value));
}

FeelValue
feel_value_number_from_scaled (gint64 value, guint places)
{
  return feel_value_number (feel_number_from_scaled (value, places));
}

FeelValue
feel_value_string (const char *text)
{
  FeelValue value = { .kind = FEEL_STRING };
  gsize length;

  if (text == NULL)
    return FEEL_NULL_VALUE;
  length = strlen (text);
  g_return_val_if_fail (length <= G_MAXINT32, FEEL_NULL_VALUE);
  value.extra = (gint32)length;
  value.string.text = text;
  value.string.hash = text_hash (text, length);
  return value;
}

FeelValue
feel_value_string_copy (FeelArena *arena, const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;

  return feel_value_string (feel_arena_copy (arena, text, size));
}

static FeelValue
parsed (gboolean (*parse) (const char *text, gsize length, FeelValue *value),
        const char *iso,
        const char *reason)
{
  FeelValue value;

  g_return_val_if_fail (iso != NULL, FEEL_NULL_VALUE);
  if (parse (iso, strlen (iso), &value))
    return value;
  return feel_value_null_because (feel_calendar_names_zone (iso) ? FEEL_NO_ZONES : reason);
}

FeelValue
feel_value_date (const char *iso)
{
  return parsed (feel_calendar_parse_date, iso, "not a date (YYYY-MM-DD)");
}

FeelValue
feel_value_time (const char *iso)
{
  return parsed (feel_calendar_parse_time, iso, "not a time (hh:mm:ss)");
}

FeelValue
feel_value_date_time (const char *iso)
{
  return parsed (feel_calendar_parse_date_time, iso, "not a date and time (YYYY-MM-DDThh:mm:ss)");
}

FeelValue
feel_value_duration (const char *iso)
{
  return parsed (feel_calendar_parse_duration, iso, "not a duration (P1Y2M, P3DT4H)");
}

FeelValue
feel_value_date_from_days (gint64 days_since_1970)
{
  FeelValue date = { .kind = FEEL_DATE, .extra = FEEL_NO_OFFSET };

  date.moment.days = days_since_1970;
  return date;
}

FeelValue
feel_value_list (FeelArena *arena, const FeelValue *items, guint n_items)
{
  FeelList *list = feel_arena_alloc (arena, sizeof (FeelList) + n_items * sizeof (FeelValue));

  list->n_items = n_items;
  if (n_items > 0)
    memcpy (list->items, items, n_items * sizeof (FeelValue));
  return (FeelValue){ .kind = FEEL_LIST, .list = list };
}

FeelValue
feel_value_range (
    FeelArena *arena, FeelValue low, gboolean low_closed, FeelValue high, gboolean high_closed)
{
  FeelRange *range = feel_arena_alloc (arena, sizeof (FeelRange));

  range->low = low;
  range->high = high;
  range->low_closed = low_closed && low.kind != FEEL_NULL;
  range->high_closed = high_closed && high.kind != FEEL_NULL;
  return (FeelValue){ .kind = FEEL_RANGE, .range = range };
}

FeelContext *
feel_context_new (FeelArena *arena, guint n_entries)
{
  FeelContext *context
      = feel_arena_alloc (arena, sizeof (FeelContext) + n_entries * sizeof (FeelEntry));

  context->n_entries = n_entries;
  return context;
}

FeelValue
feel_value_context (const FeelContext *context)
{
  return (FeelValue){ .kind = FEEL_CONTEXT, .context = context };
}

const char *
feel_value_get_string (FeelValue value)
{
  return value.kind == FEEL_STRING ? value.string.text : NULL;
}

const char *
feel_value_reason (FeelValue value)
{
  return value.kind == FEEL_NULL ? value.reason : NULL;
}

FeelValue
feel_value_member (FeelValue context, const char *name)
{
  if (context.kind != FEEL_CONTEXT)
    return feel_value_null_because ("not a context");
  for (guint i = 0; i < context.context->n_entries; i++)
    if (g_str_equal (context.context->entries[i].name, name))
      return context.context->entries[i].value;
  return feel_value_null_because ("the context has no such entry");
}

FeelValue
feel_value_item (FeelValue list, guint index)
{
  if (list.kind != FEEL_LIST)
    return index == 0 ? list : feel_value_null_because ("beyond the end of the list");
  return index < list.list->n_items ? list.list->items[index]
                                    : feel_value_null_because ("beyond the end of the list");
}

guint
feel_value_n_items (FeelValue list)
{
  return list.kind == FEEL_LIST ? list.list->n_items : 1;
}

static gboolean
count_parts (FeelValue value, guint *n_parts, guint depth)
{
  *n_parts += value.kind == FEEL_STRING ? 1 + (guint)value.extra / 64 : 1;
  if (*n_parts > FEEL_PARTS_CAP || depth > FEEL_NESTING_CAP)
    return FALSE;
  for (guint i = 0; value.kind == FEEL_LIST && i < value.list->n_items; i++)
    if (!count_parts (value.list->items[i], n_parts, depth + 1))
      return FALSE;
  for (guint i = 0; value.kind == FEEL_CONTEXT && i < value.context->n_entries; i++)
    if (!count_parts (value.context->entries[i].value, n_parts, depth + 1))
      return FALSE;
  return TRUE;
}

gboolean
feel_value_is_bounded (FeelValue value, guint *n_parts)
{
  guint n = 0;
  gboolean bounded = count_parts (value, &n, 0);

  if (n_parts != NULL)
    *n_parts = n;
  return bounded;
}

static FeelValue
copy_list (FeelArena *arena, const FeelList *list)
{
  FeelValue copy = feel_value_list (arena, list->items, list->n_items);
  FeelList *items = (FeelList *)copy.list;

  for (guint i = 0; i < list->n_items; i++)
    items->items[i] = feel_value_copy (arena, list->items[i]);
  return copy;
}

static FeelValue
copy_context (FeelArena *arena, const FeelContext *context)
{
  FeelContext *copy = feel_context_new (arena, context->n_entries);

  for (guint i = 0; i < context->n_entries; i++)
    {
      const FeelEntry *entry = &context->entries[i];

      copy->entries[i].name = feel_arena_copy (arena, entry->name, strlen (entry->name));
      copy->entries[i].value = feel_value_copy (arena, entry->value);
    }
  return feel_value_context (copy);
}

FeelValue
feel_value_copy (FeelArena *arena, FeelValue value)
{
  switch (value.kind)
    {
    case FEEL_NULL:
      if (value.reason != NULL)
        value.reason = feel_arena_copy (arena, value.reason, strlen (value.reason));
      return value;
    case FEEL_STRING:
      value.string.text = feel_arena_copy (arena, value.string.text, (gsize)value.extra);
      return value;
    case FEEL_LIST:
      return copy_list (arena, value.list);
    case FEEL_RANGE:
      return feel_value_range (arena, feel_value_copy (arena, value.range->low),
                               value.range->low_closed, feel_value_copy (arena, value.range->high),
                               value.range->high_closed);
    case FEEL_CONTEXT:
      return copy_context (arena, value.context);
    case FEEL_BOOLEAN:
    case FEEL_NUMBER:
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
    case FEEL_DAYS_DURATION:
    case FEEL_YEARS_DURATION:
    default:
      return value;
    }
}
