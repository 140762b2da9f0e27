/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-update.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "catalogue/catalogue-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The new folder is written and checked beside the old one, then their names are changed: whoever
 * reads meanwhile finds the old lists, the new ones, or for a moment the bundled ones, never half a
 * list. */

#define FOLDER_MODE 0700
#define BEFORE "update-before"

/* {{{ Folders */

static gboolean
fail_io (GError **error, const char *path)
{
  g_set_error (error, BASE_ERROR, BASE_ERROR_IO, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  return g_mkdir_with_parents (path, FOLDER_MODE) == 0 || fail_io (error, path);
}

/* A folder that this file has made: FOLDER/catalogue/KIND.json. */
static void
remove_folder (const char *folder)
{
  g_autofree char *inner = g_build_filename (folder, "catalogue", NULL);

  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      g_autofree char *path = g_build_filename (folder, catalogue_record_kind_file (i), NULL);

      (void)g_remove (path);
    }
  (void)g_rmdir (inner);
  (void)g_rmdir (folder);
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  return g_rename (from, to) == 0 || fail_io (error, from);
}

/* @update takes the place of own/update, which becomes own/update-before; an empty folder stands
 * for the bundled lists. */
static gboolean
put_in_place (const char *own_folder, const char *update, GError **error)
{
  g_autofree char *place = g_build_filename (own_folder, CATALOGUE_UPDATE_FOLDER, NULL);
  g_autofree char *before = g_build_filename (own_folder, BEFORE, NULL);

  remove_folder (before);
  if (!make_folder (place, error) || !move (place, before, error))
    return FALSE;
  if (move (update, place, error))
    return TRUE;
  (void)g_rename (before, place);
  return FALSE;
}

/* }}} */
/* {{{ Taking over */

static gboolean
is_accepted (const char *const *accepted, const char *id)
{
  return accepted == NULL || g_strv_contains (accepted, id);
}

