/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-package.h"
#include "exchange/exchange-shelf.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What `import`, `export` and `merge` share. */

/* The passphrase in the first line of a file or of an open file descriptor (@fd -1: none). NULL
 * without an error when neither is given. To be freed by cli_exchange_forget(). */
char *cli_exchange_passphrase (const char *file, int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Overwrites it before it is freed. */
void cli_exchange_forget (char *passphrase);

/* The workspace of @folder (NULL: the user's own). @must_exist: a folder without one is an error,
 * not a new workspace. */
Workspace *cli_exchange_workspace (const char *folder,
                                   gboolean must_exist,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Documents from a file: a package ("waymark-package"), or one document as JSON. */
typedef struct
{
  GPtrArray *documents;     /* AssessmentDocument */
  ExchangePackage *package; /* NULL: it was a document */
  ExchangeShelf *shelf;     /* its evidence; NULL: it was a document */
} CliParcel;

CliParcel *cli_exchange_read (const char *path,
                              const char *passphrase,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void cli_parcel_free (CliParcel *parcel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliParcel, cli_parcel_free)

/* `import` of the portal's results. CLI_REFUSED when rows had problems; the others are taken. */
int cli_import_portal (const char *path, Workspace *workspace, gboolean preview, gboolean json);

G_END_DECLS
