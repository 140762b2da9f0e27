/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

/* What would have to change for a project to be of a kind of support, and what never can. */

static gboolean
has_change (const AdviceInstrument *instrument, const char *words)
{
  for (guint i = 0; i < instrument->n_changes; i++)
    if (fixture_says (instrument->changes[i].text, words))
      return TRUE;
  return FALSE;
}

static void
test_changes (void)
{
  g_autoptr (AdviceDecisions) neighbours = fixture_advise (
      SMALL_FIRM, DEVELOP "\"partners\":[" PARTNER_FROM ("PT", "true", "40") "]", SAMPLE_ANSWERS);
  g_autoptr (AdviceDecisions) fits
      = fixture_advise (SMALL_FIRM, DEVELOP "\"partners\":[" LOW_PARTNER "]", SAMPLE_ANSWERS);
  const AdviceInstrument *twin = fixture_find (neighbours, "twin-ae");
  const AdviceInstrument *low = fixture_find (neighbours, "twin-ae-low-digital");

  g_assert_cmpuint (twin->n_changes, ==, 1);
  g_assert_true (has_change (
      twin, "Your project would be of this kind if a partner is from another country."));
  g_assert_cmpstr (twin->changes[0].facts[0], ==, "country count");
  g_assert_null (twin->changes[0].facts[1]);
  g_assert_cmpuint (low->n_changes, ==, 1);
  g_assert_true (has_change (low, "a partner has an overall score of 25 or less"));
  g_assert_true (has_change (low, "a partner is from another country"));
  g_assert_true (has_change (fixture_find (neighbours, "single-ae"), "without a partner"));
  /* what fits: one step and it no longer does */
  twin = fixture_find (fits, "twin-ae");
  /* … said in one sentence, not in eight that are nearly the same */
  g_assert_cmpuint (twin->n_changes, ==, 1);
  g_assert_true (has_change (twin, "It would no longer be of this kind if one of these holds: "));
  g_assert_true (has_change (twin, "; all partners are from your own country; "));
  g_assert_true (has_change (twin, "it has no sensors"));
  g_assert_true (has_change (twin, "the goal is another one; "));
  g_assert_true (
      g_strv_contains ((const char *const *)twin->changes[0].facts, "partners independent"));
  g_assert_null (twin->blocked);
}

/* Two ways with something in common: that once, then the choice; what is open is named. */
static void
test_changes_together (void)
{
  g_autoptr (AdviceDecisions) romania = fixture_advise (
      "\"country\":\"RO\",\"holdings\":[],\"accounts\":[{\"year\":2025,\"staff\":24,"
      "\"turnover_eur\":1,\"balance_sheet_eur\":1}]",
      "\"goal\":\"learn\",\"partners\":[]", SAMPLE_ANSWERS);
  g_autoptr (AdviceDecisions) portugal
      = fixture_advise (SMALL_FIRM, "\"goal\":\"learn\",\"partners\":[]", SAMPLE_ANSWERS);
  const AdviceInstrument *home = fixture_find (romania, "bowi-tte");
  const AdviceInstrument *abroad = fixture_find (portugal, "bowi-tte");

  g_assert_cmpuint (home->n_changes, ==, 1);
  g_assert_true (has_change (home, "if the goal is to develop or improve something."));
  g_assert_cmpuint (abroad->n_changes, ==, 1);
  g_assert_true (has_change (abroad, "the goal is to develop or improve something and this holds: "
                                     "“A developing and an experienced hub take part”."));
  g_assert_true (
      has_change (fixture_find (portugal, "tetramax-value-chain"), "Still to be answered: "));
}

/* Size, country, own score and past money are never to be changed. */
static void
test_changes_out_of_reach (void)
{
  g_autoptr (AdviceDecisions) large = fixture_advise (
      "\"country\":\"PT\",\"holdings\":[],\"accounts\":[{\"year\":2025,\"staff\":4000}]",
      DEVELOP "\"partners\":[]", "");
  g_autoptr (AdviceDecisions) far = fixture_advise (
      SMALL_FIRM, "\"goal\":\"learn\",\"partners\":[" LOW_PARTNER "," LOW_PARTNER "]",
      SAMPLE_ANSWERS);

  g_assert_cmpuint (fixture_find (large, "single-ae")->n_changes, ==, 0);
  /* the firm itself scores above 25: no partner can change that */
  g_assert_cmpint (fixture_find (far, "generic-experiment")->status, ==,
                   ADVICE_STATUS_NOT_ELIGIBLE);
  g_assert_cmpuint (fixture_find (far, "generic-experiment")->n_changes, ==, 0);
  g_assert_true (fixture_says (fixture_find (far, "generic-experiment")->blocked,
                               "“All firms of the group have low digital maturity” (Your firm"));
  g_assert_true (
      fixture_says (fixture_find (far, "generic-experiment")->instead,
                    "by our reading, an overall score of 25 or less; your firm, with 26.56, "
                    "is past that"));
  g_assert_true (fixture_says (fixture_find (large, "single-ae")->blocked,
                               "a midcap has at most 3000 people"));
  g_assert_null (fixture_find (large, "single-ae")->instead);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/instrument/changes-together", test_changes_together);
  g_test_add_func ("/advice/instrument/changes", test_changes);
  g_test_add_func ("/advice/instrument/changes-out-of-reach", test_changes_out_of_reach);
  result = g_test_run ();
  fixture_close ();
  return result;
}
