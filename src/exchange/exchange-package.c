/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-package-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

/* Reads a package from front to back, once, and believes nothing: each part must be in the
 * manifest, have its size and hash, and come once. Names of parts are only compared, never used as
 * names of files, so that none can lead anywhere. */

/* Deflate can grow a file a thousandfold; documents of ours do not grow thirtyfold. */
#define MAX_RATIO 200
#define RATIO_FROM ((guint64)1024 * 1024)

struct _ExchangePackage
{
  ExchangeManifest *manifest;
  GPtrArray *documents; /* AssessmentDocument */
  GHashTable *texts;    /* name of a part: its text */
};

typedef struct
{
  ExchangeSource *source;
  struct archive *archive;
  GError *error; /* of the source, for which libarchive has no words */
  GCancellable *cancellable;
  ExchangeEvidenceFunc evidence;
  gpointer data;
  guint64 unpacked;
  GHashTable *seen; /* names of parts, of the manifest */
} Reading;

static void
unref_document (gpointer document)
{
  assessment_document_unref (document);
}

static ExchangePackage *
package_new (void)
{
  ExchangePackage *package = g_new0 (ExchangePackage, 1);

  package->documents = g_ptr_array_new_with_free_func (unref_document);
  package->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return package;
}

void
exchange_package_free (ExchangePackage *package)
{
  if (package == NULL)
    return;
  exchange_manifest_free (package->manifest);
  g_ptr_array_unref (package->documents);
  g_hash_table_unref (package->texts);
  g_free (package);
}

/* --- the zip file ----------------------------------------------------------------------------- */

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **bytes)
{
  Reading *reading = data;
  gsize n = 0;

  if (reading->error != NULL || !exchange_source_read (reading->source, bytes, &n, &reading->error))
    {
      archive_set_error (archive, EIO, "source");
      return -1;
    }
  return (la_ssize_t)n;
}

static gboolean fail (Reading *reading, ExchangeError code, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static gboolean
fail (Reading *reading, ExchangeError code, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, EXCHANGE_ERROR, code, "%s: %s", exchange_source_name (reading->source),
               message);
  return FALSE;
}

/* What libarchive, or the source below it, says. */
static gboolean
fail_archive (Reading *reading, GError **error)
{
  const char *words;

  if (reading->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reading->error));
      return FALSE;
    }
  words = archive_error_string (reading->archive);
  return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
               _ ("the package is damaged or incomplete (%s)"),
               words != NULL && g_utf8_validate (words, -1, NULL) ? words : "zip");
}

static gboolean
start (Reading *reading, GError **error)
{
  reading->archive = archive_read_new ();
  if (reading->archive == NULL)
    g_error ("out of memory");
  archive_read_support_filter_none (reading->archive);
  archive_read_support_format_zip_streamable (reading->archive);
  if (archive_read_open (reading->archive, reading, NULL, read_cb, NULL) == ARCHIVE_OK)
    return TRUE;
  if (reading->error == NULL)
    return fail (reading, EXCHANGE_ERROR_KIND, error,
                 _ ("this is no .waymark package, or its beginning is damaged"));
  return fail_archive (reading, error);
}

static gboolean
check_cancelled (Reading *reading, GError **error)
{
  if (!g_cancellable_is_cancelled (reading->cancellable))
    return TRUE;
  return fail (reading, EXCHANGE_ERROR_CANCELLED, error, _ ("the reading was stopped"));
}

static gboolean
check_ratio (Reading *reading, gsize n, GError **error)
{
  reading->unpacked += n;
  if (reading->unpacked < RATIO_FROM
      || reading->unpacked / MAX_RATIO <= exchange_source_position (reading->source))
    return TRUE;
  return fail (reading, EXCHANGE_ERROR_REFUSED, error,
               _ ("the package unpacks to far more than any that Waymark writes"));
}

