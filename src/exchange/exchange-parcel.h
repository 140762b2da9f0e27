/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-package.h"
#include "exchange/exchange-shelf.h"

G_BEGIN_DECLS

/* What a file that somebody sent may be. */
typedef enum
{
  EXCHANGE_FILE_PACKAGE,  /* .waymark */
  EXCHANGE_FILE_DOCUMENT, /* one assessment as JSON */
  EXCHANGE_FILE_TABLE,    /* a spreadsheet: the portal's results, see exchange-portal.h */
} ExchangeFileKind;

/* By the name's ending where that says it, else by how the file begins. What it really is only
 * reading tells: a file that is none of them is taken for a package, whose reader says so. */
ExchangeFileKind exchange_file_guess (const char *path);

/* Documents from a package or from a JSON file, ready for exchange-import.h. */
typedef struct
{
  GPtrArray *documents;     /* AssessmentDocument, each with an id */
  ExchangePackage *package; /* NULL: it was a document */
  ExchangeShelf *shelf;     /* its evidence; NULL: it was a document */
} ExchangeParcel;

/* Good for any thread. @passphrase and errors as in exchange_package_read(); a document's errors
 * are those of its reader. */
ExchangeParcel *exchange_parcel_read (const char *path,
                                      const char *passphrase,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_parcel_free (ExchangeParcel *parcel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeParcel, exchange_parcel_free)

G_END_DECLS
