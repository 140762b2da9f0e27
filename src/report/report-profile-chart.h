/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/chart-item.h"
#include "report/report-flow.h"

G_BEGIN_DECLS

/* The company's scores as charts on paper. */

/* A dot plot of all dimensions; @label_width: where its axis starts; @whole: whole numbers and the
 * owner’s names. */
void report_profile_dots (
    ReportFlow *flow, double x, double width, double label_width, gboolean small, gboolean whole);
/* The height it takes. */
double report_profile_dots_height (ReportFlow *flow, gboolean small);
void report_profile_radar (ReportFlow *flow, double x, double width, double height);
/* The scale of bands with the place of one score: a dimension's, or the overall score for
 * G_MAXUINT. */
void report_profile_ruler (ReportFlow *flow, guint dimension);
void report_profile_key (ReportFlow *flow, double x, double width, gboolean radar);
gboolean report_profile_has_targets (Report *report);
/* A dimension's target in hundredths, -1 when none is set. */
int report_profile_target (Report *report, const char *dimension);
/* What the dots show, for those who do not see them. */
const char *report_profile_words (Report *report);

/* Hundredths of the stage before, -1 when it is not at hand or open. */
int report_profile_before (Report *report, const SurveyDimension *dimension);
gboolean report_profile_has_before (Report *report);

/* The pack's levels; or, where dimensions have another scale than the overall score (the quick scan
 * counts to 12, its dimensions are percent), quarters without names. @bands: what the scale points
 * to, to be freed after it. */
ChartScale report_profile_scale (Report *report, gboolean per_dimension, ChartBand **bands);

G_END_DECLS
