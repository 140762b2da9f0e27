/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-record-view.h"

#include "app/widgets/app-hub-record.h"
#include "app/widgets/app-instrument-record.h"
#include "app/widgets/app-label.h"
#include "app/widgets/app-row.h"

#include <glib/gi18n.h>

/* Everything is made anew for each record. */

struct _AppRecordView
{
  GtkBox parent_instance;

  AppRecord *record; /* keeps what the widgets inside borrow */
};

G_DEFINE_FINAL_TYPE (AppRecordView, app_record_view, GTK_TYPE_BOX)

static void
app_record_view_dispose (GObject *object)
{
  g_clear_object (&APP_RECORD_VIEW (object)->record);
  G_OBJECT_CLASS (app_record_view_parent_class)->dispose (object);
}

static void
app_record_view_class_init (AppRecordViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = app_record_view_dispose;
}

static void
app_record_view_init (AppRecordView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

static void
clear (AppRecordView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  g_clear_object (&self->record);
}

static void
add_head (AppRecordView *self, AppSession *session)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = app_record_title (self->record, session);
  g_autofree char *detail = app_record_detail (self->record, session);

  gtk_box_append (GTK_BOX (head), app_label_new (title, "title-2"));
  app_label_append_caption (GTK_BOX (head), detail);
  if (app_record_is_own (self->record))
    app_label_append_caption (GTK_BOX (head), _ ("Added by you; it stays on this computer."));
  gtk_box_append (GTK_BOX (self), head);
}

static void
add_button (GtkBox *buttons, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, target);
  gtk_box_append (buttons, button);
}

/* Two short lines: four buttons beside each other are too wide for the narrowest window. The
 * browser opens only after a click. */
static void
add_buttons (AppRecordView *self)
{
  GtkWidget *web = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *own = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *website = app_record_get_website (self->record);
  const char *source = app_record_get_source (self->record);

  if (website != NULL)
    add_button (GTK_BOX (web), _ ("_Website"), "win.open-uri", website);
  if (source != NULL)
    add_button (GTK_BOX (web), _ ("_Source"), "win.open-uri", source);
  gtk_widget_set_visible (web, website != NULL || source != NULL);
  add_button (GTK_BOX (own), _ ("_Change…"), "catalogue.edit", NULL);
  add_button (GTK_BOX (own), _ ("_Remove"), "catalogue.remove", NULL);
  gtk_widget_set_visible (own, app_record_is_own (self->record));
  gtk_box_append (GTK_BOX (self), web);
  gtk_box_append (GTK_BOX (self), own);
}

static void
add_facts (AppRecordView *self, AppSession *session)
{
  const CatalogueFound *found = app_record_get (self->record);
  const Catalogue *catalogue = app_record_get_catalogue (self->record);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_box_append (GTK_BOX (card),
                  found->kind == CATALOGUE_RECORD_HUB
                      ? app_hub_record_new (session, catalogue, found->hub)
                  : found->kind == CATALOGUE_RECORD_CLUSTER
                      ? app_cluster_record_new (session, catalogue, found->cluster)
                      : app_instrument_record_new (session, catalogue, found->instrument));
  gtk_box_append (GTK_BOX (self), card);
}

static void
contact_cb (AdwEntryRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "catalogue.contact", "s",
                              gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* An own hub has it in its form. */
static void
add_contact (AppRecordView *self)
{
  const CatalogueFound *found = app_record_get (self->record);
  GtkWidget *group, *row;

  if (found->kind != CATALOGUE_RECORD_HUB || found->hub->own)
    return;
  group = adw_preferences_group_new ();
  row = adw_entry_row_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Whom you know there"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("It stands beside the hub in reports too, unless names of people are left out."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Person, e-mail, telephone"));
  if (found->hub->contact != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), found->hub->contact);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (contact_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (GTK_BOX (self), group);
}

static void
add_link (GtkListBox *list, const CatalogueHubLink *link)
{
  const gboolean hub = g_str_equal (link->kind, "hub");
  g_autofree char *target = NULL;

  if (link->id == NULL)
    return;
  target = g_strdup_printf (
      "%s:%s", catalogue_record_kind_word (hub ? CATALOGUE_RECORD_HUB : CATALOGUE_RECORD_CLUSTER),
      link->id);
  gtk_list_box_append (list, app_row_new_link (link->name, hub ? _ ("Hub") : _ ("Cluster"),
                                               "catalogue.show", target));
}

/* Records that it is linked with are one click away. */
static void
add_links (AppRecordView *self)
{
  const CatalogueFound *found = app_record_get (self->record);
  GtkWidget *box, *list;

  if (found->kind != CATALOGUE_RECORD_HUB)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Linked with"), -1);
  for (guint i = 0; i < found->hub->n_links; i++)
    add_link (GTK_LIST_BOX (list), &found->hub->links[i]);
  app_label_append (GTK_BOX (box), _ ("Linked with"), "title-4");
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_visible (box, gtk_widget_get_first_child (list) != NULL);
  gtk_box_append (GTK_BOX (self), box);
}

void
app_record_view_show (AppRecordView *self, AppSession *session, AppRecord *record)
{
  AppRecord *kept = record != NULL ? g_object_ref (record) : NULL;

  g_return_if_fail (APP_IS_RECORD_VIEW (self));

  clear (self);
  self->record = kept;
  if (kept == NULL)
    {
      app_label_append (GTK_BOX (self), _ ("Choose a record of the list."), "dim-label");
      return;
    }
  add_head (self, session);
  add_buttons (self);
  add_contact (self);
  add_facts (self, session);
  add_links (self);
}
