/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-internal.h"

G_BEGIN_DECLS

/* One decision of an evaluation: private to the room. */
typedef struct
{
  guint decision;
  FeelValue result;
  FeelValue *values; /* of the columns */
  guint64 *matched;  /* set of rules */
  guint64 *cells;    /* for each column the set of rules whose cell is true */
} DmnStep;

struct _DmnTrace
{
  const DmnModel *model;
  FeelArena *arena;
  GArray *steps; /* of DmnStep */
};

DmnTrace *dmn_trace_new (const DmnModel *model);
/* Copies what the step refers to. */
void dmn_trace_add (DmnTrace *trace,
                    guint decision,
                    FeelValue result,
                    const FeelValue *values,
                    const guint64 *matched,
                    FeelFrame *frame);

G_END_DECLS
