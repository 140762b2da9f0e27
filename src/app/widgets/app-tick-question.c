/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-tick-question.h"

#include "assessment/assessment-schema.h"

#include <glib/gi18n.h>

/* Each option is one check button, which gives role, state and keys for free. */

#define MAX_COLUMNS 4
/* Of a column, unless one of its words needs more. */
#define COLUMN_WIDTH 104

struct _AppTickQuestion
{
  AppQuestion parent_instance;

  guint n_columns;   /* at least 1 */
  guint n_rows;      /* options and "none of these" */
  GPtrArray *checks; /* GtkCheckButton, row by row */
  GPtrArray *tags;   /* GtkWidget "suggested", row by row, column by column */
  GPtrArray *rows;   /* GtkBox of questions with columns */
  GPtrArray *keys;   /* GtkLabel of questions with one */
  GtkSizeGroup *width; /* of all columns, so that they stand under their heads */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AppTickQuestion, app_tick_question, APP_TYPE_QUESTION)

static const char *
column_id (AppTickQuestion *self, guint column)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));

  return question->n_columns > 0 ? question->columns[column].id : NULL;
}

static AssessmentDocument *
document_of (AppTickQuestion *self)
{
  return app_page_get_document (app_question_get_page (APP_QUESTION (self)));
}

static GtkCheckButton *
check_at (AppTickQuestion *self, guint row, guint column)
{
  return g_ptr_array_index (self->checks, row * self->n_columns + column);
}

/* Nothing ticked is not "none of these": the column is open again. A question of one column loses
 * its answer; of several, it keeps the others. */
static AssessmentDocument *
with_ticks (AppTickQuestion *self, guint column, const guint8 *ticks, guint n, gboolean none)
{
  const char *id = app_question_get (APP_QUESTION (self))->id;
  AssessmentDocument *document = document_of (self);

  if (n > 0 || none)
    return assessment_document_with_ticks (document, id, column_id (self, column), ticks, n);
  if (self->n_columns > 1)
    {
      g_autofree char *path = g_strdup_printf ("answers.%s.%s", id, column_id (self, column));

      return assessment_document_without (document, path);
    }
  return assessment_document_without_answer (document, id);
}

static void
write_column (AppTickQuestion *self, guint column, gboolean none)
{
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  guint8 ticks[ASSESSMENT_MAX_OPTION];
  guint n = 0;

  for (guint row = 0; row + 1 < self->n_rows && n < G_N_ELEMENTS (ticks); row++)
    if (gtk_check_button_get_active (check_at (self, row, column)))
      ticks[n++] = app_question_get (APP_QUESTION (self))->options[row].number;
  if (none)
    n = 0;
  app_page_edit (page, with_ticks (self, column, ticks, n, none), NULL);
}

static void
toggled_cb (AppTickQuestion *self, GtkCheckButton *check)
{
  guint at = 0;
  guint row, column;

  if (self->filling || !g_ptr_array_find (self->checks, check, &at))
    return;
  row = at / self->n_columns;
  column = at % self->n_columns;
  /* "None" and the options exclude each other. */
  write_column (self, column, row + 1 == self->n_rows && gtk_check_button_get_active (check));
}

