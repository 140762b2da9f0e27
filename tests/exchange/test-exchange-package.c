/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "base/base-data.h"
#include "exchange/exchange-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

/* Packages: nothing is lost on the way, nothing wrong is taken, nothing half is left. */

#define PASSPHRASE "Brücke über den Fluß"

typedef struct
{
  char *folder;
  char *path;
  GHashTable *evidence;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = exchange_help_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.waymark", NULL);
  fixture->evidence = exchange_help_evidence_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  exchange_help_remove (fixture->folder);
  g_free (fixture->path);
  g_hash_table_unref (fixture->evidence);
}

static gboolean
write_package (Fixture *fixture,
               const ExchangeContent *content,
               const char *passphrase,
               GError **error)
{
  ExchangeWriteOptions options = { .passphrase = passphrase,
                                   .cost = &exchange_help_cost,
                                   .created = "2026-11-27T09:30:00Z",
                                   .open = exchange_help_evidence_open,
                                   .open_data = fixture->evidence };

  return exchange_content_write (content, fixture->path, &options, error);
}

/* Generated documents, a result, contacts and evidence of several sizes. */
static ExchangeContent *
make_content (Fixture *fixture, guint32 seed, ExchangeLeaveOut leave_out)
{
  ExchangeContent *content = exchange_content_new (leave_out);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 1 + seed % 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u:%u/../x", seed, i);
      g_autoptr (AssessmentDocument) document = exchange_help_document (seed * 7 + i, id);

      exchange_content_add_document (content, document);
      if (i == 0)
        exchange_content_add_result (content, id, "{\"overall\":26.56}", NULL, NULL, NULL);
    }
  exchange_content_set_company (content, "{\"tags\":[\"pilot\"]}");
  for (guint i = 0; i < seed % 4; i++)
    {
      gsize n = (gsize)g_rand_int_range (rand, 0, 200000);
      g_autofree guint8 *bytes = g_malloc (n + 1);
      const char *sha256;

      for (gsize k = 0; k < n; k++)
        bytes[k] = (guint8)g_rand_int (rand);
      sha256 = exchange_help_evidence_add (fixture->evidence, bytes, n);
      exchange_content_add_evidence (content, sha256, n);
    }
  return content;
}

static gboolean
collect_cb (const ExchangePart *part, const void *bytes, gsize n, gpointer data, GError **error)
{
  GHashTable *found = data;
  GByteArray *array = g_hash_table_lookup (found, part->sha256);

  if (array == NULL)
    {
      array = g_byte_array_new ();
      g_hash_table_insert (found, g_strdup (part->sha256), array);
    }
  g_byte_array_append (array, bytes, (guint)n);
  return TRUE;
}

static void
assert_evidence_is (GHashTable *found, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer sha256, bytes;

  g_assert_cmpuint (g_hash_table_size (found), ==, g_hash_table_size (wanted));
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &sha256, &bytes))
    {
      GByteArray *array = g_hash_table_lookup (found, sha256);

      g_assert_nonnull (array);
      g_assert_cmpmem (array->data, array->len, g_bytes_get_data (bytes, NULL),
                       g_bytes_get_size (bytes));
    }
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      const char *passphrase = seed % 2 ? PASSPHRASE : NULL;
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify)g_byte_array_unref);
      g_autoptr (ExchangeContent) content = NULL;
      g_autoptr (ExchangePackage) package = NULL;
      g_autoptr (GError) error = NULL;

      g_hash_table_remove_all (fixture->evidence);
      content = make_content (fixture, seed, EXCHANGE_ALL);
      g_assert_true (write_package (fixture, content, passphrase, &error));
      g_assert_no_error (error);
      package = exchange_package_read (fixture->path, passphrase, collect_cb, found, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (exchange_package_n_documents (package), ==, 1 + seed % 3);
      for (guint i = 0; i < 1 + seed % 3; i++)
        {
          g_autofree char *id = g_strdup_printf ("a%u:%u/../x", seed, i);
          g_autoptr (AssessmentDocument) document = exchange_help_document (seed * 7 + i, id);
          g_autofree char *wanted = assessment_document_serialize (document, FALSE);
          g_autofree char *is
              = assessment_document_serialize (exchange_package_document (package, i), FALSE);

          g_assert_cmpstr (is, ==, wanted);
        }
      g_assert_cmpstr (exchange_package_text (package, "results/1.json"), ==,
                       "{\"overall\":26.56}");
      g_assert_cmpstr (exchange_package_text (package, "company.json"), ==,
                       "{\"tags\":[\"pilot\"]}");
      assert_evidence_is (found, fixture->evidence);
    }
}

