/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/report-batch.h"

#include "base/base-data.h"
#include "report/report-journal.h"

#include <string.h>

/* The key of a report is everything that decides about its bytes. */

#define PROGRAM_CAP ((gsize)1024 * 1024 * 1024)

struct _ReportBatch
{
  ReportJournal *journal;
  BaseLanguage *language;
  ReportOptions options;
  ReportForm form;
  char *copies; /* folder with the files of the evidence, or NULL */
  char *ground; /* what all reports of this batch are made with */
  guint n_untranslated;
  gboolean broken;
};

static void
append_file (GString *ground, const char *path)
{
  g_autoptr (GBytes) bytes = base_data_read (path, PROGRAM_CAP, NULL);
  gsize length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *sha256 = bytes != NULL ? base_data_sha256 (data, length) : g_strdup ("-");

  g_string_append_printf (ground, "%s\n", sha256);
}

/* Apart from the document: the program itself, the libraries that draw, the catalogue of the
 * language, the choices. The fonts come with the program and are told by its version. */
static char *
make_ground (const ReportBatch *batch)
{
  const char *tag = base_language_tag (batch->language);
  g_autofree char *locale = base_data_locale_dir ();
  g_autofree char *catalogue = g_build_filename (locale != NULL ? locale : "", tag, "LC_MESSAGES",
                                                 GETTEXT_PACKAGE ".mo", NULL);
  GString *ground = g_string_new (PACKAGE_VERSION "\n");

  append_file (ground, "/proc/self/exe");
  append_file (ground, catalogue);
  g_string_append_printf (ground, "%s\n%d\n", tag, batch->form);
  report_describe_making (&batch->options, ground);
  return g_string_free (ground, FALSE);
}

ReportBatch *
report_batch_new (const char *folder,
                  BaseLanguage *language,
                  const ReportOptions *options,
                  ReportForm form,
                  GError **error)
{
  g_return_val_if_fail (folder != NULL && language != NULL && options != NULL, NULL);

  g_autoptr (ReportBatch) batch = g_new0 (ReportBatch, 1);
  batch->language = base_language_ref (language);
  batch->options = *options;
  batch->options.before = NULL;
  batch->options.copies = batch->copies = g_strdup (options->copies);
  batch->form = form;
  batch->options.fonts = report_fonts_new (base_language_tag (language), error);
  if (batch->options.fonts == NULL)
    return NULL;
  batch->journal = report_journal_open (folder, error);
  if (batch->journal == NULL)
    return NULL;
  batch->ground = make_ground (batch);
  return g_steal_pointer (&batch);
}

void
report_batch_free (ReportBatch *batch)
{
  if (batch == NULL)
    return;
  g_clear_pointer (&batch->journal, report_journal_free);
  g_clear_pointer (&batch->options.fonts, report_fonts_unref);
  base_language_unref (batch->language);
  g_free (batch->copies);
  g_free (batch->ground);
  g_free (batch);
}

static void
append_versions (GString *all, const Advice *advice)
{
  const AdviceVersions *versions = advice_versions (advice);
  g_autofree char *words = g_strjoin (
      "\n", "", advice_date (advice), versions->program, versions->pack_id, versions->pack_version,
      versions->pack_sha256, versions->rules_sha256, versions->catalogue_sha256,
      versions->catalogue_date, versions->document_sha256, "", NULL);

  g_string_append (all, words);
}

/* Whom one knows at a hub is printed, but is no part of the catalogue: its fingerprint does not
 * tell of it. */
static void
append_contacts (GString *all, const Advice *advice)
{
  for (guint i = 0; i < advice_n_hubs (advice); i++)
    {
      const CatalogueHub *hub = advice_hub (advice, i)->hub;

      if (hub != NULL && hub->contact != NULL)
        g_string_append_printf (all, "%s %" G_GSIZE_FORMAT " %s\n", hub->id, strlen (hub->contact),
                                hub->contact);
    }
}

static char *
make_key (const ReportBatch *batch, Advice *advice, Advice *before)
{
  g_autoptr (GString) all = g_string_new (batch->ground);

  append_versions (all, advice);
  append_contacts (all, advice);
  if (before != NULL)
    append_versions (all, before);
  if (batch->copies != NULL)
    report_describe_copies (advice_document (advice), batch->copies, all);
  return base_data_sha256 (all->str, all->len);
}

/* The offered name with the beginning of the document's number, so that namesakes lie beside each
 * other under names that last. */
static char *
make_name (const ReportBatch *batch, const Report *report, const Advice *advice)
{
  const char *id = assessment_document_id (advice_document (advice));
  const char *ending = report_form_ending (batch->form);
  g_autofree char *name = report_suggest_form_name (report, batch->form);
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (ending));
  g_autofree char *part
      = g_strndup (id != NULL ? id : advice_versions (advice)->document_sha256, 8);

  g_strcanon (part, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '_');
  return g_strdup_printf ("%s %s%s", stem, part, ending);
}

static gboolean
write_report (ReportBatch *batch, Advice *advice, Advice *before, const char *key, GError **error)
{
  ReportOptions options = batch->options;

  options.before = before;
  g_autoptr (Report) report = report_new (advice, batch->language, &options, error);
  g_autoptr (GBytes) bytes = report != NULL ? report_to_form (report, batch->form, error) : NULL;
  if (bytes == NULL)
    return FALSE;
  g_autofree char *name = make_name (batch, report, advice);
  batch->broken = !report_journal_put (batch->journal, key, name, bytes, error);
  batch->n_untranslated += batch->broken ? 0 : report_n_untranslated (report);
  return !batch->broken;
}

ReportBatchOutcome
report_batch_take (ReportBatch *batch, Advice *advice, Advice *before, GError **error)
{
  g_return_val_if_fail (batch != NULL && advice != NULL, REPORT_BATCH_REFUSED);

  g_autofree char *key = make_key (batch, advice, before);
  if (report_journal_find (batch->journal, key) != NULL)
    return REPORT_BATCH_UNCHANGED;
  return write_report (batch, advice, before, key, error) ? REPORT_BATCH_WRITTEN
                                                          : REPORT_BATCH_REFUSED;
}

gboolean
report_batch_is_broken (const ReportBatch *batch)
{
  g_return_val_if_fail (batch != NULL, TRUE);

  return batch->broken;
}

guint
report_batch_n_untranslated (const ReportBatch *batch)
{
  g_return_val_if_fail (batch != NULL, 0);

  return batch->n_untranslated;
}
