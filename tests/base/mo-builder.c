/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mo-builder.h"

#include <string.h>

/* The format of GNU MO files, without the hash table, which is optional. */

static void
append_word (GByteArray *bytes, gsize word, gboolean big_endian)
{
  guint32 stored = big_endian ? GUINT32_TO_BE ((guint32)word) : GUINT32_TO_LE ((guint32)word);

  g_byte_array_append (bytes, (const guint8 *)&stored, sizeof stored);
}

static void
append_entry (
    GByteArray *table, GByteArray *texts, gsize texts_at, const char *text, gboolean big_endian)
{
  g_autofree char *stored = g_strdelimit (g_strdup (text), "|", '\0');
  gsize length = strlen (text);

  append_word (table, length, big_endian);
  append_word (table, texts_at + texts->len, big_endian);
  g_byte_array_append (texts, (const guint8 *)stored, (guint)length + 1);
}

GBytes *
mo_builder_build (const MoLine *lines, gboolean big_endian)
{
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  g_autoptr (GByteArray) originals = g_byte_array_new ();
  g_autoptr (GByteArray) translations = g_byte_array_new ();
  GByteArray *file = g_byte_array_new ();
  gsize n = 0;
  gsize texts_at;

  while (lines[n].original != NULL)
    n++;
  texts_at = 28 + n * 16;
  for (gsize i = 0; i < n; i++)
    append_entry (originals, texts, texts_at, lines[i].original, big_endian);
  for (gsize i = 0; i < n; i++)
    append_entry (translations, texts, texts_at, lines[i].translation, big_endian);
  append_word (file, 0x950412de, big_endian);
  append_word (file, 0, big_endian);
  append_word (file, n, big_endian);
  append_word (file, 28, big_endian);
  append_word (file, 28 + n * 8, big_endian);
  append_word (file, 0, big_endian);
  append_word (file, texts_at, big_endian);
  g_byte_array_append (file, originals->data, originals->len);
  g_byte_array_append (file, translations->data, translations->len);
  g_byte_array_append (file, texts->data, texts->len);
  return g_byte_array_free_to_bytes (file);
}

void
mo_builder_install (const char *dir, const char *tag, const MoLine *lines)
{
  g_autofree char *folder = g_build_filename (dir, tag, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "waymark.mo", NULL);
  g_autoptr (GBytes) bytes = mo_builder_build (lines, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}
