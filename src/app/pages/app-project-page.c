/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-project-page.h"

#include "app/app-form.h"
#include "app/widgets/app-rows.h"

/* Nothing but rows: the template is the page. */

struct _AppProjectPage
{
  AppPage parent_instance;

  /* template */
  GtkWidget *form, *partners;
};

G_DEFINE_FINAL_TYPE (AppProjectPage, app_project_page, APP_TYPE_PAGE)

static void
app_project_page_update (AppPage *page)
{
  AppProjectPage *self = APP_PROJECT_PAGE (page);

  app_form_show (self->form, page);
  gtk_widget_set_visible (
      self->partners,
      assessment_document_count (app_page_get_document (page), "project.partners") > 0);
}

static void
app_project_page_reset (AppPage *page)
{
  app_form_forget (APP_PROJECT_PAGE (page)->form);
}

static void
app_project_page_show_place (AppPage *page, const char *place)
{
  app_form_focus (APP_PROJECT_PAGE (page)->form, place);
}

static void
app_project_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_PROJECT_PAGE);
  G_OBJECT_CLASS (app_project_page_parent_class)->dispose (object);
}

static void
app_project_page_class_init (AppProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_project_page_dispose;
  page_class->update = app_project_page_update;
  page_class->reset = app_project_page_reset;
  page_class->show_place = app_project_page_show_place;

  app_rows_ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppProjectPage, form);
  gtk_widget_class_bind_template_child (widget_class, AppProjectPage, partners);
}

static void
app_project_page_init (AppProjectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
