/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-evidence-private.h"

#include "advice/advice-instrument-private.h"
#include "base/base-date.h"

#include <string.h>

/* Evidence and answers looked at by rules. evidence.dmn is asked once for each piece, answers.dmn
 * once for the document; this file only says what each input is. What is not known is unknown to
 * the tables, so that nothing is claimed that rests on it. */

struct _AdviceEvidence
{
  Advice *advice;
  AdvicePool *pool;
  char *day;
  GArray *findings;
  guint8 *covered; /* for each question score: 1 covered, 2 seen too */
  guint n_counting, n_covered, n_seen;
  BaseText *coverage;
};

const char *
advice_severity_name (AdviceSeverity severity)
{
  static const char *const names[] = { "error", "warning", "hint" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (names), NULL);
  return names[severity];
}

static const AssessmentDocument *
document_of (const AdviceEvidence *evidence)
{
  return advice_document (evidence->advice);
}

static char *
piece_path (guint index, const char *member)
{
  return g_strdup_printf ("evidence[%u].%s", index, member);
}

static const char *
piece_string (const AdviceEvidence *evidence, guint index, const char *member)
{
  g_autofree char *path = piece_path (index, member);

  return assessment_document_get_string (document_of (evidence), path);
}

static const char *const *
piece_strings (const AdviceEvidence *evidence, guint index, const char *member)
{
  g_autofree char *path = piece_path (index, member);

  return assessment_document_get_strings (document_of (evidence), path);
}

static guint
count_pieces (const AdviceEvidence *evidence)
{
  return assessment_document_count (document_of (evidence), "evidence");
}

/* --- what a piece is --- */

static gboolean
is_photo (const char *type)
{
  static const char *const photos[] = { "photo", "photos", "screenshot", "print-screen", NULL };

  return type != NULL && g_strv_contains (photos, type);
}

static gboolean
is_seen (const AdviceEvidence *evidence, guint index)
{
  return piece_string (evidence, index, "seen_by") != NULL
         && piece_string (evidence, index, "seen_on") != NULL;
}

static gboolean
is_expired (const AdviceEvidence *evidence, guint index)
{
  const char *until = piece_string (evidence, index, "valid_until");

  return until != NULL && strcmp (until, evidence->day) < 0;
}

static gboolean
belongs_to (const AdviceEvidence *evidence, guint index, const char *question)
{
  const char *const *questions = piece_strings (evidence, index, "questions");

  return questions != NULL && g_strv_contains (questions, question);
}

/* Begun months from @from to @to: three years to the day are 36, one day more is 37. */
static int
begun_months (const char *from, const char *to)
{
  int months = 12 * (atoi (to) - atoi (from)) + (atoi (to + 5) - atoi (from + 5));
  g_autofree char *day = base_date_add_months (from, months);

  return strcmp (day, to) < 0 ? months + 1 : months;
}

/* All pieces of one of its questions are photos. */
static gboolean
are_photos_alone (const AdviceEvidence *evidence, guint index)
{
  const char *const *questions = piece_strings (evidence, index, "questions");

  if (!is_photo (piece_string (evidence, index, "type")))
    return FALSE;
  for (guint q = 0; questions != NULL && questions[q] != NULL; q++)
    {
      gboolean alone = TRUE;

      for (guint i = 0; i < count_pieces (evidence); i++)
        if (belongs_to (evidence, i, questions[q])
            && !is_photo (piece_string (evidence, i, "type")))
          alone = FALSE;
      if (alone)
        return TRUE;
    }
  return FALSE;
}

/* A question of the piece is answered, and nothing of it is in place. */
static gboolean
claims_nothing (const AdviceEvidence *evidence, guint index)
{
  const SurveyScore *score = advice_score (evidence->advice);
  const char *const *questions = piece_strings (evidence, index, "questions");

  for (guint q = 0; questions != NULL && questions[q] != NULL; q++)
    {
      gboolean found = FALSE, any = FALSE;

      for (guint i = 0; i < survey_score_n_questions (score); i++)
        if (strcmp (survey_score_question (score, i)->question->id, questions[q]) == 0)
          {
            found = TRUE;
            any = any || survey_score_question (score, i)->points.high > 0;
          }
      if (found && !any)
        return TRUE;
    }
  return FALSE;
}

