/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-block.h"

G_BEGIN_DECLS

/* Small marks beside a word that says the same: told apart by shape, so that they survive a copier.
 */
typedef enum
{
  REPORT_ICON_NONE,
  REPORT_ICON_MET,     /* filled disc with tick */
  REPORT_ICON_NOT_MET, /* ring with cross */
  REPORT_ICON_UNKNOWN, /* dashed ring with "?" */
  REPORT_ICON_CLOSED,  /* grey ring with a bar */
  REPORT_ICON_TICKED,  /* black box; the tick itself is text */
  REPORT_ICON_BOX,     /* empty box */
  REPORT_ICON_EDIH,
  REPORT_ICON_SEAL,
  REPORT_ICON_OTHER_HUB,
} ReportIcon;

/* Room for an icon and the space after it. */
#define REPORT_ICON_ROOM 13.0

/* Adds the icon with its middle at (x + 4.2, y). @grey: what is past. */
void report_icon_add (ReportBlock *block, ReportIcon icon, gboolean grey, double x, double y);
/* @level of @maximum small blocks filled, from x on; returns their width. */
double report_icon_add_level (ReportBlock *block, int level, int maximum, double x, double y);
/* Width those blocks take. */
double report_icon_level_width (int maximum);

G_END_DECLS
