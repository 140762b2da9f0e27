/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-printout.h"

#include <glib/gi18n.h>

/* Preview, file and printer share one layout, so that nobody is surprised by the paper. */

struct _AppPrintout
{
  GObject parent_instance;

  Advice *advice;
  BaseLanguage *language;
  ReportOptions options; /* holds "before" and the logos' paths */
  Report *report;        /* NULL only while it is laid out in a thread */
};

G_DEFINE_FINAL_TYPE (AppPrintout, app_printout, G_TYPE_OBJECT)

static void
app_printout_finalize (GObject *object)
{
  AppPrintout *self = APP_PRINTOUT (object);

  g_clear_pointer (&self->report, report_free);
  g_clear_pointer (&self->options.before, advice_unref);
  g_free ((char *)self->options.logo);
  g_free ((char *)self->options.hub_logo);
  g_free ((char *)self->options.copies);
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

static AppPrintout *
new_empty (Advice *advice, BaseLanguage *language, const ReportOptions *options)
{
  AppPrintout *self = g_object_new (APP_TYPE_PRINTOUT, NULL);

  self->advice = advice_ref (advice);
  self->language = base_language_ref (language);
  self->options = *options;
  self->options.step = NULL;
  self->options.logo = g_strdup (options->logo);
  self->options.hub_logo = g_strdup (options->hub_logo);
  self->options.copies = g_strdup (options->copies);
  if (options->before != NULL)
    advice_ref (options->before);
  return self;
}

static gboolean
lay_out (AppPrintout *self, GError **error)
{
  self->report = report_new (self->advice, self->language, &self->options, error);
  return self->report != NULL;
}

AppPrintout *
app_printout_new (Advice *advice,
                  BaseLanguage *language,
                  const ReportOptions *options,
                  GError **error)
{
  g_autoptr (AppPrintout) self = NULL;

  g_return_val_if_fail (advice != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = new_empty (advice, language, options);
  return lay_out (self, error) ? g_steal_pointer (&self) : NULL;
}

AppPrintout *
app_printout_on_paper (AppPrintout *self, ReportPaper paper, GError **error)
{
  ReportOptions options;

  g_return_val_if_fail (APP_IS_PRINTOUT (self), NULL);

  options = self->options;
  options.paper = paper;
  return app_printout_new (self->advice, self->language, &options, error);
}

/* --- in a thread ------------------------------------------------------------------------------ */

/* What the thread and the main thread know of each other. Ended by the task that owns it. */
typedef struct
{
  AppPrintout *printout;
  char *path; /* NULL: only laid out */
  ReportForm form;
  AppProgressCallback progress;
  gpointer progress_data;
  int permille; /* atomic: how far it is */
  int told;     /* atomic: a source in the main thread is on its way to say so */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->printout);
  g_free (work->path);
  g_free (work);
}

/* Of a task that works on @printout, with its Work. */
static GTask *
new_task (AppPrintout *printout,
          Work **work,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (printout, cancellable, callback, user_data);

  *work = g_new0 (Work, 1);
  (*work)->printout = g_object_ref (printout);
  (*work)->progress_data = user_data;
  g_task_set_task_data (task, *work, work_free);
  return task;
}

static gboolean
tell_idle (gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);

  g_atomic_int_set (&work->told, 0);
  if (!g_task_get_completed (task))
    work->progress (g_atomic_int_get (&work->permille) / 1000.0, work->progress_data);
  return G_SOURCE_REMOVE;
}

static gboolean
step_cb (double done, gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);

  g_atomic_int_set (&work->permille, (int)(done * 1000));
  if (work->progress != NULL && g_atomic_int_compare_and_exchange (&work->told, 0, 1))
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_idle, g_object_ref (task), g_object_unref);
  return !g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

/* A report that was stopped was stopped by the task's cancellable. */
static void
return_error (GTask *task, GError *error)
{
  if (g_error_matches (error, REPORT_ERROR, REPORT_ERROR_STOPPED))
    {
      error->domain = G_IO_ERROR;
      error->code = G_IO_ERROR_CANCELLED;
    }
  g_task_return_error (task, error);
}

static ReportOptions
watched_options (GTask *task)
{
  ReportOptions options = ((Work *)g_task_get_task_data (task))->printout->options;

  options.step = step_cb;
  options.step_data = task;
  return options;
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AppPrintout *self = source;
  const ReportOptions options = watched_options (task);
  GError *error = NULL;

  self->report = report_new (self->advice, self->language, &options, &error);
  if (self->report == NULL)
    {
      return_error (task, error);
      return;
    }
  report_set_watcher (self->report, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

void
app_printout_new_async (Advice *advice,
                        BaseLanguage *language,
                        const ReportOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (AppPrintout) self = NULL;
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (advice != NULL);
  g_return_if_fail (language != NULL);
  g_return_if_fail (options != NULL);

  self = new_empty (advice, language, options);
  task = new_task (self, &work, cancellable, callback, user_data);
  g_task_set_source_tag (task, app_printout_new_async);
  g_task_run_in_thread (task, lay_out_in_thread);
}

AppPrintout *
app_printout_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == app_printout_new_async, NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_source_object (G_TASK (result)));
}

/* A Report is not shared between threads; what it is made from may be, being immutable. */
static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AppPrintout *self = source;
  const Work *work = task_data;
  const ReportOptions options = watched_options (task);
  g_autoptr (Report) report = NULL;
  GError *error = NULL;

  report = report_new (self->advice, self->language, &options, &error);
  if (report != NULL && report_write_form (report, work->form, work->path, &error))
    g_task_return_pointer (task, g_strdup (work->path), g_free);
  else
    return_error (task, error);
}

void
app_printout_save_async (AppPrintout *self,
                         ReportForm form,
                         const char *path,
                         GCancellable *cancellable,
                         AppProgressCallback progress,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (APP_IS_PRINTOUT (self));
  g_return_if_fail (path != NULL);

  task = new_task (self, &work, cancellable, callback, user_data);
  work->path = g_strdup (path);
  work->form = form;
  work->progress = progress;
  g_task_set_source_tag (task, app_printout_save_async);
  /* Cancelled after the last moment it is saved, and is said to be. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_in_thread);
}

char *
app_printout_save_finish (AppPrintout *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what is known of it ---------------------------------------------------------------------- */

Report *
app_printout_get_report (AppPrintout *self)
{
  g_return_val_if_fail (APP_IS_PRINTOUT (self), NULL);
  return self->report;
}

ReportPaper
app_printout_get_paper (AppPrintout *self)
{
  g_return_val_if_fail (APP_IS_PRINTOUT (self), REPORT_PAPER_A4);
  return self->options.paper;
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
