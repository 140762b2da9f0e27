/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-effort.h"

#include <glib/gi18n.h>

/* Bars are boxes in the text's colour, so that every theme fits. */

#define LARGEST 3

struct _AppEffort
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (AppEffort, app_effort, GTK_TYPE_BOX)

static void
app_effort_class_init (AppEffortClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "effort");
}

static void
app_effort_init (AppEffort *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

const char *
app_effort_word (guint effort)
{
  switch (effort)
    {
    case 1:
      /* translators: how much work a step is */
      return C_ ("effort", "Small");
    case 2:
      return C_ ("effort", "Medium");
    case 3:
      return C_ ("effort", "Large");
    default:
      return NULL;
    }
}

GtkWidget *
app_effort_new (guint effort)
{
  GtkWidget *self = g_object_new (APP_TYPE_EFFORT, NULL);
  GtkWidget *bars = g_object_new (GTK_TYPE_BOX, "spacing", 2, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *word = gtk_label_new (app_effort_word (effort));

  g_return_val_if_fail (effort >= 1 && effort <= LARGEST, self);

  for (guint i = 1; i <= LARGEST; i++)
    {
      GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (bar, 4, 2 + 4 * (int)i);
      gtk_widget_set_valign (bar, GTK_ALIGN_END);
      gtk_widget_add_css_class (bar, i <= effort ? "effort-bar" : "effort-rest");
      gtk_box_append (GTK_BOX (bars), bar);
    }
  gtk_widget_set_valign (bars, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (word, "caption");
  gtk_box_append (GTK_BOX (self), bars);
  gtk_box_append (GTK_BOX (self), word);
  return self;
}