/* The name of the next part in @name, NULL at the end. */
static gboolean
next_part (Reading *reading, char **name, GError **error)
{
  struct archive_entry *entry;
  const char *found;
  int result = archive_read_next_header (reading->archive, &entry);

  *name = NULL;
  if (!check_cancelled (reading, error))
    return FALSE;
  if (result == ARCHIVE_EOF)
    return reading->error == NULL || fail_archive (reading, error);
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
    return fail_archive (reading, error);
  found = archive_entry_pathname (entry);
  if (found == NULL || !g_utf8_validate (found, -1, NULL) || !g_str_is_ascii (found))
    return fail (reading, EXCHANGE_ERROR_REFUSED, error,
                 _ ("found a part whose name no part of a package has"));
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_is_encrypted (entry) > 0)
    return fail (reading, EXCHANGE_ERROR_REFUSED, error,
                 _ ("found “%.80s”, which is no ordinary file"), found);
  *name = g_strdup (found);
  return TRUE;
}

/* --- parts ------------------------------------------------------------------------------------ */

/* Called for each piece of a part. */
typedef gboolean (*PieceFunc) (
    const ExchangePart *part, const void *bytes, gsize n, gpointer data, GError **error);

static gboolean
read_pieces (Reading *reading,
             const ExchangePart *part,
             PieceFunc piece,
             gpointer data,
             GChecksum *checksum,
             GError **error)
{
  guint64 size = 0;
  const void *bytes;
  size_t n;
  la_int64_t offset;
  int result;

  while ((result = archive_read_data_block (reading->archive, &bytes, &n, &offset)) == ARCHIVE_OK)
    {
      if (n == 0)
        continue;
      size += n;
      if (size > part->size)
        return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
                     _ ("%s: found more than the %" PRIu64 " bytes that the manifest says"),
                     part->name, part->size);
      if (!check_ratio (reading, n, error) || !check_cancelled (reading, error))
        return FALSE;
      g_checksum_update (checksum, bytes, (gssize)n);
      if (piece != NULL && !piece (part, bytes, n, data, error))
        return FALSE;
    }
  if (result != ARCHIVE_EOF)
    return fail_archive (reading, error);
  if (size == part->size)
    return TRUE;
  return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
               _ ("%s: found %" PRIu64 " bytes, expected %" PRIu64), part->name, size, part->size);
}

/* Reads a part and compares it with the manifest. */
static gboolean
read_part (
    Reading *reading, const ExchangePart *part, PieceFunc piece, gpointer data, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!read_pieces (reading, part, piece, data, checksum, error))
    return FALSE;
  if (g_str_equal (g_checksum_get_string (checksum), part->sha256))
    return TRUE;
  return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
               _ ("%s: its content is not what the manifest says (found SHA-256 %.12s…, expected "
                  "%.12s…)"),
               part->name, g_checksum_get_string (checksum), part->sha256);
}

static gboolean
append_cb (const ExchangePart *part, const void *bytes, gsize n, gpointer data, GError **error)
{
  g_string_append_len (data, bytes, (gssize)n);
  return TRUE;
}

static gboolean
add_document (Reading *reading,
              ExchangePackage *package,
              const ExchangePart *part,
              const GString *text,
              GError **error)
{
  g_autofree char *name
      = g_strdup_printf ("%s: %s", exchange_source_name (reading->source), part->name);
  AssessmentDocument *document
      = assessment_document_parse (text->str, (gssize)text->len, name, error);
  const char *id;

  if (document == NULL)
    return FALSE;
  g_ptr_array_add (package->documents, document);
  id = assessment_document_id (document);
  if (id != NULL && g_str_equal (id, part->id))
    return TRUE;
  return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
               _ ("%s: found the assessment “%.80s”, expected “%.80s”"), part->name,
               id != NULL ? id : "", part->id);
}

static gboolean
read_text_part (Reading *reading,
                ExchangePackage *package,
                const ExchangePart *part,
                GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!read_part (reading, part, append_cb, text, error))
    return FALSE;
  if (memchr (text->str, '\0', text->len) != NULL || !g_utf8_validate (text->str, -1, NULL))
    return fail (reading, EXCHANGE_ERROR_DAMAGED, error, _ ("%s: expected text in UTF-8"),
                 part->name);
  if (part->kind == EXCHANGE_PART_ASSESSMENT && !add_document (reading, package, part, text, error))
    return FALSE;
  g_hash_table_insert (package->texts, g_strdup (part->name),
                       g_string_free (g_steal_pointer (&text), FALSE));
  return TRUE;
}

