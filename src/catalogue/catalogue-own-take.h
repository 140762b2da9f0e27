/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"

G_BEGIN_DECLS

/* Takes the hubs and kinds of support of @path, a file in the form of data/catalogue/ or a folder
 * with such files, into the user's own folder: each is added, or takes the place of the own one
 * with its id. Everything is read as a catalogue first, with what the program has; after an error
 * the folder is as it was. The ids are added to @ids, which frees them. Errors are BASE_ERROR and
 * name the place in @path. */
gboolean catalogue_own_take (const char *bundled,
                             const char *own_folder,
                             const char *path,
                             GPtrArray *ids,
                             GError **error);

G_END_DECLS
