/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-kit-value.h"

#include <string.h>

/* What stands in a test file as a value, and comparing it as the published runners do. */

#define MOST_NESTED 16

xmlNode *
dmn_kit_child (const xmlNode *parent, const char *name)
{
  xmlNode *node = parent != NULL ? parent->children : NULL;

  while (node != NULL
         && (node->type != XML_ELEMENT_NODE || !xmlStrEqual (node->name, (const xmlChar *)name)))
    node = node->next;
  return node;
}

xmlNode *
dmn_kit_next (const xmlNode *node)
{
  const xmlNode *at = node->next;

  while (at != NULL && (at->type != XML_ELEMENT_NODE || !xmlStrEqual (at->name, node->name)))
    at = at->next;
  return (xmlNode *)at;
}

char *
dmn_kit_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp ((xmlNode *)node, (const xmlChar *)name);
  char *copy = g_strdup (value != NULL ? (const char *)value : "");

  xmlFree (value);
  return copy;
}

char *
dmn_kit_content (const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent ((xmlNode *)node);
  char *copy = g_strdup (text != NULL ? (const char *)text : "");

  xmlFree (text);
  return copy;
}

static FeelValue
simple_value (const xmlNode *node, FeelArena *arena)
{
  g_autofree char *type = dmn_kit_attribute (node, "type");
  g_autofree char *nil = dmn_kit_attribute (node, "nil");
  g_autofree char *text = dmn_kit_content (node);
  const char *colon = strchr (type, ':');
  const char *kind = colon != NULL ? colon + 1 : type;
  FeelNumber number;

  if (g_str_equal (nil, "true"))
    return FEEL_NULL_VALUE;
  if (g_str_equal (kind, "boolean"))
    return feel_value_boolean (g_str_equal (g_strstrip (text), "true"));
  if (g_str_equal (kind, "decimal") || g_str_equal (kind, "double")
      || g_str_equal (kind, "integer"))
    return feel_number_parse (g_strstrip (text), -1, &number)
               ? feel_value_number (number)
               : feel_value_null_because ("no number");
  if (g_str_equal (kind, "date"))
    return feel_value_date (g_strstrip (text));
  if (g_str_equal (kind, "time"))
    return feel_value_time (g_strstrip (text));
  if (g_str_equal (kind, "dateTime"))
    return feel_value_date_time (g_strstrip (text));
  if (g_str_equal (kind, "duration"))
    return feel_value_duration (g_strstrip (text));
  return feel_value_string_copy (arena, text, -1);
}

static FeelValue read_value (const xmlNode *parent, FeelArena *arena, guint depth);

static FeelValue
read_components (const xmlNode *parent, FeelArena *arena, guint depth)
{
  FeelContext *context;
  guint n = 0;

  for (const xmlNode *node = dmn_kit_child (parent, "component"); node != NULL;
       node = dmn_kit_next (node))
    n++;
  context = feel_context_new (arena, n);
  n = 0;
  for (const xmlNode *node = dmn_kit_child (parent, "component"); node != NULL;
       node = dmn_kit_next (node), n++)
    {
      g_autofree char *name = dmn_kit_attribute (node, "name");

      context->entries[n].name = feel_arena_copy (arena, name, strlen (name));
      context->entries[n].value = read_value (node, arena, depth + 1);
    }
  return feel_value_context (context);
}

static FeelValue
read_value (const xmlNode *parent, FeelArena *arena, guint depth)
{
  const xmlNode *list = dmn_kit_child (parent, "list"), *value = dmn_kit_child (parent, "value");

  if (depth > MOST_NESTED)
    return feel_value_null_because ("nested too deep");
  if (dmn_kit_child (parent, "component") != NULL)
    return read_components (parent, arena, depth);
  if (list != NULL)
    {
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));

      for (const xmlNode *node = dmn_kit_child (list, "item"); node != NULL;
           node = dmn_kit_next (node))
        {
          FeelValue item = read_value (node, arena, depth + 1);

          g_array_append_val (items, item);
        }
      return feel_value_list (arena, (const FeelValue *)(gpointer)items->data, items->len);
    }
  return value != NULL ? simple_value (value, arena) : FEEL_NULL_VALUE;
}

FeelValue
dmn_kit_read_value (const xmlNode *parent, FeelArena *arena)
{
  return read_value (parent, arena, 0);
}

static gboolean
near (FeelNumber a, FeelNumber b)
{
  FeelNumber apart, limit;

  feel_number_parse ("1e-8", -1, &limit);
  return feel_number_subtract (a, b, &apart)
         && feel_number_compare (feel_number_abs (apart), limit) < 0;
}

static gboolean
contexts_near (FeelValue a, FeelValue b)
{
  if (a.context->n_entries != b.context->n_entries)
    return FALSE;
  for (guint i = 0; i < a.context->n_entries; i++)
    if (!dmn_kit_values_near (a.context->entries[i].value,
                              feel_value_member (b, a.context->entries[i].name)))
      return FALSE;
  return TRUE;
}

gboolean
dmn_kit_values_near (FeelValue a, FeelValue b)
{
  if (a.kind != b.kind)
    return FALSE;
  if (a.kind == FEEL_NUMBER)
    return near (a.number, b.number);
  if (a.kind == FEEL_CONTEXT)
    return contexts_near (a, b);
  if (a.kind != FEEL_LIST)
    return feel_value_identical (a, b);
  if (a.list->n_items != b.list->n_items)
    return FALSE;
  for (guint i = 0; i < a.list->n_items; i++)
    if (!dmn_kit_values_near (a.list->items[i], b.list->items[i]))
      return FALSE;
  return TRUE;
}
