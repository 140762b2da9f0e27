/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a pack's JSON (data/packs/README.md) strictly: every member known, every id used once and
 * known where it is referred to, every list inside its limit. Reads on after a problem, since the
 * document keeps the first one; so every array below is filled as far as it goes and nothing relies
 * on a value being right. */

#define ID_CHARS 40
#define TITLE_CHARS 200
#define TEXT_CHARS 4000

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

/* {{{ Texts, ids, lists */

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static const char *
keep_text (SurveyPack *pack, const BaseJsonCursor *at, glong cap)
{
  const char *text = base_json_string (at);
  glong length = g_utf8_strlen (text, -1);

  if (length > cap)
    base_json_fail (at, _ ("has %ld characters, at most %ld are allowed"), length, cap);
  else if (has_control (text))
    base_json_fail (at, _ ("contains a control character"));
  return g_string_chunk_insert_const (pack->strings, text);
}

static const char *
need_text (SurveyPack *pack, const BaseJsonCursor *object, const char *member, glong cap)
{
  BaseJsonCursor at = base_json_get (object, member);

  return keep_text (pack, &at, cap);
}

static const char *
get_text (SurveyPack *pack, const BaseJsonCursor *object, const char *member, glong cap)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_present (&at) ? keep_text (pack, &at, cap) : NULL;
}

/* Ids are small, so that they can be file names, keys and parts of paths: [a-z][a-z0-9-]*. */
static const char *
need_id (SurveyPack *pack, const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor at = base_json_get (object, member);
  const char *id = base_json_string (&at);
  gsize length = strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-");

  if (id[length] != '\0' || !g_ascii_islower (id[0]) || length > ID_CHARS)
    base_json_fail (&at,
                    _ ("found “%.60s”, expected an id: a small letter, then small letters, digits "
                       "and hyphens, at most %d"),
                    id, ID_CHARS);
  return g_string_chunk_insert_const (pack->strings, id);
}

static gpointer
new_array (SurveyPack *pack, gsize n, gsize size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (pack->blocks, block);
  return block;
}

#define NEW_ARRAY(pack, Type, n) ((Type *)new_array ((pack), (n), sizeof (Type)))

/* Items of a list that may be read: never more than @high. */
static guint
list_length (const BaseJsonCursor *list, guint low, guint high)
{
  guint n = base_json_length (list);

  if (!base_json_present (list) && low > 0)
    base_json_fail (list, _ ("is missing, expected a list of %u to %u"), low, high);
  else if (low == high && n != low)
    base_json_fail (list, _ ("found %u items, expected %u"), n, low);
  else if (n < low || n > high)
    base_json_fail (list, _ ("found %u items, expected %u to %u"), n, low, high);
  return MIN (n, high);
}

/* Arrays whose items begin with their id: fails at the item whose id came before. */
static void
check_unique (const BaseJsonCursor *item, const char *id, gconstpointer array, gsize size, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *const *earlier = (const void *)((const char *)array + i * size);

      if (g_str_equal (*earlier, id))
        base_json_fail (item, _ ("id “%s” is there already, as item %u"), id, i);
    }
}

/* The item of such an array with this id, NULL when there is none. */
static gconstpointer
find_id (const char *id, gconstpointer array, gsize size, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *const *item = (const void *)((const char *)array + i * size);

      if (g_str_equal (*item, id))
        return item;
    }
  return NULL;
}

/* }}} */
/* {{{ Head, bands, pains, scales, dimensions */

static void
read_version (SurveyPack *pack, const BaseJsonCursor *root)
{
  BaseJsonCursor at = base_json_get (root, "version");
  const char *version = keep_text (pack, &at, ID_CHARS);
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
  pack->id = need_id (pack, root, "id");
  read_version (pack, root);
  pack->title = need_text (pack, root, "title", TITLE_CHARS);
  pack->source = need_text (pack, root, "source", TEXT_CHARS);
  pack->licence = need_text (pack, root, "licence", TEXT_CHARS);
  pack->reading = need_text (pack, root, "reading", TEXT_CHARS);
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
  guint n = list_length (&list, 2, 10);
  int below = 0;

  pack->bands = NEW_ARRAY (pack, SurveyBand, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      BaseJsonCursor upper = base_json_get (&item, "upper");
      SurveyBand *band = &pack->bands[i];

      base_json_only (&item, members);
      band->id = need_id (pack, &item, "id");
      band->title = need_text (pack, &item, "title", TITLE_CHARS);
      band->plain = need_text (pack, &item, "plain", TITLE_CHARS);
      band->about = need_text (pack, &item, "about", TEXT_CHARS);
      band->upper = (int)base_json_integer (&upper, 0, pack->full_marks) * 100;
      if (i > 0 && band->upper <= below)
        base_json_fail (&upper, _ ("found %d, expected more than the band before (%d)"),
                        band->upper / 100, below / 100);
      else if (i + 1 == n && band->upper != (int)pack->full_marks * 100)
        base_json_fail (&upper, _ ("found %d, expected the full marks (%u) for the last band"),
                        band->upper / 100, pack->full_marks);
      below = band->upper;
      check_unique (&item, band->id, pack->bands, sizeof *band, i);
      pack->n_bands = i + 1;
    }
}

