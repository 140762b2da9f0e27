/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names that an expression may use. Names of FEEL may hold blanks and operators (`Monthly
 * Salary`, `a-b`), so a text can only be read by one who knows them: the longest name that fits
 * wins. Each variable has a slot, its place in the array of values that evaluation takes. */
typedef struct _FeelScope FeelScope;

FeelScope *feel_scope_new (void) G_GNUC_WARN_UNUSED_RESULT;
void feel_scope_free (FeelScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeelScope, feel_scope_free)

/* Adds a variable and returns its slot (0, 1, 2 …). Runs of blanks in @name count as one. */
guint feel_scope_add (FeelScope *scope, const char *name);
guint feel_scope_n_slots (const FeelScope *scope);
/* Adds a function that the caller of evaluation provides; @parameters: their names. */
void feel_scope_add_function (FeelScope *scope,
                              const char *name,
                              guint id,
                              const char *const *parameters);
/* Adds the name of a part of a structure, which may follow a dot: only needed for names with blanks
 * or operators. */
void feel_scope_add_member (FeelScope *scope, const char *name);

/* For the parser. A local variable (of `for`, a filter, a context) hides those before it until it
 * is popped. */
guint feel_scope_push (FeelScope *scope, const char *name);
void feel_scope_pop (FeelScope *scope);
/* The most slots that were in use at one time since feel_scope_new(): the size of the array for
 * evaluation. */
guint feel_scope_most_slots (const FeelScope *scope);

/* The longest name that @text starts with. Returns its length in bytes, 0 when none fits. */
gsize feel_scope_match_variable (const FeelScope *scope, const char *text, guint *slot);
gsize feel_scope_match_function (const FeelScope *scope, const char *text, guint *id);
gsize feel_scope_match_member (const FeelScope *scope, const char *text, const char **name);
const char *const *feel_scope_function_parameters (const FeelScope *scope, guint id);

/* Whether a character may be part of a FEEL name (letters, digits, underscore …); @first: at its
 * start. */
gboolean feel_name_character (gunichar character, gboolean first);
/* The length of @name in @text (blanks of the name stand for any blanks), 0 when @text does not
 * start with it or goes on as a longer word. */
gsize feel_name_match (const char *name, const char *text);
/* Trimmed, each run of blanks one space; g_free(). */
char *feel_name_normalise (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
