/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-way-step.h"

#include <glib/gi18n.h>

/* What is done, begun and open on the way, from the Advice alone. */

static const struct
{
  const char *id, *title, *purpose;
} steps[] = {
  { "company", N_ ("Company"), N_ ("who you are") },
  { "questions", N_ ("Questions"), N_ ("how you work") },
  { "results", N_ ("Results"), N_ ("where you stand") },
  { "support", N_ ("Support"), N_ ("what fits you") },
  { "plan", N_ ("Plan"), N_ ("what to do next") },
  { "report", N_ ("Report"), N_ ("for yourself or a funder") },
};

void
app_way_step_free (AppWayStep *step)
{
  g_free (step->target);
  g_free (step->step);
  g_free (step->dimension);
  g_free (step->title);
  g_free (step->detail);
  g_free (step->accessible);
  g_free (step);
}

static AppWayStep *
add_step (GPtrArray *list, const char *step, const char *target, const char *title)
{
  AppWayStep *item = g_new0 (AppWayStep, 1);

  item->step = g_strdup (step);
  item->target = g_strdup (target);
  item->title = g_strdup (title);
  g_ptr_array_add (list, item);
  return item;
}

/* @part of @whole: open, begun or done. */
static void
set_progress (AppWayStep *item, guint part, guint whole)
{
  item->fraction = whole > 0 ? (double)part / whole : 0;
  item->state = part == 0 ? APP_WAY_OPEN : part >= whole ? APP_WAY_DONE : APP_WAY_BEGUN;
}

static void
set_company (AppWayStep *item, AssessmentDocument *document)
{
  static const char *const paths[]
      = { "company.name", "company.region", "company.sectors", "company.accounts[0].staff" };
  guint known = 0;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (assessment_document_has (document, paths[i]))
      known++;
  set_progress (item, known, G_N_ELEMENTS (paths));
}

static void
set_questions (AppWayStep *item, SurveyScore *score)
{
  const guint n = survey_pack_n_questions (survey_score_pack (score));
  guint answered = 0;

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    answered += survey_score_dimension (score, i)->answered;
  set_progress (item, answered, n);
  if (item->state == APP_WAY_OPEN && survey_score_completeness (score) > 0)
    set_progress (item, 1, 2 * n);
  /* translators: answered questions, all questions */
  item->detail = g_strdup_printf (_ ("%u of %u"), answered, n);
}

/* The first question of a dimension that is still open, else its first. */
static const SurveyQuestion *
first_open (AssessmentDocument *document, SurveyScore *score, const SurveyDimensionScore *dimension)
{
  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    if (!survey_score_question (score, i)->answered)
      return survey_score_question (score, i)->question;
  return survey_score_question (score, dimension->first)->question;
}

static void
add_dimensions (GPtrArray *list, AppSession *session, Advice *advice)
{
  SurveyScore *score = advice_score (advice);

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      const SurveyQuestion *question = first_open (advice_document (advice), score, dimension);
      g_autofree char *target = g_strconcat ("questions:", question->id, NULL);
      const char *title = app_session_tell (session, dimension->dimension->plain);
      AppWayStep *item = add_step (list, "questions", target, title);

      item->dimension = g_strdup (dimension->dimension->id);
      set_progress (item, dimension->answered, dimension->questions);
      item->detail = g_strdup_printf ("%u/%u", dimension->answered, dimension->questions);
    }
}

static void
set_results (AppWayStep *item, AppSession *session, Advice *advice)
{
  const SurveyValue overall = survey_score_overall (advice_score (advice));

  if (overall.value >= 0)
    {
      item->state = APP_WAY_DONE;
      item->detail
          = base_language_integer (app_session_get_language (session), (overall.value + 50) / 100);
    }
}

/* Settled kinds of support; a closed call never "fits", whatever its rules say. */
static void
set_support (AppWayStep *item, Advice *advice)
{
  const guint n = advice_n_instruments (advice);
  guint settled = 0, fits = 0;

  for (guint i = 0; i < n; i++)
    {
      const AdviceInstrument *instrument = advice_instrument (advice, i);

      if (instrument->status != ADVICE_STATUS_UNKNOWN)
        settled++;
      if (instrument->status == ADVICE_STATUS_ELIGIBLE && instrument->call == ADVICE_CALL_OPEN)
        fits++;
    }
  if (survey_score_overall (advice_score (advice)).value >= 0)
    set_progress (item, settled, n);
  if (fits > 0)
    item->detail = g_strdup_printf (ngettext ("%u fits", "%u fit", fits), fits);
}

