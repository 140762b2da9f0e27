/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-distance.h"

#include "feel/feel-calendar.h"

/* From the piece of the column's axis on which the value lies, outwards to the nearest piece on
 * which the cell is true. */

static gboolean
cell_holds (const DmnTable *table, guint rule, guint column, FeelValue sample)
{
  const guint64 *bits = dmn_index_find (table->indexes[column], &sample);

  return bits != NULL && dmn_bit (bits, rule);
}

static gboolean
piece_holds (const DmnTable *table, guint rule, guint column, guint piece, FeelArena *arena)
{
  FeelValue sample;

  return dmn_axis_sample (dmn_index_axis (table->indexes[column]), piece, arena, &sample)
         && cell_holds (table, rule, column, sample);
}

FeelNumber
dmn_gap (FeelValue a, FeelValue b)
{
  FeelNumber gap = feel_number_from_int64 (0);
  gint64 days_a, days_b, rest_a, rest_b;

  switch ((int)a.kind)
    {
    case FEEL_NUMBER:
      if (feel_number_subtract (a.number, b.number, &gap))
        gap = feel_number_abs (gap);
      break;
    case FEEL_DATE:
      gap = feel_number_from_int64 (ABS (a.moment.days - b.moment.days));
      break;
    case FEEL_TIME:
    case FEEL_DATE_TIME:
      feel_moment_line (a, &days_a, &rest_a);
      feel_moment_line (b, &days_b, &rest_b);
      gap = feel_number_from_int64 (
          ABS ((days_a - days_b) * 86400 + (rest_a - rest_b) / 1000000000));
      break;
    case FEEL_DAYS_DURATION:
      gap = feel_number_from_int64 (ABS (a.seconds - b.seconds));
      break;
    case FEEL_YEARS_DURATION:
      gap = feel_number_from_int64 (ABS (a.months - b.months));
      break;
    default:
      break;
    }
  return gap;
}

/* The bound that is met first when coming from below (@up) or above onto @piece. */
static DmnDistance
bound_of (const DmnAxis *axis, guint piece, gboolean up, FeelValue value)
{
  guint point = up ? (piece - 1) / 2 : piece / 2;
  DmnDistance distance = { .known = TRUE, .below = !up, .included = piece % 2 == 1 };

  distance.bound = axis->points[point];
  distance.gap = dmn_gap (value, distance.bound);
  return distance;
}

static gboolean
is_measured (FeelKind kind)
{
  return kind == FEEL_NUMBER || (kind >= FEEL_DATE && kind <= FEEL_YEARS_DURATION);
}

DmnDistance
dmn_distance (const DmnTable *table, guint rule, guint column, FeelValue value)
{
  DmnDistance up = { 0 }, down = { 0 };
  g_autoptr (FeelArena) arena = NULL;
  const DmnAxis *axis;
  guint here, n_pieces;

  if (table->indexes[column] == NULL || !is_measured (value.kind))
    return up;
  axis = dmn_index_axis (table->indexes[column]);
  if (axis->kind != value.kind || cell_holds (table, rule, column, value))
    return up;
  arena = feel_arena_new ();
  here = dmn_axis_find (axis, value);
  n_pieces = dmn_axis_n_pieces (axis);
  for (guint piece = here + 1; piece < n_pieces && !up.known; piece++)
    if (piece_holds (table, rule, column, piece, arena))
      up = bound_of (axis, piece, TRUE, value);
  for (guint piece = here; piece > 0 && !down.known; piece--)
    if (piece_holds (table, rule, column, piece - 1, arena))
      down = bound_of (axis, piece - 1, FALSE, value);
  if (!up.known || (down.known && feel_number_compare (down.gap, up.gap) < 0))
    return down;
  return up;
}
