/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* What a print operation would send to the printer: the chosen pages on the chosen paper, one at a
 * time. Shown by the operation's signal "preview"; closing it ends the preview. */
#define APP_TYPE_PRINT_PREVIEW (app_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (AppPrintPreview, app_print_preview, APP, PRINT_PREVIEW, AdwWindow)

void app_print_preview_present (GtkPrintOperation *operation,
                                GtkPrintOperationPreview *preview,
                                GtkPrintContext *context,
                                GtkWindow *owner);

G_END_DECLS
