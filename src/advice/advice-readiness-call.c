/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-readiness-private.h"

#include "advice/advice-ask-private.h"
#include "advice/advice-facts-private.h"
#include "advice/advice-rules-private.h"
#include "base/base-date.h"
#include "dmn/dmn-outcomes.h"

#include <string.h>

/* Blocks F and G of the annex: partners, the call with each of its conditions, evidence,
 * declarations. */

#define DEADLINE_NEAR 14 /* days: time to collect signatures */

static guint
count (const AdviceChecker *checker, const char *list)
{
  return assessment_document_count (checker->document, list);
}

/* --- partners --- */

static const AdviceNeededField partner_fields[] = {
  { "name", ADVICE_SEVERITY_ERROR, N_ ("The name is missing."), NULL },
  { "country", ADVICE_SEVERITY_ERROR, N_ ("The country is missing."), NULL },
  { "size", ADVICE_SEVERITY_ERROR, N_ ("The size is missing."), NULL },
  { "independent", ADVICE_SEVERITY_ERROR,
    N_ ("Whether it is independent of the applicant is not answered."), NULL },
  { "overall_score", ADVICE_SEVERITY_WARNING, N_ ("Its digital maturity is missing."), NULL },
  { "score_date", ADVICE_SEVERITY_WARNING, N_ ("The day of its assessment is missing."), NULL },
  { "role", ADVICE_SEVERITY_WARNING, N_ ("What it does in the project is missing."), NULL },
  { "contact.name", ADVICE_SEVERITY_WARNING, N_ ("Its contact person is missing."), NULL },
};

static BaseText *
partner_text (const AdviceChecker *checker, guint index)
{
  const char *name = advice_check_string (checker, "project.partners", index, "name");

  if (name != NULL)
    return base_text_new_verbatim (name);
  return base_text_with_integer (base_text_new (N_ ("Partner {number}")), "number", index + 1);
}

/* Only both signatures make a Twin: if one member does not confirm, the whole application is
 * invalid. */
static void
check_signature (AdviceChecker *checker, guint index)
{
  g_autofree char *path = g_strdup_printf ("project.partners[%u].signed", index);
  g_autofree char *day_path = g_strdup_printf ("project.partners[%u].signed_on", index);
  gboolean is_signed = FALSE;

  assessment_document_get_boolean (checker->document, path, &is_signed);
  if (!is_signed)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "partners", path,
                      base_text_with_text (
                          base_text_new (N_ ("{partner} has not signed. An application of several "
                                             "firms is complete only when all have signed.")),
                          "partner", partner_text (checker, index)),
                      ADVICE_SOURCE_CONSORTIUM);
  else if (!assessment_document_has (checker->document, day_path))
    advice_check_add (
        checker, ADVICE_SEVERITY_WARNING, "partners", day_path,
        base_text_with_text (base_text_new (N_ ("The day on which {partner} signed is missing.")),
                             "partner", partner_text (checker, index)),
        NULL);
}

void
advice_check_partners (AdviceChecker *checker)
{
  if (!assessment_document_has (checker->document, "project.partners"))
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "partners", "project.partners",
                      base_text_new (N_ ("Whether partners take part is not answered.")), NULL);
  for (guint i = 0; i < count (checker, "project.partners"); i++)
    {
      g_autofree char *sme_path = g_strdup_printf ("project.partners[%u].sme", i);
      guint skip = assessment_document_has (checker->document, sme_path) ? 1 : 0;

      /* "A small or medium-sized firm" is an answer to the size. */
      advice_check_item (checker, "partners", "project.partners", i, partner_text (checker, i),
                         partner_fields, 2);
      advice_check_item (checker, "partners", "project.partners", i, partner_text (checker, i),
                         partner_fields + 2 + skip, G_N_ELEMENTS (partner_fields) - 2 - skip);
      check_signature (checker, i);
    }
}

/* --- the call --- */

