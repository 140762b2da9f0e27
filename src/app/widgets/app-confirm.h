/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* Above a question whose answer is suggested by an earlier assessment: says so, and takes all of
 * this page with one click. A suggestion is never an answer before somebody confirms it. */
#define APP_TYPE_CONFIRM (app_confirm_get_type ())
G_DECLARE_FINAL_TYPE (AppConfirm, app_confirm, APP, CONFIRM, AdwBin)

/* Shows what is suggested for @question, or hides itself. */
void app_confirm_show (AppConfirm *self, AppPage *page, const char *question);
/* The button stands below the words. */
void app_confirm_set_narrow (AppConfirm *self, gboolean narrow);

G_END_DECLS
