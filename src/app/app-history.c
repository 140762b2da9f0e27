/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-history.h"

/* Two lists of documents; the last one of each is the nearest. */

/* Steps that can be undone; a document is a few kilobytes, most of it shared. */
#define MAX_UNDO 200

struct _AppHistory
{
  GPtrArray *undo, *redo; /* AssessmentDocument */
  char *step;             /* of the newest edit */
};

AppHistory *
app_history_new (void)
{
  AppHistory *history = g_new0 (AppHistory, 1);

  history->undo = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  history->redo = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  return history;
}

void
app_history_free (AppHistory *history)
{
  if (history == NULL)
    return;
  g_ptr_array_unref (history->undo);
  g_ptr_array_unref (history->redo);
  g_free (history->step);
  g_free (history);
}

void
app_history_clear (AppHistory *history)
{
  g_return_if_fail (history != NULL);

  g_ptr_array_set_size (history->undo, 0);
  g_ptr_array_set_size (history->redo, 0);
  g_clear_pointer (&history->step, g_free);
}

void
app_history_add (AppHistory *history, AssessmentDocument *before, const char *step)
{
  g_return_if_fail (history != NULL && before != NULL);

  if (step == NULL || history->undo->len == 0 || g_strcmp0 (step, history->step) != 0)
    g_ptr_array_add (history->undo, assessment_document_ref (before));
  if (history->undo->len > MAX_UNDO)
    g_ptr_array_remove_index (history->undo, 0);
  g_ptr_array_set_size (history->redo, 0);
  g_free (history->step);
  history->step = g_strdup (step);
}

static AssessmentDocument *
move (AppHistory *history, GPtrArray *from, GPtrArray *to, AssessmentDocument *now)
{
  if (from->len == 0)
    return NULL;
  g_clear_pointer (&history->step, g_free);
  g_ptr_array_add (to, assessment_document_ref (now));
  return g_ptr_array_steal_index (from, from->len - 1);
}

AssessmentDocument *
app_history_undo (AppHistory *history, AssessmentDocument *now)
{
  g_return_val_if_fail (history != NULL && now != NULL, NULL);
  return move (history, history->undo, history->redo, now);
}

AssessmentDocument *
app_history_redo (AppHistory *history, AssessmentDocument *now)
{
  g_return_val_if_fail (history != NULL && now != NULL, NULL);
  return move (history, history->redo, history->undo, now);
}

gboolean
app_history_can_undo (const AppHistory *history)
{
  g_return_val_if_fail (history != NULL, FALSE);
  return history->undo->len > 0;
}

gboolean
app_history_can_redo (const AppHistory *history)
{
  g_return_val_if_fail (history != NULL, FALSE);
  return history->redo->len > 0;
}
