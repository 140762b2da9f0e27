/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A new toast that says @title, plain text. One with @button, its label, or NULL, is to be pressed:
 * it stays four times as long as libadwaita's five seconds, for who reads slowly or gets there by
 * keyboard (WCAG 2.2, 2.2.1), and a newer one does not wait for its end. */
AdwToast *app_toast_new (const char *title, const char *button);
/* Takes it away, if it is still there, once it has come up: libadwaita 1.2 loses a toast whose
 * coming and going end in the same frame. */
void app_toast_dismiss (AdwToast *toast);

G_END_DECLS
