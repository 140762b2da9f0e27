/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"

G_BEGIN_DECLS

/* The user's own files as they were before a change, to take it back: each file is put back as it
 * was, byte for byte, or is gone again when it was not there. */
typedef struct _CatalogueOwnPast CatalogueOwnPast;

/* Before the change. NULL with BASE_ERROR when a file is there and cannot be read. */
CatalogueOwnPast *catalogue_own_past_new (const char *folder,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void catalogue_own_past_free (CatalogueOwnPast *past);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CatalogueOwnPast, catalogue_own_past_free)

/* After the change: what stands there now is what may be taken back. */
gboolean catalogue_own_past_close (CatalogueOwnPast *past, GError **error);
/* Takes the change back; once more does it again. BASE_ERROR_VALUE, and nothing is written, when
 * somebody else changed the files since. */
gboolean catalogue_own_past_restore (CatalogueOwnPast *past, GError **error);

G_END_DECLS
