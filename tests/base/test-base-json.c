/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-json.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/values", test_values);
  g_test_add_func ("/base/json/first-error", test_first_error);
  return g_test_run ();
}
