/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-preferences-window.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* One row for each figure of WorkspaceHub; 0 is "not said" for all of them. */

/* A figure being typed, or a button held down, changes at each key; it is written, and every list
 * made anew, when it has been at rest for so many milliseconds, or the window goes. */
#define REST_MS 500

typedef struct
{
  gsize offset;
  guint most;
  const char *title;
} Figure;

static const Figure due[] = {
  { G_STRUCT_OFFSET (WorkspaceHub, interval_months[0]), 60, N_ ("Months from T0 to T1") },
  { G_STRUCT_OFFSET (WorkspaceHub, interval_months[1]), 60, N_ ("Months from T1 to T2") },
};
static const Figure planned[] = {
  { G_STRUCT_OFFSET (WorkspaceHub, planned[0]), 100000, N_ ("First assessments (T0)") },
  { G_STRUCT_OFFSET (WorkspaceHub, planned[1]), 100000, N_ ("Second assessments (T1)") },
  { G_STRUCT_OFFSET (WorkspaceHub, planned[2]), 100000, N_ ("Third assessments (T2)") },
};
static const Figure kept[] = {
  { G_STRUCT_OFFSET (WorkspaceHub, retention_months), 240,
    N_ ("Months after the last assessment") },
};

struct _AppPreferencesWindow
{
  AdwWindow parent_instance;

  AppAdviser *adviser;
  AppStore *store;
  WorkspaceHub hub;
  guint rest; /* not 0: @hub is not written yet */

  /* template */
  AdwActionRow *advises_row;
  GtkSwitch *advises;
  GtkEditable *author;
  GtkWidget *hub_box, *problem;
  AdwPreferencesGroup *due_group, *planned_group, *kept_group;
};

G_DEFINE_FINAL_TYPE (AppPreferencesWindow, app_preferences_window, ADW_TYPE_WINDOW)

static guint *
figure_of (AppPreferencesWindow *self, const Figure *figure)
{
  return (guint *)((char *)&self->hub + figure->offset);
}

/* TRUE: nothing waits to be written. */
static gboolean
keep_hub (AppPreferencesWindow *self, GError **error)
{
  if (self->rest == 0)
    return TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  if (!app_store_check (self->store, error)
      || !workspace_set_hub (app_store_get_workspace (self->store), &self->hub, error))
    return FALSE;
  app_store_refresh (self->store);
  return TRUE;
}

/* With more than one company Home is an adviser's without being told. */
static void
show_mode (AppPreferencesWindow *self)
{
  gboolean chosen;

  g_object_get (self->adviser, "chosen", &chosen, NULL);
  adw_action_row_set_subtitle (
      self->advises_row,
      app_adviser_is_on (self->adviser) && !chosen
          ? _ ("Home is that of an adviser already: there is more than one company")
          : _ ("Home becomes a list of companies, with meetings, stages and a portfolio"));
}

/* FALSE: it says why not. */
static gboolean
keep_or_tell (AppPreferencesWindow *self)
{
  g_autoptr (GError) error = NULL;
  const gboolean done = keep_hub (self, &error);

  gtk_label_set_label (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, !done);
  return done;
}

static gboolean
rested_cb (gpointer data)
{
  keep_or_tell (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkSpinButton *spin, gpointer data)
{
  AppPreferencesWindow *self = APP_PREFERENCES_WINDOW (gtk_widget_get_root (GTK_WIDGET (spin)));

  *figure_of (self, data) = (guint)gtk_spin_button_get_value_as_int (spin);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rested_cb, self);
}

/* What cannot be written is told once; who has read it can close the window. */
static gboolean
app_preferences_window_close_request (GtkWindow *window)
{
  AppPreferencesWindow *self = APP_PREFERENCES_WINDOW (window);

  /* A figure that is being typed counts when the focus leaves it. */
  gtk_window_set_focus (window, NULL);
  return !keep_or_tell (self)
         || GTK_WINDOW_CLASS (app_preferences_window_parent_class)->close_request (window);
}

static GtkWidget *
new_row (AppPreferencesWindow *self, const Figure *figure)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, figure->most, 1);
  const char *title = gettext (figure->title);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), *figure_of (self, figure));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  /* One column, whatever a row's greatest figure is. */
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_signal_connect (spin, "value-changed", G_CALLBACK (changed_cb), (gpointer)figure);
  return row;
}

static void
add_rows (AppPreferencesWindow *self, AdwPreferencesGroup *group, const Figure *figures, gsize n)
{
  for (gsize i = 0; i < n; i++)
    adw_preferences_group_add (group, new_row (self, &figures[i]));
}

static void
show_hub (AppPreferencesWindow *self)
{
  Workspace *workspace = app_store_get_workspace (self->store);

  if (workspace == NULL)
    return;
  self->hub = workspace_get_hub (workspace);
  add_rows (self, self->due_group, due, G_N_ELEMENTS (due));
  add_rows (self, self->planned_group, planned, G_N_ELEMENTS (planned));
  add_rows (self, self->kept_group, kept, G_N_ELEMENTS (kept));
  g_object_bind_property (self->adviser, "on", self->hub_box, "visible", G_BINDING_SYNC_CREATE);
}

static void
app_preferences_window_dispose (GObject *object)
{
  AppPreferencesWindow *self = APP_PREFERENCES_WINDOW (object);
  g_autoptr (GError) error = NULL;

  /* With its owner it goes without being asked. */
  if (!keep_hub (self, &error))
    g_message ("%s", error->message);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->adviser);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (app_preferences_window_parent_class)->dispose (object);
}

static void
app_preferences_window_class_init (AppPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = app_preferences_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, advises_row);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, advises);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, author);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, hub_box);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, due_group);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, planned_group);
  gtk_widget_class_bind_template_child (widget_class, AppPreferencesWindow, kept_group);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_preferences_window_init (AppPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  app_compat_wrap_headings (GTK_WIDGET (self));
}

GtkWidget *
app_preferences_window_new (GtkWindow *owner, AppAdviser *adviser, AppStore *store)
{
  AppPreferencesWindow *self;

  g_return_val_if_fail (APP_IS_ADVISER (adviser) && APP_IS_STORE (store), NULL);

  self = g_object_new (APP_TYPE_PREFERENCES_WINDOW, "transient-for", owner, NULL);
  self->adviser = g_object_ref (adviser);
  self->store = g_object_ref (store);
  g_object_bind_property (adviser, "chosen", self->advises, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (adviser, "author", self->author, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (adviser, "notify::on", G_CALLBACK (show_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adviser, "notify::chosen", G_CALLBACK (show_mode), self,
                           G_CONNECT_SWAPPED);
  show_mode (self);
  show_hub (self);
  return GTK_WIDGET (self);
}
