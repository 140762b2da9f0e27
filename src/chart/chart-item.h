/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* What charts show: plain values with the words and figures already in the reader's language. */

/* A value that is not there: nothing is drawn, never 0. */
#define CHART_MISSING ((double)NAN)

/* One row of a dot plot, one spoke of a radar, one bar. Strings are borrowed; a NULL text is not
 * drawn. */
typedef struct
{
  const char *label;       /* "Digital strategy" */
  const char *short_label; /* at a radar: "Strategy"; NULL: label */
  double now;              /* CHART_MISSING while it is open */
  double low, high;     /* the interval still reachable; drawn when now is missing and low < high */
  double previous;      /* the stage before, or CHART_MISSING */
  double target;        /* or CHART_MISSING */
  double reference;     /* a median of others, or CHART_MISSING */
  const char *now_text; /* "33"; while open "19–40" or "–" */
  const char *previous_text;
  const char *target_text;
} ChartItem;

/* CHART_ITEM_INIT leaves every value missing. */
#define CHART_ITEM_INIT                                                                            \
  {                                                                                                \
    .now = CHART_MISSING, .low = CHART_MISSING, .high = CHART_MISSING, .previous = CHART_MISSING,  \
    .target = CHART_MISSING, .reference = CHART_MISSING                                            \
  }

/* A stretch of the scale with a name; it ends at @upper. */
typedef struct
{
  const char *title;       /* "Moderately advanced" */
  const char *short_title; /* where it is narrow: "Moderate"; NULL: title */
  double upper;            /* 50 */
  const char *upper_text;  /* "50" */
} ChartBand;

/* The common axis: from 0 to the last band's end. */
typedef struct
{
  const ChartBand *bands;
  guint n_bands;         /* at least 1 */
  const char *zero_text; /* "0" */
} ChartScale;

double chart_scale_maximum (const ChartScale *scale);
/* 0–1 along the axis, clamped; NAN stays NAN. */
double chart_scale_fraction (const ChartScale *scale, double value);
/* The band a value lies in (upper bounds inclusive); -1 for a missing value. */
int chart_scale_band (const ChartScale *scale, double value);
/* TRUE for a finite number. */
gboolean chart_value_present (double value);

G_END_DECLS
