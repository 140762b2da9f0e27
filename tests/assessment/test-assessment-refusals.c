/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-document.h"
#include "assessment/assessment-schema.h"

#include "base/base-error.h"

#include <math.h>
#include <string.h>

/* Every refusal of a file names the file, the place and what was expected. */

#define HEAD                                                                                       \
  "\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"p\",\"version\":\"1\"}"

typedef struct
{
  const char *members; /* after the head */
  const char *place;
  const char *says;
} Refusal;

static const Refusal refusals[] = {
  { "\"compny\":{}", "$.compny", "unknown member" },
  { "\"company\":{\"nam\":\"x\"}", "$.company.nam", "unknown member" },
  { "\"company\":[]", "$.company", "an object" },
  { "\"company\":{\"name\":7}", "$.company.name", "found 7" },
  { "\"company\":{\"name\":\"\"}", "$.company.name", "an empty text" },
  { "\"company\":{\"name\":\"  \"}", "$.company.name", "blank" },
  { "\"company\":{\"name\":\"a\\tb\"}", "$.company.name", "U+0009" },
  { "\"company\":{\"name\":\"a\\u0085b\"}", "$.company.name", "U+0085" },
  { "\"company\":{\"country\":\"Pt\"}", "$.company.country", "two capital letters" },
  { "\"company\":{\"country\":\"PRT\"}", "$.company.country", "two capital letters" },
  { "\"company\":{\"region\":\"pt11\"}", "$.company.region", "NUTS" },
  { "\"company\":{\"country\":\"PT\",\"region\":\"ES51\"}", "$.company.region",
    "a region of the country PT" },
  { "\"company\":{\"region\":\"EL52\",\"country\":\"GB\"}", "$.company.region",
    "a region of the country GB" },
  { "\"company\":{\"founded\":1799}", "$.company.founded", "1800 to 2200" },
  { "\"company\":{\"founded\":2000.5}", "$.company.founded", "whole number" },
  { "\"company\":{\"pic\":\"12345678\"}", "$.company.pic", "9 digits" },
  { "\"company\":{\"nace\":{\"revision\":\"3\"}}", "$.company.nace.revision", "2, 2.1" },
  { "\"company\":{\"nace\":{\"division\":\"25.6\"}}", "$.company.nace.division", "2 digits" },
  { "\"company\":{\"accounts\":[{\"year\":2201}]}", "$.company.accounts[0].year", "1800 to 2200" },
  { "\"company\":{\"accounts\":[{\"staff\":-1}]}", "$.company.accounts[0].staff", "found -1" },
  { "\"company\":{\"accounts\":[{},{\"turnover_eur\":1e300}]}",
    "$.company.accounts[1].turnover_eur", "expected a number" },
  { "\"company\":{\"accounts\":[{\"estimated\":1}]}", "$.company.accounts[0].estimated",
    "found 1" },
  { "\"company\":{\"accounts\":[{\"year\":2025},{\"year\":2025}]}", "$.company.accounts[1].year",
    "each item once" },
  { "\"company\":{\"accounts\":[null]}", "$.company.accounts[0]", "an object" },
  { "\"company\":{\"accounts\":{}}", "$.company.accounts", "a list" },
  { "\"company\":{\"holdings\":[{\"share_percent\":100.01}]}",
    "$.company.holdings[0].share_percent", "0 to 100" },
  { "\"company\":{\"holdings\":[{\"relation\":\"friend\"}]}", "$.company.holdings[0].relation",
    "partner, linked" },
  { "\"company\":{\"sectors\":[\"a\",\"b\",\"a\"]}", "$.company.sectors", "each item once" },
  { "\"company\":{\"sectors\":[\"a b\"]}", "$.company.sectors[0]", "an id" },
  { "\"company\":{\"sectors\":[null]}", "$.company.sectors[0]", "found null" },
  { "\"company\":{\"aid\":[{\"granted_on\":\"2025-02-29\"}]}", "$.company.aid[0].granted_on",
    "a date that exists" },
  { "\"company\":{\"aid\":[{\"status\":\"given\"}]}", "$.company.aid[0].status",
    "granted, pending" },
  { "\"stage\":\"T3\"", "$.stage", "T0, T1, T2" },
  { "\"date\":\"20.11.2026\"", "$.date", "YYYY-MM-DD" },
  { "\"date\":\"1799-12-31\"", "$.date", "1800 to 2200" },
  { "\"id\":\"a b\"", "$.id", "an id" },
  { "\"project\":{\"goal\":\"win\"}", "$.project.goal", "learn, develop, solve-challenge" },
  { "\"project\":{\"partners\":[{\"overall_score\":101}]}", "$.project.partners[0].overall_score",
    "0 to 100" },
  { "\"project\":{\"call\":{\"conditions\":[\"a\",\"a\"]}}", "$.project.call.conditions",
    "each item once" },
  { "\"answers\":[]", "$.answers", "an object" },
  { "\"answers\":{\"q 1\":[1]}", "$.answers[“q 1”]", "an id" },
  { "\"answers\":{\"q1\":\"yes\"}", "$.answers.q1", "a list" },
  { "\"answers\":{\"q1\":[0,12]}", "$.answers.q1", "option numbers" },
  { "\"answers\":{\"q1\":[12,12]}", "$.answers.q1", "each once" },
  { "\"answers\":{\"q1\":[65]}", "$.answers.q1[0]", "65" },
  { "\"answers\":{\"q1\":[-1]}", "$.answers.q1[0]", "-1" },
  { "\"answers\":{\"q1\":{\"invested\":[1,1]}}", "$.answers.q1.invested", "each once" },
  { "\"answers\":{\"q1\":{\"invested\":[0]}}", "$.answers.q1.invested[0]", "found 0" },
  { "\"agreed\":{\"q1\":{\"valu\":[]}}", "$.agreed.q1.valu", "unknown member" },
  { "\"respondents\":[{\"id\":\"a\"},{\"id\":\"a\"}]", "$.respondents[1].id", "each item once" },
  { "\"targets\":{\"data\":101}", "$.targets.data", "0 to 100" },
  { "\"plan\":{\"weights\":{\"a\":-1}}", "$.plan.weights.a", "0 to 100" },
  { "\"evidence\":[{\"sha256\":\"E3\"}]", "$.evidence[0].sha256", "64 hexadecimal digits" },
};

