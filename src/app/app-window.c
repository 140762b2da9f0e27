/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-compat.h"
#include "app/app-pages.h"
#include "app/app-round.h"
#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/app-window-private.h"
#include "app/pages/app-home-page.h"
#include "app/pages/app-portfolio-page.h"
#include "consultation/consultation-respondent.h"

#include <glib/gi18n.h>

/* The window only assembles: Home, the journey, trouble, and which of them shows. */

G_DEFINE_FINAL_TYPE (AppWindow, app_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
in_journey (AppWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "journey") == 0;
}

static void
update_title (AppWindow *self)
{
  AssessmentDocument *document = app_session_get_document (self->session);
  const char *name = NULL;
  g_autofree char *title = NULL;

  if (in_journey (self) && document != NULL)
    name = assessment_document_get_string (document, "company.name");
  title = name != NULL ? g_strdup_printf (_ ("%s – Waymark"), name) : g_strdup (_ ("Waymark"));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
session_changed_cb (AppWindow *self)
{
  update_title (self);
  app_window_update_actions (self);
}

static AppJourney *
ensure_journey (AppWindow *self)
{
  GSettings *settings = app_application_get_settings (
      APP_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  if (self->journey != NULL)
    return self->journey;
  self->journey = app_journey_new (self->session, self->main_menu);
  g_object_bind_property (self->narrow, "narrow", self->journey, "narrow", G_BINDING_SYNC_CREATE);
  if (settings != NULL)
    g_settings_bind (settings, "show-pane", self->journey, "show-pane", G_SETTINGS_BIND_DEFAULT);
  gtk_stack_add_named (self->views, GTK_WIDGET (self->journey), "journey");
  return self->journey;
}

static void
show_page (AppWindow *self, const AppPageInfo *info, const char *place)
{
  AppJourney *journey = ensure_journey (self);

  gtk_stack_set_visible_child_name (self->views, "journey");
  app_journey_show (journey, info, place);
  session_changed_cb (self);
}

static void
show_home (AppWindow *self)
{
  if (app_session_get_document (self->session) != NULL)
    app_session_close (self->session);
  gtk_stack_set_visible_child_name (self->views, "home");
  update_title (self);
  app_window_update_actions (self);
}

/* One of a deleted company can still be read, but nobody should go on with it. */
static gboolean
is_listed (AppStore *store, const char *id)
{
  Workspace *workspace = app_store_get_workspace (store);
  g_autoptr (GPtrArray) list = workspace != NULL ? workspace_list (workspace, FALSE, NULL) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_strcmp0 (((const WorkspaceEntry *)g_ptr_array_index (list, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

void
_app_window_look_again (AppWindow *self)
{
  AppStore *store = app_session_get_store (self->session);
  AssessmentDocument *document = app_session_get_document (self->session);
  const char *id = document != NULL ? assessment_document_id (document) : NULL;
  g_autoptr (AssessmentDocument) now = NULL;

  if (id == NULL || store == NULL || self->round != NULL)
    return;
  if (is_listed (store, id))
    now = app_store_load (store, id, NULL);
  if (now == NULL || !app_session_open (self->session, now, TRUE, NULL))
    show_home (self);
}

/* Made when somebody asks for it: an owner never does. */
static void
show_portfolio (AppWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->views, "portfolio");
  g_autoptr (WorkspaceCompany) open = NULL;

  if (app_adviser_get_focus (app_session_get_adviser (self->session)) != NULL
      || !app_adviser_is_on (app_session_get_adviser (self->session)))
    return; /* it shows all companies */
  if (!app_library_ensure (app_session_get_library (self->session), NULL))
    return;
  if (page == NULL)
    {
      page = g_object_new (APP_TYPE_PORTFOLIO_PAGE, NULL);
      app_page_set_session (APP_PAGE (page), self->session);
      g_object_bind_property (self->narrow, "narrow", page, "narrow", G_BINDING_SYNC_CREATE);
      gtk_stack_add_named (self->views, page, "portfolio");
    }
  open = app_stages_company (self->session);
  show_home (self);
  app_portfolio_page_refresh (APP_PORTFOLIO_PAGE (page), open != NULL ? open->id : NULL);
  gtk_stack_set_visible_child (self->views, page);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
library_ready_cb (AppWindow *self)
{
  const GError *error = app_library_get_error (app_session_get_library (self->session));

  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      /* Set here: an icon of this size is a vector image, and its library is large. */
      adw_status_page_set_icon_name (self->trouble, "dialog-warning-symbolic");
      adw_status_page_set_description (self->trouble, escaped);
      gtk_stack_set_visible_child_name (self->views, "trouble");
    }
  app_window_update_actions (self);
}

/* The data is read when the first frame is on the screen, so that the window comes up at once. */
static gboolean
load_idle (gpointer data)
{
  AppWindow *self = data;

  app_library_load (app_session_get_library (self->session));
  if (app_session_get_store (self->session) != NULL)
    app_store_open (app_session_get_store (self->session));
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, AppWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, load_idle, g_object_ref (self), g_object_unref);
}

static gboolean
is_adviser (AppWindow *self)
{
  return app_adviser_is_on (app_session_get_adviser (self->session));
}

/* Who answered a file of their own has one more thing to do. */
static void
offer_copy (AppWindow *self)
{
  AssessmentDocument *document = app_session_get_document (self->session);

  if (!is_adviser (self) && document != NULL
      && assessment_document_count (document, "respondents") == 1
      && !assessment_document_has (document, "answers"))
    app_window_toast (self, _ ("Handed in. Send a copy back to who gave you the file"),
                      _ ("_Save a copy…"), "win.export", NULL);
}

static void
round_closed_cb (AppWindow *self, gboolean handed_in)
{
  GtkWidget *round = g_steal_pointer (&self->round);

  /* What the person did is neither seen nor taken back by undo. */
  app_session_seal (self->session);
  app_window_go (self, "people");
  gtk_stack_remove (self->views, round);
  if (handed_in)
    offer_copy (self);
}

void
_app_window_answer_alone (AppWindow *self, const char *id)
{
  GtkWidget *round = app_session_get_document (self->session) != NULL && self->round == NULL
                         ? app_round_new (self->session, id)
                         : NULL;

  if (round == NULL)
    return;
  app_session_seal (self->session);
  self->round = round;
  g_object_bind_property (self->narrow, "narrow", round, "narrow", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (round, "closed", G_CALLBACK (round_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->views, round, "round");
  gtk_stack_set_visible_child (self->views, round);
  gtk_widget_child_focus (round, GTK_DIR_TAB_FORWARD);
  update_title (self);
  app_window_update_actions (self);
}

static void
app_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (after_paint_cb), widget, 0);
}

static void
leave_anyway_cb (gboolean accepted, gpointer user_data)
{
  if (accepted)
    show_home (user_data);
}

static void
leave (AppWindow *self)
{
  if (!app_session_is_waiting (self->session))
    {
      show_home (self);
      return;
    }
  app_compat_ask (GTK_WINDOW (self), _ ("The last answers are not saved"),
                  app_session_get_saved_text (self->session), _ ("Leave and lose them"),
                  leave_anyway_cb, self);
}

static void
close_anyway_cb (gboolean accepted, gpointer user_data)
{
  if (accepted)
    gtk_window_destroy (GTK_WINDOW (user_data));
}

/* Closing waits until the last answer is on the disk. */
static gboolean
app_window_close_request (GtkWindow *window)
{
  AppWindow *self = APP_WINDOW (window);
  AppStore *store = app_session_get_store (self->session);
  g_autoptr (GError) error = NULL;

  if ((store == NULL || app_store_flush (store, &error)) && !app_session_is_waiting (self->session))
    return GTK_WINDOW_CLASS (app_window_parent_class)->close_request (window);
  app_compat_ask (window, _ ("The last answers are not saved"),
                  error != NULL ? error->message : app_session_get_saved_text (self->session),
                  _ ("Close and lose them"), close_anyway_cb, self);
  return GDK_EVENT_STOP;
}

static void
app_window_dispose (GObject *object)
{
  AppWindow *self = APP_WINDOW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (app_window_parent_class)->dispose (object);
}

static void
app_window_class_init (AppWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_window_dispose;
  widget_class->realize = app_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = app_window_close_request;

  g_type_ensure (APP_TYPE_HOME_PAGE);
  g_type_ensure (APP_TYPE_NARROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, narrow);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, views);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, home);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, focus_bar);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, focus_label);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, store_trouble);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, store_failure);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, retention_bar);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, retention_label);
  gtk_widget_class_bind_template_child (widget_class, AppWindow, new_company);
  app_window_install_actions (widget_class);
}

