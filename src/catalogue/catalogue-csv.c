/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables of other programs. */

#define MARK "\xef\xbb\xbf"
#define ROWS_MAX 100000
#define CELLS_MAX 1000

typedef struct
{
  const char *at, *end;
  const char *name;
  char separator;
  guint line;
} Reader;

static char
find_separator (const char *text, const char *end)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *p == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static gboolean
fail (const Reader *reader, const char *what, GError **error)
{
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE, _ ("%s: line %u: %s"), reader->name,
               reader->line, what);
  return FALSE;
}

static gboolean
read_quoted (Reader *reader, GString *cell, GError **error)
{
  for (reader->at++; reader->at < reader->end; reader->at++)
    {
      if (*reader->at == '"')
        {
          if (reader->at + 1 == reader->end || reader->at[1] != '"')
            {
              reader->at++;
              return TRUE;
            }
          reader->at++;
        }
      reader->line += *reader->at == '\n';
      g_string_append_c (cell, *reader->at);
    }
  return fail (reader, _ ("a quotation mark is not closed"), error);
}

static gboolean
ends_cell (const Reader *reader)
{
  return reader->at == reader->end || *reader->at == reader->separator || *reader->at == '\n'
         || *reader->at == '\r';
}

static gboolean
read_cell (Reader *reader, GPtrArray *cells, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (reader->at < reader->end && *reader->at == '"' && !read_quoted (reader, cell, error))
    return FALSE;
  for (; !ends_cell (reader); reader->at++)
    g_string_append_c (cell, *reader->at);
  if (cells->len >= CELLS_MAX)
    return fail (reader, _ ("has too many cells"), error);
  g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
  return TRUE;
}

static gboolean
read_row (Reader *reader, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  gboolean more;

  do
    {
      if (!read_cell (reader, cells, error))
        return FALSE;
      more = reader->at < reader->end && *reader->at == reader->separator;
      reader->at += more;
    }
  while (more);
  if (reader->at < reader->end && *reader->at == '\r')
    reader->at++;
  if (reader->at < reader->end && *reader->at == '\n')
    reader->at++;
  reader->line++;
  if (rows->len >= ROWS_MAX)
    return fail (reader, _ ("has too many rows"), error);
  if (cells->len > 1 || *(const char *)g_ptr_array_index (cells, 0) != '\0')
    {
      g_ptr_array_add (cells, NULL);
      g_ptr_array_set_free_func (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (g_steal_pointer (&cells), FALSE));
    }
  return TRUE;
}

GPtrArray *
catalogue_csv_parse (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  Reader reader = { text, text + length, name, ',', 1 };

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE, _ ("%s: is not UTF-8 text"), name);
      return NULL;
    }
  if (length >= strlen (MARK) && memcmp (text, MARK, strlen (MARK)) == 0)
    reader.at += strlen (MARK);
  reader.separator = find_separator (reader.at, reader.end);
  while (reader.at < reader.end)
    if (!read_row (&reader, rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}