static void
assert_refused (const char *path, const char *passphrase, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ExchangePackage) package
      = exchange_package_read (path, passphrase, NULL, NULL, NULL, &error);

  g_assert_null (package);
  g_assert_error (error, EXCHANGE_ERROR, code);
  if (words != NULL && strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* --- the passphrase --------------------------------------------------------------------------- */

static void
test_passphrase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExchangeContent) content = make_content (fixture, 2, EXCHANGE_ALL);
  g_autofree char *decomposed = g_utf8_normalize (PASSPHRASE, -1, G_NORMALIZE_NFD);
  g_autofree char *bytes = NULL;
  g_autoptr (ExchangePackage) package = NULL;
  gsize n;

  g_assert_true (write_package (fixture, content, PASSPHRASE, NULL));
  assert_refused (fixture->path, NULL, EXCHANGE_ERROR_LOCKED, "passphrase");
  assert_refused (fixture->path, "brücke über den fluß", EXCHANGE_ERROR_PASSPHRASE, "passphrase");
  assert_refused (fixture->path, "", EXCHANGE_ERROR_PASSPHRASE, "empty");

  g_assert_cmpstr (decomposed, !=, PASSPHRASE);
  package = exchange_package_read (fixture->path, decomposed, NULL, NULL, NULL, NULL);
  g_assert_nonnull (package);

  bytes = exchange_help_read (fixture->path, &n);
  g_assert_null (memmem (bytes, n, "manifest", 8));
  g_assert_null (memmem (bytes, n, "ller", 4));
}

/* What was changed says how: by accident, by cutting, by somebody. */
static void
test_damage_is_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExchangeContent) content = make_content (fixture, 3, EXCHANGE_ALL);
  g_autofree char *bytes = NULL;
  gsize n;

  g_assert_true (write_package (fixture, content, PASSPHRASE, NULL));
  bytes = exchange_help_read (fixture->path, &n);

  bytes[30] ^= 1; /* the salt */
  g_file_set_contents (fixture->path, bytes, (gssize)n, NULL);
  assert_refused (fixture->path, PASSPHRASE, EXCHANGE_ERROR_DAMAGED, "beginning");
  bytes[30] ^= 1;

  bytes[5000] ^= 1;
  g_file_set_contents (fixture->path, bytes, (gssize)n, NULL);
  assert_refused (fixture->path, PASSPHRASE, EXCHANGE_ERROR_DAMAGED, "damaged");
  bytes[5000] ^= 1;

  g_file_set_contents (fixture->path, bytes, (gssize)n - 1, NULL);
  assert_refused (fixture->path, PASSPHRASE, EXCHANGE_ERROR_DAMAGED, "too early");
  g_file_set_contents (fixture->path, bytes, 104, NULL);
  assert_refused (fixture->path, PASSPHRASE, EXCHANGE_ERROR_DAMAGED, "too early");
  /* Whole frames cut off: the stream's end mark is missing. */
  g_assert_cmpuint (n, >, 104 + 65536 + 25);
  g_file_set_contents (fixture->path, bytes, 104 + 65536 + 25, NULL);
  assert_refused (fixture->path, PASSPHRASE, EXCHANGE_ERROR_DAMAGED, "too early");

  bytes[8] = 2;
  g_file_set_contents (fixture->path, bytes, (gssize)n, NULL);
  assert_refused (fixture->path, PASSPHRASE, EXCHANGE_ERROR_VERSION, "newer");
}

