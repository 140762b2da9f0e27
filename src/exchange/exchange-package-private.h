/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-package.h"
#include "exchange/exchange-source.h"

G_BEGIN_DECLS

/* For the writer, which reads again what it wrote. Takes @source. */
ExchangePackage *_exchange_package_read_source (ExchangeSource *source,
                                                ExchangeEvidenceFunc evidence,
                                                gpointer data,
                                                GCancellable *cancellable,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the documents of a package amount to; @answers, @notes and @assessments grow. */
void _exchange_package_count (ExchangeCounts *counts, const AssessmentDocument *document);

G_END_DECLS
