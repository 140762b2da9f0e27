/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-arena.h"

#include <string.h>

/* Blocks that are filled from the front. */

#define BLOCK_BYTES ((gsize)64 * 1024)
#define ALIGNMENT sizeof (gint64)

struct _CatalogueArena
{
  GPtrArray *blocks;
  char *next; /* free part of the newest block */
  gsize left;
};

CatalogueArena *
catalogue_arena_new (void)
{
  CatalogueArena *arena = g_new0 (CatalogueArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  return arena;
}

void
catalogue_arena_free (CatalogueArena *arena)
{
  if (arena == NULL)
    return;
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

/* A piece larger than a block gets one of its own, and the current block stays in use. */
static gpointer
take_own_block (CatalogueArena *arena, gsize bytes)
{
  gpointer block = g_malloc0 (bytes);

  g_ptr_array_add (arena->blocks, block);
  return block;
}

static char *
take (CatalogueArena *arena, gsize bytes)
{
  char *piece;

  if (bytes > BLOCK_BYTES / 4)
    return take_own_block (arena, bytes);
  if (bytes > arena->left)
    {
      arena->next = take_own_block (arena, BLOCK_BYTES);
      arena->left = BLOCK_BYTES;
    }
  piece = arena->next;
  arena->next += bytes;
  arena->left -= bytes;
  return piece;
}

gpointer
catalogue_arena_alloc (CatalogueArena *arena, gsize count, gsize size)
{
  gsize bytes;
  gsize odd;

  g_return_val_if_fail (arena != NULL, NULL);

  if (!g_size_checked_mul (&bytes, MAX (count, 1), size))
    g_error ("catalogue arena: %" G_GSIZE_FORMAT " × %" G_GSIZE_FORMAT " bytes", count, size);
  odd = arena->left % ALIGNMENT; /* blocks start aligned and hold a multiple of it */
  arena->next += odd;
  arena->left -= odd;
  return take (arena, bytes);
}

const char *
catalogue_arena_string (CatalogueArena *arena, const char *string)
{
  gsize bytes;

  g_return_val_if_fail (arena != NULL, NULL);

  if (string == NULL)
    return NULL;
  bytes = strlen (string) + 1;
  return memcpy (take (arena, bytes), string, bytes);
}
