/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-portal-export.h"
#include "catalogue/catalogue-update.h"

#include "base/base-data.h"
#include "base/base-language.h"

#include <string.h>

/* Comparing lists and taking newer ones over: accepted records come back from the next load, the
 * others stay, the bundled file is never written, and an update can be undone. */

typedef struct
{
  char *bundled;
  char *own;
  CatalogueRecords *before, *after;
  Catalogue *catalogue;
} Fixture;

static Catalogue *
load (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  Catalogue *catalogue
      = catalogue_new ((const char *const[]){ fixture->bundled, fixture->own, NULL }, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->bundled = g_test_build_filename (G_TEST_DIST, "catalogue", "mini", NULL);
  fixture->own = g_dir_make_tmp ("waymark-update-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->catalogue = load (fixture);
  fixture->before = catalogue_records_load_used (fixture->bundled, fixture->own, &error);
  g_assert_no_error (error);
  fixture->after = catalogue_records_copy (fixture->before);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  base_data_remove (fixture->own);
  catalogue_records_free (fixture->before);
  catalogue_records_free (fixture->after);
  catalogue_unref (fixture->catalogue);
  g_free (fixture->bundled);
  g_free (fixture->own);
}

/* One hub changed, one added, one kind of support renamed. */
static void
spoil (Fixture *fixture)
{
  CatalogueRecord *hub
      = catalogue_records_find (fixture->after, CATALOGUE_RECORD_HUB, "pt-norte-hub");
  g_autoptr (CatalogueRecord) added = catalogue_record_copy (hub);
  CatalogueRecord *instrument
      = g_ptr_array_index (catalogue_records_list (fixture->after, CATALOGUE_RECORD_INSTRUMENT), 0);

  catalogue_record_set_text (hub, "city", "Braga");
  catalogue_record_set (hub, "acronym", NULL);
  catalogue_record_set_text (instrument, "title", "Another title");
  g_free (added->id);
  added->id = g_strdup ("pt-new-hub");
  catalogue_record_set_text (added, "id", "pt-new-hub");
  catalogue_record_set_text (added, "name", "New Hub");
  catalogue_record_set (added, "links", NULL);
  catalogue_records_put (fixture->after, CATALOGUE_RECORD_HUB, added);
  catalogue_records_set_date (fixture->after, "2026-11-20");
}

static void
test_diff (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CatalogueDiff) none = catalogue_diff_new (fixture->before, fixture->after);
  g_autoptr (CatalogueDiff) diff = NULL;
  const CatalogueChange *change;

  g_assert_cmpuint (catalogue_diff_length (none), ==, 0);
  spoil (fixture);
  diff = catalogue_diff_new (fixture->before, fixture->after);
  g_assert_cmpuint (catalogue_diff_length (diff), ==, 3);
  change = catalogue_diff_get (diff, 0);
  g_assert_cmpint (change->kind, ==, CATALOGUE_CHANGE_ADDED);
  g_assert_cmpstr (change->id, ==, "pt-new-hub");
  change = catalogue_diff_get (diff, 1);
  g_assert_cmpint (change->kind, ==, CATALOGUE_CHANGE_CHANGED);
  g_assert_cmpuint (change->n_members, ==, 2);
  g_assert_cmpstr (change->members[0].member, ==, "acronym");
  g_assert_cmpstr (change->members[0].before, ==, "NH");
  g_assert_null (change->members[0].after);
  g_assert_cmpstr (change->members[1].after, ==, "Braga");
  g_assert_cmpint (catalogue_diff_get (diff, 2)->record, ==, CATALOGUE_RECORD_INSTRUMENT);
}

static void
test_accept_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CatalogueDiff) diff = NULL;
  g_autoptr (Catalogue) updated = NULL;
  g_autoptr (Catalogue) back = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  spoil (fixture);
  diff = catalogue_diff_new (fixture->before, fixture->after);
  g_assert_true (catalogue_update_apply (fixture->bundled, fixture->own, diff,
                                         (const char *const[]){ "pt-norte-hub", NULL },
                                         "2026-11-27", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  updated = load (fixture);
  g_assert_cmpstr (catalogue_find_hub (updated, "pt-norte-hub")->city, ==, "Braga");
  g_assert_null (catalogue_find_hub (updated, "pt-new-hub"));
  g_assert_cmpstr (catalogue_date (updated), ==, "2026-11-20");
  g_assert_false (catalogue_find_hub (updated, "pt-norte-hub")->own);
  g_assert_cmpstr (catalogue_find_hub (updated, "pt-norte-hub")->source, ==,
                   catalogue_find_hub (fixture->catalogue, "pt-norte-hub")->source);

  g_assert_true (catalogue_update_undo (fixture->own, &error));
  g_assert_no_error (error);
  back = load (fixture);
  g_assert_cmpstr (catalogue_sha256 (back), ==, catalogue_sha256 (fixture->catalogue));
  g_assert_true (catalogue_update_undo (fixture->own, &error));
}

static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CatalogueDiff) diff = NULL;
  g_autoptr (Catalogue) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) nothing = NULL;
  CatalogueRecord *hub;

  spoil (fixture);
  hub = catalogue_records_find (fixture->after, CATALOGUE_RECORD_HUB, "pt-norte-hub");
  catalogue_record_set_text (hub, "country", "XX");
  diff = catalogue_diff_new (fixture->before, fixture->after);
  g_assert_false (catalogue_update_apply (fixture->bundled, fixture->own, diff, NULL, "2026-11-27",
                                          NULL, &error));
  g_assert_nonnull (strstr (error->message, "XX"));
  g_assert_false (catalogue_update_apply (fixture->bundled, fixture->own, diff,
                                          (const char *const[]){ "no-such", NULL }, "2026-11-27",
                                          NULL, &unknown));
  g_assert_error (unknown, BASE_ERROR, BASE_ERROR_MISSING);
  g_assert_false (catalogue_update_undo (fixture->own, &nothing));
  g_assert_error (nothing, BASE_ERROR, BASE_ERROR_MISSING);
  back = load (fixture);
  g_assert_cmpstr (catalogue_sha256 (back), ==, catalogue_sha256 (fixture->catalogue));
}

