/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-consent.h"
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-signature.h"
#include "report/report-table.h"

/* Consent to the use of the data: a sheet of its own between company and hub. Each use is given or
 * refused alone, and nothing is ticked. Regulation (EU) 2016/679, Articles 6, 7 and 13. */

static void
define (ReportFlow *flow, const char *term, const char *words)
{
  report_flow_definition (flow, term, words, 98.0);
}

/* Who is to answer for the data has to be named (Article 13(1)(a)). */
static const char *
hub_words (Report *report)
{
  const char *id = report_field (report, "project.hub");
  const CatalogueHub *hub
      = id != NULL ? catalogue_find_hub (advice_catalogue (report->advice), id) : NULL;

  return hub != NULL ? hub->name
                     : report_tr (report, N_ ("The hub, to be filled in: "
                                              "______________________________"));
}

/* Empty boxes, or what was said, by whom and when. */
static void
add_use (ReportTable *table, Report *report, const AdviceConsentUse *use)
{
  const AdviceConsent consent = advice_consent_find (advice_document (report->advice), use->id);
  const gboolean said = consent.state != ADVICE_CONSENT_OPEN;
  const char *by = said ? report_person (report, consent.by) : NULL;
  const char *on = said ? report_date (report, consent.on) : NULL;
  const char *note = report_join (report, ", ", report_or_empty (by), report_or_empty (on), NULL);
  const gboolean given = consent.state == ADVICE_CONSENT_GIVEN;
  const ReportCell cells[] = {
    { .text = report_tr (report, use->text), .note = *note != '\0' ? note : NULL },
    { .icon = said && given ? REPORT_ICON_TICKED : REPORT_ICON_BOX,
      .alt = said && given ? report_tr (report, N_ ("Given")) : NULL },
    { .icon = said && !given ? REPORT_ICON_TICKED : REPORT_ICON_BOX,
      .alt = said && !given ? report_tr (report, N_ ("Refused")) : NULL },
  };

  report_table_row (table, cells);
}

static void
add_uses (ReportFlow *flow)
{
  Report *report = flow->report;
  const ReportColumn columns[]
      = { { "", 0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Given")), 50.0, REPORT_ALIGN_START },
          { report_tr (report, N_ ("Refused")), 50.0, REPORT_ALIGN_START } };

  report_flow_heading (flow, report_tr (report, N_ ("Each given or refused on its own")),
                       report_tr (report, N_ ("empty boxes are to be ticked by hand")), NULL);
  ReportTable *table = report_table_new (flow, columns, 3, FALSE);
  for (guint i = 0; i < advice_consent_n_uses (); i++)
    add_use (table, report, advice_consent_use (i));
  report_table_end (table, NULL);
}

void
report_section_consent (ReportFlow *flow, const char *number)
{
  Report *report = flow->report;
  const ReportSigner signer
      = { report_tr (report, N_ ("For the company")), report_company (report),
          report_person (report, report_field (report, "company.contact.name")) };

  report_flow_section (flow, number, report_tr (report, N_ ("Consent to the use of data")), NULL,
                       "consent", 0);
  report_flow_paragraph (flow, REPORT_STYLE_BODY_STRONG,
                         report_tr (report, N_ ("This sheet stays with the company and the hub. It "
                                                "is never sent to the funder.")),
                         REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  define (flow, report_tr (report, N_ ("Responsible")), hub_words (report));
  define (flow, report_tr (report, N_ ("Purpose")),
          report_tr (report, N_ ("Advice to the company on digital maturity, and the hub’s own "
                                 "account of its services.")));
  define (flow, report_tr (report, N_ ("Legal basis")),
          report_tr (report, N_ ("Consent: Article 6(1)(a) of Regulation (EU) 2016/679 (GDPR). It "
                                 "concerns the data of persons; what it says of the company alone "
                                 "is an agreement.")));
  define (flow, report_tr (report, N_ ("Recipients")),
          report_tr (report, N_ ("Only those ticked below. Waymark itself sends nothing.")));
  define (flow, report_tr (report, N_ ("Kept until")),
          report_tr (report, N_ ("To be filled in by the hub: ______________________________")));
  define (flow, report_tr (report, N_ ("Rights")),
          report_tr (report, N_ ("To see, correct, erase, restrict and take along one’s data, and "
                                 "to complain to a supervisory authority. Consent can be withdrawn "
                                 "at any time; what was done before stays lawful. Refusing has no "
                                 "effect on the advice.")));
  add_uses (flow);
  report_signature_add (flow, &signer, 1);
}
