/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-records-private.h"

#include "catalogue/catalogue-private.h"

/* The text of a file of the project's format. The values are JSON already. */

/* Each source once, under a name of its number. */
static void
append_sources (GString *text, const GPtrArray *list, GHashTable *names)
{
  g_string_append (text, "  \"sources\": {");
  for (guint i = 0; i < list->len; i++)
    {
      const CatalogueRecordMember *source
          = catalogue_record_get (g_ptr_array_index (list, i), "source");
      guint n = g_hash_table_size (names);

      if (source == NULL || g_hash_table_contains (names, source->json))
        continue;
      g_hash_table_insert (names, source->json, g_strdup_printf ("source-%u", n + 1));
      g_string_append_printf (text, "%s\n    \"source-%u\": %s", n > 0 ? "," : "", n + 1,
                              source->json);
    }
  g_string_append (text, "\n  },\n");
}

static void
append_record (GString *text, const CatalogueRecord *record, GHashTable *sources)
{
  g_string_append (text, "    {");
  for (guint i = 0; i < record->members->len; i++)
    {
      const CatalogueRecordMember *member = g_ptr_array_index (record->members, i);

      g_string_append_printf (text, "%s\"%s\": ", i > 0 ? ", " : "", member->member);
      if (sources != NULL && g_str_equal (member->member, "source"))
        g_string_append_printf (text, "\"%s\"",
                                (const char *)g_hash_table_lookup (sources, member->json));
      else
        g_string_append (text, member->json);
    }
  g_string_append_c (text, '}');
}

char *
catalogue_records_serialize (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  const GPtrArray *list = catalogue_records_list (records, kind);
  g_autoptr (GHashTable) sources = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\n  \"format\": \"%s\",\n  \"version\": %d,\n",
                          catalogue_record_kinds[kind].format, CATALOGUE_FORMAT_VERSION);
  if (kind == CATALOGUE_RECORD_HUB)
    {
      sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
      g_string_append_printf (text, "  \"date\": \"%s\",\n", records->date);
      append_sources (text, list, sources);
    }
  else
    g_string_append (text, records->heads[kind]);
  g_string_append_printf (text, "  \"%s\": [", catalogue_record_kinds[kind].array);
  for (guint i = 0; i < list->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n" : "\n");
      append_record (text, g_ptr_array_index (list, i), sources);
    }
  g_string_append (text, "\n  ]\n}\n");
  return g_string_free (text, FALSE);
}
