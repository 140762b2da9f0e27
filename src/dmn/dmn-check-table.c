/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-check-internal.h"
#include "dmn/dmn-family.h"

#include <string.h>

/* Every set of rules that can match together, each with one way to get there, and what follows from
 * them: gaps, overlaps, conflicts, rules that never decide, outputs that are never given. */

#define MOST_WORDS ((gsize)4 * 1024 * 1024)
/* Words joined, and pairs of rules looked at: a hostile file shall not keep us for minutes. */
#define MOST_STEPS ((gsize)100 * 1000 * 1000)
#define MOST_PAIRS 2000000
#define MOST_GAPS 8

/* The rules alive behind a dimension, and where they came from. */
typedef struct
{
  guint parent; /* index among the states before the dimension */
  guint option;
} State;

typedef struct
{
  DmnCheck *check;
  guint decision;
  const DmnTable *table;
  GArray *dimensions;
  GPtrArray *layers; /* of GArray of State: behind 0, 1, 2 … dimensions */
  DmnFamily alive;   /* the sets of the last layer */
  gboolean certain;
  guint n_gaps;
  guint n_quarrels;
  FeelFrame frame;
  guint64 *live;     /* rules that match somewhere */
  guint64 *deciding; /* rules that decide somewhere */
} Search;

static const DmnDimension *
dimension (const Search *search, guint index)
{
  return &g_array_index (search->dimensions, DmnDimension, index);
}

/* --- Where a set of rules lies
 * ---------------------------------------------------------------------------------- */

static const DmnOption *
any_option (const Search *search, guint index)
{
  const GArray *options = dimension (search, index)->options;

  return options->len > 0 ? &g_array_index (options, DmnOption, 0) : NULL;
}

/* Fills region and example from the way to @state behind @depth dimensions, and by @option of the
 * next one (-1: none); what is behind that may be anything. */
static void
place (const Search *search, DmnFinding *finding, guint depth, guint state, int option)
{
  const DmnTable *table = search->table;
  FeelArena *arena = search->check->arena;
  const DmnOption **chosen
      = feel_arena_alloc (arena, (search->dimensions->len + 1) * sizeof (gpointer));
  const char **region = feel_arena_alloc (arena, (table->n_columns + 1) * sizeof (char *));
  FeelValue *example = feel_arena_alloc (arena, (table->n_columns + 1) * sizeof (FeelValue));

  if (option >= 0)
    chosen[depth] = &g_array_index (dimension (search, depth)->options, DmnOption, option);
  for (guint i = depth; i > 0; i--)
    {
      const State *at
          = &g_array_index ((GArray *)g_ptr_array_index (search->layers, i), State, state);

      chosen[i - 1] = &g_array_index (dimension (search, i - 1)->options, DmnOption, at->option);
      state = at->parent;
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      const DmnOption *here = chosen[dmn_dimension_of (table, i)];

      region[i] = here != NULL ? here->region : "-";
      if (here == NULL) /* any will do, but it should be one that the column allows */
        here = any_option (search, dmn_dimension_of (table, i));
      if (here != NULL)
        example[i] = here->example;
    }
  finding->region = region;
  finding->example = example;
  finding->certain = search->certain;
}

/* --- Gaps
 * ---------------------------------------------------------------------------------------------------------
 */

static gboolean
may_have_gaps (const DmnTable *table)
{
  for (guint i = 0; i < table->n_outputs; i++)
    if (table->defaults[i] != NULL)
      return FALSE;
  return table->policy <= DMN_HIT_FIRST;
}

static void
add_gap (Search *search, guint depth, guint state, int option)
{
  DmnFinding finding = dmn_finding_new (DMN_FINDING_GAP, (int)search->decision);

  if (!may_have_gaps (search->table))
    return;
  if (search->n_gaps++ >= MOST_GAPS)
    {
      search->check->truncated = TRUE;
      return;
    }
  place (search, &finding, depth, state, option);
  dmn_check_add (search->check, finding);
}

/* --- Following the sets
 * ----------------------------------------------------------------------------------------- */

static gboolean
is_empty (const guint64 *set, guint n_words)
{
  return dmn_bit_next (set, n_words, 0) < 0;
}

