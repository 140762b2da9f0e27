/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-file-place.h"

#include "app/app-adviser.h"
#include "app/app-application.h"
#include "app/app-store.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* Asked of the running program, not of a window: the focus is the same for all of them, and file
 * dialogs are opened from windows that know no session. */

static WorkspaceCompany *
company_in_focus (void)
{
  GApplication *application = g_application_get_default ();
  const char *focus = NULL;

  if (APP_IS_APPLICATION (application))
    focus = app_adviser_get_focus (app_application_get_adviser (APP_APPLICATION (application)));
  if (focus == NULL)
    return NULL;
  return workspace_get_company (
      app_store_get_workspace (app_application_get_store (APP_APPLICATION (application))), focus,
      NULL);
}

/* A name as a folder can have it on any file system; never a hidden one. */
static char *
folder_name (const WorkspaceCompany *company)
{
  g_autofree char *name = g_strdup (company->name != NULL ? company->name : _ ("New company"));
  const char *begin = g_strstrip (g_strdelimit (name, "/\\:*?\"<>|\r\n\t", '-'));

  while (*begin == '.')
    begin++;
  return g_strdup (*begin != '\0' ? begin : "-");
}

GFile *
app_file_place_begin (void)
{
  g_autoptr (WorkspaceCompany) company = company_in_focus ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = company != NULL ? folder_name (company) : NULL;
  g_autofree char *path = NULL;

  if (name == NULL)
    return NULL;
  path
      = g_build_filename (documents != NULL ? documents : g_get_home_dir (), "Waymark", name, NULL);
  return g_mkdir_with_parents (path, 0700) == 0 ? g_file_new_for_path (path) : NULL;
}

void
app_file_place_end (GFile *place, GFile *chosen)
{
  g_autoptr (GFile) parent = NULL;

  if (place == NULL
      || (chosen != NULL && (g_file_equal (chosen, place) || g_file_has_prefix (chosen, place))))
    return;
  parent = g_file_get_parent (place);
  /* What has something in it is not deleted. */
  if (g_file_delete (place, NULL, NULL))
    g_file_delete (parent, NULL, NULL);
}
