/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-comparison-private.h"
#include "base/base-data.h"

#include <string.h>

/* Before and now: figures are the real scoring's, parts add up to them, other questionnaires are
 * refused with the reason. */

static AdviceComparison *
compare (AssessmentDocument *before, AssessmentDocument *now)
{
  g_autoptr (Advice) was = fixture_whole (before, TODAY);
  g_autoptr (Advice) is = fixture_whole (now, TODAY);

  return advice_comparison_new (was, is);
}

/* Everything that is printed as a part adds up to what is printed as the whole. */
static void
assert_adds_up (const AdviceComparison *comparison)
{
  const AdviceDifference *overall = advice_comparison_overall (comparison);
  int whole = 0;

  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, d);
      int points = 0, share = 0;

      g_assert_true (difference->settled);
      g_assert_cmpint (difference->difference, ==,
                       difference->now.value - difference->before.value);
      for (guint i = 0; i < difference->n_moves; i++)
        {
          points += difference->moves[i].points;
          share += difference->moves[i].overall;
        }
      g_assert_cmpint (points, ==, difference->difference);
      g_assert_cmpint (share, ==, difference->overall);
      whole += difference->overall;
    }
  g_assert_cmpint (whole, ==, overall->difference);
}

static void
test_parts_add_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (AssessmentDocument) before = fixture_random (rand);
      g_autoptr (AssessmentDocument) now = fixture_random (rand);
      g_autoptr (AdviceComparison) comparison = compare (before, now);

      assert_adds_up (comparison);
    }
}

/* One tick: the only move, and all of the difference is its own. */
static void
test_one_tick (void)
{
  const guint8 ticks[] = { 1, 2, 3, 5 };
  g_autoptr (AssessmentDocument) before = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) now
      = assessment_document_with_ticks (before, "q8", NULL, ticks, 4);
  g_autoptr (AdviceComparison) comparison = compare (before, now);
  guint n = 0;

  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, d);

      n += difference->n_moves;
      if (difference->n_moves == 0)
        continue;
      g_assert_cmpstr (difference->dimension->id, ==, "data");
      g_assert_cmpstr (difference->moves[0].id, ==, "q8.3");
      g_assert_cmpint (difference->moves[0].from_level, ==, 0);
      g_assert_cmpint (difference->moves[0].to_level, ==, 1);
      /* One of six options of one of two questions: 100 / 12. */
      g_assert_cmpint (ABS (difference->difference - 833), <=, 1);
      g_assert_true (fixture_says (difference->moves[0].from, "not ticked"));
      g_assert_true (fixture_says (difference->moves[0].title, "informed and trained"));
      g_assert_true (fixture_says (difference->text, "8.3"));
    }
  g_assert_cmpuint (n, ==, 1);
  assert_adds_up (comparison);
}

static void
test_same_is_no_change (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks");
  g_autoptr (AdviceComparison) comparison = compare (document, document);

  g_assert_null (advice_comparison_refusal (comparison));
  g_assert_cmpint (advice_comparison_overall (comparison)->difference, ==, 0);
  g_assert_cmpuint (advice_comparison_n_supports (comparison), ==, 0);
  g_assert_cmpuint (advice_comparison_n_notes (comparison), ==, 0);
  g_assert_true (fixture_says (advice_comparison_headline (comparison), "26.56, as before"));
}

static void
test_incomplete_is_open (void)
{
  g_autoptr (AssessmentDocument) before = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) now = assessment_document_without_answer (before, "q8");
  g_autoptr (AdviceComparison) comparison = compare (before, now);
  const AdviceDifference *overall = advice_comparison_overall (comparison);

  g_assert_false (overall->settled);
  g_assert_cmpint (overall->difference, ==, 0);
  g_assert_true (fixture_says (overall->text, "is open"));
  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, d);

      g_assert_cmpint (difference->settled, ==, !g_str_equal (difference->dimension->id, "data"));
      for (guint i = 0; i < difference->n_moves; i++)
        g_assert_cmpint (difference->moves[i].to_level, ==, -1);
    }
}

