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
  /* "Your project would be of this kind if a partner is from another country." Several ways are one
   * sentence: what they have in common, then the alternatives. */
  BaseText *text;
  const char *const *facts; /* FEEL names it changes, each once */
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
  /* What would change the outcome: at most eight smallest sets, in one sentence for those that are
   * enough and one for those that rest on something still open. */
  const AdviceChange *changes;
  guint n_changes;
  gboolean changes_truncated;
  BaseText *blocked;      /* no change is enough: the criteria that nobody can change; else NULL */
  BaseText *instead;      /* for a score past the limit: what suits it; else NULL */
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
