/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "consultation/consultation-distribution.h"

/* The five numbers, against values computed by hand. */

static void
test_rows (void)
{
  static const struct
  {
    int values[6];
    guint n;
    int low, lower, median, upper, high;
  } rows[] = {
    { { 0 }, 0, -1, -1, -1, -1, -1 },
    { { 2656 }, 1, 2656, 2656, 2656, 2656, 2656 },
    { { 20, 10 }, 2, 10, 13, 15, 18, 20 }, /* 12.5 and 17.5, half up */
    { { 30, 10, 20 }, 3, 10, 15, 20, 25, 30 },
    { { 4, 1, 3, 2 }, 4, 1, 2, 3, 3, 4 },      /* 1.75, 2.5, 3.25 */
    { { -5, -10, 0 }, 3, -10, -7, -5, -2, 0 }, /* -7.5 and -2.5, half up */
    { { 7, 7, 7, 7, 100 }, 5, 7, 7, 7, 7, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ConsultationDistribution) distribution = consultation_distribution_new ();

      for (guint k = 0; k < rows[i].n; k++)
        consultation_distribution_add (distribution, rows[i].values[k]);
      consultation_distribution_close (distribution);
      g_assert_cmpuint (distribution->n, ==, rows[i].n);
      g_assert_cmpint (distribution->low, ==, rows[i].low);
      g_assert_cmpint (distribution->lower_quartile, ==, rows[i].lower);
      g_assert_cmpint (distribution->median, ==, rows[i].median);
      g_assert_cmpint (distribution->upper_quartile, ==, rows[i].upper);
      g_assert_cmpint (distribution->high, ==, rows[i].high);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consultation/distribution/rows", test_rows);
  return g_test_run ();
}
