/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-pool-private.h"
#include "advice/advice-readiness.h"

G_BEGIN_DECLS

/* What the checks of readiness share. */
typedef struct
{
  Advice *advice;
  Advice *before; /* or NULL */
  const AssessmentDocument *document;
  const char *date; /* the day of the advice */
  AdvicePool *pool;
  GArray *findings;     /* of AdviceReadinessFinding */
  GArray *declarations; /* of AdviceDeclaration */
  AdviceEvidence *evidence;
} AdviceChecker;

/* Adds a finding; takes @text. @source: "KEY address", NULL for our own reading. */
void advice_check_add (AdviceChecker *checker,
                       AdviceSeverity severity,
                       const char *topic,
                       const char *path,
                       BaseText *text,
                       const char *source);

/* A field that an annex asks for. */
typedef struct
{
  const char *path;
  AdviceSeverity severity;
  const char *text; /* msgid: what is missing */
  const char *source;
} AdviceNeededField;

/* Adds a finding for each field that is absent. */
void advice_check_fields (AdviceChecker *checker,
                          const char *topic,
                          const AdviceNeededField *fields,
                          guint n);
/* The same for the members of a list's item: paths are "LIST[index].MEMBER". @name: the item's name
 * in the finding, taken. */
void advice_check_item (AdviceChecker *checker,
                        const char *topic,
                        const char *list,
                        guint index,
                        BaseText *name,
                        const AdviceNeededField *fields,
                        guint n);
const char *advice_check_string (const AdviceChecker *checker,
                                 const char *list,
                                 guint index,
                                 const char *member);

/* The blocks of the annex. */
void advice_check_company (AdviceChecker *checker);  /* A: advice-readiness-company.c */
void advice_check_size (AdviceChecker *checker);     /* B: advice-readiness-money.c */
void advice_check_money (AdviceChecker *checker);    /* C */
void advice_check_maturity (AdviceChecker *checker); /* D, E: advice-readiness-project.c */
void advice_check_project (AdviceChecker *checker);
void advice_check_partners (AdviceChecker *checker); /* F: advice-readiness-call.c */
void advice_check_call (AdviceChecker *checker);
void advice_check_evidence (AdviceChecker *checker);
void advice_check_declarations (AdviceChecker *checker); /* G */

#define ADVICE_SOURCE_PIC "PIC-FORM https://fdocuments.us/download/how-to-obtain-the-pic.html"
#define ADVICE_SOURCE_PIC_GUIDE                                                                    \
  "PIC-EC "                                                                                        \
  "https://webgate.ec.europa.eu/funding-tenders-opportunities/display/IT/Register+an+organisation"
#define ADVICE_SOURCE_SME                                                                          \
  "SME-EC "                                                                                        \
  "https://single-market-economy.ec.europa.eu/smes/sme-fundamentals/sme-definition_en"
#define ADVICE_SOURCE_DE_MINIMIS "LEX-2831 http://data.europa.eu/eli/reg/2023/2831/oj"
#define ADVICE_SOURCE_CONSORTIUM "DBC-F https://digibcube.eu/faq/"

G_END_DECLS
