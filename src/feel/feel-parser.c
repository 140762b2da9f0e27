/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"
#include "feel/feel-calendar.h"

#include <string.h>

/* Recursive descent over the text itself: names of FEEL may hold blanks and operators, so there is
 * no separate lexer; at each name the longest one in scope is taken. The first error ends the
 * reading: after it every function returns at once with a null constant, so that callers need not
 * look. */

typedef struct
{
  const char *text;
  const char *at;
  FeelScope *scope;
  FeelArena *arena;
  GError **error;
  gboolean failed;
  guint depth;
  GArray *filters; /* slots of `item` of the filters around this place, innermost last */
  gboolean input_used;
} Parser;

static FeelNode *parse_expression (Parser *parser);
static FeelNode *parse_arithmetic (Parser *parser);
static FeelNode *parse_unary (Parser *parser);
static FeelNode *parse_positive_test (Parser *parser);

/* --- Errors and small steps
 * ------------------------------------------------------------------------------------- */

static void fail (Parser *parser, FeelError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fail (Parser *parser, FeelError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (parser->failed)
    return;
  parser->failed = TRUE;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (parser->error, FEEL_ERROR, code, "character %ld: %s",
               g_utf8_pointer_to_offset (parser->text, parser->at) + 1, message);
  parser->at = parser->text + strlen (parser->text);
}

static char *
found (const Parser *parser)
{
  g_autofree char *piece = NULL;

  if (*parser->at == '\0')
    return g_strdup ("the end of the text");
  piece = g_utf8_substring (parser->at, 0, MIN (12, g_utf8_strlen (parser->at, -1)));
  return g_strdup_printf ("“%s”", piece);
}

static void
fail_expected (Parser *parser, const char *expected)
{
  g_autofree char *what = found (parser);

  fail (parser, FEEL_ERROR_SYNTAX, "found %s, expected %s", what, expected);
}

static gboolean
skip_comment (Parser *parser)
{
  const char *end;

  if (g_str_has_prefix (parser->at, "//"))
    {
      end = strpbrk (parser->at, "\r\n");
      parser->at = end != NULL ? end : parser->at + strlen (parser->at);
      return TRUE;
    }
  if (!g_str_has_prefix (parser->at, "/*"))
    return FALSE;
  end = strstr (parser->at + 2, "*/");
  if (end == NULL)
    fail (parser, FEEL_ERROR_SYNTAX, "a comment is not closed by */");
  else
    parser->at = end + 2;
  return end != NULL;
}

static void
skip (Parser *parser)
{
  do
    {
      while (*parser->at != '\0' && g_unichar_isspace (g_utf8_get_char (parser->at)))
        parser->at = g_utf8_next_char (parser->at);
    }
  while (skip_comment (parser));
}

/* Takes @symbol when it comes next. */
static gboolean
take (Parser *parser, const char *symbol)
{
  skip (parser);
  if (!g_str_has_prefix (parser->at, symbol))
    return FALSE;
  parser->at += strlen (symbol);
  return TRUE;
}

static gboolean
see (Parser *parser, const char *symbol)
{
  skip (parser);
  return g_str_has_prefix (parser->at, symbol);
}

static void
need (Parser *parser, const char *symbol)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", symbol);

  if (!take (parser, symbol))
    fail_expected (parser, expected);
}

static gboolean
see_word (Parser *parser, const char *word)
{
  skip (parser);
  return feel_name_match (word, parser->at) > 0;
}

/* A keyword is one only where no longer name of the scope starts with it. */
static gboolean
take_word (Parser *parser, const char *word)
{
  if (!see_word (parser, word))
    return FALSE;
  parser->at += feel_name_match (word, parser->at);
  return TRUE;
}

static void
need_word (Parser *parser, const char *word)
{
  g_autofree char *expected = g_strdup_printf ("“%s”", word);

  if (!take_word (parser, word))
    fail_expected (parser, expected);
}

static gboolean
enter (Parser *parser)
{
  if (++parser->depth > FEEL_DEPTH_CAP)
    fail (parser, FEEL_ERROR_SIZE, "nested deeper than %d", FEEL_DEPTH_CAP);
  return !parser->failed;
}

static void
leave (Parser *parser)
{
  parser->depth--;
}

/* --- Nodes
 * ------------------------------------------------------------------------------------------------------
 */

static FeelNode *
node_new (Parser *parser, FeelNodeKind kind, guint n_children)
{
  FeelNode *node = feel_arena_alloc (parser->arena, sizeof (FeelNode));

  node->kind = kind;
  node->n_children = n_children;
  if (n_children > 0)
    node->children = feel_arena_alloc (parser->arena, n_children * sizeof (FeelNode *));
  return node;
}

