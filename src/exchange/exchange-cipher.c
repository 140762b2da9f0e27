/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-cipher.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* The envelope of a package with a passphrase: libsodium's Argon2id, BLAKE2b and secretstream. */

#define MAGIC "WAYMARK\x1a"
#define MAGIC_LENGTH 8
#define VERSION_AT 8
#define PASSES_AT 12
#define MEMORY_AT 16
#define CHUNK_AT 20
#define SALT_AT 24
#define STREAM_AT 40
#define MAC_AT 64
#define SUM_AT 96

#define TAG_BYTES crypto_secretstream_xchacha20poly1305_ABYTES
#define SUM_BYTES crypto_shorthash_BYTES

/* What a stranger's file may ask of this machine before its passphrase is known. */
#define MAX_PASSES 20
#define MAX_MEMORY_KIB (1024 * 1024)
#define MAX_CHUNK (1024 * 1024)

G_STATIC_ASSERT (TAG_BYTES + SUM_BYTES == EXCHANGE_CIPHER_EXTRA);
G_STATIC_ASSERT (SALT_AT + crypto_pwhash_SALTBYTES == STREAM_AT);
G_STATIC_ASSERT (STREAM_AT + crypto_secretstream_xchacha20poly1305_HEADERBYTES == MAC_AT);
G_STATIC_ASSERT (MAC_AT + crypto_generichash_BYTES == SUM_AT);
G_STATIC_ASSERT (SUM_AT + SUM_BYTES == EXCHANGE_CIPHER_HEADER);

const ExchangeCost exchange_cost_moderate = { 3, 256 * 1024 };

typedef struct
{
  guint8 master[crypto_kdf_KEYBYTES];
  guint8 stream[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  guint8 header[crypto_generichash_KEYBYTES];
} Secret;

struct _ExchangeKey
{
  Secret *secret; /* of sodium_malloc() */
  guint8 salt[crypto_pwhash_SALTBYTES];
  ExchangeCost cost;
};

struct _ExchangeCipher
{
  crypto_secretstream_xchacha20poly1305_state *state; /* of sodium_malloc() */
  gsize chunk;
};

/* --- keys ------------------------------------------------------------------------------------- */

static void
start_library (void)
{
  /* Safe to call again, from any thread; without a source of randomness there is nothing to do. */
  if (sodium_init () < 0)
    g_error ("libsodium cannot be started");
}

void
exchange_key_free (ExchangeKey *key)
{
  if (key == NULL)
    return;
  sodium_free (key->secret);
  g_free (key);
}

static gboolean
derive (ExchangeKey *key, const char *passphrase, GError **error)
{
  g_autofree char *composed = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
  int result = -1;

  if (composed == NULL || *composed == '\0')
    {
      g_set_error_literal (error, EXCHANGE_ERROR, EXCHANGE_ERROR_PASSPHRASE,
                           _ ("The passphrase is empty or is not valid text"));
      return FALSE;
    }
  key->secret = sodium_malloc (sizeof (Secret));
  if (key->secret != NULL)
    result = crypto_pwhash (key->secret->master, sizeof key->secret->master, composed,
                            strlen (composed), key->salt, key->cost.passes,
                            (gsize)key->cost.memory_kib * 1024, crypto_pwhash_ALG_ARGON2ID13);
  sodium_memzero (composed, strlen (composed));
  if (result != 0)
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO,
                   _ ("There is not enough memory to work with a passphrase; %u MiB are needed"),
                   key->cost.memory_kib / 1024);
      return FALSE;
    }
  crypto_kdf_derive_from_key (key->secret->stream, sizeof key->secret->stream, 1, "waymark\0",
                              key->secret->master);
  crypto_kdf_derive_from_key (key->secret->header, sizeof key->secret->header, 2, "waymark\0",
                              key->secret->master);
  return TRUE;
}

static ExchangeKey *
key_new_salted (const char *passphrase,
                const ExchangeCost *cost,
                const guint8 salt[crypto_pwhash_SALTBYTES],
                GError **error)
{
  g_autoptr (ExchangeKey) key = g_new0 (ExchangeKey, 1);

  key->cost = *cost;
  memcpy (key->salt, salt, sizeof key->salt);
  return derive (key, passphrase, error) ? g_steal_pointer (&key) : NULL;
}

ExchangeKey *
exchange_key_new (const char *passphrase, const ExchangeCost *cost, GError **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES];

  g_return_val_if_fail (passphrase != NULL && cost != NULL, NULL);

  start_library ();
  randombytes_buf (salt, sizeof salt);
  return key_new_salted (passphrase, cost, salt, error);
}

