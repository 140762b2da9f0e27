/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey-facts.h"

/* Random answers against the formulas of dma-framework.md, section 4, in fractions. */

#define ROUNDS 400
#define MAX_OPTIONS 10

/* Levels of every option and row, -1 where unanswered: what a document holds, in one flat shape. */
typedef struct
{
  gint8 level[SURVEY_N_FACTS][MAX_OPTIONS];
} Answers;

/* {{{ Fractions */

typedef struct
{
  gint64 n, d;
} Fraction;

static Fraction
fraction (gint64 n, gint64 d)
{
  gint64 a = ABS (n);
  gint64 b = d;

  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return (Fraction){ n / MAX (a, 1), d / MAX (a, 1) };
}

static Fraction
add (Fraction a, Fraction b)
{
  return fraction (a.n * b.d + b.n * a.d, a.d * b.d);
}

static Fraction
times (Fraction a, gint64 n, gint64 d)
{
  return fraction (a.n * n, a.d * d);
}

/* The whole number nearest to a fraction × 10^places, halves up. Not the way of survey-score.c:
 * search by comparing. */
static int
round_half_up (Fraction a, int places)
{
  gint64 scale = places == 2 ? 100 : 10000;
  gint64 whole = a.n * scale / a.d - 2;

  while ((2 * whole + 1) * a.d <= 2 * a.n * scale)
    whole++;
  return (int)whole;
}

/* }}} */
/* {{{ The formulas */

/* Q, 0 to 10, unanswered parts counted as @open_high of the highest level. */
static Fraction
question_points (const Answers *answers, guint i, gboolean open_high)
{
  const SurveyFact *fact = &survey_facts[i];
  gint64 sum = 0;
  gint64 counted = 0;

  for (guint j = 0; j < fact->n; j++)
    {
      int level = answers->level[i][j];

      if (fact->negative == j + 1)
        continue;
      counted++;
      sum += level >= 0 ? level : open_high ? fact->highest : 0;
    }
  return fraction (10 * sum, counted * fact->highest);
}

static Fraction
dimension_score (const Answers *answers, guint dimension, gboolean open_high)
{
  Fraction sum = { 0, 1 };
  gint64 questions = 0;

  for (guint i = 0; i < SURVEY_N_FACTS; i++)
    if (survey_facts[i].dimension == dimension)
      {
        sum = add (sum, question_points (answers, i, open_high));
        questions++;
      }
  return times (sum, 10, questions);
}

static int
overall_score (const Answers *answers, gboolean open_high)
{
  Fraction sum = { 0, 1 };

  for (guint d = 0; d < 6; d++)
    sum = add (sum, fraction (round_half_up (dimension_score (answers, d, open_high), 2), 100));
  return round_half_up (times (sum, 1, 6), 2);
}

static Fraction
exact_overall (const Answers *answers)
{
  Fraction sum = { 0, 1 };

  for (guint d = 0; d < 6; d++)
    sum = add (sum, dimension_score (answers, d, FALSE));
  return times (sum, 1, 6);
}

static gboolean
is_complete (const Answers *answers)
{
  for (guint i = 0; i < SURVEY_N_FACTS; i++)
    for (guint j = 0; j < survey_facts[i].n; j++)
      if (answers->level[i][j] < 0)
        return FALSE;
  return TRUE;
}

/* }}} */
/* {{{ Answers and documents */

static void
answer_question (Answers *answers, guint i)
{
  for (guint j = 0; j < survey_facts[i].n; j++)
    answers->level[i][j] = (gint8)g_test_rand_int_range (0, survey_facts[i].highest + 1);
}

/* Each question is left open with @open of 10; then a matrix may be half answered. */
static Answers
random_answers (int open)
{
  Answers answers;

  for (guint i = 0; i < SURVEY_N_FACTS; i++)
    {
      gboolean leave = g_test_rand_int_range (0, 10) < open;

      answer_question (&answers, i);
      for (guint j = 0; leave && j < survey_facts[i].n; j++)
        if (!survey_fact_is_matrix (i) || g_test_rand_int_range (0, 2) == 0)
          answers.level[i][j] = -1;
    }
  return answers;
}

