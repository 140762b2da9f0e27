/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice/advice-facts-private.h"

#include <math.h>

/* Facts over all partners at once. A list that is absent is unanswered; an empty one says "nobody".
 * What one partner leaves open leaves the fact open, as far as the others do not settle it. */

typedef enum
{
  KIND_UNKNOWN, /* a firm or a research organisation */
  KIND_FIRM,
  KIND_RESEARCH,
  KIND_HUB,
} PartnerKind;

typedef enum
{
  ANSWER_UNKNOWN,
  ANSWER_NO,
  ANSWER_YES,
} Answer;

typedef struct
{
  PartnerKind kind;
  const char *country; /* catalogue's code, NULL unknown */
  Answer is_sme, is_independent;
  int low, high; /* overall score in hundredths */
} Partner;

typedef struct
{
  gboolean answered;
  Partner *partners; /* firms and research organisations first, then hubs */
  guint n, n_hubs;
} Partners;

/* --- reading --- */

static Answer
read_boolean (AdviceReader *reader, guint index, const char *member)
{
  g_autofree char *path = g_strdup_printf ("project.partners[%u].%s", index, member);
  gboolean yes;

  if (!assessment_document_get_boolean (reader->document, path, &yes))
    return ANSWER_UNKNOWN;
  return yes ? ANSWER_YES : ANSWER_NO;
}

static const char *
read_string (AdviceReader *reader, guint index, const char *member)
{
  g_autofree char *path = g_strdup_printf ("project.partners[%u].%s", index, member);

  return assessment_document_get_string (reader->document, path);
}

/* An SME is a firm; who is none may be a large firm or a university until somebody says. */
static PartnerKind
read_kind (AdviceReader *reader, guint index, Answer is_sme)
{
  const char *kind = read_string (reader, index, "kind");

  if (g_strcmp0 (kind, "hub") == 0)
    return KIND_HUB;
  if (g_strcmp0 (kind, "research") == 0)
    return KIND_RESEARCH;
  if (g_strcmp0 (kind, "firm") == 0 || is_sme == ANSWER_YES)
    return KIND_FIRM;
  return KIND_UNKNOWN;
}

static void
read_partner (AdviceReader *reader, guint index, Partner *partner)
{
  g_autofree char *path = g_strdup_printf ("project.partners[%u].overall_score", index);
  double score;

  partner->is_sme = read_boolean (reader, index, "sme");
  partner->is_independent = read_boolean (reader, index, "independent");
  partner->country
      = advice_country_code (reader->catalogue, read_string (reader, index, "country"));
  partner->kind = read_kind (reader, index, partner->is_sme);
  if (partner->kind == KIND_RESEARCH)
    partner->is_sme = ANSWER_NO;
  partner->low = 0;
  partner->high = 10000;
  if (assessment_document_get_number (reader->document, path, &score))
    partner->low = partner->high = (int)floor (score * 100 + 0.5);
}

static void
read_list (AdviceReader *reader, Partners *list)
{
  AdvicePool *pool = advice_facts_pool (reader->facts);
  guint n_all = assessment_document_count (reader->document, "project.partners");
  Partner *hubs = advice_pool_new_array (pool, Partner, n_all);

  list->answered = assessment_document_has (reader->document, "project.partners");
  list->partners = advice_pool_new_array (pool, Partner, n_all);
  for (guint i = 0; i < n_all; i++)
    {
      Partner partner = { 0 };

      read_partner (reader, i, &partner);
      if (partner.kind == KIND_HUB)
        hubs[list->n_hubs++] = partner;
      else
        list->partners[list->n++] = partner;
    }
  for (guint i = 0; i < list->n_hubs; i++)
    list->partners[list->n + i] = hubs[i];
}

/* --- who they are --- */

static BaseText *
from_partners (const Partners *list)
{
  if (list->n == 0)
    return base_text_new (N_ ("Project: no partner"));
  return base_text_new_plural ("Project: {n} partner", "Project: {n} partners", list->n);
}

static Answer
is_sme (const Partner *partner)
{
  return partner->is_sme;
}

static Answer
is_independent (const Partner *partner)
{
  return partner->is_independent;
}

/* Yes when all say yes, no when one says no. Of nobody everything is true. */
static void
set_all (AdviceReader *reader,
         const Partners *list,
         AdviceFactId id,
         Answer (*ask) (const Partner *),
         const char *yes_words,
         const char *no_words)
{
  gboolean all = TRUE;

  for (guint i = 0; i < list->n; i++)
    {
      Answer answer = ask (&list->partners[i]);

      if (answer == ANSWER_NO)
        {
          advice_facts_set_boolean (reader->facts, id, FALSE, base_text_new (no_words));
          return;
        }
      all = all && answer == ANSWER_YES;
    }
  if (all)
    advice_facts_set_boolean (reader->facts, id, TRUE,
                              list->n > 0 ? base_text_new (yes_words) : from_partners (list));
}

