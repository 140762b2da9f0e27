/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-change-private.h"

#include <string.h>

/* What somebody can change, as clauses that stand after "if": "the goal is to learn", "a partner is
 * from another country". */

typedef struct
{
  AdviceFactId id;
  const char *yes, *no;
} Clause;

static const Clause clauses[] = {
  { ADVICE_FACT_CYBER_PHYSICAL,
    N_ ("it is about a product or machine with sensors, electronics and software"),
    N_ ("it has no sensors, electronics and software") },
  { ADVICE_FACT_CONNECTED_DEVICE, N_ ("it is about connected devices or embedded electronics"),
    N_ ("it is not about connected devices or embedded electronics") },
  { ADVICE_FACT_DIGITAL_TWIN, N_ ("it builds or uses a digital twin"),
    N_ ("it has no digital twin") },
  { ADVICE_FACT_PROVEN_CONCEPT, N_ ("the idea has been shown to work"),
    N_ ("the idea still has to be shown to work") },
  { ADVICE_FACT_WEARABLE_ELECTRONICS, N_ ("it uses flexible, printed or wearable electronics"),
    N_ ("it uses no flexible, printed or wearable electronics") },
  { ADVICE_FACT_DATA_PROJECT, N_ ("it is about data or artificial intelligence"),
    N_ ("it is not about data or artificial intelligence") },
  { ADVICE_FACT_MODELLING_PROJECT, N_ ("it uses simulation or model-based design"),
    N_ ("it uses no simulation or model-based design") },
  { ADVICE_FACT_GROUP_PROJECT, N_ ("your firm takes part in a small group of firms"),
    N_ ("your firm takes part in no group of firms") },
  { ADVICE_FACT_CHALLENGE_OWNER, N_ ("a larger company sets the problem"),
    N_ ("no larger company sets the problem") },
  { ADVICE_FACT_PARTNERS_ARE_SMES, N_ ("every partner is a small or medium-sized firm"),
    N_ ("a partner is no small or medium-sized firm") },
  { ADVICE_FACT_PARTNERS_INDEPENDENT,
    N_ ("the partners are independent of your firm and each other"),
    N_ ("a partner is not independent of your firm") },
  { ADVICE_FACT_PARTNER_COUNTRIES_COVERED,
    N_ ("every partner is from the European Union or a country that was associated with Horizon "
        "2020"),
    N_ ("a partner is from outside the European Union and the associated countries") },
  { ADVICE_FACT_HUB_ABROAD, N_ ("a hub of another country takes part"),
    N_ ("only hubs of your own country take part") },
};

static BaseText *
boolean_clause (AdviceFactId id, gboolean yes)
{
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (clauses[i].id == id)
      return base_text_new (yes ? clauses[i].yes : clauses[i].no);
  return NULL;
}

static BaseText *
goal_clause (const AdviceChangeItem *item)
{
  FeelValue first = feel_value_item (item->change.target, 0);
  gboolean learn = feel_value_is_string (first, "learn");
  gboolean both = learn && item->cell != NULL && strstr (item->cell, "\"develop\"") != NULL;

  if (item->another)
    return base_text_new (N_ ("the goal is another one"));
  if (both)
    return base_text_new (N_ ("the goal is to learn, or to develop or improve something"));
  if (learn)
    return base_text_new (N_ ("the goal is to learn"));
  if (feel_value_is_string (first, "develop"))
    return base_text_new (N_ ("the goal is to develop or improve something"));
  return base_text_new (N_ ("the goal is to solve a problem of a larger company"));
}

/* Whole numbers: the first that is far enough. */
static gint64
whole_target (const DmnChange *change)
{
  gint64 number = 0;

  feel_number_to_int64 (change->target.number, &number);
  if (change->bound && !change->included)
    number += change->below ? -1 : 1;
  return number;
}

static BaseText *
partner_count_clause (const DmnChange *change)
{
  gint64 n = whole_target (change);

  if (n <= 0)
    return base_text_new (N_ ("your firm takes part without a partner"));
  if (!change->bound)
    return base_text_new_plural ("exactly {n} partner takes part", "exactly {n} partners take part",
                                 n);
  if (change->below)
    return base_text_new_plural ("at most {n} partner takes part", "at most {n} partners take part",
                                 n);
  return base_text_new_plural ("at least {n} partner takes part", "at least {n} partners take part",
                               n);
}

static BaseText *
country_count_clause (const DmnChange *change)
{
  gint64 n = whole_target (change);

  if (n <= 1)
    return base_text_new (N_ ("all partners are from your own country"));
  if (n == 2 && !change->below)
    return base_text_new (N_ ("a partner is from another country"));
  return base_text_with_integer (base_text_new (N_ ("the firms are from {n} countries")), "n", n);
}

static BaseText *
score_clause (AdviceFactId id, const DmnChange *change)
{
  gint64 bound = 0;
  const char *msgid;

  if (id == ADVICE_FACT_WEAKEST_SCORE)
    msgid = change->below ? N_ ("a partner has an overall score of {score} or less")
                          : N_ ("every partner has an overall score of more than {score}");
  else
    msgid = change->below ? N_ ("every partner has an overall score of {score} or less")
                          : N_ ("a partner has an overall score of more than {score}");
  feel_number_to_scaled (change->target.number, 2, &bound);
  return base_text_with_decimal (base_text_new (msgid), "score",
                                 bound % 100 == 0 ? bound / 100 : bound, bound % 100 == 0 ? 0 : 2);
}

/* Of several hubs the criterion says more than their number: which, or from where. */
static BaseText *
hubs_clause (const AdviceChangeItem *item)
{
  gint64 n = whole_target (&item->change);

  if (n <= 0)
    return base_text_new (N_ ("no hub takes part"));
  if (n >= 2 && item->label != NULL)
    return base_text_with_text (base_text_new (N_ ("this holds: “{criterion}”")), "criterion",
                                base_text_new (item->label));
  return base_text_new_plural ("{n} hub takes part", "{n} hubs take part", n);
}

static BaseText *
number_clause (const AdviceChangeItem *item)
{
  AdviceFactId id = item->id;
  const DmnChange *change = &item->change;

  if (id == ADVICE_FACT_PARTNER_COUNT)
    return partner_count_clause (change);
  if (id == ADVICE_FACT_COUNTRY_COUNT)
    return country_count_clause (change);
  if (id == ADVICE_FACT_WEAKEST_SCORE || id == ADVICE_FACT_STRONGEST_SCORE)
    return score_clause (id, change);
  if (id == ADVICE_FACT_HUBS_TAKING_PART)
    return hubs_clause (item);
  if (id == ADVICE_FACT_RESEARCH_PARTNERS)
    return base_text_new (whole_target (change) > 0
                              ? N_ ("a university or research organisation is a partner")
                              : N_ ("no university or research organisation is a partner"));
  return NULL;
}

BaseText *
advice_change_clause (const AdviceChangeItem *item)
{
  FeelValue target = feel_value_item (item->change.target, 0);

  if (target.kind == FEEL_BOOLEAN)
    return boolean_clause (item->id, target.boolean);
  if (target.kind == FEEL_NUMBER)
    return number_clause (item);
  return item->id == ADVICE_FACT_GOAL ? goal_clause (item) : NULL;
}

BaseText *
advice_change_list (BaseText **items, guint n)
{
  BaseText *list = n > 0 ? items[0] : NULL;

  for (guint i = 1; i < n; i++)
    /* Translators: parts of a sentence that hold commas themselves. */
    list = base_text_with_text (
        base_text_with_text (base_text_new (N_ ("{list}; {next}")), "list", list), "next",
        items[i]);
  return list;
}
