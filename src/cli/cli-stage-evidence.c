/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "base/base-json-writer.h"
#include "cli/cli-filter.h"
#include "workspace/workspace-evidence.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage evidence: the files that prove answers, listed and added. Other fields of an
 * item are changed by `stage set`. */

typedef struct
{
  char *folder, *stage;
  char *add, *title, *type, *date, *until;
  char **questions;
  gboolean json;
  const char *wanted;
} Options;

/* --- adding ----------------------------------------------------------------------------------- */

static char *
take_file (Workspace *workspace, const char *id, const char *path, guint64 *size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  if (stream == NULL)
    return NULL;
  return workspace_files_add (workspace_path (workspace), G_INPUT_STREAM (stream),
                              MIN (workspace_evidence_room (workspace, id), WORKSPACE_FILE_MAX),
                              size, NULL, error);
}

static void
write_texts (BaseJsonWriter *writer, const char *member, char *const *texts)
{
  if (texts != NULL)
    base_json_writer_strings (writer, member, (const char *const *)texts);
}

static void
write_text (BaseJsonWriter *writer, const char *member, const char *text)
{
  if (text != NULL)
    base_json_writer_string (writer, member, text);
}

/* The item's JSON. */
static char *
describe (const Options *options, const char *id, const char *sha256, guint64 size)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);
  g_autofree char *base = g_path_get_basename (options->add);
  g_autofree char *name = g_filename_display_name (base);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "id", id);
  base_json_writer_string (writer, "title", options->title != NULL ? options->title : name);
  write_text (writer, "type", options->type);
  base_json_writer_string (writer, "file", name);
  base_json_writer_string (writer, "sha256", sha256);
  write_text (writer, "date", options->date);
  write_text (writer, "valid_until", options->until);
  base_json_writer_integer (writer, "bytes", (gint64)size);
  write_texts (writer, "questions", options->questions);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

static gboolean
add (Workspace *workspace,
     const AssessmentDocument *document,
     const Options *options,
     GError **error)
{
  guint64 size = 0;
  g_autofree char *sha256
      = take_file (workspace, assessment_document_id (document), options->add, &size, error);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *path
      = g_strdup_printf ("evidence[%u]", assessment_document_count (document, "evidence"));
  g_autofree char *json = sha256 != NULL ? describe (options, id, sha256, size) : NULL;
  g_autoptr (AssessmentDocument) longer
      = json != NULL ? assessment_document_with_item (document, "evidence") : NULL;
  g_autoptr (AssessmentDocument) after
      = longer != NULL ? assessment_document_with_value_json (longer, path, json, error) : NULL;

  if (after == NULL || !cli_stage_write (workspace, document, after, error))
    return FALSE;
  g_print ("%s\n", id);
  return TRUE;
}

/* --- listing ---------------------------------------------------------------------------------- */

static const char *
field (const AssessmentDocument *document, guint index, const char *name)
{
  g_autofree char *path = g_strdup_printf ("evidence[%u].%s", index, name);

  return assessment_document_get_string (document, path);
}

/* Evidence may be on paper; then there is no file to be missing. */
static const char *
state_of (const Workspace *workspace, const char *sha256)
{
  if (sha256 == NULL)
    return "no-file";
  return workspace_files_has (workspace_path (workspace), sha256, NULL) ? "here" : "missing";
}

static void
print_text (const Workspace *workspace, const AssessmentDocument *document)
{
  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      const char *id = field (document, i, "id"), *title = field (document, i, "title");
      const char *sha256 = field (document, i, "sha256");

      g_print ("%s\t%s\t%s\n", id != NULL ? id : "–", title != NULL ? title : "–",
               state_of (workspace, sha256));
    }
}

static void
print_json (const Workspace *workspace, const AssessmentDocument *document)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < assessment_document_count (document, "evidence"); i++)
    {
      const char *sha256 = field (document, i, "sha256");

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", field (document, i, "id"));
      base_json_writer_string (writer, "title", field (document, i, "title"));
      base_json_writer_string (writer, "date", field (document, i, "date"));
      base_json_writer_string (writer, "valid_until", field (document, i, "valid_until"));
      base_json_writer_string (writer, "sha256", sha256);
      base_json_writer_string (writer, "state", state_of (workspace, sha256));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
}

static gboolean
work (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (AssessmentDocument) document
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);

  if (document == NULL)
    return FALSE;
  if (options->add != NULL)
    return add (workspace, document, options, error);
  if (options->json)
    print_json (workspace, document);
  else
    print_text (workspace, document);
  return TRUE;
}

int
cli_stage_evidence (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    CLI_ENTRY_STAGE (&options.stage),
    { "add", 0, 0, G_OPTION_ARG_FILENAME, &options.add, N_ ("Adds this file and prints the id"),
      N_ ("FILE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title,
      N_ ("What it is (default: the file’s name)"), N_ ("TEXT") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &options.type, N_ ("Its kind, such as invoice"),
      N_ ("WORD") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The day on it"), N_ ("DAY") },
    { "valid-until", 0, 0, G_OPTION_ARG_STRING, &options.until, N_ ("The day until which it holds"),
      N_ ("DAY") },
    { "question", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.questions,
      N_ ("A question whose answer it proves; may be said again"), N_ ("ID") },
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("stage evidence", entries, 1, &argc, &argv, &status))
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.folder, work, &options);
    }
  g_free (options.folder);
  g_free (options.stage);
  g_free (options.add);
  g_free (options.title);
  g_free (options.type);
  g_free (options.date);
  g_free (options.until);
  g_strfreev (options.questions);
  return status;
}
