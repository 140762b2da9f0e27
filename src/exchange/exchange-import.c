/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-import.h"

#include "assessment/assessment-merge.h"
#include "base/base-json-writer.h"
#include "base/base-json.h"
#include "workspace/workspace-batch.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  ExchangeCompany *company; /* records that are not here; NULL: none were sent */
  char **tags_before;       /* with @company */
  guint n_other;
  gboolean take_company;
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
  exchange_company_free (import->company);
  g_strfreev (import->tags_before);
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

/* What happens to a finished assessment afterwards may still be written down. */
static gboolean
may_take (const Entry *entry, const AssessmentDifference *difference)
{
  return !entry->item.frozen || g_str_has_prefix (difference->path, "portal")
         || g_str_has_prefix (difference->path, "delivered");
}

/* What theirs would change if everything that can be taken were taken as the rules say. */
static void
compare (Entry *entry)
{
  g_autoptr (AssessmentDocument) united
      = assessment_document_unite (entry->ours, entry->theirs, NULL, NULL, entry->item.differences);

  for (guint i = 0; i < entry->item.differences->len; i++)
    {
      AssessmentDifference *difference = entry->item.differences->pdata[i];

      difference->taken = difference->taken && may_take (entry, difference);
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
  entry->item.frozen = here->frozen;
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

/* Whether the workspace has a company of this id. */
static gboolean
has_company (Workspace *workspace, const char *id)
{
  g_autoptr (WorkspaceCompany) company
      = id != NULL ? workspace_get_company (workspace, id, NULL) : NULL;

  return company != NULL;
}

static gboolean
compare_company (ExchangeImport *import,
                 Workspace *workspace,
                 const ExchangeCompany *theirs,
                 GError **error)
{
  g_autoptr (ExchangeCompany) ours
      = has_company (workspace, import->company_id)
            ? exchange_company_load (workspace, import->company_id, error)
            : exchange_company_new ();

  if (ours == NULL)
    return FALSE;
  import->company = exchange_company_missing (ours, theirs, &import->n_other);
  import->tags_before = g_strdupv (ours->tags);
  import->take_company = TRUE;
  return TRUE;
}

/* A new company keeps the id that it has at the sender's, so that it is found again next time. */
static void
adopt_company (ExchangeImport *import, GPtrArray *list, const ExchangeCompany *theirs)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((WorkspaceEntry *)list->pdata[i])->company_id, import->company_id) == 0)
      return;
  if (theirs->id == NULL)
    return;
  g_free (import->company_id);
  import->company_id = g_strdup (theirs->id);
}

ExchangeImport *
exchange_import_new_package (Workspace *workspace,
                             const ExchangePackage *package,
                             const char *company_id,
                             GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (ExchangeCompany) theirs = NULL;
  g_autoptr (ExchangeImport) import = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const char *text;

  g_return_val_if_fail (package != NULL, NULL);

  text = exchange_package_text (package, "company.json");
  theirs = text != NULL ? exchange_company_read (text, "company.json", error) : NULL;
  if (text != NULL && theirs == NULL)
    return NULL;
  for (guint i = 0; i < exchange_package_n_documents (package); i++)
    g_ptr_array_add (documents, exchange_package_document (package, i));
  import = exchange_import_new (workspace, documents, company_id, error);
  if (import == NULL || theirs == NULL)
    return g_steal_pointer (&import);
  list = workspace_list (workspace, TRUE, error);
  if (list == NULL)
    return NULL;
  if (company_id == NULL)
    adopt_company (import, list, theirs);
  return compare_company (import, workspace, theirs, error) ? g_steal_pointer (&import) : NULL;
}

const ExchangeCompany *
exchange_import_company (const ExchangeImport *import, guint *n_other)
{
  if (n_other != NULL)
    *n_other = import->n_other;
  return import->company;
}

void
exchange_import_take_company (ExchangeImport *import, gboolean taken)
{
  import->take_company = taken;
}

