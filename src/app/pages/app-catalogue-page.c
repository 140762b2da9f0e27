/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-catalogue-page.h"

#include "app/app-compat.h"
#include "app/app-records.h"
#include "app/pages/app-catalogue-actions.h"
#include "app/widgets/app-choice-down.h"
#include "app/widgets/app-record-view.h"
#include "base/base-date.h"
#include "catalogue/catalogue-update.h"

#include <glib/gi18n.h>

/* A list beside what is chosen in it; where there is little room, one or the other. */

struct _AppCataloguePage
{
  AppPage parent_instance;

  AppRecords *records; /* NULL before the first refresh */
  GtkSingleSelection *selection;
  gboolean filling, open; /* open: the record is shown where there is room for one only */

  /* template */
  GtkWidget *list_side, *detail_side, *to_list, *nothing;
  GtkSearchEntry *search;
  GtkLabel *age, *found;
  GtkDropDown *kind, *country, *region, *sector, *technology, *service;
  GtkMenuButton *filter;
  GtkListView *list;
  GtkScrolledWindow *detail_scroll;
  AppRecordView *view;
};

G_DEFINE_FINAL_TYPE (AppCataloguePage, app_catalogue_page, APP_TYPE_PAGE)

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

static AppRecord *
chosen (AppCataloguePage *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/* --- layout ----------------------------------------------------------------------------------- */

static void
layout_cb (AppCataloguePage *self)
{
  const gboolean narrow = app_page_get_narrow (APP_PAGE (self));

  gtk_widget_set_visible (self->list_side, !narrow || !self->open);
  gtk_widget_set_visible (self->detail_side, !narrow || self->open);
  gtk_widget_set_visible (self->to_list, narrow && self->open);
  gtk_widget_set_hexpand (self->list_side, narrow);
  gtk_widget_set_size_request (self->list_side, narrow ? -1 : 436, -1);
}

static void
set_open (AppCataloguePage *self, gboolean open)
{
  self->open = open;
  layout_cb (self);
}

static void
to_list_cb (AppCataloguePage *self)
{
  set_open (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
show_record (AppCataloguePage *self)
{
  AppRecord *record = chosen (self);
  const gboolean own = record != NULL && app_record_is_own (record);

  app_record_view_show (self->view, session_of (self), record);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->detail_scroll), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.edit", own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.remove", own);
}

static void
show_found (AppCataloguePage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  const guint n_filters = app_records_n_filters (self->records);
  g_autofree char *found = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  g_autofree char *label
      = n_filters > 0 ? g_strdup_printf (_ ("Filter (%u)"), n_filters) : g_strdup (_ ("Filter"));

  gtk_label_set_label (self->found, found);
  gtk_menu_button_set_label (self->filter, label);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
}

static void
show_age (AppCataloguePage *self)
{
  Catalogue *catalogue = app_library_get_catalogue (library_of (self));
  g_autofree char *today = base_date_today ();
  g_autoptr (BaseText) text = catalogue_age_text (catalogue, today);
  g_autofree char *said = app_session_say (session_of (self), text);
  g_autofree char *words = g_strdup_printf (_ ("%s. Ask whether a hub is still funded."), said);

  gtk_label_set_label (self->age, words);
}

/* FALSE: it is not among those found. */
static gboolean
choose (AppCataloguePage *self, CatalogueRecordKind kind, const char *id)
{
  const guint position = app_records_find (self->records, kind, id);

  if (position == G_MAXUINT)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  show_record (self);
  return TRUE;
}

/* --- the list --------------------------------------------------------------------------------- */

/* Many hubs have a whole sentence for a name: two lines show most of it. */
static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *detail = new_label ("caption");

  gtk_widget_add_css_class (box, "record-cell");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), new_label ("heading"));
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, AppCataloguePage *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  AppRecord *record = gtk_list_item_get_item (item);
  g_autofree char *title = app_record_title (record, session_of (self));
  g_autofree char *detail = app_record_detail (record, session_of (self));
  g_autofree char *own = g_strdup_printf (_ ("%s · yours"), detail);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       app_record_is_own (record) ? own : detail);
}

