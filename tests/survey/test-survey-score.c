/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey-facts.h"

#include "base/base-json.h"

#include <math.h>
#include <string.h>

/* Scores against values computed by hand (and once more with exact fractions outside this program).
 */

typedef struct
{
  const char *name, *answers;
  int dimensions[6]; /* hundredths */
  int overall;
  const char *band;
} Vector;

#define EMPTY_REST                                                                                 \
  "'q3':[],'q4':[0,0,0,0,0,0,0],'q5':[],'q6':[],'q8':[],'q9':[0,0,0,0,0],'q10':[],"                \
  "'q11':[0,0,0,0,0]"

static const Vector vectors[] = {
  { "empty",
    "{'q1':{'invested':[],'planned':[]},'q2':[],'q7':[]," EMPTY_REST "}",
    { 0 },
    0,
    "basic" },
  { "perfect",
    "{'q1':{'invested':[1,2,3,4,5,6,7,8,9,10],'planned':[1,2,3,4,5,6,7,8,9,10]},"
    "'q2':[1,2,3,4,5,6,7,8,9,10],'q3':[1,2,3,4,5,6,7,8,9,10],'q4':[5,5,5,5,5,5,5],"
    "'q5':[1,2,3,4,5,6,7],'q6':[1,2,3,4,5,6,7,8],'q7':[1,3,4,5,6,7,8],'q8':[1,2,3,4,5,6],"
    "'q9':[5,5,5,5,5],'q10':[1,2,3,4,5,6,7,8,9,10],'q11':[2,2,2,2,2]}",
    { 10000, 10000, 10000, 10000, 10000, 10000 },
    10000,
    "advanced" },
  { "only-the-negative",
    "{'q1':{'invested':[],'planned':[]},'q2':[],'q7':[2]," EMPTY_REST "}",
    { 0 },
    0,
    "basic" },
  { "invested-in-five",
    "{'q1':{'invested':[1,2,3,4,5],'planned':[]},'q2':[],'q7':[]," EMPTY_REST "}",
    { 1667 },
    278,
    "basic" },
  /* The example of the assessment document: 26.56. */
  { "sample",
    "{'q1':{'invested':[6,8,10],'planned':[1,6,9]},'q2':[1,2,5,7],'q3':[1,2,4],"
    "'q4':[0,0,2,0,1,0,0],'q5':[3,6],'q6':[],'q7':[1,3,5],'q8':[1,2,5],'q9':[1,0,0,0,3],"
    "'q10':[8,10],'q11':[1,0,0,1,2]}",
    { 3333, 1929, 1429, 4643, 1600, 3000 },
    2656,
    "average" },
  /* Exact halves in the mean: 57.085 and 52.325 go up. */
  { "half-57.085",
    "{'q1':{'invested':[1,2,3,5,6,7,8,9],'planned':[3,5,6,8,9]},'q2':[3,7,10],'q3':[3],"
    "'q4':[5,2,2,5,1,4,0],'q5':[1,2,3,4,5,6],'q6':[2,3,4,5,6,7,8],'q7':[1,2,4,8],'q8':[2,4,5],"
    "'q9':[3,4,2,2,5],'q10':[2,3,5,8,10],'q11':[1,1,1,2,2]}",
    { 5333, 3214, 8661, 4643, 6400, 6000 },
    5709,
    "moderately-advanced" },
  { "half-52.325",
    "{'q1':{'invested':[5],'planned':[4,5]},'q2':[1,5,6,7,10],'q3':[1,3,4,5,6,7,8,9,10],"
    "'q4':[0,3,0,2,2,2,0],'q5':[1,2,4],'q6':[1,2,3,4,5,6,8],'q7':[1,2,4,5,8],'q8':[1,2,3,4,6],"
    "'q9':[5,0,5,3,3],'q10':[5,9],'q11':[0,0,2,1,1]}",
    { 2667, 5786, 6518, 7024, 6400, 3000 },
    5233,
    "moderately-advanced" },
  { "uneven",
    "{'q1':{'invested':[2,3,4,5,6,9,10],'planned':[1,4,6,8]},'q2':[1],'q3':[1,2,3,4,5,6,7,8,9,10],"
    "'q4':[0,5,1,5,1,2,1],'q5':[1,2,7],'q6':[4,8],'q7':[2,7],'q8':[1,2,3,5],'q9':[4,5,1,0,5],"
    "'q10':[1,3,5,6,8,9,10],'q11':[1,2,0,1,1]}",
    { 4000, 7143, 3393, 4048, 6000, 6000 },
    5097,
    "moderately-advanced" },
};

