/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* Several terms of the vocabulary to tick, folded away; folded it says which are ticked. */
#define APP_TYPE_TERMS_ROW (app_terms_row_get_type ())
G_DECLARE_FINAL_TYPE (AppTermsRow, app_terms_row, APP, TERMS_ROW, AdwExpanderRow)

/* Once: offers all terms of a kind. */
void app_terms_row_offer (AppTermsRow *self,
                          AppSession *session,
                          const Catalogue *catalogue,
                          CatalogueTermKind kind);
void app_terms_row_tick (AppTermsRow *self, const char *id);
/* Ids of the ticked terms, borrowed from the catalogue, in the order of the vocabulary; ended by
 * NULL. Free the array only. */
GPtrArray *app_terms_row_get_ticked (AppTermsRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
