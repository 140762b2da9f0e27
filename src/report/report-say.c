/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-say.h"

#include "base/base-language-facts.h"

#include <stdarg.h>
#include <string.h>

/* The only place where the report makes sentences and figures: nothing else calls the language. */

#define DASH "\xe2\x80\x93"

const char *
report_copy (Report *report, const char *words)
{
  return words != NULL ? g_string_chunk_insert (report->strings, words) : NULL;
}

static const char *
keep (Report *report, char *words)
{
  const char *kept = report_copy (report, words);

  g_free (words);
  return kept;
}

/* What is missing is counted; a draft marks it. */
const char *
report_say (Report *report, const BaseText *text)
{
  if (text == NULL)
    return NULL;
  report->n_untranslated += base_language_lacks (report->language, text);
  return keep (report, base_language_format (report->language, text));
}

/* Nearly all are there: those cost no text and no copy. */
const char *
report_tr (Report *report, const char *msgid)
{
  const char *words = msgid != NULL ? base_language_gettext (report->language, msgid) : NULL;

  return words != NULL && words == msgid ? report_take (report, base_text_new (msgid)) : words;
}

const char *
report_take (Report *report, BaseText *text)
{
  const char *words = report_say (report, text);

  g_clear_pointer (&text, base_text_unref);
  return words;
}

#define FIGURE "\\x{2212}?[0-9](?:[0-9\\x{202f}\\x{00a0}.,]*[0-9])?"
#define SPACE "[ \\x{00a0}]"

/* "EUR 2 100 000" with the spaces of base_language_money() → "EUR …", "2 100 000 EUR" → "… EUR". */
static char *
without_amounts (const BaseLanguage *language, const char *words)
{
  const gboolean last = base_language_get_facts (language)->euro_last;
  g_autoptr (GRegex) amount
      = g_regex_new (last ? FIGURE SPACE "EUR" : "EUR" SPACE FIGURE, 0, 0, NULL);

  g_assert (amount != NULL);
  return g_regex_replace_literal (amount, words, -1, 0,
                                  last ? "\u2026\u00a0"
                                         "EUR"
                                       : "EUR\u00a0\u2026",
                                  0, NULL);
}

const char *
report_say_private (Report *report, const BaseText *text)
{
  const char *words = report_say (report, text);

  if (words == NULL || !report->options.hide_amounts)
    return words;
  return keep (report, without_amounts (report->language, words));
}

const char *
report_join (Report *report, const char *separator, const char *first, ...)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  va_list parts;

  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    {
      if (*part == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, part);
    }
  va_end (parts);
  return report_copy (report, joined->str);
}

static gboolean
ends_sentence (const GString *words)
{
  return words->len > 0 && strchr (".!?", words->str[words->len - 1]) != NULL;
}

const char *
report_explain (Report *report, const char *head, const char *words)
{
  gsize length = strlen (head);
  gboolean ended = length > 0 && strchr (".!?:", head[length - 1]) != NULL;

  return report_join (report, ended ? " " : ": ", head, report_or_empty (words), NULL);
}

const char *
report_distance (Report *report, const BaseText *distance)
{
  const char *words = report_say (report, distance);
  g_autoptr (GString) unbroken = g_string_new (words);

  g_string_replace (unbroken, " km", "\u00a0km", 0);
  return words != NULL ? report_copy (report, unbroken->str) : NULL;
}

const char *
report_capital (Report *report, const char *words)
{
  char first[7] = { 0 };

  if (words == NULL || *words == '\0')
    return words;
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  return report_join (report, "", first, g_utf8_next_char (words), NULL);
}

const char *
report_sentences (Report *report, const char *first, ...)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  va_list parts;

  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    {
      if (*part == '\0')
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, part);
      if (!ends_sentence (joined))
        g_string_append_c (joined, '.');
    }
  va_end (parts);
  return report_copy (report, joined->str);
}

const char *
report_score (Report *report, int hundredths)
{
  if (hundredths < 0)
    return DASH;
  return keep (report, base_language_decimal (report->language, hundredths, 2));
}

