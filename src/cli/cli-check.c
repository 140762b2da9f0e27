/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-data.h"
#include "base/base-json.h"
#include "cli/cli-command.h"
#include "cli/cli-world.h"
#include "dmn/dmn-model.h"
#include "exchange/exchange-package.h"

#include <glib/gi18n-lib.h>

/* waymark-cli check FILE…: says for each file whether it is what it claims to be. The kind is told
 * from the content: the "format" member of JSON, the name's end for rules, a folder for a
 * catalogue. */

static gboolean
check_rules (const char *path, GError **error)
{
  g_autoptr (DmnModel) model = dmn_model_load (path, error);

  return model != NULL;
}

static gboolean
check_catalogue (const char *path, GError **error)
{
  g_autofree char *bundled = base_data_dir (error);
  const char *const sources[] = { bundled, path, NULL };
  g_autoptr (Catalogue) catalogue = bundled != NULL ? catalogue_new (sources, error) : NULL;

  return catalogue != NULL;
}

static gboolean
check_pack (const char *path, GError **error)
{
  g_autoptr (SurveyPack) pack = survey_pack_load (path, error);

  return pack != NULL;
}

static gboolean
check_assessment (const char *path, GError **error)
{
  g_autoptr (AssessmentDocument) document = assessment_document_load (path, error);
  g_autoptr (SurveyPack) pack = NULL;

  if (document == NULL)
    return FALSE;
  pack = survey_pack_load_bundled (assessment_document_pack_id (document), error);
  if (pack == NULL || !survey_pack_check (pack, document, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return TRUE;
}

/* The "format" member, so that the right reader says what is wrong with the rest. */
static char *
format_of (const char *path, GError **error)
{
  g_autoptr (BaseJson) json = base_json_load (path, BASE_JSON_DEFAULT_CAP, error);
  BaseJsonCursor root;
  char *format;

  if (json == NULL)
    return NULL;
  root = base_json_root (json);
  format = g_strdup (base_json_need_string (&root, "format"));
  if (!base_json_finish (json, error))
    g_clear_pointer (&format, g_free);
  return format;
}

static gboolean
check_json (const char *path, GError **error)
{
  g_autofree char *format = format_of (path, error);

  if (format == NULL)
    return FALSE;
  if (g_str_equal (format, ASSESSMENT_FORMAT))
    return check_assessment (path, error);
  if (g_str_equal (format, "waymark-pack"))
    return check_pack (path, error);
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
               _ ("%s: $.format: found “%s”, expected “%s” or “waymark-pack”; a catalogue is "
                  "checked by its folder"),
               path, format, ASSESSMENT_FORMAT);
  return FALSE;
}

/* A package with a passphrase can only be looked at from outside: its beginning is checked. */
static gboolean
check_package (const char *path, GError **error)
{
  g_autoptr (ExchangePeek) peek = exchange_package_peek (path, error);
  g_autoptr (ExchangePackage) package = NULL;

  if (peek == NULL)
    return FALSE;
  if (peek->is_sealed)
    {
      g_print (_ ("%s: has a passphrase; “waymark-cli import --preview” reads the rest\n"), path);
      return TRUE;
    }
  package = exchange_package_read (path, NULL, NULL, NULL, NULL, error);
  return package != NULL;
}

static gboolean
check_one (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return check_catalogue (path, error);
  if (g_str_has_suffix (path, ".dmn"))
    return check_rules (path, error);
  if (g_str_has_suffix (path, ".waymark"))
    return check_package (path, error);
  return check_json (path, error);
}

int
cli_check (int argc, char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  int status;

  if (!cli_command_parse ("check", entries, -1, &argc, &argv, &status))
    return status;
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (check_one (argv[i], &error))
        g_print (_ ("%s: fine\n"), argv[i]);
      else
        status = cli_command_refuse (error);
    }
  return status;
}
