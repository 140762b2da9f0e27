/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-company.h"

#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "cli/cli-filter.h"
#include "consultation/consultation-stage.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-record.h"

#include <glib/gi18n-lib.h>

/* waymark-cli company list|show|delete: the companies of a workspace, and the list of all parts. */

const CliCommand cli_company_parts[CLI_COMPANY_N_PARTS] = {
  { "company list", "", N_ ("Lists the companies of the workspace, searched, chosen and sorted"),
    cli_company_list },
  { "company show", N_ ("COMPANY"), N_ ("One company with its stages, contacts and meetings"),
    cli_company_show },
  { "company delete", N_ ("COMPANY"),
    N_ ("Hides a company for thirty days, or removes it for good, from the backups too"),
    cli_company_delete },
  { "company set", N_ ("COMPANY"), N_ ("Tags, archive, and until when data are kept"),
    cli_company_set },
  { "company contact", N_ ("COMPANY"), N_ ("Lists, adds, changes and removes contact persons"),
    cli_company_contact },
  { "company meeting", N_ ("COMPANY"), N_ ("Lists, adds, changes and removes meetings"),
    cli_company_meeting },
  { "company note", N_ ("COMPANY"), N_ ("Lists, adds, changes and removes notes"),
    cli_company_note },
};

/* --- printing --------------------------------------------------------------------------------- */

static void
write_hundredths (BaseJsonWriter *writer, const char *member, int value)
{
  if (value < 0)
    base_json_writer_null (writer, member);
  else
    base_json_writer_decimal (writer, member, value, 2);
}

static void
write_stage (BaseJsonWriter *writer, const WorkspaceStage *stage)
{
  guint n = WORKSPACE_MAX_DIMENSIONS;

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", stage->id);
  base_json_writer_string (writer, "stage", stage->stage);
  base_json_writer_string (writer, "date", stage->date);
  base_json_writer_string (writer, "amends", stage->amends);
  base_json_writer_boolean (writer, "finished", stage->frozen);
  base_json_writer_boolean (writer, "superseded", stage->superseded);
  write_hundredths (writer, "score", stage->overall);
  base_json_writer_string (writer, "band", stage->band);
  write_hundredths (writer, "completeness", stage->completeness);
  while (n > 0 && stage->dimensions[n - 1] < 0)
    n--;
  base_json_writer_begin_array (writer, "dimensions");
  for (guint i = 0; i < n; i++)
    write_hundredths (writer, NULL, stage->dimensions[i]);
  base_json_writer_end_array (writer);
  base_json_writer_string (writer, "next_step", stage->next_step);
  base_json_writer_end_object (writer);
}

/* The members of one company; the caller opens and closes the object. */
static void
write_company (BaseJsonWriter *writer, const WorkspaceCompany *company)
{
  g_autofree char *today = base_date_today ();

  base_json_writer_string (writer, "id", company->id);
  base_json_writer_string (writer, "name", company->name);
  base_json_writer_string (writer, "city", company->city);
  base_json_writer_string (writer, "region", company->region);
  base_json_writer_string (writer, "country", company->country);
  base_json_writer_strings (writer, "sectors", company->sectors);
  base_json_writer_strings (writer, "tags", company->tags);
  if (company->staff >= 0)
    base_json_writer_number (writer, "staff", company->staff);
  base_json_writer_boolean (writer, "archived", company->archived);
  base_json_writer_boolean (writer, "hidden", company->deleted);
  base_json_writer_string (writer, "due_stage", company->due_stage);
  base_json_writer_string (writer, "due_on", company->due_on);
  if (company->due_on != NULL)
    base_json_writer_integer (writer, "days_late",
                              consultation_stage_days_late (company->due_on, today));
  base_json_writer_string (writer, "last_meeting", company->last_meeting);
  base_json_writer_string (writer, "next_meeting", company->next_meeting);
  base_json_writer_string (writer, "retain_until", company->retain_until);
  base_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < company->n_stages; i++)
    write_stage (writer, &company->stages[i]);
  base_json_writer_end_array (writer);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "–";
}

