/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include <math.h>

/* The declaration on the enterprise's size with its whole calculation: each enterprise, how much of
 * it counts and why, the sums of each period and the class that follows. */

static const char *
number (Report *report, double value, gboolean euros)
{
  if (euros)
    return report_euros (report, value);
  if (fabs (value - round (value)) < 0.005)
    return report_integer (report, (gint64)round (value));
  g_autofree char *words
      = base_language_decimal (report->language, (gint64)(value * 100.0 + 0.5), 2);
  return report_copy (report, words);
}

static const char *
range (Report *report, const AdviceRange *known, gboolean euros)
{
  if (!isfinite (known->high))
    return known->low > 0.0 ? report_take (
               report, base_text_with_string (base_text_new (N_ ("at least {amount}")), "amount",
                                              number (report, known->low, euros)))
                            : report_tr (report, N_ ("not known"));
  if (!(known->low < known->high))
    return number (report, known->low, euros);
  return report_take (report, base_text_with_string (
                                  base_text_with_string (base_text_new (N_ ("{low} to {high}")),
                                                         "low", number (report, known->low, euros)),
                                  "high", number (report, known->high, euros)));
}

static void
add_enterprise (ReportTable *table, Report *report, const AdviceSizeEnterprise *firm)
{
  g_autofree char *digits = g_strdup_printf ("%d", firm->year);
  const char *year
      = firm->year > 0
            ? report_take (report, base_text_with_string (base_text_new (N_ ("accounts of {year}")),
                                                          "year", digits))
            : report_tr (report, N_ ("no accounts"));
  const ReportCell cells[] = {
    { .text = report_capital (report, report_say (report, firm->name)),
      .strong = firm->depth == 0,
      .note
      = report_join (report, ", ", report_or_empty (report_say (report, firm->relation)), year,
                     firm->estimated ? report_tr (report, N_ ("estimated")) : "", NULL) },
    { .text = report_join (report, "", range (report, &firm->counted, FALSE), "\xc2\xa0%", NULL) },
    { .text = range (report, &firm->figures[ADVICE_FIGURE_STAFF], FALSE) },
    { .text = range (report, &firm->figures[ADVICE_FIGURE_TURNOVER], TRUE), .small = TRUE },
    { .text = range (report, &firm->figures[ADVICE_FIGURE_BALANCE_SHEET], TRUE), .small = TRUE },
    { .text = report_say_private (report, firm->rule), .small = TRUE },
  };

  report_table_row (table, cells);
}

static const char *
class_words (Report *report, const char *const *ids)
{
  static const struct
  {
    const char *id, *title;
  } classes[] = { { "micro", N_ ("micro") },
                  { "small", N_ ("small") },
                  { "medium", N_ ("medium") },
                  { "not-sme", N_ ("not an SME") } };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
      if (g_str_equal (ids[i], classes[c].id))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " / " : "",
                                report_tr (report, classes[c].title));
  return report_copy (report, words->str);
}

static void
add_enterprises (ReportFlow *flow, const AdviceSize *size)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Enterprise")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Counted")), 46.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Staff")), 56.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Turnover")), 70.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Balance sheet")), 70.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Why it counts so")), 110.0, REPORT_ALIGN_START } };

  if (size->n_enterprises == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Enterprises of the calculation")),
                       report_tr (report, N_ ("staff in annual work units")), NULL);
  ReportTable *table = report_table_new (flow, columns, 6, FALSE);
  for (guint i = 0; i < size->n_enterprises; i++)
    add_enterprise (table, report, &size->enterprises[i]);
  report_table_end (table, NULL);
}

static void
add_periods (ReportFlow *flow, const AdviceSize *size)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Year")), 52.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Staff")), 56.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Turnover")), 76.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Balance sheet")), 76.0, REPORT_ALIGN_END },
          { report_tr (report, N_ ("Class of the year, and after the rule")), 0,
            REPORT_ALIGN_START } };

  if (size->n_periods == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Accounting periods, all together")), NULL,
                       NULL);
  ReportTable *table = report_table_new (flow, columns, 5, FALSE);
  for (guint i = 0; i < size->n_periods; i++)
    {
      const AdviceSizePeriod *period = &size->periods[i];
      g_autofree char *year = g_strdup_printf ("%d", period->year);
      const ReportCell cells[] = {
        { .text
          = period->year > 0 ? report_copy (report, year) : report_tr (report, N_ ("not said")),
          .note = period->estimated ? report_tr (report, N_ ("estimated")) : NULL },
        { .text = range (report, &period->together[ADVICE_FIGURE_STAFF], FALSE) },
        { .text = range (report, &period->together[ADVICE_FIGURE_TURNOVER], TRUE), .small = TRUE },
        { .text = range (report, &period->together[ADVICE_FIGURE_BALANCE_SHEET], TRUE),
          .small = TRUE },
        { .text = report_join (report, " \xe2\x86\x92 ", class_words (report, period->classes),
                               class_words (report, period->status), NULL),
          .note = report_say_private (report, period->rule) },
      };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

void
report_section_size (ReportFlow *flow, const char *letter)
{
  Report *report = flow->report;
  const AdviceSize *size = advice_size (report->advice);

  if (size == NULL)
    return;
  const char *condition = report_say (report, size->condition);
  const char *title = report_say (report, size->title);
  report_flow_section (flow, letter, report_tr (report, N_ ("Size of the enterprise")), NULL,
                       "size", 0);
  report_flow_lead_in (flow, REPORT_STYLE_BODY,
                       condition != NULL
                           ? report_join (report, "", title, size->id != NULL ? "," : ";", NULL)
                           : title,
                       condition, REPORT_READING_WIDTH);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_capital (report, report_say_private (report, size->reason)),
                         REPORT_READING_WIDTH);
  add_enterprises (flow, size);
  add_periods (flow, size);
  report_flow_paragraph (
      flow, REPORT_STYLE_NOTE,
      report_tr (report,
                 N_ ("By Recommendation 2003/361/EC. Declared by the company; not checked.")),
      0);
}
