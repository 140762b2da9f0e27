/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-page.h"
#include "app/app-window.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-way-strip.h"
#include "app/widgets/app-way.h"

G_BEGIN_DECLS

struct _AppWindow
{
  AdwApplicationWindow parent_instance;

  AppSession *session;
  AppPage *page; /* the visible page of the journey; owned by the stack */

  /* template */
  AdwToastOverlay *toasts;
  AppNarrow *narrow;
  GtkStack *views;
  AdwStatusPage *trouble;
  AdwBin *home;
  AppWay *way;
  AppWayStrip *strip;
  AdwAvatar *avatar;
  GtkLabel *company_name, *company_detail, *saved_label;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  AdwBin *header_end, *pane;
  GtkToggleButton *pane_button;
  GtkWidget *pane_area;
  GtkStack *pages;
};

/* app-window-actions.c */
void app_window_install_actions (GtkWidgetClass *widget_class);
void app_window_update_actions (AppWindow *self);

G_END_DECLS
