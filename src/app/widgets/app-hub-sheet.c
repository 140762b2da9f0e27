/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-hub-sheet.h"

#include "app/app-compat.h"
#include "app/app-printout.h"
#include "app/widgets/app-copy-button.h"
#include "app/widgets/app-label.h"
#include "app/widgets/app-toast.h"

#include <glib/gi18n.h>

/* The words are the Advice's; the PDF is the report's one-page profile. */

struct _AppHubSheet
{
  GtkBox parent_instance;

  AppPage *page; /* borrowed; the sheet stands on it */
  GtkBox *words, *buttons;
  GtkWidget *save, *copy;
  GtkLabel *outcome;
};

G_DEFINE_FINAL_TYPE (AppHubSheet, app_hub_sheet, GTK_TYPE_BOX)

static GtkWindow *
get_window (AppHubSheet *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Lasting words: a toast alone is not read to everybody. */
static void
show_outcome (AppHubSheet *self, const char *text)
{
  gtk_label_set_label (self->outcome, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AppHubSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = app_printout_save_finish (APP_PRINTOUT (object), result, &error);
  g_autofree char *text = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return; /* the window is gone, the file is there */
  gtk_widget_set_sensitive (self->save, TRUE);
  if (path != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

      text = g_strdup_printf (_ ("Saved: %s"), path);
      app_toast_show (GTK_WIDGET (self), _ ("Page saved"), _ ("_Open"), "win.open-uri", uri);
    }
  else
    {
      text = g_strdup_printf (_ ("Not saved: %s"), error->message);
      app_compat_tell (get_window (self), _ ("The page could not be saved"), error->message);
    }
  show_outcome (self, text);
}

static AppPrintout *
new_printout (AppHubSheet *self, GError **error)
{
  const ReportOptions options = { .profile = REPORT_PROFILE_HUB_SHEET };

  return app_printout_new (app_page_get_advice (self->page),
                           app_session_get_language (app_page_get_session (self->page)), &options,
                           error);
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppHubSheet *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (AppPrintout) printout = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || app_page_get_advice (self->page) == NULL)
    return;
  printout = new_printout (self, &error);
  if (printout == NULL)
    {
      app_compat_tell (get_window (self), _ ("The page could not be saved"), error->message);
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  app_printout_save_async (printout, REPORT_FORM_PDF, path, NULL, NULL, saved_cb,
                           g_object_ref (self));
}

static void
save_cb (AppHubSheet *self)
{
  g_autofree char *name = NULL;
  g_autoptr (AppPrintout) printout = NULL;
  g_autoptr (GError) error = NULL;
  AppFileRequest request = { .title = _ ("Save the page for your hub"),
                             .accept = _ ("_Save"),
                             .filter_name = _ ("PDF documents"),
                             .pattern = "*.pdf" };

  printout = new_printout (self, &error);
  if (printout == NULL)
    {
      app_compat_tell (get_window (self), _ ("The page could not be saved"), error->message);
      return;
    }
  name = report_suggest_name (app_printout_get_report (printout));
  request.name = name;
  app_compat_choose_file (get_window (self), &request, file_cb, self);
}

static void
look_cb (AppHubSheet *self)
{
  app_page_go (self->page, "report:hub-sheet");
}

static void
app_hub_sheet_class_init (AppHubSheetClass *klass)
{
}

static GtkWidget *
new_button (AppHubSheet *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->buttons, button);
  return button;
}

static void
app_hub_sheet_init (AppHubSheet *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->buttons));
  self->save = new_button (self, _ ("Save as _PDF…"), G_CALLBACK (save_cb));
  new_button (self, _ ("_Look at it"), G_CALLBACK (look_cb));
  self->outcome = GTK_LABEL (app_label_new_caption (NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->outcome));
}

static void
add_part (AppHubSheet *self, const char *heading, const char *text)
{
  app_label_append (self->words, heading, "heading");
  app_label_append (self->words, text, NULL);
}

static void
show_words (AppHubSheet *self)
{
  const Advice *advice = app_page_get_advice (self->page);
  g_autofree char *problem = app_page_say (self->page, advice_sheet_problem (advice));
  g_autofree char *result = app_page_say (self->page, advice_sheet_result (advice));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_box_remove (self->words, child);
  add_part (self, _ ("Our problem"), problem);
  add_part (self, _ ("Where we stand"), result);
  app_label_append (self->words, _ ("What we want to ask"), "heading");
  for (guint i = 0; i < advice_n_sheet_questions (advice); i++)
    {
      g_autofree char *question = app_page_say (self->page, advice_sheet_question (advice, i));
      g_autofree char *numbered = g_strdup_printf ("%u. %s", i + 1, question);

      app_label_append (self->words, numbered, NULL);
    }
}

void
app_hub_sheet_show (AppHubSheet *self, AppPage *page)
{
  g_autofree char *text = NULL;

  g_return_if_fail (APP_IS_HUB_SHEET (self));

  self->page = page;
  show_words (self);
  text = app_hub_sheet_text (page);
  if (self->copy != NULL
      && g_str_equal (text, app_copy_button_get_text (APP_COPY_BUTTON (self->copy))))
    return;
  if (self->copy != NULL)
    gtk_box_remove (self->buttons, self->copy);
  self->copy = app_copy_button_new (_ ("Copy"), text);
  gtk_widget_set_halign (self->copy, GTK_ALIGN_FILL);
  gtk_box_insert_child_after (self->buttons, self->copy, self->save);
}

void
app_hub_sheet_set_narrow (AppHubSheet *self, gboolean narrow)
{
  g_return_if_fail (APP_IS_HUB_SHEET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

char *
app_hub_sheet_text (AppPage *page)
{
  const Advice *advice = app_page_get_advice (page);
  const char *name = assessment_document_get_string (advice_document (advice), "company.name");
  g_autofree char *problem = app_page_say (page, advice_sheet_problem (advice));
  g_autofree char *result = app_page_say (page, advice_sheet_result (advice));
  g_autoptr (GString) text = g_string_new (NULL);

  if (name != NULL)
    g_string_append_printf (text, "%s\n\n", name);
  g_string_append_printf (text, "%s\n%s\n\n%s\n%s\n\n%s\n", _ ("Our problem"), problem,
                          _ ("Where we stand"), result, _ ("What we want to ask"));
  for (guint i = 0; i < advice_n_sheet_questions (advice); i++)
    {
      g_autofree char *question = app_page_say (page, advice_sheet_question (advice, i));

      g_string_append_printf (text, "%u. %s\n", i + 1, question);
    }
  return g_strdup (text->str);
}
