/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-expression.h"

G_BEGIN_DECLS

/* The tree of an expression: private to the room. Nodes are made by feel-parser.c and never change
 * afterwards. */

typedef struct _FeelNode FeelNode;
typedef struct _FeelBuiltin FeelBuiltin;
typedef struct _FeelShape FeelShape;

typedef enum
{
  FEEL_NODE_CONSTANT,
  FEEL_NODE_VARIABLE,  /* slot */
  FEEL_NODE_INPUT,     /* `?` */
  FEEL_NODE_ITEM_NAME, /* in a filter: member `name` of the item in `slot`, else children[0] if
                          there is one */
  FEEL_NODE_ADD,
  FEEL_NODE_SUBTRACT,
  FEEL_NODE_MULTIPLY,
  FEEL_NODE_DIVIDE,
  FEEL_NODE_POWER,
  FEEL_NODE_NEGATE,
  FEEL_NODE_EQUAL,
  FEEL_NODE_NOT_EQUAL,
  FEEL_NODE_LESS,
  FEEL_NODE_LESS_EQUAL,
  FEEL_NODE_GREATER,
  FEEL_NODE_GREATER_EQUAL,
  FEEL_NODE_BETWEEN, /* value, low, high */
  FEEL_NODE_IN,      /* value, tests */
  FEEL_NODE_AND,
  FEEL_NODE_OR,
  FEEL_NODE_IF,
  FEEL_NODE_LIST,
  FEEL_NODE_RANGE,   /* low, high; low_closed, high_closed */
  FEEL_NODE_CONTEXT, /* names[], slots from `slot` on */
  FEEL_NODE_PATH,    /* value; name */
  FEEL_NODE_FILTER,  /* list, condition; slot of `item` */
  FEEL_NODE_FOR,     /* lists…, body; slots from `slot` on, `slot` + n lists is `partial` */
  FEEL_NODE_SOME,
  FEEL_NODE_EVERY,
  FEEL_NODE_INSTANCE_OF, /* value; shape */
  FEEL_NODE_BUILTIN,     /* arguments; builtin */
  FEEL_NODE_CALL,        /* arguments; slot is the function's id */
  FEEL_NODE_TESTS_ANY,
  FEEL_NODE_TESTS,        /* tests…: one is true */
  FEEL_NODE_TESTS_NOT,    /* tests…: none is true */
  FEEL_NODE_TEST_COMPARE, /* end; compare */
  FEEL_NODE_TEST_VALUE,   /* an expression: equal, contained, or true; uses_input */
} FeelNodeKind;

/* A type as `instance of` writes it: number, list<number>, context<a: string>, range<date>. */
struct _FeelShape
{
  FeelKind kind; /* FEEL_NULL with `any`: every value but null */
  gboolean any;
  guint n_parts;           /* list, range: 0 or 1; context: its entries */
  const char **part_names; /* of a context's entries */
  const FeelShape **parts;
};

struct _FeelNode
{
  FeelNodeKind kind;
  guint slot;
  guint n_children;
  FeelNode **children;
  FeelValue value;  /* constant */
  const char *name; /* of a variable, a member, a part */
  const char **names;
  const FeelBuiltin *builtin;
  FeelNodeKind compare;
  const FeelShape *shape; /* of instance of */
  gboolean low_closed;
  gboolean high_closed;
  gboolean uses_input;
  gboolean uses_partial; /* for: the body reads `partial` */
};

struct _FeelExpression
{
  FeelNode *root;
  const FeelTest *tests; /* NULL when not simple */
  guint n_tests;
  gboolean negated;
};

/* Finds whether the tests are a plain set of constants (feel-tests.c). */
void feel_tests_simplify (FeelExpression *tests, FeelArena *arena);
FeelValue feel_node_evaluate (const FeelNode *node, FeelFrame *frame);
/* TRUE when the tree reads variable @slot. */
gboolean feel_node_uses (const FeelNode *node, guint slot);
gboolean feel_shape_holds (const FeelShape *shape, FeelValue value);
/* 1, 0, -1 (null). */
int feel_node_test (const FeelNode *node, FeelFrame *frame);
FeelValue feel_evaluate_arithmetic (FeelNodeKind kind, FeelValue a, FeelValue b, FeelArena *arena);
/* `value.name` of built-in properties (date.year, duration.days, range.start …), of contexts, and
 * of lists of these. */
FeelValue feel_evaluate_path (FeelValue value, const char *name, FeelArena *arena);

G_END_DECLS