static void
read_pains (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const char *const members[] = { "id", "title", NULL };
  BaseJsonCursor list = base_json_need (root, "pains");
  guint n = list_length (&list, 0, 40);

  pack->pains = NEW_ARRAY (pack, SurveyPain, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      SurveyPain *pain = &pack->pains[i];

      base_json_only (&item, members);
      pain->id = need_id (pack, &item, "id");
      pain->title = need_text (pack, &item, "title", TITLE_CHARS);
      check_unique (&item, pain->id, pack->pains, sizeof *pain, i);
      pack->n_pains = i + 1;
    }
}

static void
read_levels (Reader *reader, const BaseJsonCursor *item, Scale *scale)
{
  static const char *const members[] = { "title", "explanation", NULL };
  BaseJsonCursor list = base_json_get (item, "levels");
  SurveyPack *pack = reader->pack;
  SurveyLevel *levels;

  scale->n_levels = list_length (&list, 2, 10);
  scale->levels = levels = NEW_ARRAY (pack, SurveyLevel, scale->n_levels);
  for (guint i = 0; i < scale->n_levels; i++)
    {
      BaseJsonCursor level = base_json_item (&list, i);

      base_json_only (&level, members);
      levels[i].level = (guint8)i;
      levels[i].title = need_text (pack, &level, "title", TITLE_CHARS);
      levels[i].explanation = get_text (pack, &level, "explanation", TEXT_CHARS);
    }
}

static void
read_scales (Reader *reader, const BaseJsonCursor *root)
{
  static const char *const members[] = { "id", "levels", NULL };
  BaseJsonCursor list = base_json_need (root, "scales");
  guint n = list_length (&list, 0, 40);

  reader->scales = NEW_ARRAY (reader->pack, Scale, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      Scale *scale = &reader->scales[i];

      base_json_only (&item, members);
      scale->id = need_id (reader->pack, &item, "id");
      read_levels (reader, &item, scale);
      check_unique (&item, scale->id, reader->scales, sizeof *scale, i);
      reader->n_scales = i + 1;
    }
}

static const char *const *
read_band_texts (SurveyPack *pack, const BaseJsonCursor *dimension)
{
  BaseJsonCursor list = base_json_get (dimension, "band_texts");
  guint n = list_length (&list, pack->n_bands, pack->n_bands);
  const char **texts = NEW_ARRAY (pack, const char *, pack->n_bands);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);

      texts[i] = keep_text (pack, &item, TEXT_CHARS);
    }
  return texts;
}

static void
read_dimensions (SurveyPack *pack, const BaseJsonCursor *root)
{
  static const char *const members[]
      = { "id", "title", "plain", "short", "about", "band_texts", NULL };
  BaseJsonCursor list = base_json_get (root, "dimensions");
  guint n = list_length (&list, 1, 12);

  pack->dimensions = NEW_ARRAY (pack, SurveyDimension, n);
  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);
      SurveyDimension *dimension = &pack->dimensions[i];

      base_json_only (&item, members);
      dimension->id = need_id (pack, &item, "id");
      dimension->title = need_text (pack, &item, "title", TITLE_CHARS);
      dimension->plain = need_text (pack, &item, "plain", TITLE_CHARS);
      dimension->short_name = need_text (pack, &item, "short", TITLE_CHARS);
      dimension->about = need_text (pack, &item, "about", TEXT_CHARS);
      dimension->band_texts = read_band_texts (pack, &item);
      check_unique (&item, dimension->id, pack->dimensions, sizeof *dimension, i);
      pack->n_dimensions = i + 1;
    }
}

/* }}} */
/* {{{ Questions */

static const char *
read_pillar (SurveyPack *pack, const BaseJsonCursor *option)
{
  BaseJsonCursor at = base_json_get (option, "pillar");
  const char *pillar = keep_text (pack, &at, ID_CHARS);

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
  guint n = list_length (&list, 0, pack->n_pains);
  const char **ids = NEW_ARRAY (pack, const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      BaseJsonCursor item = base_json_item (&list, i);

      ids[i] = keep_text (pack, &item, ID_CHARS);
      if (find_id (ids[i], pack->pains, sizeof *pack->pains, pack->n_pains) == NULL)
        base_json_fail (&item, _ ("“%s” is not the id of a pain of this pack"), ids[i]);
      check_unique (&item, ids[i], ids, sizeof *ids, i);
    }
  return ids;
}

