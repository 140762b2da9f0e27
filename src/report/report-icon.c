/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-icon.h"

/* Drawn without type, in half a point steps; radius 4.2 as agreed for all outcomes. */

#define RADIUS 4.2
#define BOX 6.6
#define LEVEL 5.0
#define LEVEL_GAP 1.4
#define GREY 0x100 /* flag beside an icon's number */

static void
black (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
}

static void
ring (cairo_t *cr, double cx, double cy, gboolean filled)
{
  cairo_new_path (cr);
  cairo_arc (cr, cx, cy, RADIUS - (filled ? 0.0 : 0.5), 0.0, 2.0 * G_PI);
  cairo_close_path (cr);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
set_color (cairo_t *cr, ChartColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static void
draw_met (cairo_t *cr, double cx, double cy, gboolean grey)
{
  set_color (cr, grey ? REPORT_GREY : REPORT_BLUE);
  ring (cr, cx, cy, TRUE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 1.1);
  cairo_move_to (cr, cx - 1.9, cy + 0.1);
  cairo_line_to (cr, cx - 0.5, cy + 1.5);
  cairo_line_to (cr, cx + 2.0, cy - 1.5);
  cairo_stroke (cr);
}

static void
draw_not_met (cairo_t *cr, double cx, double cy, gboolean grey)
{
  set_color (cr, grey ? REPORT_GREY : chart_color (0xD55E00, 1.0));
  cairo_set_line_width (cr, 1.0);
  ring (cr, cx, cy, FALSE);
  cairo_move_to (cr, cx - 1.5, cy - 1.5);
  cairo_line_to (cr, cx + 1.5, cy + 1.5);
  cairo_move_to (cr, cx + 1.5, cy - 1.5);
  cairo_line_to (cr, cx - 1.5, cy + 1.5);
  cairo_stroke (cr);
}

/* The "?" as strokes: a letter of 5 points would be the only type under 7. */
static void
draw_unknown (cairo_t *cr, double cx, double cy)
{
  const double dashes[] = { 1.6, 1.2 };

  cairo_save (cr);
  black (cr);
  cairo_set_line_width (cr, 0.9);
  cairo_set_dash (cr, dashes, 2, 0.0);
  ring (cr, cx, cy, FALSE);
  cairo_restore (cr);
  black (cr);
  cairo_set_line_width (cr, 0.9);
  cairo_new_path (cr);
  cairo_arc (cr, cx, cy - 1.0, 1.2, G_PI, 2.4 * G_PI);
  cairo_line_to (cr, cx, cy + 0.7);
  cairo_stroke (cr);
  cairo_rectangle (cr, cx - 0.45, cy + 1.5, 0.9, 0.9);
  cairo_fill (cr);
}

static void
draw_closed (cairo_t *cr, double cx, double cy)
{
  set_color (cr, REPORT_GREY);
  cairo_set_line_width (cr, 1.0);
  ring (cr, cx, cy, FALSE);
  cairo_move_to (cr, cx - 1.9, cy);
  cairo_line_to (cr, cx + 1.9, cy);
  cairo_stroke (cr);
}

static void
draw_box (cairo_t *cr, double cx, double cy, gboolean filled)
{
  double half = BOX / 2.0;

  black (cr);
  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, cx - half, cy - half, BOX, BOX);
  if (filled)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

static void
draw_hub (cairo_t *cr, ReportIcon icon, double cx, double cy)
{
  black (cr);
  cairo_set_line_width (cr, 1.2);
  cairo_new_path (cr);
  if (icon == REPORT_ICON_EDIH)
    {
      cairo_rectangle (cr, cx - 3.6, cy - 3.6, 7.2, 7.2);
      cairo_fill (cr);
      return;
    }
  if (icon == REPORT_ICON_SEAL)
    cairo_arc (cr, cx, cy, 3.5, 0.0, 2.0 * G_PI);
  else
    {
      cairo_move_to (cr, cx, cy - 4.0);
      cairo_line_to (cr, cx + 4.2, cy + 3.3);
      cairo_line_to (cr, cx - 4.2, cy + 3.3);
    }
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_icon (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  ReportIcon icon = GPOINTER_TO_INT (data) & ~GREY;
  gboolean grey = (GPOINTER_TO_INT (data) & GREY) != 0;
  double cx = x + width / 2.0, cy = y + height / 2.0;

  switch (icon)
    {
    case REPORT_ICON_MET:
      draw_met (cr, cx, cy, grey);
      break;
    case REPORT_ICON_NOT_MET:
      draw_not_met (cr, cx, cy, grey);
      break;
    case REPORT_ICON_UNKNOWN:
      draw_unknown (cr, cx, cy);
      break;
    case REPORT_ICON_CLOSED:
      draw_closed (cr, cx, cy);
      break;
    case REPORT_ICON_TICKED:
    case REPORT_ICON_BOX:
      draw_box (cr, cx, cy, icon == REPORT_ICON_TICKED);
      break;
    case REPORT_ICON_EDIH:
    case REPORT_ICON_SEAL:
    case REPORT_ICON_OTHER_HUB:
      draw_hub (cr, icon, cx, cy);
      break;
    case REPORT_ICON_NONE:
    default:
      break;
    }
}

void
report_icon_add (ReportBlock *block, ReportIcon icon, gboolean grey, double x, double y)
{
  if (icon != REPORT_ICON_NONE)
    report_block_drawing (block, NULL, x, y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS, draw_icon,
                          GINT_TO_POINTER ((int)icon | (grey ? GREY : 0)), NULL);
}

static void
draw_level (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  int level = GPOINTER_TO_INT (data) >> 8, maximum = GPOINTER_TO_INT (data) & 0xff;

  black (cr);
  cairo_set_line_width (cr, 0.5);
  for (int i = 0; i < maximum; i++)
    {
      cairo_rectangle (cr, x + i * (LEVEL + LEVEL_GAP), y, LEVEL, height);
      if (i < level)
        cairo_fill_preserve (cr);
      cairo_stroke (cr);
    }
}

double
report_icon_level_width (int maximum)
{
  return maximum * (LEVEL + LEVEL_GAP);
}

double
report_icon_add_level (ReportBlock *block, int level, int maximum, double x, double y)
{
  double width = report_icon_level_width (maximum);

  report_block_drawing (block, NULL, x, y - 2.2, width, 4.4, draw_level,
                        GINT_TO_POINTER ((MAX (level, 0) << 8) | (maximum & 0xff)), NULL);
  return width;
}
