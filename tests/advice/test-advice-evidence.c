/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-evidence.h"

#include <string.h>

/* Evidence by the tables of data/rules: each finding appears when its reason is there and only
 * then. */

#define WHOLE_PIECE                                                                                \
  "\"id\":\"e1\",\"title\":\"Invoice\",\"type\":\"invoice\",\"file\":\"a.pdf\",\"sha256\":"        \
  "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","                          \
  "\"seen_by\":\"Adviser\",\"seen_on\":\"2026-11-01\""

static AdviceEvidence *
look_at (const char *answers, const char *pieces, const char *deadline)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"dma-sme\",\"version\":"
      "\"1.0\"},\"date\":\"2026-11-20\",%s\"answers\":{%s},\"evidence\":[%s]}",
      deadline, answers, pieces);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document = assessment_document_parse (text, -1, "test", &error);
  g_autoptr (Advice) advice = NULL;

  g_assert_no_error (error);
  advice = fixture_whole (document, TODAY);
  return advice_evidence_new (advice);
}

static const AdviceEvidenceFinding *
find (const AdviceEvidence *evidence, const char *rule)
{
  for (guint i = 0; i < advice_evidence_n_findings (evidence); i++)
    if (strcmp (advice_evidence_finding (evidence, i)->rule, rule) == 0)
      return advice_evidence_finding (evidence, i);
  return NULL;
}

/* The only finding that @members bring, NULL for none. */
static void
assert_only (const char *members, const char *rule)
{
  g_autofree char *piece = g_strdup_printf ("{%s}", members);
  g_autoptr (AdviceEvidence) evidence = look_at (SAMPLE_ANSWERS, piece, "");

  g_test_message ("%s: %s", rule, members);
  g_assert_cmpuint (advice_evidence_n_findings (evidence), ==, rule != NULL ? 1 : 0);
  if (rule == NULL)
    return;
  g_assert_cmpstr (advice_evidence_finding (evidence, 0)->rule, ==, rule);
  g_assert_cmpuint (advice_evidence_finding (evidence, 0)->evidence, ==, 0);
  g_assert_cmpstr (advice_evidence_finding (evidence, 0)->path, ==, "evidence[0]");
}

static void
test_each_finding (void)
{
  assert_only (WHOLE_PIECE ",\"date\":\"2025-01-10\",\"questions\":[\"q3\"]", NULL);
  assert_only (WHOLE_PIECE ",\"date\":\"2023-11-20\",\"questions\":[\"q3\"]", NULL);
  assert_only (WHOLE_PIECE ",\"date\":\"2023-11-19\",\"questions\":[\"q3\"]", "old");
  assert_only (WHOLE_PIECE ",\"date\":\"2026-11-21\",\"questions\":[\"q3\"]", "later");
  assert_only (WHOLE_PIECE ",\"questions\":[\"q3\"]", "undated");
  assert_only (WHOLE_PIECE ",\"date\":\"2025-01-10\",\"valid_until\":\"2026-11-19\","
                           "\"questions\":[\"q3\"]",
               "expired");
  assert_only (WHOLE_PIECE ",\"date\":\"2025-01-10\",\"valid_until\":\"2026-11-20\","
                           "\"questions\":[\"q3\"]",
               NULL);
  assert_only (WHOLE_PIECE ",\"date\":\"2025-01-10\"", "unlinked");
  assert_only (WHOLE_PIECE ",\"date\":\"2025-01-10\",\"questions\":[\"q6\"]", "nothing-claimed");
  assert_only ("\"id\":\"e1\",\"type\":\"invoice\",\"file\":\"a.pdf\",\"sha256\":"
               "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","
               "\"date\":\"2025-01-10\",\"questions\":[\"q3\"]",
               "unseen");
}

static void
test_files (void)
{
  g_autoptr (AdviceEvidence) evidence
      = look_at (SAMPLE_ANSWERS,
                 "{\"id\":\"e1\",\"questions\":[\"q3\"],\"date\":\"2025-01-10\"},{\"id\":\"e2\","
                 "\"file\":\"b.pdf\",\"questions\":[\"q3\"],\"date\":\"2025-01-10\"}",
                 "");

  g_assert_cmpint (find (evidence, "no-file")->severity, ==, ADVICE_SEVERITY_ERROR);
  g_assert_cmpuint (find (evidence, "no-file")->evidence, ==, 0);
  g_assert_cmpuint (find (evidence, "no-hash")->evidence, ==, 1);
  /* Errors stand first. */
  g_assert_cmpint (advice_evidence_finding (evidence, 0)->severity, ==, ADVICE_SEVERITY_ERROR);
}

