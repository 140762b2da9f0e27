/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-json.h"

#include <glib/gi18n-lib.h>

/* Reads the scales and questions of a pack: options counted from 1, members only where their kind
 * has them, everything that is referred to known. */

typedef struct
{
  const char *id;
  const SurveyLevel *levels;
  guint n_levels;
} Scale;

typedef struct
{
  SurveyPack *pack;
  Scale *scales;
  guint n_scales;
  GHashTable *question_ids; /* of questions and of question scores: both are keys in results */
} Reader;

static const char *const pillars[]
    = { "hubs", "platforms", "skills", "regulation", "national", NULL };

/* {{{ Scales */

static void
read_levels (Reader *reader, const BaseJsonCursor *item, Scale *scale)
{
  static const char *const members[] = { "title", "explanation", NULL };
  BaseJsonCursor list = base_json_get (item, "levels");
  SurveyPack *pack = reader->pack;
  SurveyLevel *levels;

  scale->n_levels = _survey_list_length (&list, 2, 10);
  scale->levels = levels = SURVEY_NEW_ARRAY (pack, SurveyLevel, scale->n_levels);
  for (guint i = 0; i < scale->n_levels; i++)
    {
      BaseJsonCursor level = base_json_item (&list, i);

      base_json_only (&level, members);
      levels[i].level = (guint8)i;
      levels[i].title = _survey_pack_need_text (pack, &level, "title", SURVEY_TITLE_CHARS);
      levels[i].explanation
          = _survey_pack_get_text (pack, &level, "explanation", SURVEY_TEXT_CHARS);
    }
}

static void
read_scales (Reader *reader, const BaseJsonCursor *root)
{
  static const char *const members[] = { "id", "levels", NULL };
  BaseJsonCursor list = base_json_need (root, "scales");
  guint n = _survey_list_length (&list, 0, 40);

  reader->scales = SURVEY_NEW_ARRAY (reader->pack, Scale, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      Scale *scale = &reader->scales[i];

      base_json_only (&item, members);
      scale->id = _survey_pack_need_id (reader->pack, &item, "id");
      read_levels (reader, &item, scale);
      _survey_check_unique (&item, scale->id, reader->scales, sizeof *scale, i);
      reader->n_scales = i + 1;
    }
}

/* }}} */
/* {{{ Options */

static const char *
read_pillar (SurveyPack *pack, const BaseJsonCursor *option)
{
  BaseJsonCursor at = base_json_get (option, "pillar");
  const char *pillar = _survey_pack_keep_text (pack, &at, SURVEY_ID_CHARS);

  if (!g_strv_contains (pillars, pillar))
    {
      g_autofree char *known = g_strjoinv (", ", (char **)pillars);

      base_json_fail (&at, _ ("found “%s”, expected one of: %s"), pillar, known);
    }
  return pillar;
}

static const char *const *
read_eased_pains (SurveyPack *pack, const BaseJsonCursor *option)
{
  BaseJsonCursor list = base_json_need (option, "pains");
  guint n = _survey_list_length (&list, 0, pack->n_pains);
  const char **ids = SURVEY_NEW_ARRAY (pack, const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);

      ids[i] = _survey_pack_keep_text (pack, &item, SURVEY_ID_CHARS);
      if (_survey_find_id (ids[i], pack->pains, sizeof *pack->pains, pack->n_pains) == NULL)
        base_json_fail (&item, _ ("“%s” is not the id of a pain of this pack"), ids[i]);
      _survey_check_unique (&item, ids[i], ids, sizeof *ids, i);
    }
  return ids;
}

/* An option that is a step of its own says all about the step; one that is none says nothing of it.
 */
static void
read_step (SurveyPack *pack, const BaseJsonCursor *item, SurveyOption *option)
{
  static const char *const rest[] = { "benefit", "effort", "pillar", "pains", NULL };

  option->step = _survey_pack_get_text (pack, item, "step", SURVEY_TITLE_CHARS);
  if (option->step == NULL)
    {
      for (guint i = 0; rest[i] != NULL; i++)
        {
          BaseJsonCursor at = base_json_get (item, rest[i]);

          if (base_json_present (&at))
            base_json_fail (&at, _ ("stands without a step: add “step” or leave it out"));
        }
      return;
    }
  option->benefit = _survey_pack_need_text (pack, item, "benefit", SURVEY_TEXT_CHARS);
  option->effort = (guint8)base_json_need_integer (item, "effort", 1, 3);
  option->pillar = read_pillar (pack, item);
  option->pains = read_eased_pains (pack, item);
}

