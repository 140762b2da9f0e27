/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-import.h"

G_BEGIN_DECLS

/* For -import.c, which compares, and -import-apply.c, which does. */

typedef struct
{
  ExchangeImportItem item;
  AssessmentDocument *theirs;
  AssessmentDocument *ours; /* NULL: not here */
  gboolean deleted;         /* it is itself, not only its company */
} ExchangeImportEntry;

struct _ExchangeImport
{
  GPtrArray *entries; /* ExchangeImportEntry */
  char *company_id;
  gboolean company_is_new, company_is_hidden;
  ExchangeCompany *company; /* records that are not here; NULL: none were sent */
  char **tags_before;       /* with @company */
  guint n_other;
  gboolean take_company;
};

G_END_DECLS
