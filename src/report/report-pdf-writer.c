/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-writer.h"

#include <string.h>
#include <zlib.h>

/* Objects wait in a pack until it is full; where each came to stand goes into the table at the
 * end. */

#define PACK 256 /* objects in one object stream: a reader unpacks no more to see one of them */

typedef struct
{
  guint8 kind;   /* 0 free, 1 in the file, 2 in an object stream */
  guint32 where; /* offset, or number of the object stream */
  guint16 index; /* in it */
} Place;

struct _ReportPdfWriter
{
  GByteArray *out;
  GArray *places;  /* Place, by object number */
  GArray *pack;    /* guint: numbers of the objects that wait */
  GString *head;   /* of the pack: numbers and offsets */
  GString *bodies; /* of the pack */
};

GBytes *
report_pdf_deflate (const void *data, gsize length, int level)
{
  uLongf packed = compressBound (length);
  guint8 *out = g_malloc (packed);

  if (compress2 (out, &packed, data, length, level) != Z_OK)
    g_error ("deflate: out of memory for %" G_GSIZE_FORMAT " bytes", length);
  return g_bytes_new_take (g_realloc (out, packed), packed);
}

static void
append (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *)text, (guint)strlen (text));
}

ReportPdfWriter *
report_pdf_writer_new (guint size)
{
  ReportPdfWriter *writer = g_new0 (ReportPdfWriter, 1);

  writer->out = g_byte_array_new ();
  writer->places = g_array_new (FALSE, TRUE, sizeof (Place));
  writer->pack = g_array_new (FALSE, FALSE, sizeof (guint));
  writer->head = g_string_new (NULL);
  writer->bodies = g_string_new (NULL);
  g_array_set_size (writer->places, MAX (size, 1)); /* number 0 is free for ever */
  /* Four bytes above 127 tell programs that move files that this is no text. */
  append (writer->out, "%PDF-1.7\n%\xb5\xed\xae\xfb\n");
  return writer;
}

static void
set_place (ReportPdfWriter *writer, guint number, Place place)
{
  g_array_index (writer->places, Place, number) = place;
}

/* The first number above all others. */
static guint
new_number (ReportPdfWriter *writer)
{
  g_array_set_size (writer->places, writer->places->len + 1);
  return writer->places->len - 1;
}

void
report_pdf_writer_add_stream (
    ReportPdfWriter *writer, guint number, const char *dictionary, const void *data, gsize length)
{
  char text[64];

  set_place (writer, number, (Place){ 1, writer->out->len, 0 });
  g_snprintf (text, sizeof text, "%u 0 obj\n", number);
  append (writer->out, text);
  append (writer->out, dictionary);
  g_snprintf (text, sizeof text, " /Length %" G_GSIZE_FORMAT " >>\nstream\n", length);
  append (writer->out, text);
  g_byte_array_append (writer->out, data, (guint)length);
  append (writer->out, "\nendstream\nendobj\n");
}

static void
add_deflated (
    ReportPdfWriter *writer, guint number, const char *dictionary, const void *data, gsize length)
{
  g_autoptr (GBytes) packed = report_pdf_deflate (data, length, REPORT_PDF_LEVEL);
  g_autofree char *whole = g_strconcat (dictionary, " /Filter /FlateDecode", NULL);

  report_pdf_writer_add_stream (writer, number, whole, g_bytes_get_data (packed, NULL),
                                g_bytes_get_size (packed));
}

static void
write_pack (ReportPdfWriter *writer)
{
  const guint number = new_number (writer);
  g_autofree char *dictionary = g_strdup_printf ("<< /Type /ObjStm /N %u /First %" G_GSIZE_FORMAT,
                                                 writer->pack->len, writer->head->len);

  g_string_append_len (writer->head, writer->bodies->str, (gssize)writer->bodies->len);
  add_deflated (writer, number, dictionary, writer->head->str, writer->head->len);
  for (guint i = 0; i < writer->pack->len; i++)
    set_place (writer, g_array_index (writer->pack, guint, i), (Place){ 2, number, (guint16)i });
  g_array_set_size (writer->pack, 0);
  g_string_truncate (writer->head, 0);
  g_string_truncate (writer->bodies, 0);
}

void
report_pdf_writer_add (ReportPdfWriter *writer, guint number, const char *body)
{
  char text[32];

  g_snprintf (text, sizeof text, "%u %" G_GSIZE_FORMAT " ", number, writer->bodies->len);
  g_string_append (writer->head, text);
  g_string_append (writer->bodies, body);
  g_string_append_c (writer->bodies, '\n');
  g_array_append_val (writer->pack, number);
  if (writer->pack->len == PACK)
    write_pack (writer);
}

/* Where each object stands, in rows of seven bytes; itself an object. */
static void
write_table (ReportPdfWriter *writer, guint root, guint info)
{
  const guint number = new_number (writer);
  g_autoptr (GByteArray) rows = g_byte_array_sized_new (writer->places->len * 7);
  g_autofree char *dictionary
      = g_strdup_printf ("<< /Type /XRef /Size %u /W [ 1 4 2 ] /Root %u 0 R /Info %u 0 R",
                         writer->places->len, root, info);

  set_place (writer, number, (Place){ 1, writer->out->len, 0 });
  for (guint i = 0; i < writer->places->len; i++)
    {
      const Place *place = &g_array_index (writer->places, Place, i);
      const guint32 where = GUINT32_TO_BE (place->where);
      const guint16 index = GUINT16_TO_BE (i == 0 ? 0xffff : place->index);

      g_byte_array_append (rows, &place->kind, 1);
      g_byte_array_append (rows, (const guint8 *)&where, sizeof where);
      g_byte_array_append (rows, (const guint8 *)&index, sizeof index);
    }
  add_deflated (writer, number, dictionary, rows->data, rows->len);
}

GBytes *
report_pdf_writer_end (ReportPdfWriter *writer, guint root, guint info)
{
  char text[64];
  guint table;

  if (writer->pack->len > 0)
    write_pack (writer);
  table = writer->out->len;
  write_table (writer, root, info);
  g_snprintf (text, sizeof text, "startxref\n%u\n%%%%EOF\n", table);
  append (writer->out, text);
  GBytes *file = g_byte_array_free_to_bytes (writer->out);
  g_array_unref (writer->places);
  g_array_unref (writer->pack);
  g_string_free (writer->head, TRUE);
  g_string_free (writer->bodies, TRUE);
  g_free (writer);
  return file;
}
