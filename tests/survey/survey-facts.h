/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "survey/survey-score.h"

G_BEGIN_DECLS

/* What the tests of scoring know of the framework (dma-framework.md, sections 3 and 4) without
 * asking the pack, and documents made from answers. */

typedef struct
{
  const char *id, *column; /* of the question; NULL where there are no columns */
  const char *score_id;
  guint dimension; /* index */
  guint n;         /* options or rows */
  int highest;     /* level; 1 for ticks */
  guint negative;  /* number of the option that does not count, 0 for none */
} SurveyFact;

#define SURVEY_N_FACTS 12

static const SurveyFact survey_facts[SURVEY_N_FACTS] = {
  { "q1", "invested", "q1-invested", 0, 10, 1, 0 },
  { "q1", "planned", "q1-planned", 0, 10, 1, 0 },
  { "q2", NULL, "q2", 0, 10, 1, 0 },
  { "q3", NULL, "q3", 1, 10, 1, 0 },
  { "q4", NULL, "q4", 1, 7, 5, 0 },
  { "q5", NULL, "q5", 2, 7, 1, 0 },
  { "q6", NULL, "q6", 2, 8, 1, 0 },
  { "q7", NULL, "q7", 3, 8, 1, 2 },
  { "q8", NULL, "q8", 3, 6, 1, 0 },
  { "q9", NULL, "q9", 4, 5, 5, 0 },
  { "q10", NULL, "q10", 5, 10, 1, 0 },
  { "q11", NULL, "q11", 5, 5, 2, 0 },
};

static inline gboolean
survey_fact_is_matrix (guint i)
{
  return g_str_equal (survey_facts[i].id, "q4") || g_str_equal (survey_facts[i].id, "q9")
         || g_str_equal (survey_facts[i].id, "q11");
}

/* A document of @pack with these answers; single quotes stand for double ones. */
static inline AssessmentDocument *
survey_answers_document (const char *pack, const char *answers)
{
  g_autofree char *text = g_strdup_printf (
      "{'format':'waymark-assessment','version':1,'pack':{'id':'%s','version':'1.0'},'answers':%s}",
      pack, answers);
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document;

  g_strdelimit (text, "'", '"');
  document = assessment_document_parse (text, -1, "test", &error);
  g_assert_no_error (error);
  return document;
}

static inline SurveyPack *
survey_bundled (const char *id)
{
  g_autoptr (GError) error = NULL;
  SurveyPack *pack = survey_pack_load_bundled (id, &error);

  g_assert_no_error (error);
  return pack;
}

G_END_DECLS
