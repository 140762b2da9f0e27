/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-stage.h"

#include "assessment/assessment-schema.h"
#include "cli/cli-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* waymark-cli stage set: changes fields of a stored assessment, all of them or none. A path is that
 * of the document; "notes[]" appends to a list. */

#define APPEND "[]"

typedef struct
{
  char *folder, *stage;
  const char *wanted;
  char *const *changes; /* "PATH=JSON", NULL-terminated */
} Options;

static gboolean
fail (const char *change, const char *problem, GError **error)
{
  g_set_error (error, ASSESSMENT_ERROR, ASSESSMENT_ERROR_VALUE, "%s: %s", change, problem);
  return FALSE;
}

/* Does each item of a list that the path leads through exist? */
static gboolean
items_are_there (const AssessmentDocument *document, const char *path)
{
  for (const char *open = strchr (path, '['); open != NULL; open = strchr (open + 1, '['))
    {
      g_autofree char *list = g_strndup (path, (gsize)(open - path));

      if (g_ascii_strtoull (open + 1, NULL, 10) >= assessment_document_count (document, list))
        return FALSE;
    }
  return TRUE;
}

/* An item that other parts refer to has an id; a new one without gets one. */
static AssessmentDocument *
with_id (const AssessmentDocument *document, const char *item, GError **error)
{
  g_autofree char *path = g_strconcat (item, ".id", NULL);
  g_autofree char *id = g_uuid_string_random ();

  if (assessment_schema_find (path) == NULL || assessment_document_has (document, path))
    return assessment_document_ref ((AssessmentDocument *)document);
  return assessment_document_with_string (document, path, id, error);
}

static AssessmentDocument *
append (const AssessmentDocument *document, const char *list, const char *json, GError **error)
{
  const AssessmentField *field = assessment_schema_find (list);
  g_autofree char *item = NULL;
  g_autoptr (AssessmentDocument) longer = NULL;
  g_autoptr (AssessmentDocument) filled = NULL;

  if (field == NULL || field->kind != ASSESSMENT_LIST || !items_are_there (document, list))
    fail (list, _ ("is no list of this document"), error);
  else if (assessment_document_count (document, list) >= field->max)
    fail (list, _ ("has as many items as it can have"), error);
  else
    item = g_strdup_printf ("%s[%u]", list, assessment_document_count (document, list));
  if (item == NULL)
    return NULL;
  longer = assessment_document_with_item (document, list);
  filled = assessment_document_with_value_json (longer, item, json, error);
  return filled != NULL ? with_id (filled, item, error) : NULL;
}

static AssessmentDocument *
apply_one (const AssessmentDocument *document, const char *change, GError **error)
{
  const char *equals = strchr (change, '=');
  g_autofree char *path = equals != NULL ? g_strndup (change, (gsize)(equals - change)) : NULL;

  if (path == NULL)
    {
      fail (change, _ ("expected PATH=JSON"), error);
      return NULL;
    }
  if (g_str_has_suffix (path, APPEND))
    {
      path[strlen (path) - strlen (APPEND)] = '\0';
      return append (document, path, equals + 1, error);
    }
  if (assessment_schema_find (path) != NULL && !g_str_equal (path, "id")
      && items_are_there (document, path))
    return assessment_document_with_value_json (document, path, equals + 1, error);
  fail (path, _ ("is no field that can be set"), error);
  return NULL;
}

static AssessmentDocument *
apply (AssessmentDocument *before, char *const *changes, GError **error)
{
  AssessmentDocument *document = assessment_document_ref (before);

  for (guint i = 0; document != NULL && changes[i] != NULL; i++)
    {
      AssessmentDocument *next = apply_one (document, changes[i], error);

      assessment_document_unref (document);
      document = next;
    }
  return document;
}

static gboolean
set (Workspace *workspace, gpointer data, GError **error)
{
  const Options *options = data;
  g_autoptr (AssessmentDocument) before
      = cli_filter_load_stage (workspace, options->wanted, options->stage, error);
  g_autoptr (AssessmentDocument) after
      = before != NULL ? apply (before, options->changes, error) : NULL;

  return after != NULL && cli_stage_write (workspace, before, after, error);
}

int
cli_stage_set (int argc, char **argv)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    CLI_ENTRY_WORKSPACE (&options.folder),
    CLI_ENTRY_STAGE (&options.stage),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cli_command_parse ("stage set", entries, -1, &argc, &argv, &status))
    ;
  else if (argc < 3)
    status = cli_command_misused ("stage set", _ ("expected at least one PATH=JSON"));
  else
    {
      options.wanted = argv[1];
      options.changes = argv + 2;
      status = cli_filter_run (options.folder, set, &options);
    }
  g_free (options.folder);
  g_free (options.stage);
  return status;
}
