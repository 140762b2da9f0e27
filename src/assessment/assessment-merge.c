/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-merge.h"

#include "assessment/assessment-check.h"
#include "assessment/assessment-document-private.h"

#include <string.h>

/* Three-way merge along the tree; branches that nobody or one side changed are shared, not copied.
 */

typedef struct
{
  GString *path; /* of the node being merged */
  GPtrArray *conflicts;
} Merge;

static AssessmentNode *merge_nodes (Merge *merge,
                                    const AssessmentField *field,
                                    const AssessmentNode *base,
                                    const AssessmentNode *ours,
                                    const AssessmentNode *theirs);

static AssessmentNode *
ref_or_null (const AssessmentNode *node)
{
  return node == NULL ? NULL : assessment_node_ref (node);
}

static void
add_conflict (Merge *merge)
{
  if (merge->conflicts != NULL)
    g_ptr_array_add (merge->conflicts, g_strdup (merge->path->str));
}

static AssessmentNode *
keep_ours (Merge *merge, const AssessmentNode *ours)
{
  add_conflict (merge);
  return ref_or_null (ours);
}

static gsize
enter_member (Merge *merge, const char *name)
{
  gsize length = merge->path->len;

  if (length > 0)
    g_string_append_c (merge->path, '.');
  g_string_append (merge->path, name);
  return length;
}

static void
unref_nodes (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    assessment_node_unref (nodes->pdata[i]);
  g_ptr_array_unref (nodes);
}

/* Hands @children over to the new node. */
static AssessmentNode *
new_parent (AssessmentNodeKind kind, GPtrArray *children, const char *const *keys)
{
  AssessmentNode *node
      = assessment_node_new_parent (kind, (AssessmentNode **)children->pdata, keys, children->len);

  g_ptr_array_unref (children);
  return node;
}

/* Each side was right for itself, but the country of one and the region of the other need not fit.
 */
static void
drop_region (Merge *merge, const AssessmentField *field, GPtrArray *children)
{
  int region = assessment_field_index (field, "region", strlen ("region"));
  int country = assessment_field_index (field, "country", strlen ("country"));
  const AssessmentNode *where = region < 0 ? NULL : children->pdata[region];
  const AssessmentNode *state = country < 0 ? NULL : children->pdata[country];
  g_autofree char *problem = NULL;

  if (where == NULL || state == NULL)
    return;
  problem = assessment_check_region (where->text, state->text);
  if (problem != NULL)
    {
      gsize length = enter_member (merge, "region");

      add_conflict (merge);
      g_string_truncate (merge->path, length);
      g_clear_pointer (&children->pdata[region], assessment_node_unref);
    }
}

static AssessmentNode *
merge_objects (Merge *merge,
               const AssessmentField *field,
               const AssessmentNode *base,
               const AssessmentNode *ours,
               const AssessmentNode *theirs)
{
  GPtrArray *children = g_ptr_array_sized_new (field->n_fields);

  for (guint i = 0; i < field->n_fields; i++)
    {
      gsize length = enter_member (merge, field->fields[i].name);

      g_ptr_array_add (children, merge_nodes (merge, &field->fields[i],
                                              base == NULL ? NULL : base->children[i],
                                              ours->children[i], theirs->children[i]));
      g_string_truncate (merge->path, length);
    }
  drop_region (merge, field, children);
  for (guint i = 0; i < children->len; i++)
    if (children->pdata[i] != NULL)
      return new_parent (ASSESSMENT_NODE_OBJECT, children, NULL);
  g_ptr_array_unref (children);
  /* An item of a list stays when it is empty, a member goes. */
  return field->name == NULL ? assessment_node_new_empty (field) : NULL;
}

/* Merges the children of @keys that are not in @done yet. */
static void
merge_keys (Merge *merge,
            const AssessmentField *field,
            const AssessmentNode *keys,
            const AssessmentNode *const sides[3],
            GHashTable *done,
            GPtrArray *children,
            GPtrArray *names)
{
  for (guint i = 0; i < keys->n; i++)
    {
      gsize length;
      AssessmentNode *child;

      if (!g_hash_table_add (done, keys->keys[i]))
        continue;
      length = enter_member (merge, keys->keys[i]);
      child = merge_nodes (merge, field->kind == ASSESSMENT_MAP ? field->item : field,
                           assessment_node_get_key (sides[0], keys->keys[i]),
                           assessment_node_get_key (sides[1], keys->keys[i]),
                           assessment_node_get_key (sides[2], keys->keys[i]));
      g_string_truncate (merge->path, length);
      if (child == NULL)
        continue;
      g_ptr_array_add (children, child);
      g_ptr_array_add (names, keys->keys[i]);
    }
}

