/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/base-language.h"

#include "mo-builder.h"
#include "test-folder.h"

#include <locale.h>
#include <string.h>

/* Sentences, figures, days, lists and order in several languages, with catalogues made for the
 * test. */

#define NNBSP "\u202F"
#define NBSP "\u00A0"

static const MoLine portuguese[] = {
  { "", "Plural-Forms: nplurals=2; plural=(n != 1);\n" },
  { "Overall score {score}, at most {limit} needed", "Pontuação {score}; no máximo {limit}" },
  { "hub", "polo" },
  { "month\004May", "maio" },
  { "skills", "competências" },
  { "{n} hub in {region}|{n} hubs in {region}", "{n} polo em {region}|{n} polos em {region}" },
  { "You lack: {list}.", "Falta: {list}." },
  { NULL, NULL },
};

/* Takes @text. */
static void
expect_said (const char *tag, BaseText *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseLanguage) language = base_language_new (tag, &error);
  g_autofree char *sentence = NULL;

  g_assert_no_error (error);
  sentence = base_language_format (language, text);
  g_assert_cmpstr (sentence, ==, expected);
  base_text_unref (text);
}

static BaseText *
score_text (void)
{
  BaseText *text = base_text_new ("Overall score {score}, at most {limit} needed");

  return base_text_with_integer (base_text_with_decimal (text, "score", 2656, 2), "limit", 25);
}

static BaseText *
hubs_text (gint64 n)
{
  return base_text_with_string (
      base_text_new_plural ("{n} hub in {region}", "{n} hubs in {region}", n), "region",
      "{n} Norte");
}

static BaseText *
list_text (void)
{
  BaseText *items[]
      = { base_text_new ("skills"), base_text_new_verbatim ("hub"), base_text_new ("hub") };

  return base_text_with_list (base_text_new ("You lack: {list}."), "list", items,
                              G_N_ELEMENTS (items));
}

static void
test_sentences (void)
{
  expect_said ("en", score_text (), "Overall score 26.56, at most 25 needed");
  expect_said ("pt", score_text (), "Pontuação 26,56; no máximo 25");
  /* The value is not looked into, though it has a place's name in braces. */
  expect_said ("en", hubs_text (1), "1 hub in {n} Norte");
  expect_said ("en", hubs_text (0), "0 hubs in {n} Norte");
  expect_said ("pt", hubs_text (1), "1 polo em {n} Norte");
  expect_said ("pt", hubs_text (12345), "12" NNBSP "345 polos em {n} Norte");
  expect_said ("en", list_text (), "You lack: skills, hub and hub.");
  expect_said ("pt", list_text (), "Falta: competências, hub e polo.");
  expect_said ("pt", base_text_new_verbatim ("hub"), "hub");
  expect_said ("pt", base_text_new_context ("month", "May"), "maio");
  expect_said ("pt", base_text_new (""), "");
}

static void
test_places (void)
{
  expect_said ("en", base_text_new ("{none} { {} }{ {{x}"), "{none} { {} }{ {{x}");
  expect_said ("en", base_text_with_string (base_text_new ("{{x}} {x"), "x", "1"), "{1} {x");
  expect_said ("en", base_text_with_money (base_text_new ("up to {m}"), "m", 50000),
               "up to EUR" NBSP "50" NNBSP "000");
  expect_said ("pt", base_text_with_date (base_text_new ("{d}"), "d", "2026-11-20"),
               "20 de novembro de 2026");
  expect_said ("en", base_text_with_text (base_text_new ("«{t}»"), "t", hubs_text (2)),
               "«2 hubs in {n} Norte»");
}

