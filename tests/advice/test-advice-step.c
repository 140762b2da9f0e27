/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-finding-private.h"
#include "advice/advice-step-private.h"
#include "base/base-data.h"
#include "base/base-language.h"

#include <string.h>

/* Next steps, strengths and gaps over the real questionnaire: each step's gain is what the real
 * scoring gives when the step is done, and the order follows the weights. */

static SurveyPack *pack;
static AdviceWeights *weights;

static AssessmentDocument *
sample (void)
{
  g_autofree char *path = base_data_path ("samples/sample-metalworks.json", NULL);
  AssessmentDocument *document = assessment_document_load (path, NULL);

  g_assert_nonnull (document);
  return document;
}

static SurveyScore *
score_of (AssessmentDocument *document)
{
  return survey_score_new (pack, document);
}

/* Random but complete answers. */
static AssessmentDocument *
random_document (GRand *rand)
{
  g_autoptr (AssessmentDocument) document
      = assessment_document_new ("dma-sme", survey_pack_version (pack));

  for (guint q = 0; q < survey_pack_n_questions (pack); q++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, q);
      guint n_columns = MAX (1, question->n_columns);

      for (guint c = 0; c < n_columns; c++)
        {
          guint8 ticks[64];
          gint8 levels[64];
          guint n = 0;
          AssessmentDocument *next;

          for (guint i = 0; i < question->n_options; i++)
            {
              if (question->kind == SURVEY_QUESTION_LEVELS)
                levels[n++] = (gint8)g_rand_int_range (rand, 0, (gint32)question->n_levels);
              else if (g_rand_boolean (rand) && !question->options[i].negative)
                ticks[n++] = question->options[i].number;
            }
          next = question->kind == SURVEY_QUESTION_LEVELS
                     ? assessment_document_with_levels (document, question->id, levels, n)
                     : assessment_document_with_ticks (
                         document, question->id,
                         question->n_columns > 0 ? question->columns[c].id : NULL, ticks, n);
          assessment_document_unref (document);
          document = next;
        }
    }
  return g_steal_pointer (&document);
}

/* Dimension scores are rounded to hundredths and their mean again (dma-framework, section 4): two
 * roundings of at most half a hundredth each on either side of the exact gain. */
#define ROUNDING 200 /* ten-thousandths */

static void
assert_gains (AssessmentDocument *document)
{
  g_autoptr (SurveyScore) before = score_of (document);
  g_autoptr (GPtrArray) steps = advice_steps_new (before, document, weights);

  for (guint i = 0; i < steps->len; i++)
    {
      const AdviceStep *step = g_ptr_array_index (steps, i);
      g_autoptr (AssessmentDocument) done = advice_steps_apply (document, &step, 1);
      g_autoptr (SurveyScore) after = score_of (done);
      int real = (survey_score_overall (after).value - survey_score_overall (before).value) * 100;

      g_assert_cmpint (step->gain, >, 0);
      g_assert_cmpint (ABS (real - step->gain), <=, ROUNDING);
      g_assert_cmpint (step->to_level, >, step->from_level);
      g_assert_false (step->option->negative);
      g_assert_nonnull (step->title);
      g_assert_nonnull (step->reason);
    }
}

static void
test_gain_is_real (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (AssessmentDocument) document = sample ();

  assert_gains (document);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (AssessmentDocument) random = random_document (rand);

      assert_gains (random);
    }
}

static void
test_all_done_leaves_none (void)
{
  g_autoptr (AssessmentDocument) document = sample ();
  guint rounds = 0;

  for (;; rounds++)
    {
      g_autoptr (SurveyScore) score = score_of (document);
      g_autoptr (GPtrArray) steps = advice_steps_new (score, document, weights);
      AssessmentDocument *next;

      if (steps->len == 0)
        break;
      g_assert_cmpuint (rounds, <, 200);
      next = advice_steps_apply (document, (const AdviceStep *const *)steps->pdata, steps->len);
      assessment_document_unref (document);
      document = next;
    }
  g_assert_cmpuint (rounds, >, 1);
  {
    g_autoptr (SurveyScore) score = score_of (document);

    g_assert_cmpint (survey_score_overall (score).value, ==, 10000);
  }
}

static void
test_unanswered_is_no_step (void)
{
  g_autoptr (AssessmentDocument) empty
      = assessment_document_new ("dma-sme", survey_pack_version (pack));
  g_autoptr (SurveyScore) score = score_of (empty);
  g_autoptr (GPtrArray) steps = advice_steps_new (score, empty, weights);

  g_assert_cmpuint (steps->len, ==, 0);
}

static gint64
rank_of (const AdviceStep *step, gboolean pain)
{
  const AdviceWeightValues *values = advice_weights_values (weights);

  return (gint64)step->gain * (100 + (pain ? values->step_pain : 0))
         * values->step_effort[step->effort];
}

/* A pain that the company names lifts the steps that ease it: with it, such a step never stands
 * lower than without. */
