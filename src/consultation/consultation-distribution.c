/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-distribution.h"

/* Five numbers and the values behind them. */

ConsultationDistribution *
consultation_distribution_new (void)
{
  ConsultationDistribution *distribution = g_new0 (ConsultationDistribution, 1);

  distribution->values = g_array_new (FALSE, FALSE, sizeof (int));
  distribution->low = distribution->lower_quartile = distribution->median = -1;
  distribution->upper_quartile = distribution->high = -1;
  return distribution;
}

void
consultation_distribution_free (ConsultationDistribution *distribution)
{
  if (distribution == NULL)
    return;
  g_array_unref (distribution->values);
  g_free (distribution);
}

void
consultation_distribution_add (ConsultationDistribution *distribution, int value)
{
  g_return_if_fail (distribution != NULL);

  g_array_append_val (distribution->values, value);
  distribution->n++;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  int first = *(const int *)a;
  int second = *(const int *)b;

  return (first > second) - (first < second);
}

/* Rounded half up also below zero: differences between stages are values too. */
static int
divide (gint64 sum, gint64 by)
{
  gint64 twice = 2 * sum + by;

  return (int)(twice / (2 * by) - (twice % (2 * by) < 0));
}

/* The value at @quarters quarters of the way. */
static int
quantile (const GArray *values, guint quarters)
{
  guint place = (values->len - 1) * quarters;
  guint index = place / 4;
  gint64 here = g_array_index (values, int, index);
  gint64 next = g_array_index (values, int, MIN (index + 1, values->len - 1));

  return divide (here * (4 - place % 4) + next * (place % 4), 4);
}

void
consultation_distribution_close (ConsultationDistribution *distribution)
{
  g_return_if_fail (distribution != NULL);

  if (distribution->n == 0)
    return;
  g_array_sort (distribution->values, compare);
  distribution->low = quantile (distribution->values, 0);
  distribution->lower_quartile = quantile (distribution->values, 1);
  distribution->median = quantile (distribution->values, 2);
  distribution->upper_quartile = quantile (distribution->values, 3);
  distribution->high = quantile (distribution->values, 4);
}
