/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-distribution.h"

#include <stdlib.h>

/* Five numbers and the values behind them. */

#define FIRST_ROOM 16u

ConsultationDistribution *
consultation_distribution_new (void)
{
  ConsultationDistribution *distribution = g_new0 (ConsultationDistribution, 1);

  distribution->low = distribution->lower_quartile = distribution->median = -1;
  distribution->upper_quartile = distribution->high = -1;
  return distribution;
}

void
consultation_distribution_free (ConsultationDistribution *distribution)
{
  if (distribution == NULL)
    return;
  g_free (distribution->values);
  g_free (distribution);
}

/* Half a million are added for a large portfolio: no call for each. */
void
consultation_distribution_add (ConsultationDistribution *distribution, int value)
{
  g_return_if_fail (distribution != NULL);

  if (distribution->n == distribution->room)
    {
      distribution->room = MAX (2 * distribution->room, FIRST_ROOM);
      distribution->values = g_renew (int, distribution->values, distribution->room);
    }
  distribution->values[distribution->n++] = value;
}

static int
compare (const void *a, const void *b)
{
  int first = *(const int *)a;
  int second = *(const int *)b;

  return (first > second) - (first < second);
}

/* Scores are hundredths up to 100: where there are many values, counting them is quicker than
 * comparing; so it is until the places that are looked through are many more than the values. */
#define PLACES_A_VALUE 16

static void
sort_by_counting (int *values, guint n, int low, guint range)
{
  g_autofree guint *counts = g_new0 (guint, range);

  for (guint i = 0; i < n; i++)
    counts[values[i] - low]++;
  for (guint i = 0; i < range; i++)
    for (guint left = counts[i]; left > 0; left--)
      *values++ = low + (int)i;
}

static void
sort (int *values, guint n)
{
  int low = values[0], high = values[0];

  for (guint i = 1; i < n; i++)
    {
      low = MIN (low, values[i]);
      high = MAX (high, values[i]);
    }
  if (((gint64)high - low) / PLACES_A_VALUE < n)
    sort_by_counting (values, n, low, (guint)(high - low) + 1);
  else
    qsort (values, n, sizeof *values, compare);
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
quantile (const ConsultationDistribution *distribution, guint quarters)
{
  guint last = distribution->n - 1;
  guint place = last * quarters;
  guint index = place / 4;
  gint64 here = distribution->values[index];
  gint64 next = distribution->values[MIN (index + 1, last)];

  return divide (here * (4 - place % 4) + next * (place % 4), 4);
}

void
consultation_distribution_close (ConsultationDistribution *distribution)
{
  g_return_if_fail (distribution != NULL);

  if (distribution->n == 0)
    return;
  sort (distribution->values, distribution->n);
  distribution->low = quantile (distribution, 0);
  distribution->lower_quartile = quantile (distribution, 1);
  distribution->median = quantile (distribution, 2);
  distribution->upper_quartile = quantile (distribution, 3);
  distribution->high = quantile (distribution, 4);
}
