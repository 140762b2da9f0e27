/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-store-company.h"

#include "base/base-date.h"
#include "workspace/workspace-fold.h"
#include "workspace/workspace-query-private.h"
#include "workspace/workspace-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Companies: what lists and searching need of them, and what the adviser says of them. */

/* --- in memory -------------------------------------------------------------------------------- */

void
_workspace_store_forget_companies (WorkspaceStore *store)
{
  g_clear_pointer (&store->companies, workspace_index_free);
  g_clear_pointer (&store->changed_companies, g_hash_table_unref);
}

void
_workspace_store_note_company (WorkspaceStore *store, const char *company_id)
{
  if (store->companies != NULL && company_id != NULL)
    g_hash_table_add (store->changed_companies, g_strdup (company_id));
}

void
_workspace_store_note_change (WorkspaceStore *store, const char *assessment_id)
{
  g_autofree char *company_id = NULL;

  if (store->companies == NULL)
    return;
  company_id = _workspace_store_company_of (store, assessment_id);
  _workspace_store_note_company (store, company_id);
}

static int
load_companies (WorkspaceStore *store, const char *today)
{
  const WorkspaceHub hub = workspace_store_get_hub (store);
  int result;

  _workspace_store_forget_companies (store);
  store->companies_data_version = _workspace_store_data_version (store);
  store->companies = workspace_index_load (store->db, &hub, today, &result);
  if (store->companies != NULL)
    store->changed_companies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return result;
}

static int
refresh_companies (WorkspaceStore *store)
{
  GHashTableIter iter;
  gpointer id;
  int result = SQLITE_OK;

  g_hash_table_iter_init (&iter, store->changed_companies);
  while (result == SQLITE_OK && g_hash_table_iter_next (&iter, &id, NULL))
    result = workspace_index_refresh (store->companies, store->db, id);
  g_hash_table_remove_all (store->changed_companies);
  return result;
}

/* Brings the companies in memory up to the file. All within one read, so that another instance's
 * transaction is seen whole. */
static gboolean
update_companies (WorkspaceStore *store, const char *today, GError **error)
{
  int result;

  if (!workspace_connection_run (store->db, "BEGIN", store->path, error))
    return FALSE;
  if (store->companies == NULL
      || store->companies_data_version != _workspace_store_data_version (store)
      || strcmp (workspace_index_today (store->companies), today) != 0)
    result = load_companies (store, today);
  else
    result = refresh_companies (store);
  if (result != SQLITE_OK)
    {
      workspace_connection_fail (store->db, result, store->path, error);
      _workspace_store_forget_companies (store);
    }
  workspace_connection_rollback (store->db);
  return result == SQLITE_OK;
}

/* A page of everything by name, from the first on: the file alone can give it at once. */
static gboolean
is_first_page (const WorkspaceQuery *query)
{
  const char *const wanted[] = { query->text,   query->company,   query->stage, query->sector,
                                 query->region, query->country,   query->band,  query->size,
                                 query->tag,    query->due_stage, query->due_by };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL)
      return FALSE;
  return query->limit > 0 && query->offset == 0 && query->sort == WORKSPACE_SORT_NAME
         && !query->descending && query->archived == WORKSPACE_ARCHIVED_NO && !query->deleted
         && !query->has_next_step && !query->retention_due && query->text_sectors == NULL
         && query->text_regions == NULL;
}

static GPtrArray *
read_first_page (
    WorkspaceStore *store, const char *today, guint limit, guint *n_found, GError **error)
{
  const WorkspaceHub hub = workspace_store_get_hub (store);
  GPtrArray *page;
  int result;

  if (!workspace_connection_run (store->db, "BEGIN", store->path, error))
    return NULL;
  page = workspace_index_read_page (store->db, &hub, today, limit, n_found, &result);
  if (page == NULL)
    workspace_connection_fail (store->db, result, store->path, error);
  workspace_connection_rollback (store->db);
  return page;
}

