/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-window-private.h"
#include "app/widgets/app-toast.h"

#include <glib/gi18n.h>

/* What the window says in passing, for itself and for its pages (app_toast_show()). */

/* It names companies and files, and goes away when only one company is to be seen. */
static AdwToast *
new_toast (AppWindow *self, const char *title, const char *button)
{
  AdwToast *toast = app_toast_new (title, button);

  g_signal_connect_object (app_session_get_adviser (self->session), "notify::focus",
                           G_CALLBACK (app_toast_dismiss), toast, G_CONNECT_SWAPPED);
  return toast;
}

void
app_window_toast (
    AppWindow *self, const char *title, const char *button, const char *action, const char *target)
{
  AdwToast *toast;

  g_return_if_fail (APP_IS_WINDOW (self));

  toast = new_toast (self, title, button);
  if (action != NULL)
    {
      adw_toast_set_action_name (toast, action);
      if (target != NULL)
        adw_toast_set_action_target (toast, "s", target);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Something of the open document is gone: the button takes the edit back, until the next one. */
static void
offer_undo_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppWindow *self = APP_WINDOW (widget);
  AdwToast *toast = new_toast (self, g_variant_get_string (target, NULL), _ ("_Undo"));

  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (self->session, "changed", G_CALLBACK (app_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *title, *button, *action, *action_target;

  g_variant_get (target, "(&sm&sm&sm&s)", &title, &button, &action, &action_target);
  app_window_toast (APP_WINDOW (widget), title, button, action, action_target);
}

void
app_window_install_toast_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toast", "(smsmsms)", toast_action);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", "s", offer_undo_action);
}
