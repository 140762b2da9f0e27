/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

G_BEGIN_DECLS

typedef enum
{
  ADVICE_SEVERITY_ERROR,   /* "error": an application would be refused or is not complete */
  ADVICE_SEVERITY_WARNING, /* "warning": look at it before submitting */
  ADVICE_SEVERITY_HINT,    /* "hint": would help */
} AdviceSeverity;

/* Something that rules found in the evidence register, or answers that do not go together. */
typedef struct
{
  AdviceSeverity severity;
  BaseText *text;
  const char *rule; /* id of the finding in data/rules/evidence.dmn or answers.dmn */
  const char *path; /* "evidence[2]" or "answers.q7" */
  guint evidence;   /* index in the document's register, G_MAXUINT when it is about answers */
  AdviceBasis basis;
  const char *source; /* or NULL */
} AdviceEvidenceFinding;

/* The evidence of a document by the rules of data/rules/. A pure function of an Advice, made on
 * demand, immutable; it keeps the Advice. */
typedef struct _AdviceEvidence AdviceEvidence;

AdviceEvidence *advice_evidence_new (Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
void advice_evidence_free (AdviceEvidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceEvidence, advice_evidence_free)

/* The day that ages are counted to: the call's deadline while it is still to come, else the day of
 * the advice. */
const char *advice_evidence_day (const AdviceEvidence *evidence);

guint advice_evidence_n_findings (const AdviceEvidence *evidence);
const AdviceEvidenceFinding *advice_evidence_finding (const AdviceEvidence *evidence, guint index);

/* Answers that count are questions with points (a column is a question of its own); covered ones
 * have at least one piece of evidence with a file that is still valid; of those, seen ones have one
 * that somebody has seen. */
guint advice_evidence_n_counting (const AdviceEvidence *evidence);
guint advice_evidence_n_covered (const AdviceEvidence *evidence);
guint advice_evidence_n_seen (const AdviceEvidence *evidence);
/* Hundredths of a percent, rounded down, so that only full coverage is 10000; -1 when no answer
 * counts. */
int advice_evidence_coverage (const AdviceEvidence *evidence);
const BaseText *advice_evidence_coverage_text (const AdviceEvidence *evidence);

const char *advice_severity_name (AdviceSeverity severity);

G_END_DECLS
