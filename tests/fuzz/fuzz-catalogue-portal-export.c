/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-diff.h"
#include "catalogue/catalogue-portal-export.h"

#include <stdint.h>

/* The reader of the Commission's list: whatever the text, a list or an error, and a list that can
 * be compared and written. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "catalogue", "mini", NULL);
  g_autoptr (Catalogue) catalogue = catalogue_new ((const char *const[]){ folder, NULL }, NULL);
  g_autoptr (CatalogueRecords) used = catalogue_records_load_used (folder, NULL, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (CatalogueRecords) newer = NULL;

  g_assert_true (catalogue != NULL && used != NULL);
  newer = catalogue_portal_export_parse ((const char *)data, size, "export", catalogue, used,
                                         "2026-11-20", notes, &error);
  g_assert_true ((newer == NULL) == (error != NULL));
  if (newer != NULL)
    {
      g_autoptr (CatalogueDiff) diff = catalogue_diff_new (used, newer);
      g_autofree char *text = catalogue_records_serialize (newer, CATALOGUE_RECORD_HUB);
      g_autoptr (BaseJson) json = base_json_parse (text, -1, "written", &error);

      g_assert_no_error (error);
      g_assert_nonnull (json);
    }
  return 0;
}
