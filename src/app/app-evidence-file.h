/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/app-types.h"

G_BEGIN_DECLS

/* Putting a file into the workspace's evidence, and showing one. Reading and hashing run in a
 * thread; nothing is loaded from elsewhere. */

typedef struct
{
  char *name; /* of the file, for people */
  char *sha256;
  guint64 bytes;
} AppEvidenceFile;

void app_evidence_file_free (AppEvidenceFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppEvidenceFile, app_evidence_file_free)

/* @workspace: path of the workspace file. @room: how many bytes the assessment may still have. */
void app_evidence_file_add_async (const char *workspace,
                                  GFile *file,
                                  guint64 room,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* The same for what was pasted; @name is what it is to be called. */
void app_evidence_file_add_bytes_async (const char *workspace,
                                        GBytes *bytes,
                                        const char *name,
                                        guint64 room,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
AppEvidenceFile *app_evidence_file_add_finish (GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Pictures and text in a window of ours; anything else with the user's own program, as a copy under
 * its own name. What cannot be shown is told. */
void app_evidence_file_show (GtkWindow *owner,
                             const char *workspace,
                             const char *sha256,
                             const char *name);

G_END_DECLS
