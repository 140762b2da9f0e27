/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "base/base-json-writer.h"
#include "base/base-language.h"
#include "cli/cli-filter.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage suggestions: the answers of the stage before that are still to be confirmed,
 * listed, and confirmed one by one or all of them. */

typedef struct
{
  char *folder, *stage, *tag;
  char **confirm; /* ids of questions */
  gboolean all, json;
  const char *wanted;
  BaseLanguage *language;
} Options;

/* --- listing ---------------------------------------------------------------------------------- */

static char *
suggestion_of (const AssessmentDocument *document, const char *question)
{
  g_autofree char *path = g_strdup_printf ("suggestions.%s", question);

  return assessment_document_value_to_json (document, path);
}

static const char *
title_of (const SurveyPack *pack, const char *id, const BaseLanguage *language)
{
  const SurveyQuestion *question = survey_pack_find_question (pack, id);

  return question != NULL ? base_language_gettext (language, question->title) : "–";
}

static void
print_text (const AssessmentDocument *document,
            const SurveyPack *pack,
            const BaseLanguage *language,
            const char **open)
{
  for (guint i = 0; open[i] != NULL; i++)
    {
      g_autofree char *suggestion = suggestion_of (document, open[i]);

      g_print ("%s\t%s\t%s\n", open[i], title_of (pack, open[i], language), suggestion);
    }
}

/* The suggestion as the text that "stage set" takes. */
static void
print_json (const AssessmentDocument *document,
            const SurveyPack *pack,
            const BaseLanguage *language,
            const char **open)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; open[i] != NULL; i++)
    {
      g_autofree char *suggestion = suggestion_of (document, open[i]);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "question", open[i]);
      base_json_writer_string (writer, "title", title_of (pack, open[i], language));
      base_json_writer_string (writer, "suggestion", suggestion);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
}

/* --- confirming ------------------------------------------------------------------------------- */

static gboolean
check_open (const char **open, char **wanted, GError **error)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains (open, wanted[i]))
      {
        g_autofree char *known = g_strjoinv (" ", (char **)open);

        g_set_error (error, ASSESSMENT_ERROR, ASSESSMENT_ERROR_VALUE,
                     _ ("%s has no suggestion to confirm; to confirm are: %s"), wanted[i],
                     *known != '\0' ? known : "–");
        return FALSE;
      }
  return TRUE;
}

/* All of them or none. */
static gboolean
confirm (Workspace *workspace,
         AssessmentDocument *document,
         const char **open,
         char **wanted,
         GError **error)
{
  AssessmentDocument *after = NULL;
  gboolean done;

  if (!check_open (open, wanted, error))
    return FALSE;
  after = assessment_document_ref (document);
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      AssessmentDocument *next = consultation_stage_confirm (after, wanted[i]);

      assessment_document_unref (after);
      after = next;
    }
  done = cli_stage_write (workspace, document, after, error);
  assessment_document_unref (after);
  return done;
}

static gboolean
work (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (AssessmentDocument) document
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);
  g_autoptr (SurveyPack) pack
      = document != NULL ? survey_pack_load_bundled (assessment_document_pack_id (document), error)
                         : NULL;
  g_autofree const char **open = pack != NULL ? consultation_stage_unconfirmed (document) : NULL;

  if (open == NULL)
    return FALSE;
  if (options->all)
    return confirm (workspace, document, open, (char **)open, error);
  if (options->confirm != NULL)
    return confirm (workspace, document, open, options->confirm, error);
  if (options->json)
    print_json (document, pack, options->language, open);
  else
    print_text (document, pack, options->language, open);
  return TRUE;
}

static int
run (Options *options)
{
  g_autoptr (GError) error = NULL;

  if ((options->confirm != NULL) + options->all + options->json > 1)
    return cli_command_misused ("stage suggestions",
                                _ ("expected one of --confirm, --confirm-all and --json"));
  options->language = base_language_new (options->tag != NULL ? options->tag : "en", &error);
  if (options->language == NULL)
    return cli_command_refuse (error);
  return cli_filter_run (options->folder, work, options);
}

int
cli_stage_suggestions (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    CLI_ENTRY_STAGE (&options.stage),
    { "confirm", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.confirm,
      N_ ("Takes the suggestion of this question as its answer; may be said again"), N_ ("ID") },
    { "confirm-all", 0, 0, G_OPTION_ARG_NONE, &options.all,
      N_ ("Takes every suggestion that is left as the answer"), NULL },
    CLI_ENTRY_JSON (&options.json),
    CLI_ENTRY_LANGUAGE (&options.tag),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("stage suggestions", entries, 1, &argc, &argv, &status))
    {
      options.wanted = argv[1];
      status = run (&options);
    }
  g_clear_pointer (&options.language, base_language_unref);
  g_free (options.folder);
  g_free (options.stage);
  g_free (options.tag);
  g_strfreev (options.confirm);
  return status;
}
