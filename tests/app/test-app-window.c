/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/app-help-page.h"
#include "app/app-pages.h"
#include "app/app-window.h"
#include "app/widgets/app-help-window.h"
#include "app/widgets/app-level-track.h"
#include "app/widgets/app-narrow.h"
#include "base/base-data.h"

/* The whole window in process: every page, wide and narrow, without one warning; answering as a
 * person does. */

static AppApplication *application;

/* Runs the main loop until @done, at most ten seconds. */
#define wait_for(done)                                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;                              \
                                                                                                   \
    while (!(done) && g_get_monotonic_time () < end)                                               \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

static AppWindow *
new_window (void)
{
  AppWindow *window = app_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  wait_for (app_library_is_ready (app_application_get_library (application)));
  return window;
}

static void
open_sample (AppWindow *window, const char *name)
{
  g_autofree char *path = base_data_path (name, NULL);
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, NULL);

  g_assert_true (app_window_open (window, document, FALSE));
}

static void
open_empty (AppWindow *window)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");

  g_assert_true (app_window_open (window, empty, FALSE));
}

static AssessmentDocument *
document_of (AppWindow *window)
{
  return app_session_get_document (app_window_get_session (window));
}

/* The n-th widget of a type below @root, in tree order. */
static GtkWidget *
find (GtkWidget *root, GType type, guint *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (AppWindow *window, GType type, guint n)
{
  GtkWidget *found = find (GTK_WIDGET (window), type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
close_window (AppWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_pages (void)
{
  AppWindow *window = new_window ();

  open_sample (window, "samples/sample-metalworks.json");
  for (guint i = 0; i < app_pages_count (); i++)
    {
      app_window_go (window, app_pages_get (i)->id);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  app_window_go (window, "home");
  g_assert_null (document_of (window));
  open_empty (window);
  for (guint i = 0; i < app_pages_count (); i++)
    app_window_go (window, app_pages_get (i)->id);
  close_window (window);
}

static void
test_every_question (void)
{
  AppWindow *window = new_window ();
  SurveyPack *pack;

  open_sample (window, "samples/sample-metalworks.json");
  pack = app_session_get_pack (app_window_get_session (window));
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      g_autofree char *target
          = g_strconcat ("questions:", survey_pack_question (pack, i)->id, NULL);

      app_window_go (window, target);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  close_window (window);
}

static void
visit_narrow (AppWindow *window, const char *sample)
{
  open_sample (window, sample);
  for (guint i = 0; i < app_pages_count (); i++)
    {
      app_window_go (window, app_pages_get (i)->id);
      g_test_message ("%s, %s", sample, app_pages_get (i)->id);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 400);
    }
}

/* 360 wide with any document: a complete one, a half one, next to nothing, everything, a scan. */
static void
test_narrow (void)
{
  static const char *const samples[]
      = { "samples/sample-metalworks.json", "samples/incomplete.json", "samples/micro-first.json",
          "samples/all-fields.json", "samples/scan.json" };
  AppWindow *window = new_window ();
  AppNarrow *narrow;

  open_sample (window, samples[0]);
  narrow = APP_NARROW (nth (window, APP_TYPE_NARROW, 0));
  g_assert_false (app_narrow_get_narrow (narrow));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  wait_for (app_narrow_get_narrow (narrow));
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    visit_narrow (window, samples[i]);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 800);
  wait_for (!app_narrow_get_narrow (narrow));
  close_window (window);
}

/* Ticks, "none of these" and back to open, undone by the action. */
static void
test_ticks (void)
{
  AppWindow *window = new_window ();
  guint n = 0;

  open_empty (window);
  app_window_go (window, "questions:q8");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  g_assert_nonnull (assessment_document_get_ticks (document_of (window), "q8", NULL, &n));
  g_assert_cmpuint (n, ==, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 6)), TRUE);
  g_assert_nonnull (assessment_document_get_ticks (document_of (window), "q8", NULL, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 1))));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 6)), FALSE);
  g_assert_false (assessment_document_is_answered (document_of (window), "q8"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (assessment_document_is_answered (document_of (window), "q8"));
  close_window (window);
}

/* The columns of the first question are answered apart. */
static void
test_columns (void)
{
  AppWindow *window = new_window ();
  guint n = 0;

  open_empty (window);
  app_window_go (window, "questions:q1");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 3)), TRUE);
  g_assert_nonnull (assessment_document_get_ticks (document_of (window), "q1", "planned", &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (assessment_document_get_ticks (document_of (window), "q1", "invested", &n));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 3)), FALSE);
  g_assert_false (assessment_document_is_answered (document_of (window), "q1"));
  close_window (window);
}

