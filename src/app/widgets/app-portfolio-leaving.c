/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/widgets/app-portfolio-leaving.h"

#include "app/app-compat.h"
#include "app/widgets/app-table.h"
#include "base/base-date.h"
#include "consultation/consultation-export-log.h"

#include <glib/gi18n.h>

/* The preview is the table that is written. */

struct _AppPortfolioLeaving
{
  AdwBin parent_instance;

  AppPortfolio *portfolio;

  /* template */
  GtkDropDown *rows, *columns;
  GtkSpinButton *threshold;
  GtkLabel *note, *problem, *log_note;
  AppTable *preview, *log;
  GtkWidget *write;
};

G_DEFINE_FINAL_TYPE (AppPortfolioLeaving, app_portfolio_leaving, ADW_TYPE_BIN)

/* --- the table -------------------------------------------------------------------------------- */

static ConsultationGroupKind
kind_of (GtkDropDown *down)
{
  return (ConsultationGroupKind)gtk_drop_down_get_selected (down);
}

static guint
threshold_of (AppPortfolioLeaving *self)
{
  return (guint)gtk_spin_button_get_value_as_int (self->threshold);
}

/* NULL: there is nothing to count yet. */
static ConsultationAggregate *
make_aggregate (AppPortfolioLeaving *self)
{
  GPtrArray *companies
      = self->portfolio != NULL ? app_portfolio_get_everybody (self->portfolio) : NULL;

  if (companies == NULL || kind_of (self->rows) == kind_of (self->columns))
    return NULL;
  return consultation_aggregate_new (companies, app_portfolio_get_pack (self->portfolio),
                                     app_portfolio_get_stage (self->portfolio),
                                     kind_of (self->rows), kind_of (self->columns),
                                     threshold_of (self));
}

static ExchangeTable *
make_sheet (AppPortfolioLeaving *self, const ConsultationAggregate *aggregate)
{
  return consultation_sheet_aggregate (aggregate, kind_of (self->rows), kind_of (self->columns),
                                       app_portfolio_get_catalogue (self->portfolio),
                                       app_portfolio_get_pack (self->portfolio),
                                       app_portfolio_get_language (self->portfolio));
}

static void
show_note (AppPortfolioLeaving *self, const ConsultationAggregate *aggregate)
{
  g_autofree char *words = g_strdup_printf (
      _ ("No names, no texts. Groups under %u companies are left out, and others that would give "
         "them away (%u cells); counts and medians are rounded to fives; regions are coarse. "
         "“Too few” says no number."),
      threshold_of (self), consultation_aggregate_n_suppressed (aggregate));

  gtk_label_set_label (self->note, words);
}

static void
show_preview (AppPortfolioLeaving *self)
{
  g_autoptr (ConsultationAggregate) aggregate = make_aggregate (self);
  const gboolean same = kind_of (self->rows) == kind_of (self->columns);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), same);
  gtk_label_set_label (self->problem, _ ("Rows and columns must be two different groupings."));
  gtk_widget_set_sensitive (self->write, aggregate != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), aggregate != NULL);
  if (aggregate == NULL)
    return;
  {
    g_autoptr (ExchangeTable) sheet = make_sheet (self, aggregate);

    app_table_set_sheet (self->preview, sheet, app_portfolio_get_language (self->portfolio));
  }
  show_note (self, aggregate);
}

static void
show_cb (AppPortfolioLeaving *self)
{
  if (self->portfolio != NULL)
    show_preview (self);
}

/* --- the log ---------------------------------------------------------------------------------- */

static ExchangeTable *
make_log (GPtrArray *log)
{
  ExchangeTable *table = exchange_table_new (_ ("What has left so far"));

  exchange_table_add_column (table, _ ("Day"), EXCHANGE_DATE);
  exchange_table_add_column (table, _ ("File"), EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("Stage"), EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("Smallest group"), EXCHANGE_INTEGER);
  exchange_table_add_column (table, _ ("Companies"), EXCHANGE_INTEGER);
  for (guint i = log->len; i > 0; i--)
    {
      const ConsultationExport *entry = log->pdata[i - 1];

      exchange_table_add_date (table, base_date_is_valid (entry->on) ? entry->on : NULL);
      exchange_table_add_text (table, entry->file);
      exchange_table_add_text (table, g_str_equal (entry->stage, "latest") ? _ ("Newest stage")
                                                                           : entry->stage);
      exchange_table_add_integer (table, entry->threshold);
      exchange_table_add_integer (table, entry->n_companies);
    }
  return table;
}

