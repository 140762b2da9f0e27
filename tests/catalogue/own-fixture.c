/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-fixture.h"

#include "base/base-data.h"

#include <glib/gstdio.h>

void
own_fixture_set_up (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->bundled = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("waymark-own-XXXXXX", &error);
  g_assert_no_error (error);
}

void
own_fixture_tear_down (OwnFixture *fixture, gconstpointer data)
{
  static const char *const parts[]
      = { "catalogue/hubs.json", "catalogue/instruments.json", "catalogue", "contacts.json", "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, parts[i], NULL);

      g_remove (path);
    }
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS)); /* no temporary left behind */
  g_free (fixture->folder);
  catalogue_unref (fixture->bundled);
}

Catalogue *
own_fixture_reload (OwnFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = base_data_dir (&error);
  Catalogue *catalogue;

  g_assert_no_error (error);
  catalogue = catalogue_new ((const char *const[]){ data, fixture->folder, NULL }, &error);
  g_assert_no_error (error);
  return catalogue;
}
