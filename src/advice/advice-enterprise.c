/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-enterprise-private.h"

#include "advice/advice-ask-private.h"

#include <math.h>
#include <string.h>

/* The sums of the SME definition that no table can hold: the figures of linked firms in full, those
 * of partner firms pro rata, chains of them (Recommendation 2003/361/EC, Annex, Articles 3 and 6),
 * and the rule of two periods (Article 4(2)). Every limit stands in data/rules/enterprise-size.dmn.
 * What nobody has said is an interval. */

const char *const advice_class_names[ADVICE_N_CLASSES] = { "micro", "small", "medium", "not-sme" };

int
advice_size_order (const char *id)
{
  g_return_val_if_fail (id != NULL, -1);

  for (int i = 0; i < ADVICE_N_CLASSES; i++)
    if (g_str_equal (advice_class_names[i], id))
      return i;
  return -1;
}

static const char *const members[ADVICE_N_FIGURES]
    = { "staff", "turnover_eur", "balance_sheet_eur" };

static const char *const treatments[] = { "linked", "partner", "public", "none", "perhaps-linked" };
#define PERHAPS_LINKED (1u << 4) /* the fifth: linked or not */

typedef struct
{
  const AssessmentDocument *document;
  const AdviceRules *rules;
  int year;
} Reader;

/* --- intervals --- */

/* Sums and shares of euro and cents: what lies beyond the fourth decimal is the binary form's, not
 * the firm's. */
static double
tidy (double value)
{
  return value < 1e11 ? round (value * 1e4) / 1e4 : value;
}

static AdviceRange
range_add (AdviceRange a, AdviceRange b)
{
  return (AdviceRange){ tidy (a.low + b.low), tidy (a.high + b.high) };
}

/* @share in percent. Nothing of an unbounded figure is nothing, not a number that is none. */
static AdviceRange
range_share (AdviceRange a, AdviceRange share)
{
  return (AdviceRange){ a.low * share.low / 100, share.high > 0 ? a.high * share.high / 100 : 0 };
}

static AdviceRange
range_union (AdviceRange a, AdviceRange b)
{
  return (AdviceRange){ MIN (a.low, b.low), MAX (a.high, b.high) };
}

DmnFact
advice_range_fact (FeelArena *arena, AdviceRange range)
{
  FeelNumber low;
  FeelNumber high;

  if (!feel_number_from_double (range.low, &low))
    return dmn_fact_unknown ();
  if (!feel_number_from_double (range.high, &high))
    return dmn_fact_interval (
        feel_value_range (arena, feel_value_number (low), TRUE, FEEL_NULL_VALUE, FALSE));
  if (feel_number_compare (low, high) == 0)
    return dmn_fact_value (feel_value_number (low));
  return dmn_fact_interval (
      feel_value_range (arena, feel_value_number (low), TRUE, feel_value_number (high), TRUE));
}

/* --- one firm's own accounts --- */

static int
account_year (const Reader *reader, const char *firm, guint index)
{
  g_autofree char *path = g_strdup_printf ("%s.accounts[%u].year", firm, index);
  double year;

  return assessment_document_get_number (reader->document, path, &year) ? (int)year : 0;
}

/* The accounts of the reader's year, else the newest before it (Article 4(1): the latest approved),
 * else any; -1 when there are none. */
static int
find_account (const Reader *reader, const char *firm)
{
  g_autofree char *list = g_strdup_printf ("%s.accounts", firm);
  guint n = assessment_document_count (reader->document, list);
  int best = -1;
  int best_year = 0;

  for (guint i = 0; i < n; i++)
    {
      int year = account_year (reader, firm, i);
      gboolean better
          = best < 0 || (year <= reader->year && (year > best_year || best_year > reader->year));

      if (better)
        {
          best = (int)i;
          best_year = year;
        }
    }
  return best;
}

static void
read_own (const Reader *reader, const char *firm, AdviceRange figures[ADVICE_N_FIGURES])
{
  int account = find_account (reader, firm);

  for (guint i = 0; i < ADVICE_N_FIGURES; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("%s.accounts[%d].%s", firm, MAX (account, 0), members[i]);
      double value;

      if (account >= 0 && assessment_document_get_number (reader->document, path, &value))
        figures[i] = (AdviceRange){ value, value };
      else
        figures[i] = (AdviceRange){ 0, INFINITY };
    }
}

