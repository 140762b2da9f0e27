/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-comparison-private.h"

#include <string.h>

/* Kinds of support that became possible, fell away or opened one way or the other, with the
 * criteria that came out otherwise. */

static const AdviceCriterion *
find_criterion (const AdviceInstrument *instrument, const AdviceCriterion *criterion)
{
  for (guint i = 0; i < instrument->n_criteria; i++)
    if (g_strcmp0 (instrument->criteria[i].fact, criterion->fact) == 0
        && g_strcmp0 (instrument->criteria[i].table, criterion->table) == 0)
      return &instrument->criteria[i];
  return NULL;
}

static BaseText *
outcome_text (AdviceOutcome outcome)
{
  switch (outcome)
    {
    case ADVICE_CRITERION_MET:
      return base_text_new (N_ ("met"));
    case ADVICE_CRITERION_NOT_MET:
      return base_text_new (N_ ("not met"));
    case ADVICE_CRITERION_UNKNOWN:
    default:
      return base_text_new (N_ ("unknown"));
    }
}

static BaseText *
criterion_text (const AdviceCriterion *was, const AdviceCriterion *is)
{
  BaseText *text = is->from != NULL ? base_text_with_text (
                       base_text_new (N_ ("{criterion}: {now}, before {before} ({from})")), "from",
                       base_text_ref (is->from))
                                    : base_text_new (N_ ("{criterion}: {now}, before {before}"));

  text = base_text_with_text (text, "criterion", base_text_ref (is->text));
  text = base_text_with_text (text, "now", outcome_text (is->outcome));
  return base_text_with_text (text, "before", outcome_text (was->outcome));
}

static BaseText *
call_text (const AdviceInstrument *now)
{
  if (now->call == ADVICE_CALL_OPEN && now->call_date != NULL)
    return base_text_with_date (base_text_new (N_ ("Its call is open until {date}")), "date",
                                now->call_date);
  if (now->call == ADVICE_CALL_CLOSED && now->call_date != NULL)
    return base_text_with_date (base_text_new (N_ ("Its call has been closed since {date}")),
                                "date", now->call_date);
  if (now->call == ADVICE_CALL_UNKNOWN)
    return base_text_new (N_ ("Nothing is known any more of its call"));
  return now->call == ADVICE_CALL_OPEN ? base_text_new (N_ ("Its call is open"))
                                       : base_text_new (N_ ("Its call is closed"));
}

static void
find_reasons (AdvicePool *pool, AdviceSupportChange *change)
{
  const AdviceInstrument *before = change->before, *now = change->now;
  BaseText **reasons;
  guint n = 0;

  if (before == NULL || now == NULL)
    return;
  reasons = advice_pool_new_array (pool, BaseText *, now->n_criteria + 1);
  if (before->call != now->call)
    reasons[n++] = advice_pool_keep (pool, call_text (now));
  for (guint i = 0; i < now->n_criteria; i++)
    {
      const AdviceCriterion *is = &now->criteria[i];
      const AdviceCriterion *was = find_criterion (before, is);

      if (was != NULL && was->outcome != is->outcome)
        reasons[n++] = advice_pool_keep (pool, criterion_text (was, is));
    }
  change->reasons = reasons;
  change->n_reasons = n;
}

static AdviceSupportTurn
turn_of (const AdviceInstrument *before, const AdviceInstrument *now)
{
  gboolean could = before != NULL && before->status == ADVICE_STATUS_ELIGIBLE;
  gboolean can = now != NULL && now->status == ADVICE_STATUS_ELIGIBLE;
  gboolean was_open = before != NULL && before->call == ADVICE_CALL_OPEN;
  gboolean is_open = now != NULL && now->call == ADVICE_CALL_OPEN;

  if (can && (!could || (is_open && !was_open)))
    return ADVICE_SUPPORT_POSSIBLE;
  if (could && (!can || (was_open && !is_open)))
    return ADVICE_SUPPORT_FELL_AWAY;
  return ADVICE_SUPPORT_CHANGED;
}

/* Of a closed call only the kind of project is judged: no money became possible. */
static BaseText *
turn_text (const AdviceSupportChange *change)
{
  const AdviceInstrument *any = change->now != NULL ? change->now : change->before;
  gboolean closed = change->now != NULL && change->now->call == ADVICE_CALL_CLOSED;
  BaseText *text;

  if (change->now == NULL)
    text = base_text_new (N_ ("{support}: no longer in the list of kinds of support"));
  else if (change->before == NULL)
    text = base_text_new (N_ ("{support}: new in the list of kinds of support"));
  else if (change->turn == ADVICE_SUPPORT_POSSIBLE)
    text = closed ? base_text_new (N_ ("{support} (closed): your project is now of this kind"))
                  : base_text_new (N_ ("{support}: now fits"));
  else if (change->turn == ADVICE_SUPPORT_FELL_AWAY)
    text = closed && change->before->call == ADVICE_CALL_CLOSED
               ? base_text_new (N_ ("{support} (closed): your project is no longer of this kind"))
               : base_text_new (N_ ("{support}: no longer fits"));
  else if (change->now->status == ADVICE_STATUS_UNKNOWN)
    text = base_text_new (N_ ("{support}: cannot be told any more"));
  else if (change->now->status == ADVICE_STATUS_NOT_ELIGIBLE
           && change->before->status == ADVICE_STATUS_UNKNOWN)
    text = base_text_new (N_ ("{support}: could not be told, now it does not fit"));
  else
    text = base_text_new (N_ ("{support}: its call changed"));
  return base_text_with_text (text, "support", base_text_new (any->instrument->title));
}

static void
consider (AdvicePool *pool,
          GArray *changes,
          const AdviceInstrument *before,
          const AdviceInstrument *now)
{
  AdviceSupportChange change = { .before = before, .now = now };

  if (before != NULL && now != NULL && before->status == now->status && before->call == now->call)
    return;
  change.turn = turn_of (before, now);
  change.text = advice_pool_keep (pool, turn_text (&change));
  find_reasons (pool, &change);
  g_array_append_val (changes, change);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const AdviceSupportChange *left = a, *right = b;

  return (int)left->turn - (int)right->turn;
}

AdviceSupportChange *
advice_comparison_supports (AdvicePool *pool, const Advice *before, const Advice *now, guint *n)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (AdviceSupportChange));
  AdviceSupportChange *kept;

  for (guint i = 0; i < advice_n_instruments (now); i++)
    {
      const AdviceInstrument *is = advice_instrument (now, i);

      consider (pool, changes, advice_find_instrument (before, is->instrument->id), is);
    }
  for (guint i = 0; i < advice_n_instruments (before); i++)
    {
      const AdviceInstrument *was = advice_instrument (before, i);

      if (advice_find_instrument (now, was->instrument->id) == NULL)
        consider (pool, changes, was, NULL);
    }
  g_array_sort (changes, compare_changes); /* GLib's merge sort is stable */
  kept = advice_pool_new_array (pool, AdviceSupportChange, changes->len);
  if (changes->len > 0)
    memcpy (kept, changes->data, changes->len * sizeof (AdviceSupportChange));
  *n = changes->len;
  return kept;
}