static SurveyScore *
score_of (SurveyPack *pack, const char *answers)
{
  g_autoptr (AssessmentDocument) document
      = survey_answers_document (survey_pack_id (pack), answers);
  g_autoptr (GError) error = NULL;

  g_assert_true (survey_pack_check (pack, document, &error));
  g_assert_no_error (error);
  return survey_score_new (pack, document);
}

static void
assert_settled (SurveyValue value, int expected)
{
  g_assert_cmpint (value.value, ==, expected);
  g_assert_cmpint (value.low, ==, expected);
  g_assert_cmpint (value.high, ==, expected);
  g_assert_cmpint (value.band, >=, 0);
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (SurveyScore) score = score_of (pack, vector->answers);
  SurveyValue overall = survey_score_overall (score);

  for (guint i = 0; i < 6; i++)
    assert_settled (survey_score_dimension (score, i)->score, vector->dimensions[i]);
  assert_settled (overall, vector->overall);
  g_assert_cmpstr (survey_pack_band (pack, (guint)overall.band)->id, ==, vector->band);
  g_assert_cmpint (survey_score_completeness (score), ==, 10000);
}

/* {{{ The shared answer sets, where they lie beside the project */

static void
append_numbers (GString *answers, const BaseJsonCursor *list, int add)
{
  for (guint i = 0; i < base_json_length (list); i++)
    {
      BaseJsonCursor item = base_json_item (list, i);

      g_string_append_printf (answers, "%s%d", i > 0 ? "," : "",
                              (int)base_json_integer (&item, 0, 100) + add);
    }
}

/* The file counts options from 0 and has q1's columns apart. */
static char *
translate (const BaseJsonCursor *input)
{
  GString *answers = g_string_new ("{'q1':{'invested':[");
  BaseJsonCursor invested = base_json_need (input, "q1i");
  BaseJsonCursor planned = base_json_need (input, "q1p");

  append_numbers (answers, &invested, 1);
  g_string_append (answers, "],'planned':[");
  append_numbers (answers, &planned, 1);
  g_string_append (answers, "]}");
  for (guint i = 2; i < SURVEY_N_FACTS; i++)
    {
      BaseJsonCursor list = base_json_need (input, survey_facts[i].id);

      g_string_append_printf (answers, ",'%s':[", survey_facts[i].id);
      append_numbers (answers, &list, survey_fact_is_matrix (i) ? 0 : 1);
      g_string_append_c (answers, ']');
    }
  g_string_append_c (answers, '}');
  return g_string_free (answers, FALSE);
}

static int
hundredths (const BaseJsonCursor *at, double most)
{
  return (int)lround (base_json_number (at, 0, most) * 100);
}

static void
check_shared (SurveyPack *pack, const BaseJsonCursor *vector)
{
  BaseJsonCursor input = base_json_need (vector, "input");
  BaseJsonCursor points = base_json_need (vector, "Q");
  BaseJsonCursor dimensions = base_json_need (vector, "D");
  BaseJsonCursor overall = base_json_need (vector, "G");
  g_autofree char *answers = translate (&input);
  g_autoptr (SurveyScore) score = score_of (pack, answers);

  for (guint i = 0; i < SURVEY_N_FACTS; i++)
    {
      const char *name = i == 0 ? "q1i" : i == 1 ? "q1p" : survey_facts[i].id;
      BaseJsonCursor at = base_json_need (&points, name);

      g_assert_cmpint (survey_score_question (score, i)->points.value, ==, hundredths (&at, 10));
    }
  for (guint i = 0; i < 6; i++)
    {
      BaseJsonCursor at = base_json_item (&dimensions, i);

      assert_settled (survey_score_dimension (score, i)->score, hundredths (&at, 100));
    }
  assert_settled (survey_score_overall (score), hundredths (&overall, 100));
}

