/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-arena.h"

#include <string.h>

/* A chain of blocks that double in size; the newest is filled from its start. Zeroed when taken,
 * not when reset. */

#define FIRST_BLOCK ((gsize)4096)
#define LARGEST_BLOCK ((gsize)1024 * 1024)

typedef struct _Block Block;
struct _Block
{
  Block *older;
  gsize size;
  gsize used;
  _Alignas(16) guint8 bytes[];
};

struct _FeelArena
{
  Block *newest;
  gsize taken;
  GHashTable *interned; /* made by the first feel_arena_intern() */
};

static Block *
block_new (gsize size, Block *older)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->older = older;
  block->size = size;
  block->used = 0;
  return block;
}

FeelArena *
feel_arena_new (void)
{
  FeelArena *arena = g_new0 (FeelArena, 1);

  arena->newest = block_new (FIRST_BLOCK, NULL);
  return arena;
}

void
feel_arena_free (FeelArena *arena)
{
  if (arena == NULL)
    return;
  feel_arena_reset (arena);
  g_free (arena->newest);
  g_free (arena);
}

void
feel_arena_reset (FeelArena *arena)
{
  while (arena->newest->older != NULL)
    {
      Block *older = arena->newest->older;

      g_free (arena->newest);
      arena->newest = older;
    }
  arena->newest->used = 0;
  arena->taken = 0;
  g_clear_pointer (&arena->interned, g_hash_table_unref);
}

gsize
feel_arena_size (const FeelArena *arena)
{
  return arena->taken;
}

gpointer
feel_arena_take (FeelArena *arena, gsize size)
{
  Block *block = arena->newest;
  gpointer room;

  size = (size + 15) & ~(gsize)15;
  if (block->size - block->used < size)
    {
      gsize next = MIN (block->size * 2, LARGEST_BLOCK);

      block = arena->newest = block_new (MAX (next, size), block);
    }
  room = block->bytes + block->used;
  block->used += size;
  arena->taken += size;
  return room;
}

gpointer
feel_arena_alloc (FeelArena *arena, gsize size)
{
  return memset (feel_arena_take (arena, size), 0, size);
}

char *
feel_arena_copy (FeelArena *arena, const char *text, gsize length)
{
  char *copy = feel_arena_alloc (arena, length + 1);

  memcpy (copy, text, length);
  return copy;
}

char *
feel_arena_printf (FeelArena *arena, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return feel_arena_copy (arena, text, strlen (text));
}

const char *
feel_arena_intern (FeelArena *arena, const char *text, gsize length)
{
  g_autofree char *key = g_strndup (text, length);
  const char *known;

  if (arena->interned == NULL)
    arena->interned = g_hash_table_new (g_str_hash, g_str_equal);
  known = g_hash_table_lookup (arena->interned, key);
  if (known == NULL)
    {
      char *copy = feel_arena_copy (arena, key, strlen (key));

      g_hash_table_add (arena->interned, copy);
      known = copy;
    }
  return known;
}
