/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-ruler.h"

#include "chart/chart-pen.h"
#include "chart/chart-text.h"

/* On the screen a strip of tiles; on paper a line with ticks and the names above it, which prints
 * without greys. */

#define FIGURE_SIZE 0.76
#define NAME_SIZE 0.82

typedef struct
{
  double pad;             /* so that the disc at 0 and at the end stays inside */
  double strip_y, height; /* the line's middle; all of it */
} Plan;

static double
unit (const ChartStyle *style)
{
  return style->scale * (style->print ? 0.62 : 1.0);
}

static Plan
plan_new (const ChartRulerSpec *spec, const ChartStyle *style)
{
  const double u = unit (style);
  Plan plan = { .pad = 9.0 * u };

  if (spec->plain)
    {
      plan.strip_y = 10.0 * u;
      plan.height = 20.0 * u;
    }
  else if (style->print)
    {
      plan.strip_y = 21.0 * style->scale;
      plan.height = 40.0 * style->scale;
    }
  else
    {
      plan.strip_y = 26.0 * u;
      plan.height = 54.0 * u;
    }
  return plan;
}

static double
value_x (const ChartRulerSpec *spec, const Plan *plan, double width, double value)
{
  return plan->pad + (width - 2.0 * plan->pad) * chart_scale_fraction (&spec->scale, value);
}

static double
band_lower (const ChartScale *scale, guint index)
{
  return index == 0 ? 0.0 : scale->bands[index - 1].upper;
}

void
chart_ruler_measure (const ChartRulerSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double *min_width,
                     double *height)
{
  g_return_if_fail (spec != NULL && style != NULL);

  if (min_width != NULL)
    *min_width = (style->print ? 120.0 : 160.0) * style->scale;
  if (height != NULL)
    *height = plan_new (spec, style).height;
}

static void
draw_strip_screen (const ChartRulerSpec *spec,
                   const ChartStyle *style,
                   cairo_t *cr,
                   const Plan *plan,
                   double width,
                   int current)
{
  const double s = style->scale, gap = 3.0 * s, tall = 10.0 * s;

  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      double x0 = value_x (spec, plan, width, band_lower (&spec->scale, i));
      double x1 = value_x (spec, plan, width, spec->scale.bands[i].upper);
      ChartColor color = chart_palette_area (style, style->high_contrast ? 0.25 : 0.11);

      if (i > 0)
        x0 += gap / 2.0;
      if (i + 1 < spec->scale.n_bands)
        x1 -= gap / 2.0;
      if ((int)i == current)
        {
          color = chart_palette_series (style, CHART_SERIES_NOW);
          color.alpha = 0.32;
        }
      chart_pen_rounded (cr, color, x0, plan->strip_y - tall / 2.0, MAX (0.0, x1 - x0), tall,
                         3.0 * s);
    }
}

static void
draw_strip_print (const ChartRulerSpec *spec,
                  const ChartStyle *style,
                  cairo_t *cr,
                  const Plan *plan,
                  double width)
{
  const double s = style->scale, half = 7.5 * s;
  double y = plan->strip_y;
  ChartColor axis = chart_color (0x757575, 1.0);
  double x0 = value_x (spec, plan, width, 0.0);

  chart_pen_line (cr, axis, 0.5 * s, x0, y,
                  value_x (spec, plan, width, chart_scale_maximum (&spec->scale)), y);
  chart_pen_line (cr, axis, 0.5 * s, x0, y - half, x0, y + half);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      double x = value_x (spec, plan, width, spec->scale.bands[i].upper);
      chart_pen_line (cr, axis, 0.5 * s, x, y - half, x, y + half);
    }
}

/* Where a name stands and how wide it is; words is NULL when it has no room. */
typedef struct
{
  const char *words;
  ChartTextForm form;
  double x, width; /* its middle */
} Name;

static gboolean
take_words (Name *name, const ChartStyle *style, const char *words, double room)
{
  if (words == NULL)
    return FALSE;
  name->width = chart_text_width (style, words, name->form);
  if (name->width <= room)
    name->words = words;
  return name->words != NULL;
}

