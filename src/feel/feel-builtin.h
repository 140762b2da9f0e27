/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feel/feel-node.h"

G_BEGIN_DECLS

/* The built-in functions: name, names of the parameters, and how many are needed. Private to the
 * room. */

struct _FeelBuiltin
{
  const char *name;
  const char *parameters; /* "string,start position,length"; other ways to call it after "|" */
  guint least;
  guint most; /* G_MAXUINT: any number */
  FeelValue (*call) (const FeelValue *arguments, guint n_arguments, FeelArena *arena);
};

/* The longest built-in name that @text starts with; its length, 0 when none. */
gsize feel_builtin_match (const char *text, const FeelBuiltin **builtin);
/* A function of FEEL that is left out on purpose: why; NULL when @text starts with none. */
const char *feel_builtin_left_out (const char *text);
/* TRUE when one way to call the function has a parameter of that name. */
gboolean feel_builtin_has_parameter (const FeelBuiltin *builtin, const char *name);
/* The names of the first way to call the function that has all of @used (names; NULL: an argument
 * by its place). */
char **feel_builtin_parameters (const FeelBuiltin *builtin,
                                GPtrArray *used) G_GNUC_WARN_UNUSED_RESULT;

extern const FeelBuiltin feel_number_builtins[];
extern const FeelBuiltin feel_string_builtins[];
extern const FeelBuiltin feel_list_builtins[];
extern const FeelBuiltin feel_time_builtins[];
extern const FeelBuiltin feel_range_builtins[];
extern const FeelBuiltin feel_context_builtins[];

/* The arguments of f(1, 2, 3) or f([1, 2, 3]) as one list. */
const FeelValue *feel_builtin_items (const FeelValue *arguments, guint n_arguments, guint *n_items);

G_END_DECLS
