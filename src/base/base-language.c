/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-language.h"

#include "base/base-data.h"
#include "base/base-date.h"
#include "base/base-language-facts.h"
#include "base/base-mo.h"
#include "base/base-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Makes sentences of texts, in a language that has nothing to do with the process's locale: the
 * report is printed in Portuguese on a machine that only has C.UTF-8. */

#define LONGEST_TAG 32
#define MARK_BEGIN "⟦"
#define MARK_END "⟧"

struct _BaseLanguage
{
  gatomicrefcount references;
  char *tag;
  const BaseLanguageFacts *facts;
  BaseMo *mo; /* NULL for the built-in English */
  gboolean mark_missing;
};

/* {{{ Finding a language */

/* Letters, digits and hyphens: the tag becomes part of a path. */
static gboolean
is_tag (const char *tag)
{
  gsize length = strlen (tag);

  for (const char *p = tag; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;
  return length >= 2 && length <= LONGEST_TAG && g_ascii_isalpha (*tag);
}

static char *
catalogue_path (const char *locale_dir, const char *tag)
{
  g_autofree char *name = g_strdelimit (g_strdup (tag), "-", '_');

  return g_build_filename (locale_dir, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

static gboolean
has_catalogue (const char *locale_dir, const char *tag)
{
  g_autofree char *path = catalogue_path (locale_dir, tag);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static char *
language_code (const char *tag)
{
  return g_strndup (tag, strcspn (tag, "-"));
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
base_language_list (void)
{
  g_autofree char *locale_dir = base_data_locale_dir ();
  g_autoptr (GDir) dir = locale_dir != NULL ? g_dir_open (locale_dir, 0, NULL) : NULL;
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_tag (name) && has_catalogue (locale_dir, name) && !g_str_equal (name, "en"))
      g_ptr_array_add (tags, g_strdelimit (g_strdup (name), "_", '-'));
  g_ptr_array_sort (tags, compare_tags);
  g_ptr_array_insert (tags, 0, g_strdup ("en"));
  g_ptr_array_add (tags, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

static void
fail_missing (const char *tag, GError **error)
{
  g_auto (GStrv) known = base_language_list ();
  g_autofree char *list = g_strjoinv (", ", known);

  g_set_error (error, BASE_ERROR, BASE_ERROR_MISSING,
               _ ("There is no translation “%s”. These languages are there: %s."), tag, list);
}

static BaseLanguage *
new_language (const char *tag, BaseMo *mo)
{
  BaseLanguage *language = g_new0 (BaseLanguage, 1);
  g_autofree char *code = language_code (tag);

  g_atomic_ref_count_init (&language->references);
  language->tag = g_strdup (tag);
  language->facts = base_language_facts_find (code);
  language->mo = mo;
  return language;
}

static BaseLanguage *
load_language (const char *locale_dir, const char *tag, GError **error)
{
  g_autofree char *path = catalogue_path (locale_dir, tag);
  BaseMo *mo = base_mo_load (path, error);

  return mo != NULL ? new_language (tag, mo) : NULL;
}

BaseLanguage *
base_language_new (const char *tag, GError **error)
{
  g_autofree char *locale_dir = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (tag != NULL, NULL);

  if (!is_tag (tag))
    {
      g_autofree char *valid = g_utf8_make_valid (tag, -1);
      g_autofree char *shown
          = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), LONGEST_TAG));

      fail_missing (shown, error);
      return NULL;
    }
  wanted = g_strdelimit (g_strdup (tag), "_", '-');
  code = language_code (wanted);
  if (g_str_equal (code, "en"))
    return new_language ("en", NULL);
  locale_dir = base_data_locale_dir ();
  if (locale_dir != NULL && has_catalogue (locale_dir, wanted))
    return load_language (locale_dir, wanted, error);
  if (locale_dir != NULL && has_catalogue (locale_dir, code))
    return load_language (locale_dir, code, error);
  fail_missing (wanted, error);
  return NULL;
}

BaseLanguage *
base_language_ref (BaseLanguage *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  g_atomic_ref_count_inc (&language->references);
  return language;
}

void
base_language_unref (BaseLanguage *language)
{
  if (language == NULL || !g_atomic_ref_count_dec (&language->references))
    return;
  g_free (language->tag);
  g_clear_pointer (&language->mo, base_mo_free);
  g_free (language);
}

const char *
base_language_tag (const BaseLanguage *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  return language->tag;
}

const char *
base_language_endonym (const BaseLanguage *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  return language->facts->endonym != NULL ? language->facts->endonym : language->tag;
}

const BaseLanguageFacts *
base_language_get_facts (const BaseLanguage *language)
{
  g_assert (language != NULL);

  return language->facts;
}

void
base_language_set_mark_missing (BaseLanguage *language, gboolean mark)
{
  g_return_if_fail (language != NULL);
  g_return_if_fail (g_atomic_ref_count_compare (&language->references, 1));

  language->mark_missing = mark && language->mo != NULL;
}

/* }}} */
/* {{{ Sentences */

const char *
base_language_gettext_context (const BaseLanguage *language, const char *context, const char *msgid)
{
  const char *translation = NULL;

  g_return_val_if_fail (language != NULL, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  /* The empty msgid is the catalogue's header. */
  if (language->mo != NULL && *msgid != '\0')
    translation = base_mo_lookup (language->mo, context, msgid);
  return translation != NULL ? translation : msgid;
}

const char *
base_language_gettext (const BaseLanguage *language, const char *msgid)
{
  return base_language_gettext_context (language, NULL, msgid);
}

static char *
format_list (const BaseLanguage *language, GPtrArray *texts)
{
  g_auto (GStrv) items = g_new0 (char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    items[i] = base_language_format (language, texts->pdata[i]);
  return base_language_list_join (language, (const char *const *)items);
}

static char *
format_argument (const BaseLanguage *language, const BaseTextArgument *argument)
{
  switch (argument->kind)
    {
    case BASE_TEXT_STRING:
      return g_strdup (argument->string);
    case BASE_TEXT_DECIMAL:
      return base_language_decimal (language, argument->value, argument->places);
    case BASE_TEXT_DATE:
      return base_date_is_valid (argument->string) ? base_language_date (language, argument->string)
                                                   : g_strdup (argument->string);
    case BASE_TEXT_MONEY:
      return base_language_money (language, argument->value);
    case BASE_TEXT_LIST:
      return format_list (language, argument->texts);
    default:
      g_assert_not_reached ();
    }
}

/* The template with its {places} filled. Values are never looked into: a name with braces stays a
 * name. */
static char *
fill_places (const BaseLanguage *language, const BaseText *text, const char *template)
{
  GString *sentence = g_string_new (NULL);
  const char *at = template;
  const char *open;

  while ((open = strchr (at, '{')) != NULL)
    {
      gsize length = strcspn (open + 1, "{}");
      const BaseTextArgument *argument = NULL;

      if (open[1 + length] == '}')
        argument = base_text_find_argument (text, open + 1, length);
      if (argument != NULL)
        {
          g_autofree char *value = format_argument (language, argument);

          g_string_append_len (sentence, at, open - at);
          g_string_append (sentence, value);
          at = open + length + 2;
        }
      else
        {
          g_string_append_len (sentence, at, open + 1 - at);
          at = open + 1;
        }
    }
  g_string_append (sentence, at);
  return g_string_free (sentence, FALSE);
}

static const char *
find_template (const BaseLanguage *language, const BaseText *text)
{
  guint64 n = text->n < 0 ? -(guint64)text->n : (guint64)text->n;

  if (language->mo == NULL || *text->msgid == '\0')
    return NULL;
  if (text->plural != NULL)
    return base_mo_lookup_plural (language->mo, text->context, text->msgid, n);
  return base_mo_lookup (language->mo, text->context, text->msgid);
}

gboolean
base_language_lacks (const BaseLanguage *language, const BaseText *text)
{
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  return language->mo != NULL && !text->is_verbatim && *text->msgid != '\0'
         && find_template (language, text) == NULL;
}

char *
base_language_format (const BaseLanguage *language, const BaseText *text)
{
  const char *template;
  char *sentence;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (text->is_verbatim)
    return g_strdup (text->msgid);
  template = find_template (language, text);
  if (template != NULL)
    return fill_places (language, text, template);
  sentence = fill_places (language, text,
                          text->plural != NULL && text->n != 1 && text->n != -1 ? text->plural
                                                                                : text->msgid);
  if (language->mark_missing && *sentence != '\0')
    {
      g_autofree char *bare = sentence;

      sentence = g_strconcat (MARK_BEGIN, bare, MARK_END, NULL);
    }
  return sentence;
}

/* }}} */
