/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-store.h"
#include "app/widgets/app-preferences-window.h"
#include "workspace/workspace-companies.h"

/* What a hub decides for itself is kept in its workspace, and only an adviser is asked. */

static GtkWidget *
preferences_of (AppApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_assert_nonnull (windows);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (APP_IS_PREFERENCES_WINDOW (window))
        return window; /* GTK keeps it */
    }
  return NULL;
}

static GtkSpinButton *
nth_spin (GtkWidget *window, guint n)
{
  return GTK_SPIN_BUTTON (app_fixture_nth ((AppWindow *)window, GTK_TYPE_SPIN_BUTTON, n));
}

static WorkspaceHub
hub_of (AppStore *store)
{
  return workspace_get_hub (app_store_get_workspace (store));
}

static GtkWidget *
open_preferences (AppApplication *application)
{
  GtkWidget *preferences;

  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  preferences = preferences_of (application);
  g_assert_nonnull (preferences);
  app_fixture_wait (gtk_widget_get_mapped (preferences));
  return preferences;
}

static void
test_hub (void)
{
  g_autoptr (AppApplication) application = app_application_new ();
  AppWindow *window;
  GtkWidget *preferences;
  AppStore *store;
  WorkspaceHub hub;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = app_fixture_window (application);
  store = app_application_get_store (application);
  app_fixture_wait (app_store_is_open (store));
  preferences = open_preferences (application);
  g_assert_null (app_fixture_nth ((AppWindow *)preferences, GTK_TYPE_SPIN_BUTTON, 0));

  g_action_group_activate_action (G_ACTION_GROUP (application), "advise-companies", NULL);
  app_fixture_wait (app_fixture_nth ((AppWindow *)preferences, GTK_TYPE_SPIN_BUTTON, 5) != NULL);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (nth_spin (preferences, 0)), ==, 12);
  gtk_spin_button_set_value (nth_spin (preferences, 0), 9);
  gtk_spin_button_set_value (nth_spin (preferences, 3), 40);
  gtk_spin_button_set_value (nth_spin (preferences, 5), 60);
  /* Not at each key: all of them at once, a moment later. */
  hub = hub_of (store);
  g_assert_cmpuint (hub.interval_months[0], ==, 12);
  app_fixture_settle ();
  app_fixture_take_picture (preferences);
  app_fixture_wait (hub_of (store).interval_months[0] == 9);
  hub = hub_of (store);
  g_assert_cmpuint (hub.interval_months[1], ==, 12);
  g_assert_cmpuint (hub.planned[1], ==, 40);
  g_assert_cmpuint (hub.retention_months, ==, 60);

  /* Nothing is lost by closing at once, by a button or with the window that it belongs to. */
  gtk_spin_button_set_value (nth_spin (preferences, 0), 10);
  gtk_window_close (GTK_WINDOW (preferences));
  g_assert_null (preferences_of (application));
  g_assert_cmpuint (hub_of (store).interval_months[0], ==, 10);
  preferences = open_preferences (application);
  gtk_spin_button_set_value (nth_spin (preferences, 0), 11);
  g_assert_cmpuint (hub_of (store).interval_months[0], ==, 10);
  gtk_window_destroy (GTK_WINDOW (preferences));
  g_assert_cmpuint (hub_of (store).interval_months[0], ==, 11);
  /* Nor what was typed and is not a figure yet. */
  preferences = open_preferences (application);
  gtk_widget_grab_focus (GTK_WIDGET (nth_spin (preferences, 0)));
  gtk_editable_set_text (GTK_EDITABLE (nth_spin (preferences, 0)), "13");
  gtk_window_close (GTK_WINDOW (preferences));
  g_assert_cmpuint (hub_of (store).interval_months[0], ==, 13);
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/preferences/hub", test_hub);
  return g_test_run ();
}
