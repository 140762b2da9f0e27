/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A page of the help, read from its Mallard file and turned into Pango markup, for systems without
 * a help viewer. Links to other pages have their id as address ("stages", "index#adviser"), others
 * their own. */
typedef struct _AppHelpPage AppHelpPage;

/* @id: "stages". The error says which file, and what was found. */
AppHelpPage *app_help_page_load (const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void app_help_page_free (AppHelpPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppHelpPage, app_help_page_free)

const char *app_help_page_title (const AppHelpPage *page);
/* The whole text below the title; a guide lists the pages that name it. */
const char *app_help_page_markup (const AppHelpPage *page);

G_END_DECLS
