/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-company-page.h"

#include "app/app-form.h"
#include "app/widgets/app-choice-row.h"
#include "app/widgets/app-choices-row.h"
#include "app/widgets/app-items-group.h"
#include "app/widgets/app-notes.h"
#include "app/widgets/app-number-row.h"
#include "app/widgets/app-text-row.h"
#include "app/widgets/app-yes-no-row.h"

#include <glib/gi18n.h>

/* The rows show themselves; the page adds the derived size and what is still missing. */

struct _AppCompanyPage
{
  AppPage parent_instance;

  /* template */
  GtkWidget *form;
  AdwActionRow *size;
  GtkLabel *size_tag;
  GtkWidget *holdings, *aid;
  AdwExpanderRow *accounts, *owners, *public_aid, *legal, *contact;
  GtkWidget *missing_box;
  GtkLabel *missing;
  AppNotes *notes;
  GtkWidget *people;
};

G_DEFINE_FINAL_TYPE (AppCompanyPage, app_company_page, APP_TYPE_PAGE)

static void
update_size (AppCompanyPage *self, Advice *advice)
{
  AppPage *page = APP_PAGE (self);
  const AdviceSize *size = advice_size (advice);
  g_autofree char *title = app_page_say (page, size->title);
  g_autofree char *reason = app_page_say (page, size->reason);
  g_autofree char *condition = app_page_say (page, size->condition);
  const gboolean settled = size->id != NULL && size->condition == NULL;
  const char *class = size->id != NULL ? title : _ ("Not known yet");
  const gboolean beside = !app_page_get_narrow (page);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *subtitle = NULL;

  /* The tag holds one class; a sentence on several belongs below the title, where it can wrap. So
   * does the class itself where a tag would leave the reason a third of the width. */
  if (!beside && (size->id != NULL || title == NULL))
    g_strv_builder_add (lines, class);
  if (size->id == NULL && title != NULL)
    g_strv_builder_add (lines, title);
  if (reason != NULL)
    g_strv_builder_add (lines, reason);
  if (condition != NULL)
    g_strv_builder_add (lines, condition);
  words = g_strv_builder_end (lines);
  subtitle = g_strjoinv ("\n", words);
  adw_action_row_set_subtitle (self->size, subtitle);
  gtk_label_set_label (self->size_tag, class);
  gtk_widget_set_visible (GTK_WIDGET (self->size_tag), beside);
  gtk_widget_remove_css_class (GTK_WIDGET (self->size_tag), settled ? "open" : "good");
  gtk_widget_add_css_class (GTK_WIDGET (self->size_tag), settled ? "good" : "open");
}

/* "Needed for 3 kinds of support" beside a closed part that hides an open fact. */
static void
update_need (AppCompanyPage *self,
             AdwExpanderRow *expander,
             Advice *advice,
             const char *prefix,
             const char *hint)
{
  guint n = 0;
  g_autofree char *needed = NULL;

  for (guint i = 0; i < advice_n_open_questions (advice); i++)
    {
      const AdviceOpenQuestion *open = advice_open_question (advice, i);

      if (open->row->path != NULL && g_str_has_prefix (open->row->path, prefix))
        n = MAX (n, open->n_instruments);
    }
  if (n > 0)
    needed = g_strdup_printf (ngettext ("%s – open, asked for by %u kind of support",
                                        "%s – open, asked for by %u kinds of support", n),
                              hint, n);
  adw_expander_row_set_subtitle (expander, needed != NULL ? needed : hint);
}

/* The facts of the company that a kind of support still asks for, counted and named. */
static void
update_missing (AppCompanyPage *self, Advice *advice)
{
  AppPage *page = APP_PAGE (self);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL, *text = NULL;

  for (guint i = 0; i < advice_n_open_questions (advice); i++)
    {
      const AdviceFactRow *row = advice_open_question (advice, i)->row;

      if (row->path != NULL && g_str_has_prefix (row->path, "company") && row->label != NULL)
        g_ptr_array_add (labels, app_page_say (page, row->label));
    }
  gtk_widget_set_visible (self->missing_box, labels->len > 0);
  if (labels->len == 0)
    return;
  if (labels->len > 2)
    {
      text = g_strdup_printf (
          ngettext ("%u fact is still open", "%u facts are still open", labels->len), labels->len);
    }
  else
    {
      const guint n = labels->len;

      g_ptr_array_add (labels, NULL);
      joined = base_language_list_join (app_session_get_language (app_page_get_session (page)),
                                        (const char *const *)labels->pdata);
      text = g_strdup_printf (ngettext ("Still open: %s", "Still open: %s", n), joined);
    }
  gtk_label_set_label (self->missing, text);
}

static void
narrow_cb (AppCompanyPage *self)
{
  Advice *advice = app_page_get_advice (APP_PAGE (self));

  if (advice != NULL)
    update_size (self, advice);
}

static void
app_company_page_update (AppPage *page)
{
  AppCompanyPage *self = APP_COMPANY_PAGE (page);
  Advice *advice = app_page_get_advice (page);
  AssessmentDocument *document = app_page_get_document (page);

  app_form_show (self->form, page);
  gtk_widget_set_visible (self->holdings,
                          assessment_document_count (document, "company.holdings") > 0);
  gtk_widget_set_visible (self->aid, assessment_document_count (document, "company.aid") > 0);
  update_size (self, advice);
  update_need (self, self->accounts, advice, "company.accounts", _ ("Turnover and total assets"));
  update_need (self, self->owners, advice, "company.holdings", _ ("Shares of 25 % or more"));
  update_need (self, self->public_aid, advice, "company.aid",
               _ ("Small public aid of the last three years"));
  update_need (self, self->legal, advice, "company.legal", _ ("For a report to a funding body"));
  update_missing (self, advice);
  app_notes_show (self->notes, page, NULL);
  gtk_widget_set_visible (self->people,
                          app_adviser_is_on (app_session_get_adviser (app_page_get_session (page)))
                              || assessment_document_count (document, "respondents") > 0);
}

static void
app_company_page_reset (AppPage *page)
{
  app_form_forget (APP_COMPANY_PAGE (page)->form);
}

static void
app_company_page_show_place (AppPage *page, const char *place)
{
  app_form_focus (APP_COMPANY_PAGE (page)->form, place);
}

static void
app_company_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_COMPANY_PAGE);
  G_OBJECT_CLASS (app_company_page_parent_class)->dispose (object);
}

static void
app_company_page_class_init (AppCompanyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_company_page_dispose;
  page_class->update = app_company_page_update;
  page_class->reset = app_company_page_reset;
  page_class->show_place = app_company_page_show_place;

  g_type_ensure (APP_TYPE_CHOICE_ROW);
  g_type_ensure (APP_TYPE_CHOICES_ROW);
  g_type_ensure (APP_TYPE_ITEMS_GROUP);
  g_type_ensure (APP_TYPE_NOTES);
  g_type_ensure (APP_TYPE_NUMBER_ROW);
  g_type_ensure (APP_TYPE_TEXT_ROW);
  g_type_ensure (APP_TYPE_YES_NO_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-company-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, form);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, size);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, size_tag);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, holdings);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, aid);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, owners);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, public_aid);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, legal);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, contact);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, missing_box);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, missing);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, notes);
  gtk_widget_class_bind_template_child (widget_class, AppCompanyPage, people);
}

static void
app_company_page_init (AppCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