static FeelNode *
constant (Parser *parser, FeelValue value)
{
  FeelNode *node = node_new (parser, FEEL_NODE_CONSTANT, 0);

  node->value = value;
  return node;
}

static FeelNode *
nothing (Parser *parser)
{
  return constant (parser, FEEL_NULL_VALUE);
}

static gboolean
is_constant (const FeelNode *node)
{
  return node->kind == FEEL_NODE_CONSTANT;
}

/* What depends on nothing but constants is computed here, once. */
static FeelNode *
fold (Parser *parser, FeelNode *node)
{
  FeelFrame frame = { .arena = parser->arena };

  if (parser->failed)
    return node;
  for (guint i = 0; i < node->n_children; i++)
    if (!is_constant (node->children[i]))
      return node;
  return constant (parser, feel_node_evaluate (node, &frame));
}

static FeelNode *
binary (Parser *parser, FeelNodeKind kind, FeelNode *left, FeelNode *right)
{
  FeelNode *node = node_new (parser, kind, 2);

  node->children[0] = left;
  node->children[1] = right;
  return fold (parser, node);
}

static FeelNode *
with_children (Parser *parser, FeelNodeKind kind, GPtrArray *children)
{
  FeelNode *node = node_new (parser, kind, children->len);

  for (guint i = 0; i < children->len; i++)
    node->children[i] = g_ptr_array_index (children, i);
  return node;
}

/* --- Literals
 * ---------------------------------------------------------------------------------------------------
 */

static FeelNode *
parse_number (Parser *parser)
{
  const char *start = parser->at;
  FeelNumber number;

  while (g_ascii_isdigit (*parser->at))
    parser->at++;
  if (*parser->at == '.' && g_ascii_isdigit (parser->at[1]))
    for (parser->at++; g_ascii_isdigit (*parser->at);)
      parser->at++;
  if ((*parser->at == 'e' || *parser->at == 'E')
      && (g_ascii_isdigit (parser->at[1])
          || ((parser->at[1] == '-' || parser->at[1] == '+') && g_ascii_isdigit (parser->at[2]))))
    for (parser->at += 2; g_ascii_isdigit (*parser->at);)
      parser->at++;
  if (!feel_number_parse (start, parser->at - start, &number))
    {
      parser->at = start;
      fail (parser, FEEL_ERROR_SYNTAX, "this number is too large");
    }
  return constant (parser, feel_value_number (number));
}

/* \uXXXX and \UXXXXXX; two surrogates in a row make one character. */
static gunichar
parse_code (Parser *parser, guint n_digits)
{
  gunichar code = 0;

  for (guint i = 0; i < n_digits; i++, parser->at++)
    {
      if (!g_ascii_isxdigit (*parser->at))
        {
          fail_expected (parser, "a hexadecimal digit");
          return 0;
        }
      code = code * 16 + (gunichar)g_ascii_xdigit_value (*parser->at);
    }
  return code;
}

static void
parse_unicode_escape (Parser *parser, GString *text, guint n_digits)
{
  gunichar code = parse_code (parser, n_digits);

  if (code >= 0xd800 && code < 0xdc00 && g_str_has_prefix (parser->at, "\\u"))
    {
      gunichar low;

      parser->at += 2;
      low = parse_code (parser, 4);
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }
  if (code == 0 || !g_unichar_validate (code))
    fail (parser, FEEL_ERROR_SYNTAX, "the escape is no character");
  else
    g_string_append_unichar (text, code);
}

static void
parse_escape (Parser *parser, GString *text)
{
  static const char letters[] = "ntr\"'\\";
  static const char meanings[] = "\n\t\r\"'\\";
  const char *letter = *parser->at != '\0' ? strchr (letters, *parser->at) : NULL;

  if (letter != NULL)
    {
      g_string_append_c (text, meanings[letter - letters]);
      parser->at++;
    }
  else if (*parser->at == 'u' || *parser->at == 'U')
    {
      guint n_digits = *parser->at++ == 'u' ? 4 : 6;

      parse_unicode_escape (parser, text, n_digits);
    }
  else
    g_string_append_c (text, '\\');
}

static const char *
parse_quoted (Parser *parser)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *start = parser->at++;

  while (*parser->at != '"' && *parser->at != '\0')
    {
      if (*parser->at == '\\')
        {
          parser->at++;
          parse_escape (parser, text);
        }
      else
        g_string_append_c (text, *parser->at++);
    }
  if (*parser->at != '"' && !parser->failed)
    {
      parser->at = start;
      fail (parser, FEEL_ERROR_SYNTAX, "a string is not closed by \"");
      return "";
    }
  if (!parser->failed)
    parser->at++;
  return feel_arena_intern (parser->arena, text->str, text->len);
}

