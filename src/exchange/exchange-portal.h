/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-grid.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* The export of results that hubs get from the Commission's portal ("my-smes-dma-results-….xlsx",
 * sheet "My SMEs DMA Results"; columns: SME name, SME ID, DMA Timing, DMA Score, the six
 * dimensions, EDIH Name), also when it was saved as CSV. Columns are found by their titles, in any
 * order. */
typedef struct _ExchangePortal ExchangePortal;

#define EXCHANGE_PORTAL_SHEET "My SMEs DMA Results"
#define EXCHANGE_PORTAL_DIMENSIONS 6

typedef struct
{
  guint line;                                 /* of the file */
  const char *name;                           /* NULL where the cell is empty */
  const char *id;                             /* of the portal */
  const char *stage;                          /* "T0", "T1", "T2" */
  const char *hub;                            /* or NULL */
  const char *entered;                        /* day, or NULL: not every export has it */
  int score;                                  /* hundredths */
  int dimensions[EXCHANGE_PORTAL_DIMENSIONS]; /* hundredths in the official order; -1: not there */

  /* What it belongs to here; filled by exchange_portal_match(). */
  const char *assessment_id; /* NULL: none found */
  gboolean by_id;            /* found by the portal's id, else by name and stage */
  gboolean ambiguous;        /* several have this name */
  gboolean is_new;           /* its id or score is not in the assessment yet */
  gboolean taken;            /* found and new: TRUE until decided otherwise */
} ExchangePortalRow;

/* A row that cannot be used. */
typedef struct
{
  guint line;
  const char *column; /* title; borrowed */
  char *found;
  char *expected; /* translated */
} ExchangePortalProblem;

/* EXCHANGE_ERROR_KIND: no table with these columns. */
ExchangePortal *exchange_portal_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @grid. */
ExchangePortal *exchange_portal_new (ExchangeGrid *grid,
                                     const char *name,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_portal_free (ExchangePortal *portal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangePortal, exchange_portal_free)

/* How the file was read. */
const ExchangeGrid *exchange_portal_grid (const ExchangePortal *portal);
guint exchange_portal_n_rows (const ExchangePortal *portal);
const ExchangePortalRow *exchange_portal_row (const ExchangePortal *portal, guint i);
guint exchange_portal_n_problems (const ExchangePortal *portal);
const ExchangePortalProblem *exchange_portal_problem (const ExchangePortal *portal, guint i);

/* Finds the assessments of @workspace: by the portal's id and stage, else by the company's name,
 * whatever its case, and stage. */
gboolean exchange_portal_match (ExchangePortal *portal, Workspace *workspace, GError **error);
void exchange_portal_take (ExchangePortal *portal, guint i, gboolean taken);
/* Writes id, score and day of the taken rows into "portal" of their assessments, all or nothing;
 * exchange_import_undo() takes it back. */
gboolean exchange_portal_apply (ExchangePortal *portal, Workspace *workspace, GError **error);

G_END_DECLS
