/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-portfolio-page.h"

#include "app/app-compat.h"
#include "app/app-portfolio-study.h"
#include "app/app-store.h"
#include "app/widgets/app-choice-down.h"
#include "app/widgets/app-portfolio-demand.h"
#include "app/widgets/app-portfolio-leaving.h"
#include "app/widgets/app-portfolio-overview.h"
#include "app/widgets/app-portfolio-partners.h"
#include "app/widgets/app-reports-window.h"

#include <glib/gi18n.h>

/* Only assembles: which companies, which view of them, and writing all tables to a file. */

struct _AppPortfolioPage
{
  AppPage parent_instance;

  AppPortfolio *portfolio; /* NULL before the first refresh */
  AppPortfolioStudy *study;
  gboolean filling;

  /* template */
  GtkStack *stack, *heads;
  AdwViewStack *views;
  GtkWidget *export;
  GtkDropDown *stage, *sector, *region, *size, *band, *tag;
  AppPortfolioOverview *overview;
  AppPortfolioDemand *demand;
  AppPortfolioPartners *partners;
  AppPortfolioLeaving *leaving;
  GtkLabel *empty_note;
};

G_DEFINE_FINAL_TYPE (AppPortfolioPage, app_portfolio_page, APP_TYPE_PAGE)

/* --- filters ---------------------------------------------------------------------------------- */

static void
get_downs (AppPortfolioPage *self, GtkDropDown **downs)
{
  downs[APP_PORTFOLIO_SECTOR] = self->sector;
  downs[APP_PORTFOLIO_REGION] = self->region;
  downs[APP_PORTFOLIO_SIZE] = self->size;
  downs[APP_PORTFOLIO_BAND] = self->band;
  downs[APP_PORTFOLIO_TAG] = self->tag;
}

static void
fill_stages (AppPortfolioPage *self)
{
  static const char *const stages[] = { "T0", "T1", "T2" };
  g_autoptr (GListStore) choices = g_list_store_new (APP_TYPE_CHOICE);
  g_autoptr (AppChoice) newest = app_choice_new ("", _ ("Newest stage"), NULL, NULL);

  g_list_store_append (choices, newest);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (AppChoice) choice = app_choice_new (stages[i], stages[i], NULL, NULL);

      g_list_store_append (choices, choice);
    }
  app_choice_down_fill (self->stage, G_LIST_MODEL (choices),
                        app_portfolio_get_stage (self->portfolio));
}

static void
fill_filters (AppPortfolioPage *self)
{
  const char *const any[APP_PORTFOLIO_N_FILTERS] = {
    [APP_PORTFOLIO_SECTOR] = _ ("All sectors"), [APP_PORTFOLIO_REGION] = _ ("All regions"),
    [APP_PORTFOLIO_SIZE] = _ ("All sizes"),     [APP_PORTFOLIO_BAND] = _ ("All levels"),
    [APP_PORTFOLIO_TAG] = _ ("All tags"),
  };
  GtkDropDown *downs[APP_PORTFOLIO_N_FILTERS];

  self->filling = TRUE;
  get_downs (self, downs);
  for (guint i = 0; i < APP_PORTFOLIO_N_FILTERS; i++)
    {
      g_autoptr (GListModel) choices = app_portfolio_choices (self->portfolio, i, any[i]);
      const char *wanted = app_portfolio_get_filter (self->portfolio, i);

      gtk_widget_set_visible (GTK_WIDGET (downs[i]),
                              wanted != NULL || g_list_model_get_n_items (choices) > 1);
      app_choice_down_fill (downs[i], choices, wanted);
    }
  fill_stages (self);
  self->filling = FALSE;
}

static void
filter_cb (AppPortfolioPage *self)
{
  GtkDropDown *downs[APP_PORTFOLIO_N_FILTERS];

  if (self->filling || self->portfolio == NULL)
    return;
  get_downs (self, downs);
  app_portfolio_set_stage (self->portfolio, app_choice_down_get_id (self->stage));
  for (guint i = 0; i < APP_PORTFOLIO_N_FILTERS; i++)
    app_portfolio_set_filter (self->portfolio, i, app_choice_down_get_id (downs[i]));
}

