/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-json-size.h"

#include "cli/cli-json-words.h"

#include <math.h>

/* Member "size" of the JSON of `assess`: the class, and the calculation behind it. */

/* Figures beyond the fourth place are the binary form's; what nothing bounds is null. */
static void
write_number (BaseJsonWriter *writer, const char *member, double value)
{
  if (isinf (value))
    base_json_writer_null (writer, member);
  else
    base_json_writer_decimal (writer, member, (gint64)floor (value * 1e4 + 0.5), 4);
}

static void
write_range (BaseJsonWriter *writer, const char *member, AdviceRange range)
{
  base_json_writer_begin_object (writer, member);
  write_number (writer, "low", range.low);
  write_number (writer, "high", range.high);
  base_json_writer_end_object (writer);
}

static void
write_figures (BaseJsonWriter *writer, const AdviceRange figures[ADVICE_N_FIGURES])
{
  write_range (writer, "staff", figures[ADVICE_FIGURE_STAFF]);
  write_range (writer, "turnover_eur", figures[ADVICE_FIGURE_TURNOVER]);
  write_range (writer, "balance_sheet_eur", figures[ADVICE_FIGURE_BALANCE_SHEET]);
}

static void
write_year (BaseJsonWriter *writer, int year, gboolean estimated)
{
  if (year > 0)
    base_json_writer_integer (writer, "year", year);
  else
    base_json_writer_null (writer, "year");
  base_json_writer_boolean (writer, "estimated", estimated);
}

static void
write_enterprises (BaseJsonWriter *writer, const AdviceSize *size, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "enterprises");
  for (guint i = 0; i < size->n_enterprises; i++)
    {
      const AdviceSizeEnterprise *row = &size->enterprises[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "path", row->path);
      cli_json_write_text (writer, "name", row->name, language);
      cli_json_write_text (writer, "relation", row->relation, language);
      write_range (writer, "share_percent", row->share);
      write_range (writer, "counted_percent", row->counted);
      write_year (writer, row->year, row->estimated);
      write_figures (writer, row->figures);
      cli_json_write_text (writer, "rule", row->rule, language);
      base_json_writer_string (writer, "basis", advice_basis_name (row->basis));
      base_json_writer_string (writer, "source", row->source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_periods (BaseJsonWriter *writer, const AdviceSize *size, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "periods");
  for (guint i = 0; i < size->n_periods; i++)
    {
      const AdviceSizePeriod *period = &size->periods[i];

      base_json_writer_begin_object (writer, NULL);
      write_year (writer, period->year, period->estimated);
      write_figures (writer, period->together);
      base_json_writer_strings (writer, "classes", period->classes);
      base_json_writer_strings (writer, "status", period->status);
      cli_json_write_text (writer, "rule", period->rule, language);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_definitions (BaseJsonWriter *writer, const AdviceSize *size, const BaseLanguage *language)
{
  base_json_writer_begin_array (writer, "definitions");
  for (guint i = 0; i < size->n_definitions; i++)
    {
      const AdviceSizeDefinition *definition = &size->definitions[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "id", definition->id);
      cli_json_write_text (writer, "title", definition->title, language);
      base_json_writer_string (writer, "outcome", advice_outcome_name (definition->outcome));
      cli_json_write_text (writer, "text", definition->text, language);
      base_json_writer_string (writer, "basis", advice_basis_name (definition->basis));
      base_json_writer_string (writer, "source", definition->source);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

void
cli_json_write_size (BaseJsonWriter *writer, const AdviceSize *size, const BaseLanguage *language)
{
  base_json_writer_begin_object (writer, "size");
  base_json_writer_string (writer, "id", size->id);
  cli_json_write_text (writer, "title", size->title, language);
  cli_json_write_text (writer, "reason", size->reason, language);
  cli_json_write_text (writer, "condition", size->condition, language);
  base_json_writer_strings (writer, "possible", size->possible);
  write_enterprises (writer, size, language);
  write_periods (writer, size, language);
  write_range (writer, "public_share_percent", size->public_share);
  write_definitions (writer, size, language);
  base_json_writer_end_object (writer);
}
