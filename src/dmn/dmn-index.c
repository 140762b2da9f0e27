/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-index.h"

#include <string.h>

struct _DmnIndex
{
  DmnAxis axis;
  guint n_words;
  guint64 *bits; /* n_words for each piece */
  guint64 *null_bits;
  guint32 *
      buckets; /* strings only: piece by hash, 0 free; NULL when a gap between strings may matter */
  guint mask;
  gint64 *keys; /* numbers only: the points × 10^KEY_PLACES; NULL when one does not fit */
};

/* Money has two places, shares have four. */
#define KEY_PLACES 4
#define FEW_POINTS 16

/* Adds what a simple cell compares with. FALSE for a cell that must be evaluated. */
static gboolean
add_points (GArray *points, const FeelExpression *cell, gboolean *string_ranges)
{
  const FeelTest *tests;
  guint n_tests;
  gboolean negated;

  if (feel_tests_is_any (cell))
    return TRUE;
  if (!feel_tests_simple (cell, &tests, &n_tests, &negated))
    return FALSE;
  for (guint i = 0; i < n_tests; i++)
    {
      if (!tests[i].is_range)
        g_array_append_val (points, tests[i].value);
      else
        {
          g_array_append_val (points, tests[i].range.low);
          g_array_append_val (points, tests[i].range.high);
          *string_ranges
              |= tests[i].range.low.kind == FEEL_STRING || tests[i].range.high.kind == FEEL_STRING;
        }
    }
  return TRUE;
}

static void
fill (guint64 *bits, const FeelExpression *const *cells, guint n_rules, FeelValue sample)
{
  FeelFrame frame = { 0 };

  for (guint i = 0; i < n_rules; i++)
    if (feel_tests_evaluate (cells[i], sample, &frame) == 1)
      bits[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
}

static void
hash_strings (DmnIndex *index, FeelArena *arena)
{
  guint size = 4;

  while (size < index->axis.n_points * 2)
    size *= 2;
  index->mask = size - 1;
  index->buckets = feel_arena_alloc (arena, size * sizeof (guint32));
  for (guint i = 0; i < index->axis.n_points; i++)
    {
      guint at = (guint)index->axis.points[i].string.hash & index->mask;

      while (index->buckets[at] != 0)
        at = (at + 1) & index->mask;
      index->buckets[at] = 2 * i + 1;
    }
}

static void
scale_numbers (DmnIndex *index, FeelArena *arena)
{
  gint64 *keys = feel_arena_alloc (arena, index->axis.n_points * sizeof (gint64));

  for (guint i = 0; i < index->axis.n_points; i++)
    if (!feel_number_exactly_scaled (index->axis.points[i].number, KEY_PLACES, &keys[i]))
      return;
  index->keys = keys;
}

/* The first and the last piece in which the test is true; FALSE when there is none. */
static gboolean
test_pieces (const DmnIndex *index, const FeelTest *test, guint *first, guint *last)
{
  const FeelRange *range = &test->range;

  if (!test->is_range)
    {
      if (test->value.kind == FEEL_NULL)
        return FALSE;
      *first = *last = dmn_axis_find (&index->axis, test->value);
      return TRUE;
    }
  *first = 0;
  *last = 2 * index->axis.n_points;
  if (range->low.kind != FEEL_NULL)
    *first = dmn_axis_find (&index->axis, range->low) + (range->low_closed ? 0 : 1);
  if (range->high.kind != FEEL_NULL)
    *last = dmn_axis_find (&index->axis, range->high) - (range->high_closed ? 0 : 1);
  return *first <= *last;
}

/* Rule by rule: a cell is true in few runs of pieces, or (negated) outside them. */
static void
fill_rule (DmnIndex *index, const FeelExpression *cell, guint rule)
{
  guint n_pieces = dmn_axis_n_pieces (&index->axis), first, last, n;
  guint64 bit = G_GUINT64_CONSTANT (1) << (rule % 64), *word = index->bits + rule / 64;
  const FeelTest *tests = NULL;
  gboolean negated = FALSE, any = feel_tests_is_any (cell);

  if (!any)
    feel_tests_simple (cell, &tests, &n, &negated);
  for (guint i = 0; (any || negated) && i < n_pieces; i++)
    word[i * index->n_words] |= bit;
  for (guint i = 0; !any && i < n; i++)
    if (test_pieces (index, &tests[i], &first, &last))
      for (guint piece = first; piece <= last; piece++)
        {
          if (negated)
            word[piece * index->n_words] &= ~bit;
          else
            word[piece * index->n_words] |= bit;
        }
}

static void
fill_pieces (DmnIndex *index, FeelArena *arena, const FeelExpression *const *cells, guint n_rules)
{
  guint n_pieces = dmn_axis_n_pieces (&index->axis);

  index->bits = feel_arena_alloc (arena, (gsize)n_pieces * index->n_words * sizeof (guint64));
  for (guint rule = 0; rule < n_rules; rule++)
    fill_rule (index, cells[rule], rule);
}

DmnIndex *
dmn_index_new (FeelArena *arena, const FeelExpression *const *cells, guint n_rules, gsize *room)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  DmnIndex *index;
  gboolean string_ranges = FALSE;
  gsize n_words;

  for (guint i = 0; i < n_rules; i++)
    if (!add_points (points, cells[i], &string_ranges))
      return NULL;
  index = feel_arena_alloc (arena, sizeof (DmnIndex));
  index->n_words = MAX ((n_rules + 63) / 64, 1);
  if (!dmn_axis_init (&index->axis, arena, points))
    return NULL;
  n_words = (gsize)dmn_axis_n_pieces (&index->axis) * index->n_words;
  if (n_words > *room)
    return NULL;
  *room -= n_words;
  index->null_bits = feel_arena_alloc (arena, index->n_words * sizeof (guint64));
  fill (index->null_bits, cells, n_rules, FEEL_NULL_VALUE);
  if (index->axis.n_points > 0)
    fill_pieces (index, arena, cells, n_rules);
  if (index->axis.kind == FEEL_STRING && !string_ranges)
    hash_strings (index, arena);
  if (index->axis.kind == FEEL_NUMBER)
    scale_numbers (index, arena);
  return index;
}

