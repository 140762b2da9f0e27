/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-swot-private.h"

#include <string.h>

/* Strengths and weaknesses: whole areas by their level, then single answers. A strong area is
 * above the second of the levels, a weak one in the first; what lies between is neither. Every
 * answer named is one of the findings of the results page, so that the two never disagree. */

#define AREAS 2 /* so many areas at most, that answers have room too */

static BaseText *
score_text (const AdviceSwotDraft *draft, const SurveyDimensionScore *dimension)
{
  const SurveyBand *band
      = survey_pack_band (advice_pack (draft->advice), (guint)dimension->score.band);
  BaseText *text = base_text_new (N_ ("Questionnaire: {score} points, “{band}” ({plain})"));

  text = base_text_with_decimal (text, "score", dimension->score.value, 2);
  text = base_text_with_text (text, "band", base_text_new (band->title));
  return base_text_with_text (text, "plain", base_text_new (band->plain));
}

/* The @nth best (or weakest) settled dimension of that kind; NULL beyond. */
static const SurveyDimensionScore *
nth_dimension (const AdviceSwotDraft *draft, guint nth, gboolean strong)
{
  const SurveyScore *score = advice_score (draft->advice);
  guint n_bands = survey_pack_n_bands (advice_pack (draft->advice));
  const SurveyDimensionScore *found[64];
  guint n = 0;

  for (guint i = 0; i < survey_score_n_dimensions (score) && n < G_N_ELEMENTS (found); i++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, i);
      guint at = n;

      if (dimension->score.value < 0
          || (strong ? dimension->score.band * 2 < (int)n_bands : dimension->score.band > 0))
        continue;
      for (; at > 0
             && (strong ? found[at - 1]->score.value < dimension->score.value
                        : found[at - 1]->score.value > dimension->score.value);
           at--)
        found[at] = found[at - 1];
      found[at] = dimension;
      n++;
    }
  return nth < n ? found[nth] : NULL;
}

static void
add_areas (AdviceSwotDraft *draft, AdviceSwotField field)
{
  gboolean strong = field == ADVICE_SWOT_STRENGTHS;

  for (guint i = 0; i < AREAS; i++)
    {
      const SurveyDimensionScore *dimension = nth_dimension (draft, i, strong);

      if (dimension == NULL)
        return;
      advice_swot_add (
          draft, field,
          base_text_with_text (base_text_new (strong ? N_ ("Well developed: {area}")
                                                     : N_ ("At its beginning: {area}")),
                               "area", base_text_new (dimension->dimension->plain)),
          score_text (draft, dimension),
          (AdviceSwotEntry){ .kind = "dimension",
                             .id = dimension->dimension->id,
                             .basis = ADVICE_BASIS_STATED,
                             .source = survey_pack_source (advice_pack (draft->advice)) });
    }
}

static void
add_answers (AdviceSwotDraft *draft, AdviceSwotField field)
{
  gboolean strong = field == ADVICE_SWOT_STRENGTHS;
  guint n = strong ? advice_n_strengths (draft->advice) : advice_n_gaps (draft->advice);

  for (guint i = 0; i < n; i++)
    {
      const AdviceFinding *finding
          = strong ? advice_strength (draft->advice, i) : advice_gap (draft->advice, i);
      g_autofree char *path = g_strdup_printf ("answers.%s", finding->question->id);

      advice_swot_add (
          draft, field,
          base_text_with_text (base_text_with_text (base_text_new (N_ ("{question} {finding}")),
                                                    "question", base_text_ref (finding->title)),
                               "finding", base_text_ref (finding->detail)),
          base_text_with_text (base_text_new (N_ ("Answer in the area {area}")), "area",
                               base_text_new (finding->dimension->plain)),
          (AdviceSwotEntry){ .kind = "answer",
                             .path = path,
                             .id = finding->question->id,
                             .basis = ADVICE_BASIS_STATED });
    }
}

void
advice_swot_look_inside (AdviceSwotDraft *draft)
{
  add_areas (draft, ADVICE_SWOT_STRENGTHS);
  add_answers (draft, ADVICE_SWOT_STRENGTHS);
  add_areas (draft, ADVICE_SWOT_WEAKNESSES);
  add_answers (draft, ADVICE_SWOT_WEAKNESSES);
}