/* Up and down in a column, left and right in a row, from end to end. */
static gboolean
key_cb (AppTickQuestion *self,
        guint key,
        guint code,
        GdkModifierType state,
        GtkEventController *controller)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint at;
  guint row, column;

  if (!g_ptr_array_find (self->checks, focus, &at))
    return GDK_EVENT_PROPAGATE;
  row = at / self->n_columns;
  column = at % self->n_columns;
  switch (key)
    {
    case GDK_KEY_Down:
      row = MIN (row + 1, self->n_rows - 1);
      break;
    case GDK_KEY_Up:
      row -= MIN (row, 1);
      break;
    case GDK_KEY_Right:
      column = MIN (column + 1, self->n_columns - 1);
      break;
    case GDK_KEY_Left:
      column -= MIN (column, 1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  gtk_widget_grab_focus (GTK_WIDGET (check_at (self, row, column)));
  return GDK_EVENT_STOP;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_words (AppTickQuestion *self, guint row)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  if (row + 1 == self->n_rows)
    {
      gtk_box_append (GTK_BOX (words), new_label (_ ("None of these"), "body"));
      return words;
    }
  gtk_box_append (GTK_BOX (words),
                  new_label (app_page_tell (page, question->options[row].title), "heading"));
  if (question->options[row].explanation != NULL)
    gtk_box_append (
        GTK_BOX (words),
        new_label (app_page_tell (page, question->options[row].explanation), "dim-label"));
  return words;
}

/* 1 to 9 and 0 for none; the tenth option has no key. */
static GtkWidget *
new_key (AppTickQuestion *self, guint row)
{
  const guint number = row + 1 == self->n_rows ? 0 : row + 1;
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *key = gtk_label_new (number < 10 ? text : NULL);

  gtk_widget_add_css_class (key, "key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  if (number >= 10)
    gtk_widget_set_opacity (key, 0);
  g_ptr_array_add (self->keys, key);
  return key;
}

static GtkWidget *
new_tag (AppTickQuestion *self)
{
  const gboolean whole = self->n_columns == 1;
  GtkWidget *tag
      = new_label (whole ? _ ("Suggested: confirm by ticking") : _ ("Suggested: confirm"), "tag");

  gtk_widget_add_css_class (tag, "accent");
  gtk_widget_set_halign (tag, whole ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_label_set_justify (GTK_LABEL (tag), GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (tag, FALSE);
  g_ptr_array_add (self->tags, tag);
  return tag;
}

static void
describe_check (AppTickQuestion *self, GtkWidget *check, guint row, guint column)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  const gboolean none = row + 1 == self->n_rows;
  const char *title
      = none ? _ ("None of these") : app_page_tell (page, question->options[row].title);
  const char *explanation = none ? NULL : app_page_tell (page, question->options[row].explanation);
  g_autofree char *name
      = self->n_columns > 1 ? g_strdup_printf (
            "%s: %s", app_page_tell (page, question->columns[column].title), title)
                            : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  explanation != NULL ? explanation : "", -1);
}

static GtkWidget *
new_check (AppTickQuestion *self, guint row, guint column)
{
  GtkWidget *check = gtk_check_button_new ();

  describe_check (self, check, row, column);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  return check;
}

/* One column: the button is the row. */
static GtkWidget *
new_whole_row (AppTickQuestion *self, guint row)
{
  GtkWidget *check = new_check (self, row, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = new_words (self, row);

  gtk_box_append (GTK_BOX (words), new_tag (self));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_key (self, row));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_widget_add_css_class (check, "option");
  return check;
}

/* As wide as all columns, and no wider when it has the room: long words beside it, or a tag in it,
 * move nothing out of line. */
static GtkWidget *
new_cell (AppTickQuestion *self, GtkWidget *child)
{
  GtkWidget *cell = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (cell), COLUMN_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (cell), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (cell), child);
  gtk_widget_set_size_request (cell, COLUMN_WIDTH, -1);
  gtk_size_group_add_widget (self->width, cell);
  return cell;
}

/* Several columns: words, then one button a column, named by the head (wide) or beside it (narrow).
 */
static GtkWidget *
new_column_row (AppTickQuestion *self, guint row)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), new_words (self, row));
  gtk_box_set_homogeneous (GTK_BOX (ends), TRUE);
  for (guint column = 0; column < self->n_columns; column++)
    {
      GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *check = new_check (self, row, column);
      GtkWidget *label
          = new_label (app_page_tell (page, question->columns[column].title), "caption");

      gtk_widget_add_css_class (check, "cell");
      gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
      gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
      gtk_widget_add_css_class (label, "cell-name");
      gtk_box_append (GTK_BOX (cell), check);
      gtk_box_append (GTK_BOX (cell), label);
      gtk_box_append (GTK_BOX (cell), new_tag (self));
      /* From the top: a tag under one box lifts it above no other. */
      gtk_widget_set_valign (cell, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (ends), new_cell (self, cell));
    }
  gtk_widget_set_valign (ends, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), ends);
  gtk_widget_add_css_class (box, "option");
  gtk_widget_add_css_class (box, "columns");
  g_ptr_array_add (self->rows, box);
  return box;
}

static GtkWidget *
new_head (AppTickQuestion *self)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  AppPage *page = app_question_get_page (APP_QUESTION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), space);
  for (guint column = 0; column < self->n_columns; column++)
    {
      GtkWidget *label
          = new_label (app_page_tell (page, question->columns[column].title), "caption-heading");

      gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_box_append (GTK_BOX (box), new_cell (self, label));
    }
  gtk_widget_add_css_class (box, "columns-head");
  g_ptr_array_add (self->rows, box);
  return box;
}

