/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-criteria.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-shared.h"
#include "report/report-sources.h"
#include "report/report-table.h"

#include <string.h>

/* What can be asked for today, then the kinds of support: in full those that fit and those that one
 * or two answers would settle, the others in one row each. A closed call is grey and in the past
 * tense: it is never money. */

#define FEW_ANSWERS 2

typedef struct
{
  ReportFlow *flow;
  Report *report;
  ReportSources *sources;
  ReportShared *shared;
  GPtrArray *kinds; /* AdviceInstrument, borrowed: in full, numbered from 1 */
} Support;

static const char *
service_hub (Report *report, const AdviceService *service)
{
  if (service->best_hub == G_MAXUINT || service->best_hub >= advice_n_hubs (report->advice))
    return report_tr (report, N_ ("none near"));
  const AdviceMatch *match = advice_hub (report->advice, service->best_hub);
  const char *distance = report_distance (report, match->distance);

  return report_join (report, ", ", match->hub->name, distance != NULL ? distance : "", NULL);
}

static void
add_services (ReportFlow *flow)
{
  Report *report = flow->report;
  guint n = advice_n_services (report->advice);
  const ReportColumn columns[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Service and why")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Nearest hub that offers it")), 180.0, REPORT_ALIGN_START } };

  if (n == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("What you can ask a hub for today")), NULL,
                       NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < n; i++)
    {
      const AdviceService *service = advice_service (report->advice, i);
      const ReportCell cells[] = {
        { .text = report_integer (report, i + 1), .strong = TRUE },
        { .text = report_say (report, service->title),
          .strong = TRUE,
          .note = report_say (report, service->reason) },
        { .text = service_hub (report, service) },
      };
      report_table_row (table, cells);
    }
  report_table_end (
      table,
      report_tr (report, N_ ("Which level asks for which service is our own table, not a rule of a "
                             "programme. Ask the hub what it offers and at what price.")));
}

static gboolean
in_full (const AdviceInstrument *kind)
{
  return kind->status == ADVICE_STATUS_ELIGIBLE || kind->call == ADVICE_CALL_OPEN
         || (kind->status == ADVICE_STATUS_UNKNOWN && kind->n_unknown <= FEW_ANSWERS);
}

static const char *
call_words (Report *report, const AdviceInstrument *kind)
{
  const char *date = report_day_or_month (report, kind->call_date);

  if (kind->call == ADVICE_CALL_CLOSED)
    return date != NULL
               ? report_take (report, base_text_with_string (
                                          base_text_new (N_ ("Call closed: {date}")), "date", date))
               : report_tr (report, N_ ("Call closed"));
  if (kind->call == ADVICE_CALL_OPEN)
    return date != NULL ? report_take (
               report,
               base_text_with_string (base_text_new (N_ ("Call open until {date}")), "date", date))
                        : report_tr (report, N_ ("Call open"));
  return report_tr (report, N_ ("Whether a call is open is not known"));
}

static const char *
count (Report *report, const char *msgid, guint n)
{
  return n > 0 ? report_take (report, base_text_with_integer (base_text_new (msgid), "n", n)) : "";
}

static const char *
count_words (Report *report, const AdviceInstrument *kind)
{
  BaseText *met = base_text_new (N_ ("{met} of {all} criteria met"));

  base_text_with_integer (met, "met", kind->n_met);
  base_text_with_integer (met, "all", kind->n_criteria);
  return report_join (report, ", ", report_take (report, met),
                      count (report, N_ ("{n} not met"), kind->n_not_met),
                      count (report, N_ ("{n} unknown"), kind->n_unknown),
                      count (report, N_ ("{n} our reading"), kind->n_inferred), NULL);
}

/* The day on which all kinds were looked at; NULL when there are several. */
static const char *
checked_day (const Advice *advice)
{
  const guint n = advice_n_instruments (advice);
  const char *day = n > 0 ? advice_instrument (advice, 0)->instrument->last_verified : NULL;

  for (guint i = 1; i < n; i++)
    if (g_strcmp0 (advice_instrument (advice, i)->instrument->last_verified, day) != 0)
      return NULL;
  return day;
}

static const char *
checked_words (Report *report, const char *day)
{
  return day != NULL ? report_take (
             report, base_text_with_date (base_text_new (N_ ("Checked {date}")), "date", day))
                     : "";
}

static ReportIcon
verdict_icon (const AdviceInstrument *kind)
{
  if (kind->call == ADVICE_CALL_CLOSED)
    return REPORT_ICON_CLOSED;
  return kind->status == ADVICE_STATUS_ELIGIBLE       ? REPORT_ICON_MET
         : kind->status == ADVICE_STATUS_NOT_ELIGIBLE ? REPORT_ICON_NOT_MET
                                                      : REPORT_ICON_UNKNOWN;
}

