/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-catalogue.h"

#include "base/base-data.h"
#include "catalogue/catalogue-contacts.h"
#include "catalogue/catalogue-own-take.h"
#include "catalogue/catalogue-own.h"
#include "catalogue/catalogue-records.h"
#include "cli/cli-place.h"

#include <glib/gi18n-lib.h>

/* waymark-cli catalogue add|list|remove: the user's own hubs and kinds of support; contact: whom
 * the user knows at any hub. */

#define ENTRY_OWN(variable)                                                                        \
  {                                                                                                \
    "own", 0, 0, G_OPTION_ARG_FILENAME, (variable),                                                \
        N_ ("The folder of your own records (default: that of the window)"), N_ ("FOLDER")         \
  }

static char *
own_folder (const char *said)
{
  return said != NULL ? g_strdup (said) : cli_place_own_folder (NULL);
}

/* --- add -------------------------------------------------------------------------------------- */

int
cli_catalogue_add (int argc, char **argv)
{
  g_autofree char *said = NULL, *own = NULL, *bundled = NULL;
  const GOptionEntry entries[] = {
    ENTRY_OWN (&said),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("catalogue add", entries, 1, &argc, &argv, &status))
    return status;
  own = own_folder (said);
  bundled = base_data_dir (&error);
  if (bundled == NULL || !catalogue_own_take (bundled, own, argv[1], ids, &error))
    return cli_command_refuse (error);
  for (guint i = 0; i < ids->len; i++)
    g_print ("%s\n", (const char *)ids->pdata[i]);
  return CLI_DONE;
}

/* --- list ------------------------------------------------------------------------------------- */

static void
print_records (const CatalogueRecords *records, CatalogueRecordKind kind)
{
  const GPtrArray *list = catalogue_records_list (records, kind);

  for (guint i = 0; i < list->len; i++)
    {
      const CatalogueRecord *record = list->pdata[i];

      g_print ("%s: %s: %s\n", catalogue_record_kind_word (kind), record->id, record->name);
    }
}

/* As JSON in the form that `catalogue add` reads. */
static gboolean
list_kind (const char *own, CatalogueRecordKind kind, gboolean json, GError **error)
{
  g_autofree char *path = g_build_filename (own, catalogue_record_kind_file (kind), NULL);
  g_autoptr (CatalogueRecords) records = NULL;
  g_autofree char *text = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  records = catalogue_records_load (path, error);
  if (records == NULL)
    return FALSE;
  if (!json)
    print_records (records, kind);
  else
    g_print ("%s", text = catalogue_records_serialize (records, kind));
  return TRUE;
}

int
cli_catalogue_list (int argc, char **argv)
{
  static const CatalogueRecordKind kinds[] = { CATALOGUE_RECORD_HUB, CATALOGUE_RECORD_INSTRUMENT };
  g_autofree char *said = NULL, *own = NULL, *kind = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    ENTRY_OWN (&said),
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("hubs or instruments"), N_ ("KIND") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json,
      N_ ("Prints one kind as the file that “catalogue add” reads"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  guint n = 0;
  int status;

  if (!cli_command_parse ("catalogue list", entries, 0, &argc, &argv, &status))
    return status;
  if (json && kind == NULL)
    return cli_command_misused ("catalogue list", _ ("--json needs --kind: a file has one kind"));
  own = own_folder (said);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kind == NULL || g_str_equal (kind, catalogue_record_kind_word (kinds[i])))
      {
        n++;
        if (!list_kind (own, kinds[i], json, &error))
          return cli_command_refuse (error);
      }
  return n > 0 ? CLI_DONE
               : cli_command_misused ("catalogue list",
                                      _ ("--kind: found “%s”, expected hubs or instruments"), kind);
}

/* --- remove ----------------------------------------------------------------------------------- */

/* An id is a hub's or a kind of support's; whoever names it need not say which. */
static gboolean
remove_one (const char *own, const char *id, GError **error)
{
  g_autoptr (GError) no_hub = NULL;

  if (catalogue_own_remove_hub (own, id, &no_hub))
    return TRUE;
  if (g_error_matches (no_hub, BASE_ERROR, BASE_ERROR_MISSING))
    return catalogue_own_remove_instrument (own, id, error);
  g_propagate_error (error, g_steal_pointer (&no_hub));
  return FALSE;
}

int
cli_catalogue_remove (int argc, char **argv)
{
  g_autofree char *said = NULL, *own = NULL;
  const GOptionEntry entries[] = {
    ENTRY_OWN (&said),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("catalogue remove", entries, 1, &argc, &argv, &status))
    return status;
  own = own_folder (said);
  return remove_one (own, argv[1], &error) ? CLI_DONE : cli_command_refuse (error);
}

/* --- contact ---------------------------------------------------------------------------------- */

int
cli_catalogue_contact (int argc, char **argv)
{
  g_autofree char *said = NULL, *own = NULL, *bundled = NULL;
  const GOptionEntry entries[] = {
    ENTRY_OWN (&said),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (Catalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_command_parse ("catalogue contact", entries, 2, &argc, &argv, &status))
    return status;
  own = own_folder (said);
  bundled = base_data_dir (&error);
  if (bundled != NULL)
    catalogue = catalogue_new ((const char *const[]){ bundled, own, NULL }, &error);
  if (catalogue == NULL || !catalogue_contacts_set (own, catalogue, argv[1], argv[2], &error))
    return cli_command_refuse (error);
  return CLI_DONE;
}
