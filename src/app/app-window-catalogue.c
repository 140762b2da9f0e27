/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-window-private.h"
#include "app/pages/app-catalogue-page.h"

/* The catalogue stands beside whatever else the window shows: an open assessment stays open. */

static GtkWidget *
page_of (AppWindow *self)
{
  return gtk_stack_get_child_by_name (self->views, "catalogue");
}

/* Made when somebody asks for it. */
static GtkWidget *
ensure_page (AppWindow *self)
{
  GtkWidget *page = page_of (self);

  if (page != NULL)
    return page;
  page = g_object_new (APP_TYPE_CATALOGUE_PAGE, NULL);
  app_page_set_session (APP_PAGE (page), self->session);
  g_object_bind_property (self->narrow, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
  gtk_stack_add_named (self->views, page, "catalogue");
  return page;
}

static void
catalogue_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  GtkWidget *page;

  if (self->round != NULL || !app_library_ensure (app_session_get_library (self->session), NULL))
    return;
  page = ensure_page (self);
  gtk_stack_set_visible_child (self->views, page);
  app_catalogue_page_refresh (APP_CATALOGUE_PAGE (page));
}

/* Back to what was open. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);

  if (app_session_get_document (self->session) != NULL && self->journey != NULL)
    gtk_stack_set_visible_child_name (self->views, "journey");
  else
    app_window_go (self, "home");
}

/* From toasts, which may still stand when the page does not. */
static void
undo_own_action (GtkWidget *widget, const char *name, GVariant *target)
{
  if (page_of (APP_WINDOW (widget)) != NULL)
    gtk_widget_activate_action (page_of (APP_WINDOW (widget)), "catalogue.undo", NULL);
}

static void
undo_update_action (GtkWidget *widget, const char *name, GVariant *target)
{
  if (page_of (APP_WINDOW (widget)) != NULL)
    gtk_widget_activate_action (page_of (APP_WINDOW (widget)), "catalogue.undo-update", NULL);
}

void
app_window_install_catalogue_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.catalogue", NULL, catalogue_action);
  gtk_widget_class_install_action (widget_class, "win.leave-catalogue", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "win.undo-own-record", NULL, undo_own_action);
  gtk_widget_class_install_action (widget_class, "win.undo-catalogue-update", NULL,
                                   undo_update_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "win.catalogue",
                                       NULL);
}

void
app_window_update_catalogue_actions (AppWindow *self, gboolean usable)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.catalogue", usable);
}
