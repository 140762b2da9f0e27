/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-own.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The catalogue's loader with one file replaced. The first line of the input names the file, as in
 * "catalogue/hubs.json" or, for a file of the user, "own/catalogue/hubs.json"; the rest is its
 * text. All other files are those of tests/catalogue/mini; G_TEST_SRCDIR has to say where tests/
 * is. What loads is searched and changed. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *const names[] = {
  "catalogue/vocabulary.json",
  "reference/nuts.json",
  "reference/nace.json",
  "reference/outlines.json",
  "reference/benchmark.json",
  "catalogue/clusters.json",
  "catalogue/hubs.json",
  "catalogue/instruments.json",
  "catalogue/guidance.json",
  "own/catalogue/hubs.json",
  "own/catalogue/instruments.json",
};
#define N_MINI 9

static void
write_text (const char *folder, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, 0700) != 0
      || !g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_error ("cannot write %s", path);
}

/* Puts the small catalogue's own text of @name back. */
static void
restore (const char *folder, const char *name)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize length;

  path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "catalogue", "mini", name, NULL);
  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("cannot read %s", path);
  write_text (folder, name, text, (gssize)length);
}

static void
remove_name (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_remove (path);
}

static char *work_folder;

static void
remove_work_folder (void)
{
  static const char *const folders[] = { "catalogue", "reference", "own/catalogue", "own", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    remove_name (work_folder, names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    remove_name (work_folder, folders[i]);
  g_free (work_folder);
}

/* Made once and removed at the end. */
static const char *
get_work_folder (void)
{
  if (work_folder == NULL)
    {
      work_folder = g_dir_make_tmp ("waymark-fuzz-XXXXXX", NULL);
      for (guint i = 0; i < N_MINI; i++)
        restore (work_folder, names[i]);
      atexit (remove_work_folder);
    }
  return work_folder;
}

/* Which of the names the first line says; -1 none. */
static int
take_name (const uint8_t *data, size_t size, gsize *start)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i]);

      if (size > length && memcmp (data, names[i], length) == 0 && data[length] == '\n')
        {
          *start = length + 1;
          return (int)i;
        }
    }
  return -1;
}

static void
use (const Catalogue *catalogue, const char *own)
{
  CatalogueOwnInstrument instrument = {
    .title = "T", .payer = "P", .amount_eur = -1, .rate_percent = -1, .last_verified = "2026-11-20"
  };
  g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, "norte 5", NULL);

  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    {
      g_autoptr (GPtrArray) found
          = catalogue_search_hubs (catalogue, catalogue_hub (catalogue, i)->name, NULL);
    }
  g_assert_true (catalogue_own_add_instrument (own, catalogue, &instrument, NULL, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *folder = get_work_folder ();
  g_autofree char *own = g_build_filename (folder, "own", NULL);
  g_autoptr (Catalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  gsize start = 0;
  int name = take_name (data, size, &start);

  if (name < 0)
    return 0;
  write_text (folder, names[name], (const char *)data + start, (gssize)(size - start));
  catalogue = catalogue_new ((const char *const[]){ folder, own, NULL }, &error);
  g_assert_true ((catalogue == NULL) == (error != NULL));
  if (catalogue != NULL)
    use (catalogue, own);
  if (name < N_MINI)
    restore (folder, names[name]);
  for (guint i = N_MINI; i < G_N_ELEMENTS (names); i++)
    remove_name (folder, names[i]);
  return 0;
}
