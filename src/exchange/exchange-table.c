/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange-table.h"

#include "base/base-date.h"

#include <string.h>

/* A table with typed columns, and its form as CSV. */

typedef struct
{
  char *title;
  ExchangeColumnType type;
} Column;

struct _ExchangeTable
{
  char *title;
  GArray *columns;  /* Column */
  GPtrArray *cells; /* char *, row by row; NULL: empty */
};

static void
clear_column (gpointer data)
{
  g_free (((Column *)data)->title);
}

ExchangeTable *
exchange_table_new (const char *title)
{
  ExchangeTable *table = g_new0 (ExchangeTable, 1);

  table->title = g_strdup (title);
  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table->columns, clear_column);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
exchange_table_free (ExchangeTable *table)
{
  if (table == NULL)
    return;
  g_free (table->title);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
exchange_table_add_column (ExchangeTable *table, const char *title, ExchangeColumnType type)
{
  Column column = { g_strdup (title), type };

  g_return_if_fail (table->cells->len == 0);

  g_array_append_val (table->columns, column);
}

static gboolean
is_next (const ExchangeTable *table, ExchangeColumnType type)
{
  guint column;

  g_return_val_if_fail (table->columns->len > 0, FALSE);
  column = table->cells->len % table->columns->len;
  g_return_val_if_fail (exchange_table_column_type (table, column) == type, FALSE);
  return TRUE;
}

void
exchange_table_add_text (ExchangeTable *table, const char *text)
{
  if (is_next (table, EXCHANGE_TEXT))
    g_ptr_array_add (table->cells, g_strdup (text));
}

void
exchange_table_add_integer (ExchangeTable *table, gint64 number)
{
  if (is_next (table, EXCHANGE_INTEGER))
    g_ptr_array_add (table->cells, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

void
exchange_table_add_decimal (ExchangeTable *table, gint64 hundredths)
{
  gint64 size = ABS (hundredths);

  if (is_next (table, EXCHANGE_DECIMAL))
    g_ptr_array_add (table->cells,
                     g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", hundredths < 0 ? "-" : "",
                                      size / 100, (int)(size % 100)));
}

void
exchange_table_add_date (ExchangeTable *table, const char *iso_date)
{
  g_return_if_fail (iso_date == NULL || base_date_is_valid (iso_date));

  if (is_next (table, EXCHANGE_DATE))
    g_ptr_array_add (table->cells, g_strdup (iso_date));
}

void
exchange_table_add_boolean (ExchangeTable *table, gboolean value)
{
  if (is_next (table, EXCHANGE_BOOLEAN))
    g_ptr_array_add (table->cells, g_strdup (value ? "true" : "false"));
}

void
exchange_table_add_empty (ExchangeTable *table)
{
  g_return_if_fail (table->columns->len > 0);

  g_ptr_array_add (table->cells, NULL);
}

const char *
exchange_table_title (const ExchangeTable *table)
{
  return table->title;
}

guint
exchange_table_n_columns (const ExchangeTable *table)
{
  return table->columns->len;
}

guint
exchange_table_n_rows (const ExchangeTable *table)
{
  if (table->columns->len == 0)
    return 0;
  return (table->cells->len + table->columns->len - 1) / table->columns->len;
}

const char *
exchange_table_column_title (const ExchangeTable *table, guint column)
{
  g_return_val_if_fail (column < table->columns->len, NULL);

  return g_array_index (table->columns, Column, column).title;
}

ExchangeColumnType
exchange_table_column_type (const ExchangeTable *table, guint column)
{
  g_return_val_if_fail (column < table->columns->len, EXCHANGE_TEXT);

  return g_array_index (table->columns, Column, column).type;
}

const char *
exchange_table_cell (const ExchangeTable *table, guint row, guint column)
{
  guint at = row * table->columns->len + column;

  g_return_val_if_fail (column < table->columns->len, NULL);

  return at < table->cells->len ? table->cells->pdata[at] : NULL;
}

/* --- CSV -------------------------------------------------------------------------------------- */

/* What spreadsheets take for the beginning of a formula, also in the wide forms of East Asian
 * keyboards, and after blanks, which some of them skip. */
static gboolean
looks_like_formula (const char *text)
{
  gunichar first;

  while (*text == ' ')
    text++;
  first = g_utf8_get_char_validated (text, -1);
  return *text != '\0'
         && (strchr ("=+-@\t\r\n|%", *text) != NULL || first == 0xff1d || first == 0xff0b
             || first == 0xff0d || first == 0xff20);
}

static void
append_csv (GString *csv, const char *text, const ExchangeCsvStyle *style)
{
  gboolean quoted = strpbrk (text, "\"\r\n") != NULL || strchr (text, style->separator) != NULL
                    || *text == ' ' || g_str_has_suffix (text, " ");

  if (!quoted)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

static void
append_text (GString *csv, const char *text, const ExchangeCsvStyle *style)
{
  g_autofree char *defused = looks_like_formula (text) ? g_strconcat ("'", text, NULL) : NULL;

  append_csv (csv, defused != NULL ? defused : text, style);
}

static void
append_cell (GString *csv,
             const ExchangeTable *table,
             guint row,
             guint column,
             const ExchangeCsvStyle *style)
{
  const char *cell = exchange_table_cell (table, row, column);
  g_autofree char *copy = g_strdup (cell);

  if (cell == NULL)
    return;
  switch (exchange_table_column_type (table, column))
    {
    case EXCHANGE_TEXT:
      append_text (csv, cell, style);
      break;
    case EXCHANGE_DECIMAL:
      if (style->decimal_comma)
        g_strdelimit (copy, ".", ',');
      append_csv (csv, copy, style);
      break;
    case EXCHANGE_INTEGER:
    case EXCHANGE_DATE:
    case EXCHANGE_BOOLEAN:
    default:
      g_string_append (csv, cell);
    }
}

char *
exchange_table_to_csv (const ExchangeTable *table, const ExchangeCsvStyle *style)
{
  GString *csv = g_string_new (style->byte_order_mark ? "\xef\xbb\xbf" : NULL);

  for (guint column = 0; column < exchange_table_n_columns (table); column++)
    {
      if (column > 0)
        g_string_append_c (csv, style->separator);
      append_text (csv, exchange_table_column_title (table, column), style);
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < exchange_table_n_rows (table); row++)
    {
      for (guint column = 0; column < exchange_table_n_columns (table); column++)
        {
          if (column > 0)
            g_string_append_c (csv, style->separator);
          append_cell (csv, table, row, column, style);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}
