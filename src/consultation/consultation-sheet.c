/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-sheet.h"

#include "base/base-data.h"
#include "consultation/consultation-error.h"
#include "consultation/consultation-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows and columns only: the figures are the portfolio's. */

#define TR(msgid) base_language_gettext (language, msgid)

/* {{{ Names */

static char *
name_of_id (ConsultationGroupKind kind,
            const char *id,
            const Catalogue *catalogue,
            SurveyPack *pack,
            const BaseLanguage *language)
{
  static const struct
  {
    const char *id, *name;
  } sizes[] = { { "micro", N_ ("Micro") },
                { "small", N_ ("Small") },
                { "medium", N_ ("Medium") },
                { "not-sme", N_ ("Not an SME") } };
  const CatalogueTerm *term;
  const CatalogueRegion *region;
  const CatalogueCountry *country;

  if (kind == CONSULTATION_GROUP_SECTOR
      && (term = catalogue_find_term (catalogue, CATALOGUE_TERM_SECTOR, id)) != NULL)
    return g_strdup (TR (term->label));
  if (kind == CONSULTATION_GROUP_REGION && (region = catalogue_find_region (catalogue, id)) != NULL)
    return g_strdup_printf ("%s (%s)", region->name, id);
  if (kind == CONSULTATION_GROUP_COUNTRY
      && (country = catalogue_find_country (catalogue, id)) != NULL)
    return g_strdup (TR (country->name));
  for (guint i = 0; kind == CONSULTATION_GROUP_SIZE && i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i].id, id))
      return g_strdup (TR (sizes[i].name));
  for (guint i = 0; kind == CONSULTATION_GROUP_BAND && i < survey_pack_n_bands (pack); i++)
    if (g_str_equal (survey_pack_band (pack, i)->id, id))
      return g_strdup (TR (survey_pack_band (pack, i)->title));
  return g_strdup (id);
}

char *
consultation_sheet_group_name (ConsultationGroupKind kind,
                               const char *id,
                               const Catalogue *catalogue,
                               SurveyPack *pack,
                               const BaseLanguage *language)
{
  g_return_val_if_fail (id != NULL && catalogue != NULL && pack != NULL, NULL);

  return *id == '\0' ? g_strdup (TR (N_ ("Not known")))
                     : name_of_id (kind, id, catalogue, pack, language);
}

static const char *
kind_title (ConsultationGroupKind kind, const BaseLanguage *language)
{
  static const char *const titles[CONSULTATION_N_GROUPS] = {
    [CONSULTATION_GROUP_SECTOR] = N_ ("Sector"),   [CONSULTATION_GROUP_SIZE] = N_ ("Size"),
    [CONSULTATION_GROUP_COUNTRY] = N_ ("Country"), [CONSULTATION_GROUP_REGION] = N_ ("Region"),
    [CONSULTATION_GROUP_STAGE] = N_ ("Stage"),     [CONSULTATION_GROUP_BAND] = N_ ("Level"),
  };

  return TR (titles[kind]);
}

/* }}} */
/* {{{ Companies */

static void
add_value (ExchangeTable *table, int hundredths, gboolean known)
{
  if (known)
    exchange_table_add_decimal (table, hundredths);
  else
    exchange_table_add_empty (table);
}

/* A text, or nothing where the id is not known. */
static void
add_name (ExchangeTable *table,
          ConsultationGroupKind kind,
          const char *id,
          const Catalogue *catalogue,
          SurveyPack *pack,
          const BaseLanguage *language)
{
  g_autofree char *name = id != NULL ? name_of_id (kind, id, catalogue, pack, language) : NULL;

  exchange_table_add_text (table, name);
}

