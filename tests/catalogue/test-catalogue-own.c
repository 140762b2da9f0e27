/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/catalogue-own.h"

#include "base/base-data.h"
#include "catalogue/catalogue-own-past.h"
#include "own-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Own hubs and kinds of support: what was typed comes back from the next load; what is wrong is
 * refused with the name of its member and changes no file. */

/* The tables of bad records start from a right one and spoil a member each. */
#pragma GCC diagnostic ignored "-Woverride-init"

/* {{{ Kinds of support */

static const char *const two_conditions[] = { "Seat in Norte", "Fewer than 50 people", NULL };
static const char *const same_conditions[] = { "Seat in Norte", "Seat in Norte", NULL };
static const char *const blank_condition[] = { " ", NULL };

#define CALL                                                                                       \
  .title = "Regional voucher", .payer = "Region of Norte", .amount_eur = 10000,                    \
  .rate_percent = 75, .conditions = two_conditions, .deadline = "2027-01-31",                      \
  .source = "https://region.example/call", .last_verified = "2026-11-20"

static const CatalogueOwnInstrument voucher = { CALL, .summary = "Pays for an expert." };

static void
test_add_instrument (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = NULL;
  const CatalogueInstrument *instrument;

  catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "own-regional-voucher");

  catalogue = own_fixture_reload (fixture);
  instrument = catalogue_find_instrument (catalogue, id);
  g_assert_nonnull (instrument);
  g_assert_true (instrument == catalogue_instrument (catalogue, 0));
  g_assert_true (instrument->own);
  g_assert_false (instrument->archetype);
  g_assert_cmpstr (instrument->title, ==, "Regional voucher");
  g_assert_cmpstr (instrument->plain, ==, "Regional voucher");
  g_assert_cmpstr (instrument->programme, ==, "Region of Norte");
  g_assert_cmpstr (instrument->summary, ==, "Pays for an expert.");
  g_assert_cmpint (instrument->amount_each_eur, ==, 10000);
  g_assert_cmpint (instrument->amount_total_eur, ==, -1);
  g_assert_cmpint (instrument->rate_percent, ==, 75);
  g_assert_cmpstr (instrument->conditions[1], ==, "Fewer than 50 people");
  g_assert_cmpstr (instrument->deadline, ==, "2027-01-31");
  g_assert_cmpstr (instrument->source, ==, "https://region.example/call");
  g_assert_null (instrument->rule_model);
}

/* The least there can be, strange letters, and the same title again and again. */
static void
test_ids (OwnFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title, *id;
  } cases[] = {
    { "Förderung für Zürich & Łódź", "own-forderung-fur-zurich-lodz" },
    { "Förderung für Zürich & Łódź", "own-forderung-fur-zurich-lodz-2" },
    { "forderung fur zurich / lodz", "own-forderung-fur-zurich-lodz-3" },
    { "Ενίσχυση", "own" },
    { "دعم \"<b>\" \\ \n 🏭", "own-b" },
    { "  --- ", "own-2" },
    { "A title that goes on and on, much longer than an id should ever be",
      "own-a-title-that-goes-on-and-on-much-lon" },
  };
  g_autoptr (Catalogue) catalogue = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CatalogueOwnInstrument instrument = { .title = cases[i].title,
                                            .payer = "x",
                                            .amount_eur = -1,
                                            .rate_percent = -1,
                                            .last_verified = "2026-11-20" };
      g_autofree char *id = NULL;
      g_autoptr (GError) error = NULL;

      catalogue_own_add_instrument (fixture->folder, fixture->bundled, &instrument, &id, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, cases[i].id);
    }
  catalogue = own_fixture_reload (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (catalogue_find_instrument (catalogue, cases[i].id)->title, ==, cases[i].title);
}

typedef struct
{
  const char *member; /* named by the message */
  CatalogueOwnInstrument instrument;
} BadInstrument;

