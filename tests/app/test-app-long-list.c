/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/widgets/app-long-list.h"
#include "app/widgets/app-long-row.h"

#include <stdlib.h>

/* Rows on the screen only, the focus by keys, and what stays when the list changes. */

#define N_ITEMS 5000

typedef struct
{
  GtkWidget *window, *list;
  GtkStringList *model;
  guint n_made, n_shown;
  guint activated;
} Fixture;

static GtkWidget *
new_content (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *label = gtk_label_new (NULL);

  fixture->n_made++;
  gtk_widget_set_size_request (label, 100, 40);
  return label;
}

static void
show (GtkWidget *content, gpointer item, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_shown++;
  gtk_label_set_label (GTK_LABEL (content), gtk_string_object_get_string (item));
}

static void
activate_cb (Fixture *fixture, guint position)
{
  fixture->activated = position;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->model = gtk_string_list_new (NULL);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      gtk_string_list_append (fixture->model, text);
    }
  fixture->list = g_object_new (APP_TYPE_LONG_LIST, NULL);
  g_signal_connect_swapped (fixture->list, "activate", G_CALLBACK (activate_cb), fixture);
  app_long_list_set_model (APP_LONG_LIST (fixture->list), G_LIST_MODEL (fixture->model),
                           new_content, show, fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), fixture->list);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  app_fixture_wait (gtk_widget_get_height (fixture->list) > 400);
  app_fixture_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  app_fixture_settle ();
  g_assert_finalize_object (fixture->model);
}

/* The row that stands at a place of the window, by its label; NULL: there is none. */
static const char *
label_at (Fixture *fixture, double y)
{
  GtkWidget *picked;

  app_fixture_settle ();
  picked = gtk_widget_pick (fixture->list, 50, y, GTK_PICK_DEFAULT);
  picked = gtk_widget_get_ancestor (picked, APP_TYPE_LONG_ROW);
  return picked != NULL
             ? gtk_label_get_label (GTK_LABEL (app_long_row_get_content (APP_LONG_ROW (picked))))
             : NULL;
}

static const char *
focused (Fixture *fixture)
{
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (APP_IS_LONG_ROW (row));
  return gtk_label_get_label (GTK_LABEL (app_long_row_get_content (APP_LONG_ROW (row))));
}

static GtkAdjustment *
vertical (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list));
}

static void
scroll_to (Fixture *fixture, double value)
{
  gtk_adjustment_set_value (vertical (fixture), value);
  app_fixture_wait (gtk_widget_get_height (fixture->list) > 400);
  gtk_test_widget_wait_for_draw (fixture->list);
}

/* As a key pressed in the focused row: its list's bindings. */
static void
press (Fixture *fixture, guint key)
{
  GListModel *controllers = gtk_widget_observe_controllers (fixture->list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->list,
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (controllers);
  app_fixture_settle ();
}

static void
test_few_rows (Fixture *fixture, gconstpointer data)
{
  const guint on_screen = 600 / 40 + 3;
  guint shown;

  g_assert_cmpuint (fixture->n_made, <=, on_screen);
  g_assert_cmpstr (label_at (fixture, 5), ==, "0");
  scroll_to (fixture, gtk_adjustment_get_upper (vertical (fixture)));
  app_fixture_wait (
      g_strcmp0 (label_at (fixture, gtk_widget_get_height (fixture->list) - 5), "4999") == 0);
  g_assert_cmpuint (fixture->n_made, <=, on_screen);
  /* One row further binds one row. */
  scroll_to (fixture, 1000 * gtk_adjustment_get_step_increment (vertical (fixture)));
  g_assert_cmpstr (label_at (fixture, 5), ==, "1000");
  shown = fixture->n_shown;
  scroll_to (fixture, 1001 * gtk_adjustment_get_step_increment (vertical (fixture)));
  g_assert_cmpstr (label_at (fixture, 5), ==, "1001");
  g_assert_cmpuint (fixture->n_shown, <=, shown + 2);
  app_long_list_scroll_to_top (APP_LONG_LIST (fixture->list));
  g_assert_cmpint ((int)gtk_adjustment_get_value (vertical (fixture)), ==, 0);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  gtk_widget_grab_focus (fixture->list);
  g_assert_cmpstr (focused (fixture), ==, "0");
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Up);
  g_assert_cmpstr (focused (fixture), ==, "1");
  press (fixture, GDK_KEY_End);
  g_assert_cmpstr (focused (fixture), ==, "4999");
  row = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                       5000);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                       5000);
  press (fixture, GDK_KEY_Down);
  g_assert_cmpstr (focused (fixture), ==, "4999");
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpint (atoi (focused (fixture)), <, 4995);
  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->activated, ==, 0);
  press (fixture, GDK_KEY_Page_Down);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->activated, >, 5);
}

/* A short list wants to be as high as its rows, a long one no higher than any screen. */
static void
test_height (Fixture *fixture, gconstpointer data)
{
  int minimum, natural;

  gtk_widget_measure (fixture->list, GTK_ORIENTATION_VERTICAL, 400, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, (int)gtk_adjustment_get_step_increment (vertical (fixture)));
  g_assert_cmpint (natural, ==, 100000);
  gtk_string_list_splice (fixture->model, 3, N_ITEMS - 3, NULL);
  app_fixture_settle ();
  gtk_widget_measure (fixture->list, GTK_ORIENTATION_VERTICAL, 400, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 3 * minimum);
}

/* The wheel does not take the focus away; what is put in or taken out before it moves nobody. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->list);
  press (fixture, GDK_KEY_Down);
  scroll_to (fixture, 4000 * gtk_adjustment_get_step_increment (vertical (fixture)));
  g_assert_cmpstr (focused (fixture), ==, "1");
  g_assert_cmpstr (label_at (fixture, 5), ==, "4000");
  press (fixture, GDK_KEY_Down);
  g_assert_cmpstr (focused (fixture), ==, "2");
  g_assert_cmpstr (label_at (fixture, 2.5 * gtk_adjustment_get_step_increment (vertical (fixture))
                                          - gtk_adjustment_get_value (vertical (fixture))),
                   ==, "2");
  gtk_string_list_remove (fixture->model, 0);
  app_fixture_settle ();
  g_assert_cmpstr (focused (fixture), ==, "3");
  gtk_string_list_splice (fixture->model, 3, 4996, NULL);
  app_fixture_wait (g_strcmp0 (label_at (fixture, 5), "1") == 0);
  g_assert_cmpint ((int)gtk_adjustment_get_value (vertical (fixture)), ==, 0);
  gtk_string_list_splice (fixture->model, 0, 3, NULL);
  gtk_test_widget_wait_for_draw (fixture->list);
  g_assert_false (gtk_widget_grab_focus (fixture->list));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/app/long-list/few-rows", Fixture, NULL, set_up, test_few_rows, tear_down);
  g_test_add ("/app/long-list/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/app/long-list/height", Fixture, NULL, set_up, test_height, tear_down);
  g_test_add ("/app/long-list/changes", Fixture, NULL, set_up, test_changes, tear_down);
  return g_test_run ();
}
