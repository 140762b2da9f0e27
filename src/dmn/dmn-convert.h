/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* Writing a model in another version of the standard. The versions differ in their namespaces and
 * in few elements; everything else (attributes and elements of vendors, the diagram, comments,
 * white space) stays as it is in the file. So a file from an editor that saves 1.5 opens in one
 * that knows 1.3 only. */
typedef enum
{
  DMN_VERSION_1_1,
  DMN_VERSION_1_2,
  DMN_VERSION_1_3,
  DMN_VERSION_1_4,
  DMN_VERSION_1_5,
} DmnVersion;

/* "1.1" … "1.5". */
gboolean dmn_version_from_name (const char *name, DmnVersion *version);

/* The version of a file, by its namespace. FALSE and DMN_ERROR_FILE when it is none. */
gboolean dmn_convert_version (
    const char *text, gssize length, const char *source_name, DmnVersion *version, GError **error);

/* The file in version @to, which must be 1.2 or later unless it is the file's own (no editor of
 * today writes 1.1); in its own version it is the same bytes. DMN_ERROR_UNSUPPORTED, with the line,
 * when the file holds an element that @to does not have. NUL-terminated; *@length_out (optional):
 * bytes without it. g_free(). */
char *dmn_convert (const char *text,
                   gssize length,
                   const char *source_name,
                   DmnVersion to,
                   gsize *length_out,
                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
