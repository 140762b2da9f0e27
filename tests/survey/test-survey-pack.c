/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/survey-pack.h"

#include <string.h>

/* The bundled packs hold what dma-framework.md and the Digital Intensity Index hold: counts, order,
 * every text. */

/* One row a question of the framework: its own table, so that a slip in the pack is seen. */
static const struct
{
  const char *id, *dimension;
  SurveyQuestionKind kind;
  guint n_options, n_columns, n_levels, negative;
} questions[] = {
  { "q1", "strategy", SURVEY_QUESTION_TICK_COLUMNS, 10, 2, 0, 0 },
  { "q2", "strategy", SURVEY_QUESTION_TICKS, 10, 0, 0, 0 },
  { "q3", "readiness", SURVEY_QUESTION_TICKS, 10, 0, 0, 0 },
  { "q4", "readiness", SURVEY_QUESTION_LEVELS, 7, 0, 6, 0 },
  { "q5", "human-centric", SURVEY_QUESTION_TICKS, 7, 0, 0, 0 },
  { "q6", "human-centric", SURVEY_QUESTION_TICKS, 8, 0, 0, 0 },
  { "q7", "data", SURVEY_QUESTION_TICKS, 8, 0, 0, 2 },
  { "q8", "data", SURVEY_QUESTION_TICKS, 6, 0, 0, 0 },
  { "q9", "automation", SURVEY_QUESTION_LEVELS, 5, 0, 6, 0 },
  { "q10", "green", SURVEY_QUESTION_TICKS, 10, 0, 0, 0 },
  { "q11", "green", SURVEY_QUESTION_LEVELS, 5, 0, 3, 0 },
};

static SurveyPack *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  SurveyPack *pack = survey_pack_load_bundled (id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

static void
assert_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), >, 1);
  g_assert_false (g_ascii_isspace (text[0]) || g_ascii_isspace (text[strlen (text) - 1]));
  g_assert_null (strstr (text, "  "));
}

static void
test_structure (void)
{
  g_autoptr (SurveyPack) pack = load ("dma-sme");

  g_assert_cmpuint (survey_pack_n_questions (pack), ==, G_N_ELEMENTS (questions));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);

      g_assert_cmpstr (question->id, ==, questions[i].id);
      g_assert_cmpstr (question->dimension, ==, questions[i].dimension);
      g_assert_cmpint (question->kind, ==, questions[i].kind);
      g_assert_cmpuint (question->n_options, ==, questions[i].n_options);
      g_assert_cmpuint (question->n_columns, ==, questions[i].n_columns);
      g_assert_cmpuint (question->n_levels, ==, questions[i].n_levels);
      for (guint j = 0; j < question->n_options; j++)
        {
          g_assert_cmpuint (question->options[j].number, ==, j + 1);
          g_assert_cmpint (question->options[j].negative, ==, questions[i].negative == j + 1);
        }
      g_assert_true (survey_pack_find_question (pack, question->id) == question);
    }
  g_assert_null (survey_pack_find_question (pack, "q12"));
}

static void
test_dimensions (void)
{
  static const char *const ids[]
      = { "strategy", "readiness", "human-centric", "data", "automation", "green" };
  static const char *const plain[]
      = { "Digital strategy",  "Digital readiness", "People and skills",
          "Data and security", "Automation and AI", "Green digitalisation" };
  static const char *const short_names[]
      = { "Strategy", "Readiness", "People", "Data", "Automation", "Green" };
  g_autoptr (SurveyPack) pack = load ("dma-sme");
  guint next = 0;

  g_assert_cmpuint (survey_pack_n_dimensions (pack), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const SurveyDimension *dimension = survey_pack_dimension (pack, i);

      g_assert_cmpstr (dimension->id, ==, ids[i]);
      g_assert_cmpstr (dimension->plain, ==, plain[i]);
      g_assert_cmpstr (dimension->short_name, ==, short_names[i]);
      g_assert_cmpuint (dimension->first_question, ==, next);
      next += dimension->n_questions;
    }
  g_assert_cmpuint (next, ==, survey_pack_n_questions (pack));
}

static void
test_bands (void)
{
  static const char *const ids[] = { "basic", "average", "moderately-advanced", "advanced" };
  g_autoptr (SurveyPack) pack = load ("dma-sme");

  g_assert_cmpuint (survey_pack_full_marks (pack), ==, 100);
  g_assert_cmpuint (survey_pack_n_bands (pack), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpstr (survey_pack_band (pack, i)->id, ==, ids[i]);
      g_assert_cmpint (survey_pack_band (pack, i)->upper, ==, (int)(i + 1) * 2500);
      g_assert_nonnull (strstr (survey_pack_band (pack, i)->plain, "of four levels"));
    }
}

static void
test_quick_scan (void)
{
  static const int upper[] = { 300, 600, 900, 1200 };
  g_autoptr (SurveyPack) pack = load ("quick-scan");

  g_assert_cmpint (survey_pack_scoring (pack), ==, SURVEY_SCORING_COUNT);
  g_assert_cmpuint (survey_pack_full_marks (pack), ==, 12);
  g_assert_cmpuint (survey_pack_minutes (pack), ==, 3);
  g_assert_cmpstr (survey_pack_carries_to (pack), ==, "dma-sme");
  g_assert_cmpuint (survey_pack_n_questions (pack), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);

      g_assert_cmpint (question->kind, ==, SURVEY_QUESTION_LEVELS);
      g_assert_cmpuint (question->n_options, ==, 4);
      g_assert_cmpuint (question->n_levels, ==, 2);
    }
  g_assert_cmpuint (survey_pack_n_bands (pack), ==, G_N_ELEMENTS (upper));
  for (guint i = 0; i < G_N_ELEMENTS (upper); i++)
    g_assert_cmpint (survey_pack_band (pack, i)->upper, ==, upper[i]);
}

