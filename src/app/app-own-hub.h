/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-library.h"
#include "catalogue/catalogue-own.h"

G_BEGIN_DECLS

/* Writes @hub as a new one (@id NULL) or anew in its place, and reads the catalogue again. Errors
 * begin with the member that is wrong. @new_id (or NULL): of a new one, to be freed. */
gboolean app_own_hub_save (
    AppLibrary *library, const char *id, const CatalogueHub *hub, char **new_id, GError **error);
/* Whom the user knows at a hub of the catalogue; blank: nobody. Own hubs say it in their record. */
gboolean app_own_hub_set_contact (AppLibrary *library,
                                  const char *id,
                                  const char *contact,
                                  GError **error);
gboolean app_own_hub_remove (AppLibrary *library, const char *id, GError **error);

G_END_DECLS