static void
set_plan (AppWayStep *item, AssessmentDocument *document)
{
  const guint n = assessment_document_count (document, "plan.actions");

  if (n > 0)
    {
      item->state = APP_WAY_DONE;
      item->detail = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
    }
}

static char *
accessible_name (const AppWayStep *item, gboolean here)
{
  static const char *const words[] = {
    [APP_WAY_OPEN] = N_ ("open"), [APP_WAY_BEGUN] = N_ ("begun"), [APP_WAY_DONE] = N_ ("done"),
    [APP_WAY_HERE] = N_ ("open"), [APP_WAY_GOAL] = N_ ("open"),
  };
  g_autofree char *state = NULL;
  unsigned part, whole;

  if (item->dimension != NULL && sscanf (item->detail, "%u/%u", &part, &whole) == 2)
    state = g_strdup_printf (_ ("%u of %u answered"), part, whole);
  else if (g_str_equal (item->step, "questions"))
    state = g_strdup_printf (_ ("%s answered"), item->detail);
  else if (g_str_equal (item->step, "results") && item->detail != NULL)
    state = g_strdup_printf (_ ("score %s"), item->detail);
  else if (item->detail != NULL)
    state = g_strdup (item->detail);
  else
    state = g_strdup (gettext (words[item->state]));

  if (here)
    /* translators: a step of the way, how far it is: "Company, done, current step" */
    return g_strdup_printf (_ ("%s, %s, current step"), item->title, state);
  return g_strdup_printf ("%s, %s", item->title, state);
}

/* The arrow stands at one mark only: at the dimension while a question is open. */
static void
finish (GPtrArray *list, const char *here, const char *dimension)
{
  for (guint i = 0; i < list->len; i++)
    {
      AppWayStep *item = g_ptr_array_index (list, i);
      const gboolean is_here
          = g_str_equal (item->step, here) && g_strcmp0 (item->dimension, dimension) == 0;

      item->walked = item->state == APP_WAY_DONE || item->state == APP_WAY_BEGUN;
      item->accessible = accessible_name (item, is_here);
      if (is_here)
        item->state = APP_WAY_HERE;
    }
  /* A line is solid as far as the next mark has been begun. */
  for (guint i = 0; i < list->len; i++)
    {
      AppWayStep *item = g_ptr_array_index (list, i);
      const AppWayStep *next = i + 1 < list->len ? g_ptr_array_index (list, i + 1) : NULL;

      item->walked = item->walked && next != NULL
                     && (next->walked || next->state == APP_WAY_HERE || next->state == APP_WAY_BEGUN
                         || next->state == APP_WAY_DONE);
    }
}

GPtrArray *
app_way_steps_new (AppSession *session, const char *here, const char *dimension)
{
  Advice *advice = app_session_get_advice (session);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)app_way_step_free);

  g_return_val_if_fail (advice != NULL, list);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      AppWayStep *item = add_step (list, steps[i].id, steps[i].id, gettext (steps[i].title));

      switch (i)
        {
        case 0:
          set_company (item, advice_document (advice));
          break;
        case 1:
          set_questions (item, advice_score (advice));
          add_dimensions (list, session, advice);
          break;
        case 2:
          set_results (item, session, advice);
          break;
        case 3:
          set_support (item, advice);
          break;
        case 4:
          set_plan (item, advice_document (advice));
          break;
        default:
          item->state = APP_WAY_GOAL;
        }
    }
  finish (list, here, dimension);
  return list;
}

guint
app_way_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

const char *
app_way_step_id (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (steps), NULL);
  return steps[index].id;
}

const char *
app_way_step_title (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (steps), NULL);
  return gettext (steps[index].title);
}

const char *
app_way_step_purpose (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (steps), NULL);
  return gettext (steps[index].purpose);
}
