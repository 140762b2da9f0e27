/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-fixture.h"
#include "chart/chart-lines.h"

#include <math.h>

/* Words in lines: where our own cutting does the work, it does what Pango's layouts do. */

static const char *const prose[] = {
  "How far the firm is with programs and machines that recognise, decide or move by themselves.",
  "Preços, encomendas e prazos: sítios diferentes; nada está ligado (ainda) — 50 000 EUR.",
  "Ein Betrieb mit 24 Leuten schreibt Angebote in der Nacht, weil tagsüber niemand Zeit hat.",
  "Ελληνικά και Кириллица beside Latin, https://example.org/a/b?c=d, T0/T1, low-digital.",
  "First line\nsecond\n\nfourth, which is a good deal longer than all the others are",
  "trailing spaces   ",
  "",
  "\n",
  "one"
};

typedef struct
{
  ChartFixture chart;
  PangoAttrList *attributes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  chart_fixture_init (&fixture->chart, CHART_LOOK_PRINT);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (fixture->chart.font);
  pango_font_description_set_absolute_size (font, 9 * PANGO_SCALE);
  fixture->attributes = pango_attr_list_new ();
  pango_attr_list_insert (fixture->attributes, pango_attr_font_desc_new (font));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  pango_attr_list_unref (fixture->attributes);
  chart_fixture_clear (&fixture->chart);
}

static ChartLines *
lines_of (Fixture *fixture, const char *text, double tracking, double width)
{
  return chart_lines_new (fixture->chart.pango, fixture->attributes, text, tracking, width);
}

static void
compare_with_layout (Fixture *fixture, const char *text, double width)
{
  g_autoptr (ChartLines) lines = lines_of (fixture, text, 0.0, width);
  g_autoptr (PangoLayout) layout = pango_layout_new (fixture->chart.pango);

  pango_layout_set_attributes (layout, fixture->attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0.0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  g_assert_cmpstr (chart_lines_text (lines), ==, text);
  g_assert_cmpint (chart_lines_length (lines), ==, pango_layout_get_line_count (layout));
  for (int i = 0; i < chart_lines_length (lines); i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &logical);
      /* At a line's end the pair of the last letter and the space may be kerned. */
      if (g_str_has_suffix (text, " ") == FALSE)
        g_assert_cmpfloat (
            fabs (chart_lines_width (lines, i) - logical.width / (double)PANGO_SCALE), <, 0.7);
      g_assert_true (width <= 0.0 || chart_lines_width (lines, i) <= width + 0.001);
      g_assert_false (chart_lines_is_rtl (lines, i));
    }
}

static void
test_like_pango (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    for (double width = 0.0; width<480.0; width = width> 0.0 ? width * 1.09 : 90.0)
      compare_with_layout (fixture, prose[i], width);
}

/* A word that is longer than a line is cut, and it is said that it was. */
static void
test_long_word (Fixture *fixture, gconstpointer data)
{
  g_autofree char *word = g_strnfill (300, 'w');
  g_autofree char *text = g_strconcat ("before ", word, " after", NULL);
  g_autoptr (ChartLines) cut = lines_of (fixture, text, 0.0, 100.0);
  g_autoptr (ChartLines) whole = lines_of (fixture, "before after", 0.0, 30.0);

  g_assert_cmpint (chart_lines_length (cut), >, 10);
  for (int i = 0; i < chart_lines_length (cut); i++)
    g_assert_cmpfloat (chart_lines_width (cut, i), <=, 100.0);
  g_assert_true (chart_lines_split_word (cut));
  g_assert_cmpint (chart_lines_length (whole), ==, 2);
  g_assert_false (chart_lines_split_word (whole));
}

/* Scripts that run the other way, and hyphens that are seen at a line's end only. */
static void
test_by_layout (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChartLines) arabic = lines_of (fixture, "مثال على نص طويل بما يكفي لسطرين", 0.0, 60.0);
  g_autoptr (ChartLines) soft = lines_of (fixture,
                                          "Digital\xc2\xad"
                                          "isierungs\xc2\xad"
                                          "grad",
                                          0.0, 50.0);

  g_assert_cmpint (chart_lines_length (arabic), >, 1);
  g_assert_true (chart_lines_is_rtl (arabic, 0));
  g_assert_cmpint (chart_lines_length (soft), >, 1);
  g_assert_false (chart_lines_split_word (soft));
}

/* A soft hyphen parts a word only where a line needs it, is seen there and takes room, and is not
 * there otherwise. */
