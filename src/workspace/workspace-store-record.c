/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace/workspace-store-record.h"

#include "base/base-date.h"
#include "workspace/workspace-store-company.h"
#include "workspace/workspace-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The three kinds differ only in their fields, so a table says what they are. The id comes first in
 * each struct. */

typedef enum
{
  FIELD_TEXT,
  FIELD_DAY,
  FIELD_NEEDED_DAY,
  FIELD_FLAG,
} FieldKind;

typedef struct
{
  const char *parameter;
  gsize offset;
  FieldKind kind;
} Field;

typedef struct
{
  gsize size;
  WorkspaceStatementId list, put, remove;
  void (*free) (void *record);
  const Field *fields;
  guint n_fields;
} Kind;

static const Field contact_fields[] = {
  { ":name", G_STRUCT_OFFSET (WorkspaceContact, name), FIELD_TEXT },
  { ":role", G_STRUCT_OFFSET (WorkspaceContact, role), FIELD_TEXT },
  { ":email", G_STRUCT_OFFSET (WorkspaceContact, email), FIELD_TEXT },
  { ":phone", G_STRUCT_OFFSET (WorkspaceContact, phone), FIELD_TEXT },
  { ":note", G_STRUCT_OFFSET (WorkspaceContact, note), FIELD_TEXT },
};

static const Field meeting_fields[] = {
  { ":held_on", G_STRUCT_OFFSET (WorkspaceMeeting, held_on), FIELD_NEEDED_DAY },
  { ":held_at", G_STRUCT_OFFSET (WorkspaceMeeting, held_at), FIELD_TEXT },
  { ":place", G_STRUCT_OFFSET (WorkspaceMeeting, place), FIELD_TEXT },
  { ":participants", G_STRUCT_OFFSET (WorkspaceMeeting, participants), FIELD_TEXT },
  { ":about", G_STRUCT_OFFSET (WorkspaceMeeting, about), FIELD_TEXT },
  { ":outcome", G_STRUCT_OFFSET (WorkspaceMeeting, outcome), FIELD_TEXT },
};

static const Field note_fields[] = {
  { ":written_on", G_STRUCT_OFFSET (WorkspaceNote, written_on), FIELD_DAY },
  { ":author", G_STRUCT_OFFSET (WorkspaceNote, author), FIELD_TEXT },
  { ":text", G_STRUCT_OFFSET (WorkspaceNote, text), FIELD_TEXT },
  { ":in_report", G_STRUCT_OFFSET (WorkspaceNote, in_report), FIELD_FLAG },
};

static void
free_contact (void *contact)
{
  workspace_record_free (WORKSPACE_RECORD_CONTACT, contact);
}

static void
free_meeting (void *meeting)
{
  workspace_record_free (WORKSPACE_RECORD_MEETING, meeting);
}

static void
free_note (void *note)
{
  workspace_record_free (WORKSPACE_RECORD_NOTE, note);
}

static const Kind kinds[] = {
  [WORKSPACE_RECORD_CONTACT]
  = { sizeof (WorkspaceContact), WORKSPACE_LIST_CONTACTS, WORKSPACE_PUT_CONTACT,
      WORKSPACE_REMOVE_CONTACT, free_contact, contact_fields, G_N_ELEMENTS (contact_fields) },
  [WORKSPACE_RECORD_MEETING]
  = { sizeof (WorkspaceMeeting), WORKSPACE_LIST_MEETINGS, WORKSPACE_PUT_MEETING,
      WORKSPACE_REMOVE_MEETING, free_meeting, meeting_fields, G_N_ELEMENTS (meeting_fields) },
  [WORKSPACE_RECORD_NOTE]
  = { sizeof (WorkspaceNote), WORKSPACE_LIST_NOTES, WORKSPACE_PUT_NOTE, WORKSPACE_REMOVE_NOTE,
      free_note, note_fields, G_N_ELEMENTS (note_fields) },
};

static char **
text_field (const void *record, const Field *field)
{
  return G_STRUCT_MEMBER_P ((void *)record, field->offset);
}

