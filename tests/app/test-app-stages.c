/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/app-stages.h"
#include "app/app-store.h"
#include "app/widgets/app-narrow.h"
#include "app/widgets/app-scores-card.h"
#include "base/base-data.h"
#include "catalogue/catalogue-update.h"

#include <math.h>

/* Stages of a company: the next one from the last, a finished one, the comparison, the portal. */

static AppApplication *application;

static AppSession *
session_of (AppWindow *window)
{
  return app_window_get_session (window);
}

/* The sample, kept by its first edit. */
static AppWindow *
kept_sample (void)
{
  AppWindow *window = app_fixture_window (application);
  AssessmentDocument *document;

  app_fixture_open_sample (window, "samples/sample-metalworks.json");
  document = assessment_document_with_string (app_fixture_document (window), "company.website",
                                              "https://example.org", NULL);
  app_session_edit (session_of (window), document, NULL);
  g_assert_true (app_store_flush (app_session_get_store (session_of (window)), NULL));
  app_fixture_settle ();
  return window;
}

static void
start_next (AppWindow *window)
{
  app_window_go (window, "stages");
  app_fixture_click (window, "Start T1");
  g_assert_cmpstr (assessment_document_get_string (app_fixture_document (window), "stage"), ==,
                   "T1");
}

static void
test_next_is_suggested_not_copied (void)
{
  AppWindow *window = kept_sample ();
  g_autofree char *before = g_strdup (assessment_document_id (app_fixture_document (window)));
  SurveyScore *score;

  start_next (window);
  score = advice_score (app_session_get_advice (session_of (window)));
  g_assert_cmpint (survey_score_completeness (score), ==, 0);
  g_assert_cmpstr (assessment_document_get_string (app_fixture_document (window), "previous"), ==,
                   before);

  app_window_go (window, "questions:q2");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_button (window, "Confirm all of this page"));
  app_fixture_click (window, "Confirm all of this page");
  g_assert_true (assessment_document_is_answered (app_fixture_document (window), "q2"));
  g_assert_false (assessment_document_is_answered (app_fixture_document (window), "q3"));
  g_assert_null (app_fixture_find_button (window, "Confirm all of this page"));
  /* Undone it is a suggestion again. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_button (window, "Confirm all of this page"));
  app_fixture_close (window);
}

/* Complete, but from a file: Home, where such ones are counted, was not on the screen since. */
static void
test_next_of_a_file (void)
{
  AppWindow *window = kept_sample ();
  AppStore *store = app_session_get_store (session_of (window));
  g_autoptr (AssessmentDocument) nameless
      = assessment_document_without (app_fixture_document (window), "id");
  g_autoptr (AssessmentDocument) taken_in = app_store_create (store, nameless, NULL);

  g_assert_true (app_window_open (window, taken_in, TRUE));
  app_window_go (window, "stages");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_button (window, "Start T1"));
  /* Its two buttons stand below each other where there is no room beside. */
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  app_fixture_wait (gtk_widget_get_width (GTK_WIDGET (window)) <= 360);
  g_assert_nonnull (app_fixture_find_button (window, "Finish this assessment…"));
  g_assert_true (app_store_remove (store, assessment_document_id (taken_in), NULL));
  app_fixture_close (window);
}

static int
left_of (GtkWidget *widget, AppWindow *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  return (int)lroundf (bounds.origin.x);
}

static gboolean
in_line (AppWindow *window)
{
  GtkWidget *first = app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 0), *check;

  for (guint n = 2; (check = app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, n)) != NULL; n += 2)
    if (left_of (check, window) != left_of (first, window))
      return FALSE;
  return TRUE;
}

/* A question with two columns: what is suggested in one row moves no box out of line. */
static void
test_columns_in_line (void)
{
  AppWindow *window = kept_sample ();

  start_next (window);
  app_window_go (window, "questions:q1");
  app_fixture_wait (app_fixture_find_label (window, "Suggested: confirm") != NULL);
  g_assert_nonnull (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 21));
  app_fixture_wait (left_of (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 1), window)
                    > left_of (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 0), window));
  app_fixture_wait (in_line (window));
  app_fixture_close (window);
}

