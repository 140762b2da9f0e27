/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "catalogue/catalogue-diff.h"

G_BEGIN_DECLS

/* Taking over newer lists. A file of the folder update/ in the user's own folder stands in the
 * place of the bundled file of its name, as a whole; nothing is ever written into the bundled data,
 * and a finished assessment keeps the lists it was made with. */

/* Makes update/ anew from the list in use and those changes of @diff whose id is in @accepted
 * (NULL: all). Everything is checked as a catalogue first, with the user's own records; then the
 * folder is replaced at once, and what stood there is kept for catalogue_update_undo(). @date: the
 * day of the list of hubs when the newer one has none. *@n: how many changes were taken; an id that
 * @diff does not have is an error, and so is none at all. */
gboolean catalogue_update_apply (const char *bundled,
                                 const char *own_folder,
                                 const CatalogueDiff *diff,
                                 const char *const *accepted,
                                 const char *date,
                                 guint *n,
                                 GError **error);
/* Goes back to what stood there before the last update; once more takes it up again.
 * BASE_ERROR_MISSING when there was no update. */
gboolean catalogue_update_undo (const char *own_folder, GError **error);
gboolean catalogue_update_can_undo (const char *own_folder);

/* "The list of hubs is 12 days old": @today and the day of the list; a day to come counts as 0. */
BaseText *catalogue_age_text (const Catalogue *catalogue,
                              const char *today) G_GNUC_WARN_UNUSED_RESULT;
/* In days; at least 0. */
guint catalogue_age_days (const Catalogue *catalogue, const char *today);

G_END_DECLS