static char *
refusal_of (const char *text, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) document
      = assessment_document_parse (text, -1, "file.json", &error);

  if (document != NULL)
    g_error ("accepted %s", text);
  g_assert_error (error, domain, code);
  return g_strdup (error->message);
}

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      g_autofree char *text = g_strdup_printf ("{" HEAD ",%s}", refusal->members);
      g_autofree char *message = refusal_of (text, BASE_ERROR, BASE_ERROR_VALUE);
      g_autofree char *start = g_strdup_printf ("file.json: %s: ", refusal->place);

      g_test_message ("%s", message);
      if (!g_str_has_prefix (message, start) || strstr (message, refusal->says) == NULL)
        g_error ("%s\n  gives: %s\n  not: %s… %s", refusal->members, message, start, refusal->says);
    }
}

static void
test_head (void)
{
  static const Refusal heads[] = {
    { "{}", "$.format", "missing" },
    { "[]", "$", "an object" },
    { "{\"format\":\"other\",\"version\":1,\"pack\":{}}", "$.format", "waymark-assessment" },
    { "{\"format\":\"waymark-assessment\",\"pack\":{}}", "$.version", "missing" },
    { "{\"format\":\"waymark-assessment\",\"version\":0}", "$.version", "0" },
    { "{\"format\":\"waymark-assessment\",\"version\":\"1\"}", "$.version", "1" },
    { "{\"format\":\"waymark-assessment\",\"version\":1}", "$.pack", "missing" },
    { "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"p\"}}", "$.pack.version",
      "missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *message = refusal_of (heads[i].members, BASE_ERROR, BASE_ERROR_VALUE);
      g_autofree char *start = g_strdup_printf ("file.json: %s: ", heads[i].place);

      if (!g_str_has_prefix (message, start) || strstr (message, heads[i].says) == NULL)
        g_error ("%s gives %s", heads[i].members, message);
    }
}

static void
test_newer_version (void)
{
  g_autofree char *message
      = refusal_of ("{\"format\":\"waymark-assessment\",\"version\":2,\"pack\":7,\"unknown\":[]}",
                    ASSESSMENT_ERROR, ASSESSMENT_ERROR_VERSION);

  g_assert_cmpstr (
      message, ==,
      "file.json: $.version: found 2, expected at most 1: it was written by a newer Waymark");
}

/* {"company":{"name":"xxx…"}} */
static char *
name_of (gsize length)
{
  g_autofree char *name = g_strnfill (length, 'n');

  return g_strdup_printf ("{" HEAD ",\"company\":{\"name\":\"%s\"}}", name);
}

static void
test_long_names (void)
{
  g_autofree char *longest = name_of (ASSESSMENT_MAX_TEXT);
  g_autofree char *longer = name_of (ASSESSMENT_MAX_TEXT + 1);
  g_autofree char *message = refusal_of (longer, BASE_ERROR, BASE_ERROR_VALUE);
  g_autoptr (AssessmentDocument) document
      = assessment_document_parse (longest, -1, "file.json", NULL);

  g_assert_nonnull (document);
  g_assert_nonnull (strstr (message, "10001 characters, expected at most 10000"));
}

static char *
partners_of (guint n)
{
  GString *text = g_string_new ("{" HEAD ",\"project\":{\"partners\":[");

  for (guint i = 0; i < n; i++)
    g_string_append (text, i == 0 ? "{}" : ",{}");
  g_string_append (text, "]}}");
  return g_string_free (text, FALSE);
}

static void
test_long_lists (void)
{
  g_autofree char *longest = partners_of (ASSESSMENT_MAX_ITEMS);
  g_autofree char *longer = partners_of (ASSESSMENT_MAX_ITEMS + 1);
  g_autofree char *message = refusal_of (longer, BASE_ERROR, BASE_ERROR_VALUE);
  g_autoptr (AssessmentDocument) document
      = assessment_document_parse (longest, -1, "file.json", NULL);

  g_assert_cmpuint (assessment_document_count (document, "project.partners"), ==,
                    ASSESSMENT_MAX_ITEMS);
  g_assert_cmpstr (message, ==,
                   "file.json: $.project.partners: found 1001 items, expected at most 1000");
}

static char *
holdings_of (guint depth)
{
  GString *text = g_string_new ("{" HEAD ",\"company\":{");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "\"holdings\":[{");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "}]");
  g_string_append (text, "}}");
  return g_string_free (text, FALSE);
}

