/* SPDX-License-Identifier: GPL-3.0-or-later */
/* This file alone may use what became deprecated after the floor. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED
#include "config.h"

#include "app/app-compat.h"

#include "app/app-file-place.h"

#include <glib/gi18n.h>

/* One place for what differs between the floor (GTK 4.8, libadwaita 1.2) and today's platform. */

void
app_compat_dispose_bin (AdwBin *bin, GType type)
{
  adw_bin_set_child (bin, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (bin), type);
}

void
app_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

void
app_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color))
    app_compat_get_color (widget, color);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

typedef struct
{
  GWeakRef owner;
  GFile *place; /* where a file dialog began, or NULL */
  AppFileCallback file_callback;
  AppAnswerCallback answer_callback;
  AppChosenCallback chosen_callback;
  gpointer user_data;
} Waiting;

static Waiting *
waiting_new (GtkWindow *owner, gpointer user_data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_weak_ref_init (&waiting->owner, owner);
  waiting->user_data = user_data;
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_weak_ref_clear (&waiting->owner);
  g_clear_object (&waiting->place);
  g_free (waiting);
}

static void
waiting_answer_file (Waiting *waiting, GFile *file)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&waiting->owner);

  if (owner != NULL)
    waiting->file_callback (file, waiting->user_data);
  app_file_place_end (waiting->place, file);
  waiting_free (waiting);
}

static GtkFileFilter *
new_filter (const AppFileRequest *request)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  g_auto (GStrv) patterns = g_strsplit (request->pattern, ";", -1);

  gtk_file_filter_set_name (filter, request->filter_name);
  for (guint i = 0; patterns[i] != NULL; i++)
    {
      /* "*.png" is a suffix, which is found in any case. */
      if (g_str_has_prefix (patterns[i], "*."))
        gtk_file_filter_add_suffix (filter, patterns[i] + 2);
      else
        gtk_file_filter_add_pattern (filter, patterns[i]);
    }
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GtkFileDialog *dialog = GTK_FILE_DIALOG (object);
  const gboolean save = GPOINTER_TO_INT (g_object_get_data (object, "save"));
  g_autoptr (GFile) file = save ? gtk_file_dialog_save_finish (dialog, result, NULL)
                                : gtk_file_dialog_open_finish (dialog, result, NULL);

  waiting_answer_file (user_data, file);
}

void
app_compat_choose_file (GtkWindow *owner,
                        const AppFileRequest *request,
                        AppFileCallback callback,
                        gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = new_filter (request);
  Waiting *waiting = waiting_new (owner, user_data);

  waiting->file_callback = callback;
  waiting->place = app_file_place_begin ();
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, request->title);
  gtk_file_dialog_set_accept_label (dialog, request->accept);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_folder (dialog, waiting->place);
  g_object_set_data (G_OBJECT (dialog), "save", GINT_TO_POINTER (request->name != NULL));
  if (request->name != NULL)
    {
      gtk_file_dialog_set_initial_name (dialog, request->name);
      gtk_file_dialog_save (dialog, owner, NULL, chosen_cb, waiting);
    }
  else
    {
      gtk_file_dialog_open (dialog, owner, NULL, chosen_cb, waiting);
    }
}

static void
folder_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) folder
      = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (object), result, NULL);

  waiting_answer_file (user_data, folder);
}

void
app_compat_choose_folder (GtkWindow *owner,
                          const char *title,
                          const char *accept,
                          AppFileCallback callback,
                          gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Waiting *waiting = waiting_new (owner, user_data);

  waiting->file_callback = callback;
  waiting->place = app_file_place_begin ();
  gtk_file_dialog_set_initial_folder (dialog, waiting->place);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept);
  gtk_file_dialog_select_folder (dialog, owner, NULL, folder_chosen_cb, waiting);
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, Waiting *waiting)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  waiting_answer_file (waiting, file);
  g_object_unref (dialog);
}

/* Takes @callback into @waiting and shows the dialog. */
static void
show_chooser (GtkFileChooserNative *dialog, AppFileCallback callback, Waiting *waiting)
{
  waiting->file_callback = callback;
  waiting->place = app_file_place_begin ();
  if (waiting->place != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), waiting->place, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), waiting);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
app_compat_choose_file (GtkWindow *owner,
                        const AppFileRequest *request,
                        AppFileCallback callback,
                        gpointer user_data)
{
  const GtkFileChooserAction action
      = request->name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (request->title, owner, action, request->accept, _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = new_filter (request);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (request->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), request->name);
  show_chooser (dialog, callback, waiting_new (owner, user_data));
}

void
app_compat_choose_folder (GtkWindow *owner,
                          const char *title,
                          const char *accept,
                          AppFileCallback callback,
                          gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, owner, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, accept, _ ("_Cancel"));

  show_chooser (dialog, callback, waiting_new (owner, user_data));
}

#endif

static void
answer_cb (gpointer dialog, const char *response, Waiting *waiting)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&waiting->owner);

  if (owner != NULL && waiting->chosen_callback != NULL)
    waiting->chosen_callback (g_str_equal (response, "close") ? NULL : response,
                              waiting->user_data);
  if (owner != NULL && waiting->answer_callback != NULL)
    waiting->answer_callback (g_str_equal (response, "accept"), waiting->user_data);
}

static void
gone_cb (gpointer waiting, GClosure *closure)
{
  waiting_free (waiting);
}

static GtkLabel *
first_label (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = first_label (child);
  return label;
}

