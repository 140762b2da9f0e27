/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-printout.h"

#include "app/app-compat.h"

#include <glib/gi18n.h>

/* Preview, file and printer share one layout, so that nobody is surprised by the paper. */

struct _AppPrintout
{
  GObject parent_instance;

  Advice *advice;
  BaseLanguage *language;
  ReportOptions options;
  Report *report;
};

G_DEFINE_FINAL_TYPE (AppPrintout, app_printout, G_TYPE_OBJECT)

static void
app_printout_finalize (GObject *object)
{
  AppPrintout *self = APP_PRINTOUT (object);

  g_clear_pointer (&self->report, report_free);
  g_clear_pointer (&self->advice, advice_unref);
  g_clear_pointer (&self->language, base_language_unref);
  G_OBJECT_CLASS (app_printout_parent_class)->finalize (object);
}

static void
app_printout_class_init (AppPrintoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_printout_finalize;
}

static void
app_printout_init (AppPrintout *self)
{
}

AppPrintout *
app_printout_new (Advice *advice,
                  BaseLanguage *language,
                  const ReportOptions *options,
                  GError **error)
{
  AppPrintout *self;
  Report *report;

  g_return_val_if_fail (advice != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  report = report_new (advice, language, options, error);
  if (report == NULL)
    return NULL;
  self = g_object_new (APP_TYPE_PRINTOUT, NULL);
  self->report = report;
  self->advice = advice_ref (advice);
  self->language = base_language_ref (language);
  self->options = *options;
  return self;
}

Report *
app_printout_get_report (AppPrintout *self)
{
  g_return_val_if_fail (APP_IS_PRINTOUT (self), NULL);
  return self->report;
}

const char *
app_printout_page_title (AppPrintout *self, guint page)
{
  const char *title;

  g_return_val_if_fail (APP_IS_PRINTOUT (self), NULL);

  title = report_page_title (self->report, page);
  return title != NULL && *title != '\0' ? title : _ ("Cover");
}

Advice *
app_printout_get_advice (AppPrintout *self)
{
  g_return_val_if_fail (APP_IS_PRINTOUT (self), NULL);
  return self->advice;
}

/* A Report is not shared between threads; what it is made from may be, being immutable. */
static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AppPrintout *self = source;
  const char *path = task_data;
  g_autoptr (Report) report = NULL;
  GError *error = NULL;

  report = report_new (self->advice, self->language, &self->options, &error);
  if (report != NULL && report_write_pdf (report, path, &error))
    g_task_return_pointer (task, g_strdup (path), g_free);
  else
    g_task_return_error (task, error);
}

void
app_printout_save_async (AppPrintout *self,
                         const char *path,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (APP_IS_PRINTOUT (self));
  g_return_if_fail (path != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, app_printout_save_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, save_in_thread);
}

char *
app_printout_save_finish (AppPrintout *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, AppPrintout *self)
{
  report_draw_page (self->report, (guint)page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  GtkWindow *owner = user_data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  app_compat_tell (owner, _ ("The report could not be printed"), error->message);
}

static GtkPageSetup *
new_page_setup (AppPrintout *self)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (
      self->options.paper == REPORT_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

void
app_printout_print (AppPrintout *self, GtkWindow *owner)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (APP_IS_PRINTOUT (self));
  g_return_if_fail (GTK_IS_WINDOW (owner));

  operation = gtk_print_operation_new ();
  setup = new_page_setup (self);
  name = report_suggest_name (self->report);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int)report_n_pages (self->report));
  /* The report has margins of its own and measures in points. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), owner, 0);
  /* While it prints nobody else needs to hold the pages. */
  g_object_set_data_full (G_OBJECT (operation), "printout", g_object_ref (self), g_object_unref);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, owner, NULL);
}
