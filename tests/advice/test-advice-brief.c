/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-brief.h"
#include "advice/advice-outline.h"
#include "advice/advice.h"
#include "base/base-data.h"

#include <glib/gstdio.h>

/* The brief and the outline of a document say what its advice says: of every sample, on days
 * before, within and after its calls. */

static SurveyPack *full, *scan;
static AdviceRules *rules;
static Catalogue *catalogue;

static void
compare_instruments (const AdviceBrief *brief, const Advice *advice)
{
  g_assert_cmpuint (advice_brief_n_instruments (brief), ==, advice_n_instruments (advice));
  for (guint i = 0; i < advice_brief_n_instruments (brief); i++)
    {
      const AdviceStanding *standing = advice_brief_instrument (brief, i);
      const AdviceInstrument *said = advice_find_instrument (advice, standing->instrument->id);

      g_assert_nonnull (said);
      g_assert_cmpint (standing->status, ==, said->status);
      g_assert_cmpint (standing->call, ==, said->call);
    }
}

static void
compare_services (const AdviceBrief *brief, const Advice *advice)
{
  g_assert_cmpuint (advice_brief_n_services (brief), ==, advice_n_services (advice));
  for (guint i = 0; i < advice_brief_n_services (brief); i++)
    g_assert_cmpstr (advice_brief_service (brief, i)->id, ==, advice_service (advice, i)->id);
}

static void
compare_scores (SurveyScore *outline, SurveyScore *advice)
{
  const SurveyValue said = survey_score_overall (advice), outlined = survey_score_overall (outline);

  g_assert_cmpint (outlined.value, ==, said.value);
  g_assert_cmpint (outlined.band, ==, said.band);
  g_assert_cmpint (survey_score_completeness (outline), ==, survey_score_completeness (advice));
}

static void
compare_outline (const AdviceOutline *outline, const Advice *advice)
{
  const AdviceStep *step = advice_outline_step (outline);

  compare_scores (advice_outline_score (outline), advice_score (advice));
  g_assert_cmpstr (advice_outline_size (outline), ==, advice_size (advice)->id);
  g_assert_cmpint (step != NULL, ==, advice_n_steps (advice) > 0);
  if (step == NULL)
    return;
  g_assert_true (step->option == advice_step (advice, 0)->option);
  g_assert_cmpint (step->gain, ==, advice_step (advice, 0)->gain);
}

static void
compare (AssessmentDocument *document, const char *date)
{
  SurveyPack *pack
      = g_str_equal (assessment_document_pack_id (document), survey_pack_id (scan)) ? scan : full;
  g_autoptr (Advice) advice = advice_new (document, pack, rules, catalogue, date);
  g_autoptr (AdviceBrief) brief = advice_brief_new (document, pack, rules, catalogue, date);
  g_autoptr (AdviceOutline) outline = advice_outline_new (document, pack, rules, catalogue, date);

  g_assert_true (advice_brief_document (brief) == document);
  compare_instruments (brief, advice);
  compare_services (brief, advice);
  compare_outline (outline, advice);
}

static void
test_samples (void)
{
  static const char *const dates[] = { "2018-01-01", "2021-03-15", "2026-11-20" };
  g_autofree char *folder = base_data_path ("samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (AssessmentDocument) document = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      document = assessment_document_load (path, NULL);
      g_assert_nonnull (document);
      g_test_message ("%s", name);
      for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        compare (document, dates[i]);
      n++;
    }
  g_assert_cmpuint (n, >=, 3);
}

/* Own calls are decided by what is stated on their conditions. */
static void
test_own (void)
{
  g_autofree char *own = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (own, "catalogue", NULL);
  g_autofree char *path = g_build_filename (inner, "instruments.json", NULL);
  g_autofree char *bundled = base_data_dir (NULL);
  static const char text[]
      = "{\"format\":\"waymark-instruments\",\"version\":1,\"instruments\":[{\"id\":\"own-a\","
        "\"title\":\"A\",\"programme\":\"B\",\"conditions\":[\"one\",\"two\"],"
        "\"deadline\":\"2027-01-31\",\"last_verified\":\"2026-11-20\"}]}";
  static const char *const stated[]
      = { "null", "[{\"condition\":\"one\",\"state\":\"met\"}]",
          "[{\"condition\":\"one\",\"state\":\"met\"},{\"condition\":\"two\",\"state\":\"met\"}]",
          "[{\"condition\":\"two\",\"state\":\"not-met\"}]" };
  static const AdviceStatus expected[] = { ADVICE_STATUS_UNKNOWN, ADVICE_STATUS_UNKNOWN,
                                           ADVICE_STATUS_ELIGIBLE, ADVICE_STATUS_NOT_ELIGIBLE };
  g_autoptr (Catalogue) with_own = NULL;
  g_autoptr (AssessmentDocument) plain = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) called
      = assessment_document_with_string (plain, "project.call.id", "own-a", NULL);

  g_mkdir (inner, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  with_own = catalogue_new ((const char *const[]){ bundled, own, NULL }, NULL);
  g_assert_nonnull (with_own);
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    {
      g_autoptr (AssessmentDocument) document = assessment_document_with_value_json (
          called, "project.call.statements", stated[i], NULL);
      g_autoptr (AdviceBrief) brief
          = advice_brief_new (document, full, rules, with_own, "2026-11-20");
      g_autoptr (Advice) advice = advice_new (document, full, rules, with_own, "2026-11-20");

      compare_instruments (brief, advice);
      g_assert_cmpint (advice_find_instrument (advice, "own-a")->status, ==, expected[i]);
      g_assert_cmpint (advice_find_instrument (advice, "own-a")->call, ==, ADVICE_CALL_OPEN);
    }
  base_data_remove (own);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  full = survey_pack_load_bundled ("dma-sme", &error);
  g_assert_no_error (error);
  scan = survey_pack_load_bundled ("quick-scan", &error);
  g_assert_no_error (error);
  rules = advice_rules_load_bundled (&error);
  g_assert_no_error (error);
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/advice/brief/samples", test_samples);
  g_test_add_func ("/advice/brief/own", test_own);
  status = g_test_run ();
  survey_pack_unref (full);
  survey_pack_unref (scan);
  advice_rules_unref (rules);
  catalogue_unref (catalogue);
  return status;
}
