/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace-record.h"

G_BEGIN_DECLS

/* company.json of a package: what an adviser keeps of a company beside its assessments.
 *
 *   { "id": "…", "tags": ["pilot"], "contacts": [{ "id", "name", "role", "email", "phone", "note"
 * }], "meetings": [{ "id", "held_on", "held_at", "place", "participants", "about", "outcome" }],
 *     "notes": [{ "id", "written_on", "author", "text", "in_report" }] } */
typedef struct
{
  char *id; /* of the company, where the package was made */
  char **tags;
  GPtrArray *contacts; /* WorkspaceContact */
  GPtrArray *meetings; /* WorkspaceMeeting */
  GPtrArray *notes;    /* WorkspaceNote */
} ExchangeCompany;

ExchangeCompany *exchange_company_new (void) G_GNUC_WARN_UNUSED_RESULT;
void exchange_company_free (ExchangeCompany *company);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExchangeCompany, exchange_company_free)

/* What @workspace has of it. */
ExchangeCompany *exchange_company_load (Workspace *workspace,
                                        const char *company_id,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *exchange_company_write (const ExchangeCompany *company) G_GNUC_WARN_UNUSED_RESULT;
ExchangeCompany *exchange_company_read (const char *text,
                                        const char *source_name,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What @theirs has that @ours has not, by id; tags of both together. @n_other: records that are in
 * both and say different things; ours stand. */
ExchangeCompany *exchange_company_missing (const ExchangeCompany *ours,
                                           const ExchangeCompany *theirs,
                                           guint *n_other) G_GNUC_WARN_UNUSED_RESULT;
/* Nothing to be put. */
gboolean exchange_company_is_empty (const ExchangeCompany *company);

G_END_DECLS
