/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-content-private.h"
#include "exchange/exchange-package-private.h"
#include "exchange/exchange-sink.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Writes a package: manifest, texts (packed), evidence (as it is: pictures and PDF files are packed
 * already). The files' hashes are checked by the reading that follows, not twice. */

#define PIECE 65536

typedef struct
{
  const ExchangeContent *content;
  const ExchangeWriteOptions *options;
  const char *path;
  ExchangeSink *sink;
  struct archive *archive;
  GError *error; /* of the sink */
  guint64 done;
  guint64 total;
} Writing;

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t n)
{
  Writing *writing = data;

  if (writing->error == NULL && exchange_sink_write (writing->sink, bytes, n, &writing->error))
    return (la_ssize_t)n;
  archive_set_error (archive, EIO, "sink");
  return -1;
}

static gboolean
fail_archive (Writing *writing, GError **error)
{
  if (writing->error != NULL)
    g_propagate_error (error, g_steal_pointer (&writing->error));
  else
    g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, _ ("%s: cannot be written: %s"),
                 writing->path, archive_error_string (writing->archive));
  return FALSE;
}

static gboolean
advance (Writing *writing, gsize n, GError **error)
{
  writing->done += n;
  if (g_cancellable_is_cancelled (writing->options->cancellable))
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_CANCELLED,
                   _ ("%s: the writing was stopped; nothing was left"), writing->path);
      return FALSE;
    }
  if (writing->options->progress != NULL)
    writing->options->progress (writing->done, writing->total, writing->options->progress_data);
  return TRUE;
}

static gboolean
begin_part (Writing *writing, const char *name, guint64 size, gboolean packed, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int result;

  if (packed)
    archive_write_zip_set_compression_deflate (writing->archive);
  else
    archive_write_zip_set_compression_store (writing->archive);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, (la_int64_t)size);
  result = archive_write_header (writing->archive, entry);
  archive_entry_free (entry);
  return result == ARCHIVE_OK || fail_archive (writing, error);
}

static gboolean
write_piece (Writing *writing, const void *bytes, gsize n, GError **error)
{
  const char *from = bytes;

  for (gsize at = 0; at < n; at += PIECE)
    {
      gsize part = MIN (n - at, PIECE);

      if (archive_write_data (writing->archive, from + at, part) != (la_ssize_t)part)
        return fail_archive (writing, error);
      if (!advance (writing, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_text (Writing *writing, const char *name, const char *text, GError **error)
{
  gsize n = strlen (text);

  return begin_part (writing, name, n, TRUE, error) && write_piece (writing, text, n, error);
}

/* --- evidence --------------------------------------------------------------------------------- */

static gboolean
copy_stream (Writing *writing, const ExchangePart *part, GInputStream *stream, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  guint64 size = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE, writing->options->cancellable, error)) > 0)
    {
      size += (guint64)n;
      if (size > part->size)
        break;
      if (!write_piece (writing, piece, (gsize)n, error))
        return FALSE;
    }
  if (n < 0)
    {
      g_prefix_error (error, "%s: ", part->name);
      return FALSE;
    }
  if (size == part->size)
    return TRUE;
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED,
               _ ("%s: the evidence file has another size than the register says; it was altered "
                  "after it was added"),
               part->name);
  return FALSE;
}

static gboolean
write_evidence (Writing *writing, const ExchangePart *part, GError **error)
{
  const ExchangeWriteOptions *options = writing->options;
  g_autoptr (GInputStream) stream = options->open (part->sha256, options->open_data, error);

  if (stream == NULL)
    return FALSE;
  return begin_part (writing, part->name, part->size, FALSE, error)
         && copy_stream (writing, part, stream, error);
}

/* --- the whole -------------------------------------------------------------------------------- */

static char *
make_manifest (Writing *writing)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  ExchangeManifest manifest = *writing->content->manifest;
  g_autofree char *created = writing->options->created != NULL
                                 ? g_strdup (writing->options->created)
                                 : g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  char version[] = PACKAGE_VERSION;

  manifest.created = created;
  manifest.program = version;
  return exchange_manifest_write (&manifest);
}

