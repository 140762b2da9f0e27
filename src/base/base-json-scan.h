/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"
#include "base/base-json-tree.h"

G_BEGIN_DECLS

/* The deepest nesting that is read: more than any of our formats needs, far less than the stack
 * bears. */
#define BASE_JSON_DEPTH 64
/* Integers beyond this lose their last digit in most programs (RFC 8259, section 6). */
#define BASE_JSON_INTEGER_LIMIT G_GINT64_CONSTANT (9007199254740992)

/* Reads @text, which must be one JSON value as RFC 8259 has it, in UTF-8 without a byte order mark,
 * at most #BASE_JSON_DEPTH deep, without duplicate members and without NUL, its integers within
 * ±2^53 and its other numbers finite. Otherwise returns NULL and sets @error to BASE_ERROR_SYNTAX
 * (BASE_ERROR_VALUE for a number out of range), "SOURCE:LINE:COLUMN: what is wrong"; lines and
 * columns count from 1, columns in characters. */
BaseJsonTree *base_json_scan (const char *text,
                              gsize length,
                              const char *source_name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