/* What may leave counts everybody. */
static void
view_cb (AppPortfolioPage *self)
{
  const gboolean leaving
      = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "leaving") == 0;
  GtkDropDown *downs[APP_PORTFOLIO_N_FILTERS];

  if (self->sector == NULL)
    return; /* the template is being made */
  get_downs (self, downs);
  for (guint i = 0; i < APP_PORTFOLIO_N_FILTERS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (downs[i]), !leaving);
}

/* --- export ----------------------------------------------------------------------------------- */

static GPtrArray *
make_sheets (AppPortfolioPage *self)
{
  const ConsultationPortfolio *figures = app_portfolio_get_figures (self->portfolio);
  const BaseLanguage *language = app_portfolio_get_language (self->portfolio);
  const Catalogue *catalogue = app_portfolio_get_catalogue (self->portfolio);
  ConsultationDemand *demand = app_portfolio_study_get_demand (self->study);
  const WorkspaceHub hub = app_portfolio_get_hub (self->portfolio);
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)exchange_table_free);

  g_ptr_array_add (sheets, consultation_sheet_companies (figures, catalogue, language));
  g_ptr_array_add (sheets, consultation_sheet_dimensions (figures, language));
  g_ptr_array_add (sheets, consultation_sheet_changes (figures, 0, language));
  g_ptr_array_add (sheets, consultation_sheet_changes (figures, 1, language));
  g_ptr_array_add (sheets, consultation_sheet_stages (figures, &hub, language));
  for (guint i = 0; i < CONSULTATION_N_GROUPS; i++)
    g_ptr_array_add (sheets, consultation_sheet_groups (figures, i, catalogue, language));
  if (demand == NULL)
    return sheets;
  g_ptr_array_add (sheets, consultation_sheet_instruments (demand, language));
  g_ptr_array_add (sheets, consultation_sheet_services (demand, language));
  g_ptr_array_add (sheets, consultation_sheet_wishes (demand, language));
  return sheets;
}

static void
export_cb (GFile *file, gpointer user_data)
{
  AppPortfolioPage *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *json = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  WorkspaceHub hub;

  if (path == NULL || self->portfolio == NULL)
    return;
  sheets = make_sheets (self);
  hub = app_portfolio_get_hub (self->portfolio);
  json = consultation_sheet_json (app_portfolio_get_figures (self->portfolio), &hub,
                                  app_portfolio_study_get_demand (self->study));
  if (!consultation_sheet_write ((const ExchangeTable *const *)sheets->pdata, sheets->len, json,
                                 path, &error))
    app_compat_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("The table could not be written"), error->message);
}

/* "portfolio.export": the form, which is the end of the file's name too. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppPortfolioPage *self = APP_PORTFOLIO_PAGE (widget);
  const char *form = g_variant_get_string (target, NULL);
  g_autofree char *pattern = g_strdup_printf ("*.%s", form);
  g_autofree char *file = g_strdup_printf ("portfolio.%s", form);
  const AppFileRequest request = { .title = _ ("Write a table"),
                                   .accept = _ ("_Write"),
                                   .filter_name = _ ("Tables"),
                                   .pattern = pattern,
                                   .name = file };

  if (self->portfolio != NULL && app_portfolio_get_figures (self->portfolio) != NULL)
    app_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), &request, export_cb, self);
}

/* Of those that are counted now, the stage that is counted. */
static void
reports_action (GtkWidget *widget, const char *name, GVariant *target)
{
  AppPortfolioPage *self = APP_PORTFOLIO_PAGE (widget);
  const ConsultationPortfolio *figures
      = self->portfolio != NULL ? app_portfolio_get_figures (self->portfolio) : NULL;
  const GPtrArray *companies = figures != NULL ? consultation_portfolio_companies (figures) : NULL;
  GtkWidget *window;

  if (companies == NULL)
    return;
  window = app_reports_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   app_page_get_session (APP_PAGE (self)));
  for (guint i = 0; i < companies->len; i++)
    {
      const WorkspaceCompany *company = companies->pdata[i];
      const WorkspaceStage *stage = consultation_portfolio_stage (figures, company);

      if (stage != NULL)
        app_reports_window_add (APP_REPORTS_WINDOW (window), stage->id, company->name);
    }
  app_reports_window_present (APP_REPORTS_WINDOW (window));
}

