/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* Standards and law that may concern a firm, in the order of the file. */

static const char *const goals[]
    = { "learn", "develop", "solve-challenge", "product", "process", "abroad", NULL };
static const char *const dimensions[]
    = { "strategy", "readiness", "human-centric", "data", "automation", "green", NULL };
static const BaseJsonName size_names[]
    = { { "micro", 0 }, { "small", 1 }, { "medium", 2 }, { "not-sme", 3 }, { NULL, 0 } };

static void
read_guidance (Catalogue *catalogue,
               const BaseJsonCursor *record,
               GHashTable *taken,
               CatalogueGuidance *guidance)
{
  int size = base_json_get_name (record, "min_size", size_names, -1);

  base_json_only (record, CATALOGUE_MEMBERS ("id", "identifier", "title", "note", "applies_on",
                                             "technologies", "sectors", "goals", "dimensions",
                                             "min_size", "source", "last_verified"));
  guidance->id = catalogue_need_id (catalogue, record, taken);
  guidance->identifier = catalogue_need_text (catalogue, record, "identifier");
  guidance->title = catalogue_need_text (catalogue, record, "title");
  guidance->note = catalogue_need_text (catalogue, record, "note");
  guidance->applies_on = catalogue_get_day (catalogue, record, "applies_on");
  guidance->technologies
      = catalogue_get_term_ids (catalogue, record, "technologies", CATALOGUE_TERM_TECHNOLOGY);
  guidance->sectors = catalogue_get_term_ids (catalogue, record, "sectors", CATALOGUE_TERM_SECTOR);
  guidance->goals = catalogue_get_names (catalogue, record, "goals", goals);
  guidance->dimensions = catalogue_get_names (catalogue, record, "dimensions", dimensions);
  guidance->min_size = size >= 0 ? size_names[size].name : NULL;
  guidance->source = catalogue_need_address (catalogue, record, "source");
  guidance->last_verified = catalogue_need_day (catalogue, record, "last_verified");
}

void
catalogue_read_guidance (Catalogue *catalogue, const BaseJsonCursor *root, gboolean own)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  BaseJsonCursor array = base_json_need (root, "guidance");
  guint n = base_json_present (&array) ? base_json_length (&array) : 0;
  CatalogueGuidance *guidance = catalogue_arena_new0 (catalogue->arena, CatalogueGuidance, n);

  base_json_only (root, CATALOGUE_MEMBERS ("format", "version", "guidance"));
  for (guint i = 0; i < n && !base_json_failed (root->document); i++)
    {
      BaseJsonCursor record = base_json_item (&array, i);

      read_guidance (catalogue, &record, taken, &guidance[i]);
      if (base_json_failed (root->document))
        return;
      g_hash_table_add (taken, (gpointer)guidance[i].id);
      g_ptr_array_add (catalogue->guidance, &guidance[i]);
    }
}

guint
catalogue_n_guidance (const Catalogue *catalogue)
{
  g_return_val_if_fail (catalogue != NULL, 0);

  return catalogue->guidance->len;
}

const CatalogueGuidance *
catalogue_guidance (const Catalogue *catalogue, guint index)
{
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (index < catalogue->guidance->len, NULL);

  return g_ptr_array_index (catalogue->guidance, index);
}
