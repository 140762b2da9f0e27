/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-document.h"
#include "assessment/assessment-schema.h"

#include <string.h>

/* Documents as values: the samples, round trips, fields by path, edits that leave the old document
 * alone. */

static const char *const samples[]
    = { "sample-metalworks", "incomplete", "micro-first", "scan", "all-fields", NULL };

static AssessmentDocument *
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s.json", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", file, NULL);
  AssessmentDocument *document;

  document = assessment_document_load (path, &error);
  g_assert_no_error (error);
  return document;
}

static AssessmentDocument *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document = assessment_document_parse (text, -1, "test", &error);

  g_assert_no_error (error);
  return document;
}

/* Takes @old, as edits in a chain. */
static AssessmentDocument *
string (AssessmentDocument *old, const char *path, const char *value)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *edited = assessment_document_with_string (old, path, value, &error);

  g_assert_no_error (error);
  assessment_document_unref (old);
  return edited;
}

static void
test_samples_round_trip (void)
{
  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autoptr (AssessmentDocument) document = load (samples[i]);

      for (int pretty = 0; pretty < 2; pretty++)
        {
          g_autofree char *text = assessment_document_serialize (document, pretty);
          g_autoptr (AssessmentDocument) again = parse (text);
          g_autofree char *text_again = assessment_document_serialize (again, pretty);

          g_assert_true (assessment_document_equal (document, again));
          g_assert_cmpstr (text, ==, text_again);
          g_assert_cmpstr (assessment_document_sha256 (document), ==,
                           assessment_document_sha256 (again));
        }
    }
}

static void
test_sample_values (void)
{
  g_autoptr (AssessmentDocument) document = load ("sample-metalworks");
  const char *const *technologies
      = assessment_document_get_strings (document, "project.technologies");
  double number;
  gboolean truth;
  guint n;

  g_assert_cmpstr (assessment_document_pack_id (document), ==, "dma-sme");
  g_assert_cmpstr (assessment_document_get_string (document, "company.nace.division"), ==, "25");
  g_assert_true (
      assessment_document_get_number (document, "company.accounts[0].turnover_eur", &number));
  g_assert_cmpint ((gint64)number, ==, 2100000);
  g_assert_cmpuint (g_strv_length ((char **)technologies), ==, 2);
  g_assert_true (assessment_document_get_boolean (document, "project.partners[0].sme", &truth));
  g_assert_true (truth);
  g_assert_cmpuint (assessment_document_count (document, "project.partners"), ==, 1);
  g_assert_cmpuint (assessment_document_get_ticks (document, "q1", "planned", &n)[2], ==, 9);
  g_assert_cmpuint (n, ==, 3);
  g_assert_false (assessment_document_has (document, "previous"));
  g_assert_false (assessment_document_has (document, "company.pic"));
  g_assert_false (assessment_document_has (document, "project.partners[1].country"));
}

static void
assert_exercised (const AssessmentDocument *document,
                  const AssessmentField *object,
                  const char *prefix)
{
  for (guint i = 0; i < object->n_fields; i++)
    {
      const AssessmentField *field = &object->fields[i];
      g_autofree char *path = g_strconcat (prefix, field->name, NULL);
      g_autofree char *inner = NULL;

      if (!assessment_document_has (document, path))
        g_error ("all-fields.json has no %s", path);
      if (field->kind == ASSESSMENT_OBJECT)
        {
          inner = g_strconcat (path, ".", NULL);
          assert_exercised (document, field, inner);
        }
      /* Holdings of holdings of holdings need not be. */
      if (field->kind == ASSESSMENT_LIST && strstr (prefix, "holdings[0].") == NULL)
        {
          inner = g_strconcat (path, "[0].", NULL);
          assert_exercised (document, field->item, inner);
        }
    }
}

static void
test_all_fields_has_every_member (void)
{
  g_autoptr (AssessmentDocument) document = load ("all-fields");

  assert_exercised (document, assessment_schema_root (), "");
  g_assert_true (assessment_document_has (document, "agreed.q2.reason"));
}

