/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-file.h"

#include <gio/gio.h>
#include <string.h>

/* All searching is bounded by the file's length: the bytes hold NULs. */

#define ENTRY_LENGTH 20 /* of a row of the cross-reference table */

struct _ReportPdfFile
{
  GBytes *bytes;
  const char *data;
  gsize length;
  guint64 *offsets; /* by object number; 0 free */
  guint size, root, info;
  guint64 start;  /* of the old table */
  GTree *changed; /* number → GBytes, ascending */
};

static const char *
find (const ReportPdfFile *file, gsize from, const char *needle)
{
  if (from >= file->length)
    return NULL;
  return memmem (file->data + from, file->length - from, needle, strlen (needle));
}

static const char *
find_last (const ReportPdfFile *file, const char *needle)
{
  const char *found = NULL;

  for (const char *p = find (file, 0, needle); p != NULL;
       p = find (file, (gsize)(p - file->data) + 1, needle))
    found = p;
  return found;
}

static gboolean
number_after (const ReportPdfFile *file, const char *at, const char *key, guint64 *value)
{
  const char *found = at != NULL ? find (file, (gsize)(at - file->data), key) : NULL;

  if (found == NULL)
    return FALSE;
  *value = g_ascii_strtoull (found + strlen (key), NULL, 10);
  return TRUE;
}

static gboolean
read_table (ReportPdfFile *file)
{
  const char *line = file->data + file->start, *end = file->data + file->length;
  guint64 first, count;
  char *next = NULL;

  if (file->start + 5 > file->length || memcmp (line, "xref", 4) != 0)
    return FALSE;
  first = g_ascii_strtoull (line + 4, &next, 10);
  count = g_ascii_strtoull (next, &next, 10);
  if (first != 0 || count != file->size || *next != '\n')
    return FALSE;
  next++;
  if (next + count * ENTRY_LENGTH > end)
    return FALSE;
  file->offsets = g_new0 (guint64, count);
  for (guint64 i = 1; i < count; i++)
    {
      const char *row = next + i * ENTRY_LENGTH;
      if (row[17] == 'n')
        file->offsets[i] = g_ascii_strtoull (row, NULL, 10);
      if (file->offsets[i] >= file->length)
        return FALSE;
    }
  return TRUE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = GPOINTER_TO_UINT (a), second = GPOINTER_TO_UINT (b);

  return first < second ? -1 : first > second;
}

ReportPdfFile *
report_pdf_file_new (GBytes *bytes)
{
  g_autoptr (ReportPdfFile) file = g_new0 (ReportPdfFile, 1);
  const char *trailer;
  guint64 size, root, info;

  file->bytes = g_bytes_ref (bytes);
  file->data = g_bytes_get_data (bytes, &file->length);
  file->changed = g_tree_new_full (compare_numbers, NULL, NULL, (GDestroyNotify)g_bytes_unref);
  trailer = find_last (file, "trailer");
  if (!number_after (file, trailer, "/Size ", &size)
      || !number_after (file, trailer, "/Root ", &root)
      || !number_after (file, trailer, "/Info ", &info)
      || !number_after (file, trailer, "startxref\n", &file->start))
    return NULL;
  file->size = (guint)size;
  file->root = (guint)root;
  file->info = (guint)info;
  return read_table (file) ? g_steal_pointer (&file) : NULL;
}

void
report_pdf_file_free (ReportPdfFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->changed, g_tree_unref);
  g_free (file->offsets);
  g_bytes_unref (file->bytes);
  g_free (file);
}

guint
report_pdf_file_root (const ReportPdfFile *file)
{
  return file->root;
}

guint
report_pdf_file_size (const ReportPdfFile *file)
{
  return file->size;
}

/* The body of an object, up to its end or to its stream. */
static gboolean
object_span (const ReportPdfFile *file,
             guint number,
             const char **start,
             const char **end,
             gboolean *is_stream)
{
  const char *stream, *last;

  if (number >= file->size || file->offsets[number] == 0)
    return FALSE;
  *start = find (file, file->offsets[number], "obj");
  if (*start == NULL)
    return FALSE;
  *start += strlen ("obj");
  last = find (file, (gsize)(*start - file->data), "endobj");
  if (last == NULL)
    return FALSE;
  /* Looked for up to the first "endobj" only: compressed bytes after "stream" may hold one by
   * chance, words before not. */
  stream = memmem (*start, (gsize)(last - *start), "stream\n", strlen ("stream\n"));
  *is_stream = stream != NULL;
  *end = *is_stream ? stream : last;
  return TRUE;
}

