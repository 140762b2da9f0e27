/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own-past.h"

#include "base/base-data.h"
#include "catalogue/catalogue-contacts.h"
#include "catalogue/catalogue-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Two states of a few small files, kept in memory. */

static const char *const names[]
    = { "catalogue/hubs.json", "catalogue/instruments.json", CATALOGUE_CONTACTS_FILE };

struct _CatalogueOwnPast
{
  char *paths[G_N_ELEMENTS (names)];
  GBytes *before[G_N_ELEMENTS (names)]; /* NULL: not there */
  GBytes *after[G_N_ELEMENTS (names)];
};

/* NULL without an error when there is no such file. */
static gboolean
read_file (const char *path, GBytes **bytes, GError **error)
{
  *bytes = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  *bytes = base_data_read (path, CATALOGUE_FILE_CAP, error);
  return *bytes != NULL;
}

static gboolean
is_same (GBytes *a, GBytes *b)
{
  return a == NULL || b == NULL ? a == b : g_bytes_equal (a, b);
}

CatalogueOwnPast *
catalogue_own_past_new (const char *folder, GError **error)
{
  g_autoptr (CatalogueOwnPast) past = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  past = g_new0 (CatalogueOwnPast, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      past->paths[i] = g_build_filename (folder, names[i], NULL);
      if (!read_file (past->paths[i], &past->before[i], error))
        return NULL;
    }
  return g_steal_pointer (&past);
}

void
catalogue_own_past_free (CatalogueOwnPast *past)
{
  if (past == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_free (past->paths[i]);
      g_clear_pointer (&past->before[i], g_bytes_unref);
      g_clear_pointer (&past->after[i], g_bytes_unref);
    }
  g_free (past);
}

gboolean
catalogue_own_past_close (CatalogueOwnPast *past, GError **error)
{
  g_return_val_if_fail (past != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_clear_pointer (&past->after[i], g_bytes_unref);
      if (!read_file (past->paths[i], &past->after[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_untouched (const CatalogueOwnPast *past, guint i, GError **error)
{
  g_autoptr (GBytes) now = NULL;

  if (!read_file (past->paths[i], &now, error))
    return FALSE;
  if (is_same (now, past->after[i]))
    return TRUE;
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
               _ ("%s: was changed since; found another state than the one to take back"),
               past->paths[i]);
  return FALSE;
}

static gboolean
put (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (bytes != NULL)
    return base_data_write (path, text, length, error);
  if (g_remove (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, BASE_ERROR, BASE_ERROR_IO, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

gboolean
catalogue_own_past_restore (CatalogueOwnPast *past, GError **error)
{
  g_return_val_if_fail (past != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!check_untouched (past, i, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBytes *before = past->before[i];

      if (!is_same (before, past->after[i]) && !put (past->paths[i], before, error))
        return FALSE;
      past->before[i] = past->after[i];
      past->after[i] = before;
    }
  return TRUE;
}
