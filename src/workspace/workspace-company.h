/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One company as a list shows it, with all its assessments: immutable, light, reference-counted,
 * and good for any thread. What the documents say is of the assessment saved last. */

#define WORKSPACE_MAX_DIMENSIONS 8

/* One assessment of the company. Strings are NULL where nothing is known. */
typedef struct
{
  const char *id;
  const char *stage; /* "T0", "T1", "T2" */
  const char *date;
  const char *pack_id;
  const char *amends;    /* id of the finished assessment that this one corrects */
  const char *band;      /* id; NULL while open */
  const char *size;      /* id of the size class, as the caller computed it */
  const char *next_step; /* id */
  gint64 changed_at;     /* microseconds since 1970 */
  int overall;           /* hundredths; -1 while incomplete or not computed */
  int completeness;      /* hundredths of a percent; -1 when not computed */
  int dimensions[WORKSPACE_MAX_DIMENSIONS]; /* hundredths in the pack's order; -1: open */
  gboolean frozen;                          /* finished: see workspace-freeze.h */
  gboolean superseded;                      /* another one that is here amends it */
  gboolean summary_is_current; /* overall to next_step are of the document as it is now */
} WorkspaceStage;

typedef struct
{
  const char *id;
  const char *name;
  const char *legal_name;
  const char *city;
  const char *region; /* NUTS */
  const char *country;
  const char *const *sectors; /* ids, main ones first; NULL-terminated, never NULL */
  const char *const *tags;    /* sorted; NULL-terminated, never NULL */
  double staff;               /* of the newest accounts; -1 unknown */

  /* By stage, then by date; those that are hidden are not among them. */
  const WorkspaceStage *stages;
  guint n_stages;
  int latest; /* index of the one to show: last stage, not superseded; -1: none */

  const char *last_meeting; /* day; up to and with today */
  const char *last_about;
  const char *next_meeting;
  const char *next_about;

  /* The stage that is open: the one begun and not finished, else the next one. NULL after T2. */
  const char *due_stage;
  const char *due_on; /* day by the hub's interval; NULL: at any time */

  const char *retain_until; /* the company's own day, else by the hub's setting; NULL: no end */
  gboolean retain_by_setting;
  gboolean archived;
  gboolean deleted;  /* hidden, can be restored */
  gint64 created_at; /* microseconds since 1970 */
  gint64 changed_at; /* latest of company and assessments */

  /*< private >*/
  const char *search;
} WorkspaceCompany;

WorkspaceCompany *workspace_company_ref (WorkspaceCompany *company);
void workspace_company_unref (WorkspaceCompany *company);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceCompany, workspace_company_unref)

/* The assessment that stands for @stage: the newest that is not superseded; NULL: none. */
const WorkspaceStage *workspace_company_stage (const WorkspaceCompany *company, const char *stage);
/* The one at `latest`, or NULL. */
const WorkspaceStage *workspace_company_latest (const WorkspaceCompany *company);
/* 0 for "T0", 1 for "T1", 2 for "T2"; -1 for another word or NULL. */
int workspace_stage_number (const char *word);
/* Finished for lists: frozen, or everything answered. */
gboolean workspace_stage_is_done (const WorkspaceStage *stage);

G_END_DECLS
