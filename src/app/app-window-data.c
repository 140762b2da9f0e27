/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-store.h"
#include "app/app-window-private.h"
#include "app/widgets/app-data-window.h"
#include "app/widgets/app-erase-window.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* Where the data are and for how long: what stands above the pages when somebody has to decide. */

static void
data_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  GtkWidget *window = app_data_window_new (
      GTK_WINDOW (self), APP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
      self->session);

  gtk_window_present (GTK_WINDOW (window));
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  const char *id = g_variant_get_string (target, NULL);
  GtkWidget *window = _app_window_may_show_company (self, id)
                          ? app_erase_window_new (GTK_WINDOW (self), self->session, id)
                          : NULL;

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

/* A drive was connected, or the file was mended. */
static void
open_again_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppStore *store = app_session_get_store (APP_WINDOW (widget)->session);

  if (!app_store_is_open (store))
    app_store_open (store);
}

static void
show_trouble (AppWindow *self, AppStore *store)
{
  const char *failure = app_store_is_open (store) ? NULL : app_store_get_failure (store);

  gtk_label_set_label (self->store_failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (self->store_trouble, failure != NULL && self->round == NULL);
}

/* Only on Home: who sits with a company is not interrupted for another. */
static void
show_retention (AppWindow *self, AppStore *store)
{
  const WorkspaceQuery query
      = { .retention_due = TRUE, .archived = WORKSPACE_ARCHIVED_TOO, .limit = 1 };
  Workspace *workspace = app_store_get_workspace (store);
  const gboolean home = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "home") == 0
                        && app_adviser_get_focus (app_session_get_adviser (self->session)) == NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *words = NULL;
  guint n = 0;

  if (home && workspace != NULL)
    due = workspace_list_companies (workspace, &query, &n, NULL);
  gtk_widget_set_visible (self->retention_bar, due != NULL && n > 0);
  if (n == 0)
    return;
  words = g_strdup_printf (ngettext ("The data of %u company may be kept no longer",
                                     "The data of %u companies may be kept no longer", n),
                           n);
  gtk_label_set_label (self->retention_label, words);
}

void
app_window_update_data (AppWindow *self)
{
  AppStore *store = self->session != NULL ? app_session_get_store (self->session) : NULL;

  if (store == NULL)
    return;
  show_trouble (self, store);
  show_retention (self, store);
}

/* Saving emits "saved" with each key; the entries change when the list does. */
static void
saved_cb (AppWindow *self)
{
  show_trouble (self, app_session_get_store (self->session));
}

static void
replaced_cb (AppWindow *self)
{
  _app_window_look_again (self);
  app_window_update_data (self);
}

void
app_window_watch_data (AppWindow *self)
{
  AppStore *store = app_session_get_store (self->session);

  if (store == NULL)
    return;
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "replaced", G_CALLBACK (replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app_store_get_entries (store), "items-changed",
                           G_CALLBACK (app_window_update_data), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child",
                           G_CALLBACK (app_window_update_data), self, G_CONNECT_SWAPPED);
  app_window_update_data (self);
}

void
app_window_install_data_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.data", NULL, data_action);
  gtk_widget_class_install_action (widget_class, "win.erase-company", "s", erase_action);
  gtk_widget_class_install_action (widget_class, "win.open-store-again", NULL, open_again_action);
}
