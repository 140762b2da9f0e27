/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "assessment/assessment-unite.h"

G_BEGIN_DECLS

/* One difference between what is here and what a file brings, with the choice. Signal "chosen"
 * (gboolean taken): a person decided. */
#define APP_TYPE_DIFFERENCE_ROW (app_difference_row_get_type ())
G_DECLARE_FINAL_TYPE (AppDifferenceRow, app_difference_row, APP, DIFFERENCE_ROW, AdwPreferencesRow)

/* @can_take FALSE: shown, but what is here stays (finished assessments). */
GtkWidget *app_difference_row_new (AppSession *session,
                                   const SurveyPack *pack,
                                   const AssessmentDifference *difference,
                                   gboolean can_take) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
