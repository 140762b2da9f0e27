/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-home-page.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/app-way-step.h"
#include "app/app-summaries.h"
#include "app/widgets/app-company-list.h"
#include "app/widgets/app-entry-row.h"
#include "app/widgets/app-scenery.h"
#include "app/widgets/app-start-card.h"

#include <glib/gi18n.h>

/* The only page without an open document: an owner sees what was begun, an adviser the companies.
 */

/* A search field is in the way of five companies and needed for fifty. */
#define SEARCH_FROM 8

struct _AppHomePage
{
  AppPage parent_instance;

  GtkFilterListModel *found;
  AppSummaries *summaries;
  gboolean list_bound;

  /* template */
  GtkStack *kinds, *stack;
  AppCompanyList *companies;
  GtkBox *cards, *promise, *again;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkWidget *nothing_found;
  GtkLabel *welcome, *promise_words, *failure;
};

G_DEFINE_FINAL_TYPE (AppHomePage, app_home_page, APP_TYPE_PAGE)

static GtkWidget *
new_row_cb (gpointer item, gpointer user_data)
{
  return app_entry_row_new (item, app_page_get_session (user_data),
                            app_page_get_narrow (user_data));
}

static gboolean
contains (const char *text, const char *words)
{
  return text != NULL && g_str_match_string (words, text, TRUE);
}

static gboolean
matches_cb (gpointer item, gpointer user_data)
{
  AppHomePage *self = user_data;
  const WorkspaceEntry *entry = app_entry_get (item);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *focus
      = app_adviser_get_focus (app_session_get_adviser (app_page_get_session (APP_PAGE (self))));

  if (focus != NULL && g_strcmp0 (entry->company_id, focus) != 0)
    return FALSE;
  return *words == '\0' || contains (entry->company_name, words) || contains (entry->city, words)
         || contains (entry->region, words) || contains (entry->country, words);
}

static void
show_list (AppHomePage *self)
{
  AppStore *store = app_session_get_store (app_page_get_session (APP_PAGE (self)));
  const gboolean empty = app_store_is_empty (store);
  const guint n = g_list_model_get_n_items (app_store_get_entries (store));
  const guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  const char *failure = app_store_get_failure (store);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->search), n >= SEARCH_FROM);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_found > 0);
  gtk_widget_set_visible (self->nothing_found, n > 0 && n_found == 0);
  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  /* While there is no workspace the window says it, with what can be done. */
  gtk_widget_set_visible (GTK_WIDGET (self->failure),
                          failure != NULL && app_store_is_open (store));
}

/* The owner's list has a widget for each assessment: never for those of an adviser. */
static void
bind_list (AppHomePage *self, gboolean bound)
{
  if (self->list_bound == bound)
    return;
  self->list_bound = bound;
  if (bound)
    gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), new_row_cb, self, NULL);
  else
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
}

/* While there is nothing to list. */
static void
show_welcome (AppHomePage *self, gboolean adviser)
{
  gtk_label_set_label (self->welcome, adviser ? _ ("Your companies will stand here")
                                              : _ ("Where does your company stand?"));
  gtk_label_set_label (
      self->promise_words,
      adviser ? _ ("Add the first with “New company”, or open the file that a company sent you. Your "
                   "name, due dates and planned numbers are in the preferences.")
              : _ ("Answer plain questions about how you work. You get an honest first picture, the "
                   "next steps, and who can help."));
}

static void
show_kind (AppHomePage *self)
{
  AppSession *session = app_page_get_session (APP_PAGE (self));
  AppStore *store = app_session_get_store (session);
  const gboolean adviser
      = app_adviser_is_on (app_session_get_adviser (session)) && !app_store_is_empty (store);

  show_welcome (self, app_adviser_is_on (app_session_get_adviser (session)));
  gtk_stack_set_visible_child_name (self->kinds, adviser ? "adviser" : "owner");
  bind_list (self, !adviser);
}

/* Not while somebody answers: each look at the list would compute and write beside him. */
static void
start_summaries (AppHomePage *self)
{
  AppSession *session = app_page_get_session (APP_PAGE (self));
  AppStore *store = session != NULL ? app_session_get_store (session) : NULL;

  if (store != NULL && app_store_is_listed (store) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    app_summaries_start (self->summaries);
}

static void
app_home_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_home_page_parent_class)->map (widget);
  start_summaries (APP_HOME_PAGE (widget));
}

