/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pages/app-portfolio-page.h"

#include "app/app-compat.h"
#include "app/app-store.h"
#include "app/widgets/app-chart.h"
#include "app/widgets/app-table.h"
#include "base/base-data.h"
#include "base/base-date.h"
#include "consultation/consultation-aggregate.h"
#include "exchange/exchange-table.h"
#include "workspace/workspace-companies.h"

#include <glib/gi18n.h>

/* The page shows what consultation/ computed of the rows of the workspace. */

#define MOST_DUE 12
#define LOG_KEY "aggregate-exports" /* what left the hub and when: a JSON list in the workspace */

struct _AppPortfolioPage
{
  AppPage parent_instance;

  GPtrArray *companies; /* WorkspaceCompany; NULL: nothing could be read */
  ConsultationPortfolio *portfolio;

  /* template */
  GtkStack *stack;
  GtkDropDown *stage, *kind;
  GtkLabel *n_companies, *n_note, *median, *median_note, *change, *change_note, *due;
  AppChart *strips;
  AppTable *table, *groups, *stages, *leaving;
  GtkWidget *due_box;
  GtkListBox *due_list;
  GtkLabel *due_more, *left_out, *leaving_note, *empty_note;
};

G_DEFINE_FINAL_TYPE (AppPortfolioPage, app_portfolio_page, APP_TYPE_PAGE)

static const char *const stage_ids[] = { NULL, "T0", "T1", "T2" };

static SurveyPack *
get_pack (AppPortfolioPage *self)
{
  AppLibrary *library = app_session_get_library (app_page_get_session (APP_PAGE (self)));

  return app_library_get_pack (library, "dma-sme");
}

static const char *
get_stage (AppPortfolioPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->stage);

  return chosen < G_N_ELEMENTS (stage_ids) ? stage_ids[chosen] : NULL;
}

/* {{{ Words and figures */

/* Whole points; "–" without values. */
static char *
say_score (AppPortfolioPage *self, guint n, int hundredths)
{
  BaseLanguage *language = app_session_get_language (app_page_get_session (APP_PAGE (self)));
  int rounded = hundredths < 0 ? -((-hundredths + 50) / 100) : (hundredths + 50) / 100;

  return n > 0 ? base_language_integer (language, rounded) : g_strdup ("–");
}

static char *
say_count (AppPortfolioPage *self, gint64 n)
{
  return base_language_integer (app_session_get_language (app_page_get_session (APP_PAGE (self))),
                                n);
}

static char *
say_day (AppPortfolioPage *self, const char *day)
{
  return base_language_date (app_session_get_language (app_page_get_session (APP_PAGE (self))),
                             day);
}

static const char *
say_group (AppPortfolioPage *self, ConsultationGroupKind kind, const char *id)
{
  Catalogue *catalogue = app_session_get_catalogue (app_page_get_session (APP_PAGE (self)));
  SurveyPack *pack = get_pack (self);

  if (*id == '\0')
    return _ ("Not known");
  if (kind == CONSULTATION_GROUP_SECTOR)
    {
      const CatalogueTerm *term = catalogue_find_term (catalogue, CATALOGUE_TERM_SECTOR, id);

      return term != NULL ? app_page_tell (APP_PAGE (self), term->label) : id;
    }
  if (kind == CONSULTATION_GROUP_REGION)
    {
      const CatalogueRegion *region = catalogue_find_region (catalogue, id);

      return region != NULL ? region->name : id;
    }
  for (guint i = 0; kind == CONSULTATION_GROUP_BAND && i < survey_pack_n_bands (pack); i++)
    if (g_str_equal (survey_pack_band (pack, i)->id, id))
      return app_page_tell (APP_PAGE (self), survey_pack_band (pack, i)->title);
  return id;
}

static void
take_label (GtkLabel *label, char *words)
{
  gtk_label_set_label (label, words);
  g_free (words);
}

/* }}} */
/* {{{ The four figures */