/* Without ranges of strings all gaps are alike, the first one stands for them. */
static guint
find_string (const DmnIndex *index, const FeelValue *value)
{
  guint at = (guint)value->string.hash & index->mask;

  for (; index->buckets[at] != 0; at = (at + 1) & index->mask)
    {
      const FeelValue *point = &index->axis.points[index->buckets[at] / 2];

      if (point->string.text == value->string.text
          || (point->string.hash == value->string.hash && point->extra == value->extra
              && memcmp (point->string.text, value->string.text, (gsize)point->extra) == 0))
        return index->buckets[at];
    }
  return 2 * index->axis.n_points;
}

/* As dmn_axis_find(), on integers. Few points are counted without branches, which no processor can
 * foresee. */
static guint
find_key (const DmnIndex *index, gint64 key)
{
  guint low = 0, high = index->axis.n_points;

  if (high <= FEW_POINTS)
    {
      guint place = 0;

      for (guint i = 0; i < high; i++)
        place += (guint)(index->keys[i] < key) + (guint)(index->keys[i] <= key);
      return place;
    }
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (index->keys[middle] < key)
        low = middle + 1;
      else
        high = middle;
    }
  return 2 * low + (low < index->axis.n_points && index->keys[low] == key);
}

const guint64 *
dmn_index_find (const DmnIndex *index, const FeelValue *value)
{
  guint piece;
  gint64 key;
  int order;

  if (value->kind != index->axis.kind)
    return value->kind == FEEL_NULL ? index->null_bits : NULL;
  if (value->kind == FEEL_NULL)
    return index->null_bits;
  if (index->buckets != NULL)
    piece = find_string (index, value);
  else if (index->keys != NULL && feel_number_exactly_scaled (value->number, KEY_PLACES, &key))
    piece = find_key (index, key);
  else if (value->kind != FEEL_NUMBER && value->kind != FEEL_BOOLEAN
           && !feel_value_compare (*value, index->axis.points[0], &order))
    return NULL;
  else
    piece = dmn_axis_find (&index->axis, *value);
  return index->bits + (gsize)piece * index->n_words;
}

const DmnAxis *
dmn_index_axis (const DmnIndex *index)
{
  return &index->axis;
}
