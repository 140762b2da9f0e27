/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-parcel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Packages written and files read in a thread of their own, so that the window goes on while
 * hundreds of megabytes of evidence are sealed. All callbacks come in the main thread. */

/* @fraction: 0 to 1. Called some hundred times at most, and not after the task is done. */
typedef void (*AppTransferProgress) (double fraction, gpointer user_data);

/* Takes @content. @passphrase NULL: anybody can read it; a copy is kept while it is written, and
 * overwritten. @workspace: path, where the evidence lies. */
void app_transfer_write_async (ExchangeContent *content,
                               const char *path,
                               const char *passphrase,
                               const char *workspace,
                               AppTransferProgress progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Errors of exchange_content_write(). */
gboolean app_transfer_write_finish (GAsyncResult *result, GError **error);

void app_transfer_read_async (const char *path,
                              const char *passphrase,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Errors of exchange_parcel_read(). */
ExchangeParcel *app_transfer_read_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
