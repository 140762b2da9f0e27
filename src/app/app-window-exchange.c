/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-compat.h"
#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/app-window-private.h"
#include "app/widgets/app-export-window.h"
#include "app/widgets/app-import-window.h"
#include "app/widgets/app-official-window.h"
#include "exchange/exchange-import.h"

#include <glib/gi18n.h>

/* Files from elsewhere come in by one door, whoever opens it: the menu, a double click, a drop. */

static Workspace *
workspace_of (AppWindow *self)
{
  AppStore *store = app_session_get_store (self->session);

  return store != NULL ? app_store_get_workspace (store) : NULL;
}

/* --- in --------------------------------------------------------------------------------------- */

static void
undo_import_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (workspace_of (self) == NULL)
    return;
  if (!app_store_flush (app_session_get_store (self->session), &error)
      || !exchange_import_undo (workspace_of (self), &error))
    {
      app_compat_tell (GTK_WINDOW (self), _ ("Not taken back"), error->message);
      return;
    }
  app_store_reload (app_session_get_store (self->session));
  _app_window_look_again (self);
  app_window_toast (self, _ ("The import was taken back"), NULL, NULL, NULL);
}

static void
imported_cb (AppWindow *self, const char *id, const char *company, guint n_open)
{
  g_autoptr (AssessmentDocument) document
      = id != NULL ? app_store_load (app_session_get_store (self->session), id, NULL) : NULL;
  g_autofree char *title
      = g_strdup_printf (_ ("Taken in: %s"), company != NULL ? company : _ ("one company"));

  if (document != NULL)
    app_window_open (self, document, TRUE);
  app_window_toast (self, title, _ ("_Undo"), "win.undo-import", NULL);
  if (n_open > 0)
    app_compat_tell (GTK_WINDOW (self), _ ("Finished elsewhere, open here"),
                     _ ("The sender had finished what arrived, with a questionnaire, rules or a "
                        "catalogue that are not on this computer. The result here may differ: look "
                        "at it, and finish it here when it is right."));
}

static void
official_cb (AppWindow *self, guint n)
{
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u official score taken in", "%u official scores taken in", n), n);

  app_window_toast (self, title, _ ("_Undo"), "win.undo-import", NULL);
}

static void
open_package (AppWindow *self, const char *path)
{
  GtkWidget *window = app_import_window_new (GTK_WINDOW (self), self->session, path);

  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_table (AppWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = app_official_window_new (GTK_WINDOW (self), self->session, path, &error);

  if (window == NULL)
    {
      app_compat_tell (GTK_WINDOW (self), _ ("This file cannot be taken in"), error->message);
      return;
    }
  g_signal_connect_object (window, "imported", G_CALLBACK (official_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* One that is new here is shown at once and kept with its first edit; another copy of one that is
 * here is compared with it. */
static void
open_document (AppWindow *self, const char *path)
{
  AppStore *store = app_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, &error);
  g_autoptr (AssessmentDocument) here = NULL;
  const char *id;

  if (document == NULL)
    {
      app_compat_tell (GTK_WINDOW (self), _ ("This file cannot be opened"), error->message);
      return;
    }
  id = assessment_document_id (document);
  if (id != NULL && store != NULL && app_store_is_open (store))
    here = app_store_load (store, id, NULL);
  if (here == NULL)
    app_window_open (self, document, FALSE);
  else if (assessment_document_equal (here, document))
    app_window_open (self, here, TRUE);
  else
    open_package (self, path);
}

void
app_window_open_file (AppWindow *self, const char *path)
{
  AppStore *store;

  g_return_if_fail (APP_IS_WINDOW (self) && path != NULL);

  store = app_session_get_store (self->session);
  if (self->round != NULL
      || app_adviser_get_focus (app_session_get_adviser (self->session)) != NULL)
    {
      app_compat_tell (GTK_WINDOW (self), _ ("Only one company is shown"),
                       _ ("Show all companies first, then open this file."));
      return;
    }
  /* A file that the program was started with comes before the workspace is there. */
  if (store != NULL && !app_store_is_open (store))
    app_store_open (store);
  switch (exchange_file_guess (path))
    {
    case EXCHANGE_FILE_TABLE:
      open_table (self, path);
      break;
    case EXCHANGE_FILE_DOCUMENT:
      open_document (self, path);
      break;
    case EXCHANGE_FILE_PACKAGE:
    default:
      open_package (self, path);
      break;
    }
}

static void
import_cb (GFile *file, gpointer user_data)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    app_window_open_file (user_data, path);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const AppFileRequest request
      = { .title = _ ("Open a file"),
          .accept = _ ("_Open"),
          .filter_name = _ ("Packages, assessments, results of the portal"),
          .pattern = "*.waymark;*.json;*.xlsx;*.csv" };

  app_compat_choose_file (GTK_WINDOW (widget), &request, import_cb, widget);
}

/* --- dropping --------------------------------------------------------------------------------- */

static gboolean
drop_cb (AppWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "window-drop");
  if (path == NULL)
    return FALSE;
  app_window_open_file (self, path);
  if (files->next != NULL)
    app_window_toast (self, _ ("Only the first file was opened: one after the other, please"), NULL,
                      NULL, NULL);
  return TRUE;
}

static GdkDragAction
enter_cb (AppWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->narrow), "window-drop");
  return GDK_ACTION_COPY;
}

