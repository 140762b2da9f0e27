/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-effects.h"

#include <stdlib.h>

/* An answer has at most so many options and rows. */
#define MOST 64

typedef struct
{
  const SurveyQuestion *question;
  guint option; /* index */
  guint level;  /* 0 for a tick */
} Effect;

static gboolean
is_leveled (const SurveyQuestion *question)
{
  return question->kind == SURVEY_QUESTION_LEVELS;
}

static char *
id_of (const SurveyQuestion *question, guint option, guint level)
{
  const guint number = question->options[option].number;

  return is_leveled (question) ? g_strdup_printf ("%s:%u:%u", question->id, number, level)
                               : g_strdup_printf ("%s:%u", question->id, number);
}

static gboolean
parse (const SurveyPack *pack, const char *id, Effect *effect)
{
  g_auto (GStrv) parts = g_strsplit (id, ":", 3);
  const guint n = g_strv_length (parts);
  const SurveyQuestion *question = n > 1 ? survey_pack_find_question (pack, parts[0]) : NULL;

  if (question == NULL || is_leveled (question) != (n == 3))
    return FALSE;
  *effect = (Effect){ question, G_MAXUINT, n == 3 ? (guint)atoi (parts[2]) : 0 };
  for (guint i = 0; i < question->n_options; i++)
    if (question->options[i].number == atoi (parts[1]))
      effect->option = i;
  return effect->option < MIN (question->n_options, MOST)
         && (n == 2 || (effect->level > 0 && effect->level < question->n_levels));
}

/* --- reading ---------------------------------------------------------------------------------- */

/* The effects as answers of a document of their own. */
static AssessmentDocument *
as_answers (const AssessmentDocument *document, const SurveyPack *pack, const char *path)
{
  AssessmentDocument *answers
      = assessment_document_new (survey_pack_id (pack), survey_pack_version (pack));

  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const char *question = survey_pack_question (pack, i)->id;
      g_autofree char *place = g_strdup_printf ("%s.%s", path, question);
      g_autofree char *json = assessment_document_value_to_json (document, place);
      AssessmentDocument *next
          = json != NULL ? assessment_document_with_answer_json (answers, question, json, NULL)
                         : NULL;

      if (next == NULL)
        continue;
      assessment_document_unref (answers);
      answers = next;
    }
  return answers;
}

static gboolean
has_tick (const AssessmentDocument *answers, const SurveyQuestion *question, guint number)
{
  const guint n_columns = MAX (question->n_columns, 1);

  for (guint c = 0; c < n_columns; c++)
    {
      const char *column = question->n_columns > 0 ? question->columns[c].id : NULL;
      guint n = 0;
      const guint8 *ticks = assessment_document_get_ticks (answers, question->id, column, &n);

      for (guint i = 0; i < n; i++)
        if (ticks[i] == number)
          return TRUE;
    }
  return FALSE;
}

static guint
level_of (const AssessmentDocument *answers, const SurveyQuestion *question, guint option)
{
  guint n = 0;
  const gint8 *levels = assessment_document_get_levels (answers, question->id, &n);

  return option < n && levels[option] > 0 ? (guint)levels[option] : 0;
}

char **
app_effects_get (const AssessmentDocument *document, const SurveyPack *pack, const char *path)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (AssessmentDocument) answers = as_answers (document, pack, path);

  for (guint q = 0; q < survey_pack_n_questions (pack); q++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, q);

      for (guint i = 0; i < question->n_options; i++)
        {
          const guint level = is_leveled (question) ? level_of (answers, question, i) : 0;
          g_autofree char *id = id_of (question, i, level);

          if (level > 0
              || (!is_leveled (question)
                  && has_tick (answers, question, question->options[i].number)))
            g_strv_builder_add (builder, id);
        }
    }
  return g_strv_builder_end (builder);
}

/* --- writing ---------------------------------------------------------------------------------- */

/* "[1,3]", "{"invested":[1,3]}" or "[0,null,2]"; NULL for nothing. */
static char *
json_of (const SurveyQuestion *question, const guint8 *wanted)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < MIN (question->n_options, MOST); i++)
    {
      any = any || wanted[i] > 0;
      if (is_leveled (question) && wanted[i] == 0)
        g_string_append_printf (list, "%snull", i > 0 ? "," : "");
      else if (is_leveled (question))
        g_string_append_printf (list, "%s%u", i > 0 ? "," : "", wanted[i]);
      else if (wanted[i] > 0)
        g_string_append_printf (list, "%s%u", list->len > 0 ? "," : "",
                                question->options[i].number);
    }
  if (!any)
    return NULL;
  return question->n_columns > 0 ? g_strdup_printf ("\"%s\":{\"%s\":[%s]}", question->id,
                                                    question->columns[0].id, list->str)
                                 : g_strdup_printf ("\"%s\":[%s]", question->id, list->str);
}

AssessmentDocument *
app_effects_set (const AssessmentDocument *document,
                 const SurveyPack *pack,
                 const char *path,
                 const char *const *ids)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *members = NULL, *json = NULL;

  for (guint q = 0; q < survey_pack_n_questions (pack); q++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, q);
      guint8 wanted[MOST] = { 0 };
      char *part;

      for (guint i = 0; ids[i] != NULL; i++)
        {
          Effect effect;

          if (parse (pack, ids[i], &effect) && effect.question == question)
            wanted[effect.option] = (guint8)MAX (effect.level, 1);
        }
      part = json_of (question, wanted);
      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  if (parts->len == 0)
    return assessment_document_without (document, path);
  g_ptr_array_add (parts, NULL);
  members = g_strjoinv (",", (char **)parts->pdata);
  json = g_strdup_printf ("{%s}", members);
  return assessment_document_with_value_json (document, path, json, NULL);
}

/* --- words ------------------------------------------------------------------------------------ */

char *
app_effects_title (const SurveyPack *pack, const char *id, AppEffectsTellFunc tell, gpointer data)
{
  const SurveyOption *option;
  Effect effect;

  if (!parse (pack, id, &effect))
    return NULL;
  option = &effect.question->options[effect.option];
  if (effect.level > 0)
    return g_strdup_printf ("%s – %s", tell (data, option->title),
                            tell (data, effect.question->levels[effect.level].title));
  return g_strdup (tell (data, option->title));
}

char **
app_effects_list (const SurveyPack *pack)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint q = 0; q < survey_pack_n_questions (pack); q++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, q);

      for (guint i = 0; i < question->n_options; i++)
        {
          const guint first = is_leveled (question) ? 1 : 0;

          for (guint level = first; level < MAX (question->n_levels, 1); level++)
            {
              g_autofree char *id = id_of (question, i, level);

              /* An answer that counts for nothing is nobody's aim. */
              if (!question->options[i].negative)
                g_strv_builder_add (builder, id);
            }
        }
    }
  return g_strv_builder_end (builder);
}