static void
read_negative (const BaseJsonCursor *item, const SurveyQuestion *question, SurveyOption *option)
{
  BaseJsonCursor at = base_json_get (item, "negative");

  option->negative = base_json_present (&at) && base_json_boolean (&at);
  if (option->negative && question->kind != SURVEY_QUESTION_TICKS)
    base_json_fail (&at, _ ("only an option of a question of kind ticks can be negative"));
  else if (option->negative && option->step != NULL)
    base_json_fail (&at, _ ("a negative option cannot be a step"));
}

static void
read_options (SurveyPack *pack, const BaseJsonCursor *item, SurveyQuestion *question)
{
  static const char *const members[] = { "number",  "title",  "explanation", "negative", "step",
                                         "benefit", "effort", "pillar",      "pains",    NULL };
  BaseJsonCursor list = base_json_get (item, "options");
  guint n = _survey_list_length (&list, 1, 60);
  SurveyOption *options = SURVEY_NEW_ARRAY (pack, SurveyOption, n);

  question->options = options;
  question->n_options = n;
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor at = base_json_item (&list, i);
      BaseJsonCursor number = base_json_get (&at, "number");
      guint found;

      base_json_only (&at, members);
      options[i].number = (guint8)(i + 1);
      found = (guint)base_json_integer (&number, 1, 60);
      if (found != i + 1)
        base_json_fail (&number, _ ("found %u, expected %u: options count from 1"), found, i + 1);
      options[i].title = _survey_pack_need_text (pack, &at, "title", SURVEY_TITLE_CHARS);
      options[i].explanation = _survey_pack_get_text (pack, &at, "explanation", SURVEY_TEXT_CHARS);
      read_step (pack, &at, &options[i]);
      read_negative (&at, question, &options[i]);
    }
  if (n > 0 && _survey_question_n_positive (question) == 0)
    base_json_fail (&list, _ ("every option is negative: at least one must count"));
}

/* }}} */
/* {{{ Questions */

static void
take_score_id (Reader *reader, const BaseJsonCursor *at, const char *id)
{
  if (!g_hash_table_add (reader->question_ids, (gpointer)id))
    base_json_fail (at, _ ("“%s” is already the id of a question or of a column's score"), id);
}

static void
read_columns (Reader *reader, const BaseJsonCursor *item, SurveyQuestion *question)
{
  static const char *const members[] = { "id", "title", "score_id", NULL };
  BaseJsonCursor list = base_json_get (item, "columns");
  SurveyPack *pack = reader->pack;
  SurveyColumn *columns;

  if (question->kind != SURVEY_QUESTION_TICK_COLUMNS)
    {
      if (base_json_present (&list))
        base_json_fail (&list, _ ("only a question of kind tick-columns has columns"));
      return;
    }
  question->n_columns = _survey_list_length (&list, 2, 6);
  question->columns = columns = SURVEY_NEW_ARRAY (pack, SurveyColumn, question->n_columns);
  for (guint i = 0; i < question->n_columns; i++)
    {
      BaseJsonCursor at = base_json_item (&list, i);

      base_json_only (&at, members);
      columns[i].id = _survey_pack_need_id (pack, &at, "id");
      columns[i].title = _survey_pack_need_text (pack, &at, "title", SURVEY_TITLE_CHARS);
      columns[i].score_id = _survey_pack_need_id (pack, &at, "score_id");
      _survey_check_unique (&at, columns[i].id, columns, sizeof *columns, i);
      take_score_id (reader, &at, columns[i].score_id);
    }
}

