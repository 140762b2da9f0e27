/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-readiness-private.h"

#include <stdlib.h>
#include <string.h>

/* Blocks B and C of the annex: the declaration of size and the ledger of public aid. Both are
 * declarations: what they leave open is an error, not an unknown. */

static guint
count (const AdviceChecker *checker, const char *list)
{
  return assessment_document_count (checker->document, list);
}

static gboolean
number (
    const AdviceChecker *checker, const char *list, guint index, const char *member, double *value)
{
  g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, member);

  return assessment_document_get_number (checker->document, path, value);
}

/* --- size --- */

static const AdviceNeededField account_fields[] = {
  { "year", ADVICE_SEVERITY_ERROR, N_ ("The year is missing."), ADVICE_SOURCE_SME },
  { "staff", ADVICE_SEVERITY_ERROR, N_ ("The people in full work years are missing."),
    ADVICE_SOURCE_SME },
  { "turnover_eur", ADVICE_SEVERITY_ERROR, N_ ("The turnover is missing."), ADVICE_SOURCE_SME },
  { "balance_sheet_eur", ADVICE_SEVERITY_ERROR, N_ ("The balance sheet total is missing."),
    ADVICE_SOURCE_SME },
};

static const AdviceNeededField holding_fields[] = {
  { "name", ADVICE_SEVERITY_ERROR, N_ ("Its name is missing."), ADVICE_SOURCE_SME },
  { "relation", ADVICE_SEVERITY_ERROR, N_ ("How it is related is missing: partner or linked."),
    ADVICE_SOURCE_SME },
  { "share_percent", ADVICE_SEVERITY_ERROR, N_ ("Its share of the capital is missing."),
    ADVICE_SOURCE_SME },
};

/* A year is no amount: it has no separators. */
static BaseText *
with_year (BaseText *text, int year)
{
  char digits[16];

  g_snprintf (digits, sizeof (digits), "%d", year);
  return base_text_with_string (text, "year", digits);
}

static BaseText *
year_text (const AdviceChecker *checker, guint index)
{
  double year;

  if (number (checker, "company.accounts", index, "year", &year))
    return with_year (base_text_new (N_ ("Accounts of {year}")), (int)year);
  return base_text_with_integer (base_text_new (N_ ("Accounts {number}")), "number", index + 1);
}

static void
check_accounts (AdviceChecker *checker)
{
  guint n = count (checker, "company.accounts");
  int newest = 0;
  double year, founded = 0;
  gboolean estimated = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("company.accounts[%u].estimated", i);
      gboolean is_estimated;

      advice_check_item (checker, "size", "company.accounts", i, year_text (checker, i),
                         account_fields, G_N_ELEMENTS (account_fields));
      if (number (checker, "company.accounts", i, "year", &year))
        newest = MAX (newest, (int)year);
      estimated = estimated
                  || (assessment_document_get_boolean (checker->document, path, &is_estimated)
                      && is_estimated);
    }
  assessment_document_get_number (checker->document, "company.founded", &founded);
  if (n == 0)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "size", "company.accounts",
                      base_text_new (N_ ("The accounts are missing.")), ADVICE_SOURCE_SME);
  else if (n == 1 && (newest == 0 || founded < newest))
    advice_check_add (
        checker, ADVICE_SEVERITY_ERROR, "size", "company.accounts",
        base_text_new (N_ ("Accounts of one year only: the size changes only when two "
                           "years in a row say so, so the year before is needed "
                           "too.")),
        ADVICE_SOURCE_SME);
  if (newest > 0 && newest < atoi (checker->date) - 2)
    advice_check_add (
        checker, ADVICE_SEVERITY_WARNING, "size", "company.accounts",
        with_year (base_text_new (N_ ("The newest accounts are of {year}; the latest approved ones "
                                      "count.")),
                   newest),
        ADVICE_SOURCE_SME);
  if (estimated)
    advice_check_add (checker, ADVICE_SEVERITY_WARNING, "size", "company.accounts",
                      base_text_new (N_ ("Figures are estimated: add the business plan that they "
                                         "are from. Only a new firm may estimate.")),
                      ADVICE_SOURCE_SME);
}

/* Public bodies and exempt holders have no accounts to add. */
static gboolean
counts (const AdviceChecker *checker, const char *list, guint index)
{
  const char *relation = advice_check_string (checker, list, index, "relation");

  return relation == NULL || strcmp (relation, "partner") == 0 || strcmp (relation, "linked") == 0;
}

static BaseText *
holding_text (const AdviceChecker *checker, const char *list, guint index)
{
  const char *name = advice_check_string (checker, list, index, "name");

  if (name != NULL)
    return base_text_new_verbatim (name);
  return base_text_with_integer (base_text_new (N_ ("Holding {number}")), "number", index + 1);
}

static void
check_holding_accounts (AdviceChecker *checker, const char *list, guint index)
{
  g_autofree char *accounts = g_strdup_printf ("%s[%u].accounts", list, index);

  if (count (checker, accounts) == 0)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "size", accounts,
                      base_text_with_text (base_text_new (N_ ("{firm}: its accounts are missing.")),
                                           "firm", holding_text (checker, list, index)),
                      ADVICE_SOURCE_SME);
  for (guint i = 0; i < count (checker, accounts); i++)
    advice_check_item (checker, "size", accounts, i, holding_text (checker, list, index),
                       account_fields, G_N_ELEMENTS (account_fields));
}

/* A holding's own holdings count too, through the chain. */
static void
check_holding_list (AdviceChecker *checker, const char *list)
{
  for (guint i = 0; i < count (checker, list); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%u].holdings", list, i);

      advice_check_item (checker, "size", list, i, holding_text (checker, list, i), holding_fields,
                         G_N_ELEMENTS (holding_fields));
      if (counts (checker, list, i))
        check_holding_accounts (checker, list, i);
      check_holding_list (checker, inner);
    }
}

