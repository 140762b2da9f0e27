/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the benchmarks measure with and how they say it. */

/* CPU time of the process, all threads, in milliseconds: neither other programs on the machine nor
 * a wait for the screen's next turn count. */
double bench_cpu_ms (void);
/* Sorts @values. */
double bench_median (double *values, guint n);
/* A line with the median of @n milliseconds, the extremes, and how much of @aim that is (0: there
 * is none). Sorts @values; returns the median. */
double bench_print (const char *what, double *values, guint n, double aim);