static void
check_option (const SurveyPack *pack, const SurveyOption *option)
{
  assert_text (option->title);
  if (option->explanation != NULL)
    assert_text (option->explanation);
  /* Everything positive can be a next step; the negative option is none. */
  g_assert_true ((option->step == NULL) == option->negative);
  if (option->step == NULL)
    {
      g_assert_null (option->benefit);
      g_assert_null (option->pillar);
      g_assert_null (option->pains);
      g_assert_cmpuint (option->effort, ==, 0);
      return;
    }
  assert_text (option->step);
  assert_text (option->benefit);
  g_assert_cmpuint (option->effort, >=, 1);
  g_assert_cmpuint (option->effort, <=, 3);
  assert_text (option->pillar);
  for (guint i = 0; option->pains[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < survey_pack_n_pains (pack); j++)
        known = known || g_str_equal (survey_pack_pain (pack, j)->id, option->pains[i]);
      g_assert_true (known);
    }
}

static void
check_question (const SurveyPack *pack, const SurveyQuestion *question)
{
  assert_text (question->title);
  assert_text (question->lead);
  assert_text (question->why);
  assert_text (question->example);
  for (guint i = 0; i < question->n_options; i++)
    check_option (pack, &question->options[i]);
  for (guint i = 0; i < question->n_columns; i++)
    assert_text (question->columns[i].title);
  for (guint i = 0; i < question->n_levels; i++)
    {
      g_assert_cmpuint (question->levels[i].level, ==, i);
      assert_text (question->levels[i].title);
    }
}

static void
test_texts (gconstpointer data)
{
  g_autoptr (SurveyPack) pack = load (data);

  assert_text (survey_pack_title (pack));
  assert_text (survey_pack_source (pack));
  assert_text (survey_pack_licence (pack));
  assert_text (survey_pack_reading (pack));
  g_assert_cmpstr (survey_pack_version (pack), ==, "1.0");
  g_assert_cmpuint (strlen (survey_pack_sha256 (pack)), ==, 64);
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    check_question (pack, survey_pack_question (pack, i));
  for (guint i = 0; i < survey_pack_n_dimensions (pack); i++)
    {
      const SurveyDimension *dimension = survey_pack_dimension (pack, i);

      assert_text (dimension->title);
      assert_text (dimension->about);
      for (guint j = 0; j < survey_pack_n_bands (pack); j++)
        assert_text (dimension->band_texts[j]);
    }
  for (guint i = 0; i < survey_pack_n_bands (pack); i++)
    assert_text (survey_pack_band (pack, i)->about);
  for (guint i = 0; i < survey_pack_n_pains (pack); i++)
    assert_text (survey_pack_pain (pack, i)->title);
}

/* Every pain has a step that eases it, else choosing it on the Plan page leads nowhere. */
static void
test_pains_lead_somewhere (void)
{
  g_autoptr (SurveyPack) pack = load ("dma-sme");

  for (guint p = 0; p < survey_pack_n_pains (pack); p++)
    {
      guint steps = 0;

      for (guint i = 0; i < survey_pack_n_questions (pack); i++)
        {
          const SurveyQuestion *question = survey_pack_question (pack, i);

          for (guint j = 0; j < question->n_options; j++)
            if (question->options[j].pains != NULL
                && g_strv_contains (question->options[j].pains, survey_pack_pain (pack, p)->id))
              steps++;
        }
      g_assert_cmpuint (steps, >=, 5);
    }
}

/* plain-words.md: what must never stand in a text for the owner. */
static void
test_forbidden_words (gconstpointer data)
{
  static const char *const forbidden[] = { "leave it open", "most small firms", "most firms",
                                           "below average", "above average",    NULL };
  g_autofree char *name = g_strdup_printf ("%s.json", (const char *)data);
  g_autofree char *path = g_build_filename (g_getenv ("WAYMARK_DATA_DIR"), "packs", name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *lower = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lower = g_utf8_strdown (text, -1);
  for (guint i = 0; forbidden[i] != NULL; i++)
    g_assert_null (strstr (lower, forbidden[i]));
  g_assert_nonnull (strstr (lower, "only half true"));
}

static void
test_missing_pack (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (survey_pack_load_bundled ("no-such-pack", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "no-such-pack"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survey/pack/structure", test_structure);
  g_test_add_func ("/survey/pack/dimensions", test_dimensions);
  g_test_add_func ("/survey/pack/bands", test_bands);
  g_test_add_func ("/survey/pack/quick-scan", test_quick_scan);
  g_test_add_data_func ("/survey/pack/texts/dma-sme", "dma-sme", test_texts);
  g_test_add_data_func ("/survey/pack/texts/quick-scan", "quick-scan", test_texts);
  g_test_add_func ("/survey/pack/pains-lead-somewhere", test_pains_lead_somewhere);
  g_test_add_data_func ("/survey/pack/forbidden-words/dma-sme", "dma-sme", test_forbidden_words);
  g_test_add_data_func ("/survey/pack/forbidden-words/quick-scan", "quick-scan",
                        test_forbidden_words);
  g_test_add_func ("/survey/pack/missing", test_missing_pack);
  return g_test_run ();
}
