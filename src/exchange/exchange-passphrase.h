/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Passphrases that people think of, and those that we think of for them. */

typedef enum
{
  EXCHANGE_STRENGTH_NONE, /* empty */
  EXCHANGE_STRENGTH_WEAK,
  EXCHANGE_STRENGTH_FAIR,
  EXCHANGE_STRENGTH_GOOD,
} ExchangeStrength;

/* A rough and careful guess: letters that follow letters count as little as in words, repeats and
 * rows such as "1234" count next to nothing. */
ExchangeStrength exchange_passphrase_strength (const char *passphrase);
/* The guess behind it, in bits. */
double exchange_passphrase_bits (const char *passphrase);

/* A new one at random that can be read out on the telephone: "kufa-momo-bila-tepu-rina", 63 bits.
 * To be freed by exchange_passphrase_forget(). */
char *exchange_passphrase_suggest (void) G_GNUC_WARN_UNUSED_RESULT;
/* Overwrites it before it is freed; NULL is nothing. */
void exchange_passphrase_forget (char *passphrase);

G_END_DECLS
