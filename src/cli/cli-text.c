/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-text.h"

#include <glib/gi18n-lib.h>

/* The text of `assess` and `match`. Headings are in the program's language, sentences in the
 * language asked for. */

static char *
words (const BaseLanguage *language, const BaseText *text)
{
  return text != NULL ? base_language_format (language, text) : g_strdup ("");
}

static void
print_indented (guint indent, const BaseLanguage *language, const BaseText *text)
{
  g_autofree char *line = words (language, text);

  if (line[0] != '\0')
    g_print ("%*s%s\n", (int)indent, "", line);
}

static char *
value_words (const BaseLanguage *language, SurveyValue value)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (value.value >= 0)
    return base_language_decimal (language, value.value, 2);
  low = base_language_decimal (language, value.low, 2);
  high = base_language_decimal (language, value.high, 2);
  /* translators: a score that is still open, between two numbers */
  return g_strdup_printf (_ ("%s to %s"), low, high);
}

static void
print_scores (const Advice *advice, const BaseLanguage *language)
{
  const SurveyScore *score = advice_score (advice);
  SurveyPack *pack = survey_score_pack (score);
  g_autofree char *overall = value_words (language, survey_score_overall (score));
  g_autofree char *completeness
      = base_language_decimal (language, survey_score_completeness (score) / 100, 0);
  g_autofree char *headline = words (language, advice_headline (advice));

  g_print ("%s\n", headline);
  g_print (_ ("%s of %u points, %s %% answered\n"), overall, survey_pack_full_marks (pack),
           completeness);
  print_indented (0, language, advice_lead (advice));
  if (advice_benchmark (advice) != NULL)
    print_indented (0, language, advice_benchmark (advice)->text);
  g_print ("\n");
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      g_autofree char *value = value_words (language, dimension->score);

      g_print ("  %8s  %s\n", value, base_language_gettext (language, dimension->dimension->title));
    }
}

static void
print_criteria (const AdviceInstrument *instrument, const BaseLanguage *language)
{
  static const char *const outcomes[] = { N_ ("met"), N_ ("not met"), N_ ("unknown") };

  for (guint i = 0; i < instrument->n_criteria; i++)
    {
      const AdviceCriterion *criterion = &instrument->criteria[i];
      g_autofree char *text = words (language, criterion->text);
      g_autofree char *from = words (language, criterion->from);

      g_print ("      %-8s %s%s%s%s%s\n", _ (outcomes[criterion->outcome]), text,
               criterion->basis == ADVICE_BASIS_INFERRED ? _ (" [our reading]") : "",
               from[0] != '\0' ? " (" : "", from, from[0] != '\0' ? ")" : "");
    }
}

static void
print_instruments (const Advice *advice, const BaseLanguage *language)
{
  g_print ("\n%s\n", _ ("Kinds of support"));
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    {
      const AdviceInstrument *instrument = advice_instrument (advice, i);
      g_autofree char *verdict = words (language, instrument->verdict);

      g_print ("  %s: %s\n", base_language_gettext (language, instrument->instrument->title),
               verdict);
      if (instrument->status == ADVICE_STATUS_NOT_ELIGIBLE && instrument->n_not_met > 1)
        continue;
      print_criteria (instrument, language);
      for (guint j = 0; j < instrument->n_changes; j++)
        print_indented (6, language, instrument->changes[j].text);
      if (instrument->blocked != NULL)
        print_indented (6, language, instrument->blocked);
      if (instrument->instead != NULL)
        print_indented (6, language, instrument->instead);
    }
}

void
cli_text_print_match (guint rank, const AdviceMatch *match, const BaseLanguage *language)
{
  g_autofree char *distance = words (language, match->distance);

  g_print ("  %2u. %s: %d%s%s\n", rank,
           match->hub != NULL ? match->hub->name : match->cluster->name, match->score,
           distance[0] != '\0' ? ", " : "", distance);
  for (guint i = 0; i < match->n_reasons; i++)
    {
      g_autofree char *reason = words (language, match->reasons[i].text);

      g_print ("      %3d  %s\n", match->reasons[i].share, reason);
    }
  for (guint i = 0; i < match->n_notes; i++)
    print_indented (11, language, match->notes[i]);
  if (match->hub != NULL && match->hub->website != NULL)
    g_print ("           %s\n", match->hub->website);
}

static void
print_matches (const Advice *advice, const BaseLanguage *language)
{
  g_autofree char *month = base_language_month (language, advice_versions (advice)->catalogue_date);

  g_print ("\n%s ", _ ("Hubs"));
  g_print (_ ("(most of the list is from %s: ask whether they are still funded)\n"), month);
  for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
    cli_text_print_match (i + 1, advice_hub (advice, i), language);
  if (advice_n_clusters_shown (advice) == 0)
    return;
  g_print ("\n%s\n", _ ("Clusters"));
  for (guint i = 0; i < advice_n_clusters_shown (advice); i++)
    cli_text_print_match (i + 1, advice_cluster (advice, i), language);
}

static void
print_today (const Advice *advice, const BaseLanguage *language)
{
  if (advice_n_services (advice) == 0)
    return;
  g_print ("\n%s\n", _ ("What you can ask for today"));
  for (guint i = 0; i < advice_n_services (advice); i++)
    {
      const AdviceService *service = advice_service (advice, i);

      print_indented (2, language, service->title);
      print_indented (6, language, service->reason);
    }
}

static void
print_steps (const Advice *advice, const BaseLanguage *language)
{
  g_print ("\n%s\n", _ ("Next steps"));
  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      const AdviceStep *step = advice_step (advice, i);
      g_autofree char *title = words (language, step->title);
      g_autofree char *gain = base_language_decimal (language, (step->gain + 50) / 100, 2);

      g_print ("  +%s  %s\n", gain, title);
      print_indented (9, language, step->reason);
    }
}

static void
print_standards (const Advice *advice, const BaseLanguage *language)
{
  if (advice_n_guidance (advice) == 0)
    return;
  g_print ("\n%s\n", _ ("Standards and law that concern you (guidance, not legal advice)"));
  for (guint i = 0; i < advice_n_guidance (advice); i++)
    {
      const AdviceGuidance *guidance = advice_guidance (advice, i);

      g_print ("  %s: %s\n", base_language_gettext (language, guidance->guidance->identifier),
               base_language_gettext (language, guidance->guidance->title));
      print_indented (6, language, guidance->reason);
    }
}

void
cli_text_print_advice (const Advice *advice, const BaseLanguage *language)
{
  const char *name = assessment_document_get_string (advice_document (advice), "company.name");
  const AdviceSize *size = advice_size (advice);

  if (name != NULL)
    g_print ("%s\n", name);
  print_indented (0, language, size->title);
  print_indented (2, language, size->condition);
  print_scores (advice, language);
  print_today (advice, language);
  print_instruments (advice, language);
  print_matches (advice, language);
  print_steps (advice, language);
  print_standards (advice, language);
}
