/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-plan-private.h"

#include "advice/advice-rules-private.h"
#include "advice/advice-step-private.h"

#include <string.h>

/* What could be done: bundled steps and the company's own actions, with the answers that each
 * changes. An own action tells its effects as answers ("effects": {"q2": [10]}); they are read with
 * the document's own readers, so that whatever is an answer is an effect. */

typedef struct
{
  AdvicePool *pool;
  const Advice *advice;
  const AssessmentDocument *document;
  const SurveyScore *score;
  GPtrArray *problems;
} Collector;

static const char *
action_string (const Collector *collector, int index, const char *member)
{
  g_autofree char *path = g_strdup_printf ("plan.actions[%d].%s", index, member);

  return assessment_document_get_string (collector->document, path);
}

gboolean
advice_action_is (const char *id, const char *written)
{
  const char *point = id != NULL ? strrchr (id, '.') : NULL;

  if (id == NULL || written == NULL)
    return FALSE;
  if (strcmp (id, written) == 0)
    return TRUE;
  return point != NULL && strlen (id) == strlen (written) && written[point - id] == '-'
         && strncmp (id, written, (gsize)(point - id)) == 0
         && strcmp (point + 1, written + (point - id) + 1) == 0;
}

static int
find_entry (const Collector *collector, const char *id)
{
  int n = (int)assessment_document_count (collector->document, "plan.actions");

  for (int i = 0; i < n; i++)
    if (advice_action_is (id, action_string (collector, i, "id")))
      return i;
  return -1;
}

static BaseText *
cost_text (const char *cost)
{
  if (cost == NULL)
    return base_text_new (N_ ("not estimated"));
  if (strcmp (cost, "none") == 0)
    return base_text_new (N_ ("no money"));
  if (strcmp (cost, "low") == 0)
    return base_text_new (N_ ("little money"));
  if (strcmp (cost, "medium") == 0)
    return base_text_new (N_ ("some money"));
  return base_text_new (N_ ("much money"));
}

/* What the document says of the action, whatever its kind. */
static void
read_entry (const Collector *collector, AdviceAction *action, int index)
{
  g_autofree char *effort_path = g_strdup_printf ("plan.actions[%d].effort", index);
  double effort;

  action->index = index;
  if (index >= 0)
    {
      action->status = action_string (collector, index, "status");
      if (action->status == NULL)
        action->status = "planned";
      action->planned = strcmp (action->status, "dropped") != 0;
      action->owner = action_string (collector, index, "owner");
      action->measure = action_string (collector, index, "measure");
      action->due = action_string (collector, index, "due");
      action->cost = action_string (collector, index, "cost");
      if (assessment_document_get_number (collector->document, effort_path, &effort))
        action->effort = (guint8)effort;
      if (action_string (collector, index, "kind") != NULL)
        action->kind = action_string (collector, index, "kind");
    }
  if (action->kind == NULL)
    action->kind = "measure";
  action->cost_text = advice_pool_keep (collector->pool, cost_text (action->cost));
}

/* --- bundled --- */

static void
add_bundled (const Collector *collector, GArray *actions, const AdviceStep *step)
{
  const SurveyQuestionScore *question = survey_score_question (collector->score, step->question);
  g_autofree char *id = g_strdup_printf ("%s.%u", question->id, step->option->number);
  AdviceEffect *effect = advice_pool_alloc (collector->pool, sizeof (AdviceEffect));
  AdviceAction action = {
    .id = advice_pool_string (collector->pool, id),
    .title = advice_pool_keep (collector->pool, base_text_ref (step->title)),
    .reason = advice_pool_keep (collector->pool, base_text_ref (step->reason)),
    .effort = step->effort,
    .effects = effect,
    .n_effects = 1,
    .settled = TRUE,
  };

  if (step->benefit != NULL)
    action.benefit = advice_pool_keep (collector->pool, base_text_ref (step->benefit));
  *effect = (AdviceEffect){
    .question = step->question,
    .part = step->part,
    .survey_question = step->survey_question,
    .column = question->column,
    .option = step->option,
    .from_level = step->from_level,
    .to_level = step->to_level,
  };
  read_entry (collector, &action, find_entry (collector, action.id));
  g_array_append_val (actions, action);
}

