/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-import.h"

#include "assessment/assessment-merge.h"
#include "base/base-json-writer.h"
#include "base/base-json.h"

#include <glib/gi18n-lib.h>

/* Preview, choice, one transaction, undo. */

/* The setting that holds what the last import replaced. */
#define UNDO_KEY "exchange.undo"

typedef struct
{
  ExchangeImportItem item;
  AssessmentDocument *theirs;
  AssessmentDocument *ours; /* NULL: not here */
} Entry;

struct _ExchangeImport
{
  GPtrArray *entries; /* Entry */
  char *company_id;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  assessment_document_unref (entry->theirs);
  g_clear_pointer (&entry->ours, assessment_document_unref);
  g_ptr_array_unref (entry->item.differences);
  g_free (entry);
}

void
exchange_import_free (ExchangeImport *import)
{
  if (import == NULL)
    return;
  g_ptr_array_unref (import->entries);
  g_free (import->company_id);
  g_free (import);
}

/* --- the preview ------------------------------------------------------------------------------ */

static const WorkspaceEntry *
find_entry (GPtrArray *list, const char *id)
{
  for (guint i = 0; id != NULL && i < list->len; i++)
    {
      const WorkspaceEntry *entry = list->pdata[i];

      if (g_str_equal (entry->id, id))
        return entry;
    }
  return NULL;
}

/* What theirs would change if everything that can be taken were taken as the rules say. */
static void
compare (Entry *entry)
{
  g_autoptr (AssessmentDocument) united
      = assessment_document_unite (entry->ours, entry->theirs, NULL, NULL, entry->item.differences);

  for (guint i = 0; i < entry->item.differences->len; i++)
    {
      const AssessmentDifference *difference = entry->item.differences->pdata[i];

      entry->item.n_conflicts += difference->kind == ASSESSMENT_CONFLICT;
    }
  entry->item.state = entry->item.differences->len > 0 || entry->item.hidden
                          ? EXCHANGE_IMPORT_CHANGED
                          : EXCHANGE_IMPORT_SAME;
}

static gboolean
load_ours (Workspace *workspace, Entry *entry, GError **error)
{
  if (!entry->item.hidden)
    {
      entry->ours = workspace_load (workspace, entry->item.id, error);
      return entry->ours != NULL;
    }
  /* A hidden one is read by bringing it back for a moment. */
  if (!workspace_restore_assessment (workspace, entry->item.id, error))
    return FALSE;
  entry->ours = workspace_load (workspace, entry->item.id, error);
  return workspace_delete_assessment (workspace, entry->item.id, entry->ours != NULL ? error : NULL)
         && entry->ours != NULL;
}

static gboolean
add_entry (ExchangeImport *import,
           Workspace *workspace,
           GPtrArray *list,
           AssessmentDocument *document,
           GError **error)
{
  Entry *entry = g_new0 (Entry, 1);
  const WorkspaceEntry *here = find_entry (list, assessment_document_id (document));

  entry->theirs = assessment_document_ref (document);
  entry->item.id = assessment_document_id (document);
  entry->item.company_name = assessment_document_get_string (document, "company.name");
  entry->item.stage = assessment_document_get_string (document, "stage");
  entry->item.date = assessment_document_get_string (document, "date");
  entry->item.taken = TRUE;
  entry->item.differences
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_difference_free);
  g_ptr_array_add (import->entries, entry);
  if (here == NULL)
    return TRUE;
  entry->item.hidden = here->deleted;
  if (!load_ours (workspace, entry, error))
    return FALSE;
  compare (entry);
  return TRUE;
}

/* Whose the new ones are: what one of them is here already, or continues. */
static char *
find_company (GPtrArray *list, GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const AssessmentDocument *document = documents->pdata[i];
      const WorkspaceEntry *here = find_entry (list, assessment_document_id (document));

      if (here == NULL)
        here = find_entry (list, assessment_document_get_string (document, "previous"));
      if (here != NULL)
        return g_strdup (here->company_id);
    }
  return g_uuid_string_random ();
}

