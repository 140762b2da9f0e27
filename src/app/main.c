/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-application.h"
#include "base/base-data.h"

#include <glib/gi18n.h>

/* The window's program: finds the translations and runs the application. */

int
main (int argc, char **argv)
{
  g_autofree char *locale_dir = base_data_locale_dir ();
  g_autoptr (AppApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : WAYMARK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_prgname (APP_ID);
  application = app_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
