/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"
#include "cli/cli-json.h"
#include "cli/cli-line.h"
#include "cli/cli-world.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* waymark-cli batch [FILE]: one document a line in, one result a line out, in the same order. A
 * line that is refused gives {"line": N, "error": "…"} and the rest goes on; memory does not grow
 * with the number of lines. */

typedef struct
{
  CliWorld *world;
  const char *date;
  guint64 line;
  gboolean failed;
} Batch;

static void
print_line (BaseJsonWriter *writer)
{
  g_autofree char *text = base_json_writer_finish (writer);

  puts (text);
}

static void
print_error (Batch *batch, const char *message)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "line", (gint64)batch->line);
  base_json_writer_string (writer, "error", message);
  base_json_writer_end_object (writer);
  print_line (writer);
  batch->failed = TRUE;
}

static Advice *
advise_line (Batch *batch, const char *line, gsize length, GError **error)
{
  g_autofree char *name = g_strdup_printf (_ ("line %lu"), (gulong)batch->line);
  g_autoptr (AssessmentDocument) document
      = assessment_document_parse (line, (gssize)length, name, error);

  return document != NULL ? cli_world_advise (batch->world, document, batch->date, error) : NULL;
}

static void
run_line (Batch *batch, const char *line, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Advice) advice = advise_line (batch, line, length, &error);
  const char *id;
  BaseJsonWriter *writer;

  if (advice == NULL)
    {
      print_error (batch, error->message);
      return;
    }
  writer = base_json_writer_new (FALSE);
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "line", (gint64)batch->line);
  id = assessment_document_id (advice_document (advice));
  if (id != NULL)
    base_json_writer_string (writer, "id", id);
  cli_json_write_advice (writer, advice, cli_world_language (batch->world));
  base_json_writer_end_object (writer);
  print_line (writer);
}

static void
run_all (Batch *batch, FILE *file)
{
  g_autoptr (GString) line = g_string_new (NULL);

  while (cli_line_read (file, line))
    {
      batch->line++;
      if (line->len > CLI_LINE_CAP)
        print_error (batch, _ ("the line is longer than 4 MiB"));
      else if (strspn (line->str, " \t\r") < line->len)
        run_line (batch, line->str, line->len);
    }
}

int
cli_batch (int argc, char **argv)
{
  g_autofree char *date = NULL;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    CLI_ENTRY_DATE (&date),
    CLI_ENTRY_LANGUAGE (&language),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (GError) error = NULL;
  Batch batch = { NULL };
  FILE *file = stdin;
  int status;

  if (!cli_command_parse ("batch", entries, -2, &argc, &argv, &status))
    return status;
  if (!cli_command_check_date ("batch", date))
    return CLI_USAGE;
  if (argc == 2 && strcmp (argv[1], "-") != 0 && (file = fopen (argv[1], "rb")) == NULL)
    {
      g_printerr (_ ("waymark-cli: %s: cannot be opened: %s\n"), argv[1], g_strerror (errno));
      return CLI_REFUSED;
    }
  world = cli_world_new (language, &error);
  if (world == NULL)
    {
      if (file != stdin)
        fclose (file);
      return cli_command_refuse (error);
    }
  batch.world = world;
  batch.date = date;
  run_all (&batch, file);
  if (ferror (file))
    {
      g_printerr (_ ("waymark-cli: batch: reading failed: %s\n"), g_strerror (errno));
      batch.failed = TRUE;
    }
  if (file != stdin)
    fclose (file);
  return batch.failed ? CLI_REFUSED : CLI_DONE;
}