ExchangeImport *
exchange_import_new (Workspace *workspace,
                     GPtrArray *documents,
                     const char *company_id,
                     GError **error)
{
  g_autoptr (ExchangeImport) import = g_new0 (ExchangeImport, 1);
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (workspace != NULL && documents != NULL, NULL);

  import->entries = g_ptr_array_new_with_free_func (entry_free);
  list = workspace_list (workspace, TRUE, error);
  if (list == NULL)
    return NULL;
  import->company_id = company_id != NULL ? g_strdup (company_id) : find_company (list, documents);
  for (guint i = 0; i < documents->len; i++)
    if (!add_entry (import, workspace, list, documents->pdata[i], error))
      return NULL;
  return g_steal_pointer (&import);
}

ExchangeImport *
exchange_import_new_package (Workspace *workspace,
                             const ExchangePackage *package,
                             const char *company_id,
                             GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  g_return_val_if_fail (package != NULL, NULL);

  for (guint i = 0; i < exchange_package_n_documents (package); i++)
    g_ptr_array_add (documents, exchange_package_document (package, i));
  return exchange_import_new (workspace, documents, company_id, error);
}

guint
exchange_import_n_items (const ExchangeImport *import)
{
  return import->entries->len;
}

static Entry *
get_entry (const ExchangeImport *import, guint i)
{
  g_assert (i < import->entries->len);
  return import->entries->pdata[i];
}

const ExchangeImportItem *
exchange_import_item (const ExchangeImport *import, guint i)
{
  g_return_val_if_fail (i < import->entries->len, NULL);

  return &get_entry (import, i)->item;
}

/* --- choosing --------------------------------------------------------------------------------- */

void
exchange_import_take (ExchangeImport *import, guint item, gboolean taken)
{
  g_return_if_fail (item < import->entries->len);

  get_entry (import, item)->item.taken = taken;
}

void
exchange_import_take_difference (ExchangeImport *import,
                                 guint item,
                                 guint difference,
                                 gboolean taken)
{
  GPtrArray *differences;

  g_return_if_fail (item < import->entries->len);
  differences = get_entry (import, item)->item.differences;
  g_return_if_fail (difference < differences->len);

  ((AssessmentDifference *)differences->pdata[difference])->taken = taken;
}

/* The differences come in the same order each time. */
typedef struct
{
  const GPtrArray *differences;
  guint next;
} Choices;

static gboolean
choose_cb (const AssessmentDifference *difference, gpointer data)
{
  Choices *choices = data;
  const AssessmentDifference *chosen;

  g_assert (choices->next < choices->differences->len);
  chosen = choices->differences->pdata[choices->next++];
  g_assert (g_str_equal (chosen->path, difference->path));
  return chosen->taken;
}

AssessmentDocument *
exchange_import_outcome (const ExchangeImport *import, guint item)
{
  const Entry *entry;
  Choices choices = { 0 };

  g_return_val_if_fail (item < import->entries->len, NULL);

  entry = get_entry (import, item);
  if (entry->ours == NULL)
    return assessment_document_ref (entry->theirs);
  if (!entry->item.taken)
    return assessment_document_ref (entry->ours);
  choices.differences = entry->item.differences;
  return assessment_document_unite (entry->ours, entry->theirs, choose_cb, &choices, NULL);
}

static gboolean
changes_something (const ExchangeImport *import, guint i)
{
  const Entry *entry = get_entry (import, i);
  g_autoptr (AssessmentDocument) outcome = NULL;

  if (!entry->item.taken)
    return FALSE;
  if (entry->ours == NULL || entry->item.hidden)
    return TRUE;
  outcome = exchange_import_outcome (import, i);
  return !assessment_document_equal (outcome, entry->ours);
}

gboolean
exchange_import_has_changes (const ExchangeImport *import)
{
  for (guint i = 0; i < import->entries->len; i++)
    if (changes_something (import, i))
      return TRUE;
  return FALSE;
}

/* --- doing ------------------------------------------------------------------------------------ */

static void
write_document (BaseJsonWriter *writer, const char *member, const AssessmentDocument *document)
{
  g_autofree char *text = NULL;

  if (document == NULL)
    return;
  text = assessment_document_serialize (document, FALSE);
  base_json_writer_string (writer, member, text);
}