static void
show_log (AppPortfolioLeaving *self)
{
  Workspace *workspace = app_portfolio_get_workspace (self->portfolio);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log
      = workspace != NULL ? consultation_export_log_read (workspace, &error) : NULL;
  g_autoptr (ExchangeTable) table = log != NULL ? make_log (log) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->log), log != NULL && log->len > 0);
  gtk_label_set_label (self->log_note,
                       error != NULL ? error->message
                       : log == NULL || log->len == 0
                           ? _ ("Nothing yet. Each table is entered here before it is written.")
                           : _ ("Kept in the workspace, so that it travels with it."));
  if (table != NULL)
    app_table_set_sheet (self->log, table, app_portfolio_get_language (self->portfolio));
}

/* --- writing ---------------------------------------------------------------------------------- */

/* Entered before it is written: nothing leaves without an entry. */
static gboolean
enter (AppPortfolioLeaving *self, const char *path, GError **error)
{
  g_autoptr (ConsultationExport) entry = consultation_export_new ();
  const char *stage = app_portfolio_get_stage (self->portfolio);

  entry->on = base_date_today ();
  entry->stage = g_strdup (stage != NULL ? stage : "latest");
  entry->rows = g_strdup (consultation_group_word (kind_of (self->rows)));
  entry->columns = g_strdup (consultation_group_word (kind_of (self->columns)));
  entry->file = g_path_get_basename (path);
  entry->threshold = threshold_of (self);
  entry->n_companies = app_portfolio_get_everybody (self->portfolio)->len;
  return consultation_export_log_add (app_portfolio_get_workspace (self->portfolio), entry, error);
}

static gboolean
write_to (AppPortfolioLeaving *self, const char *path, GError **error)
{
  g_autoptr (ConsultationAggregate) aggregate = make_aggregate (self);
  g_autoptr (ExchangeTable) sheet = NULL;
  g_autofree char *json = NULL;

  if (aggregate == NULL)
    return TRUE;
  sheet = make_sheet (self, aggregate);
  json = consultation_sheet_aggregate_json (aggregate, kind_of (self->rows),
                                            kind_of (self->columns));
  return enter (self, path, error)
         && consultation_sheet_write ((const ExchangeTable *const *)&sheet, 1, json, path, error);
}

static void
file_cb (GFile *file, gpointer user_data)
{
  AppPortfolioLeaving *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->portfolio == NULL)
    return;
  if (!write_to (self, path, &error))
    app_compat_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     _ ("The table could not be written"), error->message);
  show_log (self);
}

static void
write_cb (AppPortfolioLeaving *self)
{
  const AppFileRequest request = { .title = _ ("Write a table"),
                                   .accept = _ ("_Write"),
                                   .filter_name = _ ("Spreadsheets"),
                                   .pattern = "*.ods",
                                   .name = "portfolio-anonymous.ods" };

  app_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &request, file_cb,
                          self);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
counted_cb (AppPortfolioLeaving *self)
{
  show_preview (self);
  show_log (self);
}

static void
app_portfolio_leaving_dispose (GObject *object)
{
  AppPortfolioLeaving *self = APP_PORTFOLIO_LEAVING (object);

  g_clear_object (&self->portfolio);
  app_compat_dispose_bin (ADW_BIN (self), APP_TYPE_PORTFOLIO_LEAVING);
  G_OBJECT_CLASS (app_portfolio_leaving_parent_class)->dispose (object);
}

static void
app_portfolio_leaving_class_init (AppPortfolioLeavingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portfolio_leaving_dispose;
  g_type_ensure (APP_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portfolio-leaving.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppPortfolioLeaving, child)
  BIND (rows);
  BIND (columns);
  BIND (threshold);
  BIND (note);
  BIND (problem);
  BIND (log_note);
  BIND (preview);
  BIND (log);
  BIND (write);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
}

static void
app_portfolio_leaving_init (AppPortfolioLeaving *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->columns, CONSULTATION_GROUP_SIZE);
}

void
app_portfolio_leaving_set_portfolio (AppPortfolioLeaving *self, AppPortfolio *portfolio)
{
  g_return_if_fail (APP_IS_PORTFOLIO_LEAVING (self));
  g_return_if_fail (self->portfolio == NULL);

  self->portfolio = g_object_ref (portfolio);
  g_signal_connect_object (portfolio, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
}
