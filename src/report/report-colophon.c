/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

#include <string.h>

/* What the report was made from, so that it can be checked and made again. */

/* In groups of eight, so that a person can compare it. */
static const char *
grouped (Report *report, const char *sha256)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; sha256 != NULL && i < strlen (sha256); i++)
    {
      if (i > 0 && i % 8 == 0)
        g_string_append_c (words, ' ');
      g_string_append_c (words, sha256[i]);
    }
  return report_copy (report, words->str);
}

static void
add_version (ReportTable *table, const char *part, const char *version, const char *hash)
{
  const ReportCell cells[]
      = { { .text = part, .strong = TRUE }, { .text = version }, { .text = hash, .small = TRUE } };

  report_table_row (table, cells);
}

static void
add_versions (ReportFlow *flow)
{
  Report *report = flow->report;
  const AdviceVersions *versions = advice_versions (report->advice);
  const char *rules = report_date (report, advice_rules_date (advice_rules (report->advice)));
  const ReportColumn columns[]
      = { { report_tr (report, N_ ("Part")), 98.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Version")), 122.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Fingerprint (SHA-256)")), 0, REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("Versions and fingerprints")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  add_version (table, report_tr (report, N_ ("Company and answers")),
               report_date (report, report_field (report, "date")),
               grouped (report, versions->document_sha256));
  add_version (table, report_tr (report, N_ ("Questionnaire")),
               report_join (report, " ", versions->pack_id, versions->pack_version, NULL),
               grouped (report, versions->pack_sha256));
  add_version (table, report_tr (report, N_ ("Rules")), rules,
               grouped (report, versions->rules_sha256));
  add_version (table, report_tr (report, N_ ("Catalogue")),
               report_date (report, versions->catalogue_date),
               grouped (report, versions->catalogue_sha256));
  add_version (table, report_tr (report, N_ ("Program")),
               report_join (report, " ", "Waymark", versions->program, NULL), NULL);
  report_table_end (
      table,
      report_take (report,
                   base_text_with_date (
                       base_text_new (N_ ("Calls and rules as of {date}. The same parts give the "
                                          "same report.")),
                       "date", advice_date (report->advice))));
}

static void
add_reading (ReportFlow *flow)
{
  Report *report = flow->report;

  report_flow_heading (flow, report_tr (report, N_ ("Whose reading this is")), NULL, NULL);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, survey_pack_reading (advice_pack (report->advice))),
                         REPORT_READING_WIDTH);
}

static void
add_sources (ReportFlow *flow)
{
  Report *report = flow->report;
  const SurveyPack *pack = advice_pack (report->advice);
  const struct
  {
    const char *term, *words;
  } rows[] = {
    { report_tr (report, N_ ("Questionnaire")), report_tr (report, survey_pack_source (pack)) },
    { report_tr (report, N_ ("Its licence")), report_tr (report, survey_pack_licence (pack)) },
    { report_tr (report, N_ ("Regions, trades")),
      report_tr (report, N_ ("NUTS and NACE: © European Union, Eurostat, CC BY 4.0, adapted. "
                             "Region points derived from "
                             "GeoNames (geonames.org), CC BY 4.0.")) },
    { report_tr (report, N_ ("Map")),
      report_tr (report, N_ ("Natural Earth, public domain; projection EPSG:3035.")) },
    { report_tr (report, N_ ("Typeface")),
      report_tr (report, N_ ("Inter by The Inter Project Authors, SIL Open Font License 1.1.")) },
  };

  report_flow_heading (flow, report_tr (report, N_ ("Sources")), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    report_flow_definition (flow, rows[i].term, rows[i].words, 104.0);
}

void
report_section_colophon (ReportFlow *flow)
{
  Report *report = flow->report;

  report_flow_section (flow, NULL, report_tr (report, N_ ("About this document")), NULL, "colophon",
                       0);
  add_versions (flow);
  add_reading (flow);
  add_sources (flow);
  report_flow_heading (flow, report_tr (report, N_ ("What this document is not")), NULL, NULL);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("Waymark is free software and not an official tool "
                                                "of the European Union. Nobody has audited the "
                                                "answers. The file is tagged for screen readers "
                                                "and carries the language of its text.")),
                         REPORT_READING_WIDTH);
}