const char *
exchange_import_company_id (const ExchangeImport *import)
{
  return import->company_id;
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
  const Entry *entry;
  AssessmentDifference *chosen;

  g_return_if_fail (item < import->entries->len);
  entry = get_entry (import, item);
  g_return_if_fail (difference < entry->item.differences->len);

  chosen = entry->item.differences->pdata[difference];
  chosen->taken = taken && may_take (entry, chosen);
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

static void
write_ids (BaseJsonWriter *writer, const char *member, const GPtrArray *records)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < records->len; i++)
    /* Each record begins with its id. */
    base_json_writer_string (writer, NULL, *(char *const *)records->pdata[i]);
  base_json_writer_end_array (writer);
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (WorkspaceContact, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (WorkspaceMeeting, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (WorkspaceNote, id) == 0);

static void
write_undo_company (BaseJsonWriter *writer, const ExchangeImport *import)
{
  base_json_writer_begin_object (writer, "company");
  base_json_writer_string (writer, "id", import->company_id);
  write_ids (writer, "contacts", import->company->contacts);
  write_ids (writer, "meetings", import->company->meetings);
  write_ids (writer, "notes", import->company->notes);
  if (import->company->tags[0] != NULL)
    base_json_writer_strings (writer, "tags", (const char *const *)import->tags_before);
  base_json_writer_end_object (writer);
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

gboolean
exchange_import_apply (ExchangeImport *import, Workspace *workspace, GError **error)
{
  g_autofree WorkspaceWrite *writes = g_new0 (WorkspaceWrite, import->entries->len + 1);
  g_autoptr (GPtrArray) outcomes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  WorkspaceBatch batch = { .writes = writes, .company_id = import->company_id, .key = UNDO_KEY };
  BaseJsonWriter *writer = base_json_writer_new (FALSE);
  g_autofree char *undo = NULL;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_begin_array (writer, "assessments");
  for (guint i = 0; i < import->entries->len; i++)
    {
      const Entry *entry = get_entry (import, i);
      WorkspaceWrite *write = &writes[outcomes->len];

      if (!changes_something (import, i))
        continue;
      g_ptr_array_add (outcomes, exchange_import_outcome (import, i));
      write->document = outcomes->pdata[outcomes->len - 1];
      write->base = entry->ours;
      write->show = entry->item.hidden;
      write_undo (writer, entry, write->document);
    }
  base_json_writer_end_array (writer);
  batch.n_writes = outcomes->len;
  if (takes_company (import))
    {
      add_company (import, &batch);
      write_undo_company (writer, import);
    }
  base_json_writer_end_object (writer);
  undo = base_json_writer_finish (writer);
  batch.value = undo;
  return !exchange_import_has_changes (import) || workspace_write_batch (workspace, &batch, error);
}

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

/* What an import added to the company. */
static void
undo_company (const BaseJsonCursor *root, WorkspaceBatch *batch, char **lists[4])
{
  BaseJsonCursor at = base_json_get (root, "company");
  BaseJsonCursor tags = base_json_get (&at, "tags");

  if (!base_json_present (&at))
    return;
  batch->company_id = base_json_need_string (&at, "id");
  batch->remove_contacts
      = (const char *const *)(lists[0] = base_json_get_strings (&at, "contacts"));
  batch->remove_meetings
      = (const char *const *)(lists[1] = base_json_get_strings (&at, "meetings"));
  batch->remove_notes = (const char *const *)(lists[2] = base_json_get_strings (&at, "notes"));
  if (base_json_present (&tags))
    batch->tags = (const char *const *)(lists[3] = base_json_get_strings (&at, "tags"));
}

/* Fills @writes with what takes the assessments back. */
static gboolean
undo_assessments (const BaseJsonCursor *list,
                  Workspace *workspace,
                  WorkspaceWrite *writes,
                  guint *n_writes,
                  GPtrArray *documents,
                  GError **error)
{
  for (guint i = 0; i < base_json_length (list); i++)
    {
      BaseJsonCursor at = base_json_item (list, i);

      if (!undo_one (&at, workspace, &writes[*n_writes], documents, error))
        return FALSE;
      ++*n_writes;
      /* It was hidden, and is again. */
      if (base_json_get_boolean (&at, "hidden", FALSE))
        {
          writes[*n_writes].document = writes[*n_writes - 1].document;
          writes[(*n_writes)++].hide = TRUE;
        }
    }
  return TRUE;
}

static gboolean
undo_json (BaseJson *json, Workspace *workspace, GError **error)
{
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor list = base_json_need (&root, "assessments");
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  g_autofree WorkspaceWrite *writes = g_new0 (WorkspaceWrite, 2 * base_json_length (&list) + 1);
  WorkspaceBatch batch = { .writes = writes, .key = UNDO_KEY, .value = "" };
  char **lists[4] = { NULL };
  gboolean done;

  undo_company (&root, &batch, lists);
  done = undo_assessments (&list, workspace, writes, &batch.n_writes, documents, error)
         && base_json_finish (json, error) && workspace_write_batch (workspace, &batch, error);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_strfreev (lists[i]);
  return done;
}

gboolean
exchange_import_undo (Workspace *workspace, GError **error)
{
  g_autofree char *undo = workspace_get_setting (workspace, UNDO_KEY);
  g_autoptr (BaseJson) json = NULL;

  if (undo == NULL || *undo == '\0')
    {
      g_set_error_literal (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                           _ ("There is no import to take back"));
      return FALSE;
    }
  json = base_json_parse (undo, -1, UNDO_KEY, error);
  return json != NULL && undo_json (json, workspace, error);
}
