/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "catalogue/catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is wrong in a data file is said with file, place and reason: each case changes one spot of a
 * small catalogue that is right (mini/), as its own source or as the second one. */

static const char *const names[] = {
  "catalogue/vocabulary.json", "reference/nuts.json",        "reference/nace.json",
  "reference/outlines.json",   "reference/benchmark.json",   "catalogue/clusters.json",
  "catalogue/hubs.json",       "catalogue/instruments.json", "catalogue/guidance.json",
};

typedef struct
{
  const char *file;
  const char *from; /* first occurrence, must be there */
  const char *to;
  const char *path;    /* JSON path in the message */
  const char *message; /* another part of it */
} Case;

#define V "catalogue/vocabulary.json"
#define R "reference/nuts.json"
#define N "reference/nace.json"
#define O "reference/outlines.json"
#define B "reference/benchmark.json"
#define C "catalogue/clusters.json"
#define H "catalogue/hubs.json"
#define I "catalogue/instruments.json"
#define G "catalogue/guidance.json"

static const Case cases[] = {
  { V, "waymark-vocabulary", "waymark-words", "$.format", "expected “waymark-vocabulary”" },
  { V, "\"version\": 1", "\"version\": 2", "vocabulary.json", "is of version 2" },
  { V, "\"version\": 1", "\"version\": \"1\"", "$.version", "expected" },
  { V, "\"id\": \"textiles\"", "\"id\": \"metalworking\"", "$.sectors[1].id", "there twice" },
  { V, "\"id\": \"textiles\"", "\"id\": \"Textiles\"", "$.sectors[1].id", "is no id" },
  { V, "\"id\": \"textiles\"", "\"id\": \"textiles-\"", "$.sectors[1].id", "is no id" },
  { V, "\"group\": \"making\" },", "\"group\": \"made\" },", "$.sectors[0].group", "“made”" },
  { V, "\"pillars\": [ \"test-before-invest\" ]", "\"pillars\": [ \"testing\" ]",
    "$.services[0].pillars[0]", "not in the vocabulary" },
  { V, "\"id\": \"US\"", "\"id\": \"usa\"", "$.markets[0].id", "is no market" },
  { V, "\"label\": \"Prototyping\"", "\"label\": \"\"", "$.services[0].label", "empty" },
  { V, "\"needs\": \"s\"", "\"need\": \"s\"", "$.sources.needs", "is missing" },
  { R, "\"status\": \"EU\"", "\"status\": \"eu\"", "$.countries[0].status", "“eu”" },
  { R, "\"iso\": \"GR\"", "\"iso\": \"PT\"", "$.countries[1]", "there twice" },
  { R, "\"nuts\": \"PT\"", "\"nuts\": \"Pt\"", "$.countries[1]", "no country code" },
  { R, "[\"PT11\",", "[\"PT21\",", "$.nuts_2024[3]", "no region above" },
  { R, "[\"PT11\",", "[\"ES11\",", "$.nuts_2024[3][0]", "no known country" },
  { R, "[\"PT11\",", "[\"PT-1\",", "$.nuts_2024[3][0]", "no NUTS code" },
  { R, "[\"PT112\"", "[\"PT111\"", "$.nuts_2024[5][0]", "there twice" },
  { R, "41.3, -8.4", "91.5, -8.4", "$.nuts_2024[3][2]", "91.5" },
  { R, "41.3, -8.4", "41.3, -188.5", "$.nuts_2024[3][3]", "-188.5" },
  { R, "\"Ponte de Lima\", 3]", "\"Ponte de Lima\", 4]", "$.nuts_2024[4][5]", "found 4" },
  { R, "\"Ponte de Lima\", 3]", "\"Ponte de Lima\"]", "$.nuts_2024[4]", "has 5 items" },
  { R, "{ \"EL\": \"Ελλάδα\" }", "{ \"GR\": \"Ελλάδα\" }", "$.native_names.GR",
    "no known NUTS region" },
  { N, "[\"45\", \"G\"", "[\"45\", \"H\"", "$.rev_2[1][1]", "no section" },
  { N, "[\"45\", \"G\"", "[\"25\", \"G\"", "$.rev_2[1][0]", "there twice" },
  { N, "[\"45\", \"G\"", "[\"4\", \"G\"", "$.rev_2[1][0]", "two digits" },
  { N, "[\"G\", \"Trade\"]", "[\"C\", \"Trade\"]", "$.rev_2_sections[1][0]", "there twice" },
  { O, "-900 3700", "99999999999999999999 3700", "$.countries[0].rings[0]",
    "pairs of whole numbers" },
  { O, "-900 3700", "-900 3700.5", "$.countries[0].rings[0]", "pairs of whole numbers" },
  { O, "-900 3700", "-900 9100", "$.countries[0].rings[0]", "outside" },
  { O, " -200 0\"", " -200\"", "$.countries[0].rings[0]", "pairs of whole numbers" },
  { O, "-900 3700 200 0 0 500 -200 0", "1 2 3 4", "$.countries[0].rings[0]", "fewer than 3" },
  { O, "[ \"-900 3700 200 0 0 500 -200 0\" ]", "[]", "$.countries[0].rings", "no ring" },
  { B, "\"all 10+\", 3000", "\"all\", 3000", "$.rows[0][2]", "size class" },
  { B, "[2023, \"PT\"", "[2023, \"P\"", "$.rows[0][1]", "no known country" },
  { B, "3000, 4000", "30000, 4000", "$.rows[0][3]", "found 30000" },
  { B, "[2023, \"PT\"", "[2025, \"PT\"", "$.rows[1]", "there twice" },
  { B, "null, null, null, 500, 7500", "null, null, null, null, null", "$.rows[1]", "no figure" },
  { B, "500, 7500]", "500]", "$.rows[1]", "has 7 items" },
  { C, "\"smes\": 90", "\"smes\": 190", "$.clusters[0].smes", "190 of 110" },
  { C, "\"members_source\": \"its page\",", "", "$.clusters[0].members_source", "source" },
  { C, "[ \"US\" ]", "[ \"CN\" ]", "$.clusters[0].markets[0]", "“CN”" },
  { C, "[ \"https://www.produtech.org/about-us\" ]", "[ \"ftp://x.example\" ]",
    "$.clusters[0].sources[0]", "is no address" },
  { H, "\"date\": \"2025-05-05\"", "\"date\": \"2025-02-30\"", "$.date", "2025-02-30" },
  { H, "\"date\": \"2025-05\"", "\"date\": \"2025-13\"", "$.sources.list.date", "no date" },
  { H, "https://hubs.example/list", "hubs.example/list", "$.sources.list.address",
    "is no address" },
  { H, "\"id\": \"el-hub\", \"name\": \"Greek Hub\", \"country\"",
    "\"id\": \"pt-norte-hub\", \"name\": \"Greek Hub\", \"country\"", "$.hubs[1].id",
    "there twice" },
  { H, "\"id\": \"el-hub\", \"name\": \"Greek Hub\" }",
    "\"id\": \"es-hub\", \"name\": \"Greek Hub\" }", "$.hubs[0].links[0].id", "no hub “es-hub”" },
  { H, "\"id\": \"el-hub\", \"name\": \"Greek Hub\" }",
    "\"id\": \"pt-norte-hub\", \"name\": \"Greek Hub\" }", "$.hubs[0].links[0].id", "itself" },
  { H, "\"id\": \"produtech\"", "\"id\": \"gaia\"", "$.hubs[0].links[1].id", "no cluster “gaia”" },
  { H, "\"kind\": \"member\"", "\"kind\": \"friend\"", "$.hubs[0].links[2].kind", "“friend”" },
  { H, "\"kind\": \"member\",", "\"kind\": \"cluster\",", "$.hubs[0].links[2].id", "needs its id" },
  { H, "\"kind\": \"hub\",", "\"kind\": \"initiative\",", "$.hubs[0].links[0].id", "only a link" },
  { H, "\"country\": \"EL\"", "\"country\": \"GR\"", "$.hubs[1].country", "NUTS code “EL”" },
  { H, "\"country\": \"EL\"", "\"country\": \"XX\"", "$.hubs[1].country", "no known country" },
  { H, "\"region\": \"PT11\"", "\"region\": \"PT99\"", "$.hubs[0].region", "no known NUTS region" },
  { H, "\"region\": \"PT11\"", "\"region\": \"EL\"", "$.hubs[0].region", "not in the country PT" },
  { H, "\"region\": \"PT11\"", "\"region\": \"PT111\"", "$.hubs[0].region", "level 3" },
  { H, "\"lat\": 41.15,", "\"lat\": 90.5,", "$.hubs[0].lat", "90.5" },
  { H, "\"lon\": -8.61,", "\"lon\": 180.5,", "$.hubs[0].lon", "180.5" },
  { H, "\"lon\": -8.61,", "", "$.hubs[0].lon", "go together" },
  { H, "\"kind\": \"edih\"", "\"kind\": \"EDIH\"", "$.hubs[0].kind", "EDIH" },
  { H, "fully operational", "evolving", "$.hubs[0].stage", "evolving" },
  { H, "https://hub.example/", "javascript:alert(1)", "$.hubs[0].website", "is no address" },
  { H, "https://hub.example/", "https://", "$.hubs[0].website", "is no address" },
  { H, "https://hub.example/", "https://hub.example/a b", "$.hubs[0].website", "is no address" },
  { H, "\"textiles\": 0", "\"textile\": 0", "$.hubs[0].sectors.textile", "not in the vocabulary" },
  { H, "\"textiles\": 0", "\"textiles\": 6", "$.hubs[0].sectors.textiles", "found 6" },
  { H, "\"textiles\": 0", "\"textiles\": \"5\"", "$.hubs[0].sectors.textiles", "expected" },
  { H, "[ \"services\" ]", "[ \"pillars\" ]", "$.hubs[0].derived[0]", "expected one of" },
  { H, "[ \"test-before-invest\" ]", "[ \"test-before-invest\", \"test-before-invest\" ]",
    "$.hubs[0].pillars[1]", "there twice" },
  { H, "[ \"digital-europe-programme\" ]", "[ \"lottery\" ]", "$.hubs[0].funding[0]", "lottery" },
  { H, "\"source\": \"list\" }\n", "\"source\": \"lists\" }\n", "$.hubs[1].source",
    "not in the sources" },
  { H, "\"notes\": \"A note.\"", "\"note\": \"A note.\"", "$.hubs[0]", "note" },
  { H, "\"name\": \"Norte Hub\",", "", "$.hubs[0].name", "is missing" },
  { H, "\"host\": \"PRODUTECH\"", "\"host\": \"\"", "$.hubs[0].host", "empty" },
  { I, "50000", "-1", "$.instruments[0].amount_each_eur", "found -1" },
  { I, "50000", "150000", "$.instruments[0].amount_each_eur", "more than amount_total_eur" },
  { I, "50000", "50000.5", "$.instruments[0].amount_each_eur", "50000.5" },
  { I, "\"rate_percent\": 70", "\"rate_percent\": 101", "$.instruments[0].rate_percent", "101" },
  { I, "\"months_max\": 18", "\"months_max\": 8", "$.instruments[0].months_max", "less than" },
  { I, "\"2021-06\"", "\"2021-02\"", "$.instruments[0].closed_on", "before opened_on" },
  { I, "\"2021-06\"", "\"2021\"", "$.instruments[0].closed_on", "no date" },
  { I, "\"last_verified\": \"2026-11-20\",", "", "$.instruments[0].last_verified", "is missing" },
  { I, "\"source\": \"https://digifed.example/\",", "", "$.instruments[0].source", "is missing" },
  { I, "\"rule_decision\": \"eligibility\",", "", "$.instruments[0].rule_decision", "go together" },
  { I, "\"rule_model\": \"twin-ae\"", "\"rule_model\": \"../twin\"", "$.instruments[0].rule_model",
    "no name of a model" },
  { I, "\"priority\": 10", "\"conditions\": [ \"Seat in Norte\" ]", "$.instruments[0].conditions",
    "own lists only" },
  { I, "[ \"prototyping\" ]", "[ \"printing\" ]", "$.instruments[0].services[0]", "“printing”" },
  { G, "\"goals\": [ \"product\" ]", "\"goals\": [ \"profit\" ]", "$.guidance[0].goals[0]",
    "profit" },
  { G, "\"dimensions\": [ \"data\" ]", "\"dimensions\": [ \"d4\" ]", "$.guidance[0].dimensions[0]",
    "expected one of" },
  { G, "\"min_size\": \"medium\"", "\"min_size\": \"huge\"", "$.guidance[0].min_size", "huge" },
  { G, "2027-12-11", "2027-12-32", "$.guidance[0].applies_on", "2027-12-32" },
  { G, "\"guidance\": [", "\"rows\": [", "$.guidance", "is missing" },
  { G, "\"guidance\": [", "\"rows\": [], \"guidance\": [", "$", "rows" },
};

