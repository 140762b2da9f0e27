/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-json.h"

#include "base/base-json-writer.h"
#include "report/report-part.h"
#include "report/report-say.h"

static char *
own_words (const ReportPart *part)
{
  GString *text = NULL;

  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);

      if (!report_part_is_words (below))
        continue;
      g_autofree char *words = report_part_text (below, "");
      if (text == NULL)
        text = g_string_new (words);
      else
        g_string_append_printf (text, "\n%s", words);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static void
write_string (BaseJsonWriter *writer, const char *member, const char *value)
{
  if (value != NULL)
    base_json_writer_string (writer, member, value);
}

static gboolean
has_elements (const ReportPart *part)
{
  for (guint i = 0; i < report_part_length (part); i++)
    if (report_part_nth (part, i)->node != NULL)
      return TRUE;
  return FALSE;
}

static void
write_content (BaseJsonWriter *writer, const ReportPart *part)
{
  base_json_writer_begin_array (writer, "content");
  for (guint i = 0; i < report_part_length (part); i++)
    {
      const ReportPart *below = report_part_nth (part, i);
      g_autofree char *link = report_part_link (below);
      g_autofree char *text = own_words (below);

      if (below->node == NULL)
        continue;
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "tag", below->node->tag);
      write_string (writer, "name", below->node->name);
      write_string (writer, "link", link);
      write_string (writer, "alt", link == NULL ? below->node->alt : NULL);
      write_string (writer, "text", text);
      if (has_elements (below))
        write_content (writer, below);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
}

static void
write_versions (BaseJsonWriter *writer, const Advice *advice)
{
  base_json_writer_begin_object (writer, "versions");
  advice_versions_write (advice_versions (advice), writer);
  base_json_writer_end_object (writer);
}

char *
report_to_json (Report *report)
{
  g_return_val_if_fail (report != NULL, NULL);

  BaseJsonWriter *writer = base_json_writer_new (TRUE);
  g_autoptr (ReportPart) root = report_part_new (report);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "format", "waymark-report");
  base_json_writer_integer (writer, "version", 1);
  base_json_writer_string (writer, "language", base_language_tag (report->language));
  base_json_writer_string (writer, "title", report_title (report));
  base_json_writer_string (writer, "profile", report_profile_names ()[report->options.profile]);
  base_json_writer_string (writer, "date", report_day (report));
  write_versions (writer, report->advice);
  write_content (writer, root);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}
