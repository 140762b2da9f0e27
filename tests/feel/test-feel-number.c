/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "feel/feel-number.h"

/* Exact decimals: reading, writing, computing, rounding, on both sides of the small form. */

static FeelNumber
number (const char *text)
{
  FeelNumber result;

  g_assert_true (feel_number_parse (text, -1, &result));
  return result;
}

static void
assert_number (FeelNumber found, const char *expected)
{
  g_autofree char *text = feel_number_format (found);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  static const char *const same[] = { "0",
                                      "1",
                                      "-1",
                                      "26.56",
                                      "0.001",
                                      "-0.5",
                                      "123456789012345678",
                                      "1234567890123456789012345678901234",
                                      "0.0000000000000000000001",
                                      "100000000000000000000",
                                      "-9223372036854775808" };
  static const char *const wrong[] = { "",   "-",    ".",   "1.2.3",    "1e",  "e5",       "1 ",
                                       " 1", "0x10", "NaN", "Infinity", "1,5", "1e9999999" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_number (number (same[i]), same[i]);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      FeelNumber result;

      g_assert_false (feel_number_parse (wrong[i], -1, &result));
    }
  assert_number (number ("1.500"), "1.5");
  assert_number (number ("+2"), "2");
  assert_number (number ("-0"), "0");
  assert_number (number ("1.5e3"), "1500");
  assert_number (number ("12e-1"), "1.2");
}

static void
test_equal_numbers_hash_equal (void)
{
  static const char *const pairs[][2] = {
    { "1.0", "1.00" }, { "1e3", "1000" }, { "100000000000000000000", "1e20" }, { "0", "-0.0" }
  };
  FeelNumber sum;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      FeelNumber a = number (pairs[i][0]), b = number (pairs[i][1]);

      g_assert_cmpint (feel_number_compare (a, b), ==, 0);
      g_assert_cmpuint (feel_number_hash (a), ==, feel_number_hash (b));
    }
  g_assert_true (feel_number_add (number ("0.5"), number ("0.5"), &sum));
  g_assert_cmpuint (feel_number_hash (sum), ==, feel_number_hash (number ("1")));
}

static void
test_order (void)
{
  static const char *const rising[] = { "-1e30",
                                        "-9223372036854775809",
                                        "-2",
                                        "-1.5",
                                        "0",
                                        "1e-30",
                                        "0.1",
                                        "1",
                                        "1.000000000000000001",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "1e30" };

  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rising); j++)
      g_assert_cmpint (feel_number_compare (number (rising[i]), number (rising[j])), ==,
                       (i > j) - (i < j));
}

static void
test_arithmetic (void)
{
  FeelNumber result;

  g_assert_true (feel_number_add (number ("0.1"), number ("0.2"), &result));
  assert_number (result, "0.3");
  g_assert_true (feel_number_subtract (number ("-9223372036854775808"), number ("1"), &result));
  assert_number (result, "-9223372036854775809");
  assert_number (feel_number_negate (number ("-9223372036854775808")), "9223372036854775808");
  g_assert_true (feel_number_multiply (number ("4000000000"), number ("4000000000"), &result));
  assert_number (result, "16000000000000000000");
  g_assert_true (feel_number_divide (number ("2"), number ("3"), &result));
  assert_number (result, "0.6666666666666666666666666666666667");
  g_assert_false (feel_number_divide (number ("1"), number ("0.00"), &result));
  g_assert_true (feel_number_power (number ("1.2"), number ("3"), &result));
  assert_number (result, "1.728");
  g_assert_true (feel_number_power (number ("2"), number ("0.5"), &result));
  assert_number (result, "1.414213562373095048801688724209698");
  g_assert_false (feel_number_power (number ("10"), number ("100000"), &result));
  g_assert_false (feel_number_power (number ("0"), number ("-1"), &result));
  g_assert_true (feel_number_modulo (number ("-1"), number ("3"), &result));
  assert_number (result, "2");
}

typedef struct
{
  const char *number;
  int places;
  const char *results[7]; /* in the order of FeelRounding */
} Rounding;

