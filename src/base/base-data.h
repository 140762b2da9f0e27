/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"

G_BEGIN_DECLS

/* Finds the program's data files: WAYMARK_DATA_DIR, else relative to the executable (build folder,
 * any prefix), else the compiled-in place. */

/* The data folder itself; error BASE_ERROR_MISSING names every place that was tried. Free with
 * g_free(). */
char *base_data_dir (GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* "packs/dma-sme.json" → its full path; error when the file is not there. Free with g_free(). */
char *base_data_path (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Where the compiled translations are; NULL when there are none (English only). */
char *base_data_locale_dir (void) G_GNUC_WARN_UNUSED_RESULT;
/* The folder with gschemas.compiled when it is beside the build or the prefix, NULL to let
 * GSettings look itself; base-settings.h. */
char *base_data_schema_dir (void) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a whole regular file of at most @cap bytes. */
GBytes *base_data_read (const char *path, gsize cap, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes a file so that a reader sees the old or the new one, never half (temporary in the same
 * folder, fsync, rename). The error says "PATH: …" and leaves no temporary behind. */
gboolean base_data_write (const char *path, const char *bytes, gsize length, GError **error);
/* Removes a file, or a folder with everything below it; of a link in it the link, not what it leads
 * to. What cannot be removed stays; what is not there is gone already. */
void base_data_remove (const char *path);
/* Lower-case hex. */
char *base_data_sha256 (const void *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
