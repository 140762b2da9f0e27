/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-unite.h"

#include "assessment/assessment-check.h"
#include "assessment/assessment-document-private.h"

#include <string.h>

/* Two-way merge along the tree of the schema. */

/* What is not merged by its kind alone. */
typedef enum
{
  BY_KIND,
  AS_ONE,   /* an object that is one value */
  AS_UNION, /* a list of links: words of both */
  BY_FILE,  /* evidence */
} Rule;

static const char *const ruled_paths[] = {
  "notes[]",  "declarations[]",       "consents[]",          "agreed.*", "plan.actions[].effects.*",
  "evidence", "evidence[].questions", "evidence[].criteria", NULL
};
static const Rule rules[] = { AS_ONE, AS_ONE, AS_ONE, AS_ONE, AS_ONE, BY_FILE, AS_UNION, AS_UNION };

G_STATIC_ASSERT (G_N_ELEMENTS (rules) + 1 == G_N_ELEMENTS (ruled_paths));

typedef struct
{
  GString *path;    /* for people: "notes[n1].text" */
  GString *pattern; /* for rules: "notes[].text" */
  AssessmentChooseFunc choose;
  gpointer data;
  GPtrArray *differences;
} Union;

typedef struct
{
  gsize path, pattern;
} Place;

static AssessmentNode *unite_nodes (Union *uniting,
                                    const AssessmentField *field,
                                    const AssessmentNode *ours,
                                    const AssessmentNode *theirs);

const char *const *
assessment_unite_ruled_paths (void)
{
  return ruled_paths;
}

void
assessment_difference_free (AssessmentDifference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->path);
  g_free (difference->ours);
  g_free (difference->theirs);
  g_free (difference);
}

/* --- where we are ----------------------------------------------------------------------------- */

static Place
enter (Union *uniting, const char *step, const char *pattern_step)
{
  Place place = { uniting->path->len, uniting->pattern->len };

  g_string_append (uniting->path, step);
  g_string_append (uniting->pattern, pattern_step);
  return place;
}

static Place
enter_member (Union *uniting, const char *name)
{
  g_autofree char *step = g_strconcat (uniting->path->len > 0 ? "." : "", name, NULL);

  return enter (uniting, step, step);
}

static Place
enter_key (Union *uniting, const char *key)
{
  g_autofree char *step = g_strconcat (".", key, NULL);

  return enter (uniting, step, ".*");
}

static Place
enter_item (Union *uniting, const char *key)
{
  g_autofree char *step = g_strconcat ("[", key, "]", NULL);

  return enter (uniting, step, "[]");
}

static void
leave (Union *uniting, Place place)
{
  g_string_truncate (uniting->path, place.path);
  g_string_truncate (uniting->pattern, place.pattern);
}

static Rule
rule_here (const Union *uniting)
{
  for (guint i = 0; ruled_paths[i] != NULL; i++)
    if (g_str_equal (ruled_paths[i], uniting->pattern->str))
      return rules[i];
  return BY_KIND;
}

/* --- differences ------------------------------------------------------------------------------ */

static char *
node_json (const AssessmentField *field, const AssessmentNode *node)
{
  BaseJsonWriter *writer;

  if (node == NULL)
    return NULL;
  writer = base_json_writer_new (FALSE);
  assessment_node_write (node, field, writer, NULL);
  return base_json_writer_finish (writer);
}

/* Takes the texts. TRUE: theirs is taken. */
static gboolean
decide (Union *uniting, char *ours, char *theirs)
{
  AssessmentDifference *difference = g_new0 (AssessmentDifference, 1);
  gboolean taken;

  difference->kind = ours == NULL ? ASSESSMENT_ADDITION : ASSESSMENT_CONFLICT;
  difference->path = g_strdup (uniting->path->str);
  difference->ours = ours;
  difference->theirs = theirs;
  difference->taken = difference->kind == ASSESSMENT_ADDITION;
  if (uniting->choose != NULL)
    difference->taken = uniting->choose (difference, uniting->data);
  taken = difference->taken;
  if (uniting->differences != NULL)
    g_ptr_array_add (uniting->differences, difference);
  else
    assessment_difference_free (difference);
  return taken;
}

