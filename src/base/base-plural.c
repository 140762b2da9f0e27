/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-plural.h"

#include <string.h>

/* Plural-Forms of gettext: a parser by precedence climbing into a small tree, and its evaluation.
 */

/* The longest rule in use (Arabic) has some 30 parts; nesting follows from this bound too. */
#define MAX_NODES 200
#define MAX_FORMS 16
#define MAX_NESTING 40

typedef enum
{
  OP_NUMBER,
  OP_N,
  OP_NOT,
  OP_MULTIPLY,
  OP_DIVIDE,
  OP_REMAINDER,
  OP_ADD,
  OP_SUBTRACT,
  OP_LESS_EQUAL,
  OP_GREATER_EQUAL,
  OP_LESS,
  OP_GREATER,
  OP_EQUAL,
  OP_NOT_EQUAL,
  OP_AND,
  OP_OR,
  OP_CHOOSE,
} Op;

typedef struct
{
  Op op;
  guint64 number;
  guint parts[3]; /* places in nodes */
} Node;

struct _BasePlural
{
  guint n_forms;
  guint root;
  guint n_nodes;
  Node nodes[MAX_NODES];
};

typedef struct
{
  const char *at;
  BasePlural *plural;
  guint nesting;
} Parser;

/* The two-sided operators of C that plural rules use; longer signs stand before their beginnings.
 */
static const struct
{
  const char *sign;
  Op op;
  guint strength;
} operators[] = {
  { "<=", OP_LESS_EQUAL, 4 }, { ">=", OP_GREATER_EQUAL, 4 },
  { "<", OP_LESS, 4 },        { ">", OP_GREATER, 4 },
  { "==", OP_EQUAL, 3 },      { "!=", OP_NOT_EQUAL, 3 },
  { "&&", OP_AND, 2 },        { "||", OP_OR, 1 },
  { "+", OP_ADD, 5 },         { "-", OP_SUBTRACT, 5 },
  { "*", OP_MULTIPLY, 6 },    { "/", OP_DIVIDE, 6 },
  { "%", OP_REMAINDER, 6 },
};

static gboolean parse_choice (Parser *parser, guint *node);

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static gboolean
take (Parser *parser, const char *sign)
{
  skip_space (parser);
  if (!g_str_has_prefix (parser->at, sign))
    return FALSE;
  parser->at += strlen (sign);
  return TRUE;
}

static gboolean
add_node (Parser *parser, Node node, guint *place)
{
  if (parser->plural->n_nodes >= MAX_NODES)
    return FALSE;
  *place = parser->plural->n_nodes++;
  parser->plural->nodes[*place] = node;
  return TRUE;
}

static gboolean
parse_number (Parser *parser, guint64 *number)
{
  char *end;

  skip_space (parser);
  if (!g_ascii_isdigit (*parser->at))
    return FALSE;
  *number = g_ascii_strtoull (parser->at, &end, 10);
  parser->at = end;
  return TRUE;
}

static gboolean
parse_unary (Parser *parser, guint *node)
{
  Node new_node = { 0 };
  gboolean ok;

  if (parser->nesting >= MAX_NESTING)
    return FALSE;
  parser->nesting++;
  if (take (parser, "("))
    ok = parse_choice (parser, node) && take (parser, ")");
  else if (take (parser, "!"))
    {
      new_node.op = OP_NOT;
      ok = parse_unary (parser, &new_node.parts[0]) && add_node (parser, new_node, node);
    }
  else if (take (parser, "n"))
    {
      new_node.op = OP_N;
      ok = add_node (parser, new_node, node);
    }
  else
    ok = parse_number (parser, &new_node.number) && add_node (parser, new_node, node);
  parser->nesting--;
  return ok;
}

static int
find_operator (Parser *parser)
{
  skip_space (parser);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (parser->at, operators[i].sign))
      return (int)i;
  return -1;
}

