/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-text.h"
#include "catalogue/catalogue-benchmark.h"
#include "catalogue/catalogue-guidance.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* A strength, a gap or a contradiction: what, and the answers that count. */
typedef struct
{
  const SurveyDimension *dimension;
  const SurveyQuestion *question;
  guint question_score; /* index for survey_score_question() */
  BaseText *title;      /* "Backups and rules for data" */
  BaseText *detail;     /* "3 of 6 in place; customer data is protected" */
  int gain;             /* gaps: ten-thousandths of an overall point to be had here */
} AdviceFinding;

/* A standard or law with why it concerns this company. */
typedef struct
{
  const CatalogueGuidance *guidance;
  BaseText *reason;
  gboolean by_weakness; /* not what the project does, but its weakest area is why */
} AdviceGuidance;

/* The quick scan beside enterprises of its country and size. */
typedef struct
{
  const CatalogueBenchmark
      *benchmark;  /* NULL: no figure for this country or for fewer than 10 people */
  BaseText *text;  /* the sentence, with year and source; says n/a where missing */
  int level;       /* 0 very low – 3 very high; -1 incomplete */
  int share_same;  /* percent in hundredths on the same level, -1 n/a */
  int share_below; /* on lower levels */
} AdviceBenchmark;

G_END_DECLS
