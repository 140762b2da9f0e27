/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-plan.h"
#include "app/app-profile.h"
#include "base/base-data.h"

/* The plan in the document, what it projects, and the words of scores. No window is shown. */

static AppSession *
new_session (const char *sample)
{
  AppLibrary *library = app_library_new ();
  AppSession *session = app_session_new (library, NULL);
  g_autofree char *path = base_data_path (sample, NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, NULL);

  g_assert_true (app_session_open (session, document, FALSE, NULL));
  g_object_unref (library);
  return session;
}

static AssessmentDocument *
choose (AssessmentDocument *document, const char *id, gboolean planned)
{
  AssessmentDocument *next = app_plan_with (document, id, planned);

  g_assert_nonnull (next);
  g_assert_true (app_plan_has (next, id) == planned);
  assessment_document_unref (document);
  return next;
}

static void
test_ids (void)
{
  g_autoptr (AppSession) session = new_session ("samples/sample-metalworks.json");
  Advice *advice = app_session_get_advice (session);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (advice_n_steps (advice), >, 3);
  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      const AdviceStep *step = advice_step (advice, i);
      char *id = app_plan_step_id (advice, step);

      g_assert_true (g_str_has_prefix (id, step->survey_question->id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_choose (void)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  AssessmentDocument *document = choose (assessment_document_ref (empty), "q8.3", TRUE);
  g_autoptr (AssessmentDocument) twice = NULL;

  document = choose (document, "q1-invested.3", TRUE);
  twice = app_plan_with (document, "q8.3", TRUE);
  g_assert_true (assessment_document_equal (twice, document));
  document = choose (document, "q8.3", FALSE);
  g_assert_true (app_plan_has (document, "q1-invested.3"));
  document = choose (document, "q1-invested.3", FALSE);
  g_assert_true (assessment_document_equal (document, empty));
  document = choose (document, "q9.5", FALSE); /* what is not there goes without a word */
  assessment_document_unref (document);
}

/* What an adviser wrote to an action stays; a dropped one is not chosen and can be taken up again.
 */
static void
test_keeps_what_it_does_not_know (void)
{
  static const char text[]
      = "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"dma-sme\","
        "\"version\":\"1.0\"},\"plan\":{\"actions\":[{\"id\":\"own\",\"owner\":\"Ana\"},"
        "{\"id\":\"q8.3\",\"due\":\"2027-02-01\",\"status\":\"dropped\"}]}}";
  AssessmentDocument *document = assessment_document_parse (text, -1, "test", NULL);

  g_assert_nonnull (document);
  g_assert_false (app_plan_has (document, "q8.3"));
  document = choose (document, "q8.3", TRUE);
  g_assert_cmpstr (assessment_document_get_string (document, "plan.actions[1].due"), ==,
                   "2027-02-01");
  g_assert_cmpstr (assessment_document_get_string (document, "plan.actions[0].owner"), ==, "Ana");
  assessment_document_unref (document);
}

static void
test_pains (void)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) one = app_plan_with_pain (empty, "waste", TRUE);
  g_autoptr (AssessmentDocument) two = app_plan_with_pain (one, "stock", TRUE);
  g_autoptr (AssessmentDocument) same = app_plan_with_pain (two, "stock", TRUE);
  g_autoptr (AssessmentDocument) left = app_plan_with_pain (two, "waste", FALSE);
  g_autoptr (AssessmentDocument) none = app_plan_with_pain (left, "stock", FALSE);

  g_assert_true (assessment_document_equal (two, same));
  g_assert_cmpstr (assessment_document_get_strings (left, "project.pains")[0], ==, "stock");
  g_assert_null (assessment_document_get_strings (left, "project.pains")[1]);
  g_assert_true (assessment_document_equal (none, empty));
}

/* The projected score is the score of the answers as they would be: the gains of steps in different
 * answers add up. */
static void
test_projection (void)
{
  g_autoptr (AppSession) session = new_session ("samples/sample-metalworks.json");
  g_autoptr (Advice) before = advice_ref (app_session_get_advice (session));
  int gain = 0;
  guint n = 99;

  for (guint i = 0; i < 2; i++)
    {
      const AdviceStep *step = advice_step (before, i);
      g_autofree char *id = app_plan_step_id (before, step);

      gain += step->gain;
      app_session_edit (session, app_plan_with (app_session_get_document (session), id, TRUE),
                        NULL);
    }
  {
    Advice *advice = app_session_get_advice (session);
    g_autoptr (Advice) then = app_plan_project (advice, &n);
    const int now = survey_score_overall (advice_score (advice)).value;
    const int after = survey_score_overall (advice_score (then)).value;

    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpint (now, ==, survey_score_overall (advice_score (before)).value);
    g_assert_cmpint (ABS (after - now - gain / 100), <=, 1); /* rounded once, not twice */
    {
      g_autoptr (AppProfile) profile = app_profile_new_projected (session, advice, then);

      g_assert_true (app_profile_has_targets (profile));
    }
  }
}

static void
test_profile_words (void)
{
  g_autoptr (AppSession) session = new_session ("samples/sample-metalworks.json");
  g_autoptr (AppProfile) profile = app_profile_new (session, app_session_get_advice (session));

  g_assert_cmpuint (app_profile_n_items (profile), ==, 6);
  g_assert_cmpstr (app_profile_overall_text (profile), ==, "27");
  g_assert_false (app_profile_has_targets (profile));
  g_assert_cmpstr (app_profile_tips (profile)[0], ==, "Digital strategy: 33.33 of 100, Average");
  g_assert_nonnull (strstr (app_profile_description (profile), "Data and security 46"));
}

/* A quick scan counts: an area of four answers has four marks, on the axis its share of twelve. */
static void
test_profile_of_counts (void)
{
  g_autoptr (AppSession) session = new_session ("samples/scan.json");
  g_autoptr (AppProfile) profile = app_profile_new (session, app_session_get_advice (session));
  const ChartItem *items = app_profile_items (profile);

  g_assert_cmpuint (app_profile_n_items (profile), ==, 3);
  g_assert_cmpstr (items[0].now_text, ==, "3");
  g_assert_cmpfloat_with_epsilon (items[0].now, 9, 1e-9);
  g_assert_cmpstr (app_profile_tips (profile)[1], ==,
                   "Cloud and business programs: 1 of 4, Very low");
  g_assert_null (app_profile_area_scale (profile).bands[0].upper_text);
}

static void
test_profile_open (void)
{
  g_autoptr (AppSession) session = new_session ("samples/incomplete.json");
  g_autoptr (AppProfile) profile = app_profile_new (session, app_session_get_advice (session));
  const ChartItem overall = app_profile_overall (profile);

  g_assert_false (chart_value_present (overall.now));
  g_assert_true (overall.low < overall.high);
  g_assert_nonnull (strstr (app_profile_overall_text (profile), "–"));
  g_assert_nonnull (strstr (app_profile_description (profile), "open"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/plan/ids", test_ids);
  g_test_add_func ("/app/plan/choose", test_choose);
  g_test_add_func ("/app/plan/keeps-what-it-does-not-know", test_keeps_what_it_does_not_know);
  g_test_add_func ("/app/plan/pains", test_pains);
  g_test_add_func ("/app/plan/projection", test_projection);
  g_test_add_func ("/app/profile/words", test_profile_words);
  g_test_add_func ("/app/profile/of-counts", test_profile_of_counts);
  g_test_add_func ("/app/profile/open", test_profile_open);
  return g_test_run ();
}