static void
test_altered_on_purpose (void)
{
  g_autoptr (ExchangeKey) key = exchange_key_new ("a", &exchange_help_cost, NULL);
  g_autoptr (ExchangeKey) other = exchange_key_new ("a", &exchange_help_cost, NULL);
  guint8 header[EXCHANGE_CIPHER_HEADER], other_header[EXCHANGE_CIPHER_HEADER];
  g_autoptr (ExchangeCipher) seal = exchange_cipher_seal_new (key, header);
  g_autoptr (ExchangeCipher) other_seal = exchange_cipher_seal_new (other, other_header);
  g_autoptr (ExchangeCipher) open = exchange_cipher_open_new (header, NULL, "a", NULL);
  g_autoptr (GError) error = NULL;
  guint8 frame[3 + EXCHANGE_CIPHER_EXTRA], chunk[EXCHANGE_CIPHER_CHUNK];
  gsize n;
  gboolean last;

  /* A frame whose checksum is right, but of another stream. */
  exchange_cipher_seal (other_seal, (const guint8 *)"abc", 3, TRUE, frame);
  g_assert_false (exchange_cipher_open (open, frame, sizeof frame, chunk, &n, &last, &error));
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "altered"));
}

static void
test_greedy_header (void)
{
  const ExchangeCost greedy = { 1, 64 };
  g_autoptr (ExchangeKey) key = exchange_key_new ("a", &greedy, NULL);
  guint8 header[EXCHANGE_CIPHER_HEADER];
  g_autoptr (ExchangeCipher) seal = exchange_cipher_seal_new (key, header);
  g_autoptr (ExchangeCipher) open = NULL;
  g_autoptr (GError) error = NULL;

  memset (header + 16, 0xff, 4); /* 4 TiB of memory */
  open = exchange_cipher_open_new (header, NULL, "a", &error);
  g_assert_null (open);
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED);
}

/* --- peeking and leaving out ------------------------------------------------------------------ */

static void
test_peek (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExchangeContent) content = make_content (fixture, 2, EXCHANGE_WITHOUT_NOTES);
  g_autoptr (ExchangePeek) open = NULL;
  g_autoptr (ExchangePeek) sealed = NULL;
  g_autoptr (ExchangePeek) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (write_package (fixture, content, NULL, NULL));
  open = exchange_package_peek (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (open->is_sealed);
  g_assert_cmpuint (open->manifest->counts.assessments, ==, 3);
  g_assert_cmpuint (open->manifest->counts.notes, ==, 0);
  g_assert_cmpstr (open->manifest->left_out[0], ==, "notes");
  g_assert_cmpstr (open->manifest->created, ==, "2026-11-27T09:30:00Z");

  g_assert_true (write_package (fixture, content, PASSPHRASE, NULL));
  sealed = exchange_package_peek (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (sealed->is_sealed);
  g_assert_null (sealed->manifest);
  g_assert_cmpuint (sealed->size, >, 104);

  g_file_set_contents (fixture->path, "%PDF-1.7 is something else", -1, NULL);
  none = exchange_package_peek (fixture->path, &error);
  g_assert_null (none);
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND);
}

static void
test_leave_out (Fixture *fixture, gconstpointer data)
{
  const ExchangeLeaveOut all = EXCHANGE_WITHOUT_EVIDENCE | EXCHANGE_WITHOUT_NOTES
                               | EXCHANGE_WITHOUT_NAMES | EXCHANGE_WITHOUT_CONTACTS
                               | EXCHANGE_WITHOUT_RESULTS;
  g_autoptr (ExchangeContent) content = make_content (fixture, 3, all);
  g_autoptr (ExchangePackage) package = NULL;
  const ExchangeManifest *manifest;

  g_assert_true (write_package (fixture, content, NULL, NULL));
  package = exchange_package_read (fixture->path, NULL, NULL, NULL, NULL, NULL);
  manifest = exchange_package_manifest (package);
  g_assert_cmpuint (manifest->counts.evidence, ==, 0);
  g_assert_cmpuint (manifest->counts.results, ==, 0);
  g_assert_cmpuint (manifest->counts.notes, ==, 0);
  g_assert_null (exchange_manifest_find (manifest, "company.json"));
  g_assert_cmpuint (g_strv_length (manifest->left_out), ==, 5);
}

