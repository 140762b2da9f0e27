/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-schema.h"
#include "assessment/assessment-unite.h"

#include <string.h>

/* Copies of one document come together: what says nothing overwrites nothing, what contradicts is
 * shown. */

#define HEAD                                                                                       \
  "{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"a\","                                 \
  "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"}"

static AssessmentDocument *
parse (const char *members)
{
  g_autofree char *json = g_strconcat (HEAD, *members ? "," : "", members, "}", NULL);
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document = assessment_document_parse (json, -1, "test", &error);

  g_assert_no_error (error);
  return document;
}

static char *
show (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const AssessmentDifference *difference = differences->pdata[i];

      g_string_append_printf (text, "%s%s%s", i == 0 ? "" : " ",
                              difference->kind == ASSESSMENT_ADDITION ? "+" : "!",
                              difference->path);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
new_differences (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_difference_free);
}

#define SHA_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SHA_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static const struct
{
  const char *ours;
  const char *theirs;
  const char *united;
  const char *differences;
} rows[] = {
  { "", "\"answers\":{\"q2\":[1]}", "\"answers\":{\"q2\":[1]}", "+answers.q2" },
  { "\"answers\":{\"q2\":[1]}", "", "\"answers\":{\"q2\":[1]}", "" },
  { "\"answers\":{\"q2\":[1]}", "\"answers\":{\"q2\":[2],\"q3\":[]}",
    "\"answers\":{\"q2\":[1],\"q3\":[]}", "!answers.q2 +answers.q3" },
  /* Unanswered rows and columns are filled. */
  { "\"answers\":{\"q4\":[1,null,0]}", "\"answers\":{\"q4\":[null,5,0]}",
    "\"answers\":{\"q4\":[1,5,0]}", "+answers.q4" },
  { "\"answers\":{\"q4\":[1,null,0]}", "\"answers\":{\"q4\":[2,5,0]}",
    "\"answers\":{\"q4\":[1,null,0]}", "!answers.q4" },
  { "\"answers\":{\"q1\":{\"invested\":[1]}}", "\"answers\":{\"q1\":{\"planned\":[2]}}",
    "\"answers\":{\"q1\":{\"invested\":[1],\"planned\":[2]}}", "+answers.q1.planned" },
  /* Accounts by year, members one by one. */
  { "\"company\":{\"accounts\":[{\"year\":2025,\"staff\":20}]}",
    "\"company\":{\"accounts\":[{\"year\":2024},{\"year\":2025,\"staff\":21,\"turnover_eur\":5}]}",
    "\"company\":{\"accounts\":[{\"year\":2025,\"staff\":20,\"turnover_eur\":5},{\"year\":2024}]}",
    "+company.accounts[2024] !company.accounts[2025].staff "
    "+company.accounts[2025].turnover_eur" },
  /* A note is one value: nobody's words under another's name. */
  { "\"notes\":[{\"id\":\"n1\",\"text\":\"x\"}]",
    "\"notes\":[{\"id\":\"n1\",\"author\":\"Ana\",\"text\":\"y\"},{\"id\":\"n2\"}]",
    "\"notes\":[{\"id\":\"n1\",\"text\":\"x\"},{\"id\":\"n2\"}]", "!notes[n1] +notes[n2]" },
  /* One file registered twice; two files under one id. */
  { "\"evidence\":[{\"id\":\"e1\",\"sha256\":\"" SHA_A "\",\"questions\":[\"q2\"]}]",
    "\"evidence\":[{\"id\":\"e9\",\"sha256\":\"" SHA_A "\",\"questions\":[\"q3\",\"q2\"]}]",
    "\"evidence\":[{\"id\":\"e1\",\"sha256\":\"" SHA_A "\",\"questions\":[\"q2\",\"q3\"]}]",
    "+evidence[e1].questions" },
  { "\"evidence\":[{\"id\":\"e1\",\"sha256\":\"" SHA_A "\"}]",
    "\"evidence\":[{\"id\":\"e1\",\"sha256\":\"" SHA_B "\"}]",
    "\"evidence\":[{\"id\":\"e1\",\"sha256\":\"" SHA_A "\"},{\"id\":\"e1-bbbbbbbbbbbb\","
    "\"sha256\":\"" SHA_B "\"}]",
    "+evidence[e1-bbbbbbbbbbbb]" },
  /* Lists without a key are one value; "none" is something said. */
  { "\"company\":{\"aid\":[]}", "\"company\":{\"aid\":[{\"authority\":\"A\"}]}",
    "\"company\":{\"aid\":[]}", "!company.aid" },
  { "", "\"company\":{\"aid\":[]}", "\"company\":{\"aid\":[]}", "+company.aid" },
  { "\"company\":{\"country\":\"PT\"}", "\"company\":{\"country\":\"ES\",\"region\":\"ES51\"}",
    "\"company\":{\"country\":\"PT\"}", "!company.country +company.region" },
  { "\"agreed\":{\"q2\":{\"value\":[1]}}",
    "\"agreed\":{\"q2\":{\"value\":[2],\"reason\":\"because\"}}",
    "\"agreed\":{\"q2\":{\"value\":[1]}}", "!agreed.q2" },
  { "\"targets\":{\"data\":50}", "\"targets\":{\"data\":60,\"green\":10}",
    "\"targets\":{\"data\":50,\"green\":10}", "!targets.data +targets.green" },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssessmentDocument) ours = parse (rows[i].ours);
      g_autoptr (AssessmentDocument) theirs = parse (rows[i].theirs);
      g_autoptr (AssessmentDocument) wanted = parse (rows[i].united);
      g_autoptr (GPtrArray) differences = new_differences ();
      g_autoptr (AssessmentDocument) united
          = assessment_document_unite (ours, theirs, NULL, NULL, differences);
      g_autofree char *is = assessment_document_serialize (united, FALSE);
      g_autofree char *should = assessment_document_serialize (wanted, FALSE);
      g_autofree char *found = show (differences);
      g_autoptr (AssessmentDocument) again = NULL;

      g_assert_cmpstr (is, ==, should);
      g_assert_cmpstr (found, ==, rows[i].differences);
      again = assessment_document_unite (united, theirs, NULL, NULL, NULL);
      g_assert_true (assessment_document_equal (again, united));
    }
}

