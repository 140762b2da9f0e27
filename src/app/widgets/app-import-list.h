/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"
#include "exchange/exchange-import.h"

G_BEGIN_DECLS

/* What an import would change, item by item, with the choice of each. Signal "chosen": a person
 * decided something; the import knows it already. */
#define APP_TYPE_IMPORT_LIST (app_import_list_get_type ())
G_DECLARE_FINAL_TYPE (AppImportList, app_import_list, APP, IMPORT_LIST, GtkBox)

/* Borrows @import, which must live as long as the list. @package: for what the sender said of it;
 * NULL: it was a single document. */
void app_import_list_show (AppImportList *self,
                           AppSession *session,
                           ExchangeImport *import,
                           const ExchangePackage *package);

G_END_DECLS
