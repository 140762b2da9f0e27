/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart-key.h"
#include "chart/chart-reasons.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-sources.h"
#include "report/report-table.h"

/* Public aid: the ledger line by line, the room left in each country and when more frees up, and
 * other public money for the same costs. */

/* The window writes numbers, hubs write "gber-28": what neither knows stands as it was typed. */
static const char *
regulation_words (Report *report, const char *regulation)
{
  if (regulation == NULL)
    return "";
  if (g_str_equal (regulation, "2023/2831"))
    return report_tr (report, N_ ("Regulation (EU) 2023/2831"));
  if (g_str_equal (regulation, "651/2014") || g_str_has_prefix (regulation, "gber"))
    return report_tr (report, N_ ("Regulation (EU) No 651/2014"));
  return g_str_equal (regulation, "no-aid") ? report_tr (report, N_ ("No aid")) : regulation;
}

static void
add_entry (ReportTable *table, Report *report, const AdviceAidRow *entry)
{
  const char *until = report_date (report, entry->counts_until);
  const ReportCell cells[] = {
    { .text = report_date (report, entry->granted_on),
      .small = TRUE,
      .note = entry->pending ? report_tr (report, N_ ("applied for")) : NULL },
    { .text = entry->authority,
      .note = report_join (report, ", ", report_or_empty (entry->granted_to),
                           report_or_empty (report_country (report, entry->member_state)),
                           regulation_words (report, entry->regulation), NULL) },
    { .text = report_money (report, &entry->amount), .small = TRUE },
    { .icon = entry->count == ADVICE_AID_COUNTED       ? REPORT_ICON_MET
              : entry->count == ADVICE_AID_NOT_COUNTED ? REPORT_ICON_NOT_MET
                                                       : REPORT_ICON_UNKNOWN,
      .text = entry->count == ADVICE_AID_COUNTED       ? report_tr (report, N_ ("counts"))
              : entry->count == ADVICE_AID_NOT_COUNTED ? report_tr (report, N_ ("does not count"))
                                                       : report_tr (report, N_ ("perhaps")),
      .strong = TRUE,
      .note = until != NULL
                  ? report_take (report, base_text_with_string (base_text_new (N_ ("until {date}")),
                                                                "date", until))
                  : NULL },
    { .text = report_say_private (report, entry->reason), .small = TRUE },
  };

  report_table_row (table, cells);
}

static void
add_ledger (ReportFlow *flow, const AdviceAid *aid)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Granted")), 80.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Authority, to whom, under what")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Amount")), 64.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Ceiling")), 96.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Why")), 112.0, REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("Ledger of public support")), NULL, NULL);
  if (aid->n_rows == 0)
    {
      report_flow_paragraph (
          flow, REPORT_STYLE_BODY,
          aid->declared ? report_tr (report, N_ ("The company states that it has received none."))
                        : report_tr (report, N_ ("Not stated: whether the company has received "
                                                 "public support is not known.")),
          0);
      return;
    }
  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  for (guint i = 0; i < aid->n_rows; i++)
    add_entry (table, report, &aid->rows[i]);
  report_table_end (table, NULL);
}

static void
add_release (ReportFlow *flow, const AdviceAidRelease *release)
{
  Report *report = flow->report;
  BaseText *text = base_text_new (N_ ("From {date} on {amount} more: then {left} are free."));

  base_text_with_date (text, "date", release->date);
  base_text_with_string (text, "amount", report_euros (report, (double)release->amount / 100.0));
  base_text_with_string (text, "left", report_money (report, &release->left));
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_take (report, text), 0);
}

/* How the ceiling is used: each part with its figure below, so that the bar only shows them. */
typedef struct
{
  ChartShare shares[3];
  ChartKeyEntry entries[3];
  guint n;
  double ceiling;
  ChartStyle style;
} Use;

static void
draw_use (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const Use *use = data;
  ChartReasonsSpec bar = { use->shares, use->n, use->ceiling, -1 };
  ChartKeySpec key = { use->entries, use->n, FALSE };

  chart_reasons_draw (&bar, &use->style, cr, x, y + 3.0, width, 10.0);
  chart_key_draw (&key, &use->style, cr, x, y + 17.0, width, height - 17.0);
}

static void
add_share (
    Use *use, Report *report, GString *words, const char *msgid, gint64 cents, ChartFill fill)
{
  const char *label
      = report_take (report, base_text_with_string (base_text_new (msgid), "amount",
                                                    report_euros (report, (double)cents / 100.0)));

  if (cents <= 0)
    return;
  use->shares[use->n] = (ChartShare){ (double)cents, fill };
  use->entries[use->n++] = (ChartKeyEntry){ CHART_MARK_FILL, fill, label };
  g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", label);
}

