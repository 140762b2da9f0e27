/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-json.h"
#include "survey/survey-pack.h"

G_BEGIN_DECLS

/* What a pack is made of, for the files of this room that read, check and score it. */

/* "Who answers @question's @option with at least @level does in the other pack …". */
typedef struct
{
  const SurveyQuestion *question;
  guint8 option; /* number, from 1 */
  guint8 level;  /* at least; 1 for a tick */
  const char *to_question;
  const char *to_column; /* or NULL */
  guint8 to_option;
  gint8 to_level; /* -1: a tick */
} SurveyCarry;

struct _SurveyPack
{
  GStringChunk *strings; /* every text and id */
  GPtrArray *blocks;     /* every array */
  char *sha256;
  const char *id;
  const char *version;
  const char *title;
  const char *source;
  const char *licence;
  const char *reading;
  guint minutes;
  SurveyScoring scoring;
  guint full_marks;
  SurveyBand *bands;
  guint n_bands;
  SurveyPain *pains;
  guint n_pains;
  SurveyDimension *dimensions;
  guint n_dimensions;
  SurveyQuestion *questions;
  guint n_questions;
  const char *carries_to;
  SurveyCarry *carries;
  guint n_carries;

  /* For scoring without fractions: full marks of one question score are @unit, which every
   * option's, row's and column's share divides. */
  gint64 unit;
  guint n_scores; /* question scores: one a question, one a column where there are columns */
  guint n_parts;  /* options and rows over all question scores */
};

/* Highest common denominator that a pack may need: with 200 questions everything still fits 64
 * bits. */
#define SURVEY_UNIT_LIMIT G_GINT64_CONSTANT (1000000000000)
#define SURVEY_QUESTION_LIMIT 200

/* An empty pack with one reference. */
SurveyPack *_survey_pack_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Fills an empty pack; problems stay in the JSON document. */
void _survey_pack_read (SurveyPack *pack, const BaseJsonCursor *root);
/* Scales and questions; bands, pains and dimensions must have been read. */
void _survey_pack_read_questions (SurveyPack *pack, const BaseJsonCursor *root);

/* Question scores of a question: one, or one a column. */
guint _survey_question_n_scores (const SurveyQuestion *question);
/* Options that count: all but the negative one. */
guint _survey_question_n_positive (const SurveyQuestion *question);
/* Highest level of a part: 1 for ticks. */
int _survey_question_max_level (const SurveyQuestion *question);

G_END_DECLS