static void
test_photos_alone (void)
{
  const char *photo = "{\"id\":\"p\",\"type\":\"photo\",\"questions\":[\"q4\"]}";
  const char *both
      = "{\"id\":\"p\",\"type\":\"photo\",\"questions\":[\"q4\"]},{\"id\":\"i\",\"type\""
        ":\"invoice\",\"questions\":[\"q4\"]}";
  g_autoptr (AdviceEvidence) alone = look_at (SAMPLE_ANSWERS, photo, "");
  g_autoptr (AdviceEvidence) with_invoice = look_at (SAMPLE_ANSWERS, both, "");

  g_assert_nonnull (find (alone, "photos"));
  g_assert_cmpint (find (alone, "photos")->basis, ==, ADVICE_BASIS_STATED);
  g_assert_true (g_str_has_prefix (find (alone, "photos")->source, "GR-EV"));
  g_assert_null (find (with_invoice, "photos"));
}

/* Age counts to the day of application: the deadline while it is to come. */
static void
test_day_of_application (void)
{
  const char *piece = "{" WHOLE_PIECE ",\"date\":\"2023-12-15\",\"questions\":[\"q3\"]}";
  g_autoptr (AdviceEvidence) now = look_at (SAMPLE_ANSWERS, piece, "");
  g_autoptr (AdviceEvidence) later
      = look_at (SAMPLE_ANSWERS, piece, "\"project\":{\"call\":{\"deadline\":\"2027-01-31\"}},");
  g_autoptr (AdviceEvidence) passed
      = look_at (SAMPLE_ANSWERS, piece, "\"project\":{\"call\":{\"deadline\":\"2026-01-31\"}},");

  g_assert_null (find (now, "old"));
  g_assert_nonnull (find (later, "old"));
  g_assert_cmpstr (advice_evidence_day (later), ==, "2027-01-31");
  g_assert_null (find (passed, "old"));
}

static void
assert_contradiction (const char *answers, const char *rule, const char *path)
{
  g_autoptr (AdviceEvidence) evidence = look_at (answers, "", "");

  g_test_message ("%s", answers);
  if (rule == NULL)
    {
      g_assert_cmpuint (advice_evidence_n_findings (evidence), ==, 0);
      return;
    }
  g_assert_nonnull (find (evidence, rule));
  g_assert_cmpstr (find (evidence, rule)->path, ==, path);
  g_assert_cmpuint (find (evidence, rule)->evidence, ==, G_MAXUINT);
}

static void
test_answers (void)
{
  assert_contradiction (SAMPLE_ANSWERS, NULL, NULL);
  assert_contradiction (NO_ANSWERS, NULL, NULL);
  assert_contradiction ("\"q7\":[1,4]", "joined but not digital", "answers.q7");
  assert_contradiction ("\"q7\":[3,4]", NULL, NULL);
  assert_contradiction ("\"q8\":[6]", "plan without backup", "answers.q8");
  assert_contradiction ("\"q8\":[5,6]", NULL, NULL);
  /* What is open contradicts nothing. */
  assert_contradiction ("\"q3\":[10]", NULL, NULL);
  assert_contradiction ("\"q3\":[10],\"q7\":[1]", "system but no data", "answers.q3");
  assert_contradiction ("\"q11\":[0,2,null,null,null]", "certificate without concern",
                        "answers.q11");
  assert_contradiction ("\"q11\":[null,2,null,null,null]", NULL, NULL);
}

static void
test_coverage (void)
{
  g_autoptr (AdviceEvidence) none = look_at (NO_ANSWERS, "", "");
  g_autoptr (AdviceEvidence) some
      = look_at (SAMPLE_ANSWERS,
                 "{" WHOLE_PIECE
                 ",\"questions\":[\"q3\",\"q6\"]},{\"id\":\"e2\",\"file\":\"b\",\"questions\":["
                 "\"q8\"]},{\"id\":\"e3\",\"questions\":[\"q7\"]},{\"id\":\"e4\",\"file\":\"c\","
                 "\"valid_until\":"
                 "\"2020-01-01\",\"questions\":[\"q2\"]}",
                 "");

  g_assert_cmpint (advice_evidence_coverage (none), ==, -1);
  g_assert_cmpuint (advice_evidence_n_findings (none), ==, 0);
  /* Eleven questions, the first in two columns, and the sixth has nothing in place. */
  g_assert_cmpuint (advice_evidence_n_counting (some), ==, 11);
  g_assert_cmpuint (advice_evidence_n_covered (some), ==, 2);
  g_assert_cmpuint (advice_evidence_n_seen (some), ==, 1);
  g_assert_cmpint (advice_evidence_coverage (some), ==, 1818);
  g_assert_true (fixture_says (advice_evidence_coverage_text (some), "18 % of the answers"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/evidence/each-finding", test_each_finding);
  g_test_add_func ("/advice/evidence/files", test_files);
  g_test_add_func ("/advice/evidence/photos-alone", test_photos_alone);
  g_test_add_func ("/advice/evidence/day-of-application", test_day_of_application);
  g_test_add_func ("/advice/evidence/answers", test_answers);
  g_test_add_func ("/advice/evidence/coverage", test_coverage);
  status = g_test_run ();
  fixture_close ();
  return status;
}
