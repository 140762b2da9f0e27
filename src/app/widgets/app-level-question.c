/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-level-question.h"

#include "app/widgets/app-level-track.h"

#include <glib/gi18n.h>

/* A matrix without scrolling: words left, the way of stages right; narrow: the way below its words.
 */

/* Up to here a scale's words fit into its stops. */
#define MAX_WORDS 3

typedef struct
{
  GtkWidget *box;
  GtkLabel *word; /* of the chosen stage; narrow only */
  AppLevelTrack *track;
} Row;

struct _AppLevelQuestion
{
  AppQuestion parent_instance;

  GArray *rows; /* Row */
  GtkWidget *head;
  GPtrArray *head_labels;
  GtkLabel *open;
  GtkWidget *open_box, *fill;
};

G_DEFINE_FINAL_TYPE (AppLevelQuestion, app_level_question, APP_TYPE_QUESTION)

static Row *
row_at (AppLevelQuestion *self, guint index)
{
  return &g_array_index (self->rows, Row, index);
}

static gboolean
in_words (AppLevelQuestion *self)
{
  return app_question_get (APP_QUESTION (self))->n_levels <= MAX_WORDS;
}

static const char *
level_title (AppLevelQuestion *self, int level)
{
  AppPage *page = app_question_get_page (APP_QUESTION (self));

  return app_page_tell (page, app_question_get (APP_QUESTION (self))->levels[level].title);
}

static void
write_levels (AppLevelQuestion *self, int open_becomes)
{
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  const char *id = app_question_get (APP_QUESTION (self))->id;
  g_autofree gint8 *levels = g_new (gint8, self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const int level = app_level_track_get_level (row_at (self, i)->track);

      levels[i] = (gint8)(level >= 0 ? level : open_becomes);
    }
  app_page_edit (
      page,
      assessment_document_with_levels (app_page_get_document (page), id, levels, self->rows->len),
      NULL);
}

static void
chosen_cb (AppLevelQuestion *self)
{
  write_levels (self, -1);
}

static void
fill_cb (AppLevelQuestion *self)
{
  write_levels (self, 0);
}

static int
focused_row (AppLevelQuestion *self)
{
  /* It is shown once before it stands in a window. */
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (gtk_widget_is_ancestor (focus, row_at (self, i)->box))
      return (int)i;
  return -1;
}

static void
focus_row (AppLevelQuestion *self, int index)
{
  if (index >= 0 && index < (int)self->rows->len)
    gtk_widget_grab_focus (app_level_track_get_stop (row_at (self, (guint)index)->track));
}

/* Up and down change the row; left and right, within a radio group, are GTK's own. */
static gboolean
key_cb (AppLevelQuestion *self, guint key)
{
  const int row = focused_row (self);

  if (row < 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  focus_row (self, key == GDK_KEY_Up ? row - 1 : row + 1);
  return GDK_EVENT_STOP;
}

/* The column of the focused row's stage stands out, the row too. */
static void
update_focus (AppLevelQuestion *self)
{
  const int focused = focused_row (self);
  const int level
      = focused >= 0 ? app_level_track_get_level (row_at (self, (guint)focused)->track) : -1;

  for (guint i = 0; i < self->rows->len; i++)
    if ((int)i == focused)
      gtk_widget_add_css_class (row_at (self, i)->box, "focused");
    else
      gtk_widget_remove_css_class (row_at (self, i)->box, "focused");
  for (guint i = 0; i < self->head_labels->len; i++)
    if ((int)i == level)
      gtk_widget_add_css_class (g_ptr_array_index (self->head_labels, i), "current");
    else
      gtk_widget_remove_css_class (g_ptr_array_index (self->head_labels, i), "current");
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* As wide as the row lets it: else long words would push the stages aside. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_head (AppLevelQuestion *self)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *space = gtk_label_new (NULL);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (space, 300, -1);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_hexpand (columns, TRUE);
  for (guint i = 0; i < question->n_levels; i++)
    {
      GtkWidget *label = gtk_label_new (level_title (self, (int)i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (columns), label);
      g_ptr_array_add (self->head_labels, label);
    }
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), columns);
  gtk_widget_add_css_class (box, "matrix-head");
  return box;
}

static GtkWidget *
new_row (AppLevelQuestion *self, guint index, const char *const *titles)
{
  const SurveyOption *option = &app_question_get (APP_QUESTION (self))->options[index];
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  const char *title = app_page_tell (page, option->title);
  /* A box would ask the words how wide they are at the row's height, and move the stages by it. */
  GtkWidget *box = gtk_grid_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = new_label (title, "heading");
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Row row = { .box = box,
              .word = GTK_LABEL (new_label (NULL, "heading")),
              .track = APP_LEVEL_TRACK (app_level_track_new (title, titles, in_words (self))) };

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (row.word), GTK_ALIGN_START);
  gtk_label_set_xalign (row.word, 1);
  gtk_label_set_justify (row.word, GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (row.word, 18);
  gtk_widget_set_visible (GTK_WIDGET (row.word), FALSE);
  gtk_box_append (GTK_BOX (first), heading);
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (row.word));
  gtk_box_append (GTK_BOX (words), first);
  if (option->explanation != NULL)
    {
      GtkWidget *explanation = new_label (app_page_tell (page, option->explanation), "caption");

      gtk_widget_add_css_class (explanation, "dim-label");
      gtk_box_append (GTK_BOX (words), explanation);
    }
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (words, in_words (self) ? -1 : 300, -1);
  gtk_widget_set_hexpand (words, in_words (self));
  gtk_widget_set_hexpand (GTK_WIDGET (row.track), !in_words (self));
  gtk_widget_set_valign (GTK_WIDGET (row.track), GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (box), 12);
  gtk_grid_set_row_spacing (GTK_GRID (box), 6);
  gtk_grid_attach (GTK_GRID (box), words, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (box), GTK_WIDGET (row.track), 1, 0, 1, 1);
  gtk_widget_add_css_class (box, "matrix-row");
  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (update_focus), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, focus);
  g_signal_connect_object (row.track, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->rows, row);
  return box;
}

