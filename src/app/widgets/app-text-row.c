/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-text-row.h"

#include "app/app-form.h"
#include "app/widgets/app-day-button.h"

#include <glib/gi18n.h>

/* An entry row bound to a path. A refused text stays as typed, its reason stands beside it. */

struct _AppTextRow
{
  AdwEntryRow parent_instance;

  char *path;
  GtkLabel *message;
  gboolean date;
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppTextRow,
                               app_text_row,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_message (AppTextRow *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (AppTextRow *self)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (page == NULL || app_page_is_updating (page) || app_page_get_document (page) == NULL)
    return;
  if (app_form_set_string (GTK_WIDGET (self), self->path,
                           gtk_editable_get_text (GTK_EDITABLE (self)), &error))
    set_message (self, NULL);
  else
    set_message (self, app_form_reason (error));
}

static gboolean
same_words (const char *typed, const char *kept)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));

  return g_strcmp0 (typed, kept != NULL ? kept : "") == 0 || (kept == NULL && *trimmed == '\0');
}

static void
show_field (AppField *field, AppPage *page)
{
  AppTextRow *self = APP_TEXT_ROW (field);
  const char *kept = assessment_document_get_string (app_page_get_document (page), self->path);

  /* Not while the same text stands there: the cursor would jump; nor over a refused text. */
  if (same_words (gtk_editable_get_text (GTK_EDITABLE (self)), kept)
      || gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self), kept != NULL ? kept : "");
}

static const char *
get_path (AppField *field)
{
  return APP_TEXT_ROW (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static void
app_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PATH)
    g_value_set_string (value, APP_TEXT_ROW (object)->path);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PATH)
    APP_TEXT_ROW (object)->path = g_value_dup_string (value);
  else if (id == PROP_DATE)
    APP_TEXT_ROW (object)->date = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
app_text_row_finalize (GObject *object)
{
  g_free (APP_TEXT_ROW (object)->path);
  G_OBJECT_CLASS (app_text_row_parent_class)->finalize (object);
}

static void
app_text_row_constructed (GObject *object)
{
  AppTextRow *self = APP_TEXT_ROW (object);

  G_OBJECT_CLASS (app_text_row_parent_class)->constructed (object);
  if (self->date)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), app_day_button_new (GTK_EDITABLE (self), NULL));
}

static void
app_text_row_class_init (AppTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = app_text_row_constructed;
  object_class->finalize = app_text_row_finalize;
  object_class->get_property = app_text_row_get_property;
  object_class->set_property = app_text_row_set_property;
  properties[PROP_PATH]
      = g_param_spec_string ("path", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DATE]
      = g_param_spec_boolean ("date", NULL, NULL, FALSE,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_text_row_init (AppTextRow *self)
{
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_max_width_chars (self->message, 28);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "problem");
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->message));
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

GtkWidget *
app_text_row_new (const char *title, const char *path)
{
  return g_object_new (APP_TYPE_TEXT_ROW, "title", title, "path", path, NULL);
}

GtkWidget *
app_text_row_new_date (const char *title, const char *path)
{
  return g_object_new (APP_TYPE_TEXT_ROW, "title", title, "path", path, "date", TRUE, NULL);
}
