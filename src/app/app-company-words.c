/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/app-company-words.h"

#include "app/app-choice.h"
#include "base/base-date.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define NO_BREAK_SPACE "\u00a0"

/* The data's names are there once the library is read; before that, ids stand for nothing. */

/* Words that stay on one line; takes @words. */
static char *
take_together (char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  g_free (words);
  return g_strjoinv (NO_BREAK_SPACE, parts);
}

char *
app_company_words_place (const WorkspaceCompany *company, AppSession *session)
{
  const gboolean named = app_session_get_catalogue (session) != NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *region = NULL, *sector = NULL;

  if (named && company->sectors[0] != NULL)
    sector = app_choices_title (session, "sector", company->sectors[0]);
  if (named && company->region != NULL)
    region = app_choices_title (session, "place", company->region);
  if (region == NULL)
    region = g_strdup (company->city);
  if (sector != NULL)
    g_ptr_array_add (parts, g_steal_pointer (&sector));
  if (region != NULL && company->country != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("%s," NO_BREAK_SPACE "%s", region, company->country));
  else if (region != NULL || company->country != NULL)
    g_ptr_array_add (parts, g_strdup (region != NULL ? region : company->country));
  if (company->staff >= 0)
    g_ptr_array_add (parts,
                     take_together (g_strdup_printf (
                         ngettext ("%ld staff", "%ld staff", (unsigned long)(company->staff + 0.5)),
                         (long)(company->staff + 0.5))));
  g_ptr_array_add (parts, NULL);
  /* No line begins with a dot. */
  return g_strjoinv (NO_BREAK_SPACE "· ", (char **)parts->pdata);
}

char *
app_company_words_score (const WorkspaceCompany *company, AppSession *session)
{
  const WorkspaceStage *stage = workspace_company_latest (company);

  return stage != NULL && stage->overall >= 0 ? base_language_integer (
             app_session_get_language (session), (stage->overall + 50) / 100)
                                              : g_strdup ("–");
}

static SurveyPack *
pack_of (const WorkspaceStage *stage, AppSession *session)
{
  return stage->pack_id != NULL
             ? app_library_get_pack (app_session_get_library (session), stage->pack_id)
             : NULL;
}

char *
app_company_words_level (const WorkspaceCompany *company, AppSession *session)
{
  const WorkspaceStage *stage = workspace_company_latest (company);
  SurveyPack *pack = stage != NULL ? pack_of (stage, session) : NULL;

  if (stage == NULL || stage->completeness < 0)
    return g_strdup ("");
  for (guint i = 0; pack != NULL && stage->band != NULL && i < survey_pack_n_bands (pack); i++)
    if (g_str_equal (survey_pack_band (pack, i)->id, stage->band))
      return g_strdup (app_session_tell (session, survey_pack_band (pack, i)->title));
  return g_strdup_printf (_ ("%d %% answered"), stage->completeness / 100);
}

/* How far the day is from today, in words: late, today, or the day itself. */
static char *
words_for_day (const char *day, AppSession *session)
{
  g_autofree char *today = base_date_today ();
  const gint64 late = base_date_to_days (today) - base_date_to_days (day);

  if (late > 0)
    return g_strdup_printf (ngettext ("%ld day late", "%ld days late", (unsigned long)late),
                            (long)late);
  return late == 0 ? g_strdup (_ ("today"))
                   : base_language_date (app_session_get_language (session), day);
}

/* The title of a step, from its id "q8:3"; NULL when the pack does not know it. */
static char *
step_title (const WorkspaceStage *stage, AppSession *session)
{
  SurveyPack *pack = stage->next_step != NULL ? pack_of (stage, session) : NULL;
  g_auto (GStrv) parts = stage->next_step != NULL ? g_strsplit (stage->next_step, ":", 2) : NULL;
  const SurveyQuestion *question;

  if (pack == NULL || g_strv_length (parts) != 2)
    return NULL;
  question = survey_pack_find_question (pack, parts[0]);
  for (guint i = 0; question != NULL && i < question->n_options; i++)
    if (question->options[i].number == atoi (parts[1]))
      return g_strdup (app_session_tell (session, question->options[i].step != NULL
                                                      ? question->options[i].step
                                                      : question->options[i].title));
  return NULL;
}

/* NULL: no stage is begun or due by a day. */
static char *
stage_words (const WorkspaceCompany *company, AppSession *session, char **when)
{
  const WorkspaceStage *begun
      = company->due_stage != NULL ? workspace_company_stage (company, company->due_stage) : NULL;

  if (begun != NULL)
    return g_strdup_printf (_ ("Finish %s: %d %% answered"), company->due_stage,
                            MAX (begun->completeness, 0) / 100);
  if (company->due_stage == NULL || company->due_on == NULL)
    return NULL;
  *when = words_for_day (company->due_on, session);
  return g_strdup_printf (_ ("%s is due"), company->due_stage);
}

static gboolean
is_late (const WorkspaceCompany *company)
{
  g_autofree char *today = base_date_today ();

  return company->due_on != NULL && g_strcmp0 (company->due_on, today) <= 0;
}

char *
app_company_words_next (const WorkspaceCompany *company, AppSession *session, char **when)
{
  const WorkspaceStage *latest = workspace_company_latest (company);
  char *words = NULL;

  *when = NULL;
  if (company->next_meeting != NULL)
    {
      *when = words_for_day (company->next_meeting, session);
      return company->next_about != NULL ? g_strdup_printf (_ ("Meeting: %s"), company->next_about)
                                         : g_strdup (_ ("Meeting"));
    }
  if (is_late (company) || (latest != NULL && !workspace_stage_is_done (latest)))
    words = stage_words (company, session, when);
  if (words == NULL && latest != NULL)
    words = step_title (latest, session);
  if (words == NULL)
    words = stage_words (company, session, when);
  return words != NULL ? words : g_strdup (_ ("Nothing open"));
}

char *
app_company_words_stages (const WorkspaceCompany *company)
{
  static const char *const stages[] = { "T0", "T1", "T2" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      const WorkspaceStage *stage = workspace_company_stage (company, stages[i]);

      g_ptr_array_add (parts, stage == NULL ? g_strdup_printf (_ ("%s open"), stages[i])
                              : workspace_stage_is_done (stage)
                                  ? g_strdup_printf (_ ("%s finished"), stages[i])
                                  : g_strdup_printf (_ ("%s begun"), stages[i]));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **)parts->pdata);
}