static void
test_canonical_order_and_numbers (void)
{
  g_autoptr (AssessmentDocument) document
      = parse ("{\"answers\":{\"q10\":[2,1],\"q2\":[1]},\"targets\":{\"data\":26.560},"
               "\"pack\":{\"version\":\"1.0\",\"id\":\"p\"},\"version\":1,\"format\":\"waymark-"
               "assessment\"}");
  g_autofree char *text = assessment_document_serialize (document, FALSE);

  g_assert_cmpstr (text, ==,
                   "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"p\","
                   "\"version\":\"1.0\"},"
                   "\"answers\":{\"q2\":[1],\"q10\":[2,1]},\"targets\":{\"data\":26.56}}");
}

static void
test_edits_leave_the_old_alone (void)
{
  g_autoptr (AssessmentDocument) old = load ("all-fields");
  g_autofree char *before = assessment_document_serialize (old, FALSE);
  g_autoptr (AssessmentDocument) edited = assessment_document_with_string (
      old, "company.holdings[0].holdings[1].name", "Other", NULL);
  g_autoptr (AssessmentDocument) fewer
      = assessment_document_without (edited, "company.holdings[0].holdings[0]");
  g_autofree char *after = assessment_document_serialize (old, FALSE);

  g_assert_cmpstr (before, ==, after);
  g_assert_false (assessment_document_equal (old, edited));
  g_assert_cmpstr (assessment_document_get_string (fewer, "company.holdings[0].holdings[0].name"),
                   ==, "Other");
  g_assert_cmpuint (assessment_document_count (fewer, "company.holdings[0].holdings"), ==, 1);
  g_assert_cmpstr (assessment_document_sha256 (old), !=, assessment_document_sha256 (edited));
}

static void
test_setting_and_removing_gives_the_same (void)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  AssessmentDocument *document = assessment_document_ref (empty);

  document = string (document, "company.contact.email", "a@b.example");
  document = string (document, "company.contact.email", NULL);
  g_assert_false (assessment_document_has (document, "company"));
  g_assert_true (assessment_document_equal (document, empty));

  document = string (document, "project.title", "x");
  document = string (document, "project.title", " \n ");
  g_assert_true (assessment_document_equal (document, empty));
  assessment_document_unref (document);
}

static void
test_lists_of_objects (void)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) one = assessment_document_with_item (empty, "project.partners");
  g_autoptr (AssessmentDocument) two = assessment_document_with_item (one, "project.partners");
  g_autoptr (AssessmentDocument) named
      = assessment_document_with_string (two, "project.partners[1].country", "ES", NULL);
  g_autoptr (AssessmentDocument) unnamed
      = assessment_document_without (named, "project.partners[1].country");
  g_autoptr (AssessmentDocument) first_gone
      = assessment_document_without (named, "project.partners[0]");
  g_autoptr (AssessmentDocument) gone
      = assessment_document_without (first_gone, "project.partners[0]");
  g_autoptr (AssessmentDocument) none = assessment_document_with_none (empty, "company.aid");
  g_autofree char *text = assessment_document_serialize (none, FALSE);
  g_autoptr (AssessmentDocument) none_again = parse (text);

  g_assert_cmpuint (assessment_document_count (two, "project.partners"), ==, 2);
  g_assert_cmpint (assessment_document_find_item (named, "project.partners", "country", "ES"), ==,
                   1);
  g_assert_cmpint (assessment_document_find_item (named, "project.partners", "country", "PT"), ==,
                   -1);
  g_assert_cmpint (assessment_document_find_item (empty, "project.partners", "country", "ES"), ==,
                   -1);
  g_assert_true (assessment_document_equal (unnamed, two)); /* an empty item stays */
  g_assert_cmpstr (assessment_document_get_string (first_gone, "project.partners[0].country"), ==,
                   "ES");
  g_assert_true (assessment_document_equal (gone, empty));
  g_assert_true (assessment_document_has (none_again, "company.aid"));
  g_assert_cmpuint (assessment_document_count (none_again, "company.aid"), ==, 0);
  g_assert_false (assessment_document_has (empty, "company.aid"));
}

