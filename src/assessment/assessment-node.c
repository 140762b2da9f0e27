/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-node.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Immutable tree with shared branches. Each node is one block: the struct, then what its pointers
 * point to. */

static AssessmentNode *
new_node (AssessmentNodeKind kind, guint n, gsize payload)
{
  AssessmentNode *node = g_atomic_rc_box_alloc0 (sizeof (AssessmentNode) + payload);

  node->kind = kind;
  node->n = n;
  return node;
}

AssessmentNode *
assessment_node_new_text (const char *text)
{
  gsize length = strlen (text);
  AssessmentNode *node = new_node (ASSESSMENT_NODE_TEXT, (guint)length, length + 1);

  node->text = memcpy (node + 1, text, length + 1);
  return node;
}

AssessmentNode *
assessment_node_new_number (double number)
{
  AssessmentNode *node = new_node (ASSESSMENT_NODE_NUMBER, 0, 0);

  node->number = number + 0.0; /* no minus zero */
  return node;
}

AssessmentNode *
assessment_node_new_boolean (gboolean boolean)
{
  AssessmentNode *node = new_node (ASSESSMENT_NODE_BOOLEAN, 0, 0);

  node->boolean = boolean != FALSE;
  return node;
}

AssessmentNode *
assessment_node_new_strings (const char *const *strings)
{
  guint n = g_strv_length ((char **)strings);
  AssessmentNode *node = new_node (ASSESSMENT_NODE_STRINGS, n, (n + 1) * sizeof (char *));

  node->strings = (char **)(node + 1);
  for (guint i = 0; i < n; i++)
    node->strings[i] = g_strdup (strings[i]);
  return node;
}

gboolean
assessment_choices_are_ticks (const gint8 *given, guint n)
{
  guint64 seen = 0;

  for (guint i = 0; i < n; i++)
    {
      if (given[i] < 1 || given[i] > ASSESSMENT_MAX_OPTION)
        return FALSE;
      if (seen & (G_GUINT64_CONSTANT (1) << (given[i] - 1)))
        return FALSE;
      seen |= G_GUINT64_CONSTANT (1) << (given[i] - 1);
    }
  return TRUE;
}

gboolean
assessment_choices_are_levels (const gint8 *given, guint n)
{
  if (n > ASSESSMENT_MAX_OPTION)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (given[i] < -1 || given[i] > ASSESSMENT_MAX_LEVEL)
      return FALSE;
  return TRUE;
}

static int
compare_ticks (const void *a, const void *b)
{
  return *(const guint8 *)a - *(const guint8 *)b;
}

AssessmentNode *
assessment_node_new_choices (const gint8 *given, guint n)
{
  /* One byte more, so that no answer, even an empty one, has NULL for its ticks. */
  AssessmentNode *node = new_node (ASSESSMENT_NODE_CHOICES, n, 2 * (gsize)n + 1);
  gint8 *copy = (gint8 *)(node + 1);

  if (n > 0)
    memcpy (copy, given, n);
  node->choices.given = copy;
  if (assessment_choices_are_levels (given, n))
    node->choices.levels = copy;
  if (assessment_choices_are_ticks (given, n))
    {
      node->choices.ticks = (guint8 *)copy + n;
      if (n > 0)
        memcpy (node->choices.ticks, given, n);
      qsort (node->choices.ticks, n, 1, compare_ticks);
    }
  g_assert (node->choices.levels != NULL || node->choices.ticks != NULL);
  return node;
}

static AssessmentNode *
new_parent (AssessmentNodeKind kind, guint n)
{
  AssessmentNode *node = new_node (
      kind, n, ((gsize)n + (kind == ASSESSMENT_NODE_MAP ? n + 1 : 0)) * sizeof (void *));

  node->children = (AssessmentNode **)(node + 1);
  if (kind == ASSESSMENT_NODE_MAP)
    node->keys = (char **)(node->children + n);
  return node;
}

AssessmentNode *
assessment_node_new_empty (const AssessmentField *field)
{
  if (field->kind == ASSESSMENT_OBJECT)
    return new_parent (ASSESSMENT_NODE_OBJECT, field->n_fields);
  return new_parent (field->kind == ASSESSMENT_LIST ? ASSESSMENT_NODE_LIST : ASSESSMENT_NODE_MAP,
                     0);
}