static void
wrap_first_label (GtkWidget *widget)
{
  GtkLabel *label = first_label (widget);

  if (label != NULL)
    {
      gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
    }
}

/* Takes @waiting: it goes with the dialog, whether somebody answered or the window behind it went.
 */
static void
wait_for_answer (gpointer dialog, Waiting *waiting)
{
  g_signal_connect_data (dialog, "response", G_CALLBACK (answer_cb), waiting, gone_cb,
                         G_CONNECT_DEFAULT);
}

#if ADW_CHECK_VERSION(1, 5, 0)

/* A new dialog with the answer that does nothing; takes @waiting. */
static AdwAlertDialog *
new_dialog (const char *heading, const char *body, const char *close, Waiting *waiting)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  /* It has two headings, for wide and for narrow windows, and measures both. The one for wide
   * windows does not wrap, of which GTK 4.18 warns when the other is taken. */
  wrap_first_label (adw_dialog_get_child (ADW_DIALOG (dialog)));
  adw_alert_dialog_add_response (dialog, "close", close);
  adw_alert_dialog_set_default_response (dialog, "close");
  adw_alert_dialog_set_close_response (dialog, "close");
  wait_for_answer (dialog, waiting);
  return dialog;
}

static void
present_choice (GtkWindow *owner,
                const char *heading,
                const char *body,
                const AppChoiceOfAnswer *answers,
                guint n_answers,
                Waiting *waiting)
{
  AdwAlertDialog *dialog = new_dialog (heading, body, _ ("_Cancel"), waiting);

  for (guint i = 0; i < n_answers; i++)
    adw_alert_dialog_add_response (dialog, answers[i].id, answers[i].label);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (owner));
}

static void
present_question (
    GtkWindow *owner, const char *heading, const char *body, const char *accept, Waiting *waiting)
{
  AdwAlertDialog *dialog
      = new_dialog (heading, body, accept != NULL ? _ ("_Cancel") : _ ("_Close"), waiting);

  if (accept != NULL)
    {
      adw_alert_dialog_add_response (dialog, "accept", accept);
      adw_alert_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (owner));
}

#else

static void
present_choice (GtkWindow *owner,
                const char *heading,
                const char *body,
                const AppChoiceOfAnswer *answers,
                guint n_answers,
                Waiting *waiting)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (owner, heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Cancel"));
  for (guint i = 0; i < n_answers; i++)
    adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  wait_for_answer (dialog, waiting);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
present_question (
    GtkWindow *owner, const char *heading, const char *body, const char *accept, Waiting *waiting)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (owner, heading, body));

  adw_message_dialog_add_response (dialog, "close", accept != NULL ? _ ("_Cancel") : _ ("_Close"));
  if (accept != NULL)
    {
      adw_message_dialog_add_response (dialog, "accept", accept);
      adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  wait_for_answer (dialog, waiting);
  gtk_window_present (GTK_WINDOW (dialog));
}

#endif

void
app_compat_ask (GtkWindow *owner,
                const char *heading,
                const char *body,
                const char *accept,
                AppAnswerCallback callback,
                gpointer user_data)
{
  Waiting *waiting = waiting_new (owner, user_data);

  waiting->answer_callback = callback;
  present_question (owner, heading, body, accept, waiting);
}

void
app_compat_choose (GtkWindow *owner,
                   const char *heading,
                   const char *body,
                   const AppChoiceOfAnswer *answers,
                   guint n_answers,
                   AppChosenCallback callback,
                   gpointer user_data)
{
  Waiting *waiting = waiting_new (owner, user_data);

  waiting->chosen_callback = callback;
  present_choice (owner, heading, body, answers, n_answers, waiting);
}

void
app_compat_tell (GtkWindow *owner, const char *heading, const char *body)
{
  present_question (owner, heading, body, NULL, waiting_new (owner, NULL));
}

void
app_compat_open_uri (GtkWindow *owner, const char *uri)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, owner, NULL, NULL, NULL);
#else
  gtk_show_uri (owner, uri, GDK_CURRENT_TIME);
#endif
}

#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT_TYPE ADW_TYPE_ABOUT_DIALOG
#define about_add_legal_section(about, name, text)                                                 \
  adw_about_dialog_add_legal_section (ADW_ABOUT_DIALOG (about), name, NULL, GTK_LICENSE_CUSTOM,    \
                                      text)
#else
#define ABOUT_TYPE ADW_TYPE_ABOUT_WINDOW
#define about_add_legal_section(about, name, text)                                                 \
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), name, NULL, GTK_LICENSE_CUSTOM,    \
                                      text)
#endif

void
app_compat_wrap_headings (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (ADW_IS_PREFERENCES_GROUP (root))
    wrap_first_label (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    app_compat_wrap_headings (child);
}

void
app_compat_show_about (GtkWindow *owner, const AppAbout *about)
{
  GtkWidget *window
      = g_object_new (ABOUT_TYPE, "application-name", _ ("Waymark"), "application-icon", APP_ID,
                      "version", PACKAGE_VERSION, "developer-name", _ ("The Waymark project"),
                      "license-type", GTK_LICENSE_GPL_3_0, "comments", about->comments,
                      "debug-info", about->debug_info, "debug-info-filename",
                      "waymark-versions.txt", "translator-credits", _ ("translator-credits"), NULL);

  for (guint i = 0; about->legal[i] != NULL; i += 2)
    about_add_legal_section (window, about->legal[i], about->legal[i + 1]);
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (window), GTK_WIDGET (owner));
#else
  gtk_window_set_transient_for (GTK_WINDOW (window), owner);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
#endif
}
