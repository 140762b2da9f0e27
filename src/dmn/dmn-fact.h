/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-value.h"

G_BEGIN_DECLS

/* What is known of one input: nothing, its value, or where it lies. "Unknown" is not FEEL's null:
 * an unknown input has a value, which nobody has told us yet; null is the value "none". */

typedef enum
{
  DMN_FACT_UNKNOWN = 0,
  DMN_FACT_VALUE,
  DMN_FACT_INTERVAL, /* value is a range: numbers, dates or other ordered values, each end open,
                        closed or null */
  DMN_FACT_ONE_OF,   /* value is a list: one of these, which one is not known */
} DmnFactKind;

typedef struct
{
  DmnFactKind kind;
  FeelValue value;
} DmnFact;

static inline DmnFact
dmn_fact_unknown (void)
{
  return (DmnFact){ .kind = DMN_FACT_UNKNOWN };
}
static inline DmnFact
dmn_fact_value (FeelValue value)
{
  return (DmnFact){ .kind = DMN_FACT_VALUE, .value = value };
}
/* @range must be a FEEL_RANGE. */
static inline DmnFact
dmn_fact_interval (FeelValue range)
{
  return (DmnFact){ .kind = DMN_FACT_INTERVAL, .value = range };
}
/* @list must be a FEEL_LIST. */
static inline DmnFact
dmn_fact_one_of (FeelValue list)
{
  return (DmnFact){ .kind = DMN_FACT_ONE_OF, .value = list };
}

G_END_DECLS
