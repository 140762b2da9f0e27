/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-readiness-private.h"

#include <string.h>

/* Blocks D and E of the annex: maturity now, before and aimed at; the project. */

static const char *
get (const AdviceChecker *checker, const char *path)
{
  return assessment_document_get_string (checker->document, path);
}

/* --- maturity --- */

static const AdviceNeededField maturity_fields[] = {
  { "date", ADVICE_SEVERITY_ERROR, N_ ("The day of the assessment is missing."), NULL },
  { "stage", ADVICE_SEVERITY_WARNING, N_ ("The stage (T0, T1, T2) is missing."), NULL },
  { "portal.id", ADVICE_SEVERITY_HINT,
    N_ ("The assessment’s number in the Commission’s portal is missing."), NULL },
};

static void
check_answers (AdviceChecker *checker)
{
  const SurveyScore *score = advice_score (checker->advice);
  gint64 open = 0;
  const char *first = NULL;

  for (guint d = 0; d < survey_score_n_dimensions (score); d++)
    {
      const SurveyDimensionScore *dimension = survey_score_dimension (score, d);

      open += dimension->questions - dimension->answered;
      for (guint q = dimension->first; q < dimension->first + dimension->n && first == NULL; q++)
        if (!survey_score_question (score, q)->answered)
          first = survey_score_question (score, q)->question->id;
    }
  if (first != NULL)
    {
      g_autofree char *path = g_strdup_printf ("answers.%s", first);

      advice_check_add (
          checker, ADVICE_SEVERITY_ERROR, "answers", path,
          base_text_new_plural ("{n} question is not completely answered, so there is no score.",
                                "{n} questions are not completely answered, so there is no score.",
                                open),
          NULL);
    }
  for (guint i = 0; i < advice_n_contradictions (checker->advice); i++)
    {
      const AdviceFinding *finding = advice_contradiction (checker->advice, i);
      g_autofree char *path = g_strdup_printf ("answers.%s", finding->question->id);

      advice_check_add (
          checker, ADVICE_SEVERITY_ERROR, "answers", path,
          base_text_with_text (base_text_with_text (base_text_new (N_ ("{item}: {finding}")),
                                                    "item", base_text_ref (finding->title)),
                               "finding", base_text_ref (finding->detail)),
          NULL);
    }
}

static void
check_earlier (AdviceChecker *checker)
{
  const char *date = get (checker, "date");
  const char *earlier;
  BaseText *text;

  if (checker->before == NULL)
    {
      if (get (checker, "stage") != NULL && strcmp (get (checker, "stage"), "T0") != 0
          && get (checker, "previous") == NULL)
        advice_check_add (
            checker, ADVICE_SEVERITY_WARNING, "maturity", "previous",
            base_text_new (N_ ("This is a later stage, and the assessment before it is "
                               "not named.")),
            NULL);
      return;
    }
  earlier = assessment_document_get_string (advice_document (checker->before), "date");
  if (date == NULL || earlier == NULL || strcmp (date, earlier) >= 0)
    return;
  text
      = base_text_new (N_ ("This assessment is of {date}, before the earlier stage of {earlier}."));
  text = base_text_with_date (text, "date", date);
  advice_check_add (checker, ADVICE_SEVERITY_ERROR, "maturity", "date",
                    base_text_with_date (text, "earlier", earlier), NULL);
}

static void
check_targets (AdviceChecker *checker)
{
  const char *const *targets = assessment_document_get_keys (checker->document, "targets");

  if ((targets == NULL || targets[0] == NULL) && checker->before == NULL)
    advice_check_add (
        checker, ADVICE_SEVERITY_WARNING, "maturity", "targets",
        base_text_new (N_ ("No target is set, and there is no later stage: nobody can "
                           "see what the project is to change.")),
        NULL);
  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("target_plans.%s.due", targets[i]);

      if (!assessment_document_has (checker->document, path))
        advice_check_add (
            checker, ADVICE_SEVERITY_HINT, "maturity", path,
            base_text_with_string (base_text_new (N_ ("The target “{id}” has no day.")), "id",
                                   targets[i]),
            NULL);
    }
}

