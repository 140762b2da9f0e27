/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-aggregate.h"

#include "advice/advice-size.h"

#include <string.h>

/* A table with its margins as row and column 0; suppression works on exact counts, rounding comes
 * last. */

#define ROUND_TO 5

typedef struct
{
  guint n;
  ConsultationDistribution *scores;
  gboolean suppressed;
} Cell;

struct _ConsultationAggregate
{
  GPtrArray *rows, *columns; /* ids; cell (r + 1, c + 1) is theirs */
  Cell *cells;               /* (rows + 1) × (columns + 1) */
  guint threshold;
};

static Cell *
at (const ConsultationAggregate *aggregate, guint row, guint column)
{
  return &aggregate->cells[row * (aggregate->columns->len + 1) + column];
}

/* --- counting --------------------------------------------------------------------------------- */

/* Regions leave only as NUTS 1: three letters. */
static char *
coarse_key (const WorkspaceCompany *company,
            const WorkspaceStage *stage,
            ConsultationGroupKind kind)
{
  const char *key = consultation_portfolio_key (company, stage, kind);

  return kind == CONSULTATION_GROUP_REGION ? g_strndup (key, 3) : g_strdup (key);
}

static const WorkspaceStage *
stage_of (const WorkspaceCompany *company, const SurveyPack *pack, const char *wanted)
{
  const WorkspaceStage *stage = wanted == NULL ? workspace_company_latest (company)
                                               : workspace_company_stage (company, wanted);

  return stage != NULL && stage->summary_is_current
                 && g_strcmp0 (stage->pack_id, survey_pack_id (pack)) == 0
             ? stage
             : NULL;
}

/* Sizes and levels have an order of their own, what is not known stands last. */
static int
rank_of (const SurveyPack *pack, const char *id)
{
  const int size = advice_size_order (id);

  if (*id == '\0')
    return G_MAXINT;
  if (size >= 0)
    return size;
  for (guint i = 0; i < survey_pack_n_bands (pack); i++)
    if (g_str_equal (survey_pack_band (pack, i)->id, id))
      return (int)i;
  return 0;
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer pack)
{
  const char *first = *(const char *const *)a;
  const char *second = *(const char *const *)b;
  const int first_rank = rank_of (pack, first), second_rank = rank_of (pack, second);

  return first_rank != second_rank ? (first_rank < second_rank ? -1 : 1) : strcmp (first, second);
}

static GPtrArray *
collect_ids (GPtrArray *companies,
             const SurveyPack *pack,
             const char *stage,
             ConsultationGroupKind kind)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < companies->len; i++)
    {
      const WorkspaceStage *found = stage_of (companies->pdata[i], pack, stage);
      char *key;

      if (found == NULL)
        continue;
      key = coarse_key (companies->pdata[i], found, kind);
      if (g_hash_table_contains (seen, key))
        {
          g_free (key);
          continue;
        }
      g_hash_table_add (seen, key);
      g_ptr_array_add (ids, key);
    }
  g_ptr_array_sort_with_data (ids, compare_ids, (gpointer)pack);
  return ids;
}

static guint
index_of (const GPtrArray *ids, const char *key)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], key))
      return i + 1;
  g_assert_not_reached ();
}

static void
count (ConsultationAggregate *aggregate, guint row, guint column, const WorkspaceStage *stage)
{
  const guint rows[] = { 0, row };
  const guint columns[] = { 0, column };

  for (guint r = 0; r < 2; r++)
    for (guint c = 0; c < 2; c++)
      {
        Cell *cell = at (aggregate, rows[r], columns[c]);

        cell->n++;
        if (stage->overall >= 0)
          consultation_distribution_add (cell->scores, stage->overall);
      }
}

/* --- suppressing ------------------------------------------------------------------------------ */

/* A line is a row or a column with its margin at place 0. */
typedef struct
{
  ConsultationAggregate *aggregate;
  guint index, length;
  gboolean is_row;
} Line;

static Cell *
in_line (const Line *line, guint place)
{
  return line->is_row ? at (line->aggregate, line->index, place)
                      : at (line->aggregate, place, line->index);
}

static void
suppress_small (ConsultationAggregate *aggregate)
{
  for (guint r = 0; r <= aggregate->rows->len; r++)
    for (guint c = 0; c <= aggregate->columns->len; c++)
      {
        Cell *cell = at (aggregate, r, c);

        cell->suppressed = cell->n > 0 && cell->n < aggregate->threshold;
      }
}

/* What a reader can compute of a line whose margin is shown: the sum of what is missing. It is safe
 * when nothing is missing, or when at least two cells share at least the threshold. Where the
 * margin is missing too, the line gives no sum away. */
static gboolean
is_safe (const Line *line)
{
  guint missing = 0, sum = 0;

  for (guint place = 0; place < line->length; place++)
    if (in_line (line, place)->suppressed)
      {
        missing++;
        sum += in_line (line, place)->n;
      }
  return missing == 0
         || (missing >= 2 && (in_line (line, 0)->suppressed || sum >= line->aggregate->threshold));
}

/* The smallest shown cell that is not empty, inner ones before the margin; NULL when none is left.
 */
static Cell *
find_protector (const Line *line)
{
  Cell *best = NULL;

  for (guint place = 1; place < line->length; place++)
    {
      Cell *cell = in_line (line, place);

      if (!cell->suppressed && cell->n > 0 && (best == NULL || cell->n < best->n))
        best = cell;
    }
  if (best == NULL && !in_line (line, 0)->suppressed && in_line (line, 0)->n > 0)
    best = in_line (line, 0);
  return best;
}

