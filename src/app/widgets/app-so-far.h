/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-profile.h"

G_BEGIN_DECLS

/* The live picture beside the questions: a small radar, the score or what is still reachable.
 * Property "compact": radar and ruler side by side, without words. */
#define APP_TYPE_SO_FAR (app_so_far_get_type ())
G_DECLARE_FINAL_TYPE (AppSoFar, app_so_far, APP, SO_FAR, AdwBin)

void app_so_far_show (AppSoFar *self, AppSession *session, Advice *advice, AppProfile *profile);

G_END_DECLS
