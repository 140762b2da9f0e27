/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include "feel/feel-builtin.h"

#include <string.h>

/* Names in scope, calls of functions with arguments in order or by name, members inside filters. */

gsize
feel_parser_word_length (const char *text)
{
  const char *at = text;

  if (!feel_name_character (g_utf8_get_char (at), TRUE))
    return 0;
  while (feel_name_character (g_utf8_get_char (at), FALSE))
    at = g_utf8_next_char (at);
  return (gsize)(at - text);
}

static gboolean
call_follows (FeelParser *parser, gsize name_length)
{
  const char *at = parser->at + name_length;

  while (g_ascii_isspace (*at))
    at++;
  return *at == '(';
}

/* `name:` before an argument. */
static gsize
argument_name (FeelParser *parser)
{
  const char *at, *end;

  feel_parser_skip (parser);
  at = parser->at;
  if (!feel_name_character (g_utf8_get_char (at), TRUE))
    return 0;
  end = at;
  while (*end != '\0' && (feel_name_character (g_utf8_get_char (end), FALSE) || *end == ' '))
    end = g_utf8_next_char (end);
  return *end == ':' ? (gsize)(end - at) : 0;
}

static int
parameter_index (FeelParser *parser,
                 const FeelBuiltin *builtin,
                 const char *const *parameters,
                 gsize length)
{
  g_autofree char *raw = g_strndup (parser->at, length);
  g_autofree char *name = feel_name_normalise (raw);
  int index = -1;

  if (builtin != NULL)
    index = feel_builtin_parameter (builtin, name, strlen (name));
  else
    for (int i = 0; parameters != NULL && parameters[i] != NULL; i++)
      if (g_str_equal (parameters[i], name))
        index = i;
  if (index < 0)
    feel_parser_fail (parser, FEEL_ERROR_NAME, "the function has no parameter “%s”", name);
  return index;
}

/* The arguments up to `)`, in order or by name. Absent ones before a named one are null. */
static void
parse_arguments (FeelParser *parser,
                 GPtrArray *arguments,
                 const FeelBuiltin *builtin,
                 const char *const *parameters)
{
  if (feel_parser_take (parser, ")"))
    return;
  do
    {
      gsize length = argument_name (parser);
      int index = (int)arguments->len;

      if (length > 0)
        {
          index = parameter_index (parser, builtin, parameters, length);
          if (index < 0)
            return;
          parser->at += length;
          feel_parser_need (parser, ":");
        }
      while ((int)arguments->len <= index)
        g_ptr_array_add (arguments, feel_parser_nothing (parser));
      arguments->pdata[index] = feel_parse_expression (parser);
    }
  while (feel_parser_take (parser, ",") && !parser->failed);
  feel_parser_need (parser, ")");
}

static FeelNode *
parse_builtin_call (FeelParser *parser, const FeelBuiltin *builtin, gsize length)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  FeelNode *node;

  parser->at += length;
  feel_parser_need (parser, "(");
  parse_arguments (parser, arguments, builtin, NULL);
  if (!parser->failed && (arguments->len < builtin->least || arguments->len > builtin->most))
    feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "%s() was given %u arguments; it takes (%s)",
                      builtin->name, arguments->len, builtin->parameters);
  node = feel_parser_with_children (parser, FEEL_NODE_BUILTIN, arguments);
  node->builtin = builtin;
  return feel_parser_fold (parser, node);
}

static FeelNode *
parse_call (FeelParser *parser, guint id, gsize length)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *const *parameters = feel_scope_function_parameters (parser->scope, id);
  FeelNode *node;

  parser->at += length;
  feel_parser_need (parser, "(");
  parse_arguments (parser, arguments, NULL, parameters);
  if (!parser->failed && arguments->len != g_strv_length ((char **)parameters))
    feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "the function was given %u arguments; it takes %u",
                      arguments->len, g_strv_length ((char **)parameters));
  node = feel_parser_with_children (parser, FEEL_NODE_CALL, arguments);
  node->slot = id;
  return node;
}

static FeelNode *
variable (FeelParser *parser, guint slot, gsize length)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_VARIABLE, 0);

  node->slot = slot;
  parser->at += length;
  return node;
}

/* Inside a filter any name may be a member of the item; the name in scope is what it is otherwise.
 */
static FeelNode *
parse_item_name (FeelParser *parser, gsize in_scope, guint slot)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_ITEM_NAME, in_scope > 0 ? 1 : 0);
  const char *member = NULL;
  gsize length = feel_scope_match_member (parser->scope, parser->at, &member);

  length = MAX (length, MAX (in_scope, in_scope > 0 ? 0 : feel_parser_word_length (parser->at)));
  node->slot = g_array_index (parser->filters, guint, parser->filters->len - 1);
  {
    g_autofree char *raw = g_strndup (parser->at, length);
    g_autofree char *name = feel_name_normalise (raw);

    node->name = feel_arena_intern (parser->arena, name, strlen (name));
  }
  if (in_scope == length)
    node->children[0] = variable (parser, slot, length);
  else
    {
      node->n_children = 0;
      parser->at += length;
    }
  return node;
}

static FeelNode *
fail_name (FeelParser *parser)
{
  gsize length = feel_parser_word_length (parser->at);
  const char *left_out = feel_builtin_left_out (parser->at);
  g_autofree char *word = g_strndup (parser->at, length);

  if (left_out != NULL)
    feel_parser_fail (parser, FEEL_ERROR_UNSUPPORTED, "%s", left_out);
  else if (length == 0)
    feel_parser_fail_expected (parser, "a value");
  else
    feel_parser_fail (parser, FEEL_ERROR_NAME, "the name “%s” is not known here", word);
  return feel_parser_nothing (parser);
}

FeelNode *
feel_parse_name (FeelParser *parser)
{
  guint slot = 0, id = 0;
  const FeelBuiltin *builtin = NULL;
  gsize length = feel_scope_match_variable (parser->scope, parser->at, &slot);
  gsize function = feel_scope_match_function (parser->scope, parser->at, &id);
  gsize built_in = feel_builtin_match (parser->at, &builtin);

  if (function > 0 && function >= length && call_follows (parser, function))
    return parse_call (parser, id, function);
  if (built_in > 0 && built_in >= length && call_follows (parser, built_in))
    return parse_builtin_call (parser, builtin, built_in);
  if (parser->filters->len > 0 && (length > 0 || feel_parser_word_length (parser->at) > 0))
    return parse_item_name (parser, length, slot);
  if (length > 0)
    return variable (parser, slot, length);
  return fail_name (parser);
}
