/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "assessment/assessment-unite.h"

/* What must hold of uniting any two copies, whatever is in them. */

/* Keyed lists in the order of their keys: the order of arrival is not promised. */
static char *
canonical (const AssessmentDocument *document)
{
  static const char *const lists[]
      = { "notes", "declarations", "respondents", "plan.actions", "company.accounts", NULL };
  GString *text = g_string_new (NULL);
  g_autoptr (AssessmentDocument) rest = assessment_document_ref ((AssessmentDocument *)document);
  g_autofree char *json = NULL;

  for (guint i = 0; lists[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
      AssessmentDocument *next;

      for (guint k = 0; k < assessment_document_count (document, lists[i]); k++)
        {
          g_autofree char *path = g_strdup_printf ("%s[%u]", lists[i], k);

          g_ptr_array_add (items, assessment_document_value_to_json (document, path));
        }
      g_ptr_array_sort (items, exchange_help_compare);
      for (guint k = 0; k < items->len; k++)
        g_string_append_printf (text, "%s\n", (const char *)items->pdata[k]);
      if (!assessment_document_has (rest, lists[i]))
        continue;
      next = assessment_document_without (rest, lists[i]);
      assessment_document_unref (rest);
      rest = next;
    }
  json = assessment_document_serialize (rest, FALSE);
  g_string_append (text, json);
  return g_string_free (text, FALSE);
}

static guint
conflicts (const AssessmentDocument *ours, const AssessmentDocument *theirs)
{
  g_autoptr (GPtrArray) differences
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_difference_free);
  g_autoptr (AssessmentDocument) united
      = assessment_document_unite (ours, theirs, NULL, NULL, differences);
  guint n = 0;

  for (guint i = 0; i < differences->len; i++)
    n += ((AssessmentDifference *)differences->pdata[i])->kind == ASSESSMENT_CONFLICT;
  return n;
}

/* Any two copies: importing twice is importing once; where nothing contradicts, either order ends
 * the same; what stands is never lost. */
static void
test_properties (void)
{
  guint without_conflict = 0;

  for (guint32 seed = 0; seed < 1500; seed++)
    {
      g_autoptr (AssessmentDocument) a = exchange_help_document (seed, "x");
      g_autoptr (AssessmentDocument) b = exchange_help_document (seed + 100000, "x");
      g_autoptr (AssessmentDocument) ab = assessment_document_unite (a, b, NULL, NULL, NULL);
      g_autoptr (AssessmentDocument) abb = assessment_document_unite (ab, b, NULL, NULL, NULL);
      g_autoptr (AssessmentDocument) aba = assessment_document_unite (ab, a, NULL, NULL, NULL);
      g_autoptr (AssessmentDocument) ba = assessment_document_unite (b, a, NULL, NULL, NULL);
      g_autofree char *text = assessment_document_serialize (ab, FALSE);
      g_autoptr (AssessmentDocument) read = assessment_document_parse (text, -1, "ab", NULL);

      g_assert_nonnull (read);
      g_assert_true (assessment_document_equal (read, ab));
      g_assert_true (assessment_document_equal (ab, abb));
      g_assert_true (assessment_document_equal (ab, aba));
      /* Nothing of ours is gone or other. */
      g_assert_cmpuint (conflicts (ab, a), ==, 0);
      if (conflicts (a, b) == 0)
        {
          g_autofree char *left = canonical (ab);
          g_autofree char *right = canonical (ba);

          without_conflict++;
          g_assert_cmpstr (left, ==, right);
        }
    }
  g_test_message ("%u of 1500 pairs without conflict", without_conflict);
  g_assert_cmpuint (without_conflict, >, 0);
}

/* Copies that grew apart from one document, without touching the same: each order, the same end. */
static void
test_order (void)
{
  for (guint32 seed = 0; seed < 500; seed++)
    {
      g_autoptr (AssessmentDocument) base = exchange_help_document (seed, "x");
      g_autoptr (AssessmentDocument) left = assessment_document_without_answer (base, "q5");
      g_autoptr (AssessmentDocument) right = assessment_document_without_answer (base, "q6");
      g_autoptr (AssessmentDocument) one
          = assessment_document_unite (left, right, NULL, NULL, NULL);
      g_autoptr (AssessmentDocument) other
          = assessment_document_unite (right, left, NULL, NULL, NULL);

      g_assert_true (assessment_document_equal (one, other));
      g_assert_true (assessment_document_equal (one, base));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/unite/properties", test_properties);
  g_test_add_func ("/exchange/unite/order", test_order);
  return g_test_run ();
}
