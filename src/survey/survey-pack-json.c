/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "survey/survey-pack-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The small checks that every part of a pack shares: lengths, characters, ids used once. */

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

const char *
_survey_pack_keep_text (SurveyPack *pack, const BaseJsonCursor *at, glong cap)
{
  const char *text = base_json_string (at);
  glong length = g_utf8_strlen (text, -1);

  if (length > cap)
    base_json_fail (at, _ ("has %ld characters, at most %ld are allowed"), length, cap);
  else if (has_control (text))
    base_json_fail (at, _ ("contains a control character"));
  return g_string_chunk_insert_const (pack->strings, text);
}

const char *
_survey_pack_need_text (SurveyPack *pack,
                        const BaseJsonCursor *object,
                        const char *member,
                        glong cap)
{
  BaseJsonCursor at = base_json_get (object, member);

  return _survey_pack_keep_text (pack, &at, cap);
}

const char *
_survey_pack_get_text (SurveyPack *pack,
                       const BaseJsonCursor *object,
                       const char *member,
                       glong cap)
{
  BaseJsonCursor at = base_json_get (object, member);

  return base_json_present (&at) ? _survey_pack_keep_text (pack, &at, cap) : NULL;
}

const char *
_survey_pack_need_id (SurveyPack *pack, const BaseJsonCursor *object, const char *member)
{
  BaseJsonCursor at = base_json_get (object, member);
  const char *id = _survey_pack_keep_text (pack, &at, SURVEY_ID_CHARS);

  if (id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0' || !g_ascii_islower (id[0]))
    base_json_fail (&at,
                    _ ("found “%s”, expected an id: a small letter, then small letters, digits "
                       "and hyphens"),
                    id);
  return id;
}

gpointer
_survey_pack_new_array (SurveyPack *pack, gsize n, gsize size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (pack->blocks, block);
  return block;
}

guint
_survey_list_length (const BaseJsonCursor *list, guint low, guint high)
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

void
_survey_check_unique (
    const BaseJsonCursor *item, const char *id, gconstpointer array, gsize size, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *const *earlier = (const void *)((const char *)array + i * size);

      if (g_str_equal (*earlier, id))
        base_json_fail (item, _ ("id “%s” is there already, as item %u"), id, i);
    }
}

gconstpointer
_survey_find_id (const char *id, gconstpointer array, gsize size, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *const *item = (const void *)((const char *)array + i * size);

      if (g_str_equal (*item, id))
        return item;
    }
  return NULL;
}
