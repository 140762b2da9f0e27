/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"

G_BEGIN_DECLS

/* The parts of the command `company`. */
int cli_company_list (int argc, char **argv);
int cli_company_show (int argc, char **argv);
int cli_company_delete (int argc, char **argv);
int cli_company_set (int argc, char **argv);
int cli_company_contact (int argc, char **argv);
int cli_company_meeting (int argc, char **argv);
int cli_company_note (int argc, char **argv);

#define CLI_COMPANY_N_PARTS 7
extern const CliCommand cli_company_parts[CLI_COMPANY_N_PARTS];

G_END_DECLS
