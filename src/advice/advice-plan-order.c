/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-plan-private.h"

#include "base/base-date.h"

#include <string.h>

/* The order to do things in: the best first, but nothing before what it waits for; and when: by the
 * due day, else by effort, and never before what it waits for. */

static const int period_days[ADVICE_N_PERIODS - 1] = { 90, 180, 365 };

typedef struct
{
  AdvicePool *pool;
  const Advice *advice;
  GArray *actions;
  GPtrArray *problems;
} Order;

static AdviceAction *
nth (const Order *order, guint index)
{
  return &g_array_index (order->actions, AdviceAction, index);
}

static int
find (const Order *order, const char *id)
{
  for (guint i = 0; i < order->actions->len; i++)
    if (advice_action_is (nth (order, i)->id, id))
      return (int)i;
  return -1;
}

static void
problem (Order *order, BaseText *text)
{
  g_ptr_array_add (order->problems, advice_pool_keep (order->pool, text));
}

/* --- what waits for what --- */

static void
read_after (Order *order, AdviceAction *action)
{
  g_autofree char *path = g_strdup_printf ("plan.actions[%d].after", action->index);
  const char *const *ids
      = action->index >= 0 ? assessment_document_get_strings (advice_document (order->advice), path)
                           : NULL;
  guint *after;

  if (ids == NULL)
    return;
  after = advice_pool_new_array (order->pool, guint, g_strv_length ((char **)ids));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      int index = find (order, ids[i]);
      BaseText *text;

      if (index >= 0)
        after[action->n_after++] = (guint)index;
      if (index >= 0 && (nth (order, (guint)index)->planned || !action->planned))
        continue;
      text = index < 0 ? base_text_with_string (
                 base_text_new (N_ ("“{action}” waits for “{other}”, and there is no "
                                    "such action.")),
                 "other", ids[i])
                       : base_text_with_text (
                           base_text_new (N_ ("“{action}” waits for “{other}”, which is not in "
                                              "the plan.")),
                           "other", base_text_ref (nth (order, (guint)index)->title));
      problem (order, base_text_with_text (text, "action", base_text_ref (action->title)));
    }
  action->after = after;
}

/* Depth first; 1 on the way, 2 done. A way back to an action on the way is a circle: the wait that
 * closes it is dropped, and everybody on it is named. */
static void
visit (Order *order, guint index, guint8 *marks, GArray *way)
{
  AdviceAction *action = nth (order, index);
  guint *after = (guint *)action->after;
  guint kept = 0;

  marks[index] = 1;
  g_array_append_val (way, index);
  for (guint i = 0; i < action->n_after; i++)
    {
      guint next = after[i];

      if (marks[next] == 0)
        visit (order, next, marks, way);
      if (marks[next] != 1)
        {
          after[kept++] = next;
          continue;
        }
      {
        g_autoptr (GPtrArray) names = g_ptr_array_new ();
        guint from = 0;

        while (g_array_index (way, guint, from) != next)
          from++;
        for (; from < way->len; from++)
          g_ptr_array_add (
              names, base_text_with_text (
                         base_text_new (N_ ("“{option}”")), "option",
                         base_text_ref (nth (order, g_array_index (way, guint, from))->title)));
        if (names->len == 1)
          problem (order, base_text_with_text (base_text_new (N_ ("{action} waits for itself.")),
                                               "action", g_ptr_array_index (names, 0)));
        else
          problem (order,
                   base_text_with_list (base_text_new (N_ ("These wait for each other in a circle: "
                                                           "{actions}.")),
                                        "actions", (BaseText **)names->pdata, names->len));
      }
    }
  action->n_after = kept;
  g_array_set_size (way, way->len - 1);
  marks[index] = 2;
}

static void
break_circles (Order *order)
{
  g_autofree guint8 *marks = g_new0 (guint8, order->actions->len + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < order->actions->len; i++)
    if (marks[i] == 0)
      visit (order, i, marks, way);
}

/* --- order --- */

