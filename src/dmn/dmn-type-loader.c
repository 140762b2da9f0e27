/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-loader.h"

#include <string.h>

/* Item definitions: names for types, their allowed values, structures and lists. They may refer to
 * each other in any order, but not in a circle. */

#define MOST_NESTED 32

static const DmnType *find_type (DmnLoader *loader, const xmlNode *node, const char *name);

/* "feel:number", "kie:string" and "number" mean the same. */
static const char *
without_prefix (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const FeelExpression *
dmn_load_tests (DmnLoader *loader, const xmlNode *parent, const char *name, const char **text)
{
  const xmlNode *node = dmn_xml_child (loader, parent, name);
  g_autoptr (FeelScope) scope = NULL;
  GError *error = NULL;
  const FeelExpression *tests;
  const FeelTest *items;
  const char *content;
  gboolean negated;
  guint n;

  if (node == NULL)
    return NULL;
  content = dmn_xml_child_text (loader, node, "text");
  if (text != NULL)
    *text = content;
  if (*content == '\0')
    return NULL;
  scope = feel_scope_new ();
  tests = feel_tests_parse (content, scope, loader->model->arena, &error);
  if (tests == NULL)
    dmn_loader_fail_feel (loader, node, content, error);
  else if (!feel_tests_is_any (tests) && !feel_tests_simple (tests, &items, &n, &negated))
    dmn_loader_fail (loader, node, DMN_ERROR_UNSUPPORTED,
                     "“%.80s”: allowed values other than constants and ranges are not supported",
                     content);
  return loader->failed ? NULL : tests;
}

guint
dmn_tests_values (const FeelExpression *tests, FeelArena *arena, FeelValue **values)
{
  const FeelTest *items;
  guint n;
  gboolean negated;

  *values = NULL;
  if (tests == NULL || !feel_tests_simple (tests, &items, &n, &negated) || negated)
    return 0;
  for (guint i = 0; i < n; i++)
    if (items[i].is_range)
      return 0;
  *values = feel_arena_alloc (arena, n * sizeof (FeelValue));
  for (guint i = 0; i < n; i++)
    (*values)[i] = items[i].value;
  return n;
}

typedef struct
{
  const xmlNode *node;
  DmnType *type;
  gboolean busy;
  gboolean done;
} Entry;

static void load_components (DmnLoader *loader, const xmlNode *node, DmnType *type, guint depth);

static void
take_over (DmnType *type, const DmnType *base)
{
  const char *name = type->name;
  gboolean collection = type->collection;

  *type = *base;
  type->name = name;
  type->collection |= collection;
}

static void
load_definition (DmnLoader *loader, const xmlNode *node, DmnType *type, guint depth)
{
  const char *reference = dmn_xml_child_text (loader, node, "typeRef");
  const FeelExpression *allowed;

  if (depth > MOST_NESTED)
    {
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "type definitions nested deeper than %d",
                       MOST_NESTED);
      return;
    }
  type->collection = g_str_equal (dmn_xml_attribute (loader, node, "isCollection"), "true");
  if (*reference != '\0')
    {
      const DmnType *base = find_type (loader, node, reference);

      if (base == NULL)
        return;
      take_over (type, base);
    }
  else
    load_components (loader, node, type, depth);
  allowed = dmn_load_tests (loader, node, "allowedValues", NULL);
  if (allowed == NULL)
    allowed = dmn_load_tests (loader, node, "typeConstraint", NULL);
  if (allowed == NULL)
    return;
  type->allowed = allowed;
  type->n_values = dmn_tests_values (allowed, loader->model->arena, &type->values);
  for (guint i = 0; i < type->n_values; i++)
    if (type->kind != FEEL_NULL && type->values[i].kind != type->kind
        && type->values[i].kind != FEEL_NULL)
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                       "type “%s”: an allowed value is a %s, expected a %s", type->name,
                       feel_kind_name (type->values[i].kind), feel_kind_name (type->kind));
}

static void
load_components (DmnLoader *loader, const xmlNode *node, DmnType *type, guint depth)
{
  FeelArena *arena = loader->model->arena;
  guint n = dmn_xml_count (loader, node, "itemComponent"), i = 0;

  if (n == 0)
    return; /* a definition without a type: anything */
  type->kind = FEEL_CONTEXT;
  type->component_names = feel_arena_alloc (arena, n * sizeof (char *));
  type->components = feel_arena_alloc (arena, n * sizeof (DmnType *));
  for (const xmlNode *part = dmn_xml_child (loader, node, "itemComponent"); part != NULL;
       part = dmn_xml_next (loader, part), i++)
    {
      DmnType *component = feel_arena_alloc (arena, sizeof (DmnType));

      component->name = dmn_xml_attribute (loader, part, "name");
      g_ptr_array_add (loader->members, (char *)component->name);
      load_definition (loader, part, component, depth + 1);
      type->component_names[i] = component->name;
      type->components[i] = component;
    }
  type->n_components = n;
}

static const DmnType *
find_type (DmnLoader *loader, const xmlNode *node, const char *reference)
{
  const char *name = without_prefix (reference);
  Entry *entry = g_hash_table_lookup (loader->types, reference);
  const DmnType *type;

  if (entry == NULL)
    entry = g_hash_table_lookup (loader->types, name);
  if (entry == NULL)
    {
      type = dmn_type_builtin (name);
      if (type == NULL)
        dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the type “%s” is not defined", reference);
      return type;
    }
  if (entry->busy)
    {
      dmn_loader_fail (loader, node, DMN_ERROR_MODEL, "the type “%s” is defined by itself",
                       reference);
      return NULL;
    }
  if (!entry->done)
    {
      entry->busy = TRUE;
      load_definition (loader, entry->node, entry->type, 0);
      entry->busy = FALSE;
      entry->done = TRUE;
    }
  return loader->failed ? NULL : entry->type;
}

void
dmn_load_types (DmnLoader *loader, const xmlNode *definitions)
{
  for (const xmlNode *node = dmn_xml_child (loader, definitions, "itemDefinition"); node != NULL;
       node = dmn_xml_next (loader, node))
    {
      Entry *entry = feel_arena_alloc (loader->model->arena, sizeof (Entry));
      const char *name = dmn_xml_attribute (loader, node, "name");

      if (*name == '\0' || g_hash_table_contains (loader->types, name))
        dmn_loader_fail (loader, node, DMN_ERROR_MODEL,
                         *name == '\0' ? "an item definition has no name%s"
                                       : "the type “%s” is defined twice",
                         name);
      entry->node = node;
      entry->type = feel_arena_alloc (loader->model->arena, sizeof (DmnType));
      entry->type->name = name;
      g_hash_table_insert (loader->types, (char *)name, entry);
    }
  for (const xmlNode *node = dmn_xml_child (loader, definitions, "itemDefinition");
       node != NULL && !loader->failed; node = dmn_xml_next (loader, node))
    find_type (loader, node, dmn_xml_attribute (loader, node, "name"));
}

const DmnType *
dmn_load_type_ref (DmnLoader *loader, const xmlNode *node)
{
  const char *name = node != NULL ? dmn_xml_attribute (loader, node, "typeRef") : "";
  const DmnType *type;

  if (*name == '\0' && node != NULL)
    name = dmn_xml_child_text (loader, node, "typeRef");
  type = *name != '\0' ? find_type (loader, node, name) : NULL;
  return type != NULL ? type : dmn_type_builtin ("Any");
}
