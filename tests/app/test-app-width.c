/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-fixture.h"

#include "app/app-pages.h"
#include "base/base-data.h"
#include "consultation/consultation-stage.h"

#include <libintl.h>
#include <locale.h>

/* Every page fits a window 360 pixels wide, in the language of the environment: words of
 * translations are longer. */

#define WIDTH 360

static AppApplication *application;

static void
check_page (AppWindow *window, const char *target)
{
  app_window_go (window, target);
  app_fixture_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_test_message ("%s: %d", target, gtk_widget_get_width (GTK_WIDGET (window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, WIDTH);
}

static AppWindow *
narrow_window (void)
{
  AppWindow *window = app_fixture_window (application);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 700);
  app_fixture_wait (gtk_widget_get_width (GTK_WIDGET (window)) <= WIDTH);
  return window;
}

/* With everything that can be filled in. */
static void
test_pages (void)
{
  AppWindow *window = narrow_window ();

  app_fixture_open_sample (window, "samples/sample-metalworks-t1.json");
  for (guint i = 0; i < app_pages_count (); i++)
    check_page (window, app_pages_get (i)->id);
  app_fixture_close (window);
}

/* As the next stage begins: each with what was answered before. */
static void
test_questions (void)
{
  AppWindow *window = narrow_window ();
  AppSession *session = app_window_get_session (window);
  SurveyPack *pack = app_library_get_pack (app_session_get_library (session), "dma-sme");
  g_autofree char *path = base_data_path ("samples/sample-metalworks-t0.json", NULL);
  g_autoptr (AssessmentDocument) before = assessment_document_load (path, NULL);
  g_autoptr (AssessmentDocument) next = consultation_stage_start (before, pack, "2026-11-27", NULL);

  g_assert_true (app_window_open (window, next, FALSE));
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      g_autofree char *target
          = g_strconcat ("questions:", survey_pack_question (pack, i)->id, NULL);

      check_page (window, target);
    }
  app_fixture_close (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *locale_dir = base_data_locale_dir ();
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (locale_dir);
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = app_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/app/width/pages", test_pages);
  g_test_add_func ("/app/width/questions", test_questions);
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
