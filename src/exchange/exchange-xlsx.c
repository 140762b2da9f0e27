/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-grid-private.h"

#include "base/base-date.h"
#include "base/base-number.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Reads one sheet of an Office Open XML workbook (ECMA-376): a zip of XML files. GMarkup reads the
 * XML: it knows no entities of documents, no external files, and needs no recursion. */

#define MAX_PART ((gsize)64 * 1024 * 1024)
#define MAX_PARTS_SIZE ((gsize)160 * 1024 * 1024)
#define MAX_PARTS 2000
#define MAX_STRINGS 2000000

typedef struct
{
  ExchangeGrid *grid;
  GHashTable *parts;     /* name: GBytes */
  GHashTable *relations; /* id: target */
  GPtrArray *strings;    /* shared texts */
  GArray *date_styles;   /* gboolean by index of cell style */
  GHashTable *date_formats;
  gboolean from_1904;
  const char *wanted;
  char *sheet_id;

  /* While reading a part. */
  GString *text; /* of a shared text or a cell, which may come in pieces */
  gboolean collecting;
  gboolean in_cell_styles;
  gboolean phonetic;
  guint column;
  guint line;
  char type[16];
  guint style;
} Book;

static gboolean
fail (const Book *book, ExchangeError code, const char *words, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, code, "%s: %s", book->grid->name, words);
  return FALSE;
}

/* --- the zip file ----------------------------------------------------------------------------- */

static gboolean
is_needed (const char *name)
{
  return name != NULL && g_str_has_prefix (name, "xl/")
         && (g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels"))
         && (strchr (name + 3, '/') == NULL || g_str_has_prefix (name, "xl/worksheets/")
             || g_str_has_prefix (name, "xl/_rels/"));
}

static GBytes *
read_part (Book *book, struct archive *zip, gsize *left, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  const void *piece;
  size_t n;
  la_int64_t offset;
  int result;

  while ((result = archive_read_data_block (zip, &piece, &n, &offset)) == ARCHIVE_OK)
    {
      if (n > *left || bytes->len + n > MAX_PART)
        {
          g_byte_array_unref (bytes);
          fail (book, EXCHANGE_ERROR_REFUSED, _ ("the workbook is too large"), error);
          return NULL;
        }
      *left -= n;
      g_byte_array_append (bytes, piece, (guint)n);
    }
  if (result == ARCHIVE_EOF)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  fail (book, EXCHANGE_ERROR_DAMAGED, _ ("the workbook is damaged"), error);
  return NULL;
}

static gboolean
read_parts (Book *book, struct archive *zip, GError **error)
{
  struct archive_entry *entry;
  gsize left = MAX_PARTS_SIZE;
  int result;
  guint n = 0;

  while ((result = archive_read_next_header (zip, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);
      GBytes *bytes;

      if (++n > MAX_PARTS)
        return fail (book, EXCHANGE_ERROR_REFUSED, _ ("the workbook is too large"), error);
      if (!is_needed (name))
        continue;
      bytes = read_part (book, zip, &left, error);
      if (bytes == NULL)
        return FALSE;
      g_hash_table_replace (book->parts, g_strdup (name), bytes);
    }
  if (result != ARCHIVE_EOF)
    return fail (book, EXCHANGE_ERROR_DAMAGED, _ ("the workbook is damaged"), error);
  return TRUE;
}

static gboolean
unpack (Book *book, const char *bytes, gsize n, GError **error)
{
  struct archive *zip = archive_read_new ();
  gboolean done;

  archive_read_support_format_zip (zip);
  if (archive_read_open_memory (zip, bytes, n) == ARCHIVE_OK)
    done = read_parts (book, zip, error);
  else
    done = fail (book, EXCHANGE_ERROR_DAMAGED, _ ("the workbook is damaged"), error);
  archive_read_free (zip);
  return done;
}

/* --- XML -------------------------------------------------------------------------------------- */

/* Names without their prefix, whatever the program called the name space. */
static const char *
local (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static const char *
attribute (const char **names, const char **values, const char *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], wanted)
        || (strchr (wanted, ':') == NULL && g_str_equal (local (names[i]), wanted)
            && strchr (names[i], ':') == NULL))
      return values[i];
  return NULL;
}

