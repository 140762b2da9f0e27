/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Puts a text on the clipboard and says so on itself, for as long as it has the focus: a toast
 * alone is not read to everybody. */
#define APP_TYPE_COPY_BUTTON (app_copy_button_get_type ())
G_DECLARE_FINAL_TYPE (AppCopyButton, app_copy_button, APP, COPY_BUTTON, GtkButton)

/* @label: "Copy the question". */
GtkWidget *app_copy_button_new (const char *label, const char *text) G_GNUC_WARN_UNUSED_RESULT;
const char *app_copy_button_get_text (AppCopyButton *self);

G_END_DECLS