static gboolean
read_evidence_part (Reading *reading, const ExchangePart *part, GError **error)
{
  if (!read_part (reading, part, reading->evidence, reading->data, error))
    return FALSE;
  return reading->evidence == NULL || reading->evidence (part, NULL, 0, reading->data, error);
}

static gboolean
read_next (Reading *reading, ExchangePackage *package, const char *name, GError **error)
{
  const ExchangePart *part = exchange_manifest_find (package->manifest, name);

  if (part == NULL)
    return fail (reading, EXCHANGE_ERROR_REFUSED, error,
                 _ ("found the part “%.80s”, which the manifest does not list"), name);
  if (!g_hash_table_add (reading->seen, part->name))
    return fail (reading, EXCHANGE_ERROR_REFUSED, error, _ ("found the part “%.80s” twice"), name);
  if (part->kind == EXCHANGE_PART_EVIDENCE)
    return read_evidence_part (reading, part, error);
  return read_text_part (reading, package, part, error);
}

/* --- the manifest ----------------------------------------------------------------------------- */

static gboolean
read_manifest_text (Reading *reading, GString *text, GError **error)
{
  const void *bytes;
  size_t n;
  la_int64_t offset;
  int result;

  while ((result = archive_read_data_block (reading->archive, &bytes, &n, &offset)) == ARCHIVE_OK)
    {
      if (text->len + n > EXCHANGE_MAX_MANIFEST)
        return fail (reading, EXCHANGE_ERROR_REFUSED, error,
                     _ ("the manifest is larger than %u MiB"),
                     (guint)(EXCHANGE_MAX_MANIFEST / 1024 / 1024));
      g_string_append_len (text, bytes, (gssize)n);
    }
  return result == ARCHIVE_EOF || fail_archive (reading, error);
}

static ExchangeManifest *
read_manifest (Reading *reading, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *source_name
      = g_strdup_printf ("%s: manifest.json", exchange_source_name (reading->source));

  if (!next_part (reading, &name, error))
    return NULL;
  if (name == NULL || !g_str_equal (name, "manifest.json"))
    {
      fail (reading, EXCHANGE_ERROR_KIND, error,
            _ ("found “%.80s” first, expected manifest.json: this is no .waymark package"),
            name != NULL ? name : "");
      return NULL;
    }
  if (!read_manifest_text (reading, text, error))
    return NULL;
  return exchange_manifest_read (text->str, text->len, source_name, error);
}

/* --- the whole -------------------------------------------------------------------------------- */

void
_exchange_package_count (ExchangeCounts *counts, const AssessmentDocument *document)
{
  const char *const *answered = assessment_document_answered (document);

  counts->assessments++;
  counts->answers += answered != NULL ? g_strv_length ((char **)answered) : 0;
  counts->notes += assessment_document_count (document, "notes");
}

static gboolean
check_counts (Reading *reading, const ExchangePackage *package, GError **error)
{
  const ExchangeCounts *said = &package->manifest->counts;
  ExchangeCounts found = { 0 };

  for (guint i = 0; i < package->documents->len; i++)
    _exchange_package_count (&found, package->documents->pdata[i]);
  for (guint i = 0; i < package->manifest->parts->len; i++)
    {
      const ExchangePart *part = package->manifest->parts->pdata[i];

      if (!g_hash_table_contains (reading->seen, part->name))
        return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
                     _ ("the part “%.80s” is missing: the package is incomplete"), part->name);
      found.evidence += part->kind == EXCHANGE_PART_EVIDENCE;
      found.results += part->kind == EXCHANGE_PART_RESULT;
    }
  if (memcmp (&found, said, sizeof found) == 0)
    return TRUE;
  return fail (reading, EXCHANGE_ERROR_DAMAGED, error,
               _ ("found %u assessments, %u answers, %u notes, %u files and %u results; the "
                  "manifest says %u, %u, %u, %u and %u"),
               found.assessments, found.answers, found.notes, found.evidence, found.results,
               said->assessments, said->answers, said->notes, said->evidence, said->results);
}