/* Programme and its source, the call, the money, the day it was looked at. */
static const char *
about_words (Support *support, const AdviceInstrument *kind)
{
  Report *report = support->report;
  const CatalogueInstrument *what = kind->instrument;
  const char *money = report_say (report, kind->money);
  const char *programme = report_or_empty (what->programme); /* a name */

  return report_sentences (
      report,
      report_join (report, " ", programme, report_sources_refer (support->sources, what->source),
                   NULL),
      call_words (report, kind), money != NULL ? money : "",
      checked_day (report->advice) == NULL ? checked_words (report, what->last_verified) : "",
      NULL);
}

/* --- kinds in full --- */

/* The question to copy stands in a step of its own; the same for each kind but for its name. */
static gboolean
is_question (Report *report, const AdviceInstrument *kind, const char *step)
{
  const char *question = report_say (report, kind->question);

  return question != NULL && strstr (step, question) != NULL;
}

/* Limits of a law or a call are nobody's secret: what would change an outcome is never hidden. */
static void
collect (Support *support, const AdviceInstrument *kind, guint number)
{
  Report *report = support->report;

  report_shared_add (support->shared, REPORT_SHARED_FIT, report_say (report, kind->fit), number);
  for (guint i = 0; i < kind->n_warnings; i++)
    report_shared_add (support->shared, REPORT_SHARED_CHECK,
                       report_say (report, kind->warnings[i].text), number);
  for (guint i = 0; i < kind->n_changes; i++)
    report_shared_add (support->shared, REPORT_SHARED_CHANGE,
                       report_say (report, kind->changes[i].text), number);
  if (kind->blocked != NULL)
    report_shared_add (support->shared, REPORT_SHARED_CHANGE, report_say (report, kind->blocked),
                       number);
  if (kind->changes_truncated)
    report_shared_add (support->shared, REPORT_SHARED_CHANGE,
                       report_tr (report, N_ ("There are more ways; the smallest are shown.")),
                       number);
  for (guint i = 0; i < kind->n_today; i++)
    {
      const char *step = report_say (report, kind->today[i]);
      if (!is_question (report, kind, step))
        report_shared_add (support->shared, REPORT_SHARED_TODAY, step, number);
    }
}

static const char *
own_words (Support *support, guint number)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint group = 0; group < REPORT_N_SHARED; group++)
    {
      const char *own = report_shared_own (support->shared, group, number);
      if (own != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", own);
    }
  return report_copy (support->report, words->str);
}

static void
add_kind (ReportTable *table, Support *support, const AdviceInstrument *kind, guint number)
{
  Report *report = support->report;
  const gboolean grey = kind->call == ADVICE_CALL_CLOSED;
  const ReportCell cells[] = {
    { .text = report_integer (report, number), .strong = TRUE, .grey = grey },
    { .text = report_tr (report, kind->instrument->title),
      .strong = TRUE,
      .grey = grey,
      .note = about_words (support, kind) },
    { .icon = verdict_icon (kind),
      .text = report_say (report, kind->verdict),
      .strong = TRUE,
      .grey = grey,
      .note = count_words (report, kind) },
    { .text = own_words (support, number), .small = TRUE, .grey = grey },
  };

  report_table_row (table, cells);
}

static const char *
question_words (Report *report, const AdviceInstrument *kind)
{
  const char *question = report_say (report, kind->question);

  return question != NULL ? report_take (
             report, base_text_with_string (
                         base_text_new (N_ ("Ask a hub for any of them by its name: “{question}”")),
                         "question", question))
                          : NULL;
}

static void
add_kinds (Support *support)
{
  Report *report = support->report;
  const ReportColumn columns[]
      = { { "", 20.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Kind of support")), 176.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Result")), 108.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("For this kind alone")), 0, REPORT_ALIGN_START } };

  if (support->kinds->len == 0)
    return;
  for (guint i = 0; i < support->kinds->len; i++)
    collect (support, g_ptr_array_index (support->kinds, i), i + 1);
  report_flow_heading (support->flow, report_tr (report, N_ ("Kinds that fit, or nearly")), NULL,
                       NULL);
  ReportTable *table = report_table_new (support->flow, columns, 4, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < support->kinds->len; i++)
    add_kind (table, support, g_ptr_array_index (support->kinds, i), i + 1);
  report_table_end (table, question_words (report, g_ptr_array_index (support->kinds, 0)));
  report_criteria_write (support->flow, support->kinds, support->sources);
  report_shared_write (support->shared, support->flow);
}

