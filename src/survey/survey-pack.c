/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-private.h"

#include "base/base-data.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* A loaded pack: its life and its getters. Reading is in survey-pack-reader.c. */

/* Newest pack format that this program reads. */
#define FORMAT "waymark-pack"
#define FORMAT_VERSION 1

G_DEFINE_QUARK (survey - error - quark, survey_error)

SurveyPack *
_survey_pack_new (void)
{
  SurveyPack *pack = g_atomic_rc_box_new0 (SurveyPack);

  pack->strings = g_string_chunk_new (4096);
  pack->blocks = g_ptr_array_new_with_free_func (g_free);
  return pack;
}

static void
clear (gpointer data)
{
  SurveyPack *pack = data;

  g_string_chunk_free (pack->strings);
  g_ptr_array_unref (pack->blocks);
  g_free (pack->sha256);
}

SurveyPack *
survey_pack_ref (SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return g_atomic_rc_box_acquire (pack);
}

void
survey_pack_unref (SurveyPack *pack)
{
  if (pack != NULL)
    g_atomic_rc_box_release_full (pack, clear);
}

/* The format is looked at before anything else, so that a newer pack is called newer and not wrong.
 */
static gboolean
check_format (BaseJson *json, const BaseJsonCursor *root, GError **error)
{
  const char *format = base_json_need_string (root, "format");
  gint64 version = base_json_need_integer (root, "format_version", 1, G_MAXINT32);

  if (!base_json_failed (json) && !g_str_equal (format, FORMAT))
    {
      BaseJsonCursor at = base_json_get (root, "format");

      base_json_fail (&at, _ ("found “%s”, expected “%s”"), format, FORMAT);
    }
  if (!base_json_finish (json, error))
    return FALSE;
  if (version <= FORMAT_VERSION)
    return TRUE;
  g_set_error (
      error, BASE_ERROR, BASE_ERROR_VERSION,
      _ ("%s: $.format_version: found %" PRId64 ", this program reads packs up to version %d"),
      base_json_source_name (json), version, FORMAT_VERSION);
  return FALSE;
}

static SurveyPack *
read_pack (BaseJson *json, GError **error)
{
  g_autoptr (SurveyPack) pack = NULL;
  BaseJsonCursor root = base_json_root (json);

  if (!check_format (json, &root, error))
    return NULL;
  pack = _survey_pack_new ();
  pack->sha256 = g_strdup (base_json_sha256 (json));
  _survey_pack_read (pack, &root);
  if (!base_json_finish (json, error))
    return NULL;
  return g_steal_pointer (&pack);
}

SurveyPack *
survey_pack_load (const char *path, GError **error)
{
  g_autoptr (BaseJson) json = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  json = base_json_load (path, SURVEY_PACK_CAP, error);
  return json != NULL ? read_pack (json, error) : NULL;
}

SurveyPack *
survey_pack_parse (const char *text, gssize length, const char *source_name, GError **error)
{
  g_autoptr (BaseJson) json = NULL;
  gsize size;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (source_name != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize)length;
  if (size > SURVEY_PACK_CAP)
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_SIZE,
                   _ ("%s: has %zu bytes, at most %zu are read"), source_name, size,
                   SURVEY_PACK_CAP);
      return NULL;
    }
  json = base_json_parse (text, (gssize)size, source_name, error);
  return json != NULL ? read_pack (json, error) : NULL;
}

SurveyPack *
survey_pack_load_bundled (const char *id, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  name = g_strdup_printf ("packs/%s.json", id);
  path = base_data_path (name, error);
  return path != NULL ? survey_pack_load (path, error) : NULL;
}

const char *
survey_pack_id (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->id;
}

const char *
survey_pack_version (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->version;
}

const char *
survey_pack_title (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->title;
}

const char *
survey_pack_source (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->source;
}

const char *
survey_pack_licence (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->licence;
}

const char *
survey_pack_reading (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->reading;
}

SurveyScoring
survey_pack_scoring (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, SURVEY_SCORING_MEAN);

  return pack->scoring;
}

guint
survey_pack_full_marks (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, 0);

  return pack->full_marks;
}

guint
survey_pack_minutes (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, 0);

  return pack->minutes;
}

const char *
survey_pack_sha256 (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->sha256;
}

guint
survey_pack_n_dimensions (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, 0);

  return pack->n_dimensions;
}

const SurveyDimension *
survey_pack_dimension (const SurveyPack *pack, guint index)
{
  g_return_val_if_fail (pack != NULL && index < pack->n_dimensions, NULL);

  return &pack->dimensions[index];
}

guint
survey_pack_n_questions (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, 0);

  return pack->n_questions;
}

const SurveyQuestion *
survey_pack_question (const SurveyPack *pack, guint index)
{
  g_return_val_if_fail (pack != NULL && index < pack->n_questions, NULL);

  return &pack->questions[index];
}

const SurveyQuestion *
survey_pack_find_question (const SurveyPack *pack, const char *id)
{
  g_return_val_if_fail (pack != NULL && id != NULL, NULL);

  for (guint i = 0; i < pack->n_questions; i++)
    if (g_str_equal (pack->questions[i].id, id))
      return &pack->questions[i];
  return NULL;
}

guint
survey_pack_n_bands (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, 0);

  return pack->n_bands;
}

const SurveyBand *
survey_pack_band (const SurveyPack *pack, guint index)
{
  g_return_val_if_fail (pack != NULL && index < pack->n_bands, NULL);

  return &pack->bands[index];
}

guint
survey_pack_n_pains (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, 0);

  return pack->n_pains;
}

const SurveyPain *
survey_pack_pain (const SurveyPack *pack, guint index)
{
  g_return_val_if_fail (pack != NULL && index < pack->n_pains, NULL);

  return &pack->pains[index];
}

const char *
survey_pack_carries_to (const SurveyPack *pack)
{
  g_return_val_if_fail (pack != NULL, NULL);

  return pack->carries_to;
}

guint
_survey_question_n_scores (const SurveyQuestion *question)
{
  return question->kind == SURVEY_QUESTION_TICK_COLUMNS ? question->n_columns : 1;
}

guint
_survey_question_n_positive (const SurveyQuestion *question)
{
  guint n = 0;

  for (guint i = 0; i < question->n_options; i++)
    n += question->options[i].negative ? 0 : 1;
  return n;
}

int
_survey_question_max_level (const SurveyQuestion *question)
{
  return question->kind == SURVEY_QUESTION_LEVELS ? (int)question->n_levels - 1 : 1;
}
