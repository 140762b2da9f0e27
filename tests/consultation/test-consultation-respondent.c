/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-unite.h"
#include "base/base-language.h"
#include "consultation/consultation-respondent.h"

#include <string.h>

/* A blind round: what a person's sheet holds, what comes back, who sees which name. */

static AssessmentDocument *
load_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples",
                                                 "sample-metalworks.json", NULL);
  AssessmentDocument *document = assessment_document_load (path, &error);

  g_assert_no_error (error);
  return document;
}

static SurveyPack *
load_pack (void)
{
  g_autoptr (GError) error = NULL;
  SurveyPack *pack = survey_pack_load_bundled ("dma-sme", &error);

  g_assert_no_error (error);
  return pack;
}

/* Takes @document. */
static AssessmentDocument *
add (AssessmentDocument *document, const char *role, const char *name, gboolean shown)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *edited = consultation_respondent_add (document, role, name, shown, &error);

  g_assert_no_error (error);
  assessment_document_unref (document);
  return edited;
}

static AssessmentDocument *
load_with_three (void)
{
  AssessmentDocument *document = load_sample ();

  document = add (document, "Owner", "Maria Silva", TRUE);
  document = add (document, "Foreman", "João Costa", FALSE);
  return add (document, NULL, NULL, FALSE);
}

static char *
label (const AssessmentDocument *document, guint index, ConsultationViewer viewer)
{
  g_autoptr (BaseText) text = consultation_respondent_label (document, index, viewer);
  g_autoptr (BaseLanguage) english = base_language_new ("en", NULL);

  return base_language_format (english, text);
}

static void
test_labels (void)
{
  static const struct
  {
    guint index;
    ConsultationViewer viewer;
    const char *expected;
  } rows[] = {
    { 0, CONSULTATION_VIEWER_EMPLOYER, "Maria Silva, Owner" },
    { 1, CONSULTATION_VIEWER_EMPLOYER, "Foreman" },
    { 1, CONSULTATION_VIEWER_ADVISER, "João Costa, Foreman" },
    { 0, CONSULTATION_VIEWER_NO_NAMES, "Owner" },
    { 2, CONSULTATION_VIEWER_ADVISER, "Person 3" },
  };
  g_autoptr (AssessmentDocument) document = load_with_three ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = label (document, rows[i].index, rows[i].viewer);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static AssessmentDocument *
sheet_of (const AssessmentDocument *document, const char *id)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *sheet = consultation_respondent_sheet (document, id, &error);

  g_assert_no_error (error);
  return sheet;
}

static AssessmentDocument *
keep (AssessmentDocument *document, const AssessmentDocument *sheet)
{
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (GError) error = NULL;
  AssessmentDocument *kept = consultation_respondent_keep (document, pack, sheet, &error);

  g_assert_no_error (error);
  assessment_document_unref (document);
  return kept;
}

/* Nothing of the firm's answers, nor of another person, is on the sheet. */
static void
test_sheet_is_blind (void)
{
  static const char *const secret[] = { "João", "Foreman", "turnover", "project", "[3,6]" };
  g_autoptr (AssessmentDocument) document = load_with_three ();
  g_autoptr (AssessmentDocument) second = sheet_of (document, "p2");
  g_autoptr (AssessmentDocument) answered = NULL;
  g_autoptr (AssessmentDocument) sheet = NULL;
  g_autofree char *text = NULL;
  const guint8 ticks[] = { 3, 6 };

  answered = assessment_document_with_ticks (second, "q5", NULL, ticks, 2);
  document = keep (g_steal_pointer (&document), answered);
  sheet = sheet_of (document, "p1");
  text = assessment_document_serialize (sheet, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (secret); i++)
    if (strstr (text, secret[i]) != NULL)
      g_error ("“%s” is on the sheet: %s", secret[i], text);
  g_assert_nonnull (strstr (text, "Maria"));
  g_assert_nonnull (strstr (text, "Sample Metalworks"));
}

