/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli-catalogue.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "base/base-json-writer.h"
#include "base/base-language.h"
#include "catalogue/catalogue-query.h"
#include "catalogue/catalogue-update.h"
#include "cli/cli-place.h"

#include <glib/gi18n-lib.h>

/* waymark-cli catalogue search: browsing as the window does it. */

/* The user's own are in no language but the user's. */
static const char *
name_of (const CatalogueFound *found, const BaseLanguage *language)
{
  return found->kind == CATALOGUE_RECORD_INSTRUMENT
             ? found->instrument->own ? found->instrument->title
                                      : base_language_gettext (language, found->instrument->title)
         : found->kind == CATALOGUE_RECORD_HUB ? found->hub->name
                                               : found->cluster->name;
}

static const char *
id_of (const CatalogueFound *found)
{
  return found->kind == CATALOGUE_RECORD_INSTRUMENT ? found->instrument->id
         : found->kind == CATALOGUE_RECORD_HUB      ? found->hub->id
                                                    : found->cluster->id;
}

/* NULL: kinds of support are of no country. */
static const char *
country_of (const CatalogueFound *found)
{
  return found->kind == CATALOGUE_RECORD_INSTRUMENT ? NULL
         : found->kind == CATALOGUE_RECORD_HUB      ? found->hub->country
                                                    : found->cluster->country;
}

static gboolean
is_own (const CatalogueFound *found)
{
  return found->kind == CATALOGUE_RECORD_INSTRUMENT
             ? found->instrument->own
             : found->kind == CATALOGUE_RECORD_HUB && found->hub->own;
}

static void
print_found (const GArray *all, const BaseLanguage *language)
{
  for (guint i = 0; i < all->len; i++)
    {
      const CatalogueFound *found = &g_array_index (all, CatalogueFound, i);
      const char *country = country_of (found);

      g_print ("%s: %s: %s%s%s\n", catalogue_record_kind_word (found->kind), id_of (found),
               name_of (found, language), country != NULL ? ", " : "",
               country != NULL ? country : "");
    }
}

static void
print_age (const Catalogue *catalogue, const BaseLanguage *language)
{
  g_autofree char *today = base_date_today ();
  g_autoptr (BaseText) age = catalogue_age_text (catalogue, today);
  g_autofree char *said = base_language_format (language, age);

  g_print ("%s\n", said);
}

static void
print_json (const Catalogue *catalogue, const GArray *all, const BaseLanguage *language)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);
  g_autofree char *today = base_date_today ();

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "date", catalogue_date (catalogue));
  base_json_writer_integer (writer, "age_days", catalogue_age_days (catalogue, today));
  base_json_writer_begin_array (writer, "found");
  for (guint i = 0; i < all->len; i++)
    {
      const CatalogueFound *found = &g_array_index (all, CatalogueFound, i);

      base_json_writer_begin_object (writer, NULL);
      base_json_writer_string (writer, "list", catalogue_record_kind_word (found->kind));
      base_json_writer_string (writer, "id", id_of (found));
      base_json_writer_string (writer, "name", name_of (found, language));
      base_json_writer_string (writer, "country", country_of (found));
      base_json_writer_boolean (writer, "own", is_own (found));
      base_json_writer_end_object (writer);
    }
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  cli_command_print_json (writer);
}

/* FALSE: @word is no kind. */
static gboolean
parse_kind (const char *word, guint *kinds)
{
  for (guint i = 0; word != NULL && i < CATALOGUE_N_RECORD_KINDS; i++)
    if (g_str_equal (word, catalogue_record_kind_word (i)))
      {
        *kinds = 1u << i;
        return TRUE;
      }
  return word == NULL;
}

