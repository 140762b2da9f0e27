/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Makes compiled catalogues for tests, so that they need no msgfmt and can be broken on purpose. */

typedef struct
{
  const char *original;    /* "context\004msgid"; a plural is "singular|plural" */
  const char *translation; /* forms apart by "|" */
} MoLine;

/* @lines are ended by { NULL, NULL }; big_endian writes the other byte order. */
GBytes *mo_builder_build (const MoLine *lines, gboolean big_endian);
/* Writes DIR/TAG/LC_MESSAGES/waymark.mo. */
void mo_builder_install (const char *dir, const char *tag, const MoLine *lines);
