/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-document.h"
#include "assessment/assessment-schema.h"
#include "assessment/assessment-upgrade.h"

/* Paths and what they hold; documents of earlier versions. */

static void
test_paths (void)
{
  static const struct
  {
    const char *path;
    AssessmentKind kind;
  } known[] = {
    { "id", ASSESSMENT_WORD },
    { "pack.version", ASSESSMENT_WORD },
    { "company", ASSESSMENT_OBJECT },
    { "company.name", ASSESSMENT_TEXT },
    { "company.accounts", ASSESSMENT_LIST },
    { "company.accounts[999]", ASSESSMENT_OBJECT },
    { "company.accounts[0].staff", ASSESSMENT_NUMBER },
    { "company.holdings[2].holdings[0].accounts[1].year", ASSESSMENT_INTEGER },
    { "project.technologies", ASSESSMENT_WORDS },
    { "project.call.conditions", ASSESSMENT_TEXTS },
    { "answers", ASSESSMENT_MAP },
    { "answers.q4", ASSESSMENT_ANSWER },
    { "answers.q1.invested", ASSESSMENT_ANSWER },
    { "respondents[0].answers.q4", ASSESSMENT_ANSWER },
    { "agreed.q1.value", ASSESSMENT_ANSWER },
    { "targets.human-centric", ASSESSMENT_NUMBER },
    { "plan.weights.gap", ASSESSMENT_NUMBER },
    { "evidence[3].sha256", ASSESSMENT_HASH },
    { "target_plans.data.measure", ASSESSMENT_TEXT },
    { "plan.actions[0].effects.q2", ASSESSMENT_ANSWER },
    { "project.call.statements[0].state", ASSESSMENT_NAME },
    { "company.nace.class", ASSESSMENT_DIGITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const AssessmentField *field = assessment_schema_find (known[i].path);

      if (field == NULL || field->kind != known[i].kind)
        g_error ("%s", known[i].path);
    }
}

static void
test_unknown_paths (void)
{
  static const char *const unknown[] = { "",
                                         ".",
                                         "company.",
                                         ".company",
                                         "company..name",
                                         "company.nam",
                                         "compan",
                                         "companyy",
                                         "company[0]",
                                         "company.name.x",
                                         "company.accounts.staff",
                                         "company.accounts[]",
                                         "company.accounts[-1]",
                                         "company.accounts[0",
                                         "company.accounts[0]x",
                                         "company.accounts[1000]",
                                         "company.accounts[99999999999999999999]",
                                         "answers.",
                                         "answers.q1.a.b",
                                         "answers.a b",
                                         "targets.data.x",
                                         "format",
                                         "version",
                                         NULL };
  GString *deep = g_string_new ("company");

  for (guint i = 0; unknown[i] != NULL; i++)
    if (assessment_schema_find (unknown[i]) != NULL)
      g_error ("“%s” is a path", unknown[i]);
  for (guint i = 0; i < ASSESSMENT_MAX_DEPTH; i++)
    g_string_append (deep, ".holdings[0]");
  g_assert_null (assessment_schema_find (deep->str));
  g_string_free (deep, TRUE);
}

static void
test_limits (void)
{
  g_assert_cmpuint (assessment_schema_find ("company.name")->max, ==, 10000);
  g_assert_cmpint ((int)assessment_schema_find ("company.founded")->low, ==, 1800);
  g_assert_cmpint ((int)assessment_schema_find ("project.partners[0].overall_score")->high, ==,
                   100);
  g_assert_cmpstr (assessment_schema_find ("project.goal")->names[2], ==, "solve-challenge");
  g_assert_true (assessment_schema_find ("pack")->required);
}

/* Version 1 called the place "town", version 2 had it in a list, version 3 is the newest. */
static char *
from_1 (BaseJson *old)
{
  BaseJsonCursor root = base_json_root (old);

  return g_strdup_printf ("{\"format\":\"waymark-assessment\",\"version\":2,\"places\":[\"%s\"]}",
                          base_json_need_string (&root, "town"));
}

static char *
from_2 (BaseJson *old)
{
  BaseJsonCursor root = base_json_root (old);
  g_auto (GStrv) places = base_json_get_strings (&root, "places");

  return g_strdup_printf ("{\"format\":\"waymark-assessment\",\"version\":3,\"city\":\"%s\"}",
                          places[0]);
}

static void
test_upgrades (void)
{
  static const AssessmentUpgrader upgraders[] = { from_1, from_2 };
  static const char *const texts[]
      = { "{\"format\":\"waymark-assessment\",\"version\":1,\"town\":\"Porto\"}",
          "{\"format\":\"waymark-assessment\",\"version\":2,\"places\":[\"Porto\"]}",
          "{\"format\":\"waymark-assessment\",\"version\":3,\"city\":\"Porto\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BaseJson) newest = assessment_upgrade (
          base_json_parse (texts[i], -1, "old.json", NULL), 3, upgraders, &error);
      BaseJsonCursor root;

      g_assert_no_error (error);
      root = base_json_root (newest);
      g_assert_cmpstr (base_json_need_string (&root, "city"), ==, "Porto");
      g_assert_cmpstr (base_json_source_name (newest), ==, "old.json");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/schema/paths", test_paths);
  g_test_add_func ("/assessment/schema/unknown-paths", test_unknown_paths);
  g_test_add_func ("/assessment/schema/limits", test_limits);
  g_test_add_func ("/assessment/schema/upgrades", test_upgrades);
  return g_test_run ();
}
