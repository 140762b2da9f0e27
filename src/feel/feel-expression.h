/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-error.h"
#include "feel/feel-scope.h"
#include "feel/feel-value.h"

G_BEGIN_DECLS

/* A FEEL text, read once and evaluated often. Lives in the arena it was read into. There are two
 * kinds of text: an expression (`a + b`), and unary tests (the cell of a table: `< 5, [10..20)`,
 * `not("x")`, `-`), which are put to a value. */
typedef struct _FeelExpression FeelExpression;

#define FEEL_TEXT_CAP ((gsize)64 * 1024)
#define FEEL_DEPTH_CAP 64

/* Reads @text; it must be valid UTF-8. NULL and an error of FEEL_ERROR when it cannot be read. */
FeelExpression *feel_expression_parse (const char *text,
                                       FeelScope *scope,
                                       FeelArena *arena,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
FeelExpression *feel_tests_parse (const char *text,
                                  FeelScope *scope,
                                  FeelArena *arena,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What an evaluation may use. Zero it, set arena and slots, keep it for several evaluations if you
 * like. */
typedef struct _FeelFrame FeelFrame;
/* Calls function @id of feel_scope_add_function(). */
typedef FeelValue (*FeelCall) (FeelFrame *frame,
                               guint id,
                               const FeelValue *arguments,
                               guint n_arguments);
struct _FeelFrame
{
  FeelArena *arena;
  FeelValue *slots; /* feel_scope_most_slots() values; locals are written behind the variables */
  FeelCall call;    /* NULL when the scope has no functions */
  gpointer data;    /* for @call */
  FeelValue input;  /* `?` */
  guint steps;      /* counted up; at FEEL_STEPS_CAP everything becomes null */
  guint depth;
};
#define FEEL_STEPS_CAP 1000000

FeelValue feel_expression_evaluate (const FeelExpression *expression, FeelFrame *frame);
/* The unary tests put to @value: 1 true, 0 false, -1 null. */
int feel_tests_evaluate (const FeelExpression *tests, FeelValue value, FeelFrame *frame);

/* The value of an expression that needs no variables. */
gboolean feel_expression_constant (const FeelExpression *expression, FeelValue *value);
/* TRUE when the expression is nothing but one variable. */
gboolean feel_expression_variable (const FeelExpression *expression, guint *slot);
/* TRUE when the expression reads variable @slot. */
gboolean feel_expression_uses (const FeelExpression *expression, guint slot);

/* Unary tests that are a plain set of constants: for compiling tables and for exact outcomes. A
 * value meets them when one of the items contains it (negated: none, and it could be compared). */
typedef struct
{
  gboolean is_range;
  FeelValue value; /* single value, when it is no range */
  FeelRange range;
} FeelTest;

gboolean feel_tests_is_any (const FeelExpression *tests); /* `-` */
/* TRUE: @tests (borrowed), @n_tests, @negated are set. FALSE: the cell is any, or needs evaluating.
 */
gboolean feel_tests_simple (const FeelExpression *expression,
                            const FeelTest **tests,
                            guint *n_tests,
                            gboolean *negated);

/* Break points: adds to @points the constants with which @slot is compared, so that between two
 * neighbours the result cannot change. FALSE when the expression uses the variable in another way
 * (arithmetic, functions). */
gboolean
feel_expression_break_points (const FeelExpression *expression, guint slot, GArray *points);

G_END_DECLS
