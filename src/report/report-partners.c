/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"
#include "report/report-section.h"
#include "report/report-signature.h"

/* A page for each partner: its own size, score, date and signature. */

#define PARTNERS "project.partners"

static void
define (ReportFlow *flow, const char *term, const char *words)
{
  const char *missing = report_tr (flow->report, N_ ("not stated"));

  report_flow_definition (flow, term, words != NULL && *words != '\0' ? words : missing, 130.0);
}

static const char *
size_title (Report *report, const char *id)
{
  static const struct
  {
    const char *id, *title;
  } classes[] = { { "micro", N_ ("Micro enterprise") },
                  { "small", N_ ("Small enterprise") },
                  { "medium", N_ ("Medium-sized enterprise") },
                  { "midcap", N_ ("Mid-cap") },
                  { "large", N_ ("Large enterprise") } };

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (id, classes[i].id))
      return report_tr (report, classes[i].title);
  return NULL;
}

static const char *
size_words (Report *report, guint index)
{
  g_autofree char *sme_path = g_strdup_printf (PARTNERS "[%u].sme", index);
  const char *title = size_title (report, report_item (report, PARTNERS, index, "size"));
  gboolean sme = FALSE;

  if (title != NULL)
    return title;
  if (!assessment_document_get_boolean (advice_document (report->advice), sme_path, &sme))
    return NULL;
  return sme ? report_tr (report, N_ ("states that it is an SME"))
             : report_tr (report, N_ ("states that it is not an SME"));
}

static const char *
score_words (Report *report, guint index)
{
  double score;

  if (!report_item_number (report, PARTNERS, index, "overall_score", &score))
    return NULL;
  return report_score (report, (int)(score * 100.0 + 0.5));
}

static const char *
technologies_words (Report *report, guint index)
{
  g_autofree char *path = g_strdup_printf (PARTNERS "[%u].technologies", index);

  return report_terms (report, CATALOGUE_TERM_TECHNOLOGY,
                       assessment_document_get_strings (advice_document (report->advice), path));
}

static gboolean
has_signed (Report *report, guint index)
{
  g_autofree char *path = g_strdup_printf (PARTNERS "[%u].signed", index);
  gboolean given = FALSE;

  return assessment_document_get_boolean (advice_document (report->advice), path, &given) && given;
}

static const char *
signed_words (Report *report, guint index)
{
  const char *on = report_date (report, report_item (report, PARTNERS, index, "signed_on"));

  if (!has_signed (report, index))
    return report_tr (report, N_ ("not yet"));
  return on != NULL ? on : report_tr (report, N_ ("yes, as the applicant states; no date"));
}

static void
add_partner (ReportFlow *flow, const char *number, guint index)
{
  Report *report = flow->report;
  const char *name = report_item (report, PARTNERS, index, "name");
  const char *contact
      = report_person (report, report_item (report, PARTNERS, index, "contact.name"));
  g_autofree char *own = g_strdup_printf ("%s.%u", number, index + 1);
  g_autofree char *destination = g_strdup_printf ("partner-%u", index + 1);
  const guint first = flow->blocks->len;
  const ReportSigner signer = { report_tr (report, N_ ("For the partner")), name, contact };

  report_flow_section (flow, own,
                       name != NULL ? name : report_tr (report, N_ ("Partner without a name")),
                       NULL, destination, index == 0 ? 0 : 1);
  report_flow_paragraph (flow, REPORT_STYLE_BODY,
                         report_tr (report, N_ ("The partner in the project. Size, score and date "
                                                "are the partner’s own; it answers for them with "
                                                "its own signature.")),
                         REPORT_READING_WIDTH);
  report_flow_space (flow, 12.0);
  define (flow, report_tr (report, N_ ("Country")),
          report_country (report, report_item (report, PARTNERS, index, "country")));
  define (flow, report_tr (report, N_ ("Part in the project")),
          report_item (report, PARTNERS, index, "role"));
  define (flow, report_tr (report, N_ ("Technologies")), technologies_words (report, index));
  define (flow, report_tr (report, N_ ("Enterprise size")), size_words (report, index));
  define (flow, report_tr (report, N_ ("Overall score")), score_words (report, index));
  define (flow, report_tr (report, N_ ("Date of the score")),
          report_date (report, report_item (report, PARTNERS, index, "score_date")));
  define (flow, report_tr (report, N_ ("Contact")), contact);
  define (flow, report_tr (report, N_ ("Signed on")), signed_words (report, index));
  if (!has_signed (report, index))
    {
      report_flow_space (flow, 12.0);
      report_flow_lead_in (
          flow, REPORT_STYLE_BODY, report_tr (report, N_ ("Incomplete:")),
          report_tr (report, N_ ("an annex for two companies is complete only when "
                                 "both have signed.")),
          REPORT_READING_WIDTH);
    }
  report_signature_add (flow, &signer, 1);
  ((ReportBlock *)g_ptr_array_index (flow->blocks, first))->alone = TRUE;
}

void
report_section_partners (ReportFlow *flow, const char *number)
{
  guint n = assessment_document_count (advice_document (flow->report->advice), PARTNERS);

  for (guint i = 0; i < n; i++)
    add_partner (flow, number, i);
}