/* Every name of a person is gone, and nothing else. */
static void
test_without_names (void)
{
  g_autoptr (AssessmentDocument) document = exchange_help_parse (
      "{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"a\","
      "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},"
      "\"company\":{\"name\":\"Firm\",\"contact\":{\"name\":\"SECRET\",\"email\":\"SECRET\"}},"
      "\"respondents\":[{\"id\":\"r1\",\"name\":\"SECRET\",\"role\":\"chief\"}],"
      "\"target_plans\":{\"data\":{\"owner\":\"SECRET\",\"measure\":\"m\"}},"
      "\"plan\":{\"actions\":[{\"id\":\"x\",\"owner\":\"SECRET\"},{\"id\":\"y\"}]},"
      "\"notes\":[{\"id\":\"n\",\"author\":\"SECRET\",\"text\":\"t\"}],"
      "\"evidence\":[{\"id\":\"e\",\"seen_by\":\"SECRET\",\"title\":\"t\"}],"
      "\"declarations\":[{\"id\":\"d\",\"by\":\"SECRET\",\"on\":\"2026-01-01\"}]}");
  g_autoptr (AssessmentDocument) reduced
      = exchange_content_reduce (document, EXCHANGE_WITHOUT_NAMES);
  g_autofree char *text = assessment_document_serialize (reduced, FALSE);

  g_assert_null (strstr (text, "SECRET"));
  g_assert_cmpstr (
      text, ==,
      "{\"format\":\"waymark-assessment\",\"version\":1,\"id\":\"a\","
      "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},\"company\":{\"name\":\"Firm\"},"
      "\"respondents\":[{\"id\":\"r1\",\"role\":\"chief\"}],"
      "\"target_plans\":{\"data\":{\"measure\":\"m\"}},"
      "\"plan\":{\"actions\":[{\"id\":\"x\"},{\"id\":\"y\"}]},"
      "\"notes\":[{\"id\":\"n\",\"text\":\"t\"}],\"evidence\":[{\"id\":\"e\",\"title\":\"t\"}],"
      "\"declarations\":[{\"id\":\"d\",\"on\":\"2026-01-01\"}]}");
}

/* --- nothing half ----------------------------------------------------------------------------- */

static void
test_altered_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExchangeContent) content = exchange_content_new (EXCHANGE_ALL);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *bytes = NULL;
  const char *sha256 = exchange_help_evidence_add (fixture->evidence, "invoice", 7);

  g_file_set_contents (fixture->path, "older", -1, NULL);
  exchange_content_add_evidence (content, sha256, 7);
  g_hash_table_replace (fixture->evidence, g_strdup (sha256), g_bytes_new ("forgery", 7));
  g_assert_false (write_package (fixture, content, PASSPHRASE, &error));
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_DAMAGED);
  names = exchange_help_list (fixture->folder);
  g_assert_cmpstr (names, ==, "test.waymark");
  bytes = exchange_help_read (fixture->path, NULL);
  g_assert_cmpstr (bytes, ==, "older");
}

static void
stop_cb (guint64 done, guint64 total, gpointer data)
{
  g_assert_cmpuint (done, <=, total);
  if (done > total / 2)
    g_cancellable_cancel (data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExchangeContent) content = make_content (fixture, 3, EXCHANGE_ALL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  ExchangeWriteOptions options = { .open = exchange_help_evidence_open,
                                   .open_data = fixture->evidence,
                                   .progress = stop_cb,
                                   .progress_data = cancellable,
                                   .cancellable = cancellable };

  g_assert_false (exchange_content_write (content, fixture->path, &options, &error));
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_CANCELLED);
  names = exchange_help_list (fixture->folder);
  g_assert_cmpstr (names, ==, "");
}

static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ExchangeContent) content = make_content (fixture, 1, EXCHANGE_ALL);
  g_autoptr (GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "no", "where.waymark", NULL);
  g_assert_false (write_package (fixture, content, NULL, &error));
  g_assert_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "where.waymark"));
}

/* --- hostile packages ------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *text;
  gboolean link;
  gsize zeros; /* instead of text */
} Entry;

