/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"
#include "workspace/workspace-entry.h"

G_BEGIN_DECLS

/* One kept assessment as an item of a list model. Immutable. */
#define APP_TYPE_ENTRY (app_entry_get_type ())
G_DECLARE_FINAL_TYPE (AppEntry, app_entry, APP, ENTRY, GObject)

/* Takes @entry. */
AppEntry *app_entry_new (WorkspaceEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
const WorkspaceEntry *app_entry_get (AppEntry *self);

G_END_DECLS
