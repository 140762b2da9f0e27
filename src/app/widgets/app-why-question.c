/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-why-question.h"

#include <glib/gi18n.h>

/* The points of one question and what each answer gave, as the scoring hands them out. */

struct _AppWhyQuestion
{
  AdwPreferencesRow parent_instance;

  AppPage *page;
  guint index;
  char *target; /* "questions:q7" */
  GtkExpander *expander;
};

G_DEFINE_FINAL_TYPE (AppWhyQuestion, app_why_question, ADW_TYPE_PREFERENCES_ROW)

static const SurveyQuestionScore *
score_of (AppWhyQuestion *self)
{
  return survey_score_question (advice_score (app_page_get_advice (self->page)), self->index);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* --- one answer ------------------------------------------------------------------------------- */

/* A pack that counts knows no points: each yes is one. */
static gboolean
counts (AppWhyQuestion *self)
{
  return survey_pack_scoring (app_session_get_pack (app_page_get_session (self->page)))
         == SURVEY_SCORING_COUNT;
}

/* Thousandths of a point to two decimals. */
static char *
points_text (BaseLanguage *language, int thousandths)
{
  return base_language_decimal (language, (thousandths + 5) / 10, 2);
}

static char *
part_points (AppWhyQuestion *self, const SurveyPart *part)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (self->page));
  g_autofree char *given = NULL, *most = NULL;

  if (part->max_points == 0)
    return g_strdup (_ ("does not count"));
  if (counts (self))
    return g_strdup_printf (_ ("%d of %d"), MAX (part->level, 0), part->max_level);
  given = points_text (language, part->points);
  most = points_text (language, part->max_points);
  /* translators: points given, points possible: "1.43 of 1.43" */
  return part->level < 0 ? g_strdup_printf (_ ("open, up to %s"), most)
                         : g_strdup_printf (_ ("%s of %s"), given, most);
}

/* What was answered, in words; the tick of an option is a picture beside it as well. */
static const char *
part_answer (AppWhyQuestion *self, const SurveyQuestion *question, const SurveyPart *part)
{
  if (part->level < 0)
    return _ ("not answered");
  if (question->kind == SURVEY_QUESTION_LEVELS)
    return app_page_tell (self->page, question->levels[part->level].title);
  return part->level > 0 ? _ ("ticked") : _ ("not ticked");
}

static GtkWidget *
new_part (AppWhyQuestion *self, const SurveyQuestion *question, const SurveyPart *part)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *mark
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  const char *title = app_page_tell (self->page, part->option->title);
  const char *answer = part_answer (self, question, part);
  g_autofree char *points = part_points (self, part);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, answer, points);
  GtkWidget *figure = new_label (points, "numeric");

  if (part->level > 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (mark), "object-select-symbolic");
  gtk_widget_set_size_request (mark, 16, 16);
  gtk_box_append (GTK_BOX (words), new_label (title, NULL));
  if (question->kind == SURVEY_QUESTION_LEVELS || part->level < 0)
    {
      GtkWidget *said = new_label (answer, "caption");

      gtk_widget_add_css_class (said, "dim-label");
      gtk_box_append (GTK_BOX (words), said);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (figure), FALSE);
  gtk_widget_add_css_class (figure, "caption");
  if (part->level <= 0)
    gtk_widget_add_css_class (figure, "dim-label");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
part_activated_cb (AppWhyQuestion *self)
{
  app_page_go (self->page, self->target);
}

static GtkWidget *
new_list (AppWhyQuestion *self)
{
  const SurveyQuestionScore *score = score_of (self);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "why-parts");
  for (guint i = 0; i < score->n_parts; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_part (self, score->question, &score->parts[i]));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (part_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return list;
}

/* What keeps the sum from being plain: an answer that is left out. */
static char *
left_out_text (AppWhyQuestion *self)
{
  const SurveyQuestionScore *score = score_of (self);

  for (guint i = 0; i < score->n_parts; i++)
    if (score->parts[i].max_points == 0)
      return g_strdup_printf (_ ("“%s” is left out of the sum."),
                              app_page_tell (self->page, score->parts[i].option->title));
  return NULL;
}

