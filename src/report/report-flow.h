/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-private.h"

G_BEGIN_DECLS

/* A column into which a section writes from top to bottom: headings, paragraphs, lists, figures. It
 * makes blocks; where pages end is decided later (report-page.h). */
typedef struct
{
  Report *report;
  GPtrArray *blocks; /* ReportBlock */
  ReportNode *node;  /* parent of what comes next */
  double x, width;
  const char *title; /* of the last heading; a table that goes on is called so again */
  guint level;       /* of the section's own heading: 0, or 1 for a part of a section */
  gboolean landscape;
  double air; /* inside columns, of the space between their blocks: 1, less where room is short */
} ReportFlow;

void report_flow_init (ReportFlow *flow, Report *report, ReportNode *node, double x, double width);
void report_flow_clear (ReportFlow *flow);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportFlow, report_flow_clear)

/* Takes @block; returns it. */
ReportBlock *report_flow_add (ReportFlow *flow, ReportBlock *block);
/* What was added last stays with what comes next. */
void report_flow_keep (ReportFlow *flow);
/* Blank points before the next block. */
void report_flow_space (ReportFlow *flow, double points);

/* A new page with its heading, number in the margin, entry in the outline and a place to link to.
 * @right: a figure at the end of the heading's line, or NULL. */
void report_flow_section (ReportFlow *flow,
                          const char *number,
                          const char *title,
                          const char *right,
                          const char *destination,
                          guint level);
/* From the next section on pages are turned, or upright again: for tables that need the width. */
void report_flow_turn (ReportFlow *flow, gboolean landscape);
/* The section that began at block @first follows on the page before when the whole of it fits
 * there. */
void report_flow_share (ReportFlow *flow, guint first);
/* The section that began at block @first follows on the page before when that one holds but the
 * last lines of another, and goes on from there. */
void report_flow_follow (ReportFlow *flow, guint first);
/* Height of the blocks from @first on, and of the space between them as much as @air (1 down to
 * REPORT_LEAST_AIR). */
double report_flow_height (const ReportFlow *flow, guint first, double air);
/* Whether each section from block @first on fits a page with the least air between its parts. */
gboolean report_flow_fits (const ReportFlow *flow, guint first);
/* @note: small words after the heading; @right: at the line's end; either may be NULL. Stays with
 * what follows. */
void report_flow_heading (ReportFlow *flow, const char *title, const char *note, const char *right);
/* @width 0: the flow's. NULL or empty words make nothing. */
void report_flow_paragraph (ReportFlow *flow, ReportStyle style, const char *words, double width);
/* "@strong @words" in one paragraph. */
void report_flow_lead_in (
    ReportFlow *flow, ReportStyle style, const char *strong, const char *words, double width);
/* A term at the left, its words beside it. */
void report_flow_definition (ReportFlow *flow, const char *term, const char *words, double indent);
void report_flow_rule (ReportFlow *flow, double stroke);
/* Dashes or numbers before each. */
void report_flow_list (
    ReportFlow *flow, const char *const *items, guint n, gboolean numbered, double width);
void report_flow_figure (ReportFlow *flow,
                         double x,
                         double width,
                         double height,
                         const char *alt,
                         ReportDrawFunc draw,
                         gpointer data,
                         GDestroyNotify destroy);
/* A node for a link to @address, NULL when it is no http address. */
ReportNode *report_flow_link_node (Report *report, ReportNode *parent, const char *address);

/* A narrower flow inside. */
void report_flow_split (ReportFlow *flow, ReportFlow *part, double x, double width);
/* Takes the blocks of @part over, below its own. */
void report_flow_append (ReportFlow *flow, const ReportFlow *part);
/* Both side by side as one block when that fits a page, else one after the other. Empties both. */
void report_flow_columns (ReportFlow *flow, ReportFlow *left, ReportFlow *right);

G_END_DECLS
