/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-writer.h"
#include "cli/cli-command.h"
#include "cli/cli-explanation.h"
#include "cli/cli-rules.h"
#include "dmn/dmn-evaluation.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules eval MODEL --decision NAME --input JSON: one decision. With --explain an input
 * that is not given is unknown and every outcome still possible is told, with each rule's cells;
 * without it is null, as the standard has it. */

typedef struct
{
  DmnModel *model;
  guint decision;
  DmnFact *facts;
  FeelArena *arena;
  const char *output, *wanted, *changeable; /* of --explain; NULL: not asked for */
} Question;

static int
explain (const Question *question, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CliExplanation) explanation
      = cli_explanation_new (question->model, question->decision, question->facts, question->output,
                             question->wanted, question->changeable, question->arena, &error);

  if (explanation == NULL)
    return cli_command_refuse (error);
  if (json)
    cli_explanation_print_json (explanation);
  else
    cli_explanation_print_text (explanation);
  return CLI_DONE;
}

static void
write_reason (const char *path, const char *reason, gpointer data)
{
  BaseJsonWriter *writer = data;

  if (*path == '\0')
    return;
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "path", path);
  base_json_writer_string (writer, "reason", reason);
  base_json_writer_end_object (writer);
}

static void
print_reason (const char *path, const char *reason, gpointer data)
{
  if (*path == '\0')
    g_printerr (_ ("null because %s\n"), reason);
  else
    g_printerr (_ ("null at %s because %s\n"), path, reason);
}

static int
print_result (FeelValue result, gboolean json)
{
  g_autofree char *text = NULL;

  if (json)
    {
      BaseJsonWriter *writer = base_json_writer_new (TRUE);

      base_json_writer_begin_object (writer, NULL);
      cli_facts_write (writer, "result", result);
      if (feel_value_is_null (result))
        base_json_writer_string (writer, "reason", feel_value_reason (result));
      base_json_writer_begin_array (writer, "nulls");
      cli_facts_foreach_null (result, write_reason, writer);
      base_json_writer_end_array (writer);
      base_json_writer_end_object (writer);
      cli_command_print_json (writer);
      return CLI_DONE;
    }
  text = feel_value_to_feel (result);
  g_print ("%s\n", text);
  cli_facts_foreach_null (result, print_reason, NULL);
  return CLI_DONE;
}

static int
evaluate (const Question *question, gboolean json)
{
  guint n = dmn_model_n_inputs (question->model);
  g_autofree FeelValue *inputs = g_new0 (FeelValue, n + 1);
  g_autoptr (GError) error = NULL;
  FeelValue result;

  for (guint i = 0; i < n; i++)
    {
      if (question->facts[i].kind == DMN_FACT_INTERVAL)
        return cli_command_misused ("rules eval", _ ("an interval needs --explain"));
      inputs[i] = question->facts[i].kind == DMN_FACT_VALUE ? question->facts[i].value
                                                            : feel_value_null ();
    }
  if (!dmn_model_evaluate (question->model, question->decision, inputs, question->arena, &result,
                           NULL, &error))
    return cli_command_refuse (error);
  return print_result (result, json);
}

static int
list_decisions (const DmnModel *model, const char *wanted)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < dmn_model_n_decisions (model); i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            dmn_model_decision (model, i)->name);
  if (wanted == NULL)
    return cli_command_misused ("rules eval", _ ("--decision is missing; %s has %s"),
                                dmn_model_source_name (model), names->str);
  return cli_command_misused ("rules eval", _ ("--decision: found “%s”; %s has %s"), wanted,
                              dmn_model_source_name (model), names->str);
}

static int
run (const char *path,
     const char *decision,
     const char *input,
     Question question,
     gboolean explained,
     gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_load (path, &error);
  g_autoptr (BaseJson) json = NULL;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree DmnFact *facts = NULL;
  BaseJsonCursor root;
  int index;

  if (model == NULL)
    return cli_command_refuse (error);
  index = decision != NULL ? dmn_model_find_decision (model, decision) : -1;
  if (index < 0)
    return list_decisions (model, decision);
  json = base_json_parse (input != NULL ? input : "{}", -1, "--input", &error);
  if (json == NULL)
    return cli_command_refuse (error);
  root = base_json_root (json);
  facts = cli_facts_new (model, &root, arena);
  if (!base_json_finish (json, &error))
    return cli_command_refuse (error);
  question.model = model;
  question.decision = (guint)index;
  question.facts = facts;
  question.arena = arena;
  return explained ? explain (&question, as_json) : evaluate (&question, as_json);
}

int
cli_rules_eval (int argc, char **argv)
{
  gboolean json = FALSE, explained = FALSE;
  g_autofree char *decision = NULL;
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *changeable = NULL;
  const GOptionEntry entries[] = {
    { "decision", 0, 0, G_OPTION_ARG_STRING, &decision, N_ ("Name of the decision"), N_ ("NAME") },
    { "input", 0, 0, G_OPTION_ARG_STRING, &input, N_ ("The inputs as a JSON object"), N_ ("JSON") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &explained,
      N_ ("What is not given is unknown; tells every outcome still possible, why and why not"),
      NULL },
    { "output", 0, 0, G_OPTION_ARG_STRING, &output, N_ ("Which of several outputs is explained"),
      N_ ("NAME") },
    { "wanted", 0, 0, G_OPTION_ARG_STRING, &wanted,
      N_ ("The result that is asked after, instead of every other one"), N_ ("VALUE") },
    { "changeable", 0, 0, G_OPTION_ARG_STRING, &changeable,
      N_ ("The inputs that can change, parted by commas; else all"), N_ ("NAMES") },
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("rules eval", entries, 1, &argc, &argv, &status))
    return status;
  if (!explained && (output != NULL || wanted != NULL || changeable != NULL))
    return cli_command_misused ("rules eval",
                                _ ("--output, --wanted and --changeable need --explain"));

  const Question question = { .output = output, .wanted = wanted, .changeable = changeable };

  return run (argv[1], decision, input, question, explained, json);
}
