/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include <string.h>

/* What can be asked for today, then every kind of support with its criteria one by one. A closed
 * call is grey and in the past tense: it is never money. */

/* Addresses are long and come again and again: each gets a number here and stands once at the
 * section's end. */
typedef struct
{
  ReportFlow *flow;
  Report *report;
  GPtrArray *sources;
} Support;

static guint
source_number (Support *support, const char *address)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (support->sources, address, g_str_equal, &index))
    {
      index = support->sources->len;
      g_ptr_array_add (support->sources, g_strdup (address));
    }
  return index + 1;
}

/* "D-ECO https://…; our page" → "D-ECO [1]; our page". */
static const char *
with_numbers (Support *support, const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (words != NULL && *words != '\0')
    {
      gsize length = strcspn (words, " ;,\n");

      if (g_str_has_prefix (words, "https://") || g_str_has_prefix (words, "http://"))
        {
          g_autofree char *address = g_strndup (words, length);
          g_string_append_printf (text, "[%u]", source_number (support, address));
        }
      else
        g_string_append_len (text, words, (gssize)length);
      words += length;
      if (*words != '\0')
        g_string_append_c (text, *words++);
    }
  return report_copy (support->report, text->str);
}

static const char *
service_hub (Report *report, const AdviceService *service)
{
  if (service->best_hub == G_MAXUINT || service->best_hub >= advice_n_hubs (report->advice))
    return report_tr (report, N_ ("none near"));
  const AdviceMatch *match = advice_hub (report->advice, service->best_hub);
  const char *distance = report_say (report, match->distance);

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

static ReportIcon
outcome_icon (AdviceOutcome outcome)
{
  return outcome == ADVICE_CRITERION_MET       ? REPORT_ICON_MET
         : outcome == ADVICE_CRITERION_NOT_MET ? REPORT_ICON_NOT_MET
                                               : REPORT_ICON_UNKNOWN;
}

static const char *
outcome_words (Report *report, AdviceOutcome outcome)
{
  switch (outcome)
    {
    case ADVICE_CRITERION_MET:
      return report_tr (report, N_ ("Met"));
    case ADVICE_CRITERION_NOT_MET:
      return report_tr (report, N_ ("Not met"));
    case ADVICE_CRITERION_UNKNOWN:
    default:
      return report_tr (report, N_ ("Unknown"));
    }
}

/* What stands behind a claim; a claim is not a proof. */
static const char *
proof_words (Report *report, const AdviceCriterion *criterion)
{
  if (criterion->outcome == ADVICE_CRITERION_UNKNOWN)
    return NULL;
  switch (criterion->proof)
    {
    case ADVICE_PROOF_COMPUTED:
      return report_tr (report, N_ ("computed"));
    case ADVICE_PROOF_DECLARED:
      return report_tr (report, N_ ("declared"));
    case ADVICE_PROOF_DOCUMENTED:
      return report_tr (report, N_ ("documented"));
    case ADVICE_PROOF_CONFIRMED:
      return report_tr (report, N_ ("confirmed"));
    case ADVICE_PROOF_NONE:
    default:
      return NULL;
    }
}

static const char *
basis_words (Support *support, const AdviceCriterion *criterion)
{
  Report *report = support->report;
  const char *basis = criterion->basis == ADVICE_BASIS_STATED
                          ? report_tr (report, N_ ("Stated by the source"))
                          : report_tr (report, N_ ("Our reading"));

  return report_join (report, ": ", basis,
                      criterion->source != NULL ? with_numbers (support, criterion->source) : "",
                      NULL);
}

static void
add_criterion (ReportTable *table,
               Support *support,
               const AdviceCriterion *criterion,
               gboolean grey)
{
  Report *report = support->report;
  const char *from = report_say_private (report, criterion->from);
  const char *distance = report_say_private (report, criterion->distance);
  const ReportCell cells[] = {
    { .text = report_say (report, criterion->text),
      .note = basis_words (support, criterion),
      .grey = grey },
    { .icon = outcome_icon (criterion->outcome),
      .text = outcome_words (report, criterion->outcome),
      .strong = criterion->outcome != ADVICE_CRITERION_MET,
      .note = proof_words (report, criterion),
      .grey = grey },
    { .text = from, .note = distance, .grey = grey },
  };

  report_table_row (table, cells);
}

static void
add_criteria (Support *support, const AdviceInstrument *instrument)
{
  Report *report = support->report;
  gboolean grey = instrument->call == ADVICE_CALL_CLOSED;
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Criterion and whose it is")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Outcome")), 78.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("From")), 160.0, REPORT_ALIGN_START } };

  if (instrument->n_criteria == 0)
    return;
  ReportTable *table = report_table_new (support->flow, columns, 3, FALSE);
  for (guint i = 0; i < instrument->n_criteria; i++)
    add_criterion (table, support, &instrument->criteria[i], grey);
  report_table_end (table, NULL);
}

