/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "base/base-date.h"
#include "cli/cli-filter.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n-lib.h>

/* The parts of `stage`: what an adviser does with one assessment; and beginning the next stage. */

const CliCommand cli_stage_parts[CLI_STAGE_N_PARTS] = {
  { "stage start", N_ ("BEFORE -o NEXT|--in-workspace"),
    N_ ("Begins the next stage; old answers are suggestions"), cli_stage_start },
  { "stage suggestions", N_ ("COMPANY|ID"),
    N_ ("Lists the old answers that are still to be confirmed, and confirms them"),
    cli_stage_suggestions },
  { "stage finish", N_ ("COMPANY|ID"),
    N_ ("Keeps a stored assessment as it is, with all that made its result"), cli_stage_finish },
  { "stage correct", N_ ("COMPANY|ID"), N_ ("Begins a correction of a finished assessment"),
    cli_stage_correct },
  { "stage show", N_ ("COMPANY|ID"), N_ ("Prints a stored assessment as its document"),
    cli_stage_show },
  { "stage set", N_ ("COMPANY|ID PATH=JSON…"),
    N_ ("Changes a stored assessment: answers, targets, plan, notes, delivered services"),
    cli_stage_set },
  { "stage person", N_ ("COMPANY|ID"),
    N_ ("Persons who answer separately: adds one, writes their sheet, takes it back"),
    cli_stage_person },
  { "stage evidence", N_ ("COMPANY|ID"), N_ ("Lists and adds evidence files"), cli_stage_evidence },
  { "stage move", N_ ("COMPANY|ID TO"), N_ ("Moves a stored assessment to another company"),
    cli_stage_move },
  { "stage delete", N_ ("COMPANY|ID"), N_ ("Hides a stored assessment for thirty days"),
    cli_stage_delete },
  { "stage spread", N_ ("FILE"), N_ ("Shows where several respondents are apart"),
    cli_stage_spread },
  { "stage portal", N_ ("FILE"), N_ ("Prints the entry sheet for the Commission’s portal"),
    cli_stage_portal },
  { "stage calendar", N_ ("FILE -o OUT.ics"), N_ ("Writes the plan’s days for a calendar program"),
    cli_stage_calendar },
};

typedef struct
{
  char *out, *date, *folder, *stage;
  const char *wanted;
  gboolean in_workspace;
} Start;

static AssessmentDocument *
begin (const AssessmentDocument *before, const char *date, GError **error)
{
  g_autofree char *today = base_date_today ();
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (before), error);

  if (pack == NULL || !survey_pack_check (pack, before, error))
    return NULL;
  return consultation_stage_start (before, pack, date != NULL ? date : today, error);
}

static gboolean
start_file (const Start *options, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (AssessmentDocument) before = assessment_document_load (options->wanted, error);
  g_autoptr (AssessmentDocument) next = NULL;
  g_autoptr (AssessmentDocument) named = NULL;
  g_autofree char *text = NULL;

  if (before == NULL)
    return FALSE;
  next = begin (before, options->date, error);
  if (next == NULL)
    {
      g_prefix_error (error, "%s: ", options->wanted);
      return FALSE;
    }
  named = assessment_document_with_string (next, "id", id, error);
  text = named != NULL ? assessment_document_serialize (named, TRUE) : NULL;
  return text != NULL && g_file_set_contents (options->out, text, -1, error);
}

static gboolean
start_stored (Workspace *workspace, gpointer data, GError **error)
{
  const Start *options = data;
  g_autoptr (AssessmentDocument) before
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);
  g_autoptr (AssessmentDocument) next
      = before != NULL ? begin (before, options->date, error) : NULL;
  g_autoptr (AssessmentDocument) stored
      = next != NULL ? workspace_create_assessment (workspace, next, NULL, error) : NULL;

  if (stored != NULL)
    g_print ("%s\n", assessment_document_id (stored));
  return stored != NULL;
}

static int
run_start (Start *options)
{
  g_autoptr (GError) error = NULL;

  if (!cli_command_check_date ("stage start", options->date))
    return CLI_USAGE;
  if ((options->out != NULL) == options->in_workspace)
    return cli_command_misused ("stage start",
                                _ ("expected -o and the file to write, or --in-workspace"));
  if (options->in_workspace)
    return cli_filter_run (options->folder, start_stored, options);
  return start_file (options, &error) ? CLI_DONE : cli_command_refuse (error);
}

int
cli_stage_start (int argc, char **argv)
{
  Start options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_ ("The file to write"),
      N_ ("NEXT") },
    { "in-workspace", 0, 0, G_OPTION_ARG_NONE, &options.in_workspace,
      N_ ("BEFORE is a stored assessment or a company; the next stage is stored too"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("The day of the new stage (default: today)"), N_ ("YYYY-MM-DD") },
    CLI_ENTRY_WORKSPACE (&options.folder),
    CLI_ENTRY_STAGE (&options.stage),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("stage start", entries, 1, &argc, &argv, &status))
    {
      options.wanted = argv[1];
      status = run_start (&options);
    }
  g_free (options.out);
  g_free (options.date);
  g_free (options.folder);
  g_free (options.stage);
  return status;
}
