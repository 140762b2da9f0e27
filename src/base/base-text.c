/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-text-private.h"

#include <string.h>

/* A sentence before it is said in a language: what advice/ and the loaders hand to the edge. */

static void
argument_free (gpointer data)
{
  BaseTextArgument *argument = data;

  g_free (argument->place);
  g_free (argument->string);
  g_clear_pointer (&argument->texts, g_ptr_array_unref);
  g_free (argument);
}

static BaseText *
new_text (const char *context, const char *msgid)
{
  BaseText *text = g_new0 (BaseText, 1);

  g_atomic_ref_count_init (&text->references);
  text->context = g_strdup (context);
  text->msgid = g_strdup (msgid);
  return text;
}

BaseText *
base_text_new (const char *msgid)
{
  g_return_val_if_fail (msgid != NULL, NULL);

  return new_text (NULL, msgid);
}

BaseText *
base_text_new_context (const char *context, const char *msgid)
{
  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (msgid != NULL, NULL);

  return new_text (context, msgid);
}

BaseText *
base_text_new_plural (const char *singular, const char *plural, gint64 n)
{
  BaseText *text;

  g_return_val_if_fail (singular != NULL, NULL);
  g_return_val_if_fail (plural != NULL, NULL);

  text = new_text (NULL, singular);
  text->plural = g_strdup (plural);
  text->n = n;
  return base_text_with_integer (text, "n", n);
}

BaseText *
base_text_new_verbatim (const char *words)
{
  BaseText *text;

  g_return_val_if_fail (words != NULL, NULL);

  text = new_text (NULL, words);
  text->is_verbatim = TRUE;
  return text;
}

/* The argument for @place, emptied when it was there; NULL when @text is not for changing. */
static BaseTextArgument *
claim_argument (BaseText *text, const char *place, BaseTextKind kind)
{
  BaseTextArgument *argument;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (place != NULL && *place != '\0', NULL);
  g_return_val_if_fail (g_atomic_ref_count_compare (&text->references, 1), NULL);

  if (text->arguments == NULL)
    text->arguments = g_ptr_array_new_with_free_func (argument_free);
  argument = (BaseTextArgument *)base_text_find_argument (text, place, strlen (place));
  if (argument != NULL)
    g_ptr_array_remove (text->arguments, argument);
  argument = g_new0 (BaseTextArgument, 1);
  argument->place = g_strdup (place);
  argument->kind = kind;
  g_ptr_array_add (text->arguments, argument);
  return argument;
}

BaseText *
base_text_with_string (BaseText *text, const char *place, const char *value)
{
  BaseTextArgument *argument;

  g_return_val_if_fail (value != NULL, text);

  argument = claim_argument (text, place, BASE_TEXT_STRING);
  if (argument != NULL)
    argument->string = g_strdup (value);
  return text;
}

BaseText *
base_text_with_text (BaseText *text, const char *place, BaseText *value)
{
  return base_text_with_list (text, place, &value, 1);
}

static BaseText *
with_number (BaseText *text, const char *place, BaseTextKind kind, gint64 value, guint places)
{
  BaseTextArgument *argument = claim_argument (text, place, kind);

  if (argument != NULL)
    {
      argument->value = value;
      argument->places = places;
    }
  return text;
}

BaseText *
base_text_with_integer (BaseText *text, const char *place, gint64 value)
{
  return with_number (text, place, BASE_TEXT_DECIMAL, value, 0);
}

BaseText *
base_text_with_decimal (BaseText *text, const char *place, gint64 value, guint places)
{
  return with_number (text, place, BASE_TEXT_DECIMAL, value, places);
}

BaseText *
base_text_with_date (BaseText *text, const char *place, const char *iso_date)
{
  BaseTextArgument *argument;

  g_return_val_if_fail (iso_date != NULL, text);

  argument = claim_argument (text, place, BASE_TEXT_DATE);
  if (argument != NULL)
    argument->string = g_strdup (iso_date);
  return text;
}

BaseText *
base_text_with_money (BaseText *text, const char *place, gint64 euros)
{
  return with_number (text, place, BASE_TEXT_MONEY, euros, 0);
}

BaseText *
base_text_with_list (BaseText *text, const char *place, BaseText **items, guint n_items)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify)base_text_unref);
  BaseTextArgument *argument;

  g_return_val_if_fail (items != NULL || n_items == 0, text);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (texts, items[i]);
  argument = claim_argument (text, place, BASE_TEXT_LIST);
  if (argument != NULL)
    argument->texts = g_steal_pointer (&texts);
  return text;
}

BaseText *
base_text_ref (BaseText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_atomic_ref_count_inc (&text->references);
  return text;
}

void
base_text_unref (BaseText *text)
{
  if (text == NULL || !g_atomic_ref_count_dec (&text->references))
    return;
  g_free (text->context);
  g_free (text->msgid);
  g_free (text->plural);
  g_clear_pointer (&text->arguments, g_ptr_array_unref);
  g_free (text);
}

const char *
base_text_msgid (const BaseText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return text->msgid;
}

const BaseTextArgument *
base_text_find_argument (const BaseText *text, const char *place, gsize length)
{
  for (guint i = 0; text->arguments != NULL && i < text->arguments->len; i++)
    {
      const BaseTextArgument *argument = text->arguments->pdata[i];

      if (strncmp (argument->place, place, length) == 0 && argument->place[length] == '\0')
        return argument;
    }
  return NULL;
}

static gboolean
arguments_equal (const BaseTextArgument *a, const BaseTextArgument *b)
{
  if (b == NULL || a->kind != b->kind || a->value != b->value || a->places != b->places
      || g_strcmp0 (a->string, b->string) != 0)
    return FALSE;
  if (a->texts == NULL || b->texts == NULL)
    return a->texts == b->texts;
  if (a->texts->len != b->texts->len)
    return FALSE;
  for (guint i = 0; i < a->texts->len; i++)
    if (!base_text_equal (a->texts->pdata[i], b->texts->pdata[i]))
      return FALSE;
  return TRUE;
}

static guint
count_arguments (const BaseText *text)
{
  return text->arguments != NULL ? text->arguments->len : 0;
}

gboolean
base_text_equal (const BaseText *a, const BaseText *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (g_strcmp0 (a->context, b->context) != 0 || g_strcmp0 (a->msgid, b->msgid) != 0
      || g_strcmp0 (a->plural, b->plural) != 0 || a->n != b->n || a->is_verbatim != b->is_verbatim
      || count_arguments (a) != count_arguments (b))
    return FALSE;
  for (guint i = 0; i < count_arguments (a); i++)
    {
      const BaseTextArgument *argument = a->arguments->pdata[i];

      if (!arguments_equal (argument,
                            base_text_find_argument (b, argument->place, strlen (argument->place))))
        return FALSE;
    }
  return TRUE;
}
