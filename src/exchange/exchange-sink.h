/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-cipher.h"

G_BEGIN_DECLS

/* Private to the room: a file that is written aside, in the same folder under a hidden name, and
 * gets its own name only when it is whole. */
typedef struct _ExchangeSink ExchangeSink;

/* @key: seals the file; NULL: written as it is. */
ExchangeSink *exchange_sink_new (const char *path,
                                 const ExchangeKey *key,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What could not be written is kept: after the first error this only returns FALSE. */
gboolean exchange_sink_write (ExchangeSink *sink, const void *bytes, gsize n, GError **error);
/* All is written and on the disk, still under the hidden name. */
gboolean exchange_sink_finish (ExchangeSink *sink, GError **error);
const char *exchange_sink_hidden_path (const ExchangeSink *sink);
/* Gives the file its name; an older file of this name is replaced at once. */
gboolean exchange_sink_publish (ExchangeSink *sink, GError **error);
/* Removes what was not published. */
void exchange_sink_free (ExchangeSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeSink, exchange_sink_free)

G_END_DECLS
