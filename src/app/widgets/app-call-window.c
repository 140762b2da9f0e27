/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-call-window.h"

#include "app/app-form.h"
#include "app/app-own-call.h"
#include "app/widgets/app-day-button.h"
#include "base/base-date.h"

#include <glib/gi18n.h>

/* The form; what is wrong is said beside the button and the row is marked. */

struct _AppCallWindow
{
  AdwWindow parent_instance;

  AppLibrary *library;
  char *id; /* of the kind of support that is edited, or NULL */

  /* template */
  AdwWindowTitle *title;
  GtkButton *save;
  GtkWidget *problem_box;
  GtkLabel *problem;
  AdwEntryRow *name, *payer, *amount, *rate, *deadline, *source;
  GtkTextView *conditions;
  GtkWidget *conditions_card;
};

G_DEFINE_FINAL_TYPE (AppCallWindow, app_call_window, ADW_TYPE_WINDOW)

static guint added_signal;

/* --- what was typed --------------------------------------------------------------------------- */

static char *
text_of (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text != '\0')
    return text;
  g_free (text);
  return NULL;
}

/* One condition a line; empty lines and the same one twice are no conditions. */
static char **
conditions_of (AppCallWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->conditions);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && g_hash_table_add (seen, lines[i]))
      g_strv_builder_add (builder, lines[i]);
  return g_strv_builder_end (builder);
}

static void
mark (GtkWidget *widget, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

/* --- what is wrong ---------------------------------------------------------------------------- */

typedef struct
{
  const char *member; /* as errors of the catalogue begin */
  GtkWidget *widget;
} Field;

static void
clear_problem (AppCallWindow *self)
{
  GtkWidget *const fields[]
      = { GTK_WIDGET (self->name), GTK_WIDGET (self->payer),    GTK_WIDGET (self->amount),
          GTK_WIDGET (self->rate), GTK_WIDGET (self->deadline), GTK_WIDGET (self->source),
          self->conditions_card };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    mark (fields[i], FALSE);
  gtk_widget_set_visible (self->problem_box, FALSE);
}

static void
tell_problem (AppCallWindow *self, GtkWidget *field, const char *what)
{
  g_autofree char *text = NULL;

  if (field != NULL && ADW_IS_PREFERENCES_ROW (field))
    text = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (field)),
                            what);
  gtk_label_set_label (self->problem, text != NULL ? text : what);
  gtk_widget_set_visible (self->problem_box, TRUE);
  if (field == NULL)
    return;
  mark (field, TRUE);
  gtk_widget_grab_focus (field == self->conditions_card ? GTK_WIDGET (self->conditions) : field);
}

/* "deadline: is no date" → the row of the deadline and what is wrong with it. */
static void
tell_error (AppCallWindow *self, const GError *error)
{
  const Field fields[] = {
    { "title: ", GTK_WIDGET (self->name) },
    { "programme: ", GTK_WIDGET (self->payer) },
    { "amount_each_eur: ", GTK_WIDGET (self->amount) },
    { "rate_percent: ", GTK_WIDGET (self->rate) },
    { "conditions: ", self->conditions_card },
    { "deadline: ", GTK_WIDGET (self->deadline) },
    { "source: ", GTK_WIDGET (self->source) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_has_prefix (error->message, fields[i].member))
      {
        tell_problem (self, fields[i].widget, error->message + strlen (fields[i].member));
        return;
      }
  tell_problem (self, NULL, error->message);
}

/* FALSE when there is something in the row that is no whole figure; -1 for an empty row. */
static gboolean
read_figure (AppCallWindow *self, AdwEntryRow *row, double most, gint64 *figure)
{
  g_autofree char *text = text_of (row);
  double value = -1;

  *figure = -1;
  if (text == NULL)
    return TRUE;
  if (!app_form_parse_number (text, TRUE, &value) || value < 1 || value > most)
    {
      tell_problem (self, GTK_WIDGET (row), _ ("is no figure that can be right"));
      return FALSE;
    }
  *figure = (gint64)value;
  return TRUE;
}

static void
save_cb (AppCallWindow *self)
{
  g_autofree char *name = text_of (self->name), *payer = text_of (self->payer);
  g_autofree char *deadline = text_of (self->deadline), *source = text_of (self->source);
  g_autofree char *today = base_date_today (), *new_id = NULL;
  g_auto (GStrv) conditions = conditions_of (self);
  g_autoptr (GError) error = NULL;
  CatalogueOwnInstrument record = {
    .title = name,
    .payer = payer,
    .conditions = (const char *const *)conditions,
    .deadline = deadline,
    .source = source,
    .last_verified = today,
  };
  gint64 rate;

  clear_problem (self);
  if (!read_figure (self, self->amount, 1e12, &record.amount_eur)
      || !read_figure (self, self->rate, 100, &rate))
    return;
  record.rate_percent = (int)rate;
  if (!app_own_call_save (self->library, self->id, &record, &new_id, &error))
    {
      tell_error (self, error);
      return;
    }
  if (new_id != NULL)
    g_signal_emit (self, added_signal, 0, new_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cancel_cb (AppCallWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- object ----------------------------------------------------------------------------------- */

static void
app_call_window_dispose (GObject *object)
{
  AppCallWindow *self = APP_CALL_WINDOW (object);

  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), APP_TYPE_CALL_WINDOW);
  G_OBJECT_CLASS (app_call_window_parent_class)->dispose (object);
}

static void
app_call_window_finalize (GObject *object)
{
  g_free (APP_CALL_WINDOW (object)->id);
  G_OBJECT_CLASS (app_call_window_parent_class)->finalize (object);
}

static void
app_call_window_class_init (AppCallWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = app_call_window_dispose;
  object_class->finalize = app_call_window_finalize;

  added_signal = g_signal_new ("added", APP_TYPE_CALL_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-call-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, save);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, name);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, payer);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, amount);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, rate);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, deadline);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, source);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, conditions);
  gtk_widget_class_bind_template_child (widget_class, AppCallWindow, conditions_card);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
app_call_window_init (AppCallWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_entry_row_add_suffix (
      self->deadline,
      app_day_button_new (GTK_EDITABLE (self->deadline), _ ("Choose the day of the deadline")));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_figure (AdwEntryRow *row, gint64 figure)
{
  g_autofree char *text = figure >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, figure) : NULL;

  set_text (row, text);
}

static void
show (AppCallWindow *self, const CatalogueInstrument *instrument)
{
  g_autofree char *conditions = g_strjoinv ("\n", (char **)instrument->conditions);

  self->id = g_strdup (instrument->id);
  adw_window_title_set_title (self->title, _ ("Your call"));
  gtk_button_set_label (self->save, _ ("_Save"));
  set_text (self->name, instrument->title);
  set_text (self->payer, instrument->programme);
  set_figure (self->amount, instrument->amount_each_eur);
  set_figure (self->rate, instrument->rate_percent);
  set_text (self->deadline, instrument->deadline);
  set_text (self->source, instrument->source);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->conditions), conditions, -1);
}

GtkWidget *
app_call_window_new (GtkWindow *owner, AppLibrary *library, const CatalogueInstrument *instrument)
{
  AppCallWindow *self = g_object_new (APP_TYPE_CALL_WINDOW, "transient-for", owner, NULL);

  g_return_val_if_fail (APP_IS_LIBRARY (library), NULL);
  self->library = g_object_ref (library);
  if (instrument != NULL)
    show (self, instrument);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
