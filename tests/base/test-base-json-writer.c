/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json-writer.h"

#include "base/base-json.h"

#include <float.h>
#include <string.h>

/* JSON out: shape, escapes, and numbers that read back the same. */

static char *
write_sample (gboolean pretty)
{
  static const char *const names[] = { "a", "b", NULL };
  BaseJsonWriter *writer = base_json_writer_new (pretty);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_string (writer, "z", "Ána");
  base_json_writer_null (writer, "none");
  base_json_writer_begin_array (writer, "list");
  base_json_writer_integer (writer, NULL, -3);
  base_json_writer_boolean (writer, NULL, TRUE);
  base_json_writer_begin_object (writer, NULL);
  base_json_writer_number (writer, "x", 26.56);
  base_json_writer_end_object (writer);
  base_json_writer_end_array (writer);
  base_json_writer_strings (writer, "names", names);
  base_json_writer_strings (writer, "empty", NULL);
  base_json_writer_begin_object (writer, "o");
  base_json_writer_end_object (writer);
  base_json_writer_end_object (writer);
  return base_json_writer_finish (writer);
}

static void
test_shape (void)
{
  g_autofree char *compact = write_sample (FALSE);
  g_autofree char *pretty = write_sample (TRUE);
  g_autoptr (BaseJson) back = base_json_parse (pretty, -1, "FILE", NULL);

  g_assert_cmpstr (
      compact, ==,
      "{\"z\":\"Ána\",\"none\":null,\"list\":[-3,true,{\"x\":26.56}],\"names\":[\"a\",\"b\"],"
      "\"empty\":[],\"o\":{}}");
  g_assert_cmpstr (pretty, ==,
                   "{\n  \"z\": \"Ána\",\n  \"none\": null,\n  \"list\": [-3, true,\n    {\n      "
                   "\"x\": 26.56\n    }\n"
                   "  ],\n  \"names\": [\"a\", \"b\"],\n  \"empty\": [],\n  \"o\": {}\n}\n");
  g_assert_nonnull (back);
}

static char *
write_number (double value)
{
  BaseJsonWriter *writer = base_json_writer_new (FALSE);

  base_json_writer_number (writer, NULL, value);
  return base_json_writer_finish (writer);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 26.56, "26.56" },
    { 0.1, "0.1" },
    { 1.0 / 3, "0.3333333333333333" },
    { 100, "100" },
    { -2.5, "-2.5" },
    { 41.1579438, "41.1579438" },
    { 1e21, "1e+21" },
    { 9007199254740992.0, "9007199254740992" },
    { 9007199254740996.0, "9007199254740996e0" },
    { 5e-324, "4.94065645841247e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_number (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Random bit patterns: what was written is a number that our own reader takes for the very same. */
static void
test_numbers_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double value = g_test_rand_double_range (-1, 1) * (i % 2 == 0 ? 1e-8 : 1e12);
      g_autofree char *text = write_number (value);
      g_autoptr (BaseJson) json = base_json_parse (text, -1, "FILE", NULL);
      BaseJsonCursor root = base_json_root (json);
      double back = base_json_number (&root, -DBL_MAX, DBL_MAX);

      g_assert_cmpmem (&back, sizeof back, &value, sizeof value);
    }
}

static void
test_decimals (void)
{
  static const struct
  {
    gint64 value;
    guint places;
    const char *text;
  } cases[] = {
    { 2656, 2, "26.56" }, { 2650, 2, "26.5" },
    { 2600, 2, "26" },    { 5, 2, "0.05" },
    { -5, 2, "-0.05" },   { 0, 2, "0" },
    { 7, 0, "7" },        { 100, 0, "100" },
    { -1200, 3, "-1.2" }, { G_MININT64, 18, "-9.223372036854775808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BaseJsonWriter *writer = base_json_writer_new (FALSE);
      g_autofree char *text = NULL;

      base_json_writer_decimal (writer, NULL, cases[i].value, cases[i].places);
      text = base_json_writer_finish (writer);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_strings (void)
{
  static const char every[] = "\" \\ / \b \f \n \r \t \x01 \x1F \x7F é \u2028 😀";
  BaseJsonWriter *writer = base_json_writer_new (FALSE);
  g_autofree char *text = NULL;
  g_autoptr (BaseJson) json = NULL;
  BaseJsonCursor root, item;

  base_json_writer_begin_array (writer, NULL);
  base_json_writer_string (writer, NULL, every);
  base_json_writer_string (writer, NULL, NULL);
  base_json_writer_string (writer, NULL, "bad \xFF byte");
  base_json_writer_end_array (writer);
  text = base_json_writer_finish (writer);
  json = base_json_parse (text, -1, "FILE", NULL);
  g_assert_nonnull (json);
  root = base_json_root (json);
  item = base_json_item (&root, 0);
  g_assert_cmpstr (base_json_string (&item), ==, every);
  item = base_json_item (&root, 1);
  g_assert_true (base_json_is_null (&item));
  item = base_json_item (&root, 2);
  g_assert_cmpstr (base_json_string (&item), ==, "bad \uFFFD byte");
}

static void
test_dropped (void)
{
  BaseJsonWriter *writer = base_json_writer_new (TRUE);

  base_json_writer_begin_object (writer, NULL);
  base_json_writer_free (writer);
  base_json_writer_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-writer/shape", test_shape);
  g_test_add_func ("/base/json-writer/numbers", test_numbers);
  g_test_add_func ("/base/json-writer/numbers-round-trip", test_numbers_round_trip);
  g_test_add_func ("/base/json-writer/decimals", test_decimals);
  g_test_add_func ("/base/json-writer/strings", test_strings);
  g_test_add_func ("/base/json-writer/dropped", test_dropped);
  return g_test_run ();
}
