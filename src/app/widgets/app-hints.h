/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Why a question is asked, and an example from a small firm: two quiet cards. */
#define APP_TYPE_HINTS (app_hints_get_type ())
G_DECLARE_FINAL_TYPE (AppHints, app_hints, APP, HINTS, AdwBin)

/* A text may be NULL: then its card is not there. */
void app_hints_set (AppHints *self, const char *why, const char *example);

G_END_DECLS
