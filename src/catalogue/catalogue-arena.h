/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that is given out piece by piece and freed at once: thousands of small strings and arrays
 * that live exactly as long as their catalogue. */
typedef struct _CatalogueArena CatalogueArena;

CatalogueArena *catalogue_arena_new (void) G_GNUC_WARN_UNUSED_RESULT;
void catalogue_arena_free (CatalogueArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CatalogueArena, catalogue_arena_free)

/* Zeroed, aligned for any scalar. @count may be 0. */
gpointer catalogue_arena_alloc (CatalogueArena *arena, gsize count, gsize size);
#define catalogue_arena_new0(arena, Type, count)                                                   \
  ((Type *)catalogue_arena_alloc ((arena), (count), sizeof (Type)))
/* A copy; NULL for NULL. */
const char *catalogue_arena_string (CatalogueArena *arena, const char *string);

G_END_DECLS