/* One dimension further. FALSE when there are too many sets. */
static gboolean
step (Search *search, guint depth, guint64 *set, gsize *steps)
{
  guint n_words = search->table->n_words;
  const GArray *options = dimension (search, depth)->options;
  GArray *layer = g_array_new (FALSE, FALSE, sizeof (State));
  DmnFamily next;
  gboolean fits = TRUE;

  g_ptr_array_add (search->layers, layer);
  dmn_family_init (&next, n_words);
  for (guint state = 0; state < search->alive.sets->len && fits; state++)
    for (guint option = 0; option < options->len && fits; option++)
      {
        const guint64 *left = g_ptr_array_index (search->alive.sets, state);
        const guint64 *right = g_array_index (options, DmnOption, option).bits;

        for (guint word = 0; word < n_words; word++)
          set[word] = left[word] & right[word];
        if (is_empty (set, n_words))
          add_gap (search, depth, state, (int)option);
        else if (dmn_family_add (&next, set, search->frame.arena))
          g_array_append_vals (layer, &(State){ state, option }, 1);
        *steps += n_words;
        fits = *steps < MOST_STEPS && layer->len <= DMN_CHECK_SETS
               && (gsize)layer->len * n_words <= MOST_WORDS;
      }
  dmn_family_clear (&search->alive);
  search->alive = next;
  return fits;
}

static gboolean
follow (Search *search)
{
  const DmnTable *table = search->table;
  guint64 *set = feel_arena_alloc (search->frame.arena, table->n_words * sizeof (guint64));
  gsize steps = 0;

  dmn_bits_fill (set, table->n_words, table->n_rules);
  g_ptr_array_add (search->layers, g_array_new (FALSE, FALSE, sizeof (State)));
  if (table->n_rules == 0)
    return TRUE;
  dmn_family_add (&search->alive, set, search->frame.arena);
  for (guint i = 0; i < search->dimensions->len; i++)
    if (!step (search, i, set, &steps))
      return FALSE;
  return TRUE;
}

/* --- Rules that match together
 * ---------------------------------------------------------------------------------- */

static gboolean
same_results (const Search *search, guint a, guint b)
{
  const DmnTable *table = search->table;
  FeelValue one, other;

  for (guint i = 0; i < table->n_outputs; i++)
    {
      const DmnEntry *left = &table->rules[a].entries[i], *right = &table->rules[b].entries[i];

      if (g_str_equal (left->text, right->text))
        continue;
      if (!feel_expression_constant (left->expression, &one)
          || !feel_expression_constant (right->expression, &other)
          || !feel_value_identical (one, other))
        return FALSE;
    }
  return TRUE;
}

/* Outputs that depend on the inputs may agree after all. */
static gboolean
has_constant_outputs (const DmnTable *table, guint rule)
{
  FeelValue value;

  for (guint i = 0; i < table->n_outputs; i++)
    if (!feel_expression_constant (table->rules[rule].entries[i].expression, &value))
      return FALSE;
  return TRUE;
}

/* UNIQUE allows no two; ANY only such as agree; under PRIORITY equals must agree. */
static gboolean
quarrel (Search *search, guint a, guint b, DmnFindingKind *kind)
{
  const DmnTable *table = search->table;

  *kind = table->policy == DMN_HIT_UNIQUE ? DMN_FINDING_OVERLAP : DMN_FINDING_CONFLICT;
  if (table->policy == DMN_HIT_UNIQUE)
    return TRUE;
  if (same_results (search, a, b))
    return FALSE;
  return table->policy == DMN_HIT_ANY
         || (table->policy == DMN_HIT_PRIORITY
             && dmn_table_compare_rules (table, &search->frame, a, b) == 0);
}

typedef struct
{
  GHashTable *pairs; /* seen: a × rules + b */
  guint state;
  guint n_pairs;
} Together;

static void
check_pair (Search *search, Together *together, guint a, guint b)
{
  gint64 *key = g_new (gint64, 1);
  DmnFindingKind kind;
  DmnFinding finding;

  *key = (gint64)a * search->table->n_rules + b;
  if (!g_hash_table_add (together->pairs, key) || !quarrel (search, a, b, &kind))
    return;
  search->n_quarrels++;
  finding = dmn_finding_new (kind, (int)search->decision);
  finding.rule = (int)a;
  finding.other = (int)b;
  place (search, &finding, search->dimensions->len, together->state, -1);
  if (kind == DMN_FINDING_CONFLICT)
    finding.certain
        &= has_constant_outputs (search->table, a) && has_constant_outputs (search->table, b);
  dmn_check_add (search->check, finding);
}

static void
check_pairs (Search *search)
{
  Together together = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
  guint n_words = search->table->n_words;

  for (; together.state < search->alive.sets->len && together.n_pairs <= MOST_PAIRS
         && search->n_quarrels <= DMN_CHECK_MOST;
       together.state++)
    {
      const guint64 *set = g_ptr_array_index (search->alive.sets, together.state);

      for (int a = dmn_bit_next (set, n_words, 0); a >= 0;
           a = dmn_bit_next (set, n_words, (guint)a + 1))
        for (int b = dmn_bit_next (set, n_words, (guint)a + 1); b >= 0;
             b = dmn_bit_next (set, n_words, (guint)b + 1))
          if (search->n_quarrels <= DMN_CHECK_MOST && together.n_pairs++ < MOST_PAIRS)
            check_pair (search, &together, (guint)a, (guint)b);
    }
  if (together.n_pairs > MOST_PAIRS)
    dmn_check_add (search->check, dmn_finding_new (DMN_FINDING_UNCHECKED, (int)search->decision));
  g_hash_table_unref (together.pairs);
}