static void
write_zip (const char *path, const Entry *entries, guint n)
{
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  archive_write_zip_set_compression_deflate (zip);
  archive_write_set_options (zip, "experimental"); /* says at once what is a link */
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize size = entries[i].text != NULL ? strlen (entries[i].text) : entries[i].zeros;
      g_autofree char *zeros = g_malloc0 (size + 1);

      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_filetype (entry, entries[i].link ? AE_IFLNK : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      if (entries[i].link)
        archive_entry_set_symlink (entry, "/etc/passwd");
      archive_entry_set_size (entry, (la_int64_t)size);
      /* A warning for names that no locale has. */
      g_assert_cmpint (archive_write_header (zip, entry), >=, ARCHIVE_WARN);
      archive_write_data (zip, entries[i].text != NULL ? entries[i].text : zeros, size);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_free (zip), ==, ARCHIVE_OK);
}

#define HEAD                                                                                       \
  "{\"format\":\"waymark-package\",\"version\":1,\"program\":\"0\",\"created\":\"x\","             \
  "\"counts\":{\"assessments\":0,\"answers\":0,\"notes\":0,\"evidence\":0,\"results\":0},"         \
  "\"parts\":["
#define EMPTY_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
assert_zip_refused (Fixture *fixture, const Entry *entries, guint n, int code, const char *words)
{
  write_zip (fixture->path, entries, n);
  assert_refused (fixture->path, NULL, code, words);
}

static void
test_hostile_entries (Fixture *fixture, gconstpointer data)
{
  const char *company = HEAD "{\"kind\":\"company\",\"name\":\"company.json\",\"size\":0,"
                             "\"sha256\":\"" EMPTY_HASH "\"}]}";
  const Entry strange[] = { { "manifest.json", HEAD "]}" }, { "../../etc/passwd", "root" } };
  const Entry absolute[] = { { "manifest.json", HEAD "]}" }, { "/etc/passwd", "root" } };
  const Entry twice[]
      = { { "manifest.json", company }, { "company.json", "" }, { "company.json", "" } };
  const Entry link[] = { { "manifest.json", company }, { "company.json", "", TRUE } };
  const Entry missing[] = { { "manifest.json", company } };
  const Entry longer[] = { { "manifest.json", company }, { "company.json", "{}" } };
  const Entry late[] = { { "company.json", "" }, { "manifest.json", company } };
  const Entry foreign[] = { { "manifest.json", HEAD "]}" }, { "n\xc3\xa4me", "" } };
  const Entry broken[] = { { "manifest.json", HEAD "]}" }, { "n\xe4me", "" } };

  assert_zip_refused (fixture, strange, 2, EXCHANGE_ERROR_REFUSED, "../../etc/passwd");
  assert_zip_refused (fixture, absolute, 2, EXCHANGE_ERROR_REFUSED, "/etc/passwd");
  assert_zip_refused (fixture, twice, 3, EXCHANGE_ERROR_REFUSED, "twice");
  assert_zip_refused (fixture, link, 2, EXCHANGE_ERROR_REFUSED, "ordinary");
  assert_zip_refused (fixture, missing, 1, EXCHANGE_ERROR_DAMAGED, "missing");
  assert_zip_refused (fixture, longer, 2, EXCHANGE_ERROR_DAMAGED, "more than");
  assert_zip_refused (fixture, late, 2, EXCHANGE_ERROR_KIND, "manifest.json");
  assert_zip_refused (fixture, foreign, 2, EXCHANGE_ERROR_REFUSED, "name");
  assert_zip_refused (fixture, broken, 2, EXCHANGE_ERROR_REFUSED, "name");
}

