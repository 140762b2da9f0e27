/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-check-internal.h"

#include <string.h>

/* Cutting what a table is asked about into the groups of values that leave the same rules. */

/* A column whose cells have to be evaluated: so many different cells are each taken as true or
 * false by themselves. */
#define MOST_WILD 10

/* --- Which columns belong together
 * ------------------------------------------------------------------------------ */

static gboolean
same_question (const DmnTable *table, guint a, guint b)
{
  guint one, other;

  if (feel_expression_variable (table->expressions[a], &one)
      && feel_expression_variable (table->expressions[b], &other))
    return one == other;
  return g_str_equal (table->columns[a].expression, table->columns[b].expression);
}

static guint
first_column (const DmnTable *table, guint column)
{
  for (guint i = 0; i < column; i++)
    if (same_question (table, i, column))
      return i;
  return column;
}

guint
dmn_dimension_of (const DmnTable *table, guint column)
{
  guint n = 0, first = first_column (table, column);

  for (guint i = 0; i < first; i++)
    n += first_column (table, i) == i;
  return n;
}

/* TRUE when @slot, or what it is computed from, is @other or shares an input with it. */
static gboolean
slots_depend (const DmnModel *model, guint slot, guint other)
{
  for (guint input = 0; input < model->n_inputs; input++)
    {
      gboolean left = slot == input
                      || (slot >= model->n_inputs
                          && dmn_model_requires_slot (model, slot - model->n_inputs, input));
      gboolean right = other == input
                       || (other >= model->n_inputs
                           && dmn_model_requires_slot (model, other - model->n_inputs, input));

      if (left && right)
        return TRUE;
    }
  return FALSE;
}

/* Only variables that have nothing to do with each other take every combination of their values. */
static gboolean
is_independent (const DmnModel *model, const DmnTable *table, guint column)
{
  guint slot, other;

  if (!feel_expression_variable (table->expressions[column], &slot))
    return FALSE;
  for (guint i = 0; i < table->n_columns; i++)
    if (!same_question (table, i, column)
        && (!feel_expression_variable (table->expressions[i], &other)
            || slots_depend (model, slot, other)))
      return FALSE;
  return TRUE;
}

/* --- Options
 * ------------------------------------------------------------------------------------------------------
 */

typedef struct
{
  DmnCheck *check;
  const DmnTable *table;
  const DmnModel *model;
  guint column;
  DmnDimension *dimension;
  GPtrArray *regions; /* of GString, for each option */
  FeelFrame frame;
} Cutter;

static void
column_bits (Cutter *cutter, FeelValue sample, guint64 *bits)
{
  const DmnTable *table = cutter->table;
  guint64 *more = feel_arena_alloc (cutter->frame.arena, table->n_words * sizeof (guint64));

  dmn_bits_fill (bits, table->n_words, table->n_rules);
  for (guint i = cutter->column; i < table->n_columns; i++)
    if (same_question (table, cutter->column, i))
      {
        dmn_table_column_bits (table, i, sample, &cutter->frame, more);
        for (guint word = 0; word < table->n_words; word++)
          bits[word] &= more[word];
      }
}

