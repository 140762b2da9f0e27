/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-catalogue.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "base/base-language.h"
#include "catalogue/catalogue-portal-export.h"
#include "catalogue/catalogue-update.h"
#include "cli/cli-place.h"

#include <glib/gi18n-lib.h>

/* The parts of `catalogue`: care of the lists of hubs, clusters and kinds of support. */

const CliCommand cli_catalogue_parts[CLI_CATALOGUE_N_PARTS] = {
  { "catalogue diff", N_ ("OLD NEW"), N_ ("What is different between two lists, member by member"),
    cli_catalogue_diff },
  { "catalogue update", N_ ("FILE"), N_ ("Shows what a newer list changes, and takes it over"),
    cli_catalogue_update },
  { "catalogue search", N_ ("[WORDS…]"), N_ ("Finds hubs, clusters and kinds of support"),
    cli_catalogue_search },
  { "catalogue add", N_ ("FILE"), N_ ("Adds or changes hubs and kinds of support of your own"),
    cli_catalogue_add },
  { "catalogue list", "", N_ ("Lists hubs and kinds of support of your own"), cli_catalogue_list },
  { "catalogue remove", N_ ("ID"), N_ ("Removes one of your own"), cli_catalogue_remove },
  { "catalogue contact", N_ ("HUB WORDS"), N_ ("Notes whom you know at a hub; no words: nobody"),
    cli_catalogue_contact },
};

/* {{{ Printing a diff */

static const char *
say_kind (CatalogueChangeKind kind)
{
  switch (kind)
    {
    case CATALOGUE_CHANGE_ADDED:
      return _ ("added");
    case CATALOGUE_CHANGE_REMOVED:
      return _ ("removed");
    case CATALOGUE_CHANGE_CHANGED:
    default:
      return _ ("changed");
    }
}

static void
print_diff (const CatalogueDiff *diff)
{
  for (guint i = 0; i < catalogue_diff_length (diff); i++)
    {
      const CatalogueChange *change = catalogue_diff_get (diff, i);

      g_print ("%s: %s %s: %s\n", catalogue_record_kind_word (change->record),
               say_kind (change->kind), change->id, change->name);
      for (guint j = 0; j < change->n_members; j++)
        g_print ("    %s: %s → %s\n", change->members[j].member,
                 change->members[j].before != NULL ? change->members[j].before : "–",
                 change->members[j].after != NULL ? change->members[j].after : "–");
    }
  g_print (_ ("Changes: %u\n"), catalogue_diff_length (diff));
}

static void
write_change (BaseJsonWriter *writer, const CatalogueChange *change)
{
  static const char *const words[] = { "added", "removed", "changed" };

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "list", catalogue_record_kind_word (change->record));
  base_json_writer_string (writer, "change", words[change->kind]);
  base_json_writer_string (writer, "id", change->id);
  base_json_writer_string (writer, "name", change->name);
  base_json_writer_begin_array (writer, "members");
  for (guint i = 0; i < change->n_members; i++)
    {
      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "member", change->members[i].member);
      base_json_writer_string (writer, "before", change->members[i].before);
      base_json_writer_string (writer, "after", change->members[i].after);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
}

static void
print_diff_json (const CatalogueDiff *diff)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < catalogue_diff_length (diff); i++)
    write_change (writer, catalogue_diff_get (diff, i));
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

int
cli_catalogue_diff (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CatalogueRecords) before = NULL;
  g_autoptr (CatalogueRecords) after = NULL;
  g_autoptr (CatalogueDiff) diff = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("catalogue diff", entries, 2, &argc, &argv, &status))
    return status;
  before = catalogue_records_load (argv[1], &error);
  after = before != NULL ? catalogue_records_load (argv[2], &error) : NULL;
  if (after == NULL)
    return cli_command_refuse (error);
  diff = catalogue_diff_new (before, after);
  if (json)
    print_diff_json (diff);
  else
    print_diff (diff);
  return CLI_DONE;
}

/* }}} */
/* {{{ update */

typedef struct
{
  char *bundled;
  char *own;
  char *date;
  Catalogue *catalogue;
  CatalogueRecords *before, *after;
  CatalogueDiff *diff;
} Update;

