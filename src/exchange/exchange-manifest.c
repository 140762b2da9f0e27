/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-manifest.h"

#include "base/base-json-writer.h"
#include "base/base-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The list of contents of a package. */

static const BaseJsonName kinds[] = {
  { "company", EXCHANGE_PART_COMPANY },
  { "assessment", EXCHANGE_PART_ASSESSMENT },
  { "result", EXCHANGE_PART_RESULT },
  { "evidence", EXCHANGE_PART_EVIDENCE },
  { NULL, 0 },
};

static void
part_free (gpointer data)
{
  ExchangePart *part = data;

  g_free (part->name);
  g_free (part->id);
  g_free (part->sha256);
  g_free (part->pack_sha256);
  g_free (part->rules_sha256);
  g_free (part->catalogue_sha256);
  g_free (part);
}

ExchangeManifest *
exchange_manifest_new (void)
{
  ExchangeManifest *manifest = g_new0 (ExchangeManifest, 1);

  manifest->version = EXCHANGE_PACKAGE_VERSION;
  manifest->parts = g_ptr_array_new_with_free_func (part_free);
  return manifest;
}

void
exchange_manifest_free (ExchangeManifest *manifest)
{
  if (manifest == NULL)
    return;
  g_free (manifest->program);
  g_free (manifest->created);
  g_strfreev (manifest->left_out);
  g_ptr_array_unref (manifest->parts);
  g_free (manifest);
}

ExchangePart *
exchange_manifest_add (ExchangeManifest *manifest,
                       ExchangePartKind kind,
                       const char *name,
                       const char *id,
                       guint64 size,
                       const char *sha256)
{
  ExchangePart *part = g_new0 (ExchangePart, 1);

  part->kind = kind;
  part->name = g_strdup (name);
  part->id = g_strdup (id);
  part->size = size;
  part->sha256 = g_strdup (sha256);
  g_ptr_array_add (manifest->parts, part);
  return part;
}

const ExchangePart *
exchange_manifest_find (const ExchangeManifest *manifest, const char *name)
{
  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const ExchangePart *part = manifest->parts->pdata[i];

      if (g_str_equal (part->name, name))
        return part;
    }
  return NULL;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
write_optional (BaseJsonWriter *writer, const char *member, const char *value)
{
  if (value != NULL)
    base_json_writer_string (writer, member, value);
}

static void
write_part (BaseJsonWriter *writer, const ExchangePart *part)
{
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "kind", kinds[part->kind].name);
  base_json_writer_string (writer, "name", part->name);
  write_optional (writer, "id", part->id);
  base_json_writer_integer (writer, "size", (gint64)part->size);
  base_json_writer_string (writer, "sha256", part->sha256);
  write_optional (writer, "pack_sha256", part->pack_sha256);
  write_optional (writer, "rules_sha256", part->rules_sha256);
  write_optional (writer, "catalogue_sha256", part->catalogue_sha256);
  base_json_writer_end_object (writer);
}

static void
write_counts (BaseJsonWriter *writer, const ExchangeCounts *counts)
{
  base_json_writer_begin_object (writer, "counts");
  base_json_writer_integer (writer, "assessments", counts->assessments);
  base_json_writer_integer (writer, "answers", counts->answers);
  base_json_writer_integer (writer, "notes", counts->notes);
  base_json_writer_integer (writer, "evidence", counts->evidence);
  base_json_writer_integer (writer, "results", counts->results);
  base_json_writer_end_object (writer);
}

char *
exchange_manifest_write (const ExchangeManifest *manifest)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "format", EXCHANGE_PACKAGE_FORMAT);
  base_json_writer_integer (writer, "version", manifest->version);
  base_json_writer_string (writer, "program", manifest->program);
  base_json_writer_string (writer, "created", manifest->created);
  if (manifest->left_out != NULL && manifest->left_out[0] != NULL)
    base_json_writer_strings (writer, "left_out", (const char *const *)manifest->left_out);
  write_counts (writer, &manifest->counts);
  base_json_writer_begin_array (writer, "parts");
  for (guint i = 0; i < manifest->parts->len; i++)
    write_part (writer, manifest->parts->pdata[i]);
  base_json_writer_end_array (writer);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static const char *
read_sha256 (const BaseJsonCursor *object, const char *member, gboolean needed)
{
  BaseJsonCursor at = base_json_get (object, member);
  const char *text = needed ? base_json_need_string (object, member)
                            : base_json_get_string (object, member, NULL);

  if (text != NULL && base_json_present (&at) && !is_sha256 (text))
    base_json_fail (&at, _ ("found “%.80s”, expected 64 hexadecimal digits in small letters"),
                    text);
  return text;
}

/* "assessments/12.json": nothing that could lead out of a folder. */
static gboolean
is_numbered (const char *name, const char *folder)
{
  gsize length = strlen (folder);
  gsize digits;

  if (!g_str_has_prefix (name, folder))
    return FALSE;
  digits = strspn (name + length, "0123456789");
  return digits > 0 && digits < 6 && g_str_equal (name + length + digits, ".json");
}

static gboolean
name_fits (const ExchangePart *part)
{
  switch (part->kind)
    {
    case EXCHANGE_PART_COMPANY:
      return g_str_equal (part->name, "company.json");
    case EXCHANGE_PART_ASSESSMENT:
      return is_numbered (part->name, "assessments/") && part->id != NULL;
    case EXCHANGE_PART_RESULT:
      return is_numbered (part->name, "results/") && part->id != NULL;
    case EXCHANGE_PART_EVIDENCE:
    default:
      return g_str_has_prefix (part->name, "evidence/")
             && g_str_equal (part->name + strlen ("evidence/"), part->sha256);
    }
}

