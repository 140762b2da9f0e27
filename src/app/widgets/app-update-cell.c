/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-update-cell.h"

#include "app/widgets/app-label.h"

/* Made once, shown many times while the list scrolls. */

struct _AppUpdateCell
{
  GtkBox parent_instance;

  GBinding *binding; /* of the check; owned by its ends */
  GtkWidget *check;
  GtkLabel *name, *title, *details;
};

G_DEFINE_FINAL_TYPE (AppUpdateCell, app_update_cell, GTK_TYPE_BOX)

static void
app_update_cell_class_init (AppUpdateCellClass *klass)
{
}

static void
app_update_cell_init (AppUpdateCell *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "row-text");
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  self->name = GTK_LABEL (app_label_new (NULL, "heading"));
  self->title = GTK_LABEL (app_label_new_caption (NULL));
  self->details = GTK_LABEL (app_label_new (NULL, "caption"));
  gtk_label_set_wrap_mode (self->details, PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->details));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), texts);
}

GtkWidget *
app_update_cell_new (void)
{
  return g_object_new (APP_TYPE_UPDATE_CELL, NULL);
}

void
app_update_cell_show (AppUpdateCell *self,
                      AppSession *session,
                      const Catalogue *catalogue,
                      AppRecordChange *change)
{
  g_autofree char *title = NULL, *details = NULL;

  g_return_if_fail (APP_IS_UPDATE_CELL (self));

  if (self->binding != NULL)
    g_binding_unbind (g_steal_pointer (&self->binding));
  if (change == NULL)
    return;
  title = app_record_change_title (change);
  details = app_record_change_details (change, session, catalogue);
  gtk_label_set_label (self->name, app_record_change_get (change)->name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  app_record_change_get (change)->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  self->binding = g_object_bind_property (change, "accepted", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
