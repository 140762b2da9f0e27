/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-official-window.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/widgets/app-row.h"
#include "exchange/exchange-portal.h"

#include <glib/gi18n.h>

/* A table of the portal has thousands of rows at most; they are shown as rows, those that can be
 * taken first. */

/* More rows of one kind than a person reads: the rest is counted. */
#define MAX_ROWS 200

struct _AppOfficialWindow
{
  AdwWindow parent_instance;

  AppSession *session;
  ExchangePortal *portal;

  /* template */
  AdwWindowTitle *title;
  GtkButton *accept;
  GtkWidget *problem_box;
  GtkLabel *problem;
  AdwPreferencesGroup *found, *others, *problems;
};

G_DEFINE_FINAL_TYPE (AppOfficialWindow, app_official_window, ADW_TYPE_WINDOW)

static guint imported_signal;

static guint
count_taken (AppOfficialWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < exchange_portal_n_rows (self->portal); i++)
    n += exchange_portal_row (self->portal, i)->taken;
  return n;
}

/* --- rows ------------------------------------------------------------------------------------- */

static void
taken_cb (AppOfficialWindow *self, GtkCheckButton *tick)
{
  exchange_portal_take (self->portal, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tick), "row")),
                        gtk_check_button_get_active (tick));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), count_taken (self) > 0);
}

static const char *
state_words (const ExchangePortalRow *row)
{
  if (row->ambiguous)
    return _ ("Several assessments here have this name and stage");
  if (row->assessment_id == NULL)
    return _ ("No assessment here");
  if (!row->is_new)
    return _ ("Known already");
  return row->by_id ? _ ("Found by the portal’s id") : _ ("Found by the company’s name");
}

static GtkWidget *
new_row (AppOfficialWindow *self, guint index)
{
  const ExchangePortalRow *entry = exchange_portal_row (self->portal, index);
  g_autofree char *title
      = g_strdup_printf ("%s · %s", entry->name != NULL ? entry->name : entry->id, entry->stage);
  g_autofree char *score
      = base_language_decimal (app_session_get_language (self->session), entry->score, 2);
  GtkWidget *row = app_row_new (title, state_words (entry));
  GtkWidget *figure = gtk_label_new (score), *tick;

  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  if (!entry->is_new)
    return row;
  tick = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), entry->taken);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (tick), "row", GUINT_TO_POINTER (index));
  g_signal_connect_object (tick, "toggled", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  return row;
}

static GtkWidget *
new_problem (const ExchangePortalProblem *problem)
{
  g_autofree char *title = g_strdup_printf (_ ("Line %u"), problem->line);
  g_autofree char *subtitle = g_strdup_printf (_ ("%s: found “%s”, expected %s"), problem->column,
                                               problem->found, problem->expected);

  return app_row_new (title, subtitle);
}

/* "37 more" where not all are shown. */
static void
finish_group (AdwPreferencesGroup *group, guint n)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
  if (n <= MAX_ROWS)
    return;
  words = g_strdup_printf (_ ("%u more, not shown here"), n - MAX_ROWS);
  adw_preferences_group_add (group, app_row_new (words, NULL));
}

static void
show (AppOfficialWindow *self)
{
  guint n_found = 0, n_others = 0, n_problems = exchange_portal_n_problems (self->portal);

  for (guint i = 0; i < exchange_portal_n_rows (self->portal); i++)
    {
      const gboolean is_new = exchange_portal_row (self->portal, i)->is_new;
      guint *n = is_new ? &n_found : &n_others;

      if ((*n)++ < MAX_ROWS)
        adw_preferences_group_add (is_new ? self->found : self->others, new_row (self, i));
    }
  for (guint i = 0; i < MIN (n_problems, MAX_ROWS); i++)
    adw_preferences_group_add (self->problems,
                               new_problem (exchange_portal_problem (self->portal, i)));
  finish_group (self->others, n_others);
  finish_group (self->problems, n_problems);
  finish_group (self->found, n_found);
  gtk_widget_set_visible (GTK_WIDGET (self->found), TRUE);
  if (n_found == 0)
    adw_preferences_group_set_description (
        self->found, _ ("None of the results is new for an assessment on this computer."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), count_taken (self) > 0);
}

/* --- doing ------------------------------------------------------------------------------------ */

static void
accept_cb (AppOfficialWindow *self)
{
  AppStore *store = app_session_get_store (self->session);
  const guint n = count_taken (self);
  g_autoptr (GError) error = NULL;

  if (!exchange_portal_apply (self->portal, app_store_get_workspace (store), &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (self->problem_box, TRUE);
      return;
    }
  app_store_reload (store);
  g_signal_emit (self, imported_signal, 0, n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (AppOfficialWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
app_official_window_dispose (GObject *object)
{
  AppOfficialWindow *self = APP_OFFICIAL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_OFFICIAL_WINDOW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->portal, exchange_portal_free);
  G_OBJECT_CLASS (app_official_window_parent_class)->dispose (object);
}

static void
app_official_window_class_init (AppOfficialWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_official_window_dispose;
  imported_signal = g_signal_new ("imported", APP_TYPE_OFFICIAL_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-official-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, found);
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, others);
  gtk_widget_class_bind_template_child (widget_class, AppOfficialWindow, problems);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_official_window_init (AppOfficialWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  app_compat_wrap_headings (GTK_WIDGET (self));
}

GtkWidget *
app_official_window_new (GtkWindow *owner, AppSession *session, const char *path, GError **error)
{
  AppStore *store = app_session_get_store (session);
  g_autoptr (ExchangePortal) portal = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  AppOfficialWindow *self;

  if (!app_store_check (store, error))
    return NULL;
  portal = exchange_portal_load (path, error);
  if (portal == NULL || !app_store_flush (store, error)
      || !exchange_portal_match (portal, app_store_get_workspace (store), error))
    return NULL;
  self = g_object_new (APP_TYPE_OFFICIAL_WINDOW, "transient-for", owner, NULL);
  self->session = g_object_ref (session);
  self->portal = g_steal_pointer (&portal);
  adw_window_title_set_subtitle (self->title, name);
  show (self);
  return GTK_WIDGET (self);
}