static void
test_levels (void)
{
  AppWindow *window = new_window ();
  AppLevelTrack *track;
  const gint8 *levels;
  guint n = 0;

  open_empty (window);
  app_window_go (window, "questions:q4");
  track = APP_LEVEL_TRACK (nth (window, APP_TYPE_LEVEL_TRACK, 2));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (track), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  g_assert_cmpint (app_level_track_get_level (track), ==, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 2 * 6 + 4)),
                               TRUE);
  levels = assessment_document_get_levels (document_of (window), "q4", &n);
  g_assert_cmpuint (n, ==, 7);
  g_assert_cmpint (levels[2], ==, 4);
  g_assert_cmpint (levels[0], ==, -1);
  g_assert_cmpint (app_level_track_get_level (track), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpint (app_level_track_get_level (track), ==, -1);
  close_window (window);
}

/* What is typed goes into the document; nonsense stays in its row. */
static void
test_company (void)
{
  AppWindow *window = new_window ();
  GtkWidget *name, *people, *row;
  double staff = 0;

  open_empty (window);
  app_window_go (window, "company");
  name = nth (window, ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (name), "Müller & <Söhne>");
  g_assert_cmpstr (assessment_document_get_string (document_of (window), "company.name"), ==,
                   "Müller & <Söhne>");
  people = nth (window, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (people), "24,5");
  g_assert_true (
      assessment_document_get_number (document_of (window), "company.accounts[0].staff", &staff));
  g_assert_cmpfloat_with_epsilon (staff, 24.5, 1e-9);
  gtk_editable_set_text (GTK_EDITABLE (people), "about 25");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (people)), ==, "about 25");
  row = gtk_widget_get_ancestor (people, ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (people), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (people), "25");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  close_window (window);
}

static guint
count_mapped (GtkWidget *root, const char *css_class)
{
  guint n = gtk_widget_has_css_class (root, css_class) && gtk_widget_get_mapped (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_mapped (child, css_class);
  return n;
}

/* The quick scan goes on as suggestions, which count nothing until they are confirmed. */
static void
test_carry_over (void)
{
  AppWindow *window = new_window ();
  SurveyScore *score;
  guint n = 0;

  open_sample (window, "samples/scan.json");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.carry-over", NULL);
  g_assert_cmpstr (assessment_document_pack_id (document_of (window)), ==, "dma-sme");
  score = advice_score (app_session_get_advice (app_window_get_session (window)));
  g_assert_cmpint (survey_score_completeness (score), ==, 0);

  app_window_go (window, "questions:q3");
  g_assert_nonnull (assessment_document_get_suggested_ticks (document_of (window), "q3", NULL, &n));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count_mapped (GTK_WIDGET (window), "tag"), ==, n);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (window, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  g_assert_cmpuint (count_mapped (GTK_WIDGET (window), "tag"), ==, 0);
  close_window (window);
}

/* Every page of the help, as the window of ours shows it: Pango takes its markup, and its links
 * lead to pages that are there. */
static void
check_help (void)
{
  g_autofree char *folder = base_data_path ("help/C/index.page", NULL);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  g_autoptr (AppHelpPage) index = app_help_page_load ("index", NULL);
  const char *name;
  guint n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *id = g_strndup (name, strcspn (name, "."));
      g_autofree char *link = g_strdup_printf ("<a href=\"%s\">", id);
      g_autoptr (GError) error = NULL;
      g_autoptr (AppHelpPage) page = app_help_page_load (id, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (strlen (app_help_page_markup (page)), >, 100);
      g_assert_null (strstr (app_help_page_markup (page), "\"></a>"));
      if (!g_str_equal (id, "index"))
        g_assert_nonnull (strstr (app_help_page_markup (index), link));
      {
        GtkWidget *window = app_help_window_new (NULL, id);

        gtk_window_destroy (GTK_WINDOW (window)); /* a warning of Pango would end the test */
      }
    }
  g_assert_cmpuint (n, >, 15);
  g_assert_null (app_help_page_load ("nothing", NULL));
}

static char *
help_title (const char *language)
{
  g_autoptr (AppHelpPage) page = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  page = app_help_page_load ("stages", NULL);
  return g_strdup (app_help_page_title (page));
}

static void
test_help (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *english = help_title ("C"), *german = help_title ("de:en"),
                  *portuguese = help_title ("pt_PT"), *greek = help_title ("el");

  g_assert_cmpstr (german, !=, english);
  g_assert_cmpstr (portuguese, !=, english);
  g_assert_cmpstr (portuguese, !=, german);
  g_assert_cmpstr (greek, ==, english);
  for (guint i = 0; i < 3; i++)
    {
      g_setenv ("LANGUAGE", ((const char *[]){ "de", "pt", "en" })[i], TRUE);
      check_help ();
    }
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/window/pages", test_pages);
  g_test_add_func ("/app/window/every-question", test_every_question);
  g_test_add_func ("/app/window/narrow", test_narrow);
  g_test_add_func ("/app/window/ticks", test_ticks);
  g_test_add_func ("/app/window/columns", test_columns);
  g_test_add_func ("/app/window/levels", test_levels);
  g_test_add_func ("/app/window/company", test_company);
  g_test_add_func ("/app/window/carry-over", test_carry_over);
  g_test_add_func ("/app/window/help", test_help);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
