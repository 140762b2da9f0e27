/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-data.h"
#include "base/base-json.h"

#include "test-folder.h"

#include <string.h>

/* Typed reading: values, fallbacks, the first error with its path. */

static const BaseJsonName colours[] = { { "red", 1 }, { "green", 2 }, { NULL, 0 } };

static BaseJson *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BaseJson *json = base_json_parse (text, -1, "FILE", &error);

  g_assert_no_error (error);
  g_assert_nonnull (json);
  return json;
}

static void
test_values (void)
{
  g_autoptr (BaseJson) json
      = parse ("{\"name\":\"Ána\",\"n\":-7,\"x\":1.5e1,\"yes\":true,\"none\":null,\"c\":\"green\","
               "\"day\":\"2024-02-29\",\"list\":[\"a\",\"b\"],\"o\":{\"z\":1,\"a\":2}}");
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor object = base_json_need (&root, "o");
  BaseJsonCursor list = base_json_get (&root, "list");
  BaseJsonCursor second = base_json_item (&list, 1);
  BaseJsonCursor none = base_json_get (&root, "none");
  g_auto (GStrv) strings = base_json_get_strings (&root, "list");
  g_auto (GStrv) nothing = base_json_get_strings (&root, "absent");
  const char *const *members = base_json_members (&object);
  g_autofree char *path = base_json_path (&second);

  g_assert_cmpstr (base_json_need_string (&root, "name"), ==, "Ána");
  g_assert_cmpstr (base_json_get_string (&root, "absent", "fallback"), ==, "fallback");
  g_assert_cmpint (base_json_need_integer (&root, "n", -10, 10), ==, -7);
  g_assert_cmpint (base_json_need_integer (&root, "x", 0, 20), ==, 15);
  g_assert_cmpint (base_json_get_integer (&root, "none", 0, 9, 4), ==, 4);
  g_assert_cmpfloat_with_epsilon (base_json_need_number (&root, "x", 0, 20), 15.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (base_json_need_number (&root, "n", -10, 20), -7.0, 1e-12);
  g_assert_true (base_json_get_boolean (&root, "yes", FALSE));
  g_assert_true (base_json_get_boolean (&root, "absent", TRUE));
  g_assert_cmpint (base_json_need_name (&root, "c", colours), ==, 2);
  g_assert_cmpint (base_json_get_name (&root, "absent", colours, 9), ==, 9);
  g_assert_cmpstr (base_json_get_date (&root, "day"), ==, "2024-02-29");
  g_assert_null (base_json_get_date (&root, "absent"));
  g_assert_true (base_json_is_null (&none));
  g_assert_false (base_json_present (&none));
  g_assert_cmpuint (base_json_length (&list), ==, 2);
  g_assert_cmpstr (base_json_string (&second), ==, "b");
  g_assert_cmpstr (path, ==, "$.list[1]");
  g_assert_cmpuint (g_strv_length (strings), ==, 2);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpstr (members[0], ==, "z");
  g_assert_cmpstr (members[1], ==, "a");
  g_assert_null (members[2]);
  g_assert_true (base_json_finish (json, NULL));
  g_assert_cmpuint (strlen (base_json_sha256 (json)), ==, 64);
}

static void
test_first_error (void)
{
  g_autoptr (BaseJson) json
      = parse ("{\"company\":{\"name\":7,\"accounts\":[{},{\"staff\":\"x\"}]}}");
  g_autoptr (GError) error = NULL;
  BaseJsonCursor root = base_json_root (json);
  BaseJsonCursor company = base_json_need (&root, "company");
  BaseJsonCursor accounts = base_json_need (&company, "accounts");
  BaseJsonCursor account = base_json_item (&accounts, 1);

  g_assert_cmpint (base_json_need_integer (&account, "staff", 0, 100), ==, 0);
  g_assert_cmpstr (base_json_need_string (&company, "name"), ==, "");
  g_assert_false (base_json_finish (json, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
  g_assert_cmpstr (
      error->message, ==,
      "FILE: $.company.accounts[1].staff: found “x”, expected a whole number from 0 to 100");
}

typedef void (*Reader) (const BaseJsonCursor *root);

static void
read_string (const BaseJsonCursor *root)
{
  g_assert_cmpstr (base_json_need_string (root, "a"), ==, "");
}

static void
get_string (const BaseJsonCursor *root)
{
  base_json_get_string (root, "a", "fallback");
}

static void
read_integer (const BaseJsonCursor *root)
{
  gint64 value = base_json_need_integer (root, "a", 0, 5);

  g_assert_true (value == 0 || !base_json_failed (root->document));
}

static void
get_integer (const BaseJsonCursor *root)
{
  base_json_get_integer (root, "a", -9, 5, 4);
}

static void
read_number (const BaseJsonCursor *root)
{
  base_json_need_number (root, "a", -0.5, 1e6);
}

static void
get_number (const BaseJsonCursor *root)
{
  base_json_get_number (root, "a", 0, 100, 7);
}

static void
get_boolean (const BaseJsonCursor *root)
{
  base_json_get_boolean (root, "a", TRUE);
}

static void
read_name (const BaseJsonCursor *root)
{
  base_json_need_name (root, "a", colours);
}

static void
get_name (const BaseJsonCursor *root)
{
  base_json_get_name (root, "a", colours, 7);
}

static void
get_date (const BaseJsonCursor *root)
{
  g_assert_null (base_json_get_date (root, "a"));
}

static void
get_strings (const BaseJsonCursor *root)
{
  g_auto (GStrv) strings = base_json_get_strings (root, "a");

  g_assert_nonnull (strings);
}

static void
need_member (const BaseJsonCursor *root)
{
  base_json_need (root, "a");
}

static void
read_inside (const BaseJsonCursor *root)
{
  BaseJsonCursor a = base_json_get (root, "a");

  base_json_need_string (&a, "b");
}

static void
read_items (const BaseJsonCursor *root)
{
  BaseJsonCursor a = base_json_need (root, "a");
  BaseJsonCursor beyond = base_json_item (&a, base_json_length (&a));

  base_json_integer (&beyond, 0, 1);
}

static void
only_known (const BaseJsonCursor *root)
{
  static const char *const allowed[] = { "a", "b", NULL };

  base_json_only (root, allowed);
}

static void
list_members (const BaseJsonCursor *root)
{
  BaseJsonCursor a = base_json_get (root, "a");

  g_assert_null (base_json_members (&a)[0]);
}

static void
fail_by_hand (const BaseJsonCursor *root)
{
  BaseJsonCursor a = base_json_get (root, "a");

  base_json_fail (&a, "the region %s is in another country", "ES11");
  base_json_fail (root, "a second problem");
}

typedef struct
{
  const char *text;
  Reader reader;
  const char *message; /* after "FILE: "; NULL: nothing wrong */
} Meaning;

static const Meaning meanings[] = {
  { "{}", read_string, "$.a: is missing, expected a text" },
  { "{\"a\":null}", read_string, "$.a: found null, expected a text" },
  { "{\"a\":\"\"}", read_string, "$.a: found an empty text, expected a text" },
  { "{\"a\":7}", read_string, "$.a: found 7, expected a text" },
  { "{\"a\":[]}", read_string, "$.a: found a list, expected a text" },
  { "[]", read_string, "$: found a list, expected an object" },
  { "7", read_string, "$: found 7, expected an object" },
  { "null", read_string, "$.a: is missing, expected a text" },
  { "{\"a\":null}", get_string, NULL },
  { "{\"a\":false}", get_string, "$.a: found false, expected a text" },
  { "{\"a\":\"\"}", get_string, "$.a: found an empty text, expected a text" },
  { "{\"a\":5}", read_integer, NULL },
  { "{\"a\":-0.0}", read_integer, NULL },
  { "{\"a\":50e-1}", get_integer, NULL },
  { "{\"a\":6}", read_integer, "$.a: found 6, expected a whole number from 0 to 5" },
  { "{\"a\":-1}", read_integer, "$.a: found -1, expected a whole number from 0 to 5" },
  { "{\"a\":2.5}", read_integer, "$.a: found 2.5, expected a whole number from 0 to 5" },
  { "{\"a\":1e300}", read_integer, "$.a: found 1e+300, expected a whole number from 0 to 5" },
  { "{\"a\":9007199254740992}", get_integer,
    "$.a: found 9007199254740992, expected a whole number from -9 to 5" },
  { "{\"a\":\"5\"}", get_integer, "$.a: found “5”, expected a whole number from -9 to 5" },
  { "{\"a\":true}", get_integer, "$.a: found true, expected a whole number from -9 to 5" },
  { "{}", get_integer, NULL },
  { "{\"a\":1e6}", read_number, NULL },
  { "{\"a\":1000000.5}", read_number,
    "$.a: found 1000000.5, expected a number from -0.5 to 1000000" },
  { "{\"a\":\"1\"}", get_number, "$.a: found “1”, expected a number from 0 to 100" },
  { "{\"a\":null}", get_number, NULL },
  { "{\"a\":0}", get_boolean, "$.a: found 0, expected true or false" },
  { "{\"a\":\"true\"}", get_boolean, "$.a: found “true”, expected true or false" },
  { "{\"a\":\"blue\"}", read_name, "$.a: found “blue”, expected one of “red”, “green”" },
  { "{\"a\":\"Red\"}", get_name, "$.a: found “Red”, expected one of “red”, “green”" },
  { "{\"a\":1}", get_name, "$.a: found 1, expected one of “red”, “green”" },
  { "{}", read_name, "$.a: is missing, expected one of “red”, “green”" },
  { "{}", get_name, NULL },
  { "{\"a\":\"2023-02-29\"}", get_date,
    "$.a: found “2023-02-29”, expected a day of the calendar as YYYY-MM-DD" },
  { "{\"a\":20231120}", get_date,
    "$.a: found 20231120, expected a day of the calendar as YYYY-MM-DD" },
  { "{\"a\":[\"x\",\"\"]}", get_strings, "$.a[1]: found an empty text, expected a text" },
  { "{\"a\":[\"x\",[1]]}", get_strings, "$.a[1]: found a list, expected a text" },
  { "{\"a\":{\"0\":\"x\"}}", get_strings, "$.a: found an object, expected a list" },
  { "{\"a\":null}", get_strings, NULL },
  { "{}", need_member, "$.a: is missing" },
  { "{\"a\":null}", need_member, "$.a: found null, expected a value" },
  { "{}", read_inside, "$.a.b: is missing, expected a text" },
  { "{\"a\":3}", read_inside, "$.a: found 3, expected an object" },
  { "{\"a\":{}}", read_items, "$.a: found an object, expected a list" },
  { "{\"a\":[1]}", read_items, "$.a[1]: is missing, expected a whole number from 0 to 1" },
  { "{\"a\":1,\"b\":2}", only_known, NULL },
  { "{\"c\":1}", only_known, "$.c: is not a known member; known are: a, b" },
  { "{\"odd name\":1}", only_known, "$[“odd name”]: is not a known member; known are: a, b" },
  { "{\"\":1}", only_known, "$[“”]: is not a known member; known are: a, b" },
  { "{\"a\":[]}", list_members, "$.a: found a list, expected an object" },
  { "{\"a\":null}", list_members, NULL },
  { "{\"a\":1}", fail_by_hand, "$.a: the region ES11 is in another country" },
};

static void
test_meanings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      g_autoptr (BaseJson) json = parse (meanings[i].text);
      BaseJsonCursor root = base_json_root (json);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", meanings[i].text);
      meanings[i].reader (&root);
      g_assert_true (base_json_failed (json) == (meanings[i].message != NULL));
      g_assert_true (base_json_finish (json, &error) == (meanings[i].message == NULL));
      if (meanings[i].message == NULL)
        continue;
      g_assert_error (error, BASE_ERROR, BASE_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, "FILE: "));
      g_assert_cmpstr (error->message + strlen ("FILE: "), ==, meanings[i].message);
    }
}

