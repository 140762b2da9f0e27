/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include <string.h>

/* A page for each dimension: where it stands, what that means, the answers that count, the steps,
 * the remarks. */

#define AT_MOST_BESIDE 32 /* letters of a list of evidence: two lines */

static int
dimension_band (const SurveyPack *pack, const SurveyDimensionScore *dimension)
{
  if (dimension->score.band >= 0)
    return dimension->score.band;
  return dimension->score.value >= 0 ? survey_score_band_of (pack, dimension->score.value) : -1;
}

static void
add_level_words (ReportFlow *flow, const SurveyDimensionScore *score)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);
  int band = dimension_band (pack, score);
  guint n = score->dimension->band_texts != NULL ? survey_pack_n_bands (pack) : 0;
  ReportFlow left, right;

  if (band < 0 || (guint)band >= n)
    return;
  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  report_flow_heading (&left, report_tr (report, N_ ("What this level means")), NULL, NULL);
  report_flow_paragraph (&left, REPORT_STYLE_BODY,
                         report_tr (report, score->dimension->band_texts[band]), 0);
  report_flow_split (flow, &right, REPORT_COLUMN (3), 230.0);
  if ((guint)band + 1 < n)
    {
      report_flow_heading (&right, report_tr (report, N_ ("What the next level looks like")), NULL,
                           NULL);
      report_flow_paragraph (&right, REPORT_STYLE_BODY,
                             report_tr (report, score->dimension->band_texts[band + 1]), 0);
    }
  report_flow_columns (flow, &left, &right);
}

/* Titles of the findings of one dimension, with their detail. */
static void
add_finding_list (ReportFlow *flow,
                  const char *title,
                  guint n,
                  const AdviceFinding *(*get) (const Advice *, guint),
                  const SurveyDimension *dimension)
{
  Report *report = flow->report;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const AdviceFinding *finding = get (report->advice, i);
      if (finding->dimension == NULL || !g_str_equal (finding->dimension->id, dimension->id))
        continue;
      g_ptr_array_add (items, (gpointer)report_explain (report, report_say (report, finding->title),
                                                        report_say (report, finding->detail)));
    }
  if (items->len == 0)
    return;
  report_flow_heading (flow, title, NULL, NULL);
  report_flow_list (flow, (const char *const *)items->pdata, items->len, FALSE, 0);
}

static void
add_findings (ReportFlow *flow, const SurveyDimension *dimension)
{
  Report *report = flow->report;
  ReportFlow left, right;

  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  add_finding_list (&left, report_tr (report, N_ ("Strengths")),
                    advice_n_strengths (report->advice), advice_strength, dimension);
  report_flow_split (flow, &right, REPORT_COLUMN (3), 230.0);
  add_finding_list (&right, report_tr (report, N_ ("Gaps")), advice_n_gaps (report->advice),
                    advice_gap, dimension);
  report_flow_columns (flow, &left, &right);
}

/* Numbers of the documents that are named for a question. */
static const char *
evidence_words (Report *report, const SurveyQuestion *question)
{
  const AssessmentDocument *document = advice_document (report->advice);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      g_autofree char *path = g_strdup_printf ("evidence[%u].questions", i);
      const char *const *ids = assessment_document_get_strings (document, path);
      const char *id = report_item (report, "evidence", i, "id");
      if (ids != NULL && id != NULL && g_strv_contains (ids, question->id))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", id);
    }
  return report_copy (report, words->str);
}

static const char *
part_answer (Report *report, const SurveyQuestionScore *question, const SurveyPart *part)
{
  if (part->level < 0)
    return report_tr (report, N_ ("not answered"));
  if (question->question->kind == SURVEY_QUESTION_LEVELS)
    {
      for (guint i = 0; i < question->question->n_levels; i++)
        if (question->question->levels[i].level == part->level)
          return report_join (report, " ", report_integer (report, part->level),
                              report_tr (report, question->question->levels[i].title), NULL);
      return report_integer (report, part->level);
    }
  return part->level > 0 ? report_tr (report, N_ ("yes")) : report_tr (report, N_ ("no"));
}

