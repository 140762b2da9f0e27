/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey-facts.h"

#include <string.h>

/* Documents against packs: each row is a set of answers and what the error says; NULL where nothing
 * is wrong. */

typedef struct
{
  const char *answers, *message;
} Case;

static const Case cases[] = {
  { "{}", NULL },
  { "{'q8':[]}", NULL },
  { "{'q8':[1,2,3,4,5,6]}", NULL },
  { "{'q1':{}}", NULL },
  { "{'q1':{'planned':[10]}}", NULL },
  { "{'q4':[0,null,5,null,null,null,0]}", NULL },
  { "{'q11':[0,1,2,0,0]}", NULL },
  { "{'q8':[9]}", "answers.q8: option 9, the question has 6" },
  { "{'q8':[1,7]}", "answers.q8: option 7, the question has 6" },
  { "{'q1':{'invested':[11]}}", "answers.q1.invested: option 11, the question has 10" },
  { "{'q1':{'done':[1]}}", "answers.q1.done: the question has no such column" },
  { "{'q1':[1,2]}", "answers.q1: expected one list of option numbers a column" },
  { "{'q2':{'invested':[1]}}", "answers.q2: expected a list of option numbers" },
  { "{'q4':{'invested':[1]}}", "answers.q4: expected a list with one level a row" },
  { "{'q4':[0,0,0,0,0,0]}", "answers.q4: 6 rows, the question has 7" },
  { "{'q4':[0,0,0,0,0,0,0,0]}", "answers.q4: 8 rows, the question has 7" },
  { "{'q4':[]}", "answers.q4: 0 rows, the question has 7" },
  { "{'q4':[0,0,6,0,0,0,0]}", "answers.q4: row 3 has level 6, the highest is 5" },
  { "{'q11':[0,0,0,0,3]}", "answers.q11: row 5 has level 3, the highest is 2" },
  { "{'q2':[0,1]}", "answers.q2: option 0, the question has 10" },
  { "{'q2':[null,1]}", "answers.q2: item 1 is not an option number" },
  { "{'q12':[1]}", "answers.q12: the pack “dma-sme” has no such question" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (AssessmentDocument) document = survey_answers_document ("dma-sme", row->answers);
  g_autoptr (GError) error = NULL;
  gboolean fits = survey_pack_check (pack, document, &error);

  if (row->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (fits);
      return;
    }
  g_assert_false (fits);
  g_assert_error (error, SURVEY_ERROR, SURVEY_ERROR_ANSWER);
  g_assert_cmpstr (error->message, ==, row->message);
}

/* Suggestions are shown beside the questions, so they have to fit, too. */
static void
test_suggestions (void)
{
  static const Case suggested[] = {
    { "{'q3':[1,10],'q4':[null,null,5,null,null,null,null],'q1':{'planned':[10]}}", NULL },
    { "{'q99':[1]}", NULL },
    { "{'q8':[7]}", "suggestions.q8: option 7, the question has 6" },
    { "{'q1':{'planned':[11]}}", "suggestions.q1: option 11, the question has 10" },
    { "{'q4':[0,0]}", "suggestions.q4: 2 rows, the question has 7" },
    { "{'q11':[0,0,0,3,0]}", "suggestions.q11: row 4 has level 3, the highest is 2" },
  };
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (guint i = 0; i < G_N_ELEMENTS (suggested); i++)
    {
      g_autofree char *both = g_strdup_printf ("{},'suggestions':%s", suggested[i].answers);
      g_autoptr (AssessmentDocument) document = survey_answers_document ("dma-sme", both);
      g_autoptr (GError) error = NULL;
      gboolean fits = survey_pack_check (pack, document, &error);

      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, suggested[i].message);
      g_assert_cmpint (fits, ==, suggested[i].message == NULL);
    }
}

static void
test_other_pack (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (AssessmentDocument) document = survey_answers_document ("quick-scan", "{}");
  g_autoptr (GError) error = NULL;

  g_assert_false (survey_pack_check (pack, document, &error));
  g_assert_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK);
  g_assert_nonnull (strstr (error->message, "quick-scan"));
  g_assert_nonnull (strstr (error->message, "dma-sme"));
}

/* A later minor version still answers the same questions; a later major one may not. */
static void
test_versions (void)
{
  static const struct
  {
    const char *version;
    gboolean fits;
  } versions[]
      = { { "1.0", TRUE }, { "1.7", TRUE }, { "2.0", FALSE }, { "0.9", FALSE }, { "10.0", FALSE } };
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr (AssessmentDocument) document
          = assessment_document_new ("dma-sme", versions[i].version);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (survey_pack_check (pack, document, &error), ==, versions[i].fits);
      if (!versions[i].fits)
        g_assert_error (error, SURVEY_ERROR, SURVEY_ERROR_PACK);
    }
}

/* Scoring is for checked documents, but what does not fit must do no harm. */
static void
test_scoring_ignores_nonsense (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssessmentDocument) document
          = survey_answers_document ("dma-sme", cases[i].answers);
      g_autoptr (SurveyScore) score = survey_score_new (pack, document);
      SurveyValue overall = survey_score_overall (score);

      g_assert_cmpint (overall.value, ==, -1);
      g_assert_cmpint (overall.low, >=, 0);
      g_assert_cmpint (overall.high, <=, 10000);
      g_assert_cmpint (overall.low, <=, overall.high);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/survey/answers/%02u", i);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/survey/answers/suggestions", test_suggestions);
  g_test_add_func ("/survey/answers/other-pack", test_other_pack);
  g_test_add_func ("/survey/answers/versions", test_versions);
  g_test_add_func ("/survey/answers/scoring-ignores-nonsense", test_scoring_ignores_nonsense);
  return g_test_run ();
}
