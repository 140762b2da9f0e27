/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"

G_BEGIN_DECLS

/* The parts of the command `workspace`. */
int cli_workspace_show (int argc, char **argv);
int cli_workspace_move (int argc, char **argv);
int cli_workspace_use (int argc, char **argv);
int cli_workspace_hub (int argc, char **argv);
int cli_workspace_check (int argc, char **argv);
int cli_workspace_clean (int argc, char **argv);

#define CLI_WORKSPACE_N_PARTS 6
extern const CliCommand cli_workspace_parts[CLI_WORKSPACE_N_PARTS];

G_END_DECLS