/* The option with these bits, made when there is none. */
static GString *
option_for (Cutter *cutter, const guint64 *bits, FeelValue example)
{
  gsize size = cutter->table->n_words * sizeof (guint64);
  DmnOption option = { .example = example };

  for (guint word = 0; word < cutter->table->n_words; word++)
    option.hash = (option.hash ^ bits[word]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  for (guint i = 0; i < cutter->dimension->options->len; i++)
    {
      const DmnOption *known = &g_array_index (cutter->dimension->options, DmnOption, i);

      if (known->hash == option.hash && memcmp (known->bits, bits, size) == 0)
        return g_ptr_array_index (cutter->regions, i);
    }
  option.bits = feel_arena_alloc (cutter->check->arena, size);
  memcpy (option.bits, bits, size);
  g_array_append_val (cutter->dimension->options, option);
  g_ptr_array_add (cutter->regions, g_string_new (NULL));
  return g_ptr_array_index (cutter->regions, cutter->regions->len - 1);
}

static void
append_test (GString *region, const char *test)
{
  if (region->len > 0)
    g_string_append (region, ", ");
  g_string_append (region, test);
}

static void
finish_options (Cutter *cutter)
{
  FeelArena *arena = cutter->check->arena;
  guint n = cutter->dimension->options->len;

  for (guint i = 0; i < n; i++)
    {
      const GString *text = g_ptr_array_index (cutter->regions, i);

      g_array_index (cutter->dimension->options, DmnOption, i).region
          = n == 1 ? "-" : feel_arena_copy (arena, text->str, text->len);
    }
}

/* --- Values that can be listed
 * ---------------------------------------------------------------------------------- */

static gboolean
is_allowed (Cutter *cutter, FeelValue value)
{
  const DmnTable *table = cutter->table;
  guint slot;

  if (feel_expression_variable (table->expressions[cutter->column], &slot)
      && slot < cutter->model->n_inputs
      && !dmn_type_accepts (cutter->model->input_types[slot], value))
    return FALSE;
  for (guint i = cutter->column; i < table->n_columns; i++)
    if (same_question (table, cutter->column, i)
        && (!dmn_type_accepts (table->column_types[i], value)
            || (table->column_allowed[i] != NULL
                && feel_tests_evaluate (table->column_allowed[i], value, &cutter->frame) != 1)))
      return FALSE;
  return TRUE;
}

static void
add_single (Cutter *cutter, FeelValue value)
{
  guint64 *bits = feel_arena_alloc (cutter->frame.arena, cutter->table->n_words * sizeof (guint64));
  g_autofree char *text = feel_value_to_feel (value);

  if (value.kind == FEEL_NULL || !is_allowed (cutter, value))
    return;
  column_bits (cutter, value, bits);
  append_test (option_for (cutter, bits, value), text);
}

/* The results of a table whose outputs are constants are the only values that others get. */
static gboolean
add_results (Cutter *cutter, const DmnTable *source)
{
  GHashTable *seen;
  FeelValue value;

  if (source->n_outputs != 1 || source->policy > DMN_HIT_FIRST)
    return FALSE;
  for (guint i = 0; i < source->n_rules; i++)
    if (!feel_expression_constant (source->rules[i].entries[0].expression, &value))
      return FALSE;
  if (source->defaults[0] != NULL && !feel_expression_constant (source->defaults[0], &value))
    return FALSE;
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i <= source->n_rules; i++)
    {
      const FeelExpression *given
          = i < source->n_rules ? source->rules[i].entries[0].expression : source->defaults[0];

      if (given != NULL && feel_expression_constant (given, &value)
          && g_hash_table_add (seen, feel_value_to_feel (value)))
        add_single (cutter, value);
    }
  g_hash_table_unref (seen);
  return TRUE;
}

static gboolean
add_listed (Cutter *cutter)
{
  const DmnModel *model = cutter->model;
  const DmnType *type = cutter->table->column_types[cutter->column];
  guint slot;

  if (feel_expression_variable (cutter->table->expressions[cutter->column], &slot)
      && type->n_values == 0)
    {
      if (slot < model->n_inputs)
        type = model->input_types[slot];
      else if (model->logics[slot - model->n_inputs].table != NULL
               && add_results (cutter, model->logics[slot - model->n_inputs].table))
        return TRUE;
      else
        type = model->logics[slot - model->n_inputs].type;
    }
  if (type->n_values == 0 || type->collection)
    return FALSE;
  for (guint i = 0; i < type->n_values; i++)
    add_single (cutter, type->values[i]);
  return TRUE;
}

/* --- Values on an axis
 * ------------------------------------------------------------------------------------------ */

static gboolean
add_points (GArray *points, const FeelExpression *tests)
{
  const FeelTest *items;
  guint n;
  gboolean negated, ranges = FALSE;

  if (tests == NULL || !feel_tests_simple (tests, &items, &n, &negated))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!items[i].is_range)
        {
          g_array_append_val (points, items[i].value);
          continue;
        }
      g_array_append_val (points, items[i].range.low);
      g_array_append_val (points, items[i].range.high);
      ranges |= items[i].range.low.kind == FEEL_STRING || items[i].range.high.kind == FEEL_STRING;
    }
  return ranges;
}

/* All points of the columns, and of what they allow. TRUE when there are ranges of strings. */
static gboolean
collect_points (Cutter *cutter, GArray *points)
{
  const DmnTable *table = cutter->table;
  gboolean ranges = FALSE;
  guint slot;

  if (feel_expression_variable (table->expressions[cutter->column], &slot)
      && slot < cutter->model->n_inputs)
    ranges |= add_points (points, cutter->model->input_types[slot]->allowed);
  for (guint i = cutter->column; i < table->n_columns; i++)
    if (same_question (table, cutter->column, i))
      {
        ranges |= add_points (points, table->column_types[i]->allowed);
        ranges |= add_points (points, table->column_allowed[i]);
        for (guint rule = 0; rule < table->n_rules; rule++)
          ranges |= add_points (points, table->rules[rule].cells[i].tests);
      }
  return ranges;
}

