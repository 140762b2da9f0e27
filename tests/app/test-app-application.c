/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "advice/advice-plan.h"
#include "advice/advice-readiness.h"
#include "app/app-effects.h"
#include "app/app-form.h"
#include "app/app-journey.h"
#include "app/widgets/app-call-conditions.h"

/* "Ready to submit?": each finding leads to its place, and what an annex asks can be entered. Own
 * actions: their effect on the answers. */

static AppApplication *application;

static AppWindow *
open_application (const char *sample)
{
  AppWindow *window = app_fixture_window (application);

  app_fixture_open_sample (window, sample);
  app_window_go (window, "application");
  app_fixture_settle ();
  return window;
}

static GtkListBox *
findings_of (AppWindow *window)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (
      app_fixture_nth (window, g_type_from_name ("AppApplicationPage"), 0),
      g_type_from_name ("AppApplicationPage"), "findings"));
}

static const char *
page_of (AppWindow *window)
{
  return app_journey_get_page_id (APP_JOURNEY (app_fixture_nth (window, APP_TYPE_JOURNEY, 0)));
}

static GtkWidget *
field (AppWindow *window, const char *path)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *widget = app_fixture_nth (window, APP_TYPE_FIELD, i);

      if (widget == NULL || g_strcmp0 (app_field_get_path (APP_FIELD (widget)), path) == 0)
        return widget;
    }
}

/* The document without its call's answers, its partner's score and more, so that much is found. */
static void
empty (AppWindow *window)
{
  static const char *const gone[]
      = { "company.registration", "company.accounts", "company.aid", "company.aid_exclusions",
          "project.budget_eur",   "answers.q7",       "date",        "project.partners" };
  AppSession *session = app_window_get_session (window);
  AssessmentDocument *document;

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (assessment_document_has (app_session_get_document (session), gone[i]))
      app_session_edit (
          session, assessment_document_without (app_session_get_document (session), gone[i]), NULL);
  document = assessment_document_with_item (app_session_get_document (session), "project.partners");
  app_session_edit (session, document, NULL);
  document
      = assessment_document_with_item (app_session_get_document (session), "project.milestones");
  app_session_edit (session, document, NULL);
  app_fixture_settle ();
}

static void
test_findings_lead (void)
{
  AppWindow *window = open_application ("samples/all-fields.json");
  guint severities[3] = { 0 };
  guint n = 0;

  empty (window);
  for (;; n++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (findings_of (window), (int)n);
      g_autofree char *path = NULL;
      GtkWidget *before;

      if (row == NULL)
        break;
      path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));
      g_assert_nonnull (path);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      before = gtk_window_get_focus (GTK_WINDOW (window));
      g_signal_emit_by_name (findings_of (window), "row-activated", row);
      app_fixture_settle ();
      if (g_str_equal (path, "date"))
        g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                               field (window, "date")));
      if (g_str_equal (page_of (window), "application")
          && gtk_window_get_focus (GTK_WINDOW (window)) == before)
        g_error ("“%s” leads nowhere", path);
      app_window_go (window, "application");
      app_fixture_settle ();
    }
  g_assert_cmpuint (n, >, 12);
  {
    g_autoptr (AdviceReadiness) readiness
        = advice_readiness_new (app_session_get_advice (app_window_get_session (window)), NULL);

    g_assert_cmpuint (advice_readiness_n_findings (readiness), ==, n);
    for (guint i = 0; i < n; i++)
      severities[advice_readiness_finding (readiness, i)->severity]++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    g_assert_cmpuint (severities[i], >, 0);
  app_fixture_close (window);
}

static void
choose (AppWindow *window, const char *path, const char *id)
{
  GtkWidget *row = field (window, path);
  GtkWidget *list = NULL;

  g_assert_nonnull (row);
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL && list == NULL;
       child = gtk_widget_get_first_child (child))
    for (GtkWidget *sibling = child; sibling != NULL;
         sibling = gtk_widget_get_next_sibling (sibling))
      if (GTK_IS_MENU_BUTTON (sibling))
        list = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (sibling)));
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "chosen", id);
  app_fixture_settle ();
}

/* "None of these" is an answer; no choice is none. */
static void
test_exclusions (void)
{
  AppWindow *window = open_application ("samples/sample-metalworks.json");
  const char *const path = "company.aid_exclusions";
  const char *const *ids;

  g_assert_false (assessment_document_has (app_fixture_document (window), path));
  choose (window, path, "none");
  ids = assessment_document_get_strings (app_fixture_document (window), path);
  g_assert_true (ids != NULL && ids[0] == NULL);
  choose (window, path, "export");
  choose (window, path, "fishery");
  ids = assessment_document_get_strings (app_fixture_document (window), path);
  g_assert_cmpuint (g_strv_length ((char **)ids), ==, 2);
  choose (window, path, "none");
  ids = assessment_document_get_strings (app_fixture_document (window), path);
  g_assert_true (ids != NULL && ids[0] == NULL);
  app_fixture_close (window);
}

static const char *
statement (AppWindow *window, const char *member)
{
  g_autofree char *path = g_strconcat ("project.call.statements[0].", member, NULL);

  return assessment_document_get_string (app_fixture_document (window), path);
}

