/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-grid-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads CSV as programs write it: RFC 4180, with the separators, marks and encodings of
 * spreadsheets. */

typedef struct
{
  ExchangeGrid *grid;
  const char *at;
  guint line;
} Reading;

/* --- encodings -------------------------------------------------------------------------------- */

static char *
fail_encoding (const ExchangeGrid *grid, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
               _ ("%s: this is no text in UTF-8, UTF-16 or Windows-1252"), grid->name);
  return NULL;
}

static char *
convert (ExchangeGrid *grid, const char *bytes, gsize n, const char *from, GError **error)
{
  gsize written = 0;
  char *text = g_convert (bytes, (gssize)n, "UTF-8", from, NULL, &written, NULL);

  if (text != NULL && strlen (text) == written && g_utf8_validate (text, -1, NULL))
    return text;
  g_free (text);
  return fail_encoding (grid, error);
}

/* As UTF-8 without a mark. */
static char *
decode (ExchangeGrid *grid, const char *bytes, gsize n, GError **error)
{
  if (n >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      grid->encoding = "UTF-16";
      return convert (grid, bytes + 2, n - 2, bytes[0] == '\xff' ? "UTF-16LE" : "UTF-16BE", error);
    }
  if (n >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      n -= 3;
    }
  if (n > 0 && memchr (bytes, '\0', n) != NULL)
    return fail_encoding (grid, error);
  grid->encoding = "UTF-8";
  if (g_utf8_validate (bytes, (gssize)n, NULL))
    return g_strndup (bytes, n);
  grid->encoding = "Windows-1252";
  return convert (grid, bytes, n, "CP1252", error);
}

/* --- separators ------------------------------------------------------------------------------- */

/* What one of the first lines has most of, outside quotes: above the table there may be lines of
 * words. Of two, the one in the earlier line. */
static char
find_separator (const char *text)
{
  static const char candidates[] = { ';', ',', '\t' };
  char separator = ',';
  guint most = 0;

  for (guint line = 0; line < 20 && *text != '\0'; line++)
    {
      guint counts[G_N_ELEMENTS (candidates)] = { 0 };
      gboolean quoted = FALSE;

      for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
        if (*text == '"')
          quoted = !quoted;
        else
          for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
            counts[i] += !quoted && *text == candidates[i];
      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        if (counts[i] > most)
          {
            most = counts[i];
            separator = candidates[i];
          }
      text += strspn (text, "\r\n");
    }
  return separator;
}

/* Some spreadsheets say it in a line of its own. */
static const char *
read_separator (ExchangeGrid *grid, const char *text, guint *line)
{
  gsize length = strcspn (text, "\r\n");

  if (length != 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || strchr (",;\t", text[4]) == NULL)
    {
      grid->separator = find_separator (text);
      return text;
    }
  grid->separator = text[4];
  text += length;
  ++*line;
  if (*text == '\r')
    text++;
  return *text == '\n' ? text + 1 : text;
}

/* --- cells ------------------------------------------------------------------------------------ */

static gboolean
at_line_end (const Reading *reading)
{
  return *reading->at == '\n' || *reading->at == '\r' || *reading->at == '\0';
}

static void
skip_line_end (Reading *reading)
{
  if (*reading->at == '\0')
    return;
  reading->line++;
  if (*reading->at++ == '\r' && *reading->at == '\n')
    reading->at++;
}

/* After the opening quote, to behind the closing one. */
static gboolean
read_quoted (Reading *reading, GString *cell, GError **error)
{
  guint begun = reading->line;

  for (; *reading->at != '\0'; reading->at++)
    {
      if (*reading->at == '"' && reading->at[1] != '"')
        {
          reading->at++;
          return TRUE;
        }
      if (*reading->at == '"')
        reading->at++;
      else if (*reading->at == '\r' && reading->at[1] == '\n')
        continue; /* a line break within a cell is one character */
      reading->line += *reading->at == '\n';
      g_string_append_c (cell, *reading->at);
    }
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED,
               _ ("%s: line %u: a quoted cell begins here and does not end"), reading->grid->name,
               begun);
  return FALSE;
}

static gboolean
read_cell (Reading *reading, guint column, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (*reading->at == '"')
    {
      reading->at++;
      if (!read_quoted (reading, cell, error))
        return FALSE;
    }
  while (!at_line_end (reading) && *reading->at != reading->grid->separator)
    g_string_append_c (cell, *reading->at++);
  return _exchange_grid_set (reading->grid, column, g_string_free (g_steal_pointer (&cell), FALSE),
                             error);
}

static gboolean
read_row (Reading *reading, GError **error)
{
  if (!_exchange_grid_add_row (reading->grid, reading->line, error))
    return FALSE;
  for (guint column = 0;; column++)
    {
      if (!read_cell (reading, column, error))
        return FALSE;
      if (*reading->at != reading->grid->separator)
        break;
      reading->at++;
    }
  skip_line_end (reading);
  return TRUE;
}

ExchangeGrid *
exchange_grid_parse_csv (const char *bytes, gsize n, const char *name, GError **error)
{
  g_autoptr (ExchangeGrid) grid = _exchange_grid_new (name);
  g_autofree char *text = decode (grid, bytes, n, error);
  Reading reading = { .grid = grid, .line = 1 };

  if (text == NULL)
    return NULL;
  reading.at = read_separator (grid, text, &reading.line);
  while (*reading.at != '\0')
    {
      if (at_line_end (&reading))
        skip_line_end (&reading); /* an empty line is no row */
      else if (!read_row (&reading, error))
        return NULL;
    }
  return g_steal_pointer (&grid);
}
