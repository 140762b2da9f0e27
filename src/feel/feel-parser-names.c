/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include "feel/feel-builtin.h"
#include "feel/feel-calendar.h"

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

/* The arguments of a call as they are written. */
typedef struct
{
  GPtrArray *nodes;
  GPtrArray *names; /* of arguments by name; NULL for one by its place */
} Arguments;

static gboolean
is_parameter (const FeelBuiltin *builtin, const char *const *parameters, const char *name)
{
  return builtin != NULL ? feel_builtin_has_parameter (builtin, name)
                         : parameters != NULL && g_strv_contains (parameters, name);
}

/* `name:` when there is one; its place in the text is that of an error. */
static const char *
parse_argument_name (FeelParser *parser, const FeelBuiltin *builtin, const char *const *parameters)
{
  gsize length = argument_name (parser);
  g_autofree char *raw = g_strndup (parser->at, length);
  g_autofree char *name = feel_name_normalise (raw);

  if (length == 0)
    return NULL;
  if (!is_parameter (builtin, parameters, name))
    {
      feel_parser_fail (parser, FEEL_ERROR_NAME, "the function has no parameter “%s”", name);
      return NULL;
    }
  parser->at += length;
  feel_parser_need (parser, ":");
  return feel_arena_intern (parser->arena, name, strlen (name));
}

/* Puts arguments that have names in their places; absent ones before them are null. */
static void
place_arguments (FeelParser *parser,
                 Arguments *arguments,
                 const FeelBuiltin *builtin,
                 const char *const *parameters)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  g_auto (GStrv) own = builtin != NULL ? feel_builtin_parameters (builtin, arguments->names) : NULL;
  const char *const *names = builtin != NULL ? (const char *const *)own : parameters;

  for (guint i = 0; i < arguments->nodes->len && !parser->failed; i++)
    {
      const char *name = g_ptr_array_index (arguments->names, i);
      guint place = name != NULL ? 0 : i;

      while (name != NULL && names != NULL && names[place] != NULL
             && !g_str_equal (names[place], name))
        place++;
      if (name != NULL && (names == NULL || names[place] == NULL))
        {
          feel_parser_fail (parser, FEEL_ERROR_NAME,
                            "the function has no parameter “%s” beside the others", name);
          return;
        }
      while (placed->len <= place)
        g_ptr_array_add (placed, NULL);
      if (g_ptr_array_index (placed, place) != NULL)
        feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "an argument is given twice");
      placed->pdata[place] = g_ptr_array_index (arguments->nodes, i);
    }
  g_ptr_array_set_size (arguments->nodes, 0);
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (arguments->nodes,
                     placed->pdata[i] != NULL ? placed->pdata[i] : feel_parser_nothing (parser));
}

/* The arguments up to `)`, in order or by name. */
static GPtrArray *
parse_arguments (FeelParser *parser, const FeelBuiltin *builtin, const char *const *parameters)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Arguments arguments = { g_ptr_array_new (), names };
  gboolean named = FALSE;

  if (feel_parser_take (parser, ")"))
    return arguments.nodes;
  do
    {
      const char *name = parse_argument_name (parser, builtin, parameters);

      named |= name != NULL;
      g_ptr_array_add (names, (char *)name);
      g_ptr_array_add (arguments.nodes, feel_parse_expression (parser));
    }
  while (feel_parser_take (parser, ",") && !parser->failed);
  feel_parser_need (parser, ")");
  if (named && !parser->failed)
    place_arguments (parser, &arguments, builtin, parameters);
  return arguments.nodes;
}

/* A constant text with a named zone is refused where it is written, not when it is evaluated. */
static void
refuse_zone (FeelParser *parser, const FeelNode *node)
{
  if (node->kind == FEEL_NODE_CONSTANT && node->value.kind == FEEL_NULL
      && g_strcmp0 (node->value.reason, FEEL_NO_ZONES) == 0)
    feel_parser_fail (parser, FEEL_ERROR_UNSUPPORTED, "%s", FEEL_NO_ZONES);
}

static FeelNode *
parse_builtin_call (FeelParser *parser, const FeelBuiltin *builtin, gsize length)
{
  g_autoptr (GPtrArray) arguments = NULL;
  FeelNode *node;

  parser->at += length;
  feel_parser_need (parser, "(");
  arguments = parse_arguments (parser, builtin, NULL);
  if (!parser->failed && (arguments->len < builtin->least || arguments->len > builtin->most))
    feel_parser_fail (parser, FEEL_ERROR_SYNTAX, "%s() was given %u arguments; it takes (%s)",
                      builtin->name, arguments->len, builtin->parameters);
  node = feel_parser_with_children (parser, FEEL_NODE_BUILTIN, arguments);
  node->builtin = builtin;
  node = feel_parser_fold (parser, node);
  refuse_zone (parser, node);
  return node;
}

static FeelNode *
parse_call (FeelParser *parser, guint id, gsize length)
{
  g_autoptr (GPtrArray) arguments = NULL;
  const char *const *parameters = feel_scope_function_parameters (parser->scope, id);
  FeelNode *node;

  parser->at += length;
  feel_parser_need (parser, "(");
  arguments = parse_arguments (parser, NULL, parameters);
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
  node->name = feel_arena_intern (parser->arena, parser->at, length);
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
