/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey-facts.h"

/* From the quick scan to the full questionnaire. */

typedef struct
{
  guint option; /* of q3 */
  const char *answers;
} Implied;

static const Implied implied[] = {
  { 1, "{'s1':[0,1,0,0]}" },  { 2, "{'s1':[0,0,1,0]}" }, { 4, "{'s1':[0,0,0,1]}" },
  { 1, "{'s2':[1,0,0,0]}" },  { 1, "{'s2':[0,1,0,0]}" }, { 10, "{'s2':[0,0,1,0]}" },
  { 10, "{'s2':[0,0,0,1]}" }, { 5, "{'s3':[0,1,0,0]}" }, { 5, "{'s3':[0,0,1,0]}" },
};

/* These answers imply nothing that the full questionnaire asks for. */
static const char *const silent[] = { "{}", "{'s1':[1,0,0,0]}", "{'s3':[1,0,0,1]}",
                                      "{'s2':[0,0,0,0]}", "{'s1':[null,null,null,null]}" };

static AssessmentDocument *
carry_over (const char *answers)
{
  g_autoptr (SurveyPack) scan = survey_bundled ("quick-scan");
  g_autoptr (SurveyPack) full = survey_bundled ("dma-sme");
  g_autoptr (AssessmentDocument) document = survey_answers_document ("quick-scan", answers);
  AssessmentDocument *result = survey_pack_carry_over (scan, full, document);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (result);
  g_assert_true (survey_pack_check (full, result, &error));
  g_assert_no_error (error);
  return result;
}

static void
test_implied (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (implied); i++)
    {
      g_autoptr (AssessmentDocument) result = carry_over (implied[i].answers);
      guint n = 0;
      const guint8 *ticks = assessment_document_get_suggested_ticks (result, "q3", NULL, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpuint (ticks[0], ==, implied[i].option);
    }
}

static void
test_silent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    {
      g_autoptr (AssessmentDocument) result = carry_over (silent[i]);

      for (guint j = 0; j < SURVEY_N_FACTS; j++)
        {
          guint n = 0;

          g_assert_null (assessment_document_get_suggested_ticks (result, survey_facts[j].id,
                                                                  survey_facts[j].column, &n));
          g_assert_cmpuint (n, ==, 0);
        }
    }
}

/* Everything yes: each option once, ascending; suggestions do not count. */
static void
test_everything (void)
{
  static const guint8 expected[] = { 1, 2, 4, 5, 10 };
  g_autoptr (AssessmentDocument) result
      = carry_over ("{'s1':[1,1,1,1],'s2':[1,1,1,1],'s3':[1,1,1,1]}");
  g_autoptr (SurveyPack) full = survey_bundled ("dma-sme");
  g_autoptr (SurveyScore) score = survey_score_new (full, result);
  guint n = 0;
  const guint8 *ticks = assessment_document_get_suggested_ticks (result, "q3", NULL, &n);

  g_assert_cmpmem (ticks, n, expected, sizeof expected);
  g_assert_false (assessment_document_is_answered (result, "q3"));
  g_assert_cmpint (survey_score_completeness (score), ==, 0);
  g_assert_cmpint (survey_score_overall (score).low, ==, 0);
}

