/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-item.h"

/* The common axis of all charts of scores. */

gboolean
chart_value_present (double value)
{
  return isfinite (value);
}

double
chart_scale_maximum (const ChartScale *scale)
{
  g_return_val_if_fail (scale != NULL && scale->n_bands > 0, 1.0);

  double upper = scale->bands[scale->n_bands - 1].upper;
  return isfinite (upper) && upper > 0.0 ? upper : 1.0;
}

double
chart_scale_fraction (const ChartScale *scale, double value)
{
  if (!isfinite (value))
    return CHART_MISSING;
  return CLAMP (value / chart_scale_maximum (scale), 0.0, 1.0);
}

int
chart_scale_band (const ChartScale *scale, double value)
{
  g_return_val_if_fail (scale != NULL, -1);

  if (!isfinite (value))
    return -1;
  for (guint i = 0; i < scale->n_bands; i++)
    if (value <= scale->bands[i].upper)
      return (int)i;
  return (int)scale->n_bands - 1;
}