static gboolean
write_parts (Writing *writing, GError **error)
{
  const GPtrArray *parts = writing->content->manifest->parts;
  g_autofree char *manifest = make_manifest (writing);
  guint texts = 0;

  if (!write_text (writing, "manifest.json", manifest, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const ExchangePart *part = parts->pdata[i];

      if (part->kind == EXCHANGE_PART_EVIDENCE
              ? !write_evidence (writing, part, error)
              : !write_text (writing, part->name, writing->content->texts->pdata[texts++], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_archive (Writing *writing, GError **error)
{
  gboolean done;

  writing->archive = archive_write_new ();
  if (writing->archive == NULL)
    g_error ("out of memory");
  archive_write_set_format_zip (writing->archive);
  archive_write_set_bytes_per_block (writing->archive, 0);
  done = archive_write_open (writing->archive, writing, NULL, write_cb, NULL) == ARCHIVE_OK;
  if (!done)
    fail_archive (writing, error);
  done = done && write_parts (writing, error);
  if (done && archive_write_close (writing->archive) != ARCHIVE_OK)
    done = fail_archive (writing, error);
  /* Freeing closes, and closing writes: what failed must not be tried again. */
  if (!done)
    archive_write_fail (writing->archive);
  archive_write_free (writing->archive);
  g_clear_error (&writing->error);
  return done && exchange_sink_finish (writing->sink, error);
}

static gboolean
verify_cb (const ExchangePart *part, const void *bytes, gsize n, gpointer data, GError **error)
{
  return advance (data, n, error);
}

/* Reads from the disk what was written, and compares: what the manifest says is compared with what
 * was to be written, the rest with the manifest. */
static gboolean
verify (Writing *writing, const ExchangeKey *key, GError **error)
{
  g_autoptr (ExchangePackage) package = NULL;
  const ExchangeManifest *wanted = writing->content->manifest;
  ExchangeSource *source = exchange_source_new (exchange_sink_hidden_path (writing->sink),
                                                writing->path, key, NULL, error);

  if (source != NULL)
    package = _exchange_package_read_source (source, verify_cb, writing,
                                             writing->options->cancellable, error);
  if (package == NULL)
    {
      g_prefix_error (error, _ ("The package was written but could not be read again, so it was "
                                "not kept: "));
      return FALSE;
    }
  if (exchange_package_manifest (package)->parts->len == wanted->parts->len
      && memcmp (&exchange_package_manifest (package)->counts, &wanted->counts,
                 sizeof wanted->counts)
             == 0)
    return TRUE;
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED,
               _ ("%s: not everything was written; the package was not kept"), writing->path);
  return FALSE;
}

static guint64
total_size (const ExchangeContent *content)
{
  guint64 texts = 0, files = 0;

  for (guint i = 0; i < content->manifest->parts->len; i++)
    {
      const ExchangePart *part = content->manifest->parts->pdata[i];

      if (part->kind == EXCHANGE_PART_EVIDENCE)
        files += part->size;
      else
        texts += part->size;
    }
  return texts + 2 * files;
}

/* The limits that any reader sets. */
static gboolean
check_limits (const ExchangeContent *content, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (ExchangeManifest) again = NULL;
  ExchangeManifest manifest = *content->manifest;
  char any[] = "0";

  manifest.program = manifest.created = any;
  text = exchange_manifest_write (&manifest);
  again = exchange_manifest_read (text, strlen (text), path, error);
  return again != NULL;
}

gboolean
exchange_content_write (const ExchangeContent *content,
                        const char *path,
                        const ExchangeWriteOptions *options,
                        GError **error)
{
  Writing writing = { .content = content, .options = options, .path = path };
  g_autoptr (ExchangeKey) key = NULL;
  g_autoptr (ExchangeSink) sink = NULL;

  g_return_val_if_fail (content != NULL && path != NULL && options != NULL, FALSE);
  g_return_val_if_fail (options->open != NULL || content->manifest->counts.evidence == 0, FALSE);

  if (!check_limits (content, path, error))
    return FALSE;
  if (options->passphrase != NULL)
    {
      key = exchange_key_new (options->passphrase,
                              options->cost != NULL ? options->cost : &exchange_cost_moderate,
                              error);
      if (key == NULL)
        return FALSE;
    }
  sink = exchange_sink_new (path, key, error);
  if (sink == NULL)
    return FALSE;
  writing.sink = sink;
  writing.total = total_size (content);
  return write_archive (&writing, error) && verify (&writing, key, error)
         && exchange_sink_publish (sink, error);
}
