/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-builtin.h"

#include <string.h>

/* Functions on lists. Where FEEL takes f(list) and f(a, b, c), both mean the same. */

static FeelValue
none (const char *reason)
{
  return feel_value_null_because (reason);
}

static FeelValue
from_array (GArray *array, FeelArena *arena)
{
  return feel_value_list (arena, (const FeelValue *)(gpointer)array->data, array->len);
}

static FeelValue
call_list_contains (const FeelValue *a, guint n, FeelArena *arena)
{
  if (a[0].kind == FEEL_NULL)
    return none ("list contains() of null");
  for (guint i = 0; i < feel_value_n_items (a[0]); i++)
    if (feel_value_identical (feel_value_item (a[0], i), a[1]))
      return feel_value_boolean (TRUE);
  return feel_value_boolean (FALSE);
}

static FeelValue
call_count (const FeelValue *a, guint n, FeelArena *arena)
{
  if (a[0].kind == FEEL_NULL)
    return none ("count() of null");
  return feel_value_number_from_int64 (feel_value_n_items (a[0]));
}

static FeelValue
extreme (const FeelValue *a, guint n, int wanted)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  FeelValue best;
  int order;

  if (n_items == 0)
    return none ("min, max of an empty list");
  best = items[0];
  for (guint i = 1; i < n_items; i++)
    {
      if (!feel_value_compare (items[i], best, &order))
        return none ("min, max of values that cannot be compared");
      if (order == wanted)
        best = items[i];
    }
  return feel_value_compare (best, best, &order) ? best : none ("min, max of values without order");
}

static FeelValue
call_min (const FeelValue *a, guint n, FeelArena *arena)
{
  return extreme (a, n, -1);
}

static FeelValue
call_max (const FeelValue *a, guint n, FeelArena *arena)
{
  return extreme (a, n, 1);
}

static gboolean
sum_of (const FeelValue *items, guint n, FeelNumber *sum)
{
  *sum = feel_number_from_int64 (0);
  for (guint i = 0; i < n; i++)
    if (items[i].kind != FEEL_NUMBER || !feel_number_add (*sum, items[i].number, sum))
      return FALSE;
  return n > 0;
}

static FeelValue
call_sum (const FeelValue *a, guint n, FeelArena *arena)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  FeelNumber sum;

  return sum_of (items, n_items, &sum) ? feel_value_number (sum) : none ("sum() of no numbers");
}

static FeelValue
call_product (const FeelValue *a, guint n, FeelArena *arena)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  FeelNumber product = feel_number_from_int64 (1);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind != FEEL_NUMBER || !feel_number_multiply (product, items[i].number, &product))
      return none ("product() of something that is no number");
  return n_items > 0 ? feel_value_number (product) : none ("product() of an empty list");
}

static gboolean
mean_of (const FeelValue *items, guint n, FeelNumber *mean)
{
  return sum_of (items, n, mean) && feel_number_divide (*mean, feel_number_from_int64 (n), mean);
}

static FeelValue
call_mean (const FeelValue *a, guint n, FeelArena *arena)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  FeelNumber mean;

  return mean_of (items, n_items, &mean) ? feel_value_number (mean) : none ("mean() of no numbers");
}

/* Of a sample: divided by n - 1. */
static FeelValue
call_stddev (const FeelValue *a, guint n, FeelArena *arena)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  FeelNumber mean, sum = feel_number_from_int64 (0), part;

  if (n_items < 2 || !mean_of (items, n_items, &mean))
    return none ("stddev() takes two numbers or more");
  for (guint i = 0; i < n_items; i++)
    if (!feel_number_subtract (items[i].number, mean, &part)
        || !feel_number_multiply (part, part, &part) || !feel_number_add (sum, part, &sum))
      return none ("the result is no number that can be written");
  if (!feel_number_divide (sum, feel_number_from_int64 (n_items - 1), &sum)
      || !feel_number_sqrt (sum, &sum))
    return none ("the result is no number that can be written");
  return feel_value_number (sum);
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  return feel_number_compare (((const FeelValue *)a)->number, ((const FeelValue *)b)->number);
}

/* A sorted copy, NULL when an item is no number. */
static GArray *
sorted_numbers (const FeelValue *a, guint n)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (FeelValue), n_items);

  g_array_append_vals (sorted, items, n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind != FEEL_NUMBER)
      {
        g_array_unref (sorted);
        return NULL;
      }
  g_array_sort (sorted, by_number);
  return sorted;
}

