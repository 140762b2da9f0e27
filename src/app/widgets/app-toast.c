/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-toast.h"

#define SECONDS_TO_PRESS 20

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
  return toast;
}
