/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-help.h"

#include "base/base-data.h"

#include <glib/gstdio.h>

/* What the tests of the room share: folders, generated documents, evidence in memory. */

const ExchangeCost exchange_help_cost = { 1, 64 };

char *
exchange_help_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("waymark-exchange-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
exchange_help_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        exchange_help_remove (path);
      else
        {
          g_unlink (path);
          g_free (path);
        }
    }
  g_rmdir (folder);
  g_free (folder);
}

AssessmentDocument *
exchange_help_parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *document = assessment_document_parse (json, -1, "test", &error);

  g_assert_no_error (error);
  return document;
}

/* --- generated documents ---------------------------------------------------------------------- */

static void
add_list (GString *json, GRand *rand, const char *name, const char *format)
{
  guint n = (guint)g_rand_int_range (rand, 0, 4);
  guint first = (guint)g_rand_int_range (rand, 1, 4);

  if (n == 0)
    return;
  g_string_append_printf (json, ",\"%s\":[", name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (json, i == 0 ? "" : ",");
      for (const char *at = format; *at != '\0'; at++)
        if (*at == '#')
          g_string_append_printf (json, "%u", first + i);
        else if (*at == '?')
          g_string_append_printf (json, "%d", g_rand_int_range (rand, 0, 2));
        else
          g_string_append_c (json, *at);
    }
  g_string_append (json, "]");
}

static void
add_answers (GString *json, GRand *rand)
{
  gboolean first = TRUE;

  g_string_append (json, ",\"answers\":{");
  for (guint q = 2; q <= 9; q++)
    {
      if (g_rand_int_range (rand, 0, 3) == 0)
        continue;
      g_string_append_printf (json, "%s\"q%u\":", first ? "" : ",", q);
      first = FALSE;
      if (q == 4)
        g_string_append_printf (json, "[%d,null,2]", g_rand_int_range (rand, 0, 4));
      else
        g_string_append_printf (json, "[%d]", g_rand_int_range (rand, 1, 3));
    }
  if (g_rand_boolean (rand))
    g_string_append_printf (json, "%s\"q1\":{\"%s\":[%d]}", first ? "" : ",",
                            g_rand_boolean (rand) ? "invested" : "planned",
                            g_rand_int_range (rand, 1, 3));
  g_string_append (json, "}");
}

static void
add_member (GString *json, GRand *rand, const char *member)
{
  if (g_rand_boolean (rand))
    g_string_append (json, member);
}

AssessmentDocument *
exchange_help_document (guint32 seed, const char *id)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) json
      = g_string_new ("{\"format\":\"waymark-assessment\",\"version\":1,"
                      "\"pack\":{\"id\":\"dma-sme\",\"version\":\"1.0\"},\"stage\":\"T0\"");

  if (id != NULL)
    g_string_append_printf (json, ",\"id\":\"%s\"", id);
  g_string_append_printf (json, ",\"company\":{\"name\":\"Müller & Söhne №%d\"",
                          g_rand_int_range (rand, 0, 3));
  add_member (json, rand, ",\"country\":\"PT\"");
  add_member (json, rand, ",\"website\":\"https://example.org\"");
  add_member (json, rand, ",\"contact\":{\"name\":\"Rui Costa\",\"phone\":\"1\"}");
  add_member (json, rand, ",\"sectors\":[\"metalworking\"]");
  add_list (json, rand, "accounts", "{\"year\":202#,\"staff\":2?}");
  add_list (json, rand, "aid", "{\"authority\":\"A#\",\"amount_eur\":1?000}");
  g_string_append (json, "}");
  add_answers (json, rand);
  add_list (json, rand, "notes",
            "{\"id\":\"n#\",\"author\":\"Ana\",\"text\":\"line ?\\nÜber # =1\"}");
  add_list (json, rand, "declarations", "{\"id\":\"d#\",\"by\":\"B\",\"on\":\"2026-01-0#\"}");
  add_list (json, rand, "respondents",
            "{\"id\":\"r#\",\"role\":\"chief\",\"answers\":{\"q2\":[#],\"q3\":[?]}}");
  add_list (json, rand, "delivered", "{\"service\":\"s#\",\"value_eur\":?}");
  if (g_rand_boolean (rand))
    {
      g_string_append (json, ",\"plan\":{\"weights\":{\"gap\":40}");
      add_list (json, rand, "actions", "{\"id\":\"a#\",\"due\":\"2027-0#-01\",\"owner\":\"O?\"}");
      g_string_append (json, "}");
    }
  add_member (json, rand, ",\"targets\":{\"strategy\":50}");
  add_member (json, rand, ",\"portal\":{\"id\":\"P 1\",\"official_score\":26.56}");
  g_string_append (json, "}");
  return exchange_help_parse (json->str);
}

/* --- evidence --------------------------------------------------------------------------------- */

GHashTable *
exchange_help_evidence_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
}

const char *
exchange_help_evidence_add (GHashTable *evidence, const void *bytes, gsize n)
{
  char *sha256 = base_data_sha256 (bytes, n);

  g_hash_table_replace (evidence, sha256, g_bytes_new (bytes, n));
  return sha256;
}

GInputStream *
exchange_help_evidence_open (const char *sha256, gpointer data, GError **error)
{
  GBytes *bytes = g_hash_table_lookup (data, sha256);

  if (bytes != NULL)
    return g_memory_input_stream_new_from_bytes (bytes);
  g_set_error (error, EXCHANGE_ERROR, EXCHANGE_ERROR_IO, "no evidence %s", sha256);
  return NULL;
}

/* --- files ------------------------------------------------------------------------------------ */

char *
exchange_help_read (const char *path, gsize *n)
{
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (path, &bytes, n, &error);
  g_assert_no_error (error);
  return bytes;
}

int
exchange_help_compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

char *
exchange_help_list (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, exchange_help_compare);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}
