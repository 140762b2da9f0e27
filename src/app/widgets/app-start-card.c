/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-start-card.h"

/* A card that is a button: everything in it is one target. */

struct _AppStartCard
{
  GtkButton parent_instance;

  GtkBox *box, *top;
  GtkImage *icon;
  GtkLabel *title, *text, *note, *tag;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (AppStartCard, app_start_card, GTK_TYPE_BUTTON)

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_TEXT,
  PROP_NOTE,
  PROP_TAG,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_accessible (AppStartCard *self)
{
  g_autofree char *description = g_strdup_printf ("%s %s", gtk_label_get_label (self->text),
                                                  gtk_label_get_label (self->note));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_narrow (AppStartCard *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->box, narrow ? 14 : 12);
  gtk_widget_set_valign (GTK_WIDGET (self->top), narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->text), !narrow);
  gtk_widget_set_valign (gtk_widget_get_last_child (GTK_WIDGET (self->box)),
                         narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_widget_set_visible (GTK_WIDGET (self->tag),
                          !narrow && *gtk_label_get_label (self->tag) != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
app_start_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AppStartCard *self = APP_START_CARD (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->icon));
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_TEXT:
      g_value_set_string (value, gtk_label_get_label (self->text));
      break;
    case PROP_NOTE:
      g_value_set_string (value, gtk_label_get_label (self->note));
      break;
    case PROP_TAG:
      g_value_set_string (value, gtk_label_get_label (self->tag));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
app_start_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AppStartCard *self = APP_START_CARD (object);
  const char *text = id != PROP_NARROW ? g_value_get_string (value) : NULL;

  switch (id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, text);
      return;
    case PROP_TITLE:
      gtk_label_set_label (self->title, text != NULL ? text : "");
      break;
    case PROP_TEXT:
      gtk_label_set_label (self->text, text != NULL ? text : "");
      break;
    case PROP_NOTE:
      gtk_label_set_label (self->note, text != NULL ? text : "");
      break;
    case PROP_TAG:
      gtk_label_set_label (self->tag, text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->tag), text != NULL && !self->narrow);
      return;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      return;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  update_accessible (self);
}

static void
app_start_card_class_init (AppStartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static const char *const names[] = { NULL, "icon-name", "title", "text", "note", "tag" };

  object_class->get_property = app_start_card_get_property;
  object_class->set_property = app_start_card_set_property;
  for (guint i = PROP_ICON_NAME; i <= PROP_TAG; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /* GtkButton has an icon-name of its own: overridden, as setting that would replace the child. */
  g_object_class_override_property (object_class, PROP_ICON_NAME, "icon-name");
  properties[PROP_ICON_NAME] = g_object_class_find_property (object_class, "icon-name");
  for (guint i = PROP_TITLE; i < N_PROPS; i++)
    g_object_class_install_property (object_class, i, properties[i]);
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
app_start_card_init (AppStartCard *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->top = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "start-icon");
  gtk_widget_set_halign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  self->tag = new_label ("tag");
  gtk_widget_add_css_class (GTK_WIDGET (self->tag), "accent");
  gtk_widget_set_halign (GTK_WIDGET (self->tag), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->tag), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->tag), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), FALSE);
  gtk_box_append (self->top, GTK_WIDGET (self->icon));
  gtk_box_append (self->top, GTK_WIDGET (self->tag));
  gtk_box_append (self->box, GTK_WIDGET (self->top));

  self->title = new_label ("title-4");
  self->text = new_label ("dim-label");
  self->note = new_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  gtk_widget_set_margin_top (GTK_WIDGET (self->note), 6);
  gtk_widget_set_vexpand (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->note));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_vexpand (words, TRUE);
  gtk_box_append (self->box, words);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "start-card");
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->box));
}