/* A person may go on later, until the answers are handed in. */
static void
test_round (void)
{
  const guint8 ticks[] = { 1, 4 };
  g_autoptr (AssessmentDocument) document = load_with_three ();
  g_autoptr (AssessmentDocument) first = sheet_of (document, "p2");
  g_autoptr (AssessmentDocument) answered
      = assessment_document_with_ticks (first, "q2", NULL, ticks, 2);
  g_autoptr (AssessmentDocument) again = NULL;
  g_autoptr (AssessmentDocument) closed = NULL;
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  document = keep (g_steal_pointer (&document), answered);
  again = sheet_of (document, "p2");
  g_assert_nonnull (assessment_document_get_ticks (again, "q2", NULL, &n));
  g_assert_cmpuint (n, ==, 2);
  closed = consultation_respondent_hand_in (document, "p2", "2026-11-20", &error);
  g_assert_no_error (error);
  g_assert_true (consultation_respondent_has_handed_in (closed, 1));
  g_assert_null (consultation_respondent_sheet (closed, "p2", &error));
  g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT);
  g_clear_error (&error);
  g_assert_null (consultation_respondent_keep (closed, pack, again, &error));
  g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT);
  g_clear_error (&error);
  g_assert_null (consultation_respondent_hand_in (closed, "p9", "2026-11-20", &error));
  g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT);
}

/* The firm's own answers stay whatever a person does. */
static void
test_answers_stay (void)
{
  g_autoptr (AssessmentDocument) document = load_with_three ();
  g_autofree char *before = assessment_document_value_to_json (document, "answers");
  g_autoptr (AssessmentDocument) sheet = sheet_of (document, "p3");
  g_autoptr (AssessmentDocument) answered
      = assessment_document_with_ticks (sheet, "q10", NULL, (const guint8[]){ 1 }, 1);
  g_autofree char *after = NULL;

  document = keep (g_steal_pointer (&document), answered);
  after = assessment_document_value_to_json (document, "answers");
  g_assert_cmpstr (before, ==, after);
}

/* What goes out as a file has the assessment's id, the person and nothing of anybody's answers; what
 * comes back adds this person's answers and changes nothing else. */
static void
test_file (void)
{
  const guint8 ticks[] = { 2 };
  g_autoptr (AssessmentDocument) three = load_with_three ();
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_string (three, "id", "the-same", NULL);
  g_autoptr (AssessmentDocument) file = NULL, sheet = NULL, answered = NULL, kept = NULL;
  g_autoptr (AssessmentDocument) back = NULL, united = NULL, expected = NULL, own = NULL;
  g_autoptr (GPtrArray) differences
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_difference_free);
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (GError) error = NULL;

  file = consultation_respondent_file (document, "p2", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (assessment_document_id (file), ==, "the-same");
  g_assert_true (consultation_respondent_is_file (file));
  g_assert_false (consultation_respondent_is_file (document));
  g_assert_false (assessment_document_has (file, "answers"));
  g_assert_cmpuint (assessment_document_count (file, "respondents"), ==, 1);

  /* There: the same round as here. */
  sheet = consultation_respondent_sheet (file, "p2", &error);
  answered = assessment_document_with_ticks (sheet, "q2", NULL, ticks, 1);
  kept = consultation_respondent_keep (file, pack, answered, &error);
  g_assert_no_error (error);
  back = consultation_respondent_hand_in (kept, "p2", "2026-11-21", &error);
  g_assert_no_error (error);
  g_assert_false (consultation_respondent_is_file (back));

  /* Here: taken in, it is as if the person had sat here. */
  united = assessment_document_unite (document, back, NULL, NULL, differences);
  own = consultation_respondent_keep (document, pack, answered, &error);
  expected = consultation_respondent_hand_in (own, "p2", "2026-11-21", &error);
  g_assert_no_error (error);
  g_assert_true (assessment_document_equal (united, expected));
  for (guint i = 0; i < differences->len; i++)
    g_assert_cmpint (((AssessmentDifference *)differences->pdata[i])->kind, !=,
                     ASSESSMENT_CONFLICT);
}

static void
test_foreign_sheets (void)
{
  g_autoptr (AssessmentDocument) document = load_with_three ();
  g_autoptr (SurveyPack) pack = load_pack ();
  g_autoptr (GError) error = NULL;

  g_assert_null (consultation_respondent_keep (document, pack, document, &error));
  g_assert_error (error, CONSULTATION_ERROR, CONSULTATION_ERROR_RESPONDENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consultation/respondent/labels", test_labels);
  g_test_add_func ("/consultation/respondent/file", test_file);
  g_test_add_func ("/consultation/respondent/sheet-is-blind", test_sheet_is_blind);
  g_test_add_func ("/consultation/respondent/round", test_round);
  g_test_add_func ("/consultation/respondent/answers-stay", test_answers_stay);
  g_test_add_func ("/consultation/respondent/foreign-sheets", test_foreign_sheets);
  return g_test_run ();
}
