/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"

/* Facts about the project: what is wanted, and with which technologies. A plain answer wins over
 * what the technologies suggest; technologies alone never say "no" where there is a plain question
 * to ask. */

static BaseText *
from_project (const char *msgid)
{
  return base_text_with_text (base_text_new (N_ ("Project: {answer}")), "answer",
                              base_text_new (msgid));
}

/* --- plain answers --- */

static const struct
{
  AdviceFactId fact;
  const char *yes, *no;
} booleans[] = {
  { ADVICE_FACT_CYBER_PHYSICAL, N_ ("it contains sensors, electronics and software"),
    N_ ("it does not contain sensors, electronics and software") },
  { ADVICE_FACT_DIGITAL_TWIN, N_ ("it builds a digital twin"), N_ ("it builds no digital twin") },
  { ADVICE_FACT_PROVEN_CONCEPT, N_ ("the idea has been shown to work"),
    N_ ("the idea has not been shown to work yet") },
  { ADVICE_FACT_GROUP_PROJECT, N_ ("in a group of firms"), N_ ("not in a group of firms") },
  { ADVICE_FACT_CHALLENGE_OWNER, N_ ("a larger company with a problem takes part"),
    N_ ("no larger company takes part") },
};

static const struct
{
  AdviceFactId fact;
  const char *id, *words;
} choices[] = {
  { ADVICE_FACT_GOAL, "learn", N_ ("the goal is to learn") },
  { ADVICE_FACT_GOAL, "develop", N_ ("the goal is to develop or improve something") },
  { ADVICE_FACT_GOAL, "solve-challenge",
    N_ ("the goal is to solve a problem of a larger company") },
  { ADVICE_FACT_SUBJECT, "product", N_ ("it is about a product or service") },
  { ADVICE_FACT_SUBJECT, "process", N_ ("it is about how you work") },
};

static void
read_answers (AdviceReader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (booleans); i++)
    {
      gboolean yes;

      if (assessment_document_get_boolean (reader->document, advice_fact_path (booleans[i].fact),
                                           &yes))
        advice_facts_set_boolean (reader->facts, booleans[i].fact, yes,
                                  from_project (yes ? booleans[i].yes : booleans[i].no));
    }
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char *id
          = assessment_document_get_string (reader->document, advice_fact_path (choices[i].fact));

      if (g_strcmp0 (id, choices[i].id) == 0)
        advice_facts_set_string (reader->facts, choices[i].fact, id,
                                 base_text_new (choices[i].words), from_project (choices[i].words));
    }
}

/* --- technologies --- */

static const char *const cyber_physical_terms[] = { "cps", NULL };
static const char *const device_terms[] = { "cps", "iot", "micro-nanoelectronics", NULL };
static const char *const twin_terms[] = { "digital-twins", NULL };
static const char *const wearable_terms[] = { "organic-electronics", NULL };
static const char *const data_terms[] = { "ai", "big-data", "data", "bi-tools", NULL };
static const char *const modelling_terms[] = { "simulation", "digital-twins", NULL };

/* What the ticked technologies say: yes if one of @terms is ticked; else, with @silence_is_no, no.
 * Nothing for facts that the plain answers have settled. */
static const struct
{
  AdviceFactId fact;
  const char *const *terms;
  gboolean silence_is_no;
} by_technology[] = {
  { ADVICE_FACT_CYBER_PHYSICAL, cyber_physical_terms, FALSE },
  { ADVICE_FACT_DIGITAL_TWIN, twin_terms, FALSE },
  { ADVICE_FACT_WEARABLE_ELECTRONICS, wearable_terms, TRUE },
  { ADVICE_FACT_DATA_PROJECT, data_terms, TRUE },
  { ADVICE_FACT_MODELLING_PROJECT, modelling_terms, TRUE },
};

static BaseText *
from_technologies (AdviceReader *reader, const char *const *ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CatalogueTerm *term
          = catalogue_find_term (reader->catalogue, CATALOGUE_TERM_TECHNOLOGY, ids[i]);

      g_ptr_array_add (names, term != NULL ? base_text_new (term->label)
                                           : base_text_new_verbatim (ids[i]));
    }
  if (names->len == 0)
    return base_text_new (N_ ("Project: no technology ticked"));
  return base_text_with_list (base_text_new (N_ ("Technologies: {technologies}")), "technologies",
                              (BaseText **)names->pdata, names->len);
}

static gboolean
names_one (const char *const *technologies, const char *const *terms)
{
  for (guint i = 0; terms[i] != NULL; i++)
    if (g_strv_contains (technologies, terms[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_known (AdviceReader *reader, AdviceFactId id)
{
  return advice_facts_value (reader->facts, id).kind != DMN_FACT_UNKNOWN;
}

static void
read_technologies (AdviceReader *reader, const char *const *technologies)
{
  for (guint i = 0; i < G_N_ELEMENTS (by_technology); i++)
    {
      gboolean named = names_one (technologies, by_technology[i].terms);

      if (!is_known (reader, by_technology[i].fact) && (named || by_technology[i].silence_is_no))
        {
          advice_facts_set_boolean (reader->facts, by_technology[i].fact, named,
                                    from_technologies (reader, technologies));
          advice_facts_set_inferred (reader->facts, by_technology[i].fact);
        }
    }
}

/* A cyber-physical project is about connected devices whatever is ticked; to be sure that it is
 * none, both questions must be answered. */
static void
read_connected_device (AdviceReader *reader, const char *const *technologies)
{
  DmnFact cyber_physical = advice_facts_value (reader->facts, ADVICE_FACT_CYBER_PHYSICAL);

  if (cyber_physical.kind == DMN_FACT_VALUE && cyber_physical.value.boolean)
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_CONNECTED_DEVICE, TRUE,
                              from_project (booleans[0].yes));
  else if (technologies != NULL && names_one (technologies, device_terms))
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_CONNECTED_DEVICE, TRUE,
                              from_technologies (reader, technologies));
  else if (technologies != NULL && cyber_physical.kind == DMN_FACT_VALUE)
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_CONNECTED_DEVICE, FALSE,
                              from_technologies (reader, technologies));
}

/* --- money --- */

static void
read_prior_money (AdviceReader *reader)
{
  double euros;

  if (!assessment_document_get_number (reader->document, "project.prior_i4ms_sae_eur", &euros))
    return;
  advice_facts_set_range (
      reader->facts, ADVICE_FACT_PRIOR_PROJECT_MONEY, (gint64)(euros * 100 + 0.5),
      (gint64)(euros * 100 + 0.5), 2,
      base_text_with_money (base_text_new (N_ ("Project: {amount} from earlier projects")),
                            "amount", (gint64)(euros + 0.5)));
}

void
advice_facts_read_project (AdviceReader *reader)
{
  const char *const *technologies
      = assessment_document_get_strings (reader->document, "project.technologies");

  read_answers (reader);
  if (technologies != NULL)
    read_technologies (reader, technologies);
  read_connected_device (reader, technologies);
  read_prior_money (reader);
}