static void
app_tick_question_build (AppQuestion *question)
{
  AppTickQuestion *self = APP_TICK_QUESTION (question);
  const SurveyQuestion *asked = app_question_get (question);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->n_columns = CLAMP (asked->n_columns, 1, MAX_COLUMNS);
  self->n_rows = asked->n_options + 1;
  if (self->n_columns > 1)
    gtk_box_append (GTK_BOX (outer), new_head (self));
  for (guint row = 0; row < self->n_rows; row++)
    gtk_box_append (GTK_BOX (card),
                    self->n_columns > 1 ? new_column_row (self, row) : new_whole_row (self, row));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "options");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (outer), card);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), outer);
}

static gboolean
has_tick (const guint8 *ticks, guint n, guint8 number)
{
  return ticks != NULL && n > 0 && memchr (ticks, number, n) != NULL;
}

static void
show_column (AppTickQuestion *self, guint column)
{
  const SurveyQuestion *question = app_question_get (APP_QUESTION (self));
  AssessmentDocument *document = document_of (self);
  guint n = 0, n_suggested = 0;
  const guint8 *ticks
      = assessment_document_get_ticks (document, question->id, column_id (self, column), &n);
  const guint8 *suggested = assessment_document_get_suggested_ticks (
      document, question->id, column_id (self, column), &n_suggested);

  for (guint row = 0; row + 1 < self->n_rows; row++)
    {
      const guint8 number = question->options[row].number;
      GtkWidget *tag = g_ptr_array_index (self->tags, row * self->n_columns + column);

      gtk_check_button_set_active (check_at (self, row, column), has_tick (ticks, n, number));
      /* A suggestion stands until the question is answered; it is never counted. */
      gtk_widget_set_visible (tag, ticks == NULL && has_tick (suggested, n_suggested, number));
    }
  gtk_check_button_set_active (check_at (self, self->n_rows - 1, column), ticks != NULL && n == 0);
}

static void
app_tick_question_show (AppQuestion *question)
{
  AppTickQuestion *self = APP_TICK_QUESTION (question);

  self->filling = TRUE;
  for (guint column = 0; column < self->n_columns; column++)
    show_column (self, column);
  self->filling = FALSE;
}

/* In the column that has the focus, else in the first. */
static gboolean
app_tick_question_digit (AppQuestion *question, guint digit)
{
  AppTickQuestion *self = APP_TICK_QUESTION (question);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint at = 0, column = 0;
  GtkCheckButton *check;

  if (digit >= self->n_rows)
    return FALSE;
  if (g_ptr_array_find (self->checks, focus, &at))
    column = at % self->n_columns;
  check = check_at (self, digit == 0 ? self->n_rows - 1 : digit - 1, column);
  gtk_widget_grab_focus (GTK_WIDGET (check));
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  return TRUE;
}

static void
app_tick_question_focus_first (AppQuestion *question)
{
  gtk_widget_grab_focus (GTK_WIDGET (check_at (APP_TICK_QUESTION (question), 0, 0)));
}

static void
app_tick_question_set_narrow (AppQuestion *question, gboolean narrow)
{
  AppTickQuestion *self = APP_TICK_QUESTION (question);

  /* The words need the room more. */
  for (guint i = 0; i < self->keys->len; i++)
    gtk_widget_set_visible (self->keys->pdata[i], !narrow);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_has_css_class (row, "columns-head"))
        gtk_widget_set_visible (row, !narrow);
      else
        gtk_orientable_set_orientation (GTK_ORIENTABLE (row), narrow ? GTK_ORIENTATION_VERTICAL
                                                                     : GTK_ORIENTATION_HORIZONTAL);
    }
}

static void
app_tick_question_finalize (GObject *object)
{
  AppTickQuestion *self = APP_TICK_QUESTION (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->keys);
  g_object_unref (self->width);
  G_OBJECT_CLASS (app_tick_question_parent_class)->finalize (object);
}

static void
app_tick_question_class_init (AppTickQuestionClass *klass)
{
  AppQuestionClass *question_class = APP_QUESTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = app_tick_question_finalize;
  question_class->build = app_tick_question_build;
  question_class->show = app_tick_question_show;
  question_class->digit = app_tick_question_digit;
  question_class->set_narrow = app_tick_question_set_narrow;
  question_class->focus_first = app_tick_question_focus_first;
}

static void
app_tick_question_init (AppTickQuestion *self)
{
  self->checks = g_ptr_array_new ();
  self->tags = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->keys = g_ptr_array_new ();
  self->width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}