static void
add_words (Support *support, const char *term, const GString *words)
{
  if (words->len > 0)
    report_flow_definition (support->flow, term, words->str, 82.0);
}

static void
append_sentence (GString *words, const char *sentence)
{
  if (sentence == NULL)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
}

static void
add_changes (Support *support, const AdviceInstrument *instrument)
{
  Report *report = support->report;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < instrument->n_changes; i++)
    append_sentence (words, report_say_private (report, instrument->changes[i].text));
  if (instrument->changes_truncated)
    append_sentence (words,
                     report_tr (report, N_ ("There are more ways; the smallest are shown.")));
  add_words (support, report_tr (report, N_ ("Would change it")), words);
}

static void
add_warnings (Support *support, const AdviceInstrument *instrument)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < instrument->n_warnings; i++)
    append_sentence (words, report_say (support->report, instrument->warnings[i].text));
  add_words (support, report_tr (support->report, N_ ("To check")), words);
}

static void
add_today (Support *support, const AdviceInstrument *instrument)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < instrument->n_today; i++)
    append_sentence (words, report_say (support->report, instrument->today[i]));
  add_words (support, report_tr (support->report, N_ ("Today")), words);
}

static const char *
call_words (Report *report, const AdviceInstrument *instrument)
{
  const char *date = report_day_or_month (report, instrument->call_date);

  if (instrument->call == ADVICE_CALL_CLOSED)
    return date != NULL
               ? report_take (report, base_text_with_string (
                                          base_text_new (N_ ("Call closed: {date}")), "date", date))
               : report_tr (report, N_ ("Call closed"));
  if (instrument->call == ADVICE_CALL_OPEN)
    return date != NULL ? report_take (
               report,
               base_text_with_string (base_text_new (N_ ("Call open until {date}")), "date", date))
                        : report_tr (report, N_ ("Call open"));
  return report_tr (report, N_ ("Whether a call is open is not known"));
}

static const char *
count_words (Report *report, const AdviceInstrument *instrument)
{
  BaseText *text = base_text_new (N_ ("{met} of {all} criteria met, {not_met} not met, {unknown} "
                                      "unknown; {inferred} are our reading"));

  base_text_with_integer (text, "met", instrument->n_met);
  base_text_with_integer (text, "all", instrument->n_criteria);
  base_text_with_integer (text, "not_met", instrument->n_not_met);
  base_text_with_integer (text, "unknown", instrument->n_unknown);
  base_text_with_integer (text, "inferred", instrument->n_inferred);
  return report_take (report, text);
}

static ReportIcon
verdict_icon (const AdviceInstrument *instrument)
{
  if (instrument->call == ADVICE_CALL_CLOSED)
    return REPORT_ICON_CLOSED;
  return instrument->status == ADVICE_STATUS_ELIGIBLE       ? REPORT_ICON_MET
         : instrument->status == ADVICE_STATUS_NOT_ELIGIBLE ? REPORT_ICON_NOT_MET
                                                            : REPORT_ICON_UNKNOWN;
}

