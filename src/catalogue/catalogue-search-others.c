/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-private.h"

/* Finding clusters and kinds of support: every word must begin a word of the record; case and
 * accents do not matter. */

static gboolean
matches (const char *words, const char *const *texts, guint n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s ", texts[i] != NULL ? texts[i] : "");
  return g_str_match_string (words, all->str, TRUE);
}

GPtrArray *
catalogue_search_clusters (const Catalogue *catalogue, const char *words)
{
  GPtrArray *found;

  g_return_val_if_fail (catalogue != NULL && words != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < catalogue->clusters->len; i++)
    {
      CatalogueCluster *cluster = g_ptr_array_index (catalogue->clusters, i);
      const CatalogueCountry *country = catalogue_find_country (catalogue, cluster->country);
      const char *const texts[] = { cluster->name,        cluster->acronym, cluster->city,
                                    cluster->region_name, country->name,    cluster->partnership };

      if (matches (words, texts, G_N_ELEMENTS (texts)))
        g_ptr_array_add (found, cluster);
    }
  return found;
}

GPtrArray *
catalogue_search_instruments (const Catalogue *catalogue, const char *words)
{
  GPtrArray *found;

  g_return_val_if_fail (catalogue != NULL && words != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < catalogue->instruments->len; i++)
    {
      CatalogueInstrument *instrument = g_ptr_array_index (catalogue->instruments, i);
      const char *const texts[]
          = { instrument->title, instrument->plain, instrument->programme, instrument->summary };

      if (matches (words, texts, G_N_ELEMENTS (texts)))
        g_ptr_array_add (found, instrument);
    }
  return found;
}
