/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-instrument.h"
#include "advice/advice-rules.h"
#include "advice/advice-service.h"
#include "assessment/assessment-document.h"
#include "catalogue/catalogue.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* What the same decision tables say as in an Advice, without the words, the reasons, the hubs and
 * what would change it: for counting over thousands of documents, where nobody reads each. */
typedef struct _AdviceBrief AdviceBrief;

typedef struct
{
  const CatalogueInstrument *instrument;
  AdviceStatus status;
  AdviceCall call;
} AdviceStanding;

/* As advice_new(). Keeps what it is made of. */
AdviceBrief *advice_brief_new (AssessmentDocument *document,
                               SurveyPack *pack,
                               AdviceRules *rules,
                               Catalogue *catalogue,
                               const char *date) G_GNUC_WARN_UNUSED_RESULT;
void advice_brief_free (AdviceBrief *brief);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AdviceBrief, advice_brief_free)

AssessmentDocument *advice_brief_document (const AdviceBrief *brief);
Catalogue *advice_brief_catalogue (const AdviceBrief *brief);
/* Every kind of support, in the catalogue's order. */
guint advice_brief_n_instruments (const AdviceBrief *brief);
const AdviceStanding *advice_brief_instrument (const AdviceBrief *brief, guint index);
/* As advice_service(), without a best hub. */
guint advice_brief_n_services (const AdviceBrief *brief);
const AdviceService *advice_brief_service (const AdviceBrief *brief, guint index);

G_END_DECLS