static void
add_verdict (Support *support, const AdviceInstrument *instrument)
{
  ReportFlow *flow = support->flow;
  Report *report = support->report;
  ReportNode *node = report_add_node (report, flow->node, "P");
  gboolean grey = instrument->call == ADVICE_CALL_CLOSED;
  ReportWords words = report_words_new (report->fonts, REPORT_STYLE_BODY_STRONG,
                                        report_say (report, instrument->verdict), 0,
                                        flow->width - REPORT_ICON_ROOM);
  ReportBlock *block = report_block_new (12.0 * words.n_lines);

  report_icon_add (block, verdict_icon (instrument), grey, flow->x, 6.0);
  report_block_words (block, node, &words, flow->x + REPORT_ICON_ROOM, 9.0,
                      flow->width - REPORT_ICON_ROOM, REPORT_ALIGN_START,
                      grey ? REPORT_GREY : REPORT_BLACK);
  report_words_clear (&words);
  block->keep_next = TRUE;
  report_flow_add (flow, block);
}

static void
add_instrument (Support *support, const AdviceInstrument *instrument)
{
  ReportFlow *flow = support->flow;
  Report *report = support->report;
  const CatalogueInstrument *what = instrument->instrument;
  const char *checked = report_date (report, what->last_verified);
  const char *money = report_say (report, instrument->money);
  const char *source = what->source != NULL ? with_numbers (support, what->source) : "";

  report_flow_heading (flow, report_tr (report, what->title), NULL, NULL);
  add_verdict (support, instrument);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_say (report, instrument->fit),
                         REPORT_READING_WIDTH);
  report_flow_keep (flow);
  report_flow_paragraph (
      flow, REPORT_STYLE_NOTE,
      report_sentences (
          report,
          report_join (report, " ",
                       what->programme != NULL ? report_tr (report, what->programme) : "", source,
                       NULL),
          call_words (report, instrument), money != NULL ? money : "",
          count_words (report, instrument),
          checked != NULL
              ? report_take (report, base_text_with_string (base_text_new (N_ ("Checked {date}")),
                                                            "date", checked))
              : "",
          NULL),
      0);
  report_flow_keep (flow);
  report_flow_space (flow, 3.0);
  add_criteria (support, instrument);
  add_warnings (support, instrument);
  add_changes (support, instrument);
  add_today (support, instrument);
}

static void
add_sources (Support *support)
{
  Report *report = support->report;
  const ReportColumn columns[]
      = { { NULL, 24.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };

  if (support->sources->len == 0)
    return;
  report_flow_heading (support->flow, report_tr (report, N_ ("Sources of the criteria")), NULL,
                       NULL);
  ReportTable *table = report_table_new (support->flow, columns, 2, TRUE);
  for (guint i = 0; i < support->sources->len; i++)
    {
      const char *address = g_ptr_array_index (support->sources, i);
      const ReportCell cells[]
          = { { .text = report_integer (report, i + 1), .small = TRUE, .strong = TRUE },
              { .address = address } };
      report_table_row (table, cells);
    }
  report_table_end (table, NULL);
}

void
report_section_support (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  Support support = { flow, report, g_ptr_array_new_with_free_func (g_free) };

  report_flow_section (flow, number, report_tr (report, N_ ("Support")), NULL, "support", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("Each kind of support is compared criterion by "
                                                "criterion with the company, its partners and the "
                                                "project. Kinds whose calls are closed show what "
                                                "to look for in open calls; nothing can be "
                                                "applied for there.")),
                         REPORT_READING_WIDTH);
  add_services (flow);
  for (guint i = 0; i < advice_n_instruments (report->advice); i++)
    add_instrument (&support, advice_instrument (report->advice, i));
  add_sources (&support);
  g_ptr_array_unref (support.sources);
}