static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Book *book = data;

  if (book->collecting && !book->phonetic)
    g_string_append_len (book->text, text, (gssize)length);
}

/* The parser quotes names as they stand, which need not be valid text. */
static void
prefix (const Book *book, const char *name, GError **error)
{
  if (error == NULL)
    return;
  if (!g_utf8_validate ((*error)->message, -1, NULL))
    {
      char *valid = g_utf8_make_valid ((*error)->message, -1);

      g_free ((*error)->message);
      (*error)->message = valid;
    }
  g_prefix_error (error, "%s: %s: ", book->grid->name, name);
}

static gboolean
parse (Book *book, const char *name, const GMarkupParser *parser, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (book->parts, name);
  GMarkupParseContext *context;
  const char *xml;
  gsize n;
  gboolean done;

  if (bytes == NULL)
    return fail (book, EXCHANGE_ERROR_KIND, _ ("a part of the workbook is missing"), error);
  xml = g_bytes_get_data (bytes, &n);
  if (n == 0)
    return fail (book, EXCHANGE_ERROR_DAMAGED, _ ("a part of the workbook is empty"), error);
  if (n >= 3 && memcmp (xml, "\xef\xbb\xbf", 3) == 0)
    {
      xml += 3;
      n -= 3;
    }
  context = g_markup_parse_context_new (parser, G_MARKUP_TREAT_CDATA_AS_TEXT, book, NULL);
  done = g_markup_parse_context_parse (context, xml, (gssize)n, error)
         && g_markup_parse_context_end_parse (context, error);
  g_markup_parse_context_free (context);
  if (!done)
    prefix (book, name, error);
  return done;
}

/* --- the workbook ----------------------------------------------------------------------------- */

static void
workbook_start (GMarkupParseContext *context,
                const char *element,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  Book *book = data;
  const char *title = attribute (names, values, "name");
  const char *id = NULL;

  if (g_str_equal (local (element), "workbookPr"))
    {
      const char *flag = attribute (names, values, "date1904");

      book->from_1904 = flag != NULL && (g_str_equal (flag, "1") || g_str_equal (flag, "true"));
    }
  if (!g_str_equal (local (element), "sheet"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (strchr (names[i], ':') != NULL && g_str_equal (local (names[i]), "id"))
      id = values[i];
  if (id == NULL || (book->sheet_id != NULL && g_strcmp0 (title, book->wanted) != 0))
    return;
  g_free (book->sheet_id);
  g_free (book->grid->sheet);
  book->sheet_id = g_strdup (id);
  book->grid->sheet = g_strdup (title);
}

static void
relations_start (GMarkupParseContext *context,
                 const char *element,
                 const char **names,
                 const char **values,
                 gpointer data,
                 GError **error)
{
  Book *book = data;
  const char *id = attribute (names, values, "Id");
  const char *target = attribute (names, values, "Target");

  if (g_str_equal (local (element), "Relationship") && id != NULL && target != NULL)
    g_hash_table_replace (book->relations, g_strdup (id), g_strdup (target));
}

/* --- texts and styles ------------------------------------------------------------------------- */

/* What texts and cells have in common: a piece of text begins or ends. */
static void
start_piece (Book *book, const char *element)
{
  if (g_str_equal (element, "rPh"))
    book->phonetic = TRUE; /* how a text is read aloud is not part of it */
  else if (g_str_equal (element, "t") || g_str_equal (element, "v"))
    book->collecting = TRUE;
}

static void
end_piece (Book *book, const char *element)
{
  if (g_str_equal (element, "rPh"))
    book->phonetic = FALSE;
  else if (g_str_equal (element, "t") || g_str_equal (element, "v"))
    book->collecting = FALSE;
}

static void
strings_start (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Book *book = data;

  start_piece (book, local (element));
  if (g_str_equal (local (element), "si"))
    g_string_truncate (book->text, 0);
}

static void
strings_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Book *book = data;

  end_piece (book, local (element));
  if (!g_str_equal (local (element), "si"))
    return;
  if (book->strings->len >= MAX_STRINGS)
    g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_REFUSED, _ ("too many texts"));
  else
    g_ptr_array_add (book->strings, g_strdup (book->text->str));
}

/* ECMA-376, 18.8.30: numbers of the built-in formats for days; months, years and days in a format's
 * own code, outside of quotes and brackets. */
