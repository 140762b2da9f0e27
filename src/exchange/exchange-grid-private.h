/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-grid.h"

G_BEGIN_DECLS

/* For the readers of each form. */

struct _ExchangeGrid
{
  char *name;
  GPtrArray *rows; /* GPtrArray of char *, "" or NULL for empty */
  GArray *lines;   /* guint */
  guint n_cells;
  const char *encoding; /* static */
  char separator;
  char *sheet;
};

ExchangeGrid *_exchange_grid_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* A new row. FALSE with an error: too many. */
gboolean _exchange_grid_add_row (ExchangeGrid *grid, guint line, GError **error);
/* Sets a cell of the last row (taken); cells between are empty. */
gboolean _exchange_grid_set (ExchangeGrid *grid, guint column, char *text, GError **error);

G_END_DECLS
