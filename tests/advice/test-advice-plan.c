/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-plan.h"

#include <string.h>

/* The plan: gains are the real scoring's, shares add up, nothing before what it waits for, circles
 * are named, targets are judged on the projected document. */

static AdvicePlan *
plan_of (AssessmentDocument *document)
{
  g_autoptr (Advice) advice = fixture_whole (document, TODAY);

  return advice_plan_new (advice);
}

/* The sample with more members, as JSON: "targets", "plan" … */
static AssessmentDocument *
sample_with (const char *members)
{
  g_autoptr (AssessmentDocument) sample = fixture_sample ("sample-metalworks");
  g_autofree char *text = assessment_document_serialize (sample, FALSE);
  g_autofree char *longer = NULL;
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document;

  g_assert_cmpint (text[strlen (text) - 1], ==, '}');
  text[strlen (text) - 1] = '\0';
  longer = g_strdup_printf ("%s,%s}", text, members);
  document = assessment_document_parse (longer, -1, "test", &error);
  g_assert_no_error (error);
  return document;
}

static AdvicePlan *
plan_with (const char *members)
{
  g_autoptr (AssessmentDocument) document = sample_with (members);

  return plan_of (document);
}

static const AdviceAction *
find (const AdvicePlan *plan, const char *id)
{
  int index = advice_plan_find (plan, id);

  g_assert_cmpint (index, >=, 0);
  return advice_plan_action (plan, (guint)index);
}

static gboolean
has_problem (const AdvicePlan *plan, const char *words)
{
  for (guint i = 0; i < advice_plan_n_problems (plan); i++)
    if (fixture_says (advice_plan_problem (plan, i), words))
      return TRUE;
  return FALSE;
}

static int
overall (Advice *advice)
{
  return survey_score_overall (advice_score (advice)).value;
}

static void
assert_sound (const AdvicePlan *plan)
{
  Advice *now = advice_plan_advice (plan);

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    {
      const AdviceAction *action = advice_plan_action (plan, i);
      g_autoptr (Advice) done = advice_plan_project (plan, &i, 1);
      int sum = 0;

      g_assert_cmpint (overall (done) - overall (now), ==, action->gain);
      for (guint w = 0; w < ADVICE_N_WEIGHTS; w++)
        sum += action->shares[w];
      g_assert_cmpint (sum, ==, action->rank);
      g_assert_cmpint (action->rank, >=, 0);
      g_assert_cmpint (action->rank, <=, 100);
      for (guint j = 0; j < action->n_after; j++)
        {
          g_assert_cmpuint (action->after[j], <, i);
          g_assert_cmpint (advice_plan_action (plan, action->after[j])->period, <=, action->period);
        }
      if (i > 0 && action->n_after == 0 && !advice_plan_action (plan, i - 1)->in_place)
        g_assert_cmpint (advice_plan_action (plan, i - 1)->rank, >=, action->rank);
    }
}

static void
test_gains_are_real (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks");
  g_autoptr (AdvicePlan) plan = plan_of (document);

  g_assert_cmpuint (advice_plan_n_actions (plan), >, 30);
  g_assert_cmpuint (advice_plan_n_problems (plan), ==, 0);
  g_assert_cmpuint (advice_plan_n_targets (plan), ==, 0);
  assert_sound (plan);
}

/* Whatever is chosen: doing all of it leads to full marks. */
static void
test_all_is_full_marks (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks");
  g_autoptr (AdvicePlan) plan = plan_of (document);
  g_autofree guint *all = g_new (guint, advice_plan_n_actions (plan));
  g_autoptr (Advice) done = NULL;

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    all[i] = i;
  done = advice_plan_project (plan, all, advice_plan_n_actions (plan));
  /* Rows of a scale go to their next landmark first. */
  g_assert_cmpint (overall (done), >, 8000);
  for (guint i = 0; i < survey_score_n_questions (advice_score (done)); i++)
    if (survey_score_question (advice_score (done), i)->question->kind != SURVEY_QUESTION_LEVELS)
      g_assert_cmpint (survey_score_question (advice_score (done), i)->points.value, ==, 1000);
}

