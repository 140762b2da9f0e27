/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-grid-private.h"

#include "base/base-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows of cells, however they were read. */

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

ExchangeGrid *
_exchange_grid_new (const char *name)
{
  ExchangeGrid *grid = g_new0 (ExchangeGrid, 1);

  grid->name = g_filename_display_name (name);
  grid->rows = g_ptr_array_new_with_free_func (free_row);
  grid->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  return grid;
}

void
exchange_grid_free (ExchangeGrid *grid)
{
  if (grid == NULL)
    return;
  g_free (grid->name);
  g_free (grid->sheet);
  g_ptr_array_unref (grid->rows);
  g_array_unref (grid->lines);
  g_free (grid);
}

static gboolean
too_large (const ExchangeGrid *grid, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_REFUSED,
               _ ("%s: the table is too large; at most %u rows, %u columns and %u cells are read"),
               grid->name, EXCHANGE_GRID_MAX_ROWS, EXCHANGE_GRID_MAX_COLUMNS,
               EXCHANGE_GRID_MAX_CELLS);
  return FALSE;
}

gboolean
_exchange_grid_add_row (ExchangeGrid *grid, guint line, GError **error)
{
  if (grid->rows->len >= EXCHANGE_GRID_MAX_ROWS)
    return too_large (grid, error);
  g_ptr_array_add (grid->rows, g_ptr_array_new_with_free_func (g_free));
  g_array_append_val (grid->lines, line);
  return TRUE;
}

gboolean
_exchange_grid_set (ExchangeGrid *grid, guint column, char *text, GError **error)
{
  GPtrArray *row = grid->rows->pdata[grid->rows->len - 1];

  if (column >= EXCHANGE_GRID_MAX_COLUMNS || grid->n_cells >= EXCHANGE_GRID_MAX_CELLS)
    {
      g_free (text);
      return too_large (grid, error);
    }
  if (row->len <= column)
    {
      grid->n_cells += column + 1 - row->len;
      g_ptr_array_set_size (row, (gint)column + 1);
    }
  g_free (row->pdata[column]);
  row->pdata[column] = text;
  return TRUE;
}

guint
exchange_grid_n_rows (const ExchangeGrid *grid)
{
  return grid->rows->len;
}

guint
exchange_grid_n_cells (const ExchangeGrid *grid, guint row)
{
  g_return_val_if_fail (row < grid->rows->len, 0);

  return ((GPtrArray *)grid->rows->pdata[row])->len;
}

const char *
exchange_grid_cell (const ExchangeGrid *grid, guint row, guint column)
{
  const GPtrArray *cells;

  g_return_val_if_fail (row < grid->rows->len, "");

  cells = grid->rows->pdata[row];
  return column < cells->len && cells->pdata[column] != NULL ? cells->pdata[column] : "";
}

guint
exchange_grid_line (const ExchangeGrid *grid, guint row)
{
  g_return_val_if_fail (row < grid->lines->len, 0);

  return g_array_index (grid->lines, guint, row);
}

const char *
exchange_grid_encoding (const ExchangeGrid *grid)
{
  return grid->encoding;
}

char
exchange_grid_separator (const ExchangeGrid *grid)
{
  return grid->separator;
}

const char *
exchange_grid_sheet (const ExchangeGrid *grid)
{
  return grid->sheet;
}

ExchangeGrid *
exchange_grid_load (const char *path, const char *sheet, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize n;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = base_data_read (path, EXCHANGE_GRID_MAX_FILE, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &n);
  if (n >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return exchange_grid_parse_xlsx (data, n, path, sheet, error);
  return exchange_grid_parse_csv (data, n, path, error);
}