static FeelNode *
parse_at_literal (Parser *parser)
{
  const char *text;
  gsize length;
  FeelValue value;

  skip (parser);
  if (*parser->at != '"')
    {
      fail_expected (parser, "a quoted date, time or duration after @");
      return nothing (parser);
    }
  text = parse_quoted (parser);
  length = strlen (text);
  if (!feel_calendar_parse_date (text, length, &value)
      && !feel_calendar_parse_time (text, length, &value)
      && !feel_calendar_parse_date_time (text, length, &value)
      && !feel_calendar_parse_duration (text, length, &value))
    fail (parser, FEEL_ERROR_SYNTAX, "@\"%s\" is no date, time or duration", text);
  return constant (parser, parser->failed ? FEEL_NULL_VALUE : value);
}

/* --- Brackets: lists, ranges, contexts
 * -------------------------------------------------------------------------- */

static FeelNode *
parse_range_end (Parser *parser, FeelNode *low, gboolean low_closed)
{
  FeelNode *node = node_new (parser, FEEL_NODE_RANGE, 2);

  node->children[0] = low;
  node->children[1] = parse_arithmetic (parser);
  node->low_closed = low_closed;
  if (take (parser, "]"))
    node->high_closed = TRUE;
  else if (!take (parser, ")") && !take (parser, "["))
    fail_expected (parser, "the end of the range: “]”, “)” or “[”");
  return fold (parser, node);
}

static FeelNode *
parse_open_range (Parser *parser)
{
  FeelNode *low = parse_arithmetic (parser);

  need (parser, "..");
  return parse_range_end (parser, low, FALSE);
}

