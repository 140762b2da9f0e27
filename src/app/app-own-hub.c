/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-own-hub.h"

#include "base/base-date.h"
#include "catalogue/catalogue-contacts.h"

/* Records lie in the user's folder, shared by all assessments. */

gboolean
app_own_hub_save (
    AppLibrary *library, const char *id, const CatalogueHub *hub, char **new_id, GError **error)
{
  const char *folder = app_library_get_own_folder (library);
  Catalogue *catalogue = app_library_get_catalogue (library);
  g_autofree char *today = base_date_today ();
  gboolean saved;

  if (!app_library_begin_change (library, error))
    return FALSE;
  saved = id != NULL ? catalogue_own_change_hub (folder, catalogue, id, hub, today, error)
                     : catalogue_own_add_hub (folder, catalogue, hub, today, new_id, error);
  return app_library_end_change (library, saved, error);
}

gboolean
app_own_hub_set_contact (AppLibrary *library, const char *id, const char *contact, GError **error)
{
  return app_library_begin_change (library, error)
         && app_library_end_change (
             library,
             catalogue_contacts_set (app_library_get_own_folder (library),
                                     app_library_get_catalogue (library), id, contact, error),
             error);
}

gboolean
app_own_hub_remove (AppLibrary *library, const char *id, GError **error)
{
  return app_library_begin_change (library, error)
         && app_library_end_change (
             library, catalogue_own_remove_hub (app_library_get_own_folder (library), id, error),
             error);
}
