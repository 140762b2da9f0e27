/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/base-language.h"

G_BEGIN_DECLS

/* How a language writes figures, days and lists: facts that no catalogue of sentences holds. */
typedef struct
{
  const char *code;    /* ISO 639-1 */
  const char *endonym; /* the language's name for itself */
  const char *decimal; /* the sign before decimals */
  gboolean euro_last;  /* "30 EUR", else "EUR 30" */
  const char *and_word;
  const char *and_before_i; /* Spanish: "e" before a word that sounds like i; else NULL */
  const char *date;         /* with {day} {month} {year}; NULL: ISO 8601 */
  const char
      *first_day; /* the 1st of a month where it is not said by the plain number; else NULL */
  const char *month_year; /* with {month} {year}; NULL: YYYY-MM */
  const char *months[12];
  /* Pairs of a letter and what it is filed as; "{" stands after z. NULL-terminated. */
  const char *letters[14];
} BaseLanguageFacts;

/* Facts of a language by its code ("pt" of "pt-BR"); those of an unknown language write dates as
 * numbers and lists with commas only. Never NULL. */
const BaseLanguageFacts *base_language_facts_find (const char *code);
const BaseLanguageFacts *base_language_get_facts (const BaseLanguage *language);

G_END_DECLS