static void
test_company_stays (void)
{
  static const char text[]
      = "{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"scan-1\","
        "\"pack\":{\"id\":\"quick-scan\",\"version\":\"1.0\"},\"stage\":\"T0\",\"date\":\"2026-11-"
        "20\","
        "\"previous\":\"older\",\"company\":{\"name\":\"Sample Metalworks\",\"country\":\"PT\","
        "\"accounts\":[{\"year\":2025,\"staff\":24}]},"
        "\"project\":{\"goal\":\"develop\",\"pains\":[\"waste\"]},"
        "\"answers\":{\"s1\":[1,1,1,0]},"
        "\"notes\":[{\"id\":\"n1\",\"question\":\"s1\",\"text\":\"Line is slow at noon\"}]}";
  g_autoptr (SurveyPack) scan = survey_bundled ("quick-scan");
  g_autoptr (SurveyPack) full = survey_bundled ("dma-sme");
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = assessment_document_parse (text, -1, "scan", &error);
  g_autoptr (AssessmentDocument) result = NULL;
  double staff = 0;

  g_assert_no_error (error);
  result = survey_pack_carry_over (scan, full, document);
  g_assert_cmpstr (assessment_document_pack_id (result), ==, "dma-sme");
  g_assert_cmpstr (assessment_document_get_string (result, "pack.version"), ==, "1.0");
  g_assert_cmpstr (assessment_document_get_string (result, "previous"), ==, "scan-1");
  g_assert_cmpstr (assessment_document_get_string (result, "stage"), ==, "T0");
  g_assert_cmpstr (assessment_document_get_string (result, "company.name"), ==,
                   "Sample Metalworks");
  g_assert_true (assessment_document_get_number (result, "company.accounts[0].staff", &staff));
  g_assert_cmpint ((int)staff, ==, 24);
  g_assert_cmpstr (assessment_document_get_strings (result, "project.pains")[0], ==, "waste");
  g_assert_null (assessment_document_id (result));
  g_assert_false (assessment_document_has (result, "date"));
  g_assert_false (assessment_document_has (result, "notes"));
  g_assert_false (assessment_document_is_answered (result, "s1"));
  g_assert_cmpstr (assessment_document_id (document), ==, "scan-1");
}

/* A scan of a third party may point at levels, columns, and things that this version does not have.
 */
static void
test_other_targets (void)
{
  g_autoptr (GString) text = g_string_new (
      "{'format':'waymark-pack','format_version':1,'id':'mini','version':'1.0','title':'M',"
      "'source':'S','licence':'L','reading':'R','minutes':1,'scoring':'count','full_marks':3,"
      "'bands':[{'id':'low','title':'L','plain':'P','upper':1,'about':'A'},"
      "{'id':'high','title':'H','plain':'P','upper':3,'about':'A'}],'pains':[],'scales':[],"
      "'dimensions':[{'id':'one','title':'O','plain':'O','short':'O','about':'O',"
      "'band_texts':['a','b']}],'questions':[{'id':'x','dimension':'one','kind':'ticks','title':'X'"
      ","
      "'lead':'L','why':'W','example':'E','options':[{'number':1,'title':'A'},"
      "{'number':2,'title':'B'},{'number':3,'title':'C'}]}],"
      "'carries':{'pack':'dma-sme','answers':["
      "{'question':'x','option':1,'level':1,'to':{'question':'q4','option':3,'level':2}},"
      "{'question':'x','option':2,'level':1,'to':{'question':'q4','option':3,'level':5}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q1','option':4,'column':'invested'}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q1','option':4,'column':'other'}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q1','option':5}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q2','option':1,'column':'invested'}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q2','option':11}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q2','option':1,'level':1}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q4','option':1}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q4','option':1,'level':6}},"
      "{'question':'x','option':3,'level':1,'to':{'question':'q4','option':7,'level':1}},"
      "{'question':'x','option':1,'level':1,'to':{'question':'q99','option':1}}]}}");
  static const gint8 expected[] = { -1, -1, 5, -1, -1, -1, -1 };
  g_autoptr (SurveyPack) full = survey_bundled ("dma-sme");
  g_autoptr (SurveyPack) mini = NULL;
  g_autoptr (AssessmentDocument) document = survey_answers_document ("mini", "{'x':[1,2]}");
  g_autoptr (AssessmentDocument) result = NULL;
  g_autoptr (GError) error = NULL;
  const gint8 *levels;
  const guint8 *ticks;
  guint n = 0;

  g_strdelimit (text->str, "'", '"');
  mini = survey_pack_parse (text->str, -1, "mini", &error);
  g_assert_no_error (error);
  result = survey_pack_carry_over (mini, full, document);
  levels = assessment_document_get_suggested_levels (result, "q4", &n);
  g_assert_cmpmem (levels, n, expected, sizeof expected);
  ticks = assessment_document_get_suggested_ticks (result, "q1", "invested", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (ticks[0], ==, 4);
  g_assert_null (assessment_document_get_suggested_ticks (result, "q2", NULL, &n));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survey/carry/implied", test_implied);
  g_test_add_func ("/survey/carry/silent", test_silent);
  g_test_add_func ("/survey/carry/everything", test_everything);
  g_test_add_func ("/survey/carry/company-stays", test_company_stays);
  g_test_add_func ("/survey/carry/other-targets", test_other_targets);
  return g_test_run ();
}