static void
show_figures (AppPortfolioPage *self)
{
  const ConsultationPortfolio *portfolio = self->portfolio;
  const ConsultationDistribution *overall = consultation_portfolio_overall (portfolio);
  const ConsultationDistribution *change = consultation_portfolio_change (portfolio, 0, -1);
  g_autofree char *today = base_date_today ();
  g_autofree char *low = say_score (self, overall->n, overall->low);
  g_autofree char *high = say_score (self, overall->n, overall->high);
  g_autofree char *moved = say_score (self, change->n, change->median);

  take_label (self->n_companies, say_count (self, consultation_portfolio_n_companies (portfolio)));
  take_label (self->n_note, g_strdup_printf (_ ("%u with a complete score"),
                                             consultation_portfolio_n_scored (portfolio)));
  take_label (self->median, say_score (self, overall->n, overall->median));
  take_label (self->median_note,
              g_strdup_printf (_ ("From %s to %s, n = %u"), low, high, overall->n));
  take_label (self->change,
              g_strdup_printf ("%s%s", change->n > 0 && change->median > 0 ? "+" : "", moved));
  take_label (self->change_note, g_strdup_printf (_ ("Median change, n = %u"), change->n));
  take_label (self->due, say_count (self, consultation_portfolio_n_due (portfolio, today)));
  take_label (
      self->left_out,
      g_strdup_printf (_ ("Assessments left out because their score is not of their present "
                          "answers, or of another questionnaire: %u"),
                       consultation_portfolio_n_left_out (portfolio)));
  gtk_widget_set_visible (GTK_WIDGET (self->left_out),
                          consultation_portfolio_n_left_out (portfolio) > 0);
}

/* }}} */
/* {{{ Strips and their table */

typedef struct
{
  GArray *strips; /* of ChartStrip */
  GPtrArray *owned;
  GPtrArray *cells;
  GPtrArray *tips;
  GArray *bands;
} Strips;

static const char *
keep (Strips *strips, char *words)
{
  g_ptr_array_add (strips->owned, words);
  return words;
}

static double
points (int hundredths)
{
  return hundredths / 100.0;
}

static void
add_strip (AppPortfolioPage *self,
           Strips *strips,
           const char *label,
           const ConsultationDistribution *spread)
{
  double *values = g_new0 (double, spread->n + 1);
  ChartStrip strip = { .label = label, .values = values, .n_values = spread->n };
  const char *figures[5];
  const int of[5] = { spread->low, spread->lower_quartile, spread->median, spread->upper_quartile,
                      spread->high };

  g_ptr_array_add (strips->owned, values);
  for (guint i = 0; i < spread->n; i++)
    values[i] = points (g_array_index (spread->values, int, i));
  strip.lower = spread->n > 0 ? points (spread->lower_quartile) : CHART_MISSING;
  strip.median = spread->n > 0 ? points (spread->median) : CHART_MISSING;
  strip.upper = spread->n > 0 ? points (spread->upper_quartile) : CHART_MISSING;
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    figures[i] = keep (strips, say_score (self, spread->n, of[i]));
  strip.median_text = figures[2];
  g_array_append_val (strips->strips, strip);
  g_ptr_array_add (strips->cells, (gpointer)label);
  g_ptr_array_add (strips->cells, (gpointer)keep (strips, say_count (self, spread->n)));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_ptr_array_add (strips->cells, (gpointer)figures[i]);
  g_ptr_array_add (
      strips->tips,
      (gpointer)keep (strips,
                      g_strdup_printf (_ ("%s: median %s, middle half from %s to %s, all from "
                                          "%s to %s, n = %u"),
                                       label, figures[2], figures[1], figures[3], figures[0],
                                       figures[4], spread->n)));
}

static void
add_bands (AppPortfolioPage *self, Strips *strips, SurveyPack *pack)
{
  for (guint i = 0; i < survey_pack_n_bands (pack); i++)
    {
      const SurveyBand *band = survey_pack_band (pack, i);
      ChartBand shown = { .title = app_page_tell (APP_PAGE (self), band->title),
                          .upper = points (band->upper),
                          .upper_text = keep (strips, say_score (self, 1, band->upper)) };

      g_array_append_val (strips->bands, shown);
    }
}

