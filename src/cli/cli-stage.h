/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* The parts of the command `stage`. */
int cli_stage_start (int argc, char **argv);
int cli_stage_suggestions (int argc, char **argv);
int cli_stage_finish (int argc, char **argv);
int cli_stage_correct (int argc, char **argv);
int cli_stage_show (int argc, char **argv);
int cli_stage_set (int argc, char **argv);
int cli_stage_person (int argc, char **argv);
int cli_stage_evidence (int argc, char **argv);
int cli_stage_move (int argc, char **argv);
int cli_stage_delete (int argc, char **argv);
int cli_stage_spread (int argc, char **argv);
int cli_stage_calendar (int argc, char **argv);
int cli_stage_portal (int argc, char **argv);

/* Stores the changed form of an assessment of the workspace when it fits its questionnaire. */
gboolean cli_stage_write (Workspace *workspace,
                          const AssessmentDocument *before,
                          const AssessmentDocument *after,
                          GError **error);

#define CLI_STAGE_N_PARTS 13
extern const CliCommand cli_stage_parts[CLI_STAGE_N_PARTS];

G_END_DECLS
