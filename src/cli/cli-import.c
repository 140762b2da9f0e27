/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-writer.h"
#include "cli/cli-command.h"
#include "cli/cli-exchange.h"
#include "cli/cli-place.h"
#include "cli/cli-world.h"
#include "consultation/consultation-arrived.h"
#include "exchange/exchange-import.h"

#include <glib/gi18n-lib.h>

/* waymark-cli import FILE: what a package or document would change in the workspace, and doing it.
 */

static const char *const states[] = { "new", "same", "changed" };

static void
write_difference (BaseJsonWriter *writer, const AssessmentDifference *difference)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "path", difference->path);
  base_json_writer_string (writer, "kind",
                           difference->kind == ASSESSMENT_CONFLICT ? "conflict" : "addition");
  base_json_writer_string (writer, "ours", difference->ours);
  base_json_writer_string (writer, "theirs", difference->theirs);
  base_json_writer_boolean (writer, "taken", difference->taken);
  base_json_writer_end_object (writer);
}

static void
write_company (BaseJsonWriter *writer, const ExchangeImport *import)
{
  guint n_other;
  const ExchangeCompany *company = exchange_import_company (import, &n_other);

  base_json_writer_begin_object (writer, "company");
  base_json_writer_string (writer, "id", exchange_import_company_id (import));
  base_json_writer_integer (writer, "contacts", company != NULL ? company->contacts->len : 0);
  base_json_writer_integer (writer, "meetings", company != NULL ? company->meetings->len : 0);
  base_json_writer_integer (writer, "notes", company != NULL ? company->notes->len : 0);
  base_json_writer_integer (writer, "kept", n_other);
  base_json_writer_end_object (writer);
}

static void
print_json (const ExchangeImport *import, gboolean applied, ConsultationArrived arrived)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_boolean (writer, "applied", applied);
  base_json_writer_begin_array (writer, "assessments");
  for (guint i = 0; i < exchange_import_n_items (import); i++)
    {
      const ExchangeImportItem *item = exchange_import_item (import, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", item->id);
      base_json_writer_string (writer, "company", item->company_name);
      base_json_writer_string (writer, "stage", item->stage);
      base_json_writer_string (writer, "date", item->date);
      base_json_writer_string (writer, "state", states[item->state]);
      base_json_writer_integer (writer, "conflicts", item->n_conflicts);
      base_json_writer_begin_array (writer, "differences");
      for (guint k = 0; k < item->differences->len; k++)
        write_difference (writer, item->differences->pdata[k]);
      base_json_writer_end_array (writer);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  write_company (writer, import);
  base_json_writer_integer (writer, "finished", arrived.finished);
  base_json_writer_integer (writer, "left_open", arrived.open);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static void
print_difference (const AssessmentDifference *difference)
{
  if (difference->kind == ASSESSMENT_ADDITION)
    g_print (_ ("  + %s: %s\n"), difference->path, difference->theirs);
  else if (difference->taken)
    g_print (_ ("  ! %s: here %s, in the file %s; the file’s is taken\n"), difference->path,
             difference->ours, difference->theirs);
  else
    g_print (_ ("  ! %s: here %s, in the file %s; what is here stays\n"), difference->path,
             difference->ours, difference->theirs);
}

static const char *
state_words (const ExchangeImportItem *item)
{
  if (item->hidden)
    return _ ("deleted here; comes back");
  if (item->frozen)
    return _ ("finished here, stays as it is");
  switch (item->state)
    {
    case EXCHANGE_IMPORT_NEW:
      return _ ("new");
    case EXCHANGE_IMPORT_SAME:
      return _ ("the same as here");
    case EXCHANGE_IMPORT_CHANGED:
    default:
      return _ ("other than here");
    }
}

static void
print_company (const ExchangeImport *import)
{
  guint n_other;
  const ExchangeCompany *company = exchange_import_company (import, &n_other);

  if (company == NULL || (exchange_company_is_empty (company) && n_other == 0))
    return;
  g_print (_ ("Of the company: contacts %u, meetings %u, notes %u more; %u here say something else "
              "and stay\n"),
           company->contacts->len, company->meetings->len, company->notes->len, n_other);
}

static void
print_text (const ExchangeImport *import, ConsultationArrived arrived)
{
  for (guint i = 0; i < exchange_import_n_items (import); i++)
    {
      const ExchangeImportItem *item = exchange_import_item (import, i);

      g_print ("%s %s %s (%s): %s\n", item->company_name != NULL ? item->company_name : "–",
               item->stage != NULL ? item->stage : "–", item->date != NULL ? item->date : "–",
               item->id, state_words (item));
      for (guint k = 0; k < item->differences->len; k++)
        print_difference (item->differences->pdata[k]);
    }
  print_company (import);
  if (arrived.open > 0)
    g_print ("%s\n", _ ("The sender had finished what arrived, with a questionnaire, rules or a "
                        "catalogue that are not on this computer. The result here may differ: look "
                        "at it, and finish it here when it is right."));
}

static void
prefer_theirs (ExchangeImport *import)
{
  for (guint i = 0; i < exchange_import_n_items (import); i++)
    for (guint k = 0; k < exchange_import_item (import, i)->differences->len; k++)
      exchange_import_take_difference (import, i, k, TRUE);
}

typedef struct
{
  char *workspace;
  char *company;
  char *file;
  char *prefer;
  int fd;
  gboolean preview, json, undo;
} Options;

/* A list of companies shows what came at once. */
static void
summarize (Workspace *workspace, const char *own)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (CliWorld) world = cli_world_new_own (NULL, own, &problem);

  if (world != NULL)
    cli_world_fill_summaries (world, workspace);
  else
    g_printerr (_ ("waymark-cli: %s\n"), problem->message);
}

static gboolean
apply (ExchangeImport *import,
       Workspace *workspace,
       const ExchangeParcel *parcel,
       ConsultationArrived *arrived,
       GError **error)
{
  g_autofree char *own = cli_place_own_folder (workspace);

  if (parcel->shelf != NULL
      && !exchange_import_keep_evidence (import, workspace, parcel->shelf, NULL, error))
    return FALSE;
  if (!exchange_import_apply (import, workspace, error))
    return FALSE;
  if (parcel->package != NULL)
    *arrived = consultation_arrived_finish (workspace, parcel->package, import, own);
  summarize (workspace, own);
  return TRUE;
}

static int
import_parcel (Workspace *workspace, const Options *options, gconstpointer data)
{
  const ExchangeParcel *parcel = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeImport) import
      = exchange_import_new_parcel (workspace, parcel, options->company, &error);
  ConsultationArrived arrived = { 0 };

  if (import == NULL)
    return cli_command_refuse (error);
  if (g_strcmp0 (options->prefer, "file") == 0)
    prefer_theirs (import);
  if (!options->preview && !apply (import, workspace, parcel, &arrived, &error))
    return cli_command_refuse (error);
  if (options->json)
    print_json (import, !options->preview, arrived);
  else
    print_text (import, arrived);
  return CLI_DONE;
}