static AssessmentNode *
merge_maps (Merge *merge,
            const AssessmentField *field,
            const AssessmentNode *base,
            const AssessmentNode *ours,
            const AssessmentNode *theirs)
{
  const AssessmentNode *const sides[3] = { base, ours, theirs };
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *children = g_ptr_array_new ();
  guint max = field->kind == ASSESSMENT_MAP ? field->max : ASSESSMENT_MAX_OPTION;

  merge_keys (merge, field, ours, sides, done, children, names);
  merge_keys (merge, field, theirs, sides, done, children, names);
  if (children->len > 0 && children->len <= max)
    return new_parent (ASSESSMENT_NODE_MAP, children, (const char *const *)names->pdata);
  if (children->len == 0)
    {
      g_ptr_array_unref (children);
      return NULL;
    }
  unref_nodes (children);
  return keep_ours (merge, ours);
}

static AssessmentNode *
merge_lists (Merge *merge,
             const AssessmentField *field,
             const AssessmentNode *base,
             const AssessmentNode *ours,
             const AssessmentNode *theirs)
{
  GPtrArray *children = g_ptr_array_sized_new (ours->n);
  g_autoptr (AssessmentNode) node = NULL;
  g_autofree char *problem = NULL;
  guint second;

  for (guint i = 0; i < ours->n; i++)
    {
      gsize length = merge->path->len;

      g_string_append_printf (merge->path, "[%u]", i);
      g_ptr_array_add (children, merge_nodes (merge, field->item, base->children[i],
                                              ours->children[i], theirs->children[i]));
      g_string_truncate (merge->path, length);
    }
  node = new_parent (ASSESSMENT_NODE_LIST, children, NULL);
  problem = assessment_check_keys (field, node, &second);
  return problem == NULL ? g_steal_pointer (&node) : keep_ours (merge, ours);
}

static gboolean
same_items (const AssessmentNode *base, const AssessmentNode *ours, const AssessmentNode *theirs)
{
  return base != NULL && base->kind == ASSESSMENT_NODE_LIST && base->n == ours->n
         && base->n == theirs->n;
}

/* What lost its last member is absent, but only what stood in it was removed. */
static AssessmentNode *
or_empty (const AssessmentField *field, const AssessmentNode *node)
{
  if (node == NULL && (field->kind == ASSESSMENT_OBJECT || field->kind == ASSESSMENT_MAP))
    return assessment_node_new_empty (field);
  return ref_or_null (node);
}

static AssessmentNode *
merge_nodes (Merge *merge,
             const AssessmentField *field,
             const AssessmentNode *base,
             const AssessmentNode *given_ours,
             const AssessmentNode *given_theirs)
{
  g_autoptr (AssessmentNode) ours = or_empty (field, given_ours);
  g_autoptr (AssessmentNode) theirs = or_empty (field, given_theirs);

  if (assessment_node_equal (given_ours, given_theirs)
      || assessment_node_equal (base, given_theirs))
    return ref_or_null (given_ours);
  if (assessment_node_equal (base, given_ours))
    return ref_or_null (given_theirs);
  if (ours == NULL || theirs == NULL || ours->kind != theirs->kind)
    return keep_ours (merge, ours);
  if (ours->kind == ASSESSMENT_NODE_OBJECT)
    return merge_objects (merge, field, base, ours, theirs);
  if (ours->kind == ASSESSMENT_NODE_MAP)
    return merge_maps (merge, field, base, ours, theirs);
  if (ours->kind == ASSESSMENT_NODE_LIST && same_items (base, ours, theirs))
    return merge_lists (merge, field, base, ours, theirs);
  return keep_ours (merge, ours);
}

AssessmentDocument *
assessment_document_merge (const AssessmentDocument *base,
                           const AssessmentDocument *ours,
                           const AssessmentDocument *theirs,
                           GPtrArray *conflicts)
{
  Merge merge = { .conflicts = conflicts };
  AssessmentNode *root;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);

  merge.path = g_string_new (NULL);
  root = merge_nodes (&merge, assessment_schema_root (), base->root, ours->root, theirs->root);
  g_string_free (merge.path, TRUE);
  return _assessment_document_new_take (root);
}
