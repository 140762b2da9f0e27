/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-query.h"

#include <string.h>

/* Searching hubs as people type: any case, with or without accents, words in any order, codes,
 * terms. */

static Catalogue *catalogue;

static int
place_of (GPtrArray *hubs, const char *id)
{
  for (guint i = 0; i < hubs->len; i++)
    if (g_str_equal (((const CatalogueHub *)g_ptr_array_index (hubs, i))->id, id))
      return (int)i;
  return -1;
}

typedef struct
{
  const char *words;
  const char *id;
  guint within; /* the hub is among the first so many */
} FindCase;

#define PRODUTECH "pt-produtech-dih-national-platform"
#define IMAN "pt-iman-norte-hub"
#define MITC "se-mitc"

static const FindCase find_cases[] = {
  { "PRODUTECH DIH National Platform", PRODUTECH, 1 },
  { "produtech dih national platform", PRODUTECH, 1 },
  { "PRODUTECH Digital Innovation Hub National Platform", PRODUTECH, 1 },
  { "platform national produtech", PRODUTECH, 1 },
  { "produtech", PRODUTECH, 3 },
  { "iMan Norte Hub", IMAN, 1 },
  { "IMAN", IMAN, 1 },
  { "norte-hub iman", IMAN, 1 },
  { "Norte", PRODUTECH, 12 },
  { "Norte", IMAN, 1 },
  { "PT11", PRODUTECH, 12 },
  { "pt11", IMAN, 12 },
  { "PT111", IMAN, 12 },
  { "PT11 cyber-physical", IMAN, 12 },
  { "norte robotics", IMAN, 12 },
  { "norte robotics", PRODUTECH, 12 },
  { "porto cps", PRODUTECH, 12 },
  { "portugal additive manufacturing national", PRODUTECH, 12 },
  { "ceramics", PRODUTECH, 1 }, /* by the members it reaches */
  { "Mälardalen", MITC, 1 },
  { "malardalen", MITC, 1 },
  { "MALARDALEN industrial", MITC, 1 },
  { "ostra mellansverige", MITC, 3 },
  { "Ostra Mellansverige", MITC, 3 },
  { "se12", MITC, 3 },
  { "CROBOHUB", "hr-crobohubplusplus", 1 }, /* an alias */
  { "greece health", "gr-smarthealth", 8 },
  { "GR health", "gr-smarthealth", 8 },
  { "el health", "gr-smarthealth", 8 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      const FindCase *test = &find_cases[i];
      g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, test->words, NULL);
      int place = place_of (hubs, test->id);

      if (place < 0 || place >= (int)test->within)
        g_error ("“%s”: %s is at %d of %u", test->words, test->id, place, hubs->len);
    }
}

static void
test_nothing (void)
{
  static const char *const words[]
      = { "xyzzy", "produtech xyzzy", "norte mälardalen", "pt11 se12", "PT99", "🏭" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, words[i], NULL);

      /* A picture is no word, so that it asks for nothing. */
      g_assert_cmpuint (hubs->len, ==, i == 5 ? catalogue_n_hubs (catalogue) : 0);
    }
}

/* No word finds all, in the catalogue's order. */
static void
test_all (void)
{
  static const char *const words[] = { "", "   ", "-- !" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, words[i], NULL);

      g_assert_cmpuint (hubs->len, ==, catalogue_n_hubs (catalogue));
      for (guint j = 0; j < hubs->len; j++)
        g_assert_true (g_ptr_array_index (hubs, j) == catalogue_hub (catalogue, j));
    }
}

/* Each hub is found by its own name, acronym and aliases, the whole name before others. */
static void
test_each_by_name (void)
{
  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    {
      const CatalogueHub *hub = catalogue_hub (catalogue, i);
      g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, hub->name, NULL);
      const CatalogueHub *first = hubs->len > 0 ? g_ptr_array_index (hubs, 0) : NULL;

      g_assert_cmpint (place_of (hubs, hub->id), >=, 0);
      g_assert_true (first == hub || g_ascii_strcasecmp (first->name, hub->name) == 0
                     || g_strcmp0 (first->acronym, hub->name) == 0);
      if (hub->acronym != NULL)
        {
          g_autoptr (GPtrArray) by_acronym = catalogue_search_hubs (catalogue, hub->acronym, NULL);

          g_assert_cmpint (place_of (by_acronym, hub->id), >=, 0);
        }
      for (guint j = 0; hub->aliases[j] != NULL; j++)
        {
          g_autoptr (GPtrArray) by_alias = catalogue_search_hubs (catalogue, hub->aliases[j], NULL);

          g_assert_cmpint (place_of (by_alias, hub->id), >=, 0);
        }
    }
}

/* One more word never finds more, and two searches agree. */
static void
test_narrowing (void)
{
  static const char *const steps[]
      = { "p", "po", "portugal", "portugal norte", "portugal norte robotics" };
  guint before = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, steps[i], NULL);
      g_autoptr (GPtrArray) again = catalogue_search_hubs (catalogue, steps[i], NULL);

      g_assert_cmpuint (hubs->len, <=, before);
      g_assert_cmpuint (hubs->len, >, 0);
      g_assert_cmpmem (hubs->pdata, hubs->len * sizeof (gpointer), again->pdata,
                       again->len * sizeof (gpointer));
      before = hubs->len;
    }
}

static void
test_long (void)
{
  g_autofree char *words = g_strnfill (10000, 'a');
  g_autoptr (GPtrArray) hubs = catalogue_search_hubs (catalogue, words, NULL);
  g_autoptr (GString) many = g_string_new (NULL);

  g_assert_cmpuint (hubs->len, ==, 0);
  for (guint i = 0; i < 500; i++)
    g_string_append (many, "norte ");
  g_ptr_array_unref (hubs);
  hubs = catalogue_search_hubs (catalogue, many->str, NULL);
  g_assert_cmpint (place_of (hubs, IMAN), >=, 0);
}

