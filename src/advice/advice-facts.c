/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"

/* The one table of facts: what a decision table can ask about, by its FEEL name, where the answer
 * stands in a document, and the question that settles it. A model with an input that is not here is
 * refused. The advice may suggest to change the partner, the project or the date; never size,
 * country, score or past aid. */

typedef struct
{
  const char *name;
  AdviceFactType type;
  const char *path;
  const char *label;
  const char *question;
  gboolean can_change;
} Row;

#define SCORES_QUESTION N_ ("Answer the remaining questions of the assessment.")
#define SIZE_QUESTION                                                                              \
  N_ ("How many people work in your firm, and what were its turnover and total assets last year?")
#define OWNERS_QUESTION                                                                            \
  N_ ("Does anyone own 25 % or more of your firm, or do you own 25 % or more of another?")

static const Row table[ADVICE_N_FACTS] = {
  [ADVICE_FACT_ON] = { "on", ADVICE_FACT_DATE, NULL, N_ ("Date"), NULL, TRUE },
  [ADVICE_FACT_INSTRUMENT]
  = { "instrument", ADVICE_FACT_STRING, NULL, N_ ("Kind of support"), NULL, FALSE },

  [ADVICE_FACT_STAFF]
  = { "staff", ADVICE_FACT_NUMBER, "company.accounts", N_ ("People in full work years"),
      N_ ("How many people work in your firm, in full work years?"), FALSE },
  [ADVICE_FACT_TURNOVER] = { "turnover", ADVICE_FACT_NUMBER, "company.accounts", N_ ("Turnover"),
                             N_ ("What was the turnover of the last year?"), FALSE },
  [ADVICE_FACT_BALANCE_SHEET]
  = { "balance sheet", ADVICE_FACT_NUMBER, "company.accounts", N_ ("Total assets"),
      N_ ("What are the total assets in your accounts?"), FALSE },
  [ADVICE_FACT_HOLDING_RELATION] = { "holding relation", ADVICE_FACT_STRING, "company.holdings",
                                     N_ ("How the other firm is tied to yours"), NULL, FALSE },
  [ADVICE_FACT_HOLDING_SHARE] = { "holding share", ADVICE_FACT_NUMBER, "company.holdings",
                                  N_ ("Share in percent"), NULL, FALSE },
  [ADVICE_FACT_HOLDING_VOTES] = { "holding votes", ADVICE_FACT_NUMBER, "company.holdings",
                                  N_ ("Share of votes in percent"), NULL, FALSE },
  [ADVICE_FACT_HOLDING_THROUGH] = { "holding through", ADVICE_FACT_STRING, "company.holdings",
                                    N_ ("Tied through a firm or a person"), NULL, FALSE },
  [ADVICE_FACT_PUBLIC_SHARE]
  = { "public share", ADVICE_FACT_NUMBER, "company.holdings", N_ ("Share held by public bodies"),
      N_ ("Do public bodies own part of your firm?"), FALSE },
  [ADVICE_FACT_FIGURES_CLASS] = { "figures class", ADVICE_FACT_STRING, "company.accounts",
                                  N_ ("Size by the figures"), NULL, FALSE },
  [ADVICE_FACT_COMPANY_SIZE] = { "company size", ADVICE_FACT_STRING, "company.accounts",
                                 N_ ("Size of your firm"), SIZE_QUESTION, FALSE },
  [ADVICE_FACT_OTHER_OWNERS] = { "other owners", ADVICE_FACT_BOOLEAN, "company.holdings",
                                 N_ ("Partner and linked firms"), OWNERS_QUESTION, FALSE },
  [ADVICE_FACT_COMPANY_COUNTRY]
  = { "company country", ADVICE_FACT_STRING, "company.country", N_ ("Country of your firm"),
      N_ ("In which country is your firm?"), FALSE },
  [ADVICE_FACT_COMPANY_COUNTRY_COVERED]
  = { "company country covered", ADVICE_FACT_BOOLEAN, "company.country",
      N_ ("Your firm is in the European Union or an associated country"),
      N_ ("Is your country in the European Union, or was it associated with Horizon 2020?"),
      FALSE },
  [ADVICE_FACT_REGION_TYPE]
  = { "region type", ADVICE_FACT_STRING, "company.region", N_ ("Kind of region"),
      N_ ("In which region is your firm?"), FALSE },
  [ADVICE_FACT_MANUFACTURER]
  = { "manufacturer", ADVICE_FACT_BOOLEAN, "company.nace", N_ ("Making things"),
      N_ ("Is the main activity of your firm making things (manufacturing)?"), FALSE },
  [ADVICE_FACT_CONSTRUCTION]
  = { "construction", ADVICE_FACT_BOOLEAN, "company.sectors", N_ ("Building trade"),
      N_ ("Does your firm work in building and construction?"), FALSE },

  [ADVICE_FACT_OVERALL_SCORE] = { "overall score", ADVICE_FACT_NUMBER, "answers",
                                  N_ ("Overall score"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_STRATEGY_SCORE] = { "strategy score", ADVICE_FACT_NUMBER, "answers",
                                   N_ ("Score of strategy"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_READINESS_SCORE] = { "readiness score", ADVICE_FACT_NUMBER, "answers",
                                    N_ ("Score of readiness"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_HUMAN_CENTRIC_SCORE] = { "human centric score", ADVICE_FACT_NUMBER, "answers",
                                        N_ ("Score of people"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_DATA_SCORE]
  = { "data score", ADVICE_FACT_NUMBER, "answers", N_ ("Score of data"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_AUTOMATION_SCORE] = { "automation score", ADVICE_FACT_NUMBER, "answers",
                                     N_ ("Score of automation"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_GREEN_SCORE] = { "green score", ADVICE_FACT_NUMBER, "answers",
                                N_ ("Score of green digitalisation"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_OVERALL_BAND]
  = { "overall band", ADVICE_FACT_STRING, "answers", N_ ("Level"), SCORES_QUESTION, FALSE },
  [ADVICE_FACT_WEAKEST_DIMENSION] = { "weakest dimension", ADVICE_FACT_STRING, "answers",
                                      N_ ("Weakest area"), SCORES_QUESTION, FALSE },

  [ADVICE_FACT_GOAL]
  = { "goal", ADVICE_FACT_STRING, "project.goal", N_ ("Goal of the project"),
      N_ ("What is the goal: to learn, to develop something, or to solve a problem of a larger "
          "company?"),
      TRUE },
  [ADVICE_FACT_SUBJECT]
  = { "subject", ADVICE_FACT_STRING, "project.subject", N_ ("Product or process"),
      N_ ("Is the project about a product or about how you work?"), TRUE },
  [ADVICE_FACT_CYBER_PHYSICAL]
  = { "cyber physical", ADVICE_FACT_BOOLEAN, "project.cyber_physical",
      N_ ("Sensors, electronics and software together"),
      N_ ("Does it contain sensors, electronics and software?"), TRUE },
  [ADVICE_FACT_CONNECTED_DEVICE]
  = { "connected device", ADVICE_FACT_BOOLEAN, "project.technologies",
      N_ ("Connected devices or embedded electronics"),
      N_ ("Which technologies does the project use?"), TRUE },
  [ADVICE_FACT_DIGITAL_TWIN]
  = { "digital twin", ADVICE_FACT_BOOLEAN, "project.digital_twin", N_ ("Digital twin"),
      N_ ("Does the project build a digital twin: a computer model that follows the real "
          "machine?"),
      TRUE },
  [ADVICE_FACT_PROVEN_CONCEPT]
  = { "proven concept", ADVICE_FACT_BOOLEAN, "project.proven_concept", N_ ("Proven concept"),
      N_ ("Has the idea been shown to work?"), TRUE },
  [ADVICE_FACT_WEARABLE_ELECTRONICS]
  = { "wearable electronics", ADVICE_FACT_BOOLEAN, "project.technologies",
      N_ ("Flexible, printed or wearable electronics"),
      N_ ("Which technologies does the project use?"), TRUE },
  [ADVICE_FACT_DATA_PROJECT] = { "data project", ADVICE_FACT_BOOLEAN, "project.technologies",
                                 N_ ("Data or artificial intelligence"),
                                 N_ ("Which technologies does the project use?"), TRUE },
  [ADVICE_FACT_MODELLING_PROJECT]
  = { "modelling project", ADVICE_FACT_BOOLEAN, "project.technologies",
      N_ ("Simulation or model-based design"), N_ ("Which technologies does the project use?"),
      TRUE },
  [ADVICE_FACT_GROUP_PROJECT]
  = { "group project", ADVICE_FACT_BOOLEAN, "project.group", N_ ("Group of firms"),
      N_ ("Would you take part in a small group of firms?"), TRUE },
  [ADVICE_FACT_CHALLENGE_OWNER]
  = { "challenge owner", ADVICE_FACT_BOOLEAN, "project.challenge_owner",
      N_ ("Larger company with a problem"),
      N_ ("Is there a larger company with a concrete technical problem?"), TRUE },
  [ADVICE_FACT_PRIOR_PROJECT_MONEY]
  = { "prior project money", ADVICE_FACT_NUMBER, "project.prior_i4ms_sae_eur",
      N_ ("Earlier money from I4MS and SAE projects"),
      N_ ("How much money did your firm get from earlier I4MS or SAE projects?"), FALSE },

  [ADVICE_FACT_PARTNER_COUNT]
  = { "partner count", ADVICE_FACT_NUMBER, "project.partners", N_ ("Number of partners"),
      N_ ("Who takes part beside your firm? Nobody is an answer too."), TRUE },
  [ADVICE_FACT_RESEARCH_PARTNERS]
  = { "research partners", ADVICE_FACT_NUMBER, "project.partners",
      N_ ("Universities and research organisations"),
      N_ ("Is one of the partners a university or research organisation?"), TRUE },
  [ADVICE_FACT_PARTNERS_ARE_SMES]
  = { "partners are SMEs", ADVICE_FACT_BOOLEAN, "project.partners", N_ ("Partners are SMEs"),
      N_ ("Is every partner a small or medium-sized enterprise?"), TRUE },
  [ADVICE_FACT_PARTNERS_INDEPENDENT]
  = { "partners independent", ADVICE_FACT_BOOLEAN, "project.partners",
      N_ ("Independence of the partners"),
      N_ ("Does one of the firms control the other, or somebody both?"), TRUE },
  [ADVICE_FACT_PARTNER_COUNTRIES_COVERED]
  = { "partner countries covered", ADVICE_FACT_BOOLEAN, "project.partners",
      N_ ("Partners are in the European Union or an associated country"),
      N_ ("Are the partners' countries in the European Union, or were they associated with Horizon "
          "2020?"),
      TRUE },
  [ADVICE_FACT_COUNTRY_COUNT]
  = { "country count", ADVICE_FACT_NUMBER, "project.partners", N_ ("Number of countries"),
      N_ ("In which countries are the partners?"), TRUE },
  [ADVICE_FACT_WEAKEST_SCORE]
  = { "weakest score", ADVICE_FACT_NUMBER, "project.partners",
      N_ ("Overall score of the weakest firm"), N_ ("What do the partners score?"), TRUE },
  [ADVICE_FACT_STRONGEST_SCORE]
  = { "strongest score", ADVICE_FACT_NUMBER, "project.partners",
      N_ ("Overall score of the strongest firm"), N_ ("What do the partners score?"), TRUE },
  [ADVICE_FACT_HUBS_TAKING_PART]
  = { "hubs taking part", ADVICE_FACT_NUMBER, "project.hub", N_ ("Hubs that take part"),
      N_ ("Which hub takes part?"), TRUE },
  [ADVICE_FACT_HUB_ABROAD]
  = { "hub abroad", ADVICE_FACT_BOOLEAN, "project.hub", N_ ("Hub of another country"),
      N_ ("Does a hub of another country take part?"), TRUE },

  [ADVICE_FACT_AID_RULE] = { "aid rule", ADVICE_FACT_STRING, "company.aid",
                             N_ ("Rule the aid was given under"), NULL, FALSE },
  [ADVICE_FACT_AID_ACTIVITY] = { "aid activity", ADVICE_FACT_STRING, "company.aid_exclusions",
                                 N_ ("What the aid is for"), NULL, FALSE },
  [ADVICE_FACT_AID_MEASURE]
  = { "aid measure", ADVICE_FACT_STRING, NULL, N_ ("Kind of cost"), NULL, FALSE },
  [ADVICE_FACT_AID_BONUS]
  = { "aid bonus", ADVICE_FACT_STRING, NULL, N_ ("Ground for an increase"), NULL, FALSE },
};

struct _AdviceFacts
{
  AdvicePool *pool;
  AdviceFact facts[ADVICE_N_FACTS];
  DmnFact values[ADVICE_N_FACTS];
  gboolean inferred[ADVICE_N_FACTS];
  AdviceFactId asks[ADVICE_N_FACTS];
};

/* --- the table --- */

AdviceFactRow *
advice_fact_rows_new (void)
{
  AdviceFactRow *rows = g_new0 (AdviceFactRow, ADVICE_N_FACTS);

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    rows[i] = (AdviceFactRow){
      .name = table[i].name,
      .type = table[i].type,
      .path = table[i].path,
      .label = base_text_new (table[i].label),
      .question = table[i].question != NULL ? base_text_new (table[i].question) : NULL,
      .can_change = table[i].can_change,
    };
  return rows;
}

void
advice_fact_rows_free (AdviceFactRow *rows)
{
  if (rows == NULL)
    return;
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    {
      base_text_unref (rows[i].label);
      g_clear_pointer (&rows[i].question, base_text_unref);
    }
  g_free (rows);
}

int
advice_fact_find_id (const char *name)
{
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    if (g_str_equal (table[i].name, name))
      return (int)i;
  return -1;
}

AdviceFactId
advice_fact_first_with_question (AdviceFactId id)
{
  for (guint i = 0; i < (guint)id; i++)
    if (g_strcmp0 (table[i].question, table[id].question) == 0)
      return i;
  return id;
}

const char *
advice_fact_path (AdviceFactId id)
{
  return table[id].path;
}

/* --- the facts of one document --- */

AdviceFacts *
advice_facts_new (const AdviceFactRow *rows, AdvicePool *pool)
{
  AdviceFacts *facts = g_new0 (AdviceFacts, 1);

  facts->pool = pool;
  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    {
      facts->facts[i].row = &rows[i];
      facts->asks[i] = i;
    }
  return facts;
}

void
advice_facts_free (AdviceFacts *facts)
{
  g_free (facts);
}

AdvicePool *
advice_facts_pool (AdviceFacts *facts)
{
  return facts->pool;
}

DmnFact
advice_facts_value (const AdviceFacts *facts, AdviceFactId id)
{
  return facts->values[id];
}

guint
advice_facts_count (const AdviceFacts *facts)
{
  return ADVICE_N_FACTS;
}

const AdviceFact *
advice_facts_get (const AdviceFacts *facts, guint index)
{
  g_return_val_if_fail (facts != NULL && index < ADVICE_N_FACTS, NULL);

  return &facts->facts[index];
}

const AdviceFact *
advice_facts_find (const AdviceFacts *facts, const char *name)
{
  int id;

  g_return_val_if_fail (facts != NULL && name != NULL, NULL);

  id = advice_fact_find_id (name);
  return id < 0 ? NULL : &facts->facts[id];
}

/* --- setters --- */

void
advice_facts_set (AdviceFacts *facts,
                  AdviceFactId id,
                  DmnFact known,
                  AdviceProof proof,
                  BaseText *value,
                  BaseText *from)
{
  AdviceFact *fact = &facts->facts[id];

  facts->values[id] = known;
  fact->state = known.kind == DMN_FACT_VALUE      ? ADVICE_FACT_VALUE
                : known.kind == DMN_FACT_INTERVAL ? ADVICE_FACT_INTERVAL
                                                  : ADVICE_FACT_UNKNOWN;
  fact->proof = proof;
  fact->value = advice_pool_keep (facts->pool, value);
  fact->from = advice_pool_keep (facts->pool, from);
}

void
advice_facts_set_proof (AdviceFacts *facts, AdviceFactId id, AdviceProof proof)
{
  facts->facts[id].proof = proof;
}

void
advice_facts_set_inferred (AdviceFacts *facts, AdviceFactId id)
{
  facts->inferred[id] = TRUE;
}

gboolean
advice_facts_is_inferred (const AdviceFacts *facts, AdviceFactId id)
{
  return facts->inferred[id];
}

void
advice_facts_set_asks (AdviceFacts *facts, AdviceFactId id, AdviceFactId other)
{
  facts->asks[id] = other;
}

AdviceFactId
advice_facts_asks (const AdviceFacts *facts, AdviceFactId id)
{
  return facts->asks[id];
}

void
advice_facts_set_boolean (AdviceFacts *facts, AdviceFactId id, gboolean yes, BaseText *from)
{
  advice_facts_set (facts, id, dmn_fact_value (feel_value_boolean (yes)), ADVICE_PROOF_DECLARED,
                    base_text_new (yes ? N_ ("Yes") : N_ ("No")), from);
}

void
advice_facts_set_string (
    AdviceFacts *facts, AdviceFactId id, const char *string, BaseText *value, BaseText *from)
{
  FeelValue copy = feel_value_string_copy (advice_pool_arena (facts->pool), string, -1);

  advice_facts_set (facts, id, dmn_fact_value (copy), ADVICE_PROOF_DECLARED, value, from);
}

void
advice_facts_set_one_of (AdviceFacts *facts,
                         AdviceFactId id,
                         const char *const *strings,
                         guint n,
                         BaseText *value,
                         BaseText *from)
{
  FeelArena *arena = advice_pool_arena (facts->pool);
  g_autofree FeelValue *values = NULL;

  g_assert (n > 0);
  if (n == 1)
    {
      advice_facts_set_string (facts, id, strings[0], value, from);
      return;
    }
  values = g_new (FeelValue, n);
  for (guint i = 0; i < n; i++)
    values[i] = feel_value_string_copy (arena, strings[i], -1);
  advice_facts_set (facts, id, dmn_fact_one_of (feel_value_list (arena, values, n)),
                    ADVICE_PROOF_DECLARED, value, from);
}

void
advice_facts_set_range (
    AdviceFacts *facts, AdviceFactId id, gint64 low, gint64 high, guint places, BaseText *from)
{
  FeelArena *arena = advice_pool_arena (facts->pool);
  FeelValue low_value = feel_value_number_from_scaled (low, places);
  FeelValue high_value = feel_value_number_from_scaled (high, places);
  DmnFact known;
  BaseText *value;

  if (low == high)
    {
      known = dmn_fact_value (low_value);
      value = base_text_with_decimal (base_text_new ("{number}"), "number", low, places);
    }
  else if (high < low)
    {
      known = dmn_fact_interval (feel_value_range (arena, low_value, TRUE, FEEL_NULL_VALUE, FALSE));
      value = base_text_with_decimal (base_text_new (N_ ("at least {low}")), "low", low, places);
    }
  else
    {
      known = dmn_fact_interval (feel_value_range (arena, low_value, TRUE, high_value, TRUE));
      value = base_text_with_decimal (base_text_new (N_ ("between {low} and {high}")), "low", low,
                                      places);
      value = base_text_with_decimal (value, "high", high, places);
    }
  advice_facts_set (facts, id, known, ADVICE_PROOF_DECLARED, value, from);
}
