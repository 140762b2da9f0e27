/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-private.h" /* rows of all years */

/* The Digital Intensity Index: known figures, missing ones, and the identities that hold between
 * the levels. */

static Catalogue *catalogue;

typedef struct
{
  const char *country, *size;
  int year;
  int at_least_basic; /* hundredths of a percent */
} Known;

/* EU figures as Eurostat published them in March 2026; Portugal's medium-sized firms have only two
 * of five. */
static const Known known[] = {
  { "EU27_2020", "small 10-49", 2025, 6885 }, { "EU27_2020", "medium 50-249", 2025, 8667 },
  { "EU27_2020", "SME 10-249", 2025, 7139 },  { "EU27_2020", "all 10+", 2025, 7211 },
  { "EU27_2020", "large 250+", 2025, 9639 },  { "PT", "medium 50-249", 2025, 8350 },
  { "FI", "large 250+", 2023, 9980 },
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const CatalogueBenchmark *row
          = catalogue_find_benchmark (catalogue, known[i].country, known[i].size);

      g_assert_nonnull (row);
      if (row->year == known[i].year)
        g_assert_cmpint (row->at_least_basic, ==, known[i].at_least_basic);
      else
        g_assert_cmpint (row->year, >, known[i].year);
      g_assert_nonnull (row->source);
    }
}

static void
test_missing (void)
{
  const CatalogueBenchmark *row = catalogue_find_benchmark (catalogue, "PT", "medium 50-249");

  g_assert_cmpint (row->year, ==, 2025);
  g_assert_cmpint (row->very_low, ==, -1);
  g_assert_cmpint (row->low, ==, -1);
  g_assert_cmpint (row->high, ==, -1);
  g_assert_cmpint (row->very_high, ==, 1720);
  g_assert_null (catalogue_find_benchmark (catalogue, "UK", "all 10+"));
  g_assert_null (catalogue_find_benchmark (catalogue, "PT", "micro 1-9"));
  g_assert_null (catalogue_find_benchmark (catalogue, "XX", "all 10+"));
}

static void
test_iso (void)
{
  const CatalogueBenchmark *row = catalogue_find_benchmark (catalogue, "GR", "all 10+");

  g_assert_nonnull (row);
  g_assert_true (row == catalogue_find_benchmark (catalogue, "EL", "all 10+"));
}

/* The four rows in which Eurostat's own figures do not add up to within 0.05. */
static int
allowed_gap (const CatalogueBenchmark *row)
{
  static const struct
  {
    int year;
    const char *country, *size;
    int gap;
  } exceptions[] = {
    { 2021, "HU", "medium 50-249", 17 },
    { 2021, "HU", "large 250+", 44 },
    { 2025, "EU27_2020", "large 250+", 7 },
    { 2025, "LT", "large 250+", 22 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (row->year == exceptions[i].year && g_str_equal (row->country, exceptions[i].country)
        && g_str_equal (row->size, exceptions[i].size))
      return exceptions[i].gap;
  return 5;
}

static void
test_identities (void)
{
  guint complete = 0, exceptions = 0;

  for (guint i = 0; i < catalogue->n_benchmarks; i++)
    {
      const CatalogueBenchmark *row = &catalogue->benchmarks[i];
      int sum = row->very_low + row->low + row->high + row->very_high;

      if (row->very_low < 0 || row->low < 0 || row->high < 0 || row->very_high < 0
          || row->at_least_basic < 0)
        continue;
      complete++;
      exceptions += allowed_gap (row) > 5;
      g_assert_cmpint (ABS (sum - 10000), <=, allowed_gap (row));
      g_assert_cmpint (ABS (row->at_least_basic - (10000 - row->very_low)), <=, allowed_gap (row));
    }
  g_assert_cmpuint (catalogue->n_benchmarks, ==, 504);
  g_assert_cmpuint (complete, ==, 493);
  g_assert_cmpuint (exceptions, ==, 4);
}

/* No row of the same country and size is newer than the one that is found. */
static void
test_newest (void)
{
  for (guint i = 0; i < catalogue->n_benchmarks; i++)
    {
      const CatalogueBenchmark *row = &catalogue->benchmarks[i];

      g_assert_cmpint (catalogue_find_benchmark (catalogue, row->country, row->size)->year, >=,
                       row->year);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/catalogue/benchmark/known", test_known);
  g_test_add_func ("/catalogue/benchmark/missing", test_missing);
  g_test_add_func ("/catalogue/benchmark/iso", test_iso);
  g_test_add_func ("/catalogue/benchmark/identities", test_identities);
  g_test_add_func ("/catalogue/benchmark/newest", test_newest);
  status = g_test_run ();
  catalogue_unref (catalogue);
  return status;
}