static void
read_part (const BaseJsonCursor *at, ExchangeManifest *manifest, GHashTable *names)
{
  static const char *const members[]
      = { "kind", "name", "id", "size", "sha256", "pack_sha256", "rules_sha256", "catalogue_sha256",
          NULL };
  ExchangePartKind kind = (ExchangePartKind)base_json_need_name (at, "kind", kinds);
  const char *name = base_json_need_string (at, "name");
  const char *sha256 = read_sha256 (at, "sha256", TRUE);
  guint64 cap = kind == EXCHANGE_PART_EVIDENCE ? EXCHANGE_MAX_EVIDENCE : EXCHANGE_MAX_TEXT_PART;
  ExchangePart *part;

  base_json_only (at, members);
  part = exchange_manifest_add (manifest, kind, name, base_json_get_string (at, "id", NULL),
                                (guint64)base_json_need_integer (at, "size", 0, (gint64)cap),
                                sha256);
  part->pack_sha256 = g_strdup (read_sha256 (at, "pack_sha256", FALSE));
  part->rules_sha256 = g_strdup (read_sha256 (at, "rules_sha256", FALSE));
  part->catalogue_sha256 = g_strdup (read_sha256 (at, "catalogue_sha256", FALSE));
  if (part->name == NULL || part->sha256 == NULL || !name_fits (part))
    base_json_fail (at, _ ("found a part called “%.80s”, which is no name of such a part"), name);
  else if (!g_hash_table_add (names, part->name))
    base_json_fail (at, _ ("found the part “%.80s” twice"), name);
}

static void
read_parts (const BaseJsonCursor *root, ExchangeManifest *manifest)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  BaseJsonCursor parts = base_json_need (root, "parts");
  guint n = base_json_length (&parts);
  guint64 text = 0, all = 0;

  if (n > EXCHANGE_MAX_PARTS)
    base_json_fail (&parts, _ ("found %u parts, expected at most %u"), n, EXCHANGE_MAX_PARTS);
  for (guint i = 0; i < n && i < EXCHANGE_MAX_PARTS; i++)
    {
      BaseJsonCursor at = base_json_item (&parts, i);
      const ExchangePart *part;

      read_part (&at, manifest, names);
      part = manifest->parts->pdata[i];
      all += part->size;
      text += part->kind == EXCHANGE_PART_EVIDENCE ? 0 : part->size;
    }
  if (text > EXCHANGE_MAX_TEXT || all > EXCHANGE_MAX_SIZE)
    base_json_fail (&parts, _ ("the parts are larger than any package that Waymark writes"));
}

static void
read_counts (const BaseJsonCursor *root, ExchangeCounts *counts)
{
  static const char *const members[]
      = { "assessments", "answers", "notes", "evidence", "results", NULL };
  BaseJsonCursor at = base_json_need (root, "counts");

  base_json_only (&at, members);
  counts->assessments = (guint)base_json_need_integer (&at, "assessments", 0, G_MAXINT32);
  counts->answers = (guint)base_json_need_integer (&at, "answers", 0, G_MAXINT32);
  counts->notes = (guint)base_json_need_integer (&at, "notes", 0, G_MAXINT32);
  counts->evidence = (guint)base_json_need_integer (&at, "evidence", 0, G_MAXINT32);
  counts->results = (guint)base_json_need_integer (&at, "results", 0, G_MAXINT32);
}

/* Format and version first, so that a newer package is called newer and not wrong. */
static gboolean
check_head (BaseJson *json, GError **error)
{
  BaseJsonCursor root = base_json_root (json);
  const char *format = base_json_need_string (&root, "format");
  gint64 version = base_json_need_integer (&root, "version", 1, G_MAXINT32);

  if (!base_json_finish (json, error))
    return FALSE;
  if (!g_str_equal (format, EXCHANGE_PACKAGE_FORMAT))
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_KIND,
                   _ ("%s: found the format “%.80s”, expected “%s”"), base_json_source_name (json),
                   format, EXCHANGE_PACKAGE_FORMAT);
      return FALSE;
    }
  if (version > EXCHANGE_PACKAGE_VERSION)
    {
      g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_VERSION,
                   _ ("%s: found version %d, expected at most %d: the package was made by a newer "
                      "Waymark"),
                   base_json_source_name (json), (int)version, EXCHANGE_PACKAGE_VERSION);
      return FALSE;
    }
  return TRUE;
}

ExchangeManifest *
exchange_manifest_read (const char *text, gsize length, const char *source_name, GError **error)
{
  static const char *const members[]
      = { "format", "version", "program", "created", "left_out", "counts", "parts", NULL };
  g_autoptr (ExchangeManifest) manifest = exchange_manifest_new ();
  g_autoptr (BaseJson) json = base_json_parse (text, (gssize)length, source_name, error);
  BaseJsonCursor root;

  if (json == NULL || !check_head (json, error))
    return NULL;
  root = base_json_root (json);
  base_json_only (&root, members);
  manifest->version = (int)base_json_need_integer (&root, "version", 1, G_MAXINT32);
  manifest->program = g_strdup (base_json_need_string (&root, "program"));
  manifest->created = g_strdup (base_json_need_string (&root, "created"));
  manifest->left_out = base_json_get_strings (&root, "left_out");
  read_counts (&root, &manifest->counts);
  read_parts (&root, manifest);
  return base_json_finish (json, error) ? g_steal_pointer (&manifest) : NULL;
}
