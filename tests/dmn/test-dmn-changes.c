/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn-test-model.h"
#include "dmn/dmn-changes.h"
#include "dmn/dmn-evaluation.h"

#include <string.h>

/* What would make it yes: by hand, and on random tables against trying every value. */

static DmnModel *
voucher_model (void)
{
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  DmnModel *loaded;

  test_model_input (&model, "overall", "number");
  test_model_input (&model, "country", "string");
  test_model_input (&model, "partner", "boolean");
  test_model_input (&model, "on", "date");
  test_model_decision (&model, "band", (const char *[]){ "overall", NULL });
  test_model_begin_table (&model, "hitPolicy=\"UNIQUE\"");
  test_model_column (&model, "overall", "number");
  test_model_add (&model, "<output name=\"band\"/>");
  test_model_rule (&model, (const char *[]){ "<= 25", "\"basic\"", NULL }, 1);
  test_model_rule (&model, (const char *[]){ "> 25", "\"more\"", NULL }, 1);
  test_model_end_table (&model);
  test_model_end_decision (&model);
  test_model_decision (&model, "voucher",
                       (const char *[]){ "=band", "country", "partner", "on", NULL });
  test_model_begin_table (&model, "hitPolicy=\"FIRST\"");
  test_model_column (&model, "band", "string");
  test_model_column (&model, "country", "string");
  test_model_column (&model, "partner", "boolean");
  test_model_column (&model, "on", "date");
  test_model_add (&model, "<output name=\"outcome\"/>");
  test_model_rule (&model, (const char *[]){ "-", "\"XX\"", "-", "-", "\"no\"", NULL }, 1);
  test_model_rule (
      &model, (const char *[]){ "\"basic\"", "-", "-", "< date(\"2027-01-01\")", "\"yes\"", NULL },
      1);
  test_model_rule (
      &model,
      (const char *[]){ "-", "\"PT\",\"ES\"", "true", "< date(\"2027-01-01\")", "\"yes\"", NULL },
      1);
  test_model_rule (&model, (const char *[]){ "-", "-", "-", "-", "\"no\"", NULL }, 1);
  test_model_end_table (&model);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

typedef struct
{
  DmnModel *model;
  DmnFact facts[4];
} Voucher;

static void
voucher_set_up (Voucher *voucher, gconstpointer data)
{
  voucher->model = voucher_model ();
  voucher->facts[0] = dmn_fact_value (feel_value_number_from_scaled (2656, 2));
  voucher->facts[1] = dmn_fact_value (feel_value_string ("PT"));
  voucher->facts[2] = dmn_fact_value (feel_value_boolean (FALSE));
  voucher->facts[3] = dmn_fact_value (feel_value_date ("2026-11-20"));
}

static void
voucher_tear_down (Voucher *voucher, gconstpointer data)
{
  dmn_model_unref (voucher->model);
}

static DmnChanges *
changes_to (Voucher *voucher, const char *wanted, const gboolean *changeable)
{
  g_autoptr (GError) error = NULL;
  DmnChanges *changes = dmn_model_changes (
      voucher->model, (guint)dmn_model_find_decision (voucher->model, "voucher"), voucher->facts,
      NULL, feel_value_string (wanted), changeable, &error);

  g_assert_no_error (error);
  return changes;
}

static void
test_nearest_bound_through_the_chain (Voucher *voucher, gconstpointer data)
{
  const gboolean all[] = { TRUE, TRUE, TRUE, TRUE };
  g_autoptr (DmnChanges) changes = changes_to (voucher, "yes", all);
  const DmnChange *change;

  g_assert_false (dmn_changes_already (changes));
  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 2);
  g_assert_cmpuint (dmn_changes_n (changes, 0), ==, 1);
  change = dmn_changes_get (changes, 0, 0);
  g_assert_cmpuint (change->input, ==, 0);
  g_assert_true (feel_value_identical (change->target, feel_value_number_from_int64 (25)));
  g_assert_true (change->included && change->below && change->bound);
  change = dmn_changes_get (changes, 1, 0);
  g_assert_cmpuint (change->input, ==, 2);
  g_assert_true (feel_value_is_true (change->target));
}

