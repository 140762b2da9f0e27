/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-difference-row.h"

#include "app/app-difference.h"

#include <glib/gi18n.h>

/* An addition is taken or left; of a contradiction one of both stands. */

struct _AppDifferenceRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *theirs;
};

G_DEFINE_FINAL_TYPE (AppDifferenceRow, app_difference_row, ADW_TYPE_PREFERENCES_ROW)

static guint chosen_signal;

static void
chosen_cb (AppDifferenceRow *self)
{
  g_signal_emit (self, chosen_signal, 0,
                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->theirs)));
}

static void
app_difference_row_class_init (AppDifferenceRowClass *klass)
{
  chosen_signal = g_signal_new ("chosen", APP_TYPE_DIFFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
app_difference_row_init (AppDifferenceRow *self)
{
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Here: 24" with a mark that is clicked as a whole. Takes @text. */
static GtkWidget *
new_choice (char *text)
{
  g_autofree char *words = text;
  GtkWidget *choice = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), new_label (words, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return choice;
}

static void
add_choices (AppDifferenceRow *self,
             GtkBox *box,
             const AssessmentDifference *difference,
             const char *ours,
             const char *theirs)
{
  self->theirs = new_choice (g_strdup_printf (_ ("In the file: %s"), theirs));
  if (difference->kind == ASSESSMENT_CONFLICT)
    {
      GtkWidget *here = new_choice (g_strdup_printf (_ ("Here: %s"), ours));

      gtk_check_button_set_group (GTK_CHECK_BUTTON (self->theirs), GTK_CHECK_BUTTON (here));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (here), !difference->taken);
      gtk_box_append (box, here);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->theirs), difference->taken);
  gtk_box_append (box, self->theirs);
  g_signal_connect_object (self->theirs, "toggled", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
app_difference_row_new (AppSession *session,
                        const SurveyPack *pack,
                        const AssessmentDifference *difference,
                        gboolean can_take)
{
  AppDifferenceRow *self
      = g_object_new (APP_TYPE_DIFFERENCE_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = app_difference_title (session, pack, difference->path);
  g_autofree char *ours = app_difference_value (session, pack, difference->path, difference->ours);
  g_autofree char *theirs
      = app_difference_value (session, pack, difference->path, difference->theirs);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_widget_add_css_class (box, "row-text");
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  add_choices (self, GTK_BOX (box), difference, ours, theirs);
  if (!can_take)
    gtk_box_append (GTK_BOX (box),
                    new_label (_ ("Finished here: what is here stays."), "dim-label"));
  gtk_widget_set_sensitive (self->theirs, can_take);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}