/* A program with a later list of its own is not held back by an old update. */
static void
test_older_update (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CatalogueDiff) diff = NULL;
  g_autoptr (Catalogue) loaded = NULL;
  g_autoptr (GError) error = NULL;

  spoil (fixture);
  catalogue_records_set_date (fixture->after, "2024-01-01");
  diff = catalogue_diff_new (fixture->before, fixture->after);
  g_assert_true (catalogue_update_apply (fixture->bundled, fixture->own, diff, NULL, "2026-11-27",
                                         NULL, &error));
  loaded = load (fixture);
  g_assert_null (catalogue_find_hub (loaded, "pt-new-hub"));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char text[]
      = "\xef\xbb\xbf"
        "EDIH Name;EDIH Title;Country;EDIH/SoE;Contact name;Website;Formatted sectors;"
        "Formatted services;Formatted technologies\r\n"
        "NH;Norte Hub;Portugal;EDIH;A person;https://hub.example/;Metalworking - 4, Textiles - "
        "2;;\r\n"
        "BRAND;\"Brand \"\"new\"\" hub\";Portugal;Seal of Excellence;;website;Nonsense - 3;;"
        "Robotics - 5\r\n"
        "AWAY;Hub of nowhere;Atlantis;EDIH;;;;;\r\n";
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (CatalogueRecords) newer
      = catalogue_portal_export_parse (text, sizeof text - 1, "export.csv", fixture->catalogue,
                                       fixture->before, "2026-11-20", notes, &error);
  g_autoptr (CatalogueDiff) diff = NULL;
  g_autoptr (Catalogue) updated = NULL;
  const CatalogueHub *hub;

  g_assert_no_error (error);
  g_assert_cmpuint (notes->len, ==, 2);
  diff = catalogue_diff_new (fixture->before, newer);
  g_assert_cmpuint (catalogue_diff_length (diff), ==, 2);
  g_assert_true (catalogue_update_apply (fixture->bundled, fixture->own, diff, NULL, "2026-11-27",
                                         NULL, &error));
  g_assert_no_error (error);
  updated = load (fixture);
  hub = catalogue_find_hub (updated, "pt-norte-hub");
  g_assert_cmpuint (hub->n_sectors, ==, 2);
  g_assert_cmpstr (hub->city, ==, "Porto");
  hub = catalogue_find_hub (updated, "pt-brand");
  g_assert_cmpstr (hub->name, ==, "Brand \"new\" hub");
  g_assert_cmpint (hub->kind, ==, CATALOGUE_HUB_SEAL);
  g_assert_cmpuint (hub->technologies[0].level, ==, 5);
  g_assert_null (hub->website);
}

static void
test_wrong_export (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", "a,b\n1,2\n", "EDIH Name,Country\n\"open", "\xff\xfe" };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (catalogue_portal_export_parse (texts[i], strlen (texts[i]), "export.csv",
                                                    fixture->catalogue, fixture->before,
                                                    "2026-11-20", notes, &error));
      g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
    }
}

static void
test_age (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BaseLanguage) english = base_language_new ("en", NULL);
  g_autoptr (BaseText) age = catalogue_age_text (fixture->catalogue, "2025-05-07");
  g_autofree char *said = base_language_format (english, age);

  g_assert_cmpstr (said, ==, "The list of hubs is 2 days old (5 May 2025)");
  g_assert_cmpuint (catalogue_age_days (fixture->catalogue, "2020-01-01"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/update/diff", Fixture, NULL, set_up, test_diff, tear_down);
  g_test_add ("/catalogue/update/accept-one", Fixture, NULL, set_up, test_accept_one, tear_down);
  g_test_add ("/catalogue/update/refuse", Fixture, NULL, set_up, test_refuse, tear_down);
  g_test_add ("/catalogue/update/older", Fixture, NULL, set_up, test_older_update, tear_down);
  g_test_add ("/catalogue/update/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/catalogue/update/wrong-export", Fixture, NULL, set_up, test_wrong_export,
              tear_down);
  g_test_add ("/catalogue/update/age", Fixture, NULL, set_up, test_age, tear_down);
  return g_test_run ();
}