static char *
score_text (const WorkspaceStage *stage)
{
  return stage == NULL || stage->overall < 0
             ? g_strdup ("–")
             : g_strdup_printf ("%d.%02d", stage->overall / 100, stage->overall % 100);
}

static void
print_line (const WorkspaceCompany *company)
{
  const WorkspaceStage *latest = workspace_company_latest (company);
  g_autofree char *score = score_text (latest);

  g_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", company->id, or_dash (company->name),
           or_dash (company->region != NULL ? company->region : company->country),
           or_dash (latest != NULL ? latest->stage : NULL),
           or_dash (latest != NULL ? latest->date : NULL), score, or_dash (company->due_stage));
}

/* --- list ------------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  WorkspaceSort sort;
} sorts[] = {
  { "name", WORKSPACE_SORT_NAME },       { "changed", WORKSPACE_SORT_CHANGED },
  { "score", WORKSPACE_SORT_SCORE },     { "completeness", WORKSPACE_SORT_COMPLETENESS },
  { "meeting", WORKSPACE_SORT_MEETING }, { "due", WORKSPACE_SORT_DUE },
};

static gboolean
parse_sort (const char *name, WorkspaceSort *sort)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].name, name))
      {
        *sort = sorts[i].sort;
        return TRUE;
      }
  return name == NULL;
}

static void
print_list (const GPtrArray *companies, guint n_found, gboolean json)
{
  g_autoptr (BaseJsonWriter) writer = json ? base_json_writer_new (TRUE) : NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; !json && i < companies->len; i++)
    print_line (companies->pdata[i]);
  if (!json)
    return;
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "found", n_found);
  base_json_writer_begin_array (writer, "companies");
  for (guint i = 0; i < companies->len; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      write_company (writer, companies->pdata[i]);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  text = base_json_writer_finish (g_steal_pointer (&writer));
  g_print ("%s", text);
}

typedef struct
{
  CliFilter filter;
  gboolean json;
  WorkspaceQuery query;

  const char *wanted;
  gboolean now;
  gboolean undo;
} Options;

static gboolean
list (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  guint n_found;
  g_autoptr (GPtrArray) companies
      = workspace_list_companies (workspace, &options->query, &n_found, error);

  if (companies != NULL)
    print_list (companies, n_found, options->json);
  return companies != NULL;
}

int
cli_company_list (int argc, char **argv)
{
  Options options = { 0 };
  WorkspaceQuery *query = &options.query;
  gboolean archived = FALSE;
  g_autofree char *sort = NULL;
  g_autofree char *stage = NULL, *due_stage = NULL, *due_by = NULL;
  const GOptionEntry entries[] = {
    CLI_FILTER_ENTRIES (&options.filter),
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, N_ ("The latest stage: T0, T1, T2"),
      N_ ("STAGE") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due_stage, N_ ("The stage that is open"), N_ ("STAGE") },
    { "due-by", 0, 0, G_OPTION_ARG_STRING, &due_by, N_ ("Whose open stage is due by this day"),
      N_ ("DAY") },
    { "retention-due", 0, 0, G_OPTION_ARG_NONE, &query->retention_due,
      N_ ("Whose data are to be deleted by today"), NULL },
    { "archived", 0, 0, G_OPTION_ARG_NONE, &archived, N_ ("The archived ones"), NULL },
    { "hidden", 0, 0, G_OPTION_ARG_NONE, &query->deleted, N_ ("Those that can be brought back"),
      NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort,
      N_ ("name, changed, score, completeness, meeting or due"), N_ ("KEY") },
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("company list", entries, 0, &argc, &argv, &status))
    ;
  else if (!parse_sort (sort, &query->sort))
    status = cli_command_misused (
        "company list",
        _ ("--sort: found “%s”, expected name, changed, score, completeness, meeting or due"),
        sort);
  else if (due_by != NULL && !base_date_is_valid (due_by))
    status = cli_command_misused (
        "company list", _ ("--due-by: found “%s”, expected a day such as 2026-11-20"), due_by);
  else
    {
      cli_filter_apply (&options.filter, query);
      query->stage = stage;
      query->due_stage = due_stage;
      query->due_by = due_by;
      query->archived = archived ? WORKSPACE_ARCHIVED_ONLY : WORKSPACE_ARCHIVED_NO;
      status = cli_filter_run (options.filter.workspace, list, &options);
    }
  cli_filter_clear (&options.filter);
  return status;
}

/* --- one company ------------------------------------------------------------------------------ */

