/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "assessment/assessment-unite.h"
#include "base/base-data.h"
#include "base/base-json-writer.h"
#include "cli/cli-command.h"
#include "cli/cli-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli merge A B -o OUT: two copies of the same assessments, as documents or packages, in
 * one. What both say differently is listed; without --prefer nothing is written then. */

typedef struct
{
  GPtrArray *documents;   /* AssessmentDocument */
  GPtrArray *differences; /* AssessmentDifference */
  gboolean prefer_theirs;
} Merge;

static gboolean
choose_cb (const AssessmentDifference *difference, gpointer data)
{
  const Merge *merge = data;

  return difference->kind == ASSESSMENT_ADDITION || merge->prefer_theirs;
}

/* Those of @ours, each united with its copy of @theirs; then those that only they have. */
static void
unite (Merge *merge, const GPtrArray *ours, const GPtrArray *theirs)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < theirs->len; i++)
    g_hash_table_insert (by_id, (gpointer)assessment_document_id (theirs->pdata[i]),
                         theirs->pdata[i]);
  for (guint i = 0; i < ours->len; i++)
    {
      AssessmentDocument *one = ours->pdata[i];
      AssessmentDocument *other = g_hash_table_lookup (by_id, assessment_document_id (one));

      g_hash_table_remove (by_id, assessment_document_id (one));
      g_ptr_array_add (merge->documents,
                       other == NULL ? assessment_document_ref (one)
                                     : assessment_document_unite (one, other, choose_cb, merge,
                                                                  merge->differences));
    }
  for (guint i = 0; i < theirs->len; i++)
    if (g_hash_table_contains (by_id, assessment_document_id (theirs->pdata[i])))
      g_ptr_array_add (merge->documents, assessment_document_ref (theirs->pdata[i]));
}

static guint
count_conflicts (const Merge *merge)
{
  guint n = 0;

  for (guint i = 0; i < merge->differences->len; i++)
    n += ((AssessmentDifference *)merge->differences->pdata[i])->kind == ASSESSMENT_CONFLICT;
  return n;
}

static void
print_json (const Merge *merge)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_integer (writer, "assessments", merge->documents->len);
  base_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < merge->differences->len; i++)
    {
      const AssessmentDifference *difference = merge->differences->pdata[i];

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "path", difference->path);
      base_json_writer_string (writer, "kind",
                               difference->kind == ASSESSMENT_CONFLICT ? "conflict" : "addition");
      base_json_writer_string (writer, "ours", difference->ours);
      base_json_writer_string (writer, "theirs", difference->theirs);
      base_json_writer_boolean (writer, "taken", difference->taken);
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

static void
print_text (const Merge *merge)
{
  for (guint i = 0; i < merge->differences->len; i++)
    {
      const AssessmentDifference *difference = merge->differences->pdata[i];

      if (difference->kind == ASSESSMENT_CONFLICT)
        g_print (_ ("%s: the first says %s, the second %s\n"), difference->path, difference->ours,
                 difference->theirs);
      else
        g_print (_ ("%s: from the second, %s\n"), difference->path, difference->theirs);
    }
}

/* --- writing ---------------------------------------------------------------------------------- */

static gboolean
write_document (const Merge *merge, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (merge->documents->len != 1)
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                   _ ("The two files hold different assessments (%u together); these fit only into "
                      "a package"),
                   merge->documents->len);
      return FALSE;
    }
  text = assessment_document_serialize (merge->documents->pdata[0], TRUE);
  return base_data_write (path, text, strlen (text), error);
}

/* Where a package's evidence is. */
static GInputStream *
open_cb (const char *sha256, gpointer data, GError **error)
{
  ExchangeParcel *const *parcels = data;

  for (guint i = 0; i < 2; i++)
    if (parcels[i]->shelf != NULL && exchange_shelf_size (parcels[i]->shelf, sha256) > 0)
      return exchange_shelf_open (sha256, parcels[i]->shelf, error);
  return g_memory_input_stream_new (); /* an empty file */
}

