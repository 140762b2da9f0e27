/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-compat.h"
#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/app-window-private.h"

#include <glib/gi18n.h>

/* Beginning, finishing and correcting a stage. */

/* Opens a document that is kept, on the page of its questions. */
static void
go_on_with (AppWindow *self, AssessmentDocument *document, const char *toast)
{
  if (!app_window_open (self, document, TRUE))
    return;
  app_window_go (self, "questions");
  if (toast != NULL)
    app_window_toast (self, toast, NULL, NULL, NULL);
}

/* @target: the assessment the next stage starts from; "" for the open one. */
static void
start_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  const char *id = g_variant_get_string (target, NULL);
  AssessmentDocument *document = app_session_get_document (self->session);
  AppStore *store = app_session_get_store (self->session);
  g_autoptr (AssessmentDocument) begun = NULL;
  g_autoptr (GError) error = NULL;

  if (*id == '\0')
    id = document != NULL ? assessment_document_id (document) : NULL;
  if (id == NULL || store == NULL || !_app_window_may_show (self, id))
    return;
  if (app_store_flush (store, &error))
    begun = app_stages_start (self->session, id, &error);
  if (begun == NULL)
    app_compat_tell (GTK_WINDOW (self), _ ("The next assessment cannot start"), error->message);
  else
    go_on_with (self, begun, NULL); /* each page says what is suggested, and asks */
}

static void
finish_cb (gboolean accepted, gpointer user_data)
{
  AppWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!accepted || app_session_get_document (self->session) == NULL)
    return;
  if (app_stages_finish (self->session, &error))
    app_window_toast (self, _ ("Finished. The result is kept with all that made it."), NULL, NULL,
                      NULL);
  else
    app_compat_tell (GTK_WINDOW (self), _ ("Not finished"), error->message);
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  const int completeness
      = survey_score_completeness (advice_score (app_session_get_advice (self->session)));
  g_autofree char *open = completeness < 10000
                              ? g_strdup_printf (_ ("Only %d %% is answered. "), completeness / 100)
                              : g_strdup ("");
  /* translators: %s is empty, or a sentence that says how much is answered */
  g_autofree char *body = g_strdup_printf (
      _ ("%sA finished assessment cannot be changed any more. It is kept with the questionnaire, "
         "the rules and the catalogue that made its result, so that it shows the same years later. "
         "Services delivered and what the portal says can still be entered; a mistake is mended by "
         "a correction beside it."),
      open);

  app_compat_ask (GTK_WINDOW (self), _ ("Finish this assessment?"), body, _ ("_Finish"), finish_cb,
                  self);
}

static void
correct_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) corrected = app_stages_correct (self->session, &error);

  if (corrected == NULL)
    app_compat_tell (GTK_WINDOW (self), _ ("No correction could be made"), error->message);
  else
    go_on_with (self, corrected, _ ("This is a correction. The finished one stays as it is."));
}

void
_app_window_refused (AppWindow *self)
{
  app_window_toast (self, _ ("This assessment is finished and stays as it is"),
                    _ ("Make a _correction"), "win.correct-stage", NULL);
}

void
app_window_install_stage_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start-stage", "s", start_action);
  gtk_widget_class_install_action (widget_class, "win.finish-stage", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "win.correct-stage", NULL, correct_action);
}

void
app_window_update_stage_actions (AppWindow *self, gboolean open)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AssessmentDocument *document = app_session_get_document (self->session);
  const gboolean finished = open && app_session_get_frozen (self->session) != NULL;
  const gboolean named = open && assessment_document_id (document) != NULL
                         && app_session_get_store (self->session) != NULL;

  gtk_widget_action_set_enabled (widget, "win.start-stage", self->round == NULL);
  gtk_widget_action_set_enabled (widget, "win.finish-stage", named && !finished);
  gtk_widget_action_set_enabled (widget, "win.correct-stage", finished);
}
