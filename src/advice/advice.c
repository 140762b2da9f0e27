/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice.h"

#include "advice/advice-benchmark.h"
#include "advice/advice-decisions-private.h"
#include "advice/advice-finding-private.h"
#include "advice/advice-guidance.h"
#include "advice/advice-match-private.h"
#include "advice/advice-rules-private.h"
#include "advice/advice-sheet.h"
#include "advice/advice-step-private.h"

/* Puts an Advice together: score → decisions → needed services → hubs and clusters → steps,
 * findings, guidance, sheet. Everything is made in advice_new(); the rest of the file hands it out.
 */

#define HUBS_KEPT 40 /* with their words; advice_match_all_hubs() makes those of all */

struct _Advice
{
  gatomicrefcount ref_count;
  AssessmentDocument *document;
  SurveyPack *pack;
  AdviceRules *rules;
  Catalogue *catalogue;
  char *date;
  AdviceVersions versions;

  SurveyScore *score;
  BaseText *headline, *lead;
  AdviceDecisions *decisions;
  char *
      *wanted_services; /* of the vocabulary: needed ones first, then those the project asks for */
  GPtrArray *strengths, *gaps, *contradictions;
  GPtrArray *hubs, *clusters;
  guint n_hubs_shown, n_clusters_shown;
  GPtrArray *steps;
  GPtrArray *guidance;
  AdviceBenchmark *benchmark;
  BaseText *sheet_problem, *sheet_result;
  GPtrArray *sheet_questions;
};

static void
set_versions (Advice *advice)
{
  advice->versions = (AdviceVersions){
    .program = PACKAGE_VERSION,
    .pack_id = survey_pack_id (advice->pack),
    .pack_version = survey_pack_version (advice->pack),
    .pack_sha256 = survey_pack_sha256 (advice->pack),
    .rules_sha256 = advice_rules_sha256 (advice->rules),
    .catalogue_sha256 = catalogue_sha256 (advice->catalogue),
    .document_sha256 = assessment_document_sha256 (advice->document),
    .catalogue_date = catalogue_date (advice->catalogue),
  };
}

static void
add_once (GPtrArray *ids, const char *const *more)
{
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (ids, more[i], g_str_equal, NULL))
      g_ptr_array_add (ids, g_strdup (more[i]));
}

/* The project's wishes are services of hubs or needs in the owner's words, which stand for
 * services. */
static void
add_wishes (GPtrArray *ids, const Catalogue *catalogue, const AssessmentDocument *document)
{
  const char *const *wishes = assessment_document_get_strings (document, "project.services");

  for (guint i = 0; wishes != NULL && wishes[i] != NULL; i++)
    {
      const char *const itself[] = { wishes[i], NULL };
      const CatalogueTerm *need = catalogue_find_term (catalogue, CATALOGUE_TERM_NEED, wishes[i]);

      add_once (ids, need != NULL ? need->services : itself);
    }
}

static char **
wanted_services_new (const AdviceDecisions *decisions,
                     const Catalogue *catalogue,
                     const AssessmentDocument *document)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < decisions->n_services; i++)
    add_once (ids, decisions->services[i].hub_services);
  add_wishes (ids, catalogue, document);
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (ids, FALSE);
}

static AdviceMatchQuery
match_query (const Advice *advice)
{
  const AssessmentDocument *document = advice->document;
  const char *country = assessment_document_get_string (document, "company.country");
  const CatalogueCountry *known
      = country != NULL ? catalogue_find_country (advice->catalogue, country) : NULL;

  return (AdviceMatchQuery){
    .catalogue = advice->catalogue,
    .weights = advice_rules_weights (advice->rules),
    .country = known != NULL ? known->nuts : country,
    .region = assessment_document_get_string (document, "company.region"),
    .sectors = assessment_document_get_strings (document, "company.sectors"),
    .technologies = assessment_document_get_strings (document, "project.technologies"),
    .services = (const char *const *)advice->wanted_services,
    .markets = assessment_document_get_strings (document, "project.markets"),
  };
}

static gboolean
offers_any (const CatalogueHub *hub, const char *const *services)
{
  for (guint i = 0; services != NULL && services[i] != NULL; i++)
    for (guint j = 0; j < hub->n_services; j++)
      if (g_str_equal (hub->services[j].id, services[i]))
        return TRUE;
  return FALSE;
}

