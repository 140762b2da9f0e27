/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn-test-model.h"
#include "dmn/dmn-changes.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-outcomes.h"

#include <string.h>

/* What would make it yes, on random tables of each hit policy and on such tables at the end of a
 * chain, against trying every value. In chains also what unknown inputs leave open, and which of
 * them settles it. */

#define N 3
#define LOWEST (-1) /* in halves: every point of the cells, and a value on each side of it */
#define BEYOND 13

typedef struct
{
  const char *name;
  const char *attributes;
  gboolean priorities; /* needs output values */
  int wanted;          /* the highest number wanted; 0: the wanted result is "yes" */
} Policy;

/* What is put to one test. */
typedef struct
{
  const Policy *policy; /* of the last table */
  guint n_tables;       /* 1: it alone; 2, 3: others before it */
} Shape;

static const Policy policies[] = {
  { "unique", "hitPolicy=\"UNIQUE\"", FALSE, 0 },
  { "any", "hitPolicy=\"ANY\"", FALSE, 0 },
  { "first", "hitPolicy=\"FIRST\"", FALSE, 0 },
  { "priority", "hitPolicy=\"PRIORITY\"", TRUE, 0 },
  { "rule-order", "hitPolicy=\"RULE ORDER\"", FALSE, 0 },
  { "output-order", "hitPolicy=\"OUTPUT ORDER\"", TRUE, 0 },
  { "collect", "hitPolicy=\"COLLECT\"", FALSE, 0 },
  { "sum", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", FALSE, 6 },
  { "count", "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", FALSE, 3 },
  { "min", "hitPolicy=\"COLLECT\" aggregation=\"MIN\"", FALSE, 3 },
  { "max", "hitPolicy=\"COLLECT\" aggregation=\"MAX\"", FALSE, 3 },
};

static char *
random_cell (GRand *random)
{
  int low = g_rand_int_range (random, 0, 4);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      return g_strdup_printf ("> %d", low);
    case 1:
      return g_strdup_printf ("<= %d", low);
    case 2:
      return g_strdup_printf ("%d, %d", low, low + 2);
    case 3:
      return g_strdup ("-");
    case 4:
      return g_strdup_printf ("(%d..%d]", low, low + 2);
    default:
      return g_strdup_printf ("[%d..%d)", low, low + 2);
    }
}

static char *
random_text_cell (GRand *random)
{
  static const char *const cells[]
      = { "-", "\"p\"", "\"p\", \"q\"", "not(\"r\")", "not(\"p\", \"q\")", "null" };

  return g_strdup (cells[g_rand_int_range (random, 0, G_N_ELEMENTS (cells))]);
}

static char *
random_output (GRand *random, const Policy *policy)
{
  return policy->wanted > 0 ? g_strdup_printf ("%d", g_rand_int_range (random, 1, 4))
                            : g_strdup (g_rand_boolean (random) ? "\"yes\"" : "\"no\"");
}

/* @columns: names; those of texts begin with "t". @texts: the outputs are p, q, r, else as the
 * policy has them. */
static void
add_table (TestModel *model,
           GRand *random,
           const char *name,
           const char *const *requires,
           const char *const *columns,
           const Policy *policy,
           gboolean texts)
{
  guint n_rules = (guint)g_rand_int_range (random, 1, 6);

  test_model_decision (model, name, requires);
  test_model_begin_table (model, policy->attributes);
  for (guint i = 0; columns[i] != NULL; i++)
    test_model_column (model, columns[i], *columns[i] == 't' ? "string" : "number");
  test_model_add (model, "<output name=\"o\">");
  if (policy->priorities)
    test_model_add (model, "<outputValues><text>%s</text></outputValues>",
                    texts ? "\"q\", \"p\", \"r\"" : "\"yes\", \"no\"");
  test_model_add (model, "</output>");
  for (guint rule = 0; rule < n_rules; rule++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; columns[i] != NULL; i++)
        g_ptr_array_add (cells,
                         *columns[i] == 't' ? random_text_cell (random) : random_cell (random));
      g_ptr_array_add (cells, texts
                                  ? g_strdup_printf ("\"%c\"", g_rand_int_range (random, 'p', 's'))
                                  : random_output (random, policy));
      g_ptr_array_add (cells, NULL);
      test_model_rule (model, (const char *const *)cells->pdata, 1);
    }
  test_model_end_table (model);
  test_model_end_decision (model);
}