static AssessmentDocument *
with_question (AssessmentDocument *document, const Answers *answers, guint i)
{
  const SurveyFact *fact = &survey_facts[i];
  g_autoptr (AssessmentDocument) old = document;
  guint8 ticks[MAX_OPTIONS];
  guint n = 0;

  if (survey_fact_is_matrix (i))
    return assessment_document_with_levels (old, fact->id, answers->level[i], fact->n);
  if (answers->level[i][0] < 0)
    return g_steal_pointer (&old);
  for (guint j = 0; j < fact->n; j++)
    if (answers->level[i][j] > 0)
      ticks[n++] = (guint8)(j + 1);
  return assessment_document_with_ticks (old, fact->id, fact->column, ticks, n);
}

static AssessmentDocument *
make_document (const Answers *answers)
{
  AssessmentDocument *document = assessment_document_new ("dma-sme", "1.0");

  for (guint i = 0; i < SURVEY_N_FACTS; i++)
    document = with_question (document, answers, i);
  return document;
}

static SurveyScore *
score_answers (SurveyPack *pack, const Answers *answers)
{
  g_autoptr (AssessmentDocument) document = make_document (answers);
  g_autoptr (GError) error = NULL;

  g_assert_true (survey_pack_check (pack, document, &error));
  g_assert_no_error (error);
  return survey_score_new (pack, document);
}

/* }}} */

static void
test_formula (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (int round = 0; round < ROUNDS; round++)
    {
      Answers answers = random_answers (round % 4);
      g_autoptr (SurveyScore) score = score_answers (pack, &answers);
      SurveyValue overall = survey_score_overall (score);

      for (guint i = 0; i < SURVEY_N_FACTS; i++)
        {
          const SurveyQuestionScore *entry = survey_score_question (score, i);

          g_assert_cmpstr (entry->id, ==, survey_facts[i].score_id);
          g_assert_cmpint (entry->points.low, ==,
                           round_half_up (question_points (&answers, i, FALSE), 2));
          g_assert_cmpint (entry->points.high, ==,
                           round_half_up (question_points (&answers, i, TRUE), 2));
        }
      for (guint d = 0; d < 6; d++)
        {
          SurveyValue value = survey_score_dimension (score, d)->score;

          g_assert_cmpint (value.low, ==, round_half_up (dimension_score (&answers, d, FALSE), 2));
          g_assert_cmpint (value.high, ==, round_half_up (dimension_score (&answers, d, TRUE), 2));
        }
      g_assert_cmpint (overall.low, ==, overall_score (&answers, FALSE));
      g_assert_cmpint (overall.high, ==, overall_score (&answers, TRUE));
      g_assert_cmpint (overall.value, ==, is_complete (&answers) ? overall.low : -1);
      g_assert_cmpint (survey_score_completeness (score) == 10000, ==, is_complete (&answers));
    }
}

/* Fills what is open, at random or to an end. */
static Answers
complete (Answers answers, int end)
{
  for (guint i = 0; i < SURVEY_N_FACTS; i++)
    for (guint j = 0; j < survey_facts[i].n; j++)
      if (answers.level[i][j] < 0)
        {
          int highest = survey_facts[i].highest;

          answers.level[i][j] = (gint8)(end == 0   ? 0
                                        : end == 1 ? highest
                                                   : g_test_rand_int_range (0, highest + 1));
        }
  return answers;
}