/* The best shown hub that offers one of the service's own services. */
static guint
best_hub_for (const Advice *advice, const AdviceService *service)
{
  for (guint i = 0; i < advice->n_hubs_shown; i++)
    if (offers_any (advice_hub (advice, i)->hub, service->hub_services))
      return i;
  return G_MAXUINT;
}

static void
match (Advice *advice)
{
  const AdviceWeightValues *values = advice_weights_values (advice_rules_weights (advice->rules));
  AdviceMatchQuery query;

  advice->wanted_services
      = wanted_services_new (advice->decisions, advice->catalogue, advice->document);
  query = match_query (advice);
  advice->hubs = advice_match_hubs (&query, HUBS_KEPT);
  advice->n_hubs_shown = advice_match_n_shown (advice->hubs, &values->hubs);
  advice->clusters = advice_match_clusters (&query, G_MAXUINT);
  advice->n_clusters_shown = advice_match_n_shown (advice->clusters, &values->clusters);
  for (guint i = 0; i < advice->decisions->n_services; i++)
    advice->decisions->services[i].best_hub
        = best_hub_for (advice, &advice->decisions->services[i]);
}

static void
find (Advice *advice)
{
  advice->headline = advice_headline_new (advice->score);
  advice->lead = advice_lead_new (advice->score);
  advice->strengths = advice_strengths_new (advice->score);
  advice->gaps = advice_gaps_new (advice->score);
  advice->contradictions = advice_contradictions_new (advice->score);
  advice->steps
      = advice_steps_new (advice->score, advice->document, advice_rules_weights (advice->rules));
  advice->guidance = advice_guidance_list_new (advice->catalogue, advice->document, advice->score,
                                               &advice->decisions->size);
  advice->benchmark = advice_benchmark_new (advice->catalogue, advice->document, advice->score);
  advice->sheet_problem = advice_sheet_problem_new (advice->document, advice->pack);
  advice->sheet_result = advice_sheet_result_new (advice->score);
  advice->sheet_questions
      = advice_sheet_questions_new (advice->decisions->services, advice->decisions->n_services);
}

Advice *
advice_new (AssessmentDocument *document,
            SurveyPack *pack,
            AdviceRules *rules,
            Catalogue *catalogue,
            const char *date)
{
  Advice *advice;

  g_return_val_if_fail (document != NULL && pack != NULL && rules != NULL && catalogue != NULL,
                        NULL);
  g_return_val_if_fail (date != NULL, NULL);

  advice = g_new0 (Advice, 1);
  g_atomic_ref_count_init (&advice->ref_count);
  advice->document = assessment_document_ref (document);
  advice->pack = survey_pack_ref (pack);
  advice->rules = advice_rules_ref (rules);
  advice->catalogue = catalogue_ref (catalogue);
  advice->date = g_strdup (date);
  set_versions (advice);
  advice->score = survey_score_new (pack, document);
  advice->decisions = advice_decisions_new (document, advice->score, rules, catalogue, date);
  match (advice);
  find (advice);
  return advice;
}

Advice *
advice_ref (Advice *advice)
{
  g_return_val_if_fail (advice != NULL, NULL);
  g_atomic_ref_count_inc (&advice->ref_count);
  return advice;
}

void
advice_unref (Advice *advice)
{
  if (advice == NULL || !g_atomic_ref_count_dec (&advice->ref_count))
    return;
  base_text_unref (advice->headline);
  base_text_unref (advice->lead);
  base_text_unref (advice->sheet_problem);
  base_text_unref (advice->sheet_result);
  g_ptr_array_unref (advice->sheet_questions);
  g_ptr_array_unref (advice->strengths);
  g_ptr_array_unref (advice->gaps);
  g_ptr_array_unref (advice->contradictions);
  g_ptr_array_unref (advice->steps);
  g_ptr_array_unref (advice->guidance);
  g_ptr_array_unref (advice->hubs);
  g_ptr_array_unref (advice->clusters);
  advice_benchmark_free (advice->benchmark);
  g_strfreev (advice->wanted_services);
  advice_decisions_free (advice->decisions);
  survey_score_unref (advice->score);
  g_free (advice->date);
  catalogue_unref (advice->catalogue);
  advice_rules_unref (advice->rules);
  survey_pack_unref (advice->pack);
  assessment_document_unref (advice->document);
  g_free (advice);
}

AssessmentDocument *
advice_document (const Advice *advice)
{
  return advice->document;
}

SurveyPack *
advice_pack (const Advice *advice)
{
  return advice->pack;
}

AdviceRules *
advice_rules (const Advice *advice)
{
  return advice->rules;
}