static gboolean
is_exact (const AdviceMoney *money)
{
  return money->low == money->high;
}

/* Only where all is known: an open amount has no length. */
static void
add_use (ReportFlow *flow, const AdviceAidRoom *room)
{
  Report *report = flow->report;
  g_autoptr (GString) words = g_string_new (NULL);

  if (!room->known || room->ceiling <= 0 || report->options.hide_amounts || !is_exact (&room->used)
      || !is_exact (&room->pending) || !is_exact (&room->left) || room->left.low == room->ceiling)
    return;
  Use *use = g_new0 (Use, 1);
  use->ceiling = (double)room->ceiling;
  add_share (use, report, words, N_ ("granted {amount}"), room->used.low, CHART_FILL_SOLID);
  add_share (use, report, words, N_ ("applied for {amount}"), room->pending.low, CHART_FILL_HATCH);
  add_share (use, report, words, N_ ("free {amount}"), room->left.low, CHART_FILL_OPEN);
  use->style = report_chart_style (report, words->str);
  report_flow_figure (flow, flow->x, flow->width, 36.0, words->str, draw_use, use, g_free);
}

static void
add_room (ReportFlow *flow, const AdviceAidRoom *room, const char *title)
{
  Report *report = flow->report;

  report_flow_heading (flow, title, regulation_words (report, room->regulation),
                       room->known ? report_money (report, &room->left) : NULL);
  add_use (flow, room);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say_private (report, room->text), 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say_private (report, room->condition), 0);
  for (guint i = 0; i < room->n_releases; i++)
    add_release (flow, &room->releases[i]);
  report_flow_space (flow, 6.0);
  report_flow_paragraph (
      flow, REPORT_STYLE_NOTE,
      report_sentences (report, report_or_empty (report_say (report, room->rule)),
                        report_or_empty (report_sources_words (report, room->source)), NULL),
      0);
}

static void
add_same_costs (ReportFlow *flow)
{
  Report *report = flow->report;
  const AssessmentDocument *document = advice_document (report->advice);
  guint n = assessment_document_count (document, "company.other_funding");
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Granted")), 90.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Authority")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("For which costs")), 150.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Amount")), 80.0, REPORT_ALIGN_END } };

  report_flow_heading (flow, report_tr (report, N_ ("Other public funding for the same costs")),
                       NULL, NULL);
  if (n == 0)
    {
      report_flow_paragraph (flow, REPORT_STYLE_BODY,
                             assessment_document_has (document, "company.other_funding")
                                 ? report_tr (report, N_ ("The company states that there is none."))
                                 : report_tr (report, N_ ("Not stated.")),
                             0);
      return;
    }
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  for (guint i = 0; i < n; i++)
    {
      double amount = -1.0;
      gboolean known
          = report_item_number (report, "company.other_funding", i, "amount_eur", &amount);
      const ReportCell cells[] = {
        { .text
          = report_date (report, report_item (report, "company.other_funding", i, "granted_on")) },
        { .text = report_item (report, "company.other_funding", i, "authority") },
        { .text = report_item (report, "company.other_funding", i, "costs") },
        { .text = known ? report_euros (report, amount) : report_tr (report, N_ ("not stated")) },
      };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

void
report_section_aid (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const AdviceAid *aid = advice_aid (report->advice);

  if (aid == NULL)
    return;
  report_flow_section (flow, number, report_tr (report, N_ ("Public support")), NULL, "aid", 0);
  report_flow_lead_in (
      flow, REPORT_STYLE_BODY, report_join (report, "", report_date (report, aid->date), ":", NULL),
      report_sentences (report, report_or_empty (report_say (report, aid->date_reason)),
                        report_tr (report, N_ ("Guidance, not a decision of the authority.")),
                        NULL),
      REPORT_READING_WIDTH);
  add_ledger (flow, aid);
  for (guint i = 0; i < aid->n_rooms; i++)
    add_room (
        flow, &aid->rooms[i],
        report_take (report,
                     base_text_with_string (
                         base_text_new (N_ ("Small public aid (de minimis): {country}")), "country",
                         report_or_empty (report_say (report, aid->rooms[i].country)))));
  if (aid->n_rooms > 0)
    report_flow_paragraph (flow, REPORT_STYLE_NOTE, report_say_private (report, aid->overshoot), 0);
  add_same_costs (flow);
}
