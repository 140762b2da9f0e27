/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/report-fonts.h"
#include <cairo.h>

G_BEGIN_DECLS

/* The report's structure for readers that do not see: a tree of elements (Sect, H1, P, Table,
 * Figure …). Every mark on a page belongs to a node; while a page is drawn, the nodes on the way to
 * the next mark are opened and closed. */
typedef struct _ReportNode ReportNode;
struct _ReportNode
{
  ReportNode *parent;
  const char *tag;      /* name of a PDF structure type, static; "Form": a field to sign */
  char *attributes;     /* of links: "dest='…'" or "uri='…'"; else NULL */
  char *name;           /* named destination before it, or NULL */
  char *alt;            /* figures: what they show; links: where they lead; fields: what for */
  gboolean landscape;   /* the heading of a section on turned pages */
  gboolean holds_words; /* opened anew on each page: a PDF cannot run one piece of content over two
                           pages */
};

ReportNode *report_node_new (ReportNode *parent, const char *tag) G_GNUC_WARN_UNUSED_RESULT;
void report_node_free (ReportNode *node);

/* The nodes open on a surface. */
typedef struct
{
  GPtrArray *open;    /* ReportNode, outermost first */
  GPtrArray *figures; /* what each figure opened so far shows; borrowed, "" when unsaid */
  GPtrArray *links;   /* where each link, and what each field, opened so far is for */
} ReportTagger;

void report_tagger_init (ReportTagger *tagger);
void report_tagger_clear (ReportTagger *tagger);
/* Makes @node the innermost open one on @cr; NULL closes the words of a page and keeps the groups
 * around them. */
void report_tagger_enter (ReportTagger *tagger, cairo_t *cr, ReportNode *node);
void report_tagger_close_all (ReportTagger *tagger, cairo_t *cr);

/* Around what is drawn outside the structure while groups may be open. */
void report_tagger_begin_furniture (ReportTagger *tagger, cairo_t *cr);
void report_tagger_end_furniture (ReportTagger *tagger, cairo_t *cr);
/* Inside a tag, before something that may have no words is drawn at @x, @y. */
void report_tagger_keep_drawing (const ReportFonts *fonts, cairo_t *cr, double x, double y);

G_END_DECLS