static void
test_pain_lifts (void)
{
  g_autoptr (AssessmentDocument) document = sample ();
  g_autoptr (SurveyScore) score = score_of (document);

  for (guint i = 0; i < survey_pack_n_pains (pack); i++)
    {
      const char *const pains[] = { survey_pack_pain (pack, i)->id, NULL };
      g_autoptr (AssessmentDocument) hurting
          = assessment_document_with_strings (document, "project.pains", pains, NULL);
      g_autoptr (GPtrArray) steps = advice_steps_new (score, hurting, weights);
      const AdviceStep *first = g_ptr_array_index (steps, 0);

      for (guint j = 1; j < steps->len; j++)
        {
          const AdviceStep *step = g_ptr_array_index (steps, j);

          if (step->pains[0] != NULL)
            g_assert_cmpint (rank_of (step, TRUE), <=,
                             rank_of (first, first->pains[0] != NULL)
                                 * (200 + advice_weights_values (weights)->step_technology) / 100);
        }
      g_assert_nonnull (hurting);
    }
}

static void
test_findings_of_sample (void)
{
  g_autoptr (AssessmentDocument) document = sample ();
  g_autoptr (SurveyScore) score = score_of (document);
  g_autoptr (GPtrArray) strengths = advice_strengths_new (score);
  g_autoptr (GPtrArray) gaps = advice_gaps_new (score);
  g_autoptr (BaseLanguage) english = base_language_new ("en", NULL);
  g_autoptr (BaseText) headline = advice_headline_new (score);
  g_autoptr (BaseText) lead = advice_lead_new (score);
  g_autofree char *words = base_language_format (english, headline);
  g_autofree char *lead_words = base_language_format (english, lead);
  const AdviceFinding *gap = g_ptr_array_index (gaps, 0);

  g_assert_cmpstr (words, ==, "Second of four levels");
  g_assert_nonnull (strstr (lead_words, "“Data and security” is your strongest area"));
  g_assert_nonnull (strstr (lead_words, "“People and skills” and “Automation and AI” hold"));
  g_assert_cmpuint (strengths->len, >, 0);
  /* Question 9 is its whole dimension: from 16 to 100 of a sixth of the whole. */
  g_assert_cmpstr (gap->question->id, ==, "q9");
  g_assert_cmpint (ABS (gap->gain - 140000), <=, 8);
  /* Nothing of question 6 is in place: its points are half of a dimension. */
  for (guint i = 0; i < gaps->len; i++)
    {
      gap = g_ptr_array_index (gaps, i);
      if (strcmp (gap->question->id, "q6") == 0)
        break;
    }
  g_assert_cmpstr (gap->question->id, ==, "q6");
  g_assert_cmpint (ABS (gap->gain - 83333), <=, 8);
  for (guint i = 1; i < gaps->len; i++)
    g_assert_cmpint (((AdviceFinding *)g_ptr_array_index (gaps, i - 1))->gain, >=,
                     ((AdviceFinding *)g_ptr_array_index (gaps, i))->gain);
}

static void
test_words_while_incomplete (void)
{
  g_autoptr (AssessmentDocument) empty
      = assessment_document_new ("dma-sme", survey_pack_version (pack));
  g_autoptr (SurveyScore) score = score_of (empty);
  g_autoptr (BaseLanguage) english = base_language_new ("en", NULL);
  g_autoptr (BaseText) headline = advice_headline_new (score);
  g_autoptr (BaseText) lead = advice_lead_new (score);
  g_autofree char *headline_words = base_language_format (english, headline);
  g_autofree char *lead_words = base_language_format (english, lead);

  g_assert_cmpstr (headline_words, ==, "Nothing answered yet");
  g_assert_cmpstr (lead_words, ==, "0 % answered. Between 0 and 100 points are still possible.");
}

static void
test_contradiction (void)
{
  const guint8 ticks[] = { 1, 2 };
  g_autoptr (AssessmentDocument) document = sample ();
  g_autoptr (AssessmentDocument) contradicting
      = assessment_document_with_ticks (document, "q7", NULL, ticks, 2);
  g_autoptr (SurveyScore) before = score_of (document);
  g_autoptr (SurveyScore) after = score_of (contradicting);
  g_autoptr (GPtrArray) none = advice_contradictions_new (before);
  g_autoptr (GPtrArray) one = advice_contradictions_new (after);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((AdviceFinding *)g_ptr_array_index (one, 0))->question->id, ==, "q7");
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = base_data_path ("rules/match-weights.json", NULL);
  weights = advice_weights_load (path, NULL);
  pack = survey_pack_load_bundled ("dma-sme", NULL);
  g_assert_nonnull (weights);
  g_assert_nonnull (pack);

  g_test_add_func ("/advice/step/gain-is-real", test_gain_is_real);
  g_test_add_func ("/advice/step/all-done-leaves-none", test_all_done_leaves_none);
  g_test_add_func ("/advice/step/unanswered-is-no-step", test_unanswered_is_no_step);
  g_test_add_func ("/advice/step/pain-lifts", test_pain_lifts);
  g_test_add_func ("/advice/finding/sample", test_findings_of_sample);
  g_test_add_func ("/advice/finding/words-while-incomplete", test_words_while_incomplete);
  g_test_add_func ("/advice/finding/contradiction", test_contradiction);
  status = g_test_run ();
  survey_pack_unref (pack);
  advice_weights_free (weights);
  return status;
}
