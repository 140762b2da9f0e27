/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"
#include "base/base-language.h"
#include "exchange/exchange-table.h"

G_BEGIN_DECLS

/* A small table of words and figures, the equal of a chart beside it: the arrow keys go through its
 * rows, and a screen reader hears a table with its heads. */
#define APP_TYPE_TABLE (app_table_get_type ())
G_DECLARE_FINAL_TYPE (AppTable, app_table, APP, TABLE, GtkBox)

typedef struct
{
  const char *title;
  gboolean figures; /* right-aligned, in figures of one width */
} AppTableColumn;

/* Shows @n_rows times @n_columns cells, row by row; the first column names the row. Everything is
 * copied. @label names the table for screen readers. */
void app_table_set (AppTable *self,
                    const char *label,
                    const AppTableColumn *columns,
                    guint n_columns,
                    const char *const *cells,
                    guint n_rows);
/* The same of a table that can be written to a file too: scores in whole points, "–" where nothing
 * is known. */
void app_table_set_sheet (AppTable *self, const ExchangeTable *sheet, const BaseLanguage *language);

G_END_DECLS
