/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-evidence.h"
#include "advice/advice.h"

G_BEGIN_DECLS

/* Strengths, weaknesses, opportunities and threats, drawn from what an Advice holds: each entry
 * says where it comes from. At most five a field; a field with less to say has less, and one with
 * nothing is empty. Made on demand, immutable; it keeps the Advice. */
typedef struct _AdviceSwot AdviceSwot;

typedef enum
{
  ADVICE_SWOT_STRENGTHS,
  ADVICE_SWOT_WEAKNESSES,
  ADVICE_SWOT_OPPORTUNITIES,
  ADVICE_SWOT_THREATS,
  ADVICE_N_SWOT_FIELDS
} AdviceSwotField;
#define ADVICE_SWOT_AT_MOST 5

typedef struct
{
  BaseText *text;
  BaseText *from;   /* where it comes from, in words: "Questionnaire: 46.43 of 100 points" */
  const char *kind; /* dimension, answer, support, service, hub, cluster, guidance, aid,
                       contradiction, evidence, benchmark */
  const char *path; /* where in the document: "answers.q8"; NULL when it is none of the document */
  const char *id; /* of the dimension, question, kind of support, hub, cluster, law …; or NULL */
  const char *rule;   /* table and rule that say it, "twin-ae 1"; NULL when none does */
  const char *source; /* what its rule or record cites; or NULL */
  AdviceBasis basis;
} AdviceSwotEntry;

AdviceSwot *advice_swot_new (Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
void advice_swot_free (AdviceSwot *swot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceSwot, advice_swot_free)

guint advice_swot_count (const AdviceSwot *swot, AdviceSwotField field);
const AdviceSwotEntry *
advice_swot_entry (const AdviceSwot *swot, AdviceSwotField field, guint index);
const char *advice_swot_field_name (AdviceSwotField field); /* "strengths" … */
BaseText *advice_swot_field_title (AdviceSwotField field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
