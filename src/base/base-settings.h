/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the program, which window and command share; NULL when their schema is not
 * installed: GSettings ends the program then, so it is looked up first, beside the build or the
 * prefix, then where the system keeps them. */
GSettings *base_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
