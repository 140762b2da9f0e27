/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-company.h"

G_BEGIN_DECLS

/* What the caller computed of an assessment and wants to show in lists without computing it again.
 * Only a cache: it belongs to one revision of the document and to the versions that made it. */
typedef struct
{
  int overall;      /* hundredths, -1 while incomplete */
  char *band;       /* id of the band, NULL while open */
  int completeness; /* hundredths of a percent */
  char *next_step;  /* id, or NULL */
  char *versions;   /* of pack, rules and catalogue, in the caller's own form */
  char *size;       /* id of the size class, or NULL */
  guint n_dimensions;
  int dimensions[WORKSPACE_MAX_DIMENSIONS]; /* in the pack's order, hundredths, -1 while open */
} WorkspaceSummary;

/* One assessment in a list. Strings are NULL where the document says nothing. */
typedef struct
{
  char *id;
  char *company_id;
  char *company_name;
  char *city;
  char *region;
  char *country;
  char *pack_id;
  char *stage;
  char *date;
  guint64 revision;  /* grows with each change */
  gint64 changed_at; /* microseconds since 1970, as g_get_real_time() */
  gboolean deleted;
  gboolean company_deleted; /* with all it has, which may not be deleted itself */
  gboolean frozen;          /* finished */
  gboolean has_summary;
  gboolean summary_is_current; /* made of this revision */
  WorkspaceSummary summary;
} WorkspaceEntry;

void workspace_entry_free (WorkspaceEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceEntry, workspace_entry_free)

WorkspaceSummary *
workspace_summary_copy (const WorkspaceSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
void workspace_summary_free (WorkspaceSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceSummary, workspace_summary_free)

G_END_DECLS
