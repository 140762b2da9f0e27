/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-calendar.h"

#include <string.h>

/* Equality and order of values: FEEL's own (three-valued) and C's (identical, hash). */

static int
sign (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_moments (FeelValue a, FeelValue b)
{
  gint64 days_a, days_b, rest_a, rest_b;

  feel_moment_line (a, &days_a, &rest_a);
  feel_moment_line (b, &days_b, &rest_b);
  return days_a != days_b ? sign (days_a, days_b) : sign (rest_a, rest_b);
}

static gboolean
has_offset (FeelValue value)
{
  return value.kind != FEEL_DATE && value.extra != FEEL_NO_OFFSET;
}

gboolean
feel_value_compare (FeelValue a, FeelValue b, int *order)
{
  if (a.kind != b.kind)
    return FALSE;
  switch (a.kind)
    {
    case FEEL_NUMBER:
      *order = feel_number_compare (a.number, b.number);
      return TRUE;
    case FEEL_STRING: /* bytes of UTF-8 sort as their code points do */
      *order = strcmp (a.string.text, b.string.text);
      *order = (*order > 0) - (*order < 0);
      return TRUE;
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
      *order = compare_moments (a, b);
      return has_offset (a) == has_offset (b);
    case FEEL_DAYS_DURATION:
      *order = a.seconds != b.seconds ? sign (a.seconds, b.seconds) : sign (a.extra, b.extra);
      return TRUE;
    case FEEL_YEARS_DURATION:
      *order = sign (a.months, b.months);
      return TRUE;
    case FEEL_NULL:
    case FEEL_BOOLEAN:
    case FEEL_LIST:
    case FEEL_RANGE:
    case FEEL_CONTEXT:
    default:
      return FALSE;
    }
}

static gboolean
lists_equal (const FeelList *a, const FeelList *b)
{
  if (a->n_items != b->n_items)
    return FALSE;
  for (guint i = 0; i < a->n_items; i++)
    if (!feel_value_identical (a->items[i], b->items[i]))
      return FALSE;
  return TRUE;
}

static gboolean
contexts_equal (FeelValue a, FeelValue b)
{
  if (a.context->n_entries != b.context->n_entries)
    return FALSE;
  for (guint i = 0; i < a.context->n_entries; i++)
    {
      const FeelEntry *entry = &a.context->entries[i];
      FeelValue other = feel_value_member (b, entry->name);

      if (!feel_value_identical (entry->value, other)
          || (other.kind == FEEL_NULL && other.reason != entry->value.reason
              && g_strcmp0 (other.reason, "the context has no such entry") == 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
ranges_equal (const FeelRange *a, const FeelRange *b)
{
  return a->low_closed == b->low_closed && a->high_closed == b->high_closed
         && feel_value_identical (a->low, b->low) && feel_value_identical (a->high, b->high);
}

gboolean
feel_value_identical (FeelValue a, FeelValue b)
{
  int order;

  if (a.kind != b.kind)
    return FALSE;
  switch (a.kind)
    {
    case FEEL_NULL:
      return TRUE;
    case FEEL_BOOLEAN:
      return a.boolean == b.boolean;
    case FEEL_STRING:
      return a.string.hash == b.string.hash && a.extra == b.extra
             && memcmp (a.string.text, b.string.text, (gsize)a.extra) == 0;
    case FEEL_LIST:
      return lists_equal (a.list, b.list);
    case FEEL_RANGE:
      return ranges_equal (a.range, b.range);
    case FEEL_CONTEXT:
      return contexts_equal (a, b);
    case FEEL_NUMBER:
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
    case FEEL_DAYS_DURATION:
    case FEEL_YEARS_DURATION:
    default:
      return feel_value_compare (a, b, &order) && order == 0;
    }
}

gboolean
feel_value_equal (FeelValue a, FeelValue b, gboolean *equal)
{
  if (a.kind == FEEL_NULL || b.kind == FEEL_NULL)
    {
      *equal = a.kind == b.kind;
      return TRUE;
    }
  if (a.kind != b.kind)
    return FALSE;
  *equal = feel_value_identical (a, b);
  return TRUE;
}

static guint
mix (guint a, guint b)
{
  return (a * 31) ^ (b * 0x9e3779b1u);
}

guint
feel_value_hash (FeelValue value)
{
  guint hash = value.kind;
  gint64 days, rest;

  switch (value.kind)
    {
    case FEEL_BOOLEAN:
      return mix (hash, (guint)value.boolean);
    case FEEL_NUMBER:
      return feel_number_hash (value.number);
    case FEEL_STRING:
      return (guint)value.string.hash;
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
      feel_moment_line (value, &days, &rest);
      return mix (mix (hash, (guint)days), (guint)(rest / 1000));
    case FEEL_DAYS_DURATION:
      return mix (mix (hash, (guint)value.seconds), (guint)value.extra);
    case FEEL_YEARS_DURATION:
      return mix (hash, (guint)value.months);
    case FEEL_LIST:
      for (guint i = 0; i < value.list->n_items; i++)
        hash = mix (hash, feel_value_hash (value.list->items[i]));
      return hash;
    case FEEL_CONTEXT: /* the order of entries does not count */
      for (guint i = 0; i < value.context->n_entries; i++)
        hash += mix (g_str_hash (value.context->entries[i].name),
                     feel_value_hash (value.context->entries[i].value));
      return hash;
    case FEEL_RANGE:
      return mix (feel_value_hash (value.range->low), feel_value_hash (value.range->high));
    case FEEL_NULL:
    default:
      return hash;
    }
}

/* 1: on the inner side of this end; 0: outside; -1: not comparable. */
static int
inside_end (FeelValue end, gboolean closed, FeelValue value, int outward)
{
  int order;

  if (end.kind == FEEL_NULL)
    return 1;
  if (!feel_value_compare (value, end, &order))
    return -1;
  return order == 0 ? closed : order != outward;
}

int
feel_range_contains (const FeelRange *range, FeelValue value)
{
  int low = inside_end (range->low, range->low_closed, value, -1);
  int high = inside_end (range->high, range->high_closed, value, 1);

  if (low == 0 || high == 0)
    return 0;
  return low < 0 || high < 0 || value.kind == FEEL_NULL ? -1 : 1;
}
