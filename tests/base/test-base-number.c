/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-number.h"

#include <locale.h>
#include <string.h>

/* Numbers as text for files: the same in every locale, no digit too many. */

static void
expect (double value, const char *expected)
{
  char buffer[BASE_NUMBER_SIZE];

  g_assert_cmpstr (base_number_format (buffer, value), ==, expected);
}

static void
test_format (void)
{
  expect (0, "0");
  expect (-0.0, "0");
  expect (26.56, "26.56");
  expect (0.1 + 0.2, "0.30000000000000004");
  expect (0.3, "0.3");
  expect (1e15, "1e+15");
  expect (123456789012345.0, "123456789012345");
  expect (1e-7, "1e-07");
  expect (-41.1579438, "-41.1579438");
  expect (1.7976931348623157e308, "1.7976931348623157e+308");
}

/* Every number of two decimals, as scores are. */
static void
test_scores (void)
{
  for (int hundredths = 0; hundredths <= 10000; hundredths++)
    {
      char buffer[BASE_NUMBER_SIZE];
      g_autofree char *two = g_strdup_printf ("%d.%02d", hundredths / 100, hundredths % 100);
      g_autofree char *shown = g_strdup (base_number_format (buffer, hundredths / 100.0));

      g_assert_cmpuint (strlen (shown), <=, 6);
      g_assert_true (g_str_has_prefix (two, shown));
    }
}

int
main (int argc, char **argv)
{
  /* A locale with a decimal comma, where there is one, must make no difference. */
  setlocale (LC_ALL, "de_DE.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/scores", test_scores);
  return g_test_run ();
}
