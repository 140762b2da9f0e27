/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-pool-private.h"
#include "advice/advice-swot.h"

G_BEGIN_DECLS

/* What the fields are drawn from. */
typedef struct
{
  Advice *advice;
  AdvicePool *pool;
  AdviceEvidence *evidence;
  GArray *fields[ADVICE_N_SWOT_FIELDS]; /* of AdviceSwotEntry */
} AdviceSwotDraft;

/* Adds an entry while the field has room; takes @text and @from and keeps copies of the strings. */
void advice_swot_add (AdviceSwotDraft *draft,
                      AdviceSwotField field,
                      BaseText *text,
                      BaseText *from,
                      AdviceSwotEntry entry);

/* The firm itself: scores and answers (advice-swot-inside.c). */
void advice_swot_look_inside (AdviceSwotDraft *draft);
/* What comes from outside (advice-swot-outside.c). */
void advice_swot_look_outside (AdviceSwotDraft *draft);

G_END_DECLS
