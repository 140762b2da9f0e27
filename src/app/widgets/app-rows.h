/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes every row of one field known, so that the template of a page of such rows can name it. */
void app_rows_ensure_types (void);

G_END_DECLS
