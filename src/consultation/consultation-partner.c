/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-partner.h"

#include <string.h>

/* Cheap tests choose the pairs worth judging (two countries, something complementary); the decision
 * tables judge them. */

#define TWIN "twin-ae"
#define TWIN_LOW_DIGITAL "twin-ae-low-digital"

typedef struct
{
  ConsultationPair pair;
  const ConsultationCandidate *candidates; /* for comparing; only while pairs are made */
} Pair;

struct _ConsultationPartners
{
  GPtrArray *waiting; /* Pair: to be judged; NULL once all are */
  guint next;
  guint max;
  gboolean low_digital;
  GPtrArray *pairs; /* Pair: not excluded */
  guint n_without_project;
  gboolean truncated;
};

static const char *const *
technologies_of (const ConsultationCandidate *candidate)
{
  return assessment_document_get_strings (advice_document (candidate->advice),
                                          "project.technologies");
}

static const char *
country_of (const ConsultationCandidate *candidate)
{
  return assessment_document_get_string (advice_document (candidate->advice), "company.country");
}

gboolean
consultation_partners_considers (const AssessmentDocument *document)
{
  const char *const *technologies;

  g_return_val_if_fail (document != NULL, FALSE);

  technologies = assessment_document_get_strings (document, "project.technologies");
  return technologies != NULL && technologies[0] != NULL
         && assessment_document_get_string (document, "company.country") != NULL;
}

/* New array of borrowed ids that @a has and @b has not. */
static GPtrArray *
only_in (const char *const *a, const char *const *b)
{
  GPtrArray *only = g_ptr_array_new ();

  for (guint i = 0; a[i] != NULL; i++)
    if (!g_strv_contains (b, a[i]))
      g_ptr_array_add (only, (gpointer)a[i]);
  return only;
}

/* --- choosing --------------------------------------------------------------------------------- */

static guint
count_only_in (const char *const *a, const char *const *b)
{
  guint n = 0;

  for (guint i = 0; a[i] != NULL; i++)
    n += !g_strv_contains (b, a[i]);
  return n;
}

/* Each has to bring something that the other lacks. */
static guint
count_complementary (const ConsultationCandidate *a, const ConsultationCandidate *b)
{
  const char *const *first = technologies_of (a), *const *second = technologies_of (b);
  const guint n_first = count_only_in (first, second), n_second = count_only_in (second, first);

  return n_first == 0 || n_second == 0 ? 0 : n_first + n_second;
}

static void
consider (GPtrArray *pairs, const ConsultationCandidate *candidates, guint a, guint b)
{
  guint complementary;
  Pair *pair;

  if (!consultation_partners_considers (advice_document (candidates[a].advice))
      || !consultation_partners_considers (advice_document (candidates[b].advice))
      || g_str_equal (country_of (&candidates[a]), country_of (&candidates[b])))
    return;
  complementary = count_complementary (&candidates[a], &candidates[b]);
  if (complementary == 0)
    return;
  pair = g_new0 (Pair, 1);
  pair->candidates = candidates;
  pair->pair.first = MIN (a, b);
  pair->pair.second = MAX (a, b);
  pair->pair.n_complementary = complementary;
  g_ptr_array_add (pairs, pair);
}

static void
free_pair (gpointer data)
{
  Pair *pair = data;

  for (guint i = 0; i < pair->pair.n_reasons; i++)
    base_text_unref (pair->pair.reasons[i]);
  g_free ((gpointer)pair->pair.reasons);
  g_clear_pointer (&pair->pair.advice, advice_unref);
  g_free (pair);
}

static int
compare_ids (const Pair *a, const Pair *b)
{
  int first = strcmp (a->candidates[a->pair.first].id, b->candidates[b->pair.first].id);

  return first != 0 ? first
                    : strcmp (a->candidates[a->pair.second].id, b->candidates[b->pair.second].id);
}

static int
compare_complementary (gconstpointer first, gconstpointer second)
{
  const Pair *a = *(const Pair *const *)first;
  const Pair *b = *(const Pair *const *)second;

  if (a->pair.n_complementary != b->pair.n_complementary)
    return a->pair.n_complementary > b->pair.n_complementary ? -1 : 1;
  return compare_ids (a, b);
}

/* --- judging ---------------------------------------------------------------------------------- */

/* Takes @old. */
static AssessmentDocument *
replace (AssessmentDocument *old, AssessmentDocument *new)
{
  g_assert (new != NULL);
  assessment_document_unref (old);
  return new;
}