void
workspace_record_free (WorkspaceRecordKind kind, void *record)
{
  if (record == NULL)
    return;
  g_free (*(char **)record);
  for (guint i = 0; i < kinds[kind].n_fields; i++)
    if (kinds[kind].fields[i].kind != FIELD_FLAG)
      g_free (*text_field (record, &kinds[kind].fields[i]));
  g_free (record);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void *
read_record (const Kind *kind, sqlite3_stmt *row)
{
  void *record = g_malloc0 (kind->size);

  *(char **)record = workspace_statement_dup_text (row, 0);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const Field *field = &kind->fields[i];

      if (field->kind == FIELD_FLAG)
        G_STRUCT_MEMBER (gboolean, record, field->offset) = sqlite3_column_int (row, (int)i + 1);
      else
        *text_field (record, field) = workspace_statement_dup_text (row, (int)i + 1);
    }
  return record;
}

GPtrArray *
workspace_store_list_records (WorkspaceStore *store,
                              WorkspaceRecordKind kind,
                              const char *company_id,
                              GError **error)
{
  sqlite3_stmt *query = _workspace_store_statement (store, kinds[kind].list);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (kinds[kind].free);
  g_autoptr (GError) problem = NULL;

  workspace_statement_bind_text (query, ":company", company_id);
  while (_workspace_store_next_row (store, query, &problem))
    g_ptr_array_add (records, read_record (&kinds[kind], query));
  _workspace_store_end_query (query);
  if (problem == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* --- writing ---------------------------------------------------------------------------------- */

static gboolean
check_field (const Field *field, const char *text, GError **error)
{
  gboolean is_day = field->kind == FIELD_DAY || field->kind == FIELD_NEEDED_DAY;

  if (text == NULL && field->kind != FIELD_NEEDED_DAY)
    return TRUE;
  if (is_day && !base_date_is_valid (text))
    g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE,
                 _ ("Found “%.64s”, expected a day such as 2026-11-20."), text != NULL ? text : "");
  else if (strlen (text) > WORKSPACE_RECORD_MAX || !g_utf8_validate (text, -1, NULL))
    g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_VALUE,
                 _ ("A text is too long (at most %d bytes) or not valid text."),
                 WORKSPACE_RECORD_MAX);
  else
    return TRUE;
  return FALSE;
}

static gboolean
bind_record (const Kind *kind, sqlite3_stmt *ready, const void *record, GError **error)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const Field *field = &kind->fields[i];

      if (field->kind == FIELD_FLAG)
        workspace_statement_bind_int (ready, field->parameter,
                                      G_STRUCT_MEMBER (gboolean, record, field->offset) != FALSE);
      else if (check_field (field, *text_field (record, field), error))
        workspace_statement_bind_text (ready, field->parameter, *text_field (record, field));
      else
        return FALSE;
    }
  return TRUE;
}

/* One row was changed, or there was none of this id with this company. */
static gboolean
execute_one (WorkspaceStore *store,
             sqlite3_stmt *ready,
             const char *company_id,
             const char *id,
             GError **error)
{
  workspace_statement_bind_text (ready, ":company", company_id);
  workspace_statement_bind_text (ready, ":id", id);
  if (!_workspace_store_execute (store, ready, error))
    return FALSE;
  if (sqlite3_changes (store->db) > 0)
    return TRUE;
  g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
               _ ("The entry %.64s is not there (any more)."), id);
  return FALSE;
}

char *
workspace_store_put_record (WorkspaceStore *store,
                            WorkspaceRecordKind kind,
                            const char *company_id,
                            const void *record,
                            GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, kinds[kind].put);
  const char *given = *(char *const *)record;
  g_autofree char *id = given != NULL ? g_strdup (given) : g_uuid_string_random ();

  if (!workspace_store_touch_company (store, company_id, error))
    return NULL;
  if (!bind_record (&kinds[kind], ready, record, error))
    {
      _workspace_store_end_query (ready);
      return NULL;
    }
  workspace_statement_bind_int (ready, ":now", g_get_real_time ());
  if (!execute_one (store, ready, company_id, id, error)
      || !_workspace_store_update_search (store, company_id, error))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
workspace_store_remove_record (WorkspaceStore *store,
                               WorkspaceRecordKind kind,
                               const char *company_id,
                               const char *id,
                               GError **error)
{
  sqlite3_stmt *ready = _workspace_store_statement (store, kinds[kind].remove);

  return execute_one (store, ready, company_id, id, error)
         && workspace_store_touch_company (store, company_id, error)
         && _workspace_store_update_search (store, company_id, error);
}
