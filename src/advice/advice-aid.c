/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-aid-private.h"

#include "advice/advice-ask-private.h"
#include "advice/advice-instrument-private.h"

#include <string.h>

/* Puts the aid together: the day a grant is expected, activities that are left out, the ledger, the
 * room under each ceiling, and shares of costs. */

#define MINIMIS "de-minimis"

/* --- asking a table --- */

static const char *
cell_source (const DmnTable *table, const AdviceRule *rule, guint row, AdviceFactId fact)
{
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    {
      int input = dmn_table_column (table, column)->input;

      if (input >= 0 && rule->facts[input] == fact)
        return dmn_table_cell_description (table, row, column);
    }
  return "";
}

AdviceAidAnswer
advice_aid_ask (AdviceAidReader *reader,
                const char *model,
                const char *decision,
                const DmnFact *facts,
                AdviceFactId source_fact)
{
  const AdviceRule *rule = advice_rules_find (reader->rules, model, decision);
  g_autoptr (DmnOutcomes) outcomes = advice_ask (rule, facts);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  AdviceAidAnswer answer = { .basis = ADVICE_BASIS_INFERRED };
  int row;

  if (table == NULL || !dmn_outcomes_is_settled (outcomes))
    return answer;
  row = dmn_outcomes_deciding_rule (outcomes);
  answer.value = dmn_outcomes_value (outcomes, 0);
  if (row < 0 || answer.value.kind == FEEL_NULL)
    return answer;
  /* The value is the model's own constant, which outlives the outcomes. */
  answer.value = dmn_table_output_value (table, (guint)row, 0);
  answer.found = TRUE;
  answer.text = advice_pool_keep (reader->pool,
                                  base_text_new (dmn_table_rule_description (table, (guint)row)));
  answer.regulation = dmn_table_rule_annotation_named (table, (guint)row, "regulation");
  answer.basis = advice_instrument_basis (cell_source (table, rule, (guint)row, source_fact),
                                          &answer.source);
  return answer;
}

void
advice_aid_facts (AdviceAidReader *reader, DmnFact facts[ADVICE_N_FACTS])
{
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    facts[i] = advice_facts_value (reader->facts, i);
  facts[ADVICE_FACT_ON] = dmn_fact_value (feel_value_date (reader->date));
}

/* --- the day --- */

/* Aid has to be applied for before the work begins, so a grant is expected at the project's start;
 * a start that is past says nothing. */
static void
read_day (AdviceAidReader *reader, AdviceAid *aid, const char *today)
{
  const char *start = assessment_document_get_string (reader->document, "project.starts_on");
  gboolean ahead = start != NULL && strcmp (start, today) >= 0;

  aid->date = reader->date = advice_pool_string (reader->pool, ahead ? start : today);
  aid->date_reason = advice_pool_keep (
      reader->pool,
      base_text_new (ahead ? N_ ("The day on which the project is to start.")
                           : N_ ("The day of this advice: no later start is given.")));
}

static int
window_months (AdviceAidReader *reader)
{
  DmnFact facts[ADVICE_N_FACTS];
  AdviceAidAnswer answer;
  gint64 months = 0;

  advice_aid_facts (reader, facts);
  answer = advice_aid_ask (reader, MINIMIS, "aid window", facts, ADVICE_FACT_ON);
  if (answer.found)
    feel_number_to_int64 (answer.value.number, &months);
  return (int)months;
}

/* --- what is left out --- */

static void
add_exclusion (AdviceAidReader *reader, AdviceAid *aid, AdviceAidExclusion *list, const char *id)
{
  DmnFact facts[ADVICE_N_FACTS];
  AdviceAidAnswer answer;
  AdviceAidExclusion *exclusion = &list[aid->n_exclusions++];

  advice_aid_facts (reader, facts);
  facts[ADVICE_FACT_AID_ACTIVITY] = dmn_fact_value (feel_value_string (id));
  answer
      = advice_aid_ask (reader, MINIMIS, "aid activity allowed", facts, ADVICE_FACT_AID_ACTIVITY);
  *exclusion = (AdviceAidExclusion){
    .id = id,
    .known = answer.found,
    .text = answer.text,
    .basis = answer.basis,
    .source = answer.source,
  };
  if (!answer.found)
    exclusion->text = advice_pool_keep (
        reader->pool, base_text_with_string (base_text_new (N_ ("There is no rule here for the "
                                                                "activity “{activity}”.")),
                                             "activity", id));
}

static gboolean
has_exclusion (const AdviceAid *aid, const AdviceAidExclusion *list, const char *id)
{
  for (guint i = 0; i < aid->n_exclusions; i++)
    if (g_str_equal (list[i].id, id))
      return TRUE;
  return FALSE;
}

/* Divisions 01 and 03 of NACE, in both revisions: farming, and fishery with aquaculture. */
static const char *
excluded_trade (const AdviceAidReader *reader)
{
  const char *division = assessment_document_get_string (reader->document, "company.nace.division");

  if (g_strcmp0 (division, "01") == 0)
    return "primary-agriculture";
  return g_strcmp0 (division, "03") == 0 ? "fishery" : NULL;
}

static void
read_exclusions (AdviceAidReader *reader, AdviceAid *aid)
{
  const char *const *ids
      = assessment_document_get_strings (reader->document, "company.aid_exclusions");
  guint n = ids != NULL ? g_strv_length ((char **)ids) : 0;
  AdviceAidExclusion *list = advice_pool_new_array (reader->pool, AdviceAidExclusion, n + 1);
  const char *trade = excluded_trade (reader);

  for (guint i = 0; i < n; i++)
    add_exclusion (reader, aid, list, advice_pool_string (reader->pool, ids[i]));
  if (trade != NULL && !has_exclusion (aid, list, trade))
    {
      add_exclusion (reader, aid, list, trade);
      list[aid->n_exclusions - 1].basis = ADVICE_BASIS_INFERRED;
    }
  aid->exclusions = list;
}

AdviceAid *
advice_aid_new (const AssessmentDocument *document,
                const AdviceRules *rules,
                Catalogue *catalogue,
                const AdviceFacts *facts,
                AdvicePool *pool,
                const char *date)
{
  AdviceAid *aid = advice_pool_new_array (pool, AdviceAid, 1);
  AdviceAidReader reader = {
    .document = document,
    .rules = rules,
    .catalogue = catalogue,
    .facts = facts,
    .pool = pool,
  };
  const char *country = advice_country_code (
      catalogue, assessment_document_get_string (document, "company.country"));

  reader.country = country != NULL ? advice_pool_string (pool, country) : NULL;
  read_day (&reader, aid, date);
  reader.months = window_months (&reader);
  read_exclusions (&reader, aid);
  advice_aid_read_ledger (&reader, aid);
  advice_aid_read_rooms (&reader, aid);
  advice_aid_read_shares (&reader, aid);
  aid->overshoot = advice_pool_keep (
      pool,
      base_text_new (N_ ("A grant above what is free loses the exemption as a whole, not only "
                         "the part above: ask for less, or wait until more is free.")));
  return aid;
}
