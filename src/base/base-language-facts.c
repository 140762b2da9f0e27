/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-language-facts.h"

/* The table of languages. Month names, date patterns and the words for "and" are common knowledge
 * and agree with the Unicode CLDR (version 42, long formats); decimal signs and the place of "EUR"
 * with the Interinstitutional Style Guide of the EU (7.3.3: it comes first in English, Irish,
 * Latvian and Maltese only). */

static const BaseLanguageFacts languages[] = {
  { .code = "en",
    .endonym = "English",
    .decimal = ".",
    .and_word = "and",
    .date = "{day} {month} {year}",
    .month_year = "{month} {year}",
    .months = { "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December" } },
  { .code = "sv",
    .endonym = "svenska",
    .decimal = ",",
    .euro_last = TRUE,
    .and_word = "och",
    .date = "{day} {month} {year}",
    .month_year = "{month} {year}",
    .months = { "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
                "september", "oktober", "november", "december" },
    .letters = { "å", "{a", "ä", "{b", "æ", "{b", "ö", "{c", "ø", "{c" } },
  { .code = "es",
    .endonym = "español",
    .decimal = ",",
    .euro_last = TRUE,
    .and_word = "y",
    .and_before_i = "e",
    .date = "{day} de {month} de {year}",
    .month_year = "{month} de {year}",
    .months = { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                "septiembre", "octubre", "noviembre", "diciembre" },
    .letters = { "ñ", "n{" } },
  { .code = "it",
    .endonym = "italiano",
    .decimal = ",",
    .euro_last = TRUE,
    .and_word = "e",
    .date = "{day} {month} {year}",
    .first_day = "1º",
    .month_year = "{month} {year}",
    .months = { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
                "settembre", "ottobre", "novembre", "dicembre" } },
  { .code = "pt",
    .endonym = "português",
    .decimal = ",",
    .euro_last = TRUE,
    .and_word = "e",
    .date = "{day} de {month} de {year}",
    .month_year = "{month} de {year}",
    .months = { "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
                "setembro", "outubro", "novembro", "dezembro" } },
  { .code = "de",
    .endonym = "Deutsch",
    .decimal = ",",
    .euro_last = TRUE,
    .and_word = "und",
    .date = "{day}. {month} {year}",
    .month_year = "{month} {year}",
    .months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember" } },
  { .code = "fr",
    .endonym = "français",
    .decimal = ",",
    .euro_last = TRUE,
    .and_word = "et",
    .date = "{day} {month} {year}",
    .first_day = "1er",
    .month_year = "{month} {year}",
    .months = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre" } },
};

/* Names and decimal signs of the other languages of the Union, for a catalogue that comes before
 * its row above. */
static const BaseLanguageFacts names[] = {
  { .code = "bg", .endonym = "български", .decimal = ",", .euro_last = TRUE },
  { .code = "cs", .endonym = "čeština", .decimal = ",", .euro_last = TRUE },
  { .code = "da",
    .endonym = "dansk",
    .decimal = ",",
    .euro_last = TRUE,
    .letters = { "æ", "{a", "ø", "{b", "å", "{c" } },
  { .code = "el", .endonym = "ελληνικά", .decimal = ",", .euro_last = TRUE },
  { .code = "et", .endonym = "eesti", .decimal = ",", .euro_last = TRUE },
  { .code = "fi",
    .endonym = "suomi",
    .decimal = ",",
    .euro_last = TRUE,
    .letters = { "å", "{a", "ä", "{b", "ö", "{c" } },
  { .code = "ga", .endonym = "Gaeilge", .decimal = "." },
  { .code = "hr", .endonym = "hrvatski", .decimal = ",", .euro_last = TRUE },
  { .code = "hu", .endonym = "magyar", .decimal = ",", .euro_last = TRUE },
  { .code = "lt", .endonym = "lietuvių", .decimal = ",", .euro_last = TRUE },
  { .code = "lv", .endonym = "latviešu", .decimal = "," },
  { .code = "mt", .endonym = "Malti", .decimal = "." },
  { .code = "nl", .endonym = "Nederlands", .decimal = ",", .euro_last = TRUE },
  { .code = "pl", .endonym = "polski", .decimal = ",", .euro_last = TRUE },
  { .code = "ro", .endonym = "română", .decimal = ",", .euro_last = TRUE },
  { .code = "sk", .endonym = "slovenčina", .decimal = ",", .euro_last = TRUE },
  { .code = "sl", .endonym = "slovenščina", .decimal = ",", .euro_last = TRUE },
};

static const BaseLanguageFacts unknown = { .code = "", .decimal = "." };

const BaseLanguageFacts *
base_language_facts_find (const char *code)
{
  g_return_val_if_fail (code != NULL, &unknown);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return &languages[i];
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].code, code))
      return &names[i];
  return &unknown;
}
