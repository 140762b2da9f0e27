/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-aid-private.h"

#include "advice/advice-enterprise-private.h"
#include "base/base-date.h"

#include <math.h>
#include <string.h>

/* The ledger of public money: one line for each grant, application, other funding and service, and
 * whether it counts towards the ceiling of small public aid on the day a grant is expected. What
 * counts is in data/rules/de-minimis.dmn; here are the window of three years, and who belongs to
 * the same undertaking (Article 2(2) of Regulation (EU) 2023/2831). */

#define SINGLE_UNDERTAKING                                                                         \
  "LEX-2831 Commission Regulation (EU) 2023/2831, Article 2(2), "                                  \
  "https://eur-lex.europa.eu/eli/reg/2023/2831/oj"
#define ROLLING                                                                                    \
  "LEX-2831 Commission Regulation (EU) 2023/2831, Article 3(2), recital 11, "                      \
  "https://eur-lex.europa.eu/eli/reg/2023/2831/oj"
#define COUNTED_WHEN                                                                               \
  "LEX-2831 Commission Regulation (EU) 2023/2831, Article 3(3), "                                  \
  "https://eur-lex.europa.eu/eli/reg/2023/2831/oj"

const char *
advice_aid_count_name (AdviceAidCount count)
{
  static const char *const names[] = { "counted", "not-counted", "perhaps" };

  g_return_val_if_fail ((guint)count < G_N_ELEMENTS (names), NULL);

  return names[count];
}

/* --- the rule behind what was typed --- */

/* The first that occurs in the text, so the particular before the general. */
static const struct
{
  const char *words, *rule;
} rule_words[] = {
  { "2831", "2023/2831" },        { "1407", "1407/2013" },        { "1408", "1408/2013" },
  { "3118", "1408/2013" },        { "717/2014", "717/2014" },     { "2832", "2023/2832" },
  { "651/2014", "651/2014" },     { "gber", "651/2014" },         { "block exemption", "651/2014" },
  { "h2020", "eu-direct" },       { "horizon", "eu-direct" },     { "eu-direct", "eu-direct" },
  { "de minimis", "de-minimis" }, { "de-minimis", "de-minimis" }, { "no-aid", "no-aid" },
};

static const char *
rule_of (const char *regulation)
{
  g_autofree char *folded = regulation != NULL ? g_utf8_strdown (regulation, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (rule_words); i++)
    if (strstr (folded, rule_words[i].words) != NULL)
      return rule_words[i].rule;
  return "unknown";
}

/* --- the window --- */

/* A period of three years ends with the day of the same date (Regulation (EEC, Euratom) No 1182/71,
 * Article 3(2)(c)): aid of 20 November 2023 still counts on 20 November 2026, the careful reading.
 */
const char *
advice_aid_free_from (AdviceAidReader *reader, const char *granted_on)
{
  g_autofree char *last = base_date_add_months (granted_on, reader->months);
  g_autofree char *next = base_date_from_days (base_date_to_days (last) + 1);

  return advice_pool_string (reader->pool, next);
}

/* --- the group --- */

typedef enum
{
  MEMBER_UNKNOWN, /* no such firm in the document, or its tie is open */
  MEMBER_YES,
  MEMBER_NO,
  MEMBER_ABROAD,
} Member;

static gboolean
is_named (const AdviceAidReader *reader, const char *firm, const char *member, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", firm, member);
  const char *own = assessment_document_get_string (reader->document, path);
  g_autofree char *left = own != NULL ? g_utf8_casefold (own, -1) : NULL;
  g_autofree char *right = g_utf8_casefold (name, -1);

  return left != NULL && g_str_equal (g_strstrip (left), g_strstrip (right));
}

static Member
member_of_linked (const AdviceAidReader *reader, const char *firm)
{
  g_autofree char *path = g_strdup_printf ("%s.country", firm);
  const char *country = advice_country_code (
      reader->catalogue, assessment_document_get_string (reader->document, path));

  if (country == NULL || reader->country == NULL)
    return MEMBER_UNKNOWN;
  return g_str_equal (country, reader->country) ? MEMBER_YES : MEMBER_ABROAD;
}

/* Linked firms, also through other linked firms; not partners, not those tied only by a person or
 * by the same public body (recital 5). @linked: how sure it is that @firm itself is one. */
static gboolean
find_member (
    const AdviceAidReader *reader, const char *firm, const char *name, Member linked, Member *found)
{
  g_autofree char *list = g_strdup_printf ("%s.holdings", firm);

  for (guint i = 0; i < assessment_document_count (reader->document, list); i++)
    {
      g_autofree char *holding = g_strdup_printf ("%s[%u]", list, i);
      g_autofree char *through = g_strdup_printf ("%s.through", holding);
      guint possible = advice_enterprise_treatments (reader->document, reader->rules, holding);
      Member tie = MEMBER_NO;

      if (possible & ADVICE_HOLDING_LINKED)
        tie = possible == ADVICE_HOLDING_LINKED || linked == MEMBER_NO ? linked : MEMBER_UNKNOWN;
      if (g_strcmp0 (assessment_document_get_string (reader->document, through), "person") == 0)
        tie = MEMBER_NO;
      if (is_named (reader, holding, "name", name))
        {
          *found = tie == MEMBER_YES ? member_of_linked (reader, holding) : tie;
          return TRUE;
        }
      if (find_member (reader, holding, name, tie, found))
        return TRUE;
    }
  return FALSE;
}

