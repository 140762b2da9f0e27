/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-mo.h"

#include "mo-builder.h"

#include <string.h>

/* Compiled catalogues: sound ones in both byte orders, and every kind of broken one. */

static const MoLine sample[] = {
  { "", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : "
        "n%10>=2 ? 1 : 2;\n" },
  { "hub", "polo" },
  { "month\004May", "maj" },
  { "untranslated", "" },
  { "{n} hub|{n} hubs", "one|few|many" },
  { NULL, NULL },
};

static void
test_lookup (gconstpointer big_endian)
{
  g_autoptr (GBytes) bytes = mo_builder_build (sample, GPOINTER_TO_INT (big_endian));
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseMo) mo = base_mo_parse (bytes, "FILE", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (base_mo_length (mo), ==, 5);
  g_assert_cmpstr (base_mo_lookup (mo, NULL, "hub"), ==, "polo");
  g_assert_cmpstr (base_mo_lookup (mo, "month", "May"), ==, "maj");
  g_assert_null (base_mo_lookup (mo, NULL, "May"));
  g_assert_null (base_mo_lookup (mo, NULL, "untranslated"));
  g_assert_null (base_mo_lookup (mo, NULL, "unknown"));
  g_assert_cmpstr (base_mo_lookup_plural (mo, NULL, "{n} hub", 1), ==, "one");
  g_assert_cmpstr (base_mo_lookup_plural (mo, NULL, "{n} hub", 12), ==, "few");
  g_assert_cmpstr (base_mo_lookup_plural (mo, NULL, "{n} hub", 20), ==, "many");
  /* A message without plural forms has only the first. */
  g_assert_null (base_mo_lookup_plural (mo, NULL, "hub", 20));
}

static void
expect_refused (const guint8 *bytes, gsize size, int code)
{
  g_autoptr (GBytes) copy = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (base_mo_parse (copy, "FILE", &error));
  g_assert_error (error, BASE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "FILE: "));
}

/* Every cut, and every 32-bit word of the tables replaced by a hostile one, is read without leaving
 * the bytes (the sanitizers watch); a cut one is always refused. */
static void
test_hostile (void)
{
  static const guint32 hostile[] = { 0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFF8 };
  g_autoptr (GBytes) bytes = mo_builder_build (sample, FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    expect_refused (data, cut, BASE_ERROR_SYNTAX);
  for (gsize at = 0; at + 4 <= 28 + 5 * 16; at += 4)
    for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
      {
        g_autofree guint8 *changed = g_memdup2 (data, size);
        g_autoptr (GBytes) copy = NULL;
        g_autoptr (BaseMo) mo = NULL;

        memcpy (changed + at, &hostile[i], 4);
        copy = g_bytes_new_take (g_steal_pointer (&changed), size);
        mo = base_mo_parse (copy, "FILE", NULL);
        if (mo != NULL)
          {
            base_mo_lookup (mo, "month", "May");
            base_mo_lookup_plural (mo, NULL, "{n} hub", 7);
          }
      }
}

static void
test_bad_content (void)
{
  static const MoLine not_utf8[] = { { "a", "\xC3(" }, { NULL, NULL } };
  static const MoLine late_not_utf8[] = { { "a|b", "good|\xFF" }, { NULL, NULL } };
  static const MoLine bad_rule[]
      = { { "", "Plural-Forms: nplurals=2; plural=system(n);\n" }, { NULL, NULL } };
  static const MoLine no_rule[] = { { "", "X: y\n" }, { "a|b", "one|many" }, { NULL, NULL } };
  g_autoptr (GBytes) first = mo_builder_build (not_utf8, FALSE);
  g_autoptr (GBytes) second = mo_builder_build (late_not_utf8, FALSE);
  g_autoptr (GBytes) third = mo_builder_build (bad_rule, FALSE);
  g_autoptr (GBytes) fourth = mo_builder_build (no_rule, FALSE);
  g_autoptr (BaseMo) english_rule = base_mo_parse (fourth, "FILE", NULL);

  expect_refused (g_bytes_get_data (first, NULL), g_bytes_get_size (first), BASE_ERROR_SYNTAX);
  expect_refused (g_bytes_get_data (second, NULL), g_bytes_get_size (second), BASE_ERROR_SYNTAX);
  expect_refused (g_bytes_get_data (third, NULL), g_bytes_get_size (third), BASE_ERROR_VALUE);
  g_assert_cmpstr (base_mo_lookup_plural (english_rule, NULL, "a", 1), ==, "one");
  g_assert_cmpstr (base_mo_lookup_plural (english_rule, NULL, "a", 0), ==, "many");
}

/* The compiler's own work: sorted, with a hash table; fuzzy and empty translations are left out. */
static void
test_compiled (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "base", "pt.mo", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseMo) mo = base_mo_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (base_mo_lookup (mo, "month", "May"), ==, "maio");
  g_assert_cmpstr (base_mo_lookup_plural (mo, NULL, "{n} hub fits", 1), ==, "{n} polo adequado");
  g_assert_cmpstr (base_mo_lookup_plural (mo, NULL, "{n} hub fits", 0), ==, "{n} polos adequados");
  g_assert_cmpstr (base_mo_lookup (mo, NULL, "Two lines:\n“quoted” and \"quoted\"."), ==,
                   "Duas linhas:\n«citado» e \"citado\".");
  g_assert_null (base_mo_lookup (mo, NULL, "unsure"));
  g_assert_null (base_mo_lookup (mo, NULL, "not yet"));
  g_assert_nonnull (strstr (base_mo_lookup (mo, NULL, ""), "Language: pt"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/base/mo/little-endian", GINT_TO_POINTER (FALSE), test_lookup);
  g_test_add_data_func ("/base/mo/big-endian", GINT_TO_POINTER (TRUE), test_lookup);
  g_test_add_func ("/base/mo/hostile", test_hostile);
  g_test_add_func ("/base/mo/bad-content", test_bad_content);
  g_test_add_func ("/base/mo/compiled", test_compiled);
  return g_test_run ();
}
