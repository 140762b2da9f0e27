/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-fixture.h"

#include "base/base-data.h"
#include "catalogue/catalogue-contacts.h"
#include "catalogue/catalogue-own-past.h"

#include <string.h>

/* Whom the user knows at the hubs. */

/* Whom the user knows stands beside a record that is not the user's, changes no result's hash, and
 * can be taken back. */
static void
test_contacts (OwnFixture *fixture, gconstpointer data)
{
  const char *id = catalogue_hub (fixture->bundled, 3)->id;
  const char *other = catalogue_hub (fixture->bundled, 4)->id;
  g_autofree char *file = g_build_filename (fixture->folder, "contacts.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (Catalogue) with = NULL, changed = NULL, without = NULL;
  g_autoptr (CatalogueOwnPast) past = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (catalogue_find_hub (fixture->bundled, id)->contact);
  g_assert_true (
      catalogue_contacts_set (fixture->folder, fixture->bundled, id, " Ana “Reis”, 253 ", &error));
  g_assert_no_error (error);
  g_assert_true (catalogue_contacts_set (fixture->folder, fixture->bundled, other, "Rui", NULL));
  with = own_fixture_reload (fixture);
  g_assert_cmpstr (catalogue_find_hub (with, id)->contact, ==, "Ana “Reis”, 253");
  g_assert_cmpstr (catalogue_find_hub (with, other)->contact, ==, "Rui");
  g_assert_false (catalogue_find_hub (with, id)->own);
  g_assert_cmpstr (catalogue_sha256 (with), ==, catalogue_sha256 (fixture->bundled));

  past = catalogue_own_past_new (fixture->folder, NULL);
  g_assert_true (catalogue_contacts_set (fixture->folder, with, id, "  ", NULL));
  g_assert_true (catalogue_own_past_close (past, NULL));
  changed = own_fixture_reload (fixture);
  g_assert_null (catalogue_find_hub (changed, id)->contact);
  g_assert_cmpstr (catalogue_find_hub (changed, other)->contact, ==, "Rui");
  g_assert_true (catalogue_own_past_restore (past, NULL));
  without = own_fixture_reload (fixture);
  g_assert_cmpstr (catalogue_find_hub (without, id)->contact, ==, "Ana “Reis”, 253");

  g_assert_false (catalogue_contacts_set (fixture->folder, with, "no-hub", "Rui", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (catalogue_contacts_set (fixture->folder, with, id, "\xff", &error));
  g_assert_true (g_str_has_prefix (error->message, "contact: "));
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Rui"));
}

/* A hub that is not in the list now keeps its words; a file that is none is said and left alone. */
static void
test_contacts_file (OwnFixture *fixture, gconstpointer data)
{
#define CONTACTS "{\"format\":\"waymark-hub-contacts\",\"version\":1,\"contacts\":"
  static const char *const bad[]
      = { "",
          "{}",
          CONTACTS "[]}",
          CONTACTS "{\"a\":3}}",
          CONTACTS "{\"a\":\"b\"},\"more\":1}",
          "{\"format\":\"waymark-hubs\",\"version\":1}",
          "{\"format\":\"waymark-hub-contacts\",\"version\":9,\"contacts\":{}}" };
  const char *id = catalogue_hub (fixture->bundled, 0)->id;
  g_autofree char *file = g_build_filename (fixture->folder, "contacts.json", NULL);
  g_autofree char *bundled = base_data_dir (NULL), *text = NULL;

  g_assert_true (g_file_set_contents (file, CONTACTS "{\"gone\":\"Eva\"}}", -1, NULL));
  g_assert_true (catalogue_contacts_set (fixture->folder, fixture->bundled, id, "Rui", NULL));
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Eva"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL, problem = NULL;
      g_autoptr (Catalogue) none = NULL;

      g_assert_true (g_file_set_contents (file, bad[i], -1, NULL));
      none = catalogue_new ((const char *const[]){ bundled, fixture->folder, NULL }, &error);
      g_assert_null (none);
      g_assert_nonnull (strstr (error->message, "contacts.json"));
      g_assert_false (
          catalogue_contacts_set (fixture->folder, fixture->bundled, id, "Rui", &problem));
      g_assert_nonnull (problem);
      g_assert_true (g_file_get_contents (file, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, bad[i]);
    }
#undef CONTACTS
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/contacts/set", OwnFixture, NULL, own_fixture_set_up, test_contacts,
              own_fixture_tear_down);
  g_test_add ("/catalogue/contacts/file", OwnFixture, NULL, own_fixture_set_up, test_contacts_file,
              own_fixture_tear_down);
  return g_test_run ();
}
