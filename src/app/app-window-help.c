/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-compat.h"
#include "app/app-window-private.h"
#include "app/widgets/app-help-window.h"

/* F1 opens the help page of where one is; in a window of ours where nothing else shows it. */

static const struct
{
  const char *page, *help;
} topics[] = {
  { "home", "companies" },      { "company", "first-assessment" },
  { "project", "support" },     { "questions", "questions" },
  { "people", "people" },       { "evidence", "evidence" },
  { "stages", "stages" },       { "compare", "stages" },
  { "portal", "stages" },       { "results", "results" },
  { "support", "support" },     { "hubs", "support" },
  { "plan", "plan" },           { "actions", "plan" },
  { "report", "report" },       { "application", "application" },
  { "catalogue", "catalogue" }, { "portfolio", "portfolio" },
};

/* The help page for a page of the window; "index" for one that has none of its own. */
static const char *
help_topic (const char *page)
{
  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].page, page))
      return topics[i].help;
  return "index";
}

/* A program for "help:" addresses, such as Yelp. */
static gboolean
has_viewer (void)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  return viewer != NULL;
}

static void
help_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  const char *view = gtk_stack_get_visible_child_name (self->views);
  const char *page = g_strcmp0 (view, "journey") == 0 && self->journey != NULL
                         ? app_journey_get_page_id (self->journey)
                         : view;
  const char *topic = help_topic (page);
  g_autofree char *uri = g_strconcat ("help:waymark/", topic, NULL);

  if (has_viewer ())
    app_compat_open_uri (GTK_WINDOW (widget), uri);
  else
    gtk_window_present (GTK_WINDOW (app_help_window_new (GTK_WINDOW (widget), topic)));
}

void
app_window_install_help_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
}
