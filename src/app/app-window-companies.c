/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/app-window-private.h"
#include "app/widgets/app-records-window.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* What an adviser does with a whole company, and showing one company only. */

static Workspace *
workspace_of (AppWindow *self)
{
  AppStore *store = app_session_get_store (self->session);

  return store != NULL ? app_store_get_workspace (store) : NULL;
}

static void
tell (AppWindow *self, const char *heading, const GError *error)
{
  app_compat_tell (GTK_WINDOW (self), heading, error != NULL ? error->message : "");
}

gboolean
_app_window_may_show_company (AppWindow *self, const char *company_id)
{
  const char *focus = app_adviser_get_focus (app_session_get_adviser (self->session));

  return focus == NULL || g_str_equal (focus, company_id);
}

static void
records_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  GtkWidget *window;

  if (workspace_of (self) == NULL
      || !_app_window_may_show_company (self, g_variant_get_string (target, NULL)))
    return;
  window = app_records_window_new (GTK_WINDOW (self), self->session,
                                   g_variant_get_string (target, NULL));
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

/* Its latest assessment; a company without one shows what else is kept of it. */
static void
open_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  Workspace *workspace = workspace_of (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (WorkspaceCompany) company = NULL;
  const WorkspaceStage *stage;

  if (workspace == NULL)
    return;
  company = workspace_get_company (workspace, g_variant_get_string (target, NULL), &error);
  stage = company != NULL ? workspace_company_latest (company) : NULL;
  if (stage != NULL)
    gtk_widget_activate_action (widget, "win.open-entry", "s", stage->id);
  else if (company != NULL)
    records_action (widget, name, target);
  else
    tell (self, _ ("This company cannot be opened"), error);
}

static void
set_archived (AppWindow *self, const char *id, gboolean archived)
{
  Workspace *workspace = workspace_of (self);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return;
  if (!workspace_set_archived (workspace, id, archived, &error))
    {
      tell (self, _ ("Not changed"), error);
      return;
    }
  app_store_refresh (app_session_get_store (self->session));
  app_window_toast (self, archived ? _ ("Company archived") : _ ("Company back from the archive"),
                    _ ("_Undo"), archived ? "win.unarchive-company" : "win.archive-company", id);
}

static void
archive_action (GtkWidget *widget, const char *name, GVariant *target)
{
  set_archived (APP_WINDOW (widget), g_variant_get_string (target, NULL), TRUE);
}

static void
unarchive_action (GtkWidget *widget, const char *name, GVariant *target)
{
  set_archived (APP_WINDOW (widget), g_variant_get_string (target, NULL), FALSE);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  Workspace *workspace = workspace_of (self);
  const char *id = g_variant_get_string (target, NULL);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return;
  if (!workspace_delete_company (workspace, id, &error))
    {
      tell (self, _ ("Not deleted"), error);
      return;
    }
  app_store_refresh (app_session_get_store (self->session));
  app_window_toast (self, _ ("Company deleted"), _ ("_Undo"), "win.restore-company", id);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  Workspace *workspace = workspace_of (self);
  g_autoptr (GError) error = NULL;

  if (workspace == NULL)
    return;
  if (!workspace_restore_company (workspace, g_variant_get_string (target, NULL), &error))
    tell (self, _ ("Not brought back"), error);
  else
    app_store_refresh (app_session_get_store (self->session));
}

/* --- one company only ------------------------------------------------------------------------- */

static void
focus_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_adviser_set_focus (app_session_get_adviser (APP_WINDOW (widget)->session),
                         g_variant_get_string (target, NULL));
}

/* No key leads here: whoever shares the screen must mean it. */
static void
leave_focus_action (GtkWidget *widget, const char *name, GVariant *target)
{
  app_adviser_set_focus (app_session_get_adviser (APP_WINDOW (widget)->session), NULL);
}

static WorkspaceCompany *
focused (AppWindow *self)
{
  const char *id = app_adviser_get_focus (app_session_get_adviser (self->session));
  Workspace *workspace = workspace_of (self);

  return id != NULL && workspace != NULL ? workspace_get_company (workspace, id, NULL) : NULL;
}

gboolean
_app_window_may_show (AppWindow *self, const char *id)
{
  g_autoptr (WorkspaceCompany) company = NULL;

  if (app_adviser_get_focus (app_session_get_adviser (self->session)) == NULL)
    return TRUE;
  company = focused (self);
  for (guint i = 0; company != NULL && i < company->n_stages; i++)
    if (g_strcmp0 (company->stages[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
show_focus (AppWindow *self)
{
  g_autoptr (WorkspaceCompany) company = focused (self);
  g_autofree char *label = NULL;

  if (company != NULL)
    label = g_strdup_printf (_ ("Only %s is shown"),
                             company->name != NULL ? company->name : _ ("one company"));
  gtk_widget_set_visible (self->focus_bar,
                          app_adviser_get_focus (app_session_get_adviser (self->session)) != NULL);
  gtk_label_set_label (self->focus_label, label != NULL ? label : "");
}

void
app_window_install_company_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-company", "s", open_action);
  gtk_widget_class_install_action (widget_class, "win.company-records", "s", records_action);
  gtk_widget_class_install_action (widget_class, "win.archive-company", "s", archive_action);
  gtk_widget_class_install_action (widget_class, "win.unarchive-company", "s", unarchive_action);
  gtk_widget_class_install_action (widget_class, "win.delete-company", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "win.restore-company", "s", restore_action);
  gtk_widget_class_install_action (widget_class, "win.focus-company", "s", focus_action);
  gtk_widget_class_install_action (widget_class, "win.leave-focus", NULL, leave_focus_action);
}

void
app_window_update_company_actions (AppWindow *self, gboolean alone)
{
  /* What brings other companies onto the screen. */
  static const char *const others[] = { "win.new-assessment", "win.quick-scan", "win.sample",
                                        "win.import",         "win.portfolio",  "win.data" };
  AppAdviser *adviser = app_session_get_adviser (self->session);
  const gboolean focus = app_adviser_get_focus (adviser) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), others[i], !focus && !alone);
  if (!app_adviser_is_on (adviser)) /* an owner of one company has no portfolio */
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.portfolio", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-focus", focus && !alone);
  gtk_widget_set_visible (self->new_company, app_adviser_is_on (adviser) && !focus);
  show_focus (self);
}
