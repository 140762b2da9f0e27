/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survey/survey-pack.h"

#include <string.h>

/* Broken packs: each row changes one thing in a sound small pack and says which place and which
 * words the error has. */

/* Single quotes stand for double ones. */
static const char sound[]
    = "{'format':'waymark-pack','format_version':1,'id':'mini','version':'1.0','title':'Mini',"
      "'source':'Ours','licence':'GPL-3.0-or-later','reading':'Ours too','minutes':2,"
      "'scoring':'mean','full_marks':100,"
      "'bands':[{'id':'low','title':'Low','plain':'First','upper':50,'about':'Begin'},"
      "{'id':'high','title':'High','plain':'Second','upper':100,'about':'Go on'}],"
      "'pains':[{'id':'waste','title':'Waste'},{'id':'noise','title':'Noise'}],"
      "'scales':[{'id':'yes-no','levels':[{'title':'No'},{'title':'Yes','explanation':'Really'}]}],"
      "'dimensions':[{'id':'first','title':'First','plain':'Shop','short':'F','about':'One',"
      "'band_texts':['a','b']},"
      "{'id':'second','title':'Second','plain':'Office','short':'S','about':'Two',"
      "'band_texts':['c','d']}],"
      "'questions':["
      "{'id':'a1','dimension':'first','kind':'ticks','title':'A','lead':'L','why':'W',"
      "'example':'E','options':[{'number':1,'title':'One','step':'Do','benefit':'Gain','effort':1,"
      "'pillar':'hubs','pains':['waste']},{'number':2,'title':'Two','negative':true}]},"
      "{'id':'a2','dimension':'first','kind':'tick-columns','title':'B','lead':'L','why':'W',"
      "'example':'E','columns':[{'id':'done','title':'Done','score_id':'a2-done'},"
      "{'id':'todo','title':'To do','score_id':'a2-todo'}],'options':[{'number':1,'title':'One'}]},"
      "{'id':'a3','dimension':'second','kind':'levels','title':'C','lead':'L','why':'W',"
      "'example':'E','scale':'yes-no','options':[{'number':1,'title':'One'}]}],"
      "'carries':{'pack':'other','answers':[{'question':'a3','option':1,'level':1,"
      "'to':{'question':'z1','option':4}}]}}";

typedef struct
{
  const char *find, *replace; /* the first @find */
  const char *path, *message; /* both stand in the error */
} Fault;

