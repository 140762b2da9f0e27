/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-choice.h"

G_BEGIN_DECLS

/* A popover with a search field and what it finds. The list is made when it opens for the first
 * time.
 *
 * Signal "chosen" (const char *id). */
#define APP_TYPE_CHOICE_LIST (app_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (AppChoiceList, app_choice_list, APP, CHOICE_LIST, GtkPopover)

GtkWidget *app_choice_list_new (void);
/* Before it opens: offers the choices of @kind, all of them. */
void app_choice_list_prepare (AppChoiceList *self, AppSession *session, const char *kind);

G_END_DECLS
