/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-jpeg.h"

#include <setjmp.h>
#include <stdio.h>
/* After stdio.h, which it needs and does not include. */
#include <jpeglib.h>
#include <string.h>

/* Screen, printer and PDF show the same picture: the first two its pixels, the PDF its own bytes.
 */

#define MAX_PIXELS 40000000
/* A few hundred bytes can ask for any number of passes over a large picture. */
#define MAX_SCANS 100

typedef struct
{
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  struct jpeg_decompress_struct jpeg;
  jmp_buf failed;
  cairo_surface_t *surface;
  guchar *line;
} Reader;

G_NORETURN static void
fail_cb (j_common_ptr jpeg)
{
  Reader *reader = jpeg->client_data;

  longjmp (reader->failed, 1);
}

/* Warnings too: bytes are missing or wrong, and half a logo is none. */
static void
warn_cb (j_common_ptr jpeg, int level)
{
  if (level < 0)
    fail_cb (jpeg);
}

static void
progress_cb (j_common_ptr jpeg)
{
  if (((Reader *)jpeg->client_data)->jpeg.input_scan_number > MAX_SCANS)
    fail_cb (jpeg);
}

static void
begin (Reader *reader, const void *data, gsize length)
{
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;

  jpeg_create_decompress (jpeg);
  jpeg_mem_src (jpeg, data, length);
  jpeg->progress = &reader->progress;
  jpeg_read_header (jpeg, TRUE);
  if ((guint64)jpeg->image_width * jpeg->image_height > MAX_PIXELS)
    fail_cb ((j_common_ptr)jpeg);
  jpeg->out_color_space = jpeg->num_components == 4 ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress (jpeg);
}

/* Adobe's programs write the four inks inverted, and they are who writes them. */
static guint32
pixel (const guchar *at, int components)
{
  const guint black = components == 4 ? at[3] : 255;

  return (guint32)((at[0] * black / 255) << 16 | (at[1] * black / 255) << 8 | at[2] * black / 255);
}

static void
read_lines (Reader *reader)
{
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  const int components = jpeg->output_components, width = (int)jpeg->output_width;

  reader->surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, (int)jpeg->output_height);
  if (cairo_surface_status (reader->surface) != CAIRO_STATUS_SUCCESS)
    fail_cb ((j_common_ptr)jpeg);
  reader->line = g_malloc_n ((gsize)width, (gsize)components);
  while (jpeg->output_scanline < jpeg->output_height)
    {
      guchar *row = cairo_image_surface_get_data (reader->surface)
                    + (gsize)jpeg->output_scanline
                          * (gsize)cairo_image_surface_get_stride (reader->surface);
      guint32 *to = (void *)row; /* cairo aligns rows */

      jpeg_read_scanlines (jpeg, &reader->line, 1);
      for (int x = 0; x < width; x++)
        to[x] = pixel (reader->line + x * components, components);
    }
  cairo_surface_mark_dirty (reader->surface);
  jpeg_finish_decompress (jpeg);
}

static void
add_file (cairo_surface_t *surface, const void *data, gsize length)
{
  guchar *copy = g_memdup2 (data, length);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, copy, length, g_free, copy)
      != CAIRO_STATUS_SUCCESS)
    g_free (copy);
}

static gboolean
read_all (Reader *reader, const void *data, gsize length)
{
  if (setjmp (reader->failed) != 0)
    return FALSE;
  begin (reader, data, length);
  read_lines (reader);
  return TRUE;
}

cairo_surface_t *
report_jpeg_read (const void *data, gsize length)
{
  g_return_val_if_fail (data != NULL && length > 0, NULL);

  Reader *reader = g_new0 (Reader, 1);
  cairo_surface_t *surface = NULL;

  reader->jpeg.err = jpeg_std_error (&reader->errors);
  reader->jpeg.client_data = reader;
  reader->errors.error_exit = fail_cb;
  reader->errors.emit_message = warn_cb;
  reader->progress.progress_monitor = progress_cb;
  if (read_all (reader, data, length))
    surface = cairo_surface_reference (reader->surface);
  if (surface != NULL && reader->jpeg.num_components != 4)
    add_file (surface, data, length);
  jpeg_destroy_decompress (&reader->jpeg);
  g_clear_pointer (&reader->surface, cairo_surface_destroy);
  g_free (reader->line);
  g_free (reader);
  return surface;
}

/* --- which side is up --- */

static guint
number (const guchar *at, gsize bytes, gboolean little)
{
  guint value = 0;

  for (gsize i = 0; i < bytes; i++)
    value = value << 8 | at[little ? bytes - 1 - i : i];
  return value;
}

static guint
turns_of (guint orientation)
{
  return orientation == 6 ? 1 : orientation == 3 ? 2 : orientation == 8 ? 3 : 0;
}

/* A TIFF header, then a table of entries of twelve bytes: tag, type, count, value. */
static guint
turns_of_exif (const guchar *tiff, gsize length)
{
  const gboolean little = length > 8 && tiff[0] == 'I';
  const gsize table = length > 8 ? number (tiff + 4, 4, little) : length;
  const guint n = table + 2 <= length ? number (tiff + table, 2, little) : 0;

  for (gsize i = 0; i < n && table + 2 + (i + 1) * 12 <= length; i++)
    {
      const guchar *entry = tiff + table + 2 + i * 12;

      if (number (entry, 2, little) == 0x0112)
        return turns_of (number (entry + 8, 2, little));
    }
  return 0;
}

guint
report_jpeg_turns (const void *data, gsize length)
{
  static const char mark[] = { 'E', 'x', 'i', 'f', 0, 0 };
  const guchar *bytes = data;

  g_return_val_if_fail (data != NULL, 0);

  /* Segments with their length follow each other up to the picture itself. */
  for (gsize at = 2; at + 4 <= length && bytes[at] == 0xff && bytes[at + 1] != 0xda;)
    {
      const gsize size = number (bytes + at + 2, 2, FALSE);

      if (size < 2 || at + 2 + size > length)
        return 0;
      if (bytes[at + 1] == 0xe1 && size > 2 + sizeof mark
          && memcmp (bytes + at + 4, mark, sizeof mark) == 0)
        return turns_of_exif (bytes + at + 4 + sizeof mark, size - 2 - sizeof mark);
      at += 2 + size;
    }
  return 0;
}