GPtrArray *
workspace_store_list_companies (WorkspaceStore *store,
                                const WorkspaceQuery *query,
                                guint *n_found,
                                GError **error)
{
  g_autofree char *today = query->today != NULL ? g_strdup (query->today) : base_date_today ();
  guint n;

  if (store->companies == NULL && is_first_page (query))
    return read_first_page (store, today, query->limit, n_found != NULL ? n_found : &n, error);
  if (!update_companies (store, today, error))
    return NULL;
  return workspace_query_run (query, workspace_index_companies (store->companies), today, n_found);
}

guint
workspace_store_count_companies (WorkspaceStore *store, guint most, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_COUNT_COMPANIES);
  guint n = 0;

  workspace_statement_bind_int (query, ":most", most);
  if (_workspace_store_next_row (store, query, error))
    n = (guint)sqlite3_column_int (query, 0);
  _workspace_store_end_query (query);
  return n;
}

WorkspaceCompany *
workspace_store_get_company (WorkspaceStore *store, const char *company_id, GError **error)
{
  g_autofree char *today = base_date_today ();
  WorkspaceCompany *company;

  if (!update_companies (store, today, error))
    return NULL;
  company = workspace_index_find (store->companies, company_id);
  if (company == NULL)
    workspace_store_set_company_missing (error, company_id);
  return company == NULL ? NULL : workspace_company_ref (company);
}

void
workspace_store_set_company_missing (GError **error, const char *company_id)
{
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
               _ ("The company %.64s is not in this workspace, or it was deleted."), company_id);
}

/* --- what is searched ------------------------------------------------------------------------- */

gboolean
_workspace_store_update_search (WorkspaceStore *store, const char *company_id, GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_SEARCHED_TEXTS);
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_STORE_SEARCH);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_text (query, ":id", company_id);
  if (_workspace_store_next_row (store, query, &problem))
    for (int i = 0; i < sqlite3_column_count (query); i++)
      {
        g_autofree char *text = workspace_statement_dup_text (query, i);

        workspace_fold_append (words, text);
      }
  _workspace_store_end_query (query);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  _workspace_store_note_company (store, company_id);
  workspace_statement_bind_text (ready, ":id", company_id);
  workspace_statement_bind_text (ready, ":search", words->str);
  return _workspace_store_execute (store, ready, error);
}

static char *
sectors_of (const AssessmentDocument *document)
{
  static const char *const paths[] = { "company.sectors", "company.secondary_sectors" };
  GString *sectors = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char *const *ids = assessment_document_get_strings (document, paths[i]);

      for (guint k = 0; ids != NULL && ids[k] != NULL; k++)
        g_string_append_printf (sectors, "%s%s", sectors->len > 0 ? " " : "", ids[k]);
    }
  return g_string_free (sectors, FALSE);
}

/* Of the newest year, FALSE when no account says. */
static gboolean
staff_of (const AssessmentDocument *document, double *staff)
{
  guint n = assessment_document_count (document, "company.accounts");
  double newest = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *year_path = g_strdup_printf ("company.accounts[%u].year", i);
      g_autofree char *staff_path = g_strdup_printf ("company.accounts[%u].staff", i);
      double year = 0, found;

      assessment_document_get_number (document, year_path, &year);
      if (year <= newest || !assessment_document_get_number (document, staff_path, &found))
        continue;
      newest = year;
      *staff = found;
    }
  return newest >= 0;
}

