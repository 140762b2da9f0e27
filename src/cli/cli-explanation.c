/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-explanation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_explained (gpointer data)
{
  CliExplained *explained = data;

  dmn_outcomes_free (explained->outcomes);
}

static void
clear_wanted (gpointer data)
{
  CliWanted *wanted = data;

  g_free (wanted->rules);
  dmn_changes_free (wanted->changes);
}

const CliExplained *
cli_explanation_asked (const CliExplanation *explanation)
{
  return &g_array_index (explanation->decisions, CliExplained, explanation->decisions->len - 1);
}

gboolean
cli_explained_decides (const CliExplained *explained, guint rule)
{
  return dmn_outcomes_is_settled (explained->outcomes)
         && dmn_outcomes_by_rule (explained->outcomes, 0, rule);
}

/* --- What the caller asks for
 * ----------------------------------------------------------------------------------- */

static int
find_output (const DmnTable *table, const char *output)
{
  for (guint i = 0; table != NULL && i < dmn_table_n_outputs (table); i++)
    if (g_str_equal (dmn_table_output (table, i)->name, output))
      return (int)i;
  return -1;
}

static gboolean
choose_output (CliExplanation *explanation, const char *output, guint *index, GError **error)
{
  const DmnTable *table = dmn_outcomes_table (cli_explanation_asked (explanation)->outcomes);
  int found = output != NULL ? find_output (table, output) : 0;

  if (found < 0)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT,
                   _ ("--output: found “%s”, which the decision does not give"), output);
      return FALSE;
    }
  *index = (guint)found;
  if (table != NULL && dmn_table_n_outputs (table) > 1)
    explanation->output = dmn_table_output (table, *index)->name;
  return TRUE;
}

/* One gboolean an input. */
static gboolean *
read_changeable (const DmnModel *model, const char *names, GError **error)
{
  guint n = dmn_model_n_inputs (model);
  g_autofree gboolean *changeable = g_new0 (gboolean, n + 1);
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", ",", -1);

  for (guint i = 0; names == NULL && i < n; i++)
    changeable[i] = TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int index = dmn_model_find_input (model, g_strstrip (parts[i]));

      if (*parts[i] == '\0')
        continue;
      if (index < 0)
        {
          g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT,
                       _ ("--changeable: the model “%s” has no input “%s”"), dmn_model_name (model),
                       parts[i]);
          return NULL;
        }
      changeable[index] = TRUE;
    }
  return g_steal_pointer (&changeable);
}

/* As a result of the table is written, with or without quotes; else JSON; else it is a text. */
static FeelValue
read_wanted (const DmnTable *table, guint output, const char *text, FeelArena *arena)
{
  g_autoptr (BaseJson) json = NULL;

  for (guint i = 0; table != NULL && i < dmn_table_n_rules (table); i++)
    {
      FeelValue value = dmn_table_output_value (table, i, output);
      g_autofree char *plain = feel_value_to_string (value);

      if (g_strcmp0 (plain, text) == 0
          || g_str_equal (dmn_table_output_text (table, i, output), text))
        return value;
    }
  json = base_json_parse (text, -1, "--wanted", NULL);
  if (json != NULL)
    {
      BaseJsonCursor root = base_json_root (json);
      FeelValue value = cli_facts_value (&root, arena);

      if (base_json_finish (json, NULL))
        return value;
    }
  return feel_value_string_copy (arena, text, -1);
}

/* --- Why not
 * ----------------------------------------------------------------------------------------------------
 */

static FeelValue
output_of (FeelValue value, const char *output)
{
  return output != NULL && value.kind == FEEL_CONTEXT ? feel_value_member (value, output) : value;
}

/* The result itself, or an item of the list that the hit policy gives. */
static gboolean
holds (FeelValue result, const char *output, FeelValue value)
{
  if (feel_value_identical (output_of (result, output), value))
    return TRUE;
  for (guint i = 0; result.kind == FEEL_LIST && i < result.list->n_items; i++)
    if (feel_value_identical (output_of (result.list->items[i], output), value))
      return TRUE;
  return FALSE;
}

static gboolean
is_possible (const CliExplanation *explanation, FeelValue value)
{
  const DmnOutcomes *outcomes = cli_explanation_asked (explanation)->outcomes;

  for (guint i = 0; i < dmn_outcomes_n (outcomes); i++)
    if (holds (dmn_outcomes_value (outcomes, i), explanation->output, value))
      return TRUE;
  return FALSE;
}

