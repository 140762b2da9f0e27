/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogue/catalogue-own-check.h"

#include "base/base-date.h"
#include "catalogue/catalogue-check.h"

#include <glib/gi18n-lib.h>

/* Each check says which member is wrong. */

#define LEVEL_MAX 5

gboolean
catalogue_own_fail (GError **error, const char *member, const char *what)
{
  g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE, "%s: %s", member, what);
  return FALSE;
}

/* Not only spaces, and text that JSON can hold. */
gboolean
catalogue_own_check_text (const char *member, const char *text, gboolean needed, GError **error)
{
  g_autofree char *stripped = NULL;

  if (text == NULL)
    return !needed || catalogue_own_fail (error, member, _ ("is missing"));
  if (!g_utf8_validate (text, -1, NULL))
    return catalogue_own_fail (error, member, _ ("is not UTF-8 text"));
  stripped = g_strstrip (g_strdup (text));
  return *stripped != '\0' || catalogue_own_fail (error, member, _ ("is empty"));
}

gboolean
catalogue_own_check_texts (const char *member, const char *const *texts, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!catalogue_own_check_text (member, texts[i], TRUE, error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (texts[i], texts[j]))
          return catalogue_own_fail (error, member, _ ("has the same entry twice"));
    }
  return TRUE;
}

gboolean
catalogue_own_check_address (const char *member,
                             const char *address,
                             gboolean needed,
                             GError **error)
{
  return catalogue_own_check_text (member, address, needed, error)
         && (address == NULL || catalogue_is_address (address)
             || catalogue_own_fail (error, member,
                                    _ ("is no address, expected https://… or http://…")));
}

gboolean
catalogue_own_check_day (const char *member, const char *day, gboolean needed, GError **error)
{
  return catalogue_own_check_text (member, day, needed, error)
         && (day == NULL || base_date_is_valid (day)
             || catalogue_own_fail (error, member, _ ("is no date, expected YYYY-MM-DD")));
}

gboolean
catalogue_own_check_range (const char *member, gint64 value, gint64 high, GError **error)
{
  return value == -1 || (value >= 1 && value <= high)
         || catalogue_own_fail (error, member, _ ("is out of range"));
}

static gboolean
catalogue_own_check_term (const Catalogue *catalogue,
                          const char *member,
                          CatalogueTermKind kind,
                          const char *id,
                          GError **error)
{
  if (id == NULL || catalogue_find_term (catalogue, kind, id) == NULL)
    return catalogue_own_fail (error, member, _ ("has a term that is not in the vocabulary"));
  return TRUE;
}

gboolean
catalogue_own_check_terms (const Catalogue *catalogue,
                           const char *member,
                           CatalogueTermKind kind,
                           const char *const *ids,
                           GError **error)
{
  if (!catalogue_own_check_texts (member, ids, error))
    return FALSE;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!catalogue_own_check_term (catalogue, member, kind, ids[i], error))
      return FALSE;
  return TRUE;
}

gboolean
catalogue_own_check_tags (const Catalogue *catalogue,
                          const char *member,
                          CatalogueTermKind kind,
                          const CatalogueHubTag *tags,
                          guint n,
                          GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (!catalogue_own_check_term (catalogue, member, kind, tags[i].id, error))
        return FALSE;
      if (tags[i].level > LEVEL_MAX)
        return catalogue_own_fail (error, member, _ ("has a level above 5"));
      for (guint j = 0; j < i; j++)
        if (g_str_equal (tags[i].id, tags[j].id))
          return catalogue_own_fail (error, member, _ ("has the same entry twice"));
    }
  return TRUE;
}

void
catalogue_own_write_text (BaseJsonWriter *writer, const char *member, const char *text)
{
  if (text != NULL)
    base_json_writer_string (writer, member, text);
}

void
catalogue_own_write_texts (BaseJsonWriter *writer, const char *member, const char *const *texts)
{
  if (texts != NULL && texts[0] != NULL)
    base_json_writer_strings (writer, member, texts);
}