static AssessmentNode *
choose_one (Union *uniting,
            const AssessmentField *field,
            const AssessmentNode *ours,
            const AssessmentNode *theirs)
{
  if (decide (uniting, node_json (field, ours), node_json (field, theirs)))
    return assessment_node_ref (theirs);
  return ours == NULL ? NULL : assessment_node_ref (ours);
}

/* --- objects and maps ------------------------------------------------------------------------- */

static AssessmentNode *
child_at (const AssessmentNode *node, guint i)
{
  return node == NULL ? NULL : node->children[i];
}

/* The region of one need not lie in the country of the other: then ours stays, as a conflict. */
static void
check_region (Union *uniting,
              const AssessmentField *field,
              const AssessmentNode *ours,
              const AssessmentNode *theirs,
              AssessmentNode **children)
{
  int region = assessment_field_index (field, "region", strlen ("region"));
  int country = assessment_field_index (field, "country", strlen ("country"));
  const AssessmentNode *where = region < 0 ? NULL : children[region];
  const AssessmentNode *state = country < 0 ? NULL : children[country];
  AssessmentNode *kept = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *kept_problem = NULL;

  if (where == NULL || state == NULL)
    return;
  problem = assessment_check_region (where->text, state->text);
  if (problem == NULL)
    return;
  for (guint side = 0; side < 2 && kept == NULL; side++)
    {
      const AssessmentNode *one = side == 0 ? ours : theirs;
      const AssessmentNode *other = one == NULL ? NULL : one->children[region];

      g_clear_pointer (&kept_problem, g_free);
      kept_problem = other == NULL ? NULL : assessment_check_region (other->text, state->text);
      if (other != NULL && kept_problem == NULL)
        kept = assessment_node_ref (other);
    }
  assessment_node_unref (children[region]);
  children[region] = kept;
}

static AssessmentNode *
unite_objects (Union *uniting,
               const AssessmentField *field,
               const AssessmentNode *ours,
               const AssessmentNode *theirs)
{
  g_autofree AssessmentNode **children = g_new0 (AssessmentNode *, field->n_fields);
  gboolean any = FALSE;

  for (guint i = 0; i < field->n_fields; i++)
    {
      Place place = enter_member (uniting, field->fields[i].name);

      children[i]
          = unite_nodes (uniting, &field->fields[i], child_at (ours, i), child_at (theirs, i));
      leave (uniting, place);
    }
  check_region (uniting, field, ours, theirs, children);
  for (guint i = 0; i < field->n_fields; i++)
    any = any || children[i] != NULL;
  /* An item of a list stays when it is empty, a member goes. */
  if (any || field->name == NULL)
    return assessment_node_new_parent (ASSESSMENT_NODE_OBJECT, children, NULL, field->n_fields);
  return NULL;
}

static gboolean
has_key (GPtrArray *keys, const char *key)
{
  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
}

static AssessmentNode *
unite_maps (Union *uniting,
            const AssessmentField *field,
            const AssessmentNode *ours,
            const AssessmentNode *theirs)
{
  const AssessmentNode *const sides[] = { ours, theirs };
  const AssessmentField *item = field->kind == ASSESSMENT_MAP ? field->item : field;
  guint max = field->kind == ASSESSMENT_MAP ? field->max : ASSESSMENT_MAX_OPTION;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) children = g_ptr_array_new ();

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; sides[side] != NULL && i < sides[side]->n && children->len < max; i++)
      {
        char *key = sides[side]->keys[i];
        Place place;
        AssessmentNode *child;

        if (side == 1 && ours != NULL && has_key (keys, key))
          continue;
        place = enter_key (uniting, key);
        child = unite_nodes (uniting, item, assessment_node_get_key (ours, key),
                             assessment_node_get_key (theirs, key));
        leave (uniting, place);
        if (child == NULL)
          continue;
        g_ptr_array_add (keys, key);
        g_ptr_array_add (children, child);
      }
  if (children->len == 0)
    return NULL;
  return assessment_node_new_parent (ASSESSMENT_NODE_MAP, (AssessmentNode **)children->pdata,
                                     (const char *const *)keys->pdata, children->len);
}

