/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-document.h"

/* Answers: ticks, columns, levels, none, unanswered, and their JSON. */

static AssessmentDocument *
empty_document (void)
{
  return assessment_document_new ("dma-sme", "1.0");
}

static AssessmentDocument *
with_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) empty = empty_document ();
  AssessmentDocument *document = assessment_document_with_answer_json (empty, "q1", json, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_ticks_are_sorted (void)
{
  static const guint8 options[] = { 64, 3, 1 };
  g_autoptr (AssessmentDocument) empty = empty_document ();
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_ticks (empty, "q2", NULL, options, 3);
  guint n;
  const guint8 *ticks = assessment_document_get_ticks (document, "q2", NULL, &n);

  g_assert_cmpmem (ticks, n, "\1\3\100", 3);
  g_assert_null (assessment_document_get_levels (document, "q2", &n)); /* 64 is no level */
  g_assert_cmpuint (n, ==, 0);
}

static void
test_none_is_answered (void)
{
  g_autoptr (AssessmentDocument) empty = empty_document ();
  g_autoptr (AssessmentDocument) none = assessment_document_with_ticks (empty, "q6", NULL, NULL, 0);
  g_autofree char *json = assessment_document_answer_to_json (none, "q6");
  guint n = 7;

  g_assert_false (assessment_document_is_answered (empty, "q6"));
  g_assert_null (assessment_document_get_ticks (empty, "q6", NULL, NULL));
  g_assert_true (assessment_document_is_answered (none, "q6"));
  g_assert_nonnull (assessment_document_get_ticks (none, "q6", NULL, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (json, ==, "[]");
}

static void
test_columns (void)
{
  static const guint8 options[] = { 6 };
  g_autoptr (AssessmentDocument) empty = empty_document ();
  g_autoptr (AssessmentDocument) one
      = assessment_document_with_ticks (empty, "q1", "planned", options, 1);
  g_autoptr (AssessmentDocument) two
      = assessment_document_with_ticks (one, "q1", "invested", NULL, 0);
  g_autofree char *json = assessment_document_answer_to_json (two, "q1");
  g_autoptr (AssessmentDocument) again
      = assessment_document_with_answer_json (empty, "q1", json, NULL);

  g_assert_cmpstr (json, ==, "{\"invested\":[],\"planned\":[6]}");
  g_assert_true (assessment_document_equal (two, again));
  g_assert_null (assessment_document_get_ticks (one, "q1", "invested", NULL));
  g_assert_null (assessment_document_get_ticks (two, "q1", NULL, NULL));
  g_assert_cmpstr (assessment_document_get_columns (two, "q1")[1], ==, "planned");
  g_assert_true (assessment_document_is_answered (one, "q1"));
}

static void
test_levels (void)
{
  static const gint8 levels[] = { 0, -1, 5 };
  static const gint8 open[] = { -1, -1 };
  g_autoptr (AssessmentDocument) empty = empty_document ();
  g_autoptr (AssessmentDocument) document
      = assessment_document_with_levels (empty, "q4", levels, 3);
  g_autoptr (AssessmentDocument) cleared
      = assessment_document_with_levels (document, "q4", open, 2);
  g_autofree char *json = assessment_document_answer_to_json (document, "q4");
  guint n;

  g_assert_cmpstr (json, ==, "[0,null,5]");
  g_assert_cmpmem (assessment_document_get_levels (document, "q4", &n), 3, levels, 3);
  g_assert_null (assessment_document_get_ticks (document, "q4", NULL, &n));
  g_assert_true (assessment_document_equal (cleared, empty));
}

static void
test_answered_in_order (void)
{
  static const char *const questions[] = { "q10", "q2", "q1", "q11", "s1", "q9" };
  static const char *const sorted[] = { "q1", "q2", "q9", "q10", "q11", "s1", NULL };
  AssessmentDocument *document = empty_document ();

  g_assert_null (assessment_document_answered (document)[0]);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      AssessmentDocument *next
          = assessment_document_with_ticks (document, questions[i], NULL, NULL, 0);

      assessment_document_unref (document);
      document = next;
    }
  g_assert_true (g_strv_equal (assessment_document_answered (document), sorted));
  assessment_document_unref (document);
}

static void
test_json_of_unanswered (void)
{
  static const char *const texts[] = { "null", "[null,null]", "{}", "{\"invested\":null}", NULL };
  g_autoptr (AssessmentDocument) empty = empty_document ();

  g_assert_null (assessment_document_answer_to_json (empty, "q1"));
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (AssessmentDocument) document = with_json (texts[i]);

      g_assert_true (assessment_document_equal (document, empty));
    }
}

static void
test_json_refused (void)
{
  static const char *const texts[] = { "",
                                       "[",
                                       "1",
                                       "\"a\"",
                                       "[65]",
                                       "[0,10]",
                                       "[-1]",
                                       "[1.5]",
                                       "[10,10]",
                                       "[[1]]",
                                       "[true]",
                                       "{\"a\":[0]}",
                                       "{\"a\":[1,1]}",
                                       "{\"a\":{}}",
                                       "{\"a b\":[]}",
                                       "{\"\":[]}",
                                       "{\"a\":[null]}",
                                       NULL };
  g_autoptr (AssessmentDocument) empty = empty_document ();

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AssessmentDocument) document
          = assessment_document_with_answer_json (empty, "q1", texts[i], &error);

      if (document != NULL)
        g_error ("accepted %s", texts[i]);
      g_assert_true (g_str_has_prefix (error->message, "answers.q1:"));
    }
}

static void
test_suggestions_are_apart (void)
{
  static const guint8 options[] = { 2 };
  static const gint8 levels[] = { -1, 3 };
  g_autoptr (AssessmentDocument) empty = empty_document ();
  g_autoptr (AssessmentDocument) one
      = assessment_document_with_suggested_ticks (empty, "q3", NULL, options, 1);
  g_autoptr (AssessmentDocument) two
      = assessment_document_with_suggested_levels (one, "q9", levels, 2);
  guint n;

  g_assert_false (assessment_document_is_answered (two, "q3"));
  g_assert_cmpmem (assessment_document_get_suggested_ticks (two, "q3", NULL, &n), 1, options, 1);
  g_assert_cmpmem (assessment_document_get_suggested_levels (two, "q9", &n), 2, levels, 2);
  g_assert_null (assessment_document_answered (two)[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/answers/ticks", test_ticks_are_sorted);
  g_test_add_func ("/assessment/answers/none", test_none_is_answered);
  g_test_add_func ("/assessment/answers/columns", test_columns);
  g_test_add_func ("/assessment/answers/levels", test_levels);
  g_test_add_func ("/assessment/answers/order", test_answered_in_order);
  g_test_add_func ("/assessment/answers/unanswered", test_json_of_unanswered);
  g_test_add_func ("/assessment/answers/refused", test_json_refused);
  g_test_add_func ("/assessment/answers/suggestions", test_suggestions_are_apart);
  return g_test_run ();
}
