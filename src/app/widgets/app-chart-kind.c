/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-chart-kind.h"

/* The charts have one shape of functions but a spec each: these adapters let one widget draw them
 * all. */

#define ADAPT_DRAWING(kind, Spec)                                                                  \
  static void kind##_measure (gconstpointer spec, const ChartStyle *style, double width,           \
                              double *min_width, double *height)                                   \
  {                                                                                                \
    chart_##kind##_measure ((const Spec *)spec, style, width, min_width, height);                  \
  }                                                                                                \
  static void kind##_draw (gconstpointer spec, const ChartStyle *style, cairo_t *cr, double x,     \
                           double y, double width, double height)                                  \
  {                                                                                                \
    chart_##kind##_draw ((const Spec *)spec, style, cr, x, y, width, height);                      \
  }

#define ADAPT_ITEMS(kind, Spec)                                                                    \
  static int kind##_hit (gconstpointer spec, const ChartStyle *style, double width, double height, \
                         double px, double py)                                                     \
  {                                                                                                \
    return chart_##kind##_hit ((const Spec *)spec, style, width, height, px, py);                  \
  }                                                                                                \
  static gboolean kind##_item_rect (gconstpointer spec, const ChartStyle *style, double width,     \
                                    double height, guint index, ChartRect *rect)                   \
  {                                                                                                \
    return chart_##kind##_item_rect ((const Spec *)spec, style, width, height, index, rect);       \
  }

#define ADAPT_SELECTION(kind, Spec)                                                                \
  static void kind##_set_selected (gpointer spec, int selected)                                    \
  {                                                                                                \
    ((Spec *)spec)->selected = selected;                                                           \
  }

ADAPT_DRAWING (dot_plot, ChartDotPlotSpec)
ADAPT_ITEMS (dot_plot, ChartDotPlotSpec)
ADAPT_SELECTION (dot_plot, ChartDotPlotSpec)
ADAPT_DRAWING (radar, ChartRadarSpec)
ADAPT_ITEMS (radar, ChartRadarSpec)
ADAPT_SELECTION (radar, ChartRadarSpec)
ADAPT_DRAWING (ruler, ChartRulerSpec)
ADAPT_ITEMS (ruler, ChartRulerSpec)
ADAPT_DRAWING (range, ChartRangeSpec)
ADAPT_DRAWING (bars, ChartBarsSpec)
ADAPT_ITEMS (bars, ChartBarsSpec)
ADAPT_DRAWING (reasons, ChartReasonsSpec)
ADAPT_ITEMS (reasons, ChartReasonsSpec)
ADAPT_SELECTION (reasons, ChartReasonsSpec)
ADAPT_DRAWING (quadrant, ChartQuadrantSpec)
ADAPT_ITEMS (quadrant, ChartQuadrantSpec)
ADAPT_SELECTION (quadrant, ChartQuadrantSpec)
ADAPT_DRAWING (strips, ChartStripsSpec)
ADAPT_ITEMS (strips, ChartStripsSpec)
ADAPT_SELECTION (strips, ChartStripsSpec)
ADAPT_DRAWING (key, ChartKeySpec)

#define ITEMS(kind)                                                                                \
  .measure = kind##_measure, .draw = kind##_draw, .hit = kind##_hit, .item_rect = kind##_item_rect

static const AppChartKind dot_plot_kind
    = { ITEMS (dot_plot), .set_selected = dot_plot_set_selected };
static const AppChartKind radar_kind = { ITEMS (radar), .set_selected = radar_set_selected };
static const AppChartKind ruler_kind = { ITEMS (ruler) };
static const AppChartKind range_kind = { .measure = range_measure, .draw = range_draw };
static const AppChartKind bars_kind = { ITEMS (bars) };
static const AppChartKind reasons_kind = { ITEMS (reasons), .set_selected = reasons_set_selected };
static const AppChartKind quadrant_kind
    = { ITEMS (quadrant), .set_selected = quadrant_set_selected };
static const AppChartKind strips_kind = { ITEMS (strips), .set_selected = strips_set_selected };
static const AppChartKind key_kind = { .measure = key_measure, .draw = key_draw };

static AppChartCopy *
copy_new (const AppChartKind *kind)
{
  AppChartCopy *copy = g_new0 (AppChartCopy, 1);

  copy->kind = kind;
  copy->owned = g_ptr_array_new_with_free_func (g_free);
  return copy;
}

void
app_chart_copy_free (AppChartCopy *copy)
{
  if (copy == NULL)
    return;
  g_ptr_array_unref (copy->owned);
  g_free (copy);
}

static const char *
own_words (AppChartCopy *copy, const char *words)
{
  char *own = g_strdup (words);

  if (own != NULL)
    g_ptr_array_add (copy->owned, own);
  return own;
}

static gpointer
own_array (AppChartCopy *copy, gconstpointer array, guint n, gsize size)
{
  gpointer own = g_memdup2 (array, n * size);

  if (own != NULL)
    g_ptr_array_add (copy->owned, own);
  return own;
}

static void
own_item (AppChartCopy *copy, ChartItem *item)
{
  item->label = own_words (copy, item->label);
  item->short_label = own_words (copy, item->short_label);
  item->now_text = own_words (copy, item->now_text);
  item->previous_text = own_words (copy, item->previous_text);
  item->target_text = own_words (copy, item->target_text);
}

static const ChartItem *
own_items (AppChartCopy *copy, const ChartItem *items, guint n)
{
  ChartItem *own = own_array (copy, items, n, sizeof *items);

  for (guint i = 0; i < n; i++)
    own_item (copy, &own[i]);
  return own;
}

