/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-tag.h"

/* Looks are in style.css (.tag). */

struct _AppTag
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (AppTag, app_tag, GTK_TYPE_BOX)

static void
app_tag_class_init (AppTagClass *klass)
{
}

static void
app_tag_init (AppTag *self)
{
  GtkBox *box = GTK_BOX (self);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "pixel-size", 14, NULL);
  self->word = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->word, 0);
  gtk_box_set_spacing (box, 6);
  gtk_box_append (box, GTK_WIDGET (self->icon));
  gtk_box_append (box, GTK_WIDGET (self->word));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tag");
}

GtkWidget *
app_tag_new (const char *icon_name, const char *word, const char *tint)
{
  AppTag *self = g_object_new (APP_TYPE_TAG, NULL);

  app_tag_set (self, icon_name, word, tint);
  return GTK_WIDGET (self);
}

void
app_tag_set (AppTag *self, const char *icon_name, const char *word, const char *tint)
{
  static const char *const tints[] = { "good", "open", "accent" };

  g_return_if_fail (APP_IS_TAG (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_label_set_label (self->word, word);
  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    if (g_strcmp0 (tint, tints[i]) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (self), tints[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), tints[i]);
}

void
app_tag_set_compact (AppTag *self, gboolean compact)
{
  g_return_if_fail (APP_IS_TAG (self));

  gtk_widget_set_visible (GTK_WIDGET (self->word), !compact);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "plain");
}

const char *
app_tag_get_word (AppTag *self)
{
  g_return_val_if_fail (APP_IS_TAG (self), NULL);
  return gtk_label_get_label (self->word);
}
