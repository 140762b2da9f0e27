/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-texts-row.h"

#include "app/app-form.h"

/* A small text field: each line that is not blank is one item. */

struct _AppTextsRow
{
  AdwPreferencesRow parent_instance;

  char *path;
  GtkLabel *title, *message;
  GtkTextBuffer *buffer;
  GtkWidget *view;
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppTextsRow,
                               app_texts_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The lines that count: trimmed, not blank, each once. */
static char **
typed_lines (AppTextsRow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0'
          && !g_ptr_array_find_with_equal_func (kept, lines[i], g_str_equal, NULL))
        g_ptr_array_add (kept, lines[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strdupv ((char **)kept->pdata);
}

static void
set_message (AppTextsRow *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
changed_cb (AppTextsRow *self)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (page == NULL || app_page_is_updating (page) || app_page_get_document (page) == NULL)
    return;
  lines = typed_lines (self);
  if (lines[0] == NULL)
    app_form_remove (GTK_WIDGET (self), self->path);
  else
    app_form_set_strings (GTK_WIDGET (self), self->path, (const char *const *)lines, &error);
  set_message (self, error != NULL ? app_form_reason (error) : NULL);
}

static void
show_field (AppField *field, AppPage *page)
{
  AppTextsRow *self = APP_TEXTS_ROW (field);
  const char *const *kept
      = assessment_document_get_strings (app_page_get_document (page), self->path);
  const char *const none[] = { NULL };
  g_auto (GStrv) lines = typed_lines (self);
  g_autofree char *text = NULL;

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error")
      || g_strv_equal ((const char *const *)lines, kept != NULL ? kept : none))
    return;
  text = g_strjoinv ("\n", (char **)(kept != NULL ? kept : none));
  gtk_text_buffer_set_text (self->buffer, text, -1);
}

static const char *
get_path (AppField *field)
{
  return APP_TEXTS_ROW (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static void
title_cb (AppTextsRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
app_texts_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PATH)
    APP_TEXTS_ROW (object)->path = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_texts_row_finalize (GObject *object)
{
  g_free (APP_TEXTS_ROW (object)->path);
  G_OBJECT_CLASS (app_texts_row_parent_class)->finalize (object);
}

static void
app_texts_row_class_init (AppTextsRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = app_texts_row_finalize;
  object_class->set_property = app_texts_row_set_property;
  properties[PROP_PATH] = g_param_spec_string (
      "path", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_texts_row_init (AppTextsRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "problem");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_size_request (self->view, -1, 66);
  gtk_widget_add_css_class (self->view, "texts");
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), self->view);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_widget_add_css_class (box, "choices-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}
