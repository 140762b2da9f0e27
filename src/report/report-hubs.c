/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-hub-map.h"

#include "chart/chart-key.h"
#include "chart/chart-reasons.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* The ranked hubs with the reasons of their score, then clusters, then what to ask the first one.
 */

#define N_KINDS (ADVICE_REASON_MARKET + 1)

typedef struct
{
  ChartStyle style;
  ChartShare shares[N_KINDS];
  guint n;
} Bar;

/* The chart's fills are in the order of the kinds of reason. */
static Bar *
bar_new (Report *report, const AdviceMatch *match)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->style = report_chart_style (report, "0");
  bar->n = N_KINDS;
  for (guint i = 0; i < N_KINDS; i++)
    bar->shares[i].fill = (ChartFill)i;
  for (guint i = 0; i < match->n_reasons; i++)
    bar->shares[match->reasons[i].kind].points += match->reasons[i].share;
  return bar;
}

static void
draw_bar (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Bar *bar = data;
  ChartReasonsSpec spec = { bar->shares, bar->n, 100.0, -1 };

  chart_reasons_draw (&spec, &bar->style, cr, x, y, width, height);
}

static const char *
reason_kind_words (Report *report, AdviceReasonKind kind)
{
  switch (kind)
    {
    case ADVICE_REASON_NEAR:
      return report_tr (report, N_ ("Near"));
    case ADVICE_REASON_SECTOR:
      return report_tr (report, N_ ("Sector"));
    case ADVICE_REASON_TECHNOLOGY:
      return report_tr (report, N_ ("Technology"));
    case ADVICE_REASON_SERVICE:
      return report_tr (report, N_ ("Service"));
    case ADVICE_REASON_KIND:
      return report_tr (report, N_ ("Kind and record"));
    case ADVICE_REASON_MARKET:
    default:
      return report_tr (report, N_ ("Market"));
    }
}

static const char *
reasons_words (Report *report, const AdviceMatch *match)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < match->n_reasons; i++)
    g_string_append_printf (words, "%s%s\xc2\xa0+%s", words->len > 0 ? "; " : "",
                            report_say (report, match->reasons[i].text),
                            report_integer (report, match->reasons[i].share));
  for (guint i = 0; i < match->n_notes; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ". " : "",
                            report_say (report, match->notes[i]));
  return report_copy (report, words->str);
}

static ReportIcon
hub_icon (const CatalogueHub *hub)
{
  if (hub == NULL)
    return REPORT_ICON_NONE;
  return hub->kind == CATALOGUE_HUB_EDIH   ? REPORT_ICON_EDIH
         : hub->kind == CATALOGUE_HUB_SEAL ? REPORT_ICON_SEAL
                                           : REPORT_ICON_OTHER_HUB;
}

static void
add_match (ReportTable *table, Report *report, guint number, const AdviceMatch *match)
{
  const char *name = match->hub != NULL ? match->hub->name : match->cluster->name;
  const char *city = match->hub != NULL ? match->hub->city : match->cluster->city;
  const char *site = match->hub != NULL ? match->hub->website : match->cluster->website;
  const char *country
      = report_country (report, match->hub != NULL ? match->hub->country : match->cluster->country);
  const char *distance = report_distance (report, match->distance);
  const char *record
      = match->hub == NULL ? NULL
        : match->hub->source_date == NULL
            ? report_tr (report, N_ ("record undated"))
            : report_take (report, base_text_with_string (
                                       base_text_new (N_ ("record of {date}")), "date",
                                       report_day_or_month (report, match->hub->source_date)));
  const char *reasons = reasons_words (report, match);
  const char *contact = match->hub != NULL ? report_person (report, match->hub->contact) : NULL;
  const char *whom
      = contact != NULL
            ? report_join (report, ": ", report_tr (report, N_ ("Contact")), contact, NULL)
            : NULL;
  const ReportCell cells[] = {
    { .text = report_integer (report, number), .strong = TRUE },
    { .icon = hub_icon (match->hub),
      .text = name,
      .strong = TRUE,
      .note = report_join (report, ", ", city != NULL ? city : "", country != NULL ? country : "",
                           distance != NULL ? distance : "", record != NULL ? record : "", NULL) },
    { .draw_height = 8.0,
      .draw = draw_bar,
      .data = bar_new (report, match),
      .destroy = g_free,
      .alt = reasons,
      .note = report_join (
          report, "\n",
          site != NULL
              ? reasons
              : report_sentences (report, reasons,
                                  report_tr (report, N_ ("No web address: search by name")), NULL),
          whom, NULL),
      .address = site },
    { .text = report_integer (report, match->score), .strong = TRUE },
  };
  report_table_row (table, cells);
}

