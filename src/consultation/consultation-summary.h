/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "advice/advice.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What lists and the portfolio show of an assessment without computing it again:
 * workspace_store_summary() keeps it as long as the document is the same. */
WorkspaceSummary *consultation_summarize (const Advice *advice) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a document that nobody opened, without the rest of its advice. */
WorkspaceSummary *consultation_summarize_document (AssessmentDocument *document,
                                                   SurveyPack *pack,
                                                   AdviceRules *rules,
                                                   Catalogue *catalogue,
                                                   const char *date) G_GNUC_WARN_UNUSED_RESULT;
/* Ids of the assessments that have none, or one of an older state of theirs, in the order of their
 * companies' names: they came from a file or another instance, or an earlier version wrote them.
 * char *; NULL: the workspace cannot be read. */
GPtrArray *consultation_summary_missing (Workspace *workspace,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
