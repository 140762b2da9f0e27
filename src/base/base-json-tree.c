/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json-tree.h"

#include <string.h>

#define BLOCK 65536
#define ALIGNMENT G_ALIGNOF (BaseJsonNode)

struct _BaseJsonTree
{
  BaseJsonNode root;
  GPtrArray *blocks;
  GPtrArray *indexes;
  char *free; /* in the block that is being filled */
  gsize left;
};

BaseJsonTree *
base_json_tree_new (void)
{
  BaseJsonTree *tree = g_new0 (BaseJsonTree, 1);

  tree->blocks = g_ptr_array_new_with_free_func (g_free);
  tree->indexes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  return tree;
}

void
base_json_tree_free (BaseJsonTree *tree)
{
  if (tree == NULL)
    return;
  g_ptr_array_unref (tree->indexes);
  g_ptr_array_unref (tree->blocks);
  g_free (tree);
}

BaseJsonNode *
base_json_tree_root (BaseJsonTree *tree)
{
  return &tree->root;
}

/* What is larger than a quarter of a block gets one of its own, so that little is wasted. */
static gpointer
take (BaseJsonTree *tree, gsize size)
{
  gpointer taken;

  if (size > BLOCK / 4)
    {
      taken = g_malloc (size);
      g_ptr_array_add (tree->blocks, taken);
      return taken;
    }
  if (size > tree->left)
    {
      tree->free = g_malloc (BLOCK);
      tree->left = BLOCK;
      g_ptr_array_add (tree->blocks, tree->free);
    }
  taken = tree->free;
  tree->free += size;
  tree->left -= size;
  return taken;
}

const char *
base_json_tree_add_text (BaseJsonTree *tree, const char *text, gsize length)
{
  char *copy = take (tree, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

const BaseJsonNode *
base_json_tree_add_nodes (BaseJsonTree *tree, const BaseJsonNode *nodes, guint n)
{
  gsize pad = (ALIGNMENT - (guintptr)tree->free % ALIGNMENT) % ALIGNMENT;
  BaseJsonNode *copy;

  if (n == 0)
    return NULL;
  pad = MIN (pad, tree->left);
  tree->free += pad;
  tree->left -= pad;
  copy = take (tree, n * sizeof *nodes);
  memcpy (copy, nodes, n * sizeof *nodes);
  return copy;
}

GHashTable *
base_json_tree_add_index (BaseJsonTree *tree)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  g_ptr_array_add (tree->indexes, index);
  return index;
}

const BaseJsonNode *
base_json_node_member (const BaseJsonNode *object, const char *name)
{
  if (object->index != NULL)
    {
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (object->index, name));
      return place > 0 ? object->items + place - 1 : NULL;
    }
  for (guint i = 0; i < object->length; i++)
    if (strcmp (object->items[i].member, name) == 0)
      return object->items + i;
  return NULL;
}