static void
test_shared_vectors (void)
{
  const char *shared = g_getenv ("WAYMARK_SHARED_DIR");
  g_autofree char *path
      = g_build_filename (shared != NULL ? shared : "", "reference", "dma-vectors.json", NULL);
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (GError) error = NULL;
  g_autoptr (BaseJson) json = NULL;
  BaseJsonCursor root;
  BaseJsonCursor all;
  const char *const *names;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_test_skip ("no shared answer sets beside the project; the own table holds the same");
      return;
    }
  json = base_json_load (path, BASE_JSON_DEFAULT_CAP, &error);
  g_assert_no_error (error);
  root = base_json_root (json);
  all = base_json_need (&root, "vectors");
  names = base_json_members (&all);
  g_assert_nonnull (names[0]);
  for (guint i = 0; names[i] != NULL; i++)
    {
      BaseJsonCursor vector = base_json_need (&all, names[i]);

      check_shared (pack, &vector);
    }
  g_assert_true (base_json_finish (json, &error));
}

/* }}} */

static void
test_band_limits (void)
{
  static const struct
  {
    int score, band;
  } cases[] = { { 0, 0 },    { 2500, 0 }, { 2501, 1 }, { 2599, 1 }, { 5000, 1 },
                { 5001, 2 }, { 7500, 2 }, { 7501, 3 }, { 10000, 3 } };
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (SurveyPack) scan = survey_bundled ("quick-scan");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (survey_score_band_of (pack, cases[i].score), ==, cases[i].band);
  for (int marks = 0; marks <= 12; marks++)
    g_assert_cmpint (survey_score_band_of (scan, marks * 100), ==,
                     marks <= 3   ? 0
                     : marks <= 6 ? 1
                     : marks <= 9 ? 2
                                  : 3);
}

/* What is reachable while answers are missing. */
static void
test_intervals (void)
{
  static const struct
  {
    const char *answers;
    int low, high, band, completeness;
  } cases[] = {
    { "{}", 0, 10000, -1, 0 },
    /* One of two columns: half of one question of eleven. Ten ticks give a third of D1. */
    { "{'q1':{'invested':[1,2,3,4,5,6,7,8,9,10]}}", 556, 10000, -1, 454 },
    { "{'q2':[]}", 0, 9445, -1, 909 },
    /* Three of seven rows at 5: 15/35 of half of D2; the other four rows open. */
    { "{'q4':[5,5,5,null,null,null,null]}", 357, 10000, -1, 389 },
    { "{'q4':[0,0,0,0,0,0,null]}", 0, 9286, -1, 779 },
    /* Only the negative option: the positive ones are answered, too. */
    { "{'q7':[2]}", 0, 9167, -1, 909 },
    { "{'q9':[0,0,0,0,0]}", 0, 8333, -1, 909 },
    /* Strategy, readiness, people, data and automation at nothing: 16.67 at most, surely Basic. */
    { "{'q1':{'invested':[],'planned':[]},'q2':[],'q3':[],'q4':[0,0,0,0,0,0,0],'q5':[],'q6':[],"
      "'q7':[],'q8':[],'q9':[0,0,0,0,0]}",
      0, 1667, 0, 8181 },
  };
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SurveyScore) score = score_of (pack, cases[i].answers);
      SurveyValue overall = survey_score_overall (score);

      g_test_message ("%s", cases[i].answers);
      g_assert_cmpint (overall.value, ==, -1);
      g_assert_cmpint (overall.low, ==, cases[i].low);
      g_assert_cmpint (overall.high, ==, cases[i].high);
      g_assert_cmpint (overall.band, ==, cases[i].band);
      g_assert_cmpint (survey_score_completeness (score), ==, cases[i].completeness);
    }
}

/* A dimension is settled as soon as its own questions are. */
static void
test_partial_dimension (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (SurveyScore) score
      = score_of (pack, "{'q1':{'invested':[1]},'q2':[1],'q9':[1,0,0,0,3]}");
  const SurveyDimensionScore *strategy = survey_score_dimension (score, 0);

  assert_settled (survey_score_dimension (score, 4)->score, 1600);
  g_assert_cmpint (strategy->score.value, ==, -1);
  g_assert_cmpint (strategy->score.low, ==, 667);
  g_assert_cmpint (strategy->score.high, ==, 4000);
  g_assert_cmpuint (strategy->answered, ==, 1);
  g_assert_cmpuint (strategy->questions, ==, 2);
  g_assert_cmpuint (strategy->first, ==, 0);
  g_assert_cmpuint (strategy->n, ==, 3);
}

