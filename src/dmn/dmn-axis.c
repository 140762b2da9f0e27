/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-axis.h"

#include "feel/feel-calendar.h"

#include <string.h>

gboolean
dmn_axis_has_order (FeelKind kind)
{
  return kind != FEEL_NULL && kind != FEEL_LIST && kind != FEEL_RANGE && kind != FEEL_CONTEXT;
}

int
dmn_axis_compare (FeelValue a, FeelValue b)
{
  int order = 0;

  if (a.kind == FEEL_BOOLEAN)
    return a.boolean - b.boolean;
  feel_value_compare (a, b, &order);
  return order;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return dmn_axis_compare (*(const FeelValue *)a, *(const FeelValue *)b);
}

/* Of one kind, and comparable throughout: with and without an offset from UTC do not mix. */
static gboolean
of_one_kind (GArray *points)
{
  int order;

  for (guint i = 0; i < points->len; i++)
    {
      FeelValue first = g_array_index (points, FeelValue, 0);
      FeelValue point = g_array_index (points, FeelValue, i);

      if (!dmn_axis_has_order (point.kind) || point.kind != first.kind
          || (point.kind != FEEL_BOOLEAN && !feel_value_compare (point, first, &order)))
        return FALSE;
    }
  return TRUE;
}

gboolean
dmn_axis_init (DmnAxis *axis, FeelArena *arena, GArray *points)
{
  *axis = (DmnAxis){ 0 };
  for (guint i = points->len; i > 0; i--)
    if (g_array_index (points, FeelValue, i - 1).kind == FEEL_NULL)
      g_array_remove_index (points, i - 1);
  if (!of_one_kind (points))
    return FALSE;
  if (points->len == 0)
    return TRUE;
  g_array_sort (points, compare_items);
  axis->kind = g_array_index (points, FeelValue, 0).kind;
  axis->points = feel_arena_alloc (arena, points->len * sizeof (FeelValue));
  for (guint i = 0; i < points->len; i++)
    {
      FeelValue point = g_array_index (points, FeelValue, i);

      if (axis->n_points == 0 || dmn_axis_compare (axis->points[axis->n_points - 1], point) != 0)
        axis->points[axis->n_points++] = point;
    }
  return TRUE;
}

guint
dmn_axis_n_pieces (const DmnAxis *axis)
{
  return 2 * axis->n_points + 1;
}

guint
dmn_axis_find (const DmnAxis *axis, FeelValue value)
{
  guint low = 0, high = axis->n_points;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = dmn_axis_compare (value, axis->points[middle]);

      if (order == 0)
        return 2 * middle + 1;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return 2 * low;
}

/* --- A value between two others
 * --------------------------------------------------------------------------------- */

static gboolean
between_numbers (FeelValue low, FeelValue high, FeelValue *between)
{
  FeelNumber one = feel_number_from_int64 (1), sum;

  if (low.kind == FEEL_NULL && high.kind == FEEL_NULL)
    sum = feel_number_from_int64 (0);
  else if (low.kind == FEEL_NULL)
    feel_number_subtract (high.number, one, &sum);
  else if (high.kind == FEEL_NULL)
    feel_number_add (low.number, one, &sum);
  else if (!feel_number_add (low.number, high.number, &sum)
           || !feel_number_divide (sum, feel_number_from_int64 (2), &sum))
    return FALSE;
  *between = feel_value_number (sum);
  return TRUE;
}

static gboolean
is_between (FeelValue low, FeelValue value, FeelValue high)
{
  return dmn_axis_compare (low, value) < 0
         && (high.kind == FEEL_NULL || dmn_axis_compare (value, high) < 0);
}

/* People see them as examples: a word where there is room for it. */
static gboolean
between_texts (FeelValue low, FeelValue high, FeelArena *arena, FeelValue *between)
{
  if (low.kind == FEEL_NULL)
    {
      *between = feel_value_string ("");
      return high.kind == FEEL_NULL || high.extra > 0;
    }
  *between = feel_value_string ("other");
  if (is_between (low, *between, high))
    return TRUE;
  *between = feel_value_string (feel_arena_printf (arena, "%s!", low.string.text));
  if (is_between (low, *between, high))
    return TRUE;
  /* the lower text and one character more is the next text but one */
  *between = feel_value_string (feel_arena_printf (arena, "%s\x01", low.string.text));
  return is_between (low, *between, high);
}

