/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-parcel.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* One way in for everything that holds assessments. */

static gboolean
ends_in (const char *path, const char *const *endings)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

/* A document begins with a brace, after blanks; a package never does. */
static gboolean
begins_with_brace (const char *path)
{
  char first[64] = { 0 };
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gsize blanks;

  if (fd < 0)
    return FALSE;
  if (read (fd, first, sizeof first - 1) < 0)
    first[0] = '\0';
  close (fd);
  blanks = strspn (first, " \t\r\n");
  return first[blanks] == '{';
}

ExchangeFileKind
exchange_file_guess (const char *path)
{
  static const char *const tables[] = { ".csv", ".tsv", ".txt", ".xlsx", NULL };
  static const char *const documents[] = { ".json", NULL };

  g_return_val_if_fail (path != NULL, EXCHANGE_FILE_PACKAGE);

  if (ends_in (path, tables))
    return EXCHANGE_FILE_TABLE;
  return ends_in (path, documents) || begins_with_brace (path) ? EXCHANGE_FILE_DOCUMENT
                                                               : EXCHANGE_FILE_PACKAGE;
}

static gboolean
read_document (ExchangeParcel *parcel, const char *path, GError **error)
{
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, error);
  AssessmentDocument *with_id;
  g_autofree char *id = NULL;

  if (document == NULL)
    return FALSE;
  if (assessment_document_id (document) != NULL)
    {
      g_ptr_array_add (parcel->documents, g_steal_pointer (&document));
      return TRUE;
    }
  /* The same file gets the same id, so that importing it twice is importing it once. */
  id = g_strndup (assessment_document_sha256 (document), 32);
  with_id = assessment_document_with_string (document, "id", id, error);
  if (with_id != NULL)
    g_ptr_array_add (parcel->documents, with_id);
  return with_id != NULL;
}

static gboolean
read_package (ExchangeParcel *parcel,
              const char *path,
              const char *passphrase,
              GCancellable *cancellable,
              GError **error)
{
  parcel->shelf = exchange_shelf_new (error);
  if (parcel->shelf == NULL)
    return FALSE;
  parcel->package = exchange_package_read (path, passphrase, exchange_shelf_put, parcel->shelf,
                                           cancellable, error);
  if (parcel->package == NULL)
    return FALSE;
  for (guint i = 0; i < exchange_package_n_documents (parcel->package); i++)
    g_ptr_array_add (parcel->documents,
                     assessment_document_ref (exchange_package_document (parcel->package, i)));
  return TRUE;
}

static void
unref_document (gpointer document)
{
  assessment_document_unref (document);
}

ExchangeParcel *
exchange_parcel_read (const char *path,
                      const char *passphrase,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (ExchangeParcel) parcel = g_new0 (ExchangeParcel, 1);

  parcel->documents = g_ptr_array_new_with_free_func (unref_document);
  if (exchange_file_guess (path) == EXCHANGE_FILE_DOCUMENT
          ? !read_document (parcel, path, error)
          : !read_package (parcel, path, passphrase, cancellable, error))
    return NULL;
  return g_steal_pointer (&parcel);
}

void
exchange_parcel_free (ExchangeParcel *parcel)
{
  if (parcel == NULL)
    return;
  g_ptr_array_unref (parcel->documents);
  exchange_package_free (parcel->package);
  exchange_shelf_free (parcel->shelf);
  g_free (parcel);
}