static const Rounding roundings[] = {
  { "5.5", 0, { "6", "6", "5", "6", "5", "5", "6" } },
  { "-5.5", 0, { "-6", "-6", "-5", "-6", "-5", "-6", "-5" } },
  { "4.5", 0, { "4", "5", "4", "5", "4", "4", "5" } },
  { "1.115", 2, { "1.12", "1.12", "1.11", "1.12", "1.11", "1.11", "1.12" } },
  { "1.1", 2, { "1.1", "1.1", "1.1", "1.1", "1.1", "1.1", "1.1" } },
  { "150", -2, { "200", "200", "100", "200", "100", "100", "200" } },
  { "-250", -2, { "-200", "-300", "-200", "-300", "-200", "-300", "-200" } },
  { "12345678901234567890.5",
    0,
    { "12345678901234567890", "12345678901234567891", "12345678901234567890",
      "12345678901234567891", "12345678901234567890", "12345678901234567890",
      "12345678901234567891" } },
  { "-12345678901234567890.5",
    0,
    { "-12345678901234567890", "-12345678901234567891", "-12345678901234567890",
      "-12345678901234567891", "-12345678901234567890", "-12345678901234567891",
      "-12345678901234567890" } },
};

static void
test_rounding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (roundings); i++)
    for (guint mode = 0; mode < 7; mode++)
      {
        FeelNumber result;

        g_assert_true (feel_number_round (number (roundings[i].number), roundings[i].places,
                                          (FeelRounding)mode, &result));
        assert_number (result, roundings[i].results[mode]);
      }
}

static void
test_conversions (void)
{
  FeelNumber result;
  gint64 value;

  assert_number (feel_number_from_scaled (2656, 2), "26.56");
  assert_number (feel_number_from_scaled (-2650, 2), "-26.5");
  g_assert_true (feel_number_from_double (26.56, &result));
  assert_number (result, "26.56");
  g_assert_true (feel_number_from_double (0.1 + 0.2, &result));
  assert_number (result, "0.30000000000000004");
  g_assert_false (feel_number_from_double (1.0 / 0.0, &result));
  g_assert_true (feel_number_to_scaled (number ("26.565"), 2, &value));
  g_assert_cmpint (value, ==, 2657);
  g_assert_true (feel_number_to_scaled (number ("-26.5"), 2, &value));
  g_assert_cmpint (value, ==, -2650);
  g_assert_false (feel_number_to_scaled (number ("1e19"), 0, &value));
  g_assert_true (feel_number_to_int64 (number ("5.00"), &value));
  g_assert_cmpint (value, ==, 5);
  g_assert_false (feel_number_to_int64 (number ("5.01"), &value));
  g_assert_true (feel_number_is_integer (number ("1e25")));
  g_assert_false (feel_number_is_integer (number ("0.5")));
}

/* The small form and the library must say the same. */
static void
test_random_sums (void)
{
  FeelNumber large = number ("100000000000000000000");

  for (guint i = 0; i < 2000; i++)
    {
      FeelNumber a = feel_number_from_scaled (g_test_rand_int_range (-100000, 100000),
                                              (guint)g_test_rand_int_range (0, 6));
      FeelNumber b = feel_number_from_scaled (g_test_rand_int_range (-100000, 100000),
                                              (guint)g_test_rand_int_range (0, 6));
      FeelNumber direct, around;

      g_assert_true (feel_number_add (a, b, &direct));
      g_assert_true (feel_number_add (a, large, &around));
      g_assert_true (feel_number_add (around, b, &around));
      g_assert_true (feel_number_subtract (around, large, &around));
      g_assert_cmpint (feel_number_compare (direct, around), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feel/number/text", test_text);
  g_test_add_func ("/feel/number/hash", test_equal_numbers_hash_equal);
  g_test_add_func ("/feel/number/order", test_order);
  g_test_add_func ("/feel/number/arithmetic", test_arithmetic);
  g_test_add_func ("/feel/number/rounding", test_rounding);
  g_test_add_func ("/feel/number/conversions", test_conversions);
  g_test_add_func ("/feel/number/random", test_random_sums);
  return g_test_run ();
}
