/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-sheet.h"

#include "base/base-json-writer.h"
#include "consultation/consultation-stage.h"

/* The figures for other programs: ids instead of words, null where nothing is known. */

static void
write_points (BaseJsonWriter *writer, const char *member, int hundredths, gboolean known)
{
  if (known)
    base_json_writer_decimal (writer, member, hundredths, 2);
  else
    base_json_writer_null (writer, member);
}

/* The members; the caller opens and closes the object. */
static void
write_distribution (BaseJsonWriter *writer, const ConsultationDistribution *spread)
{
  base_json_writer_integer (writer, "n", spread->n);
  write_points (writer, "lowest", spread->low, spread->n > 0);
  write_points (writer, "lower_quartile", spread->lower_quartile, spread->n > 0);
  write_points (writer, "median", spread->median, spread->n > 0);
  write_points (writer, "upper_quartile", spread->upper_quartile, spread->n > 0);
  write_points (writer, "highest", spread->high, spread->n > 0);
}

/* "overall" and "dimensions": of the change @from a stage to the next, or (-1) of the scores. */
static void
write_distributions (BaseJsonWriter *writer, const ConsultationPortfolio *portfolio, int from)
{
  SurveyPack *pack = consultation_portfolio_pack (portfolio);

  base_json_writer_begin_object (writer, "overall");
  write_distribution (writer, from < 0
                                  ? consultation_portfolio_overall (portfolio)
                                  : consultation_portfolio_change (portfolio, (guint)from, -1));
  base_json_writer_end_object (writer);
  base_json_writer_begin_array (writer, "dimensions");
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", survey_pack_dimension (pack, i)->id);
      write_distribution (
          writer, from < 0 ? consultation_portfolio_dimension (portfolio, i)
                           : consultation_portfolio_change (portfolio, (guint)from, (int)i));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_change (BaseJsonWriter *writer, const ConsultationPortfolio *portfolio, guint from)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "from", consultation_stage_word (from));
  base_json_writer_string (writer, "to", consultation_stage_word (from + 1));
  write_distributions (writer, portfolio, (int)from);
  base_json_writer_end_object (writer);
}

static void
write_groups (BaseJsonWriter *writer, const ConsultationPortfolio *portfolio)
{
  base_json_writer_begin_object (writer, "groups");
  for (guint kind = 0; kind < CONSULTATION_N_GROUPS; kind++)
    {
      base_json_writer_begin_array (writer, consultation_group_word (kind));
      for (guint i = 0; i < consultation_portfolio_n_groups (portfolio, kind); i++)
        {
          const ConsultationGroup *group = consultation_portfolio_group (portfolio, kind, i);

          base_json_writer_begin_object (writer, NULL);
          base_json_writer_string (writer, "id", *group->id != '\0' ? group->id : NULL);
          base_json_writer_integer (writer, "companies", group->n);
          write_distribution (writer, group->overall);
          base_json_writer_end_object (writer);
        }
      base_json_writer_end_array (writer);
    }
  base_json_writer_end_object (writer);
}

static void
write_stages (BaseJsonWriter *writer,
              const ConsultationPortfolio *portfolio,
              const WorkspaceHub *hub)
{
  base_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < CONSULTATION_N_STAGES; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "stage", consultation_stage_word (i));
      base_json_writer_integer (writer, "done", consultation_portfolio_n_done (portfolio, i));
      if (hub->planned[i] > 0)
        base_json_writer_integer (writer, "planned", hub->planned[i]);
      else
        base_json_writer_null (writer, "planned");
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_counts (BaseJsonWriter *writer, const char *member, const GPtrArray *rows)
{
  base_json_writer_begin_array (writer, member);
  for (guint i = 0; i < rows->len; i++)
    {
      const ConsultationServiceDemand *row = rows->pdata[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", row->id);
      base_json_writer_integer (writer, "companies", row->n);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_demand (BaseJsonWriter *writer, ConsultationDemand *demand)
{
  base_json_writer_begin_object (writer, "demand");
  base_json_writer_integer (writer, "companies", consultation_demand_n_companies (demand));
  base_json_writer_begin_array (writer, "instruments");
  for (guint i = 0; i < consultation_demand_n_instruments (demand); i++)
    {
      const ConsultationInstrumentDemand *row = consultation_demand_instrument (demand, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", row->instrument->id);
      base_json_writer_string (writer, "call", advice_call_name (row->call));
      base_json_writer_integer (writer, "eligible", row->n_eligible);
      base_json_writer_integer (writer, "unknown", row->n_unknown);
      base_json_writer_integer (writer, "not_eligible", row->n_not_eligible);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  write_counts (writer, "services", consultation_demand_services (demand));
  write_counts (writer, "wishes", consultation_demand_wishes (demand));
  base_json_writer_end_object (writer);
}

char *
consultation_sheet_json (const ConsultationPortfolio *portfolio,
                         const WorkspaceHub *hub,
                         ConsultationDemand *demand)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "companies", consultation_portfolio_n_companies (portfolio));
  base_json_writer_integer (writer, "scored", consultation_portfolio_n_scored (portfolio));
  base_json_writer_integer (writer, "left_out", consultation_portfolio_n_left_out (portfolio));
  write_distributions (writer, portfolio, -1);
  base_json_writer_begin_array (writer, "changes");
  write_change (writer, portfolio, 0);
  write_change (writer, portfolio, 1);
  base_json_writer_end_array (writer);
  write_groups (writer, portfolio);
  write_stages (writer, portfolio, hub);
  if (demand != NULL)
    write_demand (writer, demand);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

/* --- what may leave --------------------------------------------------------------------------- */

static void
write_cell (BaseJsonWriter *writer, const ConsultationAggregate *aggregate, int row, int column)
{
  const ConsultationCell cell = consultation_aggregate_cell (aggregate, row, column);
  const char *row_id = row < 0 ? "all" : consultation_aggregate_row (aggregate, (guint)row);
  const char *column_id
      = column < 0 ? "all" : consultation_aggregate_column (aggregate, (guint)column);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "row", *row_id != '\0' ? row_id : NULL);
  base_json_writer_string (writer, "column", *column_id != '\0' ? column_id : NULL);
  base_json_writer_boolean (writer, "suppressed", cell.state == CONSULTATION_CELL_SUPPRESSED);
  if (cell.state == CONSULTATION_CELL_SUPPRESSED)
    base_json_writer_null (writer, "companies");
  else
    base_json_writer_integer (writer, "companies", MAX (cell.count, 0));
  if (cell.state == CONSULTATION_CELL_SHOWN && cell.median >= 0)
    base_json_writer_integer (writer, "median", cell.median);
  else
    base_json_writer_null (writer, "median");
  base_json_writer_end_object (writer);
}

char *
consultation_sheet_aggregate_json (const ConsultationAggregate *aggregate,
                                   ConsultationGroupKind rows,
                                   ConsultationGroupKind columns)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);
  const int n_rows = (int)consultation_aggregate_n_rows (aggregate);
  const int n_columns = (int)consultation_aggregate_n_columns (aggregate);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "rows", consultation_group_word (rows));
  base_json_writer_string (writer, "columns", consultation_group_word (columns));
  base_json_writer_begin_array (writer, "cells");
  for (int r = -1; r < n_rows; r++)
    for (int c = -1; c < n_columns; c++)
      write_cell (writer, aggregate, r, c);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}
