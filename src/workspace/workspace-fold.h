/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the room: text as it is searched.
 *
 * Appends each word of @text (may be NULL) with a space before it, in lower case and without
 * diacritics, so that "Serra Têxtil, Łódź" is " serra textil lodz" and the begin of a word can be
 * found by looking for a space and what was typed. */
void workspace_fold_append (GString *words, const char *text);

G_END_DECLS
