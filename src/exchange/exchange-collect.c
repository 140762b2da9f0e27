/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-collect.h"

#include "base/base-json-writer.h"
#include "exchange/exchange-company.h"
#include "workspace/workspace-files.h"
#include "workspace/workspace-freeze.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From the workspace into a package. */

GInputStream *
exchange_collect_open (const char *sha256, gpointer workspace_path, GError **error)
{
  g_autofree char *path = workspace_files_path (workspace_path, sha256);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return (GInputStream *)g_file_read (file, NULL, error);
}

static void
add_evidence (ExchangeContent *content,
              Workspace *workspace,
              const AssessmentDocument *document,
              GPtrArray *missing)
{
  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      g_autofree char *hash_path = g_strdup_printf ("evidence[%u].sha256", i);
      g_autofree char *title_path = g_strdup_printf ("evidence[%u].title", i);
      const char *sha256 = assessment_document_get_string (document, hash_path);
      const char *title = assessment_document_get_string (document, title_path);
      guint64 size = 0;

      if (sha256 == NULL)
        continue;
      if (workspace_files_has (workspace_path (workspace), sha256, &size))
        exchange_content_add_evidence (content, sha256, size);
      else if (missing != NULL)
        g_ptr_array_add (missing, g_strdup (title != NULL ? title : sha256));
    }
}

static const char *
part_hash (const WorkspaceFrozen *frozen, const char *prefix)
{
  for (guint i = 0; i < frozen->parts->len; i++)
    {
      const WorkspaceFrozenPart *part = frozen->parts->pdata[i];

      if (g_str_has_prefix (part->part, prefix))
        return part->sha256;
    }
  return NULL;
}

/* The result with all that it was made of; a receiver can compare hash by hash. */
static char *
write_result (const WorkspaceFrozen *frozen)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (frozen->frozen_at / G_USEC_PER_SEC);
  g_autofree char *words = g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "frozen_at", words);
  base_json_writer_string (writer, "document_sha256",
                           assessment_document_sha256 (frozen->document));
  base_json_writer_string (writer, "versions", frozen->versions);
  base_json_writer_begin_object (writer, "parts");
  for (guint i = 0; i < frozen->parts->len; i++)
    {
      const WorkspaceFrozenPart *part = frozen->parts->pdata[i];

      base_json_writer_string (writer, part->part, part->sha256);
    }
  base_json_writer_end_object (writer);
  base_json_writer_string (writer, "result", frozen->result);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

static gboolean
add_result (ExchangeContent *content, Workspace *workspace, const char *id, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (WorkspaceFrozen) frozen = workspace_load_frozen (workspace, id, &problem);
  g_autofree char *json = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (frozen == NULL)
    return TRUE;
  json = write_result (frozen);
  exchange_content_add_result (content, id, json, part_hash (frozen, "pack"),
                               part_hash (frozen, "rules"), part_hash (frozen, "catalogue"));
  return TRUE;
}

static gboolean
add_assessment (ExchangeContent *content,
                Workspace *workspace,
                const WorkspaceEntry *entry,
                GPtrArray *missing,
                GError **error)
{
  g_autoptr (AssessmentDocument) document = workspace_load (workspace, entry->id, error);

  if (document == NULL)
    return FALSE;
  exchange_content_add_document (content, document);
  add_evidence (content, workspace, document, missing);
  return !entry->frozen || add_result (content, workspace, entry->id, error);
}

static gboolean
add_company (ExchangeContent *content, Workspace *workspace, const char *id, GError **error)
{
  g_autoptr (ExchangeCompany) company = exchange_company_load (workspace, id, error);
  g_autofree char *json = NULL;

  if (company == NULL)
    return FALSE;
  json = exchange_company_write (company);
  exchange_content_set_company (content, json);
  return TRUE;
}

/* Of one stage, of those whose ids are in @ids, or all. */
static gboolean
is_wanted (const WorkspaceEntry *entry, const char *stage, const char *const *ids)
{
  if (ids != NULL)
    return g_strv_contains (ids, entry->id);
  return stage == NULL || g_strcmp0 (entry->stage, stage) == 0;
}

/* Oldest first. -1 on an error. */
static int
add_assessments (ExchangeContent *content,
                 Workspace *workspace,
                 const char *company_id,
                 const char *stage,
                 const char *const *ids,
                 GPtrArray *missing,
                 GError **error)
{
  g_autoptr (GPtrArray) list = workspace_list (workspace, FALSE, error);
  gboolean left = FALSE;
  int added = 0;

  if (list == NULL)
    return -1;
  for (guint i = list->len; i > 0; i--)
    {
      const WorkspaceEntry *entry = list->pdata[i - 1];

      if (!g_str_equal (entry->company_id, company_id))
        continue;
      if (!is_wanted (entry, stage, ids))
        left = TRUE;
      else if (add_assessment (content, workspace, entry, missing, error))
        added++;
      else
        return -1;
    }
  if (left)
    exchange_content_note_left_out (content, "stages");
  return added;
}

static ExchangeContent *
collect (Workspace *workspace,
         const char *company_id,
         const char *stage,
         const char *const *ids,
         ExchangeLeaveOut leave_out,
         GPtrArray *missing,
         GError **error)
{
  g_autoptr (ExchangeContent) content = NULL;
  int added;

  g_return_val_if_fail (workspace != NULL && company_id != NULL, NULL);

  /* People's names are all that contacts are. */
  if (leave_out & EXCHANGE_WITHOUT_NAMES)
    leave_out |= EXCHANGE_WITHOUT_CONTACTS;
  content = exchange_content_new (leave_out);
  added = add_assessments (content, workspace, company_id, stage, ids, missing, error);
  if (added < 0)
    return NULL;
  if (added == 0 && stage != NULL)
    g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                 _ ("This company has no assessment of stage %s"), stage);
  else if (added == 0)
    g_set_error_literal (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                         _ ("There is no assessment to put into the package"));
  return added > 0 && add_company (content, workspace, company_id, error)
             ? g_steal_pointer (&content)
             : NULL;
}

ExchangeContent *
exchange_collect_company (Workspace *workspace,
                          const char *company_id,
                          const char *stage,
                          ExchangeLeaveOut leave_out,
                          GPtrArray *missing,
                          GError **error)
{
  return collect (workspace, company_id, stage, NULL, leave_out, missing, error);
}

ExchangeContent *
exchange_collect_assessments (Workspace *workspace,
                              const char *company_id,
                              const char *const *ids,
                              ExchangeLeaveOut leave_out,
                              GPtrArray *missing,
                              GError **error)
{
  g_return_val_if_fail (ids != NULL, NULL);

  return collect (workspace, company_id, NULL, ids, leave_out, missing, error);
}
