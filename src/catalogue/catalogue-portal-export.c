/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-portal-export.h"

#include "base/base-data.h"
#include "base/base-json-writer.h"
#include "catalogue/catalogue-check.h"
#include "catalogue/catalogue-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From rows of the portal's list to records of ours. */

#define PORTAL "https://european-digital-innovation-hubs.ec.europa.eu/edih-catalogue"
#define LEVEL_MAX 5
#define ID_CHARS 48

typedef enum
{
  COLUMN_ACRONYM,
  COLUMN_NAME,
  COLUMN_COUNTRY,
  COLUMN_KIND,
  COLUMN_WEBSITE,
  COLUMN_SECTORS,
  COLUMN_SERVICES,
  COLUMN_TECHNOLOGIES,
  N_COLUMNS
} Column;

static const char *const titles[N_COLUMNS] = { "EDIH Name",
                                               "EDIH Title",
                                               "Country",
                                               "EDIH/SoE",
                                               "Website",
                                               "Formatted sectors",
                                               "Formatted services",
                                               "Formatted technologies" };

/* The portal's labels where ours are shorter or clearer. */
static const struct
{
  CatalogueTermKind kind;
  const char *label, *id;
} portal_labels[] = {
  { CATALOGUE_TERM_SECTOR, "NMP Non-Metallic Materials & basic processes",
    "non-metallic-materials" },
  { CATALOGUE_TERM_SECTOR, "Agricultural biotechnology and food biotechnology", "agri-bio" },
  { CATALOGUE_TERM_SECTOR, "Transport sector", "transport-sector" },
  { CATALOGUE_TERM_SECTOR, "Retail, wholesale or distribution", "retail-wholesale" },
  { CATALOGUE_TERM_SECTOR, "Financial", "financial" },
  { CATALOGUE_TERM_TECHNOLOGY, "BI tools", "bi-tools" },
  { CATALOGUE_TERM_TECHNOLOGY, "Communication network", "communication-network" },
  { CATALOGUE_TERM_TECHNOLOGY, "Mobility", "mobility-tech" },
  { CATALOGUE_TERM_TECHNOLOGY, "Logistics", "logistics" },
  { CATALOGUE_TERM_TECHNOLOGY, "Blockchain and Distributed Ledger Technology (DLT)", "blockchain" },
  { CATALOGUE_TERM_TECHNOLOGY, "Quantum Technologies (computing/communication)", "quantum" },
  { CATALOGUE_TERM_TECHNOLOGY, "Simulation engineering and modelling", "simulation" },
  { CATALOGUE_TERM_TECHNOLOGY, "Virtual Reality", "virtual-reality" },
  { CATALOGUE_TERM_TECHNOLOGY, "New technologies for Audio-Visual sector - Media",
    "audiovisual-media" },
  { CATALOGUE_TERM_TECHNOLOGY, "Laser-based manufacturing and materials processing",
    "laser-manufacturing" },
  { CATALOGUE_TERM_TECHNOLOGY, "Sensors & Vision Processing Systems", "sensors-vision" },
  { CATALOGUE_TERM_SERVICE, "Sme Business Development", "sme-business-development" },
  { CATALOGUE_TERM_SERVICE, "SME support", "sme-support" },
};

typedef struct
{
  const Catalogue *catalogue;
  CatalogueRecords *records;
  const char *date;
  int places[N_COLUMNS];
  GHashTable *labels[CATALOGUE_N_TERM_KINDS]; /* folded label → id */
  GHashTable *hubs;                           /* folded "country name" → id */
  GHashTable *seen;                           /* ids of rows */
  GPtrArray *notes;
} Import;

/* {{{ Comparing names */

/* Letters and digits in small; "&" is "and". */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (folded, "and");
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

static char *
hub_key (const char *country, const char *name)
{
  g_autofree char *folded = fold (name);

  return g_strdup_printf ("%s %s", country, folded);
}

