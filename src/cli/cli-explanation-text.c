/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-explanation.h"

#include <glib/gi18n-lib.h>

/* The explanation for people: the answer first, then how it came about, decision by decision from
 * the facts up, then why no other result and what would change it. */

/* Numbers have no unit, dates are apart by days, the others by months or seconds. */
static char *
say_gap (DmnDistance distance)
{
  g_autofree char *gap = feel_number_format (distance.gap);
  gboolean below = distance.below;

  if (feel_number_compare (distance.gap, feel_number_from_int64 (0)) == 0)
    return g_strdup (below ? _ ("has to be below that") : _ ("has to be above that"));
  switch ((int)distance.bound.kind)
    {
    case FEEL_DATE:
      return below ? g_strdup_printf (_ ("too late by %s days"), gap)
                   : g_strdup_printf (_ ("too early by %s days"), gap);
    case FEEL_TIME:
    case FEEL_DATE_TIME:
      return below ? g_strdup_printf (_ ("too late by %s seconds"), gap)
                   : g_strdup_printf (_ ("too early by %s seconds"), gap);
    case FEEL_DAYS_DURATION:
      return below ? g_strdup_printf (_ ("too long by %s seconds"), gap)
                   : g_strdup_printf (_ ("too short by %s seconds"), gap);
    case FEEL_YEARS_DURATION:
      return below ? g_strdup_printf (_ ("too long by %s months"), gap)
                   : g_strdup_printf (_ ("too short by %s months"), gap);
    default:
      return below ? g_strdup_printf (_ ("%s too much"), gap)
                   : g_strdup_printf (_ ("%s too little"), gap);
    }
}

/* --- Decisions, rules, cells
 * ------------------------------------------------------------------------------------ */

static void
print_value (const CliExplained *explained, guint rule, guint column)
{
  DmnDistance distance = dmn_outcomes_distance (explained->outcomes, rule, column);
  FeelValue value;
  gboolean settled = dmn_outcomes_column (explained->outcomes, column, &value);
  g_autofree char *text = feel_value_to_feel (value);

  if (distance.known)
    {
      g_autofree char *gap = say_gap (distance);

      g_print (" (%s: %s)", text, gap);
    }
  else if (feel_value_is_null (value) && settled && feel_value_reason (value) != NULL)
    g_print (_ (" (null: %s)"), feel_value_reason (value));
  else if (settled)
    g_print (" (%s)", text);
  else if (!feel_value_is_null (value))
    g_print (value.kind == FEEL_LIST ? _ (" (one of %s)") : _ (" (somewhere in %s)"), text);
}

/* “      not met  the overall score <= 25 (26.56: 1.56 too much)” */
static void
print_cell (const CliExplained *explained, guint rule, guint column)
{
  static const char *const states[] = { N_ ("not met"), N_ ("met"), N_ ("unknown") };
  const DmnTable *table = dmn_outcomes_table (explained->outcomes);

  g_print ("      %-8s %s: %s", _ (states[dmn_outcomes_cell (explained->outcomes, rule, column)]),
           dmn_table_column (table, column)->label, dmn_table_cell_text (table, rule, column));
  print_value (explained, rule, column);
  g_print ("\n");
}

static void
print_outputs (const DmnTable *table, guint rule)
{
  for (guint i = 0; i < dmn_table_n_outputs (table); i++)
    g_print ("%s%s", i > 0 ? "; " : "", dmn_table_output_text (table, rule, i));
}

