/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"

G_BEGIN_DECLS

/* A questionnaire as data: dimensions, questions, options, words, scoring, licence. Immutable after
 * load, reference-counted; everything inside is borrowed from it. Strings are msgids:
 * base_language_gettext() says them. */
typedef struct _SurveyPack SurveyPack;

/* What is wrong between a document and a pack. Faults inside a pack's own file are BASE_ERROR. */
#define SURVEY_ERROR (survey_error_quark ())
GQuark survey_error_quark (void);
typedef enum
{
  SURVEY_ERROR_PACK,   /* the document belongs to another pack, or to another major version of it */
  SURVEY_ERROR_ANSWER, /* an answer that the pack does not know */
} SurveyError;

/* How the overall score is made. */
typedef enum
{
  SURVEY_SCORING_MEAN,  /* mean of the dimensions, 0 to 100 (dma-sme) */
  SURVEY_SCORING_COUNT, /* every tick and level counts one mark, 0 to full marks (quick-scan) */
} SurveyScoring;

typedef enum
{
  SURVEY_QUESTION_TICKS,        /* any number of options, or "none of these" */
  SURVEY_QUESTION_TICK_COLUMNS, /* the same options in several independent tick columns (q1) */
  SURVEY_QUESTION_LEVELS,       /* rows × one scale (q4, q9, q11, the quick scan's yes/no) */
} SurveyQuestionKind;

typedef struct
{
  guint8 number;           /* from 1, official order */
  const char *title;       /* the option in plain words */
  const char *explanation; /* illustrates, never adds a condition; NULL where none is needed */
  gboolean negative;       /* counts no points and is out of the divisor (q7 option 2) */
  /* As a next step (NULL when doing this is no step of its own): */
  const char *step;         /* imperative: "Train everybody against phishing" */
  const char *benefit;      /* what the firm gets, in one sentence */
  guint8 effort;            /* 1 small, 2 medium, 3 large: our estimate; 0 none given */
  const char *pillar;       /* hubs, platforms, skills, regulation, national: pillars of Digitising
                               European Industry */
  const char *const *pains; /* ids of pains it eases, NULL-terminated */
} SurveyOption;             /* options, and rows of a SURVEY_QUESTION_LEVELS */

typedef struct
{
  const char *id; /* "invested" */
  const char *title;
  const char *score_id; /* "q1-invested" in scores.questions */
} SurveyColumn;

typedef struct
{
  guint8 level; /* 0… */
  const char *title;
  const char *explanation; /* or NULL */
} SurveyLevel;

typedef struct
{
  const char *id;        /* "q1" */
  const char *dimension; /* id */
  SurveyQuestionKind kind;
  const char *title;   /* the question, short */
  const char *lead;    /* what to tick, one sentence */
  const char *why;     /* why it is asked */
  const char *example; /* from a small firm */
  const SurveyOption *options;
  guint n_options;
  const SurveyColumn *columns;
  guint n_columns; /* SURVEY_QUESTION_TICK_COLUMNS only */
  const SurveyLevel *levels;
  guint n_levels; /* SURVEY_QUESTION_LEVELS only; level i has number i */
} SurveyQuestion;

typedef struct
{
  const char *id;                    /* "human-centric" */
  const char *title;                 /* field's name: "Human-centric digitalisation" */
  const char *plain;                 /* owner's name: "People and skills" */
  const char *short_name;            /* at charts: "People" */
  const char *about;                 /* one or two sentences */
  const char *const *band_texts;     /* what each band means here, n_bands of them */
  guint first_question, n_questions; /* into the pack's questions */
} SurveyDimension;

typedef struct
{
  const char *id;    /* "basic" */
  const char *title; /* "Basic" */
  const char *plain; /* "First of four levels" */
  int upper;         /* inclusive upper bound in hundredths: 2500 */
  const char *about; /* what this level means overall */
} SurveyBand;

typedef struct
{
  const char *id;    /* "late-orders" */
  const char *title; /* "Orders go out late" */
} SurveyPain;

/* Packs are strict JSON, described in data/packs/README.md; at most SURVEY_PACK_CAP bytes. Errors
 * are BASE_ERROR: they name the file, the JSON path, what was found and what was expected. */
#define SURVEY_PACK_CAP ((gsize)2 * 1024 * 1024)
SurveyPack *survey_pack_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @source_name stands in the messages for the file. */
SurveyPack *survey_pack_parse (const char *text,
                               gssize length,
                               const char *source_name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The bundled pack "dma-sme" or "quick-scan". */
SurveyPack *survey_pack_load_bundled (const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SurveyPack *survey_pack_ref (SurveyPack *pack);
void survey_pack_unref (SurveyPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurveyPack, survey_pack_unref)

const char *survey_pack_id (const SurveyPack *pack);
const char *survey_pack_version (const SurveyPack *pack);
const char *survey_pack_title (const SurveyPack *pack);
const char *survey_pack_source (const SurveyPack *pack); /* where the questions come from */
const char *survey_pack_licence (const SurveyPack *pack);
const char *survey_pack_reading (
    const SurveyPack *pack); /* whose reading of the framework this is, and what was not checked */
SurveyScoring survey_pack_scoring (const SurveyPack *pack);
guint survey_pack_full_marks (
    const SurveyPack *pack); /* the highest overall score: 100; the quick scan 12 */
guint survey_pack_minutes (const SurveyPack *pack); /* time needed */
const char *survey_pack_sha256 (const SurveyPack *pack);

guint survey_pack_n_dimensions (const SurveyPack *pack);
const SurveyDimension *survey_pack_dimension (const SurveyPack *pack, guint index);
guint survey_pack_n_questions (const SurveyPack *pack);
const SurveyQuestion *survey_pack_question (const SurveyPack *pack,
                                            guint index); /* official order */
const SurveyQuestion *survey_pack_find_question (const SurveyPack *pack, const char *id);
guint survey_pack_n_bands (const SurveyPack *pack);
const SurveyBand *survey_pack_band (const SurveyPack *pack, guint index);
guint survey_pack_n_pains (const SurveyPack *pack);
const SurveyPain *survey_pack_pain (const SurveyPack *pack, guint index);

/* Compares a document's answers with the pack: another pack's id, unknown questions or columns,
 * options or levels out of range, a wrong number of rows. The error names the answer ("answers.q8:
 * option 9, the question has 6"). */
gboolean
survey_pack_check (const SurveyPack *pack, const AssessmentDocument *document, GError **error);

/* Id of the pack that this one's answers can be carried into, NULL when there is none. */
const char *survey_pack_carries_to (const SurveyPack *pack);
/* The quick scan's answers as suggestions of the full questionnaire: a new dma-sme document (no id
 * and date yet) with company and project copied, `previous` set to @document's id, and suggestions
 * filled by the scan pack's "carries" table: only what an answer really implies, to be confirmed by
 * the user, never counted. @document must have passed survey_pack_check (scan, …), and @full must
 * be the pack that survey_pack_carries_to (scan) names. */
AssessmentDocument *
survey_pack_carry_over (const SurveyPack *scan,
                        const SurveyPack *full,
                        const AssessmentDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
