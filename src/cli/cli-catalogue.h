/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"

G_BEGIN_DECLS

/* The parts of `catalogue`. */

#define CLI_CATALOGUE_N_PARTS 7
extern const CliCommand cli_catalogue_parts[CLI_CATALOGUE_N_PARTS];

int cli_catalogue_diff (int argc, char **argv);
int cli_catalogue_update (int argc, char **argv);
int cli_catalogue_search (int argc, char **argv);
int cli_catalogue_add (int argc, char **argv);
int cli_catalogue_list (int argc, char **argv);
int cli_catalogue_remove (int argc, char **argv);
int cli_catalogue_contact (int argc, char **argv);

G_END_DECLS