static void
test_deep_holdings (void)
{
  g_autofree char *deepest = holdings_of (ASSESSMENT_MAX_DEPTH - 1);
  g_autofree char *deeper = holdings_of (ASSESSMENT_MAX_DEPTH);
  g_autofree char *message = refusal_of (deeper, BASE_ERROR, BASE_ERROR_VALUE);
  g_autoptr (AssessmentDocument) document
      = assessment_document_parse (deepest, -1, "file.json", NULL);

  g_assert_nonnull (document);
  g_assert_nonnull (strstr (message, "at most 24 members below each other"));
}

static void
test_broken_text (void)
{
  static const char *const texts[] = { "",
                                       "{",
                                       "{" HEAD ",}",
                                       "{" HEAD ",\"id\":\"\xff\"}",
                                       "{" HEAD ",\"id\":\"a\\u0000b\"}",
                                       "{" HEAD "," HEAD "}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *message = refusal_of (texts[i], BASE_ERROR, BASE_ERROR_SYNTAX);

      g_assert_true (g_str_has_prefix (message, "file.json"));
    }
}

/* What a file may not hold, an edit may not make. */
static void
test_edits_refused (void)
{
  g_autoptr (AssessmentDocument) empty = assessment_document_new ("dma-sme", "1.0");
  g_autoptr (AssessmentDocument) one = assessment_document_with_item (empty, "company.accounts");
  g_autoptr (AssessmentDocument) two = assessment_document_with_item (one, "company.accounts");
  g_autoptr (AssessmentDocument) dated
      = assessment_document_with_number (two, "company.accounts[0].year", 2025, NULL);
  static const struct
  {
    const char *path, *text;
    double number;
  } edits[] = {
    { "company.country", "portugal" },
    { "company.name", "a\x01" },
    { "company.name", "\xc3\x28" },
    { "pack.id", "" },
    { "date", "2026-02-30" },
    { "project.goal", "win" },
    { "company.accounts[0].staff", NULL, -0.5 },
    { "company.accounts[0].staff", NULL, NAN },
    { "company.accounts[0].turnover_eur", NULL, INFINITY },
    { "company.accounts[1].year", NULL, 2025 },
    { "targets.data", NULL, 100.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AssessmentDocument) edited
          = edits[i].text != NULL
                ? assessment_document_with_string (dated, edits[i].path, edits[i].text, &error)
                : assessment_document_with_number (dated, edits[i].path, edits[i].number, &error);

      if (edited != NULL)
        g_error ("accepted %s", edits[i].path);
      g_assert_error (error, ASSESSMENT_ERROR, ASSESSMENT_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, edits[i].path));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/refusals/members", test_refusals);
  g_test_add_func ("/assessment/refusals/head", test_head);
  g_test_add_func ("/assessment/refusals/newer", test_newer_version);
  g_test_add_func ("/assessment/refusals/long-names", test_long_names);
  g_test_add_func ("/assessment/refusals/long-lists", test_long_lists);
  g_test_add_func ("/assessment/refusals/deep", test_deep_holdings);
  g_test_add_func ("/assessment/refusals/broken", test_broken_text);
  g_test_add_func ("/assessment/refusals/edits", test_edits_refused);
  return g_test_run ();
}
