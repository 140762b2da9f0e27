/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-window.h"

G_BEGIN_DECLS

/* A window for tests, and finding what is in it as a person does: by what is seen. */

/* Runs the main loop until @done, at most ten seconds. */
#define app_fixture_wait(done)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;                              \
                                                                                                   \
    while (!(done) && g_get_monotonic_time () < end)                                               \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

/* A window of the test's application, whose data is read. */
AppWindow *app_fixture_window (AppApplication *application);
void app_fixture_close (AppWindow *window);
void app_fixture_open_sample (AppWindow *window, const char *name);
AssessmentDocument *app_fixture_document (AppWindow *window);
/* Runs what is waiting. */
void app_fixture_settle (void);

/* The first mapped label with these words, or button whose words they are; NULL when nobody sees
 * it. */
GtkWidget *app_fixture_find_label (AppWindow *window, const char *text);
GtkWidget *app_fixture_find_label_in (GtkWidget *root, const char *text);
GtkWidget *app_fixture_find_button (AppWindow *window, const char *text);
GtkWidget *app_fixture_find_button_in (GtkWidget *root, const char *text);
void app_fixture_click (AppWindow *window, const char *text);
/* The button must be there. */
void app_fixture_click_in (GtkWidget *root, const char *text);
/* The row of a list of settings with this title, mapped or not, the last one; NULL: none. */
GtkWidget *app_fixture_find_row_in (GtkWidget *root, const char *title);
/* A window of this type that is on the screen; NULL: none. */
GtkWidget *app_fixture_find_window (GType type);
/* The question or message over any window, NULL when there is none: a window on libadwaita 1.2,
 * inside of its owner's window on later ones. */
GtkWidget *app_fixture_message (void);
/* Waits for it, presses the button with these words, and waits until it is gone. */
void app_fixture_answer (const char *text);
/* The n-th mapped widget of a type, in tree order; NULL when there are fewer. */
GtkWidget *app_fixture_nth (AppWindow *window, GType type, guint n);
/* Draws a window; for looking at it WAYMARK_SHOT names a PNG. */
void app_fixture_take_picture (GtkWidget *window);
/* A dialog that a telephone's width holds. */
void app_fixture_check_narrow (GtkWidget *dialog);

G_END_DECLS
