/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-company.h"

#include "report-fixture.h"

static const struct
{
  const char *word, *name;
} companies[REPORT_N_COMPANIES] = {
  [REPORT_COMPANY_SAMPLE] = { "sample", "Sample Metalworks, Lda." },
  [REPORT_COMPANY_EMPTY] = { "empty", NULL },
  [REPORT_COMPANY_ALL_ANSWERS] = { "all-answers", "Sample Metalworks, Lda." },
  [REPORT_COMPANY_EVIDENCE] = { "evidence", "Sample Metalworks, Lda." },
  [REPORT_COMPANY_LONG_NOTES] = { "long-notes", "Sample Metalworks, Lda." },
  [REPORT_COMPANY_GREEK] = { "greek", "Μεταλλικά Παράδειγμα Α.Ε. – Ἑλληνικά" },
  [REPORT_COMPANY_CYRILLIC] = { "cyrillic", "Металообработка Пример ООД „Ђуђевић“" },
  [REPORT_COMPANY_ARABIC] = { "arabic", "شركة المعادن المثالية" },
  [REPORT_COMPANY_EMOJI] = { "emoji", "Blech & Söhne 🔧🇪🇺👩‍🔧" },
};

const char *
report_company_word (ReportCompany company)
{
  return companies[company].word;
}

const char *
report_company_name (ReportCompany company)
{
  return companies[company].name;
}

/* Takes @document. */
static AssessmentDocument *
with_json (AssessmentDocument *document, const char *path, const char *json)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *next = assessment_document_with_value_json (document, path, json, &error);

  g_assert_no_error (error);
  assessment_document_unref (document);
  return next;
}

static AssessmentDocument *
with_string (AssessmentDocument *document, const char *path, const char *value)
{
  g_autoptr (GError) error = NULL;
  AssessmentDocument *next = assessment_document_with_string (document, path, value, &error);

  g_assert_no_error (error);
  assessment_document_unref (document);
  return next;
}

static void
append_numbers (GString *json, const SurveyQuestion *question)
{
  const gboolean levels = question->kind == SURVEY_QUESTION_LEVELS;

  g_string_append_c (json, '[');
  for (guint i = 0; i < question->n_options; i++)
    if (levels || !question->options[i].negative)
      g_string_append_printf (json, "%s%u", json->str[json->len - 1] == '[' ? "" : ", ",
                              levels ? question->n_levels - 1 : i + 1);
  g_string_append_c (json, ']');
}

static char *
best_answer (const SurveyQuestion *question)
{
  GString *json = g_string_new (NULL);

  if (question->kind != SURVEY_QUESTION_TICK_COLUMNS)
    append_numbers (json, question);
  else
    for (guint c = 0; c < question->n_columns; c++)
      {
        g_string_append_printf (json, "%s\"%s\": ", c == 0 ? "{" : ", ", question->columns[c].id);
        append_numbers (json, question);
      }
  if (question->kind == SURVEY_QUESTION_TICK_COLUMNS)
    g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static AssessmentDocument *
with_all_answers (AssessmentDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (document), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < survey_pack_n_questions (pack); i++)
    {
      const SurveyQuestion *question = survey_pack_question (pack, i);
      g_autofree char *path = g_strconcat ("answers.", question->id, NULL);
      g_autofree char *json = best_answer (question);

      document = with_json (document, path, json);
    }
  return document;
}

static AssessmentDocument *
with_evidence (AssessmentDocument *document)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *hash = g_strdup_printf ("%064x", i * 7919 + 1);
      g_string_append_printf (
          json,
          "%s{\"id\": \"e%u\", \"title\": \"Invoice number %u for a machine\", "
          "\"type\": \"invoice\", \"sha256\": \"%s\", \"date\": \"2026-%02u-%02u\", "
          "\"questions\": [\"q%u\"]}",
          i > 0 ? ", " : "", i, i + 1000, hash, i % 12 + 1, i % 28 + 1, i % 11 + 1);
    }
  g_string_append_c (json, ']');
  return with_json (document, "evidence", json->str);
}

static AssessmentDocument *
with_long_notes (AssessmentDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = NULL;

  for (guint i = 0; text->len < 20000 - 12; i++)
    g_string_append_printf (text, "word%u%s", i, i % 40 == 39 ? "\\n" : " ");
  g_string_append (text, "theveryend");
  json = g_strdup_printf ("[{\"id\": \"n1\", \"question\": \"q4\", \"author\": \"An Adviser\", "
                          "\"date\": \"2026-11-01\", \"text\": \"%s\", \"in_report\": true}, "
                          "{\"id\": \"n2\", \"author\": \"Another\", \"text\": \"%s\", "
                          "\"in_report\": true}]",
                          text->str, text->str);
  return with_json (document, "notes", json);
}

AssessmentDocument *
report_company_document (ReportCompany company)
{
  AssessmentDocument *document;

  if (company == REPORT_COMPANY_EMPTY)
    return assessment_document_new ("dma-sme", "1.0");
  document = report_fixture_sample ("sample-metalworks-t1");
  switch (company)
    {
    case REPORT_COMPANY_ALL_ANSWERS:
      return with_all_answers (document);
    case REPORT_COMPANY_EVIDENCE:
      return with_evidence (document);
    case REPORT_COMPANY_LONG_NOTES:
      return with_long_notes (document);
    case REPORT_COMPANY_GREEK:
    case REPORT_COMPANY_CYRILLIC:
    case REPORT_COMPANY_ARABIC:
    case REPORT_COMPANY_EMOJI:
      document = with_string (document, "company.legal_name", companies[company].name);
      document = with_string (document, "company.contact.name", companies[company].name);
      return with_string (document, "company.city", companies[company].name);
    case REPORT_COMPANY_SAMPLE:
    case REPORT_COMPANY_EMPTY:
    case REPORT_N_COMPANIES:
    default:
      return document;
    }
}
