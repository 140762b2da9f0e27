/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-aid-private.h"

#include <stdlib.h>
#include <string.h>

/* What is left under each ceiling on the day a grant is expected: the ceiling less what was granted
 * in the window, less what has been applied for; and the days on which more frees up. What is not
 * known makes an interval, never a guess. */

#define GENERAL "general"
#define FARMING "primary-agriculture"
#define FISHERY "fishery"
#define FARMING_RULE "1408/2013"
#define EXEMPTED "651/2014"

typedef gboolean (*Takes) (const AdviceAidRow *row, const char *state);

/* --- money --- */

static AdviceMoney
money_add (AdviceMoney a, AdviceMoney b)
{
  return (AdviceMoney){ a.low + b.low,
                        a.high > ADVICE_MONEY_OPEN - b.high ? ADVICE_MONEY_OPEN : a.high + b.high };
}

static gint64
money_left (gint64 ceiling, gint64 used, gint64 pending)
{
  if (used >= ceiling || pending >= ceiling || used + pending >= ceiling)
    return 0;
  return ceiling - used - pending;
}

static AdviceMoney
left_under (gint64 ceiling, AdviceMoney used, AdviceMoney pending)
{
  return (AdviceMoney){ money_left (ceiling, used.high, pending.high),
                        money_left (ceiling, used.low, pending.low) };
}

BaseText *
advice_money_text (gint64 cents, gboolean round_up)
{
  return base_text_with_money (base_text_new ("{amount}"), "amount",
                               (cents + (round_up ? 99 : 0)) / 100);
}

/* --- which lines a ceiling joins --- */

static gboolean
is_of_state (const AdviceAidRow *row, const char *state)
{
  return g_strcmp0 (row->member_state, state) == 0;
}

static gboolean
takes_general (const AdviceAidRow *row, const char *state)
{
  return is_of_state (row, state);
}

/* The ceiling of farming joins aid under its own rule. */
static gboolean
takes_farming (const AdviceAidRow *row, const char *state)
{
  return is_of_state (row, state) && advice_aid_row_is_under (row, FARMING_RULE);
}

static AdviceMoney
taken_of (const AdviceAidRow *row)
{
  return (AdviceMoney){ row->count == ADVICE_AID_COUNTED ? row->amount.low : 0, row->amount.high };
}

static void
sum_up (const AdviceAid *aid, Takes takes, AdviceAidRoom *room)
{
  for (guint i = 0; i < aid->n_rows; i++)
    {
      const AdviceAidRow *row = &aid->rows[i];
      AdviceMoney *sum = row->pending ? &room->pending : &room->used;

      if (row->count != ADVICE_AID_NOT_COUNTED && takes (row, room->member_state))
        *sum = money_add (*sum, taken_of (row));
    }
  if (!aid->declared)
    room->used.high = ADVICE_MONEY_OPEN;
  room->left = left_under (room->ceiling, room->used, room->pending);
}

/* --- when more frees up --- */

static int
compare_releases (gconstpointer a, gconstpointer b)
{
  const AdviceAidRelease *left = a;
  const AdviceAidRelease *right = b;

  return strcmp (left->date, right->date);
}

static gboolean
is_released_later (const AdviceAidRow *row)
{
  return row->count == ADVICE_AID_COUNTED && !row->pending && row->counts_until != NULL
         && row->amount.low == row->amount.high;
}

