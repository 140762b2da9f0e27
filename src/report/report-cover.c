/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-logo.h"
#include "report/report-page.h"
#include "report/report-profile-chart.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* Who, what, when; the profile is the only picture. */

#define NUMBER_WIDTH 20.0 /* of a page's number in the contents */

static void
gap (ReportFlow *flow, double height)
{
  ReportBlock *block = report_block_new (height);

  block->keep_next = TRUE;
  report_flow_add (flow, block);
}

static const char *
place_words (Report *report)
{
  const char *city = report_field (report, "company.city");
  const char *country = report_country (report, report_field (report, "company.country"));

  return report_join (report, ", ", city != NULL ? city : "", country != NULL ? country : "", NULL);
}

static void
add_titles (ReportFlow *flow)
{
  Report *report = flow->report;
  ReportNode *heading = report_add_node (report, flow->node, "H1");
  ReportWords title = report_words_new (report->fonts, REPORT_STYLE_COVER_TITLE,
                                        report_heading (report), 0, flow->width);
  ReportBlock *block = report_block_new (36.0 * title.n_lines + 6.0);
  const char *date = report_date (report, report_field (report, "date"));
  const char *stage = report_stage (report);

  report_block_words (block, heading, &title, flow->x, 30, flow->width, REPORT_ALIGN_START,
                      REPORT_BLACK);
  report_words_clear (&title);
  block->page_title = g_strdup (report_tr (report, N_ ("Cover")));
  block->destination = g_strdup ("cover");
  heading->name = g_strdup ("cover");
  report_flow_add (flow, block);
  report_flow_paragraph (flow, REPORT_STYLE_SUBTITLE_STRONG, report_company (report), 0);
  report_flow_paragraph (
      flow, REPORT_STYLE_SUBTITLE,
      report_join (report, ", ", stage != NULL ? stage : "", date != NULL ? date : "", NULL), 0);
}

static const char *
activity_words (Report *report)
{
  const Catalogue *catalogue = advice_catalogue (report->advice);
  const char *region = report_field (report, "company.region");
  const char *revision = report_field (report, "company.nace.revision");
  const char *division = report_field (report, "company.nace.division");
  const CatalogueRegion *known = region != NULL ? catalogue_find_region (catalogue, region) : NULL;
  const CatalogueDivision *trade = revision != NULL && division != NULL
                                       ? catalogue_find_division (catalogue, revision, division)
                                       : NULL;
  g_autofree char *nuts
      = known != NULL ? g_strdup_printf ("%s (NUTS %s)", known->name, known->code) : NULL;
  g_autofree char *nace
      = trade != NULL ? g_strdup_printf ("%s (NACE Rev.\xc2\xa0%s, %s)",
                                         report_tr (report, trade->title), revision, division)
                      : NULL;
  const char *place = place_words (report);
  const char *sectors = report_terms (
      report, CATALOGUE_TERM_SECTOR,
      assessment_document_get_strings (advice_document (report->advice), "company.sectors"));

  return report_join (report, "; ", place, nuts != NULL ? nuts : "",
                      nace != NULL ? nace : (sectors != NULL ? sectors : ""), NULL);
}

static void
fact_row (ReportTable *table, const char *term, const char *words)
{
  const ReportCell cells[] = { { .text = term, .small = TRUE }, { .text = words } };

  if (words != NULL && *words != '\0')
    report_table_row (table, cells);
}

static const char *
size_words (Report *report)
{
  const AdviceSize *size = advice_size (report->advice);
  const char *title = size != NULL ? report_say (report, size->title) : NULL;
  const char *condition = size != NULL ? report_say (report, size->condition) : NULL;

  if (title != NULL && condition != NULL)
    title = report_join (report, size->id != NULL ? ", " : "; ", title, condition, NULL);
  return title;
}

static void
add_facts (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);
  const ReportColumn columns[]
      = { { NULL, 130.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };
  const char *contact = report_person (report, report_field (report, "company.contact.name"));
  const char *role = report_field (report, "company.contact.role");
  const char *stage = report_stage (report);
  const char *date = report_date (report, report_field (report, "date"));
  const char *id = report_field (report, "id");

  report_flow_rule (flow, 0.9);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  /* A name that runs right to left would turn a row that it shared with other words. */
  fact_row (table, report_tr (report, N_ ("Company")), report_company (report));
  fact_row (table, report_tr (report, N_ ("Enterprise size")), size_words (report));
  fact_row (table, report_tr (report, N_ ("Place and activity")), activity_words (report));
  fact_row (table, report_tr (report, N_ ("Stage and date")),
            report_join (report, "; ", stage != NULL ? stage : "", date != NULL ? date : "", NULL));
  fact_row (table, report_tr (report, N_ ("Questionnaire")),
            report_join (
                report, "; ", report_tr (report, survey_pack_title (pack)),
                report_join (report, " ", survey_pack_id (pack), survey_pack_version (pack), NULL),
                NULL));
  fact_row (
      table, report_tr (report, N_ ("Contact named by the company")),
      report_join (report, ", ", contact != NULL ? contact : "", role != NULL ? role : "", NULL));
  fact_row (table, report_tr (report, N_ ("For the call")),
            report_join (report, ", ",
                         report_or_empty (report_field (report, "project.call.title")),
                         report_or_empty (report_field (report, "project.call.id")),
                         report_or_empty (report_field (report, "project.call.version")), NULL));
  fact_row (table, report_tr (report, N_ ("Document")),
            id != NULL ? id : report_tr (report, N_ ("without a number")));
  report_table_end (table, NULL);
}

