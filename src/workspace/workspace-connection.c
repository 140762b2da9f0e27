/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-connection.h"

#include "workspace/workspace-migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_QUARK (workspace - error - quark, workspace_error)

/* How long to wait for another instance's transaction, in milliseconds. */
#define BUSY_TIMEOUT 5000

G_STATIC_ASSERT (sizeof (sqlite3_int64) == sizeof (gint64));

/* --- what SQLite says
 * ---------------------------------------------------------------------------------------------- */

static WorkspaceError
code_of_errno (int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return WORKSPACE_ERROR_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return WORKSPACE_ERROR_READ_ONLY;
    default:
      return WORKSPACE_ERROR_FAILED;
    }
}

static WorkspaceError
code_of (int result, int number)
{
  /* The triggers of the schema guard finished stages and nothing else. */
  if (result == SQLITE_CONSTRAINT_TRIGGER)
    return WORKSPACE_ERROR_FROZEN;
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return WORKSPACE_ERROR_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return WORKSPACE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return WORKSPACE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return WORKSPACE_ERROR_BUSY;
    case SQLITE_IOERR:
      return code_of_errno (number);
    default:
      return WORKSPACE_ERROR_FAILED;
    }
}

static void
set_error (GError **error, WorkspaceError code, const char *path, const char *detail)
{
  g_autofree char *message = NULL;

  switch (code)
    {
    case WORKSPACE_ERROR_DAMAGED:
      message = g_strdup_printf (_ ("%s is not a workspace of Waymark, or it is damaged (%s). It "
                                    "was left as it is; put a backup in its place or choose "
                                    "another file."),
                                 path, detail);
      break;
    case WORKSPACE_ERROR_READ_ONLY:
      message = g_strdup_printf (_ ("%s cannot be opened for writing (%s). Look at the permissions "
                                    "of the file and its folder."),
                                 path, detail);
      break;
    case WORKSPACE_ERROR_FULL:
      message = g_strdup_printf (_ ("There is no room to write %s (%s). Make room on the disk."),
                                 path, detail);
      break;
    case WORKSPACE_ERROR_BUSY:
      message = g_strdup_printf (_ ("%s is held by another program (%s)."), path, detail);
      break;
    case WORKSPACE_ERROR_FROZEN:
      message
          = g_strdup_printf (_ ("This stage is finished and stays as it is (%s). To correct it, "
                                "begin an amended one."),
                             path);
      break;
    case WORKSPACE_ERROR_NEWER:
    case WORKSPACE_ERROR_MISSING:
    case WORKSPACE_ERROR_EXISTS:
    case WORKSPACE_ERROR_CHANGED:
    case WORKSPACE_ERROR_VALUE:
    case WORKSPACE_ERROR_SIZE:
    case WORKSPACE_ERROR_PLACE:
    case WORKSPACE_ERROR_FAILED:
    default:
      message = g_strdup_printf (_ ("%s cannot be used: %s."), path, detail);
      break;
    }
  g_set_error_literal (error, WORKSPACE_ERROR, code, message);
}

gboolean
workspace_connection_fail (sqlite3 *db, int result, const char *path, GError **error)
{
  /* A COMMIT that could not write leaves SQLite's own note empty, but the failed call was the last
   * one in this thread. */
  int last = errno;
  int noted = db == NULL ? 0 : sqlite3_system_errno (db);
  /* SQLite repeats words of the file, and the bytes of a damaged one are any bytes. */
  g_autofree char *detail
      = g_utf8_make_valid (db == NULL ? sqlite3_errstr (result) : sqlite3_errmsg (db), -1);

  set_error (error, code_of (result, noted != 0 ? noted : last), path, detail);
  return FALSE;
}

gboolean
workspace_connection_run (sqlite3 *db, const char *sql, const char *path, GError **error)
{
  int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || workspace_connection_fail (db, result, path, error);
}

gboolean
workspace_connection_query_int (
    sqlite3 *db, const char *sql, const char *path, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  else
    workspace_connection_fail (db, result, path, error);
  sqlite3_finalize (statement);
  return result == SQLITE_ROW;
}

void
workspace_connection_rollback (sqlite3 *db)
{
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}

/* --- opening ---------------------------------------------------------------------------------- */

/* Before SQLite sees the file: it would make an empty file of a folder's name its own, and would
 * take a text for an encrypted database. */
