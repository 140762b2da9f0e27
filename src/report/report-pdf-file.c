/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-pdf-file.h"

#include "report/report-pdf-writer.h"
#include <string.h>
#include <zlib.h>

/* All searching is bounded by the file's length: the bytes hold NULs. */

#define ENTRY_LENGTH 20 /* of a row of the cross-reference table */
#define FILTER "/Filter /FlateDecode"

struct _ReportPdfFile
{
  GBytes *bytes;
  const char *data;
  gsize length;
  guint64 *offsets; /* by object number; 0 free */
  guint size;       /* one above the highest number, new objects included */
  guint root, info;
  guint64 start;       /* of the table */
  guint n_objects;     /* of the table */
  GHashTable *changes; /* number → Change */
};

/* An object that replaces another, or a new one. */
typedef struct
{
  char *body;     /* of a stream: its dictionary, without its end */
  GBytes *stream; /* as it is to stand in the file; NULL when it is none */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->body);
  g_clear_pointer (&change->stream, g_bytes_unref);
  g_free (change);
}

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

ReportPdfFile *
report_pdf_file_new (GBytes *bytes)
{
  g_autoptr (ReportPdfFile) file = g_new0 (ReportPdfFile, 1);
  const char *trailer;
  guint64 size, root, info;

  file->bytes = g_bytes_ref (bytes);
  file->data = g_bytes_get_data (bytes, &file->length);
  file->changes = g_hash_table_new_full (NULL, NULL, NULL, change_free);
  trailer = find_last (file, "trailer");
  if (!number_after (file, trailer, "/Size ", &size)
      || !number_after (file, trailer, "/Root ", &root)
      || !number_after (file, trailer, "/Info ", &info)
      || !number_after (file, trailer, "startxref\n", &file->start))
    return NULL;
  file->size = file->n_objects = (guint)size;
  file->root = (guint)root;
  file->info = (guint)info;
  return read_table (file) ? g_steal_pointer (&file) : NULL;
}

void
report_pdf_file_free (ReportPdfFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->changes, g_hash_table_unref);
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

  if (number >= file->n_objects || file->offsets[number] == 0)
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

typedef struct
{
  char *dictionary; /* without its end, the length and the filter */
  const char *data;
  gsize length;
  guint length_object; /* holds the length; 0: it stood in the dictionary */
  gboolean deflated;
} Stream;

