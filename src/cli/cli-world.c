/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-world.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "base/base-json.h"
#include "consultation/consultation-summary.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Loads once what all documents of one run share. */

struct _CliWorld
{
  BaseLanguage *language;
  Catalogue *catalogue;
  AdviceRules *rules;
  GHashTable *packs; /* id → SurveyPack */
  char *today;       /* one day for all documents of a run, also past midnight */
};

CliWorld *
cli_world_new (const char *language, GError **error)
{
  return cli_world_new_own (language, NULL, error);
}

CliWorld *
cli_world_new_own (const char *language, const char *own_folder, GError **error)
{
  g_autoptr (CliWorld) world = g_new0 (CliWorld, 1);
  g_autofree char *bundled = NULL;

  world->packs
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)survey_pack_unref);
  world->today = base_date_today ();
  bundled = base_data_dir (error);
  if (bundled == NULL)
    return NULL;
  world->language = base_language_new (language != NULL ? language : "en", error);
  if (world->language == NULL)
    return NULL;
  world->catalogue = catalogue_new ((const char *const[]){ bundled, own_folder, NULL }, error);
  if (world->catalogue == NULL)
    return NULL;
  world->rules = advice_rules_load_bundled (error);
  if (world->rules == NULL)
    return NULL;
  return g_steal_pointer (&world);
}

void
cli_world_free (CliWorld *world)
{
  if (world == NULL)
    return;
  g_clear_pointer (&world->language, base_language_unref);
  g_clear_pointer (&world->catalogue, catalogue_unref);
  g_clear_pointer (&world->rules, advice_rules_unref);
  g_hash_table_unref (world->packs);
  g_free (world->today);
  g_free (world);
}

const BaseLanguage *
cli_world_language (const CliWorld *world)
{
  return world->language;
}

Catalogue *
cli_world_catalogue (CliWorld *world)
{
  return world->catalogue;
}

/* The document must fit it. */
static SurveyPack *
find_pack (CliWorld *world, const AssessmentDocument *document, GError **error)
{
  const char *id = assessment_document_pack_id (document);
  SurveyPack *pack = g_hash_table_lookup (world->packs, id);

  if (pack == NULL && (pack = survey_pack_load_bundled (id, error)) != NULL)
    g_hash_table_insert (world->packs, g_strdup (id), pack);
  return pack != NULL && survey_pack_check (pack, document, error) ? pack : NULL;
}

Advice *
cli_world_advise (CliWorld *world, AssessmentDocument *document, const char *date, GError **error)
{
  SurveyPack *pack = find_pack (world, document, error);

  if (pack == NULL)
    return NULL;
  return advice_new (document, pack, world->rules, world->catalogue,
                     date != NULL ? date : world->today);
}

AdviceBrief *
cli_world_brief (CliWorld *world, AssessmentDocument *document, GError **error)
{
  SurveyPack *pack = find_pack (world, document, error);

  return pack != NULL
             ? advice_brief_new (document, pack, world->rules, world->catalogue, world->today)
             : NULL;
}

static gboolean
fill_summary (CliWorld *world, Workspace *workspace, const char *id, GError **error)
{
  g_autoptr (AssessmentDocument) document = workspace_load (workspace, id, error);
  SurveyPack *pack = document != NULL ? find_pack (world, document, error) : NULL;
  g_autoptr (WorkspaceSummary) summary = NULL;

  if (pack == NULL)
    return FALSE;
  summary = consultation_summarize_document (document, pack, world->rules, world->catalogue,
                                             world->today);
  workspace_store_summary (workspace, id, document, summary);
  return TRUE;
}

void
cli_world_fill_summaries (CliWorld *world, Workspace *workspace)
{
  g_autoptr (GPtrArray) ids = consultation_summary_missing (workspace, NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (GError) problem = NULL;

      if (!fill_summary (world, workspace, ids->pdata[i], &problem))
        g_printerr (_ ("waymark-cli: %s\n"), problem->message);
    }
}

static AssessmentDocument *
read_standard_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[65536];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    {
      g_string_append_len (text, buffer, (gssize)n);
      if (text->len > BASE_JSON_DEFAULT_CAP)
        {
          g_set_error (error, BASE_ERROR, BASE_ERROR_SIZE,
                       _ ("standard input: more than %lu"
                          " bytes, expected an assessment document"),
                       (gulong)BASE_JSON_DEFAULT_CAP);
          return NULL;
        }
    }
  return assessment_document_parse (text->str, (gssize)text->len, _ ("standard input"), error);
}

Advice *
cli_world_advise_file (CliWorld *world, const char *path, const char *date, GError **error)
{
  g_autoptr (AssessmentDocument) document = g_str_equal (path, "-")
                                                ? read_standard_input (error)
                                                : assessment_document_load (path, error);
  Advice *advice;

  if (document == NULL)
    return NULL;
  advice = cli_world_advise (world, document, date, error);
  if (advice == NULL)
    g_prefix_error (error, "%s: ", g_str_equal (path, "-") ? _ ("standard input") : path);
  return advice;
}
