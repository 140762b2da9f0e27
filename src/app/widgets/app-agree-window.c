/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-agree-window.h"

#include "app/app-form.h"
#include "app/widgets/app-question-place.h"
#include "base/base-date.h"
#include "consultation/consultation-spread.h"

#include <glib/gi18n.h>

/* Nothing reaches the assessment before "Record". */

struct _AppAgreeWindow
{
  AdwWindow parent_instance;

  AppSession *company, *draft;
  char *question;

  /* template */
  GtkLabel *title, *problem;
  GtkTextView *reason;
  AppQuestionPlace *place;
};

G_DEFINE_FINAL_TYPE (AppAgreeWindow, app_agree_window, ADW_TYPE_WINDOW)

static void
tell (AppAgreeWindow *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
record_cb (AppAgreeWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start, end;
  g_autofree char *today = base_date_today (), *reason = NULL, *answer = NULL;
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  reason = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  answer
      = assessment_document_answer_to_json (app_session_get_document (self->draft), self->question);
  if (answer == NULL)
    {
      tell (self, _ ("Answer the question first."));
      return;
    }
  document = consultation_agree (app_session_get_document (self->company),
                                 app_session_get_pack (self->company), self->question, answer,
                                 *reason != '\0' ? reason : NULL, today, &error);
  if (document == NULL)
    {
      tell (self, app_form_reason (error));
      return;
    }
  app_session_edit (self->company, document, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (AppAgreeWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
app_agree_window_dispose (GObject *object)
{
  AppAgreeWindow *self = APP_AGREE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_AGREE_WINDOW);
  g_clear_object (&self->draft);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (app_agree_window_parent_class)->dispose (object);
}

static void
app_agree_window_finalize (GObject *object)
{
  g_free (APP_AGREE_WINDOW (object)->question);
  G_OBJECT_CLASS (app_agree_window_parent_class)->finalize (object);
}

static void
app_agree_window_class_init (AppAgreeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_agree_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_agree_window_finalize;
  g_type_ensure (APP_TYPE_QUESTION_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-agree-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppAgreeWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AppAgreeWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppAgreeWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, AppAgreeWindow, place);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_agree_window_init (AppAgreeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A document with this one answer. */
static AssessmentDocument *
draft_of (AssessmentDocument *document, const char *question, const char *proposal)
{
  g_autofree char *standing = assessment_document_answer_to_json (document, question);
  g_autofree char *version = g_strdup (assessment_document_get_string (document, "pack.version"));
  g_autoptr (AssessmentDocument) empty
      = assessment_document_new (assessment_document_pack_id (document), version);
  const char *answer = standing != NULL ? standing : proposal;
  AssessmentDocument *draft = NULL;

  if (answer != NULL)
    draft = assessment_document_with_answer_json (empty, question, answer, NULL);
  return draft != NULL ? draft : g_steal_pointer (&empty);
}

GtkWidget *
app_agree_window_new (GtkWindow *owner,
                      AppPage *page,
                      const SurveyQuestion *question,
                      const char *proposal)
{
  AppAgreeWindow *self = g_object_new (APP_TYPE_AGREE_WINDOW, "transient-for", owner, NULL);
  AssessmentDocument *document = app_page_get_document (page);
  g_autoptr (AssessmentDocument) draft = draft_of (document, question->id, proposal);
  g_autofree char *reason_path = g_strdup_printf ("agreed.%s.reason", question->id);
  const char *reason = assessment_document_get_string (document, reason_path);

  self->company = g_object_ref (app_page_get_session (page));
  self->question = g_strdup (question->id);
  self->draft = app_question_place_session (self->company, draft);
  gtk_label_set_label (self->title, app_page_tell (page, question->title));
  if (reason != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), reason, -1);
  app_page_set_session (APP_PAGE (self->place), self->draft);
  app_question_place_set (
      self->place, survey_pack_find_question (app_session_get_pack (self->draft), question->id));
  return GTK_WIDGET (self);
}