static const Fault faults[] = {
  /* Head */
  { "'waymark-pack'", "'waymark-assessment'", "$.format", "waymark-pack" },
  { "'format_version':1", "'format_version':2", "$.format_version", "up to version 1" },
  { "'format_version':1", "'format_version':0", "$.format_version", "found 0" },
  { "'format_version':1,", "", "$.format_version", "is missing" },
  { "'id':'mini'", "'id':'Mini'", "$.id", "expected an id" },
  { "'id':'mini'", "'id':'../mini'", "$.id", "expected an id" },
  { "'id':'mini'", "'id':7", "$.id", "found 7" },
  { "'version':'1.0'", "'version':'1'", "$.version", "two numbers" },
  { "'version':'1.0'", "'version':'1.0b'", "$.version", "two numbers" },
  { "'version':'1.0'", "'version':1.0", "$.version", "expected a text" },
  { "'title':'Mini'", "'title':''", "$.title", "an empty text" },
  { "'title':'Mini'", "'title':'Mi\\u0007ni'", "$.title", "control character" },
  { "'source':'Ours',", "", "$.source", "is missing" },
  { "'licence':'GPL-3.0-or-later'", "'licence':null", "$.licence", "expected a text" },
  { "'minutes':2", "'minutes':0", "$.minutes", "from 1 to 600" },
  { "'minutes':2", "'minutes':2.5", "$.minutes", "whole number" },
  { "'scoring':'mean'", "'scoring':'sum'", "$.scoring", "sum" },
  { "'full_marks':100", "'full_marks':50", "$.full_marks", "expected 100" },
  { "'minutes':2", "'minutes':2,'author':'me'", "$.author", "not a known member" },
  { "'scoring':'mean'", "'scoring':'count'", "$.full_marks", "expected 4" },
  /* Bands, pains, scales */
  { "'upper':50", "'upper':100", "$.bands[1].upper", "more than the band before (100)" },
  { "'upper':50", "'upper':101", "$.bands[0].upper", "from 0 to 100" },
  { "'upper':100", "'upper':90", "$.bands[1].upper", "full marks (100)" },
  { "'id':'high'", "'id':'low'", "$.bands[1]", "“low” is there already" },
  { "'plain':'Second',", "", "$.bands[1].plain", "is missing" },
  { "'id':'noise'", "'id':'waste'", "$.pains[1]", "“waste” is there already" },
  { "'pains':[{'id':'waste','title':'Waste'},{'id':'noise','title':'Noise'}],", "", "$.pains",
    "is missing" },
  { "{'title':'No'},", "", "$.scales[0].levels", "found 1 items, expected 2 to 10" },
  { "{'title':'No'}", "{'title':'No','level':0}", "$.scales[0].levels[0].level", "not a known" },
  /* Dimensions */
  { "['a','b']", "['a']", "$.dimensions[0].band_texts", "found 1 items, expected 2" },
  { "['a','b']", "['a','b','c']", "$.dimensions[0].band_texts", "found 3" },
  { "['a','b']", "['a',3]", "$.dimensions[0].band_texts[1]", "found 3, expected a text" },
  { "'id':'second'", "'id':'first'", "$.dimensions[1]", "“first” is there already" },
  { "'dimension':'second'", "'dimension':'first'", "$.dimensions[1]", "no question belongs" },
  { "'dimension':'second'", "'dimension':'third'", "$.questions[2].dimension", "“third” is not" },
  { "'dimension':'first'", "'dimension':'second'", "$.questions[1].dimension", "keep the order" },
  /* Questions */
  { "'id':'a2'", "'id':'a1'", "$.questions[1]", "“a1” is already the id" },
  { "'score_id':'a2-todo'", "'score_id':'a2-done'", "$.questions[1].columns[1]", "already the id" },
  { "'score_id':'a2-todo'", "'score_id':'a1'", "$.questions[1].columns[1]", "already the id" },
  { "'id':'todo'", "'id':'done'", "$.questions[1].columns[1]", "“done” is there already" },
  { "'kind':'ticks'", "'kind':'radio'", "$.questions[0].kind", "radio" },
  { "'kind':'ticks',", "'kind':'ticks','columns':[],", "$.questions[0].columns",
    "only a question of kind tick-columns" },
  { "'kind':'ticks',", "'kind':'ticks','scale':'yes-no',", "$.questions[0].scale",
    "only a question of kind levels" },
  { "'scale':'yes-no'", "'scale':'maybe'", "$.questions[2].scale", "“maybe” is not" },
  { "'scale':'yes-no',", "", "$.questions[2].scale", "is missing" },
  { "'why':'W',", "", "$.questions[0].why", "is missing" },
  { "'example':'E'", "'example':false", "$.questions[0].example", "found false" },
  /* Options */
  { "'number':2", "'number':3", "$.questions[0].options[1].number", "found 3, expected 2" },
  { "'number':1", "'number':0", "$.questions[0].options[0].number", "found 0" },
  { "'number':1,'title':'One'}]},{'id':'a3'",
    "'number':1,'title':'One','negative':true}]},{'id':'a3'", "$.questions[1].options[0].negative",
    "kind ticks" },
  { "'title':'Two','negative':true", "'title':'Two','negative':'yes'",
    "$.questions[0].options[1].negative", "true or false" },
  { "'title':'One','step':'Do'", "'title':'One','negative':true,'step':'Do'",
    "$.questions[0].options[0].negative", "cannot be a step" },
  { "'step':'Do',", "", "$.questions[0].options[0].benefit", "without a step" },
  { "'benefit':'Gain',", "", "$.questions[0].options[0].benefit", "is missing" },
  { "'effort':1", "'effort':4", "$.questions[0].options[0].effort", "from 1 to 3" },
  { "'pillar':'hubs'", "'pillar':'hub'", "$.questions[0].options[0].pillar", "expected one of" },
  { "'pains':['waste']", "'pains':['rust']", "$.questions[0].options[0].pains[0]",
    "“rust” is not" },
  { "'pains':['waste']", "'pains':['waste','waste']", "$.questions[0].options[0].pains[1]",
    "there already" },
  { ",'pains':['waste']", "", "$.questions[0].options[0].pains", "is missing" },
  { "{'number':1,'title':'One','step':'Do','benefit':'Gain','effort':1,'pillar':'hubs',"
    "'pains':['waste']},{'number':2,",
    "{'number':1,", "$.questions[0].options", "every option is negative" },
  /* Carrying over */
  { "'question':'a3','option'", "'question':'a9','option'", "$.carries.answers[0].question",
    "“a9” is not" },
  { "'question':'a3','option'", "'question':'a2','option'", "$.carries.answers[0].question",
    "cannot be carried over" },
  { "'option':1,'level'", "'option':2,'level'", "$.carries.answers[0].option", "from 1 to 1" },
  { "'level':1,", "'level':2,", "$.carries.answers[0].level", "from 1 to 1" },
  { "'to':{'question':'z1','option':4}", "'to':4", "$.carries.answers[0].to", "an object" },
  { "'option':4", "'option':4,'row':1", "$.carries.answers[0].to.row", "not a known member" },
  { "'pack':'other',", "", "$.carries.pack", "is missing" },
};

