/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange-passphrase.h"

#include <string.h>

/* Passphrases: what people type is called weak rather than good, what we suggest is good. */

static void
test_strength (void)
{
  static const struct
  {
    const char *passphrase;
    ExchangeStrength strength;
  } rows[] = {
    { "", EXCHANGE_STRENGTH_NONE },
    { "a", EXCHANGE_STRENGTH_WEAK },
    { "password", EXCHANGE_STRENGTH_WEAK },
    { "Password1!", EXCHANGE_STRENGTH_WEAK },
    { "12345678901234567890", EXCHANGE_STRENGTH_WEAK },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", EXCHANGE_STRENGTH_WEAK },
    { "abcdefghijklmnopqrstuvwxyz", EXCHANGE_STRENGTH_WEAK },
    { "ação", EXCHANGE_STRENGTH_WEAK },
    { "metal works porto now", EXCHANGE_STRENGTH_FAIR },
    { "four words nobody guesses", EXCHANGE_STRENGTH_GOOD },
    { "R7!k9#vT2$qZ5&mX", EXCHANGE_STRENGTH_GOOD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (exchange_passphrase_strength (rows[i].passphrase) != rows[i].strength)
        g_test_message ("“%s”: %.1f bits", rows[i].passphrase,
                        exchange_passphrase_bits (rows[i].passphrase));
      g_assert_cmpint (exchange_passphrase_strength (rows[i].passphrase), ==, rows[i].strength);
    }
}

static void
test_suggest (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20000; i++)
    {
      char *passphrase = exchange_passphrase_suggest ();

      g_assert_cmpuint (strlen (passphrase), ==, 24);
      g_assert_cmpint (exchange_passphrase_strength (passphrase), ==, EXCHANGE_STRENGTH_GOOD);
      g_assert_true (g_hash_table_add (seen, g_strdup (passphrase)));
      exchange_passphrase_forget (passphrase);
    }
  exchange_passphrase_forget (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/passphrase/strength", test_strength);
  g_test_add_func ("/exchange/passphrase/suggest", test_suggest);
  return g_test_run ();
}
