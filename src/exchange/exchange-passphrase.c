/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-passphrase.h"

#include <sodium.h>
#include <string.h>

/* How much a character adds, in bits. English text has about 1 to 1.5 bits a letter (Shannon,
 * "Prediction and Entropy of Printed English", 1951); where a word begins nobody knows the letter.
 * The other figures are our own, on the careful side. */
#define BITS_FIRST_LETTER 4.7
#define BITS_NEXT_LETTER 1.6
#define BITS_DIGIT 2.5
#define BITS_OTHER 3.0
#define BITS_BETWEEN 1.0 /* a blank or a hyphen */
#define BITS_CAPITAL 1.0 /* more, within a word */
#define BITS_EXPECTED 0.3

/* A try costs 256 MiB and most of a second on a laptop (exchange-cipher.h). Whoever makes 100 000 a
 * second needs four days for 35 bits and three hundred years for 50. */
#define BITS_FAIR 35
#define BITS_GOOD 50

/* "aaa", "1234", "cba": the third of a row says nothing new. */
static gboolean
is_expected (gunichar first, gunichar before, gunichar c)
{
  const gint64 step = (gint64)c - (gint64)before;

  return first != 0 && step >= -1 && step <= 1 && (gint64)before - (gint64)first == step;
}

static double
bits_of (gunichar first, gunichar before, gunichar c)
{
  if (is_expected (first, before, c))
    return BITS_EXPECTED;
  if (g_unichar_isdigit (c))
    return BITS_DIGIT;
  if (g_unichar_isspace (c) || c == '-')
    return BITS_BETWEEN;
  if (!g_unichar_isalpha (c))
    return BITS_OTHER;
  if (!g_unichar_isalpha (before))
    return BITS_FIRST_LETTER;
  return BITS_NEXT_LETTER
         + (g_unichar_isupper (c) && !g_unichar_isupper (before) ? BITS_CAPITAL : 0);
}

double
exchange_passphrase_bits (const char *passphrase)
{
  gunichar first = 0, before = 0;
  double bits = 0;

  g_return_val_if_fail (passphrase != NULL, 0);

  for (const char *at = passphrase; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      bits += bits_of (first, before, c);
      first = before;
      before = c;
    }
  return bits;
}

ExchangeStrength
exchange_passphrase_strength (const char *passphrase)
{
  const double bits = exchange_passphrase_bits (passphrase);

  if (*passphrase == '\0')
    return EXCHANGE_STRENGTH_NONE;
  if (bits < BITS_FAIR)
    return EXCHANGE_STRENGTH_WEAK;
  return bits < BITS_GOOD ? EXCHANGE_STRENGTH_FAIR : EXCHANGE_STRENGTH_GOOD;
}

/* Sounds that no two of the languages of the Union write in two ways: 16 × 5 syllables, two a
 * group, are 12.6 bits a group. */
#define N_GROUPS 5

static void
draw_groups (char passphrase[N_GROUPS * 5])
{
  static const char consonants[] = "bdfghklmnprstvzj", vowels[] = "aeiou";
  gsize n = 0;

  for (guint group = 0; group < N_GROUPS; group++)
    {
      if (group > 0)
        passphrase[n++] = '-';
      for (guint syllable = 0; syllable < 2; syllable++)
        {
          passphrase[n++] = consonants[randombytes_uniform (sizeof consonants - 1)];
          passphrase[n++] = vowels[randombytes_uniform (sizeof vowels - 1)];
        }
    }
  passphrase[n] = '\0';
}

/* One draw in some thousands has two rows of neighbours ("fed", "hij"), which the meter above does
 * not count in full. Drawing those again costs a fraction of a bit and never shows our own
 * suggestion as less than good. */
char *
exchange_passphrase_suggest (void)
{
  char *passphrase = g_malloc (N_GROUPS * 5);

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  do
    draw_groups (passphrase);
  while (exchange_passphrase_strength (passphrase) != EXCHANGE_STRENGTH_GOOD);
  return passphrase;
}

void
exchange_passphrase_forget (char *passphrase)
{
  if (passphrase == NULL)
    return;
  sodium_memzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
