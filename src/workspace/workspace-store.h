/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Private to the room: what one connection does, without threads or queues. Used by one thread at a
 * time, which the functions assert. */
typedef struct _WorkspaceStore WorkspaceStore;

WorkspaceStore *workspace_store_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void workspace_store_close (WorkspaceStore *store);
/* The thread that calls this owns the store from now on. */
void workspace_store_take (WorkspaceStore *store);

/* Derives what lists need of companies that a file of an earlier form brought; what fails is tried
 * again when the store is opened next time. Not within a transaction. */
void workspace_store_complete_companies (WorkspaceStore *store);

/* A transaction around several of the functions below. After FALSE of commit nothing of it is
 * stored. */
gboolean workspace_store_begin (WorkspaceStore *store, GError **error);
gboolean workspace_store_commit (WorkspaceStore *store, GError **error);
void workspace_store_rollback (WorkspaceStore *store);

GPtrArray *workspace_store_list (WorkspaceStore *store, gboolean with_deleted, GError **error);
AssessmentDocument *workspace_store_load (WorkspaceStore *store, const char *id, GError **error);
/* Within a transaction. @document has an id. */
gboolean workspace_store_create (WorkspaceStore *store,
                                 const AssessmentDocument *document,
                                 const char *company_id,
                                 GError **error);
/* Within a transaction. Gives what stands in the file now; adds WorkspaceConflict to @conflicts. An
 * error other than WORKSPACE_ERROR_MISSING spoils the transaction. */
AssessmentDocument *workspace_store_save (WorkspaceStore *store,
                                          const char *id,
                                          const AssessmentDocument *base,
                                          const AssessmentDocument *ours,
                                          GPtrArray *conflicts,
                                          GError **error);
/* Within a transaction. The summary belongs to the document as it is stored when that equals
 * @document. */
gboolean workspace_store_summarize (WorkspaceStore *store,
                                    const char *id,
                                    const AssessmentDocument *document,
                                    const WorkspaceSummary *summary,
                                    GError **error);
/* Within a transaction. @deleted_at 0 restores. */
gboolean workspace_store_set_deleted (WorkspaceStore *store,
                                      const char *id,
                                      gint64 deleted_at,
                                      GError **error);
/* Within a transaction. Removes what was hidden before @before, and companies without anything;
 * only hashes of their ids are kept. */
gboolean workspace_store_purge (WorkspaceStore *store, gint64 before, GError **error);

/* Is anything hidden since before @before? Cheap. */
gboolean workspace_store_has_hidden (WorkspaceStore *store, gint64 before);
/* Not within a transaction. Removes what was purged from backups, free pages, log and evidence
 * files. What fails is tried again when the store is opened next time. */
gboolean workspace_store_clean (WorkspaceStore *store, GError **error);
/* Removes evidence files that neither the workspace nor a backup names: those in @hashes (may be
 * NULL), and those older than a day, so that one whose document is still being saved stays. */
gboolean workspace_store_collect_files (WorkspaceStore *store,
                                        const GPtrArray *hashes,
                                        guint *n_removed,
                                        GError **error);

/* Hash and assessment, hash and assessment, …: of all, or of one assessment. */
GPtrArray *
workspace_store_list_evidence (WorkspaceStore *store, const char *assessment_id, GError **error);

char *workspace_store_get_setting (WorkspaceStore *store, const char *key, GError **error);
gboolean workspace_store_set_setting (WorkspaceStore *store,
                                      const char *key,
                                      const char *value,
                                      GError **error);

/* TRUE when another connection wrote since the last call. */
gboolean workspace_store_changed_outside (WorkspaceStore *store);

void workspace_conflict_free (WorkspaceConflict *conflict);

G_END_DECLS
