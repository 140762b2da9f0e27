/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "base/base-json-writer.h"
#include "cli/cli-world.h"
#include "consultation/consultation-spread.h"

#include <glib/gi18n-lib.h>

/* waymark-cli stage spread FILE: where the persons of a company are apart. Never who said what:
 * counts only. */

static const char *
score_id (const ConsultationSpreadQuestion *question)
{
  return question->column != NULL ? question->column->score_id : question->question->id;
}

static void
write_part (BaseJsonWriter *writer, const ConsultationSpreadPart *part)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "option", part->option->number);
  base_json_writer_boolean (writer, "apart", part->is_flagged);
  base_json_writer_begin_array (writer, "counts");
  for (int level = 0; level <= MAX (part->high, 1); level++)
    base_json_writer_integer (writer, NULL, part->counts[level]);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
print_json (const ConsultationSpread *spread)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "persons", consultation_spread_n_persons (spread));
  base_json_writer_integer (writer, "questions_apart", consultation_spread_n_flagged (spread));
  base_json_writer_begin_array (writer, "questions");
  for (guint i = 0; i < consultation_spread_n_questions (spread); i++)
    {
      const ConsultationSpreadQuestion *question = consultation_spread_question (spread, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", score_id (question));
      base_json_writer_integer (writer, "answered", question->n);
      base_json_writer_begin_array (writer, "parts");
      for (guint k = 0; k < question->n_parts; k++)
        write_part (writer, &question->parts[k]);
      base_json_writer_end_array (writer);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static void
print_question (const ConsultationSpreadQuestion *question, const BaseLanguage *language)
{
  if (question->n_flagged == 0)
    return;
  g_print ("%s  %s\n", score_id (question),
           base_language_gettext (language, question->question->title));
  for (guint i = 0; i < question->n_parts; i++)
    {
      const ConsultationSpreadPart *part = &question->parts[i];

      if (!part->is_flagged)
        continue;
      g_print ("  (%u) %s:", part->option->number,
               base_language_gettext (language, part->option->title));
      for (int level = part->low; level <= part->high; level++)
        if (part->counts[level] > 0)
          g_print (_ (" %u on level %d;"), part->counts[level], level);
      g_print ("\n");
    }
}

static void
print_text (const ConsultationSpread *spread, const BaseLanguage *language)
{
  g_print (_ ("Handed in: %u. Questions on which they are apart: %u.\n"),
           consultation_spread_n_persons (spread), consultation_spread_n_flagged (spread));
  for (guint i = 0; i < consultation_spread_n_questions (spread); i++)
    print_question (consultation_spread_question (spread, i), language);
}

int
cli_stage_spread (int argc, char **argv)
{
  gboolean json = FALSE;
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = {
    CLI_ENTRY_JSON (&json),
    CLI_ENTRY_LANGUAGE (&language),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CliWorld) world = NULL;
  g_autoptr (Advice) advice = NULL;
  g_autoptr (ConsultationSpread) spread = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("stage spread", entries, 1, &argc, &argv, &status))
    return status;
  world = cli_world_new (language, &error);
  advice = world == NULL ? NULL : cli_world_advise_file (world, argv[1], NULL, &error);
  if (advice == NULL)
    return cli_command_refuse (error);
  spread = consultation_spread_new (advice_document (advice), advice_pack (advice));
  if (json)
    print_json (spread);
  else
    print_text (spread, cli_world_language (world));
  return CLI_DONE;
}
