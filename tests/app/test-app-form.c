/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/app-form.h"
#include "app/app-pages.h"

/* Figures as people type them, and where a document path is answered. */

static void
test_numbers (void)
{
  static const struct
  {
    const char *typed;
    gboolean whole, good;
    double value;
  } rows[] = {
    { "24", FALSE, TRUE, 24 },
    { " 24 ", FALSE, TRUE, 24 },
    { "0", TRUE, TRUE, 0 },
    { "2 100 000", TRUE, TRUE, 2100000 },
    { "2\u202f100\u00a0000", TRUE, TRUE, 2100000 },
    { "2'100'000", TRUE, TRUE, 2100000 },
    { "2.100.000", TRUE, TRUE, 2100000 },
    { "2,100,000", TRUE, TRUE, 2100000 },
    { "2.100", TRUE, TRUE, 2100 },
    { "2.100", FALSE, TRUE, 2.1 },
    { "1.234,56", TRUE, TRUE, 1234.56 },
    { "1,234.56", FALSE, TRUE, 1234.56 },
    { "1,5", FALSE, TRUE, 1.5 },
    { "0.5", FALSE, TRUE, 0.5 },
    { "1 500 €", TRUE, TRUE, 1500 },
    { "", FALSE, FALSE, 0 },
    { "  ", FALSE, FALSE, 0 },
    { ".", FALSE, FALSE, 0 },
    { "-5", FALSE, FALSE, 0 },
    { "1e9", FALSE, FALSE, 0 },
    { "0x10", FALSE, FALSE, 0 },
    { "twelve", FALSE, FALSE, 0 },
    { "nan", FALSE, FALSE, 0 },
    { "1-2", FALSE, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = 0;
      const gboolean good = app_form_parse_number (rows[i].typed, rows[i].whole, &value);

      g_test_message ("“%s”", rows[i].typed);
      g_assert_cmpint (good, ==, rows[i].good);
      if (good)
        g_assert_cmpfloat_with_epsilon (value, rows[i].value, 1e-9);
    }
}

static void
test_targets (void)
{
  static const struct
  {
    const char *path, *target;
  } rows[] = {
    { "answers.q4", "questions:q4" },
    { "company.accounts[0].staff", "company:company.accounts[0].staff" },
    { "project.partners", "project:project.partners" },
    { "date", "application:date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *target = app_pages_target_of_path (rows[i].path);

      g_assert_cmpstr (target, ==, rows[i].target);
    }
}

static void
test_pages (void)
{
  g_assert_cmpuint (app_pages_count (), >=, 3);
  g_assert_null (app_pages_find ("nowhere"));
  for (guint i = 0; i < app_pages_count (); i++)
    {
      const AppPageInfo *info = app_pages_get (i);

      g_assert_true (app_pages_find (info->id) == info);
      g_assert_nonnull (app_pages_find (info->step));
      g_assert_true (g_type_is_a (info->get_type (), APP_TYPE_PAGE));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/form/numbers", test_numbers);
  g_test_add_func ("/app/pages/targets", test_targets);
  g_test_add_func ("/app/pages/table", test_pages);
  return g_test_run ();
}
