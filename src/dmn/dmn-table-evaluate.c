/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-internal.h"

#include <string.h>

/* From the values of a table's columns to the set of rules that match. */

int
dmn_bit_next (const guint64 *bits, guint n_words, guint from)
{
  guint word = from / 64;
  guint64 rest;

  if (word >= n_words)
    return -1;
  rest = bits[word] & (~G_GUINT64_CONSTANT (0) << (from % 64));
  while (rest == 0)
    {
      if (++word == n_words)
        return -1;
      rest = bits[word];
    }
  return (int)(word * 64) + __builtin_ctzll (rest);
}

guint
dmn_bit_count (const guint64 *bits, guint n_words)
{
  guint count = 0;

  for (guint i = 0; i < n_words; i++)
    count += (guint)__builtin_popcountll (bits[i]);
  return count;
}

void
dmn_bits_fill (guint64 *bits, guint n_words, guint n)
{
  memset (bits, 0xff, n_words * sizeof (guint64));
  if (n % 64 != 0)
    bits[n_words - 1] = (G_GUINT64_CONSTANT (1) << (n % 64)) - 1;
  else if (n == 0)
    bits[0] = 0;
}

void
dmn_table_values (const DmnTable *table, FeelFrame *frame, FeelValue *values)
{
  for (guint i = 0; i < table->n_columns; i++)
    values[i] = feel_expression_evaluate (table->expressions[i], frame);
}

static void
evaluate_cells (const DmnTable *table,
                guint column,
                FeelValue value,
                FeelFrame *frame,
                const guint64 *among,
                guint64 *bits)
{
  memset (bits, 0, table->n_words * sizeof (guint64));
  for (int i = dmn_bit_next (among, table->n_words, 0); i >= 0;
       i = dmn_bit_next (among, table->n_words, (guint)i + 1))
    if (feel_tests_evaluate (table->rules[i].cells[column].tests, value, frame) == 1)
      dmn_bit_set (bits, (guint)i);
}

void
dmn_table_column_bits (
    const DmnTable *table, guint column, FeelValue value, FeelFrame *frame, guint64 *bits)
{
  const DmnIndex *index = table->indexes[column];
  const guint64 *found = index != NULL ? dmn_index_find (index, &value) : NULL;
  guint64 *all;

  if (found != NULL)
    {
      memcpy (bits, found, table->n_words * sizeof (guint64));
      return;
    }
  all = feel_arena_alloc (frame->arena, table->n_words * sizeof (guint64));
  dmn_bits_fill (all, table->n_words, table->n_rules);
  evaluate_cells (table, column, value, frame, all, bits);
}

void
dmn_table_match (const DmnTable *table, FeelFrame *frame, const FeelValue *values, guint64 *matched)
{
  dmn_bits_fill (matched, table->n_words, table->n_rules);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const DmnIndex *index = table->indexes[i];
      const guint64 *found = index != NULL ? dmn_index_find (index, &values[i]) : NULL;

      if (found == NULL)
        {
          guint64 *bits = feel_arena_alloc (frame->arena, table->n_words * sizeof (guint64));

          evaluate_cells (table, i, values[i], frame, matched, bits);
          found = bits;
        }
      for (guint word = 0; word < table->n_words; word++)
        matched[word] &= found[word];
    }
}