static void
test_bands (void)
{
  g_autoptr (AssessmentDocument) before = fixture_document ("", "", NO_ANSWERS);
  g_autoptr (AssessmentDocument) now = fixture_document ("", "", SAMPLE_ANSWERS);
  g_autoptr (AdviceComparison) comparison = compare (before, now);

  g_assert_true (
      fixture_says (advice_comparison_overall (comparison)->band, "Now “Average”, before “Basic”"));
  g_assert_true (fixture_says (advice_comparison_headline (comparison),
                               "From 0.00 to 26.56: 26.56 points more. Now “Average”"));
}

static void
assert_target (double target, AdviceReach reach, int missing)
{
  g_autoptr (AssessmentDocument) sample = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) before
      = assessment_document_with_number (sample, "targets.data", target, NULL);
  g_autoptr (AdviceComparison) comparison = compare (before, sample);

  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, d);

      if (strcmp (difference->dimension->id, "data") != 0)
        {
          g_assert_cmpint (difference->reach, ==, ADVICE_REACH_NONE);
          g_assert_null (difference->reaching);
          continue;
        }
      g_assert_cmpint (difference->reach, ==, reach);
      g_assert_cmpint (difference->next_target, ==, -1);
      g_assert_cmpint (difference->missing, ==,
                       missing > 0 ? difference->target - difference->now.value : 0);
      g_assert_nonnull (difference->reaching);
    }
}

static void
test_targets (void)
{
  assert_target (10, ADVICE_REACH_REACHED, 0);
  assert_target (100, ADVICE_REACH_MISSED, 1);
}

/* The target set before is the one to be reached by now; the one set now is for the next stage. */
static void
test_two_targets (void)
{
  g_autoptr (AssessmentDocument) t0 = fixture_sample ("sample-metalworks-t0");
  g_autoptr (AssessmentDocument) t1 = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AdviceComparison) comparison = compare (t0, t1);

  assert_adds_up (comparison);
  for (guint d = 0; d < advice_comparison_n_dimensions (comparison); d++)
    {
      const AdviceDifference *difference = advice_comparison_dimension (comparison, d);

      if (strcmp (difference->dimension->id, "data") == 0)
        {
          g_assert_cmpint (difference->target, ==, 7000);
          g_assert_cmpint (difference->next_target, ==, 9000);
          g_assert_cmpint (difference->reach, ==, ADVICE_REACH_REACHED);
          g_assert_cmpstr (difference->due, ==, "2026-11-18");
        }
      else if (strcmp (difference->dimension->id, "automation") == 0)
        g_assert_true (fixture_says (difference->reaching, "Target 25.00: 1.00 points missing"));
      else if (strcmp (difference->dimension->id, "green") == 0)
        g_assert_cmpint (difference->target, ==, difference->next_target);
    }
}

/* A lone firm finds a partner abroad: a Twin becomes of its kind, and the criterion says so. */
static void
test_support_turns (void)
{
  g_autoptr (AssessmentDocument) now = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) before = assessment_document_with_none (now, "project.partners");
  g_autoptr (AdviceComparison) there = compare (before, now);
  g_autoptr (AdviceComparison) back = compare (now, before);
  gboolean found = FALSE;

  for (guint i = 0; i < advice_comparison_n_supports (there); i++)
    {
      const AdviceSupportChange *change = advice_comparison_support (there, i);

      if (!g_str_has_prefix (change->now->instrument->id, "twin-ae"))
        continue;
      if (change->turn != ADVICE_SUPPORT_POSSIBLE)
        continue;
      found = TRUE;
      g_assert_cmpuint (change->n_reasons, >, 0);
      g_assert_true (fixture_says (change->text, "(closed): your project is now of this kind"));
      g_assert_true (fixture_says (change->reasons[0], "met, before"));
    }
  g_assert_true (found);
  found = FALSE;
  for (guint i = 0; i < advice_comparison_n_supports (back); i++)
    found |= advice_comparison_support (back, i)->turn == ADVICE_SUPPORT_FELL_AWAY;
  g_assert_true (found);
}

