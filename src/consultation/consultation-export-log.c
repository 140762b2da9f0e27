/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-export-log.h"

#include "base/base-json-writer.h"
#include "base/base-json.h"

/* A JSON list in a setting of the workspace. */

#define KEY "aggregate-exports"

ConsultationExport *
consultation_export_new (void)
{
  return g_new0 (ConsultationExport, 1);
}

void
consultation_export_free (ConsultationExport *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->on);
  g_free (entry->stage);
  g_free (entry->rows);
  g_free (entry->columns);
  g_free (entry->file);
  g_free (entry);
}

static ConsultationExport *
read_entry (const BaseJsonCursor *at)
{
  ConsultationExport *entry = consultation_export_new ();

  entry->on = g_strdup (base_json_need_string (at, "on"));
  entry->stage = g_strdup (base_json_need_string (at, "stage"));
  entry->rows = g_strdup (base_json_get_string (at, "rows", NULL));
  entry->columns = g_strdup (base_json_get_string (at, "columns", NULL));
  entry->file = g_strdup (base_json_get_string (at, "file", NULL));
  entry->threshold = (guint)base_json_need_integer (at, "threshold", 0, G_MAXINT);
  entry->n_companies = (guint)base_json_need_integer (at, "companies", 0, G_MAXINT);
  return entry;
}

GPtrArray *
consultation_export_log_read (Workspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) log
      = g_ptr_array_new_with_free_func ((GDestroyNotify)consultation_export_free);
  g_autofree char *text = NULL;
  g_autoptr (BaseJson) json = NULL;
  BaseJsonCursor root;
  guint n;

  g_return_val_if_fail (workspace != NULL, NULL);

  text = workspace_get_setting (workspace, KEY);
  if (text == NULL)
    return g_steal_pointer (&log);
  json = base_json_parse (text, -1, KEY, error);
  if (json == NULL)
    return NULL;
  root = base_json_root (json);
  n = base_json_length (&root);
  for (guint i = 0; i < n && !base_json_failed (json); i++)
    {
      BaseJsonCursor at = base_json_item (&root, i);

      g_ptr_array_add (log, read_entry (&at));
    }
  return base_json_finish (json, error) ? g_steal_pointer (&log) : NULL;
}

static void
write_entry (BaseJsonWriter *writer, const ConsultationExport *entry)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "on", entry->on);
  base_json_writer_string (writer, "stage", entry->stage);
  if (entry->rows != NULL)
    base_json_writer_string (writer, "rows", entry->rows);
  if (entry->columns != NULL)
    base_json_writer_string (writer, "columns", entry->columns);
  if (entry->file != NULL)
    base_json_writer_string (writer, "file", entry->file);
  base_json_writer_integer (writer, "threshold", entry->threshold);
  base_json_writer_integer (writer, "companies", entry->n_companies);
  base_json_writer_end_object (writer);
}

gboolean
consultation_export_log_add (Workspace *workspace, const ConsultationExport *entry, GError **error)
{
  g_autoptr (GPtrArray) log = NULL;
  g_autofree char *text = NULL;
  BaseJsonWriter *writer;

  g_return_val_if_fail (workspace != NULL && entry != NULL, FALSE);

  log = consultation_export_log_read (workspace, error);
  if (log == NULL)
    return FALSE;
  writer = base_json_writer_new (FALSE);
  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < log->len; i++)
    write_entry (writer, log->pdata[i]);
  write_entry (writer, entry);
  base_json_writer_end_array (writer);
  text = base_json_writer_finish (writer);
  return workspace_set_setting (workspace, KEY, text, error);
}