/* A text from a and b; a number from it, b and c; and the last table asks for both and for c. */
static void
add_chain (TestModel *model, GRand *random, const Shape *shape)
{
  static const char *const text_needs[] = { "a", "b", NULL };
  static const char *const number_needs[] = { "=text", "b", "c", NULL };
  static const char *const number_columns[] = { "text", "b", "c", NULL };
  static const char *const needs[] = { "=text", "=number", "c", NULL };
  static const char *const short_needs[] = { "=text", "b", "c", NULL };
  static const char *const columns[] = { "text", "number", "c", NULL };

  add_table (model, random, "text", text_needs, text_needs,
             &policies[g_rand_int_range (random, 0, 4)], TRUE);
  if (shape->n_tables == 3)
    add_table (model, random, "number", number_needs, number_columns,
               &policies[g_rand_int_range (random, 7, G_N_ELEMENTS (policies))], FALSE);
  add_table (model, random, "last", shape->n_tables == 3 ? needs : short_needs,
             shape->n_tables == 3 ? columns : number_columns, shape->policy, FALSE);
}

static DmnModel *
random_model (GRand *random, const Shape *shape)
{
  static const char *const names[] = { "a", "b", "c", NULL };
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *loaded;

  for (guint i = 0; i < N; i++)
    test_model_input (&model, names[i], "number");
  if (shape->n_tables == 1)
    add_table (&model, random, "last", names, names, shape->policy, FALSE);
  else
    add_chain (&model, random, shape);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

static guint
last (const DmnModel *model)
{
  return (guint)dmn_model_find_decision (model, "last");
}

static gboolean
gives (const DmnModel *model, const FeelValue *inputs, FeelValue wanted)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  FeelValue result;

  g_assert_true (dmn_model_evaluate (model, last (model), inputs, arena, &result, NULL, NULL));
  if (result.kind != FEEL_LIST)
    return feel_value_identical (result, wanted);
  for (guint i = 0; i < result.list->n_items; i++)
    if (feel_value_identical (result.list->items[i], wanted))
      return TRUE;
  return FALSE;
}

/* Whether changing just the inputs of @mask (to any half or whole number) can give @wanted. */
static gboolean
can_reach (const DmnModel *model, const FeelValue *now, guint mask, FeelValue wanted)
{
  int halves[N] = { LOWEST, LOWEST, LOWEST };
  guint at;

  do
    {
      FeelValue inputs[N];

      for (guint i = 0; i < N; i++)
        inputs[i] = mask & (1u << i) ? feel_value_number_from_scaled (halves[i] * 5, 1) : now[i];
      if (gives (model, inputs, wanted))
        return TRUE;
      for (at = 0; at < N; at++)
        {
          if ((mask & (1u << at)) != 0 && ++halves[at] < BEYOND)
            break;
          halves[at] = LOWEST;
        }
    }
  while (at < N);
  return FALSE;
}

static guint
told_mask (const DmnChanges *changes, guint set)
{
  guint mask = 0;

  for (guint i = 0; i < dmn_changes_n (changes, set); i++)
    mask |= 1u << dmn_changes_get (changes, set, i)->input;
  return mask;
}

static gboolean
is_told (const DmnChanges *changes, guint mask)
{
  for (guint set = 0; set < dmn_changes_n_sets (changes); set++)
    if (told_mask (changes, set) == mask)
      return TRUE;
  return FALSE;
}

