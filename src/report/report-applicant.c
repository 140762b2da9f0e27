/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-table.h"

/* Who applies: the fields that an application form asks for. A field nobody has filled is shown as
 * such, because a form that hides it looks complete. */

static void
row (ReportTable *table, Report *report, const char *term, const char *words)
{
  const gboolean given = words != NULL && *words != '\0';
  const ReportCell cells[]
      = { { .text = term, .small = TRUE },
          { .text = given ? words : report_tr (report, N_ ("not stated")), .grey = !given } };

  report_table_row (table, cells);
}

static const char *
pair (Report *report, const char *first, const char *second)
{
  return report_join (report, ", ", report_or_empty (first), report_or_empty (second), NULL);
}

static const char *
address (Report *report)
{
  return report_join (
      report, ", ", report_or_empty (report_field (report, "company.street")),
      report_join (report, " ", report_or_empty (report_field (report, "company.postal_code")),
                   report_or_empty (report_field (report, "company.city")), NULL),
      report_or_empty (report_country (report, report_field (report, "company.country"))), NULL);
}

static const char *
pic (Report *report)
{
  const char *status = report_field (report, "company.pic_status");
  const char *words = status == NULL ? ""
                      : g_str_equal (status, "validated")
                          ? report_tr (report, N_ ("validated, as the company says"))
                          : report_tr (report, N_ ("declared"));

  return report_field (report, "company.pic") != NULL
             ? pair (report, report_field (report, "company.pic"), words)
             : NULL;
}

/* Division and class with the revision they are counted in. */
static const char *
nace (Report *report)
{
  const char *revision = report_field (report, "company.nace.revision");
  const char *division = report_field (report, "company.nace.division");
  const char *class = report_field (report, "company.nace.class");
  const CatalogueDivision *trade
      = revision != NULL && division != NULL
            ? catalogue_find_division (advice_catalogue (report->advice), revision, division)
            : NULL;

  if (division == NULL && class == NULL)
    return NULL;
  return report_join (
      report, ", ", report_join (report, "", "NACE Rev.\xc2\xa0", report_or_empty (revision), NULL),
      class != NULL ? class : division, trade != NULL ? report_tr (report, trade->title) : "",
      NULL);
}

static const char *
region (Report *report)
{
  const char *code = report_field (report, "company.region");
  const CatalogueRegion *known
      = code != NULL ? catalogue_find_region (advice_catalogue (report->advice), code) : NULL;

  return known != NULL ? pair (report, known->code, known->name) : code;
}

static const char *
contact (Report *report)
{
  const char *name = report_field (report, "company.contact.name");

  if (report->options.hide_names)
    return report_person (report, name);
  return report_join (report, ", ", report_or_empty (name),
                      report_or_empty (report_field (report, "company.contact.role")),
                      report_or_empty (report_field (report, "company.contact.email")),
                      report_or_empty (report_field (report, "company.contact.phone")), NULL);
}

void
report_section_applicant (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { NULL, 150.0, REPORT_ALIGN_START }, { NULL, 0, REPORT_ALIGN_START } };

  report_flow_section (flow, number, report_tr (report, N_ ("The applicant")), NULL, "applicant",
                       0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("As stated by the company; nothing here has been "
                                                "compared with a register.")),
                         REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  report_flow_rule (flow, 0.9);
  ReportTable *table = report_table_new (flow, columns, 2, TRUE);
  row (table, report, report_tr (report, N_ ("Legal name")),
       report_field (report, "company.legal_name"));
  row (table, report, report_tr (report, N_ ("Business name")),
       report_field (report, "company.name"));
  row (table, report, report_tr (report, N_ ("Legal form")),
       report_field (report, "company.legal_form"));
  row (table, report, report_tr (report, N_ ("Registration, register")),
       pair (report, report_field (report, "company.registration"),
             report_field (report, "company.registered_by")));
  row (table, report, report_tr (report, N_ ("Registered on")),
       report_date (report, report_field (report, "company.registered_on")));
  row (table, report, report_tr (report, N_ ("PIC (participant code)")), pic (report));
  row (table, report, report_tr (report, N_ ("VAT number")),
       report_field (report, "company.vat_number"));
  row (table, report, report_tr (report, N_ ("Tax number")),
       report_field (report, "company.tax_number"));
  row (table, report, report_tr (report, N_ ("Activity")), nace (report));
  row (table, report, report_tr (report, N_ ("Region (NUTS)")), region (report));
  row (table, report, report_tr (report, N_ ("Address")), address (report));
  row (table, report, report_tr (report, N_ ("Website")), report_field (report, "company.website"));
  row (table, report, report_tr (report, N_ ("Contact")), contact (report));
  report_table_end (table, NULL);
}
