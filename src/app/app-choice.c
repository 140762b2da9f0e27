/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-choice.h"

#include <string.h>

/* An immutable item of a searchable list. */

struct _AppChoice
{
  GObject parent_instance;

  char *id, *title, *detail;
  char *haystack;
  char **words; /* of the haystack, folded, and as ASCII writes them; made when somebody searches */
};

G_DEFINE_FINAL_TYPE (AppChoice, app_choice, G_TYPE_OBJECT)

static void
app_choice_finalize (GObject *object)
{
  AppChoice *self = APP_CHOICE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->haystack);
  g_strfreev (self->words);
  G_OBJECT_CLASS (app_choice_parent_class)->finalize (object);
}

static void
app_choice_class_init (AppChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = app_choice_finalize;
}

static void
app_choice_init (AppChoice *self)
{
}

AppChoice *
app_choice_new (const char *id, const char *title, const char *detail, const char *words)
{
  AppChoice *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_object_new (APP_TYPE_CHOICE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->haystack = g_strconcat (title, " ", detail != NULL ? detail : "", " ",
                                words != NULL ? words : "", NULL);
  return self;
}

const char *
app_choice_get_id (AppChoice *self)
{
  g_return_val_if_fail (APP_IS_CHOICE (self), NULL);
  return self->id;
}

const char *
app_choice_get_title (AppChoice *self)
{
  g_return_val_if_fail (APP_IS_CHOICE (self), NULL);
  return self->title;
}

const char *
app_choice_get_detail (AppChoice *self)
{
  g_return_val_if_fail (APP_IS_CHOICE (self), NULL);
  return self->detail;
}

static void
ensure_words (AppChoice *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) words = NULL, ascii = NULL;

  if (self->words != NULL)
    return;
  builder = g_strv_builder_new ();
  words = g_str_tokenize_and_fold (self->haystack, NULL, &ascii);
  g_strv_builder_addv (builder, (const char **)words);
  g_strv_builder_addv (builder, (const char **)ascii);
  self->words = g_strv_builder_end (builder);
}

static gboolean
has_word (AppChoice *self, const char *beginning)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (g_str_has_prefix (self->words[i], beginning))
      return TRUE;
  return FALSE;
}

gboolean
app_choice_matches_words (AppChoice *self, const char *const *folded)
{
  g_return_val_if_fail (APP_IS_CHOICE (self), FALSE);

  ensure_words (self);
  for (guint i = 0; folded[i] != NULL; i++)
    if (!has_word (self, folded[i]))
      return FALSE;
  return TRUE;
}

gboolean
app_choice_matches (AppChoice *self, const char *typed)
{
  g_auto (GStrv) folded = g_str_tokenize_and_fold (typed, NULL, NULL);

  return app_choice_matches_words (self, (const char *const *)folded);
}

/* Without accents, in small letters. */
static char *
plain (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");

  return g_ascii_strdown (ascii, -1);
}

static gboolean
has_whole (const char *text, const char *words)
{
  const gsize length = strlen (words);

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

int
app_choice_rank (AppChoice *self, const char *typed)
{
  g_autofree char *words = NULL, *title = NULL, *detail = NULL;

  g_return_val_if_fail (APP_IS_CHOICE (self), 0);

  words = plain (typed);
  g_strstrip (words);
  if (*words == '\0')
    return 0;
  title = plain (self->title);
  detail = plain (self->detail != NULL ? self->detail : "");
  if (g_str_equal (title, words))
    return 0;
  if (g_str_has_prefix (title, words))
    return 1;
  return has_whole (detail, words) ? 2 : 3;
}

/* --- choosing among several ------------------------------------------------------------------- */

gboolean
app_choice_take (char **field, const char *id)
{
  g_return_val_if_fail (field != NULL, FALSE);

  if (id != NULL && *id == '\0')
    id = NULL;
  if (g_strcmp0 (*field, id) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (id);
  return TRUE;
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer language)
{
  return base_language_collate (language, APP_CHOICE ((gpointer)a)->title,
                                APP_CHOICE ((gpointer)b)->title);
}

void
app_choice_sort (GListStore *choices, BaseLanguage *language, const char *any)
{
  g_autoptr (AppChoice) first = app_choice_new ("", any, NULL, NULL);

  g_return_if_fail (G_IS_LIST_STORE (choices));

  g_list_store_sort (choices, compare_titles, language);
  g_list_store_insert (choices, 0, first);
}

GListModel *
app_choice_list_ids (GHashTable *ids,
                     AppChoiceTitle title,
                     gpointer owner,
                     guint field,
                     BaseLanguage *language,
                     const char *any)
{
  GListStore *choices = g_list_store_new (APP_TYPE_CHOICE);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *words = title (owner, field, id);
      g_autoptr (AppChoice) choice = app_choice_new (id, words != NULL ? words : id, NULL, NULL);

      g_list_store_append (choices, choice);
    }
  app_choice_sort (choices, language, any);
  return G_LIST_MODEL (choices);
}
