/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace/workspace-entry.h"

#include <string.h>

/* Rows of the list, as plain values. */

static void
clear_summary (WorkspaceSummary *summary)
{
  g_free (summary->band);
  g_free (summary->next_step);
  g_free (summary->versions);
  g_free (summary->size);
}

void
workspace_entry_free (WorkspaceEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->id);
  g_free (entry->company_id);
  g_free (entry->company_name);
  g_free (entry->city);
  g_free (entry->region);
  g_free (entry->country);
  g_free (entry->pack_id);
  g_free (entry->stage);
  g_free (entry->date);
  clear_summary (&entry->summary);
  g_free (entry);
}

WorkspaceSummary *
workspace_summary_copy (const WorkspaceSummary *summary)
{
  WorkspaceSummary *copy;

  g_return_val_if_fail (summary != NULL, NULL);

  copy = g_new0 (WorkspaceSummary, 1);
  copy->overall = summary->overall;
  copy->band = g_strdup (summary->band);
  copy->completeness = summary->completeness;
  copy->next_step = g_strdup (summary->next_step);
  copy->versions = g_strdup (summary->versions);
  copy->size = g_strdup (summary->size);
  copy->n_dimensions = MIN (summary->n_dimensions, WORKSPACE_MAX_DIMENSIONS);
  memcpy (copy->dimensions, summary->dimensions, sizeof copy->dimensions);
  return copy;
}

void
workspace_summary_free (WorkspaceSummary *summary)
{
  if (summary == NULL)
    return;
  clear_summary (summary);
  g_free (summary);
}