static void
show_strips (AppPortfolioPage *self)
{
  static const AppTableColumn blank = { 0 };
  SurveyPack *pack = get_pack (self);
  AppTableColumn columns[7] = { blank };
  const char *titles[]
      = { _ ("Area"),          _ ("n"),      _ ("Lowest"), _ ("Lower quarter"), _ ("Median"),
          _ ("Upper quarter"), _ ("Highest") };
  Strips strips
      = { g_array_new (FALSE, FALSE, sizeof (ChartStrip)), g_ptr_array_new_with_free_func (g_free),
          g_ptr_array_new (), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (ChartBand)) };
  ChartStripsSpec spec = { .median_title = _ ("Median"), .selected = -1 };
  g_autofree char *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = (AppTableColumn){ titles[i], i > 0 };
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    add_strip (self, &strips,
               app_page_tell (APP_PAGE (self), survey_pack_dimension (pack, i)->plain),
               consultation_portfolio_dimension (self->portfolio, i));
  add_bands (self, &strips, pack);
  spec.strips = (const ChartStrip *)strips.strips->data;
  spec.n_strips = strips.strips->len;
  spec.scale = (ChartScale){ .bands = (const ChartBand *)strips.bands->data,
                             .n_bands = strips.bands->len,
                             .zero_text = "0" };
  app_chart_set_strips (self->strips, &spec);
  app_chart_set_tips (self->strips, (const char *const *)strips.tips->pdata, strips.tips->len);
  g_ptr_array_add (strips.tips, NULL);
  all = g_strjoinv ("; ", (char **)strips.tips->pdata);
  app_chart_set_words (self->strips, _ ("Where they stand"), all);
  app_table_set (self->table, _ ("Where they stand"), columns, G_N_ELEMENTS (columns),
                 (const char *const *)strips.cells->pdata, survey_pack_n_dimensions (pack));
  g_array_unref (strips.strips);
  g_array_unref (strips.bands);
  g_ptr_array_unref (strips.cells);
  g_ptr_array_unref (strips.tips);
  g_ptr_array_unref (strips.owned);
}

/* }}} */
/* {{{ Groups, stages, what is due */

static void
show_groups (AppPortfolioPage *self)
{
  const AppTableColumn columns[] = { { _ ("Group"), FALSE },
                                     { _ ("Companies"), TRUE },
                                     { _ ("Median"), TRUE },
                                     { _ ("Middle half"), TRUE } };
  ConsultationGroupKind kind = (ConsultationGroupKind)gtk_drop_down_get_selected (self->kind);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = consultation_portfolio_n_groups (self->portfolio, kind);

  for (guint i = 0; i < n; i++)
    {
      const ConsultationGroup *group = consultation_portfolio_group (self->portfolio, kind, i);
      const ConsultationDistribution *spread = group->overall;
      g_autofree char *low = say_score (self, spread->n, spread->lower_quartile);
      g_autofree char *high = say_score (self, spread->n, spread->upper_quartile);

      g_ptr_array_add (cells, g_strdup (say_group (self, kind, group->id)));
      g_ptr_array_add (cells, say_count (self, group->n));
      g_ptr_array_add (cells, say_score (self, spread->n, spread->median));
      g_ptr_array_add (cells,
                       spread->n > 0 ? g_strdup_printf ("%s–%s", low, high) : g_strdup ("–"));
    }
  app_table_set (self->groups, _ ("Groups"), columns, G_N_ELEMENTS (columns),
                 (const char *const *)cells->pdata, n);
}

static void
show_stages (AppPortfolioPage *self)
{
  const AppTableColumn columns[] = { { _ ("Stage"), FALSE },
                                     { _ ("Done"), TRUE },
                                     { _ ("Planned"), TRUE },
                                     { _ ("Median change to the next"), TRUE } };
  AppStore *store = app_session_get_store (app_page_get_session (APP_PAGE (self)));
  WorkspaceHub hub = workspace_get_hub (app_store_get_workspace (store));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3; i++)
    {
      const ConsultationDistribution *change
          = i < 2 ? consultation_portfolio_change (self->portfolio, i, -1) : NULL;
      g_autofree char *moved = change != NULL ? say_score (self, change->n, change->median) : NULL;

      g_ptr_array_add (cells, g_strdup (stage_ids[i + 1]));
      g_ptr_array_add (cells, say_count (self, consultation_portfolio_n_done (self->portfolio, i)));
      g_ptr_array_add (cells,
                       hub.planned[i] > 0 ? say_count (self, hub.planned[i]) : g_strdup ("–"));
      g_ptr_array_add (cells, change != NULL && change->n > 0
                                  ? g_strdup_printf (_ ("%s, n = %u"), moved, change->n)
                                  : g_strdup ("–"));
    }
  app_table_set (self->stages, _ ("Stages done and planned"), columns, G_N_ELEMENTS (columns),
                 (const char *const *)cells->pdata, 3);
}

