/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn-test-model.h"
#include "dmn/dmn-changes.h"
#include "dmn/dmn-evaluation.h"

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

/* --- Random tables
 * ---------------------------------------------------------------------------------------------- */

#define N 3

static DmnModel *
random_model (GRand *random)
{
  TestModel model = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  guint n_rules = (guint)g_rand_int_range (random, 1, 6);
  DmnModel *loaded;

  for (guint i = 0; i < N; i++)
    test_model_input (&model, (const char *[]){ "a", "b", "c" }[i], "number");
  test_model_decision (&model, "d", (const char *[]){ "a", "b", "c", NULL });
  test_model_begin_table (&model, "hitPolicy=\"FIRST\"");
  for (guint i = 0; i < N; i++)
    test_model_column (&model, (const char *[]){ "a", "b", "c" }[i], "number");
  test_model_add (&model, "<output name=\"o\"/>");
  for (guint rule = 0; rule < n_rules; rule++)
    {
      const char *cells[N + 2] = { NULL };
      g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < N; i++)
        {
          int low = g_rand_int_range (random, 0, 4);
          char *cell = g_rand_boolean (random)   ? g_strdup_printf ("[%d..%d)", low, low + 2)
                       : g_rand_boolean (random) ? g_strdup_printf ("> %d", low)
                                                 : g_strdup ("-");

          g_ptr_array_add (owned, cell);
          cells[i] = cell;
        }
      cells[N] = g_rand_boolean (random) ? "\"yes\"" : "\"no\"";
      test_model_rule (&model, cells, 1);
    }
  test_model_end_table (&model);
  test_model_end_decision (&model);
  loaded = test_model_finish (&model, &error);
  g_assert_no_error (error);
  return loaded;
}

/* Whether changing just the inputs of @mask (to any half or whole number) can give "yes". */
static gboolean
can_reach (const DmnModel *model, const FeelValue *now, guint mask)
{
  g_autoptr (FeelArena) arena = feel_arena_new ();

  for (int a = -1; a < (mask & 1 ? 16 : 0); a++)
    for (int b = -1; b < (mask & 2 ? 16 : 0); b++)
      for (int c = -1; c < (mask & 4 ? 16 : 0); c++)
        {
          FeelValue inputs[N], result;
          const int halves[N] = { a, b, c };

          for (guint i = 0; i < N; i++)
            inputs[i]
                = mask & (1u << i) ? feel_value_number_from_scaled (halves[i] * 5, 1) : now[i];
          g_assert_true (dmn_model_evaluate (model, 0, inputs, arena, &result, NULL, NULL));
          if (feel_value_is_string (result, "yes"))
            return TRUE;
        }
  return FALSE;
}

static gboolean
is_told (const DmnChanges *changes, guint mask)
{
  for (guint set = 0; set < dmn_changes_n_sets (changes); set++)
    {
      guint told = 0;

      for (guint i = 0; i < dmn_changes_n (changes, set); i++)
        told |= 1u << dmn_changes_get (changes, set, i)->input;
      if (told == mask)
        return TRUE;
    }
  return FALSE;
}

static void
check_random (GRand *random)
{
  g_autoptr (DmnModel) model = random_model (random);
  g_autoptr (DmnChanges) changes = NULL;
  const gboolean all[N] = { TRUE, TRUE, TRUE };
  FeelValue now[N];
  DmnFact facts[N];

  for (guint i = 0; i < N; i++)
    {
      now[i] = feel_value_number_from_scaled (g_rand_int_range (random, 0, 14) * 5, 1);
      facts[i] = dmn_fact_value (now[i]);
    }
  changes = dmn_model_changes (model, 0, facts, NULL, feel_value_string ("yes"), all, NULL);
  g_assert_cmpint (dmn_changes_already (changes), ==, can_reach (model, now, 0));
  if (dmn_changes_already (changes))
    return;
  for (guint mask = 1; mask < 8; mask++)
    {
      gboolean minimal = can_reach (model, now, mask);

      for (guint smaller = 1; smaller < mask; smaller++)
        minimal &= !((smaller & mask) == smaller && can_reach (model, now, smaller));
      g_assert_cmpint (is_told (changes, mask), ==, minimal);
    }
}

static void
test_random (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    check_random (random);
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
  g_test_add_func ("/dmn/changes/random", test_random);
  return g_test_run ();
}
