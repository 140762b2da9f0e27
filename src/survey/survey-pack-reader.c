/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a pack's JSON (data/packs/README.md) strictly: every member known, every id used once and
 * known where it is referred to, every list inside its limit. Reads on after a problem, since the
 * document keeps the first one; so every array below is filled as far as it goes and nothing relies
 * on a value being right. */

/* {{{ Head, bands, pains, dimensions */

static void
read_version (SurveyPack *pack, const BaseJsonCursor *root)
{
  BaseJsonCursor at = base_json_get (root, "version");
  const char *version = _survey_pack_keep_text (pack, &at, SURVEY_ID_CHARS);
  const char *p = version;

  for (int part = 0; part < 2; part++)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == 0 || digits > 6 || p[digits] != (part == 0 ? '.' : '\0'))
        {
          base_json_fail (&at, _ ("found “%s”, expected two numbers like 1.0"), version);
          break;
        }
      p += digits + 1;
    }
  pack->version = version;
}

static void
read_head (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const BaseJsonName scorings[]
      = { { "mean", SURVEY_SCORING_MEAN }, { "count", SURVEY_SCORING_COUNT }, { NULL, 0 } };
  static const char *const members[]
      = { "format",  "format_version", "id",         "version",   "title",      "source",
          "licence", "reading",        "minutes",    "scoring",   "full_marks", "bands",
          "pains",   "scales",         "dimensions", "questions", "carries",    NULL };

  BaseJsonCursor full_marks = base_json_get (root, "full_marks");

  base_json_only (root, members);
  pack->id = _survey_pack_need_id (pack, root, "id");
  read_version (pack, root);
  pack->title = _survey_pack_need_text (pack, root, "title", SURVEY_TITLE_CHARS);
  pack->source = _survey_pack_need_text (pack, root, "source", SURVEY_TEXT_CHARS);
  pack->licence = _survey_pack_need_text (pack, root, "licence", SURVEY_TEXT_CHARS);
  pack->reading = _survey_pack_need_text (pack, root, "reading", SURVEY_TEXT_CHARS);
  pack->minutes = (guint)base_json_need_integer (root, "minutes", 1, 600);
  pack->scoring = base_json_need_name (root, "scoring", scorings);
  pack->full_marks = (guint)base_json_integer (&full_marks, 1, 100000);
  if (pack->scoring == SURVEY_SCORING_MEAN && pack->full_marks != 100)
    base_json_fail (&full_marks, _ ("found %u, expected 100 for the scoring “mean”"),
                    pack->full_marks);
}

/* Upper bounds rise and the last is full marks, so that every score lies in exactly one band. */
static void
read_bands (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const char *const members[] = { "id", "title", "plain", "upper", "about", NULL };
  BaseJsonCursor list = base_json_get (root, "bands");
  guint n = _survey_list_length (&list, 2, 10);
  int below = 0;

  pack->bands = SURVEY_NEW_ARRAY (pack, SurveyBand, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      BaseJsonCursor upper = base_json_get (&item, "upper");
      SurveyBand *band = &pack->bands[i];

      base_json_only (&item, members);
      band->id = _survey_pack_need_id (pack, &item, "id");
      band->title = _survey_pack_need_text (pack, &item, "title", SURVEY_TITLE_CHARS);
      band->plain = _survey_pack_need_text (pack, &item, "plain", SURVEY_TITLE_CHARS);
      band->about = _survey_pack_need_text (pack, &item, "about", SURVEY_TEXT_CHARS);
      band->upper = (int)base_json_integer (&upper, 0, pack->full_marks) * 100;
      if (i > 0 && band->upper <= below)
        base_json_fail (&upper, _ ("found %d, expected more than the band before (%d)"),
                        band->upper / 100, below / 100);
      else if (i + 1 == n && band->upper != (int)pack->full_marks * 100)
        base_json_fail (&upper, _ ("found %d, expected the full marks (%u) for the last band"),
                        band->upper / 100, pack->full_marks);
      below = band->upper;
      _survey_check_unique (&item, band->id, pack->bands, sizeof *band, i);
      pack->n_bands = i + 1;
    }
}

static void
read_pains (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const char *const members[] = { "id", "title", NULL };
  BaseJsonCursor list = base_json_need (root, "pains");
  guint n = _survey_list_length (&list, 0, 40);

  pack->pains = SURVEY_NEW_ARRAY (pack, SurveyPain, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      SurveyPain *pain = &pack->pains[i];

      base_json_only (&item, members);
      pain->id = _survey_pack_need_id (pack, &item, "id");
      pain->title = _survey_pack_need_text (pack, &item, "title", SURVEY_TITLE_CHARS);
      _survey_check_unique (&item, pain->id, pack->pains, sizeof *pain, i);
      pack->n_pains = i + 1;
    }
}

static const char *const *
read_band_texts (SurveyPack *pack, const BaseJsonCursor *dimension)
{
  BaseJsonCursor list = base_json_get (dimension, "band_texts");
  guint n = _survey_list_length (&list, pack->n_bands, pack->n_bands);
  const char **texts = SURVEY_NEW_ARRAY (pack, const char *, pack->n_bands);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);

      texts[i] = _survey_pack_keep_text (pack, &item, SURVEY_TEXT_CHARS);
    }
  return texts;
}