/* {{{ Folders */

static char *
read_mini (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "catalogue", "mini", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("waymark-catalogue-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
write_mini (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = read_mini (names[i]);

      write_file (folder, names[i], text);
    }
}

static void
remove_folder (const char *folder)
{
  static const char *const parts[] = { "catalogue", "reference", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (folder, parts[i], NULL);

      g_rmdir (path);
    }
}

static Catalogue *
load (const char *first, const char *second, GError **error)
{
  return catalogue_new ((const char *const[]){ first, second, NULL }, error);
}

static char *
replace_once (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (text, (gsize)(at - text));
  return g_strconcat (before, to, at + strlen (from), NULL);
}

/* }}} */

static void
assert_says (const char *message, const char *part)
{
  if (strstr (message, part) == NULL)
    g_error ("“%s” does not say “%s”", message, part);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *folder = make_folder ();
  g_autofree char *text = read_mini (test->file);
  g_autofree char *broken = replace_once (text, test->from, test->to);
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = NULL;

  write_mini (folder);
  write_file (folder, test->file, broken);
  catalogue = load (folder, NULL, &error);
  if (catalogue != NULL)
    g_error ("%s: “%s” for “%s” was accepted", test->file, test->to, test->from);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, BASE_ERROR);
  assert_says (error->message, test->file);
  assert_says (error->message, test->path);
  assert_says (error->message, test->message);
  remove_folder (folder);
}