static void
test_missing_is_marked (void)
{
  g_autoptr (BaseLanguage) draft = base_language_new ("pt", NULL);
  g_autoptr (BaseLanguage) english = base_language_new ("en", NULL);
  g_autoptr (BaseText) unknown = base_text_new ("not translated");
  g_autoptr (BaseText) known = base_text_new ("hub");
  g_autofree char *plain = base_language_format (draft, unknown);
  g_autofree char *marked = NULL;
  g_autofree char *unmarked = NULL;
  g_autofree char *in_english = NULL;

  base_language_set_mark_missing (draft, TRUE);
  base_language_set_mark_missing (english, TRUE);
  marked = base_language_format (draft, unknown);
  unmarked = base_language_format (draft, known);
  in_english = base_language_format (english, unknown);
  g_assert_cmpstr (plain, ==, "not translated");
  g_assert_cmpstr (marked, ==, "⟦not translated⟧");
  g_assert_cmpstr (unmarked, ==, "polo");
  g_assert_cmpstr (in_english, ==, "not translated");
}

static void
test_gettext (void)
{
  g_autoptr (BaseLanguage) language = base_language_new ("pt", NULL);
  const char *unknown = "unknown";

  g_assert_cmpstr (base_language_gettext (language, "hub"), ==, "polo");
  g_assert_true (base_language_gettext (language, unknown) == unknown);
  g_assert_cmpstr (base_language_gettext (language, ""), ==, "");
  g_assert_cmpstr (base_language_gettext_context (language, "month", "May"), ==, "maio");
}

