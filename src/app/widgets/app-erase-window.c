/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-erase-window.h"

#include "app/app-store.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* Nothing brings it back: the name is typed, so that no click alone does it. */

struct _AppEraseWindow
{
  AdwWindow parent_instance;

  AppSession *session;
  char *company_id;
  char *name; /* what has to be typed */
  gboolean busy;

  /* template */
  GtkLabel *heading, *problem;
  AdwEntryRow *typed;
  GtkWidget *cancel, *erase, *working;
};

G_DEFINE_FINAL_TYPE (AppEraseWindow, app_erase_window, ADW_TYPE_WINDOW)

static guint erased_signal;

static gboolean
is_confirmed (AppEraseWindow *self)
{
  g_autofree char *typed
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->typed))));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_autofree char *wanted = g_utf8_casefold (self->name, -1);

  return g_utf8_collate (folded, wanted) == 0;
}

static void
typed_cb (AppEraseWindow *self)
{
  gtk_widget_set_sensitive (self->erase, is_confirmed (self));
}

static void
set_busy (AppEraseWindow *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_visible (self->working, busy);
  gtk_widget_set_sensitive (self->cancel, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->typed), !busy);
  gtk_widget_set_sensitive (self->erase, !busy && is_confirmed (self));
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppEraseWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  app_store_purge_company_finish (APP_STORE (source), result, &error);
  if (self->session == NULL)
    return;
  set_busy (self, FALSE);
  if (error != NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  g_signal_emit (self, erased_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
erase_cb (AppEraseWindow *self)
{
  if (self->busy || !is_confirmed (self))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  set_busy (self, TRUE);
  app_store_purge_company_async (app_session_get_store (self->session), self->company_id, erased_cb,
                                 g_object_ref (self));
}

/* What asks the workspace for something would wait with it. */
static gboolean
app_erase_window_close_request (GtkWindow *window)
{
  if (APP_ERASE_WINDOW (window)->busy)
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (app_erase_window_parent_class)->close_request (window);
}

static void
cancel_cb (AppEraseWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
app_erase_window_dispose (GObject *object)
{
  AppEraseWindow *self = APP_ERASE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_ERASE_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->company_id, g_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (app_erase_window_parent_class)->dispose (object);
}

static void
app_erase_window_class_init (AppEraseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_erase_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = app_erase_window_close_request;
  erased_signal = g_signal_new ("erased", APP_TYPE_ERASE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-erase-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppEraseWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, AppEraseWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppEraseWindow, typed);
  gtk_widget_class_bind_template_child (widget_class, AppEraseWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, AppEraseWindow, erase);
  gtk_widget_class_bind_template_child (widget_class, AppEraseWindow, working);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_erase_window_init (AppEraseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
app_erase_window_new (GtkWindow *owner, AppSession *session, const char *company_id)
{
  Workspace *workspace = app_store_get_workspace (app_session_get_store (session));
  g_autoptr (WorkspaceCompany) company
      = workspace != NULL ? workspace_get_company (workspace, company_id, NULL) : NULL;
  g_autofree char *heading = NULL;
  AppEraseWindow *self;

  if (company == NULL)
    return NULL;
  self = g_object_new (APP_TYPE_ERASE_WINDOW, "transient-for", owner, NULL);
  self->session = g_object_ref (session);
  self->company_id = g_strdup (company_id);
  self->name = g_strdup (company->name != NULL ? company->name : _ ("New company"));
  heading = g_strdup_printf (_ ("Delete “%s” for good?"), self->name);
  gtk_label_set_label (self->heading, heading);
  return GTK_WIDGET (self);
}