static gboolean
is_estimated (const Reader *reader, const char *firm, int account)
{
  g_autofree char *path = g_strdup_printf ("%s.accounts[%d].estimated", firm, MAX (account, 0));
  gboolean estimated = FALSE;

  return account >= 0 && assessment_document_get_boolean (reader->document, path, &estimated)
         && estimated;
}

int
advice_enterprise_own (const AssessmentDocument *document,
                       const char *firm,
                       int year,
                       AdviceRange figures[ADVICE_N_FIGURES],
                       gboolean *estimated)
{
  const Reader reader = { document, NULL, year };
  int account = find_account (&reader, firm);

  read_own (&reader, firm, figures);
  if (estimated != NULL)
    *estimated = is_estimated (&reader, firm, account);
  return account >= 0 ? account_year (&reader, firm, (guint)account) : 0;
}

/* --- partner and linked firms --- */

static gboolean
read_percent (const AssessmentDocument *document,
              const char *holding,
              const char *member,
              AdviceRange *range)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", holding, member);
  double percent;

  *range = (AdviceRange){ 0, 100 };
  if (!assessment_document_get_number (document, path, &percent))
    return FALSE;
  *range = (AdviceRange){ percent, percent };
  return TRUE;
}

/* The share that is not said can be anything; one alone that is said stands for both, as most firms
 * give one vote a share. */
AdviceRange
advice_enterprise_share (const AssessmentDocument *document, const char *holding)
{
  AdviceRange capital;
  AdviceRange votes;
  gboolean has_capital = read_percent (document, holding, "share_percent", &capital);
  gboolean has_votes = read_percent (document, holding, "votes_percent", &votes);

  if (!has_capital)
    return votes;
  if (!has_votes)
    return capital;
  return (AdviceRange){ MAX (capital.low, votes.low), MAX (capital.high, votes.high) };
}

static AdviceRange
holding_votes (const AssessmentDocument *document, const char *holding)
{
  AdviceRange votes;

  if (read_percent (document, holding, "votes_percent", &votes))
    return votes;
  return advice_enterprise_share (document, holding);
}

static AdviceRange
holding_share (const Reader *reader, const char *holding)
{
  return advice_enterprise_share (reader->document, holding);
}

/* Through a firm unless somebody says through a person: that is how a holding is asked for. */
guint
advice_enterprise_treatments (const AssessmentDocument *document,
                              const AdviceRules *rules,
                              const char *holding)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree char *relation_path = g_strdup_printf ("%s.relation", holding);
  g_autofree char *through_path = g_strdup_printf ("%s.through", holding);
  const char *relation = assessment_document_get_string (document, relation_path);
  const char *through = assessment_document_get_string (document, through_path);
  DmnFact facts[ADVICE_N_FACTS] = { 0 };
  gboolean open;
  guint possible;

  if (relation != NULL)
    facts[ADVICE_FACT_HOLDING_RELATION] = dmn_fact_value (feel_value_string (relation));
  facts[ADVICE_FACT_HOLDING_THROUGH]
      = dmn_fact_value (feel_value_string (through != NULL ? through : "firm"));
  facts[ADVICE_FACT_HOLDING_SHARE]
      = advice_range_fact (arena, advice_enterprise_share (document, holding));
  facts[ADVICE_FACT_HOLDING_VOTES] = advice_range_fact (arena, holding_votes (document, holding));
  possible = advice_ask_possible (advice_rules_find (rules, "enterprise-size", "holding"), facts,
                                  treatments, G_N_ELEMENTS (treatments), &open);
  if (open || (possible & PERHAPS_LINKED))
    possible |= ADVICE_HOLDING_LINKED | ADVICE_HOLDING_NONE;
  return possible & ~PERHAPS_LINKED;
}

static guint
holding_treatments (const Reader *reader, const char *holding)
{
  return advice_enterprise_treatments (reader->document, reader->rules, holding);
}

static void add_holdings (const Reader *reader,
                          const char *firm,
                          gboolean linked_only,
                          AdviceRange figures[ADVICE_N_FIGURES]);

/* Adds one firm as each of @possible treatments would, and keeps what all of them together leave
 * open. */
