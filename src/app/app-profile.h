/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "chart/chart-item.h"

G_BEGIN_DECLS

/* The scores of an Advice as charts want them, with words in the window's language: one item a
 * dimension on the scale of the pack's bands. Owns all its strings; share it by reference among the
 * charts of a page. */
typedef struct _AppProfile AppProfile;

AppProfile *app_profile_new (AppSession *session, Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
AppProfile *app_profile_ref (AppProfile *profile);
void app_profile_unref (AppProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppProfile, app_profile_unref)

guint app_profile_n_items (const AppProfile *profile);
const ChartItem *app_profile_items (const AppProfile *profile);
ChartScale app_profile_scale (const AppProfile *profile);
/* The overall score as an item; label "Score". */
ChartItem app_profile_overall (const AppProfile *profile);
/* "27", or while it is open "19 to 52". Borrowed. */
const char *app_profile_overall_text (const AppProfile *profile);
/* All scores as one sentence a dimension, for screen readers: "Digital strategy 33, Digital
 * readiness open." Borrowed. */
const char *app_profile_description (const AppProfile *profile);

G_END_DECLS