/* What is known of the partner; whether the two are independent nobody has said yet. */
static AssessmentDocument *
with_partner (AssessmentDocument *document, const Advice *partner)
{
  const AdviceSize *size = advice_size (partner);
  SurveyValue overall = survey_score_overall (advice_score (partner));
  const AssessmentDocument *other = advice_document (partner);
  AssessmentDocument *result = replace (assessment_document_ref (document),
                                        assessment_document_without (document, "project.partners"));

  result = replace (result, assessment_document_with_item (result, "project.partners"));
  result = replace (
      result, assessment_document_with_string (result, "project.partners[0].kind", "firm", NULL));
  result = replace (result, assessment_document_with_string (
                                result, "project.partners[0].country",
                                assessment_document_get_string (other, "company.country"), NULL));
  if (size->is_sme_settled)
    result = replace (result, assessment_document_with_boolean (result, "project.partners[0].sme",
                                                                size->is_sme, NULL));
  if (overall.value >= 0)
    result = replace (result,
                      assessment_document_with_number (result, "project.partners[0].overall_score",
                                                       (double)overall.value / 100, NULL));
  return result;
}

/* FALSE when the rules exclude the pair. */
static gboolean
judge (Pair *pair, gboolean low_digital)
{
  Advice *first = pair->candidates[pair->pair.first].advice;
  Advice *second = pair->candidates[pair->pair.second].advice;
  g_autoptr (AssessmentDocument) document = with_partner (advice_document (first), second);

  pair->pair.advice = advice_new (document, advice_pack (first), advice_rules (first),
                                  advice_catalogue (first), advice_date (first));
  pair->pair.instrument
      = advice_find_instrument (pair->pair.advice, low_digital ? TWIN_LOW_DIGITAL : TWIN);
  return pair->pair.instrument != NULL
         && pair->pair.instrument->status != ADVICE_STATUS_NOT_ELIGIBLE;
}

static int
compare_judged (gconstpointer first, gconstpointer second)
{
  const Pair *a = *(const Pair *const *)first;
  const Pair *b = *(const Pair *const *)second;
  gboolean a_fits = a->pair.instrument->status == ADVICE_STATUS_ELIGIBLE;
  gboolean b_fits = b->pair.instrument->status == ADVICE_STATUS_ELIGIBLE;

  if (a_fits != b_fits)
    return a_fits ? -1 : 1;
  if (a->pair.n_complementary != b->pair.n_complementary)
    return a->pair.n_complementary > b->pair.n_complementary ? -1 : 1;
  if (a->pair.instrument->n_unknown != b->pair.instrument->n_unknown)
    return a->pair.instrument->n_unknown < b->pair.instrument->n_unknown ? -1 : 1;
  return compare_ids (a, b);
}

/* --- reasons ---------------------------------------------------------------------------------- */

static BaseText *
country_text (const Advice *advice)
{
  const char *code = assessment_document_get_string (advice_document (advice), "company.country");
  const CatalogueCountry *country = catalogue_find_country (advice_catalogue (advice), code);

  return country != NULL ? base_text_new (country->name) : base_text_new_verbatim (code);
}

static BaseText *
technologies_text (const Advice *advice, const GPtrArray *ids)
{
  g_autofree BaseText **items = g_new (BaseText *, ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      const CatalogueTerm *term = catalogue_find_term (advice_catalogue (advice),
                                                       CATALOGUE_TERM_TECHNOLOGY, ids->pdata[i]);

      items[i]
          = term != NULL ? base_text_new (term->label) : base_text_new_verbatim (ids->pdata[i]);
    }
  return base_text_with_list (base_text_new (N_ ("{technologies}")), "technologies", items,
                              ids->len);
}

static BaseText *
complementary_text (const Pair *pair)
{
  const ConsultationCandidate *a = &pair->candidates[pair->pair.first];
  const ConsultationCandidate *b = &pair->candidates[pair->pair.second];
  g_autoptr (GPtrArray) first = only_in (technologies_of (a), technologies_of (b));
  g_autoptr (GPtrArray) second = only_in (technologies_of (b), technologies_of (a));

  return base_text_with_text (
      base_text_with_text (
          base_text_new (N_ ("They complete each other: one brings {first}, the other {second}")),
          "first", technologies_text (a->advice, first)),
      "second", technologies_text (b->advice, second));
}

/* Which of the two is the one of low maturity, as far as the table's own criterion is met. */
static BaseText *
low_digital_text (const Pair *pair)
{
  SurveyValue first
      = survey_score_overall (advice_score (pair->candidates[pair->pair.first].advice));
  SurveyValue second
      = survey_score_overall (advice_score (pair->candidates[pair->pair.second].advice));
  int low;

  if (first.value < 0 && second.value < 0)
    return base_text_new (N_ ("The digital maturity of both is still open"));
  low = first.value < 0 || (second.value >= 0 && second.value < first.value) ? second.value
                                                                             : first.value;
  return base_text_with_decimal (
      base_text_new (N_ ("The lower digital maturity of the two is {score} of 100")), "score", low,
      2);
}

