/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-entry.h"

/* The workspace knows no GObject; lists want one. */

struct _AppEntry
{
  GObject parent_instance;

  WorkspaceEntry *entry;
};

G_DEFINE_FINAL_TYPE (AppEntry, app_entry, G_TYPE_OBJECT)

static void
app_entry_finalize (GObject *object)
{
  g_clear_pointer (&APP_ENTRY (object)->entry, workspace_entry_free);
  G_OBJECT_CLASS (app_entry_parent_class)->finalize (object);
}

static void
app_entry_class_init (AppEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_entry_finalize;
}

static void
app_entry_init (AppEntry *self)
{
}

AppEntry *
app_entry_new (WorkspaceEntry *entry)
{
  AppEntry *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (APP_TYPE_ENTRY, NULL);
  self->entry = entry;
  return self;
}

const WorkspaceEntry *
app_entry_get (AppEntry *self)
{
  g_return_val_if_fail (APP_IS_ENTRY (self), NULL);
  return self->entry;
}