static SurveyPack *
changed_pack (const char *const *replacements)
{
  g_autofree char *path = base_data_path ("packs/dma-sme.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;
  SurveyPack *pack;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  for (guint i = 0; replacements[i] != NULL; i += 2)
    g_assert_cmpuint (g_string_replace (changed, replacements[i], replacements[i + 1], 1), ==, 1);
  pack = survey_pack_parse (changed->str, (gssize)changed->len, "changed", &error);
  g_assert_no_error (error);
  return pack;
}

static AdviceComparison *
compare_packs (SurveyPack *newer)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks");
  g_autoptr (Advice) before = fixture_whole (document, TODAY);
  g_autoptr (Advice) now
      = advice_new (document, newer, fixture_rules (), fixture_catalogue (), TODAY);

  return advice_comparison_new (before, now);
}

static void
test_major_version_is_refused (void)
{
  const char *const replacements[] = { "\"version\": \"1.0\"", "\"version\": \"2.0\"", NULL };
  g_autoptr (SurveyPack) newer = changed_pack (replacements);
  g_autoptr (AdviceComparison) comparison = compare_packs (newer);

  g_assert_true (
      fixture_says (advice_comparison_refusal (comparison), "changed from version 1.0 to 2.0"));
  g_assert_null (advice_comparison_overall (comparison));
  g_assert_cmpuint (advice_comparison_n_dimensions (comparison), ==, 0);
}

static void
test_other_pack_is_refused (void)
{
  g_autoptr (SurveyPack) scan = survey_pack_load_bundled ("quick-scan", NULL);
  g_autoptr (AdviceComparison) comparison = compare_packs (scan);

  g_assert_true (fixture_says (advice_comparison_refusal (comparison), "different questionnaires"));
}

/* A minor version: compared, what moved is named, and what it does to the points is a move of its
 * own. */
static void
test_minor_version_is_explained (void)
{
  const char *const replacements[]
      = { "\"version\": \"1.0\"", "\"version\": \"1.1\"", "How do you protect your data?",
          "How safe are your data?", NULL };
  g_autoptr (SurveyPack) newer = changed_pack (replacements);
  g_autoptr (AdviceComparison) comparison = compare_packs (newer);
  gboolean named = FALSE;

  g_assert_null (advice_comparison_refusal (comparison));
  g_assert_true (fixture_says (advice_comparison_note (comparison, 0), "version 1.0"));
  for (guint i = 0; i < advice_comparison_n_notes (comparison); i++)
    named |= fixture_says (advice_comparison_note (comparison, i), "How safe are your data?");
  g_assert_true (named);
  assert_adds_up (comparison);
}

static void
test_shares (void)
{
  const gint64 quotas[] = { 5, -7, 12, 0 };
  int shares[4];

  /* 5/3 - 7/3 + 12/3 = 3.33: both roundings are within one. */
  for (gint64 total = 3; total <= 4; total++)
    {
      advice_share_out (shares, quotas, 4, 3, total);
      g_assert_cmpint (shares[0] + shares[1] + shares[2] + shares[3], ==, total);
      g_assert_cmpint (shares[2], ==, 4);
      g_assert_cmpint (shares[3], ==, 0);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/comparison/parts-add-up", test_parts_add_up);
  g_test_add_func ("/advice/comparison/one-tick", test_one_tick);
  g_test_add_func ("/advice/comparison/same", test_same_is_no_change);
  g_test_add_func ("/advice/comparison/incomplete", test_incomplete_is_open);
  g_test_add_func ("/advice/comparison/bands", test_bands);
  g_test_add_func ("/advice/comparison/targets", test_targets);
  g_test_add_func ("/advice/comparison/two-targets", test_two_targets);
  g_test_add_func ("/advice/comparison/support", test_support_turns);
  g_test_add_func ("/advice/comparison/major-version", test_major_version_is_refused);
  g_test_add_func ("/advice/comparison/other-pack", test_other_pack_is_refused);
  g_test_add_func ("/advice/comparison/minor-version", test_minor_version_is_explained);
  g_test_add_func ("/advice/comparison/shares", test_shares);
  status = g_test_run ();
  fixture_close ();
  return status;
}
