/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-questions-page.h"

#include "app/app-profile.h"
#include "app/widgets/app-confirm.h"
#include "app/widgets/app-hints.h"
#include "app/widgets/app-notes.h"
#include "app/widgets/app-question.h"
#include "app/widgets/app-so-far.h"
#include "app/widgets/app-way-mark.h"

#include <glib/gi18n.h>

/* Chooses the question, frames it, and moves on; answering is app-question's. */

/* A matrix needs the width of the pane. */
#define WIDE_LEVELS 4
#define NORMAL_WIDTH 620
#define MATRIX_WIDTH 852

struct _AppQuestionsPage
{
  AppPage parent_instance;

  const SurveyQuestion *question; /* of the open document's pack; NULL before the first */
  AppQuestion *body;

  /* template */
  GtkScrolledWindow *scrolled;
  AdwClamp *clamp;
  GtkLabel *dimension, *count, *title, *lead, *problem;
  GtkBox *marks;
  AdwBin *place;
  AppConfirm *confirm;
  AppNotes *notes;
  GtkWidget *so_far_card, *bottom_so_far, *keys;
  AppSoFar *card, *strip, *so_far;
  AppHints *hints, *pane_hints;
  GtkWidget *pane;
  GtkLabel *key_last, *key_word;
  GtkWidget *key_first, *level_keys;
  GtkButton *back, *next;
};

G_DEFINE_FINAL_TYPE (AppQuestionsPage, app_questions_page, APP_TYPE_PAGE)

static SurveyPack *
pack_of (AppQuestionsPage *self)
{
  return app_session_get_pack (app_page_get_session (APP_PAGE (self)));
}

static guint
index_of (AppQuestionsPage *self)
{
  SurveyPack *pack = pack_of (self);

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    if (survey_pack_question (pack, i) == self->question)
      return i;
  return 0;
}

static const SurveyDimension *
dimension_of (AppQuestionsPage *self)
{
  SurveyPack *pack = pack_of (self);

  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    if (g_str_equal (survey_pack_dimension (pack, i)->id, self->question->dimension))
      return survey_pack_dimension (pack, i);
  g_return_val_if_reached (survey_pack_dimension (pack, 0));
}

/* A question of columns has a score a column; it is answered when all are. */
static gboolean
is_complete (SurveyScore *score, const SurveyQuestion *question)
{
  for (guint i = 0; i < survey_score_n_questions (score); i++)
    if (survey_score_question (score, i)->question == question
        && !survey_score_question (score, i)->answered)
      return FALSE;
  return TRUE;
}

static const SurveyQuestion *
first_open (AppQuestionsPage *self, SurveyScore *score)
{
  SurveyPack *pack = pack_of (self);

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    if (!is_complete (score, survey_pack_question (pack, i)))
      return survey_pack_question (pack, i);
  return survey_pack_question (pack, 0);
}

static gboolean
is_matrix (AppQuestionsPage *self)
{
  return self->question != NULL && self->question->n_levels >= WIDE_LEVELS;
}

/* Where "so far" and the hints stand: in the pane; beside the head of a matrix; below, when narrow.
 */
static void
arrange (AppQuestionsPage *self)
{
  AppPage *page = APP_PAGE (self);
  const gboolean narrow = app_page_get_narrow (page);
  gboolean pane_shown = FALSE;

  g_object_get (self, "pane-shown", &pane_shown, NULL);
  gtk_widget_set_visible (self->so_far_card, !narrow && is_matrix (self));
  gtk_widget_set_visible (self->bottom_so_far, narrow);
  gtk_widget_set_visible (self->keys, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), !pane_shown);
  gtk_widget_set_hexpand (GTK_WIDGET (self->back), narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->next), narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !narrow);
  app_confirm_set_narrow (self->confirm, narrow);
  if (self->body != NULL)
    app_question_set_narrow (self->body, narrow);
}

