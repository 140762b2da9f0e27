/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A button with a calendar for a field in which a day stands as year-month-day: the calendar opens
 * on that day (today when there is none) and what is chosen is written into @field, which the
 * button does not own and which must hold it. @label: what a screen reader says, "Choose the day of
 * the deadline"; NULL: "Choose the day". */
GtkWidget *app_day_button_new (GtkEditable *field, const char *label);

G_END_DECLS
