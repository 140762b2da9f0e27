/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-json-writer.h"
#include "cli/cli-command.h"
#include "cli/cli-exchange.h"
#include "exchange/exchange-portal.h"

#include <glib/gi18n-lib.h>

/* waymark-cli import RESULTS.xlsx: official scores from the portal's export into the assessments
 * that they belong to. */

static void
write_row (BaseJsonWriter *writer, const ExchangePortalRow *row)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "line", row->line);
  base_json_writer_string (writer, "name", row->name);
  base_json_writer_string (writer, "id", row->id);
  base_json_writer_string (writer, "stage", row->stage);
  base_json_writer_decimal (writer, "score", row->score, 2);
  base_json_writer_string (writer, "assessment", row->assessment_id);
  base_json_writer_boolean (writer, "by_id", row->by_id);
  base_json_writer_boolean (writer, "ambiguous", row->ambiguous);
  base_json_writer_boolean (writer, "taken", row->taken);
  base_json_writer_end_object (writer);
}

static void
print_json (const ExchangePortal *portal, gboolean applied)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_boolean (writer, "applied", applied);
  base_json_writer_begin_array (writer, "rows");
  for (guint i = 0; i < exchange_portal_n_rows (portal); i++)
    write_row (writer, exchange_portal_row (portal, i));
  base_json_writer_end_array (writer);
  base_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < exchange_portal_n_problems (portal); i++)
    {
      const ExchangePortalProblem *problem = exchange_portal_problem (portal, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_integer (writer, "line", problem->line);
      base_json_writer_string (writer, "column", problem->column);
      base_json_writer_string (writer, "found", problem->found);
      base_json_writer_string (writer, "expected", problem->expected);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static const char *
row_words (const ExchangePortalRow *row)
{
  if (row->ambiguous)
    return _ ("several assessments here have this name and stage; not taken");
  if (row->assessment_id == NULL)
    return _ ("no assessment here");
  if (!row->is_new)
    return _ ("known already");
  return row->by_id ? _ ("taken, found by the id") : _ ("taken, found by the name");
}

static void
print_text (const ExchangePortal *portal)
{
  const ExchangeGrid *grid = exchange_portal_grid (portal);

  if (exchange_grid_sheet (grid) != NULL)
    g_print (_ ("Read the sheet “%s”\n"), exchange_grid_sheet (grid));
  else
    g_print (_ ("Read as %s\n"), exchange_grid_encoding (grid));
  for (guint i = 0; i < exchange_portal_n_rows (portal); i++)
    {
      const ExchangePortalRow *row = exchange_portal_row (portal, i);

      g_print (_ ("line %u: %s %s %d.%02d: %s\n"), row->line,
               row->name != NULL ? row->name : row->id, row->stage, row->score / 100,
               row->score % 100, row_words (row));
    }
  for (guint i = 0; i < exchange_portal_n_problems (portal); i++)
    {
      const ExchangePortalProblem *problem = exchange_portal_problem (portal, i);

      g_printerr (_ ("waymark-cli: line %u: %s: found “%s”, expected %s\n"), problem->line,
                  problem->column, problem->found, problem->expected);
    }
}

int
cli_import_portal (const char *path, Workspace *workspace, gboolean preview, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangePortal) portal = exchange_portal_load (path, &error);

  if (portal == NULL || !exchange_portal_match (portal, workspace, &error)
      || (!preview && !exchange_portal_apply (portal, workspace, &error)))
    return cli_command_refuse (error);
  if (json)
    print_json (portal, !preview);
  else
    print_text (portal);
  return exchange_portal_n_problems (portal) > 0 ? CLI_REFUSED : CLI_DONE;
}