static FeelValue
call_median (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) sorted = sorted_numbers (a, n);
  FeelNumber sum;
  const FeelValue *items;

  if (sorted == NULL || sorted->len == 0)
    return none ("median() of no numbers");
  items = (const FeelValue *)(gpointer)sorted->data;
  if (sorted->len % 2 == 1)
    return items[sorted->len / 2];
  if (!sum_of (items + sorted->len / 2 - 1, 2, &sum)
      || !feel_number_divide (sum, feel_number_from_int64 (2), &sum))
    return none ("the result is no number that can be written");
  return feel_value_number (sum);
}

static FeelValue
call_mode (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) sorted = sorted_numbers (a, n);
  g_autoptr (GArray) modes = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  guint most = 0;

  if (sorted == NULL)
    return none ("mode() of something that is no number");
  for (guint i = 0, end; i < sorted->len; i = end)
    {
      FeelValue *item = &g_array_index (sorted, FeelValue, i);

      for (end = i + 1; end < sorted->len; end++)
        if (by_number (item, &g_array_index (sorted, FeelValue, end)) != 0)
          break;
      if (end - i > most)
        g_array_set_size (modes, 0);
      if (end - i >= most)
        g_array_append_val (modes, *item);
      most = MAX (most, end - i);
    }
  return from_array (modes, arena);
}

/* all (decisive FALSE) and any (decisive TRUE), three-valued. */
static FeelValue
quantified (const FeelValue *a, guint n, gboolean decisive)
{
  guint n_items;
  const FeelValue *items = feel_builtin_items (a, n, &n_items);
  gboolean unsure = FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].kind == FEEL_BOOLEAN && items[i].boolean == decisive)
        return feel_value_boolean (decisive);
      unsure |= items[i].kind != FEEL_BOOLEAN;
    }
  return unsure ? none ("all, any: an item is no boolean") : feel_value_boolean (!decisive);
}

static FeelValue
call_all (const FeelValue *a, guint n, FeelArena *arena)
{
  return quantified (a, n, FALSE);
}

static FeelValue
call_any (const FeelValue *a, guint n, FeelArena *arena)
{
  return quantified (a, n, TRUE);
}

/* A position counted from 1, or from the end when negative, to an index; FALSE outside 0..@most. */
static gboolean
position (FeelValue value, guint n_items, guint most, guint *index)
{
  gint64 number;

  if (value.kind != FEEL_NUMBER || !feel_number_to_int64 (value.number, &number) || number == 0)
    return FALSE;
  number = number > 0 ? number - 1 : number + (gint64)n_items;
  if (number < 0 || number > (gint64)most)
    return FALSE;
  *index = (guint)number;
  return TRUE;
}

static FeelValue
call_sublist (const FeelValue *a, guint n, FeelArena *arena)
{
  guint n_items = feel_value_n_items (a[0]), start;
  gint64 length;

  if (a[0].kind != FEEL_LIST || n_items == 0 || !position (a[1], n_items, n_items - 1, &start))
    return none ("sublist(): the position is not in the list");
  length = n_items - start;
  if (n > 2
      && (a[2].kind != FEEL_NUMBER || !feel_number_to_int64 (a[2].number, &length) || length < 1
          || length > n_items - start))
    return none ("sublist(): the length goes beyond the list");
  return feel_value_list (arena, a[0].list->items + start, (guint)length);
}

static void
append_items (GArray *array, FeelValue list)
{
  for (guint i = 0; i < feel_value_n_items (list); i++)
    {
      FeelValue item = feel_value_item (list, i);

      g_array_append_val (array, item);
    }
}

static FeelValue
call_append (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));

  if (a[0].kind == FEEL_NULL)
    return none ("append() to null");
  append_items (items, a[0]);
  g_array_append_vals (items, a + 1, n - 1);
  return from_array (items, arena);
}

static FeelValue
call_concatenate (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));

  for (guint i = 0; i < n; i++)
    {
      if (a[i].kind == FEEL_NULL)
        return none ("concatenate() of null");
      append_items (items, a[i]);
    }
  return from_array (items, arena);
}

static FeelValue
call_insert_before (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  guint index;

  if (a[0].kind != FEEL_LIST
      || !position (a[1], a[0].list->n_items, MAX (a[0].list->n_items, 1) - 1, &index))
    return none ("insert before(): the position is not in the list");
  append_items (items, a[0]);
  g_array_insert_val (items, MIN (index, items->len), a[2]);
  return from_array (items, arena);
}

static FeelValue
call_remove (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  guint index;

  if (a[0].kind != FEEL_LIST || a[0].list->n_items == 0
      || !position (a[1], a[0].list->n_items, a[0].list->n_items - 1, &index))
    return none ("remove(): the position is not in the list");
  append_items (items, a[0]);
  g_array_remove_index (items, index);
  return from_array (items, arena);
}

