/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "survey/survey-score.h"

G_BEGIN_DECLS

/* A next step: one option or row that would raise the score. */
typedef struct
{
  guint question, part; /* into survey_score_question() and its parts */
  const SurveyQuestion *survey_question;
  const SurveyOption *option;
  const char *column;       /* of a question with tick columns, or NULL */
  int from_level, to_level; /* ticks: 0 → 1 */
  int gain;                 /* ten-thousandths of an overall point */
  BaseText *title;          /* imperative */
  BaseText *benefit;
  BaseText *reason;         /* why here: the pain, the gap, what the project wants */
  guint8 effort;            /* 1 small – 3 large; 0 not estimated */
  const char *pillar;       /* DEI pillar id: CATALOGUE_TERM_DEI_PILLAR */
  const char *const *pains; /* the company's own pains it eases */
  guint8 period;            /* 0 first 90 days, 1 up to 180 days, 2 later */
} AdviceStep;

G_END_DECLS
