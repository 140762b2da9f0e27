/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

#include "consultation/consultation-respondent.h"

G_BEGIN_DECLS

/* Whether the one who works here advises companies, and how they sign. An owner with one company is
 * not shown what only an adviser needs.
 *
 * Properties: "chosen" (the person said so; a setting), "on" (read-only: chosen, or there is more
 * than one company), "author" (what the person signs notes with: typed once, never taken from the
 * login; "" before), "names" (whose names the pages show: AppNames), "focus" (id of the one company
 * that may be seen, on a shared screen; NULL: all; never remembered). */
#define APP_TYPE_ADVISER (app_adviser_get_type ())
G_DECLARE_FINAL_TYPE (AppAdviser, app_adviser, APP, ADVISER, GObject)

/* Names of people who answered separately. An owner sees those who agreed, whatever is set. */
typedef enum
{
  APP_NAMES_AGREED,
  APP_NAMES_ALL,
  APP_NAMES_NONE,
} AppNames;

/* The bundled example, which makes nobody an adviser. */
#define APP_SAMPLE_ID "a1f0c2d4-6b1e-4c57-9a3d-2f8e5b7c9d10"

/* @settings (may be NULL: nothing is remembered) and @store (may be NULL) are not owned beyond a
 * reference. */
AppAdviser *app_adviser_new (GSettings *settings, AppStore *store) G_GNUC_WARN_UNUSED_RESULT;

gboolean app_adviser_is_on (AppAdviser *self);
void app_adviser_set_chosen (AppAdviser *self, gboolean chosen);
/* Never NULL. */
const char *app_adviser_get_author (AppAdviser *self);
void app_adviser_set_author (AppAdviser *self, const char *author);
AppNames app_adviser_get_names (AppAdviser *self);
void app_adviser_set_names (AppAdviser *self, AppNames names);
/* While it is not NULL no page, title or list of any window shows another company. */
const char *app_adviser_get_focus (AppAdviser *self);
void app_adviser_set_focus (AppAdviser *self, const char *company_id);
ConsultationViewer app_adviser_get_viewer (AppAdviser *self);

G_END_DECLS