/* The bound itself, or a little beyond it. */
static FeelValue
just_enough (const DmnChange *change)
{
  FeelNumber step = feel_number_from_scaled (change->below ? -1 : 1, 2), sum;

  if (change->included)
    return change->target;
  g_assert_true (feel_number_add (change->target.number, step, &sum));
  return feel_value_number (sum);
}

static FeelNumber
apart (FeelValue a, FeelValue b)
{
  FeelNumber difference;

  g_assert_true (feel_number_subtract (a.number, b.number, &difference));
  return feel_number_abs (difference);
}

/* What is told does it, and with the others as told no nearer value of one of them does. */
static void
check_bounds (const DmnModel *model,
              const FeelValue *now,
              const DmnChanges *changes,
              guint set,
              FeelValue wanted)
{
  FeelValue inputs[N];

  memcpy (inputs, now, sizeof inputs);
  for (guint i = 0; i < dmn_changes_n (changes, set); i++)
    inputs[dmn_changes_get (changes, set, i)->input]
        = just_enough (dmn_changes_get (changes, set, i));
  g_assert_true (gives (model, inputs, wanted));
  for (guint i = 0; i < dmn_changes_n (changes, set); i++)
    {
      const DmnChange *change = dmn_changes_get (changes, set, i);
      FeelValue told = inputs[change->input], old = now[change->input];

      for (int half = LOWEST; half < BEYOND; half++)
        {
          FeelValue nearer = feel_value_number_from_scaled (half * 5, 1);
          int order = feel_number_compare (apart (nearer, old), apart (change->target, old));

          if (order > 0 || (order == 0 && change->included))
            continue;
          inputs[change->input] = nearer;
          g_assert_false (gives (model, inputs, wanted));
        }
      inputs[change->input] = told;
    }
}

static FeelValue
random_wanted (GRand *random, const Policy *policy)
{
  return policy->wanted > 0
             ? feel_value_number_from_int64 (g_rand_int_range (random, 1, policy->wanted + 1))
             : feel_value_string ("yes");
}

static void
check_changes (GRand *random, const DmnModel *model, const FeelValue *now, FeelValue wanted)
{
  g_autoptr (DmnChanges) changes = NULL;
  const gboolean all[N] = { TRUE, TRUE, TRUE };
  gboolean reach[1 << N];
  DmnFact facts[N];

  for (guint i = 0; i < N; i++)
    facts[i] = dmn_fact_value (now[i]);
  for (guint mask = 0; mask < 1 << N; mask++)
    reach[mask] = can_reach (model, now, mask, wanted);
  changes = dmn_model_changes (model, last (model), facts, NULL, wanted, all, NULL);
  g_assert_false (dmn_changes_truncated (changes));
  g_assert_cmpint (dmn_changes_already (changes), ==, reach[0]);
  for (guint mask = 1; !reach[0] && mask < 1 << N; mask++)
    {
      gboolean minimal = reach[mask];

      for (guint smaller = 1; smaller < mask; smaller++)
        minimal &= !((smaller & mask) == smaller && reach[smaller]);
      g_assert_cmpint (is_told (changes, mask), ==, minimal);
    }
  for (guint set = 0; set < dmn_changes_n_sets (changes); set++)
    check_bounds (model, now, changes, set, wanted);
}

/* --- What is open
 * ----------------------------------------------------------------------------------------------------
 */

