/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-journal.h"

#include "base/base-data.h"
#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Lines of key, SHA-256 of the file, name; a later line for a name replaces an earlier one. */

#define JOURNAL ".waymark-reports"
#define ASIDE ".waymark-report.part"
#define JOURNAL_CAP ((gsize)256 * 1024 * 1024)
#define FILE_CAP ((gsize)1024 * 1024 * 1024)

typedef struct
{
  char *key, *sha256, *name;
} Entry;

struct _ReportJournal
{
  char *folder;
  int lock;            /* of the folder */
  int list;            /* open for appending */
  GHashTable *by_name; /* name → Entry */
  GHashTable *by_key;  /* key → Entry, borrowed */
  GHashTable *used;    /* names given in this run */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->sha256);
  g_free (entry->name);
  g_free (entry);
}

static void
enter (ReportJournal *journal, const char *key, const char *sha256, const char *name)
{
  Entry *old = g_hash_table_lookup (journal->by_name, name);
  Entry *entry = g_new0 (Entry, 1);

  if (old != NULL && g_hash_table_lookup (journal->by_key, old->key) == old)
    g_hash_table_remove (journal->by_key, old->key);
  entry->key = g_strdup (key);
  entry->sha256 = g_strdup (sha256);
  entry->name = g_strdup (name);
  g_hash_table_replace (journal->by_name, entry->name, entry);
  g_hash_table_replace (journal->by_key, entry->key, entry);
}

/* A line cut off by the end of a run has no end of its own: it is passed over. A name never leads
 * out of the folder. */
static void
read_list (ReportJournal *journal, const char *path)
{
  g_autoptr (GBytes) bytes = base_data_read (path, JOURNAL_CAP, NULL);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  const char *end;

  for (gsize at = 0; data != NULL && (end = memchr (data + at, '\n', length - at)) != NULL;
       at = (gsize)(end - data) + 1)
    {
      g_autofree char *line = g_strndup (data + at, (gsize)(end - data) - at);
      g_auto (GStrv) parts = g_strsplit (line, "\t", 3);

      if (g_strv_length (parts) == 3 && strlen (parts[0]) == 64 && strlen (parts[1]) == 64
          && *parts[2] != '\0' && strchr (parts[2], '/') == NULL)
        enter (journal, parts[0], parts[1], parts[2]);
    }
}

static gboolean
fail (GError **error, const char *path, const char *words)
{
  g_set_error (error, REPORT_ERROR, REPORT_ERROR_WRITE, "%s: %s", path, words);
  return FALSE;
}

static void
remove_aside (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ASIDE))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_unlink (path);
      }
}

/* A cut-off last line would swallow the next one. */
static void
end_last_line (int list)
{
  char last = '\n';

  if (lseek (list, -1, SEEK_END) >= 0 && read (list, &last, 1) == 1 && last != '\n'
      && write (list, "\n", 1) != 1)
    g_debug ("the list of reports keeps a line without its end");
}

static gboolean
open_folder (ReportJournal *journal, GError **error)
{
  g_autofree char *path = g_build_filename (journal->folder, JOURNAL, NULL);

  if (g_mkdir_with_parents (journal->folder, 0777) != 0
      || (journal->lock = open (journal->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
    return fail (error, journal->folder, g_strerror (errno));
  if (flock (journal->lock, LOCK_EX | LOCK_NB) != 0)
    return fail (error, journal->folder, _ ("another run is writing reports into this folder"));
  remove_aside (journal->folder);
  read_list (journal, path);
  journal->list = open (path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (journal->list < 0)
    return fail (error, path, g_strerror (errno));
  end_last_line (journal->list);
  return TRUE;
}

ReportJournal *
report_journal_open (const char *folder, GError **error)
{
  g_autoptr (ReportJournal) journal = g_new0 (ReportJournal, 1);

  journal->folder = g_strdup (folder);
  journal->lock = journal->list = -1;
  journal->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  journal->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  journal->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return open_folder (journal, error) ? g_steal_pointer (&journal) : NULL;
}

void
report_journal_free (ReportJournal *journal)
{
  if (journal == NULL)
    return;
  g_hash_table_unref (journal->used);
  g_hash_table_unref (journal->by_key);
  g_hash_table_unref (journal->by_name);
  if (journal->list >= 0)
    close (journal->list);
  if (journal->lock >= 0)
    close (journal->lock);
  g_free (journal->folder);
  g_free (journal);
}

/* NULL when the file cannot be read. */
static char *
file_sha256 (const char *path)
{
  g_autoptr (GBytes) bytes = base_data_read (path, FILE_CAP, NULL);
  gsize length;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return bytes != NULL ? base_data_sha256 (data, length) : NULL;
}

const char *
report_journal_find (ReportJournal *journal, const char *key)
{
  const Entry *entry = g_hash_table_lookup (journal->by_key, key);

  if (entry == NULL || g_hash_table_contains (journal->used, entry->name))
    return NULL;
  g_autofree char *path = g_build_filename (journal->folder, entry->name, NULL);
  g_autofree char *sha256 = file_sha256 (path);
  if (g_strcmp0 (sha256, entry->sha256) != 0)
    return NULL;
  g_hash_table_add (journal->used, g_strdup (entry->name));
  return entry->name;
}

/* "name.pdf", "name 2.pdf", …: the first that this run has not given. */
static char *
free_name (ReportJournal *journal, const char *name)
{
  const char *ending = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, ending != NULL ? (gsize)(ending - name) : strlen (name));
  char *result = g_strdup (name);

  for (guint n = 2; g_hash_table_contains (journal->used, result); n++)
    {
      g_free (result);
      result = g_strdup_printf ("%s %u%s", stem, n, ending != NULL ? ending : "");
    }
  return result;
}

static gboolean
append_line (ReportJournal *journal, const char *key, const char *sha256, const char *name)
{
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\n", key, sha256, name);
  gsize length = strlen (line);

  return write (journal->list, line, length) == (gssize)length && fsync (journal->list) == 0;
}

gboolean
report_journal_put (
    ReportJournal *journal, const char *key, const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *given = free_name (journal, name);
  g_autofree char *aside = g_build_filename (journal->folder, ASIDE, NULL);
  g_autofree char *path = g_build_filename (journal->folder, given, NULL);
  g_autofree char *sha256 = base_data_sha256 (data, length);
  g_autofree char *written = NULL;

  if (!base_data_write (aside, data, length, error))
    return FALSE;
  written = file_sha256 (aside);
  if (g_strcmp0 (written, sha256) != 0)
    {
      g_unlink (aside);
      return fail (error, path, _ ("what was written cannot be read back the same"));
    }
  if (g_rename (aside, path) != 0)
    {
      const int cause = errno;
      g_unlink (aside);
      return fail (error, path, g_strerror (cause));
    }
  g_hash_table_add (journal->used, g_strdup (given));
  enter (journal, key, sha256, given);
  return append_line (journal, key, sha256, given)
         || fail (error, journal->folder, g_strerror (errno));
}