/* Two documents of one id would overwrite each other. */
static gboolean
check_ids (Reading *reading, const ExchangePackage *package, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < package->documents->len; i++)
    {
      const char *id = assessment_document_id (package->documents->pdata[i]);

      if (!g_hash_table_add (ids, (gpointer)id))
        return fail (reading, EXCHANGE_ERROR_REFUSED, error,
                     _ ("found the assessment “%.80s” twice"), id);
    }
  return TRUE;
}

static gboolean
read_all (Reading *reading, ExchangePackage *package, GError **error)
{
  package->manifest = read_manifest (reading, error);
  if (package->manifest == NULL)
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;

      if (!next_part (reading, &name, error))
        return FALSE;
      if (name == NULL)
        break;
      if (!read_next (reading, package, name, error))
        return FALSE;
    }
  return check_counts (reading, package, error) && check_ids (reading, package, error);
}

/* The list at the end of a zip file is not needed to read it, but the mark that ends a sealed file
 * comes after it. */
static gboolean
read_rest (Reading *reading, GError **error)
{
  const void *bytes;
  gsize n = 1;

  while (n > 0)
    if (!exchange_source_read (reading->source, &bytes, &n, error))
      return FALSE;
  return TRUE;
}

static void
reading_clear (Reading *reading)
{
  if (reading->archive != NULL)
    archive_read_free (reading->archive);
  exchange_source_free (reading->source);
  g_clear_error (&reading->error);
  g_clear_pointer (&reading->seen, g_hash_table_unref);
}

ExchangePackage *
_exchange_package_read_source (ExchangeSource *source,
                               ExchangeEvidenceFunc evidence,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (ExchangePackage) package = package_new ();
  Reading reading = { .source = source,
                      .cancellable = cancellable,
                      .evidence = evidence,
                      .data = data,
                      .seen = g_hash_table_new (g_str_hash, g_str_equal) };
  gboolean done = start (&reading, error) && read_all (&reading, package, error)
                  && read_rest (&reading, error);

  reading_clear (&reading);
  return done ? g_steal_pointer (&package) : NULL;
}

ExchangePackage *
exchange_package_read (const char *path,
                       const char *passphrase,
                       ExchangeEvidenceFunc evidence,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  ExchangeSource *source;

  g_return_val_if_fail (path != NULL, NULL);

  source = exchange_source_new (path, NULL, NULL, passphrase, error);
  if (source == NULL)
    return NULL;
  return _exchange_package_read_source (source, evidence, data, cancellable, error);
}

const ExchangeManifest *
exchange_package_manifest (const ExchangePackage *package)
{
  return package->manifest;
}

guint
exchange_package_n_documents (const ExchangePackage *package)
{
  return package->documents->len;
}

AssessmentDocument *
exchange_package_document (const ExchangePackage *package, guint i)
{
  g_return_val_if_fail (i < package->documents->len, NULL);

  return package->documents->pdata[i];
}

const char *
exchange_package_text (const ExchangePackage *package, const char *name)
{
  return g_hash_table_lookup (package->texts, name);
}

/* --- peeking ---------------------------------------------------------------------------------- */

void
exchange_peek_free (ExchangePeek *peek)
{
  if (peek == NULL)
    return;
  exchange_manifest_free (peek->manifest);
  g_free (peek);
}

ExchangePeek *
exchange_package_peek (const char *path, GError **error)
{
  g_autoptr (ExchangePeek) peek = g_new0 (ExchangePeek, 1);
  g_autoptr (GError) problem = NULL;
  Reading reading = { 0 };
  struct stat about;

  g_return_val_if_fail (path != NULL, NULL);

  if (stat (path, &about) == 0)
    peek->size = (guint64)about.st_size;
  reading.source = exchange_source_new (path, NULL, NULL, NULL, &problem);
  if (g_error_matches (problem, EXCHANGE_ERROR, EXCHANGE_ERROR_LOCKED))
    {
      peek->is_sealed = TRUE;
      return g_steal_pointer (&peek);
    }
  if (reading.source == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (start (&reading, error))
    peek->manifest = read_manifest (&reading, error);
  reading_clear (&reading);
  return peek->manifest != NULL ? g_steal_pointer (&peek) : NULL;
}