static const BadInstrument bad_instruments[] = {
  { "title", { CALL, .title = NULL } },
  { "title", { CALL, .title = "" } },
  { "title", { CALL, .title = " \t\n" } },
  { "title", { CALL, .title = "\xff\xfe" } },
  { "programme", { CALL, .payer = NULL } },
  { "programme", { CALL, .payer = " " } },
  { "summary", { CALL, .summary = "" } },
  { "amount_each_eur", { CALL, .amount_eur = 0 } },
  { "amount_each_eur", { CALL, .amount_eur = -2 } },
  { "amount_each_eur", { CALL, .amount_eur = G_MAXINT64 } },
  { "rate_percent", { CALL, .rate_percent = 0 } },
  { "rate_percent", { CALL, .rate_percent = 101 } },
  { "conditions", { CALL, .conditions = same_conditions } },
  { "conditions", { CALL, .conditions = blank_condition } },
  { "deadline", { CALL, .deadline = "31.01.2027" } },
  { "deadline", { CALL, .deadline = "2027-02-29" } },
  { "deadline", { CALL, .deadline = "2027-01" } },
  { "source", { CALL, .source = "region.example" } },
  { "source", { CALL, .source = "javascript:alert(1)" } },
  { "source", { CALL, .source = "file:///etc/passwd" } },
  { "last_verified", { CALL, .last_verified = NULL } },
  { "last_verified", { CALL, .last_verified = "yesterday" } },
};

static void
assert_refused (gboolean done, const char *member, const GError *error)
{
  g_autofree char *start = g_strconcat (member, ": ", NULL);

  g_assert_false (done);
  g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
}

