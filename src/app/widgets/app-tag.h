/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* A state as icon, word and tint, so that none of the three is needed to know it. */
#define APP_TYPE_TAG (app_tag_get_type ())
G_DECLARE_FINAL_TYPE (AppTag, app_tag, APP, TAG, GtkBox)

/* @tint: "good", "open", "accent", or NULL for grey. */
GtkWidget *
app_tag_new (const char *icon_name, const char *word, const char *tint) G_GNUC_WARN_UNUSED_RESULT;
void app_tag_set (AppTag *self, const char *icon_name, const char *word, const char *tint);
/* Only the icon, where there is no room and the word stands elsewhere. */
void app_tag_set_compact (AppTag *self, gboolean compact);
const char *app_tag_get_word (AppTag *self);

G_END_DECLS
