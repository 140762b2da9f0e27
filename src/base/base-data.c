/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-data.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the program's own files are, and reading and writing whole files safely. */

/* {{{ Places */

/* The build folder holds the executable at most this deep (_build/tests/base/test-…); the sources
 * lie one above. */
#define LEVELS_ABOVE 4

typedef gboolean (*IsPlace) (const char *folder);

static char *
executable_dir (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

/* Adds each folder that the executable's place suggests: @in_tree below one of the folders above it
 * (built, not installed), then @in_prefix below the prefix of its bin or libexec folder. */
static void
add_relative (GPtrArray *places, const char *in_tree, const char *in_prefix)
{
  g_autofree char *executable = executable_dir ();
  g_autofree char *folder = g_strdup (executable);

  if (executable == NULL)
    return;
  for (guint level = 0; level < LEVELS_ABOVE; level++)
    {
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
      g_ptr_array_add (places, g_build_filename (folder, in_tree, NULL));
    }
  g_ptr_array_add (places, g_build_filename (executable, "..", in_prefix, NULL));
}

/* The first of @places that @is_place; the list of all, for a message, is left in @tried. */
static char *
find_place (const char *variable,
            const char *in_tree,
            const char *in_prefix,
            const char *compiled_in,
            IsPlace is_place,
            char **tried)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  const char *given = g_getenv (variable);

  if (given != NULL && *given != '\0')
    g_ptr_array_add (places, g_strdup (given));
  else
    {
      add_relative (places, in_tree, in_prefix);
      g_ptr_array_add (places, g_strdup (compiled_in));
    }
  for (guint i = 0; i < places->len; i++)
    if (is_place (places->pdata[i]))
      return g_canonicalize_filename (places->pdata[i], NULL);
  if (tried != NULL)
    {
      g_ptr_array_add (places, NULL);
      *tried = g_strjoinv (", ", (char **)places->pdata);
    }
  return NULL;
}

static gboolean
has_catalogue_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "catalogue", NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
has_catalogues (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path
          = g_build_filename (folder, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_schemas (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "gschemas.compiled", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

char *
base_data_dir (GError **error)
{
  g_autofree char *tried = NULL;
  char *dir = find_place ("WAYMARK_DATA_DIR", "data", "share/waymark", WAYMARK_DATA_DIR,
                          has_catalogue_folder, &tried);

  if (dir == NULL)
    g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING,
                 _ ("The program's data folder was not found. A folder with “catalogue” in it was "
                    "looked for here: %s. "
                    "Install the program again, or set WAYMARK_DATA_DIR to the folder."),
                 tried);
  return dir;
}

char *
base_data_path (const char *name, GError **error)
{
  g_autofree char *dir = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL && *name != '\0', NULL);

  dir = base_data_dir (error);
  if (dir == NULL)
    return NULL;
  path = g_build_filename (dir, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING,
               _ ("%s: this data file of the program is missing"), path);
  return NULL;
}

char *
base_data_locale_dir (void)
{
  return find_place ("WAYMARK_LOCALE_DIR", "po", "share/locale", WAYMARK_LOCALE_DIR, has_catalogues,
                     NULL);
}

char *
base_data_schema_dir (void)
{
  return find_place ("WAYMARK_SCHEMA_DIR", "data", "share/glib-2.0/schemas", "/nonexistent",
                     has_schemas, NULL);
}

/* }}} */
/* {{{ Reading */

static gboolean
fail_io (GError **error, const char *path, const char *what)
{
  int saved = errno;

  g_set_error (error, BASE_ERROR, BASE_ERROR_IO, "%s: %s: %s", path, what, g_strerror (saved));
  return FALSE;
}

static gboolean
fail_size (GError **error, const char *path, gsize cap)
{
  g_set_error (error, BASE_ERROR, BASE_ERROR_SIZE,
               _ ("%s: is larger than the %zu bytes that are read"), path, cap);
  return FALSE;
}

/* A file may grow while it is read, and those of /proc say 0: the cap holds for what really comes.
 */
static gboolean
read_all (int fd, const char *path, gsize cap, GByteArray *bytes, GError **error)
{
  guint8 block[65536];
  gssize n;

  while ((n = read (fd, block, sizeof block)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_io (error, path, _ ("cannot be read"));
      if (bytes->len + (gsize)n > cap)
        return fail_size (error, path, cap);
      g_byte_array_append (bytes, block, (guint)n);
    }
  return TRUE;
}

static gboolean
check_regular (int fd, const char *path, gsize cap, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail_io (error, path, _ ("cannot be read"));
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_IO,
                   S_ISDIR (status.st_mode) ? _ ("%s: is a folder, expected a file")
                                            : _ ("%s: is not a regular file"),
                   path);
      return FALSE;
    }
  return (guint64)status.st_size <= cap || fail_size (error, path, cap);
}

GBytes *
base_data_read (const char *path, gsize cap, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  gboolean ok;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cap < G_MAXUINT, NULL);

  /* Not blocking, so that a FIFO without a writer is refused and not waited for. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    {
      fail_io (error, path, _ ("cannot be opened"));
      return NULL;
    }
  bytes = g_byte_array_new ();
  ok = check_regular (fd, path, cap, error) && read_all (fd, path, cap, bytes, error);
  close (fd);
  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* }}} */
/* {{{ Writing */

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          bytes += n;
          length -= (gsize)n;
        }
    }
  return fsync (fd) == 0;
}

/* So that the new name itself survives a power cut; a file system that cannot do it is no failure.
 */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

gboolean
base_data_write (const char *path, const char *bytes, gsize length, GError **error)
{
  g_autofree char *temporary = NULL;
  gboolean ok;
  int fd;

  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  temporary = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail_io (error, path, _ ("cannot be written"));
  ok = write_all (fd, bytes, length);
  if (close (fd) != 0)
    ok = FALSE;
  if (ok && g_rename (temporary, path) == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  fail_io (error, path, _ ("cannot be written"));
  g_unlink (temporary);
  return FALSE;
}

/* }}} */

void
base_data_remove (const char *path)
{
  g_return_if_fail (path != NULL);

  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      if (g_file_test (below, G_FILE_TEST_IS_SYMLINK))
        g_unlink (below);
      else
        base_data_remove (below);
    }
  g_remove (path);
}

char *
base_data_sha256 (const void *bytes, gsize length)
{
  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
}
