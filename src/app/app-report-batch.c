/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-report-batch.h"

#include "app/app-stages.h"
#include "app/app-store.h"

#include <glib/gi18n.h>
#include <string.h>

/* One task a report: between two of them the list is read, so that the workspace is asked by its
 * own thread only. */

typedef struct
{
  char *id, *name;
} Wanted;

struct _AppReportBatch
{
  GObject parent_instance;

  AppSession *session;
  GArray *wanted; /* Wanted */
  guint next;
  guint counts[REPORT_BATCH_N_OUTCOMES];
  GPtrArray *problems; /* NULL-terminated when asked for */
  char *folder, *failure;
  char *logo, *hub_logo, *copies;
  BaseLanguage *language;
  ReportOptions options;
  ReportForm form;
  ReportBatch *batch;     /* made by the first task; used by one task at a time */
  GCancellable *stopping; /* NULL: it does not run */
  gboolean stopped;
  guint n_untranslated;
  guint idle;
};

G_DEFINE_FINAL_TYPE (AppReportBatch, app_report_batch, G_TYPE_OBJECT)

static guint changed_signal;

/* What one task works on. */
typedef struct
{
  Advice *advice, *before; /* @before may be NULL */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  advice_unref (work->advice);
  g_clear_pointer (&work->before, advice_unref);
  g_free (work);
}

static void
clear_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_free (wanted->name);
}

static void
app_report_batch_dispose (GObject *object)
{
  AppReportBatch *self = APP_REPORT_BATCH (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (app_report_batch_parent_class)->dispose (object);
}

static void
app_report_batch_finalize (GObject *object)
{
  AppReportBatch *self = APP_REPORT_BATCH (object);

  g_clear_pointer (&self->batch, report_batch_free);
  g_clear_pointer (&self->language, base_language_unref);
  g_clear_object (&self->stopping);
  g_array_unref (self->wanted);
  g_ptr_array_unref (self->problems);
  g_free (self->folder);
  g_free (self->failure);
  g_free (self->logo);
  g_free (self->hub_logo);
  g_free (self->copies);
  G_OBJECT_CLASS (app_report_batch_parent_class)->finalize (object);
}

static void
app_report_batch_class_init (AppReportBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_report_batch_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_report_batch_finalize;

  changed_signal = g_signal_new ("changed", APP_TYPE_REPORT_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
app_report_batch_init (AppReportBatch *self)
{
  self->wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_array_set_clear_func (self->wanted, clear_wanted);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->problems, NULL);
}

AppReportBatch *
app_report_batch_new (AppSession *session)
{
  AppReportBatch *self = g_object_new (APP_TYPE_REPORT_BATCH, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
app_report_batch_add (AppReportBatch *self, const char *id, const char *name)
{
  Wanted wanted = { g_strdup (id), g_strdup (name != NULL ? name : _ ("Company without a name")) };

  g_return_if_fail (APP_IS_REPORT_BATCH (self));
  g_return_if_fail (id != NULL);

  g_array_append_val (self->wanted, wanted);
}

/* --- one after the other ---------------------------------------------------------------------- */

static const Wanted *
current (AppReportBatch *self)
{
  return &g_array_index (self->wanted, Wanted, self->next);
}

static void
add_problem (AppReportBatch *self, const GError *error)
{
  self->problems->pdata[self->problems->len - 1]
      = g_strdup_printf ("%s: %s", current (self)->name, error->message);
  g_ptr_array_add (self->problems, NULL);
}

static void
end (AppReportBatch *self)
{
  self->n_untranslated = self->batch != NULL ? report_batch_n_untranslated (self->batch) : 0;
  self->stopped = g_cancellable_is_cancelled (self->stopping);
  g_clear_object (&self->stopping);
  g_clear_pointer (&self->batch, report_batch_free);
}

/* Takes @error: NULL when all went well. */
static void
take_outcome (AppReportBatch *self, ReportBatchOutcome outcome, GError *error)
{
  g_autoptr (GError) taken = error;

  /* Nothing came of the one at hand: it is made when the batch goes on. */
  if (g_error_matches (taken, REPORT_ERROR, REPORT_ERROR_STOPPED))
    return;
  if (self->batch == NULL || report_batch_is_broken (self->batch))
    {
      self->failure = g_strdup (taken->message);
      return;
    }
  if (taken != NULL)
    add_problem (self, taken);
  self->counts[outcome]++;
  self->next++;
}

/* In the task's thread. */
static gboolean
watch (double done, gpointer data)
{
  return !g_cancellable_is_cancelled (data);
}

/* The folder is made, and the program that makes the reports is read, by the first one. */
static void
take_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  AppReportBatch *self = source;
  const Work *work = task_data;
  ReportBatchOutcome outcome;
  GError *error = NULL;

  if (self->batch == NULL)
    self->batch
        = report_batch_new (self->folder, self->language, &self->options, self->form, &error);
  outcome = self->batch != NULL
                ? report_batch_take (self->batch, work->advice, work->before, &error)
                : REPORT_BATCH_REFUSED;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, outcome);
}

static void queue (AppReportBatch *self);

static void
taken_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AppReportBatch *self = APP_REPORT_BATCH (object);
  GError *error = NULL;
  const gssize outcome = g_task_propagate_int (G_TASK (result), &error);

  take_outcome (self, error == NULL ? (ReportBatchOutcome)outcome : REPORT_BATCH_REFUSED, error);
  queue (self);
}

/* NULL: the one at hand cannot be read. A stage before that is not here is not compared with. */
static Work *
make_work (AppReportBatch *self, GError **error)
{
  Advice *advice = app_stages_advise (self->session, current (self)->id, error);
  const char *previous = advice != NULL
                             ? assessment_document_get_string (advice_document (advice), "previous")
                             : NULL;
  Work *work;

  if (advice == NULL)
    return NULL;
  work = g_new0 (Work, 1);
  work->advice = advice;
  if (previous != NULL)
    work->before = app_stages_advise (self->session, previous, NULL);
  return work;
}

static void
begin_next (AppReportBatch *self)
{
  GError *error = NULL;
  Work *work = make_work (self, &error);
  g_autoptr (GTask) task = NULL;

  if (work == NULL)
    {
      add_problem (self, error);
      g_error_free (error);
      self->counts[REPORT_BATCH_REFUSED]++;
      self->next++;
      queue (self);
      return;
    }
  task = g_task_new (self, NULL, taken_cb, NULL);
  g_task_set_source_tag (task, begin_next);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, take_in_thread);
}

