/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "base/base-data.h"
#include <poppler.h>

/* The finished reports of data/reports/ say what a report made now says. A changed word here and
 * there may wait for the next tools/samples, as may fingerprints, which change with every rule;
 * several pages or many words may not. */

#define WORDS_CHANGED_AT_MOST 4 /* of 100 */
#define BYTES_AT_MOST 300000

typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

typedef struct
{
  const char *name, *language; /* profile-language.pdf, as tools/samples makes them */
  ReportProfile profile;
} Sample;

static const Sample samples[] = {
  { "full", "en", REPORT_PROFILE_FULL },
  { "funding", "pt", REPORT_PROFILE_FUNDING },
  { "management", "de", REPORT_PROFILE_MANAGEMENT },
};

static GBytes *
make_anew (const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssessmentDocument) first = report_fixture_sample ("sample-metalworks-t0");
  g_autoptr (AssessmentDocument) document = report_fixture_sample ("sample-metalworks-t1");
  g_autoptr (Advice) before = report_fixture_advice (first);
  g_autoptr (Advice) advice = report_fixture_advice (document);
  g_autoptr (BaseLanguage) language = base_language_new (sample->language, &error);
  g_assert_no_error (error);
  ReportOptions options = { .profile = sample->profile, .before = before };
  g_autoptr (Report) report = report_new (advice, language, &options, &error);
  g_assert_no_error (error);
  GBytes *pdf = report_to_pdf (report, &error);
  g_assert_no_error (error);
  return pdf;
}

static GBytes *
read_kept (const Sample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("reports/%s-%s.pdf", sample->name, sample->language);
  g_autofree char *path = base_data_path (name, &error);
  g_assert_no_error (error);
  GBytes *pdf = base_data_read (path, BYTES_AT_MOST, &error);
  g_assert_no_error (error);
  return pdf;
}

static gboolean
is_hash (const char *word)
{
  return strlen (word) >= 4 && strspn (word, "0123456789abcdef") == strlen (word);
}

/* Adds @step to the count of every word. */
static int
count_words (GBytes *pdf, GHashTable *counts, int step, int *pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = poppler_document_new_from_bytes (pdf, NULL, &error);
  int n = 0;

  g_assert_no_error (error);
  *pages = poppler_document_get_n_pages (document);
  for (int i = 0; i < *pages; i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);

      for (char **word = words; *word != NULL; word++)
        {
          if (**word == '\0' || is_hash (*word))
            continue;
          n++;
          g_hash_table_insert (
              counts, g_strdup (*word),
              GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, *word)) + step));
        }
    }
  return n;
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (GBytes) kept = read_kept (sample);
  g_autoptr (GBytes) fresh = make_anew (sample);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word, count;
  int pages, pages_now, changed = 0;

  count_words (kept, counts, -1, &pages);
  int n = count_words (fresh, counts, 1, &pages_now);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &word, &count))
    changed += ABS (GPOINTER_TO_INT (count));
  g_test_message ("%d of %d words differ", changed, n);
  if (ABS (pages - pages_now) > 1 || 100 * changed > WORDS_CHANGED_AT_MOST * n)
    g_error ("data/reports/%s-%s.pdf has %d pages and %d words that differ, a fresh one %d pages "
             "and %d words: run tools/samples",
             sample->name, sample->language, pages, changed, pages_now, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/samples/%s", samples[i].name);
      g_test_add_data_func (path, &samples[i], test_sample);
    }
  int failed = g_test_run ();
  report_fixture_clear ();
  return failed;
}