gboolean
_workspace_store_update_company (WorkspaceStore *store,
                                 const char *assessment_id,
                                 const AssessmentDocument *document,
                                 GError **error)
{
  static const struct
  {
    const char *parameter;
    const char *path;
  } texts[] = {
    { ":name", "company.name" },
    { ":city", "company.city" },
    { ":region", "company.region" },
    { ":country", "company.country" },
    { ":legal_name", "company.legal_name" },
  };
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_UPDATE_COMPANY);
  g_autofree char *company_id = _workspace_store_company_of (store, assessment_id);
  g_autofree char *sectors = sectors_of (document);
  double staff = 0;

  workspace_statement_bind_text (ready, ":assessment", assessment_id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    workspace_statement_bind_text (ready, texts[i].parameter,
                                   assessment_document_get_string (document, texts[i].path));
  workspace_statement_bind_text (ready, ":sectors", sectors);
  if (staff_of (document, &staff))
    workspace_statement_bind_double (ready, ":staff", staff);
  return _workspace_store_execute (store, ready, error)
         && _workspace_store_update_search (store, company_id, error);
}

/* A broken document must not keep its company out of the list. */
static gboolean
complete_company (WorkspaceStore *store, const char *company_id, const char *assessment_id)
{
  g_autoptr (AssessmentDocument) document = NULL;
  gint64 revision;
  gboolean frozen;

  if (assessment_id != NULL)
    document = _workspace_store_load_current (store, assessment_id, &revision, &frozen, NULL);
  return document != NULL ? _workspace_store_update_company (store, assessment_id, document, NULL)
                          : _workspace_store_update_search (store, company_id, NULL);
}

static GPtrArray *
list_unsearched (WorkspaceStore *store)
{
  sqlite3_stmt *query = _workspace_store_statement (store, WORKSPACE_UNSEARCHED);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  while (_workspace_store_next_row (store, query, NULL))
    {
      g_ptr_array_add (ids, workspace_statement_dup_text (query, 0));
      g_ptr_array_add (ids, workspace_statement_dup_text (query, 1));
    }
  _workspace_store_end_query (query);
  return ids;
}

void
workspace_store_complete_companies (WorkspaceStore *store)
{
  g_autoptr (GPtrArray) ids = list_unsearched (store);
  gboolean done = TRUE;

  if (ids->len == 0 || !workspace_store_begin (store, NULL))
    return;
  for (guint i = 0; done && i < ids->len; i += 2)
    done = complete_company (store, ids->pdata[i], ids->pdata[i + 1]);
  if (done)
    workspace_store_commit (store, NULL);
  else
    workspace_store_rollback (store);
}

/* --- what the adviser says -------------------------------------------------------------------- */

/* Runs a prepared change of one company. */
static gboolean
change_company (WorkspaceStore *store, sqlite3_stmt *ready, const char *company_id, GError **error)
{
  workspace_statement_bind_text (ready, ":id", company_id);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    workspace_store_set_company_missing (error, company_id);
  _workspace_store_note_company (store, company_id);
  return sqlite3_changes (store->db) > 0;
}

gboolean
workspace_store_set_archived (WorkspaceStore *store,
                              const char *company_id,
                              gboolean archived,
                              GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_SET_ARCHIVED);

  if (archived)
    workspace_statement_bind_int (ready, ":at", g_get_real_time ());
  workspace_statement_bind_int (ready, ":now", g_get_real_time ());
  return change_company (store, ready, company_id, error);
}

gboolean
workspace_store_set_retention (WorkspaceStore *store,
                               const char *company_id,
                               const char *until,
                               GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_SET_RETENTION);

  if (until != NULL && !base_date_is_valid (until))
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE,
                   _ ("Found “%.64s”, expected a day such as 2026-11-20."), until);
      return FALSE;
    }
  workspace_statement_bind_text (ready, ":until", until);
  workspace_statement_bind_int (ready, ":now", g_get_real_time ());
  return change_company (store, ready, company_id, error);
}

gboolean
workspace_store_touch_company (WorkspaceStore *store, const char *company_id, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_TOUCH_COMPANY);

  workspace_statement_bind_int (ready, ":now", g_get_real_time ());
  return change_company (store, ready, company_id, error);
}

gboolean
workspace_store_set_company_deleted (WorkspaceStore *store,
                                     const char *company_id,
                                     gint64 deleted_at,
                                     GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_SET_COMPANY_DELETED);

  if (deleted_at > 0)
    workspace_statement_bind_int (ready, ":at", deleted_at);
  return change_company (store, ready, company_id, error);
}

