/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the hub itself decides; kept in the workspace, so that it travels with it. */
typedef struct
{
  guint planned[3];         /* how many T0, T1 and T2 the hub promised; 0: not said */
  guint interval_months[2]; /* from T0 to T1, from T1 to T2; 0: no day is due */
  guint retention_months;   /* how long after the last assessment data are kept; 0: no end */
} WorkspaceHub;

/* The Commission's texts name no interval; a year is what hubs report (dma-framework.md, marked as
 * unconfirmed there), so it is only what stands in the field at first. */
#define WORKSPACE_HUB_DEFAULTS ((WorkspaceHub){ .interval_months = { 12, 12 } })

G_END_DECLS