/* --- asking --- */

static DmnFact
boolean_fact (gboolean yes)
{
  return dmn_fact_value (feel_value_boolean (yes));
}

static DmnFact
piece_fact (const AdviceEvidence *evidence, guint index, const char *input)
{
  const char *date = piece_string (evidence, index, "date");
  const char *assessed = assessment_document_get_string (document_of (evidence), "date");
  const char *const *questions = piece_strings (evidence, index, "questions");
  const char *const *criteria = piece_strings (evidence, index, "criteria");

  if (strcmp (input, "dated") == 0)
    return boolean_fact (date != NULL);
  if (strcmp (input, "age in months") == 0)
    return date != NULL ? dmn_fact_value (
               feel_value_number (feel_number_from_int64 (begun_months (date, evidence->day))))
                        : dmn_fact_unknown ();
  if (strcmp (input, "expired") == 0)
    return boolean_fact (is_expired (evidence, index));
  if (strcmp (input, "after assessment") == 0)
    return date != NULL && assessed != NULL ? boolean_fact (strcmp (date, assessed) > 0)
                                            : dmn_fact_unknown ();
  if (strcmp (input, "has file") == 0)
    return boolean_fact (piece_string (evidence, index, "file") != NULL);
  if (strcmp (input, "has hash") == 0)
    return boolean_fact (piece_string (evidence, index, "sha256") != NULL);
  if (strcmp (input, "seen") == 0)
    return boolean_fact (is_seen (evidence, index));
  if (strcmp (input, "linked") == 0)
    return boolean_fact ((questions != NULL && questions[0] != NULL)
                         || (criteria != NULL && criteria[0] != NULL));
  if (strcmp (input, "photos alone") == 0)
    return boolean_fact (are_photos_alone (evidence, index));
  if (strcmp (input, "nothing claimed") == 0)
    return boolean_fact (claims_nothing (evidence, index));
  return dmn_fact_unknown ();
}

/* "q1_invested_10": the part's level, unknown while it is open or not of this questionnaire. */
static DmnFact
answer_fact (const Advice *advice, const char *input)
{
  const SurveyScore *score = advice_score (advice);

  for (guint q = 0; q < survey_score_n_questions (score); q++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, q);
      g_autofree char *prefix = g_strdelimit (g_strconcat (question->id, "_", NULL), "-", '_');

      if (!g_str_has_prefix (input, prefix))
        continue;
      for (guint p = 0; p < question->n_parts; p++)
        if (g_ascii_strtoull (input + strlen (prefix), NULL, 10)
                == question->parts[p].option->number
            && question->parts[p].level >= 0)
          return dmn_fact_value (feel_value_number_from_int64 (question->parts[p].level));
    }
  return dmn_fact_unknown ();
}

static AdviceSeverity
severity_of (const char *name)
{
  if (strcmp (name, "error") == 0)
    return ADVICE_SEVERITY_ERROR;
  return strcmp (name, "warning") == 0 ? ADVICE_SEVERITY_WARNING : ADVICE_SEVERITY_HINT;
}

static const char *
output_string (const DmnTable *table, guint rule, guint output)
{
  const char *string = output < dmn_table_n_outputs (table)
                           ? feel_value_get_string (dmn_table_output_value (table, rule, output))
                           : NULL;

  return string != NULL ? string : "";
}

