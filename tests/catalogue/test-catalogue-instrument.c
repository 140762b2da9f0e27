/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "catalogue/catalogue.h"

#include <string.h>

/* Every figure of the bundled kinds of support against what its source states (-1: the source
 * states none). A figure that was only inferred, such as the mean of a call, must not stand here.
 */

static Catalogue *catalogue;

typedef struct
{
  const char *id;
  gint64 each, total;
  int rate, months_min, months_max;
  const char *opened_on, *closed_on;
  const char *source; /* part of the address */
} Stated;

#define OC3 "2021-03-16", "2021-06"

/* In order of priority. */
static const Stated stated[] = {
  { "digital-challenge", 110000, 110000, -1, -1, -1, "2020-09", "2020-12-15",
    "faq-digital-challenge" },
  { "twin-ae-low-digital", -1, -1, -1, -1, -1, OC3, "third-open-call" },
  { "twin-ae", 50000, -1, -1, -1, -1, OC3, "third-open-call" },
  { "single-ae", -1, -1, -1, -1, -1, OC3, "ecosystem-and-mapping" },
  { "generic-experiment", -1, -1, -1, -1, -1, OC3, "ecosystem-and-mapping" },
  { "fed4sae-ae", -1, 60000, 70, 9, 18, NULL, NULL, "fed4sae.eu" },
  { "tetramax-bilateral", -1, 50000, -1, 6, 9, NULL, NULL, "tetramax-bilateral-ttx-4" },
  { "tetramax-value-chain", -1, 100000, -1, 12, 18, NULL, NULL, "tetramax-valuechain-ttx-1" },
  { "dih4cps-ae", 100000, 180000, 70, -1, -1, NULL, NULL, "dih4cps.eu/open-call-faq" },
  { "hubcap-experiment", -1, -1, -1, -1, -1, NULL, NULL, "cordis.europa.eu/project/id/872698" },
  { "smartees2-ae", -1, -1, -1, -1, -1, NULL, "2021-08-31", "smartees203-2020" },
  { "smart4all-kte", -1, 8000, -1, 3, 3, NULL, NULL, "smart4all-project.eu" },
  { "smart4all-ftte", -1, 80000, -1, -1, 9, NULL, NULL, "smart4all-project.eu" },
  { "smart4all-ctte", -1, 80000, -1, 12, 12, NULL, NULL, "smart4all-project.eu" },
  { "digitbrain-ae", -1, -1, -1, -1, -1, NULL, NULL, "digitbrain.eu" },
  { "change2twin-deployment-voucher", 90000, 90000, -1, 11, 11, NULL, NULL, "sploro.eu" },
  { "change2twin-assessment-voucher", -1, -1, -1, -1, -1, "2021-01-28", "2021-03-29",
    "assessment-voucher" },
  { "bowi-tte", -1, -1, -1, -1, -1, NULL, NULL, "cluster-projects/bowi" },
  { "dih-world-experiment", -1, -1, -1, -1, -1, NULL, NULL, "dih-world" },
  { "euhubs4data-experiment", 60000, -1, -1, 9, 9, NULL, NULL, "euhubs4data.eu" },
  { "metabuilding-seed-voucher", 5000, 5000, -1, -1, 2, NULL, NULL, "metabuilding" },
  { "digi-b-cube-prototyping-voucher", -1, -1, -1, -1, -1, NULL, NULL, "ci-3.de" },
  { "digi-b-cube-customised-solution-voucher", -1, -1, -1, -1, -1, NULL, NULL, "ci-3.de" },
};

static void
test_stated (void)
{
  g_assert_cmpuint (catalogue_n_instruments (catalogue), ==, G_N_ELEMENTS (stated));
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    {
      const CatalogueInstrument *instrument = catalogue_instrument (catalogue, i);

      g_assert_cmpstr (instrument->id, ==, stated[i].id);
      g_assert_cmpint (instrument->amount_each_eur, ==, stated[i].each);
      g_assert_cmpint (instrument->amount_total_eur, ==, stated[i].total);
      g_assert_cmpint (instrument->rate_percent, ==, stated[i].rate);
      g_assert_cmpint (instrument->months_min, ==, stated[i].months_min);
      g_assert_cmpint (instrument->months_max, ==, stated[i].months_max);
      g_assert_cmpstr (instrument->opened_on, ==, stated[i].opened_on);
      g_assert_cmpstr (instrument->closed_on, ==, stated[i].closed_on);
      g_assert_nonnull (strstr (instrument->source, stated[i].source));
    }
}

/* Each has its decision table. */
static void
test_models (void)
{
  for (guint i = 0; i < catalogue_n_instruments (catalogue); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("rules/%s.dmn", catalogue_instrument (catalogue, i)->rule_model);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = base_data_path (name, &error);

      g_assert_no_error (error);
      g_assert_nonnull (path);
    }
}

static void
test_invariants (void)
{
  for (guint i = 0; i < catalogue_n_instruments (catalogue); i++)
    {
      const CatalogueInstrument *instrument = catalogue_instrument (catalogue, i);

      g_assert_true (catalogue_find_instrument (catalogue, instrument->id) == instrument);
      g_assert_true (instrument->archetype);
      g_assert_false (instrument->own);
      g_assert_null (instrument->deadline);
      g_assert_null (instrument->conditions[0]);
      g_assert_cmpstr (instrument->last_verified, ==, "2026-11-20");
      g_assert_cmpstr (instrument->rule_model, ==, instrument->id);
      g_assert_cmpstr (instrument->rule_decision, ==, "eligibility");
      g_assert_nonnull (instrument->services[0]);
      g_assert_true (*instrument->plain != '\0' && *instrument->partners != '\0');
      g_assert_cmpstr (instrument->plain, !=, instrument->title);
      /* Who reads of no amount is told so. */
      if (instrument->amount_each_eur < 0 && instrument->amount_total_eur < 0)
        g_assert_nonnull (instrument->amount_note);
    }
  g_assert_null (catalogue_find_instrument (catalogue, "no-such"));
}

/* Figures that nobody has stated: means that one could work out, amounts known only from hearsay.
 */
static void
test_nothing_inferred (void)
{
  static const char *const inferred[] = { "52 000", "13 500", "13.5", "55 k", "85 000", "10 000" };

  for (guint i = 0; i < catalogue_n_instruments (catalogue); i++)
    {
      const CatalogueInstrument *instrument = catalogue_instrument (catalogue, i);

      for (guint j = 0; j < G_N_ELEMENTS (inferred); j++)
        {
          g_assert_null (strstr (instrument->summary, inferred[j]));
          if (instrument->amount_note != NULL)
            g_assert_null (strstr (instrument->amount_note, inferred[j]));
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/catalogue/instrument/stated", test_stated);
  g_test_add_func ("/catalogue/instrument/invariants", test_invariants);
  g_test_add_func ("/catalogue/instrument/models", test_models);
  g_test_add_func ("/catalogue/instrument/nothing-inferred", test_nothing_inferred);
  status = g_test_run ();
  catalogue_unref (catalogue);
  return status;
}
