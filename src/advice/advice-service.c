/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-service-private.h"

#include "advice/advice-ask-private.h"

#include <string.h>

/* Services to ask a hub for: the rules of data/rules/services.dmn that hold whatever is still open.
 * While the level is open, a service that only one of the possible levels asks for is not
 * suggested. */

enum
{
  OUTPUT_SERVICE,
  OUTPUT_TITLE,
  OUTPUT_PILLAR,
  OUTPUT_HUB_SERVICES,
  OUTPUT_DIMENSION,
  N_OUTPUTS
};

static const char *
output_string (const DmnTable *table, guint rule, guint output)
{
  const char *string = output < dmn_table_n_outputs (table)
                           ? feel_value_get_string (dmn_table_output_value (table, rule, output))
                           : NULL;

  return string != NULL ? string : "";
}

static const char *const *
split_ids (AdvicePool *pool, const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);
  guint n = g_strv_length (parts);
  const char **list = advice_pool_new_array (pool, const char *, n + 1);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (*parts[i] != '\0')
      list[kept++] = advice_pool_string (pool, parts[i]);
  return list;
}

static gboolean
is_there (const AdviceService *services, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (services[i].id, id))
      return TRUE;
  return FALSE;
}

static BaseText *
question_text (BaseText *title)
{
  return base_text_with_text (
      base_text_new (
          N_ ("We are interested in this: “{service}”. Do you offer it to a firm of our size, what "
              "does it cost us, and when could we start?")),
      "service", base_text_ref (title));
}

static void
fill (AdviceService *service, AdvicePool *pool, const DmnTable *table, guint rule)
{
  const char *dimension = output_string (table, rule, OUTPUT_DIMENSION);
  const char *basis = dmn_table_rule_annotation_named (table, rule, "basis");

  *service = (AdviceService){
    .id = output_string (table, rule, OUTPUT_SERVICE),
    .title = advice_pool_keep (pool, base_text_new (output_string (table, rule, OUTPUT_TITLE))),
    .reason = advice_pool_keep (pool, base_text_new (dmn_table_rule_description (table, rule))),
    .pillar = output_string (table, rule, OUTPUT_PILLAR),
    .hub_services = split_ids (pool, output_string (table, rule, OUTPUT_HUB_SERVICES)),
    .dimension = *dimension != '\0' ? dimension : NULL,
    .inferred = !g_str_equal (basis, "stated"),
    .table = "services",
    .rule = rule + 1,
    .best_hub = G_MAXUINT,
  };
  service->question = advice_pool_keep (pool, question_text (service->title));
}

/* The weakest area says more about this firm than the mean: its service stands first. */
static guint
add_rules (AdviceService *services,
           guint n,
           AdvicePool *pool,
           const DmnOutcomes *outcomes,
           gboolean by_dimension)
{
  const DmnTable *table = dmn_outcomes_table (outcomes);

  for (guint rule = 0; rule < dmn_table_n_rules (table); rule++)
    {
      gboolean has_dimension = *output_string (table, rule, OUTPUT_DIMENSION) != '\0';

      if (has_dimension == by_dimension && dmn_outcomes_rule (outcomes, rule) == DMN_CELL_MET
          && !is_there (services, n, output_string (table, rule, OUTPUT_SERVICE)))
        fill (&services[n++], pool, table, rule);
    }
  return n;
}

AdviceService *
advice_services_new (const AdviceRules *rules, const DmnFact *facts, AdvicePool *pool, guint *n)
{
  g_autoptr (DmnOutcomes) outcomes
      = advice_ask (advice_rules_find (rules, "services", "needed services"), facts);
  AdviceService *services;

  *n = 0;
  if (outcomes == NULL || dmn_outcomes_table (outcomes) == NULL)
    return NULL;
  services = advice_pool_new_array (pool, AdviceService,
                                    dmn_table_n_rules (dmn_outcomes_table (outcomes)));
  *n = add_rules (services, 0, pool, outcomes, TRUE);
  *n = add_rules (services, *n, pool, outcomes, FALSE);
  return services;
}
