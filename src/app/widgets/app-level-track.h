/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* The stages of one row as a small way: a radio button a stage, the walked part solid, the rest
 * dots. It is a radio group for keys and screen readers; while no stage is chosen no stop is
 * filled.
 *
 * Signal "chosen" (int level): by a person. */
#define APP_TYPE_LEVEL_TRACK (app_level_track_get_type ())
G_DECLARE_FINAL_TYPE (AppLevelTrack, app_level_track, APP, LEVEL_TRACK, GtkWidget)

/* @titles: one a level, NULL-terminated. @words: the stops show their titles instead of figures.
 * @row: accessible name. */
GtkWidget *app_level_track_new (const char *row, const char *const *titles, gboolean words);
/* -1: none chosen. */
void app_level_track_set_level (AppLevelTrack *self, int level);
int app_level_track_get_level (AppLevelTrack *self);
/* A suggested level gets a dashed stop; -1 none. */
void app_level_track_set_suggested (AppLevelTrack *self, int level);
/* The chosen stop, or the first. */
GtkWidget *app_level_track_get_stop (AppLevelTrack *self);

G_END_DECLS