static void
fill_head (AppQuestionsPage *self)
{
  AppPage *page = APP_PAGE (self);
  const SurveyDimension *dimension = dimension_of (self);
  const guint number = index_of (self) - dimension->first_question + 1;
  g_autofree char *count
      = g_strdup_printf (_ ("Question %u of %u"), number, dimension->n_questions);

  gtk_label_set_label (self->dimension, app_page_tell (page, dimension->plain));
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->title, app_page_tell (page, self->question->title));
  gtk_label_set_label (self->lead, app_page_tell (page, self->question->lead));
  app_hints_set (self->hints, app_page_tell (page, self->question->why),
                 app_page_tell (page, self->question->example));
  app_hints_set (self->pane_hints, app_page_tell (page, self->question->why),
                 app_page_tell (page, self->question->example));
}

static void
fill_keys (AppQuestionsPage *self)
{
  const gboolean levels = self->question->kind == SURVEY_QUESTION_LEVELS;
  const guint last = levels ? self->question->n_levels - 1 : MIN (self->question->n_options, 9);
  g_autofree char *text = g_strdup_printf ("%u", last);

  gtk_label_set_label (GTK_LABEL (self->key_first), levels ? "0" : "1");
  gtk_label_set_label (self->key_last, text);
  gtk_label_set_label (self->key_word, levels ? _ ("choose") : _ ("tick"));
  gtk_widget_set_visible (self->level_keys, levels);
}

/* The questions of this dimension as small marks. */
static void
fill_marks (AppQuestionsPage *self, SurveyScore *score)
{
  SurveyPack *pack = pack_of (self);
  const SurveyDimension *dimension = dimension_of (self);
  AppWayLink before = APP_WAY_LINK_NONE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks))) != NULL)
    gtk_box_remove (self->marks, child);
  for (guint i = 0; i < dimension->n_questions; i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, dimension->first_question + i);
      const gboolean done = is_complete (score, question);
      const AppWayLink after = i + 1 == dimension->n_questions ? APP_WAY_LINK_NONE
                               : done                          ? APP_WAY_LINK_WALKED
                                                               : APP_WAY_LINK_AHEAD;
      GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_HORIZONTAL, 6.5);

      app_way_mark_set (APP_WAY_MARK (mark),
                        question == self->question ? APP_WAY_HERE
                        : done                     ? APP_WAY_DONE
                                                   : APP_WAY_OPEN,
                        0, before, after);
      before = after;
      gtk_widget_set_size_request (mark, 28, -1);
      gtk_box_append (self->marks, mark);
    }
}

static void
fill_problem (AppQuestionsPage *self, SurveyScore *score)
{
  gboolean contradiction = FALSE;

  for (guint i = 0; i < survey_score_n_questions (score); i++)
    if (survey_score_question (score, i)->question == self->question)
      contradiction = contradiction || survey_score_contradicts (score, i);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), contradiction);
}

static void
update_next (AppQuestionsPage *self)
{
  const guint at = index_of (self);

  gtk_button_set_label (self->next, at + 1 < survey_pack_n_questions (pack_of (self))
                                        ? _ ("Next")
                                        : _ ("See the result"));
}

static void
show_answers (AppQuestionsPage *self)
{
  AppPage *page = APP_PAGE (self);
  AppSession *session = app_page_get_session (page);
  Advice *advice = app_page_get_advice (page);
  g_autoptr (AppProfile) profile = app_profile_new (session, advice);

  app_question_show (self->body);
  app_confirm_show (self->confirm, page, self->question->id);
  app_notes_show (self->notes, page, self->question->id);
  fill_marks (self, advice_score (advice));
  fill_problem (self, advice_score (advice));
  app_so_far_show (self->so_far, session, advice, profile);
  app_so_far_show (self->card, session, advice, profile);
  app_so_far_show (self->strip, session, advice, profile);
}

