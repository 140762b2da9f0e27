/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-criteria.h"

#include "advice/advice-instrument.h"
#include "report/report-say.h"
#include "report/report-shared.h"
#include "report/report-table.h"

/* Whose a criterion is, and of which kinds that holds. */
typedef struct
{
  const char *words;
  GArray *numbers; /* of the kinds, guint, rising */
} Basis;

typedef struct
{
  const AdviceCriterion *criterion; /* the first of those that are the same */
  const char *words;
  GArray *bases; /* Basis */
  gboolean open; /* some kind's call is not closed */
} Row;

static void
basis_clear (gpointer data)
{
  g_array_unref (((Basis *)data)->numbers);
}

static void
row_clear (gpointer data)
{
  g_array_unref (((Row *)data)->bases);
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
basis_words (Report *report, ReportSources *sources, const AdviceCriterion *criterion)
{
  const char *basis = criterion->basis == ADVICE_BASIS_STATED
                          ? report_tr (report, N_ ("stated"))
                          : report_tr (report, N_ ("our reading"));

  return report_join (report, " ", basis, report_sources_refer (sources, criterion->source), NULL);
}

/* "1, 2: stated [3]; 4: our reading [16]" */
static const char *
kinds_words (Report *report, const Row *row)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < row->bases->len; i++)
    {
      const Basis *basis = &g_array_index (row->bases, Basis, i);
      g_string_append_printf (words, "%s%s: %s", i > 0 ? "; " : "",
                              report_shared_numbers (report, basis->numbers), basis->words);
    }
  return report_copy (report, words->str);
}

/* The sentence about the size is long and stands in the annex. */
static const char *
origin_words (Report *report, const AdviceCriterion *criterion)
{
  const AdviceSize *size = advice_size (report->advice);

  if (g_strcmp0 (criterion->fact, "company size") != 0 || size == NULL
      || criterion->outcome == ADVICE_CRITERION_UNKNOWN)
    return report_say_private (report, criterion->from);
  return report_join (report, ", ", report_say (report, size->title),
                      report_tr (report, N_ ("see “Enterprise size”")), NULL);
}

static gboolean
is_same (const Row *row, const AdviceCriterion *criterion, const char *words)
{
  return row->criterion->outcome == criterion->outcome && row->criterion->proof == criterion->proof
         && g_str_equal (row->words, words)
         && g_strcmp0 (row->criterion->fact, criterion->fact) == 0;
}

static Row *
find_row (GArray *rows, const AdviceCriterion *criterion, const char *words)
{
  for (guint i = 0; i < rows->len; i++)
    if (is_same (&g_array_index (rows, Row, i), criterion, words))
      return &g_array_index (rows, Row, i);
  const Row fresh = { criterion, words, g_array_new (FALSE, FALSE, sizeof (Basis)), FALSE };
  g_array_set_clear_func (fresh.bases, basis_clear);
  g_array_append_val (rows, fresh);
  return &g_array_index (rows, Row, rows->len - 1);
}

static void
add_number (Row *row, const char *words, guint number)
{
  for (guint i = 0; i < row->bases->len; i++)
    {
      Basis *basis = &g_array_index (row->bases, Basis, i);
      if (!g_str_equal (basis->words, words))
        continue;
      g_array_append_val (basis->numbers, number);
      return;
    }
  const Basis fresh = { words, g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_array_append_val (fresh.numbers, number);
  g_array_append_val (row->bases, fresh);
}

static GArray *
collect (Report *report, const GPtrArray *kinds, ReportSources *sources)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < kinds->len; i++)
    {
      const AdviceInstrument *kind = g_ptr_array_index (kinds, i);

      for (guint c = 0; c < kind->n_criteria; c++)
        {
          const AdviceCriterion *criterion = &kind->criteria[c];
          Row *row = find_row (rows, criterion, report_say (report, criterion->text));

          add_number (row, basis_words (report, sources, criterion), i + 1);
          row->open = row->open || kind->call != ADVICE_CALL_CLOSED;
        }
    }
  return rows;
}

static void
add_row (ReportTable *table, Report *report, const Row *row)
{
  const AdviceCriterion *criterion = row->criterion;
  const ReportCell cells[] = {
    { .text = row->words, .small = TRUE, .grey = !row->open },
    { .icon = outcome_icon (criterion->outcome),
      .text = report_join (report, ", ", outcome_words (report, criterion->outcome),
                           proof_words (report, criterion), NULL),
      .small = TRUE,
      .strong = criterion->outcome != ADVICE_CRITERION_MET,
      .grey = !row->open },
    { .text = origin_words (report, criterion),
      .small = TRUE,
      .note = report_say_private (report, criterion->distance),
      .grey = !row->open },
    { .text = kinds_words (report, row), .small = TRUE, .grey = !row->open },
  };

  report_table_row (table, cells);
}

void
report_criteria_write (ReportFlow *flow, const GPtrArray *kinds, ReportSources *sources)
{
  Report *report = flow->report;
  g_autoptr (GArray) rows = collect (report, kinds, sources);
  const ReportColumn columns[] = { { report_tr (report, N_ ("Criterion")), 0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("Outcome")), 86.0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("From")), 112.0, REPORT_ALIGN_START },
                                   { report_tr (report, N_ ("Kinds, and whose criterion it is")),
                                     134.0, REPORT_ALIGN_START } };

  if (rows->len == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Criteria of these kinds, one by one")), NULL,
                       NULL);
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  report_table_set_dense (table);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, report, &g_array_index (rows, Row, i));
  report_table_end (table, NULL);
}
