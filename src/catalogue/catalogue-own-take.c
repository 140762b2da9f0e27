/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own-take.h"

#include "base/base-data.h"
#include "catalogue/catalogue-own-past.h"
#include "catalogue/catalogue-private.h"
#include "catalogue/catalogue-records.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* The lists as they would be are written into a folder of their own and read as the program reads
 * them; only then the user's are replaced. */

static const CatalogueRecordKind kinds[] = { CATALOGUE_RECORD_HUB, CATALOGUE_RECORD_INSTRUMENT };

/* {{{ Merging */

static CatalogueRecords *
load_taken (const char *path, GError **error)
{
  g_autoptr (CatalogueRecords) taken = catalogue_records_load (path, error);

  if (taken == NULL || !catalogue_records_has (taken, CATALOGUE_RECORD_CLUSTER))
    return g_steal_pointer (&taken);
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
               _ ("%s: has clusters; hubs and kinds of support can be your own"), path);
  return NULL;
}

/* The own list of @kind with what is taken; NULL: there is neither, or an error. */
static CatalogueRecords *
merge (const char *own_folder,
       const CatalogueRecords *taken,
       CatalogueRecordKind kind,
       GError **error)
{
  g_autofree char *path = g_build_filename (own_folder, catalogue_record_kind_file (kind), NULL);
  const gboolean has = catalogue_records_has (taken, kind);
  CatalogueRecords *merged;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return has ? catalogue_records_copy (taken) : NULL;
  merged = catalogue_records_load (path, error);
  for (guint i = 0; merged != NULL && has && i < catalogue_records_list (taken, kind)->len; i++)
    catalogue_records_put (merged, kind, catalogue_records_list (taken, kind)->pdata[i]);
  if (merged != NULL && has && kind == CATALOGUE_RECORD_HUB)
    catalogue_records_set_date (merged, catalogue_records_date (taken));
  return merged;
}

static gboolean
write_kind (const char *folder,
            const CatalogueRecords *records,
            CatalogueRecordKind kind,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, catalogue_record_kind_file (kind), NULL);
  g_autofree char *inner = g_path_get_dirname (path);
  g_autofree char *text = catalogue_records_serialize (records, kind);

  if (g_mkdir_with_parents (inner, 0700) == 0)
    return base_data_write (path, text, strlen (text), error);
  g_set_error (error, BASE_ERROR, BASE_ERROR_IO, "%s: %s", inner, g_strerror (errno));
  return FALSE;
}

static gboolean
write_merged (const char *folder,
              const char *own_folder,
              const CatalogueRecords *taken,
              GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (CatalogueRecords) merged = merge (own_folder, taken, kinds[i], &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (merged != NULL && !write_kind (folder, merged, kinds[i], error))
        return FALSE;
    }
  return TRUE;
}

/* }}} */
/* {{{ Checking */

static gboolean
reads (const char *bundled, const char *source, GError **error)
{
  g_autoptr (Catalogue) catalogue
      = catalogue_new ((const char *const[]){ bundled, source, NULL }, error);

  return catalogue != NULL;
}

/* Newer lists that were taken over count too: a hub may be linked with one of them. */
static void
link_updates (const char *stage, const char *own_folder)
{
  g_autofree char *whole = g_canonicalize_filename (own_folder, NULL);
  g_autofree char *from = g_build_filename (whole, CATALOGUE_UPDATE_FOLDER, NULL);
  g_autofree char *to = g_build_filename (stage, CATALOGUE_UPDATE_FOLDER, NULL);

  if (g_file_test (from, G_FILE_TEST_IS_DIR) && symlink (from, to) != 0)
    g_debug ("%s: %s", to, g_strerror (errno));
}

/* The message with the place in the user's file instead of that in ours. */
static void
name_the_file (GError **error, const char *stage, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *ours = g_build_filename (stage, catalogue_record_kind_file (kinds[i]), NULL);
      g_auto (GStrv) parts = g_strsplit ((*error)->message, ours, -1);

      g_free ((*error)->message);
      (*error)->message = g_strjoinv (path, parts);
    }
}

/* @stage has what is taken alone: the place of a fault in it is that in the user's file. */
static gboolean
check_alone (const char *bundled, const CatalogueRecords *taken, const char *stage, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (catalogue_records_has (taken, kinds[i]) && !write_kind (stage, taken, kinds[i], error))
      return FALSE;
  return reads (bundled, stage, error);
}

static gboolean
check (const char *bundled,
       const char *own_folder,
       const char *stage,
       const char *path,
       const CatalogueRecords *taken,
       GError **error)
{
  g_autoptr (GError) together = NULL;

  link_updates (stage, own_folder);
  if (write_merged (stage, own_folder, taken, &together) && reads (bundled, stage, &together))
    return TRUE;
  if (check_alone (bundled, taken, stage, error))
    g_propagate_error (error, g_steal_pointer (&together));
  name_the_file (error, stage, path);
  return FALSE;
}

/* }}} */

/* Two files are replaced one after the other: what fails at the second one is taken back. */
static gboolean
put_in_place (const char *own_folder, const CatalogueRecords *taken, GError **error)
{
  g_autoptr (CatalogueOwnPast) past = catalogue_own_past_new (own_folder, error);

  if (past == NULL)
    return FALSE;
  if (write_merged (own_folder, own_folder, taken, error))
    return TRUE;
  if (catalogue_own_past_close (past, NULL))
    catalogue_own_past_restore (past, NULL);
  return FALSE;
}

gboolean
catalogue_own_take (
    const char *bundled, const char *own_folder, const char *path, GPtrArray *ids, GError **error)
{
  g_autoptr (CatalogueRecords) taken = NULL;
  g_autofree char *stage = NULL;
  gboolean done;

  g_return_val_if_fail (bundled != NULL && own_folder != NULL, FALSE);
  g_return_val_if_fail (path != NULL && ids != NULL, FALSE);

  taken = load_taken (path, error);
  stage = taken != NULL ? g_dir_make_tmp ("waymark-XXXXXX", error) : NULL;
  if (stage == NULL)
    return FALSE;
  done = check (bundled, own_folder, stage, path, taken, error)
         && put_in_place (own_folder, taken, error);
  base_data_remove (stage);
  for (guint i = 0; done && i < G_N_ELEMENTS (kinds); i++)
    for (guint k = 0; catalogue_records_has (taken, kinds[i])
                      && k < catalogue_records_list (taken, kinds[i])->len;
         k++)
      g_ptr_array_add (
          ids,
          g_strdup (((CatalogueRecord *)catalogue_records_list (taken, kinds[i])->pdata[k])->id));
  return done;
}