static void
test_mini (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = NULL;
  const CatalogueHub *hub;

  write_mini (folder);
  catalogue = load (folder, NULL, &error);
  g_assert_no_error (error);
  hub = catalogue_find_hub (catalogue, "pt-norte-hub");
  g_assert_nonnull (hub);
  g_assert_false (hub->own);
  g_assert_true (hub->services[0].derived);
  g_assert_false (hub->sectors[0].derived);
  g_assert_cmpstr (hub->links[2].sectors[0], ==, "metalworking");
  g_assert_cmpstr (catalogue_date (catalogue), ==, "2025-05-05");
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_SECTOR, "metalworking"), ==, 1);
  g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_TECHNOLOGY, "cps"), ==, 0);
  remove_folder (folder);
}

/* Each file of the first source must be there; of the second, none. */
static void
test_missing (void)
{
  g_autofree char *empty = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      Catalogue *catalogue;

      write_mini (folder);
      g_assert_cmpint (g_unlink (path), ==, 0);
      catalogue = load (folder, empty, &error);
      g_assert_null (catalogue);
      g_assert_nonnull (error);
      assert_says (error->message, names[i]);
      remove_folder (folder);
    }
  remove_folder (empty);
}

static const char own_hubs[]
    = "{ \"format\": \"waymark-hubs\", \"version\": 1, \"date\": \"2026-11-20\","
      "  \"sources\": { \"visit\": { \"address\": \"https://own.example/\" } },"
      "  \"hubs\": [ { \"id\": \"%s\", \"name\": \"Own Hub\", \"country\": \"PT\", \"kind\": "
      "\"dih\","
      "    \"links\": [ { \"kind\": \"hub\", \"id\": \"%s\", \"name\": \"Linked\" } ],"
      "    \"technologies\": { \"cps\": 0 }, \"source\": \"visit\" } ] }";