static void
stream_clear (Stream *stream)
{
  g_free (stream->dictionary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stream, stream_clear)

/* Takes "/Length 12 0 R" or "/Length 12" out of the dictionary, and its end. */
static gboolean
take_length (const ReportPdfFile *file, Stream *stream)
{
  char *key = strstr (stream->dictionary, "/Length "), *end = g_strrstr (stream->dictionary, ">>");
  char *rest = NULL;

  if (key == NULL || end == NULL)
    return FALSE;
  *end = '\0';
  stream->length = g_ascii_strtoull (key + strlen ("/Length "), &rest, 10);
  if (g_str_has_prefix (rest, " 0 R"))
    {
      stream->length_object = (guint)stream->length;
      g_autofree char *value = report_pdf_file_object (file, stream->length_object);
      stream->length = value != NULL ? g_ascii_strtoull (value, NULL, 10) : G_MAXSIZE;
      rest += strlen (" 0 R");
    }
  memmove (key, rest, strlen (rest) + 1);
  g_strstrip (stream->dictionary);
  return TRUE;
}

/* Takes the filter out of the dictionary, and the white space before it. */
static void
take_filter (Stream *stream)
{
  char *key = strstr (stream->dictionary, FILTER), *rest;

  stream->deflated = key != NULL;
  if (key == NULL)
    return;
  rest = key + strlen (FILTER);
  while (key > stream->dictionary && g_ascii_isspace (key[-1]))
    key--;
  memmove (key, rest, strlen (rest) + 1);
}

/* FALSE when the object is no stream. */
static gboolean
find_stream (const ReportPdfFile *file, guint number, Stream *stream)
{
  const char *start = NULL, *end = NULL;
  gboolean is_stream = FALSE;

  if (!object_span (file, number, &start, &end, &is_stream) || !is_stream)
    return FALSE;
  stream->dictionary = g_strndup (start, (gsize)(end - start));
  stream->data = end + strlen ("stream\n");
  take_filter (stream);
  return take_length (file, stream)
         && stream->length <= (gsize)(file->data + file->length - stream->data);
}

static GBytes *
inflated (const char *data, gsize length)
{
  z_stream state = { .next_in = (guint8 *)data, .avail_in = (uInt)length };
  GByteArray *out = g_byte_array_new ();
  int status = inflateInit (&state);

  while (status == Z_OK)
    {
      const guint done = (guint)state.total_out;

      g_byte_array_set_size (out, MAX (2 * done, 4 * (guint)length + 64));
      state.next_out = out->data + done;
      state.avail_out = out->len - done;
      status = inflate (&state, Z_NO_FLUSH);
    }
  g_byte_array_set_size (out, (guint)state.total_out);
  inflateEnd (&state);
  if (status == Z_STREAM_END)
    return g_byte_array_free_to_bytes (out);
  g_byte_array_unref (out);
  return NULL;
}

GBytes *
report_pdf_file_stream (const ReportPdfFile *file, guint number)
{
  g_auto (Stream) stream = { 0 };

  if (!find_stream (file, number, &stream))
    return NULL;
  if (!stream.deflated)
    return g_bytes_new (stream.data, stream.length);
  return inflated (stream.data, stream.length);
}

static void
put (ReportPdfFile *file, guint number, const char *body, GBytes *stream)
{
  Change *change = g_new0 (Change, 1);

  change->body = g_strdup (body);
  change->stream = stream;
  file->size = MAX (file->size, number + 1);
  g_hash_table_insert (file->changes, GUINT_TO_POINTER (number), change);
}

void
report_pdf_file_put (ReportPdfFile *file, guint number, const char *body)
{
  put (file, number, body, NULL);
}

void
report_pdf_file_put_stream (ReportPdfFile *file, guint number, const char *dictionary, GBytes *data)
{
  put (file, number, dictionary, g_bytes_ref (data));
}

static void
write_change (ReportPdfWriter *writer, guint number, const Change *change)
{
  gsize length = 0;
  const void *data = change->stream != NULL ? g_bytes_get_data (change->stream, &length) : NULL;

  if (change->stream != NULL)
    report_pdf_writer_add_stream (writer, number, change->body, data, length);
  else
    report_pdf_writer_add (writer, number, change->body);
}

/* Whether Cairo has compressed it or not, the same bytes come out: what it leaves as it is, is
 * compressed as it would have done. */
static void
write_stream (ReportPdfWriter *writer, guint number, const Stream *stream)
{
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *dictionary = g_strconcat (stream->dictionary, " ", FILTER, NULL);
  gsize length = stream->length;
  const void *data = stream->data;

  if (strstr (stream->dictionary, "/Filter") != NULL)
    {
      report_pdf_writer_add_stream (writer, number, stream->dictionary, data, length);
      return;
    }
  if (!stream->deflated)
    {
      packed = report_pdf_deflate (data, length, Z_DEFAULT_COMPRESSION);
      data = g_bytes_get_data (packed, &length);
    }
  report_pdf_writer_add_stream (writer, number, dictionary, data, length);
}

/* Cairo has an object after each stream that holds nothing but its length; the writer puts lengths
 * where they belong. */
static void
write_object (const ReportPdfFile *file, ReportPdfWriter *writer, guint number, GHashTable *lengths)
{
  const Change *change = g_hash_table_lookup (file->changes, GUINT_TO_POINTER (number));
  g_auto (Stream) stream = { 0 };
  g_autofree char *body = NULL;

  if (g_hash_table_contains (lengths, GUINT_TO_POINTER (number)))
    return;
  const gboolean is_stream = find_stream (file, number, &stream);
  if (change != NULL)
    write_change (writer, number, change);
  else if (is_stream)
    write_stream (writer, number, &stream);
  else if ((body = report_pdf_file_object (file, number)) != NULL)
    report_pdf_writer_add (writer, number, body);
  g_hash_table_add (lengths, GUINT_TO_POINTER (stream.length_object));
}

GBytes *
report_pdf_file_finish (const ReportPdfFile *file)
{
  ReportPdfWriter *writer = report_pdf_writer_new (file->size);
  g_autoptr (GHashTable) lengths = g_hash_table_new (NULL, NULL);

  for (guint number = 1; number < file->size; number++)
    write_object (file, writer, number, lengths);
  return report_pdf_writer_end (writer, file->root, file->info);
}