/* Kinds that are counted: days, months, seconds; the middle, when there is one. */
static gboolean
between_counts (gint64 *count, gboolean has_low, gint64 low, gboolean has_high, gint64 high)
{
  if (has_low && has_high)
    {
      *count = low + (high - low) / 2;
      return high - low > 1;
    }
  *count = has_low ? low + 1 : has_high ? high - 1 : 0;
  return TRUE;
}

static gboolean
between_moments (FeelValue low, FeelValue high, FeelValue *between)
{
  FeelValue end = low.kind != FEEL_NULL ? low : high;
  gint64 days_low = 0, days_high = 0, rest_low = 0, rest_high = 0, span;

  *between = end;
  between->extra = end.kind == FEEL_DATE || end.extra == FEEL_NO_OFFSET ? FEEL_NO_OFFSET : 0;
  if (low.kind != FEEL_NULL)
    feel_moment_line (low, &days_low, &rest_low);
  if (high.kind != FEEL_NULL)
    feel_moment_line (high, &days_high, &rest_high);
  if (end.kind == FEEL_TIME && low.kind == FEEL_NULL)
    rest_low = -1;
  if (end.kind == FEEL_TIME && high.kind == FEEL_NULL)
    rest_high = FEEL_DAY_NANOSECONDS;
  between->moment.days = low.kind != FEEL_NULL ? days_low + 1 : days_high - 1;
  between->moment.nanoseconds = end.kind == FEEL_DATE ? 0 : rest_low;
  if (end.kind != FEEL_TIME && (low.kind == FEEL_NULL || high.kind == FEEL_NULL))
    return TRUE;
  if (end.kind == FEEL_DATE)
    return between_counts (&between->moment.days, TRUE, days_low, TRUE, days_high);
  if (days_high - days_low > 1)
    return TRUE;
  span = (days_high - days_low) * FEEL_DAY_NANOSECONDS + rest_high - rest_low;
  between->moment.days = end.kind == FEEL_TIME ? 0 : days_low;
  between->moment.nanoseconds = rest_low + span / 2;
  if (between->moment.nanoseconds >= FEEL_DAY_NANOSECONDS)
    {
      between->moment.days++;
      between->moment.nanoseconds -= FEEL_DAY_NANOSECONDS;
    }
  return span > 1;
}

static gboolean
between_durations (FeelValue low, FeelValue high, FeelValue *between)
{
  gboolean has_low = low.kind != FEEL_NULL, has_high = high.kind != FEEL_NULL;
  FeelValue end = has_low ? low : high;

  *between = (FeelValue){ .kind = end.kind };
  if (end.kind == FEEL_YEARS_DURATION)
    return between_counts (&between->months, has_low, low.months, has_high, high.months);
  return between_counts (&between->seconds, has_low, low.seconds, has_high, high.seconds);
}

gboolean
dmn_axis_between (FeelValue low, FeelValue high, FeelArena *arena, FeelValue *between)
{
  switch (low.kind != FEEL_NULL ? low.kind : high.kind)
    {
    case FEEL_NUMBER:
      return between_numbers (low, high, between);
    case FEEL_STRING:
      return between_texts (low, high, arena, between);
    case FEEL_DATE:
    case FEEL_TIME:
    case FEEL_DATE_TIME:
      return between_moments (low, high, between);
    case FEEL_DAYS_DURATION:
    case FEEL_YEARS_DURATION:
      return between_durations (low, high, between);
    case FEEL_BOOLEAN: /* only false and true, whichever of them is no point yet */
      *between = feel_value_boolean (low.kind != FEEL_NULL);
      return low.kind == FEEL_NULL ? high.boolean : high.kind == FEEL_NULL && !low.boolean;
    case FEEL_NULL:
    case FEEL_LIST:
    case FEEL_RANGE:
    case FEEL_CONTEXT:
    default:
      return FALSE;
    }
}

gboolean
dmn_axis_sample (const DmnAxis *axis, guint piece, FeelArena *arena, FeelValue *sample)
{
  guint right = piece / 2;

  g_assert (axis->n_points > 0);
  if (piece % 2 == 1)
    {
      *sample = axis->points[piece / 2];
      return TRUE;
    }
  return dmn_axis_between (right > 0 ? axis->points[right - 1] : FEEL_NULL_VALUE,
                           right < axis->n_points ? axis->points[right] : FEEL_NULL_VALUE, arena,
                           sample);
}
