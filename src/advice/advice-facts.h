/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"

G_BEGIN_DECLS

/* What is behind a fact. */
typedef enum
{
  ADVICE_PROOF_NONE,       /* nothing is known */
  ADVICE_PROOF_COMPUTED,   /* from answers or figures by a rule */
  ADVICE_PROOF_DECLARED,   /* the company says so */
  ADVICE_PROOF_DOCUMENTED, /* evidence lies beside it */
  ADVICE_PROOF_CONFIRMED,  /* somebody has seen the evidence */
} AdviceProof;

typedef enum
{
  ADVICE_FACT_UNKNOWN,
  ADVICE_FACT_VALUE,
  ADVICE_FACT_INTERVAL, /* a score that is still open, figures with a part missing */
} AdviceFactState;

typedef enum
{
  ADVICE_FACT_BOOLEAN,
  ADVICE_FACT_NUMBER,
  ADVICE_FACT_STRING,
  ADVICE_FACT_STRINGS,
  ADVICE_FACT_DATE,
} AdviceFactType;

/* One row of the table: fact, FEEL name, type, where it comes from, its label and the question that
 * settles it. */
typedef struct
{
  const char *name; /* FEEL name: "partner count" */
  AdviceFactType type;
  const char *path; /* document path a page leads to ("project.partners"), or "answers.q4"; NULL for
                       the date */
  BaseText *label;  /* "Number of partners" */
  BaseText *question;  /* the question that settles it, in plain words; NULL when none does */
  gboolean can_change; /* advice may suggest to change it: partner, project, date; never size,
                          country, score, past aid */
} AdviceFactRow;

typedef struct
{
  const AdviceFactRow *row;
  AdviceFactState state;
  AdviceProof proof;
  BaseText *value; /* as shown: "24 people", "Portugal and Spain"; NULL when unknown */
  BaseText *from;  /* where it comes from: "Company: 24 people in 2025"; NULL when unknown */
} AdviceFact;

typedef struct _AdviceFacts AdviceFacts;

guint advice_facts_count (const AdviceFacts *facts);
const AdviceFact *advice_facts_get (const AdviceFacts *facts, guint index);
const AdviceFact *advice_facts_find (const AdviceFacts *facts, const char *name);

G_END_DECLS
