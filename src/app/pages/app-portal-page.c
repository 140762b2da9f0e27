/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-portal-page.h"

#include "app/app-form.h"
#include "app/widgets/app-copy-button.h"
#include "app/widgets/app-number-row.h"
#include "app/widgets/app-row.h"
#include "app/widgets/app-text-row.h"
#include "consultation/consultation-portal.h"

#include <glib/gi18n.h>

/* Rows by section; what is open leads to where it is answered. */

struct _AppPortalPage
{
  AppPage parent_instance;

  /* template */
  GtkWidget *form;
  GtkLabel *open, *difference;
  GtkBox *sections;
};

G_DEFINE_FINAL_TYPE (AppPortalPage, app_portal_page, APP_TYPE_PAGE)

static GtkWidget *
new_entry (AppPage *page, const ConsultationPortalEntry *entry)
{
  g_autofree char *label = app_page_say (page, entry->label);
  g_autofree char *value = app_page_say (page, entry->value);
  g_autofree char *copy = NULL;
  GtkWidget *row, *button;

  if (value == NULL)
    {
      row = entry->path != NULL
                ? app_row_new_link (label, _ ("Not answered yet"), "win.answer", entry->path)
                : app_row_new (label, _ ("Not answered yet"));
      app_row_add_tag (row, _ ("Open"), "open");
      return row;
    }
  row = app_row_new (label, value);
  button = app_copy_button_new (_ ("Copy"), value);
  copy = g_strdup_printf (_ ("Copy “%s”"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, copy, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill (AppPortalPage *self, const ConsultationPortalSheet *sheet)
{
  AppPage *page = APP_PAGE (self);
  g_autofree char *section = NULL;
  GtkWidget *group = NULL, *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint i = 0; i < consultation_portal_sheet_n (sheet); i++)
    {
      const ConsultationPortalEntry *entry = consultation_portal_sheet_get (sheet, i);
      char *title = app_page_say (page, entry->section);

      if (group == NULL || g_strcmp0 (title, section) != 0)
        {
          g_autofree char *escaped = g_markup_escape_text (title, -1);

          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
          gtk_box_append (self->sections, group);
        }
      g_free (section);
      section = title;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_entry (page, entry));
    }
}

static void
app_portal_page_update (AppPage *page)
{
  AppPortalPage *self = APP_PORTAL_PAGE (page);
  Advice *advice = app_page_get_advice (page);
  g_autoptr (ConsultationPortalSheet) sheet = consultation_portal_sheet_new (advice);
  g_autoptr (BaseText) difference = consultation_portal_difference (advice);
  g_autofree char *said = app_page_say (page, difference);
  const guint n = consultation_portal_sheet_n_open (sheet);
  g_autofree char *open
      = n > 0 ? g_strdup_printf (
            ngettext ("%u entry is still open", "%u entries are still open", n), n)
              : g_strdup (_ ("Everything that the portal asks is answered"));

  app_form_show (self->form, page);
  gtk_label_set_label (self->open, open);
  gtk_label_set_label (self->difference, said != NULL ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->difference), said != NULL);
  fill (self, sheet);
}

static void
app_portal_page_reset (AppPage *page)
{
  app_form_forget (APP_PORTAL_PAGE (page)->form);
}

static void
app_portal_page_show_place (AppPage *page, const char *place)
{
  app_form_focus (APP_PORTAL_PAGE (page)->form, place);
}

static void
app_portal_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_PORTAL_PAGE);
  G_OBJECT_CLASS (app_portal_page_parent_class)->dispose (object);
}

static void
app_portal_page_class_init (AppPortalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portal_page_dispose;
  page_class->update = app_portal_page_update;
  page_class->reset = app_portal_page_reset;
  page_class->show_place = app_portal_page_show_place;

  g_type_ensure (APP_TYPE_NUMBER_ROW);
  g_type_ensure (APP_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppPortalPage, form);
  gtk_widget_class_bind_template_child (widget_class, AppPortalPage, open);
  gtk_widget_class_bind_template_child (widget_class, AppPortalPage, difference);
  gtk_widget_class_bind_template_child (widget_class, AppPortalPage, sections);
}

static void
app_portal_page_init (AppPortalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
