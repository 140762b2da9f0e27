/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-library.h"

G_BEGIN_DECLS

/* "I have a call": what somebody knows about a call they have heard of, as a kind of support of
 * their own. Signal "added" (its id): a new one was saved. */
#define APP_TYPE_CALL_WINDOW (app_call_window_get_type ())
G_DECLARE_FINAL_TYPE (AppCallWindow, app_call_window, APP, CALL_WINDOW, AdwWindow)

/* @instrument: an own kind of support to edit, or NULL for a new one; nothing of it is kept. */
GtkWidget *app_call_window_new (GtkWindow *owner,
                                AppLibrary *library,
                                const CatalogueInstrument *instrument) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
