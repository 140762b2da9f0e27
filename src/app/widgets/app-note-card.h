/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"

G_BEGIN_DECLS

/* One note in a card. The company's own is a text; an adviser's is signed, dated, and says whether
 * it goes into the report. It comes into the document with its first letter, and an empty one goes
 * when the focus leaves it: an empty note is none. */
#define APP_TYPE_NOTE_CARD (app_note_card_get_type ())
G_DECLARE_FINAL_TYPE (AppNoteCard, app_note_card, APP, NOTE_CARD, GtkBox)

/* What an adviser's note has as its "kind"; the company's own has none. */
#define APP_NOTE_ADVISER "adviser"

/* @question: NULL for a note to the company as a whole; @kind: NULL or APP_NOTE_ADVISER, of a note
 * that is not there yet. */
GtkWidget *app_note_card_new (AppPage *page, const char *id, const char *question, const char *kind)
    G_GNUC_WARN_UNUSED_RESULT;
const char *app_note_card_get_id (AppNoteCard *self);
/* Not in the document. */
gboolean app_note_card_is_empty (AppNoteCard *self);
/* The document changed. */
void app_note_card_update (AppNoteCard *self);
void app_note_card_focus (AppNoteCard *self);

G_END_DECLS
