/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture-companies.h"

#include "app/app-store.h"
#include "app/widgets/app-records-window.h"
#include "base/base-date.h"
#include "workspace/workspace-companies.h"
#include "workspace/workspace-record.h"

/* Contacts, meetings, tags and retention of a company, in their window. */

static AppApplication *application;

static Workspace *
workspace (void)
{
  return app_store_get_workspace (app_application_get_store (application));
}

static GtkWidget *
open_records (AppWindow *window, const char *company_id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", company_id);
  app_fixture_wait (app_fixture_find_window (APP_TYPE_RECORDS_WINDOW) != NULL);
  return app_fixture_find_window (APP_TYPE_RECORDS_WINDOW);
}

static GtkEditable *
entry_in (GtkWidget *root, const char *title)
{
  GtkWidget *row = app_fixture_find_row_in (root, title);

  return row != NULL ? GTK_EDITABLE (row) : NULL;
}

static guint
n_meetings (const char *company_id)
{
  g_autoptr (GPtrArray) list = workspace_list_meetings (workspace (), company_id, NULL);

  return list->len;
}

static gboolean
click_tip (GtkWidget *root, const char *tip)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tip) == 0)
    {
      g_signal_emit_by_name (root, "clicked");
      app_fixture_settle ();
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (click_tip (child, tip))
      return TRUE;
  return FALSE;
}

static void
remove_first (GtkWidget *records)
{
  g_assert_true (click_tip (records, "Remove this meeting"));
  app_fixture_wait (app_fixture_find_button_in (records, "_Undo") != NULL);
}

static void
test_records (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);
  g_autofree char *id = NULL, *today = base_date_today ();
  g_autofree char *soon = base_date_add_months (today, 1);
  g_autoptr (WorkspaceCompany) company = NULL;
  GtkWidget *records;

  app_fixture_companies_count (companies);
  id = g_strdup (app_fixture_companies_nth (companies, 1)->id);
  records = open_records (window, id);
  app_fixture_click_in (records, "Add a meeting");
  gtk_editable_set_text (entry_in (records, "About"), "Plan & money");
  gtk_editable_set_text (entry_in (records, "Day (year-month-day)"), "tomorrow");
  app_fixture_click_in (records, "_Save");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 3);
  g_assert_null (app_fixture_companies_nth (companies, 1)->next_meeting);
  gtk_editable_set_text (entry_in (records, "Day (year-month-day)"), soon);
  app_fixture_click_in (records, "_Save");
  app_fixture_companies_count (companies);
  g_assert_cmpstr (app_fixture_companies_nth (companies, 1)->next_meeting, ==, soon);
  g_assert_cmpstr (app_fixture_companies_nth (companies, 1)->next_about, ==, "Plan & money");

  /* Taken away and brought back: the same meeting. */
  app_fixture_click_in (records, "Add a meeting");
  gtk_editable_set_text (entry_in (records, "About"), "Mistake");
  app_fixture_click_in (records, "_Save");
  g_assert_cmpuint (n_meetings (id), ==, 2);
  remove_first (records);
  g_assert_cmpuint (n_meetings (id), ==, 1);
  app_fixture_click_in (records, "_Undo");
  g_assert_cmpuint (n_meetings (id), ==, 2);

  gtk_editable_set_text (entry_in (records, "Tags, with commas between them"), "pilot, 2027");
  g_signal_emit_by_name (entry_in (records, "Tags, with commas between them"), "apply");
  app_companies_set_filter (companies, APP_COMPANIES_TAG, "pilot");
  g_assert_cmpuint (app_fixture_companies_count (companies), ==, 1);
  gtk_editable_set_text (entry_in (records, "Keep until (year-month-day)"), "2030-01-31");
  g_signal_emit_by_name (entry_in (records, "Keep until (year-month-day)"), "apply");
  company = workspace_get_company (workspace (), id, NULL);
  g_assert_cmpstr (company->retain_until, ==, "2030-01-31");
  /* On a shared screen it goes away with its company, and does not come again. */
  app_companies_clear (companies);
  app_fixture_companies_count (companies);
  app_adviser_set_focus (app_session_get_adviser (app_window_get_session (window)),
                         app_fixture_companies_nth (companies, 0)->id);
  g_assert_null (app_fixture_find_window (APP_TYPE_RECORDS_WINDOW));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.company-records", "s", id);
  g_assert_null (app_fixture_find_window (APP_TYPE_RECORDS_WINDOW));
  app_adviser_set_focus (app_session_get_adviser (app_window_get_session (window)), NULL);
  app_fixture_close (window);
}

/* Enter keeps a form and the keyboard goes on from where it came; what was typed without the tick
 * is kept when the window closes, and a day that is none is said before it goes. */
static void
test_records_by_keyboard (void)
{
  AppWindow *window = app_fixture_companies_window (application);
  AppCompanies *companies = app_fixture_companies_of (window);
  g_autoptr (WorkspaceCompany) company = NULL;
  g_autofree char *id = NULL;
  GtkEditable *retention, *tags;
  GtkWidget *records;

  app_fixture_companies_count (companies);
  id = g_strdup (app_fixture_companies_nth (companies, 0)->id);
  records = open_records (window, id);
  app_fixture_click_in (records, "Add a contact");
  gtk_editable_set_text (entry_in (records, "Name"), "Rui");
  g_signal_emit_by_name (entry_in (records, "Name"), "entry-activated");
  g_assert_null (entry_in (records, "Name"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (records))
                 == app_fixture_find_button_in (records, "Add a contact"));

  tags = entry_in (records, "Tags, with commas between them");
  gtk_editable_set_text (tags, "zinc, alloys");
  retention = entry_in (records, "Keep until (year-month-day)");
  gtk_editable_set_text (retention, "soon");
  gtk_window_close (GTK_WINDOW (records));
  g_assert_true (app_fixture_find_window (APP_TYPE_RECORDS_WINDOW) == records);
  gtk_window_close (GTK_WINDOW (records));
  app_fixture_wait (app_fixture_find_window (APP_TYPE_RECORDS_WINDOW) == NULL);
  company = workspace_get_company (workspace (), id, NULL);
  g_assert_true (g_strv_contains ((const char *const *)company->tags, "zinc"));
  g_assert_null (company->retain_until);
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/records/meetings", test_records);
  g_test_add_func ("/app/records/by-keyboard", test_records_by_keyboard);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