/* --- answers and links ------------------------------------------------------------------------ */

static gboolean
has_gaps (const AssessmentNode *node)
{
  for (guint i = 0; i < node->n; i++)
    if (node->choices.given[i] < 0)
      return TRUE;
  return FALSE;
}

/* Rows that only one of them answered, together; NULL when they contradict each other. */
static AssessmentNode *
fill_gaps (const AssessmentNode *ours, const AssessmentNode *theirs)
{
  g_autofree gint8 *rows = NULL;

  if (ours->n != theirs->n || !(has_gaps (ours) || has_gaps (theirs)))
    return NULL;
  rows = g_memdup2 (ours->choices.given, MAX (ours->n, 1));
  for (guint i = 0; i < ours->n; i++)
    if (rows[i] < 0)
      rows[i] = theirs->choices.given[i];
    else if (theirs->choices.given[i] >= 0 && theirs->choices.given[i] != rows[i])
      return NULL;
  if (!assessment_choices_are_levels (rows, ours->n))
    return NULL;
  return assessment_node_new_choices (rows, ours->n);
}

static AssessmentNode *
unite_choices (Union *uniting,
               const AssessmentField *field,
               const AssessmentNode *ours,
               const AssessmentNode *theirs)
{
  g_autoptr (AssessmentNode) filled = fill_gaps (ours, theirs);

  if (filled == NULL)
    return choose_one (uniting, field, ours, theirs);
  if (assessment_node_equal (filled, ours))
    return assessment_node_ref (ours);
  if (decide (uniting, NULL, node_json (field, filled)))
    return g_steal_pointer (&filled);
  return assessment_node_ref (ours);
}

static AssessmentNode *
unite_links (Union *uniting,
             const AssessmentField *field,
             const AssessmentNode *ours,
             const AssessmentNode *theirs)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (AssessmentNode) both = NULL;

  for (guint i = 0; i < ours->n; i++)
    g_ptr_array_add (words, ours->strings[i]);
  for (guint i = 0; i < theirs->n && words->len < field->max; i++)
    if (!has_key (words, theirs->strings[i]))
      g_ptr_array_add (words, theirs->strings[i]);
  g_ptr_array_add (words, NULL);
  both = assessment_node_new_strings ((const char *const *)words->pdata);
  if (both->n == ours->n)
    return assessment_node_ref (ours);
  if (decide (uniting, NULL, node_json (field, both)))
    return g_steal_pointer (&both);
  return assessment_node_ref (ours);
}

/* --- lists ------------------------------------------------------------------------------------ */

static char *
member_text (const AssessmentField *item, const AssessmentNode *node, const char *member)
{
  int index = assessment_field_index (item, member, strlen (member));
  const AssessmentNode *value = index < 0 ? NULL : node->children[index];

  if (value == NULL)
    return NULL;
  if (value->kind == ASSESSMENT_NODE_TEXT)
    return g_strdup (value->text);
  return node_json (&item->fields[index], value);
}

