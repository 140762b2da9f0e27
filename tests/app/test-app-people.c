/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-item.h"
#include "app/app-round.h"
#include "app/widgets/app-agree-window.h"
#include "app/widgets/app-question-place.h"
#include "app/widgets/app-spread-row.h"

/* Three people answer in turn, none sees what another left open, the meeting agrees. */

static AppApplication *application;

static GtkWidget *
entry (AppWindow *window, const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = app_fixture_nth (window, ADW_TYPE_ENTRY_ROW, i)) != NULL; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;
  g_error ("no entry “%s”", title);
}

static void
add_person (AppWindow *window, const char *role, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (entry (window, "What the person does")), role);
  gtk_editable_set_text (GTK_EDITABLE (entry (window, "Name")), name);
  app_fixture_click (window, "Add this person");
}

static void
sit_down (AppWindow *window, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.answer-alone", "s", id);
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_nth (window, APP_TYPE_ROUND, 0));
  app_fixture_click (window, "Begin");
}

static AppQuestionPlace *
place (AppWindow *window)
{
  return APP_QUESTION_PLACE (app_fixture_nth (window, APP_TYPE_QUESTION_PLACE, 0));
}

/* To the question @id, wherever the round stands. */
static void
go_to (AppWindow *window, const char *title)
{
  while (app_fixture_find_label (window, title) == NULL)
    app_fixture_click (window, "Next");
}

static void
hand_in (AppWindow *window)
{
  while (app_fixture_find_button (window, "Hand in") == NULL)
    app_fixture_click (window, "Next");
  app_fixture_click (window, "Hand in");
  g_assert_null (app_fixture_nth (window, APP_TYPE_ROUND, 0));
}

static const guint8 *
ticks_of (AppWindow *window, guint person, guint *n)
{
  g_autofree char *path = g_strdup_printf ("respondents[%u].answers.q8", person);
  g_autofree char *json = assessment_document_value_to_json (app_fixture_document (window), path);
  static guint8 ticks[16];

  *n = 0;
  for (const char *at = json; at != NULL && *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      ticks[(*n)++] = (guint8)(*at - '0');
  return ticks;
}

/* A stack that is as wide as its widest page would widen the window. */
static void
check_narrow_round (AppWindow *window)
{
  GtkWidget *round = app_fixture_nth (window, APP_TYPE_ROUND, 0);

  g_object_set (round, "narrow", TRUE, NULL);
  app_fixture_check_narrow (round);
  g_object_set (round, "narrow", FALSE, NULL);
}

#define QUESTION "How do you protect your data?"

/* Nobody agreed yet that the name is shown: roles only. */
static void
add_three (AppWindow *window)
{
  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  app_window_go (window, "people");
  app_fixture_settle ();
  add_person (window, "Owner", "Ana Exemplo");
  add_person (window, "Foreman", "Rui Exemplo");
  add_person (window, "Sales", "");
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "respondents"), ==,
                    3);
  g_assert_null (app_fixture_find_label (window, "Ana Exemplo, Owner"));
  g_assert_nonnull (app_fixture_find_label (window, "Owner"));
}

/* Neither the assessment's answers nor a score are there; what was begun is kept, and nothing of it
 * can be undone or looked at afterwards. */
