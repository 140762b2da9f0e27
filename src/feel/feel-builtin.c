/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

#include <string.h>

/* Finding a built-in function by its name; the functions themselves are in feel-builtin-….c by
 * kind. */

static const FeelBuiltin *const tables[] = {
  feel_number_builtins, feel_string_builtins, feel_list_builtins,
  feel_time_builtins,   feel_range_builtins,
};

static const struct
{
  const char *name;
  const char *reason;
} left_out[] = {
  { "matches", "matches(): regular expressions are not supported" },
  { "replace", "replace(): regular expressions are not supported" },
  { "split", "split(): regular expressions are not supported" },
  { "sort", "sort(): function values are not supported" },
  { "list replace", "list replace(): not supported" },
  { "now", "now(): a decision here does not read the clock; give the date as an input" },
  { "today", "today(): a decision here does not read the clock; give the date as an input" },
  { "external", "external functions are not supported" },
};

gsize
feel_builtin_match (const char *text, const FeelBuiltin **builtin)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const FeelBuiltin *entry = tables[i]; entry->name != NULL; entry++)
      {
        gsize length = *entry->name == *text ? feel_name_match (entry->name, text) : 0;

        if (length > longest)
          {
            longest = length;
            *builtin = entry;
          }
      }
  return longest;
}

const char *
feel_builtin_left_out (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (feel_name_match (left_out[i].name, text) > 0)
      return left_out[i].reason;
  return NULL;
}

int
feel_builtin_parameter (const FeelBuiltin *builtin, const char *name, gsize length)
{
  const char *at = builtin->parameters;

  for (int i = 0; *at != '\0'; i++)
    {
      gsize size = strcspn (at, ",");

      if (size == length && memcmp (at, name, size) == 0)
        return i;
      at += size;
      at += *at == ',';
    }
  return -1;
}

const FeelValue *
feel_builtin_items (const FeelValue *arguments, guint n_arguments, guint *n_items)
{
  if (n_arguments == 1 && arguments[0].kind == FEEL_LIST)
    {
      *n_items = arguments[0].list->n_items;
      return arguments[0].list->items;
    }
  *n_items = n_arguments;
  return arguments;
}