static void
add_due (AppPortfolioPage *self, const WorkspaceCompany *company)
{
  const WorkspaceStage *latest = workspace_company_latest (company);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = say_day (self, company->due_on);
  g_autofree char *when = g_strdup_printf (_ ("%s due %s"), company->due_stage, day);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 company->name != NULL ? company->name : _ ("Without a name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", latest->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-entry");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->due_list, row);
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  const WorkspaceCompany *x = *(const WorkspaceCompany *const *)a;
  const WorkspaceCompany *y = *(const WorkspaceCompany *const *)b;

  return g_strcmp0 (x->due_on, y->due_on);
}

/* The next days first; those that have passed are the very first. */
static void
show_due (AppPortfolioPage *self)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->due_list))) != NULL)
    gtk_list_box_remove (self->due_list, row);
  for (guint i = 0; i < self->companies->len; i++)
    {
      WorkspaceCompany *company = g_ptr_array_index (self->companies, i);

      if (company->due_stage != NULL && company->due_on != NULL
          && workspace_company_latest (company) != NULL)
        g_ptr_array_add (due, company);
    }
  g_ptr_array_sort (due, compare_due);
  for (guint i = 0; i < MIN (due->len, MOST_DUE); i++)
    add_due (self, g_ptr_array_index (due, i));
  gtk_widget_set_visible (self->due_box, due->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->due_more), due->len > MOST_DUE);
  take_label (self->due_more, g_strdup_printf (_ ("and %u more with a later day"),
                                               due->len - MIN (due->len, MOST_DUE)));
}

/* }}} */
/* {{{ What may leave the hub: the preview is the table that is written */

static ConsultationAggregate *
make_aggregate (AppPortfolioPage *self)
{
  return consultation_aggregate_new (self->companies, get_pack (self), get_stage (self),
                                     CONSULTATION_GROUP_SECTOR, CONSULTATION_GROUP_SIZE,
                                     CONSULTATION_AGGREGATE_THRESHOLD);
}

static char *
say_cell (ConsultationCell cell)
{
  if (cell.state == CONSULTATION_CELL_SUPPRESSED)
    return g_strdup (_ ("too few"));
  if (cell.state == CONSULTATION_CELL_EMPTY)
    return g_strdup ("0");
  return cell.median >= 0 ? g_strdup_printf (_ ("%d (median %d)"), cell.count, cell.median)
                          : g_strdup_printf ("%d", cell.count);
}

static ExchangeTable *
make_leaving (AppPortfolioPage *self)
{
  g_autoptr (ConsultationAggregate) aggregate = make_aggregate (self);
  ExchangeTable *table = exchange_table_new (_ ("Companies"));
  const int n_rows = (int)consultation_aggregate_n_rows (aggregate);
  const int n_columns = (int)consultation_aggregate_n_columns (aggregate);

  exchange_table_add_column (table, _ ("Sector"), EXCHANGE_TEXT);
  for (int c = 0; c < n_columns; c++)
    exchange_table_add_column (table,
                               say_group (self, CONSULTATION_GROUP_SIZE,
                                          consultation_aggregate_column (aggregate, (guint)c)),
                               EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("All"), EXCHANGE_TEXT);
  for (int r = 0; r <= n_rows; r++)
    {
      const int row = r < n_rows ? r : -1;

      exchange_table_add_text (
          table, row < 0 ? _ ("All")
                         : say_group (self, CONSULTATION_GROUP_SECTOR,
                                      consultation_aggregate_row (aggregate, (guint)row)));
      for (int c = 0; c <= n_columns; c++)
        {
          g_autofree char *words
              = say_cell (consultation_aggregate_cell (aggregate, row, c < n_columns ? c : -1));

          exchange_table_add_text (table, words);
        }
    }
  return table;
}

