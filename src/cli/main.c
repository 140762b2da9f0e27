/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-data.h"
#include "cli/cli-command.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

/* waymark-cli COMMAND …: what the window can do, without a display. */

static void
print_help (void)
{
  guint n;
  const CliCommand *commands = cli_command_list (&n);

  g_print (_ ("Usage: waymark-cli COMMAND …\n\n"));
  for (guint i = 0; i < n; i++)
    cli_command_print_line (&commands[i], "", 27);
  g_print (_ ("\n“waymark-cli COMMAND --help” says more. Exit status: 0 done, 1 the input was "
              "refused or a check failed, "
              "2 wrong usage.\n"));
}

/* Output is UTF-8 whatever the locale: JSON has to be, and in a C locale g_print() would spoil
 * names. */
static void
print_out (const char *text)
{
  fputs (text, stdout);
}

static void
print_error (const char *text)
{
  fputs (text, stderr);
}

/* A full disk under a redirected output must not pass for success. */
static int
flushed (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr (_ ("waymark-cli: the output could not be written: %s\n"), g_strerror (errno));
  return status == CLI_DONE ? CLI_REFUSED : status;
}

int
main (int argc, char **argv)
{
  g_autofree char *locale_dir = base_data_locale_dir ();
  const CliCommand *command;

  setlocale (LC_ALL, "");
  g_set_print_handler (print_out);
  g_set_printerr_handler (print_error);
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : WAYMARK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  if (argc < 2)
    {
      print_help ();
      return CLI_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return CLI_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print (_ ("waymark-cli %s\n"), PACKAGE_VERSION);
      return CLI_DONE;
    }
  command = cli_command_find (argv[1]);
  if (command == NULL)
    {
      g_printerr (_ ("waymark-cli: there is no command “%s”; “waymark-cli --help” lists them.\n"),
                  argv[1]);
      return CLI_USAGE;
    }
  return flushed (cli_command_run (command, argc - 1, argv + 1));
}