static gboolean
take_comparison (Parser *parser, FeelNodeKind *kind)
{
  static const struct
  {
    const char *symbol;
    FeelNodeKind kind;
  } comparisons[] = {
    { "<=", FEEL_NODE_LESS_EQUAL }, { ">=", FEEL_NODE_GREATER_EQUAL },
    { "!=", FEEL_NODE_NOT_EQUAL },  { "<", FEEL_NODE_LESS },
    { ">", FEEL_NODE_GREATER },     { "=", FEEL_NODE_EQUAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (take (parser, comparisons[i].symbol))
      {
        *kind = comparisons[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* `(< 10)` as a value is a range. */
static FeelNode *
parse_comparison_range (Parser *parser, FeelNodeKind comparison)
{
  FeelNode *end = parse_arithmetic (parser);
  FeelNode *node = node_new (parser, FEEL_NODE_RANGE, 2);
  gboolean upward = comparison == FEEL_NODE_GREATER || comparison == FEEL_NODE_GREATER_EQUAL;

  node->children[0] = upward || comparison == FEEL_NODE_EQUAL ? end : nothing (parser);
  node->children[1] = upward ? nothing (parser) : end;
  node->low_closed = comparison == FEEL_NODE_GREATER_EQUAL || comparison == FEEL_NODE_EQUAL;
  node->high_closed = comparison == FEEL_NODE_LESS_EQUAL || comparison == FEEL_NODE_EQUAL;
  if (comparison == FEEL_NODE_NOT_EQUAL)
    fail (parser, FEEL_ERROR_SYNTAX, "“!=” makes no range");
  need (parser, ")");
  return fold (parser, node);
}

static FeelNode *
parse_parenthesis (Parser *parser)
{
  FeelNodeKind comparison;
  FeelNode *inner;

  if (take_comparison (parser, &comparison))
    return parse_comparison_range (parser, comparison);
  inner = parse_expression (parser);
  if (take (parser, ".."))
    return parse_range_end (parser, inner, FALSE);
  need (parser, ")");
  return inner;
}

static FeelNode *
parse_bracket (Parser *parser)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (take (parser, "]"))
    return constant (parser, feel_value_list (parser->arena, NULL, 0));
  do
    {
      FeelNode *item = parse_expression (parser);

      if (items->len == 0 && take (parser, ".."))
        return parse_range_end (parser, item, TRUE);
      g_ptr_array_add (items, item);
    }
  while (take (parser, ",") && !parser->failed);
  need (parser, "]");
  return fold (parser, with_children (parser, FEEL_NODE_LIST, items));
}

/* The name of an entry: quoted, or everything up to the colon. */
static const char *
parse_entry_name (Parser *parser)
{
  const char *start, *end;
  g_autofree char *name = NULL;

  skip (parser);
  if (*parser->at == '"')
    return parse_quoted (parser);
  start = parser->at;
  if (!feel_name_character (g_utf8_get_char (start), TRUE))
    {
      fail_expected (parser, "the name of an entry");
      return "";
    }
  end = strpbrk (start, ":,{}[]()\"");
  if (end == NULL || *end != ':')
    {
      fail_expected (parser, "a name and “:”");
      return "";
    }
  parser->at = end;
  name = g_strndup (start, (gsize)(end - start));
  {
    g_autofree char *normal = feel_name_normalise (name);

    return feel_arena_intern (parser->arena, normal, strlen (normal));
  }
}

static FeelNode *
parse_context (Parser *parser)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint slot = feel_scope_n_slots (parser->scope);
  FeelNode *node;

  if (!see (parser, "}"))
    do
      {
        const char *name = parse_entry_name (parser);

        need (parser, ":");
        for (guint i = 0; i < names->len; i++)
          if (g_str_equal (g_ptr_array_index (names, i), name))
            fail (parser, FEEL_ERROR_SYNTAX, "the entry “%s” stands twice", name);
        g_ptr_array_add (values, parse_expression (parser));
        g_ptr_array_add (names, (char *)name);
        feel_scope_push (parser->scope, name);
        feel_scope_add_member (parser->scope, name);
      }
    while (take (parser, ",") && !parser->failed);
  for (guint i = 0; i < names->len; i++)
    feel_scope_pop (parser->scope);
  need (parser, "}");
  node = with_children (parser, FEEL_NODE_CONTEXT, values);
  node->slot = slot;
  node->names = feel_arena_alloc (parser->arena, (names->len + 1) * sizeof (char *));
  for (guint i = 0; i < names->len; i++)
    node->names[i] = g_ptr_array_index (names, i);
  return node;
}

/* --- Names and calls
 * -------------------------------------------------------------------------------------------- */

static gsize
word_length (const char *text)
{
  const char *at = text;

  if (!feel_name_character (g_utf8_get_char (at), TRUE))
    return 0;
  while (feel_name_character (g_utf8_get_char (at), FALSE))
    at = g_utf8_next_char (at);
  return (gsize)(at - text);
}

static gboolean
call_follows (Parser *parser, gsize name_length)
{
  const char *at = parser->at + name_length;

  while (g_ascii_isspace (*at))
    at++;
  return *at == '(';
}

/* `name:` before an argument. */
static gsize
argument_name (Parser *parser)
{
  const char *at, *end;

  skip (parser);
  at = parser->at;
  if (!feel_name_character (g_utf8_get_char (at), TRUE))
    return 0;
  end = at;
  while (*end != '\0' && (feel_name_character (g_utf8_get_char (end), FALSE) || *end == ' '))
    end = g_utf8_next_char (end);
  return *end == ':' ? (gsize)(end - at) : 0;
}

static int
parameter_index (Parser *parser,
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
    fail (parser, FEEL_ERROR_NAME, "the function has no parameter “%s”", name);
  return index;
}

/* The arguments up to `)`, in order or by name. Absent ones before a named one are null. */
static void
parse_arguments (Parser *parser,
                 GPtrArray *arguments,
                 const FeelBuiltin *builtin,
                 const char *const *parameters)
{
  if (take (parser, ")"))
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
          need (parser, ":");
        }
      while ((int)arguments->len <= index)
        g_ptr_array_add (arguments, nothing (parser));
      arguments->pdata[index] = parse_expression (parser);
    }
  while (take (parser, ",") && !parser->failed);
  need (parser, ")");
}

static FeelNode *
parse_builtin_call (Parser *parser, const FeelBuiltin *builtin, gsize length)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  FeelNode *node;

  parser->at += length;
  need (parser, "(");
  parse_arguments (parser, arguments, builtin, NULL);
  if (!parser->failed && (arguments->len < builtin->least || arguments->len > builtin->most))
    fail (parser, FEEL_ERROR_SYNTAX, "%s() was given %u arguments; it takes (%s)", builtin->name,
          arguments->len, builtin->parameters);
  node = with_children (parser, FEEL_NODE_BUILTIN, arguments);
  node->builtin = builtin;
  return fold (parser, node);
}

static FeelNode *
parse_call (Parser *parser, guint id, gsize length)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *const *parameters = feel_scope_function_parameters (parser->scope, id);
  FeelNode *node;

  parser->at += length;
  need (parser, "(");
  parse_arguments (parser, arguments, NULL, parameters);
  if (!parser->failed && arguments->len != g_strv_length ((char **)parameters))
    fail (parser, FEEL_ERROR_SYNTAX, "the function was given %u arguments; it takes %u",
          arguments->len, g_strv_length ((char **)parameters));
  node = with_children (parser, FEEL_NODE_CALL, arguments);
  node->slot = id;
  return node;
}