static void
show_leaving (AppPortfolioPage *self)
{
  g_autoptr (ExchangeTable) table = make_leaving (self);
  guint n_columns = exchange_table_n_columns (table), n_rows = exchange_table_n_rows (table);
  g_autofree AppTableColumn *columns = g_new0 (AppTableColumn, n_columns);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint c = 0; c < n_columns; c++)
    columns[c] = (AppTableColumn){ exchange_table_column_title (table, c), c > 0 };
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < n_columns; c++)
      g_ptr_array_add (cells, (gpointer)exchange_table_cell (table, r, c));
  app_table_set (self->leaving, _ ("Figures that may leave the hub"), columns, n_columns,
                 (const char *const *)cells->pdata, n_rows);
  take_label (
      self->leaving_note,
      g_strdup_printf (_ ("This table is all that is written: no names, no texts. Groups under "
                          "%d companies are left out, and others that would give them away; "
                          "counts and medians are rounded to fives."),
                       CONSULTATION_AGGREGATE_THRESHOLD));
}

/* }}} */
/* {{{ Exports */

static ExchangeTable *
make_companies (AppPortfolioPage *self)
{
  ExchangeTable *table = exchange_table_new (_ ("Companies"));
  SurveyPack *pack = get_pack (self);
  const char *wanted = get_stage (self);

  exchange_table_add_column (table, _ ("Company"), EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("Country"), EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("Region"), EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("Stage"), EXCHANGE_TEXT);
  exchange_table_add_column (table, _ ("Date"), EXCHANGE_DATE);
  exchange_table_add_column (table, _ ("Overall score"), EXCHANGE_DECIMAL);
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    exchange_table_add_column (
        table, app_page_tell (APP_PAGE (self), survey_pack_dimension (pack, i)->title),
        EXCHANGE_DECIMAL);
  for (guint i = 0; i < self->companies->len; i++)
    {
      const WorkspaceCompany *company = g_ptr_array_index (self->companies, i);
      const WorkspaceStage *stage = wanted != NULL ? workspace_company_stage (company, wanted)
                                                   : workspace_company_latest (company);
      gboolean counts = stage != NULL && stage->summary_is_current
                        && g_strcmp0 (stage->pack_id, survey_pack_id (pack)) == 0;

      exchange_table_add_text (table, company->name);
      exchange_table_add_text (table, company->country);
      exchange_table_add_text (table, company->region);
      exchange_table_add_text (table, stage != NULL ? stage->stage : NULL);
      exchange_table_add_date (table, stage != NULL ? stage->date : NULL);
      for (int d = -1; d < (int)survey_pack_n_dimensions (pack); d++)
        {
          int value = !counts ? -1 : d < 0 ? stage->overall : stage->dimensions[d];

          if (value >= 0)
            exchange_table_add_decimal (table, value);
          else
            exchange_table_add_empty (table);
        }
    }
  return table;
}

/* By the name's end: .ods, else CSV. */
static gboolean
write_table (const ExchangeTable *table, const char *path, GError **error)
{
  const ExchangeCsvStyle style = { .separator = ';', .byte_order_mark = TRUE };
  g_autofree char *text = NULL;

  if (g_str_has_suffix (path, ".ods"))
    return exchange_table_write_ods (&table, 1, path, error);
  text = exchange_table_to_csv (table, &style);
  return base_data_write (path, text, strlen (text), error);
}

static void
tell_written (AppPortfolioPage *self, gboolean written, const GError *error)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  if (!written)
    app_compat_tell (GTK_WINDOW (window), _ ("The table could not be written"), error->message);
}

