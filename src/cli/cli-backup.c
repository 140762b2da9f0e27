/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-writer.h"
#include "cli/cli-command.h"
#include "cli/cli-place.h"
#include "workspace/workspace-backup.h"

#include <glib/gi18n-lib.h>

/* waymark-cli backup: copies of the workspace; waymark-cli restore FILE: one of them comes back. */

static const char *
kind_name (WorkspaceBackupKind kind)
{
  switch (kind)
    {
    case WORKSPACE_BACKUP_DAILY:
      return "daily";
    case WORKSPACE_BACKUP_UPGRADE:
      return "upgrade";
    case WORKSPACE_BACKUP_RESTORE:
      return "before-restore";
    case WORKSPACE_BACKUP_MANUAL:
    default:
      return "manual";
    }
}

static char *
time_text (const WorkspaceBackup *backup)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (backup->made_at);

  return g_date_time_format_iso8601 (made);
}

static void
print_json (const GPtrArray *backups)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < backups->len; i++)
    {
      const WorkspaceBackup *backup = backups->pdata[i];
      g_autofree char *made = time_text (backup);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "path", backup->path);
      base_json_writer_string (writer, "kind", kind_name (backup->kind));
      base_json_writer_string (writer, "made", made);
      base_json_writer_integer (writer, "bytes", (gint64)backup->size);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
}

static void
print_list (const char *place, gboolean json)
{
  g_autoptr (GPtrArray) backups = workspace_list_backups (place);

  if (json)
    print_json (backups);
  for (guint i = 0; !json && i < backups->len; i++)
    {
      const WorkspaceBackup *backup = backups->pdata[i];
      g_autofree char *made = time_text (backup);

      g_print ("%s\t%s\t%" G_GUINT64_FORMAT "\t%s\n", made, kind_name (backup->kind), backup->size,
               backup->path);
    }
}

int
cli_backup (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *place = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;
  gboolean list = FALSE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&folder),
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Lists those there are, latest first"), NULL },
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("backup", entries, 0, &argc, &argv, &status))
    return status;
  place = cli_place_path (folder);
  if (list)
    {
      print_list (place, json);
      return CLI_DONE;
    }
  made = workspace_make_backup (place, WORKSPACE_BACKUP_MANUAL, &error);
  if (made == NULL)
    return cli_command_refuse (error);
  g_print ("%s\n", made);
  return CLI_DONE;
}

int
cli_restore (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&folder),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("restore", entries, 1, &argc, &argv, &status))
    return status;
  place = cli_place_path (folder);
  return workspace_restore_backup (place, argv[1], &error) ? CLI_DONE : cli_command_refuse (error);
}