static gboolean
is_ready (const Order *order, guint index, const guint8 *placed)
{
  const AdviceAction *action = nth (order, index);

  for (guint i = 0; i < action->n_after; i++)
    if (!placed[action->after[i]])
      return FALSE;
  return TRUE;
}

static gboolean
is_better (const AdviceAction *a, const AdviceAction *b)
{
  if (a->in_place != b->in_place)
    return b->in_place;
  if (a->rank != b->rank)
    return a->rank > b->rank;
  return a->gain > b->gain;
}

/* The best that waits for nothing unplaced, again and again; ties in the official order. */
static void
place (Order *order)
{
  guint n = order->actions->len;
  g_autofree guint8 *placed = g_new0 (guint8, n + 1);
  g_autofree guint *to = g_new0 (guint, n + 1);
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (AdviceAction), n);

  for (guint count = 0; count < n; count++)
    {
      int best = -1;

      for (guint i = 0; i < n; i++)
        if (!placed[i] && is_ready (order, i, placed)
            && (best < 0 || is_better (nth (order, i), nth (order, (guint)best))))
          best = (int)i;
      g_assert (best >= 0);
      placed[best] = 1;
      to[best] = count;
      g_array_append_val (sorted, *nth (order, (guint)best));
    }
  if (n > 0)
    memcpy (order->actions->data, sorted->data, n * sizeof (AdviceAction));
  for (guint i = 0; i < n; i++)
    {
      guint *after = (guint *)nth (order, i)->after;

      for (guint j = 0; j < nth (order, i)->n_after; j++)
        after[j] = to[after[j]];
    }
}

/* --- when --- */

static AdvicePeriod
period_of_days (gint64 days)
{
  guint period = 0;

  while (period < G_N_ELEMENTS (period_days) && days > period_days[period])
    period++;
  return (AdvicePeriod)period;
}

static AdvicePeriod
period_of_effort (guint8 effort)
{
  return effort <= 1 ? ADVICE_PERIOD_90 : effort == 2 ? ADVICE_PERIOD_180 : ADVICE_PERIOD_365;
}

static const char *
last_day (Order *order, AdvicePeriod period)
{
  g_autofree char *day = NULL;

  if (period == ADVICE_PERIOD_LATER)
    return NULL;
  day = base_date_from_days (base_date_to_days (advice_date (order->advice)) + period_days[period]);
  return advice_pool_string (order->pool, day);
}

static void
tell_late (Order *order, const AdviceAction *action, const AdviceAction *before)
{
  BaseText *text
      = base_text_new (N_ ("“{action}” is due on {date}, before “{other}”, for which it waits."));

  text = base_text_with_text (text, "action", base_text_ref (action->title));
  text = base_text_with_date (text, "date", action->due);
  problem (order, base_text_with_text (text, "other", base_text_ref (before->title)));
}

static void
schedule (Order *order, AdviceAction *action)
{
  gint64 today = base_date_to_days (advice_date (order->advice));
  gint64 left = action->due != NULL ? base_date_to_days (action->due) - today : 0;
  gboolean done = action->in_place || g_strcmp0 (action->status, "done") == 0;

  action->period = action->due != NULL ? period_of_days (left) : period_of_effort (action->effort);
  action->overdue = action->due != NULL && left < 0 && !done;
  for (guint i = 0; i < action->n_after; i++)
    {
      const AdviceAction *before = nth (order, action->after[i]);

      if (before->period > action->period && action->due != NULL && action->planned)
        tell_late (order, action, before);
      action->period = MAX (action->period, before->period);
    }
  action->ends_on = action->due != NULL && period_of_days (left) == action->period
                        ? action->due
                        : last_day (order, action->period);
}

void
advice_plan_order (AdvicePool *pool, const Advice *advice, GArray *actions, GPtrArray *problems)
{
  Order order = { .pool = pool, .advice = advice, .actions = actions, .problems = problems };

  for (guint i = 0; i < actions->len; i++)
    read_after (&order, nth (&order, i));
  break_circles (&order);
  place (&order);
  for (guint i = 0; i < actions->len; i++)
    schedule (&order, nth (&order, i));
}