/* --- Rules that never decide, outputs never given
 * --------------------------------------------------------------- */

/* For each rule one that decides where it matches. */
static void
judge (Search *search, int *instead)
{
  const DmnTable *table = search->table;
  guint64 *deciding = feel_arena_alloc (search->frame.arena, table->n_words * sizeof (guint64));

  for (guint i = 0; i < search->alive.sets->len; i++)
    {
      const guint64 *set = g_ptr_array_index (search->alive.sets, i);

      dmn_table_deciding (table, &search->frame, set, deciding);
      for (guint word = 0; word < table->n_words; word++)
        {
          search->live[word] |= set[word];
          search->deciding[word] |= deciding[word];
        }
      for (int rule = dmn_bit_next (set, table->n_words, 0); rule >= 0;
           rule = dmn_bit_next (set, table->n_words, (guint)rule + 1))
        if (instead[rule] < 0)
          instead[rule] = dmn_bit_next (deciding, table->n_words, 0);
    }
}

static void
check_rules (Search *search)
{
  const DmnTable *table = search->table;
  g_autofree int *instead = g_new (int, table->n_rules + 1);

  for (guint i = 0; i < table->n_rules; i++)
    instead[i] = -1;
  judge (search, instead);
  for (guint i = 0; i < table->n_rules; i++)
    {
      DmnFinding finding
          = dmn_finding_new (dmn_bit (search->live, i) ? DMN_FINDING_SHADOWED : DMN_FINDING_DEAD,
                             (int)search->decision);

      if (dmn_bit (search->deciding, i))
        continue;
      finding.rule = (int)i;
      finding.other = instead[i];
      dmn_check_add (search->check, finding);
    }
}

static gboolean
is_given (const Search *search, guint output, FeelValue wanted)
{
  const DmnTable *table = search->table;
  FeelValue value;

  if (table->defaults[output] != NULL
      && (!feel_expression_constant (table->defaults[output], &value)
          || feel_value_identical (value, wanted)))
    return TRUE;
  for (guint i = 0; i < table->n_rules; i++)
    if (dmn_bit (search->deciding, i)
        && (!feel_expression_constant (table->rules[i].entries[output].expression, &value)
            || value.kind == FEEL_LIST || feel_value_identical (value, wanted)))
      return TRUE;
  return FALSE;
}

static void
check_outputs (Search *search)
{
  const DmnTable *table = search->table;

  if (table->aggregation != DMN_AGGREGATION_NONE)
    return;
  for (guint output = 0; output < table->n_outputs; output++)
    for (guint i = 0; i < table->n_priorities[output]; i++)
      {
        DmnFinding finding = dmn_finding_new (DMN_FINDING_UNREACHABLE, (int)search->decision);

        if (is_given (search, output, table->priorities[output][i]))
          continue;
        finding.output = (int)output;
        finding.value = table->priorities[output][i];
        dmn_check_add (search->check, finding);
      }
}

static void
run (Search *search)
{
  const DmnTable *table = search->table;

  search->certain = TRUE;
  for (guint i = 0; i < search->dimensions->len; i++)
    search->certain &= dimension (search, i)->certain;
  search->live = feel_arena_alloc (search->frame.arena, table->n_words * sizeof (guint64));
  search->deciding = feel_arena_alloc (search->frame.arena, table->n_words * sizeof (guint64));
  dmn_family_init (&search->alive, table->n_words);
  if (follow (search))
    {
      if (table->policy <= DMN_HIT_PRIORITY)
        check_pairs (search);
      check_rules (search);
      check_outputs (search);
    }
  else
    dmn_check_add (search->check, dmn_finding_new (DMN_FINDING_UNCHECKED, (int)search->decision));
  dmn_family_clear (&search->alive);
}

void
dmn_check_table (DmnCheck *check, guint decision)
{
  const DmnTable *table = check->model->logics[decision].table;
  g_autoptr (FeelArena) scratch = feel_arena_new ();
  g_autoptr (GPtrArray) layers = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  Search search = { .check = check, .decision = decision, .table = table, .layers = layers };
  DmnFinding unchecked = dmn_finding_new (DMN_FINDING_UNCHECKED, (int)decision);

  dmn_frame_init (&search.frame, check->model, scratch);
  search.dimensions = dmn_dimensions_new (check, table, &unchecked.column);
  if (search.dimensions == NULL)
    {
      dmn_check_add (check, unchecked);
      return;
    }
  run (&search);
  g_array_unref (search.dimensions);
}