static void
read_scale (Reader *reader, const BaseJsonCursor *item, SurveyQuestion *question)
{
  BaseJsonCursor at = base_json_get (item, "scale");
  const Scale *scale;
  const char *id;

  if (question->kind != SURVEY_QUESTION_LEVELS)
    {
      if (base_json_present (&at))
        base_json_fail (&at, _ ("only a question of kind levels has a scale"));
      return;
    }
  id = _survey_pack_keep_text (reader->pack, &at, SURVEY_ID_CHARS);
  scale = _survey_find_id (id, reader->scales, sizeof *scale, reader->n_scales);
  if (scale == NULL)
    {
      base_json_fail (&at, _ ("“%s” is not the id of a scale of this pack"), id);
      return;
    }
  question->levels = scale->levels;
  question->n_levels = scale->n_levels;
}

static void
read_question (Reader *reader, const BaseJsonCursor *item, SurveyQuestion *question)
{
  static const BaseJsonName kinds[] = { { "ticks", SURVEY_QUESTION_TICKS },
                                        { "tick-columns", SURVEY_QUESTION_TICK_COLUMNS },
                                        { "levels", SURVEY_QUESTION_LEVELS },
                                        { NULL, 0 } };
  static const char *const members[] = { "id",      "dimension", "kind",  "title",   "lead", "why",
                                         "example", "columns",   "scale", "options", NULL };
  SurveyPack *pack = reader->pack;

  base_json_only (item, members);
  question->id = _survey_pack_need_id (pack, item, "id");
  take_score_id (reader, item, question->id);
  question->kind = base_json_need_name (item, "kind", kinds);
  question->title = _survey_pack_need_text (pack, item, "title", SURVEY_TITLE_CHARS);
  question->lead = _survey_pack_need_text (pack, item, "lead", SURVEY_TEXT_CHARS);
  question->why = _survey_pack_need_text (pack, item, "why", SURVEY_TEXT_CHARS);
  question->example = _survey_pack_need_text (pack, item, "example", SURVEY_TEXT_CHARS);
  read_columns (reader, item, question);
  read_scale (reader, item, question);
  read_options (pack, item, question);
}

/* Questions stand in the order of the dimensions, so that each dimension's are one stretch. */
static void
place_question (SurveyPack *pack, const BaseJsonCursor *item, guint index, guint *current)
{
  const char *id = _survey_pack_need_id (pack, item, "dimension");
  const SurveyDimension *found
      = _survey_find_id (id, pack->dimensions, sizeof *pack->dimensions, pack->n_dimensions);
  BaseJsonCursor at = base_json_get (item, "dimension");
  guint place;

  pack->questions[index].dimension = id;
  if (found == NULL)
    {
      base_json_fail (&at, _ ("“%s” is not the id of a dimension of this pack"), id);
      return;
    }
  place = (guint)(found - pack->dimensions);
  if (place < *current)
    base_json_fail (&at,
                    _ ("“%s” comes after a question of “%s”: keep the order of the dimensions"), id,
                    pack->dimensions[*current].id);
  *current = place;
  if (pack->dimensions[place].n_questions++ == 0)
    pack->dimensions[place].first_question = index;
}

static void
read_all (Reader *reader, const BaseJsonCursor *root)
{
  SurveyPack *pack = reader->pack;
  BaseJsonCursor list = base_json_get (root, "questions");
  BaseJsonCursor dimensions = base_json_get (root, "dimensions");
  guint n = _survey_list_length (&list, 1, SURVEY_QUESTION_LIMIT);
  guint current = 0;

  pack->questions = SURVEY_NEW_ARRAY (pack, SurveyQuestion, n);
  pack->n_questions = n;
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);

      read_question (reader, &item, &pack->questions[i]);
      place_question (pack, &item, i, &current);
    }
  for (guint i = 0; i < pack->n_dimensions; i++)
    if (pack->dimensions[i].n_questions == 0)
      {
        BaseJsonCursor item = base_json_item (&dimensions, i);

        base_json_fail (&item, _ ("no question belongs to “%s”"), pack->dimensions[i].id);
      }
}

/* }}} */

void
_survey_pack_read_questions (SurveyPack *pack, const BaseJsonCursor *root)
{
  Reader reader = { .pack = pack, .question_ids = g_hash_table_new (g_str_hash, g_str_equal) };

  read_scales (&reader, root);
  read_all (&reader, root);
  g_hash_table_unref (reader.question_ids);
}
