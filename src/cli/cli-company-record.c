/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-company.h"

#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "cli/cli-filter.h"
#include "workspace/workspace-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli company contact|meeting|note: the records of a company. Without a field they are
 * listed; with fields one is added, or the one of --id is changed in these fields. */

#define MAX_FIELDS 6

typedef struct
{
  const char *name; /* of the option, and of the member in JSON with _ for - */
  gsize offset;     /* of a text in the struct; "id" is its first member in all of them */
  const char *help; /* msgid */
} Field;

typedef struct
{
  const char *command;
  gsize size;
  Field fields[MAX_FIELDS + 1];
  const char *today; /* the field that is today's day in a new one when it is not said, or NULL */
  GPtrArray *(*list) (Workspace *workspace, const char *company, GError **error);
  char *(*put) (Workspace *workspace, const char *company, gconstpointer record, GError **error);
  gboolean (*remove) (Workspace *workspace, const char *company, const char *id, GError **error);
} Kind;

static char *
put_contact (Workspace *workspace, const char *company, gconstpointer record, GError **error)
{
  return workspace_put_contact (workspace, company, record, error);
}

static char *
put_meeting (Workspace *workspace, const char *company, gconstpointer record, GError **error)
{
  return workspace_put_meeting (workspace, company, record, error);
}

static char *
put_note (Workspace *workspace, const char *company, gconstpointer record, GError **error)
{
  return workspace_put_note (workspace, company, record, error);
}

static const Kind contacts
    = { "company contact",
        sizeof (WorkspaceContact),
        { { "name", G_STRUCT_OFFSET (WorkspaceContact, name), N_ ("The person’s name") },
          { "role", G_STRUCT_OFFSET (WorkspaceContact, role), N_ ("What the person does") },
          { "email", G_STRUCT_OFFSET (WorkspaceContact, email), N_ ("An address") },
          { "phone", G_STRUCT_OFFSET (WorkspaceContact, phone), N_ ("A number") },
          { "note", G_STRUCT_OFFSET (WorkspaceContact, note), N_ ("Anything else") } },
        NULL,
        workspace_list_contacts,
        put_contact,
        workspace_remove_contact };

static const Kind meetings = {
  "company meeting",
  sizeof (WorkspaceMeeting),
  { { "held-on", G_STRUCT_OFFSET (WorkspaceMeeting, held_on), N_ ("The day (default: today)") },
    { "held-at", G_STRUCT_OFFSET (WorkspaceMeeting, held_at), N_ ("The time, as 14:30") },
    { "place", G_STRUCT_OFFSET (WorkspaceMeeting, place), N_ ("Where") },
    { "participants", G_STRUCT_OFFSET (WorkspaceMeeting, participants), N_ ("Who") },
    { "about", G_STRUCT_OFFSET (WorkspaceMeeting, about), N_ ("What about") },
    { "outcome", G_STRUCT_OFFSET (WorkspaceMeeting, outcome), N_ ("What came of it") } },
  "held-on",
  workspace_list_meetings,
  put_meeting,
  workspace_remove_meeting
};

static const Kind notes
    = { "company note",
        sizeof (WorkspaceNote),
        { { "text", G_STRUCT_OFFSET (WorkspaceNote, text), N_ ("The note") },
          { "author", G_STRUCT_OFFSET (WorkspaceNote, author), N_ ("Who wrote it") },
          { "written-on", G_STRUCT_OFFSET (WorkspaceNote, written_on),
            N_ ("The day (default: today)") } },
        "written-on",
        workspace_list_notes,
        put_note,
        workspace_remove_note };

typedef struct
{
  const Kind *kind;
  char *folder, *id, *remove;
  char *values[MAX_FIELDS]; /* as said; NULL: not said */
  gboolean in_report, json;
  const char *wanted;
} Options;

static char **
text_at (gpointer record, const Field *field)
{
  return (char **)((char *)record + field->offset);
}

/* --- listing ---------------------------------------------------------------------------------- */

static void
print_text (const Kind *kind, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_print ("%s", *(char **)records->pdata[i]);
      for (const Field *field = kind->fields; field->name != NULL; field++)
        {
          const char *text = *text_at (records->pdata[i], field);

          g_print ("\t%s", text != NULL ? text : "–");
        }
      g_print ("\n");
    }
}