static FeelValue
call_reverse (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue reversed;
  guint n_items = feel_value_n_items (a[0]);

  if (a[0].kind != FEEL_LIST)
    return a[0].kind == FEEL_NULL ? none ("reverse() of null") : feel_value_list (arena, a, 1);
  reversed = feel_value_list (arena, a[0].list->items, n_items);
  for (guint i = 0; i < n_items; i++)
    ((FeelList *)reversed.list)->items[i] = a[0].list->items[n_items - 1 - i];
  return reversed;
}

static FeelValue
call_index_of (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FeelValue));

  if (a[0].kind == FEEL_NULL)
    return none ("index of() in null");
  for (guint i = 0; i < feel_value_n_items (a[0]); i++)
    if (feel_value_identical (feel_value_item (a[0], i), a[1]))
      {
        FeelValue index = feel_value_number_from_int64 (i + 1);

        g_array_append_val (found, index);
      }
  return from_array (found, arena);
}

static void
append_distinct (GArray *array, GHashTable *seen, FeelValue list, FeelArena *arena)
{
  for (guint i = 0; i < feel_value_n_items (list); i++)
    {
      FeelValue item = feel_value_item (list, i);
      gpointer hash = GUINT_TO_POINTER (feel_value_hash (item));
      GArray *same = g_hash_table_lookup (seen, hash);
      gboolean known = FALSE;

      if (same == NULL)
        {
          same = g_array_new (FALSE, FALSE, sizeof (FeelValue));
          g_hash_table_insert (seen, hash, same);
        }
      for (guint j = 0; j < same->len && !known; j++)
        known = feel_value_identical (g_array_index (same, FeelValue, j), item);
      if (known)
        continue;
      g_array_append_val (same, item);
      g_array_append_val (array, item);
    }
}

static FeelValue
call_distinct (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < n; i++)
    {
      if (a[i].kind == FEEL_NULL)
        return none ("union, distinct values of null");
      append_distinct (items, seen, a[i], arena);
    }
  return from_array (items, arena);
}

static void
append_flat (GArray *array, FeelValue value, guint depth)
{
  if (value.kind != FEEL_LIST || depth > FEEL_DEPTH_CAP)
    g_array_append_val (array, value);
  else
    for (guint i = 0; i < value.list->n_items; i++)
      append_flat (array, value.list->items[i], depth + 1);
}

static FeelValue
call_flatten (const FeelValue *a, guint n, FeelArena *arena)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FeelValue));

  if (a[0].kind == FEEL_NULL)
    return none ("flatten() of null");
  append_flat (items, a[0], 0);
  return from_array (items, arena);
}

static FeelValue
call_list_replace (const FeelValue *a, guint n, FeelArena *arena)
{
  FeelValue replaced;
  guint index;

  if (a[0].kind != FEEL_LIST || a[0].list->n_items == 0
      || !position (a[1], a[0].list->n_items, a[0].list->n_items - 1, &index))
    return none ("list replace(): the position is not in the list");
  replaced = feel_value_list (arena, a[0].list->items, a[0].list->n_items);
  ((FeelList *)replaced.list)->items[index] = a[2];
  return replaced;
}

const FeelBuiltin feel_list_builtins[] = {
  { "list contains", "list,element", 2, 2, call_list_contains },
  { "count", "list", 1, 1, call_count },
  { "min", "list", 1, G_MAXUINT, call_min },
  { "max", "list", 1, G_MAXUINT, call_max },
  { "sum", "list", 1, G_MAXUINT, call_sum },
  { "product", "list", 1, G_MAXUINT, call_product },
  { "mean", "list", 1, G_MAXUINT, call_mean },
  { "median", "list", 1, G_MAXUINT, call_median },
  { "stddev", "list", 1, G_MAXUINT, call_stddev },
  { "mode", "list", 1, G_MAXUINT, call_mode },
  { "all", "list", 1, G_MAXUINT, call_all },
  { "any", "list", 1, G_MAXUINT, call_any },
  { "sublist", "list,start position,length", 2, 3, call_sublist },
  { "append", "list,item", 2, G_MAXUINT, call_append },
  { "concatenate", "list", 1, G_MAXUINT, call_concatenate },
  { "insert before", "list,position,newItem", 3, 3, call_insert_before },
  { "remove", "list,position", 2, 2, call_remove },
  { "reverse", "list", 1, 1, call_reverse },
  { "index of", "list,match", 2, 2, call_index_of },
  { "union", "list", 1, G_MAXUINT, call_distinct },
  { "distinct values", "list", 1, 1, call_distinct },
  { "flatten", "list", 1, 1, call_flatten },
  { "list replace", "list,position,newItem", 3, 3, call_list_replace },
  { NULL },
};