static void
test_bad_instruments (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "catalogue", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_instruments); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean done = catalogue_own_add_instrument (fixture->folder, fixture->bundled,
                                                    &bad_instruments[i].instrument, NULL, &error);

      assert_refused (done, bad_instruments[i].member, error);
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_change_instrument (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = NULL;
  CatalogueOwnInstrument changed = voucher;

  changed.title = "Another title";
  changed.amount_eur = 777;
  g_assert_false (catalogue_own_change_instrument (fixture->folder, "own-x", &changed, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
  g_clear_error (&error);

  catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, &first, &error);
  g_assert_no_error (error);
  catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, &second, &error);
  g_assert_no_error (error);
  g_assert_true (catalogue_own_change_instrument (fixture->folder, first, &changed, &error));
  g_assert_no_error (error);
  changed.deadline = "soon";
  g_assert_false (catalogue_own_change_instrument (fixture->folder, first, &changed, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);

  catalogue = own_fixture_reload (fixture);
  g_assert_cmpstr (catalogue_find_instrument (catalogue, first)->title, ==, "Another title");
  g_assert_cmpint (catalogue_find_instrument (catalogue, first)->amount_each_eur, ==, 777);
  g_assert_cmpint (catalogue_find_instrument (catalogue, second)->amount_each_eur, ==, 10000);
}

static void
test_remove_instrument (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = NULL;

  g_assert_false (catalogue_own_remove_instrument (fixture->folder, "own-x", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
  g_clear_error (&error);

  catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, &first, &error);
  g_assert_no_error (error);
  catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, &second, &error);
  g_assert_no_error (error);
  catalogue_own_remove_instrument (fixture->folder, first, &error);
  g_assert_no_error (error);
  g_assert_false (catalogue_own_remove_instrument (fixture->folder, first, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);

  catalogue = own_fixture_reload (fixture);
  g_assert_null (catalogue_find_instrument (catalogue, first));
  g_assert_cmpint (catalogue_find_instrument (catalogue, second)->amount_each_eur, ==, 10000);
}

/* }}} */
/* {{{ Hubs */

static const CatalogueHubTag some_sectors[]
    = { { "metalworking", 4, FALSE }, { "textiles", 0, FALSE } };
static const CatalogueHubTag same_sectors[]
    = { { "textiles", 1, FALSE }, { "textiles", 2, FALSE } };
static const CatalogueHubTag high_sector[] = { { "textiles", 6, FALSE } };
static const CatalogueHubTag no_sector[] = { { "robotics", 1, FALSE } };
static const char *const some_aliases[] = { "Oficina", NULL };
static const char *const some_pillars[] = { "test-before-invest", NULL };
static const char *const no_pillars[] = { "testing", NULL };

#define HUB                                                                                        \
  .name = "Oficina Digital", .country = "PT", .nuts2 = "PT11", .kind = CATALOGUE_HUB_SEAL,         \
  .located = TRUE, .lat = 41.55, .lon = -8.42, .source = "https://oficina.example/"

static void
test_add_hub (OwnFixture *fixture, gconstpointer data)
{
  CatalogueHub typed = { HUB,
                         .acronym = "OD",
                         .aliases = some_aliases,
                         .city = "Braga",
                         .host = "PRODUTECH",
                         .website = "https://oficina.example/pt",
                         .contact = "Ana Exemplo, ana@oficina.example",
                         .sectors = some_sectors,
                         .n_sectors = 2,
                         .pillars = some_pillars,
                         .notes = "Seen at a fair.",
                         .source_date = "2026-11" };
  CatalogueHub least = { .name = "B", .country = "EL", .source = "http://b.example" };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) catalogue = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const CatalogueHub *hub;

  catalogue_own_add_hub (fixture->folder, fixture->bundled, &typed, "2026-11-20", &id, &error);
  g_assert_no_error (error);
  catalogue_own_add_hub (fixture->folder, fixture->bundled, &least, "2026-11-21", NULL, &error);
  g_assert_no_error (error);

  catalogue = own_fixture_reload (fixture);
  g_assert_cmpuint (catalogue_n_hubs (catalogue), ==, 456);
  hub = catalogue_find_hub (catalogue, id);
  g_assert_true (hub->own);
  g_assert_cmpstr (hub->name, ==, typed.name);
  g_assert_cmpstr (hub->acronym, ==, "OD");
  g_assert_cmpstr (hub->contact, ==, typed.contact);
  g_assert_cmpstr (hub->aliases[0], ==, "Oficina");
  g_assert_cmpstr (hub->nuts2, ==, "PT11");
  g_assert_cmpfloat_with_epsilon (hub->lat, 41.55, 1e-12);
  g_assert_cmpfloat_with_epsilon (hub->lon, -8.42, 1e-12);
  g_assert_cmpint (hub->kind, ==, CATALOGUE_HUB_SEAL);
  g_assert_cmpuint (hub->n_sectors, ==, 2);
  g_assert_cmpuint (hub->sectors[0].level, ==, 4);
  g_assert_true (hub->test_before_invest);
  g_assert_cmpstr (hub->source, ==, "https://oficina.example/");
  g_assert_cmpstr (hub->source_date, ==, "2026-11");
  g_assert_cmpstr (catalogue_find_hub (catalogue, "own-b")->source, ==, "http://b.example");
  g_assert_cmpstr (catalogue_date (catalogue), ==, "2025-05-05"); /* of the bundled list */
  found = catalogue_search_hubs (catalogue, "oficina", NULL);
  g_assert_true (g_ptr_array_index (found, 0) == hub);

  catalogue_own_remove_hub (fixture->folder, id, &error);
  g_assert_no_error (error);
  catalogue_unref (catalogue);
  catalogue = own_fixture_reload (fixture);
  g_assert_cmpuint (catalogue_n_hubs (catalogue), ==, 455);
}

typedef struct
{
  const char *member;
  CatalogueHub hub;
} BadHub;

static const BadHub bad_hubs[] = {
  { "name", { HUB, .name = " " } },
  { "kind", { HUB, .kind = (CatalogueHubKind)7 } },
  { "country", { HUB, .country = "GR" } },
  { "country", { HUB, .country = "XX" } },
  { "country", { HUB, .country = NULL } },
  { "region", { HUB, .nuts2 = "ES11" } },
  { "region", { HUB, .nuts2 = "PT111" } },
  { "region", { HUB, .nuts2 = "Norte" } },
  { "lat", { HUB, .lat = 91 } },
  { "lat", { HUB, .lat = 0.0 / 0.0 } },
  { "lon", { HUB, .lon = -181 } },
  { "acronym", { HUB, .acronym = "" } },
  { "website", { HUB, .website = "www.oficina.example" } },
  { "sectors", { HUB, .sectors = same_sectors, .n_sectors = 2 } },
  { "sectors", { HUB, .sectors = high_sector, .n_sectors = 1 } },
  { "sectors", { HUB, .sectors = no_sector, .n_sectors = 1 } },
  { "pillars", { HUB, .pillars = no_pillars } },
  { "source", { HUB, .source = NULL } },
  { "date", { HUB, .source_date = "May 2025" } },
};

static void
test_bad_hubs (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CatalogueHub hub = { HUB };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (bad_hubs); i++)
    {
      g_autoptr (GError) problem = NULL;

      done = catalogue_own_add_hub (fixture->folder, fixture->bundled, &bad_hubs[i].hub,
                                    "2026-11-20", NULL, &problem);

      assert_refused (done, bad_hubs[i].member, problem);
    }
  done = catalogue_own_add_hub (fixture->folder, fixture->bundled, &hub, "today", NULL, &error);
  assert_refused (done, "date", error);
}