Catalogue *
advice_catalogue (const Advice *advice)
{
  return advice->catalogue;
}

const char *
advice_date (const Advice *advice)
{
  return advice->date;
}

const AdviceVersions *
advice_versions (const Advice *advice)
{
  return &advice->versions;
}

SurveyScore *
advice_score (const Advice *advice)
{
  return advice->score;
}

const BaseText *
advice_headline (const Advice *advice)
{
  return advice->headline;
}

const BaseText *
advice_lead (const Advice *advice)
{
  return advice->lead;
}

const AdviceFacts *
advice_facts (const Advice *advice)
{
  return advice->decisions->facts;
}

const AdviceSize *
advice_size (const Advice *advice)
{
  return &advice->decisions->size;
}

const AdviceAid *
advice_aid (const Advice *advice)
{
  return advice->decisions->aid;
}

guint
advice_n_services (const Advice *advice)
{
  return advice->decisions->n_services;
}

const AdviceService *
advice_service (const Advice *advice, guint index)
{
  g_return_val_if_fail (index < advice->decisions->n_services, NULL);
  return &advice->decisions->services[index];
}

guint
advice_n_instruments (const Advice *advice)
{
  return advice->decisions->n_instruments;
}

const AdviceInstrument *
advice_instrument (const Advice *advice, guint index)
{
  g_return_val_if_fail (index < advice->decisions->n_instruments, NULL);
  return &advice->decisions->instruments[index];
}

const AdviceInstrument *
advice_find_instrument (const Advice *advice, const char *id)
{
  for (guint i = 0; i < advice->decisions->n_instruments; i++)
    if (g_str_equal (advice->decisions->instruments[i].instrument->id, id))
      return &advice->decisions->instruments[i];
  return NULL;
}

guint
advice_n_open_questions (const Advice *advice)
{
  return advice->decisions->n_open_questions;
}

const AdviceOpenQuestion *
advice_open_question (const Advice *advice, guint index)
{
  g_return_val_if_fail (index < advice->decisions->n_open_questions, NULL);
  return &advice->decisions->open_questions[index];
}

/* The plain lists: a count and an item each. */
#define DEFINE_LIST(plural, singular, Type, field)                                                 \
  guint advice_n_##plural (const Advice *advice)                                                   \
  {                                                                                                \
    return advice->field->len;                                                                     \
  }                                                                                                \
  const Type *advice_##singular (const Advice *advice, guint index)                                \
  {                                                                                                \
    g_return_val_if_fail (index < advice->field->len, NULL);                                       \
    return g_ptr_array_index (advice->field, index);                                               \
  }

DEFINE_LIST (strengths, strength, AdviceFinding, strengths)
DEFINE_LIST (gaps, gap, AdviceFinding, gaps)
DEFINE_LIST (contradictions, contradiction, AdviceFinding, contradictions)
DEFINE_LIST (hubs, hub, AdviceMatch, hubs)
DEFINE_LIST (clusters, cluster, AdviceMatch, clusters)
DEFINE_LIST (steps, step, AdviceStep, steps)
DEFINE_LIST (guidance, guidance, AdviceGuidance, guidance)
DEFINE_LIST (sheet_questions, sheet_question, BaseText, sheet_questions)

guint
advice_n_hubs_shown (const Advice *advice)
{
  return advice->n_hubs_shown;
}

guint
advice_n_clusters_shown (const Advice *advice)
{
  return advice->n_clusters_shown;
}

GPtrArray *
advice_match_all_hubs (const Advice *advice)
{
  AdviceMatchQuery query = match_query (advice);

  return advice_match_hubs (&query, G_MAXUINT);
}

const AdviceBenchmark *
advice_benchmark (const Advice *advice)
{
  return advice->benchmark;
}

const BaseText *
advice_sheet_problem (const Advice *advice)
{
  return advice->sheet_problem;
}

const BaseText *
advice_sheet_result (const Advice *advice)
{
  return advice->sheet_result;
}

Advice *
advice_project (const Advice *advice, const guint *steps, guint n_steps)
{
  g_autofree const AdviceStep **chosen = g_new (const AdviceStep *, n_steps + 1);
  g_autoptr (AssessmentDocument) projected = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      chosen[i] = advice_step (advice, steps[i]);
      g_return_val_if_fail (chosen[i] != NULL, NULL);
    }
  projected = advice_steps_apply (advice->document, chosen, n_steps);
  return advice_new (projected, advice->pack, advice->rules, advice->catalogue, advice->date);
}