typedef int (*WorkFunc) (Workspace *workspace, const Options *options, gconstpointer data);

/* Opens the workspace for @work and closes it. */
static int
with_workspace (const Options *options, WorkFunc work, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Workspace *workspace = cli_place_open (options->workspace, options->undo, &error);
  int status;

  if (workspace == NULL)
    return cli_command_refuse (error);
  status = work (workspace, options, data);
  return workspace_close (workspace, &error) ? status : cli_command_refuse (error);
}

static int
undo (Workspace *workspace, const Options *options, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  return exchange_import_undo (workspace, &error) ? CLI_DONE : cli_command_refuse (error);
}

static int
take_results (Workspace *workspace, const Options *options, gconstpointer path)
{
  return cli_import_portal (path, workspace, options->preview, options->json);
}

static int
read_and_import (const char *path, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangeParcel) parcel = NULL;
  char *passphrase;

  if (exchange_file_guess (path) == EXCHANGE_FILE_TABLE)
    return with_workspace (options, take_results, path);
  passphrase = cli_exchange_passphrase (options->file, options->fd, &error);
  if (error == NULL)
    parcel = exchange_parcel_read (path, passphrase, NULL, &error);
  exchange_passphrase_forget (passphrase);
  if (parcel == NULL)
    return cli_command_refuse (error);
  return with_workspace (options, import_parcel, parcel);
}

static int
run (int argc, char **argv, Options *options)
{
  if (options->prefer != NULL && !g_str_equal (options->prefer, "workspace")
      && !g_str_equal (options->prefer, "file"))
    return cli_command_misused ("import", _ ("--prefer: found “%s”, expected workspace or file"),
                                options->prefer);
  if (options->undo == (argc > 1))
    return cli_command_misused ("import", _ ("expected a file, or --undo"));
  return options->undo ? with_workspace (options, undo, NULL) : read_and_import (argv[1], options);
}

int
cli_import (int argc, char **argv)
{
  Options options = { .fd = -1 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.workspace),
    { "company", 0, 0, G_OPTION_ARG_STRING, &options.company,
      N_ ("New assessments belong to the company with this id"), N_ ("ID") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.file,
      N_ ("The passphrase is the first line of this file"), N_ ("FILE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &options.fd,
      N_ ("The passphrase is read from this file descriptor"), N_ ("N") },
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &options.prefer,
      N_ ("What counts where both say different things: workspace (default) or file"),
      N_ ("WHICH") },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_ ("Only says what would change"),
      NULL },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &options.undo, N_ ("Takes the last import back"), NULL },
    CLI_ENTRY_JSON (&options.json),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("import", entries, -2, &argc, &argv, &status))
    status = run (argc, argv, &options);
  g_free (options.workspace);
  g_free (options.company);
  g_free (options.file);
  g_free (options.prefer);
  return status;
}