/* }}} */
/* {{{ Files that cannot be changed */

static const char *const broken_files[] = {
  "{ \"format\": \"waymark-instruments\", \"version\": 1, \"instruments\": [ ",
  "{ \"format\": \"waymark-hubs\", \"version\": 1, \"instruments\": [] }",
  "{ \"format\": \"waymark-instruments\", \"version\": 2, \"instruments\": [] }",
  "{ \"format\": \"waymark-instruments\", \"version\": 1, \"instruments\": {} }",
  "{ \"format\": \"waymark-instruments\", \"version\": 1 }",
  "{ \"format\": \"waymark-instruments\", \"version\": 1, \"instruments\": [ { \"id\": 5 } ] }",
  "{ \"format\": \"waymark-instruments\", \"version\": 1, \"instruments\": [ 5 ] }",
  "",
};

/* A file that is not understood is left as it is. */
static void
test_broken_file (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_build_filename (fixture->folder, "catalogue", NULL);
  g_autofree char *path = g_build_filename (parent, "instruments.json", NULL);

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (broken_files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_true (g_file_set_contents (path, broken_files[i], -1, NULL));
      g_assert_false (
          catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, broken_files[i]);
    }
}

/* A member of a record that this program does not know stays; the loader will say what it thinks of
 * it. */
