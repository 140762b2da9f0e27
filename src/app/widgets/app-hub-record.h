/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-session.h"

G_BEGIN_DECLS

/* What the catalogue says about a hub or a cluster, each fact under its name: host, stage, links,
 * whom it reaches, technologies with levels, source and date. The
 * records must outlive the widget;
 * @catalogue is theirs. */
GtkWidget *app_hub_record_new (AppSession *session,
                               const Catalogue *catalogue,
                               const CatalogueHub *hub) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *app_cluster_record_new (AppSession *session,
                                   const Catalogue *catalogue,
                                   const CatalogueCluster *cluster) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
