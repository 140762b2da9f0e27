/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-yes-no-row.h"

#include "app/app-form.h"

#include <glib/gi18n.h>

/* Two linked toggles of which none, or one, is pressed; a switch cannot say "not answered". */

struct _AppYesNoRow
{
  AdwActionRow parent_instance;

  char *path;
  gboolean list;
  gboolean filling;
  GtkToggleButton *no, *yes;
  GtkWidget *open;
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppYesNoRow,
                               app_yes_no_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  PROP_LIST,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* -1 open, 0 no, 1 yes */
static int
answer (AppYesNoRow *self, const AssessmentDocument *document)
{
  gboolean value = FALSE;

  if (self->list)
    return !assessment_document_has (document, self->path)
               ? -1
               : assessment_document_count (document, self->path) > 0;
  return assessment_document_get_boolean (document, self->path, &value) ? value : -1;
}

static void
set_answer (AppYesNoRow *self, int wanted)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  AssessmentDocument *document = app_page_get_document (page);

  if (wanted == answer (self, document))
    return;
  if (wanted < 0)
    app_form_remove (GTK_WIDGET (self), self->path);
  else if (!self->list)
    app_form_set_boolean (GTK_WIDGET (self), self->path, wanted);
  else
    app_page_edit (page,
                   wanted ? assessment_document_with_item (document, self->path)
                          : assessment_document_with_none (document, self->path),
                   NULL);
}

static void
toggled_cb (AppYesNoRow *self, GtkToggleButton *button)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));

  if (page == NULL || self->filling || app_page_get_document (page) == NULL)
    return;
  if (gtk_toggle_button_get_active (button))
    set_answer (self, button == self->yes);
  else
    set_answer (self, -1);
}

static void
show_field (AppField *field, AppPage *page)
{
  AppYesNoRow *self = APP_YES_NO_ROW (field);
  const int now = answer (self, app_page_get_document (page));

  self->filling = TRUE;
  gtk_toggle_button_set_active (self->no, now == 0);
  gtk_toggle_button_set_active (self->yes, now == 1);
  self->filling = FALSE;
  gtk_widget_set_visible (self->open, now < 0);
}

static const char *
get_path (AppField *field)
{
  return APP_YES_NO_ROW (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static void
app_yes_no_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppYesNoRow *self = APP_YES_NO_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_LIST:
      g_value_set_boolean (value, self->list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_yes_no_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppYesNoRow *self = APP_YES_NO_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_LIST:
      self->list = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
label_button (AppYesNoRow *self, GtkToggleButton *button, const char *word)
{
  g_autofree char *label
      = g_strdup_printf ("%s %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), word);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
title_cb (AppYesNoRow *self)
{
  label_button (self, self->no, _ ("No"));
  label_button (self, self->yes, _ ("Yes"));
}

static void
app_yes_no_row_finalize (GObject *object)
{
  g_free (APP_YES_NO_ROW (object)->path);
  G_OBJECT_CLASS (app_yes_no_row_parent_class)->finalize (object);
}

static void
app_yes_no_row_class_init (AppYesNoRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = app_yes_no_row_finalize;
  object_class->get_property = app_yes_no_row_get_property;
  object_class->set_property = app_yes_no_row_set_property;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_LIST] = g_param_spec_boolean ("list", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkToggleButton *
new_toggle (AppYesNoRow *self, const char *word)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (word);

  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return GTK_TOGGLE_BUTTON (button);
}

static void
app_yes_no_row_init (AppYesNoRow *self)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->open = gtk_label_new (_ ("Not answered"));
  gtk_widget_add_css_class (self->open, "tag");
  gtk_widget_add_css_class (self->open, "open");
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  self->no = new_toggle (self, _ ("No"));
  self->yes = new_toggle (self, _ ("Yes"));
  gtk_box_append (GTK_BOX (linked), GTK_WIDGET (self->no));
  gtk_box_append (GTK_BOX (linked), GTK_WIDGET (self->yes));
  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->open);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), linked);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

GtkWidget *
app_yes_no_row_new (const char *title, const char *hint, const char *path, gboolean list)
{
  return g_object_new (APP_TYPE_YES_NO_ROW, "title", title, "subtitle", hint != NULL ? hint : "",
                       "path", path, "list", list, NULL);
}
