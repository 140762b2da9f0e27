/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-error.h"

G_BEGIN_DECLS

/* A spreadsheet that was read: rows of cells as text, nothing interpreted. From CSV or from .xlsx
 * (Office Open XML). */
typedef struct _ExchangeGrid ExchangeGrid;

/* What no honest table is larger than. */
#define EXCHANGE_GRID_MAX_FILE ((gsize)64 * 1024 * 1024)
#define EXCHANGE_GRID_MAX_ROWS 200000
#define EXCHANGE_GRID_MAX_COLUMNS 1000
#define EXCHANGE_GRID_MAX_CELLS 4000000

/* By its content: a zip file is .xlsx, anything else CSV. @sheet: which one of several; NULL or not
 * there: the first. */
ExchangeGrid *
exchange_grid_load (const char *path, const char *sheet, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Text separated by comma, semicolon or tab, whichever the first line has most of ("sep=;" says
 * it); UTF-8, UTF-16 with its mark, else Windows-1252. Quoted cells may have line breaks. */
ExchangeGrid *exchange_grid_parse_csv (const char *bytes, gsize n, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Numbers in their shortest form with a point, days as YYYY-MM-DD. */
ExchangeGrid *exchange_grid_parse_xlsx (const char *bytes,
                                        gsize n,
                                        const char *name,
                                        const char *sheet,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_grid_free (ExchangeGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeGrid, exchange_grid_free)

guint exchange_grid_n_rows (const ExchangeGrid *grid);
guint exchange_grid_n_cells (const ExchangeGrid *grid, guint row);
/* Borrowed; "" where the row has no such cell. Valid UTF-8. */
const char *exchange_grid_cell (const ExchangeGrid *grid, guint row, guint column);
/* Where the row stands in the file, from 1: a line of text, or the number beside the row. */
guint exchange_grid_line (const ExchangeGrid *grid, guint row);

/* How it was read, for the person who may know better. NULL or 0 where it does not apply. */
const char *exchange_grid_encoding (const ExchangeGrid *grid); /* "UTF-8", "Windows-1252" … */
char exchange_grid_separator (const ExchangeGrid *grid);
const char *exchange_grid_sheet (const ExchangeGrid *grid);

G_END_DECLS