/* No completion lies outside the interval, and both ends are completions. */
static void
test_interval (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (int round = 0; round < ROUNDS / 4; round++)
    {
      Answers answers = random_answers (5);
      g_autoptr (SurveyScore) partial = score_answers (pack, &answers);
      SurveyValue reach = survey_score_overall (partial);

      for (int end = 0; end < 6; end++)
        {
          Answers whole = complete (answers, end);
          g_autoptr (SurveyScore) score = score_answers (pack, &whole);
          SurveyValue overall = survey_score_overall (score);

          g_assert_cmpint (overall.value, >=, reach.low);
          g_assert_cmpint (overall.value, <=, reach.high);
          if (end == 0)
            g_assert_cmpint (overall.value, ==, reach.low);
          if (end == 1)
            g_assert_cmpint (overall.value, ==, reach.high);
          if (reach.band >= 0)
            g_assert_cmpint (overall.band, ==, reach.band);
        }
    }
}

/* The gain is the exact difference, and the rounded scores move by it as far as rounding lets them.
 */
static void
test_gain (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (int round = 0; round < ROUNDS; round++)
    {
      Answers before = random_answers (0);
      Answers after = before;
      guint i = (guint)g_test_rand_int_range (0, SURVEY_N_FACTS);
      guint j = (guint)g_test_rand_int_range (0, (int)survey_facts[i].n);
      int level = g_test_rand_int_range (0, survey_facts[i].highest + 1);
      g_autoptr (SurveyScore) old = score_answers (pack, &before);
      g_autoptr (SurveyScore) new = NULL;
      int gain = survey_score_gain (old, i, j, level);
      Fraction exact;
      int moved;

      after.level[i][j] = (gint8)level;
      new = score_answers (pack, &after);
      exact = add (exact_overall (&after), times (exact_overall (&before), -1, 1));
      g_assert_cmpint (ABS (gain), ==, round_half_up (fraction (ABS (exact.n), exact.d), 4));
      g_assert_true ((gain < 0) == (exact.n < 0));

      moved = survey_score_overall (new).value - survey_score_overall (old).value;
      g_assert_cmpint (ABS (moved * 100 - gain), <=, 117); /* a hundredth and a sixth of one */
      g_assert_cmpint (survey_score_gain (new, i, j, before.level[i][j]), ==, -gain);
    }
}

/* More is never less: raising one part raises or keeps every score. */
static void
test_monotonic (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (int round = 0; round < ROUNDS / 2; round++)
    {
      Answers low = random_answers (0);
      Answers high = low;
      guint i = (guint)g_test_rand_int_range (0, SURVEY_N_FACTS);
      guint j = (guint)g_test_rand_int_range (0, (int)survey_facts[i].n);
      g_autoptr (SurveyScore) a = NULL;
      g_autoptr (SurveyScore) b = NULL;

      high.level[i][j] = (gint8)survey_facts[i].highest;
      a = score_answers (pack, &low);
      b = score_answers (pack, &high);
      g_assert_cmpint (survey_score_overall (b).value, >=, survey_score_overall (a).value);
      g_assert_cmpint (survey_score_overall (b).band, >=, survey_score_overall (a).band);
    }
}

/* Points of parts add up to the points of their question, to the rounding of each. */
static void
test_parts_add_up (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (int round = 0; round < ROUNDS / 4; round++)
    {
      Answers answers = random_answers (0);
      g_autoptr (SurveyScore) score = score_answers (pack, &answers);

      for (guint i = 0; i < SURVEY_N_FACTS; i++)
        {
          const SurveyQuestionScore *entry = survey_score_question (score, i);
          int sum = 0;
          int most = 0;

          for (guint j = 0; j < entry->n_parts; j++)
            {
              sum += entry->parts[j].points;
              most += entry->parts[j].max_points;
            }
          g_assert_cmpint (ABS (sum - entry->points.value * 10), <=, (int)entry->n_parts + 5);
          g_assert_cmpint (ABS (most - 10000), <=, (int)entry->n_parts);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survey/score-properties/formula", test_formula);
  g_test_add_func ("/survey/score-properties/interval", test_interval);
  g_test_add_func ("/survey/score-properties/gain", test_gain);
  g_test_add_func ("/survey/score-properties/monotonic", test_monotonic);
  g_test_add_func ("/survey/score-properties/parts-add-up", test_parts_add_up);
  return g_test_run ();
}
