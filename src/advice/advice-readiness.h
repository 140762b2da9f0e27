/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-evidence.h"
#include "advice/advice.h"

G_BEGIN_DECLS

/* "Ready to submit?": what an application's annex on digital maturity still lacks. Fields and rules
 * of instruments.md, section 6; what a declaration would cover must not be unknown, so an open one
 * is an error. A pure function of an Advice, made on demand, immutable; it keeps the Advice. */
typedef struct _AdviceReadiness AdviceReadiness;

typedef struct
{
  AdviceSeverity severity;
  BaseText *text;
  /* Where to mend it, "TOPIC:PATH": the topic is a part of the application's page, the path a field
   * of the document ("company:company.vat_number", "evidence:evidence[2]"). */
  const char *place;
  const char *topic; /* company, size, aid, funding, maturity, project, partners, call, evidence,
                        declarations, answers */
  const char *path;
  AdviceBasis basis;
  const char *source; /* key and address; NULL when it is our own reading */
} AdviceReadinessFinding;

/* A declaration that the application carries; never made by default. */
typedef struct
{
  const char *id;
  BaseText *title, *text;
  AdviceBasis basis;
  const char *source;  /* or NULL */
  int index;           /* in the document's declarations, -1: not made */
  const char *by, *on; /* who made it and when; NULL when not said */
} AdviceDeclaration;

/* @before: the Advice of the earlier stage where it is at hand, else NULL. */
AdviceReadiness *advice_readiness_new (Advice *advice, Advice *before) G_GNUC_WARN_UNUSED_RESULT;
void advice_readiness_free (AdviceReadiness *readiness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceReadiness, advice_readiness_free)

/* Errors first, in the order of the annex. */
guint advice_readiness_n_findings (const AdviceReadiness *readiness);
const AdviceReadinessFinding *advice_readiness_finding (const AdviceReadiness *readiness,
                                                        guint index);
guint advice_readiness_count (const AdviceReadiness *readiness, AdviceSeverity severity);
/* No errors. */
gboolean advice_readiness_is_ready (const AdviceReadiness *readiness);
/* "Ready to submit: no errors, 2 warnings, 1 hint" */
const BaseText *advice_readiness_summary (const AdviceReadiness *readiness);

guint advice_readiness_n_declarations (const AdviceReadiness *readiness);
const AdviceDeclaration *advice_readiness_declaration (const AdviceReadiness *readiness,
                                                       guint index);
/* The evidence it looked at. */
const AdviceEvidence *advice_readiness_evidence (const AdviceReadiness *readiness);

G_END_DECLS
