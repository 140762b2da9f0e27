/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-portfolio-demand.h"

#include "app/app-compat.h"
#include "app/widgets/app-table.h"

#include <glib/gi18n.h>

/* Three tables once the study is done, else how far it is. */

struct _AppPortfolioDemand
{
  AdwBin parent_instance;

  AppPortfolio *portfolio;
  AppPortfolioStudy *study;

  /* template */
  GtkStack *stack;
  GtkLabel *busy_note, *lead;
  GtkProgressBar *progress;
  AppTable *instruments, *services, *wishes;
  GtkWidget *no_wish;
};

G_DEFINE_FINAL_TYPE (AppPortfolioDemand, app_portfolio_demand, ADW_TYPE_BIN)

static void
take_table (AppPortfolioDemand *self, AppTable *table, ExchangeTable *sheet)
{
  app_table_set_sheet (table, sheet, app_portfolio_get_language (self->portfolio));
  exchange_table_free (sheet);
}

static void
show_lead (AppPortfolioDemand *self, const ConsultationDemand *demand)
{
  const guint n = consultation_demand_n_companies (demand);
  const guint n_unread = app_portfolio_study_n_unread (self->study);
  g_autofree char *counted
      = g_strdup_printf (ngettext ("%u company counted, by the rules of today.",
                                   "%u companies counted, by the rules of today.", n),
                         n);
  g_autofree char *unread
      = g_strdup_printf (_ ("Assessments that could not be read: %u"), n_unread);
  g_autofree char *words = g_strjoin (" ", counted, n_unread > 0 ? unread : NULL, NULL);

  gtk_label_set_label (self->lead, words);
}

static void
show_demand (AppPortfolioDemand *self, ConsultationDemand *demand)
{
  const BaseLanguage *language = app_portfolio_get_language (self->portfolio);
  const gboolean any = consultation_demand_wishes (demand)->len > 0;

  show_lead (self, demand);
  take_table (self, self->instruments, consultation_sheet_instruments (demand, language));
  take_table (self, self->services, consultation_sheet_services (demand, language));
  take_table (self, self->wishes, consultation_sheet_wishes (demand, language));
  gtk_widget_set_visible (GTK_WIDGET (self->wishes), any);
  gtk_widget_set_visible (self->no_wish, !any);
}

static void
show_progress (AppPortfolioDemand *self)
{
  const double progress = app_portfolio_study_progress (self->study);
  g_autofree char *words
      = g_strdup_printf (_ ("Going through the companies: %d %%"), (int)(progress * 100));

  gtk_label_set_label (self->busy_note, words);
  gtk_progress_bar_set_fraction (self->progress, progress);
}

/* Other figures are counted anew only while somebody looks. */
static void
changed_cb (AppPortfolioDemand *self)
{
  ConsultationDemand *demand = app_portfolio_study_get_demand (self->study);

  if (demand != NULL)
    show_demand (self, demand);
  show_progress (self);
  gtk_stack_set_visible_child_name (self->stack, demand != NULL ? "done"
                                                 : app_portfolio_study_is_busy (self->study)
                                                     ? "busy"
                                                     : "again");
}

static void
counted_cb (AppPortfolioDemand *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    app_portfolio_study_start (self->study);
}

static void
start_cb (AppPortfolioDemand *self)
{
  app_portfolio_study_start (self->study);
}

static void
stop_cb (AppPortfolioDemand *self)
{
  app_portfolio_study_stop (self->study);
}

static void
app_portfolio_demand_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (app_portfolio_demand_parent_class)->map (widget);
  app_portfolio_study_start (APP_PORTFOLIO_DEMAND (widget)->study);
}

static void
app_portfolio_demand_dispose (GObject *object)
{
  AppPortfolioDemand *self = APP_PORTFOLIO_DEMAND (object);

  g_clear_object (&self->portfolio);
  g_clear_object (&self->study);
  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_PORTFOLIO_DEMAND);
  G_OBJECT_CLASS (app_portfolio_demand_parent_class)->dispose (object);
}

static void
app_portfolio_demand_class_init (AppPortfolioDemandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portfolio_demand_dispose;
  widget_class->map = app_portfolio_demand_map;
  g_type_ensure (APP_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portfolio-demand.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppPortfolioDemand, child)
  BIND (stack);
  BIND (busy_note);
  BIND (lead);
  BIND (progress);
  BIND (instruments);
  BIND (services);
  BIND (wishes);
  BIND (no_wish);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
app_portfolio_demand_init (AppPortfolioDemand *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
app_portfolio_demand_set_study (AppPortfolioDemand *self,
                                AppPortfolio *portfolio,
                                AppPortfolioStudy *study)
{
  g_return_if_fail (APP_IS_PORTFOLIO_DEMAND (self));
  g_return_if_fail (self->study == NULL);

  self->portfolio = g_object_ref (portfolio);
  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (portfolio, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