static void
test_hostile_manifests (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *parts;
    const char *words;
  } rows[] = {
    { "{\"kind\":\"assessment\",\"name\":\"assessments/../1.json\",\"id\":\"a\",\"size\":1,"
      "\"sha256\":\"" EMPTY_HASH "\"}",
      "no name of such a part" },
    { "{\"kind\":\"evidence\",\"name\":\"evidence/../../x\",\"size\":1,\"sha256\":\"" EMPTY_HASH
      "\"}",
      "no name of such a part" },
    { "{\"kind\":\"evidence\",\"name\":\"evidence/" EMPTY_HASH "\",\"size\":9007199254740991,"
      "\"sha256\":\"" EMPTY_HASH "\"}",
      "size" },
    { "{\"kind\":\"company\",\"name\":\"company.json\",\"size\":-1,\"sha256\":\"" EMPTY_HASH "\"}",
      "size" },
    { "{\"kind\":\"company\",\"name\":\"company.json\",\"size\":0,\"sha256\":\"ABC\"}",
      "hexadecimal" },
    { "{\"kind\":\"program\",\"name\":\"x\",\"size\":0,\"sha256\":\"" EMPTY_HASH "\"}", "kind" },
    { "{\"kind\":\"company\",\"name\":\"company.json\",\"size\":0,\"sha256\":\"" EMPTY_HASH
      "\"},{\"kind\":\"company\",\"name\":\"company.json\",\"size\":0,\"sha256\":\"" EMPTY_HASH
      "\"}",
      "twice" },
    { "17", "expected an object" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *manifest = g_strconcat (HEAD, rows[i].parts, "]}", NULL);
      const Entry entries[] = { { "manifest.json", manifest } };
      g_autoptr (GError) error = NULL;
      g_autoptr (ExchangePackage) package = NULL;

      write_zip (fixture->path, entries, 1);
      package = exchange_package_read (fixture->path, NULL, NULL, NULL, NULL, &error);
      g_assert_null (package);
      if (strstr (error->message, rows[i].words) == NULL)
        g_error ("row %u: “%s” does not say “%s”", i, error->message, rows[i].words);
    }
}

static void
test_bombs (Fixture *fixture, gconstpointer data)
{
  const Entry manifest[] = { { "manifest.json", NULL, FALSE, 40 * 1024 * 1024 } };
  g_autofree char *zeros = g_malloc0 (32 * 1024 * 1024);
  g_autofree char *sha256 = base_data_sha256 (zeros, 32 * 1024 * 1024);
  g_autofree char *text
      = g_strdup_printf (HEAD "{\"kind\":\"evidence\",\"name\":\"evidence/%s\",\"size\":33554432,"
                              "\"sha256\":\"%s\"}]}",
                         sha256, sha256);
  g_autofree char *name = g_strconcat ("evidence/", sha256, NULL);
  const Entry evidence[] = { { "manifest.json", text }, { name, NULL, FALSE, 32 * 1024 * 1024 } };
  g_autoptr (GString) many = g_string_new (HEAD);
  const Entry parts[] = { { "manifest.json", NULL } };
  Entry counted[1];

  assert_zip_refused (fixture, manifest, 1, EXCHANGE_ERROR_REFUSED, "manifest is larger");
  assert_zip_refused (fixture, evidence, 2, EXCHANGE_ERROR_REFUSED, "unpacks");
  for (guint i = 0; i <= EXCHANGE_MAX_PARTS; i++)
    g_string_append_printf (many,
                            "%s{\"kind\":\"result\",\"name\":\"results/%u.json\",\"id\":\"a\","
                            "\"size\":0,\"sha256\":\"" EMPTY_HASH "\"}",
                            i == 0 ? "" : ",", i);
  g_string_append (many, "]}");
  counted[0] = parts[0];
  counted[0].text = many->str;
  write_zip (fixture->path, counted, 1);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ExchangePackage) package
        = exchange_package_read (fixture->path, NULL, NULL, NULL, NULL, &error);

    g_assert_null (package);
    g_assert_nonnull (strstr (error->message, "10001 parts"));
  }
}