static void
add_rest (ExchangeContent *content, const ExchangeParcel *parcel, GHashTable *done)
{
  const GPtrArray *parts;

  if (parcel->package == NULL)
    return;
  parts = exchange_package_manifest (parcel->package)->parts;
  for (guint i = 0; i < parts->len; i++)
    {
      const ExchangePart *part = parts->pdata[i];
      const char *text = exchange_package_text (parcel->package, part->name);

      if (part->kind == EXCHANGE_PART_EVIDENCE)
        exchange_content_add_evidence (content, part->sha256, part->size);
      else if (part->kind == EXCHANGE_PART_RESULT && g_hash_table_add (done, part->id))
        exchange_content_add_result (content, part->id, text, part->pack_sha256, part->rules_sha256,
                                     part->catalogue_sha256);
      else if (part->kind == EXCHANGE_PART_COMPANY && g_hash_table_add (done, part->name))
        exchange_content_set_company (content, text);
    }
}

static gboolean
write_package (const Merge *merge,
               ExchangeParcel *const parcels[2],
               const char *path,
               const char *passphrase,
               GError **error)
{
  g_autoptr (ExchangeContent) content = exchange_content_new (EXCHANGE_ALL);
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  ExchangeWriteOptions options
      = { .passphrase = passphrase, .open = open_cb, .open_data = (gpointer)parcels };

  for (guint i = 0; i < merge->documents->len; i++)
    exchange_content_add_document (content, merge->documents->pdata[i]);
  for (guint i = 0; i < 2; i++)
    add_rest (content, parcels[i], done);
  return exchange_content_write (content, path, &options, error);
}

/* --- the command ------------------------------------------------------------------------------ */

static int
merge_parcels (ExchangeParcel *const parcels[2],
               const char *output,
               const char *prefer,
               const char *passphrase,
               gboolean json)
{
  Merge merge = { .prefer_theirs = g_strcmp0 (prefer, "second") == 0 };
  g_autoptr (GError) error = NULL;
  guint conflicts;
  int status = CLI_DONE;

  merge.documents = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
  merge.differences = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_difference_free);
  unite (&merge, parcels[0]->documents, parcels[1]->documents);
  conflicts = count_conflicts (&merge);
  if (json)
    print_json (&merge);
  else
    print_text (&merge);
  if (conflicts > 0 && prefer == NULL)
    {
      g_set_error (&error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u place says different things; nothing was written. Say "
                                "--prefer first or --prefer second.",
                                "%u places say different things; nothing was written. Say "
                                "--prefer first or --prefer second.",
                                conflicts),
                   conflicts);
      status = cli_command_refuse (error);
    }
  else if (parcels[0]->package == NULL && parcels[1]->package == NULL
               ? !write_document (&merge, output, &error)
               : !write_package (&merge, parcels, output, passphrase, &error))
    status = cli_command_refuse (error);
  g_ptr_array_unref (merge.documents);
  g_ptr_array_unref (merge.differences);
  return status;
}

int
cli_merge (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *prefer = NULL;
  g_autofree char *file = NULL;
  int fd = -1;
  gboolean json = FALSE;
  gboolean open = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("OUT") },
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &prefer,
      N_ ("Whose word counts where both say different things: first or second"), N_ ("WHICH") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_ ("The passphrase is the first line of this file"), N_ ("FILE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &fd,
      N_ ("The passphrase is read from this file descriptor"), N_ ("N") },
    { "without-passphrase", 0, 0, G_OPTION_ARG_NONE, &open,
      N_ ("Writes a package that anybody can read"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Prints the differences as JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (ExchangeParcel) first = NULL;
  g_autoptr (ExchangeParcel) second = NULL;
  g_autoptr (GError) error = NULL;
  char *passphrase;
  int status;

  if (!cli_command_parse ("merge", entries, 2, &argc, &argv, &status))
    return status;
  if (output == NULL)
    return cli_command_misused ("merge", _ ("-o OUT is missing"));
  if (prefer != NULL && !g_str_equal (prefer, "first") && !g_str_equal (prefer, "second"))
    return cli_command_misused ("merge", _ ("--prefer: found “%s”, expected first or second"),
                                prefer);
  passphrase = cli_exchange_passphrase (file, fd, &error);
  if (error == NULL)
    first = exchange_parcel_read (argv[1], passphrase, NULL, &error);
  if (first != NULL)
    second = exchange_parcel_read (argv[2], passphrase, NULL, &error);
  if (second == NULL)
    status = cli_command_refuse (error);
  else if ((first->package != NULL || second->package != NULL) && passphrase == NULL && !open)
    status = cli_command_misused (
        "merge", _ ("a package needs --passphrase-file, --passphrase-fd or --without-passphrase"));
  else
    status = merge_parcels ((ExchangeParcel *const[2]){ first, second }, output, prefer,
                            open ? NULL : passphrase, json);
  exchange_passphrase_forget (passphrase);
  return status;
}