/* An option that is a step of its own says all about the step; one that is none says nothing of it.
 */
static void
read_step (SurveyPack *pack, const BaseJsonCursor *item, SurveyOption *option)
{
  static const char *const rest[] = { "benefit", "effort", "pillar", "pains", NULL };

  option->step = get_text (pack, item, "step", TITLE_CHARS);
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
  option->benefit = need_text (pack, item, "benefit", TEXT_CHARS);
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
  guint n = list_length (&list, 1, 60);
  SurveyOption *options = NEW_ARRAY (pack, SurveyOption, n);

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
      options[i].title = need_text (pack, &at, "title", TITLE_CHARS);
      options[i].explanation = get_text (pack, &at, "explanation", TEXT_CHARS);
      read_step (pack, &at, &options[i]);
      read_negative (&at, question, &options[i]);
    }
  if (n > 0 && _survey_question_n_positive (question) == 0)
    base_json_fail (&list, _ ("every option is negative: at least one must count"));
}

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
  question->n_columns = list_length (&list, 2, 6);
  question->columns = columns = NEW_ARRAY (pack, SurveyColumn, question->n_columns);
  for (guint i = 0; i < question->n_columns; i++)
    {
      BaseJsonCursor at = base_json_item (&list, i);

      base_json_only (&at, members);
      columns[i].id = need_id (pack, &at, "id");
      columns[i].title = need_text (pack, &at, "title", TITLE_CHARS);
      columns[i].score_id = need_id (pack, &at, "score_id");
      check_unique (&at, columns[i].id, columns, sizeof *columns, i);
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
  id = base_json_string (&at);
  scale = find_id (id, reader->scales, sizeof *scale, reader->n_scales);
  if (scale == NULL)
    {
      base_json_fail (&at, _ ("“%.60s” is not the id of a scale of this pack"), id);
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
  question->id = need_id (pack, item, "id");
  take_score_id (reader, item, question->id);
  question->kind = base_json_need_name (item, "kind", kinds);
  question->title = need_text (pack, item, "title", TITLE_CHARS);
  question->lead = need_text (pack, item, "lead", TEXT_CHARS);
  question->why = need_text (pack, item, "why", TEXT_CHARS);
  question->example = need_text (pack, item, "example", TEXT_CHARS);
  read_columns (reader, item, question);
  read_scale (reader, item, question);
  read_options (pack, item, question);
}

/* Questions stand in the order of the dimensions, so that each dimension's are one stretch. */
static void
place_question (SurveyPack *pack, const BaseJsonCursor *item, guint index, guint *current)
{
  const char *id = need_id (pack, item, "dimension");
  const SurveyDimension *found
      = find_id (id, pack->dimensions, sizeof *pack->dimensions, pack->n_dimensions);
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
read_questions (Reader *reader, const BaseJsonCursor *root)
{
  SurveyPack *pack = reader->pack;
  BaseJsonCursor list = base_json_get (root, "questions");
  BaseJsonCursor dimensions = base_json_get (root, "dimensions");
  guint n = list_length (&list, 1, SURVEY_QUESTION_LIMIT);
  guint current = 0;

  pack->questions = NEW_ARRAY (pack, SurveyQuestion, n);
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
  carry->to_question = need_id (pack, &to, "question");
  if (base_json_present (&column))
    carry->to_column = need_id (pack, &to, "column");
  carry->to_option = (guint8)base_json_need_integer (&to, "option", 1, 60);
  carry->to_level = (gint8)base_json_get_integer (&to, "level", 0, 9, -1);
}

static void
read_carry (SurveyPack *pack, const BaseJsonCursor *item, SurveyCarry *carry)
{
  static const char *const members[] = { "question", "option", "level", "to", NULL };
  BaseJsonCursor at = base_json_get (item, "question");
  const SurveyQuestion *question;

  base_json_only (item, members);
  question = survey_pack_find_question (pack, base_json_string (&at));
  if (question == NULL)
    {
      base_json_fail (&at, _ ("“%.60s” is not the id of a question of this pack"),
                      base_json_string (&at));
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
  pack->carries_to = need_id (pack, &carries, "pack");
  list = base_json_get (&carries, "answers");
  n = list_length (&list, 1, 500);
  pack->carries = NEW_ARRAY (pack, SurveyCarry, n);
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
  Reader reader = { .pack = pack, .question_ids = g_hash_table_new (g_str_hash, g_str_equal) };

  read_head (pack, root);
  read_bands (pack, root);
  read_pains (pack, root);
  read_scales (&reader, root);
  read_dimensions (pack, root);
  read_questions (&reader, root);
  if (!base_json_failed (root->document))
    count_marks (pack, root);
  read_carries (pack, root);
  g_hash_table_unref (reader.question_ids);
}