static FeelNode *
variable (Parser *parser, guint slot, gsize length)
{
  FeelNode *node = node_new (parser, FEEL_NODE_VARIABLE, 0);

  node->slot = slot;
  parser->at += length;
  return node;
}

/* Inside a filter any name may be a member of the item; the name in scope is what it is otherwise.
 */
static FeelNode *
parse_item_name (Parser *parser, gsize in_scope, guint slot)
{
  FeelNode *node = node_new (parser, FEEL_NODE_ITEM_NAME, in_scope > 0 ? 1 : 0);
  const char *member = NULL;
  gsize length = feel_scope_match_member (parser->scope, parser->at, &member);

  length = MAX (length, MAX (in_scope, in_scope > 0 ? 0 : word_length (parser->at)));
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
fail_name (Parser *parser)
{
  gsize length = word_length (parser->at);
  const char *left_out = feel_builtin_left_out (parser->at);
  g_autofree char *word = g_strndup (parser->at, length);

  if (left_out != NULL)
    fail (parser, FEEL_ERROR_UNSUPPORTED, "%s", left_out);
  else if (length == 0)
    fail_expected (parser, "a value");
  else
    fail (parser, FEEL_ERROR_NAME, "the name “%s” is not known here", word);
  return nothing (parser);
}

static FeelNode *
parse_name (Parser *parser)
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
  if (parser->filters->len > 0 && (length > 0 || word_length (parser->at) > 0))
    return parse_item_name (parser, length, slot);
  if (length > 0)
    return variable (parser, slot, length);
  return fail_name (parser);
}

/* --- Loops and choices
 * ------------------------------------------------------------------------------------------ */

static const char *
parse_local_name (Parser *parser)
{
  const char *start;
  g_autofree char *raw = NULL;
  g_autofree char *name = NULL;

  skip (parser);
  start = parser->at;
  while (*parser->at != '\0' && feel_name_match ("in", parser->at) == 0)
    {
      gsize word = word_length (parser->at);

      parser->at += MAX (word, 1);
      skip (parser);
    }
  raw = g_strndup (start, (gsize)(parser->at - start));
  name = feel_name_normalise (raw);
  if (word_length (name) == 0)
    fail_expected (parser, "the name of a variable and “in”");
  return feel_arena_intern (parser->arena, name, strlen (name));
}

/* `a in list, b in list …` then the body after @word. */
static FeelNode *
parse_loop (Parser *parser, FeelNodeKind kind, const char *word)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  guint slot = feel_scope_n_slots (parser->scope);
  guint n_locals;
  FeelNode *node;

  do
    {
      const char *name = parse_local_name (parser);
      FeelNode *list;

      need_word (parser, "in");
      list = parse_expression (parser);
      if (take (parser, ".."))
        {
          FeelNode *range = node_new (parser, FEEL_NODE_RANGE, 2);

          range->children[0] = list;
          range->children[1] = parse_expression (parser);
          range->low_closed = range->high_closed = TRUE;
          list = range;
        }
      g_ptr_array_add (children, list);
      feel_scope_push (parser->scope, name);
    }
  while (take (parser, ",") && !parser->failed);
  n_locals = children->len;
  if (kind == FEEL_NODE_FOR)
    {
      feel_scope_push (parser->scope, "partial");
      n_locals++;
    }
  need_word (parser, word);
  g_ptr_array_add (children, parse_expression (parser));
  for (guint i = 0; i < n_locals; i++)
    feel_scope_pop (parser->scope);
  node = with_children (parser, kind, children);
  node->slot = slot;
  return node;
}

static FeelNode *
parse_if (Parser *parser)
{
  FeelNode *node = node_new (parser, FEEL_NODE_IF, 3);

  node->children[0] = parse_expression (parser);
  need_word (parser, "then");
  node->children[1] = parse_expression (parser);
  need_word (parser, "else");
  node->children[2] = parse_expression (parser);
  return node;
}

/* --- From the tightest binding to the loosest
 * ------------------------------------------------------------------- */

static FeelNode *
parse_word_literal (Parser *parser)
{
  if (take_word (parser, "true"))
    return constant (parser, feel_value_boolean (TRUE));
  if (take_word (parser, "false"))
    return constant (parser, feel_value_boolean (FALSE));
  if (take_word (parser, "null"))
    return nothing (parser);
  return NULL;
}

/* Keywords stand only where a name of the scope does not: a variable may be called `forecast`, not
 * `for`. */
