/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-sink.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A file written aside, sealed where wanted, that appears under its name when it is whole. */

struct _ExchangeSink
{
  char *path;
  char *hidden;
  int file;
  ExchangeCipher *cipher; /* NULL: not sealed */
  gsize n;                /* bytes in chunk */
  guint8 chunk[EXCHANGE_CIPHER_CHUNK];
  guint8 frame[EXCHANGE_CIPHER_CHUNK + EXCHANGE_CIPHER_EXTRA];
};

static gboolean
fail (const ExchangeSink *sink, GError **error)
{
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: cannot be written: %s"),
               sink->path, g_strerror (errno));
  return FALSE;
}

static gboolean
write_out (ExchangeSink *sink, const guint8 *bytes, gsize n, GError **error)
{
  while (n > 0)
    {
      gssize written = write (sink->file, bytes, n);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (sink, error);
      bytes += written;
      n -= (gsize)written;
    }
  return TRUE;
}

static gboolean
begin_sealing (ExchangeSink *sink, const ExchangeKey *key, GError **error)
{
  guint8 header[EXCHANGE_CIPHER_HEADER];

  sink->cipher = exchange_cipher_seal_new (key, header);
  return write_out (sink, header, sizeof header, error);
}

ExchangeSink *
exchange_sink_new (const char *path, const ExchangeKey *key, GError **error)
{
  g_autoptr (ExchangeSink) sink = g_new0 (ExchangeSink, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  sink->path = g_strdup (path);
  sink->hidden = g_strdup_printf ("%s/.%.180s.XXXXXX", folder, name);
  /* Readable by its owner only, until it has its name and after: it holds people's names. */
  sink->file = g_mkstemp_full (sink->hidden, O_WRONLY | O_CLOEXEC, 0600);
  if (sink->file < 0)
    {
      fail (sink, error);
      g_clear_pointer (&sink->hidden, g_free);
      return NULL;
    }
  if (key != NULL && !begin_sealing (sink, key, error))
    return NULL;
  return g_steal_pointer (&sink);
}

static gboolean
write_chunk (ExchangeSink *sink, gboolean last, GError **error)
{
  gsize n = sink->n;

  sink->n = 0;
  if (sink->cipher == NULL)
    return write_out (sink, sink->chunk, n, error);
  exchange_cipher_seal (sink->cipher, sink->chunk, n, last, sink->frame);
  return write_out (sink, sink->frame, n + EXCHANGE_CIPHER_EXTRA, error);
}

gboolean
exchange_sink_write (ExchangeSink *sink, const void *bytes, gsize n, GError **error)
{
  const guint8 *from = bytes;

  while (n > 0)
    {
      gsize part = MIN (n, sizeof sink->chunk - sink->n);

      /* A full chunk waits for more, so that the last one can be marked as the last. */
      if (part == 0)
        {
          if (!write_chunk (sink, FALSE, error))
            return FALSE;
          continue;
        }
      memcpy (sink->chunk + sink->n, from, part);
      sink->n += part;
      from += part;
      n -= part;
    }
  return TRUE;
}

gboolean
exchange_sink_finish (ExchangeSink *sink, GError **error)
{
  if (!write_chunk (sink, TRUE, error))
    return FALSE;
  return fsync (sink->file) == 0 || fail (sink, error);
}

const char *
exchange_sink_hidden_path (const ExchangeSink *sink)
{
  return sink->hidden;
}

gboolean
exchange_sink_publish (ExchangeSink *sink, GError **error)
{
  g_autofree char *folder_path = g_path_get_dirname (sink->path);
  int folder;

  if (g_rename (sink->hidden, sink->path) != 0)
    return fail (sink, error);
  g_clear_pointer (&sink->hidden, g_free);
  /* The name must survive a loss of power too; some file systems cannot promise it. */
  folder = open (folder_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0)
    {
      fsync (folder);
      close (folder);
    }
  return TRUE;
}

void
exchange_sink_free (ExchangeSink *sink)
{
  if (sink == NULL)
    return;
  if (sink->file >= 0)
    close (sink->file);
  if (sink->hidden != NULL)
    g_unlink (sink->hidden);
  exchange_cipher_free (sink->cipher);
  g_free (sink->path);
  g_free (sink->hidden);
  g_free (sink);
}
