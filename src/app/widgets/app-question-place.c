/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-question-place.h"

/* A page that is nothing but a question. */

struct _AppQuestionPlace
{
  AppPage parent_instance;

  AppQuestion *question;
};

G_DEFINE_FINAL_TYPE (AppQuestionPlace, app_question_place, APP_TYPE_PAGE)

static void
app_question_place_update (AppPage *page)
{
  AppQuestionPlace *self = APP_QUESTION_PLACE (page);

  if (self->question != NULL)
    app_question_show (self->question);
}

static void
narrow_cb (AppQuestionPlace *self)
{
  if (self->question != NULL)
    app_question_set_narrow (self->question, app_page_get_narrow (APP_PAGE (self)));
}

/* The keys of the questions page: digits tick. */
static gboolean
digit_cb (AppQuestionPlace *self, guint key, guint code, GdkModifierType state)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;

  if (self->question == NULL || (state & modifiers) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return app_question_digit (self->question, key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return app_question_digit (self->question, key - GDK_KEY_KP_0);
  return GDK_EVENT_PROPAGATE;
}

static void
app_question_place_class_init (AppQuestionPlaceClass *klass)
{
  APP_PAGE_CLASS (klass)->update = app_question_place_update;
}

static void
app_question_place_init (AppQuestionPlace *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (digit_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

AppSession *
app_question_place_session (AppSession *like, AssessmentDocument *document)
{
  g_autoptr (AppSession) session = app_session_new (app_session_get_library (like), NULL);

  return app_session_open (session, document, FALSE, NULL) ? g_steal_pointer (&session) : NULL;
}

void
app_question_place_set (AppQuestionPlace *self, const SurveyQuestion *question)
{
  g_return_if_fail (APP_IS_QUESTION_PLACE (self));

  self->question = app_question_new (APP_PAGE (self), question);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->question));
  narrow_cb (self);
  app_question_show (self->question);
}

AppQuestion *
app_question_place_get (AppQuestionPlace *self)
{
  g_return_val_if_fail (APP_IS_QUESTION_PLACE (self), NULL);
  return self->question;
}