static void
add_finding (AdviceEvidence *evidence,
             const DmnTable *table,
             guint rule,
             BaseText *text,
             const char *path,
             guint index)
{
  const char *source = dmn_table_rule_annotation_named (table, rule, "source");
  AdviceEvidenceFinding finding = {
    .severity = severity_of (output_string (table, rule, 1)),
    .text = advice_pool_keep (evidence->pool, text),
    .rule = output_string (table, rule, 0),
    .path = advice_pool_string (evidence->pool, path),
    .evidence = index,
    .basis = strcmp (dmn_table_rule_annotation_named (table, rule, "basis"), "stated") == 0
                 ? ADVICE_BASIS_STATED
                 : ADVICE_BASIS_INFERRED,
    .source = source != NULL && *source != '\0' ? source : NULL,
  };

  g_array_append_val (evidence->findings, finding);
}

DmnOutcomes *
advice_ask_answers (const Advice *advice, const AdviceRule *rule)
{
  g_autofree DmnFact *facts = NULL;

  if (rule == NULL)
    return NULL;
  facts = g_new0 (DmnFact, rule->n_inputs + 1);
  for (guint i = 0; i < rule->n_inputs; i++)
    facts[i] = answer_fact (advice, dmn_model_input (rule->model, i)->name);
  return dmn_model_outcomes (rule->model, rule->decision, facts, NULL);
}

static DmnOutcomes *
ask_piece (const AdviceEvidence *evidence, const AdviceRule *rule, guint index)
{
  g_autofree DmnFact *facts = g_new0 (DmnFact, rule->n_inputs + 1);

  for (guint i = 0; i < rule->n_inputs; i++)
    facts[i] = piece_fact (evidence, index, dmn_model_input (rule->model, i)->name);
  return dmn_model_outcomes (rule->model, rule->decision, facts, NULL);
}

static void
judge_piece (AdviceEvidence *evidence, const AdviceRule *rule, guint index)
{
  g_autoptr (DmnOutcomes) outcomes = ask_piece (evidence, rule, index);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  g_autofree char *path = g_strdup_printf ("evidence[%u]", index);
  const char *title = piece_string (evidence, index, "title");

  if (title == NULL)
    title = piece_string (evidence, index, "id");
  for (guint row = 0; table != NULL && row < dmn_table_n_rules (table); row++)
    if (dmn_outcomes_rule (outcomes, row) == DMN_CELL_MET)
      add_finding (evidence, table, row,
                   base_text_with_text (
                       base_text_with_string (base_text_new (N_ ("“{evidence}”: {finding}")),
                                              "evidence", title != NULL ? title : path),
                       "finding", base_text_new (dmn_table_rule_description (table, row))),
                   path, index);
}

/* The question that the first cell is about. */
static char *
answer_path (const AdviceRule *rule, const DmnTable *table)
{
  const char *input
      = dmn_model_input (rule->model, (guint)dmn_table_column (table, 0)->input)->name;
  const char *end = strchr (input, '_');

  return g_strdup_printf ("answers.%.*s", (int)(end != NULL ? end - input : 0), input);
}

static void
judge_answers (AdviceEvidence *evidence, const AdviceRule *rule)
{
  g_autoptr (DmnOutcomes) outcomes = advice_ask_answers (evidence->advice, rule);
  const DmnTable *table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;

  for (guint row = 0; table != NULL && row < dmn_table_n_rules (table); row++)
    if (dmn_outcomes_rule (outcomes, row) == DMN_CELL_MET)
      {
        g_autofree char *path = answer_path (rule, table);

        add_finding (evidence, table, row, base_text_new (dmn_table_rule_description (table, row)),
                     path, G_MAXUINT);
      }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const AdviceEvidenceFinding *left = a, *right = b;

  return (int)left->severity - (int)right->severity;
}

static void
judge (AdviceEvidence *evidence)
{
  const AdviceRules *rules = advice_rules (evidence->advice);
  const AdviceRule *rule;

  for (guint piece = 0; piece < count_pieces (evidence); piece++)
    for (guint i = 0; (rule = advice_rules_nth (rules, "evidence", i)) != NULL; i++)
      judge_piece (evidence, rule, piece);
  for (guint i = 0; (rule = advice_rules_nth (rules, "answers", i)) != NULL; i++)
    judge_answers (evidence, rule);
  g_array_sort (evidence->findings, compare_findings);
}