/* All different results with the inputs of @mask anything and the others as they are. */
static GArray *
all_results (const DmnModel *model, const FeelValue *now, guint mask, FeelArena *arena)
{
  GArray *results = g_array_new (FALSE, FALSE, sizeof (FeelValue));
  int halves[N] = { LOWEST, LOWEST, LOWEST };
  guint at;

  do
    {
      g_autoptr (FeelArena) scratch = feel_arena_new ();
      FeelValue inputs[N], result;
      gboolean known = FALSE;

      for (guint i = 0; i < N; i++)
        inputs[i] = mask & (1u << i) ? feel_value_number_from_scaled (halves[i] * 5, 1) : now[i];
      g_assert_true (
          dmn_model_evaluate (model, last (model), inputs, scratch, &result, NULL, NULL));
      for (guint i = 0; i < results->len && !known; i++)
        known = feel_value_identical (g_array_index (results, FeelValue, i), result);
      result = feel_value_copy (arena, result);
      if (!known)
        g_array_append_val (results, result);
      for (at = 0; at < N; at++)
        {
          if ((mask & (1u << at)) != 0 && ++halves[at] < BEYOND)
            break;
          halves[at] = LOWEST;
        }
    }
  while (at < N);
  return results;
}

/* Whether, whatever @input is, the other unknown ones leave only one result. */
static gboolean
settles (const DmnModel *model, const FeelValue *now, guint unknown, guint input)
{
  for (int half = LOWEST; half < BEYOND; half++)
    {
      g_autoptr (FeelArena) arena = feel_arena_new ();
      g_autoptr (GArray) results = NULL;
      FeelValue inputs[N];

      memcpy (inputs, now, sizeof inputs);
      inputs[input] = feel_value_number_from_scaled (half * 5, 1);
      results = all_results (model, inputs, unknown & ~(1u << input), arena);
      if (results->len != 1)
        return FALSE;
    }
  return TRUE;
}

static void
check_outcomes (GRand *random, const DmnModel *model, const FeelValue *now)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  guint unknown = (guint)g_rand_int_range (random, 1, 1 << N);
  g_autoptr (GArray) results = all_results (model, now, unknown, arena);
  g_autoptr (DmnOutcomes) outcomes = NULL;
  g_autoptr (GError) error = NULL;
  DmnFact facts[N];

  for (guint i = 0; i < N; i++)
    facts[i] = unknown & (1u << i) ? dmn_fact_unknown () : dmn_fact_value (now[i]);
  outcomes = dmn_model_outcomes (model, last (model), facts, &error);
  g_assert_no_error (error);
  g_assert_true (dmn_outcomes_is_exact (outcomes));
  g_assert_cmpuint (dmn_outcomes_n (outcomes), ==, results->len);
  for (guint i = 0; i < results->len; i++)
    g_assert_true (dmn_outcomes_can_be (outcomes, NULL, g_array_index (results, FeelValue, i)));
  g_assert_cmpint (dmn_outcomes_is_settled (outcomes), ==, results->len == 1);
  for (guint i = 0; i < N && results->len > 1; i++)
    if (unknown & (1u << i))
      g_assert_cmpint (dmn_outcomes_input_settles (outcomes, i), ==,
                       settles (model, now, unknown, i));
}

static void
check_random (GRand *random, const Shape *shape)
{
  g_autoptr (DmnModel) model = random_model (random, shape);
  FeelValue now[N];

  for (guint i = 0; i < N; i++)
    now[i] = feel_value_number_from_scaled (g_rand_int_range (random, LOWEST, BEYOND) * 5, 1);
  check_changes (random, model, now, random_wanted (random, shape->policy));
  if (shape->n_tables > 1)
    check_outcomes (random, model, now);
}

static void
test_random (gconstpointer data)
{
  const Shape *shape = data;
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < (shape->n_tables == 1 ? 15 : 8); i++)
    check_random (random, shape);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "", "random", "chain-of-two", "chain-of-three" };
  Shape shapes[3 * G_N_ELEMENTS (policies)];

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      Shape shape = { &policies[i % G_N_ELEMENTS (policies)], 1 + i / G_N_ELEMENTS (policies) };
      g_autofree char *path
          = g_strdup_printf ("/dmn/changes/%s/%s", names[shape.n_tables], shape.policy->name);

      shapes[i] = shape;
      g_test_add_data_func (path, &shapes[i], test_random);
    }
  return g_test_run ();
}