static FeelNode *
parse_word_form (Parser *parser)
{
  if (take_word (parser, "if"))
    return parse_if (parser);
  if (take_word (parser, "for"))
    return parse_loop (parser, FEEL_NODE_FOR, "return");
  if (take_word (parser, "some"))
    return parse_loop (parser, FEEL_NODE_SOME, "satisfies");
  if (take_word (parser, "every"))
    return parse_loop (parser, FEEL_NODE_EVERY, "satisfies");
  if (see_word (parser, "function"))
    fail (parser, FEEL_ERROR_UNSUPPORTED, "function values are not supported");
  return NULL;
}

static FeelNode *
parse_input (Parser *parser)
{
  parser->input_used = TRUE;
  return node_new (parser, FEEL_NODE_INPUT, 0);
}

static FeelNode *
parse_primary (Parser *parser)
{
  guint slot = 0;
  gsize in_scope;
  FeelNode *node;

  skip (parser);
  in_scope = feel_scope_match_variable (parser->scope, parser->at, &slot);
  if (in_scope == 0
      && ((node = parse_word_literal (parser)) != NULL
          || (node = parse_word_form (parser)) != NULL))
    return node;
  if (g_ascii_isdigit (*parser->at) || (*parser->at == '.' && g_ascii_isdigit (parser->at[1])))
    return parse_number (parser);
  if (*parser->at == '"')
    return constant (parser, feel_value_string (parse_quoted (parser)));
  if (take (parser, "@"))
    return parse_at_literal (parser);
  if (take (parser, "?"))
    return parse_input (parser);
  if (take (parser, "("))
    return parse_parenthesis (parser);
  if (take (parser, "["))
    return parse_bracket (parser);
  if (take (parser, "]"))
    return parse_open_range (parser);
  if (take (parser, "{"))
    return parse_context (parser);
  return parse_name (parser);
}

static FeelNode *
parse_path (Parser *parser, FeelNode *value)
{
  FeelNode *node = node_new (parser, FEEL_NODE_PATH, 1);
  const char *member = NULL;
  gsize length;

  skip (parser);
  length = feel_scope_match_member (parser->scope, parser->at, &member);
  if (length == 0)
    {
      static const char *const spaced[] = { "time offset", "start included", "end included" };

      for (guint i = 0; i < G_N_ELEMENTS (spaced); i++)
        length = MAX (length, feel_name_match (spaced[i], parser->at));
      length = MAX (length, word_length (parser->at));
    }
  if (length == 0)
    fail_expected (parser, "a name after “.”");
  else
    {
      g_autofree char *raw = g_strndup (parser->at, length);
      g_autofree char *name = feel_name_normalise (raw);

      node->name = feel_arena_intern (parser->arena, name, strlen (name));
      parser->at += length;
    }
  node->children[0] = value;
  return parser->failed ? nothing (parser) : fold (parser, node);
}

static FeelNode *
parse_filter (Parser *parser, FeelNode *list)
{
  FeelNode *node = node_new (parser, FEEL_NODE_FILTER, 2);

  node->children[0] = list;
  node->slot = feel_scope_push (parser->scope, "item");
  g_array_append_val (parser->filters, node->slot);
  node->children[1] = parse_expression (parser);
  g_array_set_size (parser->filters, parser->filters->len - 1);
  feel_scope_pop (parser->scope);
  need (parser, "]");
  return node;
}

static const struct
{
  const char *name;
  FeelKind kind;
} type_names[] = {
  { "number", FEEL_NUMBER },
  { "string", FEEL_STRING },
  { "boolean", FEEL_BOOLEAN },
  { "date and time", FEEL_DATE_TIME },
  { "date", FEEL_DATE },
  { "time", FEEL_TIME },
  { "days and time duration", FEEL_DAYS_DURATION },
  { "years and months duration", FEEL_YEARS_DURATION },
  { "context", FEEL_CONTEXT },
};

static FeelNode *
parse_instance_of (Parser *parser, FeelNode *value)
{
  FeelNode *node = node_new (parser, FEEL_NODE_INSTANCE_OF, 1);

  node->children[0] = value;
  need_word (parser, "of");
  if (take_word (parser, "Any"))
    {
      node->any_type = TRUE;
      return node;
    }
  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (take_word (parser, type_names[i].name))
      {
        node->type = type_names[i].kind;
        return node;
      }
  if (see_word (parser, "list") || see_word (parser, "range") || see_word (parser, "function"))
    fail (parser, FEEL_ERROR_UNSUPPORTED, "instance of list, range or function is not supported");
  else
    fail_expected (parser, "the name of a type");
  return node;
}

