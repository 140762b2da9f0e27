/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "advice/advice-rules-private.h"
#include "dmn/dmn-table.h"

/* Which services are asked for, by level and weakest area, and that hubs know them. */

static char *
service_ids (const char *answers)
{
  g_autoptr (AdviceDecisions) decisions = fixture_advise (SMALL_FIRM, "", answers);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < decisions->n_services; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", decisions->services[i].id);
  return g_string_free (ids, FALSE);
}

/* The weakest area first; while the level is open, only what every level asks for. */
static void
test_policy (void)
{
  static const struct
  {
    const char *answers, *expected;
  } cases[] = {
    { SAMPLE_ANSWERS,
      "digital-skills skills-plan feasibility-study proof-of-concept assessment-with-hub" },
    { NO_ANSWERS, "roadmap-advice awareness basic-skills guided-demo assessment-with-hub" },
    { "", "assessment-with-hub" },
    { "\"q2\":[1]", "assessment-with-hub" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = service_ids (cases[i].answers);

      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

static void
test_fields (void)
{
  g_autoptr (AdviceDecisions) decisions = fixture_advise (SMALL_FIRM, "", SAMPLE_ANSWERS);
  const AdviceService *first = &decisions->services[0];

  g_assert_cmpstr (first->dimension, ==, "human-centric");
  g_assert_null (decisions->services[1].dimension);
  g_assert_cmpstr (first->pillar, ==, "skills-and-training");
  g_assert_cmpstr (first->hub_services[0], ==, "vocational-training");
  g_assert_true (first->inferred);
  g_assert_cmpuint (first->best_hub, ==, G_MAXUINT);
  g_assert_true (fixture_says (first->title, "Training for your people"));
  g_assert_true (fixture_says (first->reason, "weakest area"));
}

static void
check_terms (CatalogueTermKind kind, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);

  g_assert_cmpuint (g_strv_length (parts), >, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (catalogue_find_term (fixture_catalogue (), kind, parts[i]));
    }
}

static void
test_vocabulary (void)
{
  const AdviceRule *rule = advice_rules_find (fixture_rules (), "services", "needed services");
  const DmnTable *table = dmn_model_decision (rule->model, rule->decision)->table;

  for (guint row = 0; row < dmn_table_n_rules (table); row++)
    {
      check_terms (CATALOGUE_TERM_PILLAR,
                   feel_value_get_string (dmn_table_output_value (table, row, 2)));
      check_terms (CATALOGUE_TERM_SERVICE,
                   feel_value_get_string (dmn_table_output_value (table, row, 3)));
      g_assert_cmpstr (dmn_table_rule_description (table, row), !=, "");
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_open ();
  g_test_add_func ("/advice/service/policy", test_policy);
  g_test_add_func ("/advice/service/fields", test_fields);
  g_test_add_func ("/advice/service/vocabulary", test_vocabulary);
  result = g_test_run ();
  fixture_close ();
  return result;
}