AssessmentNode *
assessment_node_ref (const AssessmentNode *node)
{
  return g_atomic_rc_box_acquire ((AssessmentNode *)node);
}

static void
clear_node (void *data)
{
  AssessmentNode *node = data;

  switch (node->kind)
    {
    case ASSESSMENT_NODE_STRINGS:
      for (guint i = 0; i < node->n; i++)
        g_free (node->strings[i]);
      break;
    case ASSESSMENT_NODE_MAP:
      for (guint i = 0; i < node->n; i++)
        g_ref_string_release (node->keys[i]);
      G_GNUC_FALLTHROUGH;
    case ASSESSMENT_NODE_OBJECT:
    case ASSESSMENT_NODE_LIST:
      for (guint i = 0; i < node->n; i++)
        assessment_node_unref (node->children[i]);
      break;
    case ASSESSMENT_NODE_TEXT:
    case ASSESSMENT_NODE_NUMBER:
    case ASSESSMENT_NODE_BOOLEAN:
    case ASSESSMENT_NODE_CHOICES:
    default:
      break;
    }
}

void
assessment_node_unref (AssessmentNode *node)
{
  if (node != NULL)
    g_atomic_rc_box_release_full (node, clear_node);
}

/* --- finding ---------------------------------------------------------------------------------- */

/* As strcmp, but runs of digits compare as numbers; equal only when the same. */
static int
compare_keys (const char *a, const char *b, gsize b_length)
{
  const char *end_b = b + b_length;

  for (; *a != '\0' && b < end_b; a++, b++)
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          gsize digits_a = strspn (a, "0123456789"), digits_b = 0;

          /* In the middle of a run the lengths still tell, as the runs were the same so far. */
          while (b + digits_b < end_b && g_ascii_isdigit (b[digits_b]))
            digits_b++;
          if (digits_a != digits_b)
            return digits_a < digits_b ? -1 : 1;
        }
      if (*a != *b)
        return (guchar)*a < (guchar)*b ? -1 : 1;
    }
  return (*a != '\0') - (b < end_b);
}

/* Where @key is in a map, or would be. */
static guint
find_key (const AssessmentNode *map, const char *key, gsize length, gboolean *found)
{
  guint low = 0, high = map->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = compare_keys (map->keys[middle], key, length);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *found = FALSE;
  return low;
}

static AssessmentNodeKind
container_kind (const AssessmentStep *step)
{
  switch (step->kind)
    {
    case ASSESSMENT_STEP_ITEM:
      return ASSESSMENT_NODE_LIST;
    case ASSESSMENT_STEP_KEY:
      return ASSESSMENT_NODE_MAP;
    case ASSESSMENT_STEP_MEMBER:
    default:
      return ASSESSMENT_NODE_OBJECT;
    }
}

static const AssessmentNode *
find_child (const AssessmentNode *node, const AssessmentStep *step)
{
  guint index = step->index;

  if (node == NULL || node->kind != container_kind (step))
    return NULL;
  if (step->kind == ASSESSMENT_STEP_KEY)
    {
      gboolean found;

      index = find_key (node, step->key, step->key_length, &found);
      return found ? node->children[index] : NULL;
    }
  return index < node->n ? node->children[index] : NULL;
}

const AssessmentNode *
assessment_node_get_key (const AssessmentNode *node, const char *key)
{
  AssessmentStep step = { .kind = ASSESSMENT_STEP_KEY, .key = key, .key_length = strlen (key) };

  return find_child (node, &step);
}

const AssessmentNode *
assessment_node_find (const AssessmentNode *root, const AssessmentPath *path)
{
  const AssessmentNode *node = root;

  for (guint i = 0; i < path->n_steps && node != NULL; i++)
    node = find_child (node, &path->steps[i]);
  return node;
}

/* --- replacing -------------------------------------------------------------------------------- */

/* A copy of a container whose children from @at on are moved by @shift: +1 leaves a gap at @at, -1
 * leaves out the one at @at. */