/* --- the header ------------------------------------------------------------------------------- */

static void
put_number (guint8 *at, guint32 number)
{
  guint32 little = GUINT32_TO_LE (number);

  memcpy (at, &little, sizeof little);
}

static guint32
get_number (const guint8 *at)
{
  guint32 little;

  memcpy (&little, at, sizeof little);
  return GUINT32_FROM_LE (little);
}

static void
sum_bytes (guint8 sum[SUM_BYTES], const guint8 *bytes, gsize n)
{
  static const guint8 public_key[crypto_shorthash_KEYBYTES] = "waymark";

  crypto_shorthash (sum, bytes, n, public_key);
}

static void
make_mac (guint8 mac[crypto_generichash_BYTES], const guint8 *header, const ExchangeKey *key)
{
  crypto_generichash (mac, crypto_generichash_BYTES, header, MAC_AT, key->secret->header,
                      sizeof key->secret->header);
}

gboolean
exchange_cipher_is_sealed (const guint8 *bytes, gsize n)
{
  return n >= MAGIC_LENGTH && memcmp (bytes, MAGIC, MAGIC_LENGTH) == 0;
}

static gboolean
fail (GError **error, ExchangeError code, const char *message)
{
  g_set_error_literal (error, EXCHANGE_ERROR, code, message);
  return FALSE;
}

/* Everything that can be said without the passphrase. */
static gboolean
check_header (const guint8 *header, GError **error)
{
  guint8 sum[SUM_BYTES];
  guint32 chunk = get_number (header + CHUNK_AT);

  if (!exchange_cipher_is_sealed (header, EXCHANGE_CIPHER_HEADER))
    return fail (error, EXCHANGE_ERROR_KIND, _ ("this is no package with a passphrase"));
  if (header[VERSION_AT] != 1)
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_VERSION,
                   _ ("found version %d of the envelope, expected 1: the package was made by a "
                      "newer Waymark"),
                   header[VERSION_AT]);
      return FALSE;
    }
  sum_bytes (sum, header, SUM_AT);
  if (memcmp (sum, header + SUM_AT, SUM_BYTES) != 0)
    return fail (error, EXCHANGE_ERROR_DAMAGED, _ ("the beginning of the package is damaged"));
  if (header[VERSION_AT + 1] != 1 || header[VERSION_AT + 2] != 1 || header[VERSION_AT + 3] != 0)
    return fail (error, EXCHANGE_ERROR_VERSION,
                 _ ("the package is encrypted in a way that this Waymark does not know"));
  if (get_number (header + PASSES_AT) < crypto_pwhash_OPSLIMIT_MIN
      || get_number (header + PASSES_AT) > MAX_PASSES
      || get_number (header + MEMORY_AT) < crypto_pwhash_MEMLIMIT_MIN / 1024
      || get_number (header + MEMORY_AT) > MAX_MEMORY_KIB || chunk < 1024 || chunk > MAX_CHUNK)
    return fail (error, EXCHANGE_ERROR_REFUSED,
                 _ ("the package asks for more memory or time than any that Waymark writes"));
  return TRUE;
}

/* --- sealing ---------------------------------------------------------------------------------- */

static ExchangeCipher *
cipher_new (gsize chunk)
{
  ExchangeCipher *cipher = g_new0 (ExchangeCipher, 1);

  cipher->state = sodium_malloc (sizeof *cipher->state);
  cipher->chunk = chunk;
  if (cipher->state == NULL)
    g_error ("out of memory");
  return cipher;
}

void
exchange_cipher_free (ExchangeCipher *cipher)
{
  if (cipher == NULL)
    return;
  sodium_free (cipher->state);
  g_free (cipher);
}

ExchangeCipher *
exchange_cipher_seal_new (const ExchangeKey *key, guint8 header[EXCHANGE_CIPHER_HEADER])
{
  ExchangeCipher *cipher;

  g_return_val_if_fail (key != NULL, NULL);

  cipher = cipher_new (EXCHANGE_CIPHER_CHUNK);
  memset (header, 0, EXCHANGE_CIPHER_HEADER);
  memcpy (header, MAGIC, MAGIC_LENGTH);
  header[VERSION_AT] = header[VERSION_AT + 1] = header[VERSION_AT + 2] = 1;
  put_number (header + PASSES_AT, key->cost.passes);
  put_number (header + MEMORY_AT, key->cost.memory_kib);
  put_number (header + CHUNK_AT, EXCHANGE_CIPHER_CHUNK);
  memcpy (header + SALT_AT, key->salt, sizeof key->salt);
  crypto_secretstream_xchacha20poly1305_init_push (cipher->state, header + STREAM_AT,
                                                   key->secret->stream);
  make_mac (header + MAC_AT, header, key);
  sum_bytes (header + SUM_AT, header, SUM_AT);
  return cipher;
}

