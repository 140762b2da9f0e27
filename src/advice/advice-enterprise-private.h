/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-rules-private.h"
#include "advice/advice-size.h"
#include "assessment/assessment-document.h"
#include "dmn/dmn-fact.h"

G_BEGIN_DECLS

typedef enum
{
  ADVICE_CLASS_MICRO,
  ADVICE_CLASS_SMALL,
  ADVICE_CLASS_MEDIUM,
  ADVICE_CLASS_NOT_SME,
  ADVICE_N_CLASSES
} AdviceClass;
#define ADVICE_ALL_CLASSES ((1u << ADVICE_N_CLASSES) - 1)

/* How the figures of another firm count: the results of decision "holding", as a set. */
enum
{
  ADVICE_HOLDING_LINKED = 1 << 0,
  ADVICE_HOLDING_PARTNER = 1 << 1,
  ADVICE_HOLDING_PUBLIC = 1 << 2,
  ADVICE_HOLDING_NONE = 1 << 3,
};
/* Those still possible for the holding at @path ("company.holdings[0]"). */
guint advice_enterprise_treatments (const AssessmentDocument *document,
                                    const AdviceRules *rules,
                                    const char *path);

/* What the holding is sure to own or be owned by, in percent: the higher of capital and votes. */
AdviceRange advice_enterprise_share (const AssessmentDocument *document, const char *path);
/* A firm's own figures of @year, else of the newest before it (Article 4(1)), else of any. Gives
 * the year taken, 0 when there is none; @estimated may be NULL. */
int advice_enterprise_own (const AssessmentDocument *document,
                           const char *path,
                           int year,
                           AdviceRange figures[ADVICE_N_FIGURES],
                           gboolean *estimated);

#define ADVICE_MOST_PERIODS 10
/* One accounting period: what its figures give, and what the rule of two periods makes of it. */
typedef struct
{
  int year;
  gboolean estimated;
  AdviceRange together[ADVICE_N_FIGURES];
  guint classes; /* sets of AdviceClass */
  guint status;
} AdvicePeriod;

/* A firm's figures with those of its partner and linked firms, and the class they give over two
 * periods. */
typedef struct
{
  int year; /* newest accounts; 0: none at all */
  gboolean estimated;
  AdviceRange own[ADVICE_N_FIGURES];      /* of that year */
  AdviceRange together[ADVICE_N_FIGURES]; /* with partner and linked firms */
  gboolean holdings_answered;
  guint n_holdings;                          /* those that count */
  AdviceRange public_share;                  /* percent held by public bodies */
  guint year_classes;                        /* set of AdviceClass the newest year alone can give */
  guint classes;                             /* set that the rule of two periods leaves */
  gboolean no_rule;                          /* the table has no rule for the date */
  AdvicePeriod periods[ADVICE_MOST_PERIODS]; /* the newest ones, oldest first */
  guint n_periods;
} AdviceEnterprise;

void advice_enterprise_read (AdviceEnterprise *enterprise,
                             const AssessmentDocument *document,
                             const AdviceRules *rules,
                             const char *date);
/* As the tables take it: a value, an interval, or unknown. */
DmnFact advice_range_fact (FeelArena *arena, AdviceRange range);

/* "micro" "small" "medium" "not-sme" */
extern const char *const advice_class_names[ADVICE_N_CLASSES];

G_END_DECLS