static char *
quoted (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static char *
replace_first (const char *text, const char *find, const char *replace)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, replace, at + strlen (find));
}

static void
test_sound (void)
{
  g_autofree char *text = quoted (sound);
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack = survey_pack_parse (text, -1, "mini.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (survey_pack_id (pack), ==, "mini");
  g_assert_cmpuint (survey_pack_n_questions (pack), ==, 3);
  g_assert_cmpuint (survey_pack_dimension (pack, 1)->first_question, ==, 2);
  g_assert_cmpstr (survey_pack_carries_to (pack), ==, "other");
  g_assert_null (survey_pack_question (pack, 0)->options[0].explanation);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *changed = replace_first (sound, fault->find, fault->replace);
  g_autofree char *text = quoted (changed);
  g_autoptr (GError) error = NULL;

  g_assert_null (survey_pack_parse (text, -1, "mini.json", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == BASE_ERROR);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "mini.json"));
  g_assert_nonnull (strstr (error->message, fault->path));
  g_assert_nonnull (strstr (error->message, fault->message));
}

static void
test_newer_is_called_newer (void)
{
  g_autofree char *changed
      = replace_first (sound, "'format_version':1", "'format_version':2,'new':1");
  g_autofree char *text = quoted (changed);
  g_autoptr (GError) error = NULL;

  g_assert_null (survey_pack_parse (text, -1, "mini.json", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_VERSION);
}

/* Too long texts, too many options, too large a common multiple, too big a file. */
static void
test_too_long (void)
{
  g_autofree char *long_title = g_strnfill (201, 'x');
  g_autofree char *replace = g_strdup_printf ("'title':'%s'", long_title);
  g_autofree char *changed = replace_first (sound, "'title':'Mini'", replace);
  g_autofree char *text = quoted (changed);
  g_autoptr (GError) error = NULL;

  g_assert_null (survey_pack_parse (text, -1, "mini.json", &error));
  g_assert_nonnull (strstr (error->message, "$.title: has 201 characters, at most 200"));
}

/* Ticks with these numbers of options instead of question a1. */
static char *
with_options (const guint *counts, guint n)
{
  g_autoptr (GString) questions = g_string_new (NULL);
  g_autofree char *changed = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (
          questions,
          "{'id':'x%u','dimension':'first','kind':'ticks','title':'A','lead':'L',"
          "'why':'W','example':'E','options':[",
          i);
      for (guint j = 0; j < counts[i]; j++)
        g_string_append_printf (questions, "%s{'number':%u,'title':'O'}", j > 0 ? "," : "", j + 1);
      g_string_append (questions, "]},");
    }
  g_string_append (questions, "{'id':'a1'");
  changed = replace_first (sound, "{'id':'a1'", questions->str);
  return quoted (changed);
}

static void
test_too_many_options (void)
{
  const guint counts[] = { 61 };
  g_autofree char *text = with_options (counts, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (survey_pack_parse (text, -1, "mini.json", &error));
  g_assert_nonnull (strstr (error->message, "$.questions[0].options: found 61 items"));
}

static void
test_common_multiple (void)
{
  const guint primes[] = { 59, 53, 47, 43, 41, 37, 31, 29 };
  g_autofree char *text = with_options (primes, 7);
  g_autofree char *too_much = with_options (primes, 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack = survey_pack_parse (text, -1, "mini.json", &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  g_assert_null (survey_pack_parse (too_much, -1, "mini.json", &error));
  g_assert_nonnull (strstr (error->message, "$.questions[7]"));
  g_assert_nonnull (strstr (error->message, "common multiple"));
}

static void
test_too_big (void)
{
  gsize length = SURVEY_PACK_CAP + 1;
  g_autofree char *text = g_strnfill (length, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (survey_pack_parse (text, (gssize)length, "mini.json", &error));
  g_assert_error (error, BASE_ERROR, BASE_ERROR_SIZE);
}

/* Every cut of a sound pack is refused with a message, never a crash. */
static void
test_truncated (void)
{
  g_autofree char *text = quoted (sound);

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (survey_pack_parse (text, (gssize)length, "mini.json", &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/survey/pack-faults/sound", test_sound);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *name = g_strdup_printf ("/survey/pack-faults/%02u", i);

      g_test_add_data_func (name, &faults[i], test_fault);
    }
  g_test_add_func ("/survey/pack-faults/newer", test_newer_is_called_newer);
  g_test_add_func ("/survey/pack-faults/too-long", test_too_long);
  g_test_add_func ("/survey/pack-faults/too-many-options", test_too_many_options);
  g_test_add_func ("/survey/pack-faults/common-multiple", test_common_multiple);
  g_test_add_func ("/survey/pack-faults/too-big", test_too_big);
  g_test_add_func ("/survey/pack-faults/truncated", test_truncated);
  return g_test_run ();
}