static void
check_holdings (AdviceChecker *checker)
{
  if (!assessment_document_has (checker->document, "company.holdings"))
    advice_check_add (
        checker, ADVICE_SEVERITY_ERROR, "size", "company.holdings",
        base_text_new (N_ ("Whether other firms own 25 % or more of the firm, or it of "
                           "them, is not answered.")),
        ADVICE_SOURCE_SME);
  check_holding_list (checker, "company.holdings");
}

void
advice_check_size (AdviceChecker *checker)
{
  const AdviceSize *size = advice_size (checker->advice);

  check_accounts (checker);
  check_holdings (checker);
  if (size->id == NULL && size->condition != NULL)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "size", "company.accounts",
                      base_text_with_text (base_text_new (N_ ("The size is not settled: {open}")),
                                           "open", base_text_ref (size->condition)),
                      ADVICE_SOURCE_SME);
}

/* --- aid --- */

static const AdviceNeededField aid_fields[] = {
  { "authority", ADVICE_SEVERITY_WARNING, N_ ("The authority is missing."),
    ADVICE_SOURCE_DE_MINIMIS },
  { "member_state", ADVICE_SEVERITY_ERROR, N_ ("The country that granted it is missing."),
    ADVICE_SOURCE_DE_MINIMIS },
  { "regulation", ADVICE_SEVERITY_ERROR, N_ ("The rule under which it was granted is missing."),
    ADVICE_SOURCE_DE_MINIMIS },
  { "amount_eur", ADVICE_SEVERITY_ERROR, N_ ("The amount is missing."), ADVICE_SOURCE_DE_MINIMIS },
  { "granted_on", ADVICE_SEVERITY_ERROR, N_ ("The day it was granted is missing."),
    ADVICE_SOURCE_DE_MINIMIS },
};

static const AdviceNeededField funding_fields[] = {
  { "authority", ADVICE_SEVERITY_WARNING, N_ ("Who pays is missing."), NULL },
  { "amount_eur", ADVICE_SEVERITY_ERROR, N_ ("The amount is missing."), NULL },
  { "costs", ADVICE_SEVERITY_ERROR, N_ ("Which costs it pays for is missing."), NULL },
};

static BaseText *
entry_text (const AdviceChecker *checker, const char *list, guint index, const char *msgid)
{
  const char *authority = advice_check_string (checker, list, index, "authority");

  if (authority != NULL)
    return base_text_new_verbatim (authority);
  return base_text_with_integer (base_text_new (msgid), "number", index + 1);
}

static void
check_ledger (AdviceChecker *checker)
{
  if (!assessment_document_has (checker->document, "company.aid"))
    advice_check_add (
        checker, ADVICE_SEVERITY_ERROR, "aid", "company.aid",
        base_text_new (N_ ("Small public aid of the last three years is not answered; "
                           "the authority must have a declaration of it, “none” "
                           "too.")),
        ADVICE_SOURCE_DE_MINIMIS);
  for (guint i = 0; i < count (checker, "company.aid"); i++)
    {
      gboolean pending
          = g_strcmp0 (advice_check_string (checker, "company.aid", i, "status"), "pending") == 0;

      /* What is applied for has no day yet. */
      advice_check_item (checker, "aid", "company.aid", i,
                         entry_text (checker, "company.aid", i, N_ ("Aid {number}")), aid_fields,
                         G_N_ELEMENTS (aid_fields) - (pending ? 1 : 0));
    }
  if (!assessment_document_has (checker->document, "company.aid_exclusions"))
    advice_check_add (
        checker, ADVICE_SEVERITY_ERROR, "aid", "company.aid_exclusions",
        base_text_new (N_ ("Whether the aid would serve farming, fishing or exports is "
                           "not answered; such activities are left out of small "
                           "public aid.")),
        ADVICE_SOURCE_DE_MINIMIS);
}

static void
check_room (AdviceChecker *checker)
{
  const AdviceAid *aid = advice_aid (checker->advice);
  double budget;

  for (guint i = 0; i < aid->n_rooms; i++)
    {
      const AdviceAidRoom *room = &aid->rooms[i];

      if (!room->known)
        continue;
      if (room->left.high <= 0)
        advice_check_add (checker, ADVICE_SEVERITY_WARNING, "aid", "company.aid",
                          base_text_ref (room->text), room->source);
      else if (i == 0
               && assessment_document_get_number (checker->document, "project.budget_eur", &budget)
               && budget * 100 > (double)room->left.low)
        advice_check_add (
            checker, ADVICE_SEVERITY_HINT, "aid", "company.aid",
            base_text_with_text (
                base_text_new (N_ ("The budget is above what is free under small public aid, so a "
                                   "grant for all of it would not fit: {room}")),
                "room", base_text_ref (room->text)),
            room->source);
    }
}

static void
check_funding (AdviceChecker *checker)
{
  if (!assessment_document_has (checker->document, "company.other_funding"))
    advice_check_add (
        checker, ADVICE_SEVERITY_ERROR, "funding", "company.other_funding",
        base_text_new (N_ ("Other public money for the same costs is not answered; say "
                           "“none” if there is none.")),
        ADVICE_SOURCE_DE_MINIMIS);
  for (guint i = 0; i < count (checker, "company.other_funding"); i++)
    advice_check_item (checker, "funding", "company.other_funding", i,
                       entry_text (checker, "company.other_funding", i, N_ ("Funding {number}")),
                       funding_fields, G_N_ELEMENTS (funding_fields));
}

void
advice_check_money (AdviceChecker *checker)
{
  check_ledger (checker);
  check_room (checker);
  check_funding (checker);
}
