/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-choice-down.h"

/* Ids instead of positions, so that a list can be made anew under what was chosen. */

/* Whoever asks frees the answer of a closure. */
static char *
dup_title (AppChoice *choice, gpointer data)
{
  return g_strdup (app_choice_get_title (choice));
}

static void
show_titles (GtkDropDown *down)
{
  g_autoptr (GtkExpression) title = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_title), NULL, NULL);

  gtk_drop_down_set_expression (down, title);
}

void
app_choice_down_fill (GtkDropDown *down, GListModel *choices, const char *id)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (down) && G_IS_LIST_MODEL (choices));

  if (gtk_drop_down_get_expression (down) == NULL)
    show_titles (down);
  gtk_drop_down_set_model (down, choices);
  app_choice_down_select (down, id);
}

void
app_choice_down_select (GtkDropDown *down, const char *id)
{
  GListModel *choices;

  g_return_if_fail (GTK_IS_DROP_DOWN (down));

  choices = gtk_drop_down_get_model (down);
  for (guint i = 0; id != NULL && choices != NULL && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (AppChoice) choice = g_list_model_get_item (choices, i);

      if (g_str_equal (app_choice_get_id (choice), id))
        gtk_drop_down_set_selected (down, i);
    }
}

const char *
app_choice_down_get_id (GtkDropDown *down)
{
  AppChoice *choice;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (down), NULL);

  choice = gtk_drop_down_get_selected_item (down);
  return choice == NULL || *app_choice_get_id (choice) == '\0' ? NULL : app_choice_get_id (choice);
}
