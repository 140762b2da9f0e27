/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-choice.h"

G_BEGIN_DECLS

/* A GtkDropDown of AppChoice, chosen by id; the choice with the id "" stands for any. */

/* Shows @choices by their titles, with @id chosen: the first when it is NULL or not among them. */
void app_choice_down_fill (GtkDropDown *down, GListModel *choices, const char *id);
/* Changes nothing when @id is NULL or not among the choices. */
void app_choice_down_select (GtkDropDown *down, const char *id);
/* Borrowed from the choice; NULL: any, or nothing is there to choose from. */
const char *app_choice_down_get_id (GtkDropDown *down);

G_END_DECLS
