/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-json.h"

#include "cli/cli-json-aid.h"
#include "cli/cli-json-size.h"
#include "cli/cli-json-words.h"

/* The JSON of `assess`, `match` and `batch`. Figures are exact decimals; sentences are in the
 * language asked for. */

static void
write_range (BaseJsonWriter *writer, SurveyValue value)
{
  base_json_writer_begin_object (writer, "range");
  base_json_writer_decimal (writer, "low", value.low, 2);
  base_json_writer_decimal (writer, "high", value.high, 2);
  base_json_writer_end_object (writer);
}

/* A band is said only of a complete score: null while incomplete. */
static void
write_band (BaseJsonWriter *writer, const SurveyPack *pack, SurveyValue value)
{
  base_json_writer_string (
      writer, "band",
      value.value >= 0 && value.band >= 0 ? survey_pack_band (pack, value.band)->id : NULL);
}

static void
write_scores (BaseJsonWriter *writer, const SurveyScore *score)
{
  SurveyPack *pack = survey_score_pack (score);
  SurveyValue overall = survey_score_overall (score);

  base_json_writer_begin_object (writer, "scores");
  cli_json_write_value (writer, "overall", overall.value);
  write_band (writer, pack, overall);
  write_range (writer, overall);
  base_json_writer_decimal (writer, "completeness", survey_score_completeness (score), 2);
  base_json_writer_begin_array (writer, "dimensions");
  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", dimension->dimension->id);
      cli_json_write_value (writer, "score", dimension->score.value);
      write_band (writer, pack, dimension->score);
      write_range (writer, dimension->score);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "questions");
  for (guint i = 0; i < survey_score_n_questions (score); i++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", question->id);
      cli_json_write_value (writer, "points", question->points.value);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
write_criterion (BaseJsonWriter *writer,
                 const AdviceCriterion *criterion,
                 const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, NULL);
  cli_json_write_text (writer, "text", criterion->text, language);
  base_json_writer_string (writer, "outcome", advice_outcome_name (criterion->outcome));
  base_json_writer_string (writer, "basis", advice_basis_name (criterion->basis));
  base_json_writer_string (writer, "proof", advice_proof_name (criterion->proof));
  cli_json_write_text (writer, "from", criterion->from, language);
  base_json_writer_string (writer, "fact", criterion->fact);
  base_json_writer_string (writer, "source", criterion->source);
  cli_json_write_text (writer, "distance", criterion->distance, language);
  base_json_writer_string (writer, "table", criterion->table);
  base_json_writer_integer (writer, "rule", criterion->rule);
  base_json_writer_integer (writer, "column", criterion->column);
  base_json_writer_end_object (writer);
}

static void
write_instrument (BaseJsonWriter *writer,
                  const AdviceInstrument *instrument,
                  const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", instrument->instrument->id);
  base_json_writer_string (writer, "title",
                           base_language_gettext (language, instrument->instrument->title));
  base_json_writer_string (writer, "status", advice_status_name (instrument->status));
  base_json_writer_string (writer, "call", advice_call_name (instrument->call));
  base_json_writer_string (writer, "call_date", instrument->call_date);
  cli_json_write_text (writer, "verdict", instrument->verdict, language);
  cli_json_write_text (writer, "fit", instrument->fit, language);
  cli_json_write_text (writer, "money", instrument->money, language);
  base_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < instrument->n_criteria; i++)
    write_criterion (writer, &instrument->criteria[i], language);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < instrument->n_warnings; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      cli_json_write_text (writer, "text", instrument->warnings[i].text, language);
      cli_json_write_text (writer, "from", instrument->warnings[i].from, language);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < instrument->n_changes; i++)
    cli_json_write_text (writer, NULL, instrument->changes[i].text, language);
  base_json_writer_end_array (writer);
  cli_json_write_text (writer, "blocked", instrument->blocked, language);
  cli_json_write_text (writer, "instead", instrument->instead, language);
  base_json_writer_begin_array (writer, "today");
  for (guint i = 0; i < instrument->n_today; i++)
    cli_json_write_text (writer, NULL, instrument->today[i], language);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

void
cli_json_write_match (BaseJsonWriter *writer,
                      const AdviceMatch *match,
                      const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", match->hub != NULL ? match->hub->id : match->cluster->id);
  base_json_writer_string (writer, "name",
                           match->hub != NULL ? match->hub->name : match->cluster->name);
  base_json_writer_integer (writer, "score", match->score);
  if (match->distance_km >= 0)
    base_json_writer_integer (writer, "distance_km", match->distance_km);
  else
    base_json_writer_null (writer, "distance_km");
  base_json_writer_string (writer, "website",
                           match->hub != NULL ? match->hub->website : match->cluster->website);
  base_json_writer_begin_array (writer, "reasons");
  for (guint i = 0; i < match->n_reasons; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "kind", advice_reason_kind_name (match->reasons[i].kind));
      cli_json_write_text (writer, "text", match->reasons[i].text, language);
      base_json_writer_integer (writer, "share", match->reasons[i].share);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "notes");
  for (guint i = 0; i < match->n_notes; i++)
    cli_json_write_text (writer, NULL, match->notes[i], language);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
