/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-store.h"
#include "app/pages/app-portfolio-page.h"
#include "base/base-date.h"

/* The portfolio shows what the workspace has: the company that was assessed, with n. */

#define RINGS "One ring is one company; the tick is the median, the tint the middle half."
#define CHOSEN RINGS " The disc is Second Works."

static void
save_sample (AppWindow *window, const char *name, const char *date)
{
  AppSession *session = app_window_get_session (window);
  g_autoptr (AssessmentDocument) dated = NULL;
  AssessmentDocument *changed;

  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  dated = assessment_document_with_string (app_fixture_document (window), "date", date, NULL);
  changed = assessment_document_with_string (dated, "company.name", name, NULL);
  app_session_edit (session, changed, NULL);
  g_assert_true (app_store_flush (app_session_get_store (session), NULL));
}

static void
test_portfolio (void)
{
  g_autoptr (AppApplication) application = app_application_new ();
  AppWindow *window;
  AppStore *store;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = app_fixture_window (application);
  store = app_application_get_store (application);
  app_fixture_wait (app_store_is_open (store));
  save_sample (window, "First Works", "2026-11-20");
  save_sample (window, "Second Works", "2026-11-20");
  /* An owner is not offered it. */
  app_window_go (window, "portfolio");
  app_fixture_settle ();
  g_assert_null (app_fixture_nth (window, APP_TYPE_PORTFOLIO_PAGE, 0));
  app_adviser_set_chosen (app_session_get_adviser (app_window_get_session (window)), TRUE);
  app_window_go (window, "portfolio");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_nth (window, APP_TYPE_PORTFOLIO_PAGE, 0));
  app_fixture_wait (app_fixture_find_label (window, "From 27 to 27, n\u00a0=\u00a02") != NULL);
  g_assert_nonnull (app_fixture_find_label (window, "2 with a complete score"));
  g_assert_nonnull (app_fixture_find_label (window, "Where they stand"));
  /* The one that was open is pointed out, and no more when none was. */
  g_assert_nonnull (app_fixture_find_label (window, CHOSEN));
  app_window_go (window, "home");
  app_window_go (window, "portfolio");
  app_fixture_wait (app_fixture_find_label (window, RINGS) != NULL);
  g_assert_null (app_fixture_find_label (window, CHOSEN));
  app_fixture_take_picture (GTK_WIDGET (window));
  app_fixture_close (window);
}

/* The stage whose day is past the longest stands first, with how late it is: T1 a year after T0. */
static void
test_late (void)
{
  g_autoptr (AppApplication) application = app_application_new ();
  g_autofree char *today = base_date_today (), *late = NULL;
  AppWindow *window;
  AppStore *store;

  late = g_strdup_printf ("T1 due 20 November 2021, %d days late",
                          (int)(base_date_to_days (today) - base_date_to_days ("2021-11-20")));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = app_fixture_window (application);
  store = app_application_get_store (application);
  app_fixture_wait (app_store_is_open (store));
  save_sample (window, "Third Works", "2098-11-20");
  save_sample (window, "Fourth Works", "2020-11-20");
  app_adviser_set_chosen (app_session_get_adviser (app_window_get_session (window)), TRUE);
  app_window_go (window, "portfolio");
  app_fixture_wait (app_fixture_find_label (window, late) != NULL);
  g_assert_nonnull (app_fixture_find_label (window, "Fourth Works"));
  g_assert_nonnull (app_fixture_find_label (window, "T1 due 20 November 2099"));
  app_fixture_take_picture (GTK_WIDGET (window));
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/portfolio/shows", test_portfolio);
  g_test_add_func ("/app/portfolio/late", test_late);
  return g_test_run ();
}
