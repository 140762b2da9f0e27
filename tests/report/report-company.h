/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"

/* Companies that nobody expects, made from the sample: each is one that a report must survive. */
typedef enum
{
  REPORT_COMPANY_SAMPLE,      /* two stages, notes, evidence, a call, a partner */
  REPORT_COMPANY_EMPTY,       /* not one answer, no name */
  REPORT_COMPANY_ALL_ANSWERS, /* every option ticked, every level the highest */
  REPORT_COMPANY_EVIDENCE,    /* two hundred pieces */
  REPORT_COMPANY_LONG_NOTES,  /* of twenty thousand characters, with line breaks */
  REPORT_COMPANY_GREEK,
  REPORT_COMPANY_CYRILLIC,
  REPORT_COMPANY_ARABIC,
  REPORT_COMPANY_EMOJI,
  REPORT_N_COMPANIES
} ReportCompany;

/* "evidence". */
const char *report_company_word (ReportCompany company);
/* Its name, as it must be on the pages; NULL for none. */
const char *report_company_name (ReportCompany company);
AssessmentDocument *report_company_document (ReportCompany company);
