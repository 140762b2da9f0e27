/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-report-all.h"

#include "cli/cli-command.h"
#include "cli/cli-line.h"
#include "cli/cli-place.h"
#include "consultation/consultation-frozen.h"
#include "report/report-batch.h"
#include "workspace/workspace.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Where the documents come from; what becomes of them is the batch's. */

typedef struct
{
  const CliReportChoice *choice;
  ReportBatch *batch;
  guint counts[REPORT_BATCH_N_OUTCOMES];
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
show_progress (const Run *run)
{
  if (isatty (STDERR_FILENO))
    {
      guint n = 0;

      for (guint i = 0; i < REPORT_BATCH_N_OUTCOMES; i++)
        n += run->counts[i];
      g_printerr ("\r%u", n);
    }
}

static void
refuse (Run *run, const char *where, const GError *error)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r");
  g_printerr (_ ("waymark-cli: %s: %s\n"), where, error->message);
  run->counts[REPORT_BATCH_REFUSED]++;
}

/* Takes both: one of them is NULL. @before: the stage before, or NULL. */
static void
take_advice (Run *run, const char *where, Advice *advice, Advice *before, GError *error)
{
  g_autoptr (Advice) taken = advice;
  g_autoptr (GError) cause = error;
  ReportBatchOutcome outcome = REPORT_BATCH_REFUSED;

  if (taken != NULL)
    outcome = report_batch_take (run->batch, taken, before, &cause);
  if (outcome == REPORT_BATCH_REFUSED)
    refuse (run, where, cause);
  else
    run->counts[outcome]++;
  show_progress (run);
}

/* @where: how messages name the document. Takes @document and @error: one of them is NULL. */
static void
take_document (Run *run, const char *where, AssessmentDocument *document, GError *error)
{
  g_autoptr (AssessmentDocument) taken = document;
  Advice *advice = NULL;

  if (taken != NULL)
    advice = cli_world_advise (run->choice->world, taken, run->choice->date, &error);
  take_advice (run, where, advice, NULL, error);
}

static gboolean
goes_on (const Run *run)
{
  return !report_batch_is_broken (run->batch) && !stopped;
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

/* A finished stage is reported as it was finished, as in the window. */
static Advice *
advise_kept (Run *run, Workspace *workspace, AssessmentDocument *document, GError **error)
{
  GError *cause = NULL;
  g_autofree char *own = cli_place_own_folder (workspace);
  g_autoptr (ConsultationFrozen) frozen
      = consultation_frozen_load (workspace, assessment_document_id (document), own, &cause);

  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return frozen != NULL ? consultation_frozen_advise (frozen, document)
                        : cli_world_advise (run->choice->world, document, run->choice->date, error);
}

/* A stage before that is not here is not compared with. */
static Advice *
advise_before (Run *run, Workspace *workspace, const AssessmentDocument *document)
{
  const char *id = assessment_document_get_string (document, "previous");
  g_autoptr (AssessmentDocument) before = id != NULL ? workspace_load (workspace, id, NULL) : NULL;

  return before != NULL ? advise_kept (run, workspace, before, NULL) : NULL;
}

static void
take_kept (Run *run, Workspace *workspace, const char *id)
{
  GError *cause = NULL;
  g_autoptr (AssessmentDocument) document = workspace_load (workspace, id, &cause);
  g_autoptr (Advice) before = document != NULL ? advise_before (run, workspace, document) : NULL;
  Advice *advice = document != NULL ? advise_kept (run, workspace, document, &cause) : NULL;

  take_advice (run, id, advice, before, cause);
}

static gboolean
run_workspace (Run *run, const char *folder, GError **error)
{
  Workspace *workspace = cli_place_open (folder, TRUE, error);
  g_autoptr (GPtrArray) entries
      = workspace != NULL ? workspace_list (workspace, FALSE, error) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len && goes_on (run); i++)
    take_kept (run, workspace, ((const WorkspaceEntry *)g_ptr_array_index (entries, i))->id);
  if (workspace != NULL && !workspace_close (workspace, entries != NULL ? error : NULL))
    return FALSE;
  return entries != NULL;
}

static int
show_summary (const Run *run, const char *folder)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r");
  g_print (_ ("%s: written: %u, unchanged: %u, refused: %u\n"), folder,
           run->counts[REPORT_BATCH_WRITTEN], run->counts[REPORT_BATCH_UNCHANGED],
           run->counts[REPORT_BATCH_REFUSED]);
  if (stopped)
    g_print (_ ("Stopped. The same command goes on from here.\n"));
  return run->counts[REPORT_BATCH_REFUSED] > 0 || stopped ? CLI_REFUSED : CLI_DONE;
}

int
cli_report_all (const CliReportChoice *choice,
                const char *source,
                const char *workspace,
                const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReportBatch) batch
      = report_batch_new (folder, (BaseLanguage *)cli_world_language (choice->world),
                          choice->options, choice->form, &error);
  Run run = { .choice = choice, .batch = batch };
  gboolean read;
  int status;

  if (batch == NULL)
    return cli_command_refuse (error);
  catch_stop ();
  if (source == NULL)
    read = run_workspace (&run, workspace, &error);
  else if (g_file_test (source, G_FILE_TEST_IS_DIR))
    read = run_folder (&run, source, &error);
  else
    read = run_lines (&run, source, &error);
  status = show_summary (&run, folder);
  cli_report_tell_untranslated (choice->world, choice->options,
                                report_batch_n_untranslated (batch));
  return read ? status : cli_command_refuse (error);
}
