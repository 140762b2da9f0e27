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

/* Scores are hundredths up to 100: where there are many values, counting them is quicker than
 * comparing; so it is until the places that are looked through are many more than the values. */
#define PLACES_A_VALUE 16

static void
sort_by_counting (GArray *values, int low, guint range)
{
  g_autofree guint *counts = g_new0 (guint, range);
  int *place = (int *)(void *)values->data;

  for (guint i = 0; i < values->len; i++)
    counts[place[i] - low]++;
  for (guint i = 0; i < range; i++)
    for (guint n = counts[i]; n > 0; n--)
      *place++ = low + (int)i;
}

static void
sort (GArray *values)
{
  const int *all = (const int *)(const void *)values->data;
  int low = all[0], high = all[0];

  for (guint i = 1; i < values->len; i++)
    {
      low = MIN (low, all[i]);
      high = MAX (high, all[i]);
    }
  if (((gint64)high - low) / PLACES_A_VALUE < values->len)
    sort_by_counting (values, low, (guint)(high - low) + 1);
  else
    g_array_sort (values, compare);
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
  sort (distribution->values);
  distribution->low = quantile (distribution->values, 0);
  distribution->lower_quartile = quantile (distribution->values, 1);
  distribution->median = quantile (distribution->values, 2);
  distribution->upper_quartile = quantile (distribution->values, 3);
  distribution->high = quantile (distribution->values, 4);
}