static void
add_company (ExchangeTable *table,
             const ConsultationPortfolio *portfolio,
             const WorkspaceCompany *company,
             const Catalogue *catalogue,
             const BaseLanguage *language)
{
  SurveyPack *pack = consultation_portfolio_pack (portfolio);
  const WorkspaceStage *stage = consultation_portfolio_stage (portfolio, company);

  exchange_table_add_text (table, company->name);
  exchange_table_add_text (table, company->country);
  exchange_table_add_text (table, company->region);
  add_name (table, CONSULTATION_GROUP_SECTOR, company->sectors[0], catalogue, pack, language);
  add_name (table, CONSULTATION_GROUP_SIZE, stage != NULL ? stage->size : NULL, catalogue, pack,
            language);
  exchange_table_add_text (table, stage != NULL ? stage->stage : NULL);
  exchange_table_add_date (table, stage != NULL ? stage->date : NULL);
  add_name (table, CONSULTATION_GROUP_BAND, stage != NULL ? stage->band : NULL, catalogue, pack,
            language);
  add_value (table, stage != NULL ? stage->overall : -1, stage != NULL && stage->overall >= 0);
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    add_value (table, stage != NULL ? stage->dimensions[i] : -1,
               stage != NULL && stage->dimensions[i] >= 0);
}