/* Of a rule that does not match only what keeps it from matching. */
static void
print_rule (const CliExplained *explained, guint rule)
{
  const DmnTable *table = dmn_outcomes_table (explained->outcomes);
  DmnCellState state = dmn_outcomes_rule (explained->outcomes, rule);
  const char *description = dmn_table_rule_description (table, rule);

  g_print (_ ("  rule %u, "), rule + 1);
  print_outputs (table, rule);
  g_print (": %s\n", state == DMN_CELL_NOT_MET                 ? _ ("not met")
                     : state == DMN_CELL_UNKNOWN               ? _ ("unknown")
                     : cli_explained_decides (explained, rule) ? _ ("met, decides")
                                                               : _ ("met"));
  if (*description != '\0' && cli_explained_decides (explained, rule))
    g_print ("      %s\n", description);
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    if (!dmn_table_cell_is_any (table, rule, column)
        && (state != DMN_CELL_NOT_MET
            || dmn_outcomes_cell (explained->outcomes, rule, column) != DMN_CELL_MET
            || dmn_outcomes_n_not_met (explained->outcomes, rule) == 0))
      print_cell (explained, rule, column);
}

static void
print_null (const char *path, const char *reason, gpointer data)
{
  const char *indent = data;

  g_print (_ ("%snull%s%s because %s\n"), indent, *path != '\0' ? _ (" at ") : "", path, reason);
}

static void
print_outcomes (const CliExplained *explained, const char *indent)
{
  gboolean settled = dmn_outcomes_is_settled (explained->outcomes);

  for (guint i = 0; i < dmn_outcomes_n (explained->outcomes); i++)
    {
      FeelValue value = dmn_outcomes_value (explained->outcomes, i);
      g_autofree char *text = feel_value_to_feel (value);

      if (settled)
        g_print ("%s%s\n", indent, text);
      else
        g_print (_ ("%spossible: %s\n"), indent, text);
      cli_facts_foreach_null (value, print_null, (gpointer)indent);
    }
  if (dmn_outcomes_n (explained->outcomes) == 0)
    g_print (_ ("%sanything is possible: it cannot be told from what is known\n"), indent);
  if (!dmn_outcomes_is_exact (explained->outcomes))
    g_print (_ ("%snot every one of these need be possible: the rules were judged cell by cell\n"),
             indent);
}

static void
print_settlers (const CliExplanation *explanation, const CliExplained *explained)
{
  for (guint i = 0; i < dmn_model_n_inputs (explanation->model); i++)
    if (!dmn_outcomes_is_settled (explained->outcomes)
        && dmn_outcomes_input_settles (explained->outcomes, i))
      g_print (_ ("would settle it: %s\n"), dmn_model_input (explanation->model, i)->name);
}

static void
print_decision (const CliExplanation *explanation, const CliExplained *explained)
{
  const DmnDecision *decision = dmn_model_decision (explanation->model, explained->decision);
  const DmnTable *table = dmn_outcomes_table (explained->outcomes);

  if (table == NULL)
    {
      g_print (_ ("\n%s, by the expression %s\n"), decision->name, decision->expression);
      print_outcomes (explained, "  ");
      return;
    }
  g_print (_ ("\n%s, by the table with hit policy %s\n"), decision->name,
           dmn_hit_policy_name (dmn_table_hit_policy (table)));
  if (explained != cli_explanation_asked (explanation)) /* that one was told first of all */
    print_outcomes (explained, "  ");
  for (guint rule = 0; rule < dmn_table_n_rules (table); rule++)
    print_rule (explained, rule);
}

/* --- Why not
 * ----------------------------------------------------------------------------------------------------
 */

static char *
say_bound (const DmnChange *change, const char *text)
{
  gboolean is_time = change->target.kind >= FEEL_DATE && change->target.kind < FEEL_DAYS_DURATION;

  if (is_time && change->below)
    return change->included ? g_strdup_printf (_ ("%s or before"), text)
                            : g_strdup_printf (_ ("before %s"), text);
  if (is_time)
    return change->included ? g_strdup_printf (_ ("%s or after"), text)
                            : g_strdup_printf (_ ("after %s"), text);
  if (change->below)
    return change->included ? g_strdup_printf (_ ("at most %s"), text)
                            : g_strdup_printf (_ ("less than %s"), text);
  return change->included ? g_strdup_printf (_ ("at least %s"), text)
                          : g_strdup_printf (_ ("more than %s"), text);
}