static void
add_holding (const Reader *reader,
             const char *holding,
             guint possible,
             gboolean linked_only,
             AdviceRange figures[ADVICE_N_FIGURES])
{
  AdviceRange linked[ADVICE_N_FIGURES];
  AdviceRange partner[ADVICE_N_FIGURES];
  AdviceRange share = holding_share (reader, holding);

  read_own (reader, holding, linked);
  memcpy (partner, linked, sizeof (linked));
  if (possible & ADVICE_HOLDING_LINKED)
    add_holdings (reader, holding, linked_only, linked);
  if ((possible & ADVICE_HOLDING_PARTNER) && !linked_only)
    add_holdings (reader, holding, TRUE, partner);
  for (guint i = 0; i < ADVICE_N_FIGURES; i++)
    {
      AdviceRange counted = { INFINITY, 0 };

      if (possible & ADVICE_HOLDING_LINKED)
        counted = range_union (counted, linked[i]);
      if ((possible & ADVICE_HOLDING_PARTNER) && !linked_only)
        counted = range_union (counted, range_share (partner[i], share));
      if ((possible & (ADVICE_HOLDING_PUBLIC | ADVICE_HOLDING_NONE))
          || ((possible & ADVICE_HOLDING_PARTNER) && linked_only))
        counted = range_union (counted, (AdviceRange){ 0, 0 });
      figures[i] = range_add (figures[i], counted);
    }
}

/* @linked_only: below a partner firm only its linked firms count (Article 6(3)). */
static void
add_holdings (const Reader *reader,
              const char *firm,
              gboolean linked_only,
              AdviceRange figures[ADVICE_N_FIGURES])
{
  g_autofree char *list = g_strdup_printf ("%s.holdings", firm);
  guint n = assessment_document_count (reader->document, list);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *holding = g_strdup_printf ("%s[%u]", list, i);
      guint possible = holding_treatments (reader, holding);

      if (possible != 0)
        add_holding (reader, holding, possible, linked_only, figures);
    }
}

/* Article 3(4): what public bodies hold directly, and through firms in which they have the
 * majority. */
static AdviceRange
public_share (const Reader *reader, const char *firm)
{
  g_autofree char *list = g_strdup_printf ("%s.holdings", firm);
  guint n = assessment_document_count (reader->document, list);
  AdviceRange sum = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *holding = g_strdup_printf ("%s[%u]", list, i);
      guint possible = holding_treatments (reader, holding);
      AdviceRange share = holding_share (reader, holding);
      AdviceRange behind = public_share (reader, holding);
      gboolean is_public = possible == ADVICE_HOLDING_PUBLIC || behind.low > 50;
      gboolean can_be_public = (possible & ADVICE_HOLDING_PUBLIC) || behind.high > 50;

      sum = range_add (sum,
                       (AdviceRange){ is_public ? share.low : 0, can_be_public ? share.high : 0 });
    }
  return sum;
}

/* --- classes over the years --- */

static guint
classes_of (const AdviceEnterprise *enterprise,
            const Reader *reader,
            const char *date,
            gboolean *no_rule)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  DmnFact facts[ADVICE_N_FACTS] = { 0 };

  facts[ADVICE_FACT_ON] = dmn_fact_value (feel_value_date (date));
  facts[ADVICE_FACT_STAFF] = advice_range_fact (arena, enterprise->together[ADVICE_FIGURE_STAFF]);
  facts[ADVICE_FACT_TURNOVER]
      = advice_range_fact (arena, enterprise->together[ADVICE_FIGURE_TURNOVER]);
  facts[ADVICE_FACT_BALANCE_SHEET]
      = advice_range_fact (arena, enterprise->together[ADVICE_FIGURE_BALANCE_SHEET]);
  return advice_ask_possible (advice_rules_find (reader->rules, "enterprise-size", "size class"),
                              facts, advice_class_names, ADVICE_N_CLASSES, no_rule);
}

/* One year more, for every pair of (last year's class, last year's status) still possible: the
 * status follows the class when the class has differed from it two periods in a row (Article 4(2)).
 */