/* The item of @list that is @node: by file where the rule says so, else by key; NULL: none. */
static const AssessmentNode *
find_partner (const AssessmentField *field, Rule rule, GPtrArray *items, const AssessmentNode *node)
{
  g_autofree char *key = member_text (field->item, node, field->key);
  g_autofree char *file = rule == BY_FILE ? member_text (field->item, node, "sha256") : NULL;

  for (guint pass = file != NULL ? 0 : 1; pass < 2; pass++)
    for (guint i = 0; i < items->len; i++)
      {
        g_autofree char *other_key = member_text (field->item, items->pdata[i], field->key);
        g_autofree char *other_file
            = rule == BY_FILE ? member_text (field->item, items->pdata[i], "sha256") : NULL;

        if (pass == 0
                ? g_strcmp0 (file, other_file) == 0
                : key != NULL && g_strcmp0 (key, other_key) == 0
                      && (file == NULL || other_file == NULL || g_str_equal (file, other_file)))
          return items->pdata[i];
        /* Without key or file an item is only itself. */
        if (pass == 1 && key == NULL && assessment_node_equal (items->pdata[i], node))
          return items->pdata[i];
      }
  return NULL;
}

static gboolean
key_is_taken (const AssessmentField *field, GPtrArray *items, const char *key)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *other = member_text (field->item, items->pdata[i], field->key);

      if (g_strcmp0 (other, key) == 0)
        return TRUE;
    }
  return FALSE;
}

static AssessmentNode *
with_member (const AssessmentField *item,
             const AssessmentNode *node,
             const char *member,
             const char *text)
{
  guint index = (guint)assessment_field_index (item, member, strlen (member));
  g_autofree AssessmentNode **children = g_new0 (AssessmentNode *, node->n);

  for (guint i = 0; i < node->n; i++)
    if (i == index)
      children[i] = assessment_node_new_text (text);
    else if (node->children[i] != NULL)
      children[i] = assessment_node_ref (node->children[i]);
  return assessment_node_new_parent (ASSESSMENT_NODE_OBJECT, children, NULL, node->n);
}

/* An item that only they have. Another file under an id that is taken gets an id of its own, made
 * of the file's hash so that it is the same next time. */
static void
add_item (Union *uniting,
          const AssessmentField *field,
          Rule rule,
          GPtrArray *items,
          const AssessmentNode *node)
{
  g_autofree char *key = member_text (field->item, node, field->key);
  g_autofree char *file = rule == BY_FILE ? member_text (field->item, node, "sha256") : NULL;
  g_autoptr (AssessmentNode) added = assessment_node_ref (node);
  Place place;

  if (items->len >= field->max)
    return;
  if (key != NULL && file != NULL && key_is_taken (field, items, key))
    {
      g_autofree char *fresh = g_strdup_printf ("%.100s-%.12s", key, file);

      g_clear_pointer (&added, assessment_node_unref);
      added = with_member (field->item, node, field->key, fresh);
      g_free (g_steal_pointer (&key));
      key = g_steal_pointer (&fresh);
    }
  place = enter_item (uniting, key != NULL ? key : "");
  if (!(key != NULL && key_is_taken (field, items, key))
      && decide (uniting, NULL, node_json (field->item, added)))
    g_ptr_array_add (items, g_steal_pointer (&added));
  leave (uniting, place);
}

/* One file is one item under our id, whatever they call it. */
static AssessmentNode *
unite_item (Union *uniting,
            const AssessmentField *field,
            const AssessmentNode *ours,
            const AssessmentNode *theirs)
{
  g_autofree char *key = member_text (field->item, ours, field->key);
  g_autofree char *their_key = member_text (field->item, theirs, field->key);
  g_autoptr (AssessmentNode) renamed
      = key != NULL && g_strcmp0 (key, their_key) != 0 && field->item->n_fields > 0
                && ours->children[assessment_field_index (field->item, field->key,
                                                          strlen (field->key))]
                           ->kind
                       == ASSESSMENT_NODE_TEXT
            ? with_member (field->item, theirs, field->key, key)
            : assessment_node_ref (theirs);
  Place place = enter_item (uniting, key != NULL ? key : "");
  AssessmentNode *node = unite_nodes (uniting, field->item, ours, renamed);

  leave (uniting, place);
  return node;
}

