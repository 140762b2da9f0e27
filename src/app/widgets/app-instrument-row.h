/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* One kind of support: closed, its state, what it is and its programme; open, each criterion, what
 * to check, what would change it, what can be done today, and the source.
 *
 * Signals for own kinds of support: "edit" and "remove" (the id). */
#define APP_TYPE_INSTRUMENT_ROW (app_instrument_row_get_type ())
G_DECLARE_FINAL_TYPE (AppInstrumentRow, app_instrument_row, APP, INSTRUMENT_ROW, AdwExpanderRow)

/* @tags: makes the column of the states as wide in all rows of the page. */
GtkWidget *app_instrument_row_new (AppPage *page, GtkSizeGroup *tags) G_GNUC_WARN_UNUSED_RESULT;
/* @instrument: of the page's Advice, which the row keeps. What is open stays open, the focus stays
 * where it is. */
void app_instrument_row_show (AppInstrumentRow *self, const AdviceInstrument *instrument);

G_END_DECLS