static const char own_instruments[]
    = "{ \"format\": \"waymark-instruments\", \"version\": 1,"
      "  \"instruments\": [ { \"id\": \"own-call\", \"title\": \"Call\", \"programme\": \"Region\","
      "    \"conditions\": [ \"Seat in Norte\" ], \"deadline\": \"2027-01-31\","
      "    %s \"last_verified\": \"2026-11-20\" } ] }";

static void
write_own (const char *folder, const char *id, const char *linked, const char *more)
{
  g_autofree char *hubs = g_strdup_printf (own_hubs, id, linked);
  g_autofree char *instruments = g_strdup_printf (own_instruments, more);

  write_file (folder, "catalogue/hubs.json", hubs);
  write_file (folder, "catalogue/instruments.json", instruments);
}

typedef struct
{
  const char *id, *linked, *more;
  const char *message; /* NULL: right */
} OwnCase;

static const OwnCase own_cases[] = {
  { "own-hub", "pt-norte-hub", "", NULL },
  { "own-hub", "pt-norte-hub", "\"archetype\": false,", NULL },
  { "pt-norte-hub", "el-hub", "", "$.hubs[0].id" },
  { "own-hub", "no-hub", "", "$.hubs[0].links[0].id" },
  { "own-hub", "el-hub", "\"archetype\": true,", "$.instruments[0].archetype" },
  { "own-hub", "el-hub", "\"rule_model\": \"a\", \"rule_decision\": \"b\",",
    "$.instruments[0].rule_model" },
};