/* Operands joined by operators of at least @strength; all of them group from the left. */
static gboolean
parse_binary (Parser *parser, guint strength, guint *node)
{
  int i;

  if (!parse_unary (parser, node))
    return FALSE;
  while ((i = find_operator (parser)) >= 0 && operators[i].strength >= strength)
    {
      Node joined = { .op = operators[i].op, .parts = { *node } };

      parser->at += strlen (operators[i].sign);
      if (!parse_binary (parser, operators[i].strength + 1, &joined.parts[1])
          || !add_node (parser, joined, node))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_choice (Parser *parser, guint *node)
{
  Node choice = { .op = OP_CHOOSE };
  gboolean ok;

  if (!parse_binary (parser, 1, node))
    return FALSE;
  if (!take (parser, "?"))
    return TRUE;
  if (parser->nesting >= MAX_NESTING)
    return FALSE;
  parser->nesting++;
  choice.parts[0] = *node;
  ok = parse_choice (parser, &choice.parts[1]) && take (parser, ":")
       && parse_choice (parser, &choice.parts[2]) && add_node (parser, choice, node);
  parser->nesting--;
  return ok;
}

static gboolean
parse_rule (Parser *parser)
{
  guint64 n_forms;

  if (!take (parser, "nplurals") || !take (parser, "=") || !parse_number (parser, &n_forms)
      || n_forms < 1 || n_forms > MAX_FORMS || !take (parser, ";"))
    return FALSE;
  parser->plural->n_forms = (guint)n_forms;
  if (!take (parser, "plural") || !take (parser, "=")
      || !parse_choice (parser, &parser->plural->root))
    return FALSE;
  take (parser, ";");
  skip_space (parser);
  return *parser->at == '\0';
}

BasePlural *
base_plural_parse (const char *rule)
{
  g_autoptr (BasePlural) plural = NULL;
  Parser parser = { .at = rule };

  g_return_val_if_fail (rule != NULL, NULL);

  plural = g_new0 (BasePlural, 1);
  parser.plural = plural;
  return parse_rule (&parser) ? g_steal_pointer (&plural) : NULL;
}

void
base_plural_free (BasePlural *plural)
{
  g_free (plural);
}

static gboolean evaluate (const BasePlural *plural, guint place, guint64 n, guint64 *result);

static gboolean
calculate (Op op, guint64 a, guint64 b, guint64 *result)
{
  switch (op)
    {
    case OP_MULTIPLY:
      *result = a * b;
      return TRUE;
    case OP_ADD:
      *result = a + b;
      return TRUE;
    case OP_SUBTRACT:
      *result = a - b;
      return TRUE;
    case OP_LESS_EQUAL:
      *result = a <= b;
      return TRUE;
    case OP_GREATER_EQUAL:
      *result = a >= b;
      return TRUE;
    case OP_LESS:
      *result = a < b;
      return TRUE;
    case OP_GREATER:
      *result = a > b;
      return TRUE;
    case OP_EQUAL:
      *result = a == b;
      return TRUE;
    case OP_NOT_EQUAL:
      *result = a != b;
      return TRUE;
    case OP_DIVIDE:
      *result = b != 0 ? a / b : 0;
      return b != 0;
    case OP_REMAINDER:
      *result = b != 0 ? a % b : 0;
      return b != 0;
    case OP_NUMBER:
    case OP_N:
    case OP_NOT:
    case OP_AND:
    case OP_OR:
    case OP_CHOOSE:
    default:
      return FALSE;
    }
}

/* The forms that do not need all their parts. */
static gboolean
evaluate_lazy (
    const BasePlural *plural, const Node *node, guint64 first, guint64 n, guint64 *result)
{
  if (node->op == OP_CHOOSE)
    return evaluate (plural, node->parts[first != 0 ? 1 : 2], n, result);
  *result = first != 0;
  if ((first != 0) == (node->op == OP_OR))
    return TRUE;
  if (!evaluate (plural, node->parts[1], n, result))
    return FALSE;
  *result = *result != 0;
  return TRUE;
}

static gboolean
evaluate (const BasePlural *plural, guint place, guint64 n, guint64 *result)
{
  const Node *node = &plural->nodes[place];
  guint64 first, second;

  if (node->op == OP_NUMBER || node->op == OP_N)
    {
      *result = node->op == OP_N ? n : node->number;
      return TRUE;
    }
  if (!evaluate (plural, node->parts[0], n, &first))
    return FALSE;
  if (node->op == OP_NOT)
    {
      *result = first == 0;
      return TRUE;
    }
  if (node->op == OP_AND || node->op == OP_OR || node->op == OP_CHOOSE)
    return evaluate_lazy (plural, node, first, n, result);
  return evaluate (plural, node->parts[1], n, &second)
         && calculate (node->op, first, second, result);
}

guint
base_plural_form (const BasePlural *plural, guint64 n)
{
  guint64 form;

  g_return_val_if_fail (plural != NULL, 0);

  return evaluate (plural, plural->root, n, &form) && form < plural->n_forms ? (guint)form : 0;
}
