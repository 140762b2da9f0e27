/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-step-private.h"

#include <string.h>

/* Next steps. A step moves one option from unticked to ticked or one row of a scale upwards; its
 * gain is what the real scoring gives for it. Unanswered parts are not steps: nobody knows yet
 * whether they are done. */

#define N_PERIODS 3

typedef struct
{
  AdviceStep step;                  /* without its words */
  const SurveyDimension *dimension; /* the one that it raises */
  gboolean wanted, weakest;
  gint64 rank; /* gain × percent of effort × percent of wishes */
} RankedStep;

/* What all steps of one document are ranked by. */
typedef struct
{
  const SurveyScore *score;
  const AdviceWeights *weights;
  const char *const *pains;        /* the company's own, or NULL */
  const char *const *technologies; /* the project's, or NULL */
  GArray *ranked;
} Ranking;

int
advice_weakest_dimension (const SurveyScore *score)
{
  int weakest = -1, lowest = G_MAXINT;

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      if (dimension->score.value >= 0 && dimension->score.value < lowest)
        {
          weakest = (int)i;
          lowest = dimension->score.value;
        }
    }
  return weakest;
}

/* On the scale from not used to operational the next landmark is a trial (2), then daily use (5);
 * on shorter scales the next level. */
static int
next_level (const SurveyPart *part)
{
  if (part->max_level < 5)
    return part->level + 1;
  return part->level < 2 ? 2 : part->max_level;
}

static const char **
shared_pains (const SurveyOption *option, const char *const *pains)
{
  GPtrArray *shared = g_ptr_array_new ();

  for (guint i = 0; option->pains != NULL && option->pains[i] != NULL && pains != NULL; i++)
    if (g_strv_contains (pains, option->pains[i]))
      g_ptr_array_add (shared, (gpointer)option->pains[i]);
  g_ptr_array_add (shared, NULL);
  return (const char **)g_ptr_array_free (shared, FALSE);
}

static gboolean
is_wanted (const Ranking *ranking, const SurveyQuestionScore *question, const SurveyPart *part)
{
  const char *const *technologies = ranking->technologies;

  for (guint i = 0; technologies != NULL && technologies[i] != NULL; i++)
    if (advice_weights_technology_is_part (ranking->weights, technologies[i], question->id,
                                           part->option->number))
      return TRUE;
  return FALSE;
}

const char *
advice_pain_title (const SurveyPack *pack, const char *id)
{
  for (guint i = 0; i < survey_pack_n_pains (pack); i++)
    if (strcmp (survey_pack_pain (pack, i)->id, id) == 0)
      return survey_pack_pain (pack, i)->title;
  return id;
}

static BaseText *
reason_text (const RankedStep *ranked, const SurveyPack *pack)
{
  const char *const *pains = ranked->step.pains;

  if (pains[0] != NULL)
    return base_text_with_text (base_text_new (N_ ("Helps where it hurts: {pain}")), "pain",
                                base_text_new (advice_pain_title (pack, pains[0])));
  if (ranked->wanted)
    return base_text_new (N_ ("Part of the technology that you want to use"));
  return base_text_with_text (
      base_text_new (ranked->weakest ? N_ ("{area} is your weakest area") : N_ ("Raises {area}")),
      "area", base_text_new (ranked->dimension->plain));
}

/* Takes what @ranked holds and gives it its words, which those that are not shown never need. */
static AdviceStep *
tell (const RankedStep *ranked, const SurveyPack *pack)
{
  AdviceStep *step = g_memdup2 (&ranked->step, sizeof ranked->step);

  step->title = base_text_new (step->option->step);
  step->benefit = step->option->benefit != NULL ? base_text_new (step->option->benefit) : NULL;
  step->reason = reason_text (ranked, pack);
  return step;
}

static guint8
period_of (guint8 effort)
{
  return effort <= 1 ? 0 : effort - 1;
}

static gint64
rank_of (const RankedStep *ranked, const AdviceWeightValues *values)
{
  int percent = 100;

  percent += ranked->step.pains[0] != NULL ? values->step_pain : 0;
  percent += ranked->wanted ? values->step_technology : 0;
  percent += ranked->weakest ? values->step_weakest : 0;
  return (gint64)ranked->step.gain * percent * values->step_effort[ranked->step.effort];
}

static void
consider (const Ranking *ranking,
          const SurveyDimension *dimension,
          gboolean weakest,
          guint question_index,
          guint part_index)
{
  const SurveyQuestionScore *question = survey_score_question (ranking->score, question_index);
  const SurveyPart *part = &question->parts[part_index];
  const SurveyOption *option = part->option;
  RankedStep ranked;
  guint8 effort;

  if (part->level < 0 || part->level >= part->max_level || part->max_points == 0
      || option->step == NULL)
    return;

  effort = MIN (option->effort, 3);
  ranked = (RankedStep){
    .dimension = dimension,
    .weakest = weakest,
    .wanted = is_wanted (ranking, question, part),
    .step = { .question = question_index,
              .part = part_index,
              .survey_question = question->question,
              .option = option,
              .column = question->column != NULL ? question->column->id : NULL,
              .from_level = part->level,
              .to_level = next_level (part),
              .effort = effort,
              .pillar = option->pillar,
              .period = period_of (effort),
              .pains = shared_pains (option, ranking->pains) },
  };
  ranked.step.gain
      = survey_score_gain (ranking->score, question_index, part_index, ranked.step.to_level);
  ranked.rank = rank_of (&ranked, advice_weights_values (ranking->weights));
  g_array_append_val (ranking->ranked, ranked);
}

