/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-place.h"

#include "base/base-settings.h"
#include "exchange/exchange-error.h"
#include "workspace/workspace-place.h"

#include <glib/gi18n-lib.h>

/* Places of the user's data. */

#define KEY "workspace-folder"

char *
cli_place_chosen (void)
{
  g_autoptr (GSettings) settings = base_settings_new ();
  g_autofree char *folder = settings != NULL ? g_settings_get_string (settings, KEY) : NULL;

  return folder != NULL && *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

/* NULL: they are not installed, or an administrator has locked the key. */
static GSettings *
open_settings (GError **error)
{
  g_autoptr (GSettings) settings = base_settings_new ();

  if (settings != NULL && g_settings_is_writable (settings, KEY))
    return g_steal_pointer (&settings);
  g_set_error_literal (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO,
                       _ ("The choice of the folder cannot be kept: the settings are not installed "
                          "or cannot be written. Name the folder by --workspace each time."));
  return NULL;
}

gboolean
cli_place_can_choose (GError **error)
{
  g_autoptr (GSettings) settings = open_settings (error);

  return settings != NULL;
}

gboolean
cli_place_choose (const char *folder, GError **error)
{
  g_autoptr (GSettings) settings = open_settings (error);

  if (settings == NULL)
    return FALSE;
  g_settings_set_string (settings, KEY, folder != NULL ? folder : "");
  g_settings_sync ();
  return TRUE;
}

char *
cli_place_path (const char *folder)
{
  g_autofree char *chosen = folder == NULL ? cli_place_chosen () : NULL;

  return workspace_place_in (folder != NULL ? folder : chosen);
}

Workspace *
cli_place_open (const char *folder, gboolean must_exist, GError **error)
{
  g_autofree char *chosen = folder == NULL ? cli_place_chosen () : NULL;
  g_autofree char *path = cli_place_path (folder);

  /* A chosen folder may be on a drive that is not connected now. */
  if ((must_exist || chosen != NULL) && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: there is no workspace here"),
                   path);
      return NULL;
    }
  return workspace_open (path, error);
}

char *
cli_place_own_folder (const Workspace *workspace)
{
  return cli_place_own_folder_of (workspace != NULL ? workspace_path (workspace) : NULL);
}

char *
cli_place_own_folder_of (const char *path)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "own", NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&beside);
  return g_build_filename (g_get_user_data_dir (), "waymark", "own", NULL);
}