static gboolean
check_header (const char *path, GError **error)
{
  char header[16];
  int file = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  ssize_t length;

  if (file < 0 && errno == ENOENT)
    return TRUE;
  if (file < 0)
    {
      set_error (error, WORKSPACE_ERROR_READ_ONLY, path, g_strerror (errno));
      return FALSE;
    }
  length = read (file, header, sizeof header);
  close (file);
  if (length == 0 || (length == sizeof header && memcmp (header, "SQLite format 3", 16) == 0))
    return TRUE;
  set_error (error, WORKSPACE_ERROR_DAMAGED, path, _ ("it does not begin like a database"));
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  set_error (error,
             code_of_errno (errno) == WORKSPACE_ERROR_FULL ? WORKSPACE_ERROR_FULL
                                                           : WORKSPACE_ERROR_READ_ONLY,
             path, g_strerror (errno));
  return FALSE;
}

/* Is it ours? An empty file is: it becomes a new workspace. */
static gboolean
check_owner (sqlite3 *db, const char *path, GError **error)
{
  gint64 application, tables;

  if (!workspace_connection_query_int (db, "PRAGMA application_id", path, &application, error)
      || !workspace_connection_query_int (db, "SELECT count (name) FROM sqlite_schema", path,
                                          &tables, error))
    return FALSE;
  if (application == WORKSPACE_APPLICATION_ID || (application == 0 && tables == 0))
    return TRUE;
  set_error (error, WORKSPACE_ERROR_DAMAGED, path, _ ("it is a database of another program"));
  return FALSE;
}

static gboolean
check_whole (sqlite3 *db, const char *path, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, "PRAGMA quick_check (1)", -1, &statement, NULL);
  gboolean whole = FALSE;

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result != SQLITE_ROW)
    workspace_connection_fail (db, result, path, error);
  else
    {
      g_autofree char *answer = g_strdup ((const char *)sqlite3_column_text (statement, 0));

      whole = g_strcmp0 (answer, "ok") == 0;
      if (!whole)
        set_error (error, WORKSPACE_ERROR_DAMAGED, path, g_strdelimit (answer, "\n", ' '));
    }
  sqlite3_finalize (statement);
  return whole;
}

gboolean
workspace_connection_check (sqlite3 *db, const char *path, GError **error)
{
  return check_owner (db, path, error) && check_whole (db, path, error);
}

static gboolean
check_writable (sqlite3 *db, const char *path, GError **error)
{
  if (sqlite3_db_readonly (db, "main") == 0)
    return TRUE;
  set_error (error, WORKSPACE_ERROR_READ_ONLY, path, _ ("read only"));
  return FALSE;
}

static int
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* Every page is read for it, which must not keep anyone waiting. A large file is looked through by
 * its daily backup instead, which reads every page too, refuses a damaged one, and does not take
 * the place of a good one; what is wrong on a page is reported when that page is read. */
#define SOON_CHECKED ((goffset)16 * 1024 * 1024)

static gboolean
is_soon_checked (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 || status.st_size <= SOON_CHECKED;
}

static gboolean
prepare_connection (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (GPtrArray) migrations = workspace_migrations_load ();
  gint64 version;

  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* Only reading, until we know that it is ours and whole: closing a refused file must not move
   * into it what lies in its log. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log (path), NULL);
  if (!workspace_connection_run (db,
                                 "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; "
                                 "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
                                 "PRAGMA temp_store = MEMORY; "
                                 "PRAGMA cache_size = -16384",
                                 path, error)
      || !check_owner (db, path, error)
      || !workspace_connection_query_int (db, "PRAGMA user_version", path, &version, error))
    return FALSE;
  if (version <= migrations->len && is_soon_checked (path) && !check_whole (db, path, error))
    return FALSE;
  if (!check_writable (db, path, error)
      || (version <= migrations->len
          && !workspace_connection_run (db, "PRAGMA journal_mode = WAL", path, error))
      || !workspace_migrate (db, path, (const char *const *)migrations->pdata, migrations->len,
                             error))
    return FALSE;
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

sqlite3 *
workspace_connection_open (const char *path, GError **error)
{
  sqlite3 *db = NULL;
  int result;

  if (!make_folder (path, error) || !check_header (path, error))
    return NULL;
  /* One thread at a time uses it, so SQLite need not lock. */
  result = sqlite3_open_v2 (path, &db,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (result != SQLITE_OK)
    workspace_connection_fail (db, result, path, error);
  else if (prepare_connection (db, path, error))
    return db;
  workspace_connection_close (db);
  return NULL;
}

void
workspace_connection_close (sqlite3 *db)
{
  int result = sqlite3_close (db);

  g_assert (result == SQLITE_OK);
}