void
advice_check_maturity (AdviceChecker *checker)
{
  const char *date = get (checker, "date");

  advice_check_fields (checker, "maturity", maturity_fields, G_N_ELEMENTS (maturity_fields));
  if (date != NULL && strcmp (date, checker->date) > 0)
    advice_check_add (
        checker, ADVICE_SEVERITY_ERROR, "maturity", "date",
        base_text_with_date (base_text_new (N_ ("The assessment is dated {date}, in the future.")),
                             "date", date),
        NULL);
  check_answers (checker);
  check_earlier (checker);
  check_targets (checker);
}

/* --- project --- */

static const AdviceNeededField project_fields[] = {
  { "project.title", ADVICE_SEVERITY_ERROR, N_ ("The project’s title is missing."), NULL },
  { "project.summary", ADVICE_SEVERITY_ERROR, N_ ("The project’s summary is missing."), NULL },
  { "project.goal", ADVICE_SEVERITY_ERROR, N_ ("The goal is missing."), NULL },
  { "project.technologies", ADVICE_SEVERITY_WARNING, N_ ("The technologies are missing."), NULL },
  { "project.expected_result", ADVICE_SEVERITY_WARNING, N_ ("The expected result is missing."),
    NULL },
  { "project.budget_eur", ADVICE_SEVERITY_ERROR, N_ ("The budget is missing."), NULL },
  { "project.starts_on", ADVICE_SEVERITY_WARNING, N_ ("The day it starts is missing."), NULL },
  { "project.ends_on", ADVICE_SEVERITY_WARNING, N_ ("The day it ends is missing."), NULL },
  { "project.milestones", ADVICE_SEVERITY_HINT, N_ ("There are no milestones."), NULL },
  { "project.trl_start", ADVICE_SEVERITY_HINT,
    N_ ("The technology readiness at the start (1 to 9) is missing."), NULL },
};

static void
check_order (AdviceChecker *checker)
{
  const char *start = get (checker, "project.starts_on"), *end = get (checker, "project.ends_on");
  double from, to;

  if (start != NULL && end != NULL && strcmp (end, start) < 0)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "project", "project.ends_on",
                      base_text_with_date (
                          base_text_with_date (
                              base_text_new (N_ ("The project ends on {end}, before it starts on "
                                                 "{start}.")),
                              "end", end),
                          "start", start),
                      NULL);
  if (assessment_document_get_number (checker->document, "project.trl_start", &from)
      && assessment_document_get_number (checker->document, "project.trl_end", &to) && to < from)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "project", "project.trl_end",
                      base_text_new (N_ ("The technology readiness at the end is lower than at the "
                                         "start.")),
                      NULL);
}

static void
check_milestones (AdviceChecker *checker)
{
  const char *end = get (checker, "project.ends_on");

  for (guint i = 0; i < assessment_document_count (checker->document, "project.milestones"); i++)
    {
      const char *due = advice_check_string (checker, "project.milestones", i, "due");
      const char *title = advice_check_string (checker, "project.milestones", i, "title");
      g_autofree char *path = g_strdup_printf ("project.milestones[%u].due", i);

      if (due != NULL && end != NULL && strcmp (due, end) > 0)
        advice_check_add (checker, ADVICE_SEVERITY_WARNING, "project", path,
                          base_text_with_string (
                              base_text_new (N_ ("The milestone “{title}” is due after the end of "
                                                 "the project.")),
                              "title", title != NULL ? title : due),
                          NULL);
    }
}

void
advice_check_project (AdviceChecker *checker)
{
  advice_check_fields (checker, "project", project_fields, G_N_ELEMENTS (project_fields));
  check_order (checker);
  check_milestones (checker);
}
