/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison-private.h"

/* Whole shares of a rounded total. */

static gint64
divide_down (gint64 numerator, gint64 denominator)
{
  return numerator >= 0 ? numerator / denominator : -((denominator - 1 - numerator) / denominator);
}

void
advice_share_out (int *shares, const gint64 *quotas, guint n, gint64 divisor, gint64 total)
{
  g_autofree gint64 *rest = g_new0 (gint64, n + 1);
  gint64 left = total;

  g_return_if_fail (divisor > 0);

  for (guint i = 0; i < n; i++)
    {
      gint64 whole = divide_down (quotas[i], divisor);

      shares[i] = (int)whole;
      rest[i] = quotas[i] - whole * divisor;
      left -= whole;
    }
  for (; left > 0 && n > 0; left--)
    {
      guint largest = 0;

      for (guint i = 1; i < n; i++)
        if (rest[i] > rest[largest])
          largest = i;
      shares[largest]++;
      rest[largest] -= divisor;
    }
}