static void
test_own_action (void)
{
  g_autoptr (AdvicePlan) plan = plan_with (
      "\"plan\":{\"actions\":[{\"id\":\"visit\",\"title\":\"See how a neighbour does "
      "it\",\"kind\":\"study-visit\",\"effort\":1,\"cost\":\"low\",\"after\":[\"q8.3\"],"
      "\"effects\":{\"q2\":[10],\"q9\":[2,null,null,null,null]}},{\"id\":\"q8.3\",\"due\":\"2027-"
      "04-30\",\"owner\":\"Ana\",\"status\":\"started\"}]}");
  const AdviceAction *visit = find (plan, "visit");
  const AdviceAction *training = find (plan, "q8.3");

  assert_sound (plan);
  g_assert_true (visit->own && visit->planned && !visit->in_place && visit->settled);
  g_assert_cmpuint (visit->n_effects, ==, 2);
  g_assert_cmpstr (visit->kind, ==, "study-visit");
  g_assert_true (fixture_says (visit->cost_text, "little money"));
  /* One of ten options of one of three question scores of six dimensions, and one level of five of
   * five rows: (100/30 + 100/25) / 6, up to roundings. */
  g_assert_cmpint (ABS (visit->gain - 122), <=, 2);
  g_assert_cmpint (training->period, ==, ADVICE_PERIOD_180);
  g_assert_cmpint (visit->period, ==, ADVICE_PERIOD_180);
  g_assert_cmpstr (training->ends_on, ==, "2027-04-30");
  g_assert_cmpstr (training->owner, ==, "Ana");
  g_assert_false (training->own);
  g_assert_true (fixture_says (training->cost_text, "not estimated"));
  g_assert_cmpuint (advice_plan_n_problems (plan), ==, 0);
}

/* A hyphen instead of the point, as older documents write it, names the same actions. */
static void
test_hyphens (void)
{
  g_autoptr (AdvicePlan) plan
      = plan_with ("\"plan\":{\"actions\":[{\"id\":\"q8-3\",\"owner\":\"Ana\"},{\"id\":\"q8-1\"},"
                   "{\"id\":\"own\",\"title\":\"Own\",\"after\":[\"q8-3\"]}]}");

  g_assert_cmpstr (find (plan, "q8.3")->owner, ==, "Ana");
  g_assert_cmpstr (find (plan, "q8-3")->id, ==, "q8.3");
  g_assert_true (find (plan, "q8.1")->in_place);
  g_assert_cmpuint (find (plan, "own")->n_after, ==, 1);
  g_assert_cmpuint (advice_plan_n_problems (plan), ==, 0);
}

/* A tick of an unanswered question: what else is in place is unknown, so is the gain. */
static void
test_open_effect (void)
{
  g_autoptr (AssessmentDocument) document
      = sample_with ("\"plan\":{\"actions\":[{\"id\":\"own\",\"title\":\"Own\",\"effects\":{"
                     "\"q8\":[3]}},{\"id\":\"q8.6\"}]}");
  g_autoptr (AssessmentDocument) open = assessment_document_without_answer (document, "q8");
  g_autoptr (AdvicePlan) plan = plan_of (open);

  g_assert_false (find (plan, "own")->settled);
  g_assert_cmpint (find (plan, "own")->gain, ==, 0);
  g_assert_false (find (plan, "q8.6")->settled);
  g_assert_false (find (plan, "q8.6")->in_place);
}

static void
test_circle_is_named (void)
{
  g_autoptr (AdvicePlan) plan = plan_with (
      "\"plan\":{\"actions\":[{\"id\":\"a\",\"title\":\"First\",\"after\":[\"b\"]},{\"id\":\"b\","
      "\"title\":\"Second\",\"after\":[\"a\",\"c\"]},{\"id\":\"c\",\"title\":\"Third\",\"after\":["
      "\"c\",\"nowhere\",\"d\"]},{\"id\":\"d\",\"title\":\"Fourth\",\"status\":\"dropped\"}]}");

  g_assert_true (has_problem (plan, "in a circle: “First” and “Second”"));
  g_assert_true (has_problem (plan, "“Third” waits for itself"));
  g_assert_true (has_problem (plan, "“nowhere”, and there is no such action"));
  g_assert_true (has_problem (plan, "“Third” waits for “Fourth”, which is not in the plan"));
  assert_sound (plan);
}

static void
test_late_dependency (void)
{
  g_autoptr (AdvicePlan) plan = plan_with (
      "\"plan\":{\"actions\":[{\"id\":\"a\",\"title\":\"First\",\"due\":\"2027-01-10\","
      "\"after\":[\"b\"]},{\"id\":\"b\",\"title\":\"Second\",\"due\":\"2027-09-01\"}]}");

  g_assert_true (has_problem (plan, "“First” is due on"));
  g_assert_cmpint (find (plan, "a")->period, ==, ADVICE_PERIOD_365);
}

