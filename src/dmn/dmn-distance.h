/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-internal.h"
#include "dmn/dmn-outcomes.h"

G_BEGIN_DECLS

/* Private to the room: how far @value is from the cell's test; not known when the cell is met or
 * has no bounds. */
DmnDistance dmn_distance (const DmnTable *table, guint rule, guint column, FeelValue value);
/* |a - b| of two values of one kind: numbers as they are, dates in days, times and durations in
 * seconds or months. */
FeelNumber dmn_gap (FeelValue a, FeelValue b);

G_END_DECLS
