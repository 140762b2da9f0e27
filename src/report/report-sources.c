/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-sources.h"

#include "report/report-say.h"
#include "report/report-table.h"

#include <string.h>

/* A citation is a row of parts between semicolons: "D-ECO https://…", or words of ours. */

typedef struct
{
  char *words;   /* the short name of an address, or the reading itself; NULL for none */
  char *address; /* NULL for a reading */
} Entry;

struct _ReportSources
{
  Report *report;
  GPtrArray *entries; /* Entry */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->words);
  g_free (entry->address);
  g_free (entry);
}

ReportSources *
report_sources_new (Report *report)
{
  ReportSources *sources = g_new0 (ReportSources, 1);

  sources->report = report;
  sources->entries = g_ptr_array_new_with_free_func (entry_free);
  return sources;
}

void
report_sources_free (ReportSources *sources)
{
  g_ptr_array_unref (sources->entries);
  g_free (sources);
}

/* Takes both. An address is one entry whatever it is called; its first name stays. */
static guint
number_of (ReportSources *sources, char *words, char *address)
{
  for (guint i = 0; i < sources->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (sources->entries, i);

      if (address != NULL ? g_strcmp0 (entry->address, address) != 0
                          : entry->address != NULL || g_strcmp0 (entry->words, words) != 0)
        continue;
      if (entry->words == NULL)
        entry->words = g_steal_pointer (&words);
      g_free (words);
      g_free (address);
      return i + 1;
    }
  Entry *entry = g_new0 (Entry, 1);
  entry->words = words;
  entry->address = address;
  g_ptr_array_add (sources->entries, entry);
  return sources->entries->len;
}

static void
append_number (GString *numbers, guint number)
{
  g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", number);
}

static void
append_words (GString *reading, const char *words)
{
  if (reading->len > 0)
    g_string_append (reading, "; ");
  g_string_append (reading, words);
}

/* "DPR-FAQ https://… quotes it": the address gets a number, the sentence goes to the reading. */
static void
cite (ReportSources *sources, const char *part, GString *numbers, GString *reading)
{
  const char *start = strstr (part, "https://");

  if (start == NULL)
    start = strstr (part, "http://");
  if (start == NULL)
    {
      append_words (reading, part);
      return;
    }
  gsize length = strcspn (start, " \n");
  char *name = g_strstrip (g_strndup (part, (gsize)(start - part)));
  if (start[length] != '\0')
    {
      g_autofree char *sentence = g_strconcat (name, start + length, NULL);
      append_words (reading, sentence);
    }
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  append_number (numbers, number_of (sources, name, g_strndup (start, length)));
}

/* "D-ECO https://…", or the address alone. */
static gboolean
is_address (const char *part)
{
  const char *space = strchr (part, ' ');
  const char *address = space != NULL ? space + 1 : part;

  return g_str_has_prefix (address, "http") && strchr (address, ' ') == NULL;
}

/* Names of one word and addresses only, which need no translation. */
static gboolean
is_citation (const char *source)
{
  g_auto (GStrv) parts = g_strsplit (source, "; ", -1);
  gboolean citation = TRUE;

  for (guint i = 0; citation && parts[i] != NULL; i++)
    citation = *parts[i] == '\0' || is_address (parts[i]);
  return citation;
}

const char *
report_sources_words (Report *report, const char *source)
{
  return source == NULL || is_citation (source) ? source : report_tr (report, source);
}

const char *
report_sources_refer (ReportSources *sources, const char *source)
{
  g_autoptr (GString) numbers = g_string_new (NULL), reading = g_string_new (NULL);
  const char *words = report_sources_words (sources->report, source);
  g_auto (GStrv) parts = words != NULL ? g_strsplit (words, "; ", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      cite (sources, parts[i], numbers, reading);
  if (reading->len > 0)
    append_number (numbers, number_of (sources, g_strdup (reading->str), NULL));
  if (numbers->len == 0)
    return "";
  return report_join (sources->report, "", "[", numbers->str, "]", NULL);
}

void
report_sources_write (ReportSources *sources, ReportFlow *flow, const char *note)
{
  Report *report = sources->report;
  const ReportColumn columns[] = { { NULL, 20.0, REPORT_ALIGN_START },
                                   { NULL, 66.0, REPORT_ALIGN_START },
                                   { NULL, 0, REPORT_ALIGN_START } };

  if (sources->entries->len == 0)
    return;
  report_flow_heading (flow, report_tr (report, N_ ("Sources of the criteria")), NULL, NULL);
  ReportTable *table = report_table_new (flow, columns, 3, TRUE);
  report_table_set_dense (table);
  for (guint i = 0; i < sources->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (sources->entries, i);
      const gboolean reading = entry->address == NULL;
      const ReportCell cells[] = {
        { .text = report_integer (report, i + 1), .small = TRUE, .strong = TRUE },
        { .text = reading ? report_tr (report, N_ ("Our reading")) : entry->words, .small = TRUE },
        { .text = reading ? entry->words : NULL, .small = TRUE, .address = entry->address },
      };
      report_table_row (table, cells);
    }
  report_table_end (table, note);
}
