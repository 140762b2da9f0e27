/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-import.h"

G_BEGIN_DECLS

/* Assessments of a package that its sender had finished. One is finished here too, on the sender's
 * day, when the questionnaire, the rules and the catalogue that made its result are on this
 * computer byte for byte and make the same result again. Of any other the result cannot be shown
 * here later: it stays open, and a person looks at it and finishes it. */
typedef struct
{
  guint finished, open;
} ConsultationArrived;

/* After @import, which is of @package, was applied; only those that were new. @own_folder: the
 * user's own records, may not be there. */
ConsultationArrived consultation_arrived_finish (Workspace *workspace,
                                                 const ExchangePackage *package,
                                                 const ExchangeImport *import,
                                                 const char *own_folder);

G_END_DECLS
