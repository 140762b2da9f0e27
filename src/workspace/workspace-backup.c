/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-backup-private.h"
#include "workspace/workspace-connection.h"
#include "workspace/workspace-place.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The folder of backups: "20261120T093000Z-daily.db". The name says when and why, so that a list
 * opens no file. */

static const char *const kind_names[] = {
  [WORKSPACE_BACKUP_DAILY] = "daily",
  [WORKSPACE_BACKUP_UPGRADE] = "upgrade",
  [WORKSPACE_BACKUP_MANUAL] = "manual",
  [WORKSPACE_BACKUP_RESTORE] = "before-restore",
};

#define TIME_LENGTH 16 /* of "20261120T093000Z" */

static char *
place_of (const char *path)
{
  return path != NULL ? g_strdup (path) : workspace_place_in (NULL);
}

void
workspace_backup_free (WorkspaceBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup);
}

/* --- listing ---------------------------------------------------------------------------------- */

/* FALSE: no name of ours, such as that of a half copy. */
static gboolean
parse_name (const char *name, WorkspaceBackupKind *kind, gint64 *made_at)
{
  g_autofree char *time = g_strndup (name, TIME_LENGTH);
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (time, NULL);

  if (when == NULL || name[strlen (time)] != '-' || !g_str_has_suffix (name, ".db"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_has_prefix (name + TIME_LENGTH + 1, kind_names[i]))
      {
        *kind = i;
        *made_at = g_date_time_to_unix (when);
        return TRUE;
      }
  return FALSE;
}

static void
add (GPtrArray *backups, const char *file, WorkspaceBackupKind kind, gint64 made_at)
{
  WorkspaceBackup *backup;
  GStatBuf status;

  if (g_stat (file, &status) != 0 || !S_ISREG (status.st_mode))
    return;
  backup = g_new0 (WorkspaceBackup, 1);
  backup->path = g_strdup (file);
  backup->kind = kind;
  backup->made_at = made_at >= 0 ? made_at : status.st_mtime;
  backup->size = (guint64)status.st_size;
  g_ptr_array_add (backups, backup);
}

static void
add_folder (GPtrArray *backups, const char *place)
{
  g_autofree char *folder = g_strconcat (place, ".backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      WorkspaceBackupKind kind;
      gint64 made_at;

      if (parse_name (name, &kind, &made_at))
        add (backups, file, kind, made_at);
    }
}

/* "PATH.v1": upgrades make them (workspace-migrate.c). */
static void
add_upgrades (GPtrArray *backups, const char *place)
{
  for (guint version = 1; version < 100; version++)
    {
      g_autofree char *file = g_strdup_printf ("%s.v%u", place, version);

      add (backups, file, WORKSPACE_BACKUP_UPGRADE, -1);
    }
}

static int
compare_age (const void *a, const void *b)
{
  const WorkspaceBackup *left = *(WorkspaceBackup *const *)a;
  const WorkspaceBackup *right = *(WorkspaceBackup *const *)b;

  if (left->made_at != right->made_at)
    return left->made_at < right->made_at ? 1 : -1;
  return -strcmp (left->path, right->path);
}

static void
free_backup (void *backup)
{
  workspace_backup_free (backup);
}

GPtrArray *
workspace_list_backups (const char *path)
{
  g_autofree char *place = place_of (path);
  GPtrArray *backups = g_ptr_array_new_with_free_func (free_backup);

  add_folder (backups, place);
  add_upgrades (backups, place);
  g_ptr_array_sort (backups, compare_age);
  return backups;
}

/* --- making ----------------------------------------------------------------------------------- */

/* A name that is free: two in one second get a number. */
static char *
new_name (const char *folder, WorkspaceBackupKind kind)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *first = g_strdup_printf ("%s-%s.db", time, kind_names[kind]);
  char *file = g_build_filename (folder, first, NULL);

  for (guint i = 2; g_file_test (file, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%03u.db", time, kind_names[kind], i);

      g_free (file);
      file = g_build_filename (folder, name, NULL);
    }
  return file;
}

/* Of programs that were killed. One that is being written by another instance now is minutes old at
 * most. */
static void
remove_half_ones (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_suffix (name, ".part") && g_stat (file, &status) == 0
          && status.st_mtime + 3600 < g_get_real_time () / G_USEC_PER_SEC)
        g_unlink (file);
    }
}

char *
workspace_make_backup (const char *path, WorkspaceBackupKind kind, GError **error)
{
  g_autofree char *place = place_of (path);
  g_autofree char *folder = g_strconcat (place, ".backups", NULL);
  g_autofree char *file = NULL;
  sqlite3 *db = workspace_backup_open (place, error);
  gboolean made = FALSE;

  if (db != NULL && g_mkdir_with_parents (folder, 0700) != 0)
    g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_READ_ONLY, _ ("%s cannot be made: %s."),
                 folder, g_strerror (errno));
  else if (db != NULL)
    {
      remove_half_ones (folder);
      file = new_name (folder, kind);
      made = workspace_backup_copy (db, file, error);
    }
  sqlite3_close (db);
  return made ? g_steal_pointer (&file) : NULL;
}

/* Keeps the latest ones of @kind. */
static void
thin_out (const char *place, WorkspaceBackupKind kind)
{
  g_autoptr (GPtrArray) backups = workspace_list_backups (place);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const WorkspaceBackup *backup = backups->pdata[i];

      if (backup->kind == kind && ++n > WORKSPACE_DAILY_KEPT)
        g_unlink (backup->path);
    }
}