static const AdviceNeededField call_fields[] = {
  { "project.call.id", ADVICE_SEVERITY_ERROR, N_ ("The call’s number is missing."), NULL },
  { "project.call.title", ADVICE_SEVERITY_ERROR, N_ ("The call’s title is missing."), NULL },
  { "project.call.version", ADVICE_SEVERITY_ERROR,
    N_ ("The version of the call’s text is missing."), NULL },
  { "project.call.authority", ADVICE_SEVERITY_WARNING, N_ ("Who published the call is missing."),
    NULL },
  { "project.call.deadline", ADVICE_SEVERITY_ERROR, N_ ("The deadline is missing."), NULL },
  { "project.call.conditions", ADVICE_SEVERITY_ERROR,
    N_ ("The conditions of the call are not entered."), NULL },
};

static void
check_deadline (AdviceChecker *checker)
{
  const char *deadline
      = assessment_document_get_string (checker->document, "project.call.deadline");
  gint64 left;

  if (deadline == NULL)
    return;
  left = base_date_to_days (deadline) - base_date_to_days (checker->date);
  if (left < 0)
    advice_check_add (checker, ADVICE_SEVERITY_ERROR, "call", "project.call.deadline",
                      base_text_with_date (base_text_new (N_ ("The deadline, {date}, has passed.")),
                                           "date", deadline),
                      NULL);
  else if (left <= DEADLINE_NEAR)
    advice_check_add (
        checker, ADVICE_SEVERITY_WARNING, "call", "project.call.deadline",
        base_text_with_date (base_text_new_plural ("{n} day is left until the deadline, {date}.",
                                                   "{n} days are left until the deadline, {date}.",
                                                   left),
                             "date", deadline),
        NULL);
}

static int
find_statement (const AdviceChecker *checker, const char *condition)
{
  return assessment_document_find_item (checker->document, "project.call.statements", "condition",
                                        condition);
}

static void
check_statement (AdviceChecker *checker, const char *condition, int index)
{
  const char *list = "project.call.statements";
  const char *state
      = index >= 0 ? advice_check_string (checker, list, (guint)index, "state") : NULL;
  g_autofree char *path = index >= 0 ? g_strdup_printf ("%s[%d].state", list, index)
                                     : g_strdup ("project.call.statements");
  const char *msgid = NULL;
  AdviceSeverity severity = ADVICE_SEVERITY_ERROR;

  if (state == NULL)
    msgid = N_ ("Nothing is stated yet on the condition “{condition}”.");
  else if (strcmp (state, "not-met") == 0)
    msgid = N_ ("The condition “{condition}” is stated as not met.");
  else if (advice_check_string (checker, list, (guint)index, "by") == NULL
           || advice_check_string (checker, list, (guint)index, "on") == NULL)
    {
      msgid = N_ ("Who stated the condition “{condition}”, and when, is missing.");
      severity = ADVICE_SEVERITY_WARNING;
    }
  else if (advice_check_string (checker, list, (guint)index, "clause") == NULL)
    {
      msgid = N_ ("The clause of the condition “{condition}” is missing.");
      severity = ADVICE_SEVERITY_HINT;
    }
  if (msgid != NULL)
    advice_check_add (checker, severity, "call", path,
                      base_text_with_string (base_text_new (msgid), "condition", condition), NULL);
}

void
advice_check_call (AdviceChecker *checker)
{
  const char *const *conditions
      = assessment_document_get_strings (checker->document, "project.call.conditions");

  if (!assessment_document_has (checker->document, "project.call"))
    {
      advice_check_add (checker, ADVICE_SEVERITY_ERROR, "call", "project.call",
                        base_text_new (N_ ("No call is entered: an application answers one call, "
                                           "with its number, version, deadline and conditions.")),
                        NULL);
      return;
    }
  advice_check_fields (checker, "call", call_fields, G_N_ELEMENTS (call_fields));
  check_deadline (checker);
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    check_statement (checker, conditions[i], find_statement (checker, conditions[i]));
}