const char *
report_whole (Report *report, int hundredths)
{
  if (hundredths < 0)
    return DASH;
  return report_integer (report, (hundredths + 50) / 100);
}

const char *
report_value (Report *report, const SurveyValue *value, gboolean whole)
{
  const char *(*figure) (Report *, int) = whole ? report_whole : report_score;

  if (value->value >= 0 || value->low == value->high)
    return figure (report, value->value >= 0 ? value->value : value->low);
  return report_join (report, DASH, figure (report, value->low), figure (report, value->high),
                      NULL);
}

const char *
report_gain (Report *report, int ten_thousandths)
{
  int hundredths = (ten_thousandths + (ten_thousandths < 0 ? -50 : 50)) / 100;
  g_autofree char *figure = base_language_decimal (report->language, hundredths, 2);

  return hundredths < 0 ? report_copy (report, figure)
                        : report_join (report, "", "+", figure, NULL);
}

const char *
report_integer (Report *report, gint64 value)
{
  return keep (report, base_language_integer (report->language, value));
}

const char *
report_euros (Report *report, double euros)
{
  const char *words = keep (report, base_language_money (report->language, (gint64)(euros + 0.5)));

  return report->options.hide_amounts ? keep (report, without_amounts (report->language, words))
                                      : words;
}

const char *
report_money (Report *report, const AdviceMoney *money)
{
  const char *low = report_euros (report, (double)money->low / 100.0);

  if (money->high == ADVICE_MONEY_OPEN)
    return report_take (
        report, base_text_with_string (base_text_new (N_ ("at least {amount}")), "amount", low));
  if (money->low == money->high)
    return low;
  return report_take (
      report, base_text_with_string (
                  base_text_with_string (base_text_new (N_ ("{low} to {high}")), "low", low),
                  "high", report_euros (report, (double)money->high / 100.0)));
}

const char *
report_person (Report *report, const char *name)
{
  return name != NULL && report->options.hide_names ? report_tr (report, N_ ("name left out"))
                                                    : name;
}

const char *
report_item (Report *report, const char *list, guint index, const char *member)
{
  g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, member);

  return report_field (report, path);
}

gboolean
report_item_number (
    Report *report, const char *list, guint index, const char *member, double *value)
{
  g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, member);

  return assessment_document_get_number (advice_document (report->advice), path, value);
}

const char *
report_or_empty (const char *words)
{
  return words != NULL ? words : "";
}

const char *
report_date (Report *report, const char *iso)
{
  return iso != NULL ? keep (report, base_language_date (report->language, iso)) : NULL;
}

const char *
report_day_or_month (Report *report, const char *iso)
{
  if (iso == NULL || strlen (iso) == 4)
    return iso;
  if (strlen (iso) == 7)
    {
      g_autofree char *day = g_strconcat (iso, "-01", NULL);
      return keep (report, base_language_month (report->language, day));
    }
  return report_date (report, iso);
}

const char *
report_country (Report *report, const char *code)
{
  const CatalogueCountry *country
      = code != NULL ? catalogue_find_country (advice_catalogue (report->advice), code) : NULL;

  return country != NULL ? report_tr (report, country->name) : code;
}

const char *
report_terms (Report *report, CatalogueTermKind kind, const char *const *ids)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const CatalogueTerm *term
          = catalogue_find_term (advice_catalogue (report->advice), kind, ids[i]);
      g_ptr_array_add (labels, (char *)(term != NULL ? report_tr (report, term->label) : ids[i]));
    }
  if (labels->len == 0)
    return NULL;
  g_ptr_array_add (labels, NULL);
  return keep (report,
               base_language_list_join (report->language, (const char *const *)labels->pdata));
}

const char *
report_field (Report *report, const char *path)
{
  return assessment_document_get_string (advice_document (report->advice), path);
}

const char *
report_stage (Report *report)
{
  const char *stage = report_field (report, "stage");

  return stage != NULL ? report_take (
             report, base_text_with_string (base_text_new (N_ ("Stage {stage}")), "stage", stage))
                       : NULL;
}
