/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-profile-chart.h"

#include "chart/chart-dot-plot.h"
#include "chart/chart-key.h"
#include "chart/chart-radar.h"
#include "chart/chart-ruler.h"
#include "report/report-say.h"

/* Scores and bands of the pack as values of the charts; each figure carries its own copy. */

typedef struct
{
  Report *report;
  ChartItem *items;
  guint n_items;
  ChartBand *bands;
  ChartScale scale;
  ChartStyle style;
  double label_width;
  gboolean small, radar;
} Profile;

static void
profile_free (gpointer data)
{
  Profile *profile = data;

  g_free (profile->items);
  g_free (profile->bands);
  g_free (profile);
}

int
report_profile_target (Report *report, const char *dimension)
{
  g_autofree char *path = g_strdup_printf ("targets.%s", dimension);
  double target = 0.0;

  if (!assessment_document_has (advice_document (report->advice), "targets")
      || !assessment_document_get_number (advice_document (report->advice), path, &target))
    return -1;
  return (int)(target * 100.0 + 0.5);
}

gboolean
report_profile_has_targets (Report *report)
{
  const SurveyPack *pack = advice_pack (report->advice);

  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    if (report_profile_target (report, survey_pack_dimension (pack, i)->id) >= 0)
      return TRUE;
  return FALSE;
}

static void
set_value (Report *report, ChartItem *item, const SurveyValue *value, gboolean whole)
{
  if (value->value >= 0)
    item->now = value->value / 100.0;
  else
    {
      item->low = value->low / 100.0;
      item->high = value->high / 100.0;
    }
  item->now_text = report_value (report, value, whole);
}

static const AdviceDifference *
find_difference (Report *report, const SurveyDimension *dimension)
{
  const AdviceComparison *comparison = report->comparison;

  if (comparison == NULL || advice_comparison_refusal (comparison) != NULL)
    return NULL;
  for (guint i = 0; i < advice_comparison_n_dimensions (comparison); i++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, i);
      if (g_strcmp0 (difference->dimension->id, dimension->id) == 0)
        return difference;
    }
  return NULL;
}

int
report_profile_before (Report *report, const SurveyDimension *dimension)
{
  const AdviceDifference *difference = find_difference (report, dimension);

  return difference != NULL ? difference->before.value : -1;
}

gboolean
report_profile_has_before (Report *report)
{
  return report->comparison != NULL && advice_comparison_refusal (report->comparison) == NULL;
}

static void
set_previous (Report *report, ChartItem *item, const SurveyDimension *dimension, gboolean whole)
{
  int before = report_profile_before (report, dimension);

  if (before < 0)
    return;
  item->previous = before / 100.0;
  item->previous_text = whole ? report_whole (report, before) : report_score (report, before);
}

static ChartItem
dimension_item (Report *report, guint index, gboolean whole)
{
  const SurveyDimensionScore *score = survey_score_dimension (advice_score (report->advice), index);
  int target = report_profile_target (report, score->dimension->id);
  ChartItem item = CHART_ITEM_INIT;

  item.label = report_tr (report, whole ? score->dimension->plain : score->dimension->title);
  item.short_label = report_tr (report, score->dimension->short_name);
  set_value (report, &item, &score->score, whole);
  set_previous (report, &item, score->dimension, whole);
  if (target >= 0)
    {
      item.target = target / 100.0;
      item.target_text = whole ? report_whole (report, target) : report_score (report, target);
    }
  return item;
}

ChartScale
report_profile_scale (Report *report, gboolean per_dimension, ChartBand **bands)
{
  const SurveyPack *pack = advice_pack (report->advice);
  gboolean quarters = per_dimension && survey_pack_full_marks (pack) != 100;
  guint n = quarters ? 4 : survey_pack_n_bands (pack);

  *bands = g_new0 (ChartBand, MAX (1, n));
  for (guint i = 0; i < n; i++)
    {
      const SurveyBand *band = quarters ? NULL : survey_pack_band (pack, i);
      int upper = quarters ? 2500 * (int)(i + 1) : band->upper;

      (*bands)[i] = (ChartBand){ quarters ? "" : report_tr (report, band->title), NULL,
                                 upper / 100.0, report_whole (report, upper) };
    }
  return (ChartScale){ *bands, n, report_integer (report, 0) };
}

static Profile *
profile_new (Report *report, gboolean whole, gboolean per_dimension)
{
  const SurveyPack *pack = advice_pack (report->advice);
  guint n = survey_pack_n_dimensions (pack);
  Profile *profile = g_new0 (Profile, 1);

  profile->report = report;
  profile->items = g_new0 (ChartItem, MAX (1, n));
  profile->n_items = n;
  g_autoptr (GString) all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      profile->items[i] = dimension_item (report, i, whole);
      g_string_append (all, profile->items[i].label);
    }
  profile->scale = report_profile_scale (report, per_dimension, &profile->bands);
  for (guint i = 0; i < profile->scale.n_bands; i++)
    g_string_append (all, profile->bands[i].title);
  profile->style = report_chart_style (report, all->str);
  return profile;
}

static ChartDotPlotSpec
dots_spec (const Profile *profile)
{
  return (ChartDotPlotSpec){ .items = profile->items,
                             .n_items = profile->n_items,
                             .scale = profile->scale,
                             .small = profile->small,
                             .label_width = profile->label_width,
                             .selected = -1 };
}