static void
export_cb (GFile *file, gpointer user_data)
{
  AppPortfolioPage *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (ExchangeTable) table = path != NULL ? make_companies (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    tell_written (self, write_table (table, path, &error), error);
}

/* Day, stage and threshold of what left: nothing about companies. */
static gboolean
log_export (AppPortfolioPage *self, GError **error)
{
  AppStore *store = app_session_get_store (app_page_get_session (APP_PAGE (self)));
  Workspace *workspace = app_store_get_workspace (store);
  g_autofree char *old = workspace_get_setting (workspace, LOG_KEY);
  g_autofree char *today = base_date_today ();
  g_autofree char *line
      = g_strdup_printf ("{\"on\":\"%s\",\"stage\":\"%s\",\"threshold\":%d,\"companies\":%u}",
                         today, get_stage (self) != NULL ? get_stage (self) : "latest",
                         CONSULTATION_AGGREGATE_THRESHOLD, self->companies->len);
  g_autofree char *log = NULL;

  if (old != NULL && g_str_has_suffix (old, "]"))
    log = g_strdup_printf ("%.*s,%s]", (int)strlen (old) - 1, old, line);
  else
    log = g_strdup_printf ("[%s]", line);
  return workspace_set_setting (workspace, LOG_KEY, log, error);
}

/* Logged before it is written: nothing leaves without an entry. */
static void
leave_cb (GFile *file, gpointer user_data)
{
  AppPortfolioPage *self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (ExchangeTable) table = path != NULL ? make_leaving (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    tell_written (self, log_export (self, &error) && write_table (table, path, &error), error);
}

static void
choose (AppPortfolioPage *self, const char *name, AppFileCallback callback)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  const AppFileRequest request = { .title = _ ("Write a table"),
                                   .accept = _ ("_Write"),
                                   .filter_name = _ ("Spreadsheets"),
                                   .pattern = "*.ods",
                                   .name = name };

  if (self->portfolio != NULL)
    app_compat_choose_file (GTK_WINDOW (window), &request, callback, self);
}

static void
export_clicked_cb (AppPortfolioPage *self)
{
  choose (self, "portfolio.ods", export_cb);
}

static void
leave_clicked_cb (AppPortfolioPage *self)
{
  choose (self, "portfolio-anonymous.ods", leave_cb);
}

/* }}} */
/* {{{ Reading */

static void
show_all (AppPortfolioPage *self)
{
  if (self->companies == NULL || get_pack (self) == NULL)
    return;
  g_clear_pointer (&self->portfolio, consultation_portfolio_free);
  self->portfolio = consultation_portfolio_new (self->companies, get_pack (self), get_stage (self));
  show_figures (self);
  show_strips (self);
  show_groups (self);
  show_stages (self);
  show_due (self);
  show_leaving (self);
}

void
app_portfolio_page_refresh (AppPortfolioPage *self)
{
  AppStore *store = app_session_get_store (app_page_get_session (APP_PAGE (self)));
  const WorkspaceQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean any;

  g_return_if_fail (APP_IS_PORTFOLIO_PAGE (self));

  g_clear_pointer (&self->portfolio, consultation_portfolio_free);
  g_clear_pointer (&self->companies, g_ptr_array_unref);
  if (store != NULL && app_store_is_open (store))
    self->companies
        = workspace_list_companies (app_store_get_workspace (store), &query, NULL, &error);
  any = self->companies != NULL && self->companies->len > 0 && get_pack (self) != NULL;
  gtk_label_set_label (self->empty_note, error != NULL
                                             ? error->message
                                             : _ ("Companies that are assessed are shown here."));
  gtk_stack_set_visible_child_name (self->stack, any ? "portfolio" : "empty");
  if (any)
    show_all (self);
}

static void
kind_cb (AppPortfolioPage *self)
{
  if (self->portfolio != NULL)
    show_groups (self);
}

/* }}} */

static void
app_portfolio_page_dispose (GObject *object)
{
  AppPortfolioPage *self = APP_PORTFOLIO_PAGE (object);

  g_clear_pointer (&self->portfolio, consultation_portfolio_free);
  g_clear_pointer (&self->companies, g_ptr_array_unref);
  G_OBJECT_CLASS (app_portfolio_page_parent_class)->dispose (object);
}

static void
app_portfolio_page_class_init (AppPortfolioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = app_portfolio_page_dispose;
  g_type_ensure (APP_TYPE_CHART);
  g_type_ensure (APP_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/eu/waymark/Waymark/ui/app-portfolio-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, AppPortfolioPage, child)
  BIND (stack);
  BIND (stage);
  BIND (kind);
  BIND (n_companies);
  BIND (n_note);
  BIND (median);
  BIND (median_note);
  BIND (change);
  BIND (change_note);
  BIND (due);
  BIND (strips);
  BIND (table);
  BIND (groups);
  BIND (stages);
  BIND (leaving);
  BIND (due_box);
  BIND (due_list);
  BIND (due_more);
  BIND (left_out);
  BIND (leaving_note);
  BIND (empty_note);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_clicked_cb);
}

static void
app_portfolio_page_init (AppPortfolioPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
