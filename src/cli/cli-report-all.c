/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-report-all.h"

#include "base/base-data.h"
#include "cli/cli-command.h"
#include "cli/cli-line.h"
#include "cli/cli-place.h"
#include "cli/cli-report-journal.h"
#include "workspace/workspace.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* One document after the other, so that memory does not grow with their number. */

#define PROGRAM_CAP ((gsize)1024 * 1024 * 1024)

typedef struct
{
  const CliReportChoice *choice;
  CliReportJournal *journal;
  char *ground; /* what all reports of this run are made with */
  guint n_written, n_same, n_refused;
  gboolean broken; /* nothing more can be written */
} Run;

/* Set by Ctrl+C; a signal handler can reach nothing else. */
static volatile sig_atomic_t stopped;

static void
stop_cb (int number)
{
  stopped = 1;
}

/* A second Ctrl+C ends the program at once: what is aside then is removed by the next run. */
static void
catch_stop (void)
{
  struct sigaction action = { .sa_handler = stop_cb, .sa_flags = (int)SA_RESETHAND };

  stopped = 0;
  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
}

static void
append_file (GString *ground, const char *path)
{
  g_autoptr (GBytes) bytes = base_data_read (path, PROGRAM_CAP, NULL);
  gsize length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *sha256 = bytes != NULL ? base_data_sha256 (data, length) : g_strdup ("-");

  g_string_append_printf (ground, "%s\n", sha256);
}

/* Everything that decides about a report's bytes apart from the document: the program itself, the
 * libraries that draw, the catalogue of the language, the choices. The fonts come with the program
 * and are told by its version. */
static char *
make_ground (const CliReportChoice *choice)
{
  const BaseLanguage *language = cli_world_language (choice->world);
  const ReportOptions *options = choice->options;
  g_autofree char *locale = base_data_locale_dir ();
  g_autofree char *catalogue
      = g_build_filename (locale != NULL ? locale : "", base_language_tag (language), "LC_MESSAGES",
                          GETTEXT_PACKAGE ".mo", NULL);
  GString *ground = g_string_new (PACKAGE_VERSION "\n");

  append_file (ground, "/proc/self/exe");
  append_file (ground, catalogue);
  g_string_append_printf (ground, "%s\n%d\n", base_language_tag (language), choice->form);
  report_describe_making (options, ground);
  return g_string_free (ground, FALSE);
}

static char *
make_key (const Run *run, const Advice *advice)
{
  const AdviceVersions *versions = advice_versions (advice);
  g_autofree char *all = g_strjoin (
      "\n", run->ground, advice_date (advice), versions->program, versions->pack_id,
      versions->pack_version, versions->pack_sha256, versions->rules_sha256,
      versions->catalogue_sha256, versions->catalogue_date, versions->document_sha256, NULL);

  return base_data_sha256 (all, strlen (all));
}

/* The offered name with the beginning of the document's number, so that namesakes lie beside each
 * other under names that last. */
static char *
make_name (const Run *run, const Report *report, const Advice *advice)
{
  const char *id = assessment_document_id (advice_document (advice));
  const char *ending = report_form_ending (run->choice->form);
  g_autofree char *name = report_suggest_form_name (report, run->choice->form);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ending));
  g_autofree char *part
      = g_strndup (id != NULL ? id : advice_versions (advice)->document_sha256, 8);

  g_strcanon (part, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');
  return g_strdup_printf ("%s %s%s", stem, part, ending);
}

static void
show_progress (const Run *run)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u", run->n_written + run->n_same + run->n_refused);
}

static void
refuse (Run *run, const char *where, const GError *error)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r");
  g_printerr (_ ("waymark-cli: %s: %s\n"), where, error->message);
  run->n_refused++;
}

static gboolean
write_report (Run *run, Advice *advice, const char *key, GError **error)
{
  BaseLanguage *language = (BaseLanguage *)cli_world_language (run->choice->world);
  g_autoptr (Report) report = report_new (advice, language, run->choice->options, error);
  g_autoptr (GBytes) bytes
      = report != NULL ? report_to_form (report, run->choice->form, error) : NULL;
  g_autofree char *name = bytes != NULL ? make_name (run, report, advice) : NULL;

  if (bytes == NULL)
    return FALSE;
  run->broken = !cli_report_journal_put (run->journal, key, name, bytes, error);
  return !run->broken;
}