static gboolean
is_of_today (const WorkspaceBackup *backup)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (backup->made_at);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (made) == g_date_time_get_year (now)
         && g_date_time_get_day_of_year (made) == g_date_time_get_day_of_year (now);
}

gboolean
workspace_make_daily_backup (const char *path, GError **error)
{
  g_autofree char *place = place_of (path);
  g_autoptr (GPtrArray) backups = workspace_list_backups (place);
  g_autofree char *made = NULL;

  for (guint i = 0; i < backups->len; i++)
    {
      const WorkspaceBackup *backup = backups->pdata[i];

      if (backup->kind == WORKSPACE_BACKUP_DAILY && is_of_today (backup))
        return TRUE;
    }
  made = workspace_make_backup (place, WORKSPACE_BACKUP_DAILY, error);
  if (made != NULL)
    thin_out (place, WORKSPACE_BACKUP_DAILY);
  return made != NULL;
}

/* --- restoring -------------------------------------------------------------------------------- */

/* Hashes of ids that were removed for good, of the present workspace; none when it cannot say. */
static GPtrArray *
list_removed (sqlite3 *db, const char *place)
{
  GPtrArray *removed
      = db == NULL
            ? NULL
            : workspace_backup_query_texts (db, "SELECT id_sha256 FROM removed", place, NULL);

  return removed != NULL ? removed : g_ptr_array_new_with_free_func (g_free);
}

/* The backup as it will stand: of today's form, without what was removed since. */
static gboolean
prepare (const char *backup, const char *next, const GPtrArray *removed, GError **error)
{
  sqlite3 *db = workspace_backup_open (backup, error);
  gboolean done = db != NULL && workspace_connection_check (db, backup, error)
                  && workspace_backup_copy (db, next, error);

  sqlite3_close (db);
  if (!done)
    return FALSE;
  db = workspace_connection_open (next, error);
  if (db == NULL)
    return FALSE;
  done = workspace_backup_take_out (db, next, removed, error);
  workspace_connection_close (db);
  return done;
}

/* All pages in one transaction of the target. */
static gboolean
pour (const char *next, sqlite3 *target, const char *place, GError **error)
{
  sqlite3 *source = workspace_backup_open (next, error);
  sqlite3_backup *pouring
      = source == NULL ? NULL : sqlite3_backup_init (target, "main", source, "main");
  int result = SQLITE_BUSY;

  if (source == NULL)
    return FALSE;
  /* Another instance's transaction lasts milliseconds. */
  for (guint i = 0; pouring != NULL && i < 100 && (result & 0xff) == SQLITE_BUSY; i++)
    {
      if (i > 0)
        g_usleep (50 * 1000);
      result = sqlite3_backup_step (pouring, -1);
    }
  if (pouring != NULL)
    sqlite3_backup_finish (pouring);
  if (result != SQLITE_DONE)
    workspace_connection_fail (target, pouring == NULL ? sqlite3_errcode (target) : result, place,
                               error);
  else
    sqlite3_wal_checkpoint_v2 (target, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_close (source);
  return result == SQLITE_DONE;
}

/* There is no workspace, or none that can be opened: it goes aside, and the new one takes its
 * name. The old log goes first, so that it never meets another file. */
static gboolean
replace (const char *next, const char *place, GError **error)
{
  static const char *const logs[] = { "-wal", "-shm" };
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%" G_GINT64_FORMAT, place,
                                            g_get_real_time () / G_USEC_PER_SEC);

  if (g_file_test (place, G_FILE_TEST_EXISTS) && link (place, aside) != 0)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED,
                   _ ("%s cannot be kept aside: %s."), place, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *from = g_strconcat (place, logs[i], NULL);
      g_autofree char *to = g_strconcat (aside, logs[i], NULL);

      g_rename (from, to);
    }
  if (g_rename (next, place) == 0)
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED, _ ("%s cannot be written: %s."),
               place, g_strerror (errno));
  return FALSE;
}

static gboolean
bring_back (sqlite3 *present, const char *place, const char *next, GError **error)
{
  g_autofree char *kept = NULL;

  if (present == NULL)
    return replace (next, place, error);
  kept = workspace_make_backup (place, WORKSPACE_BACKUP_RESTORE, error);
  if (kept == NULL || !pour (next, present, place, error))
    return FALSE;
  thin_out (place, WORKSPACE_BACKUP_RESTORE);
  return TRUE;
}

/* The present workspace, NULL when there is none that could take the pages. */
static sqlite3 *
open_present (const char *place)
{
  sqlite3 *db = workspace_backup_open (place, NULL);

  if (db != NULL && workspace_connection_check (db, place, NULL))
    return db;
  sqlite3_close (db);
  return NULL;
}

static void
remove_temporary (const char *next)
{
  static const char *const endings[] = { "", "-wal", "-shm", ".v1", ".part" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (next, endings[i], NULL);

      g_unlink (file);
    }
}

gboolean
workspace_restore_backup (const char *path, const char *backup, GError **error)
{
  g_autofree char *place = place_of (path);
  g_autofree char *next = g_strconcat (place, ".restore", NULL);
  g_autoptr (GPtrArray) removed = NULL;
  sqlite3 *present;
  gboolean done;

  g_return_val_if_fail (backup != NULL, FALSE);

  remove_temporary (next);
  present = open_present (place);
  removed = list_removed (present, place);
  done = prepare (backup, next, removed, error) && bring_back (present, place, next, error);
  sqlite3_close (present);
  remove_temporary (next);
  return done;
}
