/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-scope.h"

#include "feel/feel-error.h"

#include <string.h>

G_DEFINE_QUARK (feel - error - quark, feel_error)

typedef struct
{
  char *name;
  guint id;
  char **parameters;
} Function;

struct _FeelScope
{
  GPtrArray *variables; /* names by slot */
  guint most_slots;
  GArray *functions;  /* of Function */
  GPtrArray *members; /* names */
};

static void
function_clear (gpointer data)
{
  Function *function = data;

  g_free (function->name);
  g_strfreev (function->parameters);
}

FeelScope *
feel_scope_new (void)
{
  FeelScope *scope = g_new0 (FeelScope, 1);

  scope->variables = g_ptr_array_new_with_free_func (g_free);
  scope->members = g_ptr_array_new_with_free_func (g_free);
  scope->functions = g_array_new (FALSE, FALSE, sizeof (Function));
  g_array_set_clear_func (scope->functions, function_clear);
  return scope;
}

void
feel_scope_free (FeelScope *scope)
{
  if (scope == NULL)
    return;
  g_ptr_array_unref (scope->variables);
  g_ptr_array_unref (scope->members);
  g_array_unref (scope->functions);
  g_free (scope);
}

guint
feel_scope_add (FeelScope *scope, const char *name)
{
  return feel_scope_push (scope, name);
}

guint
feel_scope_push (FeelScope *scope, const char *name)
{
  g_ptr_array_add (scope->variables, feel_name_normalise (name));
  scope->most_slots = MAX (scope->most_slots, scope->variables->len);
  return scope->variables->len - 1;
}

void
feel_scope_pop (FeelScope *scope)
{
  g_ptr_array_set_size (scope->variables, (int)scope->variables->len - 1);
}

guint
feel_scope_n_slots (const FeelScope *scope)
{
  return scope->variables->len;
}

guint
feel_scope_most_slots (const FeelScope *scope)
{
  return scope->most_slots;
}

void
feel_scope_add_function (FeelScope *scope,
                         const char *name,
                         guint id,
                         const char *const *parameters)
{
  Function function = { feel_name_normalise (name), id, g_strdupv ((char **)parameters) };

  g_array_append_val (scope->functions, function);
}

void
feel_scope_add_member (FeelScope *scope, const char *name)
{
  g_ptr_array_add (scope->members, feel_name_normalise (name));
}

gboolean
feel_name_character (gunichar character, gboolean first)
{
  if (character == '_' || character == '$' || g_unichar_isalpha (character))
    return TRUE;
  if (first)
    return FALSE;
  return character == '\'' || character == 0xb7 || g_unichar_isdigit (character)
         || g_unichar_ismark (character);
}

static gboolean
goes_on (const char *text, const char *end)
{
  gunichar last = g_utf8_get_char (g_utf8_prev_char (end));

  return end > text && feel_name_character (last, FALSE)
         && feel_name_character (g_utf8_get_char (end), FALSE);
}

gsize
feel_name_match (const char *name, const char *text)
{
  const char *at = text;

  for (; *name != '\0'; name++)
    {
      if (*name == ' ')
        {
          if (!g_ascii_isspace (*at))
            return 0;
          while (g_ascii_isspace (*at))
            at++;
          continue;
        }
      if (*name != *at)
        return 0;
      at++;
    }
  return at == text || goes_on (text, at) ? 0 : (gsize)(at - text);
}

gsize
feel_scope_match_variable (const FeelScope *scope, const char *text, guint *slot)
{
  gsize longest = 0;

  for (guint i = scope->variables->len; i > 0; i--)
    {
      gsize length = feel_name_match (g_ptr_array_index (scope->variables, i - 1), text);

      if (length > longest)
        {
          longest = length;
          *slot = i - 1;
        }
    }
  return longest;
}

gsize
feel_scope_match_function (const FeelScope *scope, const char *text, guint *id)
{
  gsize longest = 0;

  for (guint i = 0; i < scope->functions->len; i++)
    {
      const Function *function = &g_array_index (scope->functions, Function, i);
      gsize length = feel_name_match (function->name, text);

      if (length > longest)
        {
          longest = length;
          *id = function->id;
        }
    }
  return longest;
}

gsize
feel_scope_match_member (const FeelScope *scope, const char *text, const char **name)
{
  gsize longest = 0;

  for (guint i = 0; i < scope->members->len; i++)
    {
      gsize length = feel_name_match (g_ptr_array_index (scope->members, i), text);

      if (length > longest)
        {
          longest = length;
          *name = g_ptr_array_index (scope->members, i);
        }
    }
  return longest;
}

const char *const *
feel_scope_function_parameters (const FeelScope *scope, guint id)
{
  for (guint i = 0; i < scope->functions->len; i++)
    {
      const Function *function = &g_array_index (scope->functions, Function, i);

      if (function->id == id)
        return (const char *const *)function->parameters;
    }
  return NULL;
}

char *
feel_name_normalise (const char *name)
{
  GString *result = g_string_new (NULL);
  gboolean blank = FALSE;

  for (; *name != '\0'; name++)
    {
      if (g_ascii_isspace (*name))
        {
          blank = TRUE;
          continue;
        }
      if (blank && result->len > 0)
        g_string_append_c (result, ' ');
      blank = FALSE;
      g_string_append_c (result, *name);
    }
  return g_string_free (result, FALSE);
}
