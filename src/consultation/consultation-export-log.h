/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/* Which anonymous figures left the hub, and when: kept in the workspace, so that it travels with
 * it. It says nothing about companies. */

typedef struct
{
  char *on;             /* ISO day */
  char *stage;          /* "T0" …; "latest" */
  char *rows, *columns; /* groupings, as consultation_group_word(); NULL in entries of before */
  char *file;           /* name of the file, without its folder; likewise */
  guint threshold;
  guint n_companies; /* that were counted */
} ConsultationExport;

ConsultationExport *consultation_export_new (void) G_GNUC_WARN_UNUSED_RESULT;
void consultation_export_free (ConsultationExport *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConsultationExport, consultation_export_free)

/* ConsultationExport, the oldest first. A damaged log is an error, never an empty one. */
GPtrArray *consultation_export_log_read (Workspace *workspace,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Before the file is written: nothing leaves without an entry. */
gboolean
consultation_export_log_add (Workspace *workspace, const ConsultationExport *entry, GError **error);

G_END_DECLS