static Member
member_of (const AdviceAidReader *reader, const char *name)
{
  Member found = MEMBER_UNKNOWN;

  if (name == NULL || is_named (reader, "company", "name", name)
      || is_named (reader, "company", "legal_name", name))
    return MEMBER_YES;
  find_member (reader, "company", name, MEMBER_YES, &found);
  return found;
}

/* --- one line --- */

static const char *
copied (AdviceAidReader *reader, const char *item, const char *member)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", item, member);
  const char *value = assessment_document_get_string (reader->document, path);

  return value != NULL ? advice_pool_string (reader->pool, value) : NULL;
}

static AdviceMoney
amount_of (AdviceAidReader *reader, const char *item, const char *member)
{
  g_autofree char *path = g_strdup_printf ("%s.%s", item, member);
  double euros;
  gint64 cents;

  if (!assessment_document_get_number (reader->document, path, &euros))
    return (AdviceMoney){ 0, ADVICE_MONEY_OPEN };
  cents = (gint64)floor (euros * 100 + 0.5);
  return (AdviceMoney){ cents, cents };
}

static void
settle (AdviceAidReader *reader,
        AdviceAidRow *row,
        AdviceAidCount count,
        BaseText *reason,
        AdviceBasis basis,
        const char *source)
{
  row->count = count;
  row->reason = advice_pool_keep (reader->pool, reason);
  row->basis = basis;
  row->source = source;
}

static gboolean
settle_by_rule (AdviceAidReader *reader, AdviceAidRow *row, const char *rule)
{
  DmnFact facts[ADVICE_N_FACTS] = { 0 };
  AdviceAidAnswer answer;

  facts[ADVICE_FACT_AID_RULE] = dmn_fact_value (feel_value_string (rule));
  answer = advice_aid_ask (reader, "de-minimis", "aid counts", facts, ADVICE_FACT_AID_RULE);
  row->count = feel_value_is_string (answer.value, "counted") ? ADVICE_AID_COUNTED
               : feel_value_is_string (answer.value, "not")   ? ADVICE_AID_NOT_COUNTED
                                                              : ADVICE_AID_PERHAPS;
  row->reason = answer.text;
  row->basis = answer.basis;
  row->source = answer.source;
  return row->count != ADVICE_AID_NOT_COUNTED;
}

/* FALSE when the firm that got it settles that it does not count. */
static gboolean
settle_by_member (AdviceAidReader *reader, AdviceAidRow *row)
{
  switch (member_of (reader, row->granted_to))
    {
    case MEMBER_NO:
      settle (reader, row, ADVICE_AID_NOT_COUNTED,
              base_text_with_string (
                  base_text_new (N_ ("{firm} is not part of the same undertaking: only firms that "
                                     "control each other are, not partners of 25 % or more.")),
                  "firm", row->granted_to),
              ADVICE_BASIS_STATED, SINGLE_UNDERTAKING);
      return FALSE;
    case MEMBER_ABROAD:
      settle (reader, row, ADVICE_AID_NOT_COUNTED,
              base_text_with_string (
                  base_text_new (N_ ("{firm} is in another country: the ceiling joins firms of the "
                                     "same Member State only.")),
                  "firm", row->granted_to),
              ADVICE_BASIS_STATED, SINGLE_UNDERTAKING);
      return FALSE;
    case MEMBER_UNKNOWN:
      settle (reader, row, ADVICE_AID_PERHAPS,
              base_text_with_string (
                  base_text_new (N_ ("It counts if {firm} and your firm control each other, or "
                                     "someone both: enter it among the owners and holdings.")),
                  "firm", row->granted_to),
              ADVICE_BASIS_STATED, SINGLE_UNDERTAKING);
      return TRUE;
    case MEMBER_YES:
    default:
      return TRUE;
    }
}