static const char *
part_points (Report *report, const SurveyPart *part)
{
  if (part->max_points == 0)
    return report_tr (report, N_ ("no points"));
  g_autofree char *figure = base_language_decimal (report->language, (part->points + 5) / 10, 2);
  return report_copy (report, figure);
}

static gboolean
is_untouched (const SurveyQuestionScore *question)
{
  for (guint i = 0; i < question->n_parts; i++)
    if (question->parts[i].level >= 0)
      return FALSE;
  return TRUE;
}

/* Only what was answered with something: all options stand in the annex. */
static void
add_question (ReportTable *table, Report *report, const SurveyQuestionScore *question)
{
  const gboolean untouched = is_untouched (question);
  guint shown = 0;
  const char *column
      = question->column != NULL ? report_tr (report, question->column->title) : NULL;
  const char *evidence = evidence_words (report, question->question);
  /* A list too long for its column has the width under the question. */
  const gboolean many = strlen (evidence) > AT_MOST_BESIDE;
  const ReportCell head[] = {
    { .text = question->question->id },
    { .text = report_explain (report, report_tr (report, question->question->title), column),
      .note = many ? evidence : NULL },
    { .text = many ? NULL : evidence },
    { .text = report_value (report, &question->points, FALSE) },
  };

  report_table_group (table, head);
  for (guint i = 0; i < question->n_parts; i++)
    {
      const SurveyPart *part = &question->parts[i];
      g_autofree char *number = g_strdup_printf ("%u", part->option->number);
      const ReportCell cells[] = { { .text = report_copy (report, number) },
                                   { .text = report_tr (report, part->option->title) },
                                   { .text = part_answer (report, question, part) },
                                   { .text = part_points (report, part) } };

      if (part->level == 0 || untouched)
        continue;
      report_table_row (table, cells);
      shown++;
    }
  if (shown > 0)
    return;
  const ReportCell none[]
      = { { .text = NULL },
          { .text = question->answered ? report_tr (report, N_ ("None of these"))
                                       : report_tr (report, N_ ("Not answered")) },
          { .text = NULL },
          { .text = NULL } };
  report_table_row (table, none);
}

static void
add_answers (ReportFlow *flow, const SurveyDimensionScore *dimension, gboolean dense)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { "", 28.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("What was answered")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Answer")), 98.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Points of 10")), 58.0, REPORT_ALIGN_END } };

  report_flow_heading (flow, report_tr (report, N_ ("Answers that count")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 4, FALSE);
  if (dense)
    report_table_set_dense (table);
  for (guint i = dimension->first; i < dimension->first + dimension->n; i++)
    add_question (table, report, survey_score_question (advice_score (report->advice), i));
  report_table_end (table, NULL);
}

static void
add_steps (ReportFlow *flow, const SurveyDimension *dimension, gboolean dense)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { "", 34.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Step")), 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("To gain overall")), 74.0, REPORT_ALIGN_END } };
  ReportTable *table = NULL;

  for (guint i = 0; i < advice_n_steps (report->advice); i++)
    {
      const AdviceStep *step = advice_step (report->advice, i);

      if (g_strcmp0 (step->survey_question->dimension, dimension->id) != 0)
        continue;
      if (table == NULL)
        {
          report_flow_heading (flow, report_tr (report, N_ ("Steps that move this dimension")),
                               NULL, NULL);
          table = report_table_new (flow, columns, 3, FALSE);
          if (dense)
            report_table_set_dense (table);
        }
      g_autofree char *place
          = g_strdup_printf ("%s.%u", step->survey_question->id, step->option->number);
      const ReportCell cells[] = { { .text = report_copy (report, place) },
                                   { .text = report_say (report, step->title) },
                                   { .text = report_gain (report, step->gain) } };
      report_table_row (table, cells);
    }
  if (table != NULL)
    report_table_end (table, NULL);
}