static void
write_undo (BaseJsonWriter *writer, const Entry *entry, const AssessmentDocument *after)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_boolean (writer, "hidden", entry->item.hidden);
  write_document (writer, "before", entry->ours);
  write_document (writer, "after", after);
  base_json_writer_end_object (writer);
}

gboolean
exchange_import_apply (ExchangeImport *import, Workspace *workspace, GError **error)
{
  g_autofree WorkspaceWrite *writes = g_new0 (WorkspaceWrite, import->entries->len + 1);
  g_autoptr (GPtrArray) outcomes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  BaseJsonWriter *writer = base_json_writer_new (FALSE);
  g_autofree char *undo = NULL;

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < import->entries->len; i++)
    {
      const Entry *entry = get_entry (import, i);
      AssessmentDocument *outcome;
      WorkspaceWrite *write = &writes[outcomes->len];

      if (!changes_something (import, i))
        continue;
      outcome = exchange_import_outcome (import, i);
      g_ptr_array_add (outcomes, outcome);
      write->document = outcome;
      write->base = entry->ours;
      write->company_id = import->company_id;
      write->show = entry->item.hidden;
      write_undo (writer, entry, outcome);
    }
  base_json_writer_end_array (writer);
  undo = base_json_writer_finish (writer);
  if (outcomes->len == 0)
    return TRUE;
  return workspace_write_all (workspace, writes, outcomes->len, UNDO_KEY, undo, error);
}

/* --- undoing ---------------------------------------------------------------------------------- */

gboolean
exchange_import_can_undo (Workspace *workspace)
{
  g_autofree char *undo = workspace_get_setting (workspace, UNDO_KEY);

  return undo != NULL && *undo != '\0';
}

static AssessmentDocument *
read_document (const BaseJsonCursor *object, const char *member, GError **error)
{
  const char *text = base_json_need_string (object, member);

  if (!base_json_finish (object->document, error))
    return NULL;
  return assessment_document_parse (text, -1, UNDO_KEY, error);
}

/* Takes one assessment back. What was changed since the import is merged in. */
static gboolean
undo_one (const BaseJsonCursor *at,
          Workspace *workspace,
          WorkspaceWrite *write,
          GPtrArray *documents,
          GError **error)
{
  BaseJsonCursor before_at = base_json_get (at, "before");
  AssessmentDocument *after = read_document (at, "after", error);
  AssessmentDocument *before, *now;

  if (after == NULL)
    return FALSE;
  g_ptr_array_add (documents, after);
  write->document = after;
  if (!base_json_present (&before_at))
    {
      write->hide = TRUE;
      return TRUE;
    }
  before = read_document (at, "before", error);
  if (before == NULL)
    return FALSE;
  g_ptr_array_add (documents, before);
  now = workspace_load (workspace, assessment_document_id (after), error);
  if (now == NULL)
    return FALSE;
  g_ptr_array_add (documents, now);
  write->base = now;
  write->document = assessment_document_merge (after, now, before, NULL);
  g_ptr_array_add (documents, (gpointer)write->document);
  return TRUE;
}

gboolean
exchange_import_undo (Workspace *workspace, GError **error)
{
  g_autofree char *undo = workspace_get_setting (workspace, UNDO_KEY);
  g_autoptr (BaseJson) json = NULL;
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  g_autofree WorkspaceWrite *writes = NULL;
  BaseJsonCursor root;
  guint n, n_writes = 0;

  if (undo == NULL || *undo == '\0')
    {
      g_set_error_literal (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                           _ ("There is no import to take back"));
      return FALSE;
    }
  json = base_json_parse (undo, -1, UNDO_KEY, error);
  if (json == NULL)
    return FALSE;
  root = base_json_root (json);
  n = base_json_length (&root);
  writes = g_new0 (WorkspaceWrite, 2 * n + 1);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor at = base_json_item (&root, i);

      if (!undo_one (&at, workspace, &writes[n_writes], documents, error))
        return FALSE;
      n_writes++;
      /* It was hidden, and is again. */
      if (base_json_get_boolean (&at, "hidden", FALSE))
        {
          writes[n_writes].document = writes[n_writes - 1].document;
          writes[n_writes++].hide = TRUE;
        }
    }
  return workspace_write_all (workspace, writes, n_writes, UNDO_KEY, "", error);
}