static void
test_tags (void)
{
  static const char *const refused[]
      = { "xx",      "sv", "",    "p",        "../pt",
          "pt/..",   "C",  "4pt", "pt.UTF-8", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "\xFF\xFE" };
  g_auto (GStrv) list = base_language_list ();
  g_autofree char *tags = g_strjoinv (" ", list);
  g_autoptr (BaseLanguage) brazil = base_language_new ("pt_BR", NULL);
  g_autoptr (BaseLanguage) angola = base_language_new ("pt-AO", NULL);
  g_autoptr (BaseLanguage) british = base_language_new ("en-GB", NULL);

  g_assert_cmpstr (tags, ==, "en pt pt-BR");
  g_assert_cmpstr (base_language_tag (brazil), ==, "pt-BR");
  g_assert_cmpstr (base_language_gettext (brazil, "hub"), ==, "hub brasileiro");
  g_assert_cmpstr (base_language_tag (angola), ==, "pt");
  g_assert_cmpstr (base_language_tag (british), ==, "en");
  g_assert_cmpstr (base_language_endonym (british), ==, "English");
  g_assert_cmpstr (base_language_endonym (brazil), ==, "português");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (base_language_new (refused[i], &error));
      g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, "en, pt, pt-BR"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

typedef struct
{
  const char *tag;
  const char *decimal;
  const char *negative;
  const char *money;
  const char *first;
  const char *day;
  const char *month;
  const char *list;
} Figures;

static const Figures figures[] = {
  { "en", "1234.50", "−0.05", "EUR" NBSP "1" NNBSP "000" NNBSP "000", "1 March 2024",
    "20 November 2026", "May 2025", "a, b and i" },
  { "sv", "1234,50", "−0,05", "1" NNBSP "000" NNBSP "000" NBSP "EUR", "1 mars 2024",
    "20 november 2026", "maj 2025", "a, b och i" },
  { "es", "1234,50", "−0,05", "1" NNBSP "000" NNBSP "000" NBSP "EUR", "1 de marzo de 2024",
    "20 de noviembre de 2026", "mayo de 2025", "a, b e i" },
  { "it", "1234,50", "−0,05", "1" NNBSP "000" NNBSP "000" NBSP "EUR", "1º marzo 2024",
    "20 novembre 2026", "maggio 2025", "a, b e i" },
  { "pt", "1234,50", "−0,05", "1" NNBSP "000" NNBSP "000" NBSP "EUR", "1 de março de 2024",
    "20 de novembro de 2026", "maio de 2025", "a, b e i" },
  { "de", "1234,50", "−0,05", "1" NNBSP "000" NNBSP "000" NBSP "EUR", "1. März 2024",
    "20. November 2026", "Mai 2025", "a, b und i" },
  { "fr", "1234,50", "−0,05", "1" NNBSP "000" NNBSP "000" NBSP "EUR", "1er mars 2024",
    "20 novembre 2026", "mai 2025", "a, b et i" },
  /* A language without a row of its own: nothing wrong is said. */
  { "tlh", "1234.50", "−0.05", "EUR" NBSP "1" NNBSP "000" NNBSP "000", "2024-03-01", "2026-11-20",
    "2025-05", "a, b, i" },
};

static void
install_all (const char *dir)
{
  static const MoLine empty[]
      = { { "", "Plural-Forms: nplurals=2; plural=n!=1;\n" }, { NULL, NULL } };

  for (guint i = 1; i < G_N_ELEMENTS (figures); i++)
    mo_builder_install (dir, figures[i].tag, empty);
}

static char *
take_and_compare (char *found, const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
  return NULL;
}

static void
test_figures (void)
{
  static const char *const items[] = { "a", "b", "i", NULL };
  g_autofree char *dir = test_folder_new ();

  install_all (dir);
  g_setenv ("WAYMARK_LOCALE_DIR", dir, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      const Figures *expected = &figures[i];
      g_autoptr (BaseLanguage) language = base_language_new (expected->tag, NULL);

      g_test_message ("%s", expected->tag);
      g_assert_nonnull (language);
      take_and_compare (base_language_decimal (language, 123450, 2), expected->decimal);
      take_and_compare (base_language_decimal (language, -5, 2), expected->negative);
      take_and_compare (base_language_money (language, 1000000), expected->money);
      take_and_compare (base_language_date (language, "2024-03-01"), expected->first);
      take_and_compare (base_language_date (language, "2026-11-20"), expected->day);
      take_and_compare (base_language_month (language, "2025-05-31"), expected->month);
      take_and_compare (base_language_list_join (language, items), expected->list);
    }
  g_setenv ("WAYMARK_LOCALE_DIR", g_getenv ("TEST_LOCALE_DIR"), TRUE);
  test_folder_remove (dir);
}

static void
test_numbers (void)
{
  g_autoptr (BaseLanguage) language = base_language_new ("en", NULL);

  take_and_compare (base_language_integer (language, 0), "0");
  take_and_compare (base_language_integer (language, 9999), "9999");
  take_and_compare (base_language_integer (language, 10000), "10" NNBSP "000");
  take_and_compare (base_language_integer (language, -123456), "−123" NNBSP "456");
  take_and_compare (base_language_integer (language, G_MAXINT64),
                    "9" NNBSP "223" NNBSP "372" NNBSP "036" NNBSP "854" NNBSP "775" NNBSP "807");
  take_and_compare (base_language_integer (language, G_MININT64),
                    "−9" NNBSP "223" NNBSP "372" NNBSP "036" NNBSP "854" NNBSP "775" NNBSP "808");
  take_and_compare (base_language_decimal (language, 5, 3), "0.005");
  take_and_compare (base_language_decimal (language, 0, 2), "0.00");
  take_and_compare (base_language_decimal (language, 1234567, 2), "12" NNBSP "345.67");
}

static void
test_lists (void)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "a", NULL };
  static const char *const two[] = { "a", "b", NULL };
  g_autoptr (BaseLanguage) language = base_language_new ("en", NULL);

  take_and_compare (base_language_list_join (language, none), "");
  take_and_compare (base_language_list_join (language, one), "a");
  take_and_compare (base_language_list_join (language, two), "a and b");
}

static void
test_spanish_and (void)
{
  static const char *const words[][2] = {
    { "industria", "a e industria" }, { "Irlanda", "a e Irlanda" }, { "hilo", "a e hilo" },
    { "índice", "a e índice" },       { "hielo", "a y hielo" },     { "ion", "a y ion" },
    { "yeso", "a y yeso" },
  };
  g_autofree char *dir = test_folder_new ();
  g_autoptr (BaseLanguage) language = NULL;

  install_all (dir);
  g_setenv ("WAYMARK_LOCALE_DIR", dir, TRUE);
  language = base_language_new ("es", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *items[] = { "a", words[i][0], NULL };

      take_and_compare (base_language_list_join (language, items), words[i][1]);
    }
  g_setenv ("WAYMARK_LOCALE_DIR", g_getenv ("TEST_LOCALE_DIR"), TRUE);
  test_folder_remove (dir);
}

