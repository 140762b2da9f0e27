/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-swot-private.h"

#include <string.h>

/* Puts the four fields together. */

struct _AdviceSwot
{
  AdviceSwotDraft draft;
};

void
advice_swot_add (AdviceSwotDraft *draft,
                 AdviceSwotField field,
                 BaseText *text,
                 BaseText *from,
                 AdviceSwotEntry entry)
{
  entry.text = advice_pool_keep (draft->pool, text);
  entry.from = advice_pool_keep (draft->pool, from);
  entry.path = entry.path != NULL ? advice_pool_string (draft->pool, entry.path) : NULL;
  entry.rule = entry.rule != NULL ? advice_pool_string (draft->pool, entry.rule) : NULL;
  if (draft->fields[field]->len < ADVICE_SWOT_AT_MOST)
    g_array_append_val (draft->fields[field], entry);
}

AdviceSwot *
advice_swot_new (Advice *advice)
{
  AdviceSwot *swot;

  g_return_val_if_fail (advice != NULL, NULL);

  swot = g_new0 (AdviceSwot, 1);
  swot->draft.advice = advice_ref (advice);
  swot->draft.pool = advice_pool_new ();
  swot->draft.evidence = advice_evidence_new (advice);
  for (guint i = 0; i < ADVICE_N_SWOT_FIELDS; i++)
    swot->draft.fields[i] = g_array_new (FALSE, FALSE, sizeof (AdviceSwotEntry));
  advice_swot_look_inside (&swot->draft);
  advice_swot_look_outside (&swot->draft);
  return swot;
}

void
advice_swot_free (AdviceSwot *swot)
{
  if (swot == NULL)
    return;
  for (guint i = 0; i < ADVICE_N_SWOT_FIELDS; i++)
    g_array_unref (swot->draft.fields[i]);
  advice_evidence_free (swot->draft.evidence);
  advice_pool_free (swot->draft.pool);
  advice_unref (swot->draft.advice);
  g_free (swot);
}

guint
advice_swot_count (const AdviceSwot *swot, AdviceSwotField field)
{
  g_return_val_if_fail (field < ADVICE_N_SWOT_FIELDS, 0);
  return swot->draft.fields[field]->len;
}

const AdviceSwotEntry *
advice_swot_entry (const AdviceSwot *swot, AdviceSwotField field, guint index)
{
  g_return_val_if_fail (field < ADVICE_N_SWOT_FIELDS, NULL);
  g_return_val_if_fail (index < swot->draft.fields[field]->len, NULL);
  return &g_array_index (swot->draft.fields[field], AdviceSwotEntry, index);
}

const char *
advice_swot_field_name (AdviceSwotField field)
{
  static const char *const names[] = { "strengths", "weaknesses", "opportunities", "threats" };

  g_return_val_if_fail (field < ADVICE_N_SWOT_FIELDS, NULL);
  return names[field];
}

BaseText *
advice_swot_field_title (AdviceSwotField field)
{
  switch (field)
    {
    case ADVICE_SWOT_STRENGTHS:
      return base_text_new (N_ ("Strengths"));
    case ADVICE_SWOT_WEAKNESSES:
      return base_text_new (N_ ("Weaknesses"));
    case ADVICE_SWOT_OPPORTUNITIES:
      return base_text_new (N_ ("Opportunities"));
    case ADVICE_SWOT_THREATS:
    case ADVICE_N_SWOT_FIELDS:
    default:
      return base_text_new (N_ ("Threats"));
    }
}