static void note (Import *import, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
note (Import *import, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (import->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
collect_labels (Import *import, CatalogueTermKind kind)
{
  import->labels[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < catalogue_n_terms (import->catalogue, kind); i++)
    {
      const CatalogueTerm *term = catalogue_term (import->catalogue, kind, i);

      g_hash_table_insert (import->labels[kind], fold (term->label), (gpointer)term->id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (portal_labels); i++)
    if (portal_labels[i].kind == kind
        && catalogue_find_term (import->catalogue, kind, portal_labels[i].id) != NULL)
      g_hash_table_insert (import->labels[kind], fold (portal_labels[i].label),
                           (gpointer)portal_labels[i].id);
}

static void
collect_hub (Import *import, const CatalogueRecord *hub, const char *member)
{
  const CatalogueRecordMember *country = catalogue_record_get (hub, "country");
  const CatalogueRecordMember *name = catalogue_record_get (hub, member);

  if (country != NULL && name != NULL)
    g_hash_table_insert (import->hubs, hub_key (country->shown, name->shown), g_strdup (hub->id));
}

/* }}} */
/* {{{ Terms with levels */

/* "Robotics - 5" → its id and level; NULL when it is no label of ours. */
static const char *
read_term (Import *import, CatalogueTermKind kind, const char *text, guint *level)
{
  g_autofree char *label = g_strstrip (g_strdup (text));
  g_autofree char *folded = NULL;
  char *dash = strrchr (label, '-');
  const char *number = dash != NULL ? dash + 1 + strspn (dash + 1, " ") : "";

  *level = 0;
  if (g_ascii_isdigit (number[0]) && number[1] == '\0' && number[0] - '0' <= LEVEL_MAX)
    {
      *level = (guint)(number[0] - '0');
      *dash = '\0';
    }
  folded = fold (label);
  return g_hash_table_lookup (import->labels[kind], folded);
}

/* Labels have commas too: as many parts as make a label, the longest first. Returns how many parts
 * were used; with *id NULL one that was not understood. */
static guint
match_parts (
    Import *import, CatalogueTermKind kind, char **parts, guint n, const char **id, guint *level)
{
  *id = NULL;
  *level = 0;
  for (guint used = MIN (n, 4); used > 0; used--)
    {
      g_autoptr (GString) text = g_string_new (parts[0]);

      for (guint i = 1; i < used; i++)
        g_string_append_printf (text, ",%s", parts[i]);
      *id = read_term (import, kind, text->str, level);
      if (*id != NULL)
        return used;
    }
  return 1;
}

static void
set_terms (Import *import,
           CatalogueRecord *record,
           const char *member,
           CatalogueTermKind kind,
           const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, ",", -1);
  g_autoptr (GTree) levels = g_tree_new ((GCompareFunc)strcmp);
  g_autoptr (GString) json = g_string_new ("{");
  guint n = g_strv_length (parts), level;
  const char *id;

  for (guint i = 0; i < n;)
    {
      guint used = match_parts (import, kind, parts + i, n - i, &id, &level);

      if (id != NULL)
        g_tree_insert (levels, (gpointer)id, GUINT_TO_POINTER (level));
      else if (*g_strstrip (parts[i]) != '\0')
        note (import, _ ("%s: “%s” is none of our terms for %s"), record->name, parts[i], member);
      i += used;
    }
  for (GTreeNode *node = g_tree_node_first (levels); node != NULL; node = g_tree_node_next (node))
    g_string_append_printf (json, "%s\"%s\":%u", json->len > 1 ? "," : "",
                            (const char *)g_tree_node_key (node),
                            GPOINTER_TO_UINT (g_tree_node_value (node)));
  g_string_append_c (json, '}');
  if (json->len > 2)
    catalogue_record_set (record, member, json->str);
}

/* What the hub now ticks itself is no longer derived from texts. */
static void
drop_derived (CatalogueRecord *record, const char *const *ticked)
{
  const CatalogueRecordMember *derived = catalogue_record_get (record, "derived");
  g_auto (GStrv) old = derived != NULL ? g_strsplit (derived->shown, ", ", -1) : NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  BaseJsonWriter *writer;
  g_autofree char *json = NULL;

  if (old == NULL)
    return;
  for (guint i = 0; old[i] != NULL; i++)
    if (!g_strv_contains (ticked, old[i]))
      g_ptr_array_add (kept, old[i]);
  g_ptr_array_add (kept, NULL);
  writer = base_json_writer_new (FALSE);
  base_json_writer_strings (writer, NULL, (const char *const *)kept->pdata);
  json = base_json_writer_finish (writer);
  catalogue_record_set (record, "derived", kept->len > 1 ? json : NULL);
}

/* }}} */
/* {{{ Rows */

static const char *
get_cell (const Import *import, char **row, Column column)
{
  int place = import->places[column];

  return place >= 0 && (guint)place < g_strv_length (row) ? row[place] : "";
}

static const char *
find_country (const Import *import, const char *name)
{
  const CatalogueCountry *country = catalogue_find_country (import->catalogue, name);
  g_autofree char *wanted = fold (name);

  for (guint i = 0; country == NULL && i < catalogue_n_countries (import->catalogue); i++)
    {
      const CatalogueCountry *other = catalogue_country (import->catalogue, i);
      g_autofree char *folded = fold (other->name);

      if (g_str_equal (folded, wanted))
        country = other;
    }
  return country != NULL ? country->nuts : NULL;
}

static const char *
read_kind (const char *cell)
{
  g_autofree char *folded = fold (cell);

  if (g_str_equal (folded, "edih"))
    return "edih";
  if (g_str_equal (folded, "sealofexcellence") || g_str_equal (folded, "soe"))
    return "seal";
  return g_str_equal (folded, "dih") ? "dih" : NULL;
}

static char *
make_id (const Import *import, const char *country, const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autofree char *lower = g_ascii_strdown (country, -1);
  g_autoptr (GString) stem = g_string_new (lower);
  char *id;

  for (const char *p = ascii; *p != '\0' && stem->len < ID_CHARS; p++)
    if (g_ascii_isalnum (*p))
      {
        if (p == ascii || !g_ascii_isalnum (p[-1]))
          g_string_append_c (stem, '-');
        g_string_append_c (stem, g_ascii_tolower (*p));
      }
  id = g_strdup (stem->str);
  for (guint i = 2; catalogue_records_find (import->records, CATALOGUE_RECORD_HUB, id) != NULL
                    || catalogue_find_hub (import->catalogue, id) != NULL;
       i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem->str, i);
    }
  return id;
}

/* The record the row is about: a copy of ours, or a new one. */
static CatalogueRecord *
begin_record (Import *import, const char *country, const char *acronym, const char *name)
{
  g_autofree char *by_name = hub_key (country, name);
  g_autofree char *by_acronym = hub_key (country, acronym);
  const char *known = *name != '\0' ? g_hash_table_lookup (import->hubs, by_name) : NULL;
  g_autofree char *id = NULL;
  CatalogueRecord *record;

  if (known == NULL && *acronym != '\0')
    known = g_hash_table_lookup (import->hubs, by_acronym);
  if (known != NULL)
    return catalogue_record_copy (
        catalogue_records_find (import->records, CATALOGUE_RECORD_HUB, known));
  id = make_id (import, country, *acronym != '\0' ? acronym : name);
  record = catalogue_record_new (id, *name != '\0' ? name : acronym);
  catalogue_record_set_text (record, "id", id);
  catalogue_record_set_text (record, "name", record->name);
  return record;
}

static void
set_text_cell (CatalogueRecord *record, const char *member, const char *cell)
{
  if (*cell != '\0')
    catalogue_record_set_text (record, member, cell);
}

static void
set_all_terms (Import *import, CatalogueRecord *record, char **row)
{
  static const struct
  {
    Column column;
    const char *member;
    CatalogueTermKind kind;
  } lists[] = { { COLUMN_SECTORS, "sectors", CATALOGUE_TERM_SECTOR },
                { COLUMN_TECHNOLOGIES, "technologies", CATALOGUE_TERM_TECHNOLOGY },
                { COLUMN_SERVICES, "services", CATALOGUE_TERM_SERVICE } };
  const char *ticked[G_N_ELEMENTS (lists) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *cell = get_cell (import, row, lists[i].column);

      if (*cell == '\0')
        continue;
      set_terms (import, record, lists[i].member, lists[i].kind, cell);
      ticked[n++] = lists[i].member;
    }
  drop_derived (record, ticked);
}

/* A hub of the list keeps its source: it has the same one, of an earlier day. */
static void
set_source (Import *import, CatalogueRecord *record)
{
  g_autofree char *json
      = g_strdup_printf ("{\"address\":\"%s\",\"date\":\"%s\"}", PORTAL, import->date);

  if (catalogue_record_get (record, "source") == NULL)
    catalogue_record_set (record, "source", json);
}

static void
set_website (Import *import, CatalogueRecord *record, const char *cell)
{
  if (catalogue_is_address (cell))
    catalogue_record_set_text (record, "website", cell);
  else if (*cell != '\0' && g_ascii_strcasecmp (cell, "website") != 0)
    note (import, _ ("%s: “%s” is no address"), record->name, cell);
}

static void
read_row (Import *import, char **row)
{
  const char *acronym = get_cell (import, row, COLUMN_ACRONYM);
  const char *name = get_cell (import, row, COLUMN_NAME);
  const char *country = find_country (import, get_cell (import, row, COLUMN_COUNTRY));
  const char *kind = read_kind (get_cell (import, row, COLUMN_KIND));
  g_autoptr (CatalogueRecord) record = NULL;

  if (*acronym == '\0' && *name == '\0')
    return;
  if (country == NULL)
    {
      note (import, _ ("%s: “%s” is no country we know; left out"), *name != '\0' ? name : acronym,
            get_cell (import, row, COLUMN_COUNTRY));
      return;
    }
  record = begin_record (import, country, acronym, name);
  if (!g_hash_table_add (import->seen, g_strdup (record->id)))
    {
      note (import, _ ("%s: is there twice; the first one counts"), record->name);
      return;
    }
  set_text_cell (record, "name", name);
  if (*name != '\0')
    set_text_cell (record, "acronym", acronym);
  catalogue_record_set_text (record, "country", country);
  set_text_cell (record, "kind", kind != NULL ? kind : "");
  if (catalogue_record_get (record, "kind") == NULL)
    catalogue_record_set_text (record, "kind", "dih");
  set_website (import, record, get_cell (import, row, COLUMN_WEBSITE));
  set_all_terms (import, record, row);
  set_source (import, record);
  catalogue_records_put (import->records, CATALOGUE_RECORD_HUB, record);
}

/* }}} */
/* {{{ The whole list */

static gboolean
find_columns (Import *import, char **header, const char *name, GError **error)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    {
      import->places[c] = -1;
      for (int i = 0; header[i] != NULL; i++)
        if (g_ascii_strcasecmp (header[i], titles[c]) == 0)
          import->places[c] = i;
    }
  if (import->places[COLUMN_COUNTRY] >= 0
      && (import->places[COLUMN_ACRONYM] >= 0 || import->places[COLUMN_NAME] >= 0))
    return TRUE;
  g_set_error (
      error, BASE_ERROR, BASE_ERROR_VALUE,
      _ ("%s: the first line has no columns “EDIH Name” and “Country”, expected the export "
         "of the Commission’s hub catalogue"),
      name);
  return FALSE;
}

static gboolean
is_of_portal (const CatalogueRecord *record)
{
  const CatalogueRecordMember *source = catalogue_record_get (record, "source");

  return source != NULL && strstr (source->json, PORTAL) != NULL;
}

/* Only what came from the portal can be gone from it; other hubs may link there, so that a removed
 * one may be refused later, with the place. */
static void
remove_gone (Import *import)
{
  const GPtrArray *hubs = catalogue_records_list (import->records, CATALOGUE_RECORD_HUB);

  for (guint i = hubs->len; i > 0; i--)
    {
      const CatalogueRecord *hub = g_ptr_array_index (hubs, i - 1);

      if (is_of_portal (hub) && !g_hash_table_contains (import->seen, hub->id))
        catalogue_records_remove (import->records, CATALOGUE_RECORD_HUB, hub->id);
    }
}

static void
begin_import (Import *import)
{
  const GPtrArray *hubs = catalogue_records_list (import->records, CATALOGUE_RECORD_HUB);

  collect_labels (import, CATALOGUE_TERM_SECTOR);
  collect_labels (import, CATALOGUE_TERM_TECHNOLOGY);
  collect_labels (import, CATALOGUE_TERM_SERVICE);
  import->hubs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < hubs->len; i++)
    {
      collect_hub (import, g_ptr_array_index (hubs, i), "acronym");
      collect_hub (import, g_ptr_array_index (hubs, i), "name");
    }
}

