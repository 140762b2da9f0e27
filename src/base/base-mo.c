/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/base-mo.h"

#include "base/base-data.h"
#include "base/base-plural.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reader of compiled gettext catalogues. */

#define MAGIC 0x950412deU
#define HEADER_SIZE 20
#define ENTRY_SIZE 8
/* Between a context and its msgid in a catalogue. */
#define CONTEXT_GLUE "\004"

typedef struct
{
  const char *text; /* ends with NUL inside the bytes */
  gsize length;     /* further plural forms follow the first NUL */
} Piece;

struct _BaseMo
{
  GBytes *bytes;
  GHashTable *messages; /* "context\004msgid" → Piece in pieces */
  Piece *pieces;
  BasePlural *plural;
};

typedef struct
{
  const guint8 *bytes;
  gsize size;
  gboolean swapped;
} Reader;

static guint32
read_word (const Reader *reader, gsize offset)
{
  guint32 word;

  g_assert (offset + sizeof word <= reader->size);
  memcpy (&word, reader->bytes + offset, sizeof word);
  return reader->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static gboolean
read_piece (const Reader *reader, gsize entry, Piece *piece)
{
  gsize length = read_word (reader, entry);
  gsize offset = read_word (reader, entry + 4);

  if (offset >= reader->size || length >= reader->size - offset
      || reader->bytes[offset + length] != '\0')
    return FALSE;
  piece->text = (const char *)reader->bytes + offset;
  piece->length = length;
  return TRUE;
}

/* A catalogue is trusted with no byte: each form has to be UTF-8 before it may come near Pango. */
static gboolean
is_utf8 (const Piece *piece)
{
  const char *end = piece->text + piece->length;

  for (const char *form = piece->text; form <= end; form += strlen (form) + 1)
    if (!g_utf8_validate (form, -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
table_fits (const Reader *reader, guint32 n, guint32 offset)
{
  return offset <= reader->size && n <= (reader->size - offset) / ENTRY_SIZE;
}

static gboolean
read_messages (BaseMo *mo, const Reader *reader)
{
  guint32 n = read_word (reader, 8);
  guint32 originals = read_word (reader, 12);
  guint32 translations = read_word (reader, 16);

  if (!table_fits (reader, n, originals) || !table_fits (reader, n, translations))
    return FALSE;
  mo->pieces = g_new0 (Piece, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      Piece original;

      if (!read_piece (reader, originals + (gsize)i * ENTRY_SIZE, &original)
          || !read_piece (reader, translations + (gsize)i * ENTRY_SIZE, &mo->pieces[i])
          || !is_utf8 (&mo->pieces[i]))
        return FALSE;
      g_hash_table_insert (mo->messages, (gpointer)original.text, &mo->pieces[i]);
    }
  return TRUE;
}

/* A catalogue without a rule has the one of English. */
static BasePlural *
read_plural (const BaseMo *mo)
{
  static const char field[] = "Plural-Forms:";
  const char *header = base_mo_lookup (mo, NULL, "");
  const char *rule = header != NULL ? strstr (header, field) : NULL;
  g_autofree char *line = NULL;

  if (rule == NULL)
    return base_plural_parse ("nplurals=2; plural=n!=1;");
  rule += strlen (field);
  line = g_strndup (rule, strcspn (rule, "\n"));
  return base_plural_parse (line);
}

static gboolean
check_header (const Reader *reader)
{
  return reader->size >= HEADER_SIZE && read_word (reader, 0) == MAGIC
         && read_word (reader, 4) >> 16 <= 1;
}

BaseMo *
base_mo_parse (GBytes *bytes, const char *source_name, GError **error)
{
  g_autoptr (BaseMo) mo = NULL;
  Reader reader = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (source_name != NULL, NULL);

  reader.bytes = g_bytes_get_data (bytes, &reader.size);
  reader.swapped
      = reader.size >= HEADER_SIZE && read_word (&reader, 0) == GUINT32_SWAP_LE_BE (MAGIC);
  mo = g_new0 (BaseMo, 1);
  mo->bytes = g_bytes_ref (bytes);
  mo->messages = g_hash_table_new (g_str_hash, g_str_equal);
  if (!check_header (&reader) || !read_messages (mo, &reader))
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_SYNTAX,
                   _ ("%s: is not a sound catalogue of translations (.mo)"), source_name);
      return NULL;
    }
  mo->plural = read_plural (mo);
  if (mo->plural == NULL)
    {
      g_set_error (error, BASE_ERROR, BASE_ERROR_VALUE,
                   _ ("%s: the rule for plurals (Plural-Forms) cannot be understood"), source_name);
      return NULL;
    }
  return g_steal_pointer (&mo);
}

BaseMo *
base_mo_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = base_data_read (path, BASE_MO_CAP, error);
  return bytes != NULL ? base_mo_parse (bytes, path, error) : NULL;
}

void
base_mo_free (BaseMo *mo)
{
  if (mo == NULL)
    return;
  g_clear_pointer (&mo->messages, g_hash_table_unref);
  g_clear_pointer (&mo->plural, base_plural_free);
  g_clear_pointer (&mo->bytes, g_bytes_unref);
  g_free (mo->pieces);
  g_free (mo);
}

static const Piece *
find_piece (const BaseMo *mo, const char *context, const char *msgid)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, CONTEXT_GLUE, msgid, NULL) : NULL;
  const Piece *piece = g_hash_table_lookup (mo->messages, key != NULL ? key : msgid);

  return piece != NULL && piece->length > 0 ? piece : NULL;
}

const char *
base_mo_lookup (const BaseMo *mo, const char *context, const char *msgid)
{
  const Piece *piece;

  g_return_val_if_fail (mo != NULL, NULL);
  g_return_val_if_fail (msgid != NULL, NULL);

  piece = find_piece (mo, context, msgid);
  return piece != NULL && *piece->text != '\0' ? piece->text : NULL;
}

const char *
base_mo_lookup_plural (const BaseMo *mo, const char *context, const char *msgid, guint64 n)
{
  const Piece *piece;
  const char *form;
  guint index;

  g_return_val_if_fail (mo != NULL, NULL);
  g_return_val_if_fail (msgid != NULL, NULL);

  piece = find_piece (mo, context, msgid);
  if (piece == NULL)
    return NULL;
  form = piece->text;
  for (index = base_plural_form (mo->plural, n); index > 0; index--)
    {
      form += strlen (form) + 1;
      if (form > piece->text + piece->length)
        return NULL;
    }
  return *form != '\0' ? form : NULL;
}

guint
base_mo_length (const BaseMo *mo)
{
  g_return_val_if_fail (mo != NULL, 0);

  return g_hash_table_size (mo->messages);
}