static void
test_soft_hyphens (Fixture *fixture, gconstpointer data)
{
  const char *words = "Die Digital\u00adisierungs\u00adstrategie gilt";
  g_autoptr (ChartLines) wide = lines_of (fixture, words, 0.0, 0.0);
  g_autoptr (ChartLines) plain = lines_of (fixture, "Die Digitalisierungsstrategie gilt", 0.0, 0.0);
  g_autoptr (ChartLines) bare = lines_of (fixture, "Die Digitalisierungs", 0.0, 0.0);
  const double room = chart_lines_width (bare, 0) * 1.2;
  g_autoptr (ChartLines) narrow = lines_of (fixture, words, 0.0, room);
  g_autoptr (ChartLines) cut = lines_of (fixture, chart_lines_text (plain), 0.0, room);
  g_autofree char *first = chart_lines_dup_line (narrow, 0);
  g_autofree char *alone = chart_lines_dup_line (cut, 0);

  g_assert_cmpint (chart_lines_length (wide), ==, 1);
  g_assert_cmpstr (chart_lines_text (wide), ==, chart_lines_text (plain));
  g_assert_cmpfloat (fabs (chart_lines_width (wide, 0) - chart_lines_width (plain, 0)), <, 0.001);
  g_assert_cmpint (chart_lines_length (narrow), ==, 2);
  g_assert_cmpstr (first, ==, "Die Digitalisierungs\u00ad");
  g_assert_cmpstr (chart_lines_text (narrow), ==, "Die Digitalisierungs\u00adstrategie gilt");
  g_assert_cmpfloat (chart_lines_width (narrow, 0), >, chart_lines_width (bare, 0) + 1.0);
  g_assert_cmpfloat (chart_lines_width (narrow, 0), <=, room);
  g_assert_cmpstr (alone, ==, "Die");
}

/* A pictograph that no font has (this one is not assigned) takes no room and stays in the text; a
 * letter that no font has is seen. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const char *const pairs[][2]
      = { { "one", "one\xf0\x9f\x80\xac" }, { "one\ttwo", "one\ttwo\xf0\x9f\x80\xac" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (ChartLines) plain = lines_of (fixture, pairs[i][0], 0.0, 0.0);
      g_autoptr (ChartLines) with = lines_of (fixture, pairs[i][1], 0.0, 0.0);

      g_assert_cmpfloat (fabs (chart_lines_width (plain, 0) - chart_lines_width (with, 0)), <,
                         0.001);
      g_assert_cmpstr (chart_lines_text (with), ==, pairs[i][1]);
    }
  g_autoptr (ChartLines) plain = lines_of (fixture, "one", 0.0, 0.0);
  g_autoptr (ChartLines) missing = lines_of (fixture, "one\xf0\xaf\xbf\xbd", 0.0, 0.0);
  g_assert_cmpfloat (chart_lines_width (missing, 0), >, chart_lines_width (plain, 0) + 1.0);
}

/* Tracking stands between letters, none after the last. */
static void
test_tracking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChartLines) plain = lines_of (fixture, "Score", 0.0, 0.0);
  g_autoptr (ChartLines) tight = lines_of (fixture, "Score", -0.5, 0.0);

  g_assert_cmpfloat (fabs (chart_lines_width (plain, 0) - 4 * 0.5 - chart_lines_width (tight, 0)),
                     <, 0.001);
}

/* As many lines as are allowed, the last one cut; what fits is left whole. */
static void
test_ellipsized (Fixture *fixture, gconstpointer data)
{
  for (int most = 1; most <= 3; most++)
    {
      g_autoptr (ChartLines) cut = chart_lines_new_ellipsized (
          fixture->chart.pango, fixture->attributes, prose[0], 80.0, most);
      g_autoptr (ChartLines) whole = chart_lines_new_ellipsized (
          fixture->chart.pango, fixture->attributes, "one", 80.0, most);

      g_assert_cmpint (chart_lines_length (cut), ==, most);
      for (int i = 0; i < most; i++)
        g_assert_cmpfloat (chart_lines_width (cut, i), <=, 80.0);
      g_assert_cmpint (chart_lines_length (whole), ==, 1);
    }
  g_autoptr (ChartLines) endless = chart_lines_new_ellipsized (
      fixture->chart.pango, fixture->attributes, "first\nsecond", 0.0, 1);
  g_assert_cmpint (chart_lines_length (endless), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/chart/lines/like-pango", test_like_pango);
  ADD ("/chart/lines/long-word", test_long_word);
  ADD ("/chart/lines/by-layout", test_by_layout);
  ADD ("/chart/lines/soft-hyphens", test_soft_hyphens);
  ADD ("/chart/lines/left-out", test_left_out);
  ADD ("/chart/lines/tracking", test_tracking);
  ADD ("/chart/lines/ellipsized", test_ellipsized);
  return g_test_run ();
}