static GtkWidget *
new_parts (AppWhyQuestion *self)
{
  GtkWidget *parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *left_out = left_out_text (self);

  gtk_box_append (GTK_BOX (parts), new_list (self));
  if (left_out != NULL)
    {
      GtkWidget *note = new_label (left_out, "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_widget_add_css_class (note, "why-note");
      gtk_box_append (GTK_BOX (parts), note);
    }
  return parts;
}

static void
expanded_cb (AppWhyQuestion *self)
{
  if (gtk_expander_get_expanded (self->expander) && gtk_expander_get_child (self->expander) == NULL)
    gtk_expander_set_child (self->expander, new_parts (self));
}

/* --- the question ----------------------------------------------------------------------------- */

static char *
question_title (AppWhyQuestion *self, const SurveyQuestionScore *score)
{
  const char *title = app_page_tell (self->page, score->question->title);

  if (score->column == NULL)
    return g_strdup (title);
  return g_strdup_printf ("%s %s", title, app_page_tell (self->page, score->column->title));
}

static char *
question_count (const SurveyQuestionScore *score)
{
  int given = 0, most = 0;

  for (guint i = 0; i < score->n_parts; i++)
    {
      given += MAX (score->parts[i].level, 0);
      most += score->parts[i].max_level;
    }
  return g_strdup_printf (_ ("%d of %d"), given, most);
}

static char *
question_points (AppWhyQuestion *self, const SurveyQuestionScore *score)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (self->page));
  g_autofree char *low = NULL, *high = NULL;

  if (counts (self))
    return question_count (score);
  if (score->points.value >= 0)
    {
      g_autofree char *points = base_language_decimal (language, score->points.value, 2);

      /* translators: a question's points of 10 */
      return g_strdup_printf (_ ("%s of 10"), points);
    }
  if (score->points.low == 0 && score->points.high == 1000)
    return g_strdup (_ ("still open"));
  low = base_language_decimal (language, score->points.low, 2);
  high = base_language_decimal (language, score->points.high, 2);
  return g_strdup_printf (_ ("%s–%s of 10"), low, high);
}

static GtkWidget *
new_bar (const SurveyQuestionScore *score)
{
  const int shown = score->points.value >= 0 ? score->points.value : score->points.low;
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), shown / 1000.0);
  return bar;
}

static GtkWidget *
new_head (AppWhyQuestion *self)
{
  const SurveyQuestionScore *score = score_of (self);
  g_autofree char *title = question_title (self, score);
  g_autofree char *points = question_points (self, score);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, points);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = new_label (title, NULL), *figure = new_label (points, "numeric");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_label_set_wrap (GTK_LABEL (figure), FALSE);
  gtk_widget_add_css_class (figure, "heading");
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), figure);
  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), new_bar (score));
  gtk_widget_set_hexpand (head, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return head;
}

static void
app_why_question_finalize (GObject *object)
{
  g_free (APP_WHY_QUESTION (object)->target);
  G_OBJECT_CLASS (app_why_question_parent_class)->finalize (object);
}

static void
app_why_question_class_init (AppWhyQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_why_question_finalize;
}

static void
app_why_question_init (AppWhyQuestion *self)
{
  GtkWidget *expander = gtk_expander_new (NULL);

  self->expander = GTK_EXPANDER (expander);
  gtk_widget_add_css_class (expander, "why-question");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), expander);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
}

GtkWidget *
app_why_question_new (AppPage *page, guint index, gboolean expanded)
{
  AppWhyQuestion *self = g_object_new (APP_TYPE_WHY_QUESTION, NULL);

  self->page = page;
  self->index = index;
  self->target = g_strconcat ("questions:", score_of (self)->question->id, NULL);
  gtk_expander_set_label_widget (self->expander, new_head (self));
  gtk_expander_set_expanded (self->expander, expanded);
  return GTK_WIDGET (self);
}

gboolean
app_why_question_get_expanded (AppWhyQuestion *self)
{
  g_return_val_if_fail (APP_IS_WHY_QUESTION (self), FALSE);
  return gtk_expander_get_expanded (self->expander);
}
