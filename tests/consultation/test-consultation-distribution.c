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

static int
compare (gconstpointer a, gconstpointer b)
{
  const int first = *(const int *)a, second = *(const int *)b;

  return (first > second) - (first < second);
}

/* Many values, which are counted, and few or far ones, which are compared, come out in order. */
static void
test_many (void)
{
  static const struct
  {
    guint n;
    int low, high;
  } rows[] = { { 20000, 0, 10001 }, { 20000, -10000, 10001 }, { 20000, -3, 2 },
               { 300, 0, 10001 },   { 3, G_MININT, G_MAXINT } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ConsultationDistribution) distribution = consultation_distribution_new ();
      g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (int));

      for (guint k = 0; k < rows[i].n; k++)
        {
          const int value = g_rand_int_range (rand, rows[i].low / 2, rows[i].high / 2 + 1);

          consultation_distribution_add (distribution, value);
          g_array_append_val (plain, value);
        }
      g_array_sort (plain, compare);
      consultation_distribution_close (distribution);
      g_assert_cmpmem (distribution->values, distribution->n * sizeof (int),
                       plain->data, plain->len * sizeof (int));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consultation/distribution/rows", test_rows);
  g_test_add_func ("/consultation/distribution/many", test_many);
  return g_test_run ();
}
