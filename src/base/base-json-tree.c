/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json-tree.h"

#include <string.h>

/* The arena of a JSON document. Reading a catalogue makes some ten thousand nodes and texts: one
 * allocation each, and one hash table an object, would take most of the time. */

#define FIRST_BLOCK ((gsize)4096)
#define LARGEST_BLOCK ((gsize)1024 * 1024)
#define ALIGNMENT (sizeof (gpointer))

typedef struct _Block Block;
struct _Block
{
  Block *next;
  gint64 bytes[]; /* aligned */
};

struct _BaseJsonTree
{
  Block *blocks;
  char *at; /* free room in the newest block */
  gsize left;
  gsize next_size;
  BaseJsonNode root;
};

BaseJsonTree *
base_json_tree_new (void)
{
  BaseJsonTree *tree = g_new0 (BaseJsonTree, 1);

  tree->next_size = FIRST_BLOCK;
  return tree;
}

void
base_json_tree_free (BaseJsonTree *tree)
{
  if (tree == NULL)
    return;
  while (tree->blocks != NULL)
    {
      Block *next = tree->blocks->next;

      g_free (tree->blocks);
      tree->blocks = next;
    }
  g_free (tree);
}

BaseJsonNode *
base_json_tree_root (BaseJsonTree *tree)
{
  return &tree->root;
}

static void
add_block (BaseJsonTree *tree, gsize size)
{
  Block *block = g_malloc (sizeof (Block) + size);

  block->next = tree->blocks;
  tree->blocks = block;
  tree->at = (char *)block->bytes;
  tree->left = size;
}

gpointer
base_json_tree_allocate (BaseJsonTree *tree, gsize size)
{
  gpointer memory;

  size = MAX ((size + ALIGNMENT - 1) & ~(ALIGNMENT - 1), ALIGNMENT);
  if (size > tree->left)
    {
      add_block (tree, MAX (size, tree->next_size));
      tree->next_size = MIN (tree->next_size * 2, LARGEST_BLOCK);
    }
  memory = tree->at;
  tree->at += size;
  tree->left -= size;
  return memory;
}

const char *
base_json_tree_copy_text (BaseJsonTree *tree, const char *text, gsize length)
{
  char *copy = base_json_tree_allocate (tree, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

const BaseJsonNode *
base_json_node_find (const BaseJsonNode *object, const char *name)
{
  guint low = 0;
  guint high = object->n;

  g_assert (object->kind == BASE_JSON_OBJECT);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint place = object->order[middle];
      int order = strcmp (name, object->names[place]);

      if (order == 0)
        return &object->items[place];
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
