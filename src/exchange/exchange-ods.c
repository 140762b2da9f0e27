/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-sink.h"
#include "exchange/exchange-table.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables as an OpenDocument spreadsheet (ISO/IEC 26300): a zip of a few XML files. */

#define MIME "application/vnd.oasis.opendocument.spreadsheet"
#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define STYLE "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
#define NUMBER "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
#define FO "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
#define MANIFEST "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

static const char manifest[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<manifest:manifest xmlns:manifest=\"" MANIFEST "\" manifest:version=\"1.2\">"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
      "manifest:media-type=\"" MIME "\"/>"
      "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
      "</manifest:manifest>\n";

static const char head[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<office:document-content xmlns:office=\"" OFFICE "\" xmlns:table=\"" TABLE "\" "
      "xmlns:text=\"" TEXT "\" xmlns:style=\"" STYLE "\" xmlns:number=\"" NUMBER "\" "
      "xmlns:fo=\"" FO "\" office:version=\"1.2\"><office:automatic-styles>"
      "<number:date-style style:name=\"day\"><number:year number:style=\"long\"/>"
      "<number:text>-</number:text><number:month number:style=\"long\"/>"
      "<number:text>-</number:text><number:day number:style=\"long\"/></number:date-style>"
      "<number:number-style style:name=\"hundredths\"><number:number number:decimal-places=\"2\" "
      "number:min-integer-digits=\"1\"/></number:number-style>"
      "<style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"day\"/>"
      "<style:style style:name=\"decimal\" style:family=\"table-cell\" "
      "style:data-style-name=\"hundredths\"/>"
      "<style:style style:name=\"head\" style:family=\"table-cell\">"
      "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
      "</office:automatic-styles><office:body><office:spreadsheet>";

static const char tail[] = "</office:spreadsheet></office:body></office:document-content>\n";

/* --- content ---------------------------------------------------------------------------------- */

/* Control characters have no form in XML 1.0. */
static void
append_escaped (GString *xml, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = NULL;

  for (char *at = valid; *at != '\0'; at++)
    if (((guchar)*at < 0x20 && *at != '\n' && *at != '\t') || *at == 0x7f)
      *at = ' ';
  escaped = g_markup_escape_text (valid, -1);
  g_string_append (xml, escaped);
}

/* Blanks beyond the first, tabs and line breaks are elements; each line is a paragraph. */
static void
append_paragraphs (GString *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);

      g_string_append (xml, "<text:p>");
      for (guint k = 0; parts[k] != NULL; k++)
        {
          const char *at = parts[k];

          if (k > 0)
            g_string_append (xml, "<text:tab/>");
          while (*at != '\0')
            {
              gsize blanks = strspn (at, " ");
              gsize words = strcspn (at + blanks, " ");
              g_autofree char *word = g_strndup (at + blanks, words);

              if (blanks == 1 && at != parts[k] && words > 0)
                g_string_append_c (xml, ' ');
              else if (blanks > 0)
                g_string_append_printf (xml, "<text:s text:c=\"%u\"/>", (guint)blanks);
              append_escaped (xml, word);
              at += blanks + words;
            }
        }
      g_string_append (xml, "</text:p>");
    }
}

static void
append_cell (GString *xml, ExchangeColumnType type, const char *cell)
{
  if (cell == NULL)
    {
      g_string_append (xml, "<table:table-cell/>");
      return;
    }
  switch (type)
    {
    case EXCHANGE_INTEGER:
      g_string_append_printf (
          xml, "<table:table-cell office:value-type=\"float\" office:value=\"%s\">", cell);
      break;
    case EXCHANGE_DECIMAL:
      g_string_append_printf (xml,
                              "<table:table-cell table:style-name=\"decimal\" "
                              "office:value-type=\"float\" office:value=\"%s\">",
                              cell);
      break;
    case EXCHANGE_DATE:
      g_string_append_printf (xml,
                              "<table:table-cell table:style-name=\"date\" "
                              "office:value-type=\"date\" office:date-value=\"%s\">",
                              cell);
      break;
    case EXCHANGE_BOOLEAN:
      g_string_append_printf (
          xml, "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"%s\">",
          cell);
      break;
    case EXCHANGE_TEXT:
    default:
      g_string_append (xml, "<table:table-cell office:value-type=\"string\">");
    }
  append_paragraphs (xml, cell);
  g_string_append (xml, "</table:table-cell>");
}

