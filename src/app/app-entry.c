/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-entry.h"

/* A line of Home's list: immutable, as the document it sums up. */

struct _AppEntry
{
  GObject parent_instance;

  AppEntryFields fields;
  char *strings[8]; /* what the fields borrow from */
};

G_DEFINE_FINAL_TYPE (AppEntry, app_entry, G_TYPE_OBJECT)

static void
app_entry_finalize (GObject *object)
{
  AppEntry *self = APP_ENTRY (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->strings); i++)
    g_free (self->strings[i]);
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
app_entry_new (const AppEntryFields *fields)
{
  AppEntry *self;
  guint n = 0;

  g_return_val_if_fail (fields != NULL && fields->id != NULL, NULL);

  self = g_object_new (APP_TYPE_ENTRY, NULL);
  self->fields = *fields;
  self->fields.id = self->strings[n++] = g_strdup (fields->id);
  self->fields.company = self->strings[n++] = g_strdup (fields->company);
  self->fields.place = self->strings[n++] = g_strdup (fields->place);
  self->fields.trade = self->strings[n++] = g_strdup (fields->trade);
  self->fields.pack_id = self->strings[n++] = g_strdup (fields->pack_id);
  self->fields.stage = self->strings[n++] = g_strdup (fields->stage);
  self->fields.modified = self->strings[n++] = g_strdup (fields->modified);
  self->fields.band = self->strings[n++] = g_strdup (fields->band);
  return self;
}

const AppEntryFields *
app_entry_get_fields (AppEntry *self)
{
  g_return_val_if_fail (APP_IS_ENTRY (self), NULL);
  return &self->fields;
}