static void
test_finished_stays (void)
{
  AppWindow *window = kept_sample ();
  AppSession *session = session_of (window);
  g_autofree char *id = g_strdup (assessment_document_id (app_fixture_document (window)));
  g_autoptr (AssessmentDocument) finished = NULL;
  g_autoptr (WorkspaceFrozen) frozen = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (app_stages_finish (session, &error));
  g_assert_no_error (error);
  app_fixture_settle ();
  finished = assessment_document_ref (app_fixture_document (window));
  frozen = workspace_load_frozen (app_store_get_workspace (app_session_get_store (session)), id,
                                  &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (frozen->result, "\"overall\":26.56"));
  g_assert_cmpuint (frozen->parts->len, >, 10);

  /* Nothing can be changed in it … */
  app_session_edit (
      session, assessment_document_with_string (finished, "company.name", "Other", NULL), NULL);
  g_assert_true (app_fixture_document (window) == finished);
  app_session_edit (session, assessment_document_without_answer (finished, "q2"), NULL);
  g_assert_true (app_fixture_document (window) == finished);
  /* … but what happens afterwards. */
  app_session_edit (session, assessment_document_with_item (finished, "delivered"), NULL);
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "delivered"), ==, 1);
  g_assert_true (app_store_flush (app_session_get_store (session), NULL));

  /* Opened again it is what it was, made with the kept files. */
  app_window_go (window, "home");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-entry", "s", id);
  g_assert_nonnull (app_session_get_frozen (session));
  g_assert_true (consultation_frozen_made (app_session_get_frozen (session),
                                           app_session_get_advice (session)));
  app_window_go (window, "questions:q2");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_button (window, "Make a correction"));

  app_fixture_click (window, "Make a correction");
  g_assert_null (app_session_get_frozen (session));
  g_assert_cmpstr (assessment_document_id (app_fixture_document (window)), !=, id);
  app_session_edit (session,
                    assessment_document_without_answer (app_fixture_document (window), "q2"), NULL);
  g_assert_false (assessment_document_is_answered (app_fixture_document (window), "q2"));
  app_fixture_close (window);
}

/* The sample was made with a newer list of hubs; the list goes, the finished assessment keeps it.
 */
static void
test_finished_keeps_the_update (void)
{
  AppWindow *window = kept_sample ();
  AppSession *session = session_of (window);
  AppLibrary *library = app_session_get_library (session);
  const char *own = app_library_get_own_folder (library);
  g_autofree char *id = g_strdup (assessment_document_id (app_fixture_document (window)));
  g_autofree char *bundled = base_data_dir (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CatalogueRecords) before = catalogue_records_load_used (bundled, own, &error);
  g_autoptr (CatalogueRecords) after = catalogue_records_copy (before);
  g_autoptr (CatalogueDiff) diff = NULL;
  const CatalogueRecord *first = catalogue_records_list (before, CATALOGUE_RECORD_HUB)->pdata[0];
  g_autofree char *hub = g_strdup (first->id);
  g_autoptr (CatalogueRecord) renamed = catalogue_record_copy (first);

  catalogue_record_set_text (renamed, "name", "A Hub By Another Name");
  catalogue_records_put (after, CATALOGUE_RECORD_HUB, renamed);
  catalogue_records_set_date (after, "2026-11-01");
  diff = catalogue_diff_new (before, after);
  g_assert_true (catalogue_update_apply (bundled, own, diff, NULL, "2026-11-01", NULL, &error));
  g_assert_true (app_library_reload (library, &error));
  g_assert_true (app_stages_finish (session, &error));
  g_assert_no_error (error);
  app_fixture_settle ();
  app_window_go (window, "home");

  g_assert_true (catalogue_update_undo (own, &error));
  g_assert_true (app_library_reload (library, &error));
  g_assert_cmpstr (catalogue_find_hub (app_library_get_catalogue (library), hub)->name, !=,
                   "A Hub By Another Name");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-entry", "s", id);
  g_assert_nonnull (app_session_get_frozen (session));
  g_assert_cmpstr (
      catalogue_find_hub (consultation_frozen_catalogue (app_session_get_frozen (session)), hub)
          ->name,
      ==, "A Hub By Another Name");
  g_assert_true (consultation_frozen_made (app_session_get_frozen (session),
                                           app_session_get_advice (session)));
  app_fixture_close (window);
}

