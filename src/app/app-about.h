/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-library.h"

G_BEGIN_DECLS

/* The About window: what Waymark is and is not, its data sources with their licences, versions and
 * hashes. */
void app_about_show (GtkWindow *owner, AppLibrary *library);

G_END_DECLS
