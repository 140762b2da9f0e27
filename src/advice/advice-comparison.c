/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Puts a comparison together: can the two be compared, what to know, the figures, the words. */

struct _AdviceComparison
{
  Advice *before, *now;
  AdvicePool *pool;
  BaseText *refusal, *headline;
  GPtrArray *notes; /* borrowed from the pool */
  AdviceDifference overall;
  AdviceDifference *dimensions;
  guint n_dimensions;
  AdviceSupportChange *supports;
  guint n_supports;
};

const char *
advice_reach_name (AdviceReach reach)
{
  static const char *const names[] = { "none", "reached", "not-reached", "unknown" };

  g_return_val_if_fail (reach < G_N_ELEMENTS (names), NULL);
  return names[reach];
}

const char *
advice_support_turn_name (AdviceSupportTurn turn)
{
  static const char *const names[] = { "possible", "fell-away", "changed" };

  g_return_val_if_fail (turn < G_N_ELEMENTS (names), NULL);
  return names[turn];
}

int
advice_target (const AssessmentDocument *document, const char *dimension, const char **due)
{
  const char *const *keys = assessment_document_get_keys (document, "targets");
  g_autofree char *path = g_strdup_printf ("targets.%s", dimension);
  g_autofree char *due_path = g_strdup_printf ("target_plans.%s.due", dimension);
  double target;

  *due = NULL;
  if (keys == NULL || !g_strv_contains (keys, dimension)
      || !assessment_document_get_number (document, path, &target))
    return -1;
  *due = assessment_document_get_string (document, due_path);
  return (int)lround (target * 100);
}

/* --- what can be compared --- */

static int
major_of (SurveyPack *pack)
{
  return atoi (survey_pack_version (pack));
}

static BaseText *
refusal_new (SurveyPack *before, SurveyPack *now)
{
  BaseText *text;

  if (strcmp (survey_pack_id (before), survey_pack_id (now)) != 0)
    {
      text = base_text_new (N_ ("The two were made with different questionnaires: “{before}” and "
                                "“{now}”. Their scores mean different things and are not "
                                "compared."));
      text = base_text_with_text (text, "before", base_text_new (survey_pack_title (before)));
      return base_text_with_text (text, "now", base_text_new (survey_pack_title (now)));
    }
  if (major_of (before) == major_of (now))
    return NULL;
  text = base_text_new (N_ ("The questionnaire changed from version {before} to {now}: questions "
                            "or points are not the same, and the scores are not compared."));
  text = base_text_with_string (text, "before", survey_pack_version (before));
  return base_text_with_string (text, "now", survey_pack_version (now));
}

static void
note (AdviceComparison *comparison, BaseText *text)
{
  g_ptr_array_add (comparison->notes, advice_pool_keep (comparison->pool, text));
}

/* Questions that one version has and the other has not, or has elsewhere. */
static void
note_questions (AdviceComparison *comparison, SurveyPack *before, SurveyPack *now)
{
  for (guint i = 0; i < survey_pack_n_questions (now); i++)
    {
      const SurveyQuestion *is = survey_pack_question (now, i);
      const SurveyQuestion *was = survey_pack_find_question (before, is->id);
      const char *msgid = NULL;

      if (was == NULL)
        msgid = N_ ("New in the questionnaire: {question}");
      else if (strcmp (was->dimension, is->dimension) != 0)
        msgid = N_ ("Now counts for another area: {question}");
      else if (was->n_options != is->n_options)
        msgid = N_ ("Has other options than before: {question}");
      else if (strcmp (was->title, is->title) != 0)
        msgid = N_ ("Has other words than before: {question}");
      if (msgid != NULL)
        note (comparison,
              base_text_with_text (base_text_new (msgid), "question", base_text_new (is->title)));
    }
  for (guint i = 0; i < survey_pack_n_questions (before); i++)
    {
      const SurveyQuestion *was = survey_pack_question (before, i);

      if (survey_pack_find_question (now, was->id) == NULL)
        note (comparison, base_text_with_text (
                              base_text_new (N_ ("No longer in the questionnaire: {question}")),
                              "question", base_text_new (was->title)));
    }
}

static void
note_packs (AdviceComparison *comparison)
{
  SurveyPack *before = advice_pack (comparison->before), *now = advice_pack (comparison->now);
  BaseText *text;

  if (strcmp (survey_pack_sha256 (before), survey_pack_sha256 (now)) == 0)
    return;
  text = base_text_new (N_ ("Before was made with version {before} of the questionnaire, now with "
                            "version {now}."));
  text = base_text_with_string (text, "before", survey_pack_version (before));
  note (comparison, base_text_with_string (text, "now", survey_pack_version (now)));
  note_questions (comparison, before, now);
}

