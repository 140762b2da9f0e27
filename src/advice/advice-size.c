/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-size-private.h"

#include "advice/advice-ask-private.h"
#include "advice/advice-enterprise-private.h"

#include <math.h>

/* The size of the firm in words and as facts.
 *
 * One presumption is made here, and nowhere else. Whether other firms own 25 % or more is asked
 * late, and a holder could make any firm too large; taken strictly, nobody who has only said "24
 * people" could be told anything. So while the question is open the firm counts by its own figures,
 * as the declaration form of the definition begins with "autonomous". But it is never said as a
 * fact: the size carries its condition, it does not count as settled, each kind of support that
 * asks for the size shows the question as a thing to check, and it stands among the open questions.
 */

enum
{
  KIND_MICRO,
  KIND_SMALL,
  KIND_MEDIUM,
  KIND_MIDCAP,
  KIND_LARGE,
  N_KINDS
};
static const char *const kind_names[N_KINDS] = { "micro", "small", "medium", "midcap", "large" };

static const char *const class_titles[ADVICE_N_CLASSES] = {
  N_ ("Micro enterprise"),
  N_ ("Small enterprise"),
  N_ ("Medium-sized enterprise"),
  N_ ("Larger than a small or medium-sized enterprise"),
};

/* --- figures in words --- */

static gboolean
is_exact (AdviceRange range)
{
  return range.high <= range.low;
}

/* The number in a cell such as "< 50" or "<= 10000000". */
static gboolean
cell_limit (const DmnTable *table, int rule, guint column, gint64 *limit)
{
  const char *text = dmn_table_cell_text (table, (guint)rule, column);
  FeelNumber number;

  while (*text == '<' || *text == '=' || *text == ' ')
    text++;
  return feel_number_parse (text, -1, &number) && feel_number_to_int64 (number, limit);
}

static BaseText *
people_text (double staff)
{
  gint64 whole = (gint64)floor (staff + 0.5);

  if (fabs (staff - (double)whole) < 0.005)
    return base_text_new_plural ("{n} person", "{n} people", whole);
  return base_text_with_decimal (base_text_new (N_ ("{staff} people")), "staff",
                                 (gint64)floor (staff * 100 + 0.5), 2);
}

static BaseText *
figure_text (AdviceFigure figure, double value)
{
  switch (figure)
    {
    case ADVICE_FIGURE_STAFF:
      return people_text (value);
    case ADVICE_FIGURE_TURNOVER:
      return base_text_with_money (base_text_new (N_ ("{amount} turnover")), "amount",
                                   (gint64)floor (value + 0.5));
    case ADVICE_FIGURE_BALANCE_SHEET:
    case ADVICE_N_FIGURES:
    default:
      return base_text_with_money (base_text_new (N_ ("{amount} total assets")), "amount",
                                   (gint64)floor (value + 0.5));
    }
}

static BaseText *
limited_text (AdviceFigure figure, double value, gint64 limit)
{
  BaseText *text;

  if (figure == ADVICE_FIGURE_STAFF)
    {
      text = base_text_new (N_ ("{figure} (fewer than {limit})"));
      text = base_text_with_integer (text, "limit", limit);
    }
  else
    text = base_text_with_money (base_text_new (N_ ("{figure} (at most {limit})")), "limit", limit);
  return base_text_with_text (text, "figure", figure_text (figure, value));
}

static gboolean
has_limits (const DmnTable *table, int rule)
{
  gint64 limit;

  for (guint column = 1; column <= ADVICE_N_FIGURES; column++)
    if (cell_limit (table, rule, column, &limit))
      return TRUE;
  return FALSE;
}

/* Above the limits of all classes no rule tests a figure any more: the nearest limit before it that
 * the figure passes. */
static BaseText *
passed_text (const DmnTable *table, int rule, AdviceFigure figure, double value)
{
  gint64 limit;
  BaseText *text;

  while (--rule >= 0 && !cell_limit (table, rule, figure + 1, &limit))
    ;
  if (rule < 0 || value < (double)limit
      || (figure != ADVICE_FIGURE_STAFF && value <= (double)limit))
    return NULL;
  if (figure == ADVICE_FIGURE_STAFF)
    text = base_text_with_integer (
        base_text_new (N_ ("{figure} (the limit is fewer than {limit})")), "limit", limit);
  else
    text = base_text_with_money (base_text_new (N_ ("{figure} (the limit is {limit})")), "limit",
                                 limit);
  return base_text_with_text (text, "figure", figure_text (figure, value));
}

