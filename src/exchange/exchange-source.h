/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-cipher.h"

G_BEGIN_DECLS

/* Private to the room: the bytes of a package, opened by its passphrase where it has one, block by
 * block. */
typedef struct _ExchangeSource ExchangeSource;

/* A regular file. @key and @passphrase as in exchange_cipher_open_new(). @name is what messages
 * call the file; NULL: @path. */
ExchangeSource *exchange_source_new (const char *path,
                                     const char *name,
                                     const ExchangeKey *key,
                                     const char *passphrase,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *exchange_source_name (const ExchangeSource *source);
/* The next bytes, valid until the next call; *@n is 0 at the end. */
gboolean
exchange_source_read (ExchangeSource *source, const void **bytes, gsize *n, GError **error);
/* Bytes of the file read so far. */
guint64 exchange_source_position (const ExchangeSource *source);
void exchange_source_free (ExchangeSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeSource, exchange_source_free)

G_END_DECLS