/* Each day once, with the room from then on if nothing new is granted. */
static void
add_releases (AdviceAidReader *reader, const AdviceAid *aid, Takes takes, AdviceAidRoom *room)
{
  AdviceAidRelease *releases = advice_pool_new_array (reader->pool, AdviceAidRelease, aid->n_rows);
  AdviceMoney used = room->used;
  guint n = 0;
  guint kept = 0;

  for (guint i = 0; i < aid->n_rows; i++)
    if (is_released_later (&aid->rows[i]) && takes (&aid->rows[i], room->member_state))
      releases[n++]
          = (AdviceAidRelease){ .date = advice_aid_free_from (reader, aid->rows[i].granted_on),
                                .amount = aid->rows[i].amount.low };
  qsort (releases, n, sizeof (AdviceAidRelease), compare_releases);
  for (guint i = 0; i < n; i++)
    {
      gboolean same = kept > 0 && g_str_equal (releases[kept - 1].date, releases[i].date);

      used.low -= releases[i].amount;
      used.high -= used.high == ADVICE_MONEY_OPEN ? 0 : releases[i].amount;
      if (same)
        releases[kept - 1].amount += releases[i].amount;
      else
        releases[kept++] = releases[i];
      releases[kept - 1].left = left_under (room->ceiling, used, room->pending);
    }
  room->releases = releases;
  room->n_releases = kept;
}

/* --- words --- */

static BaseText *
left_text (AdviceAidReader *reader, const AdviceAidRoom *room)
{
  gboolean exact = room->left.low == room->left.high;
  BaseText *text;

  if (exact && room->left.low == 0)
    text = base_text_new (N_ ("Nothing of {ceiling} is free in {country} for a grant on {date}."));
  else if (exact)
    text = base_text_new (N_ ("{left} of {ceiling} are free in {country} for a grant on {date}."));
  else if (room->left.low == 0)
    text = base_text_with_text (
        base_text_new (
            N_ ("At most {most} of {ceiling} are free in {country} for a grant on {date}; "
                "how much is not known yet.")),
        "most", advice_money_text (room->left.high, FALSE));
  else
    text = base_text_with_text (
        base_text_new (
            N_ ("Between {left} and {most} of {ceiling} are free in {country} for a grant "
                "on {date}, as far as is known.")),
        "most", advice_money_text (room->left.high, FALSE));
  text = base_text_with_text (text, "left", advice_money_text (room->left.low, FALSE));
  text = base_text_with_text (text, "ceiling", advice_money_text (room->ceiling, FALSE));
  text = base_text_with_text (text, "country", base_text_ref (room->country));
  return base_text_with_date (text, "date", reader->date);
}

static gboolean
has_perhaps (const AdviceAid *aid, Takes takes, const char *state)
{
  for (guint i = 0; i < aid->n_rows; i++)
    if ((aid->rows[i].count == ADVICE_AID_PERHAPS
         || aid->rows[i].amount.low != aid->rows[i].amount.high)
        && aid->rows[i].count != ADVICE_AID_NOT_COUNTED && takes (&aid->rows[i], state))
      return TRUE;
  return FALSE;
}

/* Whether firms that control each other can be there: their aid counts too. */
static gboolean
may_have_group (AdviceAidReader *reader)
{
  const AdviceFact *owners = advice_facts_find (reader->facts, "other owners");

  return owners->state != ADVICE_FACT_VALUE
         || advice_facts_value (reader->facts, ADVICE_FACT_OTHER_OWNERS).value.boolean;
}

/* A main activity that is left out leaves the room to what else the firm does. */
static gboolean
is_trade_left_out (const AdviceAid *aid)
{
  for (guint i = 0; i < aid->n_exclusions; i++)
    if (g_str_equal (aid->exclusions[i].id, FARMING)
        || g_str_equal (aid->exclusions[i].id, FISHERY))
      return TRUE;
  return FALSE;
}

static BaseText *
open_text (AdviceAidReader *reader, const AdviceAid *aid, Takes takes, const AdviceAidRoom *room)
{
  if (!aid->declared)
    return base_text_new (
        N_ ("Nobody has said yet which small public aid your firm has received: enter it, or say "
            "that there is none."));
  if (has_perhaps (aid, takes, room->member_state))
    return base_text_new (N_ ("Some of the aid listed may count or not: see the list."));
  if (may_have_group (reader))
    return base_text_with_text (
        base_text_new (N_ ("Aid to firms in {country} that control yours, or that yours controls, "
                           "counts too: is it in the list?")),
        "country", base_text_ref (room->country));
  return NULL;
}