/* Every figure that is known, with its limit where the rule that decided tests it; of a sum with a
 * part missing what there is at least. */
static GPtrArray *
figure_texts (const AdviceEnterprise *enterprise, const DmnTable *table, int rule)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < ADVICE_N_FIGURES; i++)
    {
      AdviceRange range = enterprise->together[i];
      BaseText *passed;
      gint64 limit;

      if (!is_exact (range) && range.low > 0)
        g_ptr_array_add (texts, base_text_with_text (base_text_new (N_ ("at least {figure}")),
                                                     "figure", figure_text (i, range.low)));
      if (!is_exact (range))
        continue;
      if (rule >= 0 && cell_limit (table, rule, i + 1, &limit))
        g_ptr_array_add (texts, limited_text (i, range.low, limit));
      else if (rule >= 0 && !has_limits (table, rule)
               && (passed = passed_text (table, rule, i, range.low)) != NULL)
        g_ptr_array_add (texts, passed);
      else if (rule < 0 || i == ADVICE_FIGURE_STAFF)
        g_ptr_array_add (texts, figure_text (i, range.low));
    }
  return texts;
}

static BaseText *
reason_text (const AdviceEnterprise *enterprise, const DmnOutcomes *outcomes, gboolean settled)
{
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  int rule = settled && table != NULL ? dmn_outcomes_deciding_rule (outcomes) : -1;
  g_autoptr (GPtrArray) texts = figure_texts (enterprise, table, rule);
  BaseText *text;

  if (texts->len == 0)
    return base_text_new (N_ ("Nothing is known of its figures yet."));
  if (enterprise->n_holdings > 0)
    text = base_text_new (enterprise->year > 0
                              ? N_ ("{figures} in {year}, with partner and linked firms")
                              : N_ ("{figures}, with partner and linked firms"));
  else if (enterprise->estimated)
    text = base_text_new (enterprise->year > 0 ? N_ ("{figures} in {year}, estimated")
                                               : N_ ("{figures}, estimated"));
  else
    text = base_text_new (enterprise->year > 0 ? N_ ("{figures} in {year}") : N_ ("{figures}"));
  text = base_text_with_list (text, "figures", (BaseText **)texts->pdata, texts->len);
  if (enterprise->year > 0)
    {
      char year[12];

      g_snprintf (year, sizeof (year), "%d", enterprise->year);
      text = base_text_with_string (text, "year", year);
    }
  return text;
}

/* Founded in the year of the advice or the one before, and no closed accounts yet. */
static gboolean
is_new_firm (const AdviceReader *reader, const AdviceEnterprise *enterprise)
{
  double founded;

  return enterprise->year == 0
         && assessment_document_get_number (reader->document, "company.founded", &founded)
         && founded >= g_ascii_strtod (reader->date, NULL) - 1;
}

static BaseText *
condition_text (const AdviceReader *reader, const AdviceEnterprise *enterprise, gboolean one_left)
{
  if (enterprise->no_rule)
    return base_text_new (N_ ("no rule for this date"));
  if (!one_left && enterprise->holdings_answered && enterprise->n_holdings > 0)
    return base_text_new (
        N_ ("it takes all figures of your firm and of its partner and linked firms to tell"));
  if (!one_left && is_new_firm (reader, enterprise))
    return base_text_new (N_ (
        "it takes figures to tell: a new firm without closed accounts may estimate them in good "
        "faith (Article 4(3))"));
  if (!one_left)
    return base_text_new (N_ ("it takes people and turnover or total assets to tell"));
  if (!enterprise->holdings_answered)
    return base_text_new (
        N_ ("if no other firm owns 25 % or more of it, and it owns 25 % or more of no other"));
  return NULL;
}

static BaseText *
with_percent (BaseText *text, const char *place, double percent)
{
  gint64 hundredths = (gint64)floor (percent * 100 + 0.5);
  gboolean whole = hundredths % 100 == 0;

  return base_text_with_decimal (text, place, whole ? hundredths / 100 : hundredths, whole ? 0 : 2);
}