static gboolean
insert_tag (WorkspaceStore *store, const char *company_id, const char *tag, GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_INSERT_TAG);
  g_autofree char *stripped = g_strstrip (g_strdup (tag));

  if (*stripped == '\0')
    return TRUE;
  if (!g_utf8_validate (stripped, -1, NULL) || g_utf8_strlen (stripped, -1) > 64)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE,
                   _ ("A tag has at most 64 characters, and only valid text."));
      return FALSE;
    }
  workspace_statement_bind_text (ready, ":id", company_id);
  workspace_statement_bind_text (ready, ":tag", stripped);
  return _workspace_store_execute (store, ready, error);
}

gboolean
workspace_store_set_tags (WorkspaceStore *store,
                          const char *company_id,
                          const char *const *tags,
                          GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_REMOVE_TAGS);

  if (!workspace_store_touch_company (store, company_id, error))
    return FALSE;
  workspace_statement_bind_text (ready, ":id", company_id);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    if (!insert_tag (store, company_id, tags[i], error))
      return FALSE;
  return _workspace_store_update_search (store, company_id, error);
}

gboolean
workspace_store_move_assessment (WorkspaceStore *store,
                                 const char *assessment_id,
                                 const char *company_id,
                                 GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, WORKSPACE_MOVE_ASSESSMENT);

  if (!workspace_store_touch_company (store, company_id, error))
    return FALSE;
  _workspace_store_note_change (store, assessment_id);
  workspace_statement_bind_text (ready, ":id", assessment_id);
  workspace_statement_bind_text (ready, ":company", company_id);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 0)
    _workspace_store_set_missing (error, assessment_id);
  return sqlite3_changes (store->db) > 0;
}

/* --- the hub's settings ----------------------------------------------------------------------- */

static const struct
{
  const char *key;
  gsize offset;
} hub_settings[] = {
  { "hub.planned-T0", G_STRUCT_OFFSET (WorkspaceHub, planned[0]) },
  { "hub.planned-T1", G_STRUCT_OFFSET (WorkspaceHub, planned[1]) },
  { "hub.planned-T2", G_STRUCT_OFFSET (WorkspaceHub, planned[2]) },
  { "hub.months-T0-T1", G_STRUCT_OFFSET (WorkspaceHub, interval_months[0]) },
  { "hub.months-T1-T2", G_STRUCT_OFFSET (WorkspaceHub, interval_months[1]) },
  { "hub.retention-months", G_STRUCT_OFFSET (WorkspaceHub, retention_months) },
};

/* Numbers above it are no numbers of companies or months. */
#define HUB_MAX 100000

WorkspaceHub
workspace_store_get_hub (WorkspaceStore *store)
{
  WorkspaceHub hub = WORKSPACE_HUB_DEFAULTS;

  for (guint i = 0; i < G_N_ELEMENTS (hub_settings); i++)
    {
      g_autofree char *value = workspace_store_get_setting (store, hub_settings[i].key, NULL);
      guint64 number;

      if (value != NULL && g_ascii_string_to_unsigned (value, 10, 0, HUB_MAX, &number, NULL))
        G_STRUCT_MEMBER (guint, &hub, hub_settings[i].offset) = (guint)number;
    }
  return hub;
}

gboolean
workspace_store_set_hub (WorkspaceStore *store, const WorkspaceHub *hub, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (hub_settings); i++)
    {
      g_autofree char *value = g_strdup_printf (
          "%u", MIN (G_STRUCT_MEMBER (guint, hub, hub_settings[i].offset), HUB_MAX));

      if (!workspace_store_set_setting (store, hub_settings[i].key, value, error))
        return FALSE;
    }
  /* Days that are due follow from them. */
  _workspace_store_forget_companies (store);
  return TRUE;
}