static void
activate_cb (AppCataloguePage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_record (self);
  set_open (self, TRUE);
  if (app_page_get_narrow (APP_PAGE (self)))
    gtk_widget_grab_focus (self->to_list);
}

/* --- what a person asks for ------------------------------------------------------------------- */

static void
search_changed_cb (AppCataloguePage *self)
{
  if (self->records == NULL)
    return;
  app_records_set_words (self->records, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  show_found (self);
}

static void
search_activate_cb (AppCataloguePage *self)
{
  if (self->records != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->records)) > 0)
    activate_cb (self, 0);
}

static void
stop_search_cb (AppCataloguePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
kind_cb (AppCataloguePage *self)
{
  static const guint kinds[] = { 0, 1u << CATALOGUE_RECORD_HUB, 1u << CATALOGUE_RECORD_CLUSTER,
                                 1u << CATALOGUE_RECORD_INSTRUMENT, 0 };
  const guint selected = gtk_drop_down_get_selected (self->kind);

  if (self->filling || self->records == NULL || selected >= G_N_ELEMENTS (kinds))
    return;
  app_records_set_kinds (self->records, kinds[selected], selected == G_N_ELEMENTS (kinds) - 1);
  show_found (self);
}

static void
get_downs (AppCataloguePage *self, GtkDropDown **downs)
{
  downs[APP_RECORDS_COUNTRY] = self->country;
  downs[APP_RECORDS_REGION] = self->region;
  downs[APP_RECORDS_SECTOR] = self->sector;
  downs[APP_RECORDS_TECHNOLOGY] = self->technology;
  downs[APP_RECORDS_SERVICE] = self->service;
}

static void
fill (AppCataloguePage *self, AppRecordsFilter filter, GtkDropDown *down)
{
  g_autoptr (GListModel) choices = app_records_choices (self->records, filter, _ ("Any"));

  app_choice_down_fill (down, choices, app_records_get_filter (self->records, filter));
  gtk_widget_set_sensitive (GTK_WIDGET (down), g_list_model_get_n_items (choices) > 1);
}

/* Only what is there can be chosen; regions are those of the country. */
static void
fill_filters_cb (AppCataloguePage *self)
{
  GtkDropDown *downs[APP_RECORDS_N_FILTERS];

  if (self->records == NULL)
    return;
  self->filling = TRUE;
  get_downs (self, downs);
  for (guint i = 0; i < APP_RECORDS_N_FILTERS; i++)
    fill (self, i, downs[i]);
  self->filling = FALSE;
}

static void
filter_cb (AppCataloguePage *self, GParamSpec *pspec, GtkDropDown *changed)
{
  GtkDropDown *downs[APP_RECORDS_N_FILTERS];

  if (self->filling || self->records == NULL)
    return;
  get_downs (self, downs);
  for (guint i = 0; i < APP_RECORDS_N_FILTERS; i++)
    if (downs[i] == changed)
      app_records_set_filter (self->records, i, app_choice_down_get_id (changed));
  if (changed == self->country)
    {
      self->filling = TRUE;
      fill (self, APP_RECORDS_REGION, self->region);
      self->filling = FALSE;
    }
  show_found (self);
}

static void
clear_cb (AppCataloguePage *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind, 0);
  self->filling = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  app_records_clear (self->records);
  gtk_menu_button_popdown (self->filter);
  show_found (self);
}

/* --- what others ask for ---------------------------------------------------------------------- */

AppRecord *
app_catalogue_page_get_chosen (AppCataloguePage *self)
{
  g_return_val_if_fail (APP_IS_CATALOGUE_PAGE (self), NULL);
  return chosen (self);
}