/* The name of the band one is in is never left out: it may reach into the next ones. */
static Name
name_of (const ChartRulerSpec *spec,
         const ChartStyle *style,
         const Plan *plan,
         double width,
         guint band,
         gboolean here)
{
  const ChartBand *shown = &spec->scale.bands[band];
  const double x0 = value_x (spec, plan, width, band_lower (&spec->scale, band));
  const double x1 = value_x (spec, plan, width, shown->upper);
  Name name = { NULL,
                { style->print ? 7.5 / 9.0 : NAME_SIZE,
                  here ? chart_text_strong (style) : PANGO_WEIGHT_NORMAL, 0.0 },
                (x0 + x1) / 2.0,
                0.0 };

  if (take_words (&name, style, shown->title, x1 - x0 - 4.0)
      || take_words (&name, style, shown->short_title, x1 - x0 - 4.0) || !here)
    return name;
  take_words (&name, style, shown->short_title != NULL ? shown->short_title : shown->title,
              G_MAXDOUBLE);
  name.x = MAX (MIN (name.x, width - name.width / 2.0), name.width / 2.0);
  return name;
}

/* Beside the name of the band one is in. */
static gboolean
has_room (const Name *name, const Name *first)
{
  return name->words != NULL
         && (first->words == NULL
             || ABS (name->x - first->x) >= (name->width + first->width) / 2.0 + 4.0);
}

/* On a screen all other names or none: some alone would look as if the rest had none. Paper is
 * never that narrow. */
static gboolean
have_room (const ChartRulerSpec *spec,
           const ChartStyle *style,
           const Plan *plan,
           double width,
           int current,
           const Name *first)
{
  for (guint i = 0; i < spec->scale.n_bands && !style->print; i++)
    {
      const Name name = name_of (spec, style, plan, width, i, FALSE);

      if ((int)i != current && !has_room (&name, first))
        return FALSE;
    }
  return TRUE;
}

static void
draw_names (const ChartRulerSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const Plan *plan,
            double width,
            int current)
{
  double y = style->print ? 6.0 * style->scale : plan->strip_y + 20.0 * style->scale;
  Name first = { NULL };
  gboolean others;

  if (current >= 0 && current < (int)spec->scale.n_bands)
    first = name_of (spec, style, plan, width, (guint)current, TRUE);
  others = have_room (spec, style, plan, width, current, &first);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      const gboolean here = (int)i == current;
      const Name name = here ? first : name_of (spec, style, plan, width, i, FALSE);

      if (!here && (!others || !has_room (&name, &first)))
        continue;
      chart_text_draw (style, cr, name.words, name.form,
                       here || style->print ? style->text : chart_palette_ink (style, 0.75), name.x,
                       y, 0.5);
    }
}

static void
draw_figures (const ChartRulerSpec *spec,
              const ChartStyle *style,
              cairo_t *cr,
              const Plan *plan,
              double width)
{
  ChartTextForm form = { style->print ? 7.0 / 9.0 : FIGURE_SIZE, PANGO_WEIGHT_NORMAL, 0.0 };
  ChartColor color = chart_palette_ink (style, style->print ? 1.0 : 0.72);
  double y = style->print ? plan->strip_y + 14.0 * style->scale : 8.0 * style->scale;

  chart_text_draw (style, cr, spec->scale.zero_text, form, color, value_x (spec, plan, width, 0.0),
                   y, style->print ? 0.5 : 0.0);
  for (guint i = 0; i < spec->scale.n_bands; i++)
    {
      gboolean last = i + 1 == spec->scale.n_bands;
      chart_text_draw (style, cr, spec->scale.bands[i].upper_text, form, color,
                       value_x (spec, plan, width, spec->scale.bands[i].upper), y,
                       last && !style->print ? 1.0 : 0.5);
    }
}