static void
explain (Pair *pair, gboolean low_digital)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();

  g_ptr_array_add (reasons, complementary_text (pair));
  g_ptr_array_add (
      reasons,
      base_text_with_text (
          base_text_with_text (base_text_new (N_ ("Two countries: {first} and {second}")), "first",
                               country_text (pair->candidates[pair->pair.first].advice)),
          "second", country_text (pair->candidates[pair->pair.second].advice)));
  if (low_digital)
    g_ptr_array_add (reasons, low_digital_text (pair));
  g_ptr_array_add (reasons, base_text_new (N_ ("To ask: neither controls the other, and nobody "
                                               "controls both")));
  pair->pair.n_reasons = reasons->len;
  pair->pair.reasons = (BaseText *const *)g_ptr_array_free (g_steal_pointer (&reasons), FALSE);
}

/* --- public ----------------------------------------------------------------------------------- */

static void
free_considered (gpointer data)
{
  if (data != NULL)
    free_pair (data);
}

static void
finish (ConsultationPartners *partners)
{
  g_ptr_array_sort (partners->pairs, compare_judged);
  if (partners->pairs->len > partners->max)
    g_ptr_array_set_size (partners->pairs, (int)partners->max);
  for (guint i = 0; i < partners->pairs->len; i++)
    explain (partners->pairs->pdata[i], partners->low_digital);
  g_clear_pointer (&partners->waiting, g_ptr_array_unref);
}

static void
collect (ConsultationPartners *partners,
         const ConsultationCandidate *candidates,
         guint n,
         int focus)
{
  const guint compared = focus >= 0 ? n : MIN (n, CONSULTATION_PARTNERS_COMPARED);

  partners->truncated = compared < n;
  for (guint a = 0; a < n; a++)
    partners->n_without_project += !consultation_partners_considers (advice_document (candidates[a].advice));
  for (guint a = 0; a < compared; a++)
    {
      if (focus >= 0 && a != (guint)focus)
        consider (partners->waiting, candidates, a, (guint)focus);
      for (guint b = a + 1; focus < 0 && b < compared; b++)
        consider (partners->waiting, candidates, a, b);
    }
  g_ptr_array_sort (partners->waiting, compare_complementary);
  if (partners->waiting->len <= CONSULTATION_PARTNERS_JUDGED)
    return;
  partners->truncated = TRUE;
  g_ptr_array_set_size (partners->waiting, CONSULTATION_PARTNERS_JUDGED);
}

ConsultationPartners *
consultation_partners_begin (
    const ConsultationCandidate *candidates, guint n, int focus, gboolean low_digital, guint max)
{
  ConsultationPartners *partners;

  g_return_val_if_fail (candidates != NULL || n == 0, NULL);
  g_return_val_if_fail (focus >= -1 && focus < (int)n, NULL);

  partners = g_new0 (ConsultationPartners, 1);
  partners->low_digital = low_digital;
  partners->max = max;
  partners->pairs = g_ptr_array_new_with_free_func (free_pair);
  partners->waiting = g_ptr_array_new_with_free_func (free_considered);
  collect (partners, candidates, n, focus);
  return partners;
}

gboolean
consultation_partners_step (ConsultationPartners *partners)
{
  g_return_val_if_fail (partners != NULL, FALSE);

  if (partners->waiting == NULL)
    return FALSE;
  if (partners->next == partners->waiting->len)
    {
      finish (partners);
      return FALSE;
    }
  if (judge (partners->waiting->pdata[partners->next], partners->low_digital))
    g_ptr_array_add (partners->pairs, g_steal_pointer (&partners->waiting->pdata[partners->next]));
  partners->next++;
  return TRUE;
}

double
consultation_partners_progress (const ConsultationPartners *partners)
{
  g_return_val_if_fail (partners != NULL, 0);

  return partners->waiting == NULL || partners->waiting->len == 0
             ? 1
             : (double)partners->next / partners->waiting->len;
}

ConsultationPartners *
consultation_partners_new (
    const ConsultationCandidate *candidates, guint n, int focus, gboolean low_digital, guint max)
{
  ConsultationPartners *partners
      = consultation_partners_begin (candidates, n, focus, low_digital, max);

  while (partners != NULL && consultation_partners_step (partners))
    ;
  return partners;
}

void
consultation_partners_free (ConsultationPartners *partners)
{
  if (partners == NULL)
    return;
  g_clear_pointer (&partners->waiting, g_ptr_array_unref);
  g_ptr_array_unref (partners->pairs);
  g_free (partners);
}

guint
consultation_partners_n (const ConsultationPartners *partners)
{
  g_return_val_if_fail (partners != NULL, 0);
  return partners->pairs->len;
}

const ConsultationPair *
consultation_partners_get (const ConsultationPartners *partners, guint index)
{
  g_return_val_if_fail (partners != NULL && index < partners->pairs->len, NULL);
  return &((const Pair *)partners->pairs->pdata[index])->pair;
}

guint
consultation_partners_n_without_project (const ConsultationPartners *partners)
{
  g_return_val_if_fail (partners != NULL, 0);
  return partners->n_without_project;
}

gboolean
consultation_partners_truncated (const ConsultationPartners *partners)
{
  g_return_val_if_fail (partners != NULL, FALSE);
  return partners->truncated;
}
