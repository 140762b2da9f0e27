/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-flow.h"

G_BEGIN_DECLS

typedef struct
{
  const char *whose;  /* "For the company" */
  const char *name;   /* of the firm; NULL leaves the line out */
  const char *person; /* under the line; NULL likewise */
} ReportSigner;

/* A heading with a field for each of at most three: place and date, signature. Stays together, and
 * with what stands before it. */
void report_signature_add (ReportFlow *flow, const ReportSigner *signers, guint n);

G_END_DECLS
