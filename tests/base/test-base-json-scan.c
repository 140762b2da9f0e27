/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json.h"
#include "base/base-json-scan.h"

#include <string.h>

/* What is JSON for us and what is not, with the place of the fault. */

typedef struct
{
  const char *text;
  const char *message; /* after "FILE:" */
} Refused;

static const Refused refused[] = {
  /* Not JSON at all. */
  { "", "1:1: is empty, expected JSON" },
  { " \n\t ", "2:3: is empty, expected JSON" },
  { "hello", "1:1: found “h”, expected a value" },
  { "nul", "1:1: found “n”, expected a value" },
  { "True", "1:1: found “T”, expected a value" },
  { "'a'", "1:1: found “'”, expected a value" },
  { "{} {}", "1:4: found “{”, expected the end of the file" },
  { "{}}", "1:3: found “}”, expected the end of the file" },
  /* Objects and lists. */
  { "{", "1:2: found the end of the file, expected a member name" },
  { "{\"a\"", "1:5: found the end of the file, expected “:”" },
  { "{\"a\":", "1:6: found the end of the file, expected a value" },
  { "{\"a\":1", "1:7: found the end of the file, expected “,” or “}”" },
  { "{\"a\":1,}", "1:8: found “}”, expected a member name" },
  { "{a:1}", "1:2: found “a”, expected a member name" },
  { "{\"a\" 1}", "1:6: found “1”, expected “:”" },
  { "{\"a\":1 \"b\":2}", "1:8: found “\"”, expected “,” or “}”" },
  { "[", "1:2: found the end of the file, expected a value" },
  { "[1", "1:3: found the end of the file, expected “,” or “]”" },
  { "[1,]", "1:4: found “]”, expected a value" },
  { "[,1]", "1:2: found “,”, expected a value" },
  { "[1 2]", "1:4: found “2”, expected “,” or “]”" },
  { "[1}", "1:3: found “}”, expected “,” or “]”" },
  /* Comments and other dialects. */
  { "// c\n{}", "1:1: found “/”, expected a value" },
  { "{ /* c */ }", "1:3: found “/”, expected a member name" },
  { "[1] # c", "1:5: found “#”, expected the end of the file" },
  { "[NaN]", "1:2: found “N”" },
  { "[Infinity]", "1:2: found “I”" },
  { "[-Infinity]", "1:3: found “I”, expected a digit" },
  { "[undefined]", "1:2: found “u”" },
  { "[\f1]", "1:2: found the control character U+000C" },
  { "[\xC2\xA0"
    "1]",
    "1:2: found “\xC2\xA0”" },
  /* Duplicate members, also when one is spelt with escapes. */
  { "{\"a\":1,\"a\":2}", "1:8: the member “a” is there twice" },
  { "{\"a\":1,\n \"\\u0061\":2}", "2:2: the member “a” is there twice" },
  { "{\"\":1,\"\":2}", "1:7: the member “” is there twice" },
  { "{\"o\":{\"a\":1,\"b\":[],\"a\":2}}", "1:20: the member “a” is there twice" },
  /* Numbers. */
  { "[01]", "1:2: a number must not begin with 0" },
  { "[-01]", "1:2: a number must not begin with 0" },
  { "[+1]", "1:2: found “+”" },
  { "[.5]", "1:2: found “.”" },
  { "[5.]", "1:4: found “]”, expected a digit" },
  { "[1e]", "1:4: found “]”, expected a digit" },
  { "[1e+]", "1:5: found “]”, expected a digit" },
  { "[-]", "1:3: found “]”, expected a digit" },
  { "[0x10]", "1:3: found “x”" },
  { "[1_000]", "1:3: found “_”" },
  { "[1,5 ]x", "1:7: found “x”" },
  /* Texts. */
  { "\"abc", "1:1: the text that begins here never ends" },
  { "[\"a\nb\"]", "1:4: found the control character U+000A, expected an escape" },
  { "[\"a\tb\"]", "1:4: found the control character U+0009" },
  { "[\"\\x\"]", "1:4: found “x”, expected one of" },
  { "[\"\\", "1:4: found the end of the file" },
  { "[\"\\u12\"]", "1:7: found “\"”, expected four hexadecimal digits" },
  { "[\"\\u12", "1:7: found the end of the file" },
  { "[\"\\u+123\"]", "1:5: found “+”" },
  { "[\"\\u0000\"]", "1:3: a text must not contain the character NUL" },
  { "[\"\\ud800\"]", "1:3: half of a surrogate pair" },
  { "[\"\\ud800x\"]", "1:3: half of a surrogate pair" },
  { "[\"\\ud800\\n\"]", "1:3: half of a surrogate pair" },
  { "[\"\\ud800\\u0041\"]", "1:3: half of a surrogate pair" },
  { "[\"\\udc00\\ud800\"]", "1:3: half of a surrogate pair" },
  { "[\"\\ud800\\ud800\"]", "1:3: half of a surrogate pair" },
  /* Encoding. */
  { "\xEF\xBB\xBF{}", "1:1: begins with a byte order mark" },
  { "[\"\xC3(\"]", "1:3: is not UTF-8" },
  { "[\"\xED\xA0\x80\"]", "1:3: is not UTF-8" },
  { "[\"\xC0\x80\"]", "1:3: is not UTF-8" },
  { "[\"\xF4\x90\x80\x80\"]", "1:3: is not UTF-8" },
  { "{\"name\":\"Jos\xE9\"}", "1:13: is not UTF-8" },
  { "\xFF\xFE{\0}\0", "1:1: is not UTF-8" },
  /* Lines end with LF, CR or CRLF; columns count characters. */
  { "{\n\"a\": 1,\n\"b\" 2}", "3:5: found “2”" },
  { "{\r\"a\": 1,\r\"b\" 2}", "3:5: found “2”" },
  { "{\r\n\"a\": 1,\r\n\"b\" 2}", "3:5: found “2”" },
  { "[\"äöü😀\" 2]", "1:9: found “2”" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *expected = g_strconcat ("FILE:", refused[i].message, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (base_json_parse (refused[i].text, -1, "FILE", &error));
      g_assert_error (error, BASE_ERROR, BASE_ERROR_SYNTAX);
      if (!g_str_has_prefix (error->message, expected))
        g_error ("row %u: “%s” is not “%s…”", i, error->message, expected);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* JSON, but numbers that no two programs read alike. */
static void
test_numbers_refused (void)
{
  static const char *const texts[] = { "9007199254740993",
                                       "-9007199254740993",
                                       "99999999999999999999",
                                       "1e999",
                                       "-1e999",
                                       "1e99999999999999999999",
                                       "18446744073709551617",
                                       "123456789012345678901234567890" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (base_json_parse (texts[i], -1, "FILE", &error));
      g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, "FILE:1:1: the number is "));
    }
}

static void
test_accepted (void)
{
  static const char *const texts[] = {
    "null",
    " true ",
    "false",
    "\"\"",
    "0",
    "-0",
    "-0.0",
    "1E5",
    "1e+5",
    "1.5e-10",
    "1e-999",
    "9007199254740992",
    "-9007199254740992",
    "{}",
    "[]",
    "[[],{}]",
    "\r\n\t {\"a\"\t:\r\n1 , \"b\" : [ 1 , 2 ] }\n",
    "{\"a\":{\"a\":{\"a\":1}}}",
    "{\"A\":1,\"a\":2}",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"]",
    "[\"\xEF\xBB\xBF\"]",
    "[\"\u2028\x7F\"]",
    "{\"naïve name\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BaseJson) json = base_json_parse (texts[i], -1, "FILE", &error);

      g_test_message ("%s", texts[i]);
      g_assert_no_error (error);
      g_assert_nonnull (json);
    }
}

static void
test_decoded (void)
{
  g_autoptr (BaseJson) json
      = base_json_parse ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"]", -1, "FILE", NULL);
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor item = base_json_item (&root, 0);

  g_assert_cmpstr (base_json_string (&item), ==, "\"\\/\b\f\n\r\té😀");
}