static void
test_parts (void)
{
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (SurveyScore) score
      = score_of (pack, "{'q7':[2,3],'q4':[null,5,2,0,0,0,0],'q1':{'planned':[10]}}");
  const SurveyQuestionScore *data = survey_score_question (score, 7);
  const SurveyQuestionScore *advanced = survey_score_question (score, 4);
  const SurveyQuestionScore *planned = survey_score_question (score, 1);

  g_assert_cmpstr (data->id, ==, "q7");
  g_assert_cmpuint (data->n_parts, ==, 8);
  g_assert_cmpint (data->parts[0].level, ==, 0);
  g_assert_cmpint (data->parts[1].level, ==, 1);
  g_assert_cmpint (data->parts[1].points, ==, 0);
  g_assert_cmpint (data->parts[1].max_points, ==, 0);
  g_assert_cmpint (data->parts[2].points, ==, 1429);
  g_assert_cmpint (data->parts[2].max_points, ==, 1429);
  g_assert_cmpint (data->points.value, ==, 143);
  g_assert_true (survey_score_contradicts (score, 7));
  g_assert_false (survey_score_contradicts (score, 4));

  g_assert_cmpint (advanced->parts[0].level, ==, -1);
  g_assert_cmpint (advanced->parts[1].points, ==, 1429);
  g_assert_cmpint (advanced->parts[2].points, ==, 571);
  g_assert_cmpint (advanced->parts[2].max_level, ==, 5);
  g_assert_false (advanced->answered);

  g_assert_cmpstr (planned->id, ==, "q1-planned");
  g_assert_cmpstr (planned->column->id, ==, "planned");
  g_assert_true (planned->answered);
  g_assert_cmpint (planned->parts[9].level, ==, 1);
  g_assert_cmpint (survey_score_question (score, 0)->parts[9].level, ==, -1);
}

/* Effects of section 3 of dma-framework.md on a dimension, divided by six, in 1/10 000 point. */
static void
test_gains (void)
{
  static const struct
  {
    guint question, part;
    int level, gain;
  } cases[] = {
    { 0, 0, 1, 5556 },                       /* q1: 3.33 of D1 */
    { 3, 0, 1, 8333 },                       /* q3: 5 of D2 */
    { 4, 0, 1, 2381 },                       /* q4: 1.4286 a level */
    { 4, 0, 5, 11905 },  { 5, 0, 1, 11905 }, /* q5: 7.142857 */
    { 6, 0, 1, 10417 },                      /* q6: 6.25 */
    { 7, 0, 1, 11905 },                      /* q7: 7.142857 */
    { 7, 1, 1, 0 },                          /* the negative option */
    { 8, 0, 1, 13889 },                      /* q8: 8.3333 */
    { 9, 4, 5, 33333 },                      /* q9: 4 a level */
    { 10, 0, 1, 8333 },                      /* q10: 5 */
    { 11, 0, 1, 8333 },                      /* q11: 5 or 10 */
    { 11, 0, 2, 16667 },
  };
  g_autoptr (SurveyPack) pack = survey_bundled ("dma-sme");
  g_autoptr (SurveyScore) open = score_of (pack, "{}");
  g_autoptr (SurveyScore) full = score_of (pack, vectors[1].answers);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SurveyPart *part
          = &survey_score_question (full, cases[i].question)->parts[cases[i].part];

      g_assert_cmpint (survey_score_gain (open, cases[i].question, cases[i].part, cases[i].level),
                       ==, cases[i].gain);
      /* Giving everything up loses as much as gaining it brings. */
      g_assert_cmpint (survey_score_gain (full, cases[i].question, cases[i].part, 0), ==,
                       -survey_score_gain (open, cases[i].question, cases[i].part, part->level));
    }
}