static void
leave_cb (AppWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->narrow), "window-drop");
}

/* A drop that a target inside takes never "leaves" the one around it. */
static gboolean
event_cb (AppWindow *self, GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_DROP_START)
    leave_cb (self);
  return GDK_EVENT_PROPAGATE;
}

void
app_window_accept_drops (AppWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
}

/* --- out -------------------------------------------------------------------------------------- */

static void
written_cb (AppWindow *self, const char *path, guint n_missing)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_ ("Written and checked: %s"), name);
  g_autofree char *missing = NULL;

  app_window_toast (self, title, NULL, NULL, NULL);
  if (n_missing == 0)
    return;
  missing = g_strdup_printf (
      ngettext ("%u evidence file that is registered is not on this computer and is not in the "
                "package.",
                "%u evidence files that are registered are not on this computer and are not in the "
                "package.",
                n_missing),
      n_missing);
  app_compat_tell (GTK_WINDOW (self), _ ("Some evidence is missing"), missing);
}

static void
export_company (AppWindow *self, const char *company_id)
{
  GtkWidget *window = workspace_of (self) != NULL && company_id != NULL
                              && _app_window_may_show_company (self, company_id)
                          ? app_export_window_new (GTK_WINDOW (self), self->session, company_id)
                          : NULL;

  if (window == NULL)
    {
      app_compat_tell (GTK_WINDOW (self), _ ("There is nothing to put into a package"),
                       _ ("This company has no assessment that is kept on this computer."));
      return;
    }
  g_signal_connect_object (window, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
export_company_action (GtkWidget *widget, const char *name, GVariant *target)
{
  export_company (APP_WINDOW (widget), g_variant_get_string (target, NULL));
}

/* The company whose assessment is open. */
static void
export_package_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  g_autoptr (WorkspaceCompany) company = NULL;

  /* The name that is being typed belongs to the company already. */
  app_store_flush (app_session_get_store (self->session), NULL);
  company = app_stages_company (self->session);
  export_company (self, company != NULL ? company->id : NULL);
}

/* --- the actions ------------------------------------------------------------------------------ */

void
app_window_install_exchange_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.undo-import", NULL, undo_import_action);
  gtk_widget_class_install_action (widget_class, "win.export-company", "s", export_company_action);
  gtk_widget_class_install_action (widget_class, "win.export-package", NULL, export_package_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.import",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.export-package", NULL);
}

void
app_window_update_exchange_actions (AppWindow *self, gboolean open)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-package",
                                 open && app_session_get_store (self->session) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-import", self->round == NULL);
}