static BaseText *
condition_text (AdviceAidReader *reader,
                const AdviceAid *aid,
                Takes takes,
                const AdviceAidRoom *room)
{
  BaseText *open = open_text (reader, aid, takes, room);
  BaseText *trade = NULL;

  if (takes == takes_general && is_trade_left_out (aid))
    trade = base_text_new (N_ ("Only for what the firm does beside the activity that is left out, "
                               "with separate accounts (Article 1(2))."));
  if (open == NULL || trade == NULL)
    return open != NULL ? open : trade;
  return base_text_with_text (
      base_text_with_text (base_text_new ("{first} {second}"), "first", trade), "second", open);
}

/* --- one ceiling --- */

static AdviceAidAnswer
ask_ceiling (AdviceAidReader *reader, const char *activity)
{
  DmnFact facts[ADVICE_N_FACTS];

  advice_aid_facts (reader, facts);
  facts[ADVICE_FACT_AID_ACTIVITY] = dmn_fact_value (feel_value_string (activity));
  return advice_aid_ask (reader, "de-minimis", "aid ceiling", facts, ADVICE_FACT_AID_ACTIVITY);
}

static gboolean
read_ceiling (AdviceAidReader *reader,
              AdviceAidRoom *room,
              AdviceAidAnswer answer,
              const char *unknown)
{
  room->basis = answer.basis;
  room->source = answer.source;
  room->rule = answer.text;
  room->regulation = answer.regulation;
  room->known = answer.found && reader->months > 0
                && feel_number_to_scaled (answer.value.number, 2, &room->ceiling);
  if (!room->known)
    room->text = advice_pool_keep (
        reader->pool, base_text_with_date (base_text_new (unknown), "date", reader->date));
  return room->known;
}

static void
fill (AdviceAidReader *reader,
      const AdviceAid *aid,
      const char *activity,
      Takes takes,
      AdviceAidRoom *room)
{
  if (!read_ceiling (reader, room, ask_ceiling (reader, activity),
                     N_ ("There is no rule for {date} here: ask the authority for the ceiling of "
                         "small public aid.")))
    return;
  sum_up (aid, takes, room);
  add_releases (reader, aid, takes, room);
  room->text = advice_pool_keep (reader->pool, left_text (reader, room));
  room->condition = advice_pool_keep (reader->pool, condition_text (reader, aid, takes, room));
}

static gboolean
is_member_state (AdviceAidReader *reader, const char *code)
{
  const CatalogueCountry *country = catalogue_find_country (reader->catalogue, code);

  return country != NULL && g_strcmp0 (country->status, "EU") == 0;
}

static void
fill_state (AdviceAidReader *reader, const AdviceAid *aid, const char *state, AdviceAidRoom *room)
{
  room->member_state = state;
  room->country = advice_pool_keep (reader->pool, advice_country_text (reader->catalogue, state));
  if (is_member_state (reader, state))
    {
      fill (reader, aid, GENERAL, takes_general, room);
      return;
    }
  room->text = advice_pool_keep (
      reader->pool,
      base_text_with_text (base_text_new (N_ ("The ceiling is one of the European Union's Member "
                                              "States; for {country} there is no rule here.")),
                           "country", base_text_ref (room->country)));
}

/* --- all of them --- */

static gboolean
has_room (const AdviceAidRoom *rooms, guint n, const char *state)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (rooms[i].member_state, state))
      return TRUE;
  return FALSE;
}

static gboolean
is_farming (const AdviceAid *aid)
{
  for (guint i = 0; i < aid->n_exclusions; i++)
    if (g_str_equal (aid->exclusions[i].id, FARMING))
      return TRUE;
  return FALSE;
}

/* Advice and support paid in full have a limit of their own, across all states. */
static gboolean
takes_services (const AdviceAidRow *row, const char *state)
{
  return advice_aid_row_is_under (row, EXEMPTED);
}

