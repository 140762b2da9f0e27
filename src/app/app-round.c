/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-round.h"

#include "app/app-item.h"
#include "app/widgets/app-question-place.h"
#include "base/base-date.h"
#include "consultation/consultation-respondent.h"

#include <glib/gi18n.h>

/* Works on a sheet of the person's own; each answer goes into the document at once. */

struct _AppRound
{
  AdwBin parent_instance;

  AppSession *session, *sitting; /* the company's; the person's sheet */
  char *id;
  AssessmentDocument *earlier; /* the sheet as the sitting began, its answers never shown */
  gboolean filling, narrow;
  guint at;

  /* template */
  GtkStack *stack;
  GtkLabel *who, *notice, *dimension, *count, *title, *lead, *saved;
  GtkCheckButton *name_shown, *name_hidden;
  GtkWidget *name_box;
  GtkStack *answer, *onward;
  GtkButton *begin, *back;
  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  AppQuestionPlace *place;
};

G_DEFINE_FINAL_TYPE (AppRound, app_round, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint closed_signal;

static SurveyPack *
pack_of (AppRound *self)
{
  return app_session_get_pack (self->session);
}

static const SurveyQuestion *
question_at (AppRound *self)
{
  return survey_pack_question (pack_of (self), self->at);
}

static char *
step_of (AppRound *self)
{
  return g_strconcat ("round:", self->id, NULL);
}

static gboolean
answered_earlier (AppRound *self, const char *question)
{
  return assessment_document_is_answered (self->earlier, question)
         && !assessment_document_is_answered (app_session_get_document (self->sitting), question);
}

/* The sheet with what an earlier sitting answered and this one did not touch. */
static AssessmentDocument *
with_earlier (AppRound *self)
{
  AssessmentDocument *sheet = assessment_document_ref (app_session_get_document (self->sitting));

  for (guint i = 0; i < survey_pack_n_questions (pack_of (self)); i++)
    {
      const char *id = survey_pack_question (pack_of (self), i)->id;
      g_autoptr (AssessmentDocument) before = NULL;
      g_autofree char *answer = NULL;

      if (!answered_earlier (self, id))
        continue;
      before = sheet;
      answer = assessment_document_answer_to_json (self->earlier, id);
      sheet = assessment_document_with_answer_json (before, id, answer, NULL);
      g_return_val_if_fail (sheet != NULL, assessment_document_ref (before));
    }
  return sheet;
}

static void
keep (AppRound *self)
{
  g_autoptr (AssessmentDocument) sheet = with_earlier (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *step = step_of (self);
  AssessmentDocument *document = consultation_respondent_keep (
      app_session_get_document (self->session), pack_of (self), sheet, &error);

  if (document != NULL)
    app_session_edit (self->session, document, step);
  else
    gtk_label_set_label (self->saved, error->message);
}

static guint
n_answered (AppRound *self)
{
  AssessmentDocument *document = app_session_get_document (self->sitting);
  guint n = 0;

  for (guint i = 0; i < survey_pack_n_questions (pack_of (self)); i++)
    {
      const char *id = survey_pack_question (pack_of (self), i)->id;

      if (assessment_document_is_answered (document, id) || answered_earlier (self, id))
        n++;
    }
  return n;
}

static void
show_progress (AppRound *self)
{
  const guint n = survey_pack_n_questions (pack_of (self));
  g_autofree char *count = g_strdup_printf (_ ("Question %u of %u"), self->at + 1, n);
  g_autofree char *answered = g_strdup_printf (_ ("%u of %u answered"), n_answered (self), n);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->dimension, answered);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), self->at > 0);
  gtk_stack_set_visible_child_name (self->onward, self->at + 1 < n ? "next" : "hand-in");
}

static void
show_question (AppRound *self)
{
  const SurveyQuestion *question = question_at (self);
  const gboolean kept = answered_earlier (self, question->id);

  gtk_label_set_label (self->title, app_session_tell (self->session, question->title));
  gtk_label_set_label (self->lead, app_session_tell (self->session, question->lead));
  gtk_stack_set_visible_child_name (self->answer, kept ? "kept" : "place");
  adw_clamp_set_maximum_size (self->clamp, question->n_levels >= 4 ? 852 : 620);
  app_question_place_set (self->place, question);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_progress (self);
}

static void
move (AppRound *self, int by)
{
  const int to = (int)self->at + by;

  if (to < 0 || to >= (int)survey_pack_n_questions (pack_of (self)))
    return;
  self->at = (guint)to;
  show_question (self);
  if (!answered_earlier (self, question_at (self)->id))
    app_question_focus_first (app_question_place_get (self->place));
}

static void
next_cb (AppRound *self)
{
  move (self, 1);
}

static void
back_cb (AppRound *self)
{
  move (self, -1);
}

static void
anew_cb (AppRound *self)
{
  gtk_stack_set_visible_child_name (self->answer, "place");
  app_question_focus_first (app_question_place_get (self->place));
}

static void
changed_cb (AppRound *self)
{
  keep (self);
  show_progress (self);
}

static void
begin_cb (AppRound *self)
{
  for (self->at = 0; self->at + 1 < survey_pack_n_questions (pack_of (self)); self->at++)
    if (!answered_earlier (self, question_at (self)->id))
      break;
  gtk_stack_set_visible_child_name (self->stack, "question");
  move (self, 0);
}

