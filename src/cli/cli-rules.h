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

#define CLI_RULES_N_PARTS 6
extern const CliCommand cli_rules_parts[CLI_RULES_N_PARTS];

G_END_DECLS
