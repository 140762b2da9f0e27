/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/app-data-window.h"

G_BEGIN_DECLS

enum
{
  RETENTION,
  BACKUPS,
  REMOVED,
  N_LISTS
};

struct _AppDataWindow
{
  AdwWindow parent_instance;

  AppApplication *application; /* not owned: it outlives its windows */
  AppSession *session;
  GPtrArray *rows[N_LISTS]; /* in the groups; borrowed */
  char *asked;              /* the backup, or the folder, that a question is about */
  guint n_busy;
  gboolean moving;

  /* template */
  GtkLabel *problem;
  AdwActionRow *folder, *home_folder;
  AdwPreferencesGroup *retention, *backups, *removed;
  GtkWidget *content;
  GtkButton *back_up;
  GtkSpinner *spinner;
};

/* NULL: nothing is wrong any more. */
void _app_data_window_tell (AppDataWindow *self, const GError *error);
/* Reads everything anew. */
void _app_data_window_show (AppDataWindow *self);
/* One more, or one less, thing that takes its time. */
void _app_data_window_set_busy (AppDataWindow *self, int change);

/* app-data-window-folder.c */
void _app_data_window_bind_folder (GtkWidgetClass *widget_class);
void _app_data_window_show_folder (AppDataWindow *self);

G_END_DECLS