static void
test_quick_scan (void)
{
  g_autoptr (SurveyPack) scan = survey_bundled ("quick-scan");
  g_autoptr (SurveyScore) score = score_of (scan, "{'s1':[1,1,1,0],'s2':[1,0,1,0],'s3':[0,1,0,1]}");
  g_autoptr (SurveyScore) begun = score_of (scan, "{'s1':[1,1,1,1],'s2':[1,null,null,0]}");
  SurveyValue overall = survey_score_overall (begun);

  assert_settled (survey_score_overall (score), 700);
  g_assert_cmpstr (survey_pack_band (scan, (guint)survey_score_overall (score).band)->id, ==,
                   "high");
  assert_settled (survey_score_dimension (score, 0)->score, 7500);
  g_assert_cmpint (survey_score_dimension (score, 0)->score.band, ==, 2);
  g_assert_cmpint (survey_score_dimension (score, 1)->score.band, ==, 1);
  g_assert_cmpint (survey_score_gain (score, 0, 3, 1), ==, 10000);

  g_assert_cmpint (overall.value, ==, -1);
  g_assert_cmpint (overall.low, ==, 500);
  g_assert_cmpint (overall.high, ==, 1100);
  g_assert_cmpint (overall.band, ==, -1);
  g_assert_cmpint (survey_score_completeness (begun), ==, 5000);
}

/* The documents that come with the program: each fits its pack, and the example scores what its
 * texts say. */
static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("WAYMARK_DATA_DIR"), "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint seen = 0;
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AssessmentDocument) document = NULL;
      g_autoptr (SurveyPack) pack = NULL;
      g_autoptr (SurveyScore) score = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      document = assessment_document_load (path, &error);
      g_assert_no_error (error);
      pack = survey_bundled (assessment_document_pack_id (document));
      survey_pack_check (pack, document, &error);
      g_assert_no_error (error);
      score = survey_score_new (pack, document);
      if (g_str_equal (name, "sample-metalworks.json"))
        assert_settled (survey_score_overall (score), 2656);
      seen++;
    }
  g_assert_cmpuint (seen, >=, 3);
}

/* Halves below the hundredth do not occur in the framework's dimensions; in a question of 32
 * options they do. */
static void
test_half_in_dimension (void)
{
  g_autoptr (GString) text = g_string_new (
      "{'format':'waymark-pack','format_version':1,'id':'mini','version':'1.0','title':'M',"
      "'source':'S','licence':'L','reading':'R','minutes':1,'scoring':'mean','full_marks':100,"
      "'bands':[{'id':'low','title':'L','plain':'P','upper':50,'about':'A'},"
      "{'id':'high','title':'H','plain':'P','upper':100,'about':'A'}],'pains':[],'scales':[],"
      "'dimensions':[{'id':'one','title':'O','plain':'O','short':'O','about':'O',"
      "'band_texts':['a','b']}],'questions':[{'id':'x','dimension':'one','kind':'ticks','title':'X'"
      ","
      "'lead':'L','why':'W','example':'E','options':[");
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack = NULL;
  g_autoptr (SurveyScore) score = NULL;

  for (guint i = 1; i <= 32; i++)
    g_string_append_printf (text, "%s{'number':%u,'title':'O'}", i > 1 ? "," : "", i);
  g_string_append (text, "]}]}");
  g_strdelimit (text->str, "'", '"');
  pack = survey_pack_parse (text->str, -1, "mini", &error);
  g_assert_no_error (error);
  score = score_of (pack, "{'x':[7]}");
  assert_settled (survey_score_dimension (score, 0)->score, 313); /* 3.125 */
  assert_settled (survey_score_overall (score), 313);
  assert_settled (survey_score_question (score, 0)->points, 31); /* 0.3125 */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *name = g_strdup_printf ("/survey/score/vectors/%s", vectors[i].name);

      g_test_add_data_func (name, &vectors[i], test_vector);
    }
  g_test_add_func ("/survey/score/shared-vectors", test_shared_vectors);
  g_test_add_func ("/survey/score/band-limits", test_band_limits);
  g_test_add_func ("/survey/score/intervals", test_intervals);
  g_test_add_func ("/survey/score/partial-dimension", test_partial_dimension);
  g_test_add_func ("/survey/score/parts", test_parts);
  g_test_add_func ("/survey/score/gains", test_gains);
  g_test_add_func ("/survey/score/quick-scan", test_quick_scan);
  g_test_add_func ("/survey/score/samples", test_samples);
  g_test_add_func ("/survey/score/half-in-dimension", test_half_in_dimension);
  return g_test_run ();
}
