/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "advice-fixture.h"

#include "base/base-data.h"
#include "base/base-language.h"

#include <string.h>

static SurveyPack *pack;
static AdviceRules *rules;
static Catalogue *catalogue;
static BaseLanguage *english;
static GPtrArray *documents; /* facts point into them */

void
fixture_open (void)
{
  g_autoptr (GError) error = NULL;

  pack = survey_pack_load_bundled ("dma-sme", &error);
  g_assert_no_error (error);
  rules = advice_rules_load_bundled (&error);
  g_assert_no_error (error);
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  english = base_language_new ("en", &error);
  g_assert_no_error (error);
  documents = g_ptr_array_new_with_free_func ((GDestroyNotify)assessment_document_unref);
}

void
fixture_close (void)
{
  g_clear_pointer (&documents, g_ptr_array_unref);
  g_clear_pointer (&english, base_language_unref);
  g_clear_pointer (&catalogue, catalogue_unref);
  g_clear_pointer (&rules, advice_rules_unref);
  g_clear_pointer (&pack, survey_pack_unref);
}

SurveyPack *
fixture_pack (void)
{
  return pack;
}

AdviceRules *
fixture_rules (void)
{
  return rules;
}

Catalogue *
fixture_catalogue (void)
{
  return catalogue;
}

AssessmentDocument *
fixture_document (const char *company, const char *project, const char *answers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{\"format\":\"waymark-assessment\",\"version\":1,"
                                           "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},"
                                           "\"company\":{%s},\"project\":{%s},\"answers\":{%s}}",
                                           company, project, answers);
  AssessmentDocument *document = assessment_document_parse (text, -1, "test", &error);

  g_assert_no_error (error);
  return document;
}

AdviceDecisions *
fixture_decide (AssessmentDocument *document, const char *date)
{
  g_autoptr (SurveyScore) score = survey_score_new (pack, document);

  g_ptr_array_add (documents, assessment_document_ref (document));
  return advice_decisions_new (document, score, rules, catalogue, date);
}

Advice *
fixture_whole (AssessmentDocument *document, const char *date)
{
  return advice_new (document, pack, rules, catalogue, date);
}

AssessmentDocument *
fixture_sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("samples/%s.json", name);
  g_autofree char *path = base_data_path (file, &error);
  AssessmentDocument *document;

  g_assert_no_error (error);
  document = assessment_document_load (path, &error);
  g_assert_no_error (error);
  return document;
}

static AssessmentDocument *
with_random_answer (AssessmentDocument *document,
                    const SurveyQuestion *question,
                    const char *column,
                    GRand *rand)
{
  guint8 ticks[64];
  gint8 levels[64];
  guint n = 0;

  for (guint i = 0; i < question->n_options; i++)
    {
      if (question->kind == SURVEY_QUESTION_LEVELS)
        levels[n++] = (gint8)g_rand_int_range (rand, 0, (gint32)question->n_levels);
      else if (g_rand_boolean (rand) && !question->options[i].negative)
        ticks[n++] = question->options[i].number;
    }
  if (question->kind == SURVEY_QUESTION_LEVELS)
    return assessment_document_with_levels (document, question->id, levels, n);
  return assessment_document_with_ticks (document, question->id, column, ticks, n);
}

AssessmentDocument *
fixture_random (GRand *rand)
{
  AssessmentDocument *document = assessment_document_new ("dma-sme", survey_pack_version (pack));

  for (guint q = 0; q < survey_pack_n_questions (pack); q++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, q);

      for (guint c = 0; c < MAX (1, question->n_columns); c++)
        {
          g_autoptr (AssessmentDocument) before = document;

          document = with_random_answer (
              before, question, question->n_columns > 0 ? question->columns[c].id : NULL, rand);
        }
    }
  return document;
}

AdviceDecisions *
fixture_advise (const char *company, const char *project, const char *answers)
{
  g_autoptr (AssessmentDocument) document = fixture_document (company, project, answers);

  return fixture_decide (document, TODAY);
}

const AdviceInstrument *
fixture_find (const AdviceDecisions *decisions, const char *id)
{
  for (guint i = 0; i < decisions->n_instruments; i++)
    if (g_str_equal (decisions->instruments[i].instrument->id, id))
      return &decisions->instruments[i];
  g_error ("no instrument %s", id);
}

const AdviceCriterion *
fixture_criterion (const AdviceInstrument *instrument, const char *fact)
{
  for (guint i = 0; i < instrument->n_criteria; i++)
    if (g_strcmp0 (instrument->criteria[i].fact, fact) == 0)
      return &instrument->criteria[i];
  g_error ("%s has no criterion on %s", instrument->instrument->id, fact);
}

const AdviceCriterion *
fixture_warning (const AdviceDecisions *decisions, const char *id, const char *words)
{
  const AdviceInstrument *instrument = fixture_find (decisions, id);

  for (guint i = 0; i < instrument->n_warnings; i++)
    if (fixture_says (instrument->warnings[i].text, words))
      return &instrument->warnings[i];
  return NULL;
}

/* Narrow and hard spaces as plain ones: how figures are set is not what is tested here. */
char *
fixture_say (const BaseText *text)
{
  g_autofree char *said = text != NULL ? base_language_format (english, text) : NULL;
  g_autoptr (GString) plain = NULL;

  if (said == NULL)
    return NULL;
  plain = g_string_new (said);
  g_string_replace (plain, "\u202f", " ", 0);
  g_string_replace (plain, "\u00a0", " ", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

gboolean
fixture_says (const BaseText *text, const char *words)
{
  g_autofree char *said = fixture_say (text);

  return said != NULL && strstr (said, words) != NULL;
}