static void
update_clear (Update *update)
{
  g_clear_pointer (&update->diff, catalogue_diff_free);
  g_clear_pointer (&update->before, catalogue_records_free);
  g_clear_pointer (&update->after, catalogue_records_free);
  g_clear_pointer (&update->catalogue, catalogue_unref);
  g_free (update->bundled);
  g_free (update->own);
  g_free (update->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, update_clear)

/* The project's format is JSON or a folder; anything else is the Commission's export. */
static CatalogueRecords *
load_newer (const Update *update, const char *path, GError **error)
{
  g_autoptr (GPtrArray) notes = NULL;
  CatalogueRecords *newer;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) || g_str_has_suffix (path, ".json"))
    return catalogue_records_load (path, error);
  notes = g_ptr_array_new_with_free_func (g_free);
  newer = catalogue_portal_export_read (path, update->catalogue, update->before, update->date,
                                        notes, error);
  for (guint i = 0; i < notes->len; i++)
    g_printerr (_ ("waymark-cli: %s\n"), (const char *)g_ptr_array_index (notes, i));
  return newer;
}

static gboolean
open_update (Update *update, const char *path, GError **error)
{
  update->bundled = base_data_dir (error);
  if (update->bundled == NULL)
    return FALSE;
  update->catalogue
      = catalogue_new ((const char *const[]){ update->bundled, update->own, NULL }, error);
  update->before = update->catalogue != NULL
                       ? catalogue_records_load_used (update->bundled, update->own, error)
                       : NULL;
  update->after = update->before != NULL ? load_newer (update, path, error) : NULL;
  if (update->after == NULL)
    return FALSE;
  update->diff = catalogue_diff_new (update->before, update->after);
  return TRUE;
}

static int
apply_update (const Update *update, const char *accept, GError **error)
{
  g_auto (GStrv) ids = g_str_equal (accept, "all") ? NULL : g_strsplit (accept, ",", -1);
  guint n;

  if (!catalogue_update_apply (update->bundled, update->own, update->diff, (const char *const *)ids,
                               update->date, &n, error))
    return cli_command_refuse (*error);
  g_print (_ ("%s: changes taken over: %u\n"), update->own, n);
  return CLI_DONE;
}

static int
undo (const char *own, GError **error)
{
  if (!catalogue_update_undo (own, error))
    return cli_command_refuse (*error);
  g_print (_ ("%s: the lists are those of before the last update\n"), own);
  return CLI_DONE;
}

int
cli_catalogue_update (int argc, char **argv)
{
  g_autofree char *accept = NULL;
  g_autofree char *own = NULL;
  g_autofree char *date = NULL;
  gboolean json = FALSE, back = FALSE;
  const GOptionEntry entries[] = {
    { "accept", 0, 0, G_OPTION_ARG_STRING, &accept,
      N_ ("Takes these changes over (default: only shows them)"), N_ ("all|ID,…") },
    { "own", 0, 0, G_OPTION_ARG_FILENAME, &own,
      N_ ("The folder of your own records (default: that of the window)"), N_ ("FOLDER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      N_ ("The day of an export, which does not say it (default: today)"), N_ ("YYYY-MM-DD") },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &back, N_ ("Goes back to before the last update"), NULL },
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  g_auto (Update) update = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("catalogue update", entries, -2, &argc, &argv, &status))
    return status;
  if (!cli_command_check_date ("catalogue update", date))
    return CLI_USAGE;
  if (back != (argc == 1) || (back && accept != NULL))
    return cli_command_misused ("catalogue update", _ ("expected FILE, or --undo alone"));
  update.own = own != NULL ? g_strdup (own) : cli_place_own_folder (NULL);
  if (back)
    return undo (update.own, &error);
  update.date = date != NULL ? g_strdup (date) : base_date_today ();
  if (!open_update (&update, argv[1], &error))
    return cli_command_refuse (error);
  if (json)
    print_diff_json (update.diff);
  else
    print_diff (update.diff);
  return accept != NULL ? apply_update (&update, accept, &error) : CLI_DONE;
}

/* }}} */
