/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A JSON document in memory: nodes, names and texts lie in one arena and go with it. Made by
 * base_json_scan() only; everybody else reads it through BaseJsonCursor. */
typedef struct _BaseJsonTree BaseJsonTree;

typedef enum
{
  BASE_JSON_NULL,
  BASE_JSON_BOOLEAN,
  BASE_JSON_INTEGER,
  BASE_JSON_NUMBER, /* written with a fraction or an exponent */
  BASE_JSON_STRING,
  BASE_JSON_ARRAY,
  BASE_JSON_OBJECT,
} BaseJsonKind;

typedef struct _BaseJsonNode BaseJsonNode;
struct _BaseJsonNode
{
  BaseJsonKind kind;
  guint n; /* items of an array, members of an object */
  union
  {
    gboolean boolean;
    gint64 integer;
    double number;
    const char *string;
    const BaseJsonNode *items; /* values of the members, in the order of the file */
  };
  const char *const *names; /* of the members, ended by NULL; only of an object */
  const guint *order;       /* places of the members sorted by name; only of an object */
};

BaseJsonTree *base_json_tree_new (void) G_GNUC_WARN_UNUSED_RESULT;
void base_json_tree_free (BaseJsonTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseJsonTree, base_json_tree_free)

BaseJsonNode *base_json_tree_root (BaseJsonTree *tree);
/* Memory that lives as long as @tree, for anything that needs no more alignment than a pointer. */
gpointer base_json_tree_allocate (BaseJsonTree *tree, gsize size);
const char *base_json_tree_copy_text (BaseJsonTree *tree, const char *text, gsize length);

/* NULL when @object has no such member. */
const BaseJsonNode *base_json_node_find (const BaseJsonNode *object, const char *name);

G_END_DECLS
