/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "base/base-data.h"
#include "catalogue/catalogue-own.h"

#include <glib/gstdio.h>

/* A kind of support of one's own: what the applicant states on its conditions decides. */

#define STATED(condition, state) "{\"condition\":\"" condition "\",\"state\":\"" state "\"}"
#define PEOPLE(state) STATED ("At least two people", state)
#define SEAT(state) STATED ("A firm of the Norte region", state)

static void
test_own (void)
{
  static const char *const conditions[]
      = { "A firm of the Norte region", "At least two people", NULL };
  g_autofree char *folder = g_dir_make_tmp ("own-XXXXXX", NULL);
  g_autofree char *bundled = base_data_dir (NULL);
  const char *sources[] = { bundled, folder, NULL };
  CatalogueOwnInstrument own = { .title = "Vale Digital",
                                 .payer = "The state",
                                 .amount_eur = 7500,
                                 .rate_percent = -1,
                                 .conditions = conditions,
                                 .deadline = "2026-12-31",
                                 .last_verified = "2026-11-20" };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (Catalogue) catalogue = NULL;
  g_autoptr (SurveyPack) pack = survey_pack_load_bundled ("dma-sme", NULL);
  static const struct
  {
    const char *stated, *date, *verdict;
    AdviceStatus status;
  } cases[] = {
    { "", TODAY, "Cannot tell", ADVICE_STATUS_UNKNOWN },
    { PEOPLE ("met"), TODAY, "Cannot tell", ADVICE_STATUS_UNKNOWN },
    { PEOPLE ("met") "," SEAT ("not-met"), TODAY, "Not yet", ADVICE_STATUS_NOT_ELIGIBLE },
    { PEOPLE ("met") "," SEAT ("met"), TODAY, "Fits", ADVICE_STATUS_ELIGIBLE },
    { PEOPLE ("met") "," SEAT ("met"), "2026-12-31", "Fits", ADVICE_STATUS_ELIGIBLE },
    { PEOPLE ("met") "," SEAT ("met"), "2027-01-01", "Closed 2026 · your project is of this kind",
      ADVICE_STATUS_ELIGIBLE },
  };

  g_assert_true (catalogue_own_add_instrument (folder, fixture_catalogue (), &own, &id, &error));
  g_assert_no_error (error);
  catalogue = catalogue_new (sources, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* The conditions as such say nothing; the call is known by its title when its number came. */
      g_autofree char *project = g_strdup_printf (
          "\"call\":{\"id\":\"%s\",\"title\":\"%s\",\"conditions\":[\"At least two people\","
          "\"A firm of the Norte region\"],\"statements\":[%s]}",
          i % 2 == 0 ? id : "N-7", i % 2 == 0 ? "Another" : "Vale Digital", cases[i].stated);
      g_autoptr (AssessmentDocument) document = fixture_document (SMALL_FIRM, project, "");
      g_autoptr (SurveyScore) score = survey_score_new (pack, document);
      g_autoptr (AdviceDecisions) decisions
          = advice_decisions_new (document, score, fixture_rules (), catalogue, cases[i].date);
      const AdviceInstrument *instrument = fixture_find (decisions, id);
      g_autofree char *verdict = fixture_say (instrument->verdict);

      g_assert_cmpint (instrument->status, ==, cases[i].status);
      g_assert_cmpstr (verdict, ==, cases[i].verdict);
      g_assert_cmpuint (instrument->n_criteria, ==, 2);
      g_assert_cmpstr (instrument->criteria[0].path, ==, "project.call.statements");
      g_assert_nonnull (instrument->money);
    }
  {
    g_autofree char *inner = g_build_filename (folder, "catalogue", NULL);
    g_autofree char *file = g_build_filename (inner, "instruments.json", NULL);

    g_unlink (file);
    g_rmdir (inner);
    g_rmdir (folder);
  }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/instrument/own", test_own);
  result = g_test_run ();
  fixture_close ();
  return result;
}
