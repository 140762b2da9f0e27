/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-benchmark.h"

#include <string.h>

#define SMALLEST_FIRM 10 /* Eurostat asks enterprises with 10 or more people */

/* The latest year's people; the newest account counts, as Annex I Art. 4(1) has it for sizes. */
static gboolean
people_of (const AssessmentDocument *document, double *people)
{
  guint n = assessment_document_count (document, "company.accounts");
  double newest = -1;
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *year_path = g_strdup_printf ("company.accounts[%u].year", i);
      g_autofree char *staff_path = g_strdup_printf ("company.accounts[%u].staff", i);
      double year = 0, staff;

      assessment_document_get_number (document, year_path, &year);
      if (year >= newest && assessment_document_get_number (document, staff_path, &staff))
        {
          newest = year;
          *people = staff;
          found = TRUE;
        }
    }
  return found;
}

static const char *
size_of (double people)
{
  return people < 50 ? "small 10-49" : people < 250 ? "medium 50-249" : "large 250+";
}

static int
share_at (const CatalogueBenchmark *figures, int level)
{
  const int shares[] = { figures->very_low, figures->low, figures->high, figures->very_high };

  return shares[level];
}

static void
set_shares (AdviceBenchmark *result)
{
  result->share_same = share_at (result->benchmark, result->level);
  result->share_below = 0;
  for (int level = 0; level < result->level; level++)
    {
      int share = share_at (result->benchmark, level);

      if (share < 0)
        {
          result->share_below = -1;
          return;
        }
      result->share_below += share;
    }
}

static BaseText *
no_figure_text (const AdviceBenchmark *result,
                gboolean knows_people,
                double people,
                const char *country)
{
  if (result->level < 0)
    return base_text_new (N_ ("Answer all twelve questions to see your level beside other firms."));
  if (!knows_people || country == NULL)
    return base_text_new (N_ (
        "Say where the firm is and how many people work in it to see it beside firms like yours."));
  if (people < SMALLEST_FIRM)
    return base_text_new (
        N_ ("There is no figure for firms with fewer than 10 people: Eurostat does not ask them."));
  return base_text_new (
      N_ ("Eurostat has no figure for firms of this size in your country (n/a)."));
}

static BaseText *
figure_text (const AdviceBenchmark *result, const Catalogue *catalogue)
{
  const CatalogueBenchmark *figures = result->benchmark;
  const CatalogueCountry *country = catalogue_find_country (catalogue, figures->country);
  BaseText *text;
  char year[12];

  if (result->share_same < 0 || result->share_below < 0)
    return base_text_new (
        N_ ("Eurostat has no figure for firms of this size in your country (n/a)."));
  text = base_text_new (N_ (
      "{same} % of firms of your size in {country} are on the same level, {below} % are below it "
      "({size} people, {year}; {source})."));
  text = base_text_with_decimal (text, "same", (result->share_same + 5) / 10, 1);
  text = base_text_with_decimal (text, "below", (result->share_below + 5) / 10, 1);
  text = base_text_with_text (text, "country",
                              base_text_new (country != NULL ? country->name : figures->country));
  text = base_text_with_string (text, "size", strchr (figures->size, ' ') + 1);
  text = base_text_with_text (text, "source", base_text_new (figures->source));
  g_snprintf (year, sizeof year, "%d", figures->year); /* a year has no thousands separator */
  return base_text_with_string (text, "year", year);
}

AdviceBenchmark *
advice_benchmark_new (const Catalogue *catalogue,
                      const AssessmentDocument *document,
                      const SurveyScore *score)
{
  const char *country = assessment_document_get_string (document, "company.country");
  SurveyValue overall = survey_score_overall (score);
  AdviceBenchmark *result;
  double people = 0;
  gboolean knows_people;

  if (strcmp (survey_pack_id (survey_score_pack (score)), "quick-scan") != 0)
    return NULL;
  result = g_new0 (AdviceBenchmark, 1);
  result->level = overall.value >= 0 ? overall.band : -1;
  result->share_same = result->share_below = -1;
  knows_people = people_of (document, &people);
  if (result->level >= 0 && country != NULL && knows_people && people >= SMALLEST_FIRM)
    result->benchmark = catalogue_find_benchmark (catalogue, country, size_of (people));
  if (result->benchmark == NULL)
    {
      result->text = no_figure_text (result, knows_people, people, country);
      return result;
    }
  set_shares (result);
  result->text = figure_text (result, catalogue);
  return result;
}

void
advice_benchmark_free (AdviceBenchmark *benchmark)
{
  if (benchmark == NULL)
    return;
  base_text_unref (benchmark->text);
  g_free (benchmark);
}