static AssessmentNode *
copy_shifted (const AssessmentNode *old, guint at, int shift)
{
  AssessmentNode *node = new_parent (old->kind, (guint)((int)old->n + shift));

  for (guint i = 0; i < old->n; i++)
    {
      guint to = i < at ? i : (guint)((int)i + shift);

      if (shift < 0 && i == at)
        continue;
      node->children[to] = old->children[i] == NULL ? NULL : assessment_node_ref (old->children[i]);
      if (old->keys != NULL && old->kind == ASSESSMENT_NODE_MAP)
        node->keys[to] = g_ref_string_acquire (old->keys[i]);
    }
  return node;
}

static gboolean
is_empty (const AssessmentNode *node)
{
  for (guint i = 0; i < node->n; i++)
    if (node->children[i] != NULL)
      return FALSE;
  return TRUE;
}

static AssessmentNode *
set_at (const AssessmentNode *old, guint index, AssessmentNode *child)
{
  AssessmentNode *node = copy_shifted (old, index, 0);

  assessment_node_unref (node->children[index]);
  node->children[index] = child;
  return node;
}

static AssessmentNode *
set_key (const AssessmentNode *old, const AssessmentStep *step, AssessmentNode *child)
{
  gboolean found;
  guint index = find_key (old, step->key, step->key_length, &found);
  g_autofree char *key = NULL;
  AssessmentNode *node;

  if (found && child != NULL)
    return set_at (old, index, child);
  if (found)
    return copy_shifted (old, index, -1);
  if (child == NULL)
    return copy_shifted (old, old->n, 0);
  key = g_strndup (step->key, step->key_length);
  node = copy_shifted (old, index, 1);
  node->keys[index] = g_ref_string_new (key);
  node->children[index] = child;
  return node;
}

static AssessmentNode *
set_item (const AssessmentNode *old, guint index, AssessmentNode *child)
{
  AssessmentNode *node;

  if (child == NULL)
    return copy_shifted (old, index, -1);
  if (index < old->n)
    return set_at (old, index, child);
  node = copy_shifted (old, old->n, 1);
  node->children[old->n] = child;
  return node;
}

static AssessmentNode *
replace (const AssessmentNode *node,
         const AssessmentStep *steps,
         guint n_steps,
         AssessmentNode *value)
{
  g_autoptr (AssessmentNode) container = NULL;
  g_autoptr (AssessmentNode) copy = NULL;
  AssessmentNode *child;

  if (n_steps == 0)
    return value;
  if (node != NULL && node->kind == container_kind (steps))
    container = assessment_node_ref (node);
  else if (steps->kind == ASSESSMENT_STEP_KEY) /* an answer that gets columns is a map too */
    container = new_parent (ASSESSMENT_NODE_MAP, 0);
  else
    container = assessment_node_new_empty (steps->parent);

  child = replace (find_child (container, steps), steps + 1, n_steps - 1, value);
  if (steps->kind == ASSESSMENT_STEP_MEMBER)
    copy = set_at (container, steps->index, child);
  else if (steps->kind == ASSESSMENT_STEP_KEY)
    copy = set_key (container, steps, child);
  else if (child == NULL && n_steps > 1)
    copy = set_item (container, steps->index, assessment_node_new_empty (steps->field));
  else
    copy = set_item (container, steps->index, child);
  return is_empty (copy) ? NULL : g_steal_pointer (&copy);
}

AssessmentNode *
assessment_node_replace (const AssessmentNode *root,
                         const AssessmentPath *path,
                         AssessmentNode *value)
{
  AssessmentNode *node = replace (root, path->steps, path->n_steps, value);

  return node != NULL ? node : assessment_node_new_empty (assessment_schema_root ());
}

AssessmentNode *
assessment_node_new_parent (AssessmentNodeKind kind,
                            AssessmentNode **children,
                            const char *const *keys,
                            guint n)
{
  AssessmentNode *node;

  if (kind != ASSESSMENT_NODE_MAP)
    {
      node = new_parent (kind, n);
      if (n > 0)
        memcpy (node->children, children, n * sizeof *children);
      return node;
    }
  node = new_parent (kind, 0);
  for (guint i = 0; i < n; i++)
    {
      AssessmentStep step
          = { .kind = ASSESSMENT_STEP_KEY, .key = keys[i], .key_length = strlen (keys[i]) };
      AssessmentNode *larger = set_key (node, &step, children[i]);

      assessment_node_unref (node);
      node = larger;
    }
  return node;
}