void
app_catalogue_page_show (AppCataloguePage *self, CatalogueRecordKind kind, const char *id)
{
  g_return_if_fail (APP_IS_CATALOGUE_PAGE (self) && id != NULL);

  if (!choose (self, kind, id))
    {
      clear_cb (self);
      choose (self, kind, id);
    }
  set_open (self, TRUE);
}

void
app_catalogue_page_show_list (AppCataloguePage *self)
{
  g_return_if_fail (APP_IS_CATALOGUE_PAGE (self));
  set_open (self, FALSE);
}

/* "hubs:ID": a record that another one is linked with. */
static void
show_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (target, NULL), ":", 2);

  for (guint i = 0; parts[0] != NULL && parts[1] != NULL && i < CATALOGUE_N_RECORD_KINDS; i++)
    if (g_str_equal (parts[0], catalogue_record_kind_word (i)))
      app_catalogue_page_show (self, i, parts[1]);
}

/* --- the object ------------------------------------------------------------------------------- */

/* What was chosen stays chosen, as it is now. */
static void
reloaded_cb (AppCataloguePage *self)
{
  AppRecord *record = chosen (self);
  const CatalogueRecordKind kind
      = record != NULL ? app_record_get (record)->kind : CATALOGUE_RECORD_HUB;
  g_autofree char *id = record != NULL ? g_strdup (app_record_get_id (record)) : NULL;

  app_records_reload (self->records);
  show_found (self);
  show_age (self);
  app_catalogue_actions_update (self);
  if (id == NULL || !choose (self, kind, id))
    show_record (self);
}

static void
selected_cb (AppCataloguePage *self)
{
  show_record (self);
}

static void
ensure_records (AppCataloguePage *self)
{
  GtkListItemFactory *factory;

  if (self->records != NULL)
    return;
  self->records = app_records_new (session_of (self));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->records)));
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library_of (self), "reloaded", G_CALLBACK (reloaded_cb), self,
                           G_CONNECT_SWAPPED);
}

void
app_catalogue_page_refresh (AppCataloguePage *self)
{
  g_return_if_fail (APP_IS_CATALOGUE_PAGE (self));

  ensure_records (self);
  fill_filters_cb (self);
  show_found (self);
  show_age (self);
  app_catalogue_actions_update (self);
  show_record (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Whoever types while the page is on the screen searches, wherever the focus is. */
static void
app_catalogue_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_catalogue_page_parent_class)->map (widget);
  gtk_search_entry_set_key_capture_widget (APP_CATALOGUE_PAGE (widget)->search, widget);
}

static gboolean
search_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (widget);

  set_open (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GDK_EVENT_STOP;
}

/* Nothing of an assessment is undone from here. */
static gboolean
undo_binding (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_widget_activate_action (widget, "catalogue.undo", NULL);
  return GDK_EVENT_STOP;
}

static void
app_catalogue_page_dispose (GObject *object)
{
  AppCataloguePage *self = APP_CATALOGUE_PAGE (object);

  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_CATALOGUE_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (app_catalogue_page_parent_class)->dispose (object);
}

static void
app_catalogue_page_class_init (AppCataloguePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_catalogue_page_dispose;
  widget_class->map = app_catalogue_page_map;
  g_type_ensure (APP_TYPE_RECORD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-catalogue-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppCataloguePage, child)
  BIND (list_side);
  BIND (detail_side);
  BIND (to_list);
  BIND (nothing);
  BIND (search);
  BIND (age);
  BIND (found);
  BIND (kind);
  BIND (country);
  BIND (region);
  BIND (sector);
  BIND (technology);
  BIND (service);
  BIND (filter);
  BIND (list);
  BIND (detail_scroll);
  BIND (view);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  app_catalogue_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "catalogue.show", "s", show_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, search_binding, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_binding, NULL);
}

static void
app_catalogue_page_init (AppCataloguePage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  layout_cb (self);
  self->filling = FALSE;
}