static void
test_compare (void)
{
  AppWindow *window = kept_sample ();
  static const guint8 none[10] = { 0 };
  static const guint8 all[] = { 1, 2, 3, 4, 5 };
  GtkWidget *card, *room;
  int least = 0;

  app_window_go (window, "compare");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_label (window, "These two cannot be compared"));

  start_next (window);
  for (guint i = 0; i < 11; i++)
    {
      GtkWidget *button;
      g_autofree char *target = g_strdup_printf ("questions:q%u", i + 1);

      app_window_go (window, target);
      app_fixture_settle ();
      button = app_fixture_find_button (window, "Confirm all of this page");
      g_assert_nonnull (button);
      g_signal_emit_by_name (button, "clicked");
    }
  app_session_edit (
      session_of (window),
      assessment_document_with_ticks (app_fixture_document (window), "q2", NULL, none, 0), NULL);
  app_session_edit (
      session_of (window),
      assessment_document_with_ticks (app_fixture_document (window), "q7", NULL, all, 5), NULL);
  app_session_edit (session_of (window),
                    assessment_document_with_value_json (app_fixture_document (window), "targets",
                                                         "{\"strategy\":65,\"data\":90.5}", NULL),
                    NULL);
  app_window_go (window, "compare");
  app_fixture_settle ();
  g_assert_null (app_fixture_find_label (window, "These two cannot be compared"));
  g_assert_nonnull (app_fixture_find_label (window, "What moved each area"));
  app_fixture_click (window, "Table");
  g_assert_nonnull (app_fixture_find_label (window, "Before"));
  g_assert_nonnull (app_fixture_find_label (window, "Moderately advanced"));
  g_assert_nonnull (app_fixture_find_label (window, "33.33")); /* as exact as that of now */

  /* On a telephone nothing stands beside the window, the table neither. */
  gtk_widget_measure (app_fixture_nth (window, APP_TYPE_SCORES_CARD, 0), GTK_ORIENTATION_HORIZONTAL,
                      -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 336);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 1400);
  app_fixture_wait (
      app_narrow_get_narrow (APP_NARROW (app_fixture_nth (window, APP_TYPE_NARROW, 0))));
  card = app_fixture_nth (window, APP_TYPE_SCORES_CARD, 0);
  app_fixture_wait (gtk_widget_get_width (card) > 280 && gtk_widget_get_width (card) <= 336);
  app_fixture_take_picture (GTK_WIDGET (window));
  /* Both cards stand in their room with their whole height. */
  room = gtk_widget_get_ancestor (card, APP_TYPE_NARROW);
  g_assert_cmpint (gtk_widget_get_height (gtk_widget_get_first_child (room)), <=,
                   gtk_widget_get_height (room));
  app_fixture_close (window);
}

static void
test_portal (void)
{
  AppWindow *window = kept_sample ();

  app_window_go (window, "portal");
  app_fixture_settle ();
  g_assert_nonnull (app_fixture_find_button (window, "Copy"));
  app_session_edit (session_of (window),
                    assessment_document_with_number (app_fixture_document (window),
                                                     "portal.official_score", 31.5, NULL),
                    NULL);
  app_fixture_settle ();
  {
    gboolean said = FALSE;

    for (guint i = 0; app_fixture_nth (window, GTK_TYPE_LABEL, i) != NULL; i++)
      said = said
             || strstr (
                    gtk_label_get_label (GTK_LABEL (app_fixture_nth (window, GTK_TYPE_LABEL, i))),
                    "31.50")
                    != NULL;
    g_assert_true (said);
  }
  app_fixture_close (window);
}

static void
test_application (void)
{
  AppWindow *window = kept_sample ();
  AppSession *session = session_of (window);
  GtkCheckButton *check;
  GtkWidget *who = NULL;

  app_window_go (window, "application");
  app_fixture_settle ();
  check = GTK_CHECK_BUTTON (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 0));
  g_assert_nonnull (check);
  /* Never ticked in advance, and never without a name. */
  for (guint i = 0; app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, i) != NULL; i++)
    g_assert_false (gtk_check_button_get_active (
        GTK_CHECK_BUTTON (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, i))));
  gtk_check_button_set_active (check, TRUE);
  app_fixture_settle ();
  g_assert_cmpuint (assessment_document_count (app_fixture_document (window), "declarations"), ==,
                    0);
  for (guint i = 0; app_fixture_nth (window, ADW_TYPE_ENTRY_ROW, i) != NULL; i++)
    {
      GtkWidget *row = app_fixture_nth (window, ADW_TYPE_ENTRY_ROW, i);

      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "Who declares")
          == 0)
        who = row;
    }
  g_assert_nonnull (who);
  gtk_editable_set_text (GTK_EDITABLE (who), "Ana Owner");
  check = GTK_CHECK_BUTTON (app_fixture_nth (window, GTK_TYPE_CHECK_BUTTON, 0));
  gtk_check_button_set_active (check, TRUE);
  app_fixture_settle ();
  g_assert_cmpuint (assessment_document_count (app_session_get_document (session), "declarations"),
                    ==, 1);
  g_assert_cmpstr (
      assessment_document_get_string (app_session_get_document (session), "declarations[0].by"), ==,
      "Ana Owner");
  g_assert_nonnull (
      assessment_document_get_string (app_session_get_document (session), "declarations[0].on"));
  g_assert_nonnull (app_fixture_find_label (window, "Error"));
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/stages/suggested-not-copied", test_next_is_suggested_not_copied);
  g_test_add_func ("/app/stages/next-of-a-file", test_next_of_a_file);
  g_test_add_func ("/app/stages/columns-in-line", test_columns_in_line);
  g_test_add_func ("/app/stages/finished-stays", test_finished_stays);
  g_test_add_func ("/app/stages/finished-keeps-the-update", test_finished_keeps_the_update);
  g_test_add_func ("/app/stages/compare", test_compare);
  g_test_add_func ("/app/stages/portal", test_portal);
  g_test_add_func ("/app/stages/application", test_application);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
