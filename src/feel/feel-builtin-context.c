/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

/* Functions on contexts. */

static FeelValue
none (const char *reason)
{
  return feel_value_null_because (reason);
}

static FeelValue
from_array (GArray *array, FeelArena *arena)
{
  return feel_value_list (arena, (const FeelValue *)(gpointer)array->data, array->len);
}

static FeelValue
call_get_value (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue value = a[0];

  if (a[0].kind != FEEL_CONTEXT || (a[1].kind != FEEL_STRING && a[1].kind != FEEL_LIST))
    return none ("get value() takes a context and the name of an entry, or a list of names");
  for (guint i = 0; i < feel_value_n_items (a[1]); i++)
    {
      FeelValue key = feel_value_item (a[1], i);

      if (key.kind != FEEL_STRING)
        return none ("the name of an entry is no string");
      value = feel_value_member (value, key.string.text);
    }
  return value;
}

static FeelValue
call_get_entries (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FeelValue));

  if (a[0].kind != FEEL_CONTEXT)
    return none ("get entries() takes a context");
  for (guint i = 0; i < a[0].context->n_entries; i++)
    {
      FeelContext *pair = feel_context_new (arena, 2);
      FeelValue value = feel_value_context (pair);

      pair->entries[0].name = "key";
      pair->entries[0].value = feel_value_string (a[0].context->entries[i].name);
      pair->entries[1].name = "value";
      pair->entries[1].value = a[0].context->entries[i].value;
      g_array_append_val (entries, value);
    }
  return from_array (entries, arena);
}

static FeelValue
from_entries (GArray *entries, FeelArena *arena)
{
  FeelContext *context = feel_context_new (arena, entries->len);

  for (guint i = 0; i < entries->len; i++)
    context->entries[i] = g_array_index (entries, FeelEntry, i);
  return feel_value_context (context);
}

/* Sets the entry in its place, or adds it at the end. */
static void
put (GArray *entries, const char *name, FeelValue value)
{
  FeelEntry entry = { name, value };

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (g_array_index (entries, FeelEntry, i).name, name))
      {
        g_array_index (entries, FeelEntry, i) = entry;
        return;
      }
  g_array_append_val (entries, entry);
}

static void
put_all (GArray *entries, const FeelContext *context)
{
  for (guint i = 0; i < context->n_entries; i++)
    put (entries, context->entries[i].name, context->entries[i].value);
}

/* context([{key: "a", value: 1}, …]); a name that stands twice makes no context. */
static FeelValue
call_context (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FeelEntry));

  for (guint i = 0; i < feel_value_n_items (a[0]); i++)
    {
      FeelValue item = feel_value_item (a[0], i), key;

      if (item.kind != FEEL_CONTEXT)
        return none ("context() takes a list of contexts with key and value");
      key = feel_value_member (item, "key");
      if (key.kind != FEEL_STRING)
        return none ("context(): a key is no string");
      put (entries, key.string.text, feel_value_member (item, "value"));
      if (entries->len != i + 1)
        return none ("context(): a key stands twice");
    }
  return from_entries (entries, arena);
}

/* The context with the entry at the end of the path @keys set to @value. */
static FeelValue
put_path (FeelValue context, FeelValue keys, guint from, FeelValue value, FeelArena *arena)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FeelEntry));
  FeelValue key = feel_value_item (keys, from);

  if (context.kind != FEEL_CONTEXT || key.kind != FEEL_STRING)
    return none ("context put() takes a context and the name of an entry, or a list of names");
  if (from + 1 < feel_value_n_items (keys))
    {
      if (from >= FEEL_DEPTH_CAP)
        return none ("context put(): the path is too long");
      value = put_path (feel_value_member (context, key.string.text), keys, from + 1, value, arena);
      if (value.kind == FEEL_NULL)
        return value;
    }
  put_all (entries, context.context);
  put (entries, key.string.text, value);
  return from_entries (entries, arena);
}

static FeelValue
call_context_put (const FeelValue *a, guint n, FeelArena *arena)
{
  return put_path (a[0], a[1], 0, a[2], arena);
}

/* Later contexts win. */
static FeelValue
call_context_merge (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FeelEntry));

  for (guint i = 0; i < feel_value_n_items (a[0]); i++)
    {
      FeelValue item = feel_value_item (a[0], i);

      if (item.kind != FEEL_CONTEXT)
        return none ("context merge() takes a list of contexts");
      put_all (entries, item.context);
    }
  return from_entries (entries, arena);
}

const FeelBuiltin feel_context_builtins[] = {
  { "get value", "m,key|context,key|context,keys", 2, 2, call_get_value },
  { "get entries", "m|context", 1, 1, call_get_entries },
  { "context", "entries", 1, 1, call_context },
  { "context put", "context,key,value|context,keys,value", 3, 3, call_context_put },
  { "context merge", "contexts", 1, 1, call_context_merge },
  { NULL },
};
