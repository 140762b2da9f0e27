/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-command.h"
#include "cli/cli-exchange.h"
#include "cli/cli-place.h"
#include "exchange/exchange-collect.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli export COMPANY -o FILE.waymark: a company's assessments as a package. */

typedef struct
{
  char *workspace;
  char *output;
  char *stage;
  char **without;
  char *file;
  int fd;
  gboolean open;
} Options;

static const struct
{
  const char *name;
  ExchangeLeaveOut flag;
} parts[] = {
  { "evidence", EXCHANGE_WITHOUT_EVIDENCE }, { "notes", EXCHANGE_WITHOUT_NOTES },
  { "names", EXCHANGE_WITHOUT_NAMES },       { "contacts", EXCHANGE_WITHOUT_CONTACTS },
  { "results", EXCHANGE_WITHOUT_RESULTS },
};

static gboolean
read_without (char **names, ExchangeLeaveOut *flags)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint k = 0;

      while (k < G_N_ELEMENTS (parts) && !g_str_equal (parts[k].name, names[i]))
        k++;
      if (k == G_N_ELEMENTS (parts))
        {
          cli_command_misused ("export",
                               _ ("--without: found “%s”, expected evidence, notes, names, "
                                  "contacts or results"),
                               names[i]);
          return FALSE;
        }
      *flags |= parts[k].flag;
    }
  return TRUE;
}

/* The company with this id, of the assessment with this id, or of this name, whatever its case. */
static char *
find_company (GPtrArray *list, const char *wanted, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (wanted, -1);
  g_autofree char *found = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const WorkspaceEntry *entry = list->pdata[i];
      g_autofree char *name
          = g_utf8_casefold (entry->company_name != NULL ? entry->company_name : "", -1);

      if (g_str_equal (entry->company_id, wanted) || g_str_equal (entry->id, wanted))
        return g_strdup (entry->company_id);
      if (!g_str_equal (name, folded) || g_strcmp0 (found, entry->company_id) == 0)
        continue;
      if (found != NULL)
        {
          g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                       _ ("Several companies are called “%s”; name one by its id, such as %s"),
                       wanted, found);
          return NULL;
        }
      found = g_strdup (entry->company_id);
    }
  if (found == NULL)
    g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                 _ ("There is no company with the name or id “%s” in this workspace"), wanted);
  return g_steal_pointer (&found);
}

static gboolean export(const char *wanted,
                       const Options *options,
                       ExchangeLeaveOut leave_out,
                       Workspace *workspace,
                       const char *passphrase,
                       GError **error)
{
  g_autoptr (GPtrArray) list = workspace_list (workspace, FALSE, error);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *company = list != NULL ? find_company (list, wanted, error) : NULL;
  g_autoptr (ExchangeContent) content = NULL;
  ExchangeWriteOptions writing = { .passphrase = passphrase,
                                   .open = exchange_collect_open,
                                   .open_data = (gpointer)workspace_path (workspace) };

  if (company == NULL)
    return FALSE;
  content
      = exchange_collect_company (workspace, company, options->stage, leave_out, missing, error);
  if (content == NULL || !exchange_content_write (content, options->output, &writing, error))
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    g_printerr (_ ("waymark-cli: the file of “%s” is not in the workspace and was left out\n"),
                (const char *)missing->pdata[i]);
  return TRUE;
}

static int
with_workspace (const char *wanted, const Options *options, ExchangeLeaveOut leave_out)
{
  g_autoptr (GError) error = NULL;
  char *passphrase = cli_exchange_passphrase (options->file, options->fd, &error);
  Workspace *workspace
      = error == NULL ? cli_place_open (options->workspace, TRUE, &error) : NULL;
  int status = CLI_DONE;

  if (workspace == NULL || !export(wanted, options, leave_out, workspace, passphrase, &error))
    status = cli_command_refuse (error);
  exchange_passphrase_forget (passphrase);
  g_clear_error (&error);
  if (workspace != NULL && !workspace_close (workspace, &error))
    status = cli_command_refuse (error);
  return status;
}

static int
run (char **argv, const Options *options)
{
  ExchangeLeaveOut leave_out = EXCHANGE_ALL;

  if (options->output == NULL)
    return cli_command_misused ("export", _ ("-o FILE.waymark is missing"));
  if (options->open == (options->file != NULL || options->fd >= 0))
    return cli_command_misused (
        "export", _ ("say one of --passphrase-file, --passphrase-fd and --without-passphrase"));
  if (!read_without (options->without, &leave_out))
    return CLI_USAGE;
  return with_workspace (argv[1], options, leave_out);
}

int
cli_export (int argc, char **argv)
{
  Options options = { .fd = -1 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The package to write"),
      N_ ("FILE.waymark") },
    CLI_ENTRY_WORKSPACE (&options.workspace),
    { "stage", 0, 0, G_OPTION_ARG_STRING, &options.stage, N_ ("Only this stage"), N_ ("STAGE") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.without,
      N_ ("Leaves out evidence, notes, names, contacts or results; may be said again"),
      N_ ("WHAT") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.file,
      N_ ("The passphrase is the first line of this file"), N_ ("FILE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &options.fd,
      N_ ("The passphrase is read from this file descriptor"), N_ ("N") },
    { "without-passphrase", 0, 0, G_OPTION_ARG_NONE, &options.open,
      N_ ("Writes a package that anybody can read"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("export", entries, 1, &argc, &argv, &status))
    status = run (argv, &options);
  g_free (options.output);
  g_free (options.workspace);
  g_free (options.stage);
  g_strfreev (options.without);
  g_free (options.file);
  return status;
}
