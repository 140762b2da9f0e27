/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment/assessment-merge.h"

/* Three-way merges: a table of base, ours, theirs, and what comes out. */

#define HEAD                                                                                       \
  "{\"format\":\"waymark-assessment\",\"version\":1,\"pack\":{\"id\":\"p\",\"version\":\"1\"}"

typedef struct
{
  const char *base, *ours, *theirs;
  const char *merged;
  const char *conflicts; /* joined by spaces */
} Case;

static const Case cases[] = {
  /* Only one side changed. */
  { "", ",\"answers\":{\"q1\":[1]}", "", ",\"answers\":{\"q1\":[1]}", "" },
  { ",\"answers\":{\"q1\":[1]}", ",\"answers\":{\"q1\":[1]}", "", "", "" },
  /* Different answers, columns and members merge. */
  { "", ",\"answers\":{\"q2\":[1]}", ",\"answers\":{\"q10\":[2]}",
    ",\"answers\":{\"q2\":[1],\"q10\":[2]}", "" },
  { ",\"answers\":{\"q1\":{\"a\":[1]}}", ",\"answers\":{\"q1\":{\"a\":[1,2]}}",
    ",\"answers\":{\"q1\":{\"a\":[1],\"b\":[]}}", ",\"answers\":{\"q1\":{\"a\":[1,2],\"b\":[]}}",
    "" },
  { ",\"company\":{\"name\":\"a\",\"city\":\"b\"}", ",\"company\":{\"name\":\"A\",\"city\":\"b\"}",
    ",\"company\":{\"name\":\"a\",\"city\":\"B\"}", ",\"company\":{\"name\":\"A\",\"city\":\"B\"}",
    "" },
  /* Both removed, both did the same. */
  { ",\"answers\":{\"q1\":[1],\"q2\":[1]}", ",\"answers\":{\"q1\":[1]}",
    ",\"answers\":{\"q2\":[1]}", "", "" },
  { "", ",\"id\":\"a\"", ",\"id\":\"a\"", ",\"id\":\"a\"", "" },
  /* Conflicts: ours stands. */
  { "", ",\"answers\":{\"q1\":[1]}", ",\"answers\":{\"q1\":[2]}", ",\"answers\":{\"q1\":[1]}",
    "answers.q1" },
  { ",\"answers\":{\"q1\":[3]}", "", ",\"answers\":{\"q1\":[2]}", "", "answers.q1" },
  { ",\"answers\":{\"q1\":[3]}", "", ",\"answers\":{\"q1\":[3],\"q2\":[]}",
    ",\"answers\":{\"q2\":[]}", "" },
  { ",\"company\":{\"name\":\"a\",\"city\":\"b\"}", ",\"company\":{\"name\":\"a\"}",
    ",\"company\":{\"city\":\"b\"}", "", "" },
  { ",\"answers\":{\"q1\":[3],\"q2\":[]}", ",\"answers\":{\"q2\":[]}",
    ",\"answers\":{\"q1\":[2],\"q2\":[]}", ",\"answers\":{\"q2\":[]}", "answers.q1" },
  { "", ",\"answers\":{\"q1\":{\"a\":[1]}}", ",\"answers\":{\"q1\":[2]}",
    ",\"answers\":{\"q1\":{\"a\":[1]}}", "answers.q1" },
  { "", ",\"company\":{\"name\":\"a\"},\"stage\":\"T0\"",
    ",\"company\":{\"name\":\"b\"},\"stage\":\"T1\"",
    ",\"stage\":\"T0\",\"company\":{\"name\":\"a\"}", "stage company.name" },
  /* Lists: item by item while their number stays. */
  { ",\"project\":{\"partners\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
    ",\"project\":{\"partners\":[{\"name\":\"A\"},{\"name\":\"b\"}]}",
    ",\"project\":{\"partners\":[{\"name\":\"a\"},{\"name\":\"B\"}]}",
    ",\"project\":{\"partners\":[{\"name\":\"A\"},{\"name\":\"B\"}]}", "" },
  { ",\"project\":{\"partners\":[{\"name\":\"a\"}]}",
    ",\"project\":{\"partners\":[{\"name\":\"a\"},{}]}",
    ",\"project\":{\"partners\":[{\"name\":\"B\"}]}",
    ",\"project\":{\"partners\":[{\"name\":\"a\"},{}]}", "project.partners" },
  /* What would break the schema. */
  { ",\"company\":{\"country\":\"PT\",\"region\":\"PT11\"}", ",\"company\":{\"country\":\"ES\"}",
    ",\"company\":{\"country\":\"PT\",\"region\":\"PT15\"}", ",\"company\":{\"country\":\"ES\"}",
    "company.region" },
  { ",\"company\":{\"city\":\"x\",\"country\":\"PT\"}",
    ",\"company\":{\"city\":\"x\",\"country\":\"ES\"}",
    ",\"company\":{\"city\":\"x\",\"country\":\"PT\",\"region\":\"PT15\"}",
    ",\"company\":{\"city\":\"x\",\"country\":\"ES\"}", "company.region" },
  { ",\"company\":{\"accounts\":[{\"year\":2020},{\"year\":2021}]}",
    ",\"company\":{\"accounts\":[{\"year\":2022},{\"year\":2021}]}",
    ",\"company\":{\"accounts\":[{\"year\":2020},{\"year\":2022}]}",
    ",\"company\":{\"accounts\":[{\"year\":2022},{\"year\":2021}]}", "company.accounts" },
};

static AssessmentDocument *
parse (const char *members)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEAD, members, "}", NULL);
  AssessmentDocument *document = assessment_document_parse (text, -1, members, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssessmentDocument) base = parse (cases[i].base);
      g_autoptr (AssessmentDocument) ours = parse (cases[i].ours);
      g_autoptr (AssessmentDocument) theirs = parse (cases[i].theirs);
      g_autoptr (AssessmentDocument) expected = parse (cases[i].merged);
      g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (AssessmentDocument) merged
          = assessment_document_merge (base, ours, theirs, conflicts);
      g_autofree char *text = assessment_document_serialize (merged, FALSE);
      g_autofree char *wanted = assessment_document_serialize (expected, FALSE);
      g_autofree char *paths = NULL;

      g_ptr_array_add (conflicts, NULL);
      paths = g_strjoinv (" ", (char **)conflicts->pdata);
      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, wanted);
      g_assert_cmpstr (paths, ==, cases[i].conflicts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/merge/cases", test_cases);
  return g_test_run ();
}