/* --- comparing and writing -------------------------------------------------------------------- */

static gboolean
children_equal (const AssessmentNode *a, const AssessmentNode *b)
{
  for (guint i = 0; i < a->n; i++)
    {
      if (a->kind == ASSESSMENT_NODE_MAP && !g_str_equal (a->keys[i], b->keys[i]))
        return FALSE;
      if (!assessment_node_equal (a->children[i], b->children[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
assessment_node_equal (const AssessmentNode *a, const AssessmentNode *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind || a->n != b->n)
    return FALSE;
  switch (a->kind)
    {
    case ASSESSMENT_NODE_TEXT:
      return memcmp (a->text, b->text, a->n) == 0;
    case ASSESSMENT_NODE_NUMBER:
      return memcmp (&a->number, &b->number, sizeof a->number) == 0;
    case ASSESSMENT_NODE_BOOLEAN:
      return a->boolean == b->boolean;
    case ASSESSMENT_NODE_STRINGS:
      return g_strv_equal ((const char *const *)a->strings, (const char *const *)b->strings);
    case ASSESSMENT_NODE_CHOICES:
      return memcmp (a->choices.given, b->choices.given, a->n) == 0;
    case ASSESSMENT_NODE_OBJECT:
    case ASSESSMENT_NODE_LIST:
    case ASSESSMENT_NODE_MAP:
    default:
      return children_equal (a, b);
    }
}

static void
write_number (BaseJsonWriter *writer, const char *member, double number)
{
  if (fabs (number) <= 9007199254740991.0 && rint (number) >= number && rint (number) <= number)
    base_json_writer_integer (writer, member, (gint64)number);
  else
    base_json_writer_number (writer, member, number);
}

static void
write_choices (const AssessmentNode *node, BaseJsonWriter *writer, const char *member)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < node->n; i++)
    if (node->choices.given[i] < 0)
      base_json_writer_null (writer, NULL);
    else
      base_json_writer_integer (writer, NULL, node->choices.given[i]);
  base_json_writer_end_array (writer);
}

static void
write_children (const AssessmentNode *node, const AssessmentField *field, BaseJsonWriter *writer)
{
  for (guint i = 0; i < node->n; i++)
    if (node->children[i] == NULL)
      continue;
    else if (node->kind == ASSESSMENT_NODE_OBJECT)
      assessment_node_write (node->children[i], &field->fields[i], writer, field->fields[i].name);
    else if (node->kind == ASSESSMENT_NODE_LIST)
      assessment_node_write (node->children[i], field->item, writer, NULL);
    else
      assessment_node_write (node->children[i], field->kind == ASSESSMENT_MAP ? field->item : field,
                             writer, node->keys[i]);
}

void
assessment_node_write (const AssessmentNode *node,
                       const AssessmentField *field,
                       BaseJsonWriter *writer,
                       const char *member)
{
  switch (node->kind)
    {
    case ASSESSMENT_NODE_TEXT:
      base_json_writer_string (writer, member, node->text);
      break;
    case ASSESSMENT_NODE_NUMBER:
      write_number (writer, member, node->number);
      break;
    case ASSESSMENT_NODE_BOOLEAN:
      base_json_writer_boolean (writer, member, node->boolean);
      break;
    case ASSESSMENT_NODE_STRINGS:
      base_json_writer_strings (writer, member, (const char *const *)node->strings);
      break;
    case ASSESSMENT_NODE_CHOICES:
      write_choices (node, writer, member);
      break;
    case ASSESSMENT_NODE_LIST:
      base_json_writer_begin_array (writer, member);
      write_children (node, field, writer);
      base_json_writer_end_array (writer);
      break;
    case ASSESSMENT_NODE_OBJECT:
    case ASSESSMENT_NODE_MAP:
    default:
      base_json_writer_begin_object (writer, member);
      write_children (node, field, writer);
      base_json_writer_end_object (writer);
      break;
    }
}
