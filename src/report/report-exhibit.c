/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-exhibit.h"

#include "report/report-exhibit-pdf.h"
#include "report/report-jpeg.h"
#include "report/report-logo.h"
#include "report/report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Pictures are decoded when they are drawn: two hundred photos are not held in memory. */

#define POINTS_PER_PIXEL 0.75

struct _ReportExhibit
{
  GBytes *bytes;
  double width, height;  /* of a picture as it stands; points */
  guint turns;           /* of a picture: quarters clockwise until it stands */
  ReportExhibitPdf *pdf; /* NULL: a picture */
};

static gboolean
is_pdf (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  /* Some programs write a few bytes before the mark (ISO 32000-1, annex H.3). */
  return memmem (data, MIN (length, 1024), "%PDF-", strlen ("%PDF-")) != NULL;
}

/* A picture that lies is stood up within the room it then has. */
static void
stand_up (const ReportExhibit *exhibit, cairo_t *cr)
{
  const double x = exhibit->turns == 1 || exhibit->turns == 2 ? exhibit->width : 0.0;
  const double y = exhibit->turns == 2 || exhibit->turns == 3 ? exhibit->height : 0.0;

  cairo_translate (cr, x, y);
  cairo_rotate (cr, exhibit->turns * G_PI / 2.0);
}

static gboolean
measure_picture (ReportExhibit *exhibit)
{
  cairo_surface_t *surface = report_logo_decode (exhibit->bytes);

  if (surface == NULL)
    return FALSE;
  const double width = cairo_image_surface_get_width (surface) * POINTS_PER_PIXEL;
  const double height = cairo_image_surface_get_height (surface) * POINTS_PER_PIXEL;
  cairo_surface_destroy (surface);
  gsize length;
  const void *data = g_bytes_get_data (exhibit->bytes, &length);
  exhibit->turns = report_jpeg_turns (data, length);
  exhibit->width = exhibit->turns % 2 == 0 ? width : height;
  exhibit->height = exhibit->turns % 2 == 0 ? height : width;
  return TRUE;
}

ReportExhibit *
report_exhibit_new (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  g_autoptr (ReportExhibit) exhibit = g_rc_box_new0 (ReportExhibit);
  exhibit->bytes = g_bytes_ref (bytes);
  if (is_pdf (bytes))
    {
      exhibit->pdf = report_exhibit_pdf_new (bytes, error);
      return exhibit->pdf != NULL ? g_steal_pointer (&exhibit) : NULL;
    }
  if (measure_picture (exhibit))
    return g_steal_pointer (&exhibit);
  g_set_error_literal (error, REPORT_ERROR, REPORT_ERROR_EVIDENCE,
                       _ ("the file is no PDF, PNG or JPEG that can be read"));
  return NULL;
}

static void
exhibit_clear (gpointer data)
{
  ReportExhibit *exhibit = data;

  g_clear_pointer (&exhibit->pdf, report_exhibit_pdf_free);
  g_bytes_unref (exhibit->bytes);
}

ReportExhibit *
report_exhibit_ref (ReportExhibit *exhibit)
{
  return g_rc_box_acquire (exhibit);
}

void
report_exhibit_unref (ReportExhibit *exhibit)
{
  g_rc_box_release_full (exhibit, exhibit_clear);
}

guint
report_exhibit_n_pages (const ReportExhibit *exhibit)
{
  g_return_val_if_fail (exhibit != NULL, 0);

  return exhibit->pdf != NULL ? report_exhibit_pdf_n_pages (exhibit->pdf) : 1;
}

void
report_exhibit_page_size (const ReportExhibit *exhibit, guint page, double *width, double *height)
{
  g_return_if_fail (exhibit != NULL && page < report_exhibit_n_pages (exhibit));

  if (exhibit->pdf != NULL)
    {
      report_exhibit_pdf_page_size (exhibit->pdf, page, width, height);
      return;
    }
  *width = exhibit->width;
  *height = exhibit->height;
}

void
report_exhibit_draw (ReportExhibit *exhibit, guint page, cairo_t *cr)
{
  g_return_if_fail (exhibit != NULL && page < report_exhibit_n_pages (exhibit));

  if (exhibit->pdf != NULL)
    {
      report_exhibit_pdf_draw (exhibit->pdf, page, cr);
      return;
    }
  cairo_surface_t *surface = report_logo_decode (exhibit->bytes);
  if (surface == NULL)
    return;
  cairo_save (cr);
  stand_up (exhibit, cr);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}