static void
test_kept (OwnFixture *fixture, gconstpointer data)
{
  static const char text[] = "{ \"format\": \"waymark-instruments\", \"version\": 1, "
                             "\"instruments\": [ { \"id\": \"old\","
                             "  \"odd\": [ 1, 2.5, -8.42, true, null, \"é\", {} ] } ] }";
  g_autofree char *parent = g_build_filename (fixture->folder, "catalogue", NULL);
  g_autofree char *path = g_build_filename (parent, "instruments.json", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GString *packed;

  g_assert_cmpint (g_mkdir (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  packed = g_string_new (after);
  g_string_replace (packed, " ", "", 0);
  g_string_replace (packed, "\n", "", 0);
  g_assert_nonnull (strstr (packed->str, "\"odd\":[1,2.5,-8.42,true,null,\"é\",{}]"));
  g_string_free (packed, TRUE);
}

/* Everything a record of a file may have stays through a change of its name; the source is the new
 * one, other records and their sources are left alone. */
static void
test_change_hub (OwnFixture *fixture, gconstpointer data)
{
  static const CatalogueHubTag technologies[] = { { "robotics", 0, TRUE } };
  static const char *const reached[] = { "textiles", NULL };
  static const CatalogueHubLink links[]
      = { { .kind = "region", .name = "Norte", .address = "https://norte.example" },
          { .kind = "member", .name = "Guild", .sectors = reached } };
  static const char *const funding[] = { "horizon-2020", NULL };
  CatalogueHub typed = { HUB,
                         .stage = "in preparation",
                         .website_note = "Under construction",
                         .technologies = technologies,
                         .n_technologies = 1,
                         .links = links,
                         .n_links = 2,
                         .funding = funding };
  CatalogueHub other = { .name = "B", .country = "EL", .source = "http://b.example" };
  CatalogueHub changed;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Catalogue) first = NULL; /* whose texts the changed record has */
  g_autoptr (Catalogue) catalogue = NULL;
  const CatalogueHub *hub;

  catalogue_own_add_hub (fixture->folder, fixture->bundled, &typed, "2026-11-20", &id, &error);
  g_assert_no_error (error);
  catalogue_own_add_hub (fixture->folder, fixture->bundled, &other, "2026-11-20", NULL, &error);
  g_assert_no_error (error);
  first = own_fixture_reload (fixture);
  changed = *catalogue_find_hub (first, id);
  changed.name = "Oficina Nova";
  changed.source = "https://nova.example/";
  changed.source_date = "2026-11-21";
  catalogue_own_change_hub (fixture->folder, first, id, &changed, "2026-11-21", &error);
  g_assert_no_error (error);

  catalogue = own_fixture_reload (fixture);
  g_assert_cmpuint (catalogue_n_hubs (catalogue), ==, 456);
  hub = catalogue_find_hub (catalogue, id);
  g_assert_cmpstr (hub->name, ==, "Oficina Nova");
  g_assert_cmpstr (hub->source, ==, "https://nova.example/");
  g_assert_cmpstr (hub->source_date, ==, "2026-11-21");
  g_assert_cmpstr (hub->stage, ==, "in preparation");
  g_assert_cmpstr (hub->website_note, ==, "Under construction");
  g_assert_true (hub->technologies[0].derived);
  g_assert_cmpuint (hub->n_links, ==, 2);
  g_assert_cmpstr (hub->links[0].address, ==, "https://norte.example");
  g_assert_cmpstr (hub->links[1].sectors[0], ==, "textiles");
  g_assert_cmpstr (hub->funding[0], ==, "horizon-2020");
  g_assert_cmpstr (catalogue_find_hub (catalogue, "own-b")->source, ==, "http://b.example");

  g_assert_false (catalogue_own_change_hub (fixture->folder, catalogue, "own-x", &changed,
                                            "2026-11-21", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
  g_clear_error (&error);
  changed.source = "nova";
  g_assert_false (
      catalogue_own_change_hub (fixture->folder, catalogue, id, &changed, "2026-11-21", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "source: "));
}

/* A change can be taken back, done again, and is left alone once somebody else wrote the files. */
static void
test_past (OwnFixture *fixture, gconstpointer data)
{
  CatalogueHub typed = { HUB };
  g_autofree char *hubs = g_build_filename (fixture->folder, "catalogue/hubs.json", NULL);
  g_autofree char *first = NULL, *id = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CatalogueOwnPast) none = catalogue_own_past_new (fixture->folder, &error);
  g_autoptr (CatalogueOwnPast) past = NULL;

  g_assert_no_error (error);
  catalogue_own_add_hub (fixture->folder, fixture->bundled, &typed, "2026-11-20", &id, &error);
  g_assert_no_error (error);
  g_assert_true (catalogue_own_past_close (none, &error));
  g_assert_true (g_file_get_contents (hubs, &first, NULL, NULL));

  past = catalogue_own_past_new (fixture->folder, &error);
  catalogue_own_remove_hub (fixture->folder, id, &error);
  g_assert_no_error (error);
  g_assert_true (catalogue_own_past_close (past, &error));
  g_assert_false (catalogue_own_past_restore (none, &error)); /* not the state that it left */
  g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
  g_clear_error (&error);

  g_assert_true (catalogue_own_past_restore (past, &error));
  g_assert_true (g_file_get_contents (hubs, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, first);
  g_assert_true (catalogue_own_past_restore (none, &error));
  g_assert_false (g_file_test (hubs, G_FILE_TEST_EXISTS));
  g_assert_true (catalogue_own_past_restore (none, &error));
  g_assert_true (g_file_test (hubs, G_FILE_TEST_EXISTS));
}

static void
test_unwritable (OwnFixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "catalogue", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "a file, no folder", -1, NULL));
  g_assert_false (
      catalogue_own_add_instrument (fixture->folder, fixture->bundled, &voucher, NULL, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_IO);
}

/* }}} */

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/catalogue/own/" name, OwnFixture, NULL, own_fixture_set_up, function,              \
              own_fixture_tear_down)
  ADD ("add-instrument", test_add_instrument);
  ADD ("ids", test_ids);
  ADD ("bad-instruments", test_bad_instruments);
  ADD ("change-instrument", test_change_instrument);
  ADD ("remove-instrument", test_remove_instrument);
  ADD ("add-hub", test_add_hub);
  ADD ("change-hub", test_change_hub);
  ADD ("past", test_past);
  ADD ("bad-hubs", test_bad_hubs);
  ADD ("broken-file", test_broken_file);
  ADD ("kept", test_kept);
  ADD ("unwritable", test_unwritable);
#undef ADD
  return g_test_run ();
}
