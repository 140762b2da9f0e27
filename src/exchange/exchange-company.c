/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-company.h"

#include "base/base-json-writer.h"
#include "base/base-json.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n-lib.h>

/* An adviser's own records of a company, in a package. The three kinds of record are read, written
 * and compared by one table each of their texts. */

#define MAX_RECORDS 10000

typedef struct
{
  const char *name;
  gsize offset; /* of a char * in the record */
} Member;

typedef struct
{
  const char *name; /* of the list */
  gsize list;       /* of its GPtrArray in ExchangeCompany */
  gsize size;       /* of a record */
  gssize flag;      /* of in_report; -1: none */
  GDestroyNotify free;
  Member members[8]; /* the id first; ended by a NULL name */
} Kind;

#define CONTACT(name)                                                                              \
  {                                                                                                \
#name, G_STRUCT_OFFSET(WorkspaceContact, name)                                                 \
  }
#define MEETING(name)                                                                              \
  {                                                                                                \
#name, G_STRUCT_OFFSET(WorkspaceMeeting, name)                                                 \
  }
#define NOTE(name)                                                                                 \
  {                                                                                                \
#name, G_STRUCT_OFFSET(WorkspaceNote, name)                                                    \
  }

static const Kind kinds[] = {
  { "contacts",
    G_STRUCT_OFFSET (ExchangeCompany, contacts),
    sizeof (WorkspaceContact),
    -1,
    (GDestroyNotify)workspace_contact_free,
    { CONTACT (id),
      CONTACT (name),
      CONTACT (role),
      CONTACT (email),
      CONTACT (phone),
      CONTACT (note),
      { NULL, 0 } } },
  { "meetings",
    G_STRUCT_OFFSET (ExchangeCompany, meetings),
    sizeof (WorkspaceMeeting),
    -1,
    (GDestroyNotify)workspace_meeting_free,
    { MEETING (id),
      MEETING (held_on),
      MEETING (held_at),
      MEETING (place),
      MEETING (participants),
      MEETING (about),
      MEETING (outcome),
      { NULL, 0 } } },
  { "notes",
    G_STRUCT_OFFSET (ExchangeCompany, notes),
    sizeof (WorkspaceNote),
    G_STRUCT_OFFSET (WorkspaceNote, in_report),
    (GDestroyNotify)workspace_note_free,
    { NOTE (id), NOTE (written_on), NOTE (author), NOTE (text), { NULL, 0 } } },
};

#define LIST(company, kind) G_STRUCT_MEMBER (GPtrArray *, company, (kind)->list)
#define VALUE(record, member) G_STRUCT_MEMBER (char *, record, (member)->offset)

