/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/* Which rules and cells real cases exercise: a rule that no case ever matched, or a cell that was
 * never false (or never true), has not been tried. */
typedef struct _DmnCover DmnCover;

DmnCover *dmn_cover_new (DmnModel *model) G_GNUC_WARN_UNUSED_RESULT; /* takes a reference */
void dmn_cover_free (DmnCover *cover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnCover, dmn_cover_free)

/* Evaluates every decision for one case. @inputs: dmn_model_n_inputs() values. FALSE and
 * DMN_ERROR_INPUT when one is of the wrong type; then nothing is counted. */
gboolean dmn_cover_add (DmnCover *cover, const FeelValue *inputs, GError **error);

guint dmn_cover_n_cases (const DmnCover *cover);
/* The rest is for decisions that are tables. Cases in which no rule matched. */
guint dmn_cover_unmatched (const DmnCover *cover, guint decision);
/* Cases in which all cells of the rule were true; in which it took part in the result, too (under
 * FIRST and PRIORITY only one does). */
guint dmn_cover_matched (const DmnCover *cover, guint decision, guint rule);
guint dmn_cover_decided (const DmnCover *cover, guint decision, guint rule);
/* Cases in which the cell was true; in all others it was not. */
guint dmn_cover_cell (const DmnCover *cover, guint decision, guint rule, guint column);
/* Cells that test something, and those of them that were true in one case and not in another. */
void dmn_cover_cells (const DmnCover *cover, guint decision, guint *n_cells, guint *n_exercised);

G_END_DECLS