/* A filter follows its list directly; `[` after blanks is one too, except where a range or list
 * could start. */
static FeelNode *
parse_postfix (Parser *parser)
{
  FeelNode *node = parse_primary (parser);

  while (!parser->failed)
    {
      skip (parser);
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
          skip (parser);
          if (*parser->at == '\0' || *parser->at == ',' || *parser->at == ')')
            {
              while (*parser->at != '[')
                parser->at--;
              break;
            }
          node = parse_filter (parser, node);
        }
      else if (see_word (parser, "instance"))
        {
          take_word (parser, "instance");
          node = parse_instance_of (parser, node);
        }
      else
        break;
    }
  return node;
}

static FeelNode *
parse_unary (Parser *parser)
{
  FeelNode *node;

  if (!enter (parser))
    return nothing (parser);
  if (take (parser, "-"))
    {
      node = node_new (parser, FEEL_NODE_NEGATE, 1);
      node->children[0] = parse_unary (parser);
      node = fold (parser, node);
    }
  else
    node = parse_postfix (parser);
  leave (parser);
  return node;
}

static FeelNode *
parse_power (Parser *parser)
{
  FeelNode *node = parse_unary (parser);

  while (!parser->failed && take (parser, "**"))
    node = binary (parser, FEEL_NODE_POWER, node, parse_unary (parser));
  return node;
}

static FeelNode *
parse_product (Parser *parser)
{
  FeelNode *node = parse_power (parser);

  while (!parser->failed)
    {
      if (take (parser, "*"))
        node = binary (parser, FEEL_NODE_MULTIPLY, node, parse_power (parser));
      else if (take (parser, "/"))
        node = binary (parser, FEEL_NODE_DIVIDE, node, parse_power (parser));
      else
        break;
    }
  return node;
}

static FeelNode *
parse_arithmetic (Parser *parser)
{
  FeelNode *node = parse_product (parser);

  while (!parser->failed)
    {
      if (take (parser, "+"))
        node = binary (parser, FEEL_NODE_ADD, node, parse_product (parser));
      else if (take (parser, "-"))
        node = binary (parser, FEEL_NODE_SUBTRACT, node, parse_product (parser));
      else
        break;
    }
  return node;
}

/* After `in`: one test, or several in parentheses; `(1..5)` is a range. */
static FeelNode *
parse_in_tests (Parser *parser)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();
  const char *start;

  skip (parser);
  start = parser->at;
  if (take (parser, "("))
    {
      do
        g_ptr_array_add (tests, parse_positive_test (parser));
      while (take (parser, ",") && !parser->failed);
      if (!parser->failed && tests->len == 1 && see (parser, ".."))
        {
          parser->at = start;
          g_ptr_array_set_size (tests, 0);
        }
      else
        need (parser, ")");
    }
  if (tests->len == 0)
    g_ptr_array_add (tests, parse_positive_test (parser));
  return with_children (parser, FEEL_NODE_TESTS, tests);
}

static FeelNode *
parse_between (Parser *parser, FeelNode *value)
{
  FeelNode *node = node_new (parser, FEEL_NODE_BETWEEN, 3);

  node->children[0] = value;
  node->children[1] = parse_arithmetic (parser);
  need_word (parser, "and");
  node->children[2] = parse_arithmetic (parser);
  return fold (parser, node);
}

static FeelNode *
parse_comparison (Parser *parser)
{
  FeelNode *node = parse_arithmetic (parser);
  FeelNodeKind kind;

  while (!parser->failed)
    {
      if (take_word (parser, "between"))
        node = parse_between (parser, node);
      else if (take_word (parser, "in"))
        {
          FeelNode *in = node_new (parser, FEEL_NODE_IN, 2);

          in->children[0] = node;
          in->children[1] = parse_in_tests (parser);
          node = in;
        }
      else if (take_comparison (parser, &kind))
        node = binary (parser, kind, node, parse_arithmetic (parser));
      else
        break;
    }
  return node;
}

static FeelNode *
parse_and (Parser *parser)
{
  FeelNode *node = parse_comparison (parser);

  while (!parser->failed && take_word (parser, "and"))
    node = binary (parser, FEEL_NODE_AND, node, parse_comparison (parser));
  return node;
}

static FeelNode *
parse_expression (Parser *parser)
{
  FeelNode *node;

  if (!enter (parser))
    return nothing (parser);
  node = parse_and (parser);
  while (!parser->failed && take_word (parser, "or"))
    node = binary (parser, FEEL_NODE_OR, node, parse_and (parser));
  leave (parser);
  return node;
}