static void
settle_by_day (AdviceAidReader *reader, AdviceAidRow *row)
{
  g_autofree char *until = NULL;
  const char *free_from;

  if (row->pending)
    {
      if (row->count == ADVICE_AID_COUNTED)
        settle (reader, row, ADVICE_AID_COUNTED,
                base_text_new (N_ ("Applied for: taken off as if it were granted.")),
                ADVICE_BASIS_INFERRED,
                "what is granted first takes the room; to forget it would be the costly mistake");
      return;
    }
  if (row->granted_on == NULL || reader->months == 0)
    {
      settle (reader, row, ADVICE_AID_PERHAPS,
              base_text_new (row->granted_on == NULL
                                 ? N_ ("It may count: the day on which it was granted is missing.")
                                 : N_ ("There is no rule for this date.")),
              ADVICE_BASIS_STATED, COUNTED_WHEN);
      return;
    }
  free_from = advice_aid_free_from (reader, row->granted_on);
  until = base_date_from_days (base_date_to_days (free_from) - 1);
  row->counts_until = advice_pool_string (reader->pool, until);
  if (strcmp (reader->date, free_from) >= 0)
    settle (
        reader, row, ADVICE_AID_NOT_COUNTED,
        base_text_with_date (
            base_text_new (N_ ("Granted more than three years before: it counted until {date}.")),
            "date", row->counts_until),
        ADVICE_BASIS_STATED, ROLLING);
}

static void
settle_row (AdviceAidReader *reader, AdviceAidRow *row, const char *rule)
{
  if (settle_by_rule (reader, row, rule) && settle_by_member (reader, row))
    settle_by_day (reader, row);
}

/* Without a state it is the company's own that paid: aid from elsewhere is rare, and counted at
 * home it cannot be forgotten. */
static void
read_aid (AdviceAidReader *reader, const char *list, guint index, AdviceAidRow *row)
{
  g_autofree char *item = g_strdup_printf ("%s[%u]", list, index);
  const char *state
      = advice_country_code (reader->catalogue, copied (reader, item, "member_state"));

  *row = (AdviceAidRow){
    .path = advice_pool_string (reader->pool, item),
    .granted_on = copied (reader, item, "granted_on"),
    .granted_to = copied (reader, item, "granted_to"),
    .authority = copied (reader, item, "authority"),
    .regulation = copied (reader, item, "regulation"),
    .member_state = state != NULL ? state : reader->country,
    .amount = amount_of (reader, item, "amount_eur"),
    .pending = g_strcmp0 (copied (reader, item, "status"), "pending") == 0,
  };
  settle_row (reader, row, rule_of (row->regulation));
}

/* What a hub gave for less than it is worth. */
static void
read_delivered (AdviceAidReader *reader, guint index, AdviceAidRow *row)
{
  g_autofree char *item = g_strdup_printf ("delivered[%u]", index);
  const char *title = copied (reader, item, "title");

  *row = (AdviceAidRow){
    .path = advice_pool_string (reader->pool, item),
    .granted_on = copied (reader, item, "on"),
    .authority = title != NULL ? title : copied (reader, item, "service"),
    .regulation = copied (reader, item, "aid_rule"),
    .member_state = reader->country,
    .amount = amount_of (reader, item, "value_eur"),
  };
  settle_row (reader, row, rule_of (row->regulation));
}

/* The family's own cap is a thing to check of each kind of support; this is about State aid. */
static gboolean
read_prior_projects (AdviceAidReader *reader, AdviceAidRow *row)
{
  double euros;

  if (!assessment_document_get_number (reader->document, "project.prior_i4ms_sae_eur", &euros)
      || euros <= 0)
    return FALSE;
  *row = (AdviceAidRow){
    .path = "project.prior_i4ms_sae_eur",
    .authority = "I4MS, SAE",
    .regulation = "H2020",
    .amount = { (gint64)floor (euros * 100 + 0.5), (gint64)floor (euros * 100 + 0.5) },
  };
  settle_row (reader, row, "eu-direct");
  return TRUE;
}

/* No service gave anything while nobody has said under which rule, and what it was worth. */
static gboolean
is_aid (AdviceAidReader *reader, guint index)
{
  g_autofree char *item = g_strdup_printf ("delivered[%u]", index);

  return copied (reader, item, "aid_rule") != NULL;
}

void
advice_aid_read_ledger (AdviceAidReader *reader, AdviceAid *aid)
{
  guint n_aid = assessment_document_count (reader->document, "company.aid");
  guint n_other = assessment_document_count (reader->document, "company.other_funding");
  guint n_delivered = assessment_document_count (reader->document, "delivered");
  AdviceAidRow *rows
      = advice_pool_new_array (reader->pool, AdviceAidRow, n_aid + n_other + n_delivered + 1);
  guint n = 0;

  for (guint i = 0; i < n_aid; i++)
    read_aid (reader, "company.aid", i, &rows[n++]);
  for (guint i = 0; i < n_other; i++)
    read_aid (reader, "company.other_funding", i, &rows[n++]);
  for (guint i = 0; i < n_delivered; i++)
    if (is_aid (reader, i))
      read_delivered (reader, i, &rows[n++]);
  n += read_prior_projects (reader, &rows[n]);
  aid->declared = assessment_document_has (reader->document, "company.aid");
  aid->rows = rows;
  aid->n_rows = n;
}

/* --- which of them a ceiling joins --- */

gboolean
advice_aid_row_is_under (const AdviceAidRow *row, const char *rule)
{
  return g_str_equal (rule_of (row->regulation), rule);
}
