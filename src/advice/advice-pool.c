/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-pool-private.h"

#include <string.h>

/* An advice is hundreds of small things that live and die together. */

struct _AdvicePool
{
  FeelArena *arena;
  GPtrArray *texts;
};

AdvicePool *
advice_pool_new (void)
{
  AdvicePool *pool = g_new0 (AdvicePool, 1);

  pool->arena = feel_arena_new ();
  pool->texts = g_ptr_array_new_full (512, (GDestroyNotify)base_text_unref);
  return pool;
}

void
advice_pool_free (AdvicePool *pool)
{
  if (pool == NULL)
    return;
  feel_arena_free (pool->arena);
  g_ptr_array_unref (pool->texts);
  g_free (pool);
}

BaseText *
advice_pool_keep (AdvicePool *pool, BaseText *text)
{
  if (text != NULL)
    g_ptr_array_add (pool->texts, text);
  return text;
}

gpointer
advice_pool_alloc (AdvicePool *pool, gsize size)
{
  return feel_arena_alloc (pool->arena, size);
}

const char *
advice_pool_string (AdvicePool *pool, const char *text)
{
  return feel_arena_copy (pool->arena, text, strlen (text));
}

FeelArena *
advice_pool_arena (AdvicePool *pool)
{
  return pool->arena;
}
