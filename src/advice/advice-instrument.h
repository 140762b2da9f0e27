/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-facts.h"
#include "catalogue/catalogue-instrument.h"

G_BEGIN_DECLS

typedef enum
{
  ADVICE_STATUS_ELIGIBLE,     /* "eligible" */
  ADVICE_STATUS_NOT_ELIGIBLE, /* "not-eligible" */
  ADVICE_STATUS_UNKNOWN,      /* "unknown": more than one outcome is still possible */
} AdviceStatus;

typedef enum
{
  ADVICE_CALL_OPEN,
  ADVICE_CALL_CLOSED,
  ADVICE_CALL_UNKNOWN,
} AdviceCall;

typedef enum
{
  ADVICE_CRITERION_MET,
  ADVICE_CRITERION_NOT_MET,
  ADVICE_CRITERION_UNKNOWN,
} AdviceOutcome;

typedef enum
{
  ADVICE_BASIS_STATED,   /* a source says so */
  ADVICE_BASIS_INFERRED, /* our reading */
} AdviceBasis;

typedef struct
{
  BaseText *text; /* the criterion as a sentence */
  AdviceOutcome outcome;
  AdviceBasis basis;
  AdviceProof proof;  /* behind the fact */
  BaseText *from;     /* the answer it came from, or the question that is open */
  const char *path;   /* where in the document to answer it, or NULL */
  const char *fact;   /* FEEL name */
  const char *source; /* what the cell's description cites, or NULL */
  BaseText *distance; /* "overall at most 25, now 26.56"; NULL when met or not a number */
  gboolean warning;   /* "To check": does not change the outcome */
  /* Which table, rule (from 1) and column (from 1) said it. */
  const char *table;
  guint rule, column;
} AdviceCriterion;

typedef struct
{
  BaseText *text; /* "Take a partner from another country" or "Then it no longer fits: …" */
  const char *const *facts; /* FEEL names it changes */
} AdviceChange;

typedef struct
{
  const CatalogueInstrument *instrument;
  AdviceStatus status;
  AdviceCall call;
  const char *call_date; /* until or since, ISO; NULL when unknown */
  /* The pill: "Fits", "Not yet", "Cannot tell", for closed calls "Closed 2021 · your project is of
   * this kind" … */
  BaseText *verdict;
  BaseText *fit; /* why in one sentence; depends on the company's scores */
  const AdviceCriterion *criteria;
  guint n_criteria, n_met, n_not_met, n_unknown, n_inferred;
  const AdviceCriterion *warnings;
  guint n_warnings;
  const AdviceChange *changes; /* what would change the outcome, smallest first, at most eight */
  guint n_changes;
  gboolean changes_truncated;
  BaseText *const *today; /* what to do today: services to ask which hub for, question to copy,
                             where calls are listed */
  guint n_today;
  BaseText *question; /* the question of today without its introduction: for copying */
  BaseText *money; /* "up to EUR 50 000 each" or, for a closed call, in the past tense; NULL when no
                      source states it */
} AdviceInstrument;

/* A fact still unknown, and how many kinds of support its answer would settle or move. */
typedef struct
{
  const AdviceFactRow *row;
  guint n_instruments;
} AdviceOpenQuestion;

const char *advice_status_name (AdviceStatus status); /* "eligible" … as in the JSON */
const char *advice_call_name (AdviceCall call);
const char *advice_outcome_name (AdviceOutcome outcome);
const char *advice_basis_name (AdviceBasis basis);
const char *advice_proof_name (AdviceProof proof);

G_END_DECLS