static void
test_own_source (void)
{
  g_autofree char *bundled = make_folder ();

  write_mini (bundled);
  for (guint i = 0; i < G_N_ELEMENTS (own_cases); i++)
    {
      const OwnCase *test = &own_cases[i];
      g_autofree char *own = make_folder ();
      g_autoptr (GError) error = NULL;
      g_autoptr (Catalogue) catalogue = NULL;

      write_own (own, test->id, test->linked, test->more);
      catalogue = load (bundled, own, &error);
      remove_folder (own);
      if (test->message != NULL)
        {
          g_assert_null (catalogue);
          assert_says (error->message, own);
          assert_says (error->message, test->message);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (catalogue_n_hubs (catalogue), ==, 3);
      g_assert_true (catalogue_find_hub (catalogue, "own-hub")->own);
      g_assert_true (catalogue_instrument (catalogue, 0)->own); /* own calls come first */
      g_assert_cmpstr (catalogue_instrument (catalogue, 0)->conditions[0], ==, "Seat in Norte");
      g_assert_cmpstr (catalogue_date (catalogue), ==, "2025-05-05");
      g_assert_cmpuint (catalogue_term_hubs (catalogue, CATALOGUE_TERM_TECHNOLOGY, "cps"), ==, 1);
    }
  remove_folder (bundled);
}

/* Files that are no catalogue at all, in place of the hubs; the last is larger than any file may
 * be. */
static void
test_foreign (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *huge = g_strnfill (17 * 1024 * 1024, ' ');
  const struct
  {
    const char *text;
    int code;
  } texts[] = {
    { "", BASE_ERROR_SYNTAX },
    { "PK\x03\x04", BASE_ERROR_SYNTAX },
    { "{ \"format\": \"waymark-hubs\", \"version\": 1, ", BASE_ERROR_SYNTAX },
    { "{ \"format\": \"waymark-hubs\xff\" }", BASE_ERROR_SYNTAX },
    { "{ \"format\": \"waymark-hubs\", \"format\": \"waymark-hubs\" }", BASE_ERROR_SYNTAX },
    { "[]", BASE_ERROR_VALUE },
    { "null", BASE_ERROR_VALUE },
    { "{}", BASE_ERROR_VALUE },
    { "{ \"format\": \"waymark-hubs\", \"version\": 0 }", BASE_ERROR_VALUE },
    { "{ \"format\": \"waymark-hubs\", \"version\": 99 }", BASE_ERROR_VERSION },
    { huge, BASE_ERROR_SIZE },
  };

  write_mini (folder);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      Catalogue *catalogue;

      write_file (folder, H, texts[i].text);
      catalogue = load (folder, NULL, &error);
      g_assert_null (catalogue);
      g_assert_error (error, BASE_ERROR, texts[i].code);
      assert_says (error->message, H);
    }
  remove_folder (folder);
}

/* The hash is over all files, and changes with each. */
static void
test_sha256 (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  write_mini (folder);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];
      g_autofree char *text = read_mini (name);
      g_autofree char *longer = g_strconcat (text, i < G_N_ELEMENTS (names) ? " " : "  ", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Catalogue) catalogue = NULL;

      write_file (folder, name, longer);
      catalogue = load (folder, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (strlen (catalogue_sha256 (catalogue)), ==, 64);
      g_assert_true (g_hash_table_add (hashes, g_strdup (catalogue_sha256 (catalogue))));
    }
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/broken/mini-is-right", test_mini);
  g_test_add_func ("/catalogue/broken/missing-files", test_missing);
  g_test_add_func ("/catalogue/broken/own-source", test_own_source);
  g_test_add_func ("/catalogue/broken/foreign", test_foreign);
  g_test_add_func ("/catalogue/broken/sha256", test_sha256);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/catalogue/broken/%s/%03u", cases[i].file, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
