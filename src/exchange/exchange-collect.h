/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/exchange-content.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Collects what a workspace has of a company for a package: assessments (all, or of one @stage),
 * results of finished ones, evidence, and the adviser's records. Evidence that is registered and
 * not there is added to @missing (titles, to be freed; may be NULL), not an error. NULL with an
 * error when there is no such company, or nothing of that stage. */
ExchangeContent *exchange_collect_company (Workspace *workspace,
                                           const char *company_id,
                                           const char *stage,
                                           ExchangeLeaveOut leave_out,
                                           GPtrArray *missing,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of the company's assessments whose ids are in @ids, NULL-terminated. */
ExchangeContent *exchange_collect_assessments (Workspace *workspace,
                                               const char *company_id,
                                               const char *const *ids,
                                               ExchangeLeaveOut leave_out,
                                               GPtrArray *missing,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* An ExchangeOpenFunc whose data is the path of the workspace (workspace_path()), good in any
 * thread. */
GInputStream *exchange_collect_open (const char *sha256,
                                     gpointer workspace_path,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
