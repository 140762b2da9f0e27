/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Passphrases, workspaces and parcels of the commands that exchange files. */

#define MAX_PASSPHRASE 1024

/* --- passphrases ------------------------------------------------------------------------------ */

void
cli_exchange_forget (char *passphrase)
{
  if (passphrase == NULL)
    return;
  explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static gboolean
fail (const char *name, const char *problem, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_PASSPHRASE, "%s: %s", name, problem);
  return FALSE;
}

/* Reads the first line, without the line break; a person writes the file by echo. */
static char *
read_line (int fd, const char *name, GError **error)
{
  char line[MAX_PASSPHRASE + 1];
  gsize n = 0;
  gssize part = 1;
  char *passphrase = NULL;

  while (n < MAX_PASSPHRASE && part > 0 && memchr (line, '\n', n) == NULL)
    {
      part = read (fd, line + n, MAX_PASSPHRASE - n);
      if (part < 0 && errno == EINTR)
        part = 1;
      else if (part > 0)
        n += (gsize)part;
    }
  line[n] = '\0';
  line[strcspn (line, "\r\n")] = '\0';
  if (part < 0)
    fail (name, g_strerror (errno), error);
  else if (line[0] == '\0')
    fail (name, _ ("expected a passphrase in the first line"), error);
  else if (!g_utf8_validate (line, -1, NULL))
    fail (name, _ ("expected a passphrase in UTF-8"), error);
  else if (n == MAX_PASSPHRASE)
    fail (name, _ ("the passphrase is too long"), error);
  else
    passphrase = g_strdup (line);
  explicit_bzero (line, sizeof line);
  return passphrase;
}

char *
cli_exchange_passphrase (const char *file, int fd, GError **error)
{
  g_autofree char *name = NULL;
  char *passphrase;
  int opened;

  if (file == NULL && fd < 0)
    return NULL;
  if (file == NULL)
    {
      name = g_strdup_printf (_ ("file descriptor %d"), fd);
      return read_line (fd, name, error);
    }
  opened = open (file, O_RDONLY | O_CLOEXEC);
  if (opened < 0)
    {
      fail (file, g_strerror (errno), error);
      return NULL;
    }
  passphrase = read_line (opened, file, error);
  close (opened);
  return passphrase;
}

/* --- the workspace ---------------------------------------------------------------------------- */

Workspace *
cli_exchange_workspace (const char *folder, gboolean must_exist, GError **error)
{
  g_autofree char *path
      = folder != NULL ? g_build_filename (folder, "workspace.db", NULL)
                       : g_build_filename (g_get_user_data_dir (), "waymark", "workspace.db", NULL);

  if (must_exist && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: there is no workspace here"),
                   path);
      return NULL;
    }
  return workspace_open (path, error);
}

/* --- parcels ---------------------------------------------------------------------------------- */

void
cli_parcel_free (CliParcel *parcel)
{
  if (parcel == NULL)
    return;
  g_ptr_array_unref (parcel->documents);
  exchange_package_free (parcel->package);
  exchange_shelf_free (parcel->shelf);
  g_free (parcel);
}

/* A document begins with a brace, after blanks; a package never does. */
static gboolean
is_json (const char *path)
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

static gboolean
read_document (CliParcel *parcel, const char *path, GError **error)
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
read_package (CliParcel *parcel, const char *path, const char *passphrase, GError **error)
{
  parcel->shelf = exchange_shelf_new (error);
  if (parcel->shelf == NULL)
    return FALSE;
  parcel->package
      = exchange_package_read (path, passphrase, exchange_shelf_put, parcel->shelf, NULL, error);
  if (parcel->package == NULL)
    return FALSE;
  for (guint i = 0; i < exchange_package_n_documents (parcel->package); i++)
    g_ptr_array_add (parcel->documents,
                     assessment_document_ref (exchange_package_document (parcel->package, i)));
  return TRUE;
}

CliParcel *
cli_exchange_read (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (CliParcel) parcel = g_new0 (CliParcel, 1);

  parcel->documents = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  if (is_json (path) ? !read_document (parcel, path, error)
                     : !read_package (parcel, path, passphrase, error))
    return NULL;
  return g_steal_pointer (&parcel);
}
