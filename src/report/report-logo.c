/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-logo.h"

#include "report/report-jpeg.h"
#include "report/report-say.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_SIDE 10000
#define BOX_WIDTH 150.0
#define BOX_HEIGHT 48.0

typedef struct
{
  const guchar *data;
  gsize length, at;
} Source;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->length - source->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
load_png (const guchar *data, gsize length)
{
  Source source = { data, length, 0 };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &source);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
      && cairo_image_surface_get_width (surface) <= MAX_SIDE
      && cairo_image_surface_get_height (surface) <= MAX_SIDE)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

cairo_surface_t *
report_logo_decode (GBytes *bytes)
{
  static const guchar png[] = { 0x89, 'P', 'N', 'G' }, jpeg[] = { 0xff, 0xd8, 0xff };
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > sizeof png && memcmp (data, png, sizeof png) == 0)
    return load_png (data, length);
  if (length > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0)
    return report_jpeg_read (data, length);
  return NULL;
}

cairo_surface_t *
report_logo_load (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data = NULL;
  cairo_surface_t *surface = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &data, &length, &cause))
    {
      g_set_error_literal (error, REPORT_ERROR, REPORT_ERROR_LOGO, cause->message);
      return NULL;
    }
  bytes = g_bytes_new_take (data, length);
  if (length > MAX_BYTES)
    {
      g_set_error (error, REPORT_ERROR, REPORT_ERROR_LOGO,
                   _ ("%s: the picture is too large, expected at most 8 MB"), path);
      return NULL;
    }
  surface = report_logo_decode (bytes);
  if (surface == NULL)
    g_set_error (error, REPORT_ERROR, REPORT_ERROR_LOGO,
                 _ ("%s: found no picture that can be read, expected a PNG or a JPEG"), path);
  return surface;
}

gboolean
report_check_logo (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  cairo_surface_t *surface = report_logo_load (path, error);
  if (surface == NULL)
    return FALSE;
  cairo_surface_destroy (surface);
  return TRUE;
}

static void
draw_logo (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  cairo_surface_t *surface = data;
  const double own_width = cairo_image_surface_get_width (surface);
  const double own_height = cairo_image_surface_get_height (surface);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / own_width, height / own_height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
add_one (
    ReportFlow *flow, ReportBlock *block, cairo_surface_t *logo, const char *alt, gboolean right)
{
  const double own_width = cairo_image_surface_get_width (logo);
  const double own_height = cairo_image_surface_get_height (logo);
  const double scale = MIN (BOX_WIDTH / own_width, BOX_HEIGHT / own_height);
  const double width = own_width * scale, height = own_height * scale;
  ReportNode *node = report_add_node (flow->report, flow->node, "Figure");

  node->alt = g_strdup (alt);
  report_block_drawing (block, node, right ? flow->x + flow->width - width : flow->x,
                        BOX_HEIGHT - height, width, height, draw_logo,
                        cairo_surface_reference (logo), (GDestroyNotify)cairo_surface_destroy);
}

void
report_logo_add (ReportFlow *flow)
{
  Report *report = flow->report;
  ReportBlock *block;

  if (report->logos[0] == NULL && report->logos[1] == NULL)
    return;
  block = report_block_new (BOX_HEIGHT);
  block->keep_next = TRUE;
  if (report->logos[0] != NULL)
    add_one (flow, block, report->logos[0], report_tr (report, N_ ("Logo of the company")), FALSE);
  if (report->logos[1] != NULL)
    add_one (flow, block, report->logos[1], report_tr (report, N_ ("Logo of the hub")), TRUE);
  report_flow_add (flow, block);
}