/* An option of the questionnaire by the id of its action; FALSE when there is none. */
static gboolean
find_option (const Collector *collector, const char *id, AdviceEffect *effect)
{
  for (guint q = 0; q < survey_score_n_questions (collector->score); q++)
    {
      const SurveyQuestionScore *question = survey_score_question (collector->score, q);
      gsize length = strlen (question->id);

      if (strncmp (id, question->id, length) != 0 || (id[length] != '.' && id[length] != '-'))
        continue;
      for (guint p = 0; p < question->n_parts; p++)
        if (g_ascii_strtoull (id + length + 1, NULL, 10) == question->parts[p].option->number)
          {
            *effect = (AdviceEffect){ .question = q,
                                      .part = p,
                                      .survey_question = question->question,
                                      .column = question->column,
                                      .option = question->parts[p].option,
                                      .from_level = question->parts[p].level,
                                      .to_level = question->parts[p].max_level };
            return TRUE;
          }
    }
  return FALSE;
}

/* A bundled action of the plan that is no next step any more: done, or its question is open. */
static gboolean
add_settled_option (const Collector *collector, GArray *actions, int index)
{
  const char *id = action_string (collector, index, "id");
  AdviceEffect *effect = advice_pool_alloc (collector->pool, sizeof (AdviceEffect));
  AdviceAction action = { .effects = effect, .n_effects = 1, .settled = TRUE };
  g_autofree char *official = NULL;

  if (id == NULL || !find_option (collector, id, effect))
    return FALSE;
  official
      = g_strdup_printf ("%s.%u", survey_score_question (collector->score, effect->question)->id,
                         effect->option->number);
  action.id = advice_pool_string (collector->pool, official);
  action.title = advice_pool_keep (
      collector->pool,
      base_text_new (effect->option->step != NULL ? effect->option->step : effect->option->title));
  if (effect->option->benefit != NULL)
    action.benefit = advice_pool_keep (collector->pool, base_text_new (effect->option->benefit));
  action.effort = MIN (effect->option->effort, 3);
  action.settled = effect->from_level >= 0;
  action.in_place = effect->from_level >= effect->to_level;
  read_entry (collector, &action, index);
  g_array_append_val (actions, action);
  return TRUE;
}

/* --- own --- */

static AssessmentDocument *
effects_document (const Collector *collector, int index)
{
  g_autofree char *path = g_strdup_printf ("plan.actions[%d].effects", index);
  const char *const *questions = assessment_document_get_keys (collector->document, path);
  AssessmentDocument *effects
      = assessment_document_new (survey_pack_id (advice_pack (collector->advice)),
                                 survey_pack_version (advice_pack (collector->advice)));

  for (guint i = 0; questions != NULL && questions[i] != NULL; i++)
    {
      g_autofree char *answer_path = g_strdup_printf ("%s.%s", path, questions[i]);
      g_autofree char *json = assessment_document_value_to_json (collector->document, answer_path);
      AssessmentDocument *next
          = json != NULL ? assessment_document_with_answer_json (effects, questions[i], json, NULL)
                         : NULL;

      if (next != NULL)
        {
          assessment_document_unref (effects);
          effects = next;
        }
    }
  return effects;
}

/* A tick of a question that nobody answered has no gain yet: what else is in place is unknown. */
static void
read_effects (const Collector *collector, AdviceAction *action, AssessmentDocument *document)
{
  g_autoptr (SurveyScore) wanted = survey_score_new (advice_pack (collector->advice), document);
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (AdviceEffect));
  AdviceEffect *kept;

  action->settled = TRUE;
  action->in_place = TRUE;
  for (guint q = 0; q < survey_score_n_questions (wanted); q++)
    {
      const SurveyQuestionScore *then = survey_score_question (wanted, q);
      const SurveyQuestionScore *now = survey_score_question (collector->score, q);

      for (guint p = 0; p < then->n_parts; p++)
        {
          AdviceEffect effect = { .question = q,
                                  .part = p,
                                  .survey_question = now->question,
                                  .column = now->column,
                                  .option = now->parts[p].option,
                                  .from_level = now->parts[p].level,
                                  .to_level = then->parts[p].level };

          if (effect.to_level <= 0)
            continue;
          action->settled = action->settled && effect.from_level >= 0;
          action->in_place = action->in_place && effect.from_level >= effect.to_level;
          g_array_append_val (effects, effect);
        }
    }
  action->in_place = action->in_place && effects->len > 0;
  kept = advice_pool_new_array (collector->pool, AdviceEffect, effects->len);
  if (effects->len > 0)
    memcpy (kept, effects->data, effects->len * sizeof (AdviceEffect));
  action->effects = kept;
  action->n_effects = effects->len;
}

