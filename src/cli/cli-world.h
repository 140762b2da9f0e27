/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice-brief.h"
#include "advice/advice.h"
#include "base/base-language.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What every command needs: rules, catalogue, language, and packs by their id. */
typedef struct _CliWorld CliWorld;

/* @language: a tag, NULL for English. With the bundled lists alone: the same result for everybody
 * who has the file. */
CliWorld *cli_world_new (const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* With the records of @own_folder too, which may not be there: for what is kept in a workspace. */
CliWorld *cli_world_new_own (const char *language,
                             const char *own_folder,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void cli_world_free (CliWorld *world);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliWorld, cli_world_free)

const BaseLanguage *cli_world_language (const CliWorld *world);
Catalogue *cli_world_catalogue (CliWorld *world);
/* Reads the file's document ("-": standard input) and gives the advice for @date (NULL: today). */
Advice *cli_world_advise_file (CliWorld *world, const char *path, const char *date, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same for a document at hand: its pack is found by id and compared with the answers. */
Advice *cli_world_advise (CliWorld *world,
                          AssessmentDocument *document,
                          const char *date,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the tables say alone, for counting. */
AdviceBrief *cli_world_brief (CliWorld *world,
                              AssessmentDocument *document,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes what lists show of every assessment that came without it. What cannot be made is told on
 * the standard error. */
void cli_world_fill_summaries (CliWorld *world, Workspace *workspace);

G_END_DECLS