/* As in the adviser's list. */
static void
app_home_page_unmap (GtkWidget *widget)
{
  gtk_editable_set_text (GTK_EDITABLE (APP_HOME_PAGE (widget)->search), "");
  GTK_WIDGET_CLASS (app_home_page_parent_class)->unmap (widget);
}

static void
search_changed_cb (AppHomePage *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

/* Sectors, regions and levels have names now. */
static void
library_ready_cb (AppHomePage *self)
{
  app_companies_list_now (app_company_list_get_companies (self->companies));
  show_kind (self);
  start_summaries (self);
}

static gboolean
search_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  AppHomePage *self = APP_HOME_PAGE (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->kinds), "adviser"))
    app_company_list_search (self->companies);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GDK_EVENT_STOP;
}

static void
session_cb (AppHomePage *self)
{
  AppSession *session = app_page_get_session (APP_PAGE (self));
  AppStore *store = session != NULL ? app_session_get_store (session) : NULL;
  GtkFilter *filter;

  if (store == NULL)
    return;
  filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (app_store_get_entries (store)), filter);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "saved", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  self->summaries = app_summaries_new (app_session_get_library (session), store);
  app_company_list_set_session (self->companies, session);
  g_signal_connect_object (store, "listed", G_CALLBACK (show_kind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "listed", G_CALLBACK (start_summaries), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app_session_get_library (session), "notify::ready",
                           G_CALLBACK (library_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app_session_get_adviser (session), "notify::focus",
                           G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (app_session_get_adviser (session), "notify::on", G_CALLBACK (show_kind),
                           self, G_CONNECT_SWAPPED);
  show_list (self);
  show_kind (self);
}

static void
narrow_cb (AppHomePage *self)
{
  const gboolean narrow = app_page_get_narrow (APP_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->again),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (self->list_bound)
    {
      bind_list (self, FALSE);
      bind_list (self, TRUE);
    }
}

/* The way as a promise: one is at its beginning. */
static void
fill_promise (AppHomePage *self)
{
  const guint n = app_way_n_steps ();

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *mark = app_way_mark_new (GTK_ORIENTATION_HORIZONTAL, 9.5);
      GtkWidget *title = gtk_label_new (app_way_step_title (i));
      GtkWidget *purpose = gtk_label_new (app_way_step_purpose (i));

      app_way_mark_set (APP_WAY_MARK (mark),
                        i == 0       ? APP_WAY_HERE
                        : i + 1 == n ? APP_WAY_GOAL
                                     : APP_WAY_OPEN,
                        0, i == 0 ? APP_WAY_LINK_NONE : APP_WAY_LINK_AHEAD,
                        i + 1 == n ? APP_WAY_LINK_NONE : APP_WAY_LINK_AHEAD);
      gtk_widget_add_css_class (title, "promise");
      gtk_widget_add_css_class (purpose, "caption");
      gtk_widget_add_css_class (purpose, "dim-label");
      gtk_widget_set_margin_start (purpose, 3);
      gtk_widget_set_margin_end (purpose, 3);
      gtk_label_set_wrap (GTK_LABEL (purpose), TRUE);
      gtk_label_set_justify (GTK_LABEL (purpose), GTK_JUSTIFY_CENTER);
      gtk_box_append (GTK_BOX (column), mark);
      gtk_box_append (GTK_BOX (column), title);
      gtk_box_append (GTK_BOX (column), purpose);
      gtk_box_append (self->promise, column);
    }
}

static void
app_home_page_dispose (GObject *object)
{
  AppHomePage *self = APP_HOME_PAGE (object);

  /* The filter looks at the page; the list must go first. */
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->found);
  g_clear_object (&self->summaries);
  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_HOME_PAGE);
  G_OBJECT_CLASS (app_home_page_parent_class)->dispose (object);
}

static void
app_home_page_class_init (AppHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_home_page_dispose;
  widget_class->map = app_home_page_map;
  widget_class->unmap = app_home_page_unmap;

  g_type_ensure (APP_TYPE_COMPANY_LIST);
  g_type_ensure (APP_TYPE_SCENERY);
  g_type_ensure (APP_TYPE_START_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, kinds);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, companies);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, cards);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, promise);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, again);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, search);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, list);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, welcome);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, promise_words);
  gtk_widget_class_bind_template_child (widget_class, AppHomePage, failure);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_binding, NULL);
}

static void
app_home_page_init (AppHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_promise (self);
  narrow_cb (self);
}
