/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "chart/chart-item.h"

G_BEGIN_DECLS

/* The scores of an Advice as charts want them, with words in the window's language: one item a
 * dimension on the scale of the pack's bands, with the document's targets. Owns its strings, those
 * of the language and the pack live as long as the session's; share it by reference among the
 * charts of a page. */
typedef struct _AppProfile AppProfile;

AppProfile *app_profile_new (AppSession *session, const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the scores of @then in the place of targets: what a plan would give. */
AppProfile *app_profile_new_projected (AppSession *session,
                                       const Advice *advice,
                                       const Advice *then) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the scores of @before, an earlier assessment, beside those of now. */
AppProfile *app_profile_new_compared (AppSession *session,
                                      const Advice *before,
                                      const Advice *now) G_GNUC_WARN_UNUSED_RESULT;
AppProfile *app_profile_ref (AppProfile *profile);
void app_profile_unref (AppProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppProfile, app_profile_unref)

guint app_profile_n_items (const AppProfile *profile);
const ChartItem *app_profile_items (const AppProfile *profile);
gboolean app_profile_has_targets (const AppProfile *profile);
gboolean app_profile_has_previous (const AppProfile *profile);
/* An area's score of the earlier assessment as app_profile_area_text() says it; NULL: it had none.
 * Borrowed. */
const char *app_profile_previous_exact (const AppProfile *profile, guint index);
/* Of the whole; for areas without the figures where a pack counts, as an area has fewer marks. */
ChartScale app_profile_scale (const AppProfile *profile);
ChartScale app_profile_area_scale (const AppProfile *profile);
/* The overall score as an item; label "Score". */
ChartItem app_profile_overall (const AppProfile *profile);
/* "27", or while it is open "19–52". Borrowed. */
const char *app_profile_overall_text (const AppProfile *profile);
/* All scores in one sentence, for screen readers: "Digital strategy 33, Digital readiness open".
 * Borrowed. */
const char *app_profile_description (const AppProfile *profile);
/* One sentence an item: "Digital strategy: 33 of 100, Average". Borrowed. */
const char *const *app_profile_tips (const AppProfile *profile);

/* "Moderate": what a chart may call a level where its title has no room; NULL: only the title. The
 * one long name of the bundled packs has such a form. */
const char *app_profile_short_band_title (const SurveyBand *band);

/* A score in hundredths, exactly as it is kept: "26.56" of a mean, "7" of a count; "–" for -1. */
char *app_profile_exact_text (AppSession *session,
                              const SurveyPack *pack,
                              int hundredths) G_GNUC_WARN_UNUSED_RESULT;
/* The same while it is open: "19.00–52.00". */
char *app_profile_exact_range (AppSession *session,
                               const SurveyPack *pack,
                               const SurveyValue *value) G_GNUC_WARN_UNUSED_RESULT;
/* An area's: "33.33", "3" of four of a count; while it is open "19–40". */
char *app_profile_area_text (AppSession *session,
                             const SurveyPack *pack,
                             const SurveyDimensionScore *dimension) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
