/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-shared.h"

#include "report/report-say.h"
#include "report/report-table.h"

/* In the order in which the sentences first came. */

typedef struct
{
  const char *words;
  GArray *numbers; /* guint, rising */
} Sentence;

struct _ReportShared
{
  Report *report;
  GArray *sentences[REPORT_N_SHARED]; /* Sentence */
};

static void
sentence_clear (gpointer data)
{
  g_array_unref (((Sentence *)data)->numbers);
}

ReportShared *
report_shared_new (Report *report)
{
  ReportShared *shared = g_new0 (ReportShared, 1);

  shared->report = report;
  for (guint i = 0; i < REPORT_N_SHARED; i++)
    {
      shared->sentences[i] = g_array_new (FALSE, FALSE, sizeof (Sentence));
      g_array_set_clear_func (shared->sentences[i], sentence_clear);
    }
  return shared;
}

void
report_shared_free (ReportShared *shared)
{
  for (guint i = 0; i < REPORT_N_SHARED; i++)
    g_array_unref (shared->sentences[i]);
  g_free (shared);
}

static const Sentence *
find (GArray *sentences, const char *words)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_str_equal (g_array_index (sentences, Sentence, i).words, words))
      return &g_array_index (sentences, Sentence, i);
  const Sentence fresh = { words, g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_array_append_val (sentences, fresh);
  return &g_array_index (sentences, Sentence, sentences->len - 1);
}

void
report_shared_add (ReportShared *shared, ReportSharedGroup group, const char *words, guint number)
{
  if (words == NULL || *words == '\0')
    return;
  GArray *numbers = find (shared->sentences[group], words)->numbers;
  if (numbers->len == 0 || g_array_index (numbers, guint, numbers->len - 1) != number)
    g_array_append_val (numbers, number);
}

/* What would change an outcome is a long sentence: it has the width of the page also where it is
 * one kind's alone. */
static gboolean
is_wide (const Sentence *sentence, ReportSharedGroup group)
{
  return sentence->numbers->len > 1 || group == REPORT_SHARED_CHANGE;
}

const char *
report_shared_own (ReportShared *shared, ReportSharedGroup group, guint number)
{
  g_autoptr (GString) own = g_string_new (NULL);

  for (guint i = 0; i < shared->sentences[group]->len; i++)
    {
      const Sentence *sentence = &g_array_index (shared->sentences[group], Sentence, i);

      if (!is_wide (sentence, group) && g_array_index (sentence->numbers, guint, 0) == number)
        g_string_append_printf (own, "%s%s", own->len > 0 ? " " : "", sentence->words);
    }
  return own->len > 0 ? report_copy (shared->report, own->str) : NULL;
}

const char *
report_shared_numbers (Report *report, const GArray *numbers)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0, last; i < numbers->len; i = last + 1)
    {
      guint from = g_array_index (numbers, guint, i);

      for (last = i; last + 1 < numbers->len
                     && g_array_index (numbers, guint, last + 1) == from + (last + 1 - i);)
        last++;
      g_string_append_printf (words, "%s%u", words->len > 0 ? ", " : "", from);
      if (last > i)
        g_string_append_printf (words, "%s%u", last > i + 1 ? "\xe2\x80\x93" : ", ",
                                g_array_index (numbers, guint, last));
    }
  return report_copy (report, words->str);
}

static const char *
group_title (Report *report, ReportSharedGroup group)
{
  switch (group)
    {
    case REPORT_SHARED_FIT:
      return report_tr (report, N_ ("Why"));
    case REPORT_SHARED_CHECK:
      return report_tr (report, N_ ("To check"));
    case REPORT_SHARED_CHANGE:
      return report_tr (report, N_ ("Would change it"));
    case REPORT_SHARED_TODAY:
    case REPORT_N_SHARED:
    default:
      return report_tr (report, N_ ("Today"));
    }
}

static ReportTable *
table_new (ReportShared *shared, ReportFlow *flow)
{
  Report *report = shared->report;
  const ReportColumn columns[]
      = { { "", 82.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("What holds for one kind or several")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Kinds")), 60.0, REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("More on these kinds")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  report_table_set_dense (table);
  return table;
}

void
report_shared_write (ReportShared *shared, ReportFlow *flow)
{
  Report *report = shared->report;
  ReportTable *table = NULL;

  for (guint group = 0; group < REPORT_N_SHARED; group++)
    for (guint i = 0, shown = 0; i < shared->sentences[group]->len; i++)
      {
        const Sentence *sentence = &g_array_index (shared->sentences[group], Sentence, i);
        const ReportCell cells[]
            = { { .text = shown == 0 ? group_title (report, group) : NULL,
                  .small = TRUE,
                  .strong = TRUE },
                { .text = sentence->words, .small = TRUE },
                { .text = report_shared_numbers (report, sentence->numbers), .small = TRUE } };

        if (!is_wide (sentence, group))
          continue;
        if (table == NULL)
          table = table_new (shared, flow);
        report_table_row (table, cells);
        shown++;
      }
  if (table != NULL)
    report_table_end (table, NULL);
}