static char *
nest (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static gboolean
scans (const char *text, gsize length, const char *source_name, GError **error)
{
  g_autoptr (BaseJsonTree) tree = base_json_scan (text, length, source_name, error);

  return tree != NULL;
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest (BASE_JSON_DEPTH, "[", "]");
  g_autofree char *deeper = nest (BASE_JSON_DEPTH + 1, "[", "]");
  g_autofree char *objects = nest (BASE_JSON_DEPTH + 1, "{\"a\":", "}");
  g_autofree char *abyss = nest (5000000, "[", "]");
  g_autofree char *open = g_strnfill (5000000, '[');
  const char *const refused_texts[] = { deeper, objects, abyss, open };

  g_assert_true (scans (deepest, strlen (deepest), "FILE", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (refused_texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (base_json_parse (refused_texts[i], -1, "FILE", &error));
      g_assert_error (error, BASE_ERROR, BASE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "nested deeper than 64 levels"));
    }
}

static void
test_nul_bytes (void)
{
  static const char *const cases[] = { "[1]\0", "\0[1]", "[\0]", "[\"\0\"]" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (base_json_parse (cases[i], 4, "FILE", &error));
      g_assert_error (error, BASE_ERROR, BASE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "contains a NUL byte"));
    }
}

/* Every cut of a good text is refused, and no byte after the end is looked at (valgrind and ASan
 * watch). */
static void
test_cut (void)
{
  static const char whole[]
      = "{\"a\":[1,-2.5e3,\"\\u00e9\\uD83D\\uDE00\\n\",true,null],\"é\":{\"b\":false}}";

  for (gsize length = 0; length < sizeof whole - 1; length++)
    {
      g_autofree char *cut = g_memdup2 (whole, MAX (length, 1));

      g_assert_false (scans (cut, length, "FILE", NULL));
    }
  g_assert_true (scans (whole, sizeof whole - 1, "FILE", NULL));
}

static void
test_long_things (void)
{
  g_autofree char *digits = g_strnfill (1000000, '9');
  g_autofree char *name = g_strnfill (1000000, 'x');
  g_autofree char *twice = g_strdup_printf ("{\"%s\":1,\"%s\":1}", name, name);
  g_autofree char *fraction = g_strconcat ("0.", digits, NULL);
  g_autoptr (GError) too_big = NULL;
  g_autoptr (GError) duplicate = NULL;

  g_assert_false (scans (digits, strlen (digits), "FILE", &too_big));
  g_assert_error (too_big, BASE_ERROR, BASE_ERROR_VALUE);
  g_assert_true (scans (fraction, strlen (fraction), "FILE", NULL));
  g_assert_false (scans (twice, strlen (twice), "FILE", &duplicate));
  g_assert_cmpuint (strlen (duplicate->message), <, 200);
}

/* An object with very many members is read in a time that grows with its size, not with its square.
 */
static void
test_many_members (void)
{
  GString *text = g_string_new ("{");
  g_autofree char *whole = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "%s\"m%u\":%u", i == 0 ? "" : ",", i, i);
  g_string_append_c (text, '}');
  whole = g_string_free (text, FALSE);
  g_autoptr (BaseJson) json = base_json_parse (whole, -1, "FILE", NULL);
  const BaseJsonCursor root = base_json_root (json);
  for (guint i = 0; i < 300000; i++)
    {
      char name[16];

      g_snprintf (name, sizeof name, "m%u", i);
      g_assert_cmpint (base_json_get_integer (&root, name, 0, 300000, -1), ==, i);
    }
  g_assert_cmpint (base_json_get_integer (&root, "m300000", 0, 300000, 7), ==, 7);
}

