/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "base/base-date.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n-lib.h>

/* The parts of `stage`: what an adviser does with one assessment; and beginning the next stage. */

const CliCommand cli_stage_parts[CLI_STAGE_N_PARTS] = {
  { "stage start", N_ ("BEFORE -o NEXT"), N_ ("Begins the next stage; old answers are suggestions"),
    cli_stage_start },
  { "stage finish", N_ ("COMPANY|ID"),
    N_ ("Keeps a stored assessment as it is, with all that made its result"), cli_stage_finish },
  { "stage spread", N_ ("FILE"), N_ ("Shows where several respondents are apart"),
    cli_stage_spread },
  { "stage portal", N_ ("FILE"), N_ ("Prints the entry sheet for the Commission’s portal"),
    cli_stage_portal },
  { "stage calendar", N_ ("FILE -o OUT.ics"), N_ ("Writes the plan’s days for a calendar program"),
    cli_stage_calendar },
};

static AssessmentDocument *
start (const char *path, const char *date, GError **error)
{
  g_autofree char *today = base_date_today ();
  g_autoptr (AssessmentDocument) before = assessment_document_load (path, error);
  g_autoptr (SurveyPack) pack = NULL;
  AssessmentDocument *next;

  if (before == NULL)
    return NULL;
  pack = survey_pack_load_bundled (assessment_document_pack_id (before), error);
  if (pack == NULL || !survey_pack_check (pack, before, error))
    return NULL;
  next = consultation_stage_start (before, pack, date != NULL ? date : today, error);
  if (next == NULL)
    g_prefix_error (error, "%s: ", path);
  return next;
}

int
cli_stage_start (int argc, char **argv)
{
  g_autofree char *out = NULL;
  g_autofree char *date = NULL;
  g_autofree char *id = g_uuid_string_random ();
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The file to write"), N_ ("NEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The day of the new stage (default: today)"),
      N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (AssessmentDocument) next = NULL;
  g_autoptr (AssessmentDocument) named = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  if (!cli_command_parse ("stage start", entries, 1, &argc, &argv, &status))
    return status;
  if (!cli_command_check_date ("stage start", date))
    return CLI_USAGE;
  if (out == NULL)
    return cli_command_misused ("stage start", _ ("-o is missing: the file to write"));
  next = start (argv[1], date, &error);
  if (next == NULL)
    return cli_command_refuse (error);
  named = assessment_document_with_string (next, "id", id, &error);
  if (named == NULL)
    return cli_command_refuse (error);
  text = assessment_document_serialize (named, TRUE);
  return g_file_set_contents (out, text, -1, &error) ? CLI_DONE : cli_command_refuse (error);
}
