/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "catalogue/catalogue-own.h"

G_BEGIN_DECLS

/* What a person does with a kind of support of their own ("I have a call"). */

/* Ticks or unticks one condition in the open document: the call becomes the project's call, and the
 * ticks of another one go. Undoable. */
void app_own_call_tick (AppPage *page,
                        const CatalogueInstrument *instrument,
                        const char *condition,
                        gboolean met);
/* Writes @record as a new kind of support (@id NULL) or anew in its place, and reads the catalogue
 * again, so that every window has new Advice. @new_id (or NULL): of a new one, to be freed. */
gboolean app_own_call_save (AppLibrary *library,
                            const char *id,
                            const CatalogueOwnInstrument *record,
                            char **new_id,
                            GError **error);
gboolean app_own_call_remove (AppLibrary *library, const char *id, GError **error);

G_END_DECLS