static GtkWidget *
new_open_box (AppLevelQuestion *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Set open rows to “%s”"), level_title (self, 0));

  self->open_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->open = GTK_LABEL (new_label (NULL, "dim-label"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->open), TRUE);
  self->fill = gtk_button_new_with_label (label);
  g_signal_connect_object (self->fill, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->open_box), GTK_WIDGET (self->open));
  gtk_box_append (GTK_BOX (self->open_box), self->fill);
  return self->open_box;
}

static GtkWidget *
new_card (AppLevelQuestion *self)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < question->n_levels; i++)
    g_ptr_array_add (titles, (char *)level_title (self, (int)i));
  g_ptr_array_add (titles, NULL);
  for (guint i = 0; i < question->n_options; i++)
    gtk_box_append (GTK_BOX (card), new_row (self, i, (const char *const *)titles->pdata));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "options");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  return card;
}

static void
app_level_question_build (AppQuestion *question)
{
  AppLevelQuestion *self = APP_LEVEL_QUESTION (question);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *matrix = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (!in_words (self))
    {
      self->head = new_head (self);
      gtk_box_append (GTK_BOX (matrix), self->head);
    }
  gtk_box_append (GTK_BOX (matrix), new_card (self));
  gtk_box_append (GTK_BOX (outer), matrix);
  gtk_box_append (GTK_BOX (outer), new_open_box (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), outer);
}

static void
show_row (AppLevelQuestion *self, guint index, int level, int suggested)
{
  Row *row = row_at (self, index);

  app_level_track_set_level (row->track, level);
  app_level_track_set_suggested (row->track, level < 0 ? suggested : -1);
  gtk_label_set_label (row->word, level >= 0       ? level_title (self, level)
                                  : suggested >= 0 ? _ ("Suggested: confirm")
                                                   : _ ("Not answered"));
  if (level > 0)
    gtk_widget_add_css_class (GTK_WIDGET (row->word), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->word), "accent");
}

static void
app_level_question_show (AppQuestion *question)
{
  AppLevelQuestion *self = APP_LEVEL_QUESTION (question);
  AssessmentDocument *document = app_page_get_document (app_question_get_page (question));
  const char *id = app_question_get (question)->id;
  guint n = 0, n_suggested = 0, open = 0;
  const gint8 *levels = assessment_document_get_levels (document, id, &n);
  const gint8 *suggested = assessment_document_get_suggested_levels (document, id, &n_suggested);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const int level = levels != NULL && i < n ? levels[i] : -1;

      show_row (self, i, level, suggested != NULL && i < n_suggested ? suggested[i] : -1);
      open += level < 0;
    }
  text = g_strdup_printf (ngettext ("%u row is still open", "%u rows are still open", open), open);
  gtk_label_set_label (self->open, text);
  gtk_widget_set_visible (self->open_box, open > 0);
  update_focus (self);
}

/* Sets the focused row and goes on to the next. */
static gboolean
app_level_question_digit (AppQuestion *question, guint digit)
{
  AppLevelQuestion *self = APP_LEVEL_QUESTION (question);
  const int row = MAX (focused_row (self), 0);

  if (digit >= app_question_get (question)->n_levels)
    return FALSE;
  app_level_track_set_level (row_at (self, (guint)row)->track, (int)digit);
  write_levels (self, -1);
  focus_row (self, row + 1 < (int)self->rows->len ? row + 1 : row);
  return TRUE;
}

static void
app_level_question_focus_first (AppQuestion *question)
{
  focus_row (APP_LEVEL_QUESTION (question), 0);
}

static void
app_level_question_set_narrow (AppQuestion *question, gboolean narrow)
{
  AppLevelQuestion *self = APP_LEVEL_QUESTION (question);

  if (self->head != NULL)
    gtk_widget_set_visible (self->head, !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->open_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = row_at (self, i);
      GtkWidget *words = gtk_widget_get_first_child (row->box);
      GtkLayoutChild *place = gtk_layout_manager_get_layout_child (
          gtk_widget_get_layout_manager (row->box), GTK_WIDGET (row->track));

      g_object_set (place, "column", narrow ? 0 : 1, "row", narrow ? 1 : 0, NULL);
      gtk_widget_set_hexpand (GTK_WIDGET (row->track), narrow || !in_words (self));
      gtk_widget_set_visible (GTK_WIDGET (row->word), narrow);
      gtk_widget_set_size_request (words, narrow || in_words (self) ? -1 : 300, -1);
    }
}

static void
app_level_question_finalize (GObject *object)
{
  AppLevelQuestion *self = APP_LEVEL_QUESTION (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->head_labels);
  G_OBJECT_CLASS (app_level_question_parent_class)->finalize (object);
}

static void
app_level_question_class_init (AppLevelQuestionClass *klass)
{
  AppQuestionClass *question_class = APP_QUESTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = app_level_question_finalize;
  question_class->build = app_level_question_build;
  question_class->show = app_level_question_show;
  question_class->digit = app_level_question_digit;
  question_class->set_narrow = app_level_question_set_narrow;
  question_class->focus_first = app_level_question_focus_first;
}

static void
app_level_question_init (AppLevelQuestion *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->head_labels = g_ptr_array_new ();
}