static gboolean
check_accepted (const CatalogueDiff *diff, const char *const *accepted, GError **error)
{
  for (guint i = 0; accepted != NULL && accepted[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < catalogue_diff_length (diff) && !found; j++)
        found = g_str_equal (catalogue_diff_get (diff, j)->id, accepted[i]);
      if (!found)
        {
          g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING, _ ("“%s” is none of the changes"),
                       accepted[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static guint
take_changes (CatalogueRecords *records, const CatalogueDiff *diff, const char *const *accepted)
{
  guint n = 0;

  for (guint i = 0; i < catalogue_diff_length (diff); i++)
    {
      const CatalogueChange *change = catalogue_diff_get (diff, i);

      if (!is_accepted (accepted, change->id))
        continue;
      n++;
      if (change->kind == CATALOGUE_CHANGE_REMOVED)
        catalogue_records_remove (records, change->record, change->id);
      else
        catalogue_records_put (
            records, change->record,
            catalogue_records_find (catalogue_diff_after (diff), change->record, change->id));
    }
  return n;
}

static gboolean
write_files (const char *folder, const CatalogueRecords *records, GError **error)
{
  g_autofree char *inner = g_build_filename (folder, "catalogue", NULL);

  if (!make_folder (inner, error))
    return FALSE;
  for (guint i = 0; i < CATALOGUE_N_RECORD_KINDS; i++)
    {
      g_autofree char *path = g_build_filename (folder, catalogue_record_kind_file (i), NULL);
      g_autofree char *text = catalogue_records_serialize (records, i);

      if (!base_data_write (path, text, strlen (text), error))
        return FALSE;
    }
  return TRUE;
}

/* Writes into @stage/update, checks it as the program will read it, puts it in place. */
static gboolean
write_checked (const char *bundled,
               const char *own_folder,
               const char *stage,
               const CatalogueRecords *records,
               GError **error)
{
  g_autofree char *update = g_build_filename (stage, CATALOGUE_UPDATE_FOLDER, NULL);
  g_autoptr (Catalogue) checked = NULL;
  gboolean done = write_files (update, records, error);

  if (done)
    checked = catalogue_new ((const char *const[]){ bundled, own_folder, stage, NULL }, error);
  done = checked != NULL && put_in_place (own_folder, update, error);
  if (!done)
    remove_folder (update);
  return done;
}

/* The list in use with the accepted changes. The day is that of the newer list: of the day on which
 * somebody compared the whole. */
static CatalogueRecords *
merge (const char *bundled,
       const char *own_folder,
       const CatalogueDiff *diff,
       const char *const *accepted,
       const char *date,
       guint *n,
       GError **error)
{
  g_autoptr (CatalogueRecords) records = NULL;
  const char *newer = catalogue_records_date (catalogue_diff_after (diff));

  if (!check_accepted (diff, accepted, error))
    return NULL;
  records = catalogue_records_load_used (bundled, own_folder, error);
  if (records == NULL)
    return NULL;
  *n = take_changes (records, diff, accepted);
  if (*n == 0)
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING, _ ("There is no change to take over."));
      return NULL;
    }
  if (catalogue_records_has (catalogue_diff_after (diff), CATALOGUE_RECORD_HUB))
    catalogue_records_set_date (records, newer != NULL ? newer : date);
  return g_steal_pointer (&records);
}

gboolean
catalogue_update_apply (const char *bundled,
                        const char *own_folder,
                        const CatalogueDiff *diff,
                        const char *const *accepted,
                        const char *date,
                        guint *n,
                        GError **error)
{
  g_autofree char *stage = NULL;
  g_autoptr (CatalogueRecords) records = NULL;
  guint taken = 0;
  gboolean done;

  g_return_val_if_fail (bundled != NULL && own_folder != NULL, FALSE);
  g_return_val_if_fail (diff != NULL && date != NULL, FALSE);

  records = merge (bundled, own_folder, diff, accepted, date, &taken, error);
  if (records == NULL || !make_folder (own_folder, error))
    return FALSE;
  stage = g_build_filename (own_folder, "stage-XXXXXX", NULL);
  if (g_mkdtemp_full (stage, FOLDER_MODE) == NULL)
    return fail_io (error, stage);
  done = write_checked (bundled, own_folder, stage, records, error);
  (void)g_rmdir (stage);
  if (done && n != NULL)
    *n = taken;
  return done;
}

gboolean
catalogue_update_can_undo (const char *own_folder)
{
  g_autofree char *before = g_build_filename (own_folder, BEFORE, NULL);

  return g_file_test (before, G_FILE_TEST_IS_DIR);
}

gboolean
catalogue_update_undo (const char *own_folder, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;

  g_return_val_if_fail (own_folder != NULL, FALSE);

  place = g_build_filename (own_folder, CATALOGUE_UPDATE_FOLDER, NULL);
  before = g_build_filename (own_folder, BEFORE, NULL);
  between = g_build_filename (own_folder, "update-between", NULL);
  if (!catalogue_update_can_undo (own_folder))
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING, _ ("There is no update to undo."));
      return FALSE;
    }
  return make_folder (place, error) && move (before, between, error) && move (place, before, error)
         && move (between, place, error);
}

/* }}} */
/* {{{ Age */

guint
catalogue_age_days (const Catalogue *catalogue, const char *today)
{
  gint64 days;

  g_return_val_if_fail (catalogue != NULL && today != NULL, 0);

  days = base_date_to_days (today) - base_date_to_days (catalogue_date (catalogue));
  return (guint)CLAMP (days, 0, G_MAXINT);
}

BaseText *
catalogue_age_text (const Catalogue *catalogue, const char *today)
{
  guint days = catalogue_age_days (catalogue, today);

  if (days == 0)
    return base_text_new (N_ ("The list of hubs is of today"));
  return base_text_with_date (base_text_new_plural ("The list of hubs is {n} day old ({date})",
                                                    "The list of hubs is {n} days old ({date})",
                                                    days),
                              "date", catalogue_date (catalogue));
}

/* }}} */