static void
draw_marks (const ChartRulerSpec *spec,
            const ChartStyle *style,
            cairo_t *cr,
            const Plan *plan,
            double width)
{
  const ChartItem *item = &spec->item;
  double y = plan->strip_y;
  gboolean now = chart_value_present (item->now);

  if (style->print && now && chart_value_present (item->target))
    chart_pen_line (cr, chart_color (0x9EA8B3, 1.0), 3.0 * style->scale,
                    value_x (spec, plan, width, item->now), y,
                    value_x (spec, plan, width, item->target), y);
  if (chart_value_present (item->reference))
    chart_pen_reference (cr, style, value_x (spec, plan, width, item->reference), y, FALSE);
  if (!now && chart_value_present (item->low) && chart_value_present (item->high)
      && item->low <= item->high)
    chart_pen_interval (cr, style, value_x (spec, plan, width, item->low),
                        value_x (spec, plan, width, item->high), y);
  if (chart_value_present (item->previous))
    chart_pen_previous (cr, style, value_x (spec, plan, width, item->previous), y, FALSE);
  if (chart_value_present (item->target))
    chart_pen_target (cr, style, value_x (spec, plan, width, item->target), y, FALSE);
  if (now)
    chart_pen_disc (cr, style, chart_palette_series (style, CHART_SERIES_NOW),
                    value_x (spec, plan, width, item->now), y,
                    style->print ? 4.6 * style->scale : 8.5 * style->scale,
                    (style->print ? 0.9 : 1.5) * style->scale);
}

void
chart_ruler_draw (const ChartRulerSpec *spec,
                  const ChartStyle *style,
                  cairo_t *cr,
                  double x,
                  double y,
                  double width,
                  double height)
{
  g_return_if_fail (spec != NULL && style != NULL && cr != NULL);

  Plan plan = plan_new (spec, style);
  int current = chart_scale_band (&spec->scale, spec->item.now);

  cairo_save (cr);
  cairo_translate (cr, x, y + MAX (0.0, (height - plan.height) / 2.0));
  if (style->print)
    draw_strip_print (spec, style, cr, &plan, width);
  else
    draw_strip_screen (spec, style, cr, &plan, width, current);
  if (!spec->plain)
    {
      draw_names (spec, style, cr, &plan, width, current);
      draw_figures (spec, style, cr, &plan, width);
    }
  draw_marks (spec, style, cr, &plan, width);
  cairo_restore (cr);
}

int
chart_ruler_hit (const ChartRulerSpec *spec,
                 const ChartStyle *style,
                 double width,
                 double height,
                 double px,
                 double py)
{
  g_return_val_if_fail (spec != NULL && style != NULL, -1);

  Plan plan = plan_new (spec, style);
  if (py < 0.0 || py > height)
    return -1;
  for (guint i = 0; i < spec->scale.n_bands; i++)
    if (px >= value_x (spec, &plan, width, band_lower (&spec->scale, i))
        && px <= value_x (spec, &plan, width, spec->scale.bands[i].upper))
      return (int)i;
  return -1;
}

gboolean
chart_ruler_item_rect (const ChartRulerSpec *spec,
                       const ChartStyle *style,
                       double width,
                       double height,
                       guint band,
                       ChartRect *rect)
{
  g_return_val_if_fail (spec != NULL && style != NULL && rect != NULL, FALSE);

  if (band >= spec->scale.n_bands)
    return FALSE;
  Plan plan = plan_new (spec, style);
  double x0 = value_x (spec, &plan, width, band_lower (&spec->scale, band));
  double x1 = value_x (spec, &plan, width, spec->scale.bands[band].upper);
  *rect = (ChartRect){ x0, 0.0, x1 - x0, height };
  return TRUE;
}

double
chart_ruler_value_x (const ChartRulerSpec *spec,
                     const ChartStyle *style,
                     double width,
                     double value)
{
  g_return_val_if_fail (spec != NULL && style != NULL, 0.0);

  Plan plan = plan_new (spec, style);
  return value_x (spec, &plan, width, value);
}
