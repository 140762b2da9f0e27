/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-choice-list.h"

#include "app/widgets/app-label.h"

#include <glib/gi18n.h>

/* Type a few letters, Enter takes the first; arrows go on into the list. */

/* Below this a search field is only in the way. */
#define SEARCH_FROM 8
#define WIDTH 300

struct _AppChoiceList
{
  GtkPopover parent_instance;

  GtkSearchEntry *search;
  GtkListView *view;
  GtkWidget *scrolled; /* around the view */
  GtkWidget *nothing;  /* what to do when nothing is found */
  GtkLabel *advice;
  GtkFilterListModel *filtered;
  GtkSortListModel *found; /* the nearest first */
  char *kind;
};

G_DEFINE_FINAL_TYPE (AppChoiceList, app_choice_list, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (AppChoiceList *self, guint position)
{
  g_autoptr (AppChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, app_choice_get_id (choice));
}

static void
activate_cb (AppChoiceList *self, guint position)
{
  choose (self, position);
}

static void
search_activate_cb (AppChoiceList *self)
{
  choose (self, 0);
}

static gboolean
matches_cb (gpointer item, gpointer user_data)
{
  AppChoiceList *self = user_data;

  return app_choice_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AppChoiceList *self = user_data;
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return app_choice_rank ((AppChoice *)a, typed) - app_choice_rank ((AppChoice *)b, typed);
}

/* A popover asks for the height at a larger width than its content gets: lines would be cut off. */
static void
reserve_lines (AppChoiceList *self)
{
  int height;

  gtk_widget_set_size_request (GTK_WIDGET (self->advice), -1, -1);
  gtk_widget_measure (GTK_WIDGET (self->advice), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height,
                      NULL, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->advice), -1, height);
}

static void
search_changed_cb (AppChoiceList *self)
{
  gboolean found;

  if (self->found == NULL)
    return;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                      GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->found), GTK_SORTER_CHANGE_DIFFERENT);
  found = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;
  gtk_widget_set_visible (self->nothing, !found);
  if (!found)
    reserve_lines (self);
  gtk_widget_set_visible (self->scrolled, found);
}

static void
show_all_cb (AppChoiceList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
search_key_cb (AppChoiceList *self, guint key)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return GDK_EVENT_STOP;
}

/* GTK takes the focus of a popover that was open before for one that is still in it. */
static void
show_cb (AppChoiceList *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AppChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  const char *words = app_choice_get_detail (choice);

  gtk_label_set_label (GTK_LABEL (title), app_choice_get_title (choice));
  gtk_label_set_label (GTK_LABEL (detail), words != NULL ? words : "");
  gtk_widget_set_visible (detail, words != NULL);
}

static void
fill (AppChoiceList *self, AppSession *session, const char *kind)
{
  GListModel *choices = app_choices_new (session, kind);
  const guint n = g_list_model_get_n_items (choices);
  GtkSingleSelection *selection;

  g_clear_object (&self->found);
  self->filtered = gtk_filter_list_model_new (
      choices, GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL)));
  self->found = gtk_sort_list_model_new (
      G_LIST_MODEL (self->filtered), GTK_SORTER (gtk_custom_sorter_new (compare_cb, self, NULL)));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n >= SEARCH_FROM);
  gtk_label_set_label (self->advice,
                       g_str_equal (kind, "place")
                           ? _ ("Only the larger towns are known here. Try a larger town nearby, "
                                "your region or your country.")
                           : _ ("Nothing found. Try a shorter word."));
  g_free (self->kind);
  self->kind = g_strdup (kind);
}

static void
app_choice_list_dispose (GObject *object)
{
  AppChoiceList *self = APP_CHOICE_LIST (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->found);
  G_OBJECT_CLASS (app_choice_list_parent_class)->dispose (object);
}

static void
app_choice_list_finalize (GObject *object)
{
  g_free (APP_CHOICE_LIST (object)->kind);
  G_OBJECT_CLASS (app_choice_list_parent_class)->finalize (object);
}

static void
app_choice_list_class_init (AppChoiceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = app_choice_list_dispose;
  object_class->finalize = app_choice_list_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", APP_TYPE_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_list (AppChoiceList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "choices");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  return scrolled;
}

static GtkWidget *
new_nothing (AppChoiceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *all = gtk_button_new_with_label (_ ("Show everything"));

  self->advice = GTK_LABEL (app_label_new (NULL, "dim-label"));
  gtk_label_set_max_width_chars (self->advice, 30);
  g_signal_connect_object (all, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->advice));
  gtk_box_append (GTK_BOX (box), all);
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
app_choice_list_init (AppChoiceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->nothing = new_nothing (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self,
                           G_CONNECT_SWAPPED);
  /* The entry keeps Escape for itself. */
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), self->nothing);
  self->scrolled = new_list (self);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_after (self, "show", G_CALLBACK (show_cb), NULL);
}

GtkWidget *
app_choice_list_new (void)
{
  return g_object_new (APP_TYPE_CHOICE_LIST, NULL);
}

void
app_choice_list_prepare (AppChoiceList *self, AppSession *session, const char *kind)
{
  g_return_if_fail (APP_IS_CHOICE_LIST (self));

  if (g_strcmp0 (self->kind, kind) != 0)
    fill (self, session, kind);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
}
