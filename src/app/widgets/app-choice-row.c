/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-choice-row.h"

#include "app/app-form.h"
#include "app/widgets/app-choice-list.h"

#include <glib/gi18n.h>

/* A combo row would list 300 regions without a search on the floor. */

struct _AppChoiceRow
{
  AdwActionRow parent_instance;

  char *path, *kind;
  GtkLabel *value;
  GtkWidget *clear;
  GtkMenuButton *button;
  AppChoiceList *list;
  gboolean fits; /* its page has been asked to tell how wide it is */
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppChoiceRow,
                               app_choice_row,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A place is two fields, and so is an activity: one edit, so that one undo takes both back. */
static void
set_with (AppChoiceRow *self, const char *other, const char *other_value, const char *id)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  g_autoptr (AssessmentDocument) first = NULL;
  AssessmentDocument *both;

  first = assessment_document_with_string (app_page_get_document (page), other, other_value, NULL);
  both = first != NULL ? assessment_document_with_string (first, self->path, id, NULL) : NULL;
  if (both != NULL)
    app_page_edit (page, both, NULL);
}

static void
chosen_cb (AppChoiceRow *self, const char *id)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  Catalogue *catalogue = app_session_get_catalogue (app_page_get_session (page));
  g_autofree char *wanted = g_strdup (id);

  if (g_str_equal (self->kind, "place"))
    set_with (self, "company.country", catalogue_find_region (catalogue, wanted)->country, wanted);
  else if (g_str_equal (self->kind, "activity"))
    set_with (self, "company.nace.revision", "2.1", wanted);
  else
    app_form_set_string (GTK_WIDGET (self), self->path, wanted, NULL);
}

static void
clear_cb (AppChoiceRow *self)
{
  app_form_remove (GTK_WIDGET (self),
                   g_str_equal (self->kind, "activity") ? "company.nace" : self->path);
}

/* The whole row is the target. */
static void
app_choice_row_activate (AdwActionRow *row)
{
  gtk_menu_button_popup (APP_CHOICE_ROW (row)->button);
}

static void
popup_cb (GtkMenuButton *button, gpointer user_data)
{
  AppChoiceRow *self = user_data;
  AppPage *page = app_form_page (GTK_WIDGET (self));

  if (page != NULL && app_page_get_document (page) != NULL)
    app_choice_list_prepare (self->list, app_page_get_session (page), self->kind);
}

/* The title keeps its room in 360 pixels. */
static void
fit (AppChoiceRow *self)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));

  if (page != NULL)
    gtk_label_set_max_width_chars (self->value, app_page_get_narrow (page) ? 20 : 36);
}

static void
show_field (AppField *field, AppPage *page)
{
  AppChoiceRow *self = APP_CHOICE_ROW (field);
  const char *id = assessment_document_get_string (app_page_get_document (page), self->path);
  g_autofree char *title
      = id != NULL ? app_choices_title (app_page_get_session (page), self->kind, id) : NULL;
  g_autofree char *accessible = NULL;

  if (!self->fits)
    {
      g_signal_connect_object (page, "notify::narrow", G_CALLBACK (fit), self, G_CONNECT_SWAPPED);
      self->fits = TRUE;
    }
  fit (self);
  /* An id that the catalogue does not know is shown as it is. */
  gtk_label_set_label (self->value, title != NULL ? title : id != NULL ? id : _ ("Choose"));
  if (id == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
  gtk_widget_set_visible (self->clear, id != NULL);
  accessible
      = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                         id != NULL ? gtk_label_get_label (self->value) : _ ("not chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
}

static const char *
get_path (AppField *field)
{
  return APP_CHOICE_ROW (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static void
app_choice_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppChoiceRow *self = APP_CHOICE_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_choice_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppChoiceRow *self = APP_CHOICE_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      self->path = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_choice_row_finalize (GObject *object)
{
  AppChoiceRow *self = APP_CHOICE_ROW (object);

  g_free (self->path);
  g_free (self->kind);
  G_OBJECT_CLASS (app_choice_row_parent_class)->finalize (object);
}

static void
app_choice_row_class_init (AppChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = app_choice_row_finalize;
  object_class->get_property = app_choice_row_get_property;
  object_class->set_property = app_choice_row_set_property;
  ADW_ACTION_ROW_CLASS (klass)->activate = app_choice_row_activate;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_button (AppChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_lines (self->value, 3);
  gtk_label_set_ellipsize (self->value, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->value, 1);
  gtk_label_set_justify (self->value, GTK_JUSTIFY_RIGHT);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->list = APP_CHOICE_LIST (app_choice_list_new ());
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->list));
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "choice");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self->button);
}

static void
app_choice_row_init (AppChoiceRow *self)
{
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "circular");
  gtk_widget_set_valign (self->clear, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_widget_set_tooltip_text (self->clear, _ ("Leave open"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Leave open"), -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->clear);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), new_button (self));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
app_choice_row_new (const char *title, const char *path, const char *kind)
{
  return g_object_new (APP_TYPE_CHOICE_ROW, "title", title, "path", path, "kind", kind, NULL);
}