static void
append_table (GString *xml, const ExchangeTable *table)
{
  guint columns = exchange_table_n_columns (table);

  g_string_append (xml, "<table:table table:name=\"");
  append_escaped (xml, exchange_table_title (table));
  g_string_append_printf (xml, "\"><table:table-column table:number-columns-repeated=\"%u\"/>",
                          MAX (columns, 1));
  g_string_append (xml, "<table:table-header-rows><table:table-row>");
  for (guint column = 0; column < columns; column++)
    {
      g_string_append (xml,
                       "<table:table-cell table:style-name=\"head\" office:value-type=\"string\">");
      append_paragraphs (xml, exchange_table_column_title (table, column));
      g_string_append (xml, "</table:table-cell>");
    }
  g_string_append (xml, "</table:table-row></table:table-header-rows>");
  for (guint row = 0; row < exchange_table_n_rows (table); row++)
    {
      g_string_append (xml, "<table:table-row>");
      for (guint column = 0; column < columns; column++)
        append_cell (xml, exchange_table_column_type (table, column),
                     exchange_table_cell (table, row, column));
      g_string_append (xml, "</table:table-row>");
    }
  g_string_append (xml, "</table:table>");
}

/* --- the zip file ----------------------------------------------------------------------------- */

typedef struct
{
  ExchangeSink *sink;
  struct archive *zip;
  GError *error;
} Writing;

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t n)
{
  Writing *writing = data;

  if (writing->error == NULL && exchange_sink_write (writing->sink, bytes, n, &writing->error))
    return (la_ssize_t)n;
  archive_set_error (archive, EIO, "sink");
  return -1;
}

static gboolean
write_part (Writing *writing, const char *name, const char *text, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t)length);
  done = archive_write_header (writing->zip, entry) == ARCHIVE_OK
         && archive_write_data (writing->zip, text, length) == (la_ssize_t)length;
  archive_entry_free (entry);
  return done;
}

/* The kind of file stands first and is not packed, so that it can be read from the first bytes. */
static gboolean
write_parts (Writing *writing, const GString *content)
{
  gboolean done;

  archive_write_set_format_zip (writing->zip);
  archive_write_set_bytes_per_block (writing->zip, 0);
  archive_write_zip_set_compression_store (writing->zip);
  done = archive_write_open (writing->zip, writing, NULL, write_cb, NULL) == ARCHIVE_OK
         && write_part (writing, "mimetype", MIME, strlen (MIME))
         && archive_write_zip_set_compression_deflate (writing->zip) == ARCHIVE_OK
         && write_part (writing, "META-INF/manifest.xml", manifest, strlen (manifest))
         && write_part (writing, "content.xml", content->str, content->len)
         && archive_write_close (writing->zip) == ARCHIVE_OK;
  if (!done)
    archive_write_fail (writing->zip);
  return done;
}

gboolean
exchange_table_write_ods (const ExchangeTable *const *tables,
                          guint n,
                          const char *path,
                          GError **error)
{
  g_autoptr (GString) content = g_string_new (head);
  g_autoptr (ExchangeSink) sink = NULL;
  Writing writing = { 0 };
  gboolean done;

  g_return_val_if_fail (tables != NULL && n > 0 && path != NULL, FALSE);

  for (guint i = 0; i < n; i++)
    append_table (content, tables[i]);
  g_string_append (content, tail);
  sink = exchange_sink_new (path, NULL, error);
  if (sink == NULL)
    return FALSE;
  writing.sink = sink;
  writing.zip = archive_write_new ();
  done = write_parts (&writing, content);
  if (!done && writing.error == NULL)
    g_set_error (&writing.error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: cannot be written: %s"),
                 path, archive_error_string (writing.zip));
  archive_write_free (writing.zip);
  if (!done)
    {
      g_propagate_error (error, writing.error);
      return FALSE;
    }
  return exchange_sink_finish (sink, error) && exchange_sink_publish (sink, error);
}