static void
note_documents (AdviceComparison *comparison)
{
  const AssessmentDocument *before = advice_document (comparison->before);
  const AssessmentDocument *now = advice_document (comparison->now);
  const char *before_name = assessment_document_get_string (before, "company.name");
  const char *now_name = assessment_document_get_string (now, "company.name");
  const char *before_date = assessment_document_get_string (before, "date");
  const char *now_date = assessment_document_get_string (now, "date");
  const AdviceVersions *a = advice_versions (comparison->before);
  const AdviceVersions *b = advice_versions (comparison->now);

  if (before_name != NULL && now_name != NULL && strcmp (before_name, now_name) != 0)
    note (comparison, base_text_with_string (
                          base_text_with_string (
                              base_text_new (N_ ("The names differ: “{before}” and “{now}”.")),
                              "before", before_name),
                          "now", now_name));
  if (before_date != NULL && now_date != NULL && strcmp (before_date, now_date) > 0)
    note (comparison,
          base_text_with_date (
              base_text_with_date (base_text_new (N_ ("The earlier one stands second: {before} "
                                                      "before {now}.")),
                                   "before", before_date),
              "now", now_date));
  if (strcmp (a->rules_sha256, b->rules_sha256) != 0
      || strcmp (a->catalogue_sha256, b->catalogue_sha256) != 0)
    note (comparison,
          base_text_new (N_ ("Rules or lists of support changed in between; that alone can change "
                             "which kinds of support fit.")));
}

/* --- figures --- */

static BaseText *
difference_text (const AdviceDifference *difference)
{
  BaseText *text;

  if (!difference->settled)
    return base_text_new (N_ ("Not complete in both assessments: the difference is open"));
  if (difference->difference == 0)
    text = base_text_new (N_ ("{now}, as before"));
  else if (difference->difference > 0)
    text = base_text_new (N_ ("From {before} to {now}: {points} points more"));
  else
    text = base_text_new (N_ ("From {before} to {now}: {points} points less"));
  text = base_text_with_decimal (text, "before", difference->before.value, 2);
  text = base_text_with_decimal (text, "now", difference->now.value, 2);
  return base_text_with_decimal (text, "points", ABS (difference->difference), 2);
}

static BaseText *
band_text (const AdviceDifference *difference, SurveyPack *before, SurveyPack *now)
{
  const SurveyBand *was, *is;
  BaseText *text;

  if (!difference->settled)
    return NULL;
  was = survey_pack_band (before, (guint)difference->before.band);
  is = survey_pack_band (now, (guint)difference->now.band);
  if (strcmp (was->id, is->id) == 0)
    return NULL;
  text = base_text_new (N_ ("Now “{now}”, before “{before}”"));
  text = base_text_with_text (text, "now", base_text_new (is->title));
  return base_text_with_text (text, "before", base_text_new (was->title));
}

static void
measure (AdviceComparison *comparison,
         AdviceDifference *difference,
         SurveyValue before,
         SurveyValue now)
{
  difference->before = before;
  difference->now = now;
  difference->settled = before.value >= 0 && now.value >= 0;
  difference->difference = difference->settled ? now.value - before.value : 0;
  difference->target = difference->next_target = -1;
  difference->text = advice_pool_keep (comparison->pool, difference_text (difference));
  difference->band
      = advice_pool_keep (comparison->pool, band_text (difference, advice_pack (comparison->before),
                                                       advice_pack (comparison->now)));
}

static BaseText *
reaching_text (const AdviceDifference *difference)
{
  BaseText *text;

  if (difference->reach == ADVICE_REACH_UNKNOWN)
    text = base_text_new (N_ ("Target {target}: open until everything is answered"));
  else if (difference->reach == ADVICE_REACH_REACHED)
    text = base_text_new (N_ ("Target {target} reached"));
  else
    text = base_text_with_decimal (base_text_new (N_ ("Target {target}: {missing} points missing")),
                                   "missing", difference->missing, 2);
  return base_text_with_decimal (text, "target", difference->target, 2);
}

static void
reach (AdviceComparison *comparison, AdviceDifference *difference)
{
  const AssessmentDocument *before = advice_document (comparison->before);
  const AssessmentDocument *now = advice_document (comparison->now);
  const char *id = difference->dimension->id;

  difference->target = advice_target (before, id, &difference->due);
  difference->next_target = advice_target (now, id, &difference->next_due);
  if (difference->target < 0)
    {
      difference->target = difference->next_target;
      difference->due = difference->next_due;
    }
  if (difference->target < 0)
    return;
  if (difference->now.low >= difference->target)
    difference->reach = ADVICE_REACH_REACHED;
  else if (difference->now.high < difference->target)
    difference->reach = ADVICE_REACH_MISSED;
  else
    difference->reach = ADVICE_REACH_UNKNOWN;
  if (difference->reach == ADVICE_REACH_MISSED && difference->now.value >= 0)
    difference->missing = difference->target - difference->now.value;
  else if (difference->reach == ADVICE_REACH_MISSED)
    difference->missing = difference->target - difference->now.high;
  difference->reaching = advice_pool_keep (comparison->pool, reaching_text (difference));
}

