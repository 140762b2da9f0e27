/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-family.h"

#include <string.h>

static guint
hash_set (const DmnFamily *family, const guint64 *set)
{
  guint64 hash = 0;

  for (guint i = 0; i < family->n_words; i++)
    hash = (hash ^ set[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint)(hash >> 32) | 1;
}

static gboolean
same_set (const DmnFamily *family, const guint64 *a, const guint64 *b)
{
  return memcmp (a, b, family->n_words * sizeof (guint64)) == 0;
}

/* Keyed by hash; each entry is the index of the newest set of that hash, older ones are found by
 * looking on. */
#define FEW_SETS 16

static void
family_hash (DmnFamily *family, guint index)
{
  guint hash = hash_set (family, g_ptr_array_index (family->sets, index));

  while (g_hash_table_contains (family->lookup, GUINT_TO_POINTER (hash)))
    hash += 2;
  g_hash_table_insert (family->lookup, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (index));
}

/* Keyed by hash; a set whose key is taken stands at the next free one. */
static gboolean
family_has (const DmnFamily *family, const guint64 *set)
{
  gpointer index;

  if (family->lookup == NULL)
    {
      for (guint i = 0; i < family->sets->len; i++)
        if (same_set (family, g_ptr_array_index (family->sets, i), set))
          return TRUE;
      return FALSE;
    }
  for (guint hash = hash_set (family, set);; hash += 2)
    {
      if (!g_hash_table_lookup_extended (family->lookup, GUINT_TO_POINTER (hash), NULL, &index))
        return FALSE;
      if (same_set (family, g_ptr_array_index (family->sets, GPOINTER_TO_UINT (index)), set))
        return TRUE;
    }
}

gboolean
dmn_family_add (DmnFamily *family, const guint64 *set, FeelArena *arena)
{
  gsize size = family->n_words * sizeof (guint64);
  guint64 *copy;

  if (family_has (family, set))
    return FALSE;
  copy = feel_arena_alloc (arena, size);
  memcpy (copy, set, size);
  g_ptr_array_add (family->sets, copy);
  if (family->lookup != NULL)
    family_hash (family, family->sets->len - 1);
  else if (family->sets->len == FEW_SETS)
    {
      family->lookup = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < FEW_SETS; i++)
        family_hash (family, i);
    }
  return TRUE;
}

void
dmn_family_init (DmnFamily *family, guint n_words)
{
  family->n_words = n_words;
  family->sets = g_ptr_array_new ();
  family->lookup = NULL;
}

void
dmn_family_clear (DmnFamily *family)
{
  g_ptr_array_unref (family->sets);
  g_clear_pointer (&family->lookup, g_hash_table_unref);
}
