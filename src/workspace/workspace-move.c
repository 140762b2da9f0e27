/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-move.h"

#include "base/base-data.h"
#include "workspace/workspace-backup-private.h"
#include "workspace/workspace-connection.h"
#include "workspace/workspace-place.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* "workspace.db" and all whose names begin with it: "workspace.db.files", "workspace.db.backups",
 * "workspace.db.v1". */

static gboolean
fail (const char *path, const char *why, GError **error)
{
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED, _ ("%s cannot be moved: %s."), path,
               why);
  return FALSE;
}

static gboolean
copy_tree (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (from, G_FILE_TEST_IS_DIR))
    return g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error);
  if (g_mkdir_with_parents (to, 0700) != 0)
    return fail (to, g_strerror (errno), error);
  dir = g_dir_open (from, 0, error);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (from, name, NULL);
      g_autofree char *there = g_build_filename (to, name, NULL);

      if (!copy_tree (below, there, error))
        return FALSE;
    }
  return dir != NULL;
}

/* What stands beside the database at @path: endings such as ".files". */
static GPtrArray *
list_endings (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *endings = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, base) && name[strlen (base)] == '.')
      g_ptr_array_add (endings, g_strdup (name + strlen (base)));
  return endings;
}

static void
remove_endings (const char *path, const GPtrArray *endings)
{
  for (guint i = 0; i < endings->len; i++)
    {
      g_autofree char *one = g_strconcat (path, endings->pdata[i], NULL);

      base_data_remove (one);
    }
}

static gboolean
copy_endings (const char *from, const char *to, const GPtrArray *endings, GError **error)
{
  for (guint i = 0; i < endings->len; i++)
    {
      g_autofree char *source = g_strconcat (from, endings->pdata[i], NULL);
      g_autofree char *target = g_strconcat (to, endings->pdata[i], NULL);

      if (!copy_tree (source, target, error))
        return FALSE;
    }
  return TRUE;
}

/* Under a hidden name, read to its end, then under its own. */
static gboolean
copy_database (const char *from, const char *to, GError **error)
{
  g_autofree char *part = g_strconcat (to, ".part", NULL);
  sqlite3 *db = workspace_backup_open (from, error);
  gboolean done;

  g_unlink (part);
  done = db != NULL && workspace_backup_copy (db, part, error);
  sqlite3_close (db);
  if (!done)
    return FALSE;
  db = workspace_backup_open (part, error);
  done = db != NULL && workspace_connection_check (db, part, error);
  sqlite3_close (db);
  if (done && g_rename (part, to) != 0)
    done = fail (to, g_strerror (errno), error);
  if (!done)
    g_unlink (part);
  return done;
}

/* The last one who closes a workspace takes its log away. */
static gboolean
check_alone (const char *from, GError **error)
{
  g_autofree char *log = g_strconcat (from, "-wal", NULL);

  if (!g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_BUSY,
               _ ("%s is open in another Waymark. Close that one first."), from);
  return FALSE;
}

static gboolean
check_target (const char *to, GError **error)
{
  g_autoptr (GPtrArray) there = NULL;
  g_autofree char *folder = g_path_get_dirname (to);

  if (!workspace_place_check (to, error))
    return FALSE;
  there = list_endings (to);
  if (there->len > 0 || g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_EXISTS,
                   _ ("There is a workspace in %s already."), folder);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_READ_ONLY, _ ("%s cannot be made: %s."),
               folder, g_strerror (errno));
  return FALSE;
}

gboolean
workspace_move (const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) endings = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!check_alone (from, error) || !check_target (to, error))
    return FALSE;
  endings = list_endings (from);
  if (!copy_endings (from, to, endings, error) || !copy_database (from, to, error))
    {
      remove_endings (to, endings);
      return FALSE;
    }
  g_unlink (from);
  remove_endings (from, endings);
  return TRUE;
}
