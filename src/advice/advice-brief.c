/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-brief.h"

#include "advice/advice-decisions-private.h"

struct _AdviceBrief
{
  AssessmentDocument *document;
  Catalogue *catalogue;
  AdviceDecisions *decisions;
  AdviceStanding *standings; /* one for each kind of support */
};

AdviceBrief *
advice_brief_new (AssessmentDocument *document,
                  SurveyPack *pack,
                  AdviceRules *rules,
                  Catalogue *catalogue,
                  const char *date)
{
  g_autoptr (SurveyScore) score = NULL;
  AdviceBrief *brief;

  g_return_val_if_fail (document != NULL && pack != NULL && rules != NULL && catalogue != NULL,
                        NULL);
  g_return_val_if_fail (date != NULL, NULL);

  brief = g_new0 (AdviceBrief, 1);
  brief->document = assessment_document_ref (document);
  brief->catalogue = catalogue_ref (catalogue);
  brief->standings = g_new0 (AdviceStanding, MAX (catalogue_n_instruments (catalogue), 1));
  score = survey_score_new (pack, document);
  brief->decisions
      = advice_decisions_new_brief (document, score, rules, catalogue, date, brief->standings);
  return brief;
}

void
advice_brief_free (AdviceBrief *brief)
{
  if (brief == NULL)
    return;
  advice_decisions_free (brief->decisions);
  g_free (brief->standings);
  catalogue_unref (brief->catalogue);
  assessment_document_unref (brief->document);
  g_free (brief);
}

AssessmentDocument *
advice_brief_document (const AdviceBrief *brief)
{
  return brief->document;
}

Catalogue *
advice_brief_catalogue (const AdviceBrief *brief)
{
  return brief->catalogue;
}

guint
advice_brief_n_instruments (const AdviceBrief *brief)
{
  return catalogue_n_instruments (brief->catalogue);
}

const AdviceStanding *
advice_brief_instrument (const AdviceBrief *brief, guint index)
{
  g_return_val_if_fail (index < advice_brief_n_instruments (brief), NULL);
  return &brief->standings[index];
}

guint
advice_brief_n_services (const AdviceBrief *brief)
{
  return brief->decisions->n_services;
}

const AdviceService *
advice_brief_service (const AdviceBrief *brief, guint index)
{
  g_return_val_if_fail (index < brief->decisions->n_services, NULL);
  return &brief->decisions->services[index];
}