static gboolean
is_date_code (const char *code)
{
  gboolean quoted = FALSE, bracketed = FALSE;

  for (; *code != '\0'; code++)
    {
      if (*code == '\\' && code[1] != '\0')
        code++;
      else if (*code == '"')
        quoted = !quoted;
      else if (*code == '[' || *code == ']')
        bracketed = *code == '[';
      else if (!quoted && !bracketed && strchr ("yYdD", *code) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_date_format (const Book *book, guint id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
         || g_hash_table_contains (book->date_formats, GUINT_TO_POINTER (id));
}

static void
styles_start (GMarkupParseContext *context,
              const char *element,
              const char **names,
              const char **values,
              gpointer data,
              GError **error)
{
  Book *book = data;
  const char *id = attribute (names, values, "numFmtId");
  const char *code = attribute (names, values, "formatCode");
  guint number = id != NULL ? (guint)g_ascii_strtoull (id, NULL, 10) : 0;
  gboolean is_date;

  if (g_str_equal (local (element), "numFmt") && code != NULL && is_date_code (code))
    g_hash_table_add (book->date_formats, GUINT_TO_POINTER (number));
  if (g_str_equal (local (element), "cellXfs"))
    book->in_cell_styles = TRUE;
  if (!g_str_equal (local (element), "xf") || !book->in_cell_styles)
    return;
  is_date = is_date_format (book, number);
  g_array_append_val (book->date_styles, is_date);
}

static void
styles_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  if (g_str_equal (local (element), "cellXfs"))
    ((Book *)data)->in_cell_styles = FALSE;
}

/* --- the sheet -------------------------------------------------------------------------------- */

/* "BC12" into 54; G_MAXUINT when it is no place. */
static guint
column_of (const char *place)
{
  guint column = 0;

  for (; g_ascii_isupper (*place) && column < 100000; place++)
    column = column * 26 + (guint)(*place - 'A') + 1;
  return column > 0 && column < 100000 ? column - 1 : G_MAXUINT;
}

static void
begin_row (Book *book, const char *place, GError **error)
{
  guint64 line = place != NULL ? g_ascii_strtoull (place, NULL, 10) : book->line + 1;

  book->line = (guint)MIN (line, G_MAXINT32);
  book->column = 0;
  _exchange_grid_add_row (book->grid, book->line, error);
}

static void
sheet_start (GMarkupParseContext *context,
             const char *element,
             const char **names,
             const char **values,
             gpointer data,
             GError **error)
{
  Book *book = data;
  const char *place = attribute (names, values, "r");
  const char *type = attribute (names, values, "t");
  const char *style = attribute (names, values, "s");

  element = local (element);
  start_piece (book, element);
  if (g_str_equal (element, "row"))
    begin_row (book, place, error);
  else if (g_str_equal (element, "c"))
    {
      g_string_truncate (book->text, 0);
      if (place != NULL)
        book->column = column_of (place);
      g_strlcpy (book->type, type != NULL ? type : "n", sizeof book->type);
      book->style = style != NULL ? (guint)g_ascii_strtoull (style, NULL, 10) : 0;
    }
}

/* The day that many days after the workbook's beginning; the first two months of 1900 are a day
 * off in every spreadsheet, on purpose, and nobody's assessment is that old. */
static char *
date_text (const Book *book, double days)
{
  gint64 start = base_date_to_days (book->from_1904 ? "1904-01-01" : "1899-12-30");

  if (!(days >= 61 && days < 2000000))
    return NULL;
  return base_date_from_days (start + (gint64)floor (days));
}

static char *
number_text (const Book *book, const char *text)
{
  char buffer[BASE_NUMBER_SIZE];
  char *end;
  double number = g_ascii_strtod (text, &end);
  gboolean is_date = book->style < book->date_styles->len
                     && g_array_index (book->date_styles, gboolean, book->style);
  char *day = NULL;

  if (end == text || *end != '\0' || !isfinite (number))
    return g_strdup (text);
  if (is_date)
    day = date_text (book, number);
  return day != NULL ? day : g_strdup (base_number_format (buffer, number));
}

static char *
cell_text (const Book *book, const char *text)
{
  if (g_str_equal (book->type, "s"))
    {
      guint64 index = g_ascii_strtoull (text, NULL, 10);

      return g_strdup (index < book->strings->len ? book->strings->pdata[index] : "");
    }
  if (g_str_equal (book->type, "n"))
    return number_text (book, text);
  if (g_str_equal (book->type, "b"))
    return g_strdup (g_str_equal (text, "1") ? "true" : "false");
  return g_strdup (text);
}

static void
sheet_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Book *book = data;

  element = local (element);
  end_piece (book, element);
  if (!g_str_equal (element, "c"))
    return;
  if (book->grid->rows->len > 0 && book->text->len > 0)
    _exchange_grid_set (book->grid, book->column, cell_text (book, book->text->str), error);
  book->column++;
}

/* --- the whole -------------------------------------------------------------------------------- */

static char *
sheet_name (const Book *book)
{
  const char *target
      = book->sheet_id != NULL ? g_hash_table_lookup (book->relations, book->sheet_id) : NULL;

  if (target == NULL)
    return NULL;
  if (*target == '/')
    return g_strdup (target + 1);
  return g_strconcat ("xl/", target, NULL);
}

static gboolean
read_book (Book *book, GError **error)
{
  static const GMarkupParser workbook = { .start_element = workbook_start };
  static const GMarkupParser relations = { .start_element = relations_start };
  static const GMarkupParser strings
      = { .start_element = strings_start, .end_element = strings_end, .text = text_cb };
  static const GMarkupParser styles = { .start_element = styles_start, .end_element = styles_end };
  static const GMarkupParser sheet
      = { .start_element = sheet_start, .end_element = sheet_end, .text = text_cb };
  g_autofree char *name = NULL;

  if (!g_hash_table_contains (book->parts, "xl/workbook.xml"))
    return fail (book, EXCHANGE_ERROR_KIND, _ ("a zip file, but no .xlsx workbook"), error);
  if (!parse (book, "xl/workbook.xml", &workbook, error)
      || !parse (book, "xl/_rels/workbook.xml.rels", &relations, error))
    return FALSE;
  if (g_hash_table_contains (book->parts, "xl/sharedStrings.xml")
      && !parse (book, "xl/sharedStrings.xml", &strings, error))
    return FALSE;
  if (g_hash_table_contains (book->parts, "xl/styles.xml")
      && !parse (book, "xl/styles.xml", &styles, error))
    return FALSE;
  name = sheet_name (book);
  if (name == NULL)
    return fail (book, EXCHANGE_ERROR_KIND, _ ("the workbook has no sheet"), error);
  return parse (book, name, &sheet, error);
}

static gboolean
is_empty_row (const ExchangeGrid *grid, guint row)
{
  for (guint i = 0; i < exchange_grid_n_cells (grid, row); i++)
    if (*exchange_grid_cell (grid, row, i) != '\0')
      return FALSE;
  return TRUE;
}

/* Rows without anything in them are not there. */
static void
drop_empty_rows (ExchangeGrid *grid)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < grid->rows->len; i++)
    if (!is_empty_row (grid, i))
      {
        guint line = exchange_grid_line (grid, i);

        g_ptr_array_add (rows, g_ptr_array_ref (grid->rows->pdata[i]));
        g_array_append_val (lines, line);
      }
  g_ptr_array_unref (grid->rows);
  g_array_unref (grid->lines);
  grid->rows = rows;
  grid->lines = lines;
}

ExchangeGrid *
exchange_grid_parse_xlsx (
    const char *bytes, gsize n, const char *name, const char *sheet, GError **error)
{
  g_autoptr (ExchangeGrid) grid = _exchange_grid_new (name);
  Book book = { .grid = grid, .wanted = sheet, .text = g_string_new (NULL) };
  gboolean done;

  book.parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  book.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book.strings = g_ptr_array_new_with_free_func (g_free);
  book.date_styles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  book.date_formats = g_hash_table_new (NULL, NULL);
  done = unpack (&book, bytes, n, error) && read_book (&book, error);
  g_hash_table_unref (book.parts);
  g_hash_table_unref (book.relations);
  g_ptr_array_unref (book.strings);
  g_array_unref (book.date_styles);
  g_hash_table_unref (book.date_formats);
  g_string_free (book.text, TRUE);
  g_free (book.sheet_id);
  if (!done)
    return NULL;
  drop_empty_rows (grid);
  return g_steal_pointer (&grid);
}
