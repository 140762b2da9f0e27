/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consultation/consultation-respondent.h"
#include "consultation/consultation-spread.h"

/* Three persons who do not agree, and the meeting after. */

static SurveyPack *
load_pack (void)
{
  g_autoptr (GError) error = NULL;
  SurveyPack *pack = survey_pack_load_bundled ("dma-sme", &error);

  g_assert_no_error (error);
  return pack;
}

/* @respondents: JSON of the list. */
static AssessmentDocument *
document_with (const char *respondents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"dma-sme\",\"version\":"
      "\"1.0\"},\"respondents\":%s}",
      respondents);
  AssessmentDocument *document = assessment_document_parse (text, -1, "test", &error);

  g_assert_no_error (error);
  return document;
}

static const char three[]
    = "[{\"id\":\"a\",\"submitted_on\":\"2026-11-20\",\"answers\":{\"q2\":[1,2],\"q5\":[3],"
      "\"q9\":[0,0,1,0,2],\"q11\":[0,1,1,1,0],\"q1\":{\"invested\":[1],\"planned\":[1,2]}}},"
      "{\"id\":\"b\",\"submitted_on\":\"2026-11-20\",\"answers\":{\"q2\":[1,3],\"q5\":[3],"
      "\"q9\":[0,1,1,2,3],\"q11\":[2,1,0,1,0],\"q1\":{\"invested\":[1],\"planned\":[2]}}},"
      "{\"id\":\"c\",\"answers\":{\"q2\":[9]}},"
      "{\"id\":\"d\",\"submitted_on\":\"2026-11-21\",\"answers\":{\"q2\":[1],\"q5\":[3],"
      "\"q9\":[0,2,1,null,3]}}]";

static const ConsultationSpreadQuestion *
find (const ConsultationSpread *spread, const char *id, const char *column)
{
  for (guint i = 0; i < consultation_spread_n_questions (spread); i++)
    {
      const ConsultationSpreadQuestion *question = consultation_spread_question (spread, i);

      if (g_str_equal (question->question->id, id)
          && (column == NULL || g_strcmp0 (question->column->id, column) == 0))
        return question;
    }
  g_assert_not_reached ();
}

/* Only what was handed in counts. */
static void
test_persons (void)
{
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationSpread) spread = consultation_spread_new (document, pack);

  g_assert_cmpuint (consultation_spread_n_persons (spread), ==, 3);
  g_assert_cmpuint (consultation_spread_person (spread, 2), ==, 3);
  g_assert_cmpuint (find (spread, "q2", NULL)->parts[8].counts[1], ==, 0);
}

static void
test_ticks (void)
{
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationSpread) spread = consultation_spread_new (document, pack);
  const ConsultationSpreadQuestion *question = find (spread, "q2", NULL);

  g_assert_cmpuint (question->n, ==, 3);
  g_assert_cmpint (question->low_points, ==, 100);
  g_assert_cmpint (question->high_points, ==, 200);
  g_assert_cmpuint (question->n_flagged, ==, 2); /* options 2 and 3 are split, 1 is not */
  g_assert_false (question->parts[0].is_flagged);
  g_assert_true (question->parts[1].is_flagged);
  g_assert_cmpuint (question->parts[1].counts[1], ==, 1);
  g_assert_cmpuint (question->parts[1].counts[0], ==, 2);
  g_assert_cmpuint (find (spread, "q5", NULL)->n_flagged, ==, 0);
}

static void
test_levels (void)
{
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationSpread) spread = consultation_spread_new (document, pack);
  const ConsultationSpreadQuestion *question = find (spread, "q9", NULL);

  g_assert_false (question->parts[0].is_flagged);
  g_assert_true (question->parts[1].is_flagged);  /* 0, 1, 2 */
  g_assert_true (question->parts[3].is_flagged);  /* 0, 2, open */
  g_assert_false (question->parts[4].is_flagged); /* 2, 3, 3: one level */
  g_assert_cmpuint (question->parts[3].n, ==, 2);
  g_assert_cmpint (question->parts[3].levels[2], ==, -1);
  g_assert_cmpuint (question->n, ==, 2);
  g_assert_true (find (spread, "q11", NULL)->parts[0].is_flagged);  /* no and yes */
  g_assert_false (find (spread, "q11", NULL)->parts[2].is_flagged); /* partly and no */
}

/* Questions, not columns or rows. */
static void
test_n_flagged (void)
{
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationSpread) spread = consultation_spread_new (document, pack);

  g_assert_cmpuint (consultation_spread_n_flagged (spread), ==, 4); /* q1, q2, q9, q11 */
}

static void
test_nobody (void)
{
  g_autoptr (AssessmentDocument) document = document_with ("[{\"id\":\"a\"}]");
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationSpread) spread = consultation_spread_new (document, pack);

  g_assert_cmpuint (consultation_spread_n_persons (spread), ==, 0);
  g_assert_cmpuint (consultation_spread_n_questions (spread), ==, 0);
  g_assert_null (consultation_spread_proposal (spread, "q2"));
}

static void
test_proposals (void)
{
  static const char *const rows[][2] = {
    { "q2", "[1]" },         { "q5", "[3]" },
    { "q9", "[0,1,1,0,3]" }, { "q1", "{\"invested\":[1],\"planned\":[2]}" },
    { "q10", NULL },
  };
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (ConsultationSpread) spread = consultation_spread_new (document, pack);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *proposal = consultation_spread_proposal (spread, rows[i][0]);

      g_assert_cmpstr (proposal, ==, rows[i][1]);
    }
}

static void
test_agree (void)
{
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) agreed = consultation_agree (
      document, pack, "q9", "[0,1,1,1,3]", "The robot is only tested.", "2026-11-21", &error);
  g_autofree char *answer = NULL;
  g_autofree char *value = NULL;
  g_autofree char *persons = assessment_document_value_to_json (document, "respondents");
  g_autofree char *persons_after = NULL;

  g_assert_no_error (error);
  answer = assessment_document_value_to_json (agreed, "answers.q9");
  value = assessment_document_value_to_json (agreed, "agreed.q9");
  persons_after = assessment_document_value_to_json (agreed, "respondents");
  g_assert_cmpstr (answer, ==, "[0,1,1,1,3]");
  g_assert_cmpstr (value, ==,
                   "{\"value\":[0,1,1,1,3],\"reason\":\"The robot is only tested.\",\"on\":"
                   "\"2026-11-21\"}");
  g_assert_cmpstr (persons, ==, persons_after);
}

static void
test_agree_refusals (void)
{
  static const char *const rows[][2]
      = { { "q9", "[0,1]" }, { "q2", "[11]" }, { "q99", "[1]" }, { "q2", "{" }, { "q9", "7" } };
  g_autoptr (AssessmentDocument) document = document_with (three);
  g_autoptr (SurveyPack) pack = load_pack ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          consultation_agree (document, pack, rows[i][0], rows[i][1], NULL, "2026-11-21", &error));
      g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_ANSWER);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consultation/spread/persons", test_persons);
  g_test_add_func ("/consultation/spread/ticks", test_ticks);
  g_test_add_func ("/consultation/spread/levels", test_levels);
  g_test_add_func ("/consultation/spread/n-flagged", test_n_flagged);
  g_test_add_func ("/consultation/spread/nobody", test_nobody);
  g_test_add_func ("/consultation/spread/proposals", test_proposals);
  g_test_add_func ("/consultation/spread/agree", test_agree);
  g_test_add_func ("/consultation/spread/agree-refusals", test_agree_refusals);
  return g_test_run ();
}