static void
own_scale (AppChartCopy *copy, ChartScale *scale)
{
  ChartBand *bands = own_array (copy, scale->bands, scale->n_bands, sizeof *bands);

  for (guint i = 0; i < scale->n_bands; i++)
    {
      bands[i].title = own_words (copy, bands[i].title);
      bands[i].short_title = own_words (copy, bands[i].short_title);
      bands[i].upper_text = own_words (copy, bands[i].upper_text);
    }
  scale->bands = bands;
  scale->zero_text = own_words (copy, scale->zero_text);
}

AppChartCopy *
app_chart_copy_dot_plot (const ChartDotPlotSpec *spec)
{
  AppChartCopy *copy = copy_new (&dot_plot_kind);
  ChartDotPlotSpec *own = &copy->spec.dot_plot;

  *own = *spec;
  own->items = own_items (copy, spec->items, spec->n_items);
  own_scale (copy, &own->scale);
  own->now_title = own_words (copy, spec->now_title);
  own->target_title = own_words (copy, spec->target_title);
  own->selected = -1;
  return copy;
}

AppChartCopy *
app_chart_copy_radar (const ChartRadarSpec *spec)
{
  AppChartCopy *copy = copy_new (&radar_kind);
  ChartRadarSpec *own = &copy->spec.radar;

  *own = *spec;
  own->items = own_items (copy, spec->items, spec->n_items);
  own_scale (copy, &own->scale);
  own->selected = -1;
  return copy;
}

AppChartCopy *
app_chart_copy_ruler (const ChartRulerSpec *spec)
{
  AppChartCopy *copy = copy_new (&ruler_kind);

  copy->spec.ruler = *spec;
  own_item (copy, &copy->spec.ruler.item);
  own_scale (copy, &copy->spec.ruler.scale);
  return copy;
}

AppChartCopy *
app_chart_copy_range (const ChartRangeSpec *spec)
{
  AppChartCopy *copy = copy_new (&range_kind);

  copy->spec.range = *spec;
  own_scale (copy, &copy->spec.range.scale);
  return copy;
}

AppChartCopy *
app_chart_copy_bars (const ChartBarsSpec *spec)
{
  AppChartCopy *copy = copy_new (&bars_kind);

  copy->spec.bars = *spec;
  copy->spec.bars.values = own_array (copy, spec->values, spec->n_values, sizeof *spec->values);
  return copy;
}

AppChartCopy *
app_chart_copy_reasons (const ChartReasonsSpec *spec)
{
  AppChartCopy *copy = copy_new (&reasons_kind);

  copy->spec.reasons = *spec;
  copy->spec.reasons.shares = own_array (copy, spec->shares, spec->n_shares, sizeof *spec->shares);
  copy->spec.reasons.selected = -1;
  return copy;
}

AppChartCopy *
app_chart_copy_quadrant (const ChartQuadrantSpec *spec)
{
  AppChartCopy *copy = copy_new (&quadrant_kind);
  ChartQuadrantSpec *own = &copy->spec.quadrant;
  ChartQuadrantPoint *points = own_array (copy, spec->points, spec->n_points, sizeof *points);

  *own = *spec;
  for (guint i = 0; i < spec->n_points; i++)
    points[i].label = own_words (copy, points[i].label);
  for (guint i = 0; i < G_N_ELEMENTS (own->titles); i++)
    own->titles[i] = own_words (copy, spec->titles[i]);
  own->points = points;
  own->effort_title = own_words (copy, spec->effort_title);
  own->effect_title = own_words (copy, spec->effect_title);
  own->selected = -1;
  return copy;
}

AppChartCopy *
app_chart_copy_strips (const ChartStripsSpec *spec)
{
  AppChartCopy *copy = copy_new (&strips_kind);
  ChartStripsSpec *own = &copy->spec.strips;
  ChartStrip *strips = own_array (copy, spec->strips, spec->n_strips, sizeof *strips);

  *own = *spec;
  for (guint i = 0; i < spec->n_strips; i++)
    {
      strips[i].label = own_words (copy, strips[i].label);
      strips[i].median_text = own_words (copy, strips[i].median_text);
      strips[i].values
          = own_array (copy, strips[i].values, strips[i].n_values, sizeof *strips[i].values);
      strips[i].chosen = own_array (copy, strips[i].chosen, strips[i].chosen != NULL,
                                    sizeof *strips[i].chosen);
    }
  own->strips = strips;
  own_scale (copy, &own->scale);
  own->median_title = own_words (copy, spec->median_title);
  own->selected = -1;
  return copy;
}

AppChartCopy *
app_chart_copy_key (const ChartKeySpec *spec)
{
  AppChartCopy *copy = copy_new (&key_kind);
  ChartKeyEntry *entries = own_array (copy, spec->entries, spec->n_entries, sizeof *entries);

  for (guint i = 0; i < spec->n_entries; i++)
    entries[i].label = own_words (copy, entries[i].label);
  copy->spec.key = *spec;
  copy->spec.key.entries = entries;
  return copy;
}

/* Small ones stand in side panes and are meant to be small. */
gboolean
app_chart_copy_can_be_narrow (const AppChartCopy *copy)
{
  return copy->kind == &strips_kind || (copy->kind == &dot_plot_kind && !copy->spec.dot_plot.small);
}

void
app_chart_copy_set_narrow (AppChartCopy *copy, gboolean narrow)
{
  g_return_if_fail (app_chart_copy_can_be_narrow (copy));
  if (copy->kind == &strips_kind)
    copy->spec.strips.narrow = narrow;
  else
    copy->spec.dot_plot.narrow = narrow;
}
