/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* What the catalogue says about a kind of support, whoever asks: who pays, for whom, how much,
 * when, and where it says so. Whether a company fits is the Advice's matter. @instrument must
 * outlive the widget. */
GtkWidget *
app_instrument_record_new (AppSession *session,
                           const Catalogue *catalogue,
                           const CatalogueInstrument *instrument) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
