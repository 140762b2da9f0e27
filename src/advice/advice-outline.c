/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-outline.h"

#include "advice/advice-size-private.h"
#include "advice/advice-step-private.h"

/* The few facts that the size needs are read by themselves; no kind of support is asked for. */

struct _AdviceOutline
{
  SurveyScore *score;
  AdvicePool *pool;
  AdviceFacts *facts;
  AdviceSize size;
  GPtrArray *steps;
};

AdviceOutline *
advice_outline_new (AssessmentDocument *document,
                    SurveyPack *pack,
                    AdviceRules *rules,
                    Catalogue *catalogue,
                    const char *date)
{
  AdviceOutline *outline;
  AdviceReader reader;

  g_return_val_if_fail (document != NULL && pack != NULL && rules != NULL && catalogue != NULL,
                        NULL);
  g_return_val_if_fail (date != NULL, NULL);

  outline = g_new0 (AdviceOutline, 1);
  outline->score = survey_score_new (pack, document);
  outline->pool = advice_pool_new ();
  outline->facts = advice_facts_new (advice_rules_fact_rows (rules), outline->pool);
  reader = (AdviceReader){ .document = document,
                           .score = outline->score,
                           .catalogue = catalogue,
                           .date = date,
                           .facts = outline->facts,
                           .brief = TRUE };
  advice_facts_read_company (&reader);
  advice_size_read (&reader, rules, &outline->size);
  outline->steps = advice_steps_new (outline->score, document, advice_rules_weights (rules));
  return outline;
}

void
advice_outline_free (AdviceOutline *outline)
{
  if (outline == NULL)
    return;
  g_ptr_array_unref (outline->steps);
  advice_facts_free (outline->facts);
  advice_pool_free (outline->pool);
  survey_score_unref (outline->score);
  g_free (outline);
}

SurveyScore *
advice_outline_score (const AdviceOutline *outline)
{
  g_return_val_if_fail (outline != NULL, NULL);
  return outline->score;
}

const char *
advice_outline_size (const AdviceOutline *outline)
{
  g_return_val_if_fail (outline != NULL, NULL);
  return outline->size.id;
}

const AdviceStep *
advice_outline_step (const AdviceOutline *outline)
{
  g_return_val_if_fail (outline != NULL, NULL);
  return outline->steps->len > 0 ? outline->steps->pdata[0] : NULL;
}
