/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-content.h"
#include "exchange/exchange-package.h"

G_BEGIN_DECLS

/* Evidence files on their way from one place to another: a folder that only its owner can read and
 * that goes with the shelf. */
typedef struct _ExchangeShelf ExchangeShelf;

ExchangeShelf *exchange_shelf_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_shelf_free (ExchangeShelf *shelf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeShelf, exchange_shelf_free)

/* An ExchangeEvidenceFunc: puts a package's files on the shelf while it is read. */
gboolean exchange_shelf_put (
    const ExchangePart *part, const void *bytes, gsize n, gpointer shelf, GError **error);
/* An ExchangeOpenFunc. */
GInputStream *
exchange_shelf_open (const char *sha256, gpointer shelf, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Hashes of the files that are whole: borrowed, in no order. */
GPtrArray *exchange_shelf_list (const ExchangeShelf *shelf) G_GNUC_WARN_UNUSED_RESULT;
guint64 exchange_shelf_size (const ExchangeShelf *shelf, const char *sha256);

G_END_DECLS