static void
test_weights (void)
{
  g_autoptr (AdvicePlan) usual = plan_with ("\"plan\":{\"weights\":{}}");
  g_autoptr (AdvicePlan) ease = plan_with ("\"plan\":{\"weights\":{\"gap\":0,\"effect\":0,"
                                           "\"effort\":50,\"fit\":0,\"pains\":0,\"luck\":9}}");
  g_autoptr (AdvicePlan) none = plan_with (
      "\"plan\":{\"weights\":{\"gap\":0,\"effect\":0,\"effort\":0,\"fit\":0,\"pains\":0}}");
  int sum = 0;

  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    sum += advice_plan_weight (usual, (AdviceWeightId)i)->share;
  g_assert_cmpint (sum, ==, 100);
  g_assert_false (advice_plan_weight (usual, ADVICE_WEIGHT_GAP)->is_custom);
  g_assert_cmpint (advice_plan_weight (ease, ADVICE_WEIGHT_EFFORT)->share, ==, 100);
  g_assert_true (advice_plan_weight (ease, ADVICE_WEIGHT_EFFORT)->is_custom);
  g_assert_cmpint (advice_plan_action (ease, 0)->effort, ==, 1);
  g_assert_true (has_problem (ease, "no weight “luck”"));
  g_assert_true (has_problem (none, "All weights are 0"));
  assert_sound (ease);
  assert_sound (none);
}

static void
test_targets_and_periods (void)
{
  g_autoptr (AdvicePlan) plan = plan_with (
      "\"targets\":{\"data\":70,\"green\":1,\"automation\":90},\"target_plans\":{\"data\":{\"due\":"
      "\"2027-03-01\",\"owner\":\"Ana\"},\"automation\":{\"due\":\"2026-01-01\"}},\"plan\":{"
      "\"actions\":[{\"id\":\"q8.3\",\"due\":\"2027-02-01\"},{\"id\":\"q8.4\",\"due\":\"2027-02-"
      "01\"}"
      ",{\"id\":\"q8.6\",\"due\":\"2027-06-01\"},{\"id\":\"q7.6\",\"status\":\"dropped\"}]}");
  const AdvicePlanTarget *data = NULL;
  int last = overall (advice_plan_advice (plan));

  for (guint i = 0; i < advice_plan_n_targets (plan); i++)
    if (strcmp (advice_plan_target (plan, i)->dimension->id, "data") == 0)
      data = advice_plan_target (plan, i);
    else if (strcmp (advice_plan_target (plan, i)->dimension->id, "green") == 0)
      g_assert_cmpint (advice_plan_target (plan, i)->reach, ==, ADVICE_REACH_REACHED);
  g_assert_nonnull (data);
  g_assert_cmpstr (data->owner, ==, "Ana");
  /* q8.3 and q8.4 by then, 2 of 12 half-questions; q8.6 comes too late. */
  g_assert_cmpint (ABS (data->then.value - data->now.value - 1667), <=, 1);
  g_assert_cmpint (data->reach, ==, ADVICE_REACH_MISSED);
  g_assert_cmpint (data->missing, ==, 7000 - data->then.value);
  g_assert_cmpuint (data->n_missing_actions, >, 0);
  g_assert_true (fixture_says (data->text, "points are missing"));
  g_assert_true (has_problem (plan, "was due on"));
  for (guint i = 0; i < ADVICE_N_PERIODS; i++)
    {
      g_autoptr (Advice) then = advice_plan_project_period (plan, (AdvicePeriod)i);

      g_assert_cmpint (
          overall (then), ==,
          survey_score_overall (advice_plan_score_after (plan, (AdvicePeriod)i)).value);
      g_assert_cmpint (overall (then), >=, last);
      last = overall (then);
    }
}

static void
test_any_document (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (AssessmentDocument) all = fixture_sample ("all-fields");
  g_autoptr (AdvicePlan) every = plan_of (all);

  g_assert_cmpuint (advice_plan_n_actions (every), >, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AssessmentDocument) document = fixture_random (rand);
      g_autoptr (AdvicePlan) plan = plan_of (document);

      assert_sound (plan);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/plan/gains-are-real", test_gains_are_real);
  g_test_add_func ("/advice/plan/all-is-full-marks", test_all_is_full_marks);
  g_test_add_func ("/advice/plan/own-action", test_own_action);
  g_test_add_func ("/advice/plan/hyphens", test_hyphens);
  g_test_add_func ("/advice/plan/open-effect", test_open_effect);
  g_test_add_func ("/advice/plan/circle", test_circle_is_named);
  g_test_add_func ("/advice/plan/late-dependency", test_late_dependency);
  g_test_add_func ("/advice/plan/weights", test_weights);
  g_test_add_func ("/advice/plan/targets-and-periods", test_targets_and_periods);
  g_test_add_func ("/advice/plan/any-document", test_any_document);
  status = g_test_run ();
  fixture_close ();
  return status;
}
