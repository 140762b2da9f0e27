/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-frozen.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "base/base-json.h"
#include "catalogue/catalogue-contacts.h"

#include <glib/gi18n-lib.h>

/* The loaders of all rooms read folders in the form of data/, so the kept files stand in one while
 * they are read: in the user's own temporary place, removed at once. */

#define PART_MAX ((gsize)64 * 1024 * 1024)
#define OWN "own/"
#define OWN_UPDATE "own/update/" /* the newer lists that stand in the place of the bundled ones */

struct _ConsultationFrozen
{
  SurveyPack *pack;
  AdviceRules *rules;
  Catalogue *catalogue;
  char *day;
};

/* --- what is kept ----------------------------------------------------------------------------- */

static void
part_clear (gpointer data)
{
  WorkspacePart *part = data;

  g_free ((gpointer)part->part);
  g_bytes_unref (part->content);
}

static gboolean
add_file (GArray *parts, const char *folder, const char *prefix, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  WorkspacePart part = { .content = base_data_read (path, PART_MAX, error) };

  if (part.content == NULL)
    return FALSE;
  part.part = g_strconcat (prefix, name, NULL);
  g_array_append_val (parts, part);
  return TRUE;
}

/* Every file of one kind in a folder; a folder that is not there has none. */
static gboolean
add_folder (GArray *parts,
            const char *top,
            const char *name,
            const char *prefix,
            const char *const *suffixes,
            GError **error)
{
  g_autofree char *folder = g_build_filename (top, name, NULL);
  g_autofree char *full_prefix = g_strconcat (prefix, name, "/", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    for (guint i = 0; suffixes[i] != NULL; i++)
      if (g_str_has_suffix (file, suffixes[i])
          && !add_file (parts, folder, full_prefix, file, error))
        return FALSE;
  return TRUE;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return strcmp (((const WorkspacePart *)a)->part, ((const WorkspacePart *)b)->part);
}

GArray *
consultation_frozen_collect (const char *pack_id, const char *own_folder, GError **error)
{
  static const char *const json[] = { ".json", NULL };
  static const char *const rules[] = { ".dmn", ".json", NULL };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (WorkspacePart));
  g_autofree char *data = base_data_dir (error);
  g_autofree char *pack = g_strconcat ("packs/", pack_id, ".json", NULL);
  g_autofree char *update = g_build_filename (own_folder, "update", NULL);

  g_array_set_clear_func (parts, part_clear);
  if (data == NULL || !add_file (parts, data, "", pack, error)
      || !add_folder (parts, data, "rules", "", rules, error)
      || !add_folder (parts, data, "catalogue", "", json, error)
      || !add_folder (parts, data, "reference", "", json, error)
      || !add_folder (parts, own_folder, "catalogue", OWN, json, error)
      || !add_folder (parts, update, "catalogue", OWN_UPDATE, json, error))
    return NULL;
  g_array_sort (parts, compare_parts);
  return g_steal_pointer (&parts);
}

/* --- reading it ------------------------------------------------------------------------------- */

/* A name from a file of somebody else must not lead out of the folder. */
static gboolean
is_plain (const char *name)
{
  return !g_path_is_absolute (name) && strstr (name, "..") == NULL;
}

static gboolean
write_part (const char *folder, const WorkspacePart *part, GError **error)
{
  g_autofree char *path = g_build_filename (folder, part->part, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  gsize size = 0;
  const char *bytes = g_bytes_get_data (part->content, &size);

  if (!is_plain (part->part) || g_mkdir_with_parents (parent, 0700) != 0)
    {
      g_set_error (error, WORKSPACE_ERROR, WORKSPACE_ERROR_FAILED,
                   _ ("“%s”, which this finished assessment was made with, cannot be read"),
                   part->part);
      return FALSE;
    }
  return g_file_set_contents (path, bytes, (gssize)size, error);
}

static const char *
find_pack (const WorkspacePart *parts, guint n_parts)
{
  for (guint i = 0; i < n_parts; i++)
    if (g_str_has_prefix (parts[i].part, "packs/"))
      return parts[i].part;
  return "packs/?.json"; /* the loader names what is missing */
}

static gboolean
load (ConsultationFrozen *frozen, const char *folder, const char *pack, GError **error)
{
  g_autofree char *pack_path = g_build_filename (folder, pack, NULL);
  g_autofree char *rules_path = g_build_filename (folder, "rules", NULL);
  g_autofree char *own = g_build_filename (folder, "own", NULL);
  const char *const sources[]
      = { folder, g_file_test (own, G_FILE_TEST_IS_DIR) ? own : NULL, NULL };

  return (frozen->pack = survey_pack_load (pack_path, error)) != NULL
         && (frozen->rules = advice_rules_load (rules_path, error)) != NULL
         && (frozen->catalogue = catalogue_new (sources, error)) != NULL;
}

/* Whom the user knows at a hub is of today, and no part of what was finished. */
static gboolean
copy_contacts (const char *folder, const char *own_folder, GError **error)
{
  g_autofree char *from = g_build_filename (own_folder, CATALOGUE_CONTACTS_FILE, NULL);
  WorkspacePart part = { .part = OWN CATALOGUE_CONTACTS_FILE };
  g_autoptr (GBytes) content = NULL;

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    return TRUE;
  part.content = content = base_data_read (from, PART_MAX, error);
  return content != NULL && write_part (folder, &part, error);
}

static gboolean
write_and_load (ConsultationFrozen *frozen,
                const char *folder,
                const WorkspacePart *parts,
                guint n_parts,
                const char *own_folder,
                GError **error)
{
  for (guint i = 0; i < n_parts; i++)
    if (!write_part (folder, &parts[i], error))
      return FALSE;
  if (own_folder != NULL && !copy_contacts (folder, own_folder, error))
    return FALSE;
  return load (frozen, folder, find_pack (parts, n_parts), error);
}

static char *
day_of (gint64 frozen_at)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (frozen_at / G_USEC_PER_SEC);

  return g_date_time_format (local, "%Y-%m-%d");
}

