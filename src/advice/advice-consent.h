/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"

G_BEGIN_DECLS

/* Consent to the use of the company's data: each use is given or refused alone, nothing in advance,
 * and what nobody has said is neither. Regulation (EU) 2016/679, Articles 6(1)(a) and 7. Who gave
 * or refused it, and when, is the document's "consents". */

typedef struct
{
  const char *id;   /* "network-tool" */
  const char *text; /* msgid: what the hub may do */
} AdviceConsentUse;

guint advice_consent_n_uses (void);
const AdviceConsentUse *advice_consent_use (guint index);

typedef enum
{
  ADVICE_CONSENT_OPEN, /* nobody has said */
  ADVICE_CONSENT_GIVEN,
  ADVICE_CONSENT_REFUSED,
} AdviceConsentState;

typedef struct
{
  AdviceConsentState state;
  const char *by, *on; /* borrowed from the document; NULL when not said */
} AdviceConsent;

AdviceConsent advice_consent_find (const AssessmentDocument *document, const char *id);

G_END_DECLS