static gboolean
next_idle (gpointer data)
{
  AppReportBatch *self = data;

  self->idle = 0;
  if (self->next == self->wanted->len || self->failure != NULL
      || g_cancellable_is_cancelled (self->stopping))
    end (self);
  else
    begin_next (self);
  g_signal_emit (self, changed_signal, 0);
  return G_SOURCE_REMOVE;
}

/* What is drawn comes first. Nobody waits for the rest when nobody is left who asked. */
static void
queue (AppReportBatch *self)
{
  if (self->session != NULL)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, next_idle, self, NULL);
}

/* --- public ----------------------------------------------------------------------------------- */

guint
app_report_batch_n (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), 0);
  return self->wanted->len;
}

static void
take_choices (AppReportBatch *self, const ReportOptions *options)
{
  self->options = *options;
  g_free (self->logo);
  g_free (self->hub_logo);
  self->options.logo = self->logo = g_strdup (options->logo);
  self->options.hub_logo = self->hub_logo = g_strdup (options->hub_logo);
  g_free (self->copies);
  self->options.copies = self->copies = g_strdup (options->copies);
  self->options.step = watch;
  self->options.step_data = self->stopping;
}

/* Everything is looked at anew: what is there and the same is counted as unchanged. */
static void
forget (AppReportBatch *self)
{
  self->next = 0;
  self->stopped = FALSE;
  self->n_untranslated = 0;
  memset (self->counts, 0, sizeof self->counts);
  g_ptr_array_set_size (self->problems, 0);
  g_ptr_array_add (self->problems, NULL);
  g_clear_pointer (&self->failure, g_free);
}

void
app_report_batch_start (AppReportBatch *self,
                        const char *folder,
                        BaseLanguage *language,
                        const ReportOptions *options,
                        ReportForm form)
{
  g_return_if_fail (APP_IS_REPORT_BATCH (self));
  g_return_if_fail (self->stopping == NULL);
  g_return_if_fail (folder != NULL && language != NULL && options != NULL);

  forget (self);
  self->stopping = g_cancellable_new ();
  g_free (self->folder);
  self->folder = g_strdup (folder);
  g_clear_pointer (&self->language, base_language_unref);
  self->language = base_language_ref (language);
  take_choices (self, options);
  self->form = form;
  queue (self);
}

void
app_report_batch_stop (AppReportBatch *self)
{
  g_return_if_fail (APP_IS_REPORT_BATCH (self));

  if (self->stopping != NULL)
    g_cancellable_cancel (self->stopping);
}

gboolean
app_report_batch_is_running (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), FALSE);
  return self->stopping != NULL;
}

gboolean
app_report_batch_was_stopped (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), FALSE);
  return self->stopped;
}

guint
app_report_batch_done (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), 0);
  return self->next;
}

guint
app_report_batch_count (AppReportBatch *self, ReportBatchOutcome outcome)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), 0);
  g_return_val_if_fail (outcome < REPORT_BATCH_N_OUTCOMES, 0);
  return self->counts[outcome];
}

guint
app_report_batch_n_untranslated (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), 0);
  return self->n_untranslated;
}

const char *
app_report_batch_current (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), NULL);
  return self->next < self->wanted->len ? current (self)->name : NULL;
}

const char *const *
app_report_batch_problems (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), NULL);
  return (const char *const *)self->problems->pdata;
}

const char *
app_report_batch_failure (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), NULL);
  return self->failure;
}

const char *
app_report_batch_folder (AppReportBatch *self)
{
  g_return_val_if_fail (APP_IS_REPORT_BATCH (self), NULL);
  return self->folder;
}
