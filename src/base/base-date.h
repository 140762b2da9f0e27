/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Calendar days as ISO 8601 text (YYYY-MM-DD), which sorts as it should. */

gboolean base_date_is_valid (const char *iso_date);
/* Today in local time. */
char *base_date_today (void) G_GNUC_WARN_UNUSED_RESULT;
/* Days since 0001-01-01; @iso_date must be valid. */
gint64 base_date_to_days (const char *iso_date);
char *base_date_from_days (gint64 days) G_GNUC_WARN_UNUSED_RESULT;
/* A month that has no such day gives its last (31 January + 1 month = 28 February). */
char *base_date_add_months (const char *iso_date, int months) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
