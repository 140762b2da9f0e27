/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-company.h"

#include "cli/cli-filter.h"

#include <glib/gi18n-lib.h>

/* waymark-cli company set: what is kept of a company beside its assessments and people. */

typedef struct
{
  char *folder, *until;
  char **tags, **untags;
  const char *wanted;
  gboolean archive, unarchive, by_setting;
} Options;

static gboolean
set_tags (Workspace *workspace,
          const WorkspaceCompany *company,
          const Options *options,
          GError **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  if (options->tags == NULL && options->untags == NULL)
    return TRUE;
  for (guint i = 0; company->tags[i] != NULL; i++)
    if (options->untags == NULL
        || !g_strv_contains ((const char *const *)options->untags, company->tags[i]))
      g_ptr_array_add (tags, (gpointer)company->tags[i]);
  for (guint i = 0; options->tags != NULL && options->tags[i] != NULL; i++)
    g_ptr_array_add (tags, options->tags[i]);
  g_ptr_array_add (tags, NULL);
  return workspace_set_tags (workspace, company->id, (const char *const *)tags->pdata, error);
}

static gboolean
set (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (WorkspaceCompany) company = cli_filter_find (workspace, options->wanted, FALSE, error);

  if (company == NULL || !set_tags (workspace, company, options, error))
    return FALSE;
  if ((options->archive || options->unarchive)
      && !workspace_set_archived (workspace, company->id, options->archive, error))
    return FALSE;
  return (options->until == NULL && !options->by_setting)
         || workspace_set_retention (workspace, company->id, options->until, error);
}

int
cli_company_set (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.tags, N_ ("Adds a tag; may be said again"),
      N_ ("TAG") },
    { "untag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.untags,
      N_ ("Takes a tag away; may be said again"), N_ ("TAG") },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &options.archive, N_ ("Puts it into the archive"), NULL },
    { "unarchive", 0, 0, G_OPTION_ARG_NONE, &options.unarchive, N_ ("Takes it out again"), NULL },
    { "keep-until", 0, 0, G_OPTION_ARG_STRING, &options.until,
      N_ ("The day until which its data may be kept"), N_ ("DAY") },
    { "keep-by-setting", 0, 0, G_OPTION_ARG_NONE, &options.by_setting,
      N_ ("By the hub’s setting again"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("company set", entries, 1, &argc, &argv, &status))
    ;
  else if ((options.archive && options.unarchive) || (options.until != NULL && options.by_setting))
    status = cli_command_misused ("company set", _ ("two of the options contradict each other"));
  else
    {
      options.wanted = argv[1];
      status = cli_filter_run (options.folder, set, &options);
    }
  g_free (options.folder);
  g_free (options.until);
  g_strfreev (options.tags);
  g_strfreev (options.untags);
  return status;
}
