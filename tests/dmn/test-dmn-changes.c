/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn-test-model.h"
#include "dmn/dmn-changes.h"

#include <string.h>

/* What would make it yes: by hand; test-dmn-changes-random.c tries every value. */

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
  return g_test_run ();
}
