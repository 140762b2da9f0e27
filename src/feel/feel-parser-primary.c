/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-parser.h"

#include <string.h>

/* A single value and what may follow it: paths, filters, `instance of`. */

static FeelNode *
parse_word_literal (FeelParser *parser)
{
  if (feel_parser_take_word (parser, "true"))
    return feel_parser_constant (parser, feel_value_boolean (TRUE));
  if (feel_parser_take_word (parser, "false"))
    return feel_parser_constant (parser, feel_value_boolean (FALSE));
  if (feel_parser_take_word (parser, "null"))
    return feel_parser_nothing (parser);
  return NULL;
}

/* `function (a) external { … }` or `function (a) a + 1`. */
static void
refuse_function (FeelParser *parser)
{
  const char *end = strchr (parser->at, ')');

  while (end != NULL && g_ascii_isspace (*++end))
    continue;
  feel_parser_fail (parser, FEEL_ERROR_UNSUPPORTED,
                    end != NULL && g_str_has_prefix (end, "external")
                        ? "external functions are not supported"
                        : "function values are not supported");
}

/* Keywords stand only where a name of the scope does not: a variable may be called `forecast`, not
 * `for`. */
static FeelNode *
parse_word_form (FeelParser *parser)
{
  if (feel_parser_take_word (parser, "if"))
    return feel_parse_if (parser);
  if (feel_parser_take_word (parser, "for"))
    return feel_parse_loop (parser, FEEL_NODE_FOR, "return");
  if (feel_parser_take_word (parser, "some"))
    return feel_parse_loop (parser, FEEL_NODE_SOME, "satisfies");
  if (feel_parser_take_word (parser, "every"))
    return feel_parse_loop (parser, FEEL_NODE_EVERY, "satisfies");
  if (feel_parser_see_word (parser, "function"))
    refuse_function (parser);
  return NULL;
}

static FeelNode *
parse_input (FeelParser *parser)
{
  parser->input_used = TRUE;
  return feel_parser_node (parser, FEEL_NODE_INPUT, 0);
}

static FeelNode *
parse_primary (FeelParser *parser)
{
  guint slot = 0;
  gsize in_scope;
  FeelNode *node;

  feel_parser_skip (parser);
  in_scope = feel_scope_match_variable (parser->scope, parser->at, &slot);
  if (in_scope == 0
      && ((node = parse_word_literal (parser)) != NULL
          || (node = parse_word_form (parser)) != NULL))
    return node;
  if (g_ascii_isdigit (*parser->at) || (*parser->at == '.' && g_ascii_isdigit (parser->at[1])))
    return feel_parse_number (parser);
  if (*parser->at == '"')
    return feel_parser_constant (parser, feel_value_string (feel_parse_quoted (parser)));
  if (feel_parser_take (parser, "@"))
    return feel_parse_at_literal (parser);
  if (feel_parser_take (parser, "?"))
    return parse_input (parser);
  if (feel_parser_take (parser, "("))
    return feel_parse_parenthesis (parser);
  if (feel_parser_take (parser, "["))
    return feel_parse_bracket (parser);
  if (feel_parser_take (parser, "]"))
    return feel_parse_open_range (parser);
  if (feel_parser_take (parser, "{"))
    return feel_parse_context (parser);
  return feel_parse_name (parser);
}

static FeelNode *
parse_path (FeelParser *parser, FeelNode *value)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_PATH, 1);
  const char *member = NULL;
  gsize length;

  feel_parser_skip (parser);
  length = feel_scope_match_member (parser->scope, parser->at, &member);
  if (length == 0)
    {
      static const char *const spaced[] = { "time offset", "start included", "end included" };

      for (guint i = 0; i < G_N_ELEMENTS (spaced); i++)
        length = MAX (length, feel_name_match (spaced[i], parser->at));
      length = MAX (length, feel_parser_word_length (parser->at));
    }
  if (length == 0)
    feel_parser_fail_expected (parser, "a name after “.”");
  else
    {
      g_autofree char *raw = g_strndup (parser->at, length);
      g_autofree char *name = feel_name_normalise (raw);

      node->name = feel_arena_intern (parser->arena, name, strlen (name));
      parser->at += length;
    }
  node->children[0] = value;
  return parser->failed ? feel_parser_nothing (parser) : feel_parser_fold (parser, node);
}

static FeelNode *
parse_filter (FeelParser *parser, FeelNode *list)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_FILTER, 2);

  node->children[0] = list;
  node->slot = feel_scope_push (parser->scope, "item");
  g_array_append_val (parser->filters, node->slot);
  node->children[1] = feel_parse_expression (parser);
  g_array_set_size (parser->filters, parser->filters->len - 1);
  feel_scope_pop (parser->scope);
  feel_parser_need (parser, "]");
  return node;
}

static FeelNode *
parse_instance_of (FeelParser *parser, FeelNode *value)
{
  FeelNode *node = feel_parser_node (parser, FEEL_NODE_INSTANCE_OF, 1);

  node->children[0] = value;
  feel_parser_need_word (parser, "of");
  node->shape = feel_parse_shape (parser);
  return feel_parser_fold (parser, node);
}

/* A filter follows its list directly; `[` after blanks is one too, except where a range or list
 * could start. */
FeelNode *
feel_parse_postfix (FeelParser *parser)
{
  FeelNode *node = parse_primary (parser);

  while (!parser->failed)
    {
      feel_parser_skip (parser);
      if (*parser->at == '.' && parser->at[1] != '.')
        {
          parser->at++;
          node = parse_path (parser, node);
        }
      else if (*parser->at == '[')
        {
          /* the `[` that closes a range, as in ]1..5[, is followed by nothing that could be a
           * condition */
          parser->at++;
          feel_parser_skip (parser);
          if (*parser->at == '\0' || *parser->at == ',' || *parser->at == ')')
            {
              while (*parser->at != '[')
                parser->at--;
              break;
            }
          node = parse_filter (parser, node);
        }
      else if (feel_parser_see_word (parser, "instance"))
        {
          feel_parser_take_word (parser, "instance");
          node = parse_instance_of (parser, node);
        }
      else
        break;
    }
  return node;
}
