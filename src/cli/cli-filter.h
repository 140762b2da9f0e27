/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli-command.h"
#include "workspace/workspace-companies.h"

G_BEGIN_DECLS

/* Which companies of a workspace a command is about. */
typedef struct
{
  char *workspace; /* folder, or NULL */
  char *text, *sector, *region, *country, *size, *band, *tag;
} CliFilter;

/* For an array of GOptionEntry. */
#define CLI_FILTER_ENTRIES(filter)                                                                      \
  CLI_ENTRY_WORKSPACE (&(filter)->workspace),                                                           \
      { "search",                                                                                       \
        0,                                                                                              \
        0,                                                                                              \
        G_OPTION_ARG_STRING,                                                                            \
        &(filter)->text,                                                                                \
        N_ ("Begins of words in names, place, sectors, tags, contacts and notes"),                      \
        N_ ("TEXT") },                                                                                  \
      { "sector", 0, 0, G_OPTION_ARG_STRING, &(filter)->sector, N_ ("Id of a sector"), N_ ("ID") },     \
      { "region",                                                                                       \
        0,                                                                                              \
        0,                                                                                              \
        G_OPTION_ARG_STRING,                                                                            \
        &(filter)->region,                                                                              \
        N_ ("A region, or the begin of its code"),                                                      \
        N_ ("CODE") },                                                                                  \
      { "country", 0, 0, G_OPTION_ARG_STRING, &(filter)->country, N_ ("A country"), N_ ("CODE") },      \
      { "size",                                                                                         \
        0,                                                                                              \
        0,                                                                                              \
        G_OPTION_ARG_STRING,                                                                            \
        &(filter)->size,                                                                                \
        N_ ("micro, small, medium or not-sme"),                                                         \
        N_ ("ID") },                                                                                    \
      { "band", 0, 0, G_OPTION_ARG_STRING, &(filter)->band, N_ ("Id of the latest level"), N_ ("ID") }, \
  {                                                                                                     \
    "tag", 0, 0, G_OPTION_ARG_STRING, &(filter)->tag, N_ ("A tag"), N_ ("TAG")                          \
  }

/* Sets what was asked for; the texts stay the filter's. */
void cli_filter_apply (const CliFilter *filter, WorkspaceQuery *query);
void cli_filter_clear (CliFilter *filter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliFilter, cli_filter_clear)

/* Opens the workspace of @folder (NULL: the user's own), runs @func and closes it. Returns the exit
 * status. */
typedef gboolean (*CliWorkspaceFunc) (Workspace *workspace, gpointer data, GError **error);
int cli_filter_run (const char *folder, CliWorkspaceFunc func, gpointer data);

/* One company by its id, or by its whole name when only one is called so. */
WorkspaceCompany *cli_filter_find (Workspace *workspace,
                                   const char *wanted,
                                   gboolean hidden,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One assessment by its id, or by its company's id or whole name: that of @stage, NULL: the latest.
 * Gives its id. */
char *cli_filter_find_stage (Workspace *workspace,
                             const char *wanted,
                             const char *stage,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The document of the same. */
AssessmentDocument *cli_filter_load_stage (Workspace *workspace,
                                           const char *wanted,
                                           const char *stage,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For an array of GOptionEntry. */
#define CLI_ENTRY_STAGE(variable)                                                                  \
  {                                                                                                \
    "stage", 0, 0, G_OPTION_ARG_STRING, (variable),                                                \
        N_ ("Of a company: T0, T1 or T2 (default: its latest)"), N_ ("STAGE")                      \
  }

G_END_DECLS
