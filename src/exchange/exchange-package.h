/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "exchange/exchange-manifest.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A .waymark package that was read to its end and found to be what its manifest says. */
typedef struct _ExchangePackage ExchangePackage;

/* Called with each piece of each evidence file while the package is read. After the last piece
 * comes one call with @n 0, when size and hash were found right; a file that is not right ends the
 * reading with an error before that. FALSE with an error stops. */
typedef gboolean (*ExchangeEvidenceFunc) (
    const ExchangePart *part, const void *bytes, gsize n, gpointer data, GError **error);

/* Reads and checks all of it. @passphrase may be NULL: then a package that has one is
 * EXCHANGE_ERROR_LOCKED. @evidence may be NULL: files are only checked. */
ExchangePackage *exchange_package_read (const char *path,
                                        const char *passphrase,
                                        ExchangeEvidenceFunc evidence,
                                        gpointer data,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_package_free (ExchangePackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangePackage, exchange_package_free)

const ExchangeManifest *exchange_package_manifest (const ExchangePackage *package);
guint exchange_package_n_documents (const ExchangePackage *package);
/* Borrowed; brought up to the newest version of the document. */
AssessmentDocument *exchange_package_document (const ExchangePackage *package, guint i);
/* The text of a part that is no evidence, NULL when there is none of this name. Borrowed. */
const char *exchange_package_text (const ExchangePackage *package, const char *name);

/* What a file says of itself, before anybody was asked for a passphrase: for a double click. */
typedef struct
{
  gboolean is_sealed;         /* has a passphrase; then the manifest is not known */
  guint64 size;               /* of the file */
  ExchangeManifest *manifest; /* NULL when sealed; not yet compared with what follows */
} ExchangePeek;

/* EXCHANGE_ERROR_KIND: no package. Reads only the beginning. */
ExchangePeek *exchange_package_peek (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_peek_free (ExchangePeek *peek);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangePeek, exchange_peek_free)

G_END_DECLS
