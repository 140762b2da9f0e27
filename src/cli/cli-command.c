/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"

#include "base/base-date.h"
#include "cli/cli-catalogue.h"
#include "cli/cli-company.h"
#include "cli/cli-portfolio.h"
#include "cli/cli-rules.h"
#include "cli/cli-stage.h"
#include "cli/cli-workspace.h"

#include <glib/gi18n-lib.h>

/* The table of commands and what their option handling has in common. */

static const CliCommand commands[] = {
  { "assess", N_ ("FILE"),
    N_ ("Scores, levels, kinds of support with criteria, hubs and next steps"), cli_assess },
  { "compare", N_ ("BEFORE AFTER"),
    N_ ("Two stages of a company: what changed, and which answers moved it"), cli_compare },
  { "report", N_ ("FILE -o OUT.pdf"), N_ ("Writes the report as PDF, text or tables"), cli_report },
  { "match", N_ ("FILE"), N_ ("Ranks the hubs, with reasons"), cli_match },
  { "rules", N_ ("eval|check|cover|diff|convert|test"),
    N_ ("Evaluates, checks, compares and converts .dmn models; runs the DMN test kit"), NULL,
    cli_rules_parts, CLI_RULES_N_PARTS },
  { "stage",
    N_ ("start|finish|correct|show|set|person|evidence|move|delete|spread|portal|calendar"),
    N_ ("Begins and finishes stages, compares respondents, prints the portal’s entry sheet"), NULL,
    cli_stage_parts, CLI_STAGE_N_PARTS },
  { "company", N_ ("list|show|delete|set|contact|meeting|note"),
    N_ ("The companies of the workspace"), NULL, cli_company_parts, CLI_COMPANY_N_PARTS },
  { "portfolio", N_ ("[demand|aggregate|partners]"),
    N_ ("All companies at once: scores, groups, change, stages done"), cli_portfolio_show,
    cli_portfolio_parts, CLI_PORTFOLIO_N_PARTS },
  { "workspace", N_ ("show|move|use|hub|check|clean"),
    N_ ("Where all data are, the hub’s own settings, evidence files"), NULL, cli_workspace_parts,
    CLI_WORKSPACE_N_PARTS },
  { "backup", "", N_ ("Makes a backup of the workspace, or lists them"), cli_backup },
  { "restore", N_ ("BACKUP"), N_ ("Brings a backup back; what is there is kept as one"),
    cli_restore },
  { "import", N_ ("FILE"), N_ ("Takes a package or assessment into the workspace, with a preview"),
    cli_import },
  { "export", N_ ("COMPANY -o FILE.waymark"), N_ ("Writes a company’s assessments as a package"),
    cli_export },
  { "merge", N_ ("A B -o OUT"), N_ ("Two copies of the same assessments in one"), cli_merge },
  { "catalogue", N_ ("diff|update|search|add|list|remove|contact"),
    N_ ("Compares, updates and searches the lists of hubs and kinds of support; your own"), NULL,
    cli_catalogue_parts, CLI_CATALOGUE_N_PARTS },
  { "check", N_ ("FILE…"), N_ ("Validates assessments, packs, catalogue folders and rules"),
    cli_check },
  { "batch", N_ ("[FILE]"), N_ ("Assessments as JSON lines in, results as JSON lines out"),
    cli_batch },
};

/* The msgid "" is the catalogue's head. */
static const char *
usage_of (const CliCommand *command)
{
  return *command->usage == '\0' ? "" : _ (command->usage);
}

static const CliCommand *
find_part (const CliCommand *command, const char *name)
{
  for (guint i = 0; i < command->n_parts; i++)
    if (g_str_equal (command->parts[i].name, name))
      return &command->parts[i];
  return NULL;
}

const CliCommand *
cli_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const CliCommand *part = find_part (&commands[i], name);

      if (g_str_equal (commands[i].name, name))
        return &commands[i];
      if (part != NULL)
        return part;
    }
  return NULL;
}

void
cli_command_print_line (const CliCommand *command, const char *before, int column)
{
  g_autofree char *left = g_strdup_printf ("  %s%s %s", before, command->name, usage_of (command));
  const int room = column - (int)g_utf8_strlen (left, -1);

  if (room > 0)
    g_print ("%s%*s%s\n", left, room, "", _ (command->summary));
  else
    g_print ("%s\n%*s%s\n", left, column, "", _ (command->summary));
}

static int
list_parts (const CliCommand *command)
{
  g_print (_ ("Usage:\n"));
  for (guint i = 0; i < command->n_parts; i++)
    cli_command_print_line (&command->parts[i], "waymark-cli ", 51);
  return CLI_DONE;
}

int
cli_command_run (const CliCommand *command, int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : "";
  g_autofree char *name = g_strdup_printf ("%s %s", command->name, word);
  const CliCommand *part = find_part (command, name);

  if (part != NULL)
    return part->run (argc - 1, argv + 1);
  if (command->run != NULL)
    return command->run (argc, argv);
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
    return list_parts (command);
  return cli_command_misused (command->name, _ ("found “%s”, expected one of %s"), word,
                              command->usage);
}

const CliCommand *
cli_command_list (guint *n)
{
  *n = G_N_ELEMENTS (commands);
  return commands;
}

static gboolean
has_right_count (int n_files, int argc)
{
  if (n_files == -1)
    return argc >= 2;
  if (n_files == -2)
    return argc <= 2;
  if (n_files == CLI_ANY_FILES)
    return TRUE;
  return argc == n_files + 1;
}

gboolean
cli_command_parse (const char *name,
                   const GOptionEntry *entries,
                   int n_files,
                   int *argc,
                   char ***argv,
                   int *status)
{
  const CliCommand *command = cli_command_find (name);
  g_autofree char *title = g_strdup_printf ("%s %s", name, usage_of (command));
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Shows this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  /* Our own --help, so that its exit status is ours too. The program's name carries the command
   * into the usage line. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);
  program = g_strdup_printf ("waymark-cli %s", title);
  *status = CLI_DONE;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = cli_command_misused (name, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = NULL;

      g_set_prgname (program);
      text = g_option_context_get_help (context, FALSE, NULL);
      g_print ("%s", text);
      return FALSE;
    }
  if (!has_right_count (n_files, *argc))
    {
      *status = cli_command_misused (name, _ ("expected %s"), title);
      return FALSE;
    }
  return TRUE;
}

int
cli_command_refuse (const GError *error)
{
  g_printerr (_ ("waymark-cli: %s\n"), error->message);
  return CLI_REFUSED;
}

int
cli_command_misused (const char *name, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr (_ ("waymark-cli %s: %s\n"), name, message);
  g_printerr (_ ("“waymark-cli %s --help” says how it is used.\n"), name);
  return CLI_USAGE;
}

void
cli_command_print_json (BaseJsonWriter *writer)
{
  g_autofree char *text = base_json_writer_finish (writer);

  g_print ("%s", text);
}

gboolean
cli_command_check_date (const char *name, const char *date)
{
  if (date == NULL || base_date_is_valid (date))
    return TRUE;
  cli_command_misused (name, _ ("--date: found “%s”, expected a day such as 2026-11-20"), date);
  return FALSE;
}