typedef struct
{
  Report *report;
  char *destination;
} PageNumber;

static void
page_number_free (gpointer data)
{
  PageNumber *number = data;

  g_free (number->destination);
  g_free (number);
}

/* Looked up when it is drawn: pages are known only after everything is placed. */
static void
draw_page_number (cairo_t *cr, double x, double y, double width, double height, gpointer data)
{
  const PageNumber *number = data;
  int page = report_find_destination (number->report, number->destination);
  g_autofree char *digits = g_strdup_printf ("%d", page + 1);
  ReportWords words = report_words_new (number->report->fonts, REPORT_STYLE_BODY, digits, 0, 0);

  report_words_draw_line (&words, 0, cr, x, y + height, width, REPORT_ALIGN_END);
  report_words_clear (&words);
}

/* On two lines at most: the contents share the page with the title. */
static ReportWords
entry_words (ReportFlow *flow, const char *outline)
{
  const double width = flow->width - NUMBER_WIDTH;
  ReportWords words = report_words_new (flow->report->fonts, REPORT_STYLE_BODY, outline, 0, width);

  if (words.n_lines <= 2)
    return words;
  report_words_clear (&words);
  return report_words_new_line (flow->report->fonts, REPORT_STYLE_BODY, outline, width);
}

static void
add_entry (ReportFlow *flow, ReportNode *list, const ReportBlock *target)
{
  Report *report = flow->report;
  ReportNode *item = report_add_node (report, list, "TOCI");
  ReportNode *link = report_add_node (report, item, "Link");
  ReportWords words = entry_words (flow, target->outline);
  ReportBlock *block = report_block_new (12.0 * words.n_lines);
  PageNumber *number = g_new0 (PageNumber, 1);

  item->holds_words = FALSE;
  link->attributes = g_strdup_printf ("dest='%s'", target->destination);
  link->alt = g_strdup (target->outline);
  report_block_words (block, link, &words, flow->x, 9, flow->width - NUMBER_WIDTH,
                      REPORT_ALIGN_START, REPORT_BLACK);
  report_words_clear (&words);
  number->report = report;
  number->destination = g_strdup (target->destination);
  report_block_drawing (block, link, flow->x + flow->width - NUMBER_WIDTH, block->height - 12.0,
                        NUMBER_WIDTH, 9.0, draw_page_number, number, page_number_free);
  report_flow_add (flow, block);
}

static void
add_contents (ReportFlow *flow, const GPtrArray *blocks)
{
  ReportFlow left, right;
  guint n = 0, i = 0;

  for (guint b = 0; b < blocks->len; b++)
    {
      const ReportBlock *block = g_ptr_array_index (blocks, b);
      n += block->outline != NULL && block->outline_level == 0 ? 1 : 0;
    }
  report_flow_heading (flow, report_tr (flow->report, N_ ("Contents")), NULL, NULL);
  report_flow_split (flow, &left, REPORT_COLUMN (0), 230.0);
  report_flow_split (flow, &right, REPORT_COLUMN (3), 230.0);
  left.node = report_add_node (flow->report, flow->node, "TOC");
  right.node = left.node;
  for (guint b = 0; b < blocks->len; b++)
    {
      const ReportBlock *block = g_ptr_array_index (blocks, b);

      if (block->outline == NULL || block->outline_level > 0)
        continue;
      add_entry (i < (n + 1) / 2 ? &left : &right, left.node, block);
      i++;
    }
  report_flow_columns (flow, &left, &right);
  ((ReportBlock *)g_ptr_array_index (flow->blocks, flow->blocks->len - 1))->space_before = 6.0;
}

static void
write_cover (ReportFlow *flow, const GPtrArray *blocks, double head)
{
  Report *report = flow->report;

  report_logo_add (flow);
  gap (flow, head);
  add_titles (flow);
  gap (flow, 18.0);
  report_profile_dots (flow, REPORT_LEFT, REPORT_WIDTH, 164.0, TRUE, TRUE);
  report_profile_key (flow, REPORT_LEFT + 164.0, REPORT_WIDTH - 164.0, FALSE);
  gap (flow, 18.0);
  add_facts (flow);
  add_contents (flow, blocks);
  report_flow_space (flow, 12.0);
  report_flow_paragraph (flow, REPORT_STYLE_NOTE,
                         report_tr (report, N_ ("A self-assessment, not an audit. Made with "
                                                "Waymark, which is not an official tool of the "
                                                "European Union.")),
                         0);
}

/* The air above the title is what a long list of contents leaves of the page. */
void
report_section_cover (ReportFlow *flow, const GPtrArray *blocks)
{
  Report *report = flow->report;
  ReportFlow trial;
  double room;

  report_flow_init (&trial, report, report_add_node (report, NULL, "Sect"), flow->x, flow->width);
  write_cover (&trial, blocks, 0.0);
  room = report->bottom - REPORT_TOP - report_flow_height (&trial, 0, 1.0) - 1.0;
  report_flow_clear (&trial);
  flow->node = report_add_node (report, report->root, "Sect");
  write_cover (flow, blocks, CLAMP (room, 0.0, 84.0));
}