/* --- the others, a row each --- */

static const char *
what_changes (Report *report, const AdviceInstrument *kind)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < kind->n_changes; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            report_say (report, kind->changes[i].text));
  if (words->len == 0 && kind->status == ADVICE_STATUS_NOT_ELIGIBLE)
    return report_join (report, " ",
                        report_tr (report, N_ ("Nothing that the project could change.")),
                        kind->instead != NULL ? report_say (report, kind->instead) : "", NULL);
  return report_copy (report, words->str);
}

/* Each criterion that stands in the way, with the number it turns on. */
static const char *
what_stands_in_the_way (Support *support, const AdviceInstrument *kind)
{
  Report *report = support->report;
  const AdviceOutcome wanted = kind->status == ADVICE_STATUS_NOT_ELIGIBLE
                                   ? ADVICE_CRITERION_NOT_MET
                                   : ADVICE_CRITERION_UNKNOWN;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < kind->n_criteria; i++)
    {
      const AdviceCriterion *criterion = &kind->criteria[i];
      const char *distance = report_say_private (report, criterion->distance);

      if (criterion->outcome != wanted)
        continue;
      const char *sentence
          = report_join (report, " ", report_say (report, criterion->text),
                         distance != NULL ? report_join (report, "", "(", distance, ")", NULL) : "",
                         report_sources_refer (support->sources, criterion->source), NULL);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", sentence);
    }
  return report_copy (report, words->str);
}

static gboolean
is_other (const AdviceInstrument *kind, AdviceStatus status)
{
  return kind->status == status && !in_full (kind);
}

/* Whether anything would change one of them: else the table has no column for it. */
static gboolean
any_changes (Report *report, AdviceStatus status)
{
  for (guint i = 0; i < advice_n_instruments (report->advice); i++)
    {
      const AdviceInstrument *kind = advice_instrument (report->advice, i);
      const char *words = is_other (kind, status) ? what_changes (report, kind) : NULL;
      if (words != NULL && *words != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
add_others (Support *support, AdviceStatus status, const char *title, const char *head)
{
  Report *report = support->report;
  ReportTable *table = NULL;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Kind of support")), 162.0, REPORT_ALIGN_START },
          { head, 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("What would change it")), 150.0, REPORT_ALIGN_START } };

  for (guint i = 0; i < advice_n_instruments (report->advice); i++)
    {
      const AdviceInstrument *kind = advice_instrument (report->advice, i);
      const gboolean grey = kind->call == ADVICE_CALL_CLOSED;

      if (!is_other (kind, status))
        continue;
      if (table == NULL)
        {
          report_flow_heading (support->flow, title, NULL, NULL);
          table = report_table_new (support->flow, columns, any_changes (report, status) ? 3 : 2,
                                    FALSE);
          report_table_set_dense (table);
        }
      const ReportCell cells[] = {
        { .text = report_tr (report, kind->instrument->title),
          .small = TRUE,
          .strong = TRUE,
          .grey = grey,
          .note = about_words (support, kind) },
        { .text = what_stands_in_the_way (support, kind), .small = TRUE, .grey = grey },
        { .text = what_changes (report, kind), .small = TRUE, .grey = grey },
      };
      report_table_row (table, cells);
    }
  if (table != NULL)
    report_table_end (table, NULL);
}

void
report_section_support (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  g_autoptr (ReportSources) sources = report_sources_new (report);
  g_autoptr (ReportShared) shared = report_shared_new (report);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  Support support = { flow, report, sources, shared, kinds };

  for (guint i = 0; i < advice_n_instruments (report->advice); i++)
    if (in_full (advice_instrument (report->advice, i)))
      g_ptr_array_add (kinds, (gpointer)advice_instrument (report->advice, i));
  report_flow_section (flow, number, report_tr (report, N_ ("Support")), NULL, "support", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("Each kind of support is compared criterion by "
                                                "criterion with the company, its partners and the "
                                                "project. Kinds whose calls are closed show what "
                                                "to look for in open calls; nothing can be "
                                                "applied for there.")),
                         REPORT_READING_WIDTH);
  add_services (flow);
  add_kinds (&support);
  add_others (&support, ADVICE_STATUS_UNKNOWN,
              report_tr (report, N_ ("Kinds that cannot be told yet")),
              report_tr (report, N_ ("What is still open")));
  add_others (&support, ADVICE_STATUS_NOT_ELIGIBLE,
              report_tr (report, N_ ("Kinds the project is not of")),
              report_tr (report, N_ ("Criteria that are not met")));
  report_sources_write (sources, flow, checked_words (report, checked_day (report->advice)));
}
