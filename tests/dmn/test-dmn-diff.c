/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dmn/dmn-diff.h"
#include "dmn-test-model.h"

/* What an edit changes. */

static DmnModel *
banded (const char *limit, const char *extra_decision)
{
  TestModel text = test_model_begin (TEST_DMN_13);
  g_autoptr (GError) error = NULL;
  g_autofree char *low = g_strdup_printf ("< %s", limit);
  g_autofree char *high = g_strdup_printf (">= %s", limit);
  DmnModel *model;

  test_model_input (&text, "a", "number");
  test_model_decision (&text, "band", (const char *[]){ "a", NULL });
  test_model_begin_table (&text, "hitPolicy=\"UNIQUE\"");
  test_model_column (&text, "a", "number");
  test_model_add (&text, "<output/>");
  test_model_rule (&text, (const char *[]){ low, "\"low\"", NULL }, 1);
  test_model_rule (&text, (const char *[]){ high, "\"high\"", NULL }, 1);
  test_model_end_table (&text);
  test_model_end_decision (&text);
  test_model_decision (&text, extra_decision, (const char *[]){ "a", NULL });
  test_model_add (&text, "<literalExpression><text>a</text></literalExpression>");
  test_model_end_decision (&text);
  model = test_model_finish (&text, &error);
  g_assert_no_error (error);
  return model;
}

static void
test_edit (void)
{
  g_autoptr (DmnModel) before = banded ("10", "old");
  g_autoptr (DmnModel) after = banded ("12", "new");
  g_autoptr (DmnDiff) diff = dmn_diff_new (before, after);
  g_autoptr (GError) error = NULL;

  for (gint64 a = 8; a <= 14; a++)
    {
      FeelValue value = feel_value_number_from_int64 (a);

      g_assert_true (dmn_diff_add (diff, &value, &value, &error));
    }
  g_assert_false (dmn_diff_add (diff, (FeelValue[]){ feel_value_string ("x") },
                                (FeelValue[]){ feel_value_null () }, &error));
  g_assert_error (error, DMN_ERROR, DMN_ERROR_INPUT);
  g_assert_cmpuint (dmn_diff_n_cases (diff), ==, 7);
  g_assert_cmpuint (dmn_diff_n_changed (diff), ==, 2);
  g_assert_cmpuint (dmn_diff_n (diff), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const DmnDifference *found = dmn_diff_difference (diff, i);

      g_assert_cmpuint (found->in_case, ==, 2 + i);
      g_assert_cmpstr (found->decision, ==, "band");
      g_assert_true (feel_value_is_string (found->before, "high"));
      g_assert_true (feel_value_is_string (found->after, "low"));
    }
  g_assert_cmpstr (dmn_diff_only_before (diff)[0], ==, "old");
  g_assert_cmpstr (dmn_diff_only_after (diff)[0], ==, "new");
  g_assert_null (dmn_diff_only_after (diff)[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dmn/diff/edit", test_edit);
  return g_test_run ();
}