ExchangeTable *
consultation_sheet_companies (const ConsultationPortfolio *portfolio,
                              const Catalogue *catalogue,
                              const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (TR (N_ ("Companies")));
  SurveyPack *pack = consultation_portfolio_pack (portfolio);
  const GPtrArray *companies = consultation_portfolio_companies (portfolio);

  exchange_table_add_column (table, TR (N_ ("Company")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Country")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Region")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Sector")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Size")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Stage")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Date")), EXCHANGE_DATE);
  exchange_table_add_column (table, TR (N_ ("Level")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Overall score")), EXCHANGE_DECIMAL);
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    exchange_table_add_column (table, TR (survey_pack_dimension (pack, i)->title),
                               EXCHANGE_DECIMAL);
  for (guint i = 0; i < companies->len; i++)
    add_company (table, portfolio, companies->pdata[i], catalogue, language);
  return table;
}

/* }}} */
/* {{{ Distributions */

static void
add_distribution_columns (ExchangeTable *table, const BaseLanguage *language)
{
  exchange_table_add_column (table, TR (N_ ("Area")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("n")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("Lowest")), EXCHANGE_DECIMAL);
  exchange_table_add_column (table, TR (N_ ("Lower quarter")), EXCHANGE_DECIMAL);
  exchange_table_add_column (table, TR (N_ ("Median")), EXCHANGE_DECIMAL);
  exchange_table_add_column (table, TR (N_ ("Upper quarter")), EXCHANGE_DECIMAL);
  exchange_table_add_column (table, TR (N_ ("Highest")), EXCHANGE_DECIMAL);
}

static void
add_distribution (ExchangeTable *table, const char *name, const ConsultationDistribution *spread)
{
  const int values[] = { spread->low, spread->lower_quartile, spread->median,
                         spread->upper_quartile, spread->high };

  exchange_table_add_text (table, name);
  exchange_table_add_integer (table, spread->n);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    add_value (table, values[i], spread->n > 0);
}

ExchangeTable *
consultation_sheet_dimensions (const ConsultationPortfolio *portfolio, const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (TR (N_ ("Where they stand")));
  SurveyPack *pack = consultation_portfolio_pack (portfolio);

  add_distribution_columns (table, language);
  add_distribution (table, TR (N_ ("Overall score")), consultation_portfolio_overall (portfolio));
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    add_distribution (table, TR (survey_pack_dimension (pack, i)->plain),
                      consultation_portfolio_dimension (portfolio, i));
  return table;
}

ExchangeTable *
consultation_sheet_changes (const ConsultationPortfolio *portfolio,
                            guint from,
                            const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (from == 0 ? TR (N_ ("Change from T0 to T1"))
                                                       : TR (N_ ("Change from T1 to T2")));
  SurveyPack *pack = consultation_portfolio_pack (portfolio);

  add_distribution_columns (table, language);
  for (int i = -1; i < (int)survey_pack_n_dimensions (pack); i++)
    add_distribution (table,
                      i < 0 ? TR (N_ ("Overall score"))
                            : TR (survey_pack_dimension (pack, (guint)i)->plain),
                      consultation_portfolio_change (portfolio, from, i));
  return table;
}

ExchangeTable *
consultation_sheet_groups (const ConsultationPortfolio *portfolio,
                           ConsultationGroupKind kind,
                           const Catalogue *catalogue,
                           const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (kind_title (kind, language));
  const guint n = consultation_portfolio_n_groups (portfolio, kind);

  exchange_table_add_column (table, kind_title (kind, language), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Companies")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("With a score")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("Lower quarter")), EXCHANGE_DECIMAL);
  exchange_table_add_column (table, TR (N_ ("Median")), EXCHANGE_DECIMAL);
  exchange_table_add_column (table, TR (N_ ("Upper quarter")), EXCHANGE_DECIMAL);
  for (guint i = 0; i < n; i++)
    {
      const ConsultationGroup *group = consultation_portfolio_group (portfolio, kind, i);
      const ConsultationDistribution *spread = group->overall;
      g_autofree char *name = consultation_sheet_group_name (
          kind, group->id, catalogue, consultation_portfolio_pack (portfolio), language);

      exchange_table_add_text (table, name);
      exchange_table_add_integer (table, group->n);
      exchange_table_add_integer (table, spread->n);
      add_value (table, spread->lower_quartile, spread->n > 0);
      add_value (table, spread->median, spread->n > 0);
      add_value (table, spread->upper_quartile, spread->n > 0);
    }
  return table;
}

ExchangeTable *
consultation_sheet_stages (const ConsultationPortfolio *portfolio,
                           const WorkspaceHub *hub,
                           const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (TR (N_ ("Stages done and planned")));

  exchange_table_add_column (table, TR (N_ ("Stage")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Done")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("Planned")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("Share in %")), EXCHANGE_INTEGER);
  for (guint i = 0; i < CONSULTATION_N_STAGES; i++)
    {
      const guint done = consultation_portfolio_n_done (portfolio, i);

      exchange_table_add_text (table, consultation_stage_word (i));
      exchange_table_add_integer (table, done);
      if (hub->planned[i] == 0)
        {
          exchange_table_add_empty (table);
          exchange_table_add_empty (table);
          continue;
        }
      exchange_table_add_integer (table, hub->planned[i]);
      exchange_table_add_integer (table, (gint64)done * 100 / hub->planned[i]);
    }
  return table;
}

/* }}} */
/* {{{ Demand */

static const char *
call_word (AdviceCall call, const BaseLanguage *language)
{
  return call == ADVICE_CALL_OPEN     ? TR (N_ ("open"))
         : call == ADVICE_CALL_CLOSED ? TR (N_ ("closed"))
                                      : TR (N_ ("not known"));
}

ExchangeTable *
consultation_sheet_instruments (ConsultationDemand *demand, const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (TR (N_ ("Kinds of support")));

  exchange_table_add_column (table, TR (N_ ("Kind of support")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Call")), EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Of this kind")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("Cannot tell")), EXCHANGE_INTEGER);
  exchange_table_add_column (table, TR (N_ ("Not of this kind")), EXCHANGE_INTEGER);
  for (guint i = 0; i < consultation_demand_n_instruments (demand); i++)
    {
      const ConsultationInstrumentDemand *row = consultation_demand_instrument (demand, i);

      exchange_table_add_text (table, row->instrument->own ? row->instrument->title
                                                           : TR (row->instrument->title));
      exchange_table_add_text (table, call_word (row->call, language));
      exchange_table_add_integer (table, row->n_eligible);
      exchange_table_add_integer (table, row->n_unknown);
      exchange_table_add_integer (table, row->n_not_eligible);
    }
  return table;
}

/* How many companies each of @rows (ConsultationServiceDemand) is for. */
static ExchangeTable *
count_companies (const char *title,
                 const char *column,
                 const GPtrArray *rows,
                 const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (title);

  exchange_table_add_column (table, column, EXCHANGE_TEXT);
  exchange_table_add_column (table, TR (N_ ("Companies")), EXCHANGE_INTEGER);
  for (guint i = 0; i < rows->len; i++)
    {
      const ConsultationServiceDemand *row = rows->pdata[i];
      g_autofree char *name = base_language_format (language, row->title);

      exchange_table_add_text (table, name);
      exchange_table_add_integer (table, row->n);
    }
  return table;
}

ExchangeTable *
consultation_sheet_services (ConsultationDemand *demand, const BaseLanguage *language)
{
  return count_companies (TR (N_ ("Services to ask a hub for")), TR (N_ ("Service")),
                          consultation_demand_services (demand), language);
}

ExchangeTable *
consultation_sheet_wishes (ConsultationDemand *demand, const BaseLanguage *language)
{
  return count_companies (TR (N_ ("What companies ask for themselves")),
                          TR (N_ ("Help or technology")), consultation_demand_wishes (demand),
                          language);
}

/* }}} */
/* {{{ What may leave */

static char *
say_cell (ConsultationCell cell, const BaseLanguage *language)
{
  g_autoptr (BaseText) text = NULL;

  if (cell.state == CONSULTATION_CELL_SUPPRESSED)
    return g_strdup (TR (N_ ("too few")));
  if (cell.state == CONSULTATION_CELL_EMPTY)
    return g_strdup ("0");
  if (cell.median < 0)
    return g_strdup_printf ("%d", cell.count);
  text = base_text_with_integer (
      base_text_with_integer (base_text_new (N_ ("{count} (median {median})")), "count",
                              cell.count),
      "median", cell.median);
  return base_language_format (language, text);
}

ExchangeTable *
consultation_sheet_aggregate (const ConsultationAggregate *aggregate,
                              ConsultationGroupKind rows,
                              ConsultationGroupKind columns,
                              const Catalogue *catalogue,
                              SurveyPack *pack,
                              const BaseLanguage *language)
{
  ExchangeTable *table = exchange_table_new (TR (N_ ("Companies")));
  const int n_rows = (int)consultation_aggregate_n_rows (aggregate);
  const int n_columns = (int)consultation_aggregate_n_columns (aggregate);

  exchange_table_add_column (table, kind_title (rows, language), EXCHANGE_TEXT);
  for (int c = 0; c < n_columns; c++)
    {
      g_autofree char *name = consultation_sheet_group_name (
          columns, consultation_aggregate_column (aggregate, (guint)c), catalogue, pack, language);

      exchange_table_add_column (table, name, EXCHANGE_TEXT);
    }
  exchange_table_add_column (table, TR (N_ ("All")), EXCHANGE_TEXT);
  for (int r = 0; r <= n_rows; r++)
    {
      const int row = r < n_rows ? r : -1;
      g_autofree char *name = row < 0 ? g_strdup (TR (N_ ("All")))
                                      : consultation_sheet_group_name (
                                          rows, consultation_aggregate_row (aggregate, (guint)row),
                                          catalogue, pack, language);

      exchange_table_add_text (table, name);
      for (int c = 0; c <= n_columns; c++)
        {
          g_autofree char *words = say_cell (
              consultation_aggregate_cell (aggregate, row, c < n_columns ? c : -1), language);

          exchange_table_add_text (table, words);
        }
    }
  return table;
}

/* }}} */

gboolean
consultation_sheet_write (
    const ExchangeTable *const *tables, guint n, const char *json, const char *path, GError **error)
{
  const ExchangeCsvStyle style = { .separator = ';', .byte_order_mark = TRUE };
  g_autofree char *csv = NULL;

  g_return_val_if_fail (n > 0 && json != NULL && path != NULL, FALSE);

  if (g_str_has_suffix (path, ".ods"))
    return exchange_table_write_ods (tables, n, path, error);
  if (g_str_has_suffix (path, ".json"))
    return base_data_write (path, json, strlen (json), error);
  if (!g_str_has_suffix (path, ".csv"))
    {
      g_set_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_FILE,
                   _ ("%s: expected a name that ends in .ods, .csv or .json"), path);
      return FALSE;
    }
  csv = exchange_table_to_csv (tables[0], &style);
  return base_data_write (path, csv, strlen (csv), error);
}
