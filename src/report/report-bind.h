/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts U+00A0 in place of the spaces at which a line must not end: after the day of a date ("12
 * March 2026", "12. März 2026", "12 de março de 2026"), between a figure and its unit ("12 months",
 * "45 %"), and between a word that refers and its number ("Section 3", "Artikel 5", "fase T1"). The
 * same rules for every language. NULL when there is nothing to bind; new string. */
char *report_bind (const char *words) G_GNUC_WARN_UNUSED_RESULT;
/* So many bytes at the beginning of @words, counted in @set: the same words as they were set, perhaps
 * bound, and without the soft hyphens that are not seen. */
gsize report_bind_length (const char *words, const char *set, gsize length);

G_END_DECLS
