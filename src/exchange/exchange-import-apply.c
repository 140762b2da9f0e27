/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-import-private.h"
#include "exchange/exchange-undo-private.h"

#include "workspace/workspace-files.h"

/* What was chosen is done: evidence first, which harms nobody, then one transaction. */

static const ExchangeImportEntry *
get_entry (const ExchangeImport *import, guint i)
{
  return import->entries->pdata[i];
}

static gboolean
changes_something (const ExchangeImport *import, guint i)
{
  const ExchangeImportEntry *entry = get_entry (import, i);
  g_autoptr (AssessmentDocument) outcome = NULL;

  if (!entry->item.taken)
    return FALSE;
  if (entry->ours == NULL || entry->item.hidden)
    return TRUE;
  outcome = exchange_import_outcome (import, i);
  return !assessment_document_equal (outcome, entry->ours);
}

static gboolean
takes_company (const ExchangeImport *import)
{
  return import->company != NULL && import->take_company
         && !exchange_company_is_empty (import->company);
}

gboolean
exchange_import_has_changes (const ExchangeImport *import)
{
  for (guint i = 0; i < import->entries->len; i++)
    if (changes_something (import, i))
      return TRUE;
  return takes_company (import);
}

static void
add_company (const ExchangeImport *import, WorkspaceBatch *batch)
{
  batch->contacts = import->company->contacts;
  batch->meetings = import->company->meetings;
  batch->notes = import->company->notes;
  if (import->company->tags[0] != NULL)
    batch->tags = (const char *const *)import->company->tags;
}

static void
add_write (const ExchangeImportEntry *entry,
           const AssessmentDocument *outcome,
           WorkspaceWrite *write,
           ExchangeUndo *undo)
{
  write->document = outcome;
  write->base = entry->ours;
  write->show = entry->deleted;
  _exchange_undo_add (undo, entry->ours, outcome, entry->deleted);
}

gboolean
exchange_import_apply (ExchangeImport *import, Workspace *workspace, GError **error)
{
  g_autofree WorkspaceWrite *writes = g_new0 (WorkspaceWrite, import->entries->len + 1);
  g_autoptr (GPtrArray) outcomes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  WorkspaceBatch batch
      = { .writes = writes, .company_id = import->company_id, .key = EXCHANGE_UNDO_KEY };
  ExchangeUndo *undo;
  g_autofree char *undo_text = NULL;

  if (!exchange_import_has_changes (import))
    return TRUE;
  undo = _exchange_undo_new ();
  for (guint i = 0; i < import->entries->len; i++)
    if (changes_something (import, i))
      {
        g_ptr_array_add (outcomes, exchange_import_outcome (import, i));
        add_write (get_entry (import, i), outcomes->pdata[batch.n_writes], &writes[batch.n_writes],
                   undo);
        batch.n_writes++;
      }
  if (takes_company (import))
    add_company (import, &batch);
  batch.show_company = import->company_is_hidden;
  undo_text
      = _exchange_undo_finish (undo, &(ExchangeUndoCompany){
                                         .id = import->company_id,
                                         .is_new = import->company_is_new,
                                         .was_hidden = import->company_is_hidden,
                                         .added = takes_company (import) ? import->company : NULL,
                                         .tags_before = (const char *const *)import->tags_before,
                                     });
  batch.value = undo_text;
  return workspace_write_batch (workspace, &batch, error);
}

/* --- evidence --------------------------------------------------------------------------------- */

/* Hashes that the outcome of the import names. */
static gboolean
is_named (const ExchangeImport *import, const char *sha256)
{
  for (guint i = 0; i < import->entries->len; i++)
    {
      g_autoptr (AssessmentDocument) outcome = NULL;

      if (!get_entry (import, i)->item.taken)
        continue;
      outcome = exchange_import_outcome (import, i);
      for (guint k = 0; k < assessment_document_count (outcome, "evidence"); k++)
        {
          g_autofree char *path = g_strdup_printf ("evidence[%u].sha256", k);

          if (g_strcmp0 (assessment_document_get_string (outcome, path), sha256) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

gboolean
exchange_import_keep_evidence (const ExchangeImport *import,
                               Workspace *workspace,
                               ExchangeShelf *shelf,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GPtrArray) hashes = exchange_shelf_list (shelf);

  for (guint i = 0; i < hashes->len; i++)
    {
      const char *sha256 = hashes->pdata[i];
      g_autoptr (GInputStream) stream = NULL;
      g_autofree char *kept = NULL;

      if (!is_named (import, sha256)
          || workspace_files_has (workspace_path (workspace), sha256, NULL))
        continue;
      stream = exchange_shelf_open (sha256, shelf, error);
      if (stream == NULL)
        return FALSE;
      kept = workspace_files_add (workspace_path (workspace), stream, WORKSPACE_FILE_MAX, NULL,
                                  cancellable, error);
      if (kept == NULL)
        return FALSE;
    }
  return TRUE;
}