static AssessmentNode *
unite_lists (Union *uniting,
             const AssessmentField *field,
             const AssessmentNode *ours,
             const AssessmentNode *theirs)
{
  Rule rule = rule_here (uniting);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; ours != NULL && i < ours->n; i++)
    g_ptr_array_add (items, assessment_node_ref (ours->children[i]));
  for (guint i = 0; i < theirs->n; i++)
    {
      const AssessmentNode *partner = find_partner (field, rule, items, theirs->children[i]);
      guint at;

      if (partner == NULL)
        {
          add_item (uniting, field, rule, items, theirs->children[i]);
          continue;
        }
      g_ptr_array_find (items, partner, &at);
      items->pdata[at] = unite_item (uniting, field, partner, theirs->children[i]);
      assessment_node_unref ((AssessmentNode *)partner);
    }
  if (items->len == 0 && ours == NULL && theirs->n > 0)
    return NULL;
  return assessment_node_new_parent (ASSESSMENT_NODE_LIST, (AssessmentNode **)items->pdata, NULL,
                                     items->len);
}

/* --- the whole -------------------------------------------------------------------------------- */

static AssessmentNode *
unite_nodes (Union *uniting,
             const AssessmentField *field,
             const AssessmentNode *ours,
             const AssessmentNode *theirs)
{
  Rule rule = rule_here (uniting);

  if (theirs == NULL || assessment_node_equal (ours, theirs))
    return ours == NULL ? NULL : assessment_node_ref (ours);
  if (rule == AS_ONE || (ours != NULL && ours->kind != theirs->kind))
    return choose_one (uniting, field, ours, theirs);
  switch (theirs->kind)
    {
    case ASSESSMENT_NODE_OBJECT:
      return unite_objects (uniting, field, ours, theirs);
    case ASSESSMENT_NODE_MAP:
      return unite_maps (uniting, field, ours, theirs);
    case ASSESSMENT_NODE_LIST:
      if (field->key != NULL && theirs->n > 0)
        return unite_lists (uniting, field, ours, theirs);
      return choose_one (uniting, field, ours, theirs);
    case ASSESSMENT_NODE_CHOICES:
      if (ours != NULL)
        return unite_choices (uniting, field, ours, theirs);
      return choose_one (uniting, field, ours, theirs);
    case ASSESSMENT_NODE_STRINGS:
      if (ours != NULL && rule == AS_UNION)
        return unite_links (uniting, field, ours, theirs);
      return choose_one (uniting, field, ours, theirs);
    case ASSESSMENT_NODE_TEXT:
    case ASSESSMENT_NODE_NUMBER:
    case ASSESSMENT_NODE_BOOLEAN:
    default:
      return choose_one (uniting, field, ours, theirs);
    }
}

static char *
pack_json (const AssessmentDocument *document)
{
  return assessment_document_value_to_json (document, "pack");
}

AssessmentDocument *
assessment_document_unite (const AssessmentDocument *ours,
                           const AssessmentDocument *theirs,
                           AssessmentChooseFunc choose,
                           gpointer data,
                           GPtrArray *differences)
{
  Union uniting = { .choose = choose, .data = data, .differences = differences };
  g_autofree char *our_pack = NULL;
  g_autofree char *their_pack = NULL;
  AssessmentDocument *united;

  g_return_val_if_fail (ours != NULL && theirs != NULL, NULL);

  uniting.path = g_string_new (NULL);
  uniting.pattern = g_string_new (NULL);
  our_pack = pack_json (ours);
  their_pack = pack_json (theirs);
  if (!g_str_equal (our_pack, their_pack))
    united = assessment_document_ref (
        (AssessmentDocument *)(decide (&uniting, g_strdup (our_pack), g_strdup (their_pack))
                                   ? theirs
                                   : ours));
  else
    united = _assessment_document_new_take (
        unite_nodes (&uniting, assessment_schema_root (), ours->root, theirs->root));
  g_string_free (uniting.path, TRUE);
  g_string_free (uniting.pattern, TRUE);
  return united;
}
