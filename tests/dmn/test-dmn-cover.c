/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-cover.h"
#include "dmn-test-model.h"

/* Counting which rules and cells cases exercise. */

static void
test_counts (void)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (DmnCover) cover = NULL;
  guint cells, exercised;
  int band, last;

  test_model_input (&text, "a", "number");
  test_model_decision (&text, "band", (const char *[]){ "a", NULL });
  test_model_begin_table (&text, "hitPolicy=\"FIRST\"");
  test_model_column (&text, "a", "number");
  test_model_add (&text, "<output/>");
  test_model_rule (&text, (const char *[]){ "< 10", "\"low\"", NULL }, 1);
  test_model_rule (&text, (const char *[]){ "< 20", "\"middle\"", NULL }, 1);
  test_model_rule (&text, (const char *[]){ "> 90", "\"high\"", NULL }, 1);
  test_model_end_table (&text);
  test_model_end_decision (&text);
  test_model_decision (&text, "last", (const char *[]){ "=band", NULL });
  test_model_begin_table (&text, "hitPolicy=\"FIRST\"");
  test_model_column (&text, "band", "string");
  test_model_add (&text, "<output/>");
  test_model_rule (&text, (const char *[]){ "\"low\"", "1", NULL }, 1);
  test_model_rule (&text, (const char *[]){ "-", "2", NULL }, 1);
  test_model_end_table (&text);
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  band = dmn_model_find_decision (model, "band");
  last = dmn_model_find_decision (model, "last");

  cover = dmn_cover_new (model);
  for (gint64 a = 5; a <= 50; a += 10) /* 5, 15, 25, 35, 45 */
    g_assert_true (
        dmn_cover_add (cover, (FeelValue[]){ feel_value_number_from_int64 (a) }, &error));
  g_assert_false (dmn_cover_add (cover, (FeelValue[]){ feel_value_string ("x") }, &error));
  g_assert_error (error, DMN_ERROR, DMN_ERROR_INPUT);
  g_assert_cmpuint (dmn_cover_n_cases (cover), ==, 5);
  g_assert_cmpuint (dmn_cover_unmatched (cover, (guint)band), ==, 3);
  g_assert_cmpuint (dmn_cover_matched (cover, (guint)band, 0), ==, 1);
  g_assert_cmpuint (dmn_cover_matched (cover, (guint)band, 1), ==, 2);
  g_assert_cmpuint (dmn_cover_decided (cover, (guint)band, 1), ==, 1);
  g_assert_cmpuint (dmn_cover_matched (cover, (guint)band, 2), ==, 0);
  g_assert_cmpuint (dmn_cover_cell (cover, (guint)band, 1, 0), ==, 2);
  dmn_cover_cells (cover, (guint)band, &cells, &exercised);
  g_assert_cmpuint (cells, ==, 3);
  g_assert_cmpuint (exercised, ==, 2);
  g_assert_cmpuint (dmn_cover_decided (cover, (guint)last, 0), ==, 1);
  g_assert_cmpuint (dmn_cover_decided (cover, (guint)last, 1), ==, 4);
  dmn_cover_cells (cover, (guint)last, &cells, &exercised);
  g_assert_cmpuint (cells, ==, 1);
  g_assert_cmpuint (exercised, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/cover/counts", test_counts);
  return g_test_run ();
}
