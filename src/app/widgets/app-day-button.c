/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-day-button.h"

#include "base/base-date.h"

#include <glib/gi18n.h>

/* GtkMenuButton is final: this sets one up. The calendar is made when it is asked for: a page of
 * many rows would be slow with one each. */

static void
choose (GtkWidget *calendar)
{
  GtkEditable *field = g_object_get_data (G_OBJECT (calendar), "field");
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (field, text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
}

/* Not "day-selected": GTK does not emit it for a day of the number that is selected already,
 * today's or that of another month; and to turn the pages is no choice. */
static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *calendar)
{
  GtkWidget *picked = gtk_widget_pick (calendar, x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    choose (calendar);
}

/* Takes @day. */
static void
mark (GtkWidget *calendar, GDateTime *day)
{
  if (day != NULL) /* after the year 9999 there is none */
    gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_clear_pointer (&day, g_date_time_unref);
}

/* GTK moves a cell of its own, which begins in the corner and not at the marked day. Here the keys
 * move the mark. */
static gboolean
pressed_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWidget *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (calendar));

  switch (key)
    {
    case GDK_KEY_Left:
      mark (calendar, g_date_time_add_days (day, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      mark (calendar, g_date_time_add_days (day, 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      mark (calendar, g_date_time_add_days (day, -7));
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      mark (calendar, g_date_time_add_days (day, 7));
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      mark (calendar, g_date_time_add_months (day, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      mark (calendar, g_date_time_add_months (day, 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      choose (calendar);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
new_calendar (GtkEditable *field)
{
  GtkWidget *calendar = gtk_calendar_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (calendar), "field", field);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), calendar);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), calendar);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (calendar, keys);
  return calendar;
}

/* The calendar opens where the field is. */
static void
show_day (GtkCalendar *calendar, GtkEditable *field)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (field)));
  g_autofree char *today = base_date_today ();
  const char *day = base_date_is_valid (typed) ? typed : today;
  g_autofree char *midnight = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (midnight, NULL);

  gtk_calendar_select_day (calendar, date);
}

static void
popup_cb (GtkMenuButton *button, gpointer field)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover == NULL)
    {
      popover = GTK_POPOVER (gtk_popover_new ());
      gtk_popover_set_child (popover, new_calendar (field));
      gtk_menu_button_set_popover (button, GTK_WIDGET (popover));
    }
  show_day (GTK_CALENDAR (gtk_popover_get_child (popover)), field);
}

GtkWidget *
app_day_button_new (GtkEditable *field, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_return_val_if_fail (GTK_IS_EDITABLE (field), button);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, field, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose the day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Choose the day"), -1);
  return button;
}