static void
app_window_init (AppWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  app_window_accept_drops (self);
}

/* What another company's window shows goes away at once. */
static void
adviser_cb (AppWindow *self)
{
  AssessmentDocument *document = app_session_get_document (self->session);
  const gboolean focus = app_adviser_get_focus (app_session_get_adviser (self->session)) != NULL;

  if (document != NULL && self->round == NULL
      && !_app_window_may_show (self, assessment_document_get_string (document, "id")))
    show_home (self);
  if (focus && g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "portfolio") == 0)
    show_home (self);
  app_window_update_actions (self);
  app_window_update_data (self);
}

static void
bind_settings (AppWindow *self, GSettings *settings)
{
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

AppWindow *
app_window_new (AppApplication *application)
{
  AppWindow *self = g_object_new (APP_TYPE_WINDOW, "application", application, NULL);
  AppLibrary *library = app_application_get_library (application);
  GSettings *settings = app_application_get_settings (application);

  self->session = app_session_new (library, app_application_get_store (application));
  app_session_set_adviser (self->session, app_application_get_adviser (application));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "refused", G_CALLBACK (_app_window_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (app_application_get_adviser (application), "notify::focus",
                           G_CALLBACK (adviser_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app_application_get_adviser (application), "notify::on",
                           G_CALLBACK (adviser_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::ready", G_CALLBACK (library_ready_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->narrow, "narrow", self->home, "narrow", G_BINDING_SYNC_CREATE);
  app_page_set_session (APP_PAGE (self->home), self->session);
  app_window_watch_data (self);
  if (settings != NULL)
    bind_settings (self, settings);
  update_title (self);
  app_window_update_actions (self);
  return self;
}

AppSession *
app_window_get_session (AppWindow *self)
{
  g_return_val_if_fail (APP_IS_WINDOW (self), NULL);
  return self->session;
}

gboolean
app_window_open (AppWindow *self, AssessmentDocument *document, gboolean kept)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (APP_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  if (!_app_window_may_show (self, assessment_document_get_string (document, "id")))
    {
      app_compat_tell (GTK_WINDOW (self), _ ("Only one company is shown"),
                       _ ("Show all companies first, then open this one."));
      return FALSE;
    }
  if (app_session_is_waiting (self->session))
    {
      app_compat_tell (GTK_WINDOW (self), _ ("The last answers are not saved"),
                       app_session_get_saved_text (self->session));
      return FALSE;
    }
  if (!app_session_open (self->session, document, kept, &error))
    {
      app_compat_tell (GTK_WINDOW (self), _ ("This assessment cannot be opened"), error->message);
      return FALSE;
    }
  app_window_go (self, !is_adviser (self) && consultation_respondent_is_file (document)
                           ? "people"
                           : "company");
  return TRUE;
}

void
app_window_go (AppWindow *self, const char *target)
{
  g_auto (GStrv) parts = NULL;
  const AppPageInfo *info;

  g_return_if_fail (APP_IS_WINDOW (self));
  g_return_if_fail (target != NULL);

  if (self->round != NULL)
    return; /* who answers alone sees nothing else */
  parts = g_strsplit (target, ":", 2);
  info = parts[0] != NULL ? app_pages_find (parts[0]) : NULL;
  if (g_str_equal (target, "home"))
    leave (self);
  else if (g_str_equal (target, "portfolio"))
    show_portfolio (self);
  else if (info != NULL && app_session_get_document (self->session) != NULL)
    show_page (self, info, parts[1]);
}
