/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"

#include <stdlib.h>

/* Facts about the firm: where it is and what it does. Its size is in advice-size.c. */

static const char *
document_string (AdviceReader *reader, const char *path)
{
  return assessment_document_get_string (reader->document, path);
}

const char *
advice_country_code (Catalogue *catalogue, const char *code)
{
  const CatalogueCountry *country = code != NULL ? catalogue_find_country (catalogue, code) : NULL;

  return country != NULL ? country->nuts : code;
}

BaseText *
advice_country_text (Catalogue *catalogue, const char *code)
{
  const CatalogueCountry *country = catalogue_find_country (catalogue, code);

  return country != NULL ? base_text_new (country->name) : base_text_new_verbatim (code);
}

/* TRUE only where a source of ours settles it: the list of countries associated with Horizon 2020
 * is not among them, so a country outside the Union is unknown, never "no". */
static void
read_country (AdviceReader *reader)
{
  const char *code
      = advice_country_code (reader->catalogue, document_string (reader, "company.country"));
  const CatalogueCountry *country;

  if (code == NULL)
    return;
  advice_facts_set_string (reader->facts, ADVICE_FACT_COMPANY_COUNTRY, code,
                           advice_country_text (reader->catalogue, code),
                           base_text_with_text (base_text_new (N_ ("Company: {country}")),
                                                "country",
                                                advice_country_text (reader->catalogue, code)));
  country = catalogue_find_country (reader->catalogue, code);
  if (country != NULL && g_strcmp0 (country->status, "EU") == 0)
    advice_facts_set_boolean (
        reader->facts, ADVICE_FACT_COMPANY_COUNTRY_COVERED, TRUE,
        base_text_with_text (
            base_text_new (N_ ("Company: {country}, a state of the European Union")), "country",
            advice_country_text (reader->catalogue, code)));
}

static void
read_region (AdviceReader *reader)
{
  static const char *const kinds[] = { NULL, "urban", "intermediate", "rural" };
  static const char *const words[] = { NULL, N_ ("urban"), N_ ("intermediate"), N_ ("rural") };
  const char *code = document_string (reader, "company.region");
  const CatalogueRegion *region
      = code != NULL ? catalogue_find_region (reader->catalogue, code) : NULL;

  if (region == NULL || region->typology == 0 || region->typology >= G_N_ELEMENTS (kinds))
    return;
  advice_facts_set_string (
      reader->facts, ADVICE_FACT_REGION_TYPE, kinds[region->typology],
      base_text_new (words[region->typology]),
      base_text_with_string (base_text_new (N_ ("Region: {region}")), "region", region->name));
}

/* --- what it does --- */

typedef gboolean (*SectorTest) (AdviceReader *reader, const char *sector);

static gboolean
is_manufacturing (AdviceReader *reader, const char *sector)
{
  const CatalogueTerm *term
      = catalogue_find_term (reader->catalogue, CATALOGUE_TERM_SECTOR, sector);

  return g_str_equal (sector, "manufacturing")
         || (term != NULL && g_strcmp0 (term->group, "manufacturing") == 0);
}

static gboolean
is_construction (AdviceReader *reader, const char *sector)
{
  return g_str_equal (sector, "construction");
}

/* The first sector of the list that passes; NULL when none does. */
static const char *
find_sector (AdviceReader *reader, const char *path, SectorTest test)
{
  const char *const *sectors = assessment_document_get_strings (reader->document, path);

  for (guint i = 0; sectors != NULL && sectors[i] != NULL; i++)
    if (test (reader, sectors[i]))
      return sectors[i];
  return NULL;
}

static BaseText *
from_sector (AdviceReader *reader, const char *sector)
{
  const CatalogueTerm *term
      = catalogue_find_term (reader->catalogue, CATALOGUE_TERM_SECTOR, sector);

  return base_text_with_text (base_text_new (N_ ("Company: {sector}")), "sector",
                              term != NULL ? base_text_new (term->plain)
                                           : base_text_new_verbatim (sector));
}

/* -1 when the main activity is not given. */
static int
nace_division (AdviceReader *reader)
{
  const char *division = document_string (reader, "company.nace.division");

  return division != NULL ? atoi (division) : -1;
}

/* A sector says yes; otherwise the official main activity decides. Sectors alone never say no: a
 * maker of food ticks "food", not "manufacturing". */
static void
read_activity (AdviceReader *reader, AdviceFactId id, int first, int last, SectorTest test)
{
  int division = nace_division (reader);
  const char *sector = find_sector (reader, "company.sectors", test);

  if (sector == NULL)
    sector = find_sector (reader, "company.secondary_sectors", test);
  if (sector != NULL)
    advice_facts_set_boolean (reader->facts, id, TRUE, from_sector (reader, sector));
  else if (division >= 0)
    advice_facts_set_boolean (
        reader->facts, id, division >= first && division <= last,
        base_text_with_string (base_text_new (N_ ("Company: main activity {division} (NACE)")),
                               "division", document_string (reader, "company.nace.division")));
}

void
advice_facts_read_company (AdviceReader *reader)
{
  advice_facts_set (reader->facts, ADVICE_FACT_ON, dmn_fact_value (feel_value_date (reader->date)),
                    ADVICE_PROOF_COMPUTED,
                    base_text_with_date (base_text_new ("{date}"), "date", reader->date), NULL);
  read_country (reader);
  read_region (reader);
  read_activity (reader, ADVICE_FACT_MANUFACTURER, 10, 33, is_manufacturing);
  read_activity (reader, ADVICE_FACT_CONSTRUCTION, 41, 43, is_construction);
}
