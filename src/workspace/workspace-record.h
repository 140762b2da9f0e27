/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/* What an adviser keeps of a company beside its assessments: contact persons, meetings, notes.
 * Fields may be NULL; `id` NULL makes a new one. A text is at most WORKSPACE_RECORD_MAX bytes. */

#define WORKSPACE_RECORD_MAX 100000

typedef struct
{
  char *id;
  char *name;
  char *role;
  char *email;
  char *phone;
  char *note;
} WorkspaceContact;

typedef struct
{
  char *id;
  char *held_on; /* day; must be there. Today and before it is one that was held */
  char *held_at; /* "14:30" */
  char *place;
  char *participants;
  char *about;
  char *outcome;
} WorkspaceMeeting;

typedef struct
{
  char *id;
  char *written_on; /* day */
  char *author;     /* as typed */
  char *text;
  gboolean in_report;
} WorkspaceNote;

void workspace_contact_free (WorkspaceContact *contact);
void workspace_meeting_free (WorkspaceMeeting *meeting);
void workspace_note_free (WorkspaceNote *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceContact, workspace_contact_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceMeeting, workspace_meeting_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceNote, workspace_note_free)

/* Contacts by name, meetings and notes by day, latest last. The structs are freed with the array.
 */
GPtrArray *workspace_list_contacts (Workspace *workspace,
                                    const char *company_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *workspace_list_meetings (Workspace *workspace,
                                    const char *company_id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *workspace_list_notes (Workspace *workspace,
                                 const char *company_id,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Stores a new one or the changed form of one; the last writer wins. Gives the id.
 * WORKSPACE_ERROR_VALUE: a day is none, a text is too long or no UTF-8. WORKSPACE_ERROR_MISSING: no
 * such company, or the id is another company's. */
char *workspace_put_contact (Workspace *workspace,
                             const char *company_id,
                             const WorkspaceContact *contact,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *workspace_put_meeting (Workspace *workspace,
                             const char *company_id,
                             const WorkspaceMeeting *meeting,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *workspace_put_note (Workspace *workspace,
                          const char *company_id,
                          const WorkspaceNote *note,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For good: to undo, put what was there, with its id. */
gboolean workspace_remove_contact (Workspace *workspace,
                                   const char *company_id,
                                   const char *id,
                                   GError **error);
gboolean workspace_remove_meeting (Workspace *workspace,
                                   const char *company_id,
                                   const char *id,
                                   GError **error);
gboolean workspace_remove_note (Workspace *workspace,
                                const char *company_id,
                                const char *id,
                                GError **error);

G_END_DECLS
