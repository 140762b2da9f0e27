/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consultation/consultation-stage.h"

#include <string.h>

/* From T0 to T1 to T2: what comes along, what does not, and what is refused. */

static AssessmentDocument *
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  AssessmentDocument *document = assessment_document_load (path, &error);

  g_assert_no_error (error);
  return document;
}

static SurveyPack *
load_pack (const char *id)
{
  g_autoptr (GError) error = NULL;
  SurveyPack *pack = survey_pack_load_bundled (id, &error);

  g_assert_no_error (error);
  return pack;
}

static AssessmentDocument *
start (const AssessmentDocument *before, const char *date)
{
  g_autoptr (SurveyPack) pack = load_pack ("dma-sme");
  g_autoptr (GError) error = NULL;
  AssessmentDocument *stage = consultation_stage_start (before, pack, date, &error);

  g_assert_no_error (error);
  return stage;
}

static AssessmentDocument *
load_with_id (const char *name)
{
  g_autoptr (AssessmentDocument) document = load (name);

  return assessment_document_with_string (document, "id", "the-one-before", NULL);
}

static void
assert_same (const AssessmentDocument *a,
             const char *a_path,
             const AssessmentDocument *b,
             const char *b_path)
{
  g_autofree char *a_json = assessment_document_value_to_json (a, a_path);
  g_autofree char *b_json = assessment_document_value_to_json (b, b_path);

  g_assert_cmpstr (a_json, ==, b_json);
}

static void
test_start (void)
{
  static const char *const same[]
      = { "company", "project", "targets", "target_plans", "plan", "evidence" };
  static const char *const left_behind[]
      = { "answers", "agreed", "notes", "portal", "delivered", "declarations" };
  g_autoptr (AssessmentDocument) sample = load_with_id ("all-fields.json");
  g_autoptr (AssessmentDocument) before
      = assessment_document_with_string (sample, "stage", "T0", NULL);
  g_autoptr (AssessmentDocument) stage = start (before, "2027-11-22");

  g_assert_cmpstr (assessment_document_get_string (stage, "stage"), ==, "T1");
  g_assert_cmpstr (assessment_document_get_string (stage, "date"), ==, "2027-11-22");
  g_assert_cmpstr (assessment_document_get_string (stage, "previous"), ==, "the-one-before");
  g_assert_null (assessment_document_id (stage));
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_true (assessment_document_has (before, same[i]));
      assert_same (stage, same[i], before, same[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (left_behind); i++)
    {
      g_assert_true (assessment_document_has (before, left_behind[i]));
      g_assert_false (assessment_document_has (stage, left_behind[i]));
    }
  assert_same (stage, "suggestions", before, "answers");
}

/* The persons come along, what they said and allowed does not. */
static void
test_persons (void)
{
  g_autoptr (AssessmentDocument) sample = load_with_id ("all-fields.json");
  g_autoptr (AssessmentDocument) stage = start (sample, "2027-11-22");

  g_assert_cmpuint (assessment_document_count (stage, "respondents"), ==, 2);
  assert_same (stage, "respondents[0].role", sample, "respondents[0].role");
  assert_same (stage, "respondents[0].name", sample, "respondents[0].name");
  g_assert_true (assessment_document_has (sample, "respondents[0].answers"));
  g_assert_false (assessment_document_has (stage, "respondents[0].answers"));
  g_assert_false (assessment_document_has (stage, "respondents[0].name_shown"));
  g_assert_false (assessment_document_has (stage, "respondents[0].submitted_on"));
}

static guint
n_unconfirmed (const AssessmentDocument *document)
{
  g_autofree const char **open = consultation_stage_unconfirmed (document);

  return g_strv_length ((char **)open);
}

static void
test_confirm (void)
{
  g_autoptr (AssessmentDocument) before = load_with_id ("sample-metalworks.json");
  g_autoptr (AssessmentDocument) stage = start (before, "2027-11-22");

  for (guint left = n_unconfirmed (stage); left > 0; left--)
    {
      g_autofree const char **open = consultation_stage_unconfirmed (stage);
      AssessmentDocument *next = consultation_stage_confirm (stage, open[0]);

      g_assert_cmpuint (n_unconfirmed (next), ==, left - 1);
      assessment_document_unref (stage);
      stage = next;
    }
  assert_same (stage, "answers", before, "answers");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *file, *stage, *date, *pack, *expected;
    gboolean with_id;
  } rows[] = {
    { "sample-metalworks.json", "T2", "2028-01-01", "dma-sme", "T2", TRUE },
    { "sample-metalworks.json", "T0", "2020-01-01", "dma-sme", "2020-01-01", TRUE },
    { "sample-metalworks.json", "T0", "2028-01-01", "quick-scan", "quick-scan", TRUE },
    { "incomplete.json", "T0", "2028-01-01", "dma-sme", "id", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssessmentDocument) sample = load (rows[i].file);
      g_autoptr (AssessmentDocument) named = assessment_document_with_string (
          sample, "id", rows[i].with_id ? "some-id" : NULL, NULL);
      g_autoptr (AssessmentDocument) before
          = assessment_document_with_string (named, "stage", rows[i].stage, NULL);
      g_autoptr (SurveyPack) pack = load_pack (rows[i].pack);
      g_autoptr (GError) error = NULL;

      g_assert_null (consultation_stage_start (before, pack, rows[i].date, &error));
      g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_STAGE);
      if (strstr (error->message, rows[i].expected) == NULL)
        g_error ("row %u: %s", i, error->message);
    }
}

static void
test_due (void)
{
  g_assert_cmpint (consultation_stage_days_late ("2027-11-20", "2027-11-20"), ==, 0);
  g_assert_cmpint (consultation_stage_days_late ("2027-11-20", "2027-12-01"), ==, 11);
  g_assert_cmpint (consultation_stage_days_late ("2027-11-20", "2027-11-19"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consultation/stage/start", test_start);
  g_test_add_func ("/consultation/stage/persons", test_persons);
  g_test_add_func ("/consultation/stage/confirm", test_confirm);
  g_test_add_func ("/consultation/stage/refusals", test_refusals);
  g_test_add_func ("/consultation/stage/due", test_due);
  return g_test_run ();
}
