/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-toast.h"

#define SECONDS_TO_PRESS 20
/* Twice what libadwaita takes to bring one up, with room for the next frame. */
#define UP_MS 700
#define NEW_AT "new-at"

AdwToast *
app_toast_new (const char *title, const char *button)
{
  /* libadwaita reads titles as markup; here they hold names of companies and files. */
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_timeout (toast, SECONDS_TO_PRESS);
    }
  g_object_set_data_full (G_OBJECT (toast), NEW_AT, g_date_time_new_now_utc (),
                          (GDestroyNotify)g_date_time_unref);
  return toast;
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

void
app_toast_dismiss (AdwToast *toast)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 age;

  g_return_if_fail (ADW_IS_TOAST (toast));

  age = g_date_time_difference (now, g_object_get_data (G_OBJECT (toast), NEW_AT)) / 1000;
  /* After frames that wait to be drawn. */
  g_timeout_add_full (G_PRIORITY_LOW, (guint)CLAMP (UP_MS - age, 0, UP_MS), dismiss_cb,
                      g_object_ref (toast), g_object_unref);
}

void
app_toast_show (
    GtkWidget *from, const char *title, const char *button, const char *action, const char *target)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (title != NULL);

  gtk_widget_activate_action (from, "win.toast", "(smsmsms)", title, button, action, target);
}

void
app_toast_offer_undo (GtkWidget *from, const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  gtk_widget_activate_action (from, "win.offer-undo", "s", title);
}
