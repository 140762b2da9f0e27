/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-journey.h"
#include "app/app-window.h"
#include "app/widgets/app-narrow.h"

G_BEGIN_DECLS

struct _AppWindow
{
  AdwApplicationWindow parent_instance;

  AppSession *session;
  GtkWidget *round;    /* somebody answers alone, or NULL; owned by the stack */
  AppJourney *journey; /* NULL until a document is opened; owned by the stack */

  /* template */
  AdwToastOverlay *toasts;
  AppNarrow *narrow;
  GtkStack *views;
  AdwStatusPage *trouble;
  AdwBin *home;
  GMenuModel *main_menu;
  GtkWidget *focus_bar, *new_company;
  GtkLabel *focus_label;
  GtkWidget *store_trouble, *retention_bar;
  GtkLabel *store_failure, *retention_label;
};

/* app-window-actions.c */
void app_window_install_actions (GtkWidgetClass *widget_class);
void app_window_update_actions (AppWindow *self);
/* app-window-companies.c */
void app_window_install_company_actions (GtkWidgetClass *widget_class);
/* Whether what an adviser does may be done, and how it shows that only one company may be seen. */
void app_window_update_company_actions (AppWindow *self, gboolean alone);
/* A company may be another's only while all are shown. */
gboolean _app_window_may_show_company (AppWindow *self, const char *company_id);
/* @id is an assessment of a company that may be seen now. */
gboolean _app_window_may_show (AppWindow *self, const char *id);
/* Gives the window to the person of this id alone. */
void _app_window_answer_alone (AppWindow *self, const char *id);

/* app-window-catalogue.c */
void app_window_install_catalogue_actions (GtkWidgetClass *widget_class);
void app_window_update_catalogue_actions (AppWindow *self, gboolean usable);

/* app-window-stages.c */
void app_window_install_stage_actions (GtkWidgetClass *widget_class);
void app_window_update_stage_actions (AppWindow *self, gboolean open);
/* Somebody tried to change a finished assessment. */
void _app_window_refused (AppWindow *self);

/* app-window-exchange.c */
void app_window_install_exchange_actions (GtkWidgetClass *widget_class);
void app_window_update_exchange_actions (AppWindow *self, gboolean open);
/* Files dropped anywhere on the window are opened. */
void app_window_accept_drops (AppWindow *self);

/* app-window-data.c */
void app_window_install_data_actions (GtkWidgetClass *widget_class);
/* Shows above the pages what the session's store has to say, from now on. */
void app_window_watch_data (AppWindow *self);
void app_window_update_data (AppWindow *self);

/* app-window.c */
/* The workspace changed as a whole: shows the open assessment as it is now, or Home when it is
 * gone.
 */
void _app_window_look_again (AppWindow *self);

/* app-window-toast.c */
void app_window_install_toast_actions (GtkWidgetClass *widget_class);

/* app-window-help.c */
void app_window_install_help_action (GtkWidgetClass *widget_class);

G_END_DECLS