static gboolean
protect (const Line *line)
{
  gboolean changed = FALSE;

  while (!is_safe (line))
    {
      Cell *protector = find_protector (line);

      if (protector == NULL)
        return changed; /* everything is suppressed */
      protector->suppressed = TRUE;
      changed = TRUE;
    }
  return changed;
}

static void
suppress (ConsultationAggregate *aggregate)
{
  gboolean changed = TRUE;

  suppress_small (aggregate);
  while (changed)
    {
      changed = FALSE;
      for (guint r = 0; r <= aggregate->rows->len; r++)
        changed |= protect (&(Line){ aggregate, r, aggregate->columns->len + 1, TRUE });
      for (guint c = 0; c <= aggregate->columns->len; c++)
        changed |= protect (&(Line){ aggregate, c, aggregate->rows->len + 1, FALSE });
    }
}

/* --- public ----------------------------------------------------------------------------------- */

ConsultationAggregate *
consultation_aggregate_new (GPtrArray *companies,
                            SurveyPack *pack,
                            const char *stage,
                            ConsultationGroupKind rows,
                            ConsultationGroupKind columns,
                            guint threshold)
{
  ConsultationAggregate *aggregate;
  guint n_cells;

  g_return_val_if_fail (companies != NULL && pack != NULL, NULL);
  g_return_val_if_fail (rows < CONSULTATION_N_GROUPS && columns < CONSULTATION_N_GROUPS, NULL);
  g_return_val_if_fail (threshold >= CONSULTATION_AGGREGATE_THRESHOLD, NULL);

  aggregate = g_new0 (ConsultationAggregate, 1);
  aggregate->threshold = threshold;
  aggregate->rows = collect_ids (companies, pack, stage, rows);
  aggregate->columns = collect_ids (companies, pack, stage, columns);
  n_cells = (aggregate->rows->len + 1) * (aggregate->columns->len + 1);
  aggregate->cells = g_new0 (Cell, n_cells);
  for (guint i = 0; i < n_cells; i++)
    aggregate->cells[i].scores = consultation_distribution_new ();
  for (guint i = 0; i < companies->len; i++)
    {
      const WorkspaceStage *found = stage_of (companies->pdata[i], pack, stage);
      g_autofree char *row = found == NULL ? NULL : coarse_key (companies->pdata[i], found, rows);
      g_autofree char *column
          = found == NULL ? NULL : coarse_key (companies->pdata[i], found, columns);

      if (found != NULL)
        count (aggregate, index_of (aggregate->rows, row), index_of (aggregate->columns, column),
               found);
    }
  for (guint i = 0; i < n_cells; i++)
    consultation_distribution_close (aggregate->cells[i].scores);
  suppress (aggregate);
  return aggregate;
}

void
consultation_aggregate_free (ConsultationAggregate *aggregate)
{
  guint n_cells;

  if (aggregate == NULL)
    return;
  n_cells = (aggregate->rows->len + 1) * (aggregate->columns->len + 1);
  for (guint i = 0; i < n_cells; i++)
    consultation_distribution_free (aggregate->cells[i].scores);
  g_free (aggregate->cells);
  g_ptr_array_unref (aggregate->rows);
  g_ptr_array_unref (aggregate->columns);
  g_free (aggregate);
}

guint
consultation_aggregate_n_rows (const ConsultationAggregate *aggregate)
{
  g_return_val_if_fail (aggregate != NULL, 0);
  return aggregate->rows->len;
}

guint
consultation_aggregate_n_columns (const ConsultationAggregate *aggregate)
{
  g_return_val_if_fail (aggregate != NULL, 0);
  return aggregate->columns->len;
}

const char *
consultation_aggregate_row (const ConsultationAggregate *aggregate, guint row)
{
  g_return_val_if_fail (aggregate != NULL && row < aggregate->rows->len, NULL);
  return aggregate->rows->pdata[row];
}

const char *
consultation_aggregate_column (const ConsultationAggregate *aggregate, guint column)
{
  g_return_val_if_fail (aggregate != NULL && column < aggregate->columns->len, NULL);
  return aggregate->columns->pdata[column];
}

static int
round_to_five (int value)
{
  return (value + ROUND_TO / 2) / ROUND_TO * ROUND_TO;
}

ConsultationCell
consultation_aggregate_cell (const ConsultationAggregate *aggregate, int row, int column)
{
  ConsultationCell shown = { CONSULTATION_CELL_SUPPRESSED, -1, -1 };
  const Cell *cell;

  g_return_val_if_fail (aggregate != NULL, shown);
  g_return_val_if_fail (row >= -1 && row < (int)aggregate->rows->len, shown);
  g_return_val_if_fail (column >= -1 && column < (int)aggregate->columns->len, shown);

  cell = at (aggregate, (guint)(row + 1), (guint)(column + 1));
  if (cell->suppressed)
    return shown;
  shown.state = cell->n == 0 ? CONSULTATION_CELL_EMPTY : CONSULTATION_CELL_SHOWN;
  shown.count = round_to_five ((int)cell->n);
  if (cell->scores->n >= aggregate->threshold)
    shown.median = round_to_five ((cell->scores->median + 50) / 100);
  return shown;
}

guint
consultation_aggregate_n_suppressed (const ConsultationAggregate *aggregate)
{
  guint n = 0;

  g_return_val_if_fail (aggregate != NULL, 0);

  for (guint r = 0; r <= aggregate->rows->len; r++)
    for (guint c = 0; c <= aggregate->columns->len; c++)
      n += at (aggregate, r, c)->suppressed;
  return n;
}
