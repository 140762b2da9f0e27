/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../advice/advice-fixture.h"
#include "consultation/consultation-portal.h"

#include <string.h>

/* The entry sheet holds every answer once, in the official order. */

static const ConsultationPortalEntry *
find (const ConsultationPortalSheet *sheet, const char *label)
{
  for (guint i = 0; i < consultation_portal_sheet_n (sheet); i++)
    {
      const ConsultationPortalEntry *entry = consultation_portal_sheet_get (sheet, i);

      if (fixture_says (entry->label, label))
        return entry;
    }
  g_error ("no entry “%s”", label);
}

static void
test_order (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = fixture_whole (document, TODAY);
  g_autoptr (ConsultationPortalSheet) sheet = consultation_portal_sheet_new (advice);
  guint n = consultation_portal_sheet_n (sheet);
  int last = 0;

  /* 19 rows of module 1; q1 twice, q2, q3, q5 to q8 and q10 once, q4, q9, q11 a row each. */
  g_assert_cmpuint (n, ==, 19 + 2 + 7 + 7 + 5 + 5);
  for (guint i = 19; i < n; i++)
    {
      g_autofree char *label = fixture_say (consultation_portal_sheet_get (sheet, i)->label);
      int number = atoi (label + 1);

      g_assert_cmpint (label[0], ==, 'Q');
      g_assert_cmpint (number, >=, last);
      last = number;
    }
  g_assert_cmpint (last, ==, 11);
}

static void
test_values (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks");
  g_autoptr (Advice) advice = fixture_whole (document, TODAY);
  g_autoptr (ConsultationPortalSheet) sheet = consultation_portal_sheet_new (advice);

  g_assert_true (fixture_says (find (sheet, "Staff size")->value, "Small, 10–49"));
  g_assert_true (fixture_says (find (sheet, "Name of the enterprise")->value, "Sample Metalworks"));
  g_assert_true (fixture_says (find (sheet, "Country")->value, "Portugal"));
  g_assert_null (find (sheet, "PIC")->value);
  g_assert_true (fixture_says (find (sheet, "Q6")->value, "None of these"));
  g_assert_true (fixture_says (find (sheet, "Q10")->value, "(8)"));
  g_assert_cmpuint (consultation_portal_sheet_n_open (sheet), >, 0);
}

static void
test_unanswered (void)
{
  g_autoptr (AssessmentDocument) document = fixture_document ("\"name\":\"A\"", "", "\"q6\":[]");
  g_autoptr (Advice) advice = fixture_whole (document, TODAY);
  g_autoptr (ConsultationPortalSheet) sheet = consultation_portal_sheet_new (advice);

  g_assert_nonnull (find (sheet, "Q6")->value);
  g_assert_null (find (sheet, "Q2")->value);
  g_assert_null (find (sheet, "Q9")->value);
}

static BaseText *
difference (const char *score)
{
  g_autoptr (AssessmentDocument) sample = fixture_sample ("sample-metalworks");
  g_autoptr (AssessmentDocument) document
      = score == NULL
            ? assessment_document_ref (sample)
            : assessment_document_with_value_json (sample, "portal.official_score", score, NULL);
  g_autoptr (Advice) advice = fixture_whole (document, TODAY);

  return consultation_portal_difference (advice);
}

static void
test_difference (void)
{
  g_autoptr (BaseText) none = difference (NULL);
  g_autoptr (BaseText) same = difference ("26.56");
  g_autoptr (BaseText) apart = difference ("31.5");

  g_assert_null (none);
  g_assert_true (fixture_says (same, "the same"));
  g_assert_true (fixture_says (apart, "4.94 points"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/consultation/portal/order", test_order);
  g_test_add_func ("/consultation/portal/values", test_values);
  g_test_add_func ("/consultation/portal/unanswered", test_unanswered);
  g_test_add_func ("/consultation/portal/difference", test_difference);
  status = g_test_run ();
  fixture_close ();
  return status;
}
