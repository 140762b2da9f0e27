/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Eurostat's Digital Intensity Index, version 3 variables: percent of enterprises with 10 or more
 * people, hundredths; -1 where Eurostat has no figure ("n/a"). */
typedef struct
{
  int year;
  const char *country; /* NUTS code or "EU27_2020" */
  const char *size;
  int very_low, low, high, very_high, at_least_basic;
  const char *source; /* to be printed beside each figure */
} CatalogueBenchmark;
