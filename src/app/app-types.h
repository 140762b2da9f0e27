/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every type of the window, so that headers need not include each other. */
typedef struct _AppAdviser AppAdviser;
typedef struct _AppApplication AppApplication;
typedef struct _AppLibrary AppLibrary;
typedef struct _AppPage AppPage;
typedef struct _AppSession AppSession;
typedef struct _AppStore AppStore;
typedef struct _AppWindow AppWindow;

G_END_DECLS