/* Lines under the block exemption do not count above; here they do, and those that do not name
 * Article 28 perhaps. */
static AdviceMoney
services_used (AdviceAidReader *reader, const AdviceAid *aid)
{
  AdviceMoney sum = { 0, 0 };

  for (guint i = 0; i < aid->n_rows; i++)
    {
      const AdviceAidRow *row = &aid->rows[i];
      gboolean named = row->regulation != NULL && strstr (row->regulation, "28") != NULL;
      gboolean over = row->granted_on != NULL
                      && strcmp (reader->date, advice_aid_free_from (reader, row->granted_on)) >= 0;

      if (takes_services (row, NULL) && !over)
        sum = money_add (sum, (AdviceMoney){ named ? row->amount.low : 0, row->amount.high });
    }
  return sum;
}

static BaseText *
services_text (const AdviceAidRoom *room)
{
  gboolean exact = room->left.low == room->left.high;
  const char *msgid
      = N_ ("{left} of {limit} are left for advice and support that aid may pay in full.");
  BaseText *text;

  if (!exact && room->left.low == 0)
    msgid
        = N_ ("At most {most} of {limit} are left for advice and support that aid may pay in full; "
              "how much is not known yet.");
  else if (!exact)
    msgid = N_ ("Between {left} and {most} of {limit} are left for advice and support that aid may "
                "pay in full, as far as is known.");
  text = base_text_new (msgid);
  if (!exact)
    text = base_text_with_text (text, "most", advice_money_text (room->left.high, FALSE));
  text = base_text_with_text (text, "left", advice_money_text (room->left.low, FALSE));
  return base_text_with_text (text, "limit", advice_money_text (room->ceiling, FALSE));
}

static void
read_services (AdviceAidReader *reader, AdviceAid *aid)
{
  AdviceAidRoom *room = advice_pool_new_array (reader->pool, AdviceAidRoom, 1);
  DmnFact facts[ADVICE_N_FACTS];

  advice_aid_facts (reader, facts);
  room->country = advice_pool_keep (reader->pool, base_text_new (N_ ("any country")));
  aid->services = room;
  if (!read_ceiling (
          reader, room,
          advice_aid_ask (reader, "block-exemption", "services limit", facts, ADVICE_FACT_ON),
          N_ ("There is no rule for {date} here: ask the authority how much advice and support may "
              "still be paid in full.")))
    return;
  room->regulation = EXEMPTED;
  room->used = services_used (reader, aid);
  if (!aid->declared)
    room->used.high = ADVICE_MONEY_OPEN;
  room->left = left_under (room->ceiling, room->used, room->pending);
  room->text = advice_pool_keep (reader->pool, services_text (room));
  room->condition = advice_pool_keep (reader->pool, open_text (reader, aid, takes_services, room));
}

void
advice_aid_read_rooms (AdviceAidReader *reader, AdviceAid *aid)
{
  AdviceAidRoom *rooms = advice_pool_new_array (reader->pool, AdviceAidRoom, aid->n_rows + 2);
  guint n = 0;

  if (reader->country != NULL)
    fill_state (reader, aid, reader->country, &rooms[n++]);
  for (guint i = 0; i < aid->n_rows; i++)
    {
      const char *state = aid->rows[i].member_state;

      if (state != NULL && aid->rows[i].count != ADVICE_AID_NOT_COUNTED
          && !has_room (rooms, n, state))
        fill_state (reader, aid, state, &rooms[n++]);
    }
  if (reader->country != NULL && is_farming (aid) && is_member_state (reader, reader->country))
    {
      rooms[n].member_state = reader->country;
      rooms[n].country = rooms[0].country;
      fill (reader, aid, FARMING, takes_farming, &rooms[n++]);
    }
  aid->rooms = rooms;
  aid->n_rooms = n;
  if (reader->months > 0)
    read_services (reader, aid);
}