/* @where: how messages name the document. Takes @document and @error: one of them is NULL. */
static void
take_document (Run *run, const char *where, AssessmentDocument *document, GError *error)
{
  g_autoptr (AssessmentDocument) taken = document;
  g_autoptr (GError) cause = error;
  g_autoptr (Advice) advice
      = taken != NULL ? cli_world_advise (run->choice->world, taken, run->choice->date, &cause)
                      : NULL;
  g_autofree char *key = advice != NULL ? make_key (run, advice) : NULL;

  if (key != NULL && cli_report_journal_find (run->journal, key) != NULL)
    run->n_same++;
  else if (key != NULL && write_report (run, advice, key, &cause))
    run->n_written++;
  else
    refuse (run, where, cause);
  show_progress (run);
}

static gboolean
goes_on (const Run *run)
{
  return !run->broken && !stopped;
}

static gboolean
run_lines (Run *run, const char *path, GError **error)
{
  const gboolean is_input = g_str_equal (path, "-");
  FILE *file = is_input ? stdin : fopen (path, "rb");
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean failed;

  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("%s: cannot be opened: %s"), path, g_strerror (errno));
      return FALSE;
    }
  for (guint number = 1; goes_on (run) && cli_line_read (file, line); number++)
    {
      g_autofree char *where = g_strdup_printf (_ ("line %lu"), (gulong)number);
      GError *cause = NULL;
      AssessmentDocument *document = NULL;

      if (strspn (line->str, " \t\r") == line->len)
        continue;
      if (line->len > CLI_LINE_CAP)
        cause = g_error_new_literal (BASE_ERROR, BASE_ERROR_SIZE,
                                     _ ("the line is longer than 4 MiB"));
      else
        document = assessment_document_parse (line->str, (gssize)line->len, where, &cause);
      take_document (run, where, document, cause);
    }
  failed = !stopped && ferror (file);
  if (failed)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_IO, _ ("%s: reading failed"), path);
  if (!is_input)
    fclose (file);
  return !failed;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
run_folder (Run *run, const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len && goes_on (run); i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      GError *cause = NULL;
      AssessmentDocument *document = assessment_document_load (path, &cause);

      take_document (run, path, document, cause);
    }
  return TRUE;
}

static gboolean
run_workspace (Run *run, const char *folder, GError **error)
{
  Workspace *workspace = cli_place_open (folder, TRUE, error);
  g_autoptr (GPtrArray) entries
      = workspace != NULL ? workspace_list (workspace, FALSE, error) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len && goes_on (run); i++)
    {
      const WorkspaceEntry *entry = g_ptr_array_index (entries, i);
      GError *cause = NULL;
      AssessmentDocument *document = workspace_load (workspace, entry->id, &cause);

      take_document (run, entry->id, document, cause);
    }
  if (workspace != NULL && !workspace_close (workspace, entries != NULL ? error : NULL))
    return FALSE;
  return entries != NULL;
}

static int
show_summary (const Run *run, const char *folder)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r");
  g_print (_ ("%s: written: %u, unchanged: %u, refused: %u\n"), folder, run->n_written, run->n_same,
           run->n_refused);
  if (stopped)
    g_print (_ ("Stopped. The same command goes on from here.\n"));
  return run->n_refused > 0 || stopped ? CLI_REFUSED : CLI_DONE;
}

int
cli_report_all (const CliReportChoice *choice,
                const char *source,
                const char *workspace,
                const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CliReportJournal) journal = cli_report_journal_open (folder, &error);
  g_autofree char *ground = make_ground (choice);
  Run run = { choice, journal, ground, 0, 0, 0, FALSE };
  gboolean read;
  int status;

  if (journal == NULL)
    return cli_command_refuse (error);
  catch_stop ();
  if (source == NULL)
    read = run_workspace (&run, workspace, &error);
  else if (g_file_test (source, G_FILE_TEST_IS_DIR))
    read = run_folder (&run, source, &error);
  else
    read = run_lines (&run, source, &error);
  status = show_summary (&run, folder);
  return read ? status : cli_command_refuse (error);
}
