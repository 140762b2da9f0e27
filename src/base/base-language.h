/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "base/base-error.h"

G_BEGIN_DECLS

/* One language of output: its catalogue (our own reader of compiled .mo files), plural rule,
 * numbers, dates, lists, collation. Never touches the process's locale or environment. Immutable,
 * reference-counted. */
typedef struct _BaseLanguage BaseLanguage;

/* @tag: "en", "pt", "pt-BR"; the built-in English needs no file. A language without a catalogue is
 * an error (BASE_ERROR_MISSING) that lists those there are. */
BaseLanguage *base_language_new (const char *tag, GError **error) G_GNUC_WARN_UNUSED_RESULT;
BaseLanguage *base_language_ref (BaseLanguage *language);
void base_language_unref (BaseLanguage *language);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseLanguage, base_language_unref)
/* Tags of the catalogues found, "en" first; new strv. */
char **base_language_list (void) G_GNUC_WARN_UNUSED_RESULT;

const char *base_language_tag (const BaseLanguage *language);
const char *base_language_endonym (const BaseLanguage *language); /* "English", "português" */

/* For a draft: sentences and msgids without a translation are then wrapped in ⟦ ⟧. Only right after
 * base_language_new(), before anybody else has a reference. Never marks anything in English. */
void base_language_set_mark_missing (BaseLanguage *language, gboolean mark);
/* The sentence in this language. A msgid without a translation is said in English, marked when
 * asked for. A {place} without an argument stays as it is. */
char *base_language_format (const BaseLanguage *language,
                            const BaseText *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether base_language_format() would have to say it in English although this is another language.
 */
gboolean base_language_lacks (const BaseLanguage *language, const BaseText *text);
/* A plain msgid of program or data. Borrowed from @language or @msgid itself; falls back to @msgid,
 * never marked. */
const char *base_language_gettext (const BaseLanguage *language, const char *msgid);

/* The same for a msgid in a context (NC_). */
const char *base_language_gettext_context (const BaseLanguage *language,
                                           const char *context,
                                           const char *msgid);

/* Figures. U+202F between thousands (from 10 000 on), the language's decimal sign, U+2212 for
 * minus. */
char *base_language_decimal (const BaseLanguage *language,
                             gint64 value,
                             guint places) G_GNUC_WARN_UNUSED_RESULT;
char *base_language_integer (const BaseLanguage *language, gint64 value) G_GNUC_WARN_UNUSED_RESULT;
char *base_language_money (const BaseLanguage *language,
                           gint64 euros) G_GNUC_WARN_UNUSED_RESULT; /* EUR 50 000, or 50 000 EUR */
char *base_language_date (const BaseLanguage *language,
                          const char *iso_date) G_GNUC_WARN_UNUSED_RESULT; /* 20 November 2026 */
char *base_language_month (const BaseLanguage *language,
                           const char *iso_date) G_GNUC_WARN_UNUSED_RESULT; /* May 2025 */
char *base_language_list_join (const BaseLanguage *language,
                               const char *const *items) G_GNUC_WARN_UNUSED_RESULT;
/* Order of words in lists: letters without regard to case and accents first, then with them; the
 * letters that the language files after z (å ä ö in Swedish) or between others (ñ) stand there. Not
 * the whole of UTS 10: no digits by value, no scripts but Latin in their own order. */
int base_language_collate (const BaseLanguage *language, const char *a, const char *b);

G_END_DECLS
