/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once at the start: menus, drop-downs and buttons with a popover tell screen readers what they are
 * called, where GTK does not. */
void app_names_watch (void);

G_END_DECLS
