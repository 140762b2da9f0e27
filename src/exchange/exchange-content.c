/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/exchange-content-private.h"

#include "base/base-data.h"
#include "exchange/exchange-package-private.h"

#include <string.h>

/* Collects what a package is to hold, and leaves out what the sender keeps. */

ExchangeContent *
exchange_content_new (ExchangeLeaveOut leave_out)
{
  static const struct
  {
    ExchangeLeaveOut flag;
    const char *name;
  } names[] = {
    { EXCHANGE_WITHOUT_EVIDENCE, "evidence" }, { EXCHANGE_WITHOUT_NOTES, "notes" },
    { EXCHANGE_WITHOUT_NAMES, "names" },       { EXCHANGE_WITHOUT_CONTACTS, "contacts" },
    { EXCHANGE_WITHOUT_RESULTS, "results" },
  };
  ExchangeContent *content = g_new0 (ExchangeContent, 1);

  content->leave_out = leave_out;
  content->manifest = exchange_manifest_new ();
  content->texts = g_ptr_array_new_with_free_func (g_free);
  content->evidence = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (leave_out & names[i].flag)
      exchange_content_note_left_out (content, names[i].name);
  return content;
}

void
exchange_content_free (ExchangeContent *content)
{
  if (content == NULL)
    return;
  exchange_manifest_free (content->manifest);
  g_ptr_array_unref (content->texts);
  g_hash_table_unref (content->evidence);
  g_free (content);
}

void
exchange_content_note_left_out (ExchangeContent *content, const char *what)
{
  ExchangeManifest *manifest = content->manifest;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (manifest->left_out != NULL)
    g_strv_builder_addv (builder, (const char **)manifest->left_out);
  g_strv_builder_add (builder, what);
  g_strfreev (manifest->left_out);
  manifest->left_out = g_strv_builder_end (builder);
}

/* --- leaving out ------------------------------------------------------------------------------ */

const char *const *
exchange_content_name_paths (void)
{
  static const char *const paths[] = {
    "company.contact",    "respondents[].name",   "notes[].author",
    "evidence[].seen_by", "plan.actions[].owner", "target_plans.*.owner",
    "declarations[].by",  "consents[].by",        NULL,
  };

  return paths;
}

/* Takes @document. */
static AssessmentDocument *
without_one (AssessmentDocument *document, const char *path)
{
  AssessmentDocument *next;

  if (!assessment_document_has (document, path))
    return document;
  next = assessment_document_without (document, path);
  assessment_document_unref (document);
  return next;
}

/* @document without @path, in which "[]" stands for every item of a list and ".*" for every key of
 * a map. Takes @document. */
static AssessmentDocument *
without_path (AssessmentDocument *document, const char *path)
{
  const char *item = strstr (path, "[]");
  const char *key = strstr (path, ".*");
  const char *any = item != NULL ? item : key;
  g_autofree char *parent = any != NULL ? g_strndup (path, (gsize)(any - path)) : NULL;
  g_auto (GStrv) keys = NULL;
  guint n = item != NULL ? assessment_document_count (document, parent) : 0;

  if (any == NULL)
    return without_one (document, path);
  if (key != NULL && assessment_document_get_keys (document, parent) != NULL)
    keys = g_strdupv ((char **)assessment_document_get_keys (document, parent));
  for (guint i = 0; item != NULL ? i < n : keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *one = item != NULL ? g_strdup_printf ("%s[%u]%s", parent, i, any + 2)
                                          : g_strdup_printf ("%s.%s%s", parent, keys[i], any + 2);

      document = without_one (document, one);
    }
  return document;
}

AssessmentDocument *
exchange_content_reduce (const AssessmentDocument *document, ExchangeLeaveOut leave_out)
{
  AssessmentDocument *reduced = assessment_document_ref ((AssessmentDocument *)document);
  const char *const *names = exchange_content_name_paths ();

  if (leave_out & EXCHANGE_WITHOUT_NOTES)
    reduced = without_path (reduced, "notes");
  for (guint i = 0; (leave_out & EXCHANGE_WITHOUT_NAMES) && names[i] != NULL; i++)
    reduced = without_path (reduced, names[i]);
  return reduced;
}

/* --- adding ----------------------------------------------------------------------------------- */

/* Takes @text. */
static ExchangePart *
add_text (
    ExchangeContent *content, ExchangePartKind kind, const char *name, const char *id, char *text)
{
  gsize length = strlen (text);
  g_autofree char *sha256 = base_data_sha256 (text, length);

  g_ptr_array_add (content->texts, text);
  return exchange_manifest_add (content->manifest, kind, name, id, length, sha256);
}

void
exchange_content_add_document (ExchangeContent *content, const AssessmentDocument *document)
{
  g_autoptr (AssessmentDocument) reduced = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (content != NULL && document != NULL);
  g_return_if_fail (assessment_document_id (document) != NULL);

  reduced = exchange_content_reduce (document, content->leave_out);
  _exchange_package_count (&content->manifest->counts, reduced);
  name = g_strdup_printf ("assessments/%u.json", content->manifest->counts.assessments);
  add_text (content, EXCHANGE_PART_ASSESSMENT, name, assessment_document_id (reduced),
            assessment_document_serialize (reduced, TRUE));
}

void
exchange_content_add_result (ExchangeContent *content,
                             const char *assessment_id,
                             const char *json,
                             const char *pack_sha256,
                             const char *rules_sha256,
                             const char *catalogue_sha256)
{
  g_autofree char *name = NULL;
  ExchangePart *part;

  g_return_if_fail (content != NULL && assessment_id != NULL && json != NULL);

  if (content->leave_out & EXCHANGE_WITHOUT_RESULTS)
    return;
  name = g_strdup_printf ("results/%u.json", ++content->manifest->counts.results);
  part = add_text (content, EXCHANGE_PART_RESULT, name, assessment_id, g_strdup (json));
  part->pack_sha256 = g_strdup (pack_sha256);
  part->rules_sha256 = g_strdup (rules_sha256);
  part->catalogue_sha256 = g_strdup (catalogue_sha256);
}

void
exchange_content_set_company (ExchangeContent *content, const char *json)
{
  g_return_if_fail (content != NULL && json != NULL);
  g_return_if_fail (exchange_manifest_find (content->manifest, "company.json") == NULL);

  if (!(content->leave_out & EXCHANGE_WITHOUT_CONTACTS))
    add_text (content, EXCHANGE_PART_COMPANY, "company.json", NULL, g_strdup (json));
}

void
exchange_content_add_evidence (ExchangeContent *content, const char *sha256, guint64 size)
{
  g_autofree char *name = NULL;

  g_return_if_fail (content != NULL && sha256 != NULL);

  if (content->leave_out & EXCHANGE_WITHOUT_EVIDENCE
      || !g_hash_table_add (content->evidence, g_strdup (sha256)))
    return;
  name = g_strconcat ("evidence/", sha256, NULL);
  exchange_manifest_add (content->manifest, EXCHANGE_PART_EVIDENCE, name, NULL, size, sha256);
  content->manifest->counts.evidence++;
}