static void
add_own (const Collector *collector, GArray *actions, int index)
{
  const char *id = action_string (collector, index, "id");
  const char *title = action_string (collector, index, "title");
  g_autoptr (AssessmentDocument) effects = effects_document (collector, index);
  AdviceAction action = { .own = TRUE };
  g_autofree char *number = g_strdup_printf ("action-%d", index + 1);

  action.id = id != NULL ? id : advice_pool_string (collector->pool, number);
  action.title = advice_pool_keep (collector->pool,
                                   base_text_new_verbatim (title != NULL ? title : action.id));
  if (title == NULL)
    g_ptr_array_add (
        collector->problems,
        advice_pool_keep (collector->pool,
                          base_text_with_string (
                              base_text_new (N_ ("Action “{id}” is not one of the questionnaire "
                                                 "and has no title.")),
                              "id", action.id)));
  read_entry (collector, &action, index);
  read_effects (collector, &action, effects);
  g_array_append_val (actions, action);
}

static gboolean
is_there (const GArray *actions, const char *id)
{
  for (guint i = 0; id != NULL && i < actions->len; i++)
    if (advice_action_is (g_array_index (actions, AdviceAction, i).id, id))
      return TRUE;
  return FALSE;
}

static int
compare_official (gconstpointer a, gconstpointer b)
{
  const AdviceStep *left = *(AdviceStep *const *)a, *right = *(AdviceStep *const *)b;

  if (left->question != right->question)
    return left->question < right->question ? -1 : 1;
  return left->part < right->part ? -1 : left->part > right->part;
}

GArray *
advice_plan_collect (AdvicePool *pool, const Advice *advice, GPtrArray *problems)
{
  const Collector collector
      = { pool, advice, advice_document (advice), advice_score (advice), problems };
  g_autoptr (GPtrArray) steps = advice_steps_all_new (collector.score, collector.document,
                                                      advice_rules_weights (advice_rules (advice)));
  GArray *actions = g_array_new (FALSE, FALSE, sizeof (AdviceAction));
  int n = (int)assessment_document_count (collector.document, "plan.actions");

  g_ptr_array_sort (steps, compare_official);
  for (guint i = 0; i < steps->len; i++)
    add_bundled (&collector, actions, g_ptr_array_index (steps, i));
  for (int i = 0; i < n; i++)
    if (!is_there (actions, action_string (&collector, i, "id"))
        && !add_settled_option (&collector, actions, i))
      add_own (&collector, actions, i);
  return actions;
}

/* --- doing it --- */

static AssessmentDocument *
with_tick (AssessmentDocument *document, const AdviceEffect *effect)
{
  const SurveyQuestion *question = effect->survey_question;
  const char *column = effect->column != NULL ? effect->column->id : NULL;
  guint n = 0;
  const guint8 *ticks = assessment_document_get_ticks (document, question->id, column, &n);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gboolean there = FALSE;

  if (ticks == NULL)
    return assessment_document_ref (document);
  for (guint i = 0; i < n; i++)
    {
      gboolean negative = ticks[i] >= 1 && ticks[i] <= question->n_options
                          && question->options[ticks[i] - 1].negative;

      there = there || ticks[i] == effect->option->number;
      if (!negative || effect->option->negative)
        g_byte_array_append (all, &ticks[i], 1);
    }
  if (!there)
    g_byte_array_append (all, &effect->option->number, 1);
  return assessment_document_with_ticks (document, question->id, column, all->data, all->len);
}

static AssessmentDocument *
with_level (AssessmentDocument *document, const AdviceEffect *effect)
{
  guint n = 0;
  const gint8 *levels = assessment_document_get_levels (document, effect->survey_question->id, &n);
  g_autofree gint8 *raised = NULL;

  if (levels == NULL || effect->part >= n || levels[effect->part] < 0
      || levels[effect->part] >= effect->to_level)
    return assessment_document_ref (document);
  raised = g_memdup2 (levels, n);
  raised[effect->part] = (gint8)effect->to_level;
  return assessment_document_with_levels (document, effect->survey_question->id, raised, n);
}

AssessmentDocument *
advice_action_apply (const AdviceAction *action, AssessmentDocument *document)
{
  AssessmentDocument *result = assessment_document_ref (document);

  for (guint i = 0; i < action->n_effects; i++)
    {
      const AdviceEffect *effect = &action->effects[i];
      g_autoptr (AssessmentDocument) before = result;

      result = effect->survey_question->kind == SURVEY_QUESTION_LEVELS ? with_level (before, effect)
                                                                       : with_tick (before, effect);
    }
  return result;
}