/* An id that the vocabulary does not have finds nothing, and nobody would know why. */
static gboolean
check_terms (const Catalogue *catalogue, const CatalogueQuery *query, GError **error)
{
  const struct
  {
    CatalogueTermKind kind;
    const char *id, *option;
  } terms[] = { { CATALOGUE_TERM_SECTOR, query->sector, "--sector" },
                { CATALOGUE_TERM_TECHNOLOGY, query->technology, "--technology" },
                { CATALOGUE_TERM_SERVICE, query->service, "--service" } };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (terms[i].id != NULL && catalogue_find_term (catalogue, terms[i].kind, terms[i].id) == NULL)
      {
        g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
                     _ ("%s: found “%s”, expected an id of the vocabulary"), terms[i].option,
                     terms[i].id);
        return FALSE;
      }
  if (query->country == NULL || catalogue_find_country (catalogue, query->country) != NULL)
    return TRUE;
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
               _ ("--country: found “%s”, expected the code of a country"), query->country);
  return FALSE;
}

static Catalogue *
load (const char *own, GError **error)
{
  g_autofree char *bundled = base_data_dir (error);
  g_autofree char *folder = own != NULL ? g_strdup (own) : cli_place_own_folder (NULL);

  return bundled != NULL ? catalogue_new ((const char *const[]){ bundled, folder, NULL }, error)
                         : NULL;
}

static int
search (const char *own, const CatalogueQuery *query, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = load (own, &error);
  g_autoptr (GArray) found = NULL;

  if (catalogue == NULL || !check_terms (catalogue, query, &error))
    return cli_command_refuse (error);
  found = catalogue_query_run (catalogue, query);
  if (json)
    {
      print_json (catalogue, found, query->language);
      return CLI_DONE;
    }
  print_found (found, query->language);
  print_age (catalogue, query->language);
  return CLI_DONE;
}

int
cli_catalogue_search (int argc, char **argv)
{
  g_autofree char *own = NULL, *kind = NULL, *country = NULL, *region = NULL, *sector = NULL;
  g_autofree char *technology = NULL, *service = NULL, *words = NULL, *tag = NULL;
  gboolean json = FALSE, only_own = FALSE;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("hubs, clusters or instruments"), N_ ("KIND") },
    { "country", 0, 0, G_OPTION_ARG_STRING, &country, N_ ("A country"), N_ ("CODE") },
    { "region", 0, 0, G_OPTION_ARG_STRING, &region, N_ ("A region, or the begin of its code"),
      N_ ("CODE") },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &sector, N_ ("Id of a sector"), N_ ("ID") },
    { "technology", 0, 0, G_OPTION_ARG_STRING, &technology, N_ ("Id of a technology"), N_ ("ID") },
    { "service", 0, 0, G_OPTION_ARG_STRING, &service, N_ ("Id of a service"), N_ ("ID") },
    { "only-own", 0, 0, G_OPTION_ARG_NONE, &only_own, N_ ("Only records of your own"), NULL },
    { "own", 0, 0, G_OPTION_ARG_FILENAME, &own,
      N_ ("The folder of your own records (default: that of the window)"), N_ ("FOLDER") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &tag,
      N_ ("Words in this language are found as well as English ones"), N_ ("TAG") },
    CLI_ENTRY_JSON (&json),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (BaseLanguage) language = NULL;
  g_autoptr (GError) error = NULL;
  CatalogueQuery query = { 0 };
  int status;

  if (!cli_command_parse ("catalogue search", entries, CLI_ANY_FILES, &argc, &argv, &status))
    return status;
  if (!parse_kind (kind, &query.kinds))
    return cli_command_misused (
        "catalogue search", _ ("--kind: found “%s”, expected hubs, clusters or instruments"), kind);
  language = base_language_new (tag != NULL ? tag : "en", &error);
  if (language == NULL)
    return cli_command_refuse (error);
  words = g_strjoinv (" ", argv + 1);
  query.language = language;
  query.words = words;
  query.own = only_own;
  query.country = country;
  query.region = region;
  query.sector = sector;
  query.technology = technology;
  query.service = service;
  return search (own, &query, json);
}
