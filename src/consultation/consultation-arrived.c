/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "consultation/consultation-arrived.h"

#include "base/base-data.h"
#include "base/base-json.h"
#include "consultation/consultation-frozen.h"
#include "consultation/consultation-outcome.h"
#include "consultation/consultation-summary.h"
#include "workspace/workspace-freeze.h"

/* The sender's result is only believed when it can be made again. */

/* What results/N.json says (exchange-collect.c). */
typedef struct
{
  BaseJson *json;
  gint64 frozen_at; /* microseconds */
  const char *result;
  BaseJsonCursor parts;
} Sent;

static void
sent_clear (Sent *sent)
{
  g_clear_pointer (&sent->json, base_json_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sent, sent_clear)

static const char *
find_result (const ExchangePackage *package, const char *id)
{
  const ExchangeManifest *manifest = exchange_package_manifest (package);

  for (guint i = 0; i < manifest->parts->len; i++)
    {
      const ExchangePart *part = manifest->parts->pdata[i];

      if (part->kind == EXCHANGE_PART_RESULT && g_strcmp0 (part->id, id) == 0)
        return exchange_package_text (package, part->name);
    }
  return NULL;
}

static gboolean
read_sent (Sent *sent, const char *text)
{
  g_autoptr (GDateTime) at = NULL;
  BaseJsonCursor root;

  sent->json = base_json_parse (text, -1, "results", NULL);
  if (sent->json == NULL)
    return FALSE;
  root = base_json_root (sent->json);
  at = g_date_time_new_from_iso8601 (base_json_get_string (&root, "frozen_at", ""), NULL);
  sent->result = base_json_get_string (&root, "result", NULL);
  sent->parts = base_json_get (&root, "parts");
  if (at != NULL)
    sent->frozen_at = g_date_time_to_unix (at) * G_USEC_PER_SEC;
  return at != NULL && sent->result != NULL && base_json_is_object (&sent->parts);
}

/* Every part that made the sender's result, borrowed from those of this computer; NULL: one is not
 * here as it was. */
static GArray *
match_parts (const Sent *sent, const GArray *here)
{
  const char *const *names = base_json_members (&sent->parts);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (WorkspacePart));
  guint n_names = 0;

  for (; names != NULL && names[n_names] != NULL; n_names++)
    for (guint i = 0; i < here->len; i++)
      {
        const WorkspacePart *part = &g_array_index (here, WorkspacePart, i);
        gsize size = 0;
        const char *bytes = g_bytes_get_data (part->content, &size);
        g_autofree char *sha256 = NULL;

        if (!g_str_equal (part->part, names[n_names]))
          continue;
        sha256 = base_data_sha256 (bytes, size);
        if (g_strcmp0 (sha256, base_json_get_string (&sent->parts, names[n_names], NULL)) == 0)
          g_array_append_val (parts, *part);
      }
  return n_names > 0 && parts->len == n_names ? g_steal_pointer (&parts) : NULL;
}

static gboolean
finish (Workspace *workspace,
        AssessmentDocument *document,
        const Sent *sent,
        const char *own_folder)
{
  g_autoptr (GArray) here
      = consultation_frozen_collect (assessment_document_pack_id (document), own_folder, NULL);
  g_autoptr (GArray) parts = here != NULL ? match_parts (sent, here) : NULL;
  const WorkspacePart *flat = parts != NULL ? (const WorkspacePart *)(void *)parts->data : NULL;
  g_autofree char *day = consultation_frozen_day_of (sent->result, sent->frozen_at);
  g_autoptr (ConsultationFrozen) frozen
      = parts != NULL ? consultation_frozen_read (flat, parts->len, day, NULL) : NULL;
  g_autoptr (Advice) advice = frozen != NULL ? consultation_frozen_advise (frozen, document) : NULL;
  g_autofree char *result = advice != NULL ? consultation_outcome_write (advice) : NULL;
  g_autoptr (WorkspaceSummary) summary = NULL;

  if (g_strcmp0 (result, sent->result) != 0)
    return FALSE;
  summary = consultation_summarize (advice);
  return workspace_freeze_arrived (workspace, assessment_document_id (document), document, summary,
                                   result, flat, parts->len, sent->frozen_at, NULL);
}

static gboolean
finish_item (Workspace *workspace, const char *id, const char *result, const char *own_folder)
{
  g_autoptr (AssessmentDocument) document = workspace_load (workspace, id, NULL);
  g_auto (Sent) sent = { 0 };

  return document != NULL && read_sent (&sent, result)
         && finish (workspace, document, &sent, own_folder);
}

ConsultationArrived
consultation_arrived_finish (Workspace *workspace,
                             const ExchangePackage *package,
                             const ExchangeImport *import,
                             const char *own_folder)
{
  ConsultationArrived arrived = { 0 };

  g_return_val_if_fail (workspace != NULL && package != NULL && import != NULL, arrived);
  g_return_val_if_fail (own_folder != NULL, arrived);

  for (guint i = 0; i < exchange_import_n_items (import); i++)
    {
      const ExchangeImportItem *item = exchange_import_item (import, i);
      const char *result = item->state == EXCHANGE_IMPORT_NEW && item->taken
                               ? find_result (package, item->id)
                               : NULL;

      if (result == NULL)
        continue;
      if (finish_item (workspace, item->id, result, own_folder))
        arrived.finished++;
      else
        arrived.open++;
    }
  return arrived;
}
