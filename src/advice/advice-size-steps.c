/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-size-private.h"

#include "advice/advice-ask-private.h"
#include "advice/advice-enterprise-private.h"
#include "advice/advice-instrument-private.h"

#include <math.h>

/* The calculation behind the size, so that it can be shown and checked line by line: each
 * enterprise with its relation, share and figures; each accounting period with the class of its
 * figures and what the rule of two periods makes of it; the definitions of a mid-cap side by side.
 */

typedef struct
{
  AdviceReader *reader;
  const AdviceRules *rules;
  AdvicePool *pool;
  GArray *rows; /* of AdviceSizeEnterprise */
  int year;
} Steps;

/* --- enterprises --- */

static BaseText *
relation_text (guint possible)
{
  static const struct
  {
    guint flag;
    const char *words;
  } words[] = {
    { ADVICE_HOLDING_LINKED, N_ ("linked") },
    { ADVICE_HOLDING_PARTNER, N_ ("partner") },
    { ADVICE_HOLDING_PUBLIC, N_ ("public body") },
    { ADVICE_HOLDING_NONE, N_ ("not counted") },
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (possible & words[i].flag)
      g_ptr_array_add (texts, base_text_new (words[i].words));
  if (texts->len == 1)
    return g_ptr_array_index (texts, 0);
  return base_text_with_list (base_text_new (N_ ("still open: {relations}")), "relations",
                              (BaseText **)texts->pdata, texts->len);
}

static BaseText *
rule_text (guint possible, gboolean below_partner)
{
  if (possible == ADVICE_HOLDING_LINKED)
    return base_text_new (N_ ("Linked: all of its figures are added (Article 3(3))."));
  if (possible == ADVICE_HOLDING_PARTNER && below_partner)
    return base_text_new (N_ ("A partner of a partner: its figures are not added (Article 6(3))."));
  if (possible == ADVICE_HOLDING_PARTNER)
    return base_text_new (N_ ("Partner: its figures are added by its share, the higher of capital "
                              "and votes (Article 6(2))."));
  if (possible == ADVICE_HOLDING_PUBLIC)
    return base_text_new (
        N_ ("Public body: its figures are not added; 25 % or more bar the firm from counting as "
            "small or medium-sized (Article 3(4))."));
  if (possible == ADVICE_HOLDING_NONE)
    return base_text_new (
        N_ ("Below 25 %, or one of the investors that leave a firm autonomous (Article 3(2))."));
  return base_text_new (
      N_ ("How it counts depends on what is not said: the relation, the share, or "
          "the market it works in."));
}

/* Percent of its figures that reach your firm, when @parent percent of its holder's do. */
static AdviceRange
counted_share (guint possible, AdviceRange share, AdviceRange parent, gboolean below_partner)
{
  AdviceRange own = { INFINITY, 0 };

  if (possible & ADVICE_HOLDING_LINKED)
    own = (AdviceRange){ MIN (own.low, 100), 100 };
  if ((possible & ADVICE_HOLDING_PARTNER) && !below_partner)
    own = (AdviceRange){ MIN (own.low, share.low), MAX (own.high, share.high) };
  if ((possible & (ADVICE_HOLDING_PUBLIC | ADVICE_HOLDING_NONE))
      || ((possible & ADVICE_HOLDING_PARTNER) && below_partner))
    own.low = 0;
  return (AdviceRange){ own.low * parent.low / 100, own.high * parent.high / 100 };
}

static BaseText *
name_text (Steps *steps, const char *firm)
{
  g_autofree char *path = g_strdup_printf ("%s.name", firm);
  const char *name = assessment_document_get_string (steps->reader->document, path);

  return name != NULL ? base_text_new_verbatim (name)
                      : base_text_new (N_ ("a firm without a name"));
}

static void
add_row (Steps *steps, AdviceSizeEnterprise row)
{
  const char *firm = row.path;

  row.path = advice_pool_string (steps->pool, firm);
  row.year = advice_enterprise_own (steps->reader->document, firm, steps->year, row.figures,
                                    &row.estimated);
  advice_pool_keep (steps->pool, row.name);
  advice_pool_keep (steps->pool, row.relation);
  advice_pool_keep (steps->pool, row.rule);
  row.basis = ADVICE_BASIS_STATED;
  row.source = "LEX-GBER Commission Regulation (EU) No 651/2014, Annex I, "
               "https://eur-lex.europa.eu/eli/reg/2014/651/oj";
  g_array_append_val (steps->rows, row);
}

/* As far as a holding can reach the firm: below one that does not count nothing does. */
static void
add_holdings (
    Steps *steps, const char *firm, guint depth, AdviceRange parent, gboolean below_partner)
{
  g_autofree char *list = g_strdup_printf ("%s.holdings", firm);

  for (guint i = 0; i < assessment_document_count (steps->reader->document, list); i++)
    {
      g_autofree char *holding = g_strdup_printf ("%s[%u]", list, i);
      guint possible
          = advice_enterprise_treatments (steps->reader->document, steps->rules, holding);
      AdviceRange share = advice_enterprise_share (steps->reader->document, holding);
      AdviceRange counted = counted_share (possible, share, parent, below_partner);

      add_row (steps, (AdviceSizeEnterprise){
                          .path = holding,
                          .name = name_text (steps, holding),
                          .depth = depth,
                          .relation = relation_text (possible),
                          .share = share,
                          .counted = counted,
                          .rule = rule_text (possible, below_partner),
                      });
      add_holdings (steps, holding, depth + 1, counted,
                    below_partner || possible == ADVICE_HOLDING_PARTNER);
    }
}

static void
tell_enterprises (Steps *steps, AdviceSize *size)
{
  AdviceSizeEnterprise *rows;

  add_row (steps, (AdviceSizeEnterprise){
                      .path = "company",
                      .name = base_text_new (N_ ("your firm")),
                      .relation = base_text_new (N_ ("itself")),
                      .share = { 100, 100 },
                      .counted = { 100, 100 },
                      .rule = base_text_new (N_ ("Its own figures count in full.")),
                  });
  add_holdings (steps, "company", 1, (AdviceRange){ 100, 100 }, FALSE);
  rows = advice_pool_new_array (steps->pool, AdviceSizeEnterprise, steps->rows->len);
  for (guint i = 0; i < steps->rows->len; i++)
    rows[i] = g_array_index (steps->rows, AdviceSizeEnterprise, i);
  size->enterprises = rows;
  size->n_enterprises = steps->rows->len;
}

/* --- periods --- */

static BaseText *
two_periods_text (const AdviceEnterprise *enterprise, guint index)
{
  const AdvicePeriod *period = &enterprise->periods[index];

  if (index == 0)
    return base_text_new (N_ ("First period given: its figures decide."));
  if (period->classes == period->status)
    return base_text_new (period->status == enterprise->periods[index - 1].status
                              ? N_ ("As in the period before.")
                              : N_ ("Beyond a limit for the second period in a row: the class "
                                    "changes (Article 4(2))."));
  if ((period->classes & (period->classes - 1)) != 0
      || (period->status & (period->status - 1)) != 0)
    return base_text_new (N_ ("More than one class is possible: figures or a period are missing."));
  return base_text_new (N_ ("Beyond a limit for one period only: the class of before still holds "
                            "(Article 4(2))."));
}

static const char *const *
class_ids (AdvicePool *pool, guint classes)
{
  const char **ids = advice_pool_new_array (pool, const char *, ADVICE_N_CLASSES + 1);
  guint n = 0;

  for (guint i = 0; i < ADVICE_N_CLASSES; i++)
    if (classes & (1u << i))
      ids[n++] = advice_class_names[i];
  return ids;
}

static void
tell_periods (Steps *steps, const AdviceEnterprise *enterprise, AdviceSize *size)
{
  AdviceSizePeriod *periods
      = advice_pool_new_array (steps->pool, AdviceSizePeriod, enterprise->n_periods);

  for (guint i = 0; i < enterprise->n_periods; i++)
    {
      const AdvicePeriod *from = &enterprise->periods[i];

      periods[i] = (AdviceSizePeriod){
        .year = from->year,
        .estimated = from->estimated,
        .classes = class_ids (steps->pool, from->classes),
        .status = class_ids (steps->pool, from->status),
        .rule = advice_pool_keep (steps->pool, two_periods_text (enterprise, i)),
      };
      for (guint f = 0; f < ADVICE_N_FIGURES; f++)
        periods[i].together[f] = from->together[f];
    }
  size->periods = periods;
  size->n_periods = enterprise->n_periods;
}

/* --- mid-caps --- */

static const struct
{
  const char *id, *decision, *title;
} definitions[] = {
  { "state-aid", "small mid-cap of State aid",
    N_ ("Small mid-cap for State aid (block exemption)") },
  { "recommendation", "small mid-cap of the Recommendation",
    N_ ("Small mid-cap by the Recommendation of 2025") },
  { "proposal", "small mid-cap as proposed",
    N_ ("Small mid-cap as proposed to be law: not in force") },
  { "horizon-2020", "midcap of Horizon 2020", N_ ("Midcap in calls of Horizon 2020") },
};

static void
tell_definition (Steps *steps, guint index, AdviceSizeDefinition *definition)
{
  const AdviceRule *rule = advice_rules_find (steps->rules, "mid-cap", definitions[index].decision);
  DmnFact facts[ADVICE_N_FACTS];
  g_autoptr (DmnOutcomes) outcomes = NULL;
  const DmnTable *table;
  int row = -1;

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    facts[i] = advice_facts_value (steps->reader->facts, i);
  outcomes = advice_ask (rule, facts);
  table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  if (table != NULL && dmn_outcomes_is_settled (outcomes))
    row = dmn_outcomes_deciding_rule (outcomes);
  *definition = (AdviceSizeDefinition){
    .id = definitions[index].id,
    .title = advice_pool_keep (steps->pool, base_text_new (definitions[index].title)),
    .outcome = ADVICE_CRITERION_UNKNOWN,
    .basis = ADVICE_BASIS_STATED,
  };
  if (row >= 0)
    definition->outcome = feel_value_is_string (dmn_outcomes_value (outcomes, 0), "yes")
                              ? ADVICE_CRITERION_MET
                              : ADVICE_CRITERION_NOT_MET;
  definition->text = advice_pool_keep (
      steps->pool,
      base_text_new (row >= 0 ? dmn_table_rule_description (table, (guint)row)
                     : table != NULL && dmn_outcomes_is_settled (outcomes)
                         ? N_ ("No rule for this date.")
                         : N_ ("It cannot be told yet: figures or the owners are missing.")));
  if (table != NULL)
    definition->basis = advice_instrument_basis (
        dmn_table_cell_description (table, (guint)MAX (row, 0), 0), &definition->source);
}

static void
tell_definitions (Steps *steps, AdviceSize *size)
{
  AdviceSizeDefinition *list
      = advice_pool_new_array (steps->pool, AdviceSizeDefinition, G_N_ELEMENTS (definitions));

  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    tell_definition (steps, i, &list[i]);
  size->definitions = list;
  size->n_definitions = G_N_ELEMENTS (definitions);
}

void
advice_size_tell_steps (AdviceReader *reader,
                        const AdviceRules *rules,
                        const AdviceEnterprise *enterprise,
                        AdviceSize *size)
{
  Steps steps = { reader, rules, advice_facts_pool (reader->facts),
                  g_array_new (FALSE, FALSE, sizeof (AdviceSizeEnterprise)), enterprise->year };

  tell_enterprises (&steps, size);
  tell_periods (&steps, enterprise, size);
  tell_definitions (&steps, size);
  size->public_share = enterprise->public_share;
  g_array_unref (steps.rows);
}