static void
begin_and_leave (AppWindow *window)
{
  guint n = 0;

  sit_down (window, "p1");
  check_narrow_round (window);
  g_assert_false (app_fixture_find_label (window, QUESTION) != NULL);
  go_to (window, QUESTION);
  g_assert_null (assessment_document_get_ticks (app_page_get_document (APP_PAGE (place (window))),
                                                "q8", NULL, &n));
  app_question_digit (app_question_place_get (place (window)), 1);
  app_question_digit (app_question_place_get (place (window)), 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_window_go (window, "results");
  g_assert_nonnull (app_fixture_nth (window, APP_TYPE_ROUND, 0));
  app_fixture_click (window, "Stop for now");
  ticks_of (window, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  assessment_document_get_ticks (app_fixture_document (window), "q8", NULL, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_false (app_session_can_undo (app_window_get_session (window)));
}

/* Whoever picks the entry now does not read it, and it is kept. */
static void
come_back_and_hand_in (AppWindow *window)
{
  guint n = 0;

  sit_down (window, "p1");
  while (app_fixture_find_label (window, QUESTION) == NULL)
    app_fixture_click (window, "Next");
  g_assert_nonnull (app_fixture_find_button (window, "Answer it anew"));
  g_assert_null (place (window));
  app_fixture_click (window, "Answer it anew");
  g_assert_null (assessment_document_get_ticks (app_page_get_document (APP_PAGE (place (window))),
                                                "q8", NULL, &n));
  hand_in (window);
  ticks_of (window, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (app_item_get (app_fixture_document (window), "respondents", 0, "submitted_on"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.answer-alone", "s", "p1");
  g_assert_null (app_fixture_nth (window, APP_TYPE_ROUND, 0));
}

static void
let_others_answer (AppWindow *window)
{
  sit_down (window, "p2");
  go_to (window, QUESTION);
  app_question_digit (app_question_place_get (place (window)), 1);
  hand_in (window);
  sit_down (window, "p3");
  go_to (window, QUESTION);
  app_question_digit (app_question_place_get (place (window)), 1);
  app_question_digit (app_question_place_get (place (window)), 5);
  hand_in (window);
}

static void
expand_question (AppWindow *window)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = app_fixture_nth (window, APP_TYPE_SPREAD_ROW, i);

      g_assert_nonnull (row);
      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), QUESTION))
        {
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
          break;
        }
    }
}

static GtkWidget *
find_agree_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (windows, i);

      if (APP_IS_AGREE_WINDOW (top))
        return top;
    }
  return NULL;
}

/* The spread flags what is split, and the meeting agrees; what each said stays. */
static void
agree (AppWindow *window)
{
  GtkWidget *meeting;
  guint n = 0;

  g_assert_nonnull (app_fixture_find_label (window, "1 question to talk about"));
  g_assert_nonnull (app_fixture_find_label (window, "Talk about it"));
  expand_question (window);
  app_fixture_wait (app_fixture_find_button (window, "Record") != NULL);
  app_fixture_click (window, "Record");
  meeting = find_agree_window ();
  g_assert_nonnull (meeting);
  g_signal_emit_by_name (app_fixture_find_button_in (meeting, "_Record"), "clicked");
  app_fixture_settle ();
  g_assert_true (assessment_document_has (app_fixture_document (window), "agreed.q8"));
  ticks_of (window, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (app_fixture_find_label (window, "Agreed"));
  g_assert_nonnull (app_fixture_find_label (window, "Nothing left to talk about"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_false (assessment_document_has (app_fixture_document (window), "agreed.q8"));
}

static void
test_three_people (void)
{
  AppWindow *window = app_fixture_window (application);
  AppAdviser *adviser = app_application_get_adviser (application);

  app_adviser_set_chosen (adviser, TRUE);
  add_three (window);
  begin_and_leave (window);
  come_back_and_hand_in (window);
  let_others_answer (window);
  agree (window);
  app_adviser_set_chosen (adviser, FALSE);
  app_fixture_close (window);
}

/* Who sees names: those who agreed; all for an adviser only; none. */
static void
test_viewer (void)
{
  g_autoptr (AppAdviser) adviser = app_adviser_new (NULL, NULL);

  g_assert_cmpint (app_adviser_get_viewer (adviser), ==, CONSULTATION_VIEWER_EMPLOYER);
  app_adviser_set_names (adviser, APP_NAMES_ALL);
  g_assert_cmpint (app_adviser_get_viewer (adviser), ==, CONSULTATION_VIEWER_EMPLOYER);
  app_adviser_set_chosen (adviser, TRUE);
  g_assert_cmpint (app_adviser_get_viewer (adviser), ==, CONSULTATION_VIEWER_ADVISER);
  app_adviser_set_names (adviser, APP_NAMES_NONE);
  g_assert_cmpint (app_adviser_get_viewer (adviser), ==, CONSULTATION_VIEWER_NO_NAMES);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/people/viewer", test_viewer);
  g_test_add_func ("/app/people/three", test_three_people);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