/* --- evidence --- */

void
advice_check_evidence (AdviceChecker *checker)
{
  const AdviceEvidence *evidence = checker->evidence;

  for (guint i = 0; i < advice_evidence_n_findings (evidence); i++)
    {
      const AdviceEvidenceFinding *finding = advice_evidence_finding (evidence, i);

      advice_check_add (checker, finding->severity,
                        finding->evidence != G_MAXUINT ? "evidence" : "answers", finding->path,
                        base_text_ref (finding->text), finding->source);
    }
  if (advice_evidence_coverage (evidence) >= 0 && advice_evidence_coverage (evidence) < 10000)
    advice_check_add (checker, ADVICE_SEVERITY_WARNING, "evidence", "evidence",
                      base_text_ref ((BaseText *)advice_evidence_coverage_text (evidence)), NULL);
}

/* --- declarations --- */

static int
find_declaration (const AdviceChecker *checker, const char *id)
{
  return assessment_document_find_item (checker->document, "declarations", "id", id);
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
check_declaration (AdviceChecker *checker, const AdviceDeclaration *declaration)
{
  g_autofree char *path = declaration->index >= 0
                              ? g_strdup_printf ("declarations[%d]", declaration->index)
                              : g_strdup ("declarations");
  BaseText *text;

  if (declaration->by != NULL && declaration->on != NULL)
    return;
  text = declaration->index < 0
             ? base_text_new (N_ ("The declaration “{title}” has not been made."))
             : base_text_new (N_ ("Who made the declaration “{title}”, and when, is missing."));
  advice_check_add (checker, ADVICE_SEVERITY_ERROR, "declarations", path,
                    base_text_with_text (text, "title", base_text_ref (declaration->title)),
                    declaration->source);
}

static void
add_declaration (AdviceChecker *checker, const DmnTable *table, guint rule)
{
  const char *source = dmn_table_rule_annotation_named (table, rule, "source");
  const char *basis = dmn_table_rule_annotation_named (table, rule, "basis");
  AdviceDeclaration declaration = {
    .id = output_string (table, rule, 0),
    .title = advice_pool_keep (checker->pool, base_text_new (output_string (table, rule, 1))),
    .text = advice_pool_keep (checker->pool, base_text_new (output_string (table, rule, 2))),
    .basis = strcmp (basis, "stated") == 0 ? ADVICE_BASIS_STATED : ADVICE_BASIS_INFERRED,
    .source = *source != '\0' ? source : NULL,
    .index = find_declaration (checker, output_string (table, rule, 0)),
  };

  if (declaration.index >= 0)
    {
      declaration.by
          = advice_check_string (checker, "declarations", (guint)declaration.index, "by");
      declaration.on
          = advice_check_string (checker, "declarations", (guint)declaration.index, "on");
    }
  g_array_append_val (checker->declarations, declaration);
  check_declaration (checker, &declaration);
}

/* A declaration that an open answer may ask for is among them: better one too many. */
void
advice_check_declarations (AdviceChecker *checker)
{
  const AdviceRule *rule
      = advice_rules_find (advice_rules (checker->advice), "declarations", "declarations");
  g_autofree DmnFact *values = g_new0 (DmnFact, ADVICE_N_FACTS);
  g_autoptr (DmnOutcomes) outcomes = NULL;
  const DmnTable *table;

  for (guint i = 0; i < ADVICE_N_FACTS; i++)
    values[i] = advice_facts_value (advice_facts (checker->advice), i);
  outcomes = advice_ask (rule, values);
  table = outcomes != NULL ? dmn_outcomes_table (outcomes) : NULL;
  for (guint row = 0; table != NULL && row < dmn_table_n_rules (table); row++)
    if (dmn_outcomes_rule (outcomes, row) != DMN_CELL_NOT_MET)
      add_declaration (checker, table, row);
}