/* --- reading ---------------------------------------------------------------------------------- */

/* Scores come in while the page stands: of companies that were just imported. */
static void
saved_cb (AppPortfolioPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    app_portfolio_follow (self->portfolio);
}

static void
ensure_portfolio (AppPortfolioPage *self)
{
  if (self->portfolio != NULL)
    return;
  self->portfolio = app_portfolio_new (app_page_get_session (APP_PAGE (self)));
  self->study = app_portfolio_study_new (self->portfolio);
  app_portfolio_overview_set_portfolio (self->overview, self->portfolio);
  app_portfolio_demand_set_study (self->demand, self->portfolio, self->study);
  app_portfolio_partners_set_study (self->partners, self->portfolio, self->study);
  app_portfolio_leaving_set_portfolio (self->leaving, self->portfolio);
  g_signal_connect_object (app_session_get_store (app_page_get_session (APP_PAGE (self))), "saved",
                           G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

void
app_portfolio_page_refresh (AppPortfolioPage *self, const char *company_id)
{
  g_autoptr (GError) error = NULL;
  gboolean any;

  g_return_if_fail (APP_IS_PORTFOLIO_PAGE (self));

  ensure_portfolio (self);
  app_portfolio_choose (self->portfolio, company_id);
  any = app_portfolio_get_pack (self->portfolio) != NULL
        && app_portfolio_refresh (self->portfolio, &error)
        && app_portfolio_get_everybody (self->portfolio)->len > 0;
  if (any)
    fill_filters (self);
  gtk_label_set_label (self->empty_note, error != NULL
                                             ? error->message
                                             : _ ("Companies that are assessed are shown here."));
  gtk_stack_set_visible_child_name (self->stack, any ? "portfolio" : "empty");
  gtk_widget_set_visible (self->export, any);
}

static void
narrow_cb (AppPortfolioPage *self)
{
  gtk_stack_set_visible_child_name (self->heads,
                                    app_page_get_narrow (APP_PAGE (self)) ? "title" : "switcher");
}

/* --- the object ------------------------------------------------------------------------------- */

static void
app_portfolio_page_dispose (GObject *object)
{
  AppPortfolioPage *self = APP_PORTFOLIO_PAGE (object);

  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_PORTFOLIO_PAGE);
  g_clear_object (&self->study);
  g_clear_object (&self->portfolio);
  G_OBJECT_CLASS (app_portfolio_page_parent_class)->dispose (object);
}

static void
app_portfolio_page_class_init (AppPortfolioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portfolio_page_dispose;
  g_type_ensure (APP_TYPE_PORTFOLIO_DEMAND);
  g_type_ensure (APP_TYPE_PORTFOLIO_LEAVING);
  g_type_ensure (APP_TYPE_PORTFOLIO_OVERVIEW);
  g_type_ensure (APP_TYPE_PORTFOLIO_PARTNERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portfolio-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppPortfolioPage, child)
  BIND (stack);
  BIND (heads);
  BIND (views);
  BIND (export);
  BIND (stage);
  BIND (sector);
  BIND (region);
  BIND (size);
  BIND (band);
  BIND (tag);
  BIND (overview);
  BIND (demand);
  BIND (partners);
  BIND (leaving);
  BIND (empty_note);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_install_action (widget_class, "portfolio.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "portfolio.reports", NULL, reports_action);
}

static void
app_portfolio_page_init (AppPortfolioPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  narrow_cb (self);
  self->filling = FALSE;
}