static void
stop_cb (AppRound *self)
{
  g_signal_emit (self, closed_signal, 0, FALSE);
}

static void
hand_in_cb (AppRound *self)
{
  g_autofree char *today = base_date_today (), *step = step_of (self);
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document = consultation_respondent_hand_in (
      app_session_get_document (self->session), self->id, today, &error);

  if (document == NULL)
    {
      gtk_label_set_label (self->saved, error->message);
      return;
    }
  app_session_edit (self->session, document, step);
  g_signal_emit (self, closed_signal, 0, TRUE);
}

/* Asked before anybody answers. */
static void
name_cb (AppRound *self)
{
  AssessmentDocument *document = app_session_get_document (self->session);
  const gboolean shown = gtk_check_button_get_active (self->name_shown);
  g_autofree char *person = NULL, *path = NULL, *step = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->begin),
                            shown || gtk_check_button_get_active (self->name_hidden));
  if (self->filling || (!shown && !gtk_check_button_get_active (self->name_hidden)))
    return;
  person = app_item_find (document, "respondents", self->id);
  path = g_strconcat (person, ".name_shown", NULL);
  step = step_of (self);
  app_session_edit (self->session, assessment_document_with_boolean (document, path, shown, NULL),
                    step);
}

static void
app_round_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, APP_ROUND (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_round_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppRound *self = APP_ROUND (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_set (self->place, "narrow", self->narrow, NULL);
}

static void
app_round_dispose (GObject *object)
{
  AppRound *self = APP_ROUND (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_ROUND);
  g_clear_object (&self->sitting);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (app_round_parent_class)->dispose (object);
}

static void
app_round_finalize (GObject *object)
{
  AppRound *self = APP_ROUND (object);

  g_clear_pointer (&self->earlier, assessment_document_unref);
  g_free (self->id);
  G_OBJECT_CLASS (app_round_parent_class)->finalize (object);
}

static void
app_round_class_init (AppRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_round_dispose;
  object_class->finalize = app_round_finalize;
  object_class->get_property = app_round_get_property;
  object_class->set_property = app_round_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  closed_signal = g_signal_new ("closed", APP_TYPE_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (APP_TYPE_QUESTION_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, "/eu/waymark/Waymark/ui/app-round.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppRound, child)
  BIND (stack);
  BIND (who);
  BIND (notice);
  BIND (dimension);
  BIND (count);
  BIND (title);
  BIND (lead);
  BIND (saved);
  BIND (name_shown);
  BIND (name_hidden);
  BIND (name_box);
  BIND (answer);
  BIND (begin);
  BIND (back);
  BIND (onward);
  BIND (scrolled);
  BIND (clamp);
  BIND (place);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, anew_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_in_cb);
}

static void
app_round_init (AppRound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Only a person with a name has a name to show. */
static void
show_person (AppRound *self, guint index)
{
  AssessmentDocument *document = app_session_get_document (self->session);
  g_autofree char *shown_path = app_item_member ("respondents", index, "name_shown");
  g_autoptr (BaseText) label
      = consultation_respondent_label (document, index, CONSULTATION_VIEWER_EMPLOYER);
  g_autoptr (BaseText) notice = consultation_respondent_notice ();
  g_autofree char *who = app_session_say (self->session, label);
  g_autofree char *said = app_session_say (self->session, notice);
  const gboolean named = app_item_get (document, "respondents", index, "name") != NULL;
  gboolean shown = FALSE;

  self->filling = TRUE;
  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->notice, said);
  gtk_widget_set_visible (self->name_box, named);
  if (assessment_document_get_boolean (document, shown_path, &shown))
    gtk_check_button_set_active (shown ? self->name_shown : self->name_hidden, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->begin),
                            !named || gtk_check_button_get_active (self->name_shown)
                                || gtk_check_button_get_active (self->name_hidden));
  self->filling = FALSE;
}

/* The sheet without its answers: an empty questionnaire of the person's own. */
static gboolean
open_sitting (AppRound *self, GError **error)
{
  g_autoptr (AssessmentDocument) blank = NULL;

  self->earlier
      = consultation_respondent_sheet (app_session_get_document (self->session), self->id, error);
  if (self->earlier == NULL)
    return FALSE;
  blank = assessment_document_without (self->earlier, "answers");
  self->sitting = app_question_place_session (self->session, blank);
  return self->sitting != NULL;
}

GtkWidget *
app_round_new (AppSession *session, const char *id)
{
  AssessmentDocument *document = app_session_get_document (session);
  const int index = consultation_respondent_find (document, id);
  g_autoptr (AppRound) self = NULL;

  if (index < 0 || consultation_respondent_has_handed_in (document, (guint)index))
    return NULL;
  self = g_object_ref_sink (g_object_new (APP_TYPE_ROUND, NULL));
  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  if (!open_sitting (self, NULL))
    return NULL;
  app_page_set_session (APP_PAGE (self->place), self->sitting);
  g_signal_connect_object (self->sitting, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (session, "saved-text", self->saved, "label", G_BINDING_SYNC_CREATE);
  show_person (self, (guint)index);
  g_object_force_floating (G_OBJECT (self));
  return GTK_WIDGET (g_steal_pointer (&self));
}
