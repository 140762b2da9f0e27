/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json-writer.h"

G_BEGIN_DECLS

/* The commands of waymark-cli. Each gets the arguments from its own name on and returns the exit
 * status. */

enum
{
  CLI_DONE = 0,
  CLI_REFUSED = 1, /* the input was refused or a check failed */
  CLI_USAGE = 2,   /* wrong usage */
};

typedef struct _CliCommand CliCommand;
struct _CliCommand
{
  const char *name;    /* of a part the whole: "rules eval" */
  const char *usage;   /* what follows the name in --help */
  const char *summary; /* one line, msgid */
  int (*run) (int argc, char **argv);
  const CliCommand *parts; /* of a command that has parts; then its own run is for when none is
                              named, or NULL */
  guint n_parts;
};

int cli_assess (int argc, char **argv);
int cli_compare (int argc, char **argv);
int cli_report (int argc, char **argv);
int cli_match (int argc, char **argv);
int cli_check (int argc, char **argv);
int cli_batch (int argc, char **argv);
int cli_backup (int argc, char **argv);
int cli_restore (int argc, char **argv);
int cli_import (int argc, char **argv);
int cli_export (int argc, char **argv);
int cli_merge (int argc, char **argv);

/* Reads the options of one command; on --help prints and returns FALSE with *status 0, on wrong
 * usage FALSE with 2.
 * @n_files: how many file arguments are expected; *argv then begins with them (argv[1]…); -1: one
 * or more; -2: at most one; CLI_ANY_FILES: as many as there are. */
#define CLI_ANY_FILES (-3)
gboolean cli_command_parse (const char *name,
                            const GOptionEntry *entries,
                            int n_files,
                            int *argc,
                            char ***argv,
                            int *status);

/* Entries that many commands have, for an array of GOptionEntry; @variable: where it goes. */
#define CLI_ENTRY_JSON(variable)                                                                   \
  {                                                                                                \
    "json", 0, 0, G_OPTION_ARG_NONE, (variable), N_ ("Prints JSON"), NULL                          \
  }
#define CLI_ENTRY_DATE(variable)                                                                   \
  {                                                                                                \
    "date", 0, 0, G_OPTION_ARG_STRING, (variable),                                                 \
        N_ ("The day the advice is for (default: today)"), N_ ("YYYY-MM-DD")                       \
  }
#define CLI_ENTRY_LANGUAGE(variable)                                                               \
  {                                                                                                \
    "language", 0, 0, G_OPTION_ARG_STRING, (variable),                                             \
        N_ ("Language of the output (default: en)"), N_ ("TAG")                                    \
  }
#define CLI_ENTRY_WORKSPACE(variable)                                                              \
  {                                                                                                \
    "workspace", 0, 0, G_OPTION_ARG_FILENAME, (variable),                                          \
        N_ ("The folder of the workspace (default: your own)"), N_ ("DIR")                         \
  }

/* Prints "waymark-cli: MESSAGE" on standard error and returns CLI_REFUSED. */
int cli_command_refuse (const GError *error);
/* Says what is wrong with the usage and returns CLI_USAGE. */
int cli_command_misused (const char *name, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Prints the document of @writer, which it ends. */
void cli_command_print_json (BaseJsonWriter *writer);
/* FALSE with a message when @date is no day; NULL is fine. */
gboolean cli_command_check_date (const char *name, const char *date);

/* A line of a list: @before and how the command is called, then in column @column what it does, on
 * a line of its own where the first needs more room. */
void cli_command_print_line (const CliCommand *command, const char *before, int column);
/* Parts by their whole names, too; NULL when there is none. */
const CliCommand *cli_command_find (const char *name);
/* Runs a command, or the part that argv[1] names; lists the parts on --help. */
int cli_command_run (const CliCommand *command, int argc, char **argv);
const CliCommand *cli_command_list (guint *n);

G_END_DECLS
