/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "consultation/consultation-portfolio.h"

G_BEGIN_DECLS

/* Figures that may leave the hub: companies counted in a table of two groupings, without any name
 * or text of a company.
 *
 * A cell of fewer than @threshold companies is suppressed (five by default: what statistical
 * agencies and survey houses do, peers.md section F). Where one suppressed cell of a row or column
 * could be computed from the others and the total, the smallest other cell that is not empty goes
 * too (secondary suppression), until in every row and column none or at least two are missing that
 * together have at least @threshold, or the total is missing too. Each line is protected by itself:
 * no audit of the whole table by linear programming is made. Counts are rounded to multiples of
 * five, scores to whole points of five. Sizes and regions are coarse: size class, NUTS 1. */
typedef struct _ConsultationAggregate ConsultationAggregate;

#define CONSULTATION_AGGREGATE_THRESHOLD 5

typedef enum
{
  CONSULTATION_CELL_EMPTY, /* nobody: shown as 0 */
  CONSULTATION_CELL_SHOWN,
  CONSULTATION_CELL_SUPPRESSED, /* too few, or needed to protect another */
} ConsultationCellState;

typedef struct
{
  ConsultationCellState state;
  int count;  /* rounded to 5; -1 when suppressed */
  int median; /* of the overall score, points rounded to 5; -1 when suppressed or not enough scores
               */
} ConsultationCell;

/* Which companies count is the portfolio's matter: @companies and @stage as there. @threshold below
 * CONSULTATION_AGGREGATE_THRESHOLD is a programmer's error. */
ConsultationAggregate *consultation_aggregate_new (GPtrArray *companies,
                                                   SurveyPack *pack,
                                                   const char *stage,
                                                   ConsultationGroupKind rows,
                                                   ConsultationGroupKind columns,
                                                   guint threshold) G_GNUC_WARN_UNUSED_RESULT;
void consultation_aggregate_free (ConsultationAggregate *aggregate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationAggregate, consultation_aggregate_free)

/* Ids, sorted, the unknown one ("") last. */
guint consultation_aggregate_n_rows (const ConsultationAggregate *aggregate);
guint consultation_aggregate_n_columns (const ConsultationAggregate *aggregate);
const char *consultation_aggregate_row (const ConsultationAggregate *aggregate, guint row);
const char *consultation_aggregate_column (const ConsultationAggregate *aggregate, guint column);
/* @row, @column: -1 for the totals. */
ConsultationCell
consultation_aggregate_cell (const ConsultationAggregate *aggregate, int row, int column);
guint consultation_aggregate_n_suppressed (const ConsultationAggregate *aggregate);

G_END_DECLS
