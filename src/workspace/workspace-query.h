/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-company.h"

G_BEGIN_DECLS

/* Which companies, and in which order. All zero: every one that is not archived, by name. Texts are
 * borrowed. */

typedef enum
{
  WORKSPACE_SORT_NAME,
  WORKSPACE_SORT_CHANGED,      /* latest first */
  WORKSPACE_SORT_SCORE,        /* of the latest assessment, lowest first; unknown last */
  WORKSPACE_SORT_COMPLETENESS, /* lowest first; unknown last */
  WORKSPACE_SORT_MEETING,      /* next meeting, soonest first; none last */
  WORKSPACE_SORT_DUE,          /* due day of the open stage; none last */
} WorkspaceSort;

typedef enum
{
  WORKSPACE_ARCHIVED_NO,
  WORKSPACE_ARCHIVED_ONLY,
  WORKSPACE_ARCHIVED_TOO,
} WorkspaceArchived;

typedef struct
{
  /* Each word must begin a word of the names, city, sectors, region, tags, contact persons or
   * company notes; case and diacritics do not matter. */
  const char *text;
  /* Ids whose labels, which the store does not know, begin with @text: a company with one of them
   * matches too. NULL-terminated or NULL; regions are prefixes. */
  const char *const *text_sectors;
  const char *const *text_regions;

  const char *company; /* focus: this one only */
  const char *stage;   /* of the latest assessment */
  const char *sector;
  const char *region; /* a prefix: "PT1" finds PT11 and PT1C */
  const char *country;
  const char *band; /* of the latest assessment */
  const char *size;
  const char *tag;
  const char *due_stage;
  const char *due_by;     /* day: stage due on it or before, or at any time */
  gboolean has_next_step; /* of the latest assessment */
  gboolean retention_due; /* the last day on which it may be kept has passed */
  WorkspaceArchived archived;
  gboolean deleted; /* those that are hidden instead of the others */

  WorkspaceSort sort;
  gboolean descending; /* the other way round; unknown stays last */
  guint offset;
  guint limit; /* 0: all */

  const char *today; /* NULL: the day of the clock */
} WorkspaceQuery;

G_END_DECLS
