/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-names.h"

/* What GTK 4.18 tells screen readers of menus, of drop-downs and of buttons with a popover is
 * nothing or wrong. They come up in many places, also in GTK's own fields, and items of menus are a
 * private type: so they are named when they come on the screen. */

#if GTK_CHECK_VERSION(4, 10, 0)

static gboolean
is_menu_item (GtkWidget *widget)
{
  switch ((int)gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      return g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "text") != NULL;
    default:
      return FALSE;
    }
}

/* They are named by a label whose role has no name. */
static void
name_menu_items (GtkWidget *widget)
{
  if (is_menu_item (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "text", &text, NULL);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text != NULL ? text : "", -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_menu_items (child);
}

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static GtkWidget *
first_of_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = first_of_type (child, type);
  return found;
}

/* It is named by what is chosen alone: "Any", of whatever. Now "Country Any". */
static void
name_drop_down (GtkWidget *widget)
{
  GtkWidget *stack = first_of_type (widget, GTK_TYPE_STACK);
  GtkWidget *chosen
      = stack != NULL ? gtk_stack_get_child_by_name (GTK_STACK (stack), "item") : NULL;

  if (has_name (widget) && chosen != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    widget, chosen, NULL, -1);
}

static void
label_cb (GtkMenuButton *button)
{
  const char *label = gtk_menu_button_get_label (button);

  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

/* It is named by everything in it, and its popover is in it. */
static void
name_menu_button (GtkWidget *widget)
{
  if (!has_name (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL)
    {
      label_cb (GTK_MENU_BUTTON (widget));
      g_signal_connect (widget, "notify::label", G_CALLBACK (label_cb), NULL);
    }
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER_MENU (widget))
    name_menu_items (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (widget);
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  return TRUE; /* go on listening */
}

void
app_names_watch (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* else it has no signals yet */
      g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL,
                                  NULL);
      g_once_init_leave (&once, 1);
    }
}

#else

void
app_names_watch (void)
{
}

#endif