static void
set_question (AppQuestionsPage *self, const SurveyQuestion *question)
{
  AppPage *page = APP_PAGE (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  if (question != self->question)
    {
      self->question = question;
      self->body = app_question_new (page, question);
      adw_bin_set_child (self->place, GTK_WIDGET (self->body));
      adw_clamp_set_maximum_size (self->clamp, is_matrix (self) ? MATRIX_WIDTH : NORMAL_WIDTH);
      adw_clamp_set_tightening_threshold (self->clamp,
                                          is_matrix (self) ? MATRIX_WIDTH : NORMAL_WIDTH);
      g_object_set (self, "pane", is_matrix (self) ? NULL : self->pane, NULL);
      fill_head (self);
      fill_keys (self);
      update_next (self);
      gtk_adjustment_set_value (adjustment, 0);
    }
  arrange (self);
  show_answers (self);
  app_page_set_place (page, question->id);
}

static void
app_questions_page_update (AppPage *page)
{
  AppQuestionsPage *self = APP_QUESTIONS_PAGE (page);

  if (self->question == NULL)
    set_question (self, first_open (self, advice_score (app_page_get_advice (page))));
  else
    show_answers (self);
}

static void
app_questions_page_reset (AppPage *page)
{
  AppQuestionsPage *self = APP_QUESTIONS_PAGE (page);

  self->question = NULL;
  self->body = NULL;
  adw_bin_set_child (self->place, NULL);
  app_page_set_place (page, NULL);
}

static void
app_questions_page_show_place (AppPage *page, const char *place)
{
  AppQuestionsPage *self = APP_QUESTIONS_PAGE (page);
  const SurveyQuestion *question = survey_pack_find_question (pack_of (self), place);

  if (question != NULL)
    set_question (self, question);
}

static void
move (AppQuestionsPage *self, int step)
{
  SurveyPack *pack = pack_of (self);
  const int to = (int)index_of (self) + step;

  if (to < 0)
    app_page_go (APP_PAGE (self), "company");
  else if (to >= (int)survey_pack_n_questions (pack))
    app_page_go (APP_PAGE (self), "results");
  else
    {
      set_question (self, survey_pack_question (pack, (guint)to));
      app_question_focus_first (self->body);
    }
}

static void
next_cb (AppQuestionsPage *self)
{
  move (self, 1);
}

static void
back_cb (AppQuestionsPage *self)
{
  move (self, -1);
}

/* Enter on an answer goes on; on a button it is the button's. */
static gboolean
enter_cb (AppQuestionsPage *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !GTK_IS_CHECK_BUTTON (focus))
    return GDK_EVENT_PROPAGATE;
  move (self, 1);
  return GDK_EVENT_STOP;
}

static gboolean
digit_cb (AppQuestionsPage *self, guint key, guint code, GdkModifierType state)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  guint digit;

  if (self->body == NULL || (state & modifiers) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    digit = key - GDK_KEY_0;
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    digit = key - GDK_KEY_KP_0;
  else
    return GDK_EVENT_PROPAGATE;
  return app_question_digit (self->body, digit);
}

static void
app_questions_page_dispose (GObject *object)
{
  AppQuestionsPage *self = APP_QUESTIONS_PAGE (object);

  self->body = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_QUESTIONS_PAGE);
  G_OBJECT_CLASS (app_questions_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, dimension);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, count);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, title);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, lead);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, marks);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, place);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, confirm);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, notes);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, so_far_card);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, bottom_so_far);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, keys);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, card);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, strip);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, so_far);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, hints);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, pane_hints);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, key_first);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, key_last);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, key_word);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, level_keys);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, back);
  gtk_widget_class_bind_template_child (widget_class, AppQuestionsPage, next);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
app_questions_page_class_init (AppQuestionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_questions_page_dispose;
  page_class->update = app_questions_page_update;
  page_class->reset = app_questions_page_reset;
  page_class->show_place = app_questions_page_show_place;

  g_type_ensure (APP_TYPE_CONFIRM);
  g_type_ensure (APP_TYPE_HINTS);
  g_type_ensure (APP_TYPE_NOTES);
  g_type_ensure (APP_TYPE_SO_FAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-questions-page.ui");
  bind_children (widget_class);
}

static void
app_questions_page_init (AppQuestionsPage *self)
{
  GtkEventController *digits = gtk_event_controller_key_new ();
  GtkEventController *enter = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (digits, "key-pressed", G_CALLBACK (digit_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), digits);
  gtk_event_controller_set_propagation_phase (enter, GTK_PHASE_CAPTURE);
  g_signal_connect_object (enter, "key-pressed", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->place), enter);
}