static void
next_year (gboolean pairs[ADVICE_N_CLASSES][ADVICE_N_CLASSES], guint classes)
{
  gboolean next[ADVICE_N_CLASSES][ADVICE_N_CLASSES] = { { FALSE } };

  for (guint before = 0; before < ADVICE_N_CLASSES; before++)
    for (guint status = 0; status < ADVICE_N_CLASSES; status++)
      for (guint now = 0; pairs[before][status] && now < ADVICE_N_CLASSES; now++)
        if (classes & (1u << now))
          next[now][now != status && before != status ? now : status] = TRUE;
  memcpy (pairs, next, sizeof (next));
}

static guint
statuses (gboolean pairs[ADVICE_N_CLASSES][ADVICE_N_CLASSES])
{
  guint set = 0;

  for (guint before = 0; before < ADVICE_N_CLASSES; before++)
    for (guint status = 0; status < ADVICE_N_CLASSES; status++)
      if (pairs[before][status])
        set |= 1u << status;
  return set;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static GArray *
years_of (const Reader *reader)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = assessment_document_count (reader->document, "company.accounts");

  for (guint i = 0; i < n; i++)
    {
      int year = account_year (reader, "company", i);

      g_array_append_val (years, year);
    }
  if (years->len == 0)
    {
      int none = 0;

      g_array_append_val (years, none);
    }
  g_array_sort (years, compare_years);
  return years;
}

static void
read_year (AdviceEnterprise *enterprise, Reader *reader, int year)
{
  reader->year = year;
  enterprise->year = year;
  read_own (reader, "company", enterprise->own);
  memcpy (enterprise->together, enterprise->own, sizeof (enterprise->own));
  add_holdings (reader, "company", FALSE, enterprise->together);
}

/* Of more periods than anybody looks at the oldest goes. */
static void
keep_period (AdviceEnterprise *enterprise, const Reader *reader)
{
  AdvicePeriod *period;

  if (enterprise->n_periods == ADVICE_MOST_PERIODS)
    memmove (enterprise->periods, enterprise->periods + 1,
             --enterprise->n_periods * sizeof (AdvicePeriod));
  period = &enterprise->periods[enterprise->n_periods++];
  *period = (AdvicePeriod){
    .year = enterprise->year,
    .estimated = is_estimated (reader, "company", find_account (reader, "company")),
    .classes = enterprise->year_classes,
    .status = enterprise->classes,
  };
  memcpy (period->together, enterprise->together, sizeof (period->together));
}

/* The first year's status is its class. Years without accounts between two others could have given
 * any class. */
static void
read_years (AdviceEnterprise *enterprise, Reader *reader, const char *date)
{
  g_autoptr (GArray) years = years_of (reader);
  gboolean pairs[ADVICE_N_CLASSES][ADVICE_N_CLASSES] = { { FALSE } };

  for (guint i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);
      int gap = i > 0 ? year - g_array_index (years, int, i - 1) - 1 : 0;

      read_year (enterprise, reader, year);
      enterprise->year_classes = classes_of (enterprise, reader, date, &enterprise->no_rule);
      for (int missing = 0; missing < MIN (gap, 2); missing++)
        next_year (pairs, ADVICE_ALL_CLASSES);
      for (guint c = 0; i == 0 && c < ADVICE_N_CLASSES; c++)
        pairs[c][c] = (enterprise->year_classes & (1u << c)) != 0;
      if (i > 0)
        next_year (pairs, enterprise->year_classes);
      enterprise->classes = statuses (pairs);
      keep_period (enterprise, reader);
    }
}

/* Those that may count. */
static guint
count_holdings (const Reader *reader)
{
  guint n = 0;

  for (guint i = 0; i < assessment_document_count (reader->document, "company.holdings"); i++)
    {
      g_autofree char *holding = g_strdup_printf ("company.holdings[%u]", i);

      n += holding_treatments (reader, holding) != ADVICE_HOLDING_NONE;
    }
  return n;
}

void
advice_enterprise_read (AdviceEnterprise *enterprise,
                        const AssessmentDocument *document,
                        const AdviceRules *rules,
                        const char *date)
{
  Reader reader = { document, rules, 0 };

  *enterprise = (AdviceEnterprise){ 0 };
  enterprise->holdings_answered = assessment_document_has (document, "company.holdings");
  enterprise->n_holdings = count_holdings (&reader);
  read_years (enterprise, &reader, date);
  enterprise->estimated = is_estimated (&reader, "company", find_account (&reader, "company"));
  enterprise->public_share = public_share (&reader, "company");
}