static void
test_only_what_may_change (Voucher *voucher, gconstpointer data)
{
  const gboolean partner[] = { FALSE, FALSE, TRUE, FALSE };
  const gboolean none[] = { FALSE, FALSE, FALSE, FALSE };
  g_autoptr (DmnChanges) changes = changes_to (voucher, "yes", partner);

  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 1);
  g_clear_pointer (&changes, dmn_changes_free);
  changes = changes_to (voucher, "yes", none);
  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 0);
  g_assert_false (dmn_changes_truncated (changes));
}

static void
test_two_at_a_time (Voucher *voucher, gconstpointer data)
{
  const gboolean all[] = { FALSE, TRUE, TRUE, TRUE };
  g_autoptr (DmnChanges) changes = NULL;
  const DmnChange *change;

  voucher->facts[1] = dmn_fact_value (feel_value_string ("DE"));
  voucher->facts[3] = dmn_fact_value (feel_value_date ("2027-03-01"));
  voucher->facts[2] = dmn_fact_value (feel_value_boolean (TRUE));
  changes = changes_to (voucher, "yes", all);
  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 1);
  g_assert_cmpuint (dmn_changes_n (changes, 0), ==, 2);
  change = dmn_changes_get (changes, 0, 0);
  g_assert_cmpuint (change->input, ==, 1);
  g_assert_cmpuint (feel_value_n_items (change->target), ==, 2);
  change = dmn_changes_get (changes, 0, 1);
  g_assert_true (feel_value_identical (change->target, feel_value_date ("2027-01-01")));
  g_assert_true (change->below && !change->included && change->bound);
}

static void
test_already (Voucher *voucher, gconstpointer data)
{
  const gboolean all[] = { TRUE, TRUE, TRUE, TRUE };
  g_autoptr (DmnChanges) changes = changes_to (voucher, "no", all);

  g_assert_true (dmn_changes_already (changes));
  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 0);
}

static void
test_impossible (Voucher *voucher, gconstpointer data)
{
  const gboolean all[] = { TRUE, TRUE, TRUE, TRUE };
  g_autoptr (DmnChanges) changes = changes_to (voucher, "perhaps", all);

  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 0);
  g_assert_false (dmn_changes_truncated (changes));
}

static void
test_must_hold_for_the_unknown (Voucher *voucher, gconstpointer data)
{
  const gboolean score[] = { TRUE, FALSE, FALSE, FALSE };
  g_autoptr (DmnChanges) changes = NULL;

  voucher->facts[1] = dmn_fact_unknown (); /* might be XX, where the answer is always no */
  changes = changes_to (voucher, "yes", score);
  g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 0);
}

/* --- Many inputs
 * ------------------------------------------------------------------------------------------------
 */

/* @n inputs that all have to be above 1; and now they are 0. */
static DmnChanges *
changes_of_many (guint n)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree DmnFact *facts = g_new0 (DmnFact, n);
  g_autofree gboolean *all = g_new0 (gboolean, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  DmnChanges *changes;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("x%u", i));
      g_ptr_array_add (cells, (gpointer) "> 1");
      test_model_input (&text, g_ptr_array_index (names, i), "number");
      facts[i] = dmn_fact_value (feel_value_number_from_int64 (0));
      all[i] = TRUE;
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (cells, (gpointer) "\"yes\"");
  g_ptr_array_add (cells, NULL);
  test_model_decision (&text, "d", (const char *const *)names->pdata);
  test_model_begin_table (&text, "hitPolicy=\"FIRST\"");
  for (guint i = 0; i < n; i++)
    test_model_column (&text, g_ptr_array_index (names, i), "number");
  test_model_add (&text, "<output name=\"o\"/>");
  test_model_rule (&text, (const char *const *)cells->pdata, 1);
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  changes = dmn_model_changes (model, 0, facts, NULL, feel_value_string ("yes"), all, &error);
  g_assert_no_error (error);
  return changes;
}

