/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-portfolio.h"

#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "consultation/consultation-export-log.h"

#include <glib/gi18n-lib.h>

/* waymark-cli portfolio aggregate: what may leave the hub, as the window previews it. */

typedef struct
{
  CliPortfolio portfolio;
  char *out, *rows, *columns;
  int threshold;
  gboolean log, json;
  ConsultationGroupKind row_kind, column_kind;
} Aggregate;

static ConsultationAggregate *
count (const Aggregate *self)
{
  GPtrArray *companies = (GPtrArray *)consultation_portfolio_companies (self->portfolio.portfolio);

  return consultation_aggregate_new (companies, self->portfolio.pack, self->portfolio.stage,
                                     self->row_kind, self->column_kind, (guint)self->threshold);
}

/* Logged first: nothing leaves without an entry. */
static gboolean
log_it (const Aggregate *self, Workspace *workspace, GError **error)
{
  g_autoptr (ConsultationExport) entry = consultation_export_new ();

  entry->on = base_date_today ();
  entry->stage = g_strdup (self->portfolio.stage != NULL ? self->portfolio.stage : "latest");
  entry->rows = g_strdup (consultation_group_word (self->row_kind));
  entry->columns = g_strdup (consultation_group_word (self->column_kind));
  entry->file = g_path_get_basename (self->out);
  entry->threshold = (guint)self->threshold;
  entry->n_companies = consultation_portfolio_n_companies (self->portfolio.portfolio);
  return consultation_export_log_add (workspace, entry, error);
}

static gboolean
write_it (Workspace *workspace, gpointer data, GError **error)
{
  Aggregate *self = data;
  g_autoptr (ConsultationAggregate) aggregate = NULL;
  g_autoptr (ExchangeTable) table = NULL;
  g_autofree char *json = NULL;

  if (!cli_portfolio_load (&self->portfolio, workspace, error))
    return FALSE;
  aggregate = count (self);
  table = consultation_sheet_aggregate (
      aggregate, self->row_kind, self->column_kind, cli_world_catalogue (self->portfolio.world),
      self->portfolio.pack, cli_world_language (self->portfolio.world));
  json = consultation_sheet_aggregate_json (aggregate, self->row_kind, self->column_kind);
  if (!log_it (self, workspace, error)
      || !consultation_sheet_write ((const ExchangeTable *const *)&table, 1, json, self->out,
                                    error))
    return FALSE;
  g_print (_ ("%s: written; groups left out or protected: %u\n"), self->out,
           consultation_aggregate_n_suppressed (aggregate));
  return TRUE;
}

static void
write_entry (BaseJsonWriter *writer, const ConsultationExport *entry)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "on", entry->on);
  base_json_writer_string (writer, "stage", entry->stage);
  base_json_writer_string (writer, "rows", entry->rows);
  base_json_writer_string (writer, "columns", entry->columns);
  base_json_writer_string (writer, "file", entry->file);
  base_json_writer_integer (writer, "threshold", entry->threshold);
  base_json_writer_integer (writer, "companies", entry->n_companies);
  base_json_writer_end_object (writer);
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : "–";
}

static gboolean
show_log (Workspace *workspace, gpointer data, GError **error)
{
  const Aggregate *self = data;
  g_autoptr (GPtrArray) log = consultation_export_log_read (workspace, error);
  BaseJsonWriter *writer;

  for (guint i = 0; !self->json && log != NULL && i < log->len; i++)
    {
      const ConsultationExport *entry = log->pdata[i];

      g_print ("%s\t%s\t%s\t%s\t%u\t%u\t%s\n", entry->on, entry->stage, or_dash (entry->rows),
               or_dash (entry->columns), entry->threshold, entry->n_companies,
               or_dash (entry->file));
    }
  if (log == NULL || !self->json)
    return log != NULL;
  writer = base_json_writer_new (TRUE);
  base_json_writer_begin_array (writer, NULL);
  for (guint i = 0; i < log->len; i++)
    write_entry (writer, log->pdata[i]);
  base_json_writer_end_array (writer);
  cli_command_print_json (writer);
  return TRUE;
}

/* What the command line says, checked; CLI_DONE when it can go on. */
static int
check (Aggregate *self)
{
  const char *name = "portfolio aggregate";

  if (self->log != (self->out == NULL) || (self->json && !self->log))
    return cli_command_misused (name, _ ("expected -o OUT, or --log [--json]"));
  if (!cli_portfolio_check (name, &self->portfolio))
    return CLI_USAGE;
  if (self->threshold < CONSULTATION_AGGREGATE_THRESHOLD)
    return cli_command_misused (name, _ ("--threshold: found %d, expected %d or more"),
                                self->threshold, CONSULTATION_AGGREGATE_THRESHOLD);
  self->row_kind = consultation_group_of_word (self->rows != NULL ? self->rows : "sector");
  self->column_kind = consultation_group_of_word (self->columns != NULL ? self->columns : "size");
  if (self->row_kind == CONSULTATION_N_GROUPS || self->column_kind == CONSULTATION_N_GROUPS
      || self->row_kind == self->column_kind)
    return cli_command_misused (
        name, _ ("--rows and --columns: expected two different ones of sector, size, country, "
                 "region, stage and band"));
  return CLI_DONE;
}

int
cli_portfolio_aggregate (int argc, char **argv)
{
  Aggregate self = { .threshold = CONSULTATION_AGGREGATE_THRESHOLD };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&self.portfolio.filter.workspace),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self.out, N_ ("The table: .ods, .csv or .json"),
      N_ ("OUT") },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &self.portfolio.stage,
      N_ ("T0, T1 or T2 (default: each company’s latest)"), N_ ("STAGE") },
    { "threshold", 0, 0, G_OPTION_ARG_INT, &self.threshold,
      N_ ("Groups of fewer companies are left out (5 or more)"), N_ ("N") },
    { "rows", 0, 0, G_OPTION_ARG_STRING, &self.rows,
      N_ ("sector, size, country, region, stage or band (default: sector)"), N_ ("GROUP") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &self.columns, N_ ("Likewise (default: size)"),
      N_ ("GROUP") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self.portfolio.language,
      N_ ("The language of the words (default: en)"), N_ ("TAG") },
    { "log", 0, 0, G_OPTION_ARG_NONE, &self.log, N_ ("Lists what has left so far"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self.json, N_ ("Prints the log as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (cli_command_parse ("portfolio aggregate", entries, 0, &argc, &argv, &status)
      && (status = check (&self)) == CLI_DONE)
    status
        = cli_filter_run (self.portfolio.filter.workspace, self.log ? show_log : write_it, &self);
  cli_portfolio_clear (&self.portfolio);
  g_free (self.out);
  g_free (self.rows);
  g_free (self.columns);
  return status;
}