static void
set_counts (AdviceReader *reader, const Partners *list)
{
  guint n_research = 0;
  guint n_open = 0;

  for (guint i = 0; i < list->n; i++)
    {
      n_research += list->partners[i].kind == KIND_RESEARCH;
      n_open += list->partners[i].kind == KIND_UNKNOWN;
    }
  advice_facts_set_range (reader->facts, ADVICE_FACT_PARTNER_COUNT, list->n, list->n, 0,
                          from_partners (list));
  advice_facts_set_range (reader->facts, ADVICE_FACT_RESEARCH_PARTNERS, n_research,
                          n_research + n_open, 0, from_partners (list));
}

/* --- where they are --- */

static gboolean
in_union (AdviceReader *reader, const char *code)
{
  const CatalogueCountry *country
      = code != NULL ? catalogue_find_country (reader->catalogue, code) : NULL;

  return country != NULL && g_strcmp0 (country->status, "EU") == 0;
}

static BaseText *
from_countries (AdviceReader *reader, GPtrArray *codes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (names, advice_country_text (reader->catalogue, g_ptr_array_index (codes, i)));
  return base_text_with_list (base_text_new (N_ ("Countries: {countries}")), "countries",
                              (BaseText **)names->pdata, names->len);
}

static gboolean
add_country (GPtrArray *codes, const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_str_equal (g_ptr_array_index (codes, i), code))
      return FALSE;
  g_ptr_array_add (codes, (gpointer)code);
  return TRUE;
}

/* Different countries of your firm and its partners. Each country that is not said may be one more.
 */
static void
set_countries (AdviceReader *reader, const Partners *list)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  const char *own = advice_country_code (
      reader->catalogue, assessment_document_get_string (reader->document, "company.country"));
  guint n_open = own == NULL ? 1 : 0;
  gboolean covered = TRUE;

  if (own != NULL)
    add_country (codes, own);
  for (guint i = 0; i < list->n; i++)
    {
      const char *code = list->partners[i].country;

      if (code != NULL)
        add_country (codes, code);
      else
        n_open++;
      covered = covered && in_union (reader, code);
    }
  advice_facts_set_range (reader->facts, ADVICE_FACT_COUNTRY_COUNT, MAX (codes->len, 1),
                          codes->len + n_open, 0,
                          codes->len > 0 ? from_countries (reader, codes) : from_partners (list));
  if (covered)
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_PARTNER_COUNTRIES_COVERED, TRUE,
                              list->n > 0 ? from_countries (reader, codes) : from_partners (list));
}

/* --- how far they are --- */

static BaseText *
from_scores (const Partners *list, int own, int low, int high)
{
  BaseText *text;

  if (low == high && own != low && list->n > 0)
    return base_text_with_decimal (base_text_new (N_ ("A partner scores {score}")), "score", low,
                                   2);
  if (low == high)
    return base_text_with_decimal (base_text_new (N_ ("Your firm scores {score}")), "score", low,
                                   2);
  text = base_text_new (N_ ("Your firm and its partners: between {low} and {high}"));
  text = base_text_with_decimal (text, "low", low, 2);
  return base_text_with_decimal (text, "high", high, 2);
}

static void
set_scores (AdviceReader *reader, const Partners *list)
{
  SurveyValue own = survey_score_overall (reader->score);
  gboolean counts = survey_pack_full_marks (survey_score_pack (reader->score)) == 100;
  int weakest_low = counts ? own.low : 0;
  int weakest_high = counts ? own.high : 10000;
  int strongest_low = weakest_low;
  int strongest_high = weakest_high;

  for (guint i = 0; i < list->n; i++)
    {
      const Partner *partner = &list->partners[i];

      weakest_low = MIN (weakest_low, partner->low);
      weakest_high = MIN (weakest_high, partner->high);
      strongest_low = MAX (strongest_low, partner->low);
      strongest_high = MAX (strongest_high, partner->high);
    }
  if (!list->answered)
    {
      weakest_low = 0;
      strongest_high = 10000;
    }
  advice_facts_set_range (reader->facts, ADVICE_FACT_WEAKEST_SCORE, weakest_low, weakest_high, 2,
                          from_scores (list, own.value, weakest_low, weakest_high));
  advice_facts_set_range (reader->facts, ADVICE_FACT_STRONGEST_SCORE, strongest_low, strongest_high,
                          2, from_scores (list, own.value, strongest_low, strongest_high));
  if (weakest_low == weakest_high && weakest_low == own.value)
    advice_facts_set_proof (reader->facts, ADVICE_FACT_WEAKEST_SCORE, ADVICE_PROOF_COMPUTED);
  if (strongest_low == strongest_high && strongest_low == own.value)
    advice_facts_set_proof (reader->facts, ADVICE_FACT_STRONGEST_SCORE, ADVICE_PROOF_COMPUTED);
}

