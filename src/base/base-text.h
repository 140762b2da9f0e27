/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sentence not yet said in any language: msgid, optional context and plural, typed arguments for
 * its {named} places. Immutable once shared, reference-counted. Only base_language_format() makes
 * words of it.
 *
 *   base_text_with_decimal (base_text_new (N_("Overall score {score}, at most {limit} needed")),
 * "score", 2656, 2)
 *
 * The with_ functions change @text in place while it has one reference and return it, so that they
 * chain. */
typedef struct _BaseText BaseText;

/* Marks a string for the translation template without translating it here. Spelt exactly as in
 * <glib/gi18n-lib.h>, so that both may be included in any order. */
#define N_(String) (String)
#define NC_(Context, String) (String)

BaseText *base_text_new (const char *msgid) G_GNUC_WARN_UNUSED_RESULT; /* @msgid is copied */
BaseText *base_text_new_context (const char *context, const char *msgid) G_GNUC_WARN_UNUSED_RESULT;
/* The plural form is chosen by @n in the language's own way; @n is also the argument {n}. */
BaseText *
base_text_new_plural (const char *singular, const char *plural, gint64 n) G_GNUC_WARN_UNUSED_RESULT;
/* A proper name or a user's own words: shown as they are, in every language. */
BaseText *base_text_new_verbatim (const char *words) G_GNUC_WARN_UNUSED_RESULT;

BaseText *
base_text_with_string (BaseText *text, const char *place, const char *value); /* not translated */
BaseText *
base_text_with_text (BaseText *text, const char *place, BaseText *value); /* takes @value */
BaseText *base_text_with_integer (BaseText *text, const char *place, gint64 value);
/* @value × 10^-@places, shown with the language's separators. */
BaseText *base_text_with_decimal (BaseText *text, const char *place, gint64 value, guint places);
BaseText *base_text_with_date (BaseText *text, const char *place, const char *iso_date);
BaseText *base_text_with_money (BaseText *text, const char *place, gint64 euros); /* "EUR 50 000" */
/* Joined in the language's way ("a, b and c"); takes the texts, not the array. */
BaseText *base_text_with_list (BaseText *text, const char *place, BaseText **items, guint n_items);

BaseText *base_text_ref (BaseText *text);
void base_text_unref (BaseText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseText, base_text_unref)

const char *base_text_msgid (const BaseText *text);
gboolean base_text_equal (const BaseText *a, const BaseText *b);

G_END_DECLS