static void
print_stages (const WorkspaceCompany *company)
{
  for (guint i = 0; i < company->n_stages; i++)
    {
      const WorkspaceStage *stage = &company->stages[i];
      g_autofree char *score = score_text (stage);

      g_print ("  %s\t%s\t%s\t%s\t%s\n", or_dash (stage->stage), or_dash (stage->date), score,
               or_dash (stage->band),
               stage->superseded ? _ ("amended")
               : stage->frozen   ? _ ("finished")
                                 : _ ("open"));
    }
}

static gboolean
print_people (Workspace *workspace, const WorkspaceCompany *company, GError **error)
{
  g_autoptr (GPtrArray) contacts = workspace_list_contacts (workspace, company->id, error);
  g_autoptr (GPtrArray) meetings
      = contacts != NULL ? workspace_list_meetings (workspace, company->id, error) : NULL;

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const WorkspaceContact *contact = contacts->pdata[i];

      g_print ("  %s\t%s\t%s\t%s\n", or_dash (contact->name), or_dash (contact->role),
               or_dash (contact->email), or_dash (contact->phone));
    }
  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const WorkspaceMeeting *meeting = meetings->pdata[i];

      g_print ("  %s\t%s\n", meeting->held_on, or_dash (meeting->about));
    }
  return meetings != NULL;
}

static gboolean
show (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (WorkspaceCompany) company = cli_filter_find (workspace, options->wanted, FALSE, error);

  if (company == NULL)
    return FALSE;
  if (options->json)
    {
      BaseJsonWriter *writer = base_json_writer_new (TRUE);

      base_json_writer_begin_object (writer, NULL);
      write_company (writer, company);
      base_json_writer_end_object (writer);
      cli_command_print_json (writer);
      return TRUE;
    }
  print_line (company);
  print_stages (company);
  return print_people (workspace, company, error);
}

int
cli_company_show (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.filter.workspace),
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("company show", entries, 1, &argc, &argv, &status))
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.filter.workspace, show, &options);
    }
  cli_filter_clear (&options.filter);
  return status;
}

static gboolean delete (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (WorkspaceCompany) company
      = cli_filter_find (workspace, options->wanted, options->undo, NULL);

  /* For good: also one that is hidden already. */
  if (company == NULL && options->now)
    company = cli_filter_find (workspace, options->wanted, TRUE, NULL);
  if (company == NULL)
    company = cli_filter_find (workspace, options->wanted, options->undo, error);
  if (company == NULL)
    return FALSE;
  if (options->undo)
    return workspace_restore_company (workspace, company->id, error);
  return options->now ? workspace_purge_company (workspace, company->id, error)
                      : workspace_delete_company (workspace, company->id, error);
}

int
cli_company_delete (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.filter.workspace),
    { "now", 0, 0, G_OPTION_ARG_NONE, &options.now,
      N_ ("For good, from the backups too; it cannot be undone"), NULL },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &options.undo, N_ ("Brings a hidden one back"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("company delete", entries, 1, &argc, &argv, &status))
    ;
  else if (options.now && options.undo)
    status = cli_command_misused ("company delete", _ ("--now and --undo contradict each other"));
  else
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.filter.workspace, delete, &options);
    }
  cli_filter_clear (&options.filter);
  return status;
}