static char *
say_target (const DmnChange *change)
{
  g_autofree char *text = feel_value_to_feel (change->target);
  g_autoptr (GString) list = NULL;

  if (change->bound)
    return say_bound (change, text);
  if (feel_value_is_null (change->target) && feel_value_reason (change->target) != NULL)
    return g_strdup (feel_value_reason (change->target));
  if (change->target.kind != FEEL_LIST)
    return g_steal_pointer (&text);
  list = g_string_new (NULL);
  for (guint i = 0; i < change->target.list->n_items; i++)
    {
      g_autofree char *item = feel_value_to_feel (change->target.list->items[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? _ (" or ") : "", item);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
print_changes (const CliExplanation *explanation, const DmnChanges *changes)
{
  if (dmn_changes_n_sets (changes) > 0)
    g_print (_ ("  what would bring it about, any one of:\n"));
  else if (!dmn_changes_truncated (changes))
    g_print (_ ("  no change of these inputs brings it about\n"));
  for (guint set = 0; set < dmn_changes_n_sets (changes); set++)
    {
      g_print ("    - ");
      for (guint i = 0; i < dmn_changes_n (changes, set); i++)
        {
          const DmnChange *change = dmn_changes_get (changes, set, i);
          g_autofree char *target = say_target (change);

          g_print ("%s%s: %s", i > 0 ? _ ("; and ") : "",
                   dmn_model_input (explanation->model, change->input)->name, target);
        }
      g_print ("\n");
    }
  if (dmn_changes_truncated (changes))
    g_print (_ ("    there may be other ways than these: not all were tried or told\n"));
}

static void
print_nearest (const CliExplained *asked, guint rule)
{
  const DmnTable *table = dmn_outcomes_table (asked->outcomes);

  g_print (_ ("  nearest: rule %u\n"), rule + 1);
  for (guint column = 0; column < dmn_table_n_columns (table); column++)
    if (dmn_outcomes_cell (asked->outcomes, rule, column) != DMN_CELL_MET)
      print_cell (asked, rule, column);
  if (dmn_outcomes_n_not_met (asked->outcomes, rule) == 0
      && dmn_outcomes_n_unknown (asked->outcomes, rule) == 0)
    g_print (_ ("      every cell is met, but another rule goes before it\n"));
}

static void
print_wanted (const CliExplanation *explanation, const CliWanted *wanted)
{
  g_autofree char *text = feel_value_to_feel (wanted->value);

  if (explanation->output != NULL)
    g_print (wanted->possible ? _ ("\nWhy not surely %s = %s?\n") : _ ("\nWhy not %s = %s?\n"),
             explanation->output, text);
  else
    g_print (wanted->possible ? _ ("\nWhy not surely %s?\n") : _ ("\nWhy not %s?\n"), text);
  if (dmn_changes_already (wanted->changes))
    {
      g_print (_ ("  it is so already\n"));
      return;
    }
  for (guint i = 0; i < wanted->n_rules; i++)
    print_nearest (cli_explanation_asked (explanation), wanted->rules[i]);
  print_changes (explanation, wanted->changes);
}

void
cli_explanation_print_text (const CliExplanation *explanation)
{
  const CliExplained *asked = cli_explanation_asked (explanation);

  print_outcomes (asked, "");
  print_settlers (explanation, asked);
  for (guint i = 0; i < explanation->decisions->len; i++)
    print_decision (explanation, &g_array_index (explanation->decisions, CliExplained, i));
  for (guint i = 0; i < explanation->wanted->len; i++)
    print_wanted (explanation, &g_array_index (explanation->wanted, CliWanted, i));
  if (explanation->more)
    g_print (_ ("\nMore results are not explained; --wanted asks for one.\n"));
}
