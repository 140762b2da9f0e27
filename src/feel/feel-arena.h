/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory of one evaluation: taken piece by piece, given back all at once. A value's string, list,
 * range or context lives in the arena that was passed when it was made, and dies with that arena's
 * free or reset. */
typedef struct _FeelArena FeelArena;

FeelArena *feel_arena_new (void) G_GNUC_WARN_UNUSED_RESULT;
void feel_arena_free (FeelArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeelArena, feel_arena_free)

/* Forgets everything taken, keeps the first block: use one arena for a whole loop of evaluations.
 */
void feel_arena_reset (FeelArena *arena);
/* Bytes taken since new or reset. The evaluator stops, with a null that says so, above
 * FEEL_ARENA_CAP. */
gsize feel_arena_size (const FeelArena *arena);
#define FEEL_ARENA_CAP ((gsize)64 * 1024 * 1024)

/* Zeroed, aligned for every type here. Never NULL. */
gpointer feel_arena_alloc (FeelArena *arena, gsize size);
/* The same, not zeroed: for what is filled at once. */
gpointer feel_arena_take (FeelArena *arena, gsize size);
/* @length bytes and a closing NUL. */
char *feel_arena_copy (FeelArena *arena, const char *text, gsize length);
char *feel_arena_printf (FeelArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A text kept once: equal texts give the same pointer. For names and for the constants of a model.
 */
const char *feel_arena_intern (FeelArena *arena, const char *text, gsize length);

G_END_DECLS