/* Whatever is not known yet. */
static gboolean
is_given (const CliExplanation *explanation, FeelValue value)
{
  const DmnOutcomes *outcomes = cli_explanation_asked (explanation)->outcomes;

  for (guint i = 0; i < dmn_outcomes_n (outcomes); i++)
    if (!holds (dmn_outcomes_value (outcomes, i), explanation->output, value))
      return FALSE;
  return dmn_outcomes_n (outcomes) > 0;
}

static gboolean
is_known (const CliExplanation *explanation, FeelValue value)
{
  for (guint i = 0; i < explanation->wanted->len; i++)
    if (feel_value_identical (g_array_index (explanation->wanted, CliWanted, i).value, value))
      return TRUE;
  return FALSE;
}

static gboolean
add_wanted (CliExplanation *explanation,
            const gboolean *changeable,
            FeelValue value,
            GError **error)
{
  const CliExplained *asked = cli_explanation_asked (explanation);
  CliWanted wanted = { .value = value, .possible = is_possible (explanation, value) };

  if (dmn_outcomes_table (asked->outcomes) != NULL)
    wanted.rules
        = dmn_outcomes_nearest_rules (asked->outcomes, explanation->output, value, &wanted.n_rules);
  wanted.changes = dmn_model_changes (explanation->model, asked->decision, explanation->facts,
                                      explanation->output, value, changeable, error);
  if (wanted.changes == NULL)
    {
      g_free (wanted.rules);
      return FALSE;
    }
  g_array_append_val (explanation->wanted, wanted);
  return TRUE;
}

/* A sum or a count is no result of any one rule. */
static gboolean
names_results (const DmnTable *table)
{
  return table != NULL && dmn_table_aggregation (table) != DMN_AGGREGATION_SUM
         && dmn_table_aggregation (table) != DMN_AGGREGATION_COUNT;
}

static gboolean
add_others (CliExplanation *explanation, const gboolean *changeable, guint output, GError **error)
{
  const DmnTable *table = dmn_outcomes_table (cli_explanation_asked (explanation)->outcomes);

  for (guint i = 0; names_results (table) && i < dmn_table_n_rules (table); i++)
    {
      FeelValue value = dmn_table_output_value (table, i, output);

      if (feel_value_is_null (value) || is_given (explanation, value)
          || is_known (explanation, value))
        continue;
      if (explanation->wanted->len == CLI_WANTED_MAX)
        {
          explanation->more = TRUE;
          break;
        }
      if (!add_wanted (explanation, changeable, value, error))
        return FALSE;
    }
  return TRUE;
}

/* --- The decisions
 * ---------------------------------------------------------------------------------------------- */

static gboolean
add_decisions (CliExplanation *explanation, guint decision, GError **error)
{
  for (guint i = 0; i <= decision; i++)
    {
      CliExplained explained = { .decision = i };

      if (i != decision && !dmn_model_requires_decision (explanation->model, decision, i))
        continue;
      explained.outcomes = dmn_model_outcomes (explanation->model, i, explanation->facts, error);
      if (explained.outcomes == NULL)
        return FALSE;
      g_array_append_val (explanation->decisions, explained);
    }
  return TRUE;
}

CliExplanation *
cli_explanation_new (const DmnModel *model,
                     guint decision,
                     const DmnFact *facts,
                     const char *output,
                     const char *wanted,
                     const char *changeable,
                     FeelArena *arena,
                     GError **error)
{
  g_autoptr (CliExplanation) explanation = g_new0 (CliExplanation, 1);
  g_autofree gboolean *may_change = read_changeable (model, changeable, error);
  const DmnTable *table = dmn_model_decision (model, decision)->table;
  guint index = 0;
  gboolean done;

  explanation->model = model;
  explanation->facts = facts;
  explanation->decisions = g_array_new (FALSE, FALSE, sizeof (CliExplained));
  g_array_set_clear_func (explanation->decisions, clear_explained);
  explanation->wanted = g_array_new (FALSE, FALSE, sizeof (CliWanted));
  g_array_set_clear_func (explanation->wanted, clear_wanted);
  if (may_change == NULL || !add_decisions (explanation, decision, error)
      || !choose_output (explanation, output, &index, error))
    return NULL;
  done = wanted != NULL ? add_wanted (explanation, may_change,
                                      read_wanted (table, index, wanted, arena), error)
                        : add_others (explanation, may_change, index, error);
  return done ? g_steal_pointer (&explanation) : NULL;
}

void
cli_explanation_free (CliExplanation *explanation)
{
  if (explanation == NULL)
    return;
  g_array_unref (explanation->wanted);
  g_array_unref (explanation->decisions);
  g_free (explanation);
}
