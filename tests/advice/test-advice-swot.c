/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-swot.h"

#include <string.h>

/* The matrix: every entry says where it comes from and agrees with what the Advice says; fields are
 * never padded and never overfull. */

static AdviceSwot *
swot_of (AssessmentDocument *document, const char *date)
{
  g_autoptr (Advice) advice = fixture_whole (document, date);

  return advice_swot_new (advice);
}

static const AdviceSwotEntry *
find (const AdviceSwot *swot, AdviceSwotField field, const char *words)
{
  for (guint i = 0; i < advice_swot_count (swot, field); i++)
    if (fixture_says (advice_swot_entry (swot, field, i)->text, words))
      return advice_swot_entry (swot, field, i);
  return NULL;
}

static guint
count_kind (const AdviceSwot *swot, AdviceSwotField field, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < advice_swot_count (swot, field); i++)
    n += strcmp (advice_swot_entry (swot, field, i)->kind, kind) == 0 ? 1 : 0;
  return n;
}

static void
assert_sound (const AdviceSwot *swot, AssessmentDocument *document)
{
  for (guint field = 0; field < ADVICE_N_SWOT_FIELDS; field++)
    {
      guint n = advice_swot_count (swot, (AdviceSwotField)field);

      g_assert_cmpuint (n, <=, ADVICE_SWOT_AT_MOST);
      for (guint i = 0; i < n; i++)
        {
          const AdviceSwotEntry *entry = advice_swot_entry (swot, (AdviceSwotField)field, i);
          g_autofree char *text = fixture_say (entry->text);
          g_autofree char *from = fixture_say (entry->from);

          g_assert_cmpuint (strlen (text), >, 5);
          g_assert_cmpuint (strlen (from), >, 5);
          g_assert_null (strchr (text, '{'));
          g_assert_null (strchr (from, '{'));
          g_assert_nonnull (entry->kind);
          if (entry->path != NULL && g_str_has_prefix (entry->path, "answers."))
            g_assert_true (assessment_document_is_answered (document, entry->path + 8));
          /* The same thing is said once. */
          for (guint j = 0; j < i; j++)
            g_assert_false (base_text_equal (
                entry->text, advice_swot_entry (swot, (AdviceSwotField)field, j)->text));
        }
    }
}

static void
test_sample (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AdviceSwot) swot = swot_of (document, TODAY);
  const AdviceSwotEntry *area, *law;

  assert_sound (swot, document);
  for (guint field = 0; field < ADVICE_N_SWOT_FIELDS; field++)
    g_assert_cmpuint (advice_swot_count (swot, (AdviceSwotField)field), >=, 2);
  area = find (swot, ADVICE_SWOT_STRENGTHS, "Well developed: Data and security");
  g_assert_nonnull (area);
  g_assert_cmpstr (area->id, ==, "data");
  g_assert_true (fixture_says (area->from, "70.24 points"));
  g_assert_nonnull (find (swot, ADVICE_SWOT_WEAKNESSES, "At its beginning: Automation and AI"));
  law = find (swot, ADVICE_SWOT_THREATS, "Cyber Resilience Act");
  g_assert_nonnull (law);
  g_assert_nonnull (law->source);
  g_assert_cmpint (law->basis, ==, ADVICE_BASIS_INFERRED);
  g_assert_null (find (swot, ADVICE_SWOT_THREATS, "AI Act"));
  g_assert_cmpstr (find (swot, ADVICE_SWOT_THREATS, "nobody watches")->rule, ==, "threats 5");
  /* One of each kind before a second of any. */
  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_OPPORTUNITIES, "hub"), >=, 1);
  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_OPPORTUNITIES, "service"), >=, 1);
  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_OPPORTUNITIES, "guidance"), >=, 1);
  /* All programmes of the catalogue are closed. */
  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_OPPORTUNITIES, "support"), ==, 0);
}

/* A duty that is due already is no threat to come. */
static void
test_past_law (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AdviceSwot) swot = swot_of (document, "2028-01-01");

  g_assert_null (find (swot, ADVICE_SWOT_THREATS, "Cyber Resilience Act"));
}

static void
test_aid_used_up (void)
{
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AssessmentDocument) full
      = assessment_document_with_number (document, "company.aid[0].amount_eur", 299000, NULL);
  g_autoptr (AdviceSwot) swot = swot_of (document, TODAY);
  g_autoptr (AdviceSwot) full_swot = swot_of (full, TODAY);

  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_THREATS, "aid"), ==, 0);
  g_assert_cmpuint (count_kind (full_swot, ADVICE_SWOT_THREATS, "aid"), ==, 1);
}

static void
test_contradiction (void)
{
  const guint8 ticks[] = { 1, 4 };
  g_autoptr (AssessmentDocument) document = fixture_sample ("sample-metalworks-t1");
  g_autoptr (AssessmentDocument) other
      = assessment_document_with_ticks (document, "q7", NULL, ticks, 2);
  g_autoptr (AdviceSwot) swot = swot_of (other, TODAY);

  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_THREATS, "contradiction"), >=, 1);
  g_assert_cmpstr (find (swot, ADVICE_SWOT_THREATS, "Data are joined")->path, ==, "answers.q7");
}

/* Nothing answered: nothing is said of the firm itself, and nothing open is a threat. */
static void
test_nothing_answered (void)
{
  g_autoptr (AssessmentDocument) empty = fixture_document ("", "", "");
  g_autoptr (AdviceSwot) swot = swot_of (empty, TODAY);

  g_assert_cmpuint (advice_swot_count (swot, ADVICE_SWOT_STRENGTHS), ==, 0);
  g_assert_cmpuint (advice_swot_count (swot, ADVICE_SWOT_WEAKNESSES), ==, 0);
  g_assert_cmpuint (count_kind (swot, ADVICE_SWOT_THREATS, "answer"), ==, 0);
}

static void
test_any_document (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (AssessmentDocument) document = fixture_random (rand);
      g_autoptr (AdviceSwot) swot = swot_of (document, TODAY);

      assert_sound (swot, document);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/swot/sample", test_sample);
  g_test_add_func ("/advice/swot/past-law", test_past_law);
  g_test_add_func ("/advice/swot/aid-used-up", test_aid_used_up);
  g_test_add_func ("/advice/swot/contradiction", test_contradiction);
  g_test_add_func ("/advice/swot/nothing-answered", test_nothing_answered);
  g_test_add_func ("/advice/swot/any-document", test_any_document);
  status = g_test_run ();
  fixture_close ();
  return status;
}
