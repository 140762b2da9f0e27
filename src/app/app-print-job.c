/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-print-job.h"

#include "app/app-compat.h"
#include "app/widgets/app-print-preview.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Dialog, preview and export differ in nothing but the action. While it prints the operation holds
 * what it prints. */

#define HELD "waymark-printout"

static AppPrintout *
held (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), HELD);
}

static void
hold (GtkPrintOperation *operation, AppPrintout *printout)
{
  g_object_set_data_full (G_OBJECT (operation), HELD, g_object_ref (printout), g_object_unref);
}

/* --- paper ------------------------------------------------------------------------------------ */

static GtkPaperSize *
new_paper_size (ReportPaper paper)
{
  return gtk_paper_size_new (paper == REPORT_PAPER_LETTER ? GTK_PAPER_NAME_LETTER
                                                          : GTK_PAPER_NAME_A4);
}

static GtkPageSetup *
new_page_setup (AppPrintout *printout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = new_paper_size (app_printout_get_paper (printout));

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

/* The paper that was chosen in the dialog, if it is one the report knows. */
static gboolean
find_paper (GtkPageSetup *setup, ReportPaper *paper)
{
  static const ReportPaper known[] = { REPORT_PAPER_A4, REPORT_PAPER_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      GtkPaperSize *size = new_paper_size (known[i]);
      const gboolean same = gtk_paper_size_is_equal (size, gtk_page_setup_get_paper_size (setup));

      gtk_paper_size_free (size);
      if (same)
        {
          *paper = known[i];
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_wide (AppPrintout *printout, int page)
{
  double width, height;

  report_page_size (app_printout_get_report (printout), (guint)page, &width, &height);
  return width > height;
}

/* --- the pages -------------------------------------------------------------------------------- */

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context)
{
  AppPrintout *printout = held (operation);
  ReportPaper paper = app_printout_get_paper (printout);

  if (find_paper (gtk_print_context_get_page_setup (context), &paper)
      && paper != app_printout_get_paper (printout))
    {
      g_autoptr (AppPrintout) other = app_printout_on_paper (printout, paper, NULL);

      if (other != NULL)
        hold (operation, other);
    }
  gtk_print_operation_set_n_pages (
      operation, (int)report_n_pages (app_printout_get_report (held (operation))));
}

/* A page that lies across its paper turns it. */
static void
request_setup_cb (GtkPrintOperation *operation,
                  GtkPrintContext *context,
                  int page,
                  GtkPageSetup *setup)
{
  if (is_wide (held (operation), page))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
}

/* Paper of the same size, but for a rounded millimetre, is drawn on one to one. */
static void
fit (cairo_t *cr, double width, double height, double paper_width, double paper_height)
{
  const double scale = MIN (paper_width / width, paper_height / height);

  if (ABS (paper_width - width) < 1.0 && ABS (paper_height - height) < 1.0)
    return;
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  Report *report = app_printout_get_report (held (operation));
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;

  report_page_size (report, (guint)page, &width, &height);
  cairo_save (cr);
  fit (cr, width, height, gtk_print_context_get_width (context),
       gtk_print_context_get_height (context));
  report_draw_page (report, (guint)page, cr);
  cairo_restore (cr);
}

static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            gpointer user_data)
{
  app_print_preview_present (operation, preview, context, parent);
  return TRUE;
}

/* --- what was chosen in the dialog last time -------------------------------------------------- */

static char *
settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "waymark", "print.ini", NULL);
}

static void
recall_settings (GtkPrintOperation *operation)
{
  g_autofree char *path = settings_path ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new_from_file (path, NULL);

  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
}

/* Which pages went into which file belongs to one report, and so does its paper. */
static void
keep_settings (GtkPrintOperation *operation)
{
  static const char *const of_one_job[]
      = { GTK_PRINT_SETTINGS_PRINT_PAGES,  GTK_PRINT_SETTINGS_PAGE_RANGES,
          GTK_PRINT_SETTINGS_OUTPUT_URI,   GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
          GTK_PRINT_SETTINGS_PAPER_FORMAT, GTK_PRINT_SETTINGS_PAPER_WIDTH,
          GTK_PRINT_SETTINGS_PAPER_HEIGHT, GTK_PRINT_SETTINGS_ORIENTATION,
          GTK_PRINT_SETTINGS_N_COPIES };
  g_autofree char *path = settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_get_print_settings (operation) == NULL)
    return;
  kept = gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));
  for (guint i = 0; i < G_N_ELEMENTS (of_one_job); i++)
    gtk_print_settings_unset (kept, of_one_job[i]);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !gtk_print_settings_to_file (kept, path, &error))
    g_debug ("the print settings are not kept: %s", error != NULL ? error->message : folder);
}

/* --- the job ---------------------------------------------------------------------------------- */

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  GtkWindow *owner = user_data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_settings (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  app_compat_tell (owner, _ ("The report could not be printed"), error->message);
}

static GtkPrintOperation *
new_operation (AppPrintout *printout, GtkPageSetup *setup)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) own = new_page_setup (printout);
  g_autofree char *name = report_suggest_name (app_printout_get_report (printout));

  hold (operation, printout);
  gtk_print_operation_set_job_name (operation, name);
  /* The report has margins of its own and measures in points. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup != NULL ? setup : own);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), NULL);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_setup_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  return operation;
}

void
app_print_job_run (AppPrintout *printout, GtkWindow *owner)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (APP_IS_PRINTOUT (printout));
  g_return_if_fail (GTK_IS_WINDOW (owner));

  operation = new_operation (printout, NULL);
  recall_settings (operation);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), owner, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, owner, NULL);
}

gboolean
app_print_job_export (AppPrintout *printout, GtkPageSetup *setup, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *aside = NULL;

  g_return_val_if_fail (APP_IS_PRINTOUT (printout), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  aside = g_strconcat (path, ".part", NULL);
  operation = new_operation (printout, setup);
  gtk_print_operation_set_export_filename (operation, aside);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
          == GTK_PRINT_OPERATION_RESULT_APPLY
      && g_rename (aside, path) == 0)
    return TRUE;
  g_unlink (aside);
  return FALSE;
}