static void
draw_dots (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Profile *profile = data;
  ChartDotPlotSpec spec = dots_spec (profile);

  chart_dot_plot_draw (&spec, &profile->style, cr, x, y, width, height);
}

const char *
report_profile_words (Report *report)
{
  const SurveyPack *pack = advice_pack (report->advice);
  g_autoptr (GString) words = g_string_new (report_tr (report, N_ ("Scores by dimension")));

  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    {
      ChartItem item = dimension_item (report, i, FALSE);
      g_string_append_printf (words, "%s%s %s", i == 0 ? ": " : "; ", item.label, item.now_text);
      if (item.previous_text != NULL)
        g_string_append_printf (words, " (%s %s)", report_tr (report, N_ ("before")),
                                item.previous_text);
      if (item.target_text != NULL)
        g_string_append_printf (words, " (%s %s)", report_tr (report, N_ ("target")),
                                item.target_text);
    }
  return report_copy (report, words->str);
}

double
report_profile_dots_height (ReportFlow *flow, gboolean small)
{
  guint n = survey_pack_n_dimensions (advice_pack (flow->report->advice));

  return (small ? 18.0 * n + 33.0 : 27.0 * n + 44.0);
}

void
report_profile_dots (
    ReportFlow *flow, double x, double width, double label_width, gboolean small, gboolean whole)
{
  Profile *profile = profile_new (flow->report, whole, TRUE);

  profile->small = small;
  profile->label_width = label_width;
  report_flow_figure (flow, x, width, report_profile_dots_height (flow, small),
                      report_profile_words (flow->report), draw_dots, profile, profile_free);
}

static void
draw_radar (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Profile *profile = data;
  ChartRadarSpec spec = { profile->items, profile->n_items, profile->scale, -1 };

  chart_radar_draw (&spec, &profile->style, cr, x, y, width, height);
}

void
report_profile_radar (ReportFlow *flow, double x, double width, double height)
{
  Profile *profile = profile_new (flow->report, FALSE, TRUE);

  if (profile->n_items < 3)
    {
      profile_free (profile);
      return;
    }
  report_flow_figure (flow, x, width, height, report_profile_words (flow->report), draw_radar,
                      profile, profile_free);
}

static void
draw_ruler (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Profile *profile = data;
  ChartRulerSpec spec = { .item = profile->items[0], .scale = profile->scale };

  chart_ruler_draw (&spec, &profile->style, cr, x, y, width, height);
}

void
report_profile_ruler (ReportFlow *flow, guint dimension)
{
  Report *report = flow->report;
  Profile *profile = profile_new (report, FALSE, dimension != G_MAXUINT);
  const char *alt = NULL;

  if (dimension == G_MAXUINT)
    {
      SurveyValue overall = survey_score_overall (advice_score (report->advice));
      profile->items[0] = (ChartItem)CHART_ITEM_INIT;
      set_value (report, &profile->items[0], &overall, FALSE);
      profile->items[0].label = report_tr (report, N_ ("Overall score"));
    }
  else
    profile->items[0] = profile->items[dimension];
  alt = report_join (report, " ", profile->items[0].label, profile->items[0].now_text, NULL);
  report_flow_figure (flow, flow->x, flow->width, 42.0, alt, draw_ruler, profile, profile_free);
}

typedef struct
{
  ChartStyle style;
  ChartKeyEntry entries[5];
  guint n;
} Key;

static void
draw_key (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Key *key = data;
  ChartKeySpec spec = { key->entries, key->n, FALSE };

  chart_key_draw (&spec, &key->style, cr, x, y, width, height);
}

static gboolean
has_open (Report *report)
{
  const SurveyScore *score = advice_score (report->advice);

  for (guint i = 0; i < survey_score_n_dimensions (score); i++)
    if (survey_score_dimension (score, i)->score.value < 0)
      return TRUE;
  return FALSE;
}

void
report_profile_key (ReportFlow *flow, double x, double width, gboolean radar)
{
  Report *report = flow->report;
  Key *key = g_new0 (Key, 1);

  key->style = report_chart_style (report, report_tr (report, N_ ("Score now")));
  key->entries[key->n++] = (ChartKeyEntry){ radar ? CHART_MARK_NOW_LINE : CHART_MARK_NOW, 0,
                                            report_tr (report, N_ ("Score now")) };
  if (report_profile_has_before (report))
    key->entries[key->n++]
        = (ChartKeyEntry){ radar ? CHART_MARK_PREVIOUS_LINE : CHART_MARK_PREVIOUS, 0,
                           report_tr (report, N_ ("Last stage")) };
  if (report_profile_has_targets (report))
    key->entries[key->n++] = (ChartKeyEntry){ radar ? CHART_MARK_TARGET_LINE : CHART_MARK_TARGET, 0,
                                              report_tr (report, N_ ("Target")) };
  if (has_open (report))
    key->entries[key->n++]
        = (ChartKeyEntry){ CHART_MARK_RANGE, 0, report_tr (report, N_ ("Still reachable")) };
  if (!radar)
    key->entries[key->n++]
        = (ChartKeyEntry){ CHART_MARK_BAND_LIMIT, 0, report_tr (report, N_ ("Limit of a band")) };
  report_flow_figure (flow, x, width, 14.0, report_tr (report, N_ ("Key to the marks")), draw_key,
                      key, g_free);
}