/* --- coverage --- */

static void
cover (AdviceEvidence *evidence)
{
  const SurveyScore *score = advice_score (evidence->advice);
  guint n = survey_score_n_questions (score);

  evidence->covered = g_new0 (guint8, n + 1);
  for (guint q = 0; q < n; q++)
    {
      const SurveyQuestionScore *question = survey_score_question (score, q);

      if (question->points.low <= 0)
        continue;
      evidence->n_counting++;
      for (guint i = 0; i < count_pieces (evidence); i++)
        if (belongs_to (evidence, i, question->question->id) && !is_expired (evidence, i)
            && piece_string (evidence, i, "file") != NULL)
          evidence->covered[q] = MAX (evidence->covered[q], is_seen (evidence, i) ? 2 : 1);
      evidence->n_covered += evidence->covered[q] > 0 ? 1 : 0;
      evidence->n_seen += evidence->covered[q] > 1 ? 1 : 0;
    }
}

static BaseText *
coverage_text (const AdviceEvidence *evidence)
{
  BaseText *text;

  if (evidence->n_counting == 0)
    return base_text_new (N_ ("No answer counts yet, so there is nothing to prove."));
  text = base_text_new (N_ ("{percent} % of the answers that count have evidence ({covered} of "
                            "{counting}), {seen} of them seen by somebody."));
  text = base_text_with_integer (text, "percent", advice_evidence_coverage (evidence) / 100);
  text = base_text_with_integer (text, "covered", evidence->n_covered);
  text = base_text_with_integer (text, "counting", evidence->n_counting);
  return base_text_with_integer (text, "seen", evidence->n_seen);
}

AdviceEvidence *
advice_evidence_new (Advice *advice)
{
  AdviceEvidence *evidence;
  const char *deadline;

  g_return_val_if_fail (advice != NULL, NULL);

  evidence = g_new0 (AdviceEvidence, 1);
  evidence->advice = advice_ref (advice);
  evidence->pool = advice_pool_new ();
  evidence->findings = g_array_new (FALSE, FALSE, sizeof (AdviceEvidenceFinding));
  deadline = assessment_document_get_string (advice_document (advice), "project.call.deadline");
  evidence->day = g_strdup (deadline != NULL && strcmp (deadline, advice_date (advice)) > 0
                                ? deadline
                                : advice_date (advice));
  judge (evidence);
  cover (evidence);
  evidence->coverage = advice_pool_keep (evidence->pool, coverage_text (evidence));
  return evidence;
}

void
advice_evidence_free (AdviceEvidence *evidence)
{
  if (evidence == NULL)
    return;
  g_array_unref (evidence->findings);
  g_free (evidence->covered);
  g_free (evidence->day);
  advice_pool_free (evidence->pool);
  advice_unref (evidence->advice);
  g_free (evidence);
}

const char *
advice_evidence_day (const AdviceEvidence *evidence)
{
  return evidence->day;
}

guint
advice_evidence_n_findings (const AdviceEvidence *evidence)
{
  return evidence->findings->len;
}

const AdviceEvidenceFinding *
advice_evidence_finding (const AdviceEvidence *evidence, guint index)
{
  g_return_val_if_fail (index < evidence->findings->len, NULL);
  return &g_array_index (evidence->findings, AdviceEvidenceFinding, index);
}

guint
advice_evidence_n_counting (const AdviceEvidence *evidence)
{
  return evidence->n_counting;
}

guint
advice_evidence_n_covered (const AdviceEvidence *evidence)
{
  return evidence->n_covered;
}

guint
advice_evidence_n_seen (const AdviceEvidence *evidence)
{
  return evidence->n_seen;
}

int
advice_evidence_coverage (const AdviceEvidence *evidence)
{
  return evidence->n_counting > 0 ? (int)(evidence->n_covered * 10000 / evidence->n_counting) : -1;
}

const BaseText *
advice_evidence_coverage_text (const AdviceEvidence *evidence)
{
  return evidence->coverage;
}
