/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-copy-button.h"

#include <glib/gi18n.h>

/* A button with an icon and a word. */

struct _AppCopyButton
{
  GtkButton parent_instance;

  AdwButtonContent *content;
  char *label, *text;
};

G_DEFINE_FINAL_TYPE (AppCopyButton, app_copy_button, GTK_TYPE_BUTTON)

static void
show (AppCopyButton *self, const char *icon_name, const char *label)
{
  adw_button_content_set_icon_name (self->content, icon_name);
  adw_button_content_set_label (self->content, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
app_copy_button_clicked (GtkButton *button)
{
  AppCopyButton *self = APP_COPY_BUTTON (button);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  show (self, "object-select-symbolic", _ ("Copied"));
}

static void
left_cb (AppCopyButton *self)
{
  show (self, "edit-copy-symbolic", self->label);
}

static void
app_copy_button_finalize (GObject *object)
{
  AppCopyButton *self = APP_COPY_BUTTON (object);

  g_free (self->label);
  g_free (self->text);
  G_OBJECT_CLASS (app_copy_button_parent_class)->finalize (object);
}

static void
app_copy_button_class_init (AppCopyButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_copy_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = app_copy_button_clicked;
}

static void
app_copy_button_init (AppCopyButton *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->content));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
app_copy_button_new (const char *label, const char *text)
{
  AppCopyButton *self = g_object_new (APP_TYPE_COPY_BUTTON, NULL);

  g_return_val_if_fail (label != NULL && text != NULL, NULL);
  self->label = g_strdup (label);
  self->text = g_strdup (text);
  left_cb (self);
  return GTK_WIDGET (self);
}

const char *
app_copy_button_get_text (AppCopyButton *self)
{
  g_return_val_if_fail (APP_IS_COPY_BUTTON (self), NULL);
  return self->text;
}
