/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-arena.h"

G_BEGIN_DECLS

/* Different sets of rules, each once, in the order they came: private to the room. However many
 * combinations of values a table has, they leave few different sets of rules. */
typedef struct
{
  guint n_words;
  GPtrArray *sets;    /* of guint64 *, n_words each */
  GHashTable *lookup; /* only once there are many */
} DmnFamily;

void dmn_family_init (DmnFamily *family, guint n_words);
void dmn_family_clear (DmnFamily *family);
/* Adds a copy of @set, made in @arena; FALSE when the family has it already. */
gboolean dmn_family_add (DmnFamily *family, const guint64 *set, FeelArena *arena);

G_END_DECLS