ExchangeCompany *
exchange_company_new (void)
{
  ExchangeCompany *company = g_new0 (ExchangeCompany, 1);

  company->tags = g_new0 (char *, 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    LIST (company, &kinds[i]) = g_ptr_array_new_with_free_func (kinds[i].free);
  return company;
}

void
exchange_company_free (ExchangeCompany *company)
{
  if (company == NULL)
    return;
  g_free (company->id);
  g_strfreev (company->tags);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_unref (LIST (company, &kinds[i]));
  g_free (company);
}

static void
take_list (GPtrArray **list, GPtrArray *loaded)
{
  if (loaded == NULL)
    return;
  g_ptr_array_unref (*list);
  *list = loaded;
}

ExchangeCompany *
exchange_company_load (Workspace *workspace, const char *company_id, GError **error)
{
  g_autoptr (ExchangeCompany) company = exchange_company_new ();
  g_autoptr (WorkspaceCompany) here = workspace_get_company (workspace, company_id, error);
  GPtrArray *contacts, *meetings, *notes;

  if (here == NULL)
    return NULL;
  company->id = g_strdup (company_id);
  g_strfreev (company->tags);
  company->tags = g_strdupv ((char **)here->tags);
  contacts = workspace_list_contacts (workspace, company_id, error);
  meetings = contacts != NULL ? workspace_list_meetings (workspace, company_id, error) : NULL;
  notes = meetings != NULL ? workspace_list_notes (workspace, company_id, error) : NULL;
  take_list (&company->contacts, contacts);
  take_list (&company->meetings, meetings);
  take_list (&company->notes, notes);
  return notes != NULL ? g_steal_pointer (&company) : NULL;
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void
write_record (BaseJsonWriter *writer, const Kind *kind, gconstpointer record)
{
  base_json_writer_begin_object (writer, NULL);
  for (const Member *member = kind->members; member->name != NULL; member++)
    if (VALUE (record, member) != NULL)
      base_json_writer_string (writer, member->name, VALUE (record, member));
  if (kind->flag >= 0)
    base_json_writer_boolean (writer, "in_report", G_STRUCT_MEMBER (gboolean, record, kind->flag));
  base_json_writer_end_object (writer);
}

char *
exchange_company_write (const ExchangeCompany *company)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  if (company->id != NULL)
    base_json_writer_string (writer, "id", company->id);
  base_json_writer_strings (writer, "tags", (const char *const *)company->tags);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *list = LIST (company, &kinds[i]);

      base_json_writer_begin_array (writer, kinds[i].name);
      for (guint k = 0; k < list->len; k++)
        write_record (writer, &kinds[i], list->pdata[k]);
      base_json_writer_end_array (writer);
    }
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

static void
read_record (const BaseJsonCursor *at, const Kind *kind, GPtrArray *list)
{
  gpointer record = g_malloc0 (kind->size);
  const char *allowed[G_N_ELEMENTS (kind->members) + 1] = { NULL };
  guint n = 0;

  g_ptr_array_add (list, record);
  for (const Member *member = kind->members; member->name != NULL; member++)
    {
      BaseJsonCursor value = base_json_get (at, member->name);

      allowed[n++] = member->name;
      if (!base_json_present (&value))
        continue;
      /* An empty text says nothing. */
      VALUE (record, member) = g_strdup (base_json_string (&value));
    }
  if (kind->flag >= 0)
    {
      allowed[n++] = "in_report";
      G_STRUCT_MEMBER (gboolean, record, kind->flag)
          = base_json_get_boolean (at, "in_report", FALSE);
    }
  base_json_only (at, allowed);
  if (VALUE (record, &kind->members[0]) == NULL)
    base_json_need_string (at, "id");
}

ExchangeCompany *
exchange_company_read (const char *text, const char *source_name, GError **error)
{
  static const char *const members[] = { "id", "tags", "contacts", "meetings", "notes", NULL };
  g_autoptr (ExchangeCompany) company = exchange_company_new ();
  g_autoptr (BaseJson) json = base_json_parse (text, -1, source_name, error);
  BaseJsonCursor root;

  if (json == NULL)
    return NULL;
  root = base_json_root (json);
  base_json_only (&root, members);
  company->id = g_strdup (base_json_get_string (&root, "id", NULL));
  g_strfreev (company->tags);
  company->tags = base_json_get_strings (&root, "tags");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      BaseJsonCursor list = base_json_get (&root, kinds[i].name);
      guint n = base_json_length (&list);

      if (n > MAX_RECORDS)
        base_json_fail (&list, _ ("found %u items, expected at most %u"), n, MAX_RECORDS);
      for (guint k = 0; k < n && n <= MAX_RECORDS; k++)
        {
          BaseJsonCursor at = base_json_item (&list, k);

          read_record (&at, &kinds[i], LIST (company, &kinds[i]));
        }
    }
  return base_json_finish (json, error) ? g_steal_pointer (&company) : NULL;
}

/* --- comparing -------------------------------------------------------------------------------- */

static gpointer
find_record (const Kind *kind, const GPtrArray *list, gconstpointer wanted)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (VALUE (list->pdata[i], &kind->members[0]), VALUE (wanted, &kind->members[0]))
        == 0)
      return list->pdata[i];
  return NULL;
}

static gboolean
says_the_same (const Kind *kind, gconstpointer a, gconstpointer b)
{
  for (const Member *member = kind->members; member->name != NULL; member++)
    if (g_strcmp0 (VALUE (a, member), VALUE (b, member)) != 0)
      return FALSE;
  return kind->flag < 0
         || G_STRUCT_MEMBER (gboolean, a, kind->flag) == G_STRUCT_MEMBER (gboolean, b, kind->flag);
}

static gpointer
copy_record (const Kind *kind, gconstpointer record)
{
  gpointer copy = g_memdup2 (record, kind->size);

  for (const Member *member = kind->members; member->name != NULL; member++)
    VALUE (copy, member) = g_strdup (VALUE (record, member));
  return copy;
}

/* Only when they have one more; else none, for "as they are". */
static char **
unite_tags (char **ours, char **theirs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean more = FALSE;

  g_strv_builder_addv (builder, (const char **)ours);
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)ours, theirs[i]))
      {
        g_strv_builder_add (builder, theirs[i]);
        more = TRUE;
      }
  return more ? g_strv_builder_end (builder) : g_new0 (char *, 1);
}

ExchangeCompany *
exchange_company_missing (const ExchangeCompany *ours,
                          const ExchangeCompany *theirs,
                          guint *n_other)
{
  ExchangeCompany *missing = exchange_company_new ();

  *n_other = 0;
  g_strfreev (missing->tags);
  missing->tags = unite_tags (ours->tags, theirs->tags);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *list = LIST (theirs, &kinds[i]);

      for (guint k = 0; k < list->len; k++)
        {
          gconstpointer here = find_record (&kinds[i], LIST (ours, &kinds[i]), list->pdata[k]);

          if (here == NULL)
            g_ptr_array_add (LIST (missing, &kinds[i]), copy_record (&kinds[i], list->pdata[k]));
          else if (!says_the_same (&kinds[i], here, list->pdata[k]))
            ++*n_other;
        }
    }
  return missing;
}

gboolean
exchange_company_is_empty (const ExchangeCompany *company)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (LIST (company, &kinds[i])->len > 0)
      return FALSE;
  return company->tags[0] == NULL;
}
