/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-file-place.h"

#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* One for the whole program, as the focus is the same for all windows, and file dialogs are opened
 * from windows that know no session. */
static AppAdviser *watched; /* weak; NULL: nobody is watched */
static AppStore *store;     /* weak */

void
app_file_place_watch (AppAdviser *adviser, AppStore *its_store)
{
  g_return_if_fail (APP_IS_ADVISER (adviser) && APP_IS_STORE (its_store));

  g_set_weak_pointer (&watched, adviser);
  g_set_weak_pointer (&store, its_store);
}

static WorkspaceCompany *
company_in_focus (void)
{
  const char *focus = watched != NULL ? app_adviser_get_focus (watched) : NULL;
  Workspace *workspace = store != NULL ? app_store_get_workspace (store) : NULL;

  return focus != NULL && workspace != NULL ? workspace_get_company (workspace, focus, NULL) : NULL;
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
