/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* The notes to one question, or to the company as a whole, and the quiet buttons that add to them:
 * the company's own note for everybody, an adviser's note for an adviser, the documents that prove
 * the answer. */
#define APP_TYPE_NOTES (app_notes_get_type ())
G_DECLARE_FINAL_TYPE (AppNotes, app_notes, APP, NOTES, GtkBox)

/* @question: NULL for the company as a whole. */
void app_notes_show (AppNotes *self, AppPage *page, const char *question);

G_END_DECLS
