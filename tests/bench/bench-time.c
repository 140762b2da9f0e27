/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include <stdlib.h>
#include <time.h>

double
bench_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

double
bench_print (const char *what, double *values, guint n, double aim)
{
  const double median = bench_median (values, n);

  g_print ("%-44s %8.3f ms (min %.3f, max %.3f, n %u)", what, median, values[0], values[n - 1], n);
  if (aim > 0)
    g_print ("  aim %.0f ms: %.2f of it", aim, median / aim);
  g_print ("\n");
  return median;
}