static void
end_import (Import *import)
{
  for (guint i = 0; i < CATALOGUE_N_TERM_KINDS; i++)
    g_clear_pointer (&import->labels[i], g_hash_table_unref);
  g_clear_pointer (&import->hubs, g_hash_table_unref);
  g_clear_pointer (&import->seen, g_hash_table_unref);
}

CatalogueRecords *
catalogue_portal_export_parse (const char *text,
                               gsize length,
                               const char *name,
                               const Catalogue *catalogue,
                               const CatalogueRecords *used,
                               const char *date,
                               GPtrArray *notes,
                               GError **error)
{
  g_autoptr (GPtrArray) rows = catalogue_csv_parse (text, length, name, error);
  g_autoptr (CatalogueRecords) records = NULL;
  Import import = { .catalogue = catalogue, .date = date, .notes = notes };
  char *nothing[] = { NULL };

  g_return_val_if_fail (catalogue != NULL && used != NULL, NULL);
  g_return_val_if_fail (date != NULL && notes != NULL, NULL);

  if (rows == NULL
      || !find_columns (&import, rows->len > 0 ? g_ptr_array_index (rows, 0) : nothing, name,
                        error))
    return NULL;
  records = catalogue_records_copy (used);
  catalogue_records_set_date (records, date);
  import.records = records;
  begin_import (&import);
  for (guint i = 1; i < rows->len; i++)
    read_row (&import, g_ptr_array_index (rows, i));
  remove_gone (&import);
  end_import (&import);
  return g_steal_pointer (&records);
}

/* Workbooks begin as compound files (.xls) or zip archives (.xlsx, .ods). */
static gboolean
is_workbook (const char *bytes, gsize length)
{
  return length >= 4
         && (memcmp (bytes, "\xd0\xcf\x11\xe0", 4) == 0 || memcmp (bytes, "PK\3\4", 4) == 0);
}

CatalogueRecords *
catalogue_portal_export_read (const char *path,
                              const Catalogue *catalogue,
                              const CatalogueRecords *used,
                              const char *date,
                              GPtrArray *notes,
                              GError **error)
{
  g_autoptr (GBytes) bytes = base_data_read (path, CATALOGUE_FILE_CAP, error);
  const char *text;
  gsize length;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  if (is_workbook (text, length))
    {
      g_set_error (
          error, BASE_ERROR, BASE_ERROR_VALUE,
          _ ("%s: is a workbook, expected CSV: open it in a spreadsheet program and save it "
             "as CSV (UTF-8)"),
          path);
      return NULL;
    }
  return catalogue_portal_export_parse (text != NULL ? text : "", length, path, catalogue, used,
                                        date, notes, error);
}

/* }}} */
