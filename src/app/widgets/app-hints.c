/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-hints.h"

#include <glib/gi18n.h>

struct _AppHints
{
  AdwBin parent_instance;

  GtkWidget *why_card, *example_card;
  GtkLabel *why, *example;
};

G_DEFINE_FINAL_TYPE (AppHints, app_hints, ADW_TYPE_BIN)

static GtkWidget *
new_card (const char *icon_name, const char *title, GtkLabel **text)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *heading = gtk_label_new (title);

  *text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (*text, 0);
  gtk_label_set_wrap (*text, TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), heading);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (*text));
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_add_css_class (card, "hint");
  return card;
}

static void
app_hints_class_init (AppHintsClass *klass)
{
}

static void
app_hints_init (AppHints *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->why_card = new_card ("dialog-information-symbolic", _ ("Why we ask"), &self->why);
  self->example_card = new_card ("avatar-default-symbolic", _ ("For example"), &self->example);
  gtk_box_append (GTK_BOX (box), self->why_card);
  gtk_box_append (GTK_BOX (box), self->example_card);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
app_hints_set (AppHints *self, const char *why, const char *example)
{
  g_return_if_fail (APP_IS_HINTS (self));

  gtk_label_set_label (self->why, why != NULL ? why : "");
  gtk_widget_set_visible (self->why_card, why != NULL);
  gtk_label_set_label (self->example, example != NULL ? example : "");
  gtk_widget_set_visible (self->example_card, example != NULL);
}
