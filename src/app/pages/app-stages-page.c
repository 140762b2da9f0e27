/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-stages-page.h"

#include "app/app-form.h"
#include "app/app-stages.h"
#include "app/widgets/app-items-group.h"
#include "app/widgets/app-row.h"
#include "app/widgets/app-wrap.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n.h>

/* The list is the workspace's; what can be done now follows from the open assessment. */

struct _AppStagesPage
{
  AppPage parent_instance;

  char *start_from; /* id of the assessment that the next stage starts from, or NULL */

  /* template */
  GtkWidget *form, *unkept, *compare;
  GtkListBox *stages;
  GtkButton *start, *finish;
  GtkLabel *next_text;
};

G_DEFINE_FINAL_TYPE (AppStagesPage, app_stages_page, APP_TYPE_PAGE)

/* "First assessment (T0)"; the field's own word in brackets. */
static char *
stage_title (const char *stage)
{
  if (g_strcmp0 (stage, "T1") == 0)
    return g_strdup (_ ("Second assessment (T1)"));
  if (g_strcmp0 (stage, "T2") == 0)
    return g_strdup (_ ("Third assessment (T2)"));
  return g_strdup (_ ("First assessment (T0)"));
}

static char *
describe (AppSession *session, const WorkspaceStage *stage)
{
  BaseLanguage *language = app_session_get_language (session);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (stage->date != NULL)
    g_ptr_array_add (parts, base_language_date (language, stage->date));
  if (stage->overall >= 0)
    {
      g_autofree char *score = base_language_decimal (language, stage->overall, 2);

      g_ptr_array_add (parts, g_strdup_printf (_ ("Score %s"), score));
    }
  else if (stage->completeness >= 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("%d %% answered"), stage->completeness / 100));
  if (stage->superseded)
    g_ptr_array_add (parts, g_strdup (_ ("corrected by a later one")));
  else if (stage->amends != NULL)
    g_ptr_array_add (parts, g_strdup (_ ("correction")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
add_stage (AppStagesPage *self, AppSession *session, const WorkspaceStage *stage)
{
  const char *open_id = assessment_document_id (app_session_get_document (session));
  const gboolean here = g_strcmp0 (stage->id, open_id) == 0;
  g_autofree char *title = stage_title (stage->stage);
  g_autofree char *subtitle = describe (session, stage);
  GtkWidget *row = here ? app_row_new (title, subtitle)
                        : app_row_new_link (title, subtitle, "win.open-entry", stage->id);

  if (stage->frozen)
    app_row_add_tag (row, _ ("Finished"), "good");
  if (here)
    app_row_add_tag (row, _ ("Open here"), "accent");
  gtk_list_box_append (self->stages, row);
}

/* The stage after the latest one may begin once that one is done. */
static void
update_next (AppStagesPage *self, const WorkspaceCompany *company)
{
  const WorkspaceStage *latest = company != NULL ? workspace_company_latest (company) : NULL;
  g_autofree char *title = NULL, *label = NULL, *text = NULL, *said = NULL;
  const gboolean possible = latest != NULL && workspace_stage_is_done (latest)
                            && company->due_stage != NULL
                            && g_strcmp0 (latest->stage, company->due_stage) != 0;

  g_clear_pointer (&self->start_from, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->start), possible);
  if (possible)
    {
      self->start_from = g_strdup (latest->id);
      title = stage_title (company->due_stage);
      label = g_strdup_printf (_ ("Start %s"), company->due_stage);
      gtk_button_set_label (self->start, label);
      if (company->due_on != NULL)
        said = base_language_date (
            app_session_get_language (app_page_get_session (APP_PAGE (self))), company->due_on);
      text = said != NULL
                 ? g_strdup_printf (
                     _ ("%s: due on %s. Your old answers come as suggestions; you confirm each."),
                     title, said)
                 : g_strdup_printf (
                     _ ("%s: your old answers come as suggestions; you confirm each."), title);
    }
  else if (latest != NULL && !workspace_stage_is_done (latest))
    text = g_strdup (_ ("The next assessment can start once this one is complete or finished."));
  gtk_label_set_label (self->next_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->next_text), text != NULL);
}

static void
app_stages_page_update (AppPage *page)
{
  AppStagesPage *self = APP_STAGES_PAGE (page);
  AppSession *session = app_page_get_session (page);
  g_autoptr (WorkspaceCompany) company = app_stages_company (session);

  app_form_show (self->form, page);
  app_row_clear (self->stages);
  for (guint i = 0; company != NULL && i < company->n_stages; i++)
    add_stage (self, session, &company->stages[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->stages), company != NULL && company->n_stages > 0);
  gtk_label_set_label (GTK_LABEL (self->unkept),
                       _ ("This assessment is not kept yet: it is from your first change on."));
  gtk_widget_set_visible (self->unkept, company == NULL);
  gtk_widget_set_visible (self->compare, company != NULL && company->n_stages > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->finish),
                          company != NULL && app_session_get_frozen (session) == NULL);
  update_next (self, company);
}

static void
start_cb (AppStagesPage *self)
{
  if (self->start_from != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.start-stage", "s", self->start_from);
}

static void
app_stages_page_show_place (AppPage *page, const char *place)
{
  app_form_focus (APP_STAGES_PAGE (page)->form, place);
}

static void
app_stages_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), APP_TYPE_STAGES_PAGE);
  G_OBJECT_CLASS (app_stages_page_parent_class)->dispose (object);
}

static void
app_stages_page_finalize (GObject *object)
{
  g_free (APP_STAGES_PAGE (object)->start_from);
  G_OBJECT_CLASS (app_stages_page_parent_class)->finalize (object);
}

static void
app_stages_page_class_init (AppStagesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AppPageClass *page_class = APP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_stages_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = app_stages_page_finalize;
  page_class->update = app_stages_page_update;
  page_class->show_place = app_stages_page_show_place;

  g_type_ensure (APP_TYPE_ITEMS_GROUP);
  g_type_ensure (APP_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-stages-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, form);
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, unkept);
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, compare);
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, stages);
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, start);
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, finish);
  gtk_widget_class_bind_template_child (widget_class, AppStagesPage, next_text);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
app_stages_page_init (AppStagesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