/* A package is what it was, or is refused: whatever byte changes. */
static void
test_mutations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);
  gboolean sealed = GPOINTER_TO_INT (data);
  g_autoptr (ExchangeContent) content = make_content (fixture, 3, EXCHANGE_ALL);
  g_autofree char *bytes = NULL;
  g_autofree char *sha256 = NULL;
  gsize n;
  guint refused = 0;

  g_assert_true (write_package (fixture, content, sealed ? PASSPHRASE : NULL, NULL));
  bytes = exchange_help_read (fixture->path, &n);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *changed = g_memdup2 (bytes, n);
      gsize length = n;
      g_autoptr (GError) error = NULL;
      g_autoptr (ExchangePackage) package = NULL;

      for (int k = g_rand_int_range (rand, 1, 6); k > 0; k--)
        switch (g_rand_int_range (rand, 0, 4))
          {
          case 0:
            length = (gsize)g_rand_int_range (rand, 0, (gint32)length + 1);
            break;
          case 1:
            changed[g_rand_int_range (rand, 0, MIN ((gint32)n, 3000))] = (char)g_rand_int (rand);
            break;
          case 2:
            memset (changed + g_rand_int_range (rand, 0, (gint32)n - 16), 0xff, 16);
            break;
          default:
            changed[g_rand_int_range (rand, 0, (gint32)n)] ^= (char)(1 << (i % 8));
          }
      g_file_set_contents (fixture->path, changed, (gssize)length, NULL);
      package = exchange_package_read (fixture->path, PASSPHRASE, NULL, NULL, NULL, &error);
      g_assert_true ((package == NULL) == (error != NULL));
      if (package == NULL)
        {
          refused++;
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_assert_cmpuint (strlen (error->message), <, 1000);
          continue;
        }
      /* What was read nevertheless is what was written: only bytes that mean nothing changed. */
      for (guint d = 0; d < exchange_package_n_documents (package); d++)
        {
          g_autofree char *id = g_strdup_printf ("a3:%u/../x", d);
          g_autoptr (AssessmentDocument) document = exchange_help_document (21 + d, id);

          g_assert_true (
              assessment_document_equal (document, exchange_package_document (package, d)));
        }
    }
  g_test_message ("%u of 1000 refused", refused);
  g_assert_cmpuint (refused, >, 800);
}

/* --- packages of earlier versions ------------------------------------------------------------- */

/* Each version that was ever written stays in packages/ and opens; never make these files anew. */
static void
test_versions (void)
{
  static const struct
  {
    const char *name;
    const char *passphrase;
  } rows[] = {
    { "version-1.waymark", NULL },
    { "version-1-sealed.waymark", "Rosmaninho à beira do caminho" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "exchange", "packages", rows[i].name, NULL);
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify)g_byte_array_unref);
      g_autoptr (GError) error = NULL;
      g_autoptr (ExchangePackage) package
          = exchange_package_read (path, rows[i].passphrase, collect_cb, found, NULL, &error);
      const GByteArray *invoice;
      const AssessmentDocument *document;

      g_assert_no_error (error);
      g_assert_cmpuint (exchange_package_n_documents (package), ==, 1);
      document = exchange_package_document (package, 0);
      g_assert_cmpstr (assessment_document_get_string (document, "company.name"), ==,
                       "Sample Metalworks");
      g_assert_cmpstr (assessment_document_get_string (document, "notes[0].text"), ==,
                       "Falou da encomenda.\nSegunda linha");
      g_assert_cmpuint (exchange_package_manifest (package)->counts.answers, ==, 11);
      g_assert_nonnull (exchange_package_text (package, "company.json"));
      invoice = g_hash_table_lookup (
          found, assessment_document_get_string (document, "evidence[0].sha256"));
      g_assert_nonnull (invoice);
      g_assert_cmpmem (invoice->data, invoice->len, "Invoice 2026/17\n", 16);
    }
}

#define ADD(path, function)                                                                        \
  g_test_add ("/exchange/package/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("passphrase", test_passphrase);
  ADD ("damage-is-told-apart", test_damage_is_told_apart);
  g_test_add_func ("/exchange/package/altered-on-purpose", test_altered_on_purpose);
  g_test_add_func ("/exchange/package/greedy-header", test_greedy_header);
  ADD ("peek", test_peek);
  ADD ("leave-out", test_leave_out);
  g_test_add_func ("/exchange/package/without-names", test_without_names);
  ADD ("altered-evidence", test_altered_evidence);
  ADD ("cancel", test_cancel);
  ADD ("no-room", test_no_room);
  g_test_add_func ("/exchange/package/versions", test_versions);
  ADD ("hostile-entries", test_hostile_entries);
  ADD ("hostile-manifests", test_hostile_manifests);
  ADD ("bombs", test_bombs);
  g_test_add ("/exchange/package/mutations", Fixture, GINT_TO_POINTER (FALSE), set_up,
              test_mutations, tear_down);
  g_test_add ("/exchange/package/mutations-sealed", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_mutations, tear_down);
  return g_test_run ();
}
