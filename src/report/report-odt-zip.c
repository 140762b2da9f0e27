/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-odt-zip.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* PKWARE's APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (directory) and 4.3.16 (its end). */

#define LOCAL_HEADER 0x04034b50u
#define DIRECTORY_HEADER 0x02014b50u
#define DIRECTORY_END 0x06054b50u
#define NEEDED_VERSION 20 /* 2.0: deflate */

struct _ReportOdtZip
{
  GByteArray *out, *directory;
  guint n;
  guint16 date;
};

static void
put16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { value & 0xff, (value >> 8) & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, guint32 value)
{
  put16 (out, value & 0xffff);
  put16 (out, value >> 16);
}

/* MS-DOS: years from 1980 on. */
static guint16
dos_date (const char *day)
{
  guint year = 0, month = 0, date = 0;

  if (sscanf (day, "%4u-%2u-%2u", &year, &month, &date) != 3 || year < 1980 || year > 2107)
    return (1 << 5) | 1;
  return (guint16)(((year - 1980) << 9) | ((month & 15) << 5) | (date & 31));
}

ReportOdtZip *
report_odt_zip_new (const char *day)
{
  ReportOdtZip *zip = g_new0 (ReportOdtZip, 1);

  zip->out = g_byte_array_new ();
  zip->directory = g_byte_array_new ();
  zip->date = dos_date (day);
  return zip;
}

void
report_odt_zip_free (ReportOdtZip *zip)
{
  if (zip == NULL)
    return;
  g_clear_pointer (&zip->out, g_byte_array_unref);
  g_clear_pointer (&zip->directory, g_byte_array_unref);
  g_free (zip);
}

/* A bare deflate stream, without the two bytes and the sum of zlib's own format. */
static GByteArray *
deflated (const void *data, gsize length)
{
  z_stream stream = { 0 };
  GByteArray *packed = g_byte_array_new ();

  if (deflateInit2 (&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib cannot be used"); /* no memory */
  g_byte_array_set_size (packed, (guint)deflateBound (&stream, length));
  stream.next_in = (Bytef *)data;
  stream.avail_in = (uInt)length;
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  deflate (&stream, Z_FINISH);
  g_byte_array_set_size (packed, (guint)stream.total_out);
  deflateEnd (&stream);
  return packed;
}

/* What both headers say of a part. */
static void
put_facts (ReportOdtZip *zip,
           GByteArray *out,
           const char *name,
           gboolean stored,
           guint32 sum,
           gsize packed,
           gsize length)
{
  put16 (out, NEEDED_VERSION);
  put16 (out, 0);
  put16 (out, stored ? 0 : Z_DEFLATED);
  put16 (out, 0); /* midnight */
  put16 (out, zip->date);
  put32 (out, sum);
  put32 (out, (guint32)packed);
  put32 (out, (guint32)length);
  put16 (out, (guint)strlen (name));
  put16 (out, 0); /* nothing extra */
}

void
report_odt_zip_add (ReportOdtZip *zip, const char *name, const void *data, gsize length)
{
  g_return_if_fail (zip != NULL && name != NULL && length < G_MAXUINT32);

  gboolean stored = zip->n == 0;
  guint32 offset = zip->out->len, sum = (guint32)crc32_z (0, data, length);
  GByteArray *packed = stored ? g_byte_array_new () : deflated (data, length);

  if (stored)
    g_byte_array_append (packed, data, (guint)length);
  put32 (zip->out, LOCAL_HEADER);
  put_facts (zip, zip->out, name, stored, sum, packed->len, length);
  g_byte_array_append (zip->out, (const guint8 *)name, (guint)strlen (name));
  g_byte_array_append (zip->out, packed->data, packed->len);

  put32 (zip->directory, DIRECTORY_HEADER);
  put16 (zip->directory, NEEDED_VERSION);
  put_facts (zip, zip->directory, name, stored, sum, packed->len, length);
  put16 (zip->directory, 0); /* no comment */
  put16 (zip->directory, 0); /* first disk */
  put16 (zip->directory, 0);
  put32 (zip->directory, 0);
  put32 (zip->directory, offset);
  g_byte_array_append (zip->directory, (const guint8 *)name, (guint)strlen (name));
  g_byte_array_unref (packed);
  zip->n++;
}

GBytes *
report_odt_zip_finish (ReportOdtZip *zip)
{
  guint32 start = zip->out->len;
  GBytes *bytes;

  g_byte_array_append (zip->out, zip->directory->data, zip->directory->len);
  put32 (zip->out, DIRECTORY_END);
  put16 (zip->out, 0);
  put16 (zip->out, 0);
  put16 (zip->out, zip->n);
  put16 (zip->out, zip->n);
  put32 (zip->out, zip->directory->len);
  put32 (zip->out, start);
  put16 (zip->out, 0);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&zip->out));
  report_odt_zip_free (zip);
  return bytes;
}