static void
test_conditions (void)
{
  AppWindow *window = open_application ("samples/sample-metalworks.json");
  AppSession *session = app_window_get_session (window);
  AssessmentDocument *document = assessment_document_with_strings (
      app_session_get_document (session), "project.call.conditions",
      (const char *const[]){ "Seat in the region", NULL }, NULL);
  GtkWidget *down;

  app_session_edit (session, document, NULL);
  app_fixture_settle ();
  down = app_fixture_nth (window, APP_TYPE_CALL_CONDITIONS, 0);
  for (guint i = 0; !GTK_IS_DROP_DOWN (down); i++)
    {
      GtkWidget *found = app_fixture_nth (window, GTK_TYPE_DROP_DOWN, i);

      g_assert_nonnull (found);
      if (gtk_widget_get_ancestor (found, APP_TYPE_CALL_CONDITIONS) != NULL)
        down = found;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 1);
  app_fixture_settle ();
  g_assert_cmpstr (statement (window, "condition"), ==, "Seat in the region");
  g_assert_cmpstr (statement (window, "state"), ==, "met");
  g_assert_nonnull (statement (window, "on"));
  g_assert_true (app_form_focus (app_fixture_nth (window, APP_TYPE_CALL_CONDITIONS, 0),
                                 "project.call.statements[0].clause"));
  app_fixture_wait (field (window, "project.call.statements[0].clause") != NULL);
  g_assert_true (app_form_set_string (field (window, "project.call.statements[0].clause"),
                                      "project.call.statements[0].clause", "2.1", NULL));
  g_assert_cmpstr (statement (window, "clause"), ==, "2.1");

  /* What is removed can be taken back at once. */
  app_fixture_click (window, "Add a milestone");
  app_fixture_wait (app_fixture_find_button (window, "Remove this milestone") != NULL);
  app_fixture_click (window, "Remove this milestone");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "project.milestones"),
                    ==, 0);
  app_fixture_wait (app_fixture_find_button (window, "_Undo") != NULL);
  app_fixture_click (window, "_Undo");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "project.milestones"),
                    ==, 1);
  app_fixture_close (window);
}

/* Whatever can be chosen is written, read again as the same, and accepted by the document. */
static void
test_effects (void)
{
  AppWindow *window = open_application ("samples/sample-metalworks.json");
  AppSession *session = app_window_get_session (window);
  SurveyPack *pack = app_session_get_pack (session);
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_item (app_session_get_document (session), "plan.actions");
  g_auto (GStrv) all = app_effects_list (pack);
  g_autoptr (AssessmentDocument) none = NULL;

  g_assert_cmpuint (g_strv_length (all), >, 100);
  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *const one[] = { all[i], "q99:1", "q2:99", NULL };
      g_autoptr (AssessmentDocument) with
          = app_effects_set (document, pack, "plan.actions[0].effects", one);
      g_auto (GStrv) again = app_effects_get (with, pack, "plan.actions[0].effects");

      g_assert_cmpuint (g_strv_length (again), ==, 1);
      g_assert_cmpstr (again[0], ==, all[i]);
    }
  none = app_effects_set (document, pack, "plan.actions[0].effects", (const char *const[]){ NULL });
  g_assert_false (assessment_document_has (none, "plan.actions[0].effects"));
  app_fixture_close (window);
}

static int
gain_of_own (AppWindow *window, gboolean *waits)
{
  g_autoptr (AdvicePlan) plan
      = advice_plan_new (app_session_get_advice (app_window_get_session (window)));

  for (guint i = 0; i < advice_plan_n_actions (plan); i++)
    if (advice_plan_action (plan, i)->own)
      {
        *waits = advice_plan_action (plan, i)->n_after > 0;
        return advice_plan_action (plan, i)->gain;
      }
  g_assert_not_reached ();
}

static void
test_own_action (void)
{
  AppWindow *window = open_application ("samples/sample-metalworks.json");
  gboolean waits = TRUE;
  AdvicePlan *plan;
  g_autofree char *other = NULL;

  app_window_go (window, "actions");
  app_fixture_settle ();
  plan = advice_plan_new (app_session_get_advice (app_window_get_session (window)));
  for (guint i = 0; i < advice_plan_n_actions (plan) && other == NULL; i++)
    if (!advice_plan_action (plan, i)->in_place)
      other = g_strdup (advice_plan_action (plan, i)->id);
  advice_plan_free (plan);
  app_fixture_click (window, "Own action");
  g_assert_cmpint (gain_of_own (window, &waits), ==, 0);
  g_assert_false (waits);
  choose (window, "plan.actions[0].effects", "q2:10");
  g_assert_cmpint (gain_of_own (window, &waits), >, 0);
  choose (window, "plan.actions[0].after", other);
  gain_of_own (window, &waits);
  g_assert_true (waits);
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/application/findings-lead", test_findings_lead);
  g_test_add_func ("/app/application/exclusions", test_exclusions);
  g_test_add_func ("/app/application/conditions", test_conditions);
  g_test_add_func ("/app/application/effects", test_effects);
  g_test_add_func ("/app/application/own-action", test_own_action);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