static void
read_dimensions (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const char *const members[]
      = { "id", "title", "plain", "short", "about", "band_texts", NULL };
  BaseJsonCursor list = base_json_get (root, "dimensions");
  guint n = _survey_list_length (&list, 1, 12);

  pack->dimensions = SURVEY_NEW_ARRAY (pack, SurveyDimension, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      SurveyDimension *dimension = &pack->dimensions[i];

      base_json_only (&item, members);
      dimension->id = _survey_pack_need_id (pack, &item, "id");
      dimension->title = _survey_pack_need_text (pack, &item, "title", SURVEY_TITLE_CHARS);
      dimension->plain = _survey_pack_need_text (pack, &item, "plain", SURVEY_TITLE_CHARS);
      dimension->short_name = _survey_pack_need_text (pack, &item, "short", SURVEY_TITLE_CHARS);
      dimension->about = _survey_pack_need_text (pack, &item, "about", SURVEY_TEXT_CHARS);
      dimension->band_texts = read_band_texts (pack, &item);
      _survey_check_unique (&item, dimension->id, pack->dimensions, sizeof *dimension, i);
      pack->n_dimensions = i + 1;
    }
}

/* }}} */
/* {{{ Marks */

static gint64
common_multiple (gint64 a, gint64 b)
{
  gint64 x = a;
  gint64 y = b;

  while (y != 0)
    {
      gint64 rest = x % y;

      x = y;
      y = rest;
    }
  return a / x * b;
}

/* Parts into which one question score is cut. */
static gint64
shares (const SurveyQuestion *question)
{
  return (gint64)_survey_question_n_positive (question) * _survey_question_max_level (question);
}

static void
count_marks (SurveyPack *pack, const BaseJsonCursor *root)
{
  BaseJsonCursor list = base_json_get (root, "questions");
  BaseJsonCursor at = base_json_get (root, "full_marks");
  gint64 marks = 0;

  pack->unit = 1;
  for (guint i = 0; i < pack->n_questions; i++)
    {
      const SurveyQuestion *question = &pack->questions[i];
      guint n_scores = _survey_question_n_scores (question);

      pack->n_scores += n_scores;
      pack->n_parts += n_scores * question->n_options;
      marks += shares (question) * n_scores;
      pack->unit = common_multiple (common_multiple (pack->unit, shares (question)), n_scores);
      if (pack->unit > SURVEY_UNIT_LIMIT)
        {
          BaseJsonCursor item = base_json_item (&list, i);

          base_json_fail (&item, _ ("the numbers of options and levels of the questions up to here "
                                    "have too large a common multiple for exact scores"));
          return;
        }
    }
  if (pack->scoring == SURVEY_SCORING_COUNT && pack->full_marks != marks)
    base_json_fail (&at, _ ("found %u, expected %d: the sum of all options and highest levels"),
                    pack->full_marks, (int)marks);
}

/* }}} */
/* {{{ Carrying over */

static void
read_carry_target (SurveyPack *pack, const BaseJsonCursor *item, SurveyCarry *carry)
{
  static const char *const members[] = { "question", "column", "option", "level", NULL };
  BaseJsonCursor to = base_json_need (item, "to");
  BaseJsonCursor column = base_json_get (&to, "column");

  base_json_only (&to, members);
  carry->to_question = _survey_pack_need_id (pack, &to, "question");
  if (base_json_present (&column))
    carry->to_column = _survey_pack_need_id (pack, &to, "column");
  carry->to_option = (guint8)base_json_need_integer (&to, "option", 1, 60);
  carry->to_level = (gint8)base_json_get_integer (&to, "level", 0, 9, -1);
}

static void
read_carry (SurveyPack *pack, const BaseJsonCursor *item, SurveyCarry *carry)
{
  static const char *const members[] = { "question", "option", "level", "to", NULL };
  BaseJsonCursor at = base_json_get (item, "question");
  const SurveyQuestion *question;
  const char *id;

  base_json_only (item, members);
  id = _survey_pack_keep_text (pack, &at, SURVEY_ID_CHARS);
  question = survey_pack_find_question (pack, id);
  if (question == NULL)
    {
      base_json_fail (&at, _ ("“%s” is not the id of a question of this pack"), id);
      return;
    }
  if (question->kind == SURVEY_QUESTION_TICK_COLUMNS)
    base_json_fail (&at, _ ("a question of kind tick-columns cannot be carried over"));
  carry->question = question;
  carry->option = (guint8)base_json_need_integer (item, "option", 1, MAX (question->n_options, 1));
  carry->level = (guint8)base_json_need_integer (item, "level", 1,
                                                 MAX (_survey_question_max_level (question), 1));
  read_carry_target (pack, item, carry);
}

static void
read_carries (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const char *const members[] = { "pack", "answers", NULL };
  BaseJsonCursor carries = base_json_get (root, "carries");
  BaseJsonCursor list;
  guint n;

  if (!base_json_present (&carries))
    return;
  base_json_only (&carries, members);
  pack->carries_to = _survey_pack_need_id (pack, &carries, "pack");
  list = base_json_get (&carries, "answers");
  n = _survey_list_length (&list, 1, 500);
  pack->carries = SURVEY_NEW_ARRAY (pack, SurveyCarry, n);
  pack->n_carries = n;
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);

      read_carry (pack, &item, &pack->carries[i]);
    }
}

/* }}} */

void
_survey_pack_read (SurveyPack *pack, const BaseJsonCursor *root)
{
  read_head (pack, root);
  read_bands (pack, root);
  read_pains (pack, root);
  read_dimensions (pack, root);
  _survey_pack_read_questions (pack, root);
  if (!base_json_failed (root->document))
    count_marks (pack, root);
  read_carries (pack, root);
}
