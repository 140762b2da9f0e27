/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "advice/advice-plan.h"
#include "app/app-form.h"
#include "app/app-plan.h"
#include "app/widgets/app-action-row.h"
#include "app/widgets/app-chart.h"

/* The full plan: ticking, own actions, targets, weights; each an edit that can be undone. */

static AppApplication *application;

static AppWindow *
open_plan (void)
{
  AppWindow *window = app_fixture_window (application);

  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "actions");
  app_fixture_settle ();
  return window;
}

static AppActionRow *
row (AppWindow *window, guint n)
{
  GtkWidget *found = app_fixture_nth (window, APP_TYPE_ACTION_ROW, n);

  g_assert_nonnull (found);
  return APP_ACTION_ROW (found);
}

static GtkWidget *
field (AppWindow *window, const char *path)
{
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL; i++)
    {
      GtkWidget *widget = app_fixture_nth (window, APP_TYPE_FIELD, i);

      g_assert_nonnull (widget);
      if (g_strcmp0 (app_field_get_path (APP_FIELD (widget)), path) == 0)
        found = widget;
    }
  return found;
}

/* Rows stand in the order of the plan, and the picture is beside them. */
static void
test_ranked (void)
{
  AppWindow *window = open_plan ();
  Advice *advice = app_session_get_advice (app_window_get_session (window));
  g_autoptr (AdvicePlan) plan = advice_plan_new (advice);
  guint at = 0;

  g_assert_cmpuint (advice_plan_n_actions (plan), >, 5);
  for (guint i = 0; i < advice_plan_n_actions (plan) && at < 5; i++)
    if (!advice_plan_action (plan, i)->in_place)
      g_assert_cmpstr (app_action_row_get_id (row (window, at++)), ==,
                       advice_plan_action (plan, i)->id);
  g_assert_nonnull (app_fixture_nth (window, APP_TYPE_CHART, 0));
  app_fixture_close (window);
}

static void
test_tick (void)
{
  AppWindow *window = open_plan ();
  g_autofree char *id = g_strdup (app_action_row_get_id (row (window, 0)));
  GtkWidget *tick = app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  app_fixture_settle ();
  g_assert_true (app_plan_has (app_fixture_document (window), id));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_settle ();
  g_assert_false (app_plan_has (app_fixture_document (window), id));
  app_fixture_close (window);
}

static void
test_own_action (void)
{
  AppWindow *window = open_plan ();
  GtkWidget *title;

  app_fixture_click (window, "Own action");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "plan.actions"), ==,
                    1);
  app_fixture_wait (app_fixture_find_label (window, "What to do") != NULL);
  title = field (window, "plan.actions[0].title");
  /* Whoever types now says what it is. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), title));
  gtk_editable_set_text (GTK_EDITABLE (title), "Visit the model factory");
  app_fixture_settle ();
  g_assert_cmpstr (
      assessment_document_get_string (app_fixture_document (window), "plan.actions[0].title"), ==,
      "Visit the model factory");
  /* What is typed stays where it is typed: the row is the same. */
  g_assert_true (gtk_widget_get_mapped (title));
  g_assert_cmpstr (
      assessment_document_get_string (app_fixture_document (window), "plan.actions[0].kind"), ==,
      "measure");
  app_fixture_close (window);
}

static void
test_target (void)
{
  AppWindow *window = open_plan ();
  g_autoptr (AssessmentDocument) with = assessment_document_with_number (
      app_fixture_document (window), "targets.strategy", 60, NULL);
  g_autoptr (AdvicePlan) plan = NULL;
  g_autofree char *said = NULL;
  AppSession *session = app_window_get_session (window);

  app_session_edit (session, assessment_document_ref (with), NULL);
  app_fixture_settle ();
  plan = advice_plan_new (app_session_get_advice (session));
  g_assert_cmpuint (advice_plan_n_targets (plan), ==, 1);
  said = app_session_say (session, advice_plan_target (plan, 0)->text);
  g_assert_nonnull (app_fixture_find_label (window, said));
  app_fixture_close (window);
}

static void
test_weights (void)
{
  AppWindow *window = open_plan ();
  GtkWidget *scale = app_fixture_nth (window, GTK_TYPE_SCALE, 0);

  g_assert_nonnull (scale);
  gtk_range_set_value (GTK_RANGE (scale), 0);
  app_fixture_settle ();
  g_assert_true (assessment_document_has (app_fixture_document (window), "plan.weights"));
  app_fixture_click (window, "As delivered");
  g_assert_false (assessment_document_has (app_fixture_document (window), "plan.weights"));
  app_fixture_close (window);
}

/* There is nothing to write until an action has a day. */
static void
test_calendar (void)
{
  AppWindow *window = open_plan ();
  AppSession *session = app_window_get_session (window);
  GtkWidget *button = app_fixture_find_button (window, "For your calendar…");

  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  app_session_edit (session,
                    assessment_document_with_value_json (
                        app_fixture_document (window), "plan.actions",
                        "[{\"id\":\"q8.3\",\"status\":\"planned\",\"due\":\"2027-03-01\"}]", NULL),
                    NULL);
  app_fixture_settle ();
  g_assert_true (gtk_widget_get_sensitive (button));
  app_fixture_take_picture (GTK_WIDGET (window));
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/actions/ranked", test_ranked);
  g_test_add_func ("/app/actions/tick", test_tick);
  g_test_add_func ("/app/actions/own-action", test_own_action);
  g_test_add_func ("/app/actions/target", test_target);
  g_test_add_func ("/app/actions/weights", test_weights);
  g_test_add_func ("/app/actions/calendar", test_calendar);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