/* Each filter keeps exactly the records that have what it asks for: compared with a plain count. */
static void
test_query (void)
{
  const CatalogueQuery all = { 0 }, greece = { .country = "GR" },
                       robots = { .technology = "robotics", .kinds = 1 << CATALOGUE_RECORD_HUB },
                       north = { .words = "robotics", .country = "PT", .region = "PT11" },
                       own = { .own = TRUE };
  g_autoptr (GArray) found = NULL;
  guint n = 0;

  found = catalogue_query_run (catalogue, &all);
  g_assert_cmpuint (found->len, ==,
                    catalogue_n_hubs (catalogue) + catalogue_n_clusters (catalogue)
                        + catalogue_n_instruments (catalogue));
  g_array_unref (found);

  found = catalogue_query_run (catalogue, &robots);
  g_assert_cmpuint (found->len, ==,
                    catalogue_term_hubs (catalogue, CATALOGUE_TERM_TECHNOLOGY, "robotics"));
  g_array_unref (found);

  found = catalogue_query_run (catalogue, &greece); /* NUTS says EL */
  for (guint i = 0; i < catalogue_n_hubs (catalogue); i++)
    n += g_str_equal (catalogue_hub (catalogue, i)->country, "EL");
  for (guint i = 0; i < catalogue_n_clusters (catalogue); i++)
    n += g_str_equal (catalogue_cluster (catalogue, i)->country, "EL");
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (found->len, ==, n);
  g_array_unref (found);

  found = catalogue_query_run (catalogue, &north);
  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const CatalogueFound *one = &g_array_index (found, CatalogueFound, i);

      g_assert_cmpint (one->kind, !=, CATALOGUE_RECORD_INSTRUMENT);
      g_assert_true (g_str_has_prefix (
          one->kind == CATALOGUE_RECORD_HUB ? one->hub->nuts2 : one->cluster->nuts2, "PT11"));
    }
  g_array_unref (found);

  found = catalogue_query_run (catalogue, &own);
  g_assert_cmpuint (found->len, ==, 0);
}

static gboolean
finds (const char *tag, const char *words, const char *id)
{
  g_autoptr (BaseLanguage) language = base_language_new (tag, NULL);
  const CatalogueQuery query = { .words = words, .language = language };
  g_autoptr (GArray) found = NULL;

  g_assert_nonnull (language);
  found = catalogue_query_run (catalogue, &query);
  for (guint i = 0; i < found->len; i++)
    {
      const CatalogueFound *one = &g_array_index (found, CatalogueFound, i);

      if (one->kind == CATALOGUE_RECORD_INSTRUMENT && g_str_equal (one->instrument->id, id))
        return TRUE;
    }
  return FALSE;
}

/* Words of the user's language and English ones find the same kinds of support; words of another
 * language find nothing. */
static void
test_languages (void)
{
  static const struct
  {
    const char *tag, *words;
    const char *id;
    gboolean found;
  } rows[] = {
    { "en", "digital twin", "change2twin-deployment-voucher", TRUE },
    { "de", "digital twin", "change2twin-deployment-voucher", TRUE },
    { "de", "digitalen Zwilling", "change2twin-deployment-voucher", TRUE },
    { "de", "ZWILLING change2twin", "change2twin-deployment-voucher", TRUE },
    { "de", "gutschein", "change2twin-deployment-voucher", TRUE },
    { "pt", "gemeo digital", "change2twin-deployment-voucher", TRUE },
    { "pt", "voucher", "change2twin-deployment-voucher", TRUE },
    { "en", "zwilling", "change2twin-deployment-voucher", FALSE },
    { "pt", "zwilling", "change2twin-deployment-voucher", FALSE },
    { "de", "gemeo", "change2twin-deployment-voucher", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s: %s", rows[i].tag, rows[i].words);
      g_assert_cmpint (finds (rows[i].tag, rows[i].words, rows[i].id), ==, rows[i].found);
    }
}

/* The trade of a hub and its country, by their German words: the same hubs as by the English ones.
 */
static void
test_hub_languages (void)
{
  g_autoptr (BaseLanguage) german = base_language_new ("de", NULL);
  g_autoptr (GPtrArray) english = catalogue_search_hubs (catalogue, "germany", NULL);
  g_autoptr (GPtrArray) found = catalogue_search_hubs (catalogue, "Deutschland", german);
  g_autoptr (GPtrArray) none = catalogue_search_hubs (catalogue, "Deutschland", NULL);

  g_assert_cmpuint (english->len, >, 5);
  for (guint i = 0; i < english->len; i++)
    if (g_str_equal (((CatalogueHub *)english->pdata[i])->country, "DE"))
      g_assert_true (g_ptr_array_find (found, english->pdata[i], NULL));
  g_assert_cmpuint (none->len, <, found->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/catalogue/search/query", test_query);
  g_test_add_func ("/catalogue/search/languages", test_languages);
  g_test_add_func ("/catalogue/search/hub-languages", test_hub_languages);
  g_test_add_func ("/catalogue/search/find", test_find);
  g_test_add_func ("/catalogue/search/nothing", test_nothing);
  g_test_add_func ("/catalogue/search/all", test_all);
  g_test_add_func ("/catalogue/search/each-by-name", test_each_by_name);
  g_test_add_func ("/catalogue/search/narrowing", test_narrowing);
  g_test_add_func ("/catalogue/search/long", test_long);
  status = g_test_run ();
  catalogue_unref (catalogue);
  return status;
}