static const SurveyDimensionScore *
find_dimension (const SurveyScore *score, const char *id)
{
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    if (strcmp (survey_score_dimension (score, i)->dimension->id, id) == 0)
      return survey_score_dimension (score, i);
  return NULL;
}

static void
compare_dimensions (AdviceComparison *comparison)
{
  const SurveyScore *now = advice_score (comparison->now);

  comparison->n_dimensions = survey_score_n_dimensions (now);
  comparison->dimensions
      = advice_pool_new_array (comparison->pool, AdviceDifference, comparison->n_dimensions);
  for (guint i = 0; i < comparison->n_dimensions; i++)
    {
      const SurveyDimensionScore *is = survey_score_dimension (now, i);
      const SurveyDimensionScore *was
          = find_dimension (advice_score (comparison->before), is->dimension->id);
      AdviceDifference *difference = &comparison->dimensions[i];

      difference->dimension = is->dimension;
      measure (comparison, difference, was != NULL ? was->score : (SurveyValue){ -1, 0, 10000, -1 },
               is->score);
      reach (comparison, difference);
      advice_comparison_find_moves (comparison->pool, comparison->before, comparison->now, is,
                                    difference);
    }
}

static BaseText *
headline_new (const AdviceComparison *comparison)
{
  const AdviceDifference *overall = &comparison->overall;
  BaseText *text;

  if (overall->band == NULL)
    return base_text_ref (overall->text);
  text = base_text_new (N_ ("{change}. {level}."));
  text = base_text_with_text (text, "change", base_text_ref (overall->text));
  return base_text_with_text (text, "level", base_text_ref (overall->band));
}

AdviceComparison *
advice_comparison_new (Advice *before, Advice *now)
{
  AdviceComparison *comparison;

  g_return_val_if_fail (before != NULL && now != NULL, NULL);

  comparison = g_new0 (AdviceComparison, 1);
  comparison->before = advice_ref (before);
  comparison->now = advice_ref (now);
  comparison->pool = advice_pool_new ();
  comparison->notes = g_ptr_array_new ();
  comparison->refusal
      = advice_pool_keep (comparison->pool, refusal_new (advice_pack (before), advice_pack (now)));
  if (comparison->refusal != NULL)
    return comparison;
  note_packs (comparison);
  note_documents (comparison);
  measure (comparison, &comparison->overall, survey_score_overall (advice_score (before)),
           survey_score_overall (advice_score (now)));
  compare_dimensions (comparison);
  advice_comparison_share_overall (&comparison->overall, survey_pack_scoring (advice_pack (now)),
                                   comparison->dimensions, comparison->n_dimensions);
  comparison->headline = advice_pool_keep (comparison->pool, headline_new (comparison));
  comparison->supports
      = advice_comparison_supports (comparison->pool, before, now, &comparison->n_supports);
  return comparison;
}

void
advice_comparison_free (AdviceComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->notes);
  advice_pool_free (comparison->pool);
  advice_unref (comparison->before);
  advice_unref (comparison->now);
  g_free (comparison);
}

/* --- handing it out --- */

Advice *
advice_comparison_before (const AdviceComparison *comparison)
{
  return comparison->before;
}

Advice *
advice_comparison_now (const AdviceComparison *comparison)
{
  return comparison->now;
}

const BaseText *
advice_comparison_refusal (const AdviceComparison *comparison)
{
  return comparison->refusal;
}

const BaseText *
advice_comparison_headline (const AdviceComparison *comparison)
{
  return comparison->headline;
}

guint
advice_comparison_n_notes (const AdviceComparison *comparison)
{
  return comparison->notes->len;
}

const BaseText *
advice_comparison_note (const AdviceComparison *comparison, guint index)
{
  g_return_val_if_fail (index < comparison->notes->len, NULL);
  return g_ptr_array_index (comparison->notes, index);
}

const AdviceDifference *
advice_comparison_overall (const AdviceComparison *comparison)
{
  return comparison->refusal == NULL ? &comparison->overall : NULL;
}

guint
advice_comparison_n_dimensions (const AdviceComparison *comparison)
{
  return comparison->n_dimensions;
}

const AdviceDifference *
advice_comparison_dimension (const AdviceComparison *comparison, guint index)
{
  g_return_val_if_fail (index < comparison->n_dimensions, NULL);
  return &comparison->dimensions[index];
}

guint
advice_comparison_n_supports (const AdviceComparison *comparison)
{
  return comparison->n_supports;
}

const AdviceSupportChange *
advice_comparison_support (const AdviceComparison *comparison, guint index)
{
  g_return_val_if_fail (index < comparison->n_supports, NULL);
  return &comparison->supports[index];
}
