/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-question.h"

#include "app/widgets/app-level-question.h"
#include "app/widgets/app-tick-question.h"

/* What ticks and levels share: the page, the question, narrowness. */

typedef struct
{
  AppPage *page; /* borrowed: the page owns the question */
  const SurveyQuestion *question;
  SurveyPack *pack; /* keeps the question alive */
  gboolean narrow;
} AppQuestionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AppQuestion, app_question, ADW_TYPE_BIN)

static AppQuestionPrivate *
private_of (AppQuestion *self)
{
  return app_question_get_instance_private (self);
}

static void
app_question_finalize (GObject *object)
{
  g_clear_pointer (&private_of (APP_QUESTION (object))->pack, survey_pack_unref);
  G_OBJECT_CLASS (app_question_parent_class)->finalize (object);
}

static void
app_question_class_init (AppQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_question_finalize;
}

static void
app_question_init (AppQuestion *self)
{
}

AppQuestion *
app_question_new (AppPage *page, const SurveyQuestion *question)
{
  AppQuestion *self;
  AppQuestionPrivate *priv;

  g_return_val_if_fail (APP_IS_PAGE (page), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (question->kind == SURVEY_QUESTION_LEVELS ? APP_TYPE_LEVEL_QUESTION
                                                                : APP_TYPE_TICK_QUESTION,
                       NULL);
  priv = private_of (self);
  priv->page = page;
  priv->question = question;
  priv->pack = survey_pack_ref (app_session_get_pack (app_page_get_session (page)));
  APP_QUESTION_GET_CLASS (self)->build (self);
  return self;
}

AppPage *
app_question_get_page (AppQuestion *self)
{
  g_return_val_if_fail (APP_IS_QUESTION (self), NULL);
  return private_of (self)->page;
}

const SurveyQuestion *
app_question_get (AppQuestion *self)
{
  g_return_val_if_fail (APP_IS_QUESTION (self), NULL);
  return private_of (self)->question;
}

void
app_question_show (AppQuestion *self)
{
  g_return_if_fail (APP_IS_QUESTION (self));
  APP_QUESTION_GET_CLASS (self)->show (self);
}

gboolean
app_question_digit (AppQuestion *self, guint digit)
{
  g_return_val_if_fail (APP_IS_QUESTION (self), FALSE);
  return APP_QUESTION_GET_CLASS (self)->digit (self, digit);
}

void
app_question_focus_first (AppQuestion *self)
{
  g_return_if_fail (APP_IS_QUESTION (self));
  APP_QUESTION_GET_CLASS (self)->focus_first (self);
}

void
app_question_set_narrow (AppQuestion *self, gboolean narrow)
{
  g_return_if_fail (APP_IS_QUESTION (self));
  private_of (self)->narrow = narrow;
  APP_QUESTION_GET_CLASS (self)->set_narrow (self, narrow);
}

gboolean
app_question_get_narrow (AppQuestion *self)
{
  g_return_val_if_fail (APP_IS_QUESTION (self), FALSE);
  return private_of (self)->narrow;
}