/* Best first; among equals the official order, in which they were found. */
static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const RankedStep *left = a, *right = b;

  if (left->rank != right->rank)
    return left->rank > right->rank ? -1 : 1;
  if (left->step.question != right->step.question)
    return left->step.question < right->step.question ? -1 : 1;
  return left->step.part < right->step.part ? -1 : 1;
}

/* All of them, best first. */
static GArray *
rank_all (const SurveyScore *score,
          const AssessmentDocument *document,
          const AdviceWeights *weights)
{
  const Ranking ranking
      = { .score = score,
          .weights = weights,
          .pains = assessment_document_get_strings (document, "project.pains"),
          .technologies = assessment_document_get_strings (document, "project.technologies"),
          .ranked = g_array_new (FALSE, FALSE, sizeof (RankedStep)) };
  int weakest = advice_weakest_dimension (score);

  for (guint d = 0; d < survey_score_n_dimensions (score); d++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, d);

      for (guint q = dimension->first; q < dimension->first + dimension->n; q++)
        for (guint p = 0; p < survey_score_question (score, q)->n_parts; p++)
          consider (&ranking, dimension->dimension, (int)d == weakest, q, p);
    }
  g_array_sort (ranking.ranked, compare_ranked);
  return ranking.ranked;
}

GPtrArray *
advice_steps_all_new (const SurveyScore *score,
                      const AssessmentDocument *document,
                      const AdviceWeights *weights)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify)advice_step_free);
  g_autoptr (GArray) ranked = rank_all (score, document, weights);

  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (steps,
                     tell (&g_array_index (ranked, RankedStep, i), survey_score_pack (score)));
  return steps;
}

GPtrArray *
advice_steps_new (const SurveyScore *score,
                  const AssessmentDocument *document,
                  const AdviceWeights *weights)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify)advice_step_free);
  g_autoptr (GArray) ranked = rank_all (score, document, weights);
  const guint at_most = (guint)advice_weights_values (weights)->steps_shown_at_most;
  guint of_period[N_PERIODS] = { 0 };

  for (guint i = 0; i < ranked->len; i++)
    {
      const RankedStep *one = &g_array_index (ranked, RankedStep, i);
      guint *taken = &of_period[MIN (one->step.period, N_PERIODS - 1)];

      /* Small steps rank high; half of the places are kept for what takes longer and gives more. */
      if (steps->len < at_most && *taken < (at_most + 1) / 2)
        {
          g_ptr_array_add (steps, tell (one, survey_score_pack (score)));
          (*taken)++;
        }
      else
        g_free ((gpointer)one->step.pains);
    }
  return steps;
}

void
advice_step_free (AdviceStep *step)
{
  if (step == NULL)
    return;
  base_text_unref (step->title);
  g_clear_pointer (&step->benefit, base_text_unref);
  base_text_unref (step->reason);
  g_free ((gpointer)step->pains);
  g_free (step);
}

static AssessmentDocument *
with_tick (AssessmentDocument *document, const char *question, const char *column, guint8 number)
{
  guint n;
  const guint8 *ticks = assessment_document_get_ticks (document, question, column, &n);
  g_autoptr (GByteArray) all = g_byte_array_new ();

  if (ticks != NULL)
    g_byte_array_append (all, ticks, n);
  g_byte_array_append (all, &number, 1);
  return assessment_document_with_ticks (document, question, column, all->data, all->len);
}

static AssessmentDocument *
with_level (AssessmentDocument *document, const char *question, guint row, int level)
{
  guint n;
  const gint8 *levels = assessment_document_get_levels (document, question, &n);
  g_autofree gint8 *raised = g_memdup2 (levels, n);

  g_return_val_if_fail (row < n, assessment_document_ref (document));
  raised[row] = (gint8)level;
  return assessment_document_with_levels (document, question, raised, n);
}

AssessmentDocument *
advice_steps_apply (AssessmentDocument *document, const AdviceStep *const *steps, guint n_steps)
{
  AssessmentDocument *result = assessment_document_ref (document);

  for (guint i = 0; i < n_steps; i++)
    {
      const SurveyQuestion *question = steps[i]->survey_question;
      g_autoptr (AssessmentDocument) before = result;

      if (question->kind == SURVEY_QUESTION_LEVELS)
        result
            = with_level (before, question->id, steps[i]->option->number - 1u, steps[i]->to_level);
      else
        result = with_tick (before, question->id, steps[i]->column, steps[i]->option->number);
    }
  return result;
}
