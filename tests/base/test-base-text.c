/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-text.h"

/* Sentences before they are said: equality, sharing, replaced arguments. */

static BaseText *
sample (gint64 score)
{
  BaseText *items[] = { base_text_new ("a"), base_text_new_verbatim ("b") };
  BaseText *text = base_text_new ("Score {score} of {name} on {day}: {list}, {inner}, {money}");

  base_text_with_decimal (text, "score", score, 2);
  base_text_with_string (text, "name", "Ána");
  base_text_with_date (text, "day", "2026-11-20");
  base_text_with_list (text, "list", items, G_N_ELEMENTS (items));
  base_text_with_text (text, "inner", base_text_new_plural ("{n} hub", "{n} hubs", 3));
  return base_text_with_money (text, "money", 50000);
}

static void
test_equal (void)
{
  g_autoptr (BaseText) first = sample (2656);
  g_autoptr (BaseText) same = sample (2656);
  g_autoptr (BaseText) other = sample (2657);
  g_autoptr (BaseText) plain = base_text_new ("May");
  g_autoptr (BaseText) context = base_text_new_context ("month", "May");
  g_autoptr (BaseText) verbatim = base_text_new_verbatim ("May");
  g_autoptr (BaseText) argued = base_text_with_integer (base_text_new ("May"), "n", 1);
  g_autoptr (BaseText) one = base_text_new_plural ("{n} hub", "{n} hubs", 1);
  g_autoptr (BaseText) two = base_text_new_plural ("{n} hub", "{n} hubs", 2);

  g_assert_true (base_text_equal (first, first));
  g_assert_true (base_text_equal (first, same));
  g_assert_false (base_text_equal (first, other));
  g_assert_false (base_text_equal (plain, context));
  g_assert_false (base_text_equal (plain, verbatim));
  g_assert_false (base_text_equal (plain, argued));
  g_assert_false (base_text_equal (argued, plain));
  g_assert_false (base_text_equal (one, two));
}

/* The order in which arguments were given makes no difference; the last value for a place counts.
 */
static void
test_arguments (void)
{
  g_autoptr (BaseText) first = base_text_new ("{a} {b}");
  g_autoptr (BaseText) second = base_text_new ("{a} {b}");

  base_text_with_integer (base_text_with_string (first, "a", "x"), "b", 2);
  base_text_with_string (base_text_with_integer (second, "b", 2), "a", "y");
  g_assert_false (base_text_equal (first, second));
  base_text_with_string (second, "a", "x");
  g_assert_true (base_text_equal (first, second));
}

static void
test_references (void)
{
  BaseText *text = base_text_new ("shared");

  g_assert_true (base_text_ref (text) == text);
  base_text_unref (text);
  g_assert_cmpstr (base_text_msgid (text), ==, "shared");
  base_text_unref (text);
  base_text_unref (NULL);
}

/* A text that others hold does not change under them. */
static void
test_shared_is_immutable (void)
{
  if (g_test_subprocess ())
    {
      BaseText *text = base_text_new ("shared");

      base_text_ref (text);
      base_text_with_integer (text, "n", 1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*g_atomic_ref_count_compare*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/equal", test_equal);
  g_test_add_func ("/base/text/arguments", test_arguments);
  g_test_add_func ("/base/text/references", test_references);
  g_test_add_func ("/base/text/shared-is-immutable", test_shared_is_immutable);
  return g_test_run ();
}