static void
test_empty_list_is_not_absent (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) said
      = assessment_document_with_strings (empty, "project.markets", none, NULL);
  g_autofree char *text = assessment_document_serialize (said, FALSE);
  g_autoptr (AssessmentDocument) again = parse (text);
  g_autoptr (AssessmentDocument) unsaid
      = assessment_document_with_strings (said, "project.markets", NULL, NULL);

  g_assert_nonnull (assessment_document_get_strings (again, "project.markets"));
  g_assert_null (assessment_document_get_strings (again, "project.markets")[0]);
  g_assert_null (assessment_document_get_strings (empty, "project.markets"));
  g_assert_true (assessment_document_equal (unsaid, empty));
}

static void
test_moving_to_another_country (void)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document = assessment_document_new ("dma-sme", "1.0");

  document = string (document, "company.region", "EL522");
  document = string (document, "company.country", "GR");
  g_assert_cmpstr (assessment_document_get_string (document, "company.region"), ==, "EL522");
  document = string (document, "company.country", "GB");
  g_assert_null (assessment_document_get_string (document, "company.region"));
  document = string (document, "company.region", "UKC1");
  g_assert_null (assessment_document_with_string (document, "company.region", "PT11", &error));
  g_assert_error (error, ASSESSMENT_ERROR, ASSESSMENT_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==,
                   "company.region: found “PT11”, expected a region of the country GB");
  assessment_document_unref (document);
}

static void
test_hostile_names (void)
{
  g_autofree char *longest = g_strnfill (ASSESSMENT_MAX_TEXT, 'x');
  g_autofree char *wide = NULL;
  GString *umlauts = g_string_new (NULL);
  const char *names[] = { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xe2\x80\xae"
                          "abc",
                          "<b>&amp;\"'</b> %s %n \\ {name}",
                          "a\nb\r\nc",
                          "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7 e\xcc\x81",
                          longest,
                          NULL,
                          NULL };

  for (guint i = 0; i < ASSESSMENT_MAX_TEXT; i++)
    g_string_append (umlauts, "ü");
  wide = g_string_free (umlauts, FALSE);
  names[5] = wide;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (AssessmentDocument) document
          = string (assessment_document_new ("dma-sme", "1.0"), "company.name", names[i]);
      g_autofree char *text = assessment_document_serialize (document, TRUE);
      g_autoptr (AssessmentDocument) again = parse (text);

      g_assert_cmpstr (assessment_document_get_string (again, "company.name"), ==, names[i]);
    }
}

/* A long history must share what did not change: a thousand edits of one answer beside a
 * 10,000-character text. */
static void
test_history_shares (void)
{
  AssessmentDocument *history[1000];
  AssessmentDocument *document = load ("all-fields");
  const char *name = assessment_document_get_string (document, "company.name");

  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    {
      guint8 option = (guint8)(i % 10 + 1);

      history[i] = assessment_document_with_ticks (i == 0 ? document : history[i - 1], "q2", NULL,
                                                   &option, 1);
      g_assert_true (assessment_document_get_string (history[i], "company.name") == name);
    }
  assessment_document_unref (document);
  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    assessment_document_unref (history[i]);
}

