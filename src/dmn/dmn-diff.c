/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-diff.h"

#include "dmn/dmn-evaluation.h"

/* Two models, the same cases. */

struct _DmnDiff
{
  DmnModel *before;
  DmnModel *after;
  FeelArena *arena; /* of the values that differ */
  GArray *differences;
  GPtrArray *only_before;
  GPtrArray *only_after;
  guint n_cases;
  guint n_changed;
};

/* Decisions of @model that @other has not. */
static GPtrArray *
only_in (const DmnModel *model, const DmnModel *other)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < dmn_model_n_decisions (model); i++)
    {
      const char *name = dmn_model_decision (model, i)->name;

      if (dmn_model_find_decision (other, name) < 0)
        g_ptr_array_add (names, (char *)name);
    }
  g_ptr_array_add (names, NULL);
  return names;
}

DmnDiff *
dmn_diff_new (DmnModel *before, DmnModel *after)
{
  DmnDiff *diff;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  diff = g_new0 (DmnDiff, 1);
  diff->before = dmn_model_ref (before);
  diff->after = dmn_model_ref (after);
  diff->arena = feel_arena_new ();
  diff->differences = g_array_new (FALSE, FALSE, sizeof (DmnDifference));
  diff->only_before = only_in (before, after);
  diff->only_after = only_in (after, before);
  return diff;
}

void
dmn_diff_free (DmnDiff *diff)
{
  if (diff == NULL)
    return;
  g_array_unref (diff->differences);
  g_ptr_array_unref (diff->only_before);
  g_ptr_array_unref (diff->only_after);
  feel_arena_free (diff->arena);
  dmn_model_unref (diff->before);
  dmn_model_unref (diff->after);
  g_free (diff);
}

static gboolean
check_inputs (const DmnModel *model, const FeelValue *inputs, GError **error)
{
  for (guint i = 0; i < dmn_model_n_inputs (model); i++)
    if (!dmn_model_check_input (model, i, inputs[i], error))
      return FALSE;
  return TRUE;
}

gboolean
dmn_diff_add (DmnDiff *diff,
              const FeelValue *before_inputs,
              const FeelValue *after_inputs,
              GError **error)
{
  g_autoptr (FeelArena) scratch = feel_arena_new ();
  guint known = diff->differences->len;

  if (!check_inputs (diff->before, before_inputs, error)
      || !check_inputs (diff->after, after_inputs, error))
    return FALSE;
  for (guint i = 0; i < dmn_model_n_decisions (diff->before); i++)
    {
      DmnDifference found = { .in_case = diff->n_cases };
      int other;

      found.decision = dmn_model_decision (diff->before, i)->name;
      other = dmn_model_find_decision (diff->after, found.decision);
      if (other < 0)
        continue;
      dmn_model_evaluate (diff->before, i, before_inputs, scratch, &found.before, NULL, NULL);
      dmn_model_evaluate (diff->after, (guint)other, after_inputs, scratch, &found.after, NULL,
                          NULL);
      if (feel_value_identical (found.before, found.after))
        continue;
      found.before = feel_value_copy (diff->arena, found.before);
      found.after = feel_value_copy (diff->arena, found.after);
      g_array_append_val (diff->differences, found);
    }
  diff->n_cases++;
  diff->n_changed += diff->differences->len > known;
  return TRUE;
}

guint
dmn_diff_n_cases (const DmnDiff *diff)
{
  return diff->n_cases;
}

guint
dmn_diff_n_changed (const DmnDiff *diff)
{
  return diff->n_changed;
}

guint
dmn_diff_n (const DmnDiff *diff)
{
  return diff->differences->len;
}

const DmnDifference *
dmn_diff_difference (const DmnDiff *diff, guint index)
{
  g_return_val_if_fail (index < diff->differences->len, NULL);
  return &g_array_index (diff->differences, DmnDifference, index);
}

const char *const *
dmn_diff_only_before (const DmnDiff *diff)
{
  return (const char *const *)diff->only_before->pdata;
}

const char *const *
dmn_diff_only_after (const DmnDiff *diff)
{
  return (const char *const *)diff->only_after->pdata;
}
