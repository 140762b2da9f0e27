/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "cli/cli-filter.h"
#include "consultation/consultation-respondent.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage person: the blind round by file. A person gets a sheet, fills it in elsewhere,
 * and hands it in; nobody's open answers are printed, and names only where the person agreed. */

typedef struct
{
  char *folder, *stage;
  char *role, *name, *sheet, *output, *hand_in;
  gboolean add, shown, json;
  const char *wanted;
} Options;

static char *
add (Workspace *workspace,
     const AssessmentDocument *document,
     const Options *options,
     GError **error)
{
  g_autoptr (AssessmentDocument) after
      = consultation_respondent_add (document, options->role, options->name, options->shown, error);
  g_autofree char *path = NULL;

  if (after == NULL || !cli_stage_write (workspace, document, after, error))
    return NULL;
  path = g_strdup_printf ("respondents[%u].id",
                          assessment_document_count (after, "respondents") - 1);
  return g_strdup (assessment_document_get_string (after, path));
}

static gboolean
write_sheet (const AssessmentDocument *document, const Options *options, GError **error)
{
  g_autoptr (AssessmentDocument) sheet
      = consultation_respondent_sheet (document, options->sheet, error);
  g_autofree char *text = sheet != NULL ? assessment_document_serialize (sheet, TRUE) : NULL;

  return text != NULL && g_file_set_contents (options->output, text, -1, error);
}

static gboolean
hand_in (Workspace *workspace,
         const AssessmentDocument *document,
         const Options *options,
         GError **error)
{
  g_autofree char *today = base_date_today ();
  g_autoptr (AssessmentDocument) sheet = assessment_document_load (options->hand_in, error);
  const char *id
      = sheet != NULL ? assessment_document_get_string (sheet, "respondents[0].id") : NULL;
  g_autoptr (SurveyPack) pack
      = sheet != NULL ? survey_pack_load_bundled (assessment_document_pack_id (document), error)
                      : NULL;
  g_autoptr (AssessmentDocument) kept
      = pack != NULL ? consultation_respondent_keep (document, pack, sheet, error) : NULL;
  g_autoptr (AssessmentDocument) after
      = kept != NULL ? consultation_respondent_hand_in (kept, id, today, error) : NULL;

  return after != NULL && cli_stage_write (workspace, document, after, error);
}

static void
print_json (const AssessmentDocument *document)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < assessment_document_count (document, "respondents"); i++)
    {
      g_autofree char *id = g_strdup_printf ("respondents[%u].id", i);
      g_autofree char *role = g_strdup_printf ("respondents[%u].role", i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", assessment_document_get_string (document, id));
      base_json_writer_string (writer, "role", assessment_document_get_string (document, role));
      base_json_writer_boolean (writer, "handed_in",
                                consultation_respondent_has_handed_in (document, i));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
}

static void
print_text (const AssessmentDocument *document)
{
  for (guint i = 0; i < assessment_document_count (document, "respondents"); i++)
    {
      g_autofree char *id = g_strdup_printf ("respondents[%u].id", i);
      g_autofree char *role = g_strdup_printf ("respondents[%u].role", i);
      const char *said = assessment_document_get_string (document, role);

      g_print ("%s\t%s\t%s\n", assessment_document_get_string (document, id),
               said != NULL ? said : "–",
               consultation_respondent_has_handed_in (document, i) ? _ ("handed in") : _ ("open"));
    }
}

static gboolean
work (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (AssessmentDocument) document
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);
  g_autofree char *person = NULL;

  if (document == NULL)
    return FALSE;
  if (options->hand_in != NULL)
    return hand_in (workspace, document, options, error);
  if (options->sheet != NULL)
    return write_sheet (document, options, error);
  if (options->add)
    {
      person = add (workspace, document, options, error);
      if (person != NULL)
        g_print ("%s\n", person);
      return person != NULL;
    }
  if (options->json)
    print_json (document);
  else
    print_text (document);
  return TRUE;
}

/* What is asked for, at most one thing. */
static int
check (const Options *options)
{
  const int n = options->add + (options->sheet != NULL) + (options->hand_in != NULL);

  if (n > 1)
    return cli_command_misused ("stage person", _ ("expected one of --add, --sheet and --hand-in"));
  if ((options->sheet != NULL) != (options->output != NULL))
    return cli_command_misused ("stage person", _ ("--sheet and -o go together"));
  if (!options->add && (options->role != NULL || options->name != NULL || options->shown))
    return cli_command_misused ("stage person", _ ("--role and --name need --add"));
  return CLI_DONE;
}

int
cli_stage_person (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    CLI_ENTRY_STAGE (&options.stage),
    { "add", 0, 0, G_OPTION_ARG_NONE, &options.add, N_ ("Adds a person and prints the id"), NULL },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, N_ ("What the person does"), N_ ("TEXT") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("The person’s name"), N_ ("TEXT") },
    { "name-shown", 0, 0, G_OPTION_ARG_NONE, &options.shown,
      N_ ("The person agreed that the company sees the name"), NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet,
      N_ ("Writes the sheet of the person with this id"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The sheet to write"),
      N_ ("FILE") },
    { "hand-in", 0, 0, G_OPTION_ARG_FILENAME, &options.hand_in,
      N_ ("Takes a sheet that was filled in; the answers count from now on"), N_ ("FILE") },
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("stage person", entries, 1, &argc, &argv, &status)
      && (status = check (&options)) == CLI_DONE)
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.folder, work, &options);
    }
  g_free (options.folder);
  g_free (options.stage);
  g_free (options.role);
  g_free (options.name);
  g_free (options.sheet);
  g_free (options.output);
  g_free (options.hand_in);
  return status;
}
