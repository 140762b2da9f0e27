/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-records-private.h"

/* The lists of records by kind, each found by its id. */

const CatalogueRecordKindFile catalogue_record_kinds[CATALOGUE_N_RECORD_KINDS] = {
  [CATALOGUE_RECORD_HUB] = { "catalogue/hubs.json", "waymark-hubs", "hubs", "name" },
  [CATALOGUE_RECORD_CLUSTER]
  = { "catalogue/clusters.json", "waymark-clusters", "clusters", "name" },
  [CATALOGUE_RECORD_INSTRUMENT]
  = { "catalogue/instruments.json", "waymark-instruments", "instruments", "title" },
};

void
catalogue_records_free (CatalogueRecords *records)
{
  if (records == NULL)
    return;
  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      g_clear_pointer (&records->lists[i], g_ptr_array_unref);
      g_clear_pointer (&records->by_id[i], g_hash_table_unref);
      g_free (records->heads[i]);
    }
  g_free (records->date);
  g_free (records);
}

CatalogueRecords *
catalogue_records_copy (const CatalogueRecords *records)
{
  CatalogueRecords *copy = g_new0 (CatalogueRecords, 1);

  copy->date = g_strdup (records->date);
  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      if (records->lists[i] == NULL)
        continue;
      copy->lists[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)catalogue_record_free);
      copy->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
      copy->heads[i] = g_strdup (records->heads[i]);
      for (guint j = 0; j < records->lists[i]->len; j++)
        catalogue_records_put (copy, i, g_ptr_array_index (records->lists[i], j));
    }
  return copy;
}

gboolean
catalogue_records_has (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  g_return_val_if_fail (records != NULL, FALSE);

  return records->lists[kind] != NULL;
}

const GPtrArray *
catalogue_records_list (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  g_return_val_if_fail (records != NULL && records->lists[kind] != NULL, NULL);

  return records->lists[kind];
}

CatalogueRecord *
catalogue_records_find (const CatalogueRecords *records, CatalogueRecordKind kind, const char *id)
{
  g_return_val_if_fail (records != NULL && id != NULL, NULL);

  return records->by_id[kind] != NULL ? g_hash_table_lookup (records->by_id[kind], id) : NULL;
}

const char *
catalogue_records_date (const CatalogueRecords *records)
{
  g_return_val_if_fail (records != NULL, NULL);

  return records->date;
}

void
catalogue_records_set_date (CatalogueRecords *records, const char *date)
{
  g_return_if_fail (records != NULL);

  g_free (records->date);
  records->date = g_strdup (date);
}

void
catalogue_records_put (CatalogueRecords *records,
                       CatalogueRecordKind kind,
                       const CatalogueRecord *record)
{
  CatalogueRecord *copy = catalogue_record_copy (record);
  CatalogueRecord *old = g_hash_table_lookup (records->by_id[kind], record->id);
  guint place;

  if (old != NULL && g_ptr_array_find (records->lists[kind], old, &place))
    {
      g_hash_table_remove (records->by_id[kind], record->id);
      catalogue_record_free (old);
      records->lists[kind]->pdata[place] = copy;
    }
  else
    g_ptr_array_add (records->lists[kind], copy);
  g_hash_table_insert (records->by_id[kind], copy->id, copy);
}

void
catalogue_records_remove (CatalogueRecords *records, CatalogueRecordKind kind, const char *id)
{
  CatalogueRecord *old = g_hash_table_lookup (records->by_id[kind], id);

  if (old == NULL)
    return;
  g_hash_table_remove (records->by_id[kind], id);
  g_ptr_array_remove (records->lists[kind], old);
}

const char *
catalogue_record_kind_word (CatalogueRecordKind kind)
{
  return catalogue_record_kinds[kind].array;
}

const char *
catalogue_record_kind_file (CatalogueRecordKind kind)
{
  return catalogue_record_kinds[kind].file;
}
