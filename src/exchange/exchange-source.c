/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The bytes of a package, opened where it is sealed. */

struct _ExchangeSource
{
  char *name;
  int file;
  ExchangeCipher *cipher; /* NULL: not sealed */
  gboolean ended;
  guint64 position;
  gsize size; /* of frame */
  guint8 *frame;
  guint8 *chunk; /* NULL: not sealed */
};

static gboolean
fail (const ExchangeSource *source, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: cannot be read: %s"), source->name,
               g_strerror (errno));
  return FALSE;
}

/* Reads @n bytes, or up to the end of the file. */
static gboolean
read_in (ExchangeSource *source, guint8 *bytes, gsize n, gsize *got, GError **error)
{
  *got = 0;
  while (*got < n)
    {
      gssize part = read (source->file, bytes + *got, n - *got);

      if (part < 0 && errno == EINTR)
        continue;
      if (part < 0)
        return fail (source, error);
      if (part == 0)
        break;
      *got += (gsize)part;
    }
  source->position += *got;
  return TRUE;
}

static gboolean
open_file (ExchangeSource *source, const char *path, GError **error)
{
  struct stat about;

  /* A pipe without a writer must not hang the program. */
  source->file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (source->file < 0 || fstat (source->file, &about) != 0)
    return fail (source, error);
  if (S_ISREG (about.st_mode))
    return TRUE;
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND, _ ("%s: expected a file"), source->name);
  return FALSE;
}

static gboolean
open_envelope (ExchangeSource *source,
               const ExchangeKey *key,
               const char *passphrase,
               GError **error)
{
  guint8 header[EXCHANGE_CIPHER_HEADER];
  gsize got;

  if (!read_in (source, header, sizeof header, &got, error))
    return FALSE;
  if (!exchange_cipher_is_sealed (header, got))
    {
      source->position = 0;
      return lseek (source->file, 0, SEEK_SET) == 0 || fail (source, error);
    }
  if (got < sizeof header)
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED, _ ("%s: the file ends too early"),
                   source->name);
      return FALSE;
    }
  source->cipher = exchange_cipher_open_new (header, key, passphrase, error);
  if (source->cipher == NULL)
    g_prefix_error (error, "%s: ", source->name);
  return source->cipher != NULL;
}

ExchangeSource *
exchange_source_new (const char *path,
                     const char *name,
                     const ExchangeKey *key,
                     const char *passphrase,
                     GError **error)
{
  g_autoptr (ExchangeSource) source = g_new0 (ExchangeSource, 1);

  source->name = g_filename_display_name (name != NULL ? name : path);
  source->file = -1;
  if (!open_file (source, path, error) || !open_envelope (source, key, passphrase, error))
    return NULL;
  source->size = EXCHANGE_CIPHER_CHUNK;
  if (source->cipher != NULL)
    {
      source->size = exchange_cipher_frame (source->cipher);
      source->chunk = g_malloc (source->size);
    }
  source->frame = g_malloc (source->size);
  return g_steal_pointer (&source);
}

const char *
exchange_source_name (const ExchangeSource *source)
{
  return source->name;
}

guint64
exchange_source_position (const ExchangeSource *source)
{
  return source->position;
}

/* Nothing may follow the chunk that says it is the last. */
static gboolean
check_end (ExchangeSource *source, GError **error)
{
  guint8 more;
  gsize got;

  if (!read_in (source, &more, 1, &got, error))
    return FALSE;
  if (got == 0)
    return TRUE;
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED,
               _ ("%s: bytes follow the end of the package"), source->name);
  return FALSE;
}

static gboolean
read_sealed (ExchangeSource *source, const void **bytes, gsize *n, GError **error)
{
  gsize got;

  *bytes = source->chunk;
  *n = 0;
  if (source->ended)
    return TRUE;
  if (!read_in (source, source->frame, source->size, &got, error))
    return FALSE;
  if (!exchange_cipher_open (source->cipher, source->frame, got, source->chunk, n, &source->ended,
                             error))
    {
      g_prefix_error (error, "%s: ", source->name);
      return FALSE;
    }
  return !source->ended || check_end (source, error);
}

gboolean
exchange_source_read (ExchangeSource *source, const void **bytes, gsize *n, GError **error)
{
  if (source->cipher != NULL)
    return read_sealed (source, bytes, n, error);
  *bytes = source->frame;
  return read_in (source, source->frame, source->size, n, error);
}

void
exchange_source_free (ExchangeSource *source)
{
  if (source == NULL)
    return;
  if (source->file >= 0)
    close (source->file);
  exchange_cipher_free (source->cipher);
  g_free (source->frame);
  g_free (source->chunk);
  g_free (source->name);
  g_free (source);
}
