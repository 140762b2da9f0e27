/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"

G_BEGIN_DECLS

/* The parts of the command `rules`; each gets the arguments from its own name (“eval” …) on and
 * returns the exit status. */
int cli_rules_eval (int argc, char **argv);
int cli_rules_check (int argc, char **argv);
int cli_rules_cover (int argc, char **argv);
int cli_rules_diff (int argc, char **argv);
int cli_rules_convert (int argc, char **argv);
int cli_rules_test (int argc, char **argv);

/* By its whole name, "rules eval"; NULL when there is none. */
const CliCommand *cli_rules_find (const char *name);

G_END_DECLS
