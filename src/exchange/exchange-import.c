/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-import-private.h"

#include "workspace/workspace-companies.h"

#include <string.h>

/* Preview and choice. */

typedef ExchangeImportEntry Entry;

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
  if (!entry->deleted)
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
  entry->deleted = here->deleted;
  entry->item.hidden = here->deleted || here->company_deleted;
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

static void
look_at_company (ExchangeImport *import, Workspace *workspace)
{
  g_autoptr (WorkspaceCompany) company
      = workspace_get_company (workspace, import->company_id, NULL);

  import->company_is_new = company == NULL;
  import->company_is_hidden = company != NULL && company->deleted;
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
  look_at_company (import, workspace);
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
adopt_company (ExchangeImport *import,
               Workspace *workspace,
               GPtrArray *list,
               const ExchangeCompany *theirs)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((WorkspaceEntry *)list->pdata[i])->company_id, import->company_id) == 0)
      return;
  if (theirs->id == NULL)
    return;
  g_free (import->company_id);
  import->company_id = g_strdup (theirs->id);
  look_at_company (import, workspace);
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
    adopt_company (import, workspace, list, theirs);
  return compare_company (import, workspace, theirs, error) ? g_steal_pointer (&import) : NULL;
}

ExchangeImport *
exchange_import_new_parcel (Workspace *workspace,
                            const ExchangeParcel *parcel,
                            const char *company_id,
                            GError **error)
{
  g_return_val_if_fail (parcel != NULL, NULL);

  return parcel->package != NULL
             ? exchange_import_new_package (workspace, parcel->package, company_id, error)
             : exchange_import_new (workspace, parcel->documents, company_id, error);
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

gboolean
exchange_import_may_take (const ExchangeImport *import, guint item, guint difference)
{
  const Entry *entry;

  g_return_val_if_fail (item < import->entries->len, FALSE);
  entry = get_entry (import, item);
  g_return_val_if_fail (difference < entry->item.differences->len, FALSE);

  return may_take (entry, entry->item.differences->pdata[difference]);
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
