/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* What a catalogue says of a record, fact by fact. Nothing is added when there is nothing to say.
 */
void app_facts_add (GtkBox *box, const char *name, const char *text);
/* @lines: of strings, ended by NULL in here; @between: what parts them. */
void app_facts_add_lines (GtkBox *box, const char *name, GPtrArray *lines, const char *between);

G_END_DECLS