char *
report_pdf_file_object (const ReportPdfFile *file, guint number)
{
  const char *start = NULL, *end = NULL;
  gboolean is_stream = FALSE;

  if (!object_span (file, number, &start, &end, &is_stream))
    return NULL;
  return g_strstrip (g_strndup (start, (gsize)(end - start)));
}

static gboolean
stream_length (const ReportPdfFile *file, const char *dictionary, guint64 *length)
{
  const char *key = strstr (dictionary, "/Length ");
  char *rest = NULL;
  guint64 value;

  if (key == NULL)
    return FALSE;
  value = g_ascii_strtoull (key + strlen ("/Length "), &rest, 10);
  if (g_str_has_prefix (rest, " 0 R"))
    {
      g_autofree char *indirect = report_pdf_file_object (file, (guint)value);
      if (indirect == NULL)
        return FALSE;
      value = g_ascii_strtoull (indirect, NULL, 10);
    }
  *length = value;
  return TRUE;
}

static GBytes *
convert (GConverter *converter, const char *data, gsize length)
{
  g_autoptr (GInputStream) source
      = g_memory_input_stream_new_from_data (data, (gssize)length, NULL);
  g_autoptr (GInputStream) input = g_converter_input_stream_new (source, converter);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

GBytes *
report_pdf_file_stream (const ReportPdfFile *file, guint number)
{
  const char *start = NULL, *end = NULL;
  gboolean is_stream = FALSE;
  guint64 length = 0;

  if (!object_span (file, number, &start, &end, &is_stream) || !is_stream)
    return NULL;
  g_autofree char *dictionary = g_strndup (start, (gsize)(end - start));
  const char *data = end + strlen ("stream\n");
  if (!stream_length (file, dictionary, &length) || data + length > file->data + file->length)
    return NULL;
  if (strstr (dictionary, "/FlateDecode") == NULL)
    return g_bytes_new (data, length);
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  return convert (G_CONVERTER (inflate), data, length);
}

void
report_pdf_file_put (ReportPdfFile *file, guint number, const char *text, gsize length)
{
  g_tree_insert (file->changed, GUINT_TO_POINTER (number), g_bytes_new (text, length));
  file->size = MAX (file->size, number + 1);
}

void
report_pdf_file_put_stream (ReportPdfFile *file, guint number, GBytes *content)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  gsize length, packed_length;
  const char *data = g_bytes_get_data (content, &length);
  g_autoptr (GBytes) packed = convert (G_CONVERTER (deflate), data, length);
  g_autoptr (GString) text = g_string_new (NULL);

  if (packed == NULL)
    return;
  data = g_bytes_get_data (packed, &packed_length);
  g_string_append_printf (text, "<< /Length %" G_GSIZE_FORMAT " /Filter /FlateDecode >>\nstream\n",
                          packed_length);
  g_string_append_len (text, data, (gssize)packed_length);
  g_string_append (text, "\nendstream");
  report_pdf_file_put (file, number, text->str, text->len);
}

typedef struct
{
  GByteArray *out;
  GString *table;
} Writer;

static void
append (GByteArray *out, const char *text)
{
  g_byte_array_append (out, (const guint8 *)text, (guint)strlen (text));
}

static gboolean
write_object (gpointer key, gpointer value, gpointer data)
{
  Writer *writer = data;
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n", GPOINTER_TO_UINT (key));
  gsize length;
  const guint8 *text = g_bytes_get_data (value, &length);

  g_string_append_printf (writer->table, "%u 1\n%010u 00000 n \n", GPOINTER_TO_UINT (key),
                          writer->out->len);
  append (writer->out, head);
  g_byte_array_append (writer->out, text, (guint)length);
  append (writer->out, "\nendobj\n");
  return FALSE;
}

GBytes *
report_pdf_file_finish (ReportPdfFile *file)
{
  Writer writer = { g_byte_array_sized_new ((guint)file->length + 65536), g_string_new (NULL) };
  guint table;

  g_byte_array_append (writer.out, (const guint8 *)file->data, (guint)file->length);
  if (file->length > 0 && file->data[file->length - 1] != '\n')
    append (writer.out, "\n");
  g_tree_foreach (file->changed, write_object, &writer);
  table = writer.out->len;
  append (writer.out, "xref\n0 1\n0000000000 65535 f \n");
  append (writer.out, writer.table->str);
  g_autofree char *trailer
      = g_strdup_printf ("trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %" G_GUINT64_FORMAT
                         " >>\nstartxref\n%u\n%%%%EOF\n",
                         file->size, file->root, file->info, file->start, table);
  append (writer.out, trailer);
  g_string_free (writer.table, TRUE);
  return g_byte_array_free_to_bytes (writer.out);
}