/* A set is found however large it is; what was not looked at is said. */
static void
test_many_inputs (void)
{
  const guint sizes[] = { 5, 8, 12 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DmnChanges) changes = changes_of_many (sizes[i]);

      g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 1);
      g_assert_cmpuint (dmn_changes_n (changes, 0), ==, sizes[i]);
      g_assert_false (dmn_changes_truncated (changes));
    }
  for (guint n = 16; n <= 17; n++) /* more sets than trials; more inputs than are looked at */
    {
      g_autoptr (DmnChanges) changes = changes_of_many (n);

      g_assert_cmpuint (dmn_changes_n_sets (changes), ==, 0);
      g_assert_true (dmn_changes_truncated (changes));
    }
}

/* --- Random tables
 * ---------------------------------------------------------------------------------------------- */

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

static DmnModel *
random_model (GRand *random, const Policy *policy)
{
  static const char *const names[] = { "a", "b", "c", NULL };
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  guint n_rules = (guint)g_rand_int_range (random, 1, 6);
  DmnModel *loaded;

  for (guint i = 0; i < N; i++)
    test_model_input (&model, names[i], "number");
  test_model_decision (&model, "d", names);
  test_model_begin_table (&model, policy->attributes);
  for (guint i = 0; i < N; i++)
    test_model_column (&model, names[i], "number");
  test_model_add (&model, policy->priorities
                              ? "<output name=\"o\"><outputValues><text>\"yes\", \"no\"</text>"
                                "</outputValues></output>"
                              : "<output name=\"o\"/>");
  for (guint rule = 0; rule < n_rules; rule++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < N; i++)
        g_ptr_array_add (cells, random_cell (random));
      g_ptr_array_add (cells, policy->wanted > 0
                                  ? g_strdup_printf ("%d", g_rand_int_range (random, 1, 4))
                                  : g_strdup (g_rand_boolean (random) ? "\"yes\"" : "\"no\""));
      g_ptr_array_add (cells, NULL);
      test_model_rule (&model, (const char *const *)cells->pdata, 1);
    }
  test_model_end_table (&model);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

static gboolean
gives (const DmnModel *model, const FeelValue *inputs, FeelValue wanted)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();
  FeelValue result;

  g_assert_true (dmn_model_evaluate (model, 0, inputs, arena, &result, NULL, NULL));
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

static void
check_random (GRand *random, const Policy *policy)
{
  g_autoptr (DmnModel) model = random_model (random, policy);
  g_autoptr (DmnChanges) changes = NULL;
  const gboolean all[N] = { TRUE, TRUE, TRUE };
  FeelValue wanted
      = policy->wanted > 0
            ? feel_value_number_from_int64 (g_rand_int_range (random, 1, policy->wanted + 1))
            : feel_value_string ("yes");
  gboolean reach[1 << N];
  FeelValue now[N];
  DmnFact facts[N];

  for (guint i = 0; i < N; i++)
    {
      now[i] = feel_value_number_from_scaled (g_rand_int_range (random, LOWEST, BEYOND) * 5, 1);
      facts[i] = dmn_fact_value (now[i]);
    }
  for (guint mask = 0; mask < 1 << N; mask++)
    reach[mask] = can_reach (model, now, mask, wanted);
  changes = dmn_model_changes (model, 0, facts, NULL, wanted, all, NULL);
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

static void
test_random (gconstpointer data)
{
  const Policy *policy = data;
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 15; i++)
    check_random (random, policy);
}

#define VOUCHER(path, function)                                                                    \
  g_test_add (path, Voucher, NULL, voucher_set_up, function, voucher_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VOUCHER ("/dmn/changes/chain", test_nearest_bound_through_the_chain);
  VOUCHER ("/dmn/changes/restricted", test_only_what_may_change);
  VOUCHER ("/dmn/changes/two", test_two_at_a_time);
  VOUCHER ("/dmn/changes/already", test_already);
  VOUCHER ("/dmn/changes/impossible", test_impossible);
  VOUCHER ("/dmn/changes/unknown", test_must_hold_for_the_unknown);
  g_test_add_func ("/dmn/changes/many-inputs", test_many_inputs);
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dmn/changes/random/%s", policies[i].name);

      g_test_add_data_func (path, &policies[i], test_random);
    }
  return g_test_run ();
}
