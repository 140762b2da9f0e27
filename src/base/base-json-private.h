/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json-tree.h"
#include "base/base-json.h"

G_BEGIN_DECLS

/* What the two halves of BaseJson share: the document with its places, and the typed values. */

gboolean base_json_is_kind (const BaseJsonCursor *at, BaseJsonKind kind);
/* Keeps "found X, expected …", where X is what stands at @at, when nothing is wrong yet. */
void base_json_fail_expected (const BaseJsonCursor *at, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

G_END_DECLS