/* From piece @first to piece @last as a unary test. */
static char *
run_text (const DmnAxis *axis, guint first, guint last)
{
  gboolean low_closed = first % 2 == 1, high_closed = last % 2 == 1;
  g_autofree char *low
      = first > 0 ? feel_value_to_feel (axis->points[low_closed ? first / 2 : first / 2 - 1])
                  : NULL;
  g_autofree char *high
      = last / 2 < axis->n_points ? feel_value_to_feel (axis->points[last / 2]) : NULL;

  if (low == NULL && high == NULL)
    return g_strdup ("-");
  if (low == NULL)
    return g_strdup_printf ("%s %s", high_closed ? "<=" : "<", high);
  if (high == NULL)
    return g_strdup_printf ("%s %s", low_closed ? ">=" : ">", low);
  if (first == last && low_closed)
    return g_strdup (low);
  return g_strdup_printf ("%c%s..%s%c", low_closed ? '[' : '(', low, high, high_closed ? ']' : ')');
}

/* Runs of neighbouring pieces that leave the same rules. A piece without any value (no day lies
 * between two neighbouring days) does not end a run. */
static void
add_runs (Cutter *cutter, const DmnAxis *axis)
{
  guint n = dmn_axis_n_pieces (axis), words = cutter->table->n_words;
  guint64 *bits = feel_arena_alloc (cutter->frame.arena, words * sizeof (guint64));
  guint64 *run_bits = feel_arena_alloc (cutter->frame.arena, words * sizeof (guint64));
  FeelValue example = FEEL_NULL_VALUE;
  int start = -1;
  guint last = 0;

  for (guint piece = 0; piece <= n; piece++)
    {
      FeelValue sample;
      gboolean in = FALSE;

      if (piece < n)
        {
          if (!dmn_axis_sample (axis, piece, cutter->check->arena, &sample))
            continue;
          in = is_allowed (cutter, sample);
          column_bits (cutter, sample, bits);
        }
      if (start >= 0 && (!in || memcmp (bits, run_bits, words * sizeof (guint64)) != 0))
        {
          g_autofree char *text = run_text (axis, (guint)start, last);

          append_test (option_for (cutter, run_bits, example), text);
          start = -1;
        }
      if (in && start < 0)
        {
          start = (int)piece;
          example = sample;
          memcpy (run_bits, bits, words * sizeof (guint64));
        }
      last = piece;
    }
}

/* Texts without ranges: those that leave other rules than a text that no cell names, and "all but
 * these". */
static void
add_texts (Cutter *cutter, const DmnAxis *axis)
{
  guint words = cutter->table->n_words;
  guint64 *bits = feel_arena_alloc (cutter->frame.arena, words * sizeof (guint64));
  guint64 *other_bits = feel_arena_alloc (cutter->frame.arena, words * sizeof (guint64));
  g_autoptr (GString) named = g_string_new (NULL);
  FeelValue other;
  gboolean others = dmn_axis_sample (axis, 2 * axis->n_points, cutter->check->arena, &other)
                    && is_allowed (cutter, other);

  if (others)
    column_bits (cutter, other, other_bits);
  for (guint i = 0; i < axis->n_points; i++)
    {
      g_autofree char *text = feel_value_to_feel (axis->points[i]);

      column_bits (cutter, axis->points[i], bits);
      if (others && memcmp (bits, other_bits, words * sizeof (guint64)) == 0)
        continue;
      add_single (cutter, axis->points[i]);
      append_test (named, text);
    }
  if (others)
    g_string_append_printf (option_for (cutter, other_bits, other),
                            named->len > 0 ? "not(%s)" : "-", named->str);
}

/* No cell names a value, or none that the column can have: only those match that take any. */
static void
add_any (Cutter *cutter)
{
  guint64 *bits = feel_arena_alloc (cutter->frame.arena, cutter->table->n_words * sizeof (guint64));

  column_bits (cutter, FEEL_NULL_VALUE, bits);
  option_for (cutter, bits, FEEL_NULL_VALUE);
}