static void
write_json (BaseJsonWriter *writer, const Kind *kind, gpointer record)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", *(char **)record);
  for (const Field *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *member = g_strdelimit (g_strdup (field->name), "-", '_');

      base_json_writer_string (writer, member, *text_at (record, field));
    }
  if (kind == &notes)
    base_json_writer_boolean (writer, "in_report", ((WorkspaceNote *)record)->in_report);
  base_json_writer_end_object (writer);
}

static void
print_json (const Kind *kind, const GPtrArray *records)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < records->len; i++)
    write_json (writer, kind, records->pdata[i]);
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
}

/* --- changing --------------------------------------------------------------------------------- */

static gboolean
says_anything (const Options *options)
{
  for (guint i = 0; i < MAX_FIELDS; i++)
    if (options->values[i] != NULL)
      return TRUE;
  return options->in_report;
}

/* The record of --id as it is; NULL: a new one. */
static gpointer
find (const Options *options, const GPtrArray *records)
{
  for (guint i = 0; options->id != NULL && i < records->len; i++)
    if (g_str_equal (*(char **)records->pdata[i], options->id))
      return records->pdata[i];
  return NULL;
}

/* Texts are borrowed. */
static gboolean
put (Workspace *workspace,
     const Options *options,
     const WorkspaceCompany *company,
     const GPtrArray *records,
     GError **error)
{
  const Kind *kind = options->kind;
  const gpointer old = find (options, records);
  g_autofree char *today = base_date_today ();
  g_autofree char *id = NULL;
  union
  {
    WorkspaceContact contact;
    WorkspaceMeeting meeting;
    WorkspaceNote note;
  } record = { 0 };

  if (options->id != NULL && old == NULL)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_MISSING,
                   _ ("“%s” has no record with the id “%s”"), options->wanted, options->id);
      return FALSE;
    }
  if (old != NULL)
    memcpy (&record, old, kind->size);
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (options->values[i] != NULL)
      *text_at (&record, &kind->fields[i]) = options->values[i];
    else if (old == NULL && g_strcmp0 (kind->fields[i].name, kind->today) == 0)
      *text_at (&record, &kind->fields[i]) = today;
  if (kind == &notes && options->in_report)
    record.note.in_report = TRUE;
  id = kind->put (workspace, company->id, &record, error);
  if (id != NULL)
    g_print ("%s\n", id);
  return id != NULL;
}

static gboolean
run (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (WorkspaceCompany) company = cli_filter_find (workspace, options->wanted, FALSE, error);
  g_autoptr (GPtrArray) records
      = company != NULL ? options->kind->list (workspace, company->id, error) : NULL;

  if (records == NULL)
    return FALSE;
  if (options->remove != NULL)
    return options->kind->remove (workspace, company->id, options->remove, error);
  if (says_anything (options))
    return put (workspace, options, company, records, error);
  if (options->json)
    print_json (options->kind, records);
  else
    print_text (options->kind, records);
  return TRUE;
}

static int
run_kind (const Kind *kind, int argc, char **argv)
{
  Options options = { .kind = kind };
  const GOptionEntry fixed[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    { "id", 0, 0, G_OPTION_ARG_STRING, &options.id, N_ ("Changes this one"), N_ ("ID") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &options.remove, N_ ("Removes this one, for good"),
      N_ ("ID") },
    CLI_ENTRY_JSON (&options.json),
  };
  GOptionEntry entries[G_N_ELEMENTS (fixed) + MAX_FIELDS + 2] = { 0 };
  guint n = 0;
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    entries[n++] = fixed[i];
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    entries[n++] = (GOptionEntry){
      kind->fields[i].name, 0,          0, G_OPTION_ARG_STRING, &options.values[i],
      kind->fields[i].help, N_ ("TEXT")
    };
  if (kind == &notes)
    entries[n++] = (GOptionEntry){
      "in-report", 0, 0, G_OPTION_ARG_NONE, &options.in_report, N_ ("It may stand in the report"),
      NULL
    };
  if (cli_command_parse (kind->command, entries, 1, &argc, &argv, &status))
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.folder, run, &options);
    }
  g_free (options.folder);
  g_free (options.id);
  g_free (options.remove);
  for (guint i = 0; i < MAX_FIELDS; i++)
    g_free (options.values[i]);
  return status;
}

int
cli_company_contact (int argc, char **argv)
{
  return run_kind (&contacts, argc, argv);
}

int
cli_company_meeting (int argc, char **argv)
{
  return run_kind (&meetings, argc, argv);
}

int
cli_company_note (int argc, char **argv)
{
  return run_kind (&notes, argc, argv);
}
