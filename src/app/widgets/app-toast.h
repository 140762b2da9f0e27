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

/* Lets the window around @from say @title; @button, @action and its @target may be NULL. Goes up as
 * the actions win.toast and win.offer-undo: pages and widgets know no window. */
void app_toast_show (
    GtkWidget *from, const char *title, const char *button, const char *action, const char *target);
/* Says that something of the open document is gone; its button takes the edit back, and the offer
 * ends with the next edit. */
void app_toast_offer_undo (GtkWidget *from, const char *title);

G_END_DECLS
