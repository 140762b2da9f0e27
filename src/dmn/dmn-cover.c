/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-cover.h"

#include "dmn/dmn-trace-internal.h"

/* Counting traces. */

typedef struct
{
  guint unmatched;
  guint *matched; /* for each rule */
  guint *decided;
  guint *cells; /* [rule × columns + column] */
} Counts;

struct _DmnCover
{
  DmnModel *model;
  guint n_cases;
  Counts *counts; /* of each decision; all zero for an expression */
};

DmnCover *
dmn_cover_new (DmnModel *model)
{
  DmnCover *cover;

  g_return_val_if_fail (model != NULL, NULL);
  cover = g_new0 (DmnCover, 1);
  cover->model = dmn_model_ref (model);
  cover->counts = g_new0 (Counts, model->n_decisions + 1);
  for (guint i = 0; i < model->n_decisions; i++)
    {
      const DmnTable *table = model->logics[i].table;

      if (table == NULL)
        continue;
      cover->counts[i].matched = g_new0 (guint, table->n_rules + 1);
      cover->counts[i].decided = g_new0 (guint, table->n_rules + 1);
      cover->counts[i].cells = g_new0 (guint, table->n_rules * table->n_columns + 1);
    }
  return cover;
}

void
dmn_cover_free (DmnCover *cover)
{
  if (cover == NULL)
    return;
  for (guint i = 0; i < cover->model->n_decisions; i++)
    {
      g_free (cover->counts[i].matched);
      g_free (cover->counts[i].decided);
      g_free (cover->counts[i].cells);
    }
  g_free (cover->counts);
  dmn_model_unref (cover->model);
  g_free (cover);
}

static void
count (DmnCover *cover, const DmnTrace *trace, guint index, FeelFrame *frame)
{
  const DmnStep *step = &g_array_index (trace->steps, DmnStep, index);
  const DmnTable *table = cover->model->logics[step->decision].table;
  Counts *counts = &cover->counts[step->decision];
  guint64 *deciding;

  if (table == NULL)
    return;
  deciding = feel_arena_alloc (frame->arena, table->n_words * sizeof (guint64));
  dmn_table_deciding (table, frame, step->matched, deciding);
  counts->unmatched += dmn_bit_next (step->matched, table->n_words, 0) < 0;
  for (guint rule = 0; rule < table->n_rules; rule++)
    {
      counts->matched[rule] += dmn_bit (step->matched, rule);
      counts->decided[rule] += dmn_bit (deciding, rule);
      for (guint column = 0; column < table->n_columns; column++)
        counts->cells[rule * table->n_columns + column]
            += dmn_trace_cell (trace, index, rule, column);
    }
}

/* TRUE when some other decision brings this one along. */
static gboolean
is_required (const DmnModel *model, guint decision)
{
  for (guint i = decision + 1; i < model->n_decisions; i++)
    if (dmn_model_requires_slot (model, i, model->n_inputs + decision))
      return TRUE;
  return FALSE;
}

gboolean
dmn_cover_add (DmnCover *cover, const FeelValue *inputs, GError **error)
{
  const DmnModel *model = cover->model;
  g_autoptr (FeelArena) arena = feel_arena_new ();
  g_autofree gboolean *seen = g_new0 (gboolean, model->n_decisions + 1);
  FeelFrame frame;
  FeelValue result;

  for (guint i = 0; i < model->n_inputs; i++)
    if (!dmn_model_check_input (model, i, inputs[i], error))
      return FALSE;
  for (guint i = 0; i < model->n_decisions; i++)
    {
      g_autoptr (DmnTrace) trace = NULL;

      if (is_required (model, i))
        continue;
      dmn_model_evaluate (model, i, inputs, arena, &result, &trace, NULL);
      dmn_frame_init (&frame, model, arena);
      for (guint input = 0; input < model->n_inputs; input++)
        frame.slots[input] = inputs[input];
      for (guint step = 0; step < dmn_trace_n_decisions (trace); step++)
        {
          guint decision = dmn_trace_decision (trace, step);

          if (!seen[decision])
            count (cover, trace, step, &frame);
          seen[decision] = TRUE;
          frame.slots[model->n_inputs + decision] = dmn_trace_result (trace, step);
        }
    }
  cover->n_cases++;
  return TRUE;
}

guint
dmn_cover_n_cases (const DmnCover *cover)
{
  return cover->n_cases;
}

static const DmnTable *
table_of (const DmnCover *cover, guint decision)
{
  g_return_val_if_fail (decision < cover->model->n_decisions, NULL);
  return cover->model->logics[decision].table;
}

guint
dmn_cover_unmatched (const DmnCover *cover, guint decision)
{
  g_return_val_if_fail (table_of (cover, decision) != NULL, 0);
  return cover->counts[decision].unmatched;
}

guint
dmn_cover_matched (const DmnCover *cover, guint decision, guint rule)
{
  const DmnTable *table = table_of (cover, decision);

  g_return_val_if_fail (table != NULL && rule < table->n_rules, 0);
  return cover->counts[decision].matched[rule];
}

guint
dmn_cover_decided (const DmnCover *cover, guint decision, guint rule)
{
  const DmnTable *table = table_of (cover, decision);

  g_return_val_if_fail (table != NULL && rule < table->n_rules, 0);
  return cover->counts[decision].decided[rule];
}

guint
dmn_cover_cell (const DmnCover *cover, guint decision, guint rule, guint column)
{
  const DmnTable *table = table_of (cover, decision);

  g_return_val_if_fail (table != NULL && rule < table->n_rules && column < table->n_columns, 0);
  return cover->counts[decision].cells[rule * table->n_columns + column];
}

void
dmn_cover_cells (const DmnCover *cover, guint decision, guint *n_cells, guint *n_exercised)
{
  const DmnTable *table = table_of (cover, decision);

  *n_cells = *n_exercised = 0;
  g_return_if_fail (table != NULL);
  for (guint rule = 0; rule < table->n_rules; rule++)
    for (guint column = 0; column < table->n_columns; column++)
      {
        guint met = dmn_cover_cell (cover, decision, rule, column);

        if (dmn_table_cell_is_any (table, rule, column))
          continue;
        *n_cells += 1;
        *n_exercised += met > 0 && met < cover->n_cases;
      }
}
