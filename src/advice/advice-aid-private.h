/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-aid.h"
#include "advice/advice-facts-private.h"
#include "advice/advice-rules-private.h"

G_BEGIN_DECLS

/* What the parts of the aid are made from. */
typedef struct
{
  const AssessmentDocument *document;
  const AdviceRules *rules;
  Catalogue *catalogue;
  const AdviceFacts *facts;
  AdvicePool *pool;
  const char *date;    /* the day a grant is expected */
  const char *country; /* the company's, as the catalogue has it; NULL */
  int months;          /* for which aid counts; 0 when there is no rule for the date */
} AdviceAidReader;

/* Everything about aid; strings of the document are copied. @date: the ISO day of the advice. */
AdviceAid *advice_aid_new (const AssessmentDocument *document,
                           const AdviceRules *rules,
                           Catalogue *catalogue,
                           const AdviceFacts *facts,
                           AdvicePool *pool,
                           const char *date) G_GNUC_WARN_UNUSED_RESULT;

/* The ledger (advice-aid-ledger.c). */
void advice_aid_read_ledger (AdviceAidReader *reader, AdviceAid *aid);
/* Whether the text typed as its regulation names @rule ("1408/2013", "651/2014"). */
gboolean advice_aid_row_is_under (const AdviceAidRow *row, const char *rule);
/* The first day on which aid of @granted_on no longer counts; borrowed from the pool. */
const char *advice_aid_free_from (AdviceAidReader *reader, const char *granted_on);
/* What is left under each ceiling (advice-aid-room.c). */
void advice_aid_read_rooms (AdviceAidReader *reader, AdviceAid *aid);
/* Shares of costs (advice-aid-share.c). */
void advice_aid_read_shares (AdviceAidReader *reader, AdviceAid *aid);

/* One answer of a table of @model: the rule that decides, where one outcome is left. */
typedef struct
{
  gboolean found;
  FeelValue value;
  BaseText *text; /* the rule's description, in the pool */
  const char *regulation;
  AdviceBasis basis;
  const char *source;
} AdviceAidAnswer;
/* @facts: one for each row of the table of facts. The source is that of the cell of @source_fact.
 */
AdviceAidAnswer advice_aid_ask (AdviceAidReader *reader,
                                const char *model,
                                const char *decision,
                                const DmnFact *facts,
                                AdviceFactId source_fact);
/* The facts of the document with the expected day as "on". */
void advice_aid_facts (AdviceAidReader *reader, DmnFact facts[ADVICE_N_FACTS]);

/* Cents in words: whole euros, never more room than there is. */
BaseText *advice_money_text (gint64 cents, gboolean round_up) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