/* What a file says may be very long; a message about it stays readable. */
static void
test_long_values (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autofree char *text = g_strdup_printf ("{\"a\":\"é%s\",\"%s\":1}", name, name);
  g_autoptr (BaseJson) first = parse (text);
  g_autoptr (BaseJson) second = parse (text);
  BaseJsonCursor first_root = base_json_root (first);
  BaseJsonCursor second_root = base_json_root (second);
  g_autoptr (GError) value = NULL;
  g_autoptr (GError) member = NULL;

  read_integer (&first_root);
  only_known (&second_root);
  g_assert_false (base_json_finish (first, &value));
  g_assert_false (base_json_finish (second, &member));
  g_assert_cmpuint (strlen (value->message), <, 250);
  g_assert_cmpuint (strlen (member->message), <, 250);
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    const char *kinds; /* present null object array string number boolean */
  } cases[] = {
    { "{\"a\":null}", "-n-----" }, { "{\"a\":{}}", "p-o----" }, { "{\"a\":[]}", "p--a---" },
    { "{\"a\":\"\"}", "p---s--" }, { "{\"a\":1}", "p----#-" },  { "{\"a\":1.5}", "p----#-" },
    { "{\"a\":true}", "p-----b" }, { "{}", "-------" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaseJson) json = parse (cases[i].text);
      BaseJsonCursor root = base_json_root (json);
      BaseJsonCursor a = base_json_get (&root, "a");
      g_autofree char *kinds = g_strdup_printf (
          "%c%c%c%c%c%c%c", base_json_present (&a) ? 'p' : '-', base_json_is_null (&a) ? 'n' : '-',
          base_json_is_object (&a) ? 'o' : '-', base_json_is_array (&a) ? 'a' : '-',
          base_json_is_string (&a) ? 's' : '-', base_json_is_number (&a) ? '#' : '-',
          base_json_is_boolean (&a) ? 'b' : '-');

      g_assert_cmpstr (kinds, ==, cases[i].kinds);
    }
}

