/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-json-details.h"

#include "cli/cli-json-words.h"

/* The JSON of plan, SWOT, readiness and comparison. Figures are exact decimals; sentences are in
 * the language asked for. */

/* A difference can be negative; NULL while it is open. */
static void
write_difference (BaseJsonWriter *writer, const char *member, int hundredths, gboolean settled)
{
  if (settled)
    base_json_writer_decimal (writer, member, hundredths, 2);
  else
    base_json_writer_null (writer, member);
}

/* --- plan --- */

static void
write_weights (BaseJsonWriter *writer, const AdvicePlan *plan)
{
  base_json_writer_begin_array (writer, "weights");
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    {
      const AdvicePlanWeight *weight = advice_plan_weight (plan, (AdviceWeightId)i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", weight->id);
      base_json_writer_integer (writer, "weight", weight->weight);
      base_json_writer_integer (writer, "share", weight->share);
      base_json_writer_boolean (writer, "custom", weight->is_custom);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_effects (BaseJsonWriter *writer, const AdvicePlan *plan, const AdviceAction *action)
{
  const SurveyScore *score = advice_score (advice_plan_advice (plan));

  base_json_writer_begin_array (writer, "effects");
  for (guint i = 0; i < action->n_effects; i++)
    {
      const AdviceEffect *effect = &action->effects[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "question",
                               survey_score_question (score, effect->question)->id);
      base_json_writer_integer (writer, "option", effect->option->number);
      base_json_writer_integer (writer, "from", effect->from_level);
      base_json_writer_integer (writer, "to", effect->to_level);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_action (BaseJsonWriter *writer,
              const AdvicePlan *plan,
              const AdviceAction *action,
              const BaseLanguage *language)
{
  static const int days[] = { 90, 180, 365 };

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", action->id);
  cli_json_write_text (writer, "title", action->title, language);
  base_json_writer_string (writer, "kind", action->kind);
  base_json_writer_boolean (writer, "own", action->own);
  base_json_writer_boolean (writer, "planned", action->planned);
  base_json_writer_boolean (writer, "in_place", action->in_place);
  base_json_writer_string (writer, "status", action->status);
  base_json_writer_string (writer, "owner", action->owner);
  base_json_writer_string (writer, "measure", action->measure);
  base_json_writer_string (writer, "due", action->due);
  base_json_writer_string (writer, "ends_on", action->ends_on);
  if (action->period < G_N_ELEMENTS (days))
    base_json_writer_integer (writer, "within_days", days[action->period]);
  else
    base_json_writer_null (writer, "within_days");
  base_json_writer_boolean (writer, "overdue", action->overdue);
  base_json_writer_integer (writer, "effort", action->effort);
  base_json_writer_string (writer, "cost", action->cost);
  base_json_writer_string (writer, "dimension",
                           action->dimension != NULL ? action->dimension->id : NULL);
  write_difference (writer, "gain", action->gain, action->settled);
  write_difference (writer, "dimension_gain", action->dimension_gain, action->settled);
  base_json_writer_integer (writer, "rank", action->rank);
  base_json_writer_begin_object (writer, "shares");
  for (guint i = 0; i < ADVICE_N_WEIGHTS; i++)
    base_json_writer_integer (writer, advice_plan_weight (plan, (AdviceWeightId)i)->id,
                              action->shares[i]);
  base_json_writer_end_object (writer);
  base_json_writer_string (writer, "corner", action->corner);
  base_json_writer_begin_array (writer, "after");
  for (guint i = 0; i < action->n_after; i++)
    base_json_writer_string (writer, NULL, advice_plan_action (plan, action->after[i])->id);
  base_json_writer_end_array (writer);
  write_effects (writer, plan, action);
  base_json_writer_end_object (writer);
}

static void
write_targets (BaseJsonWriter *writer, const AdvicePlan *plan, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "targets");
  for (guint i = 0; i < advice_plan_n_targets (plan); i++)
    {
      const AdvicePlanTarget *target = advice_plan_target (plan, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "dimension", target->dimension->id);
      base_json_writer_decimal (writer, "target", target->target, 2);
      base_json_writer_string (writer, "due", target->due);
      base_json_writer_string (writer, "owner", target->owner);
      base_json_writer_string (writer, "measure", target->measure);
      cli_json_write_value (writer, "now", target->now.value);
      cli_json_write_value (writer, "then", target->then.value);
      base_json_writer_string (writer, "reach", advice_reach_name (target->reach));
      base_json_writer_decimal (writer, "missing", target->missing, 2);
      cli_json_write_text (writer, "text", target->text, language);
      base_json_writer_begin_array (writer, "missing_actions");
      for (guint j = 0; j < target->n_missing_actions; j++)
        base_json_writer_string (writer, NULL,
                                 advice_plan_action (plan, target->missing_actions[j])->id);
      base_json_writer_end_array (writer);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_projection (BaseJsonWriter *writer, const AdvicePlan *plan)
{
  static const char *const names[ADVICE_N_PERIODS] = { "90", "180", "365", "later" };

  base_json_writer_begin_array (writer, "projection");
  for (guint i = 0; i < ADVICE_N_PERIODS; i++)
    {
      const SurveyScore *score = advice_plan_score_after (plan, (AdvicePeriod)i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "after", names[i]);
      cli_json_write_value (writer, "overall", survey_score_overall (score).value);
      base_json_writer_begin_object (writer, "dimensions");
      for (guint d = 0; d < survey_score_n_dimensions (score); d++)
        cli_json_write_value (writer, survey_score_dimension (score, d)->dimension->id,
                              survey_score_dimension (score, d)->score.value);
      base_json_writer_end_object (writer);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

void
cli_json_write_plan (BaseJsonWriter *writer, const AdvicePlan *plan, const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, "plan");
  write_weights (writer, plan);
  base_json_writer_begin_array (writer, "actions");
  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    write_action (writer, plan, advice_plan_action (plan, i), language);
  base_json_writer_end_array (writer);
  write_targets (writer, plan, language);
  write_projection (writer, plan);
  base_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < advice_plan_n_problems (plan); i++)
    cli_json_write_text (writer, NULL, advice_plan_problem (plan, i), language);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

/* --- SWOT --- */

void
cli_json_write_swot (BaseJsonWriter *writer, const AdviceSwot *swot, const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, "swot");
  for (guint field = 0; field < ADVICE_N_SWOT_FIELDS; field++)
    {
      base_json_writer_begin_array (writer, advice_swot_field_name ((AdviceSwotField)field));
      for (guint i = 0; i < advice_swot_count (swot, (AdviceSwotField)field); i++)
        {
          const AdviceSwotEntry *entry = advice_swot_entry (swot, (AdviceSwotField)field, i);

          base_json_writer_begin_object (writer, NULL);
          cli_json_write_text (writer, "text", entry->text, language);
          cli_json_write_text (writer, "from", entry->from, language);
          base_json_writer_string (writer, "kind", entry->kind);
          base_json_writer_string (writer, "id", entry->id);
          base_json_writer_string (writer, "path", entry->path);
          base_json_writer_string (writer, "rule", entry->rule);
          base_json_writer_string (writer, "source", entry->source);
          base_json_writer_string (writer, "basis", advice_basis_name (entry->basis));
          base_json_writer_end_object (writer);
        }
      base_json_writer_end_array (writer);
    }
  base_json_writer_end_object (writer);
}

/* --- readiness --- */

static void
write_declarations (BaseJsonWriter *writer,
                    const AdviceReadiness *readiness,
                    const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "declarations");
  for (guint i = 0; i < advice_readiness_n_declarations (readiness); i++)
    {
      const AdviceDeclaration *declaration = advice_readiness_declaration (readiness, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", declaration->id);
      cli_json_write_text (writer, "title", declaration->title, language);
      cli_json_write_text (writer, "text", declaration->text, language);
      base_json_writer_string (writer, "by", declaration->by);
      base_json_writer_string (writer, "on", declaration->on);
      base_json_writer_string (writer, "source", declaration->source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

void
cli_json_write_readiness (BaseJsonWriter *writer,
                          const AdviceReadiness *readiness,
                          const BaseLanguage *language)
{
  const AdviceEvidence *evidence = advice_readiness_evidence (readiness);

  base_json_writer_begin_object (writer, "readiness");
  base_json_writer_boolean (writer, "ready", advice_readiness_is_ready (readiness));
  cli_json_write_text (writer, "summary", advice_readiness_summary (readiness), language);
  base_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < advice_readiness_n_findings (readiness); i++)
    {
      const AdviceReadinessFinding *finding = advice_readiness_finding (readiness, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "severity", advice_severity_name (finding->severity));
      cli_json_write_text (writer, "text", finding->text, language);
      base_json_writer_string (writer, "place", finding->place);
      base_json_writer_string (writer, "basis", advice_basis_name (finding->basis));
      base_json_writer_string (writer, "source", finding->source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  write_declarations (writer, readiness, language);
  base_json_writer_begin_object (writer, "evidence");
  base_json_writer_integer (writer, "counting", advice_evidence_n_counting (evidence));
  base_json_writer_integer (writer, "covered", advice_evidence_n_covered (evidence));
  base_json_writer_integer (writer, "seen", advice_evidence_n_seen (evidence));
  cli_json_write_value (writer, "percent", advice_evidence_coverage (evidence));
  base_json_writer_end_object (writer);
  base_json_writer_end_object (writer);
}

/* --- comparison --- */

static void
write_moves (BaseJsonWriter *writer,
             const AdviceDifference *difference,
             const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "moves");
  for (guint i = 0; i < difference->n_moves; i++)
    {
      const AdviceMove *move = &difference->moves[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", move->id);
      cli_json_write_text (writer, "title", move->title, language);
      cli_json_write_text (writer, "from", move->from, language);
      cli_json_write_text (writer, "to", move->to, language);
      base_json_writer_decimal (writer, "points", move->points, 2);
      write_difference (writer, "overall", move->overall, difference->settled);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_compared (BaseJsonWriter *writer,
                const char *member,
                const AdviceDifference *difference,
                const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, member);
  if (difference->dimension != NULL)
    base_json_writer_string (writer, "id", difference->dimension->id);
  cli_json_write_value (writer, "before", difference->before.value);
  cli_json_write_value (writer, "now", difference->now.value);
  write_difference (writer, "difference", difference->difference, difference->settled);
  cli_json_write_text (writer, "text", difference->text, language);
  cli_json_write_text (writer, "band", difference->band, language);
  if (difference->dimension != NULL)
    {
      cli_json_write_value (writer, "target", difference->target);
      base_json_writer_string (writer, "reach", advice_reach_name (difference->reach));
      cli_json_write_value (writer, "next_target", difference->next_target);
      write_moves (writer, difference, language);
    }
  base_json_writer_end_object (writer);
}

static void
write_support (BaseJsonWriter *writer,
               const AdviceSupportChange *change,
               const BaseLanguage *language)
{
  const AdviceInstrument *any = change->now != NULL ? change->now : change->before;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", any->instrument->id);
  base_json_writer_string (writer, "turn", advice_support_turn_name (change->turn));
  cli_json_write_text (writer, "text", change->text, language);
  base_json_writer_begin_array (writer, "reasons");
  for (guint i = 0; i < change->n_reasons; i++)
    cli_json_write_text (writer, NULL, change->reasons[i], language);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

void
cli_json_write_comparison (BaseJsonWriter *writer,
                           const AdviceComparison *comparison,
                           const BaseLanguage *language)
{
  cli_json_write_text (writer, "headline", advice_comparison_headline (comparison), language);
  base_json_writer_begin_array (writer, "notes");
  for (guint i = 0; i < advice_comparison_n_notes (comparison); i++)
    cli_json_write_text (writer, NULL, advice_comparison_note (comparison, i), language);
  base_json_writer_end_array (writer);
  write_compared (writer, "overall", advice_comparison_overall (comparison), language);
  base_json_writer_begin_array (writer, "dimensions");
  for (guint i = 0; i < advice_comparison_n_dimensions (comparison); i++)
    write_compared (writer, NULL, advice_comparison_dimension (comparison, i), language);
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "support");
  for (guint i = 0; i < advice_comparison_n_supports (comparison); i++)
    write_support (writer, advice_comparison_support (comparison, i), language);
  base_json_writer_end_array (writer);
}
