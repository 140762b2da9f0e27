/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-expression.h"

G_BEGIN_DECLS

/* The line of values of one variable, cut at the points with which it is compared: piece 0 lies
 * before the first point, piece 2i + 1 is point i, piece 2i + 2 lies behind it. Within a piece
 * every test gives the same. Strings and booleans are lines too. */
typedef struct
{
  FeelKind kind; /* FEEL_NULL: no points */
  guint n_points;
  FeelValue *points; /* sorted, different */
} DmnAxis;

/* Sorts @points (of FeelValue), drops repeats and nulls. FALSE when they are of several kinds or
 * have no order. */
gboolean dmn_axis_init (DmnAxis *axis, FeelArena *arena, GArray *points);
guint dmn_axis_n_pieces (const DmnAxis *axis);
/* The piece of a value of the axis' kind. */
guint dmn_axis_find (const DmnAxis *axis, FeelValue value);
/* A value inside the piece; FALSE when it holds none (no day lies between two neighbouring days).
 */
gboolean dmn_axis_sample (const DmnAxis *axis, guint piece, FeelArena *arena, FeelValue *sample);
/* Order on a line, booleans included; both of one kind that has one. */
int dmn_axis_compare (FeelValue a, FeelValue b);
gboolean dmn_axis_has_order (FeelKind kind);
/* A value between two others (null: open to infinity), FALSE when there is none. */
gboolean dmn_axis_between (FeelValue low, FeelValue high, FeelArena *arena, FeelValue *between);

G_END_DECLS
