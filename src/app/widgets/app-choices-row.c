/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-choices-row.h"

#include "app/app-effects.h"
#include "app/app-form.h"
#include "app/widgets/app-choice-list.h"
#include "app/widgets/app-wrap.h"

#include <glib/gi18n.h>

/* Chips flow over as many lines as they need, below the title. */

struct _AppChoicesRow
{
  AdwPreferencesRow parent_instance;

  char *path, *kind;
  GtkLabel *title, *hint;
  AppWrap *chips;
  GtkMenuButton *button;
  AppChoiceList *list;
};

static void field_init (AppFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AppChoicesRow,
                               app_choices_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (APP_TYPE_FIELD, field_init))

enum
{
  PROP_0,
  PROP_PATH,
  PROP_KIND,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The choice that says "none of these": an empty list, where others have no list at all. */
#define NONE "none"

static gboolean
is_kind (AppChoicesRow *self, const char *kind)
{
  return g_strcmp0 (self->kind, kind) == 0;
}

/* A new strv. */
static char **
kept (AppChoicesRow *self)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));
  AssessmentDocument *document = app_page_get_document (page);
  const char *const *ids;

  if (is_kind (self, "effect"))
    return app_effects_get (document, app_session_get_pack (app_page_get_session (page)),
                            self->path);
  ids = assessment_document_get_strings (document, self->path);
  if (is_kind (self, "aid-exclusion") && ids != NULL && ids[0] == NULL)
    return g_strdupv ((char *[]){ (char *)NONE, NULL });
  return ids != NULL ? g_strdupv ((char **)ids) : g_new0 (char *, 1);
}

/* The last one gone is "open" again, not "none". */
static void
keep (AppChoicesRow *self, const char *const *ids)
{
  AppPage *page = app_form_page (GTK_WIDGET (self));

  if (is_kind (self, "effect"))
    app_page_edit (page,
                   app_effects_set (app_page_get_document (page),
                                    app_session_get_pack (app_page_get_session (page)), self->path,
                                    ids),
                   NULL);
  else if (ids[0] == NULL)
    app_form_remove (GTK_WIDGET (self), self->path);
  else if (g_str_equal (ids[0], NONE))
    app_form_set_strings (GTK_WIDGET (self), self->path, ids + 1, NULL);
  else
    app_form_set_strings (GTK_WIDGET (self), self->path, ids, NULL);
}

static void
chosen_cb (AppChoicesRow *self, const char *id)
{
  g_auto (GStrv) old = kept (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (g_strv_contains ((const char *const *)old, id))
    return;
  /* "None" and anything else contradict each other. */
  for (guint i = 0; old[i] != NULL && !g_str_equal (id, NONE); i++)
    if (!g_str_equal (old[i], NONE))
      g_strv_builder_add (builder, old[i]);
  g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  keep (self, (const char *const *)ids);
}

static void
remove_cb (AppChoicesRow *self, GtkButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  g_auto (GStrv) old = kept (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], id))
      g_strv_builder_add (builder, old[i]);
  ids = g_strv_builder_end (builder);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  keep (self, (const char *const *)ids);
}

static void
add_chip (AppChoicesRow *self, const char *id, const char *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  g_autofree char *accessible = g_strdup_printf (_ ("Remove %s"), title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  app_wrap_append (self->chips, button);
}

static void
show_field (AppField *field, AppPage *page)
{
  AppChoicesRow *self = APP_CHOICES_ROW (field);
  g_auto (GStrv) ids = kept (self);

  app_wrap_clear (self->chips);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *title = app_choices_title (app_page_get_session (page), self->kind, ids[i]);

      add_chip (self, ids[i], title != NULL ? title : ids[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), ids[0] != NULL);
}

static const char *
get_path (AppField *field)
{
  return APP_CHOICES_ROW (field)->path;
}

static void
field_init (AppFieldInterface *iface)
{
  iface->get_path = get_path;
  iface->show = show_field;
}

static void
popup_cb (GtkMenuButton *button, gpointer user_data)
{
  AppChoicesRow *self = user_data;
  AppPage *page = app_form_page (GTK_WIDGET (self));

  if (page != NULL && app_page_get_document (page) != NULL)
    app_choice_list_prepare (self->list, app_page_get_session (page), self->kind);
}

static void
app_choices_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppChoicesRow *self = APP_CHOICES_ROW (object);

  switch (id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_label (self->hint));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_choices_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppChoicesRow *self = APP_CHOICES_ROW (object);
  const char *text = g_value_get_string (value);

  switch (id)
    {
    case PROP_PATH:
      self->path = g_strdup (text);
      break;
    case PROP_KIND:
      self->kind = g_strdup (text);
      break;
    case PROP_HINT:
      gtk_label_set_label (self->hint, text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
title_cb (AppChoicesRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), title);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, add,
                                  -1);
}

static void
app_choices_row_finalize (GObject *object)
{
  AppChoicesRow *self = APP_CHOICES_ROW (object);

  g_free (self->path);
  g_free (self->kind);
  G_OBJECT_CLASS (app_choices_row_parent_class)->finalize (object);
}

static void
app_choices_row_class_init (AppChoicesRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = app_choices_row_finalize;
  object_class->get_property = app_choices_row_get_property;
  object_class->set_property = app_choices_row_set_property;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
new_words (AppChoicesRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->hint));
  return words;
}

static void
app_choices_row_init (AppChoicesRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->list = APP_CHOICE_LIST (app_choice_list_new ());
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "list-add-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->list));
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), new_words (self));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->button));

  self->chips = APP_WRAP (app_wrap_new (6));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  gtk_widget_add_css_class (box, "choices-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

GtkWidget *
app_choices_row_new (const char *title, const char *hint, const char *path, const char *kind)
{
  return g_object_new (APP_TYPE_CHOICES_ROW, "title", title, "hint", hint, "path", path, "kind",
                       kind, NULL);
}
