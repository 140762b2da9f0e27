/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-number-row.h"

#include "app/app-form.h"

#include <glib/gi18n.h>
#include <math.h>

/* A spin button would force a range and a step on figures that have none; an entry keeps what was
 * typed. */

struct _AppNumberRow
{
  AdwActionRow parent_instance;

  char *path, *hint;
  gboolean whole;
  GtkEntry *entry;
  GtkLabel *unit;
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppNumberRow,
                               app_number_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  PROP_UNIT,
  PROP_WHOLE,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_message (AppNumberRow *self, const char *message)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message != NULL      ? message
                                                      : self->hint != NULL ? self->hint
                                                                           : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static void
changed_cb (AppNumberRow *self)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  double value;

  if (page == NULL || app_page_is_updating (page) || app_page_get_document (page) == NULL)
    return;
  if (is_blank (text))
    {
      app_form_set_number (GTK_WIDGET (self), self->path, NULL, NULL);
      set_message (self, NULL);
    }
  else if (!app_form_parse_number (text, self->whole, &value))
    set_message (self, _ ("Please type a figure, such as 24 or 2 100 000"));
  else if (!app_form_set_number (GTK_WIDGET (self), self->path, &value, &error))
    set_message (self, app_form_reason (error));
  else
    set_message (self, NULL);
}

static char *
format_value (AppNumberRow *self, AppPage *page, double value)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (page));

  /* A year is not parted. */
  if (g_str_has_suffix (self->path, "year") || g_str_has_suffix (self->path, "founded"))
    return g_strdup_printf ("%d", (int)value);
  if (fabs (value - round (value)) < 1e-9)
    return base_language_integer (language, (gint64)round (value));
  return base_language_decimal (language, (gint64)round (value * 100), 2);
}

static void
show_field (AppField *field, AppPage *page)
{
  AppNumberRow *self = APP_NUMBER_ROW (field);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *formatted = NULL;
  double kept = 0, typed = 0;
  const gboolean has
      = assessment_document_get_number (app_page_get_document (page), self->path, &kept);

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error")
      || (has && app_form_parse_number (text, self->whole, &typed) && fabs (typed - kept) < 1e-9)
      || (!has && is_blank (text)))
    return;
  formatted = has ? format_value (self, page, kept) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), formatted);
}

static const char *
get_path (AppField *field)
{
  return APP_NUMBER_ROW (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static gboolean
app_number_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (APP_NUMBER_ROW (widget)->entry));
}

static void
app_number_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppNumberRow *self = APP_NUMBER_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_UNIT:
      g_value_set_string (value, gtk_label_get_label (self->unit));
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, self->whole);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_number_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppNumberRow *self = APP_NUMBER_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_UNIT:
      gtk_label_set_label (self->unit,
                           g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    case PROP_WHOLE:
      self->whole = g_value_get_boolean (value);
      break;
    case PROP_HINT:
      self->hint = g_value_dup_string (value);
      set_message (self, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
title_cb (AppNumberRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
app_number_row_finalize (GObject *object)
{
  AppNumberRow *self = APP_NUMBER_ROW (object);

  g_free (self->path);
  g_free (self->hint);
  G_OBJECT_CLASS (app_number_row_parent_class)->finalize (object);
}

static void
app_number_row_class_init (AppNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = app_number_row_finalize;
  object_class->get_property = app_number_row_get_property;
  object_class->set_property = app_number_row_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = app_number_row_grab_focus;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, FALSE, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
app_number_row_init (AppNumberRow *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_alignment (self->entry, 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 11);
  gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  self->unit = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->unit), "dim-label");
  gtk_widget_set_size_request (GTK_WIDGET (self->unit), 20, -1);
  gtk_label_set_xalign (self->unit, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->unit));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

GtkWidget *
app_number_row_new (
    const char *title, const char *hint, const char *path, const char *unit, gboolean whole)
{
  return g_object_new (APP_TYPE_NUMBER_ROW, "title", title, "hint", hint, "path", path, "unit",
                       unit, "whole", whole, NULL);
}
