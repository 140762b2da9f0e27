/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-parcel.h"
#include "exchange/exchange-passphrase.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What `import`, `export` and `merge` share. */

/* The passphrase in the first line of a file or of an open file descriptor (@fd -1: none). NULL
 * without an error when neither is given. To be freed by exchange_passphrase_forget(). */
char *cli_exchange_passphrase (const char *file, int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `import` of the portal's results. CLI_REFUSED when rows had problems; the others are taken. */
int cli_import_portal (const char *path, Workspace *workspace, gboolean preview, gboolean json);

G_END_DECLS
