/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-node.h"

G_BEGIN_DECLS

/* Recursive descent over the text itself: names of FEEL may hold blanks and operators, so there is
 * no separate lexer; at each name the longest one in scope is taken. The first error ends the
 * reading: after it every function returns at once with a null constant, so that callers need not
 * look. Private to the room. */

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
} FeelParser;

/* Errors and small steps (feel-parser-cursor.c). */
void feel_parser_fail (FeelParser *parser, FeelError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void feel_parser_fail_expected (FeelParser *parser, const char *expected);
void feel_parser_skip (FeelParser *parser);
/* Takes @symbol when it comes next. */
gboolean feel_parser_take (FeelParser *parser, const char *symbol);
gboolean feel_parser_see (FeelParser *parser, const char *symbol);
void feel_parser_need (FeelParser *parser, const char *symbol);
gboolean feel_parser_take_word (FeelParser *parser, const char *word);
gboolean feel_parser_see_word (FeelParser *parser, const char *word);
void feel_parser_need_word (FeelParser *parser, const char *word);
/* Counts the depth; FALSE, and an error, beyond FEEL_DEPTH_CAP. */
gboolean feel_parser_enter (FeelParser *parser);
void feel_parser_leave (FeelParser *parser);

/* Nodes (feel-parser-nodes.c). */
FeelNode *feel_parser_node (FeelParser *parser, FeelNodeKind kind, guint n_children);
FeelNode *feel_parser_constant (FeelParser *parser, FeelValue value);
FeelNode *feel_parser_nothing (FeelParser *parser);
/* What depends on nothing but constants becomes a constant. */
FeelNode *feel_parser_fold (FeelParser *parser, FeelNode *node);
FeelNode *
feel_parser_binary (FeelParser *parser, FeelNodeKind kind, FeelNode *left, FeelNode *right);
FeelNode *feel_parser_with_children (FeelParser *parser, FeelNodeKind kind, GPtrArray *children);

/* Literals (feel-parser-literals.c): the parser stands at the first digit or quote, or behind the
 * `@`. */
FeelNode *feel_parse_number (FeelParser *parser);
const char *feel_parse_quoted (FeelParser *parser);
FeelNode *feel_parse_at_literal (FeelParser *parser);

/* Brackets (feel-parser-brackets.c): the opening one is taken already. */
FeelNode *feel_parse_open_range (FeelParser *parser);
FeelNode *feel_parse_parenthesis (FeelParser *parser);
FeelNode *feel_parse_bracket (FeelParser *parser);
FeelNode *feel_parse_context (FeelParser *parser);
/* The name of an entry: quoted, or everything up to the colon. */
const char *feel_parse_entry_name (FeelParser *parser);

/* Names (feel-parser-names.c). */
FeelNode *feel_parse_name (FeelParser *parser);
/* Bytes of the single word that @text starts with, 0 when it starts with none. */
gsize feel_parser_word_length (const char *text);

/* Choices and loops (feel-parser-control.c): the first word is taken already; @word: the one before
 * the body. */
FeelNode *feel_parse_if (FeelParser *parser);
FeelNode *feel_parse_loop (FeelParser *parser, FeelNodeKind kind, const char *word);

/* A value and what follows it (feel-parser-primary.c). */
FeelNode *feel_parse_postfix (FeelParser *parser);

/* A type (feel-parser-shape.c). */
const FeelShape *feel_parse_shape (FeelParser *parser);

/* Operators (feel-parser-operators.c). */
gboolean feel_parser_take_comparison (FeelParser *parser, FeelNodeKind *kind);
FeelNode *feel_parse_arithmetic (FeelParser *parser);
FeelNode *feel_parse_expression (FeelParser *parser);

/* Unary tests (feel-parser-tests.c). */
FeelNode *feel_parse_positive_test (FeelParser *parser);
FeelNode *feel_parse_tests (FeelParser *parser);

G_END_DECLS
