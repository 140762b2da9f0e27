/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-plural.h"

#include <string.h>

/* Plural rules: those of the languages of the Union, and what is no rule. */

typedef struct
{
  const char *rule;
  guint64 n;
  guint form;
} Case;

#define POLISH                                                                                     \
  "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
#define SLOVENE "nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3"
#define IRISH "nplurals=5; plural=n==1 ? 0 : n==2 ? 1 : (n>2 && n<7) ? 2 :(n>6 && n<11) ? 3 : 4;"
#define LATVIAN "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"

static const Case cases[] = {
  { "nplurals=2; plural=(n != 1);", 0, 1 },
  { "nplurals=2; plural=(n != 1);", 1, 0 },
  { "nplurals=2; plural=n>1;", 0, 0 },
  { "nplurals=2; plural=n>1;", 2, 1 },
  { "nplurals=1; plural=0;", 5, 0 },
  { POLISH, 1, 0 },
  { POLISH, 3, 1 },
  { POLISH, 13, 2 },
  { POLISH, 22, 1 },
  { POLISH, 112, 2 },
  { SLOVENE, 101, 0 },
  { SLOVENE, 202, 1 },
  { SLOVENE, 3, 2 },
  { SLOVENE, 5, 3 },
  { IRISH, 2, 1 },
  { IRISH, 6, 2 },
  { IRISH, 10, 3 },
  { IRISH, 11, 4 },
  { LATVIAN, 11, 1 },
  { LATVIAN, 21, 0 },
  { LATVIAN, 0, 2 },
  /* How operators bind: as in C. */
  { "nplurals=9; plural=1+2*3", 0, 7 },
  { "nplurals=9; plural=8-4-2", 0, 2 },
  { "nplurals=9; plural=8/2/2", 0, 2 },
  { "nplurals=9; plural=!n+3", 0, 4 },
  { "nplurals=9; plural=!!n", 7, 1 },
  { "nplurals=9; plural=1||0&&0", 0, 1 },
  { "nplurals=9; plural=2>1==1", 0, 1 },
  { "nplurals=9; plural=0?1:0?2:3", 0, 3 },
  { "nplurals=9; plural=1?0?5:6:7", 0, 6 },
  /* Nothing to be had: the first form. */
  { "nplurals=2; plural=n/0", 1, 0 },
  { "nplurals=2; plural=5%n", 0, 0 },
  { "nplurals=2; plural=n", 2, 0 },
  { "nplurals=2; plural=n-1", 0, 0 },
  { "nplurals=3; plural=n==0||1/n ? 2 : 1", 0, 2 },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BasePlural) plural = base_plural_parse (cases[i].rule);

      g_test_message ("%s with n = %" G_GUINT64_FORMAT, cases[i].rule, cases[i].n);
      g_assert_nonnull (plural);
      g_assert_cmpuint (base_plural_form (plural, cases[i].n), ==, cases[i].form);
    }
}

static void
test_refused (void)
{
  static const char *const rules[] = {
    "",
    "nplurals",
    "nplurals=2",
    "nplurals=2;",
    "nplurals=2; plural=",
    "nplurals=0; plural=0",
    "nplurals=99; plural=0",
    "nplurals=-1; plural=0",
    "nplurals=2; plural=n+",
    "nplurals=2; plural=(n",
    "nplurals=2; plural=n)",
    "nplurals=2; plural=n ? 1",
    "nplurals=2; plural=n ? : 1",
    "nplurals=2; plural=m",
    "nplurals=2; plural=n n",
    "nplurals=2; plural=n=1",
    "nplurals=2; plural=n; system",
    "plural=n; nplurals=2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_test_message ("%s", rules[i]);
      g_assert_null (base_plural_parse (rules[i]));
    }
}

/* A rule may be as long and as deep as a hostile file makes it. */
static void
test_bounded (void)
{
  static const char *const pieces[] = { "(", "!", "n?", "n+", "n&&", "1-" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      GString *rule = g_string_new ("nplurals=2; plural=");
      g_autofree char *text = NULL;

      for (guint j = 0; j < 100000; j++)
        g_string_append (rule, pieces[i]);
      g_string_append (rule, "n");
      text = g_string_free (rule, FALSE);
      g_assert_null (base_plural_parse (text));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/plural/forms", test_forms);
  g_test_add_func ("/base/plural/refused", test_refused);
  g_test_add_func ("/base/plural/bounded", test_bounded);
  return g_test_run ();
}
