/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"

G_BEGIN_DECLS

/* The parts of the command `stage`. */
int cli_stage_start (int argc, char **argv);
int cli_stage_finish (int argc, char **argv);
int cli_stage_spread (int argc, char **argv);
int cli_stage_calendar (int argc, char **argv);
int cli_stage_portal (int argc, char **argv);

#define CLI_STAGE_N_PARTS 5
extern const CliCommand cli_stage_parts[CLI_STAGE_N_PARTS];

G_END_DECLS