write_steps (BaseJsonWriter *writer, const Advice *advice, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < advice_n_steps (advice); i++)
    {
      const AdviceStep *step = advice_step (advice, i);

      base_json_writer_begin_object (writer, NULL);
      cli_json_write_text (writer, "title", step->title, language);
      cli_json_write_text (writer, "benefit", step->benefit, language);
      cli_json_write_text (writer, "reason", step->reason, language);
      base_json_writer_string (writer, "question", step->survey_question->id);
      base_json_writer_string (writer, "column", step->column);
      base_json_writer_integer (writer, "option", step->option->number);
      base_json_writer_integer (writer, "from_level", step->from_level);
      base_json_writer_integer (writer, "to_level", step->to_level);
      base_json_writer_decimal (writer, "gain", step->gain, 4);
      base_json_writer_integer (writer, "effort", step->effort);
      base_json_writer_string (writer, "pillar", step->pillar);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_services (BaseJsonWriter *writer, const Advice *advice, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "services");
  for (guint i = 0; i < advice_n_services (advice); i++)
    {
      const AdviceService *service = advice_service (advice, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", service->id);
      cli_json_write_text (writer, "title", service->title, language);
      cli_json_write_text (writer, "reason", service->reason, language);
      base_json_writer_string (writer, "pillar", service->pillar);
      base_json_writer_string (writer, "dimension", service->dimension);
      base_json_writer_string (
          writer, "basis",
          advice_basis_name (service->inferred ? ADVICE_BASIS_INFERRED : ADVICE_BASIS_STATED));
      base_json_writer_string (writer, "table", service->table);
      base_json_writer_integer (writer, "rule", service->rule);
      base_json_writer_string (writer, "hub",
                               service->best_hub < advice_n_hubs (advice)
                                   ? advice_hub (advice, service->best_hub)->hub->id
                                   : NULL);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_standards (BaseJsonWriter *writer, const Advice *advice, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "standards");
  for (guint i = 0; i < advice_n_guidance (advice); i++)
    {
      const AdviceGuidance *guidance = advice_guidance (advice, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", guidance->guidance->id);
      base_json_writer_string (writer, "identifier", guidance->guidance->identifier);
      base_json_writer_string (writer, "title",
                               base_language_gettext (language, guidance->guidance->title));
      base_json_writer_string (writer, "note",
                               base_language_gettext (language, guidance->guidance->note));
      cli_json_write_text (writer, "reason", guidance->reason, language);
      base_json_writer_string (writer, "applies_on", guidance->guidance->applies_on);
      base_json_writer_string (writer, "source", guidance->guidance->source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_versions (BaseJsonWriter *writer, const Advice *advice)
{
  base_json_writer_begin_object (writer, "versions");
  base_json_writer_string (writer, "date", advice_date (advice));
  advice_versions_write (advice_versions (advice), writer);
  base_json_writer_end_object (writer);
}

void
cli_json_write_advice (BaseJsonWriter *writer, const Advice *advice, const BaseLanguage *language)
{
  write_scores (writer, advice_score (advice));
  cli_json_write_text (writer, "headline", advice_headline (advice), language);
  cli_json_write_text (writer, "lead", advice_lead (advice), language);
  if (advice_benchmark (advice) != NULL)
    cli_json_write_text (writer, "benchmark", advice_benchmark (advice)->text, language);
  base_json_writer_begin_array (writer, "instruments");
  for (guint i = 0; i < advice_n_instruments (advice); i++)
    write_instrument (writer, advice_instrument (advice, i), language);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "hubs");
  for (guint i = 0; i < advice_n_hubs_shown (advice); i++)
    cli_json_write_match (writer, advice_hub (advice, i), language);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "clusters");
  for (guint i = 0; i < advice_n_clusters_shown (advice); i++)
    cli_json_write_match (writer, advice_cluster (advice, i), language);
  base_json_writer_end_array (writer);
  write_steps (writer, advice, language);
  write_services (writer, advice, language);
  write_standards (writer, advice, language);
  cli_json_write_size (writer, advice_size (advice), language);
  cli_json_write_aid (writer, advice_aid (advice), language);
  write_versions (writer, advice);
}
