/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "consultation/consultation-respondent.h"
#include "consultation/consultation-spread.h"

G_BEGIN_DECLS

/* One question of the spread: how many said what, where they are apart, and the agreed answer. */
#define APP_TYPE_SPREAD_ROW (app_spread_row_get_type ())
G_DECLARE_FINAL_TYPE (AppSpreadRow, app_spread_row, APP, SPREAD_ROW, AdwExpanderRow)

/* All columns of @question; nothing of @spread is kept but the proposal. */
GtkWidget *app_spread_row_new (AppPage *page,
                               const ConsultationSpread *spread,
                               const SurveyQuestion *question,
                               ConsultationViewer viewer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
