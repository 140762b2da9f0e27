/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-date.h"

/* Days of the calendar: what is one, counting, adding months. */

static void
test_valid (void)
{
  static const char *const good[]
      = { "2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31" };
  static const char *const bad[]
      = { "",           "2023-02-29", "1900-02-29", "2026-13-01",  "2026-00-10",      "2026-04-31",
          "2026-01-00", "0000-01-01", "2026-1-1",   "20261120",    "2026-11-20 ",     " 026-11-20",
          "2026/11/20", "-026-11-20", "2026-11-2x", "２026-11-20", "2026-11-20T00:00" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (base_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (base_date_is_valid (bad[i]));
    }
  g_assert_false (base_date_is_valid (NULL));
}

static void
test_days (void)
{
  g_autofree char *last = base_date_from_days (3652058);

  g_assert_cmpint (base_date_to_days ("0001-01-01"), ==, 0);
  g_assert_cmpint (base_date_to_days ("1970-01-01"), ==, 719162);
  g_assert_cmpint (base_date_to_days ("2024-03-01") - base_date_to_days ("2024-02-28"), ==, 2);
  g_assert_cmpint (base_date_to_days ("9999-12-31"), ==, 3652058);
  g_assert_cmpstr (last, ==, "9999-12-31");
  /* Each day of four centuries goes there and back, and sorts as text. */
  for (gint64 day = 693595; day < 693595 + 146097; day++)
    {
      g_autofree char *date = base_date_from_days (day);
      g_autofree char *next = base_date_from_days (day + 1);

      g_assert_cmpint (base_date_to_days (date), ==, day);
      g_assert_cmpstr (date, <, next);
    }
}

static void
test_add_months (void)
{
  static const struct
  {
    const char *date;
    int months;
    const char *result;
  } cases[] = {
    { "2026-01-31", 1, "2026-02-28" },   { "2024-01-31", 1, "2024-02-29" },
    { "2026-11-20", 3, "2027-02-20" },   { "2026-12-31", 12, "2027-12-31" },
    { "2026-03-31", -1, "2026-02-28" },  { "2026-01-15", -1, "2025-12-15" },
    { "2024-02-29", 12, "2025-02-28" },  { "2026-11-20", 0, "2026-11-20" },
    { "2026-11-20", -36, "2023-11-20" }, { "0001-02-01", -1, "0001-01-01" },
    { "2026-11-30", 120, "2036-11-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = base_date_add_months (cases[i].date, cases[i].months);

      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_today (void)
{
  g_autofree char *today = base_date_today ();

  g_assert_true (base_date_is_valid (today));
  g_assert_cmpstr (today, >, "2024-01-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/valid", test_valid);
  g_test_add_func ("/base/date/days", test_days);
  g_test_add_func ("/base/date/add-months", test_add_months);
  g_test_add_func ("/base/date/today", test_today);
  return g_test_run ();
}
