/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-time.h"

#include "advice/advice-comparison.h"
#include "advice/advice-plan.h"
#include "advice/advice-readiness.h"
#include "advice/advice-swot.h"
#include "advice/advice.h"
#include "base/base-data.h"
#include "report/report.h"

/* Times what happens in the process, in CPU time: one tick to a new Advice, and the
 * sample's report. Run by tools/bench; not a test. */

#define TICKS 400
#define REPORTS 15
#define DAY "2026-11-20"

/* A tick sets or clears one option of question 2, as a key press does. */
static AssessmentDocument *
tick (AssessmentDocument *document, guint round)
{
  const guint8 options[] = { 1, 2, 5, 7, 9 };

  return assessment_document_with_ticks (document, "q2", NULL, options, 4 + round % 2);
}

static void
bench_ticks (AssessmentDocument *document,
             SurveyPack *pack,
             AdviceRules *rules,
             Catalogue *catalogue)
{
  double values[TICKS];

  for (guint i = 0; i < TICKS; i++)
    {
      double before = bench_cpu_ms ();
      g_autoptr (AssessmentDocument) edited = tick (document, i);
      g_autoptr (Advice) advice = advice_new (edited, pack, rules, catalogue, DAY);

      values[i] = bench_cpu_ms () - before;
      g_assert_nonnull (advice);
    }
  bench_print ("one tick to new Advice", values, TICKS, 2);
}

/* What pages make on demand: the richest sample's plan, SWOT, readiness and comparison. */
static void
bench_demands (SurveyPack *pack, AdviceRules *rules, Catalogue *catalogue)
{
  g_autofree char *old_path = base_data_path ("samples/sample-metalworks-t0.json", NULL);
  g_autofree char *new_path = base_data_path ("samples/sample-metalworks-t1.json", NULL);
  g_autoptr (AssessmentDocument) old = assessment_document_load (old_path, NULL);
  g_autoptr (AssessmentDocument) new = assessment_document_load (new_path, NULL);
  g_autoptr (Advice) before = advice_new (old, pack, rules, catalogue, DAY);
  g_autoptr (Advice) now = advice_new (new, pack, rules, catalogue, DAY);
  double plans[REPORTS], swots[REPORTS], readies[REPORTS], comparisons[REPORTS];

  for (guint i = 0; i < REPORTS; i++)
    {
      double start = bench_cpu_ms ();

      advice_plan_free (advice_plan_new (now));
      plans[i] = bench_cpu_ms () - start;
      start = bench_cpu_ms ();
      advice_swot_free (advice_swot_new (now));
      swots[i] = bench_cpu_ms () - start;
      start = bench_cpu_ms ();
      advice_readiness_free (advice_readiness_new (now, before));
      readies[i] = bench_cpu_ms () - start;
      start = bench_cpu_ms ();
      advice_comparison_free (advice_comparison_new (before, now));
      comparisons[i] = bench_cpu_ms () - start;
    }
  bench_print ("the plan, every gain by the real scoring", plans, REPORTS, 5);
  bench_print ("strengths, weaknesses, opportunities, threats", swots, REPORTS, 5);
  bench_print ("ready to submit?", readies, REPORTS, 5);
  bench_print ("comparison of two stages", comparisons, REPORTS, 5);
}

static void
bench_reports (AssessmentDocument *document,
               SurveyPack *pack,
               AdviceRules *rules,
               Catalogue *catalogue)
{
  g_autoptr (Advice) advice = advice_new (document, pack, rules, catalogue, DAY);
  g_autoptr (BaseLanguage) language = base_language_new ("en", NULL);
  const ReportOptions options = { .profile = REPORT_PROFILE_FULL };
  double values[REPORTS];

  for (guint i = 0; i < REPORTS; i++)
    {
      double before = bench_cpu_ms ();
      g_autoptr (Report) report = report_new (advice, language, &options, NULL);
      g_autoptr (GBytes) pdf = report_to_pdf (report, NULL);

      values[i] = bench_cpu_ms () - before;
      g_assert_nonnull (pdf);
    }
  bench_print ("the sample report as a PDF", values, REPORTS, 30);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  double before = bench_cpu_ms ();
  g_autoptr (Catalogue) catalogue = catalogue_new_bundled (&error);
  g_autoptr (AdviceRules) rules = catalogue != NULL ? advice_rules_load_bundled (&error) : NULL;
  g_autoptr (SurveyPack) pack = rules != NULL ? survey_pack_load_bundled ("dma-sme", &error) : NULL;
  double loaded = bench_cpu_ms () - before;
  g_autofree char *path = base_data_path ("samples/sample-metalworks.json", NULL);
  g_autoptr (AssessmentDocument) document
      = path != NULL && pack != NULL ? assessment_document_load (path, &error) : NULL;

  if (document == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "the sample is missing");
      return 1;
    }
  g_print ("%-44s %8.3f ms\n", "loading catalogue, rules and questionnaire", loaded);
  bench_ticks (document, pack, rules, catalogue);
  bench_demands (pack, rules, catalogue);
  bench_reports (document, pack, rules, catalogue);
  return 0;
}