/* Few members have no index, many have: both know what stands twice, the last one too. */
static void
test_twice (void)
{
  for (guint n = 1; n < 40; n++)
    for (guint again = 0; again < n; again++)
      {
        g_autoptr (GString) text = g_string_new ("{");

        for (guint i = 0; i < n; i++)
          g_string_append_printf (text, "\"m%u\": %u, ", i, i);
        g_string_append_printf (text, "\"m%u\": 1}", n);
        g_assert_true (scans (text->str, text->len, "FILE", NULL));
        g_string_truncate (text, text->len - strlen (n < 10 ? "m0\": 1}" : "m00\": 1}"));
        g_string_append_printf (text, "m%u\": 1}", again);
        g_assert_false (scans (text->str, text->len, "FILE", NULL));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-scan/refused", test_refused);
  g_test_add_func ("/base/json-scan/twice", test_twice);
  g_test_add_func ("/base/json-scan/numbers-refused", test_numbers_refused);
  g_test_add_func ("/base/json-scan/accepted", test_accepted);
  g_test_add_func ("/base/json-scan/decoded", test_decoded);
  g_test_add_func ("/base/json-scan/depth", test_depth);
  g_test_add_func ("/base/json-scan/nul-bytes", test_nul_bytes);
  g_test_add_func ("/base/json-scan/cut", test_cut);
  g_test_add_func ("/base/json-scan/long-things", test_long_things);
  g_test_add_func ("/base/json-scan/many-members", test_many_members);
  return g_test_run ();
}
