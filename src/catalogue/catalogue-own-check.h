/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json-writer.h"
#include "catalogue/catalogue-private.h"

G_BEGIN_DECLS

/* Checks of what somebody typed, and writing of members that may be absent: shared by own hubs and
 * own kinds of support. Errors begin with the member: "deadline: is no date". */

gboolean catalogue_own_fail (GError **error, const char *member, const char *what);
/* Not only spaces, and text that JSON can hold. NULL is fine unless @needed. */
gboolean
catalogue_own_check_text (const char *member, const char *text, gboolean needed, GError **error);
gboolean catalogue_own_check_texts (const char *member, const char *const *texts, GError **error);
gboolean catalogue_own_check_address (const char *member,
                                      const char *address,
                                      gboolean needed,
                                      GError **error);
gboolean
catalogue_own_check_day (const char *member, const char *day, gboolean needed, GError **error);
/* -1 or from 1 to @high. */
gboolean catalogue_own_check_range (const char *member, gint64 value, gint64 high, GError **error);
gboolean catalogue_own_check_terms (const Catalogue *catalogue,
                                    const char *member,
                                    CatalogueTermKind kind,
                                    const char *const *ids,
                                    GError **error);
gboolean catalogue_own_check_tags (const Catalogue *catalogue,
                                   const char *member,
                                   CatalogueTermKind kind,
                                   const CatalogueHubTag *tags,
                                   guint n,
                                   GError **error);

/* Nothing for NULL or an empty list. */
void catalogue_own_write_text (BaseJsonWriter *writer, const char *member, const char *text);
void
catalogue_own_write_texts (BaseJsonWriter *writer, const char *member, const char *const *texts);

G_END_DECLS
