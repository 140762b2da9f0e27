/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-error.h"

G_BEGIN_DECLS

/* Private to the room: the envelope of a package that has a passphrase. All cryptography is
 * libsodium's; ours is only the order of the bytes:
 *
 *   0    8  "WAYMARK" 0x1a
 *   8    4  version 1, key derivation 1 (Argon2id 1.3), cipher 1 (secretstream
 *           XChaCha20-Poly1305), 0
 *   12   4  passes of Argon2id           16   4  its memory in KiB
 *   20   4  bytes of a chunk, before sealing     (numbers are little-endian)
 *   24  16  salt
 *   40  24  header of the secretstream
 *   64  32  BLAKE2b of bytes 0 to 63, keyed by a key derived from the passphrase: another
 * passphrase is told from a damaged file before anything is read 96   8  SipHash of bytes 0 to 95
 * with a public key: against accidents only 104     frames: a sealed chunk (17 bytes longer than
 * the chunk) and its SipHash, 8 bytes
 *
 * All chunks but the last are full; the last carries the stream's end mark, so that a file cut at
 * any place is noticed. A frame whose SipHash is wrong was damaged; one whose SipHash is right and
 * that does not open was altered by somebody. */

#define EXCHANGE_CIPHER_HEADER 104
#define EXCHANGE_CIPHER_CHUNK 65536
/* Bytes a frame is longer than its chunk. */
#define EXCHANGE_CIPHER_EXTRA (17 + 8)

/* How long a passphrase takes to try. */
typedef struct
{
  guint32 passes;
  guint32 memory_kib;
} ExchangeCost;
/* libsodium's "moderate": 3 passes over 256 MiB, less than a second on a laptop of today. */
extern const ExchangeCost exchange_cost_moderate;

/* A passphrase turned into a key, with the salt and cost that made it. The secret lies in guarded
 * memory that is not swapped out. */
typedef struct _ExchangeKey ExchangeKey;

/* A key with a new salt. The passphrase counts in Unicode's composed form (NFC), whatever keyboard
 * it was typed on; it must not be empty. */
ExchangeKey *exchange_key_new (const char *passphrase,
                               const ExchangeCost *cost,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void exchange_key_free (ExchangeKey *key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeKey, exchange_key_free)

/* TRUE when a file that begins with these bytes has a passphrase; needs 8 of them. */
gboolean exchange_cipher_is_sealed (const guint8 *bytes, gsize n);

/* Sealing or opening one file. */
typedef struct _ExchangeCipher ExchangeCipher;

/* Begins to seal: fills @header. */
ExchangeCipher *
exchange_cipher_seal_new (const ExchangeKey *key,
                          guint8 header[EXCHANGE_CIPHER_HEADER]) G_GNUC_WARN_UNUSED_RESULT;
/* Writes @n + EXCHANGE_CIPHER_EXTRA bytes to @frame. */
void exchange_cipher_seal (
    ExchangeCipher *cipher, const guint8 *chunk, gsize n, gboolean last, guint8 *frame);

/* Begins to open by @key, when not NULL and made with the salt in @header (a file that was just
 * written), else by @passphrase. LOCKED, PASSPHRASE, DAMAGED, VERSION or REFUSED, without the
 * file's name. */
ExchangeCipher *exchange_cipher_open_new (const guint8 header[EXCHANGE_CIPHER_HEADER],
                                          const ExchangeKey *key,
                                          const char *passphrase,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Bytes of a full frame. */
gsize exchange_cipher_frame (const ExchangeCipher *cipher);
/* Opens @frame, @n bytes, which may be fewer than a full frame at the end of the file. Writes
 * *@chunk_n bytes to @chunk. DAMAGED, without the file's name. */
gboolean exchange_cipher_open (ExchangeCipher *cipher,
                               const guint8 *frame,
                               gsize n,
                               guint8 *chunk,
                               gsize *chunk_n,
                               gboolean *last,
                               GError **error);
void exchange_cipher_free (ExchangeCipher *cipher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeCipher, exchange_cipher_free)

G_END_DECLS
