/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-adviser.h"
#include "app/app-store.h"

G_BEGIN_DECLS

/* Where file dialogs begin. While only one company may be seen on the screen it is a folder of that
 * company's own in the user's documents: the usual one lists the files of others. */

/* Once at the start: whose focus counts, and where its company is. */
void app_file_place_watch (AppAdviser *adviser, AppStore *its_store);
/* The folder, which is made when it is not there; NULL when all companies may be seen or it cannot
 * be made: then the dialog begins where it likes. */
GFile *app_file_place_begin (void) G_GNUC_WARN_UNUSED_RESULT;
/* After the dialog: the folder goes again when it is empty and @chosen (NULL: nothing) is not in
 * it. A chosen file may be written later. @place may be NULL. */
void app_file_place_end (GFile *place, GFile *chosen);

G_END_DECLS