/* Random edits: whatever was made can be written and read back equal. */
static void
test_random_edits_round_trip (void)
{
  static const char *const strings[]
      = { "company.name", "company.city", "project.summary", "id", "company.contact.role" };
  static const char *const lists[] = { "company.aid", "project.partners", "company.accounts" };
  AssessmentDocument *document = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261120);

  for (guint i = 0; i < 400; i++)
    {
      AssessmentDocument *next = NULL;
      const char *list = lists[g_rand_int_range (rand, 0, G_N_ELEMENTS (lists))];
      const char *path = strings[g_rand_int_range (rand, 0, G_N_ELEMENTS (strings))];
      g_autofree char *question = g_strdup_printf ("q%d", g_rand_int_range (rand, 1, 12));
      gint8 levels[3];

      for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
        levels[k] = (gint8)g_rand_int_range (rand, -1, 10);
      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          next = assessment_document_with_string (document, path,
                                                  g_rand_boolean (rand) ? "word" : NULL, NULL);
          break;
        case 1:
          next = assessment_document_with_item (document, list);
          break;
        case 2:
          next = assessment_document_without (document, list);
          break;
        case 3:
          next = assessment_document_without_answer (document, question);
          break;
        default:
          next
              = assessment_document_with_levels (document, question, levels, G_N_ELEMENTS (levels));
        }
      assessment_document_unref (document);
      document = next;
      if (i % 10 == 0)
        {
          g_autofree char *text = assessment_document_serialize (document, FALSE);
          g_autoptr (AssessmentDocument) again = parse (text);

          g_assert_true (assessment_document_equal (document, again));
        }
    }
  assessment_document_unref (document);
}

/* Any part of one document can be put into another as it is. */
static void
test_value_json (void)
{
  static const char *const paths[]
      = { "company",   "project.call",           "answers", "evidence",           "plan",
          "agreed.q2", "respondents[0].answers", "targets", "company.holdings[0]" };
  g_autoptr (AssessmentDocument) document = load ("all-fields");

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *json = assessment_document_value_to_json (document, paths[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (AssessmentDocument) same
          = assessment_document_with_value_json (document, paths[i], json, &error);

      g_assert_no_error (error);
      g_assert_true (assessment_document_equal (same, document));
    }
}

static void
test_value_json_refusals (void)
{
  static const struct
  {
    const char *path, *json, *expected;
  } rows[] = {
    { "targets", "{\"data\":101}", "100" },
    { "company.region", "\"PT11\"", "GR" },
    { "evidence", "[{\"id\":\"a\"},{\"id\":\"a\"}]", "id" },
    { "answers", "[1", "answers" },
    { "plan", "{\"colour\":1}", "colour" },
    { "company.name", "3", "3" },
  };
  g_autoptr (AssessmentDocument) document = load ("all-fields");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          assessment_document_with_value_json (document, rows[i].path, rows[i].json, &error));
      g_assert_nonnull (error);
      if (strstr (error->message, rows[i].expected) == NULL)
        g_error ("%s: %s", rows[i].path, error->message);
    }
}

static void
test_value_json_null (void)
{
  g_autoptr (AssessmentDocument) document = load ("all-fields");
  g_autoptr (AssessmentDocument) without
      = assessment_document_with_value_json (document, "plan", "null", NULL);

  g_assert_false (assessment_document_has (without, "plan"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/document/samples-round-trip", test_samples_round_trip);
  g_test_add_func ("/assessment/document/sample-values", test_sample_values);
  g_test_add_func ("/assessment/document/every-member", test_all_fields_has_every_member);
  g_test_add_func ("/assessment/document/canonical", test_canonical_order_and_numbers);
  g_test_add_func ("/assessment/document/immutable", test_edits_leave_the_old_alone);
  g_test_add_func ("/assessment/document/set-and-remove", test_setting_and_removing_gives_the_same);
  g_test_add_func ("/assessment/document/lists", test_lists_of_objects);
  g_test_add_func ("/assessment/document/empty-is-not-absent", test_empty_list_is_not_absent);
  g_test_add_func ("/assessment/document/country", test_moving_to_another_country);
  g_test_add_func ("/assessment/document/hostile-names", test_hostile_names);
  g_test_add_func ("/assessment/document/history-shares", test_history_shares);
  g_test_add_func ("/assessment/document/random-edits", test_random_edits_round_trip);
  g_test_add_func ("/assessment/document/value-json", test_value_json);
  g_test_add_func ("/assessment/document/value-json-refusals", test_value_json_refusals);
  g_test_add_func ("/assessment/document/value-json-null", test_value_json_null);
  return g_test_run ();
}
