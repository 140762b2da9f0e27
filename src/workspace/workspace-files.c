/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A file is written aside, hashed on the way, brought to the disk and renamed to its hash: a killed
 * program leaves at most a ".part", which the next collection takes away. */

#define CHUNK ((gsize)256 * 1024)
#define HASH_LENGTH 64

char *
workspace_files_folder (const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  return g_strconcat (path, ".files", NULL);
}

static gboolean
is_hash (const char *sha256)
{
  return sha256 != NULL && strlen (sha256) == HASH_LENGTH
         && strspn (sha256, "0123456789abcdef") == HASH_LENGTH;
}

char *
workspace_files_path (const char *path, const char *sha256)
{
  g_autofree char *folder = workspace_files_folder (path);

  return is_hash (sha256) ? g_build_filename (folder, sha256, NULL) : NULL;
}

gboolean
workspace_files_has (const char *path, const char *sha256, guint64 *size)
{
  g_autofree char *place = workspace_files_path (path, sha256);
  GStatBuf status;

  if (place == NULL || g_stat (place, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  if (size != NULL)
    *size = (guint64)status.st_size;
  return TRUE;
}

/* --- adding ----------------------------------------------------------------------------------- */

static gboolean
fail (const char *place, int number, GError **error)
{
  g_set_error (error, WORKSPACE_ERROR,
               number == ENOSPC || number == EDQUOT || number == EFBIG  ? WORKSPACE_ERROR_FULL
               : number == EACCES || number == EROFS || number == EPERM ? WORKSPACE_ERROR_READ_ONLY
                                                                        : WORKSPACE_ERROR_FAILED,
               _ ("%s cannot be written: %s."), place, g_strerror (number));
  return FALSE;
}

static gboolean
write_all (int file, const char *bytes, gsize length, const char *place, GError **error)
{
  while (length > 0)
    {
      ssize_t written = write (file, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (place, errno, error);
      bytes += written;
      length -= (gsize)written;
    }
  return TRUE;
}

/* Copies @stream into @file; the hash when it went well. */
static char *
copy_in (GInputStream *stream,
         int file,
         const char *place,
         guint64 max,
         guint64 *size,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *bytes = g_malloc (CHUNK);
  gssize length;

  *size = 0;
  while ((length = g_input_stream_read (stream, bytes, CHUNK, cancellable, error)) > 0)
    {
      *size += (guint64)length;
      if (*size > max)
        {
          g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_SIZE,
                       _ ("The file is too large: at most %u MB are kept."),
                       (guint)(max / 1024 / 1024));
          return NULL;
        }
      g_checksum_update (checksum, (const guchar *)bytes, length);
      if (!write_all (file, bytes, (gsize)length, place, error))
        return NULL;
    }
  return length < 0 ? NULL : g_strdup (g_checksum_get_string (checksum));
}

/* The name is only durable when the folder is. */
static gboolean
sync_folder (const char *folder, GError **error)
{
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (!synced)
    fail (folder, errno, error);
  if (file >= 0)
    close (file);
  return synced;
}

static gboolean
keep (int file, const char *part, const char *path, const char *sha256, GError **error)
{
  g_autofree char *folder = workspace_files_folder (path);
  g_autofree char *place = workspace_files_path (path, sha256);

  if (fchmod (file, 0600) != 0 || fsync (file) != 0 || g_rename (part, place) != 0)
    return fail (place, errno, error);
  return sync_folder (folder, error);
}

char *
workspace_files_add (const char *path,
                     GInputStream *stream,
                     guint64 max,
                     guint64 *size,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *folder = workspace_files_folder (path);
  g_autofree char *part = g_build_filename (folder, "XXXXXX.part", NULL);
  g_autofree char *sha256 = NULL;
  guint64 length;
  gboolean kept = FALSE;
  int file;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  file = g_mkdir_with_parents (folder, 0700) == 0 ? g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600)
                                                  : -1;
  if (file < 0)
    {
      fail (folder, errno, error);
      return NULL;
    }
  sha256 = copy_in (stream, file, part, MIN (max, WORKSPACE_FILE_MAX), &length, cancellable, error);
  kept = sha256 != NULL && keep (file, part, path, sha256, error);
  close (file);
  if (!kept)
    {
      g_unlink (part);
      return NULL;
    }
  if (size != NULL)
    *size = length;
  return g_steal_pointer (&sha256);
}

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
copy_out (GInputStream *in,
          GOutputStream *out,
          GChecksum *checksum,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *bytes = g_malloc (CHUNK);
  gssize length;

  while ((length = g_input_stream_read (in, bytes, CHUNK, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, (const guchar *)bytes, length);
      if (out != NULL
          && !g_output_stream_write_all (out, bytes, (gsize)length, NULL, cancellable, error))
        return FALSE;
    }
  return length == 0;
}

gboolean
workspace_files_read (const char *path,
                      const char *sha256,
                      GOutputStream *out,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *place = workspace_files_path (path, sha256);
  g_autoptr (GFile) file = place == NULL ? NULL : g_file_new_for_path (place);
  g_autoptr (GFileInputStream) in = file == NULL ? NULL : g_file_read (file, cancellable, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (in == NULL)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
                   _ ("The evidence file %.64s is not in the folder of the workspace."), sha256);
      return FALSE;
    }
  if (!copy_out (G_INPUT_STREAM (in), out, checksum, cancellable, error))
    return FALSE;
  if (g_str_equal (g_checksum_get_string (checksum), sha256))
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_DAMAGED,
               _ ("%s is not what it was when it was added (its SHA-256 is another)."), place);
  return FALSE;
}