void
exchange_cipher_seal (
    ExchangeCipher *cipher, const guint8 *chunk, gsize n, gboolean last, guint8 *frame)
{
  guint8 tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

  g_assert (n <= cipher->chunk && (last || n == cipher->chunk));

  crypto_secretstream_xchacha20poly1305_push (cipher->state, frame, NULL, chunk, n, NULL, 0, tag);
  sum_bytes (frame + n + TAG_BYTES, frame, n + TAG_BYTES);
}

/* --- opening ---------------------------------------------------------------------------------- */

static gboolean
is_key_of (const ExchangeKey *key, const guint8 *header)
{
  return key != NULL && memcmp (key->salt, header + SALT_AT, sizeof key->salt) == 0
         && key->cost.passes == get_number (header + PASSES_AT)
         && key->cost.memory_kib == get_number (header + MEMORY_AT);
}

static ExchangeCipher *
open_with (const guint8 *header, const ExchangeKey *key, GError **error)
{
  g_autoptr (ExchangeCipher) cipher = NULL;
  guint8 mac[crypto_generichash_BYTES];

  make_mac (mac, header, key);
  if (sodium_memcmp (mac, header + MAC_AT, sizeof mac) != 0)
    {
      fail (error, EXCHANGE_ERROR_PASSPHRASE,
            _ ("this is not the passphrase of the package; capital and small letters and spaces "
               "count"));
      return NULL;
    }
  cipher = cipher_new (get_number (header + CHUNK_AT));
  if (crypto_secretstream_xchacha20poly1305_init_pull (cipher->state, header + STREAM_AT,
                                                       key->secret->stream)
      != 0)
    {
      fail (error, EXCHANGE_ERROR_DAMAGED, _ ("the beginning of the package is damaged"));
      return NULL;
    }
  return g_steal_pointer (&cipher);
}

ExchangeCipher *
exchange_cipher_open_new (const guint8 header[EXCHANGE_CIPHER_HEADER],
                          const ExchangeKey *key,
                          const char *passphrase,
                          GError **error)
{
  ExchangeCost cost;
  g_autoptr (ExchangeKey) derived = NULL;

  start_library ();
  if (!check_header (header, error))
    return NULL;
  if (is_key_of (key, header))
    return open_with (header, key, error);
  if (passphrase == NULL)
    {
      fail (error, EXCHANGE_ERROR_LOCKED, _ ("the package has a passphrase, and none was given"));
      return NULL;
    }
  cost.passes = get_number (header + PASSES_AT);
  cost.memory_kib = get_number (header + MEMORY_AT);
  derived = key_new_salted (passphrase, &cost, header + SALT_AT, error);
  return derived != NULL ? open_with (header, derived, error) : NULL;
}

gsize
exchange_cipher_frame (const ExchangeCipher *cipher)
{
  return cipher->chunk + EXCHANGE_CIPHER_EXTRA;
}

gboolean
exchange_cipher_open (ExchangeCipher *cipher,
                      const guint8 *frame,
                      gsize n,
                      guint8 *chunk,
                      gsize *chunk_n,
                      gboolean *last,
                      GError **error)
{
  guint8 sum[SUM_BYTES];
  guint8 tag;
  gboolean is_short = n < exchange_cipher_frame (cipher);

  if (n < EXCHANGE_CIPHER_EXTRA)
    return fail (error, EXCHANGE_ERROR_DAMAGED,
                 _ ("the package ends too early: it was not copied or received completely"));
  sum_bytes (sum, frame, n - SUM_BYTES);
  if (memcmp (sum, frame + n - SUM_BYTES, SUM_BYTES) != 0)
    return fail (error, EXCHANGE_ERROR_DAMAGED,
                 is_short ? _ ("the package ends too early, or its end is damaged")
                          : _ ("the package is damaged: some of its bytes are not what was "
                               "written"));
  if (crypto_secretstream_xchacha20poly1305_pull (cipher->state, chunk, NULL, &tag, frame,
                                                  n - SUM_BYTES, NULL, 0)
      != 0)
    return fail (error, EXCHANGE_ERROR_DAMAGED,
                 _ ("the package was altered by somebody without the passphrase; do not use it"));
  *last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  *chunk_n = n - EXCHANGE_CIPHER_EXTRA;
  if (!*last && is_short)
    return fail (error, EXCHANGE_ERROR_DAMAGED, _ ("the package ends too early"));
  return TRUE;
}
