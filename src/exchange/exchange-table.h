/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-error.h"

G_BEGIN_DECLS

/* A table to be handed to a spreadsheet: columns with a type, rows of cells. The caller fills it
 * row by row, each cell in the order of the columns, and writes it once or more. Titles and texts
 * are in the reader's language already. */
typedef struct _ExchangeTable ExchangeTable;

typedef enum
{
  EXCHANGE_TEXT,
  EXCHANGE_INTEGER,
  EXCHANGE_DECIMAL, /* hundredths */
  EXCHANGE_DATE,    /* YYYY-MM-DD */
  EXCHANGE_BOOLEAN,
} ExchangeColumnType;

/* @title: the sheet's name. */
ExchangeTable *exchange_table_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void exchange_table_free (ExchangeTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeTable, exchange_table_free)

/* All columns before the first cell. */
void exchange_table_add_column (ExchangeTable *table, const char *title, ExchangeColumnType type);

/* The next cell; its column must be of the type. NULL or _add_empty(): nothing is known. */
void exchange_table_add_text (ExchangeTable *table, const char *text);
void exchange_table_add_integer (ExchangeTable *table, gint64 number);
void exchange_table_add_decimal (ExchangeTable *table, gint64 hundredths);
void exchange_table_add_date (ExchangeTable *table, const char *iso_date);
void exchange_table_add_boolean (ExchangeTable *table, gboolean value);
void exchange_table_add_empty (ExchangeTable *table);

const char *exchange_table_title (const ExchangeTable *table);
guint exchange_table_n_columns (const ExchangeTable *table);
guint exchange_table_n_rows (const ExchangeTable *table);
const char *exchange_table_column_title (const ExchangeTable *table, guint column);
ExchangeColumnType exchange_table_column_type (const ExchangeTable *table, guint column);
/* As text with a decimal point, "true" and "false"; NULL: empty. Borrowed. */
const char *exchange_table_cell (const ExchangeTable *table, guint row, guint column);

/* --- CSV (RFC 4180) --------------------------------------------------------------------------- */

typedef struct
{
  char separator;           /* ',', ';' or '\t' */
  gboolean byte_order_mark; /* spreadsheets then know that it is UTF-8 */
  gboolean decimal_comma;   /* for spreadsheets of countries that write 26,56; with ';' */
} ExchangeCsvStyle;

/* Lines end in CR LF. A text that a spreadsheet would take for a formula (it begins with = + - @,
 * tab or line break, or their wide forms) gets an apostrophe before it. */
char *exchange_table_to_csv (const ExchangeTable *table,
                             const ExchangeCsvStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* --- OpenDocument spreadsheet ----------------------------------------------------------------- */

/* One sheet a table. Texts are texts, whatever they begin with. The file appears whole or not at
 * all. */
gboolean exchange_table_write_ods (const ExchangeTable *const *tables,
                                   guint n,
                                   const char *path,
                                   GError **error);

G_END_DECLS