static gboolean
note_belongs (Report *report, guint index, const SurveyDimension *dimension)
{
  g_autofree char *path = g_strdup_printf ("notes[%u].question", index);
  g_autofree char *shown = g_strdup_printf ("notes[%u].in_report", index);
  const char *id = report_field (report, path);
  const SurveyQuestion *question
      = id != NULL ? survey_pack_find_question (advice_pack (report->advice), id) : NULL;
  gboolean in_report = FALSE;

  if (!assessment_document_get_boolean (advice_document (report->advice), shown, &in_report)
      || !in_report)
    return FALSE;
  return question != NULL && g_strcmp0 (question->dimension, dimension->id) == 0;
}

static void
add_notes (ReportFlow *flow, const SurveyDimension *dimension)
{
  Report *report = flow->report;
  guint n = assessment_document_count (advice_document (report->advice), "notes");
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("notes[%u].text", i);
      g_autofree char *author = g_strdup_printf ("notes[%u].author", i);
      g_autofree char *date = g_strdup_printf ("notes[%u].date", i);
      const char *by = report_person (report, report_field (report, author));
      const char *on = report_date (report, report_field (report, date));

      if (report_field (report, text) == NULL || !note_belongs (report, i, dimension))
        continue;
      if (first)
        report_flow_heading (flow, report_tr (report, N_ ("Remarks")), NULL, NULL);
      else
        report_flow_space (flow, 6.0);
      first = FALSE;
      report_flow_paragraph (flow, REPORT_STYLE_BODY, report_field (report, text),
                             REPORT_READING_WIDTH);
      report_flow_paragraph (
          flow, REPORT_STYLE_NOTE,
          report_join (report, ", ", by != NULL ? by : "", on != NULL ? on : "", NULL), 0);
    }
}

static void
add_dimension (ReportFlow *flow, const char *number, guint index, gboolean dense)
{
  Report *report = flow->report;
  const SurveyDimensionScore *score = survey_score_dimension (advice_score (report->advice), index);
  guint first = flow->blocks->len;
  g_autofree char *own_number = g_strdup_printf ("%s.%u", number, index + 1);
  g_autofree char *destination = g_strdup_printf ("dimension-%s", score->dimension->id);

  report_flow_section (flow, own_number, report_tr (report, score->dimension->title),
                       report_value (report, &score->score, FALSE), destination, 1);
  report_flow_paragraph (flow, REPORT_STYLE_BODY, report_tr (report, score->dimension->about),
                         dense ? 0.0 : REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  report_profile_ruler (flow, index);
  add_level_words (flow, score);
  add_findings (flow, score->dimension);
  add_answers (flow, score, dense);
  add_steps (flow, score->dimension, dense);
  add_notes (flow, score->dimension);
  /* Two dimensions may share a page, but one is not torn apart when it fits on the next. */
  report_flow_share (flow, first);
}

void
report_section_dimensions (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  guint first = flow->blocks->len, n = survey_score_n_dimensions (advice_score (report->advice));

  for (guint i = 0; i < n; i++)
    add_dimension (flow, number, i, FALSE);
  if (!report_flow_fits (flow, first))
    {
      const double air = flow->air;

      g_ptr_array_set_size (flow->blocks, (int)first);
      flow->air = REPORT_LEAST_AIR;
      for (guint i = 0; i < n; i++)
        add_dimension (flow, number, i, TRUE);
      flow->air = air;
    }
  if (first >= flow->blocks->len)
    return;
  /* One line in the contents for all of them, leading to the first. */
  ReportBlock *entry = report_block_new (0.0);
  entry->outline = g_strconcat (number, "  ", report_tr (report, N_ ("Dimensions")), NULL);
  entry->destination
      = g_strdup (((ReportBlock *)g_ptr_array_index (flow->blocks, first))->destination);
  entry->new_page = TRUE;
  entry->keep_next = TRUE;
  g_ptr_array_insert (flow->blocks, (int)first, entry);
}
