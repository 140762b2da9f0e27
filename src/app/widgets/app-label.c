/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-label.h"

/* Texts of cards and rows. Long ones wrap; nothing is cut. */

GtkWidget *
app_label_new (const char *text, const char *css_class)
{
  GtkWidget *widget = gtk_label_new (text);
  GtkLabel *label = GTK_LABEL (widget);

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
  return widget;
}

GtkWidget *
app_label_new_caption (const char *text)
{
  GtkWidget *label = app_label_new (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

void
app_label_append (GtkBox *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (box, app_label_new (text, css_class));
}

void
app_label_append_caption (GtkBox *box, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (box, app_label_new_caption (text));
}