/* Each row is in the order that a reader of that language expects. */
static void
test_order (void)
{
  static const char *const rows[][9] = {
    { "en", "Ábaco", "abacus", "Zürich", NULL },
    { "en", "2", "a", "A B", "ab", "Ærø", "Łódź", "ż", NULL },
    { "en", "resume", "résumé", "resumes", NULL },
    { "en", "Angstrom", "Ångström", "Zebra", NULL },
    { "sv", "Aa", "zon", "Ångström", "Äpple", "Öland", NULL },
    { "es", "nuez", "nz", "ñandú", "oso", NULL },
    { "de", "Strase", "Straße", "Strasser", NULL },
    { "de", "Ofen", "Öfen", "Ofenrohr", NULL },
  };
  g_autofree char *dir = test_folder_new ();

  install_all (dir);
  g_setenv ("WAYMARK_LOCALE_DIR", dir, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BaseLanguage) language = base_language_new (rows[i][0], NULL);

      for (guint j = 1; rows[i][j + 1] != NULL; j++)
        {
          g_test_message ("%s: %s before %s", rows[i][0], rows[i][j], rows[i][j + 1]);
          g_assert_cmpint (base_language_collate (language, rows[i][j], rows[i][j + 1]), <, 0);
          g_assert_cmpint (base_language_collate (language, rows[i][j + 1], rows[i][j]), >, 0);
          g_assert_cmpint (base_language_collate (language, rows[i][j], rows[i][j]), ==, 0);
        }
    }
  g_setenv ("WAYMARK_LOCALE_DIR", g_getenv ("TEST_LOCALE_DIR"), TRUE);
  test_folder_remove (dir);
}

/* A language is the same in whatever locale the process runs, and leaves it alone. */
static void
test_locale_untouched (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autoptr (BaseLanguage) language = base_language_new ("pt", NULL);

  take_and_compare (base_language_decimal (language, 2656, 2), "26,56");
  g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, before);
}

static void
test_broken_catalogue (void)
{
  g_autofree char *dir = test_folder_new ();
  g_autofree char *folder = g_build_filename (dir, "pt", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "waymark.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (path, "not a catalogue, though long enough", -1, NULL));
  g_setenv ("WAYMARK_LOCALE_DIR", dir, TRUE);
  g_assert_null (base_language_new ("pt", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_setenv ("WAYMARK_LOCALE_DIR", g_getenv ("TEST_LOCALE_DIR"), TRUE);
  test_folder_remove (dir);
}

int
main (int argc, char **argv)
{
  static const MoLine brazilian[] = { { "hub", "hub brasileiro" }, { NULL, NULL } };
  g_autofree char *dir = test_folder_new ();
  int status;

  g_test_init (&argc, &argv, NULL);
  mo_builder_install (dir, "pt", portuguese);
  mo_builder_install (dir, "pt_BR", brazilian);
  g_setenv ("TEST_LOCALE_DIR", dir, TRUE);
  g_setenv ("WAYMARK_LOCALE_DIR", dir, TRUE);
  g_test_add_func ("/base/language/sentences", test_sentences);
  g_test_add_func ("/base/language/places", test_places);
  g_test_add_func ("/base/language/missing-is-marked", test_missing_is_marked);
  g_test_add_func ("/base/language/gettext", test_gettext);
  g_test_add_func ("/base/language/tags", test_tags);
  g_test_add_func ("/base/language/figures", test_figures);
  g_test_add_func ("/base/language/numbers", test_numbers);
  g_test_add_func ("/base/language/lists", test_lists);
  g_test_add_func ("/base/language/spanish-and", test_spanish_and);
  g_test_add_func ("/base/language/order", test_order);
  g_test_add_func ("/base/language/locale-untouched", test_locale_untouched);
  g_test_add_func ("/base/language/broken-catalogue", test_broken_catalogue);
  status = g_test_run ();
  test_folder_remove (dir);
  return status;
}