/* What the figures alone do not tell: public owners, or a limit passed for one period only. */
static BaseText *
beyond_figures (BaseText *reason, const AdviceEnterprise *enterprise, guint classes)
{
  gboolean barred = classes == (1u << ADVICE_CLASS_NOT_SME)
                    && (enterprise->classes & (1u << ADVICE_CLASS_NOT_SME)) == 0;
  gboolean one_left = classes != 0 && (classes & (classes - 1)) == 0;
  BaseText *text;

  if (barred)
    text = with_percent (
        base_text_new (
            N_ ("{reason}; but public bodies hold {share} % of the firm: with 25 % or more "
                "it does not count as small or medium-sized (Article 3(4))")),
        "share", enterprise->public_share.low);
  else if (one_left && enterprise->n_periods > 1 && enterprise->year_classes != classes)
    text = base_text_new (
        N_ ("{reason}; a limit that is passed changes the size only after two years "
            "in a row (Article 4(2))"));
  else
    return reason;
  return base_text_with_text (text, "reason", reason);
}

static BaseText *
title_text (guint classes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (classes == 0 || classes == ADVICE_ALL_CLASSES)
    return base_text_new (N_ ("Size not known yet"));
  for (guint i = 0; i < ADVICE_N_CLASSES; i++)
    if (classes & (1u << i))
      g_ptr_array_add (texts, base_text_new (class_titles[i]));
  if (texts->len == 1)
    return g_ptr_array_index (texts, 0);
  return base_text_with_list (base_text_new (N_ ("Still possible: {classes}")), "classes",
                              (BaseText **)texts->pdata, texts->len);
}

/* --- facts --- */

static void
set_figure (AdviceReader *reader,
            AdviceFactId id,
            AdviceFigure figure,
            const AdviceEnterprise *enterprise)
{
  AdviceRange range = enterprise->together[figure];
  DmnFact known = advice_range_fact (advice_pool_arena (advice_facts_pool (reader->facts)), range);
  BaseText *value;

  if (range.low <= 0 && isinf (range.high))
    return;
  value = is_exact (range) ? figure_text (figure, range.low)
                           : base_text_with_text (base_text_new (N_ ("at least {figure}")),
                                                  "figure", figure_text (figure, range.low));
  advice_facts_set (reader->facts, id, known, ADVICE_PROOF_DECLARED, value,
                    reason_text (enterprise, NULL, FALSE));
}

static void
set_figures (AdviceReader *reader, const AdviceEnterprise *enterprise)
{
  const char *classes[ADVICE_N_CLASSES];
  guint n = 0;

  set_figure (reader, ADVICE_FACT_STAFF, ADVICE_FIGURE_STAFF, enterprise);
  set_figure (reader, ADVICE_FACT_TURNOVER, ADVICE_FIGURE_TURNOVER, enterprise);
  set_figure (reader, ADVICE_FACT_BALANCE_SHEET, ADVICE_FIGURE_BALANCE_SHEET, enterprise);
  for (guint i = 0; i < ADVICE_N_CLASSES; i++)
    if (enterprise->classes & (1u << i))
      classes[n++] = advice_class_names[i];
  if (n > 0 && !enterprise->no_rule)
    advice_facts_set_one_of (reader->facts, ADVICE_FACT_FIGURES_CLASS, classes, n, NULL, NULL);
}

static void
set_owners (AdviceReader *reader, const AdviceEnterprise *enterprise)
{
  FeelArena *arena = advice_pool_arena (advice_facts_pool (reader->facts));
  BaseText *from = base_text_new (enterprise->n_holdings > 0
                                      ? N_ ("Company: partner or linked firms are entered")
                                      : N_ ("Company: no partner or linked firms"));

  /* Part of the presumption above: while nobody has said who owns the firm, no public body is taken
   * to. */
  advice_facts_set (
      reader->facts, ADVICE_FACT_PUBLIC_SHARE, advice_range_fact (arena, enterprise->public_share),
      enterprise->holdings_answered ? ADVICE_PROOF_DECLARED : ADVICE_PROOF_NONE, NULL, NULL);
  if (enterprise->holdings_answered)
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_OTHER_OWNERS, enterprise->n_holdings > 0,
                              from);
  else
    base_text_unref (from);
}

static guint
kinds_of (AdviceReader *reader, const AdviceRules *rules, gboolean *open)
{
  DmnFact facts[ADVICE_N_FACTS];

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    facts[i] = advice_facts_value (reader->facts, i);
  return advice_ask_possible (advice_rules_find (rules, "enterprise-size", "company kind"), facts,
                              kind_names, N_KINDS, open);
}

/* The most people of a midcap, from the table that knows it; FALSE when it has no such rule. */
static gboolean
midcap_limit (const AdviceRules *rules, gint64 *limit)
{
  const AdviceRule *rule = advice_rules_find (rules, "enterprise-size", "company kind");
  const DmnTable *table = dmn_model_decision (rule->model, rule->decision)->table;

  for (guint row = 0; row < dmn_table_n_rules (table); row++)
    if (feel_value_is_string (dmn_table_output_value (table, row, 0), kind_names[KIND_MIDCAP]))
      return cell_limit (table, (int)row, dmn_table_n_columns (table) - 1, limit);
  return FALSE;
}