/* --- Unary tests
 * ------------------------------------------------------------------------------------------------
 */

static FeelNode *
parse_positive_test (Parser *parser)
{
  FeelNodeKind comparison;
  gboolean outer = parser->input_used;
  FeelNode *node = node_new (parser, FEEL_NODE_TEST_VALUE, 1);

  if (take_comparison (parser, &comparison))
    {
      node->kind = FEEL_NODE_TEST_COMPARE;
      node->compare = comparison;
      node->children[0] = parse_arithmetic (parser);
      return node;
    }
  parser->input_used = FALSE;
  node->children[0] = parse_expression (parser);
  node->uses_input = parser->input_used;
  parser->input_used = outer || parser->input_used;
  return node;
}

static FeelNode *
parse_test_list (Parser *parser, FeelNodeKind kind)
{
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();

  do
    g_ptr_array_add (tests, parse_positive_test (parser));
  while (take (parser, ",") && !parser->failed);
  return with_children (parser, kind, tests);
}

/* `not(` at the very start negates all tests when its `)` is the end of the cell; otherwise it is
 * the function. */
static FeelNode *
parse_not (Parser *parser)
{
  const char *start;
  GError *ignored = NULL, **error = parser->error;
  FeelNode *node;

  skip (parser);
  start = parser->at;
  if (!take_word (parser, "not") || !take (parser, "("))
    {
      parser->at = start;
      return NULL;
    }
  parser->error = &ignored;
  node = parse_test_list (parser, FEEL_NODE_TESTS_NOT);
  need (parser, ")");
  skip (parser);
  parser->error = error;
  if (!parser->failed && *parser->at == '\0')
    return node;
  if (ignored != NULL && ignored->code != FEEL_ERROR_SYNTAX)
    {
      g_propagate_error (error, ignored);
      return node;
    }
  g_clear_error (&ignored);
  parser->failed = FALSE;
  parser->at = start;
  return NULL;
}

static FeelNode *
parse_tests (Parser *parser)
{
  const char *start;
  FeelNode *node;

  skip (parser);
  start = parser->at;
  if (*start == '\0')
    return node_new (parser, FEEL_NODE_TESTS_ANY, 0);
  if (take (parser, "-"))
    {
      skip (parser);
      if (*parser->at == '\0')
        return node_new (parser, FEEL_NODE_TESTS_ANY, 0);
      parser->at = start;
    }
  node = parse_not (parser);
  return node != NULL ? node : parse_test_list (parser, FEEL_NODE_TESTS);
}

/* --- The two start symbols
 * -------------------------------------------------------------------------------------- */

static gboolean
check_text (const char *text, GError **error)
{
  gsize length = strlen (text);

  if (length > FEEL_TEXT_CAP)
    g_set_error (error, FEEL_ERROR, FEEL_ERROR_SIZE,
                 "the text is longer than %" G_GSIZE_FORMAT " bytes", FEEL_TEXT_CAP);
  else if (!g_utf8_validate (text, (gssize)length, NULL))
    g_set_error (error, FEEL_ERROR, FEEL_ERROR_SYNTAX, "the text is not UTF-8");
  else
    return TRUE;
  return FALSE;
}

static FeelExpression *
parse (const char *text,
       FeelScope *scope,
       FeelArena *arena,
       FeelNode *(*start) (Parser *parser),
       GError **error)
{
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_slots = feel_scope_n_slots (scope);
  Parser parser = { .text = text, .at = text, .scope = scope, .arena = arena, .error = error };
  FeelExpression *expression;

  if (!check_text (text, error))
    return NULL;
  parser.filters = filters;
  expression = feel_arena_alloc (arena, sizeof (FeelExpression));
  expression->root = start (&parser);
  skip (&parser);
  if (!parser.failed && *parser.at != '\0')
    fail_expected (&parser, "the end of the text");
  while (feel_scope_n_slots (scope) > n_slots)
    feel_scope_pop (scope);
  return parser.failed ? NULL : expression;
}

FeelExpression *
feel_expression_parse (const char *text, FeelScope *scope, FeelArena *arena, GError **error)
{
  g_return_val_if_fail (text != NULL && scope != NULL && arena != NULL, NULL);
  return parse (text, scope, arena, parse_expression, error);
}

FeelExpression *
feel_tests_parse (const char *text, FeelScope *scope, FeelArena *arena, GError **error)
{
  FeelExpression *tests;

  g_return_val_if_fail (text != NULL && scope != NULL && arena != NULL, NULL);
  tests = parse (text, scope, arena, parse_tests, error);
  if (tests != NULL)
    feel_tests_simplify (tests, arena);
  return tests;
}
