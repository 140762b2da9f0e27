/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "base/base-data.h"

/* Real data only: what the tests see is what a user gets. */

static Catalogue *catalogue;
static AdviceRules *rules;
static BaseLanguage *language;

static void
load (void)
{
  g_autoptr (GError) error = NULL;

  if (catalogue != NULL)
    return;
  catalogue = catalogue_new_bundled (&error);
  g_assert_no_error (error);
  rules = advice_rules_load_bundled (&error);
  g_assert_no_error (error);
  language = base_language_new ("en", &error);
  g_assert_no_error (error);
}

AssessmentDocument *
report_fixture_sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *relative = g_strdup_printf ("samples/%s.json", name);
  g_autofree char *path = base_data_path (relative, &error);

  g_assert_no_error (error);
  AssessmentDocument *document = assessment_document_load (path, &error);
  g_assert_no_error (error);
  return document;
}

Advice *
report_fixture_advice (AssessmentDocument *document)
{
  g_autoptr (GError) error = NULL;

  load ();
  g_autoptr (SurveyPack) pack
      = survey_pack_load_bundled (assessment_document_pack_id (document), &error);
  g_assert_no_error (error);
  return advice_new (document, pack, rules, catalogue, REPORT_FIXTURE_DATE);
}

BaseLanguage *
report_fixture_language (void)
{
  load ();
  return language;
}

Report *
report_fixture_report (Advice *advice, ReportProfile profile)
{
  g_autoptr (GError) error = NULL;
  ReportOptions options = { .profile = profile };
  Report *report = report_new (advice, report_fixture_language (), &options, &error);

  g_assert_no_error (error);
  return report;
}

char *
report_fixture_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && c != 0x202f && c != 0xa0 && c != 0x2028 && c != 0xad)
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

char *
report_fixture_say (const BaseText *text)
{
  g_autofree char *words = base_language_format (report_fixture_language (), text);

  return report_fixture_squeeze (words);
}

void
report_fixture_clear (void)
{
  g_clear_pointer (&catalogue, catalogue_unref);
  g_clear_pointer (&rules, advice_rules_unref);
  g_clear_pointer (&language, base_language_unref);
}
