/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The plural rule of a language as gettext catalogues state it: "nplurals=2; plural=(n != 1);" */
typedef struct _BasePlural BasePlural;

/* NULL when @rule is not a rule (a C expression of n with whole numbers, no functions). The rule
 * may come from a hostile file: its length and nesting are bounded. */
BasePlural *base_plural_parse (const char *rule) G_GNUC_WARN_UNUSED_RESULT;
void base_plural_free (BasePlural *plural);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BasePlural, base_plural_free)

/* Which form @n takes, from 0 to the rule's number of forms - 1; 0 when the expression divides by
 * zero or goes beyond. */
guint base_plural_form (const BasePlural *plural, guint64 n);

G_END_DECLS
