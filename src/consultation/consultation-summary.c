/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-summary.h"

#include "advice/advice-outline.h"
#include "workspace/workspace-companies.h"

/* The figures of an Advice, put beside its assessment in the workspace. */

/* "q8:3": the question and the number of its option, from 1. */
static char *
step_id (const AdviceStep *step)
{
  return step != NULL ? g_strdup_printf ("%s:%u", step->survey_question->id, step->option->number)
                      : NULL;
}

static WorkspaceSummary *
summary_new (const SurveyScore *score,
             const char *size,
             const AdviceStep *step,
             AdviceRules *rules,
             Catalogue *catalogue)
{
  const SurveyValue overall = survey_score_overall (score);
  SurveyPack *pack = survey_score_pack (score);
  WorkspaceSummary *summary = g_new0 (WorkspaceSummary, 1);

  summary->overall = overall.value;
  if (overall.value >= 0 && overall.band >= 0)
    summary->band = g_strdup (survey_pack_band (pack, (guint)overall.band)->id);
  summary->completeness = survey_score_completeness (score);
  summary->versions = g_strdup_printf ("%s %s %s", survey_pack_sha256 (pack),
                                       advice_rules_sha256 (rules), catalogue_sha256 (catalogue));
  summary->size = g_strdup (size);
  summary->n_dimensions = MIN (survey_score_n_dimensions (score), WORKSPACE_MAX_DIMENSIONS);
  for (guint i = 0; i < summary->n_dimensions; i++)
    summary->dimensions[i] = survey_score_dimension (score, i)->score.value;
  summary->next_step = step_id (step);
  return summary;
}

WorkspaceSummary *
consultation_summarize (const Advice *advice)
{
  g_return_val_if_fail (advice != NULL, NULL);

  return summary_new (advice_score (advice), advice_size (advice)->id,
                      advice_n_steps (advice) > 0 ? advice_step (advice, 0) : NULL,
                      advice_rules (advice), advice_catalogue (advice));
}

WorkspaceSummary *
consultation_summarize_document (AssessmentDocument *document,
                                 SurveyPack *pack,
                                 AdviceRules *rules,
                                 Catalogue *catalogue,
                                 const char *date)
{
  g_autoptr (AdviceOutline) outline = advice_outline_new (document, pack, rules, catalogue, date);

  g_return_val_if_fail (outline != NULL, NULL);
  return summary_new (advice_outline_score (outline), advice_outline_size (outline),
                      advice_outline_step (outline), rules, catalogue);
}

GPtrArray *
consultation_summary_missing (Workspace *workspace, GError **error)
{
  const WorkspaceQuery all = { .archived = WORKSPACE_ARCHIVED_TOO };
  g_autoptr (GPtrArray) companies = workspace_list_companies (workspace, &all, NULL, error);
  GPtrArray *ids;

  if (companies == NULL)
    return NULL;
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < companies->len; i++)
    {
      const WorkspaceCompany *company = companies->pdata[i];

      for (guint k = 0; k < company->n_stages; k++)
        if (!company->stages[k].summary_is_current)
          g_ptr_array_add (ids, g_strdup (company->stages[k].id));
    }
  return ids;
}
