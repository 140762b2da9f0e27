/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-error.h"

G_BEGIN_DECLS

/* One compiled gettext catalogue (.mo), read by ourselves: the C library binds its catalogues to
 * the process's locale, and a bare system has none but C.UTF-8. Format: GNU gettext manual, "The
 * Format of GNU MO Files". */
typedef struct _BaseMo BaseMo;

/* Larger files are refused; the program with all its data needs well under 1 MiB. */
#define BASE_MO_CAP ((gsize)16 * 1024 * 1024)

BaseMo *base_mo_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every offset is checked here, once; nothing later can leave the bytes. */
BaseMo *
base_mo_parse (GBytes *bytes, const char *source_name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void base_mo_free (BaseMo *mo);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaseMo, base_mo_free)

/* The translation of @msgid in @context (NULL: none), NULL when there is none. Borrowed. */
const char *base_mo_lookup (const BaseMo *mo, const char *context, const char *msgid);
/* The form of a message with a plural that @n takes by the catalogue's own rule. Borrowed. */
const char *
base_mo_lookup_plural (const BaseMo *mo, const char *context, const char *msgid, guint64 n);
guint base_mo_length (const BaseMo *mo);

G_END_DECLS