/* 100 MB are refused by their size alone; what is just under the cap is read. */
static void
test_size (void)
{
  gsize huge = (gsize)100 * 1000 * 1000;
  g_autofree char *text = g_strnfill (huge, ' ');
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseJson) read = NULL;

  text[0] = '1';
  g_assert_null (base_json_parse (text, (gssize)huge, "FILE", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_SIZE);
  g_assert_cmpstr (error->message, ==, "FILE: has 100000000 bytes, at most 67108864 are read");
  read = base_json_parse (text, (gssize)BASE_JSON_DEFAULT_CAP, "FILE", NULL);
  g_assert_nonnull (read);
}

static void
test_load (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "é.json", NULL);
  g_autoptr (BaseJson) json = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (base_json_load (path, 100, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_IO);
  g_clear_error (&error);
  g_assert_true (base_data_write (path, "abc", 3, NULL));
  g_assert_null (base_json_load (path, 100, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_clear_error (&error);
  g_assert_true (base_data_write (path, "{\"a\":1}", 7, NULL));
  g_assert_null (base_json_load (path, 6, &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_SIZE);
  g_clear_error (&error);
  json = base_json_load (path, 7, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (base_json_source_name (json), ==, path);
  g_assert_cmpstr (base_json_sha256 (json), ==,
                   "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/values", test_values);
  g_test_add_func ("/base/json/first-error", test_first_error);
  g_test_add_func ("/base/json/meanings", test_meanings);
  g_test_add_func ("/base/json/long-values", test_long_values);
  g_test_add_func ("/base/json/kinds", test_kinds);
  g_test_add_func ("/base/json/size", test_size);
  g_test_add_func ("/base/json/load", test_load);
  return g_test_run ();
}
