/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "advice/advice-readiness-private.h"

#include <string.h>

/* Puts the checks together and counts them. */

struct _AdviceReadiness
{
  AdviceChecker checker;
  guint counts[ADVICE_SEVERITY_HINT + 1];
  BaseText *summary;
};

void
advice_check_add (AdviceChecker *checker,
                  AdviceSeverity severity,
                  const char *topic,
                  const char *path,
                  BaseText *text,
                  const char *source)
{
  g_autofree char *place = g_strdup_printf ("%s:%s", topic, path);
  AdviceReadinessFinding finding = {
    .severity = severity,
    .text = advice_pool_keep (checker->pool, text),
    .place = advice_pool_string (checker->pool, place),
    .topic = topic,
    .path = advice_pool_string (checker->pool, path),
    .basis = source != NULL ? ADVICE_BASIS_STATED : ADVICE_BASIS_INFERRED,
    .source = source,
  };

  g_array_append_val (checker->findings, finding);
}

void
advice_check_fields (AdviceChecker *checker,
                     const char *topic,
                     const AdviceNeededField *fields,
                     guint n)
{
  for (guint i = 0; i < n; i++)
    if (!assessment_document_has (checker->document, fields[i].path))
      advice_check_add (checker, fields[i].severity, topic, fields[i].path,
                        base_text_new (fields[i].text), fields[i].source);
}

void
advice_check_item (AdviceChecker *checker,
                   const char *topic,
                   const char *list,
                   guint index,
                   BaseText *name,
                   const AdviceNeededField *fields,
                   guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, fields[i].path);
      BaseText *text;

      if (assessment_document_has (checker->document, path))
        continue;
      text = base_text_with_text (base_text_new (N_ ("{item}: {finding}")), "item",
                                  base_text_ref (name));
      advice_check_add (checker, fields[i].severity, topic, path,
                        base_text_with_text (text, "finding", base_text_new (fields[i].text)),
                        fields[i].source);
    }
  base_text_unref (name);
}

const char *
advice_check_string (const AdviceChecker *checker,
                     const char *list,
                     guint index,
                     const char *member)
{
  g_autofree char *path = g_strdup_printf ("%s[%u].%s", list, index, member);

  return assessment_document_get_string (checker->document, path);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const AdviceReadinessFinding *left = a, *right = b;

  return (int)left->severity - (int)right->severity;
}

static BaseText *
summary_new (const AdviceReadiness *readiness)
{
  const guint *counts = readiness->counts;
  BaseText *text;

  if (counts[ADVICE_SEVERITY_ERROR] == 0)
    text = base_text_new (N_ ("Ready to submit: {errors}, {warnings}, {hints}"));
  else
    text = base_text_new (N_ ("Not ready to submit: {errors}, {warnings}, {hints}"));
  text = base_text_with_text (
      text, "errors",
      base_text_new_plural ("{n} error", "{n} errors", counts[ADVICE_SEVERITY_ERROR]));
  text = base_text_with_text (
      text, "warnings",
      base_text_new_plural ("{n} warning", "{n} warnings", counts[ADVICE_SEVERITY_WARNING]));
  return base_text_with_text (
      text, "hints", base_text_new_plural ("{n} hint", "{n} hints", counts[ADVICE_SEVERITY_HINT]));
}

AdviceReadiness *
advice_readiness_new (Advice *advice, Advice *before)
{
  AdviceReadiness *readiness;
  AdviceChecker *checker;

  g_return_val_if_fail (advice != NULL, NULL);

  readiness = g_new0 (AdviceReadiness, 1);
  checker = &readiness->checker;
  checker->advice = advice_ref (advice);
  checker->before = before != NULL ? advice_ref (before) : NULL;
  checker->document = advice_document (advice);
  checker->date = advice_date (advice);
  checker->pool = advice_pool_new ();
  checker->findings = g_array_new (FALSE, FALSE, sizeof (AdviceReadinessFinding));
  checker->declarations = g_array_new (FALSE, FALSE, sizeof (AdviceDeclaration));
  checker->evidence = advice_evidence_new (advice);
  advice_check_company (checker);
  advice_check_size (checker);
  advice_check_money (checker);
  advice_check_maturity (checker);
  advice_check_project (checker);
  advice_check_partners (checker);
  advice_check_call (checker);
  advice_check_evidence (checker);
  advice_check_declarations (checker);
  g_array_sort (checker->findings, compare_findings); /* GLib's merge sort is stable */
  for (guint i = 0; i < checker->findings->len; i++)
    readiness->counts[g_array_index (checker->findings, AdviceReadinessFinding, i).severity]++;
  readiness->summary = advice_pool_keep (checker->pool, summary_new (readiness));
  return readiness;
}

void
advice_readiness_free (AdviceReadiness *readiness)
{
  if (readiness == NULL)
    return;
  g_array_unref (readiness->checker.findings);
  g_array_unref (readiness->checker.declarations);
  advice_evidence_free (readiness->checker.evidence);
  advice_pool_free (readiness->checker.pool);
  advice_unref (readiness->checker.before);
  advice_unref (readiness->checker.advice);
  g_free (readiness);
}

guint
advice_readiness_n_findings (const AdviceReadiness *readiness)
{
  return readiness->checker.findings->len;
}

const AdviceReadinessFinding *
advice_readiness_finding (const AdviceReadiness *readiness, guint index)
{
  g_return_val_if_fail (index < readiness->checker.findings->len, NULL);
  return &g_array_index (readiness->checker.findings, AdviceReadinessFinding, index);
}

guint
advice_readiness_count (const AdviceReadiness *readiness, AdviceSeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (readiness->counts), 0);
  return readiness->counts[severity];
}

gboolean
advice_readiness_is_ready (const AdviceReadiness *readiness)
{
  return readiness->counts[ADVICE_SEVERITY_ERROR] == 0;
}

const BaseText *
advice_readiness_summary (const AdviceReadiness *readiness)
{
  return readiness->summary;
}

guint
advice_readiness_n_declarations (const AdviceReadiness *readiness)
{
  return readiness->checker.declarations->len;
}

const AdviceDeclaration *
advice_readiness_declaration (const AdviceReadiness *readiness, guint index)
{
  g_return_val_if_fail (index < readiness->checker.declarations->len, NULL);
  return &g_array_index (readiness->checker.declarations, AdviceDeclaration, index);
}

const AdviceEvidence *
advice_readiness_evidence (const AdviceReadiness *readiness)
{
  return readiness->checker.evidence;
}
