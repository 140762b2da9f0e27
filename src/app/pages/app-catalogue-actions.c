/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-catalogue-actions.h"

#include "app/app-compat.h"
#include "app/app-own-call.h"
#include "app/app-own-hub.h"
#include "app/widgets/app-call-window.h"
#include "app/widgets/app-hub-window.h"
#include "app/widgets/app-toast.h"
#include "app/widgets/app-update-window.h"
#include "catalogue/catalogue-update.h"

#include <glib/gi18n.h>

/* Each one opens a window or changes the own folder; the page follows what was reloaded. */

static AppSession *
session_of (AppCataloguePage *self)
{
  return app_page_get_session (APP_PAGE (self));
}

static AppLibrary *
library_of (AppCataloguePage *self)
{
  return app_session_get_library (session_of (self));
}

static GtkWindow *
window_of (AppCataloguePage *self)
{
  return GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW));
}

/* --- own records ------------------------------------------------------------------------------ */

static void
toast (AppCataloguePage *self, const char *text, const char *action)
{
  app_toast_show (GTK_WIDGET (self), text, _ ("_Undo"), action, NULL);
}

static void
hub_saved_cb (AppCataloguePage *self, const char *id)
{
  app_catalogue_page_show (self, CATALOGUE_RECORD_HUB, id);
  toast (self, _ ("Hub saved"), "win.undo-own-record");
}

static void
call_added_cb (AppCataloguePage *self, const char *id)
{
  app_catalogue_page_show (self, CATALOGUE_RECORD_INSTRUMENT, id);
  toast (self, _ ("Call saved"), "win.undo-own-record");
}

static void
show_hub_form (AppCataloguePage *self, AppRecord *record)
{
  GtkWidget *form = app_hub_window_new (window_of (self), session_of (self), record);

  g_signal_connect_object (form, "saved", G_CALLBACK (hub_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
show_call_form (AppCataloguePage *self, const CatalogueInstrument *instrument)
{
  GtkWidget *form = app_call_window_new (window_of (self), library_of (self), instrument);

  g_signal_connect_object (form, "added", G_CALLBACK (call_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
add_hub_action (GtkWidget *widget, const char *name, GVariant *target)
{
  show_hub_form (APP_CATALOGUE_PAGE (widget), NULL);
}

static void
add_call_action (GtkWidget *widget, const char *name, GVariant *target)
{
  show_call_form (APP_CATALOGUE_PAGE (widget), NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  AppRecord *record = app_catalogue_page_get_chosen (self);

  if (record == NULL || !app_record_is_own (record))
    return;
  if (app_record_get (record)->kind == CATALOGUE_RECORD_HUB)
    show_hub_form (self, record);
  else
    show_call_form (self, app_record_get (record)->instrument);
}

/* The page follows the change, and the row with it: not while it still speaks. */
static void
contact_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  AppRecord *record = app_catalogue_page_get_chosen (self);
  g_autofree char *id = record != NULL ? g_strdup (app_record_get_id (record)) : NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL || app_record_get (record)->kind != CATALOGUE_RECORD_HUB)
    return;
  if (!app_own_hub_set_contact (library_of (self), id, g_variant_get_string (target, NULL), &error))
    {
      app_compat_tell (window_of (self), _ ("Not kept"), error->message);
      return;
    }
  app_catalogue_page_show (self, CATALOGUE_RECORD_HUB, id);
  toast (self, _ ("Contact kept"), "win.undo-own-record");
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  AppRecord *chosen = app_catalogue_page_get_chosen (self);
  g_autoptr (AppRecord) record = chosen != NULL ? g_object_ref (chosen) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean removed;

  if (record == NULL || !app_record_is_own (record))
    return;
  removed = app_record_get (record)->kind == CATALOGUE_RECORD_HUB
                ? app_own_hub_remove (library_of (self), app_record_get_id (record), &error)
                : app_own_call_remove (library_of (self), app_record_get_id (record), &error);
  if (!removed)
    {
      app_compat_tell (window_of (self), _ ("Not removed"), error->message);
      return;
    }
  app_catalogue_page_show_list (self);
  toast (self, _ ("Removed from the catalogue"), "win.undo-own-record");
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (app_library_can_undo_change (library_of (self))
      && !app_library_undo_change (library_of (self), &error))
    app_compat_tell (window_of (self), _ ("Not taken back"), error->message);
}

/* --- updating --------------------------------------------------------------------------------- */

static void
updated_cb (AppCataloguePage *self, guint n)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u change taken over", "%u changes taken over", n), n);

  toast (self, text, "win.undo-catalogue-update");
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppCataloguePage *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GtkWidget *window;

  if (path == NULL || window_of (self) == NULL)
    return;
  window = app_update_window_new (window_of (self), session_of (self), path);
  g_signal_connect_object (window, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
update_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  const AppFileRequest request = { .title = _ ("A newer list of hubs or kinds of support"),
                                   .accept = _ ("_Compare"),
                                   .filter_name = _ ("Lists (JSON, CSV)"),
                                   .pattern = "*.[jc]s[ov]*" };

  app_compat_choose_file (window_of (self), &request, file_cb, self);
}

static void
undo_update_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!catalogue_update_undo (app_library_get_own_folder (library_of (self)), &error)
      || !app_library_reload (library_of (self), &error))
    app_compat_tell (window_of (self), _ ("Not taken back"), error->message);
  else
    toast (self, _ ("The lists are those of before"), "win.undo-catalogue-update");
}

/* --- installing ------------------------------------------------------------------------------- */

void
app_catalogue_actions_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "catalogue.add-hub", NULL, add_hub_action);
  gtk_widget_class_install_action (page_class, "catalogue.add-call", NULL, add_call_action);
  gtk_widget_class_install_action (page_class, "catalogue.edit", NULL, edit_action);
  gtk_widget_class_install_action (page_class, "catalogue.remove", NULL, remove_action);
  gtk_widget_class_install_action (page_class, "catalogue.contact", "s", contact_action);
  gtk_widget_class_install_action (page_class, "catalogue.undo", NULL, undo_action);
  gtk_widget_class_install_action (page_class, "catalogue.update", NULL, update_action);
  gtk_widget_class_install_action (page_class, "catalogue.undo-update", NULL, undo_update_action);
}

void
app_catalogue_actions_update (AppCataloguePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AppLibrary *library = library_of (self);

  gtk_widget_action_set_enabled (widget, "catalogue.undo", app_library_can_undo_change (library));
  gtk_widget_action_set_enabled (widget, "catalogue.undo-update",
                                 catalogue_update_can_undo (app_library_get_own_folder (library)));
}