/* --- groups and hubs --- */

/* A group without a word on it: three firms or more are one (two partners beside your own, our
 * reading of R1). */
static void
set_group (AdviceReader *reader, const Partners *list)
{
  if (advice_facts_value (reader->facts, ADVICE_FACT_GROUP_PROJECT).kind == DMN_FACT_UNKNOWN
      && list->answered)
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_GROUP_PROJECT, list->n >= 2,
                              from_partners (list));
}

static BaseText *
from_hubs (const CatalogueHub *hub, gint64 n)
{
  if (n == 0)
    return base_text_new (N_ ("Project: no hub is named"));
  if (n == 1 && hub != NULL)
    return base_text_with_string (base_text_new (N_ ("Project: {hub}")), "hub", hub->name);
  return base_text_new_plural ("Project: {n} hub", "Project: {n} hubs", n);
}

/* The hub of the project and the hubs among the partners. A project without a word on its hub may
 * still have one. */
static void
set_hubs (AdviceReader *reader, const Partners *list)
{
  const char *id = assessment_document_get_string (reader->document, "project.hub");
  const CatalogueHub *hub = id != NULL ? catalogue_find_hub (reader->catalogue, id) : NULL;
  const char *own = advice_country_code (
      reader->catalogue, assessment_document_get_string (reader->document, "company.country"));
  gint64 n = list->n_hubs + (id != NULL ? 1 : 0);
  gint64 most = list->answered ? n + (id == NULL ? 1 : 0) : -1;
  gboolean abroad = hub != NULL && own != NULL && !g_str_equal (hub->country, own);
  gboolean open = own == NULL || most != n || (id != NULL && hub == NULL);

  if (n == 0 && !list->answered)
    return;
  for (guint i = 0; i < list->n_hubs; i++)
    {
      const char *country = list->partners[list->n + i].country;

      abroad = abroad || (country != NULL && own != NULL && !g_str_equal (country, own));
      open = open || country == NULL;
    }
  advice_facts_set_range (reader->facts, ADVICE_FACT_HUBS_TAKING_PART, n, most, 0,
                          from_hubs (hub, n));
  if (abroad || !open)
    advice_facts_set_boolean (reader->facts, ADVICE_FACT_HUB_ABROAD, abroad, from_hubs (hub, n));
}

/* Nobody can say where the partners are before there are any; and when all of them have a score,
 * what is open is your own. */
static void
set_asks (AdviceReader *reader, const Partners *list)
{
  static const AdviceFactId about_partners[] = {
    ADVICE_FACT_RESEARCH_PARTNERS,    ADVICE_FACT_PARTNERS_ARE_SMES,
    ADVICE_FACT_PARTNERS_INDEPENDENT, ADVICE_FACT_PARTNER_COUNTRIES_COVERED,
    ADVICE_FACT_COUNTRY_COUNT,        ADVICE_FACT_WEAKEST_SCORE,
    ADVICE_FACT_STRONGEST_SCORE,
  };
  gboolean scored = list->answered;

  for (guint i = 0; !list->answered && i < G_N_ELEMENTS (about_partners); i++)
    advice_facts_set_asks (reader->facts, about_partners[i], ADVICE_FACT_PARTNER_COUNT);
  for (guint i = 0; i < list->n; i++)
    scored = scored && list->partners[i].low == list->partners[i].high;
  if (scored)
    {
      advice_facts_set_asks (reader->facts, ADVICE_FACT_WEAKEST_SCORE, ADVICE_FACT_OVERALL_SCORE);
      advice_facts_set_asks (reader->facts, ADVICE_FACT_STRONGEST_SCORE, ADVICE_FACT_OVERALL_SCORE);
    }
}

void
advice_facts_read_partners (AdviceReader *reader)
{
  Partners list = { 0 };

  read_list (reader, &list);
  if (list.answered)
    {
      set_counts (reader, &list);
      set_all (reader, &list, ADVICE_FACT_PARTNERS_ARE_SMES, is_sme,
               N_ ("Project: every partner is an SME"),
               N_ ("Project: not every partner is an SME"));
      set_all (reader, &list, ADVICE_FACT_PARTNERS_INDEPENDENT, is_independent,
               N_ ("Project: the partners are independent"),
               N_ ("Project: not every partner is independent"));
      set_countries (reader, &list);
    }
  set_scores (reader, &list);
  set_group (reader, &list);
  set_hubs (reader, &list);
  set_asks (reader, &list);
}
