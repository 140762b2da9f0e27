/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* A note to one question: a button until there is one, then a small text field. An empty note is
 * none. */
#define APP_TYPE_NOTE (app_note_get_type ())
G_DECLARE_FINAL_TYPE (AppNote, app_note, APP, NOTE, AdwBin)

/* Shows the note of @question of the page's document. */
void app_note_show (AppNote *self, AppPage *page, const char *question);

G_END_DECLS