static BaseText *
kind_from (const AdviceRules *rules, guint kinds, const AdviceSize *size)
{
  BaseText *from;
  gint64 limit;

  if (kinds == (1u << KIND_LARGE) && midcap_limit (rules, &limit))
    from = base_text_with_integer (
        base_text_new (N_ ("Company: {reason}; a midcap has at most {most} people")), "most",
        limit);
  else
    from = base_text_new (size->condition != NULL ? N_ ("Company: {reason}, {condition}")
                                                  : N_ ("Company: {reason}"));
  from = base_text_with_text (from, "reason", base_text_ref (size->reason));
  if (size->condition != NULL)
    from = base_text_with_text (from, "condition", base_text_ref (size->condition));
  return from;
}

static void
set_kind (AdviceReader *reader, const AdviceRules *rules, guint kinds, const AdviceSize *size)
{
  const char *names[N_KINDS];
  guint n = 0;

  for (guint i = 0; i < N_KINDS; i++)
    if (kinds & (1u << i))
      names[n++] = kind_names[i];
  if (n == 0)
    return;
  advice_facts_set_one_of (reader->facts, ADVICE_FACT_COMPANY_SIZE, names, n,
                           n == 1 ? base_text_ref (size->title) : NULL,
                           kind_from (rules, kinds, size));
}

/* --- the size --- */

/* The classes of the definition behind the kinds that can still be: midcap and large are both no
 * SME. */
static guint
classes_of_kinds (guint kinds)
{
  guint classes = kinds & ((1u << (KIND_MEDIUM + 1)) - 1);

  return (kinds & ((1u << KIND_MIDCAP) | (1u << KIND_LARGE)))
             ? classes | (1u << ADVICE_CLASS_NOT_SME)
             : classes;
}

static const char *const *
possible_ids (AdvicePool *pool, guint classes)
{
  const char **ids = advice_pool_new_array (pool, const char *, ADVICE_N_CLASSES + 1);
  guint n = 0;

  for (guint i = 0; i < ADVICE_N_CLASSES; i++)
    if (classes & (1u << i))
      ids[n++] = advice_class_names[i];
  return ids;
}

static DmnOutcomes *
ask_class (AdviceReader *reader, const AdviceRules *rules)
{
  DmnFact facts[ADVICE_N_FACTS];

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    facts[i] = advice_facts_value (reader->facts, i);
  return advice_ask (advice_rules_find (rules, "enterprise-size", "size class"), facts);
}

void
advice_size_read (AdviceReader *reader, const AdviceRules *rules, AdviceSize *size)
{
  AdvicePool *pool = advice_facts_pool (reader->facts);
  AdviceEnterprise enterprise;
  g_autoptr (DmnOutcomes) outcomes = NULL;
  gboolean open = FALSE;
  gboolean one_left;
  guint kinds;
  guint classes;

  advice_enterprise_read (&enterprise, reader->document, rules, reader->date);
  set_figures (reader, &enterprise);
  set_owners (reader, &enterprise);
  kinds = kinds_of (reader, rules, &open);
  if (open || enterprise.no_rule)
    kinds = 0;
  classes = kinds == 0 && !enterprise.no_rule ? enterprise.classes : classes_of_kinds (kinds);
  one_left = classes != 0 && (classes & (classes - 1)) == 0;
  outcomes = ask_class (reader, rules);
  size->title = advice_pool_keep (pool, title_text (classes));
  size->reason = advice_pool_keep (
      pool, beyond_figures (
                reason_text (&enterprise, outcomes, one_left && enterprise.year_classes == classes),
                &enterprise, classes));
  size->condition = advice_pool_keep (pool, condition_text (reader, &enterprise, one_left));
  size->possible = possible_ids (pool, classes);
  size->id = one_left ? size->possible[0] : NULL;
  size->is_sme = classes != 0 && (classes & (1u << ADVICE_CLASS_NOT_SME)) == 0;
  size->is_sme_settled
      = enterprise.holdings_answered && (size->is_sme || classes == (1u << ADVICE_CLASS_NOT_SME));
  set_kind (reader, rules, kinds, size);
  if (!reader->brief)
    advice_size_tell_steps (reader, rules, &enterprise, size);
}
