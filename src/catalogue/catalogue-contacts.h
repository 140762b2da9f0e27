/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* Whom the user knows at hubs of the catalogue, in the user's own words, in this file of the user's
 * folder. It stands beside the records, which stay as they were published: a newer list
 * leaves it, no result rests on it, and catalogue_sha256() does not count it. */
#define CATALOGUE_CONTACTS_FILE "contacts.json"

/* Notes @contact ("Ana Reis, ana@hub.example, +351 253 …") for the hub @id of @catalogue; NULL or
 * blank removes it. The file is replaced at once or not at all. BASE_ERROR_MISSING: no such hub.
 * Other errors begin with "contact: ". */
gboolean catalogue_contacts_set (const char *folder,
                                 const Catalogue *catalogue,
                                 const char *id,
                                 const char *contact,
                                 GError **error);

G_END_DECLS
