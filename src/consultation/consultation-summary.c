/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-summary.h"

/* The figures of an Advice, put beside its assessment in the workspace. */

/* "q8:3": the question and the number of its option, from 1. */
static char *
next_step_of (const Advice *advice)
{
  const AdviceStep *step = advice_n_steps (advice) > 0 ? advice_step (advice, 0) : NULL;

  return step != NULL ? g_strdup_printf ("%s:%u", step->survey_question->id, step->option->number)
                      : NULL;
}

WorkspaceSummary *
consultation_summarize (const Advice *advice)
{
  const SurveyScore *score = advice_score (advice);
  const SurveyValue overall = survey_score_overall (score);
  const AdviceVersions *versions = advice_versions (advice);
  WorkspaceSummary *summary = g_new0 (WorkspaceSummary, 1);

  summary->overall = overall.value;
  if (overall.value >= 0 && overall.band >= 0)
    summary->band = g_strdup (survey_pack_band (advice_pack (advice), (guint)overall.band)->id);
  summary->completeness = survey_score_completeness (score);
  summary->versions = g_strdup_printf ("%s %s %s", versions->pack_sha256, versions->rules_sha256,
                                       versions->catalogue_sha256);
  summary->size = g_strdup (advice_size (advice)->id);
  summary->n_dimensions = MIN (survey_score_n_dimensions (score), WORKSPACE_MAX_DIMENSIONS);
  for (guint i = 0; i < summary->n_dimensions; i++)
    summary->dimensions[i] = survey_score_dimension (score, i)->score.value;
  summary->next_step = next_step_of (advice);
  return summary;
}
