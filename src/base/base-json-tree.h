/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The values of one JSON text: what the scanner makes and base-json.h reads. All of it lies in a
 * few blocks of memory that go together. */
typedef struct _BaseJsonTree BaseJsonTree;

typedef enum
{
  BASE_JSON_NULL,
  BASE_JSON_BOOLEAN,
  BASE_JSON_INTEGER, /* written without fraction and exponent */
  BASE_JSON_NUMBER,
  BASE_JSON_STRING,
  BASE_JSON_ARRAY,
  BASE_JSON_OBJECT,
} BaseJsonKind;

typedef struct _BaseJsonNode BaseJsonNode;
struct _BaseJsonNode
{
  BaseJsonKind kind;
  guint length;       /* of an array or object */
  const char *member; /* its name in the object that it stands in; NULL elsewhere */
  union
  {
    gboolean boolean;
    gint64 integer;
    double number;
    const char *string;
    const BaseJsonNode *items; /* of an array or object, in the order of the text */
  };
  GHashTable *index; /* of an object with many members: name → place + 1; else NULL */
};

BaseJsonTree *base_json_tree_new (void) G_GNUC_WARN_UNUSED_RESULT;
void base_json_tree_free (BaseJsonTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseJsonTree, base_json_tree_free)

/* The outermost value. */
BaseJsonNode *base_json_tree_root (BaseJsonTree *tree);

/* While it is made. A copy of @length bytes with a NUL after them. */
const char *base_json_tree_add_text (BaseJsonTree *tree, const char *text, gsize length);
const BaseJsonNode *
base_json_tree_add_nodes (BaseJsonTree *tree, const BaseJsonNode *nodes, guint n);
/* An empty index, kept until the tree is freed. */
GHashTable *base_json_tree_add_index (BaseJsonTree *tree);

/* NULL when @object has no such member. */
const BaseJsonNode *base_json_node_member (const BaseJsonNode *object, const char *name);

G_END_DECLS