static gboolean
add_axis (Cutter *cutter)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  gboolean string_ranges = collect_points (cutter, points);
  DmnAxis axis;

  if (!dmn_axis_init (&axis, cutter->check->arena, points))
    return FALSE;
  if (axis.kind == FEEL_BOOLEAN)
    {
      add_single (cutter, feel_value_boolean (FALSE));
      add_single (cutter, feel_value_boolean (TRUE));
    }
  else if (axis.kind == FEEL_STRING && !string_ranges)
    add_texts (cutter, &axis);
  else if (axis.n_points > 0)
    add_runs (cutter, &axis);
  if (cutter->dimension->options->len == 0)
    add_any (cutter);
  return TRUE;
}

/* --- Cells that have to be evaluated
 * ---------------------------------------------------------------------------- */

static gboolean
add_wild (Cutter *cutter)
{
  const DmnTable *table = cutter->table;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint64 *bits = feel_arena_alloc (cutter->frame.arena, table->n_words * sizeof (guint64));
  guint index;

  for (guint rule = 0; rule < table->n_rules; rule++)
    {
      const DmnCell *cell = &table->rules[rule].cells[cutter->column];

      if (!feel_tests_is_any (cell->tests)
          && !g_ptr_array_find_with_equal_func (texts, cell->text, g_str_equal, &index))
        g_ptr_array_add (texts, (char *)cell->text);
    }
  if (texts->len > MOST_WILD)
    return FALSE;
  for (guint mask = 0; mask < 1u << texts->len; mask++)
    {
      GString *region;

      memset (bits, 0, table->n_words * sizeof (guint64));
      for (guint rule = 0; rule < table->n_rules; rule++)
        {
          const DmnCell *cell = &table->rules[rule].cells[cutter->column];

          if (feel_tests_is_any (cell->tests)
              || (g_ptr_array_find_with_equal_func (texts, cell->text, g_str_equal, &index)
                  && (mask >> index & 1)))
            dmn_bit_set (bits, rule);
        }
      region = option_for (cutter, bits, FEEL_NULL_VALUE);
      for (guint i = 0; i < texts->len; i++)
        if (mask >> i & 1)
          append_test (region, g_ptr_array_index (texts, i));
      if (mask == 0)
        for (guint i = 0; i < texts->len; i++)
          g_string_append_printf (region, "%s%s%s", i == 0 ? "not(" : ", ",
                                  (const char *)g_ptr_array_index (texts, i),
                                  i + 1 == texts->len ? ")" : "");
    }
  return TRUE;
}

static gboolean
is_indexed (const DmnTable *table, guint column)
{
  for (guint i = column; i < table->n_columns; i++)
    if (same_question (table, column, i) && table->indexes[i] == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_alone (const DmnTable *table, guint column)
{
  for (guint i = column + 1; i < table->n_columns; i++)
    if (same_question (table, column, i))
      return FALSE;
  return TRUE;
}

static gboolean
cut (Cutter *cutter)
{
  gboolean done;

  cutter->dimension->certain = is_independent (cutter->model, cutter->table, cutter->column);
  if (!is_indexed (cutter->table, cutter->column))
    {
      cutter->dimension->certain = FALSE;
      done = is_alone (cutter->table, cutter->column) && add_wild (cutter);
    }
  else
    done = add_listed (cutter) || add_axis (cutter);
  finish_options (cutter);
  return done;
}

static void
free_region (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
dimension_clear (gpointer data)
{
  g_array_unref (((DmnDimension *)data)->options);
}

GArray *
dmn_dimensions_new (DmnCheck *check, const DmnTable *table, int *column)
{
  g_autoptr (GArray) dimensions = g_array_new (FALSE, FALSE, sizeof (DmnDimension));

  g_array_set_clear_func (dimensions, dimension_clear);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (FeelArena) scratch = NULL;
      g_autoptr (GPtrArray) regions = NULL;
      DmnDimension dimension = { .column = i };
      Cutter cutter = { .check = check, .table = table, .model = check->model, .column = i };
      gboolean done;

      if (first_column (table, i) != i)
        continue;
      scratch = feel_arena_new ();
      regions = g_ptr_array_new_with_free_func (free_region);
      dimension.options = g_array_new (FALSE, FALSE, sizeof (DmnOption));
      cutter.dimension = &dimension;
      cutter.regions = regions;
      dmn_frame_init (&cutter.frame, check->model, scratch);
      done = cut (&cutter);
      g_array_append_val (dimensions, dimension);
      if (!done)
        {
          *column = (int)i;
          return NULL;
        }
    }
  return g_steal_pointer (&dimensions);
}
