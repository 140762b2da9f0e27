/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-rules.h"

#include "base/base-json-writer.h"
#include "cli/cli-facts.h"
#include "dmn/dmn-check.h"

#include <glib/gi18n-lib.h>

/* waymark-cli rules check MODEL: what its author should look at. */

static const DmnTable *
table_of (const DmnModel *model, const DmnFinding *finding)
{
  return finding->decision >= 0 ? dmn_model_decision (model, (guint)finding->decision)->table
                                : NULL;
}

/* --- Words
 * -----------------------------------------------------------------------------------------------------
 */

/* “age: < 18; country: not("PT")”, of the columns that matter. */
static char *
region_words (const DmnTable *table, const DmnFinding *finding)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; finding->region != NULL && i < dmn_table_n_columns (table); i++)
    if (!g_str_equal (finding->region[i], "-"))
      g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "",
                              dmn_table_column (table, i)->label, finding->region[i]);
  if (words->len == 0)
    g_string_append (words, _ ("always"));
  return g_string_free (words, FALSE);
}

/* “age: 60; day: "sunday!"”: one value for each column that matters; "" when the region says it. */
static char *
example_words (const DmnTable *table, const DmnFinding *finding)
{
  GString *words = g_string_new (NULL);
  gboolean more = FALSE;

  for (guint i = 0; finding->example != NULL && i < dmn_table_n_columns (table); i++)
    {
      g_autofree char *value = feel_value_to_feel (finding->example[i]);

      if (feel_value_is_null (finding->example[i]) || g_str_equal (finding->region[i], "-"))
        continue;
      more |= !g_str_equal (value, finding->region[i]);
      g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "; " : "",
                              dmn_table_column (table, i)->label, value);
    }
  if (!more)
    g_string_truncate (words, 0);
  return g_string_free (words, FALSE);
}

static char *
unused_words (const DmnModel *model, const DmnFinding *finding)
{
  if (finding->input >= 0)
    return g_strdup_printf (_ ("nothing uses the input “%s”"),
                            dmn_model_input (model, (guint)finding->input)->name);
  return g_strdup_printf (
      _ ("the column “%s” tests nothing"),
      dmn_table_column (table_of (model, finding), (guint)finding->column)->label);
}

static char *
type_words (const DmnTable *table, const DmnFinding *finding)
{
  if (finding->column >= 0)
    return g_strdup_printf (_ ("the column “%s” is of another type than what it asks for"),
                            dmn_table_column (table, (guint)finding->column)->label);
  return g_strdup_printf (_ ("rule %d gives %s, which is not of the decision's type"),
                          finding->rule + 1,
                          dmn_table_output_text (table, (guint)finding->rule, 0));
}

static char *
unchecked_words (const DmnTable *table, const DmnFinding *finding)
{
  if (finding->column >= 0)
    return g_strdup_printf (_ ("not checked: the cells of “%s” cannot be cut into values"),
                            dmn_table_column (table, (guint)finding->column)->label);
  return g_strdup (_ ("not checked: too many combinations"));
}

static char *
finding_words (const DmnModel *model, const DmnFinding *finding)
{
  const DmnTable *table = table_of (model, finding);
  g_autofree char *region = table != NULL ? region_words (table, finding) : NULL;
  g_autofree char *value = feel_value_to_feel (finding->value);
  int rule = finding->rule + 1, other = finding->other + 1;

  switch (finding->kind)
    {
    case DMN_FINDING_GAP:
      return g_strdup_printf (_ ("no rule covers %s"), region);
    case DMN_FINDING_OVERLAP:
      return g_strdup_printf (_ ("rules %d and %d both match at %s"), rule, other, region);
    case DMN_FINDING_CONFLICT:
      return g_strdup_printf (_ ("rules %d and %d contradict each other at %s"), rule, other,
                              region);
    case DMN_FINDING_DEAD:
      return g_strdup_printf (_ ("rule %d can never match"), rule);
    case DMN_FINDING_SHADOWED:
      return g_strdup_printf (_ ("rule %d never decides: where it matches, others such as rule %d "
                                 "come first"),
                              rule, other);
    case DMN_FINDING_UNREACHABLE:
      return g_strdup_printf (_ ("no rule gives the output %s"), value);
    case DMN_FINDING_UNUSED:
      return unused_words (model, finding);
    case DMN_FINDING_TYPE:
      return type_words (table, finding);
    case DMN_FINDING_UNCHECKED:
    default:
      return unchecked_words (table, finding);
    }
}