/* The result was computed on the day it says, which need not be that of finishing: an evening's
 * advice can be finished after midnight, or be read where the clock shows another day. */
char *
consultation_frozen_day_of (const char *result, gint64 frozen_at)
{
  g_autoptr (BaseJson) json = base_json_parse (result, -1, "result", NULL);
  BaseJsonCursor root;
  const char *day;

  if (json == NULL)
    return day_of (frozen_at);
  root = base_json_root (json);
  day = base_json_is_object (&root) ? base_json_get_string (&root, "date", NULL) : NULL;
  return day != NULL && base_date_is_valid (day) ? g_strdup (day) : day_of (frozen_at);
}

static ConsultationFrozen *
read_parts (const WorkspacePart *parts,
            guint n_parts,
            const char *day,
            const char *own_folder,
            GError **error)
{
  g_autoptr (ConsultationFrozen) frozen = g_new0 (ConsultationFrozen, 1);
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", error);
  gboolean done;

  if (folder == NULL)
    return NULL;
  frozen->day = g_strdup (day);
  done = write_and_load (frozen, folder, parts, n_parts, own_folder, error);
  base_data_remove (folder);
  return done ? g_steal_pointer (&frozen) : NULL;
}

ConsultationFrozen *
consultation_frozen_read (const WorkspacePart *parts,
                          guint n_parts,
                          const char *day,
                          GError **error)
{
  return read_parts (parts, n_parts, day, NULL, error);
}

ConsultationFrozen *
consultation_frozen_load (Workspace *workspace,
                          const char *id,
                          const char *own_folder,
                          GError **error)
{
  g_autoptr (WorkspaceFrozen) kept = workspace_load_frozen (workspace, id, error);
  g_autofree WorkspacePart *parts = NULL;
  g_autofree char *day = NULL;

  if (kept == NULL)
    return NULL;
  parts = g_new0 (WorkspacePart, kept->parts->len);
  for (guint i = 0; i < kept->parts->len; i++)
    {
      const WorkspaceFrozenPart *part = g_ptr_array_index (kept->parts, i);

      parts[i] = (WorkspacePart){ part->part, part->content };
    }
  day = consultation_frozen_day_of (kept->result, kept->frozen_at);
  return read_parts (parts, kept->parts->len, day, own_folder, error);
}

void
consultation_frozen_free (ConsultationFrozen *frozen)
{
  if (frozen == NULL)
    return;
  g_clear_pointer (&frozen->pack, survey_pack_unref);
  g_clear_pointer (&frozen->rules, advice_rules_unref);
  g_clear_pointer (&frozen->catalogue, catalogue_unref);
  g_free (frozen->day);
  g_free (frozen);
}

SurveyPack *
consultation_frozen_pack (const ConsultationFrozen *frozen)
{
  return frozen->pack;
}

Catalogue *
consultation_frozen_catalogue (const ConsultationFrozen *frozen)
{
  return frozen->catalogue;
}

const char *
consultation_frozen_day (const ConsultationFrozen *frozen)
{
  return frozen->day;
}

Advice *
consultation_frozen_advise (const ConsultationFrozen *frozen, AssessmentDocument *document)
{
  return advice_new (document, frozen->pack, frozen->rules, frozen->catalogue, frozen->day);
}

gboolean
consultation_frozen_made (const ConsultationFrozen *frozen, const Advice *advice)
{
  const AdviceVersions *versions = advice_versions (advice);

  return g_str_equal (versions->pack_sha256, survey_pack_sha256 (frozen->pack))
         && g_str_equal (versions->rules_sha256, advice_rules_sha256 (frozen->rules))
         && g_str_equal (versions->catalogue_sha256, catalogue_sha256 (frozen->catalogue));
}
