/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

#include <string.h>

/* Finding a built-in function by its name; the functions themselves are in feel-builtin-….c by
 * kind. */

static const FeelBuiltin *const tables[] = {
  feel_number_builtins, feel_string_builtins, feel_list_builtins,
  feel_time_builtins,   feel_range_builtins,  feel_context_builtins,
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

/* Each way to call the function, as its own list of names. */
static char **
signature (const char *names)
{
  return g_strsplit (names, ",", -1);
}

gboolean
feel_builtin_has_parameter (const FeelBuiltin *builtin, const char *name)
{
  g_auto (GStrv) ways = g_strsplit (builtin->parameters, "|", -1);

  for (guint i = 0; ways[i] != NULL; i++)
    {
      g_auto (GStrv) names = signature (ways[i]);

      if (g_strv_contains ((const char *const *)names, name))
        return TRUE;
    }
  return FALSE;
}

/* TRUE when @names has all of @used; @in_place: each where it was written. */
static gboolean
fits (char **names, GPtrArray *used, gboolean in_place)
{
  guint n = g_strv_length (names);

  for (guint i = 0; i < used->len; i++)
    if (used->pdata[i] != NULL
        && (in_place ? i >= n || !g_str_equal (names[i], used->pdata[i])
                     : !g_strv_contains ((const char *const *)names, used->pdata[i])))
      return FALSE;
  return TRUE;
}

/* before(point, range) and before(range, point) have the same names: there the order counts. */
char **
feel_builtin_parameters (const FeelBuiltin *builtin, GPtrArray *used)
{
  g_auto (GStrv) ways = g_strsplit (builtin->parameters, "|", -1);

  for (int in_place = TRUE; in_place >= FALSE; in_place--)
    for (guint i = 0; ways[i] != NULL; i++)
      {
        g_auto (GStrv) names = signature (ways[i]);

        if (fits (names, used, in_place))
          return g_steal_pointer (&names);
      }
  return signature (ways[0]);
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