static gboolean
take_all (const AssessmentDifference *difference, gpointer data)
{
  return TRUE;
}

static gboolean
take_none (const AssessmentDifference *difference, gpointer data)
{
  return FALSE;
}

/* Whoever takes everything has what they say, and whoever takes nothing has what he had. */
static void
test_choices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssessmentDocument) ours = parse (rows[i].ours);
      g_autoptr (AssessmentDocument) theirs = parse (rows[i].theirs);
      g_autoptr (AssessmentDocument) all
          = assessment_document_unite (ours, theirs, take_all, NULL, NULL);
      g_autoptr (AssessmentDocument) none
          = assessment_document_unite (ours, theirs, take_none, NULL, NULL);
      g_autoptr (GPtrArray) left = new_differences ();
      g_autofree char *text = assessment_document_serialize (all, FALSE);
      g_autoptr (AssessmentDocument) valid = assessment_document_parse (text, -1, "all", NULL);
      g_autoptr (AssessmentDocument) again
          = assessment_document_unite (all, theirs, NULL, NULL, left);

      g_assert_true (assessment_document_equal (none, ours));
      g_assert_nonnull (valid);
      g_assert_cmpuint (left->len, ==, 0);
      g_assert_true (assessment_document_equal (again, all));
    }
}

static void
test_other_pack (void)
{
  g_autoptr (AssessmentDocument) ours = parse ("\"answers\":{\"q2\":[1]}");
  g_autoptr (AssessmentDocument) theirs = assessment_document_parse (
      "{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"a\","
      "\"pack\":{\"id\":\"dma-sme\",\"version\":\"2.0\"},\"answers\":{\"q3\":[1]}}",
      -1, "test", NULL);
  g_autoptr (GPtrArray) differences = new_differences ();
  g_autoptr (AssessmentDocument) united
      = assessment_document_unite (ours, theirs, NULL, NULL, differences);
  g_autofree char *found = show (differences);

  g_assert_true (assessment_document_equal (united, ours));
  g_assert_cmpstr (found, ==, "!");
}

/* A rule for a member that the schema no longer has would never be used. */
static void
test_ruled_paths_exist (void)
{
  const char *const *paths = assessment_unite_ruled_paths ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GString) path = g_string_new (paths[i]);

      g_string_replace (path, "[]", "[0]", 0);
      g_string_replace (path, ".*", ".x", 0);
      if (assessment_schema_find (path->str) == NULL)
        g_error ("%s: no such path", paths[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/unite/rules", test_rules);
  g_test_add_func ("/assessment/unite/choices", test_choices);
  g_test_add_func ("/assessment/unite/other-pack", test_other_pack);
  g_test_add_func ("/assessment/unite/ruled-paths-exist", test_ruled_paths_exist);
  return g_test_run ();
}