typedef struct
{
  ChartStyle style;
  ChartKeyEntry entries[N_KINDS];
} Key;

static void
draw_key (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Key *key = data;
  ChartKeySpec spec = { key->entries, N_KINDS, FALSE };

  chart_key_draw (&spec, &key->style, cr, x, y, width, height);
}

static void
add_key (ReportFlow *flow)
{
  Report *report = flow->report;
  Key *key = g_new0 (Key, 1);

  key->style = report_chart_style (report, reason_kind_words (report, ADVICE_REASON_NEAR));
  for (guint i = 0; i < N_KINDS; i++)
    key->entries[i]
        = (ChartKeyEntry){ CHART_MARK_FILL, (ChartFill)i, reason_kind_words (report, i) };
  report_flow_figure (flow, flow->x, flow->width, 14.0, report_tr (report, N_ ("Key to the bars")),
                      draw_key, key, g_free);
}

static ReportTable *
match_table (ReportFlow *flow, const char *title)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { "", 18.0, REPORT_ALIGN_START },
          { title, 156.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Why, in points of 100")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Points")), 40.0, REPORT_ALIGN_END } };

  return report_table_new (flow, columns, 4, FALSE);
}

static void
add_hubs (ReportFlow *flow, guint n)
{
  Report *report = flow->report;

  report_flow_heading (flow, report_tr (report, N_ ("Why these")), NULL, NULL);
  add_key (flow);
  report_flow_keep (flow);
  ReportTable *table = match_table (flow, report_tr (report, N_ ("Hub")));
  for (guint i = 0; i < n; i++)
    add_match (table, report, i + 1, advice_hub (report->advice, i));
  report_table_end (table, report_tr (report, N_ ("Distances are straight lines from the middle of "
                                                  "the company’s region. The points are "
                                                  "our own policy, not a ranking by the European "
                                                  "Commission. Map: Natural Earth, public "
                                                  "domain; projection EPSG:3035.")));
}

static void
add_clusters (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = advice_n_clusters_shown (report->advice);

  if (n == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Clusters")), NULL, NULL);
  ReportTable *table = match_table (flow, report_tr (report, N_ ("Cluster")));
  for (guint i = 0; i < n; i++)
    add_match (table, report, i + 1, advice_cluster (report->advice, i));
  report_table_end (table, NULL);
}

static void
add_question (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceMatch *first = advice_hub (report->advice, 0);

  if (first->question == NULL)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("What to ask the first hub")), NULL, NULL);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say (report, first->question),
                         REPORT_READING_WIDTH);
}

void
report_section_hubs (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint n = advice_n_hubs_shown (report->advice);
  BaseText *lead = base_text_new (
      N_ ("{all} hubs of the catalogue were compared with the company and the project. The list is "
          "of {date}; ask a hub before you rely on it."));

  base_text_with_integer (lead, "all", catalogue_n_hubs (advice_catalogue (report->advice)));
  base_text_with_date (lead, "date", advice_versions (report->advice)->catalogue_date);
  report_flow_section (flow, number, report_tr (report, N_ ("Digital Innovation Hubs")), NULL,
                       "hubs", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_take (report, lead), REPORT_READING_WIDTH);
  if (n == 0)
    report_flow_paragraph (flow, REPORT_STYLE_BODY,
                           report_tr (report, N_ ("None of them matches well enough to be named.")),
                           0);
  else
    {
      report_flow_space (flow, 12.0);
      report_hub_map (flow, n);
      add_hubs (flow, n);
      add_question (flow);
    }
  add_clusters (flow);
}
