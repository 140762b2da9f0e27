/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "assessment/assessment-document.h"
#include "workspace/workspace-entry.h"
#include "workspace/workspace-error.h"

G_BEGIN_DECLS

/* The store of all companies and assessments: one SQLite file.
 *
 * One worker thread owns the connection; nobody waits for the disk while typing. workspace_save()
 * only puts a change into a queue; the worker takes what is waiting, writes it in one transaction,
 * and when that is on the disk the owner hears "saved at TIME up to change N". Everything else is
 * answered at once, after what is queued before it.
 *
 * Several instances may work on one file. Changes merge member by member and answer by answer;
 * where two changed the same, the last one stands and the conflict is reported with both values.
 *
 * What could not be written (full disk) is kept in memory and tried again, each second and with
 * every save, until workspace_close(). All functions must be called from the thread that opened the
 * workspace. */
typedef struct _Workspace Workspace;

/* Opens @path, or the user's own: $XDG_DATA_HOME/waymark/workspace.db. Makes file and folder when
 * they are not there. A workspace of an earlier version is brought up to date after it was copied
 * to "PATH.vN" (N its version). A file that is newer, damaged, or no workspace is refused and left
 * as it is; so is a place on a network or in a synchronised folder (workspace-place.h). Callbacks
 * come in the main context that is the thread's default now. */
Workspace *workspace_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the queue, tries once more what failed, delivers what is still to be told, closes.
 * FALSE when something was lost: the error says why. To keep the changes then, call
 * workspace_flush() before and do not close. Frees @workspace in any case. */
gboolean workspace_close (Workspace *workspace, GError **error);
const char *workspace_path (const Workspace *workspace);

/* --- assessments ------------------------------------------------------------------------------ */

/* All of them, latest change first: WorkspaceEntry, freed with the array. @with_deleted: those that
 * can be restored too. */
GPtrArray *workspace_list (Workspace *workspace,
                           gboolean with_deleted,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Stores a new assessment and gives it back, with an id when it had none. It belongs to
 * @company_id; NULL: to the company of its "previous" assessment when that is here, else to a new
 * one. WORKSPACE_ERROR_EXISTS: the id is taken. */
AssessmentDocument *workspace_create_assessment (Workspace *workspace,
                                                 const AssessmentDocument *document,
                                                 const char *company_id,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
AssessmentDocument *
workspace_load (Workspace *workspace, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What another instance had changed in the same place. Values are JSON, NULL for "not there". */
typedef struct
{
  char *path; /* "answers.q4", "company.name" */
  char *ours; /* what stands now */
  char *theirs;
} WorkspaceConflict;

typedef struct
{
  guint64 change;                   /* what workspace_save() returned */
  const char *id;                   /* of the assessment */
  const AssessmentDocument *saved;  /* what was handed over */
  const AssessmentDocument *stored; /* what stands in the file: @saved with the changes of other
                                       instances; NULL on error */
  const WorkspaceConflict *const *conflicts; /* NULL-terminated */
  const GError *error; /* NULL when stored; else it is kept and tried again, if that can help */
} WorkspaceSaved;

/* @saved lives during the call. When @stored is not equal to @saved, another instance wrote: the
 * owner goes on with assessment_document_merge (saved, what it has now, stored). */
typedef void (*WorkspaceSavedFunc) (Workspace *workspace,
                                    const WorkspaceSaved *saved,
                                    gpointer data);

/* Queues the change from @old to @new and returns its number, from 1. Never waits. @callback (may
 * be NULL) hears once how it went; after an error nothing more is heard of this change but the
 * durable callback. */
guint64 workspace_save (Workspace *workspace,
                        const char *id,
                        const AssessmentDocument *old,
                        const AssessmentDocument *new,
                        WorkspaceSavedFunc callback,
                        gpointer data);
/* Queues the summary of revision @document (as it was saved). A cache: not told, not tried again;
 * nothing is written when the very same is there. Whatever is asked of the workspace afterwards
 * sees it. */
void workspace_store_summary (Workspace *workspace,
                              const char *id,
                              const AssessmentDocument *document,
                              const WorkspaceSummary *summary);

/* Hides the assessment; restore brings it back. After 30 days, or by workspace_purge(), it is gone,
 * and its company with the last one. */
gboolean workspace_delete_assessment (Workspace *workspace, const char *id, GError **error);
gboolean workspace_restore_assessment (Workspace *workspace, const char *id, GError **error);
/* Removes for good all that is hidden, from the backups and the free parts of the file too: takes
 * seconds for a large workspace. An error after the rows are gone (no room, another instance holds
 * the file) is mended when the workspace is opened next time. */
gboolean workspace_purge (Workspace *workspace, GError **error);

/* How a piece of work ended that nobody waited for; @error NULL: all of it is done. Told in the
 * owner's main context, at the latest by workspace_close(). */
typedef void (*WorkspaceDoneFunc) (Workspace *workspace, const GError *error, gpointer data);

/* --- settings of the workspace (not of the window) ------------------------------------------- */

/* A key that ends in ".undo" may hold documents, to take something back; it is removed, from the
 * backups too, when an assessment or company is removed for good. Other keys hold nothing about
 * companies. */
char *workspace_get_setting (Workspace *workspace,
                             const char *key) G_GNUC_WARN_UNUSED_RESULT; /* or NULL */
gboolean
workspace_set_setting (Workspace *workspace, const char *key, const char *value, GError **error);

/* --- what is on the disk ---------------------------------------------------------------------- */

typedef struct
{
  gint64 saved_at;     /* real time of the last durable transaction, microseconds; 0: none yet */
  guint64 up_to;       /* all changes up to this number are on the disk */
  guint64 waiting;     /* changes not yet on the disk */
  const GError *error; /* why not, when the last try failed */
} WorkspaceDurable;

/* Told after each transaction, and after each failed one. */
typedef void (*WorkspaceDurableFunc) (Workspace *workspace,
                                      const WorkspaceDurable *durable,
                                      gpointer data);
void workspace_set_durable_func (Workspace *workspace, WorkspaceDurableFunc func, gpointer data);

/* Waits until everything queued is on the disk and delivers all callbacks. FALSE: something is not;
 * it is kept. */
gboolean workspace_flush (Workspace *workspace, GError **error);

/* --- other instances -------------------------------------------------------------------------- */

/* Told after workspace_poll() found that another instance wrote: time to list again and to load
 * what is open. */
typedef void (*WorkspaceChangedFunc) (Workspace *workspace, gpointer data);
void workspace_set_changed_func (Workspace *workspace, WorkspaceChangedFunc func, gpointer data);
/* Cheap (no reading of data): for a timer of a second or two. Never waits. */
void workspace_poll (Workspace *workspace);

G_END_DECLS