static guint
finding_line (const DmnModel *model, const DmnFinding *finding)
{
  const DmnTable *table = table_of (model, finding);

  if (table == NULL)
    return 0;
  if (finding->rule >= 0)
    return dmn_table_rule_line (table, (guint)finding->rule);
  if (finding->column >= 0)
    return dmn_table_column (table, (guint)finding->column)->line;
  return dmn_model_decision (model, (guint)finding->decision)->line;
}

static void
print_finding (const DmnModel *model, const DmnFinding *finding)
{
  g_autofree char *words = finding_words (model, finding);
  g_autofree char *example = example_words (table_of (model, finding), finding);
  guint line = finding_line (model, finding);

  g_print ("%s", dmn_model_source_name (model));
  if (line > 0)
    g_print (":%u", line);
  if (finding->decision >= 0)
    g_print (": “%s”", dmn_model_decision (model, (guint)finding->decision)->name);
  g_print (": %s\n", words);
  if (*example != '\0')
    g_print (_ ("    for example %s\n"), example);
  if (!finding->certain)
    g_print (_ ("    perhaps only: the columns depend on each other or on expressions\n"));
  if (finding->accepted != NULL)
    g_print (_ ("    accepted: %s\n"), finding->accepted);
}

static void
print_findings (const DmnModel *model, const DmnCheck *check)
{
  guint n_accepted = 0, n = dmn_check_n (check);

  for (guint i = 0; i < n; i++)
    {
      const DmnFinding *finding = dmn_check_finding (check, i);

      print_finding (model, finding);
      n_accepted += finding->accepted != NULL;
    }
  if (dmn_check_is_truncated (check))
    g_print (_ ("There is more of the same; the list was cut.\n"));
  g_print (_ ("%u found, %u of them accepted by the author\n"), n, n_accepted);
}

/* --- JSON
 * ------------------------------------------------------------------------------------------------------
 */

static void
write_number (BaseJsonWriter *writer, const char *member, int index)
{
  if (index >= 0)
    base_json_writer_integer (writer, member, index + 1);
}

static void
write_region (BaseJsonWriter *writer, const DmnTable *table, const DmnFinding *finding)
{
  base_json_writer_begin_array (writer, "region");
  for (guint i = 0; i < dmn_table_n_columns (table); i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "column", dmn_table_column (table, i)->label);
      base_json_writer_string (writer, "test", finding->region[i]);
      cli_facts_write (writer, "example", finding->example[i]);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_finding (BaseJsonWriter *writer, const DmnModel *model, const DmnFinding *finding)
{
  const DmnTable *table = table_of (model, finding);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "kind", dmn_finding_kind_name (finding->kind));
  if (finding->decision >= 0)
    base_json_writer_string (writer, "decision",
                             dmn_model_decision (model, (guint)finding->decision)->name);
  if (finding->input >= 0)
    base_json_writer_string (writer, "input", dmn_model_input (model, (guint)finding->input)->name);
  if (finding->column >= 0)
    base_json_writer_string (writer, "column",
                             dmn_table_column (table, (guint)finding->column)->label);
  write_number (writer, "rule", finding->rule);
  write_number (writer, "other_rule", finding->other);
  if (finding_line (model, finding) > 0)
    base_json_writer_integer (writer, "line", finding_line (model, finding));
  if (finding->kind == DMN_FINDING_UNREACHABLE)
    cli_facts_write (writer, "value", finding->value);
  if (finding->region != NULL)
    write_region (writer, table, finding);
  base_json_writer_boolean (writer, "certain", finding->certain);
  base_json_writer_string (writer, "accepted", finding->accepted);
  base_json_writer_end_object (writer);
}

static void
print_json (const DmnModel *model, const DmnCheck *check)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "model", dmn_model_name (model));
  base_json_writer_boolean (writer, "passed", dmn_check_passed (check));
  base_json_writer_boolean (writer, "truncated", dmn_check_is_truncated (check));
  base_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < dmn_check_n (check); i++)
    write_finding (writer, model, dmn_check_finding (check, i));
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

int
cli_rules_check (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnCheck) check = NULL;
  int status;

  if (!cli_command_parse ("rules check", entries, 1, &argc, &argv, &status))
    return status;
  model = dmn_model_load (argv[1], &error);
  if (model == NULL)
    return cli_command_refuse (error);
  check = dmn_check_new (model);
  if (json)
    print_json (model, check);
  else
    print_findings (model, check);
  return dmn_check_passed (check) ? CLI_DONE : CLI_REFUSED;
}
