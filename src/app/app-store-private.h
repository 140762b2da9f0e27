/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-store.h"

G_BEGIN_DECLS

struct _AppStore
{
  GObject parent_instance;

  char *path;
  gboolean must_exist;
  gboolean moving;      /* to another folder: nothing is open meanwhile */
  Workspace *workspace; /* NULL until opened, or when that failed */
  GListStore *entries;
  guint n_companies; /* counted up to OWNER_MOST and one */
  gboolean listed;
  char *failure;
  guint64 last_change; /* the newest that was queued */
  guint64 durable;     /* all up to this one are on the disk */
  gint64 saved_at;
  guint poll, backup;
};

/* TRUE with the reason when nothing is open. */
gboolean _app_store_is_closed (AppStore *self, GError **error);
/* Whoever calls flushed before: what fails here was told to the user there. */
void _app_store_close (AppStore *self);

G_END_DECLS
